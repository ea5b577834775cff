"""The way of a walk as one thin line of boxes, for screens where the diagram has no room."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.casewalk.view import words
from explorer.ui.paint import Look

HIGH: Final = 2.0  # lines of text of a box
ARROW: Final = 0.5  # of a line: the tip of an arrow


class WayLine(QWidget):
    """Boxes from left to right; those that the walk reaches are filled, all others in outline."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.boxes: tuple[tuple[str, bool], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_way(self, boxes: tuple[tuple[str, bool], ...]) -> None:
        """Show which boxes a walk reaches."""
        self.boxes = boxes
        reached = [name for name, is_reached in boxes if is_reached]
        told = words.tr("The walk reaches: {0}").format(", ".join(reached))
        self.setAccessibleName(told if reached else words.tr("The walk is not known"))
        self.update()

    def restyle(self, look: Look) -> None:
        """Take another look."""
        self.look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """A row of boxes."""
        return QSize(200, round(QFontMetricsF(self.look.font("caption")).height() * HIGH))

    def places(self) -> list[QRectF]:
        """Where each box stands: as wide as its name, the rest of the width between them."""
        metrics = QFontMetricsF(self.look.font("caption", bold=True))
        edge = self.look.space(2)
        widths = [metrics.horizontalAdvance(name) + 2 * edge for name, _ in self.boxes]
        gap = (self.width() - 2 - sum(widths)) / max(1, len(widths) - 1)
        x, found = 1.0, []
        for width in widths:
            found.append(QRectF(x, 1, width, self.height() - 2))
            x += width + gap
        return found

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw boxes and the arrows between them."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            before: QRectF | None = None
            was_reached = False
            for (name, is_reached), place in zip(self.boxes, self.places(), strict=True):
                if before is not None:
                    self._arrow(painter, before, place, is_reached and was_reached)
                self._box(painter, name, place, is_reached)
                before, was_reached = place, is_reached
        finally:
            painter.end()

    def _box(self, painter: QPainter, name: str, place: QRectF, is_reached: bool) -> None:
        role = "accent" if is_reached else "control-border"
        painter.setPen(self.look.pen(role, 1.5))
        painter.setBrush(self.look.brush("accent" if is_reached else "panel"))
        painter.drawRoundedRect(place, self.look.radius, self.look.radius)
        painter.setPen(self.look.color("on-accent" if is_reached else "text-quiet"))
        painter.setFont(self.look.font("caption", bold=is_reached))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), name)

    def _arrow(self, painter: QPainter, one: QRectF, other: QRectF, is_reached: bool) -> None:
        role = "accent" if is_reached else "control-border"
        tip = QPointF(other.left() - 2, other.center().y())
        side = QFontMetricsF(self.look.font("caption")).height() * ARROW
        painter.setPen(self.look.pen(role, 3.0 if is_reached else 1.5))
        painter.drawLine(QPointF(one.right() + 1, tip.y()), tip - QPointF(side / 2, 0))
        painter.setBrush(self.look.brush(role))
        painter.setPen(Qt.PenStyle.NoPen)
        back = QPointF(side, side / 2)
        below = QPointF(side, -side / 2)
        painter.drawPolygon(QPolygonF([tip, tip - back, tip - below]))
