"""Which boxes and lines are lit: a way that was walked, or all that can be reached from a step."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

import msgspec

from explorer.pipeline.layout import Line, Plan
from explorer.pipeline.moment import Moment

Way = Literal["walked", "forward", "back"]
WAYS: Final[tuple[Way, ...]] = ("forward", "back")
_ENDS: Final = ("outcome", "exit")  # lanes of boxes where a case may end


class Lit(msgspec.Struct, frozen=True):
    """What is lit on a plan while the rest is dimmed."""

    way: Way
    spots: frozenset[str]
    lines: frozenset[str]
    start: str = ""  # the box that is followed from
    outs: tuple[str, ...] = ()  # boxes that are reached and where the path ends
    stuck: tuple[str, ...] = ()  # boxes that are reached and that no line in use leaves


def walked(plan: Plan, edges: Iterable[str]) -> Lit | None:
    """A walked way by its arrows; None where the plan has none of them."""
    known = [edge for edge in edges if plan.line_of(edge) or edge in plan.inside]
    lines = {plan.line_of(edge) for edge in known} - {""}
    spots = {plan.inside[edge] for edge in known if edge in plan.inside}
    for name in lines:
        spots |= {plan.lines[name].source, plan.lines[name].target}
    return Lit("walked", frozenset(spots), frozenset(lines)) if known else None


def followed(plan: Plan, moment: Moment, start: str, way: Way) -> Lit | None:
    """All that lines in use lead to from a box, or all that leads to it; None without the box."""
    if start not in plan.spots:
        return None
    spots, lines, waiting = {start}, set[str](), [start]
    while waiting:
        for line in in_use(plan, moment, waiting.pop(), way):
            lines.add(line.id)
            far = line.target if way == "forward" else line.source
            if far not in spots:
                spots.add(far)
                waiting.append(far)
    last = [name for name in plan.spots if name in spots and not in_use(plan, moment, name, way)]
    outs = [name for name in last if _may_end(plan, name, way)]
    return Lit(
        way,
        frozenset(spots),
        frozenset(lines),
        start,
        tuple(outs),
        tuple(name for name in last if name not in outs),
    )


def in_use(plan: Plan, moment: Moment, spot: str, way: Way) -> list[Line]:
    """The lines out of a box, or into it, that are in use, from the top down."""
    found = plan.entering(spot) if way == "back" else plan.leaving(spot)
    return [line for line in found if moment.line_status(line) != "off"]


def _may_end(plan: Plan, spot: str, way: Way) -> bool:
    """Whether the path begins or ends here by its own plan, whatever the date."""
    found = plan.entering(spot) if way == "back" else plan.leaving(spot)
    return not found or (way == "forward" and plan.spots[spot].lane in _ENDS)
