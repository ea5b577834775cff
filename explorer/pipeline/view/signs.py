"""What stands on boxes besides their words: signs to open and fold groups, widths of counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from explorer.content.library import Library
from explorer.pipeline.groups import around, clusters
from explorer.pipeline.layout import Plan
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


def paint_bars(painter: QPainter, drawing: Drawing, state: State) -> None:
    """At every counted box one bar for each cut, as wide as its number on the one scale."""
    if state.cuts is None:
        return
    for name, spot in drawing.plan.spots.items():
        rect = QRectF(*drawing.layout.boxes[name].rect)
        bars = state.cuts.at(spot.members)
        thick = max(4.0, 0.08 * rect.height())
        for row, bar in enumerate(bars):
            number = [one.id for one in state.cuts.funnels].index(bar.cut)
            width = max(_THIN, state.cuts.share(bar) * (rect.width() - 8))
            top = rect.bottom() + 2 + row * (thick + 1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(drawing.look.color(COUNTS[number]))
            painter.drawRect(QRectF(rect.left() + 4, top, width, thick))
