"""The full words of what the pointer rests on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF

from explorer.timeline.items import Mark
from explorer.timeline.seen import Seen, SeenBar, SeenCluster
from explorer.timeline.view import words

if TYPE_CHECKING:
    from explorer.timeline.view.canvas import Canvas
    from explorer.timeline.view.drawing import Drawing

_MANY: Final = 12  # lines of a tooltip


def tip_at(canvas: Canvas, at: QPointF) -> str:
    """The full date and title of what is at a point of a canvas."""
    drawing = canvas.drawing
    if drawing is None:
        return ""
    if drawing.strip is not None and drawing.series.rect().contains(at):
        return words.strip_tip(drawing.strip, drawing.series.now(canvas.moment))
    if at.x() < drawing.gutter:
        lane = canvas.lane_at(at)
        return words.lane(lane.name) if lane else ""
    if drawing.time.pill_rect(canvas.scene()).contains(at):
        return _moment_tip(canvas, drawing)
    hit = canvas.hit(at)
    if isinstance(hit, SeenCluster) and len(hit.marks) > 1:
        return _gathered([drawing.contents.marks[mark] for mark in hit.marks])
    index = canvas.indexAt(at.toPoint())
    if not index.isValid():
        return ""
    if isinstance(hit, SeenBar):
        return words.bar_tip(hit.bar)
    entry = canvas.items.entries[index.row()]
    more = drawing.titles.whole_details(hit) if isinstance(hit, Seen) else ""
    return "\n".join(filter(None, (canvas.items.name(entry), more)))


def _gathered(marks: Sequence[Mark]) -> str:
    """The first of the events behind a "+n", and how many more there are."""
    shown = [f"{words.brief(mark.when)}: {mark.title}" for mark in marks[:_MANY]]
    rest = [words.more(len(marks) - _MANY)] if len(marks) > _MANY else []
    return "\n".join([*shown, *rest])


def _moment_tip(canvas: Canvas, drawing: Drawing) -> str:
    """The date of the moment, and the chosen event where it is named beside it."""
    place = drawing.time.place_of(canvas.item)
    day = words.day_words(canvas.moment)
    if drawing.time.pill_text(canvas.scene()) == day:
        return day
    return f"{day} · {drawing.contents.marks[place].title}"
