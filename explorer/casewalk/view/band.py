"""A thin band: how the walk ends on every researched day of the place, in a strip and in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.casewalk.view import words
from explorer.casewalk.view.sheet import Sheet, ink, text_label
from explorer.casewalk.view.strip import Strip
from explorer.policy.history import Stretch
from explorer.ui.paint import Look

SHARES: Final = (23, 77)  # of the width: for words and strip


class Band(Sheet):
    """The words of the day beside the strip on which it lies."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.strip = Strip(look, self)
        self.words = text_label(self)
        row = QHBoxLayout()
        row.addWidget(self.words, SHARES[0])
        row.addWidget(self.strip, SHARES[1])
        self.column.addLayout(row)

    def restyle(self, look: Look, edge: int) -> None:
        """Take another look; above and below the strip there is space already."""
        super().restyle(look, edge)
        self.column.setContentsMargins(edge, 0, edge, 0)
        ink(self.words, look, "text", look.font("small"))

    def show_course(
        self, stretches: Sequence[Stretch], moment: date, place: str, look: Look
    ) -> None:
        """Show how the walk ends over time in a place, and on a day."""
        self.strip.show_course(stretches, moment, look)
        name = words.tr("Over time in {0}: how the walk ends, by date").format(place)
        self.strip.setAccessibleName(name)
        current = self.strip.current()
        said = words.span(current) if current else words.note("out-of-range")
        self.words.setText(words.tr("Over time: {0}").format(said))
        keys = words.tr("Arrow keys go from one outcome to the next; Page Up and Down, a year.")
        self.words.setToolTip(f"{name}. {keys}")
        self.strip.setAccessibleDescription(keys)
