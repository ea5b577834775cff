"""Signs at the corners of boxes, to open and fold groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from explorer.content.library import Library
from explorer.pipeline.groups import around, clusters
from explorer.pipeline.layout import Plan

if TYPE_CHECKING:
    from explorer.pipeline.view.drawing import Drawing
    from explorer.ui.paint import Look


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
