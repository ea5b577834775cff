"""What stands on boxes besides their words: signs to open and fold groups, widths of counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from explorer.content.library import Library
from explorer.pipeline.counts import Cuts
from explorer.pipeline.groups import around, clusters
from explorer.pipeline.layout import Plan, Spot
from explorer.pipeline.view.state import State

if TYPE_CHECKING:
    from explorer.pipeline.view.drawing import Drawing
    from explorer.ui.paint import Look

COUNTS: Final = ("accent", "changed")  # roles of the first and the second cut
_THIN: Final = 2.0  # pixels: the least that can be seen of a width


class Sign(msgspec.Struct, frozen=True):
    """A small sign at the corner of a group: plus opens it, minus folds it."""

    group: str
    is_open: bool
    rect: QRectF


class Group(msgspec.Struct, frozen=True):
    """A group that can fold: its members side by side, or the box that stands for them."""

    group: str
    spots: tuple[str, ...]  # boxes on the plan
    is_open: bool
    names: frozenset[str] = frozenset()  # of its boxes, open or folded


def groups_of(library: Library, plan: Plan) -> tuple[Group, ...]:
    """The groups of the full diagram that can open or fold, as they stand on a plan."""
    if plan.kind == "overview":
        return ()
    found = []
    for one in clusters(library, plan.base or plan):
        is_open = one.members[0] in plan.spots
        spots = one.members if is_open else (one.id,)
        found.append(Group(one.group, spots, is_open, frozenset((one.id, *one.members))))
    return tuple(found)


def signs(drawing: Drawing, groups: tuple[Group, ...]) -> tuple[list[QRectF], list[Sign]]:
    """Frames around the open groups, and a sign at the corner of every group."""
    frames, found = [], []
    size = max(12.0, 0.85 * drawing.measure("x", "note")[1])
    for one in groups:
        rect = QRectF(*around([drawing.layout.boxes[name].rect for name in one.spots]))
        if one.is_open:
            rect = rect.adjusted(-3.5, -3.5, 3.5, 3.5)
            frames.append(rect)
        corner = QRectF(0, 0, size, size)
        corner.moveCenter(rect.topLeft() + QPointF(size * 0.35, size * 0.2))
        found.append(Sign(one.group, one.is_open, corner))
    return frames, found


def paint_sign(painter: QPainter, sign: Sign, look: Look) -> None:
    """A plus or a minus in a small square."""
    painter.setPen(QPen(look.color("control-border"), look.line_scale))
    painter.setBrush(look.color("panel"))
    painter.drawRoundedRect(sign.rect, 3, 3)
    painter.setPen(QPen(look.color("text"), 1.4 * look.line_scale))
    middle, arm = sign.rect.center(), sign.rect.width() * 0.28
    painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
    if not sign.is_open:
        painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))


def bar_rects(drawing: Drawing, cuts: Cuts, name: str, spot: Spot) -> list[QRectF]:
    """Below a counted box one bar for each cut, as wide as its number on the one scale."""
    rect = QRectF(*drawing.layout.boxes[name].rect)
    thick = max(4.0, 0.08 * rect.height())
    return [
        QRectF(
            rect.left() + 4,
            rect.bottom() + 2 + row * (thick + 1),
            max(_THIN, cuts.share(bar) * (rect.width() - 8)),
            thick,
        )
        for row, bar in enumerate(cuts.at(spot.members))
    ]


def paint_bars(painter: QPainter, drawing: Drawing, state: State) -> None:
    """Paint the bars of every counted box, each cut in a color of its own."""
    if state.cuts is None:
        return
    ids = [funnel.id for funnel in state.cuts.funnels]
    painter.setPen(Qt.PenStyle.NoPen)
    for name, spot in drawing.plan.spots.items():
        bars = state.cuts.at(spot.members)
        rects = bar_rects(drawing, state.cuts, name, spot)
        for bar, rect in zip(bars, rects, strict=True):
            painter.setBrush(drawing.look.color(COUNTS[ids.index(bar.cut)]))
            painter.drawRect(rect)
