"""The sheet of paper under a part of a page."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from explorer.ui.paint import Look, panel


class Sheet(QFrame):
    """A rounded sheet of paper that holds one part of a page."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.column = QVBoxLayout(self)

    def restyle(self, look: Look, edge: int) -> None:
        """Take another look."""
        self.look = look
        self.column.setContentsMargins(edge, edge, edge, edge)
        self.column.setSpacing(look.space("s"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the paper."""
        painter = QPainter(self)
        try:
            panel(painter, QRectF(self.rect()), self.look)
        finally:
            painter.end()
