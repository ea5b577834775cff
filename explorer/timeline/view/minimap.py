"""The whole range in a strip, with a brush over what is in view."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.timeline.seen import View
from explorer.timeline.view.drawing import Drawing
from explorer.ui.paint import Look

_EDGE = 6.0  # pixels from an end of the brush that still hold it


class Minimap(QWidget):
    """How many events there were in each stretch of time, and a brush that can be dragged."""

    brushed = Signal(object)  # a view

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.drawing: Drawing | None = None
        self.view = View(0, 1, 1)
        self.moment = date(2011, 1, 1)
        self._heights: list[float] = []
        self._grip = ""
        self._held = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Overview of all years"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as a line of small text."""
        return QSize(200, round(QFontMetricsF(self.look.font("small")).height() * 1.5))

    def restyle(self, look: Look) -> None:
        """Take another look."""
        self.look = look
        self.updateGeometry()
        self.update()

    def show_drawing(self, drawing: Drawing) -> None:
        """Show other contents."""
        self.drawing = drawing
        self._heights = []
        self.update()

    def show_view(self, view: View, moment: date) -> None:
        """Move the brush."""
        self.view, self.moment = view, moment
        self.update()

    def _x(self, day: float) -> float:
        assert self.drawing is not None
        sheet = self.drawing.sheet
        return (day - sheet.start) / (sheet.end - sheet.start) * self.width()

    def _day(self, x: float) -> float:
        assert self.drawing is not None
        sheet = self.drawing.sheet
        return sheet.start + x / max(self.width(), 1) * (sheet.end - sheet.start)

    def _bins(self) -> list[float]:
        """The share of the busiest stretch, every few pixels."""
        assert self.drawing is not None
        if not self._heights:
            counts = [0] * max(1, self.width() // 4)
            for mark in self.drawing.contents.marks:
                place = int(self._x(mark.day) // 4)
                if 0 <= place < len(counts):
                    counts[place] += 1
            most = max([*counts, 1])
            self._heights = [(count / most) ** 0.6 for count in counts]
        return self._heights

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        """Count anew."""
        self._heights = []

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the strip."""
        if self.drawing is None:
            return
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = float(self.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.color("panel-sunk"))
        painter.drawRoundedRect(QRectF(0, 2, self.width(), height - 4), 4, 4)
        brush = self.brush_rect()
        painter.setBrush(self.look.color("accent-soft"))
        painter.drawRoundedRect(brush, 4, 4)
        painter.setBrush(self.look.color("text-quiet"))
        for number, share in enumerate(self._bins()):
            tall = share * (height - 10)
            if share:
                painter.drawRect(QRectF(number * 4 + 0.5, height - 5 - tall, 3, tall))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self.look.pen("accent", 1.5))
        painter.drawRoundedRect(brush.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
        x = self._x(self.moment.toordinal() + 0.5)
        painter.setPen(self.look.pen("moment", 1.5))
        painter.drawLine(QPointF(x, 3), QPointF(x, height - 3))

    def brush_rect(self) -> QRectF:
        """What is in view."""
        left, right = self._x(self.view.left), self._x(self.view.right)
        return QRectF(left, 2, max(right - left, 6.0), self.height() - 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take the brush at its middle or one of its ends; elsewhere bring it here first."""
        if event.button() != Qt.MouseButton.LeftButton or self.drawing is None:
            return
        x, brush = event.position().x(), self.brush_rect()
        self._grip = self._grip_at(x)
        if not self._grip:
            self._grip = "middle"
            self._held = brush.width() / 2
            self._drag(x)
        else:
            self._held = x - brush.left()

    def _grip_at(self, x: float) -> str:
        brush = self.brush_rect()
        if abs(x - brush.left()) <= _EDGE and brush.width() > 3 * _EDGE:
            return "left"
        if abs(x - brush.right()) <= _EDGE and brush.width() > 3 * _EDGE:
            return "right"
        return "middle" if brush.left() <= x <= brush.right() else ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drag what is held."""
        if self._grip:
            self._drag(event.position().x())
        elif self.drawing is not None:
            ends = self._grip_at(event.position().x()) in ("left", "right")
            self.setCursor(Qt.CursorShape.SizeHorCursor if ends else Qt.CursorShape.ArrowCursor)

    def _drag(self, x: float) -> None:
        assert self.drawing is not None
        sheet = self.drawing.sheet
        if self._grip == "middle":
            self.brushed.emit(sheet.view(self._day(x - self._held), self.view.scale))
        elif self._grip == "left":
            self.brushed.emit(
                sheet.view_of(min(self._day(x), self.view.right - 7), self.view.right)
            )
        else:
            self.brushed.emit(sheet.view_of(self.view.left, max(self._day(x), self.view.left + 7)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let go."""
        self._grip = ""
