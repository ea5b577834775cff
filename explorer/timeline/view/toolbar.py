"""The tools below the timeline."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from explorer.timeline.view import words
from explorer.ui.paint import Look

PACES: Final = (2, 4, 8)  # seconds from event to event


class MenuButton(QToolButton):
    """A button whose menu opens with the down key as well."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Down opens the menu."""
        if event.key() == Qt.Key.Key_Down and self.menu() is not None:
            self.showMenu()
        else:
            super().keyPressEvent(event)


class Toolbar(QObject):
    """A row with the minimap and a button for each tool."""

    pace_chosen = Signal(int)

    def __init__(self, page: QWidget, minimap: QWidget) -> None:
        super().__init__(page)
        self._page, self._minimap = page, minimap
        self._is_staged = False
        self.count = self._button("close", "")
        self.count.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.filter = self._button("filter", self.tr("Filter events (/)"))
        self.series = self._button("charts", self.tr("Series below the lanes"))
        self.play = self._button("play", self.tr("Play from event to event (P)"))
        self.farther = self._button("zoom-out", self.tr("Farther away (−)"))
        self.closer = self._button("zoom-in", self.tr("Closer (+)"))
        self.whole = self._button("fit", self.tr("All years (F)"))
        self.table = self._button("table", self.tr("As a table (T)"))
        self.table.setCheckable(True)
        self.series_menu = QMenu(page)
        self.series.setMenu(self.series_menu)
        self.series.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.play.setMenu(self._paces())
        self.play.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.row = QHBoxLayout()
        self.row.addWidget(minimap, 1)
        for button in self._buttons():
            self.row.addWidget(button)

    def _button(self, icon: str, words: str) -> QToolButton:
        button = MenuButton(self._page)
        button.setObjectName(icon)
        button.setAutoRaise(True)
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _buttons(self) -> tuple[QToolButton, ...]:
        return (
            self.count,
            self.filter,
            self.series,
            self.play,
            self.farther,
            self.closer,
            self.whole,
            self.table,
        )

    def _paces(self) -> QMenu:
        menu = QMenu(self._page)
        for seconds in PACES:
            action = QAction(words.pace(seconds), menu)
            action.triggered.connect(lambda _=False, pace=seconds: self.pace_chosen.emit(pace))
            menu.addAction(action)
        return menu

    def offer_series(
        self, rows: Iterable[tuple[str, str]], now: str, choose: Callable[[str], None]
    ) -> None:
        """Fill the menu of series: references and titles, the one in use checked."""
        self.series_menu.clear()
        for ref, title in rows:
            action = QAction(title.replace("&", "&&"), self.series_menu)
            action.setCheckable(True)
            action.setChecked(ref == now)
            action.triggered.connect(lambda _=False, chosen=ref: choose(chosen))
            self.series_menu.addAction(action)

    def set_stage(self, is_on: bool) -> None:
        """Take the whole row away for an audience, or bring it back."""
        self._is_staged = is_on
        for part in (self._minimap, *self._buttons()):
            part.setVisible(not is_on and (part is not self.count or bool(self.count.text())))

    def show_count(self, text: str) -> None:
        """Say how many events pass the filter; nothing without one."""
        self.count.setVisible(bool(text) and not self._is_staged)
        self.count.setText(text)
        self.count.setToolTip(self.tr("Show all events (X)"))

    def dress(self, look: Look, is_playing: bool) -> None:
        """Take a look, and show whether the moment moves by itself."""
        side = round(16 * look.scale)
        for button in self._buttons():
            name = "pause" if button is self.play and is_playing else button.objectName()
            button.setIcon(look.icon(name, "text-quiet", 16))
            button.setIconSize(QSize(side, side))
            button.setFont(look.font("caption"))
        gap = look.space(1)
        self.row.setSpacing(gap // 2)
        edges = (0, 0, 0, 0) if self._is_staged else (gap, gap // 2, gap, gap // 2)
        self.row.setContentsMargins(*edges)
        self.row.setStretchFactor(self._minimap, 1)
