"""Lines, arrow heads and other shapes of the diagram, and whether they touch."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from explorer.pipeline.layout import Rect

ARROW: Final = 8.0  # how long the head of an arrow is
_CORNER: Final = 6.0


def crosses(rect: QRectF, points: Sequence[tuple[float, float]]) -> bool:
    """Whether a line of straight parts touches a box, or comes very near to it."""
    # Asked thousands of times while room is looked for: in plain numbers it takes a third.
    left, right = rect.left() - 2, rect.right() + 2
    top, bottom = rect.top() - 2, rect.bottom() + 2
    return any(
        left < max(ax, bx) and min(ax, bx) < right and top < max(ay, by) and min(ay, by) < bottom
        for (ax, ay), (bx, by) in pairwise(points)
    )


def between(one: tuple[float, float], other: tuple[float, float]) -> Rect:
    """The box with two points in its corners; a thin one for the ends of a straight line."""
    (ax, ay), (bx, by) = one, other
    return Rect(min(ax, bx), min(ay, by), abs(ax - bx), abs(ay - by))


def rounded(points: Sequence[QPointF]) -> QPainterPath:
    """A line of straight parts with rounded corners."""
    path = QPainterPath(points[0])
    for one, here, after in zip(points, points[1:], points[2:], strict=False):
        reach = min(_CORNER, _length(one, here) / 2, _length(here, after) / 2)
        path.lineTo(_towards(here, one, reach))
        path.quadTo(here, _towards(here, after, reach))
    path.lineTo(points[-1])
    return path


def _length(one: QPointF, other: QPointF) -> float:
    return math.hypot(other.x() - one.x(), other.y() - one.y())


def _towards(start: QPointF, end: QPointF, reach: float) -> QPointF:
    length = _length(start, end) or 1.0
    return start + (end - start) * (reach / length)


def before(points: Sequence[QPointF], reach: float) -> QPointF:
    """The point a little before the end of a line."""
    return _towards(points[-1], points[-2], min(reach, _length(points[-1], points[-2])))


def arrow_head(points: Sequence[QPointF], size: float) -> QPolygonF:
    """The head of an arrow at the end of a line."""
    tip, back = points[-1], _towards(points[-1], points[-2], size)
    side = QPointF(-(tip.y() - back.y()), tip.x() - back.x()) * 0.5
    return QPolygonF([tip, back + side, back - side])


def triangle(at: QPointF, size: float) -> QPolygonF:
    """A triangle that stands on its base."""
    return QPolygonF(
        [at + QPointF(0, -size), at + QPointF(size, size * 0.8), at + QPointF(-size, size * 0.8)]
    )
