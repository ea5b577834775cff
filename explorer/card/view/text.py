"""The text of a card on screen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from explorer.ui.paint import Look
from explorer.ui.widgets import ReadingText


class CardText(ReadingText):
    """The text of a card: selectable, followed by key and mouse, spoken as text."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.chip_role = "accent"
        self.chip_length = 0
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the round ground of the chip, then the text over it."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.brush(self.chip_role))
        box = self._chip()
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.end()
        super().paintEvent(event)

    def _chip(self) -> QRectF:
        """Where the chip's words stand on screen: the first letters of the text."""
        block = self.document().firstBlock()
        layout = block.layout()
        if not self.chip_length or not layout.lineCount():
            return QRectF()
        line = layout.lineAt(0)
        right = _x(line.cursorToX(min(self.chip_length, line.textLength())))
        shift = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        box = QRectF(
            _x(line.cursorToX(0)), line.y() - 1, right - _x(line.cursorToX(0)), line.height() + 2
        )
        return box.translated(layout.position() + shift)


def _x(found: object) -> float:
    """The x of ``cursorToX``, which gives a pair in some versions."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
