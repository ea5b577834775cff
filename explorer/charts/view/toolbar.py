"""What can be done with a chart: the buttons under it, and what they open."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from explorer.charts.view.parts import Row
from explorer.charts.view.words import tr
from explorer.ui.paint import Look


class Toolbar(Row):
    """Table, Copy, Save, Compare, Change, Draw it first, and the dated list of what is counted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = self._button(tr("Table"), checkable=True)
        self.copy = self._button(tr("Copy"))
        self.save = self._button(tr("Save…"))
        self.compare = self._button(tr("Compare"), checkable=True)
        self.change = self._button(tr("Change"), checkable=True)
        self.draw = self._button(tr("Draw it first"), checkable=True)
        self.dated = self._button(tr("The dated list"))
        self.dated.hide()
        self.dated_ref = ""  # where the last button leads
        self._keys()

    def buttons(self) -> tuple[QPushButton, ...]:
        """All buttons in their order."""
        acts = (self.table, self.copy, self.save, self.compare, self.change, self.draw)
        return (*acts, self.dated)

    def _button(self, text: str, checkable: bool = False) -> QPushButton:
        button = QPushButton(text, self)
        button.setCheckable(checkable)
        button.setAutoDefault(False)
        self.add(button)
        return button

    def _keys(self) -> None:
        told = (
            (self.table, tr("Show the figures as a table, or as a plot (T)")),
            (self.copy, tr("Copy the picture or the figures (Ctrl+C)")),
            (self.save, tr("Save the figures or the picture as a file (Ctrl+S)")),
            (self.compare, tr("Show a second chart on the same time axis (M)")),
            (self.change, tr("Show the figures as an index, shares, rates or on a log axis (H)")),
            (self.draw, tr("Draw how the line goes on before you see it (R)")),
        )
        for button, text in told:
            button.setToolTip(text)

    def restyle(self, look: Look) -> None:
        """Take the font of a look."""
        self.gap = look.space("s")
        for button in self.buttons():
            button.setFont(look.font("small", bold=True))
        self.lay_out()

    def show_table(self, as_table: bool) -> None:
        """Say what the first button does now."""
        self.table.setChecked(as_table)
        self.table.setText(tr("Plot  T") if as_table else tr("Table  T"))
        self.lay_out()

    def show_draw(self, step: str, refused: str) -> None:
        """Say what the last button does now, or why it does nothing."""
        names = {"draw": tr("Show the figures"), "shown": tr("Put your line away")}
        self.draw.setText(names.get(step, tr("Draw it first")))
        self.draw.setChecked(bool(step))
        self.draw.setEnabled(not refused or bool(step))
        why = refused or tr("Draw how the line goes on before you see it (R)")
        self.draw.setToolTip(why)
        self.draw.setAccessibleDescription(why)
        self.lay_out()

    def show_dated(self, ref: str, in_list: bool) -> None:
        """Lead from a chart to the places that it counts, or from their list back to it."""
        self.dated_ref = ref
        self.dated.setText(tr("The chart") if in_list else tr("The dated list"))
        why = tr("Show the published counts of these places as a chart (Y)")
        if not in_list:
            why = tr("Show the places one by one, each with its date and source (Y)")
        self.dated.setToolTip(why)
        self.dated.setAccessibleDescription(why)
        for button in self.buttons():
            button.setVisible(bool(ref) if button is self.dated else not in_list)
        self.lay_out()

    def open_menu(
        self, button: QPushButton, entries: Sequence[tuple[str, Callable[[], object]]]
    ) -> QMenu:
        """A menu at a button, above it where there is no room below."""
        menu = QMenu(button)
        menu.setAccessibleName(button.text())
        for text, act in entries:
            menu.addAction(text).triggered.connect(lambda _=False, run=act: run())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        return menu
