"""A picture of states beside the table of their exact counts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from explorer.content.library import Library
from explorer.places.growth import StateRow, state_rows
from explorer.places.spread import row_of
from explorer.places.view.files import SaveButton
from explorer.places.view.listwords import tr
from explorer.places.view.picture import Frame, PictureList, PicturePanel
from explorer.places.view.statetable import StateTable
from explorer.reader.lens import Lens
from explorer.ui.paint import Look
from explorer.ui.session import Session

LINES: Final = 12  # of height that a picture needs
LEAST: Final = 54  # letters of width that a picture needs beside its table


class StatesBeside(PicturePanel):
    """A picture and the table of states; where both do not fit, a button turns to the table."""

    def __init__(
        self, library: Library, session: Session, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(library, session, look, parent)
        self.rows: tuple[StateRow, ...] = ()
        self.picture = PictureList(self)
        self.frame = Frame(self.picture, self)
        self.table = StateTable(self)
        self.head, self.note = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.turn = QPushButton(tr("Table"))
        self.turn.setCheckable(True)
        self.turn.setAutoDefault(False)
        self.keep = SaveButton(self, self)
        self._staged = False
        self._build()
        self._style()

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Tell how the states stood on the day, and which one is chosen."""
        if old is None or new.moment != old.moment:
            self.rows = state_rows(self.library, new.moment)
            self.table.show_rows(self.rows, new.moment)
            self.show_things(new)
        self.head.setText(self.lead())
        ref = state_of(self.library, new)
        self.picture.set_current(ref)
        self.table.set_current(ref)
        self.picture.viewport().update()

    def show_things(self, lens: Lens) -> None:
        """Name what is in the picture on a day."""
        raise NotImplementedError

    def meaning(self) -> str:
        """What the picture means and what it does not."""
        raise NotImplementedError

    def chosen(self) -> str:
        """The reference of the state that stands out; empty for none."""
        return state_of(self.library, self.session.lens)

    def entry(self) -> QWidget:
        """What has the keyboard first."""
        return self.table if self.frame.isHidden() else self.picture

    def set_stage(self, is_on: bool) -> None:
        """Leave the picture alone before an audience."""
        self._staged = is_on
        self._arrange()

    def restyle(self, look: Look) -> None:
        """Take another theme or text size."""
        self.look = look
        self._style()
        super().restyle(look)

    def describe(self) -> str:
        """The day, the chosen state, and what is meant."""
        told = next((e.name for e in self.picture.things.entries if e.ref == self.chosen()), "")
        return "\n".join(filter(None, (self.lead(), told, self.foot())))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Table beside the picture where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bar.addWidget(self.head, 1)
        self._bar.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignTop)
        self._bar.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignTop)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self.frame, 1)
        self._row.addWidget(self.table, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._bar)
        self._column.addLayout(self._row, 1)
        self._column.addWidget(self.note)
        self.picture.setAccessibleName(self.title())
        self.note.setText(self.meaning())
        self.turn.toggled.connect(lambda _: self._arrange())
        for view in (self.picture, self.table):
            view.chosen.connect(lambda ref: self.session.look(item=ref))

    def _style(self) -> None:
        self._column.setSpacing(self.look.space("s"))
        self.head.setFont(self.look.font("body", bold=True))
        self.note.setFont(self.look.font("caption"))
        self.table.restyle(self.look)
        self.frame.need(round(QFontMetricsF(self.look.font()).height() * LINES))
        self._arrange()

    def _arrange(self) -> None:
        letter = self.look.font("body").pixelSize() * 0.55
        is_wide = self.width() > self.table.wanted() + LEAST * letter
        is_low = self.is_low()
        self.note.setHidden(self._staged or is_low)
        tiny = self.is_tiny()
        self.head.setHidden(tiny)
        self.keep.setHidden(tiny or self._staged)
        self.head.setToolTip(self.meaning() if is_low else "")
        self.turn.setHidden(is_wide or tiny or self._staged)
        shows_table = not self._staged and (is_wide or self.turn.isChecked())
        self.table.setVisible(shows_table)
        self.frame.setVisible(is_wide or not shows_table)
        if is_wide:
            self.table.setFixedWidth(self.table.wanted())
        else:
            self.table.setMinimumWidth(0)
            self.table.setMaximumWidth(16777215)


def state_of(library: Library, lens: Lens) -> str:
    """The state that a lens names by itself or by one of its counties; empty for none."""
    for ref in (lens.item, lens.place):
        kind, _, code = ref.removeprefix("place:").partition(":")
        if kind == "state":
            return f"place:state:{code}"
        found = row_of(library, code) if kind == "county" else None
        if found is not None:
            return f"place:state:{found.state}"
    return ""
