"""The heading and the legend of a map that is handed on as a picture."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from explorer.content.library import Library
from explorer.places import chosen
from explorer.places.spread import NOT_YET, STEPS, UNDATED, standing
from explorer.places.view import mapwords as words
from explorer.places.view.ink import fill_brush, paint_sign
from explorer.reader.lens import Lens
from explorer.ui.paint import Look

WRAP = Qt.TextFlag.TextWordWrap


def paint_legend(
    painter: QPainter, rect: QRectF, library: Library, lens: Lens, look: Look
) -> QRectF:
    """Draw all but the map; what is left for the map is given back."""
    gap = float(look.space(4))
    painter.fillRect(rect, look.color("panel"))
    left = rect.adjusted(gap, gap, -gap, -gap)
    side = min(rect.width() * 0.34, 250.0 * look.scale)
    heading = look.font("heading", bold=True)
    painter.setPen(look.color("text"))
    top = _text(painter, left, words.headline(library, lens.moment), heading)
    head = QRectF(left.left(), top, left.width(), left.height())
    top = _text(painter, head, words.subline(library, lens.moment), look.font("small")) + gap / 2
    column = QRectF(left.right() - side, top, side, left.bottom() - top)
    _paint_column(painter, column, library, lens, look)
    return QRectF(left.left(), top, left.width() - side - gap, left.bottom() - top)


def _paint_column(
    painter: QPainter, column: QRectF, library: Library, lens: Lens, look: Look
) -> None:
    small, line = look.font("small"), look.font("small").pixelSize() * 1.5
    y = column.top()
    for step in (*range(len(STEPS)), NOT_YET, UNDATED):
        box = QRectF(column.left(), y + line * 0.18, line * 1.3, line * 0.66)
        painter.setPen(look.pen("map-border", 1.0))
        painter.setBrush(look.brush("panel"))
        painter.drawRect(box)
        painter.setBrush(fill_brush(step, look))
        painter.drawRect(box)
        y = _named(painter, column, y, line, words.step(library, step), small, look)
    for layer in chosen.layers(lens):
        painter.setPen(look.color("text"))
        bold = look.font("small", bold=True)
        y = _text(painter, _from(column, y + line / 3), words.tr(words.LAYER[layer]), bold)
        for kind, text in words.signs(layer):
            paint_sign(painter, kind, QPointF(column.left() + line * 0.65, y + line / 2), look)
            y = _named(painter, column, y, line, text, small, look)
    painter.setPen(look.color("text"))
    for text in _told(library, lens):
        y = _text(painter, _from(column, y + line / 3), text, look.font("caption"))


def _told(library: Library, lens: Lens) -> Iterator[str]:
    """What colors and signs mean and do not, and how many were activated."""
    yield words.meaning()
    yield words.no_date()
    for layer in chosen.layers(lens):
        yield words.layer_meaning(library, layer, lens.moment)
    yield words.counts_sentence(library, standing(library, lens.moment))


def _named(
    painter: QPainter,
    column: QRectF,
    y: float,
    line: float,
    text: str,
    font: QFont,
    look: Look,
) -> float:
    painter.setPen(look.color("text"))
    box = QRectF(column.left() + line * 1.6, y, column.width() - line * 1.6, column.height())
    return max(_text(painter, box, text, font), y + line)


def _text(painter: QPainter, box: QRectF, text: str, font: QFont) -> float:
    """Draw a text in as many lines as it needs; where it ends is given back."""
    painter.setFont(font)
    needed = QFontMetricsF(font).boundingRect(QRectF(0, 0, box.width(), 10000), WRAP, text)
    painter.drawText(QRectF(box.left(), box.top(), box.width(), needed.height() + 2), WRAP, text)
    return box.top() + needed.height() + 2


def _from(column: QRectF, y: float) -> QRectF:
    return QRectF(column.left(), y, column.width(), column.bottom() - y)
