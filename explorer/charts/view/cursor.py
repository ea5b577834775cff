"""The figure that is chosen or under the pointer: its ring, what it covers, and a slip of words."""

from __future__ import annotations

from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsRectItem, QGraphicsTextItem

from explorer.charts.view.ink import Spot, mark_scale, pen_of
from explorer.ui.paint import Look

SLIP: Final = 300  # pixels at 100 % text: the widest that a slip is
UNDER: Final = -8.0  # where the band lies: under all lines
ABOVE: Final = 40.0  # where slips lie among what is drawn


class Slip(QGraphicsTextItem):
    """Words on a ground of their own, placed in pixels of the plot."""

    def __init__(self, margin: float = 4.0) -> None:
        super().__init__()
        self.ground = QColor()
        self.document().setDocumentMargin(margin)
        self.setZValue(ABOVE)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.hide()

    def write(self, html: str, widest: float) -> None:
        """Set the words, in lines of at most so many pixels."""
        self.setTextWidth(-1)
        self.setHtml(html)
        if self.boundingRect().width() > widest:
            self.setTextWidth(widest)

    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        """Draw the ground with round corners, then the words."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.ground)
        painter.drawRoundedRect(self.boundingRect(), 6, 6)
        super().paint(painter, option, widget)


class Cursor:
    """Shows one figure of a plot, and tells about it where it stands."""

    def __init__(self, item: Any, scene: Any) -> None:
        self._item = item
        self.tip, self.band, self.edge = Slip(8), QGraphicsRectItem(), QGraphicsRectItem()
        self.band.setPen(QPen(Qt.PenStyle.NoPen))
        self.band.setZValue(UNDER)
        self.edge.setZValue(ABOVE - 1)
        for part in (self.tip, self.band, self.edge):
            scene.addItem(part)
            part.hide()

    def dress(self, look: Look) -> None:
        """Make the parts anew for a plot that was cleared."""
        self._look = look
        pen = pen_of(look, look.color("focus"), 2.2)
        self._ring = pg.ScatterPlotItem(
            size=17 * mark_scale(look), pen=pen, brush=None, symbol="o", useCache=False
        )
        self._frame = QGraphicsRectItem()
        self._frame.setPen(pen_of(look, look.color("focus"), 2.6))
        for part in (self._ring, self._frame):
            part.setZValue(20)
            self._item.addItem(part, ignoreBounds=True)
        self.edge.setPen(pen_of(look, look.color("focus"), 2.2))
        self.edge.hide()
        self.band.setBrush(look.brush("accent-soft"))
        self.band.hide()
        self.tip.ground = look.color("tip")
        self.tip.hide()

    def ring(self, spot: Spot | None, covered: QRectF | None) -> None:
        """A ring around a point, a frame around a bar, and a band over the time that is covered."""
        point = [spot.at] if spot is not None and spot.bar is None else []
        self._ring.setData([at.x() for at in point], [at.y() for at in point])
        self._frame.setVisible(spot is not None and spot.bar is not None)
        if spot is not None and spot.bar is not None:
            self._frame.setRect(spot.bar)
        self.band.setVisible(covered is not None)
        if covered is not None:
            self.band.setRect(covered)

    def surround(self, area: QRectF | None) -> None:
        """A frame around all figures: the keyboard is here, and none of them is chosen."""
        self.edge.setVisible(area is not None)
        if area is not None:
            self.edge.setRect(area)

    def tell(self, html: str, at: QPointF, area: QRectF) -> None:
        """A slip above, below or beside a place, inside *area*; none for no words."""
        self.tip.setVisible(bool(html))
        if not html:
            return
        self.tip.write(html, min(SLIP * self._look.scale, area.width() * 0.9))
        size, gap = self.tip.boundingRect().size(), 14 * mark_scale(self._look)
        x = min(max(at.x() - size.width() / 2, area.left()), area.right() - size.width())
        y = at.y() - gap - size.height()
        if y < area.top():
            y = at.y() + gap
        if y + size.height() > area.bottom():  # neither above nor below: beside
            y = min(max(at.y() - size.height() / 2, area.top()), area.bottom() - size.height())
            right = at.x() + gap
            fits = right + size.width() <= area.right()
            x = right if fits else max(at.x() - gap - size.width(), area.left())
        self.tip.setPos(x, y)

    def hide(self) -> None:
        """Take the slip away."""
        self.tip.hide()
