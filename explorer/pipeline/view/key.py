"""The key to the lines: what each kind means, and the triangle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from explorer.content.model import Status
from explorer.pipeline.view import told, words
from explorer.pipeline.view.shapes import crosses
from explorer.pipeline.view.state import State

if TYPE_CHECKING:
    from explorer.pipeline.view.drawing import Drawing

DASHES: Final[dict[Status, list[float]]] = {
    "on": [],
    "conditional": [4.0, 2.5],
    "partial": [7.0, 2.5, 1.0, 2.5],
    "off": [1.0, 3.0],
}


def _marks() -> tuple[str, ...]:
    """All that the last lines of the key can say; room is kept for the longest."""
    return words.legend_changed(), told.legend_differs(), told.legend_no_figure()


def place_key(drawing: Drawing) -> QRectF:
    """Where the key stands: the first corner at the right with nothing in it."""
    height = drawing.measure("x", "legend")[1]
    texts = [*(words.legend(status) for status in DASHES), *_marks()]
    width = max(drawing.measure(text, "legend")[0] for text in texts) + 36
    size = QSizeF(width + 16, (len(DASHES) + 1.8) * height * 1.15)
    taken = [QRectF(*box.rect) for box in drawing.whole.boxes.values()]
    seen = min(drawing.layout.width, drawing.body.width())
    for top in (8.0, drawing.layout.height - size.height() - 8):
        rect = QRectF(QPointF(seen - size.width() - 12, top), size)
        clear = not any(rect.adjusted(-10, -8, 10, 8).intersects(one) for one in taken)
        if clear and not any(crosses(rect, line) for line in drawing.whole.lines.values()):
            return rect if rect.bottom() < drawing.body.height() else QRectF()
    return QRectF()


def paint_key(painter: QPainter, drawing: Drawing, state: State) -> None:
    """What the kinds of lines and the triangle mean."""
    key, look = drawing.key, drawing.look
    if key.isEmpty():
        return
    painter.setPen(QPen(look.color("panel-border"), 1))
    painter.setBrush(look.color("panel"))
    painter.drawRoundedRect(key, 6, 6)
    painter.setFont(drawing.fonts["legend"])
    step = drawing.measure("x", "legend")[1] * 1.15
    middle = key.top() + 0.4 * step + step / 2
    left = key.left() + 8
    for status, dashes in DASHES.items():
        pen = QPen(_color(drawing, status), 1.6 * look.line_scale)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashes:
            pen.setDashPattern(dashes)
        painter.setPen(pen)
        painter.drawLine(QPointF(left, middle), QPointF(left + 28, middle))
        _paint_text(painter, drawing, words.legend(status), left + 36, middle)
        middle += step
    if state.cuts is not None:
        painter.setPen(QPen(look.color("text-quiet"), 0.8))
        painter.drawLine(QPointF(left, middle), QPointF(left + 28, middle))
        _paint_text(painter, drawing, told.legend_no_figure(), left + 36, middle)
        return
    drawing.paint_period_mark(painter, QPointF(left + 14, middle))
    text = told.legend_differs() if state.moment.compared else words.legend_changed()
    _paint_text(painter, drawing, text, left + 36, middle)


def _paint_text(painter: QPainter, drawing: Drawing, text: str, left: float, middle: float) -> None:
    width, height = drawing.measure(text, "legend")
    painter.setPen(drawing.look.color("text-quiet"))
    rect = QRectF(left, middle - height / 2, width + 4, height)
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, text)


def _color(drawing: Drawing, status: Status) -> QColor:
    return drawing.faint("ghost", 0.45) if status == "off" else drawing.look.color("text-quiet")
