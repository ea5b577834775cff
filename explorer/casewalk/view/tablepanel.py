"""The walk as a table, under its headline and beside the way back to the steps."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from explorer.casewalk.view import words
from explorer.casewalk.view.sheet import Sheet, ink, text_label
from explorer.casewalk.view.twin import WalkTable
from explorer.content.library import Library
from explorer.ui.paint import Look


class TablePanel(Sheet):
    """A headline, a way back, and the table."""

    def __init__(self, library: Library, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.heading = text_label(self)
        self.back = QToolButton(self)
        self.back.setText(words.tr("Back to the steps"))
        self.back.setToolTip(words.tr("Show the walk as steps (T)"))
        self.back.setProperty("role", "tab")
        self.twin = WalkTable(library, self)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.back)
        self.column.addLayout(head)
        self.column.addWidget(self.twin, 1)

    def restyle(self, look: Look, edge: int) -> None:
        """Take another look."""
        super().restyle(look, edge)
        ink(self.heading, look, "text", look.font("body", bold=True))
        self.back.setFont(look.font("small"))
