"""Published counts on the diagram: lines and blocks as wide as their numbers, on one scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from explorer.pipeline.counts import Bar, Cuts, OnPlan
from explorer.pipeline.layout import Rect
from explorer.pipeline.view.shapes import between, crosses
from explorer.ui.paint import Look

if TYPE_CHECKING:
    from explorer.pipeline.view.drawing import Drawing

COUNTS: Final = ("accent", "changed")  # roles of the first and the second cut
LEAST: Final = 2.5  # pixels: a narrower width could not be told from a line without a number
_WIDEST: Final = {"overview": 36.0, "full": 16.0}  # pixels
_SHARE: Final = 0.62  # of the side of a box: no line is wider
_LONG: Final = (14.0, 10.0, 7.0)  # pixels: how far a block stands out of its box
Points = tuple[tuple[float, float], ...]


class Ribbon(msgspec.Struct, frozen=True):
    """A line as wide as the number of what passes along it."""

    line: str
    bar: Bar
    rank: int  # of its cut
    wide: float
    points: Points

    def areas(self) -> list[QRectF]:
        """What its straight parts cover."""
        legs = (QRectF(*between(*ends)) for ends in pairwise(self.points))
        return [_widened(leg, self.wide / 2) for leg in legs]


class Block(msgspec.Struct, frozen=True):
    """A block at a box, as wide as a number: counted there, or not accounted for."""

    spot: str
    bar: Bar
    rank: int
    rect: QRectF


class Counted(msgspec.Struct, frozen=True):
    """All widths of some cuts on a drawing."""

    ribbons: tuple[Ribbon, ...]
    blocks: tuple[Block, ...]
    too_small: bool  # a number is so small that its width is the least one

    def areas(self) -> list[QRectF]:
        """What the widths cover."""
        return [rect for _, rect in self._bars()]

    def at(self, point: QPointF) -> Bar | None:
        """The number whose width is at a point."""
        return next((bar for bar, rect in self._bars() if rect.contains(point)), None)

    def _bars(self) -> Iterator[tuple[Bar, QRectF]]:
        for block in self.blocks:
            yield block.bar, block.rect
        for one in self.ribbons:
            for rect in one.areas():
                yield one.bar, rect


def _widened(leg: QRectF, half: float) -> QRectF:
    """A straight part of a line with its width."""
    if leg.width() >= leg.height():
        return leg.adjusted(0, -half, 0, half)
    return leg.adjusted(-half, 0, half, 0)


def counted(drawing: Drawing, cuts: Cuts) -> Counted:
    """The widths of some cuts; how many pixels a number has is the same for all of them."""
    placed = cuts.on(drawing.plan)
    scale = _scale(drawing, cuts, placed)
    ribbons = [
        one
        for name, bars in placed.lines.items()
        for one in _side_by_side(drawing, cuts, name, bars, scale)
    ]
    lines = list(drawing.layout.lines.values())
    taken = Counted(tuple(ribbons), (), False).areas()
    blocks: list[Block] = []
    for name, bars in placed.spots.items():
        for bar in bars:
            rect = _free(
                drawing, drawing.layout.boxes[name].rect, scale * cuts.share(bar), taken, lines
            )
            taken.append(rect.adjusted(-3, -3, 3, 3))
            blocks.append(Block(name, bar, cuts.rank(bar), rect))
    shown = [*(one.bar for one in ribbons), *(one.bar for one in blocks)]
    return Counted(
        tuple(ribbons), tuple(blocks), any(scale * cuts.share(bar) < LEAST for bar in shown)
    )


def _scale(drawing: Drawing, cuts: Cuts, placed: OnPlan) -> float:
    """How wide the largest number is, so that all lines have room at their boxes."""
    box = next(iter(drawing.layout.boxes.values())).rect
    most = max((sum(map(cuts.share, bars)) for bars in placed.lines.values()), default=1.0)
    return min(_WIDEST[drawing.plan.kind], _SHARE * min(box.h, box.w)) / max(1.0, most)


def _side_by_side(
    drawing: Drawing, cuts: Cuts, name: str, bars: Sequence[Bar], scale: float
) -> Iterator[Ribbon]:
    """The ribbons of one line, the first at its left as it runs."""
    wides = [max(LEAST, scale * cuts.share(bar)) for bar in bars]
    gap = 2.0
    at = -(sum(wides) + gap * (len(wides) - 1)) / 2
    for bar, wide in zip(bars, wides, strict=True):
        points = _beside(drawing.layout.lines[name], at + wide / 2)
        yield Ribbon(name, bar, cuts.rank(bar), wide, points)
        at += wide + gap


def _beside(points: Points, off: float) -> Points:
    """A line of straight parts at right angles, moved to its side."""
    legs = list(pairwise(points))
    found = []
    for number, (x, y) in enumerate(points):
        near = legs[max(0, number - 1) : number + 1]
        moves = {_across(*leg) for leg in near}
        found.append((x + off * sum(dx for dx, _ in moves), y + off * sum(dy for _, dy in moves)))
    return tuple(found)


def _across(start: tuple[float, float], end: tuple[float, float]) -> tuple[int, int]:
    """The direction to the left of a straight part, as it runs."""
    x, y = end[0] - start[0], end[1] - start[1]
    return ((y > 0) - (y < 0), (x < 0) - (x > 0))


def _free(
    drawing: Drawing, box: Rect, wide: float, taken: Sequence[QRectF], lines: Sequence[Points]
) -> QRectF:
    """A place for a block at a side of a box where nothing else is; at worst below its corner."""
    boxes = [QRectF(*one.rect) for one in drawing.layout.boxes.values()]
    inside = QRectF(2, 2, drawing.layout.width - 4, drawing.layout.height - 4)
    words = drawing.measure("x", "note")[1]  # room for the number below a block
    inside.setBottom(inside.bottom() - 0.6 * words)
    for rect in _at_sides(box, max(LEAST, wide)):
        near = rect.adjusted(-2, -2, 2, 2)
        clear = not any(near.intersects(one) for one in taken)
        clear = clear and sum(near.intersects(one) for one in boxes) == 1  # its own
        if clear and inside.contains(rect) and not any(crosses(rect, line) for line in lines):
            return rect
    return QRectF(box.x + 4, box.bottom + 1, max(LEAST, wide), _LONG[-1])


def _at_sides(box: Rect, wide: float) -> Iterator[QRectF]:
    for long in _LONG:
        for share in (0.5, 0.25, 0.75, 0.12, 0.88):
            x = box.x + min(max(box.w * share - wide / 2, 2), box.w - wide - 2)
            yield QRectF(x, box.bottom + 1, wide, long)
            yield QRectF(x, box.y - 1 - long, wide, long)
        for share in (0.5, 0.25, 0.75):
            y = box.y + min(max(box.h * share - wide / 2, 2), box.h - wide - 2)
            yield QRectF(box.right + 1, y, long, wide)
            yield QRectF(box.x - 1 - long, y, long, wide)


# ------------------------------------------------------------------------------- painting


def brush(look: Look, rank: int, is_rest: bool) -> QBrush:
    """How a width is filled: what is not accounted for is hatched, the second cut is dotted."""
    role = COUNTS[rank]
    if is_rest:
        return look.hatch(role)
    pattern = Qt.BrushStyle.Dense4Pattern if rank else Qt.BrushStyle.SolidPattern
    return QBrush(look.color(role), pattern)


def paint_width(painter: QPainter, rect: QRectF, look: Look, rank: int, is_rest: bool) -> None:
    """A width as a block."""
    painter.setPen(QPen(look.color(COUNTS[rank]), 1) if is_rest or rank else Qt.PenStyle.NoPen)
    painter.setBrush(brush(look, rank, is_rest))
    painter.drawRect(rect)


def paint_ribbon(painter: QPainter, one: Ribbon, look: Look, marked: bool) -> None:
    """A ribbon with a head as wide as itself; a chosen one has a bold outline."""
    color: QColor = look.color(COUNTS[one.rank])
    painter.setPen(QPen(color, 1))
    painter.setBrush(brush(look, one.rank, False))
    body, head = _outline(one)
    path = QPainterPath()
    path.addPolygon(body)
    painter.drawPath(path)
    painter.setBrush(color)
    painter.drawPolygon(head)
    if marked:
        painter.setPen(QPen(look.color("text"), 2 * look.line_scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.drawPolygon(head)


def _outline(one: Ribbon) -> tuple[QPolygonF, QPolygonF]:
    """The two sides of a ribbon, and the head at its end."""
    (ax, ay), (bx, by) = one.points[-2:]
    length = abs(bx - ax) + abs(by - ay)
    reach = min(max(8.0, 0.35 * one.wide), 0.6 * length)
    step = ((bx > ax) - (bx < ax), (by > ay) - (by < ay))
    neck = (bx - step[0] * reach, by - step[1] * reach)
    points = (*one.points[:-1], neck)
    half = one.wide / 2
    left, right = _beside(points, half), _beside(points, -half)
    body = QPolygonF([QPointF(*point) for point in (*left, *reversed(right))])
    body.append(QPointF(*left[0]))
    spread = max(half, 4.5)
    across = _across((ax, ay), (bx, by))
    ends = [(neck[0] + across[0] * s, neck[1] + across[1] * s) for s in (spread, -spread)]
    return body, QPolygonF([QPointF(bx, by), *(QPointF(*end) for end in ends)])
