"""The key to the lines: what each kind means, and the triangle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from explorer.content.model import Status
from explorer.pipeline.counts import Cuts
from explorer.pipeline.view import numbers, told, words
from explorer.pipeline.view.ribbons import LEAST, paint_width
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
    """All that the key can say besides how lines stand; room is kept for the longest."""
    return words.legend_changed(), told.legend_differs(), *numbers.legend_counts(True)


def place_key(drawing: Drawing) -> QRectF:
    """Where the key stands: the highest place at the right with nothing in it."""
    height = drawing.measure("x", "legend")[1]
    texts = [*(words.legend(status) for status in DASHES), *_marks()]
    width = max(drawing.measure(text, "legend")[0] for text in texts) + 36
    size = QSizeF(width + 16, (len(DASHES) + 1.8) * height * 1.15)
    taken = [QRectF(*box.rect) for box in drawing.whole.boxes.values()]
    seen = min(drawing.layout.width, drawing.body.width())
    last = min(drawing.layout.height, drawing.body.height()) - size.height() - 4
    for top in range(8, round(last), 8):
        rect = QRectF(QPointF(seen - size.width() - 12, top), size)
        clear = not any(rect.adjusted(-10, -8, 10, 8).intersects(one) for one in taken)
        if clear and not any(crosses(rect, line) for line in drawing.whole.lines.values()):
            return rect
    return QRectF()


def paint_key(painter: QPainter, drawing: Drawing, state: State) -> None:
    """What the kinds of lines and the triangle mean."""
    look, key = drawing.look, QRectF(drawing.key)
    if key.isEmpty():
        return
    step = drawing.measure("x", "legend")[1] * 1.15
    if state.cuts is not None:
        rows = len(numbers.legend_counts(drawing.counted(state.cuts).too_small))
        key.setHeight((rows + 0.8) * step)
    painter.setPen(QPen(look.color("panel-border"), 1))
    painter.setBrush(look.color("panel"))
    painter.drawRoundedRect(key, 6, 6)
    painter.setFont(drawing.fonts["legend"])
    middle = key.top() + 0.4 * step + step / 2
    left = key.left() + 8
    if state.cuts is not None:
        _paint_counts(painter, drawing, state.cuts, QPointF(left, middle))
        return
    for status, dashes in DASHES.items():
        pen = QPen(_color(drawing, status), 1.6 * look.line_scale)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashes:
            pen.setDashPattern(dashes)
        painter.setPen(pen)
        painter.drawLine(QPointF(left, middle), QPointF(left + 28, middle))
        _paint_text(painter, drawing, words.legend(status), left + 36, middle)
        middle += step
    drawing.paint_period_mark(painter, QPointF(left + 14, middle))
    text = told.legend_differs() if state.moment.compared else words.legend_changed()
    _paint_text(painter, drawing, text, left + 36, middle)


def _paint_counts(painter: QPainter, drawing: Drawing, cuts: Cuts, at: QPointF) -> None:
    """What widths mean; in a drawing with counts the widths are what has to be told."""
    look, step = drawing.look, drawing.measure("x", "legend")[1] * 1.15
    texts = numbers.legend_counts(drawing.counted(cuts).too_small)
    for number, text in enumerate(texts):
        middle = at.y() + number * step
        high = (0.6 * step, 0.6 * step, 0.8, LEAST)[number]
        rect = QRectF(at.x(), middle - high / 2, 28, high)
        if number == 2:
            painter.setPen(QPen(look.color("text-quiet"), 0.8))
            painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))
        else:
            paint_width(painter, rect, look, 0, is_rest=number == 1)
        _paint_text(painter, drawing, text, at.x() + 36, middle)


def _paint_text(painter: QPainter, drawing: Drawing, text: str, left: float, middle: float) -> None:
    width, height = drawing.measure(text, "legend")
    painter.setPen(drawing.look.color("text-quiet"))
    rect = QRectF(left, middle - height / 2, width + 4, height)
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, text)


def _color(drawing: Drawing, status: Status) -> QColor:
    return drawing.faint("ghost", 0.45) if status == "off" else drawing.look.color("text-quiet")
