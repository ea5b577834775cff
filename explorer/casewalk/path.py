"""The way of a walk through the diagram: the arrows that it takes before it ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from explorer.casewalk.course import settling
from explorer.content.library import Library
from explorer.policy.steps import Walk

BOOKED: Final = ("e05", "e06")
CHECKED: Final = ("e07", "e08")  # by the state and the FBI
PASSED_ON: Final = ("e10",)
IDENT: Final[Mapping[str, tuple[str, ...]]] = {
    "match": ("e12", "e13", "e14", "e16"),
    "no_match": ("e11",),
    "ivf_hit": ("e02", "e03", "e14", "e16"),
}
REQUEST: Final[Mapping[str, tuple[str, ...]]] = {
    "no_request": ("e17",),
    "request_after_conviction": ("e17",),
    "request_hold": ("e18", "e21"),
    "may_request": ("e18", "e21"),
    "request_notify": ("e19", "e22"),
}
DECISION: Final = ("e16", "e17")  # to ICE's decision, and out of it without a request
FINAL: Final[Mapping[str, tuple[str, ...]]] = {
    "held_possible": ("e24",),
    "notify_only": ("e25",),
    "not_held": ("e26",),
}


def walked(walk: Walk, short: bool = False) -> tuple[str, ...]:
    """The arrows that a walk takes; nothing where the day was not researched.

    The way ends where the walk ends; an open answer ends it too: what comes after it is not known.
    On a short diagram, which has one box for ICE's decision and for the request that may come of
    it, a walk that ends with the decision does not reach that box.
    """
    end = settling(walk)
    if end == "range":
        return ()
    way = [*BOOKED, *CHECKED]
    is_connected = walk.activation.outcome == "activated"
    if is_connected:
        way += PASSED_ON
    if is_connected or walk.ident.outcome == "ivf_hit":
        way += IDENT.get(walk.ident.outcome, ())
    if end != "ident":
        way += REQUEST.get(walk.request.outcome, ())
    way += FINAL.get(walk.final, ())
    is_short = short and end == "request"
    return tuple(edge for edge in way if not (is_short and edge in DECISION))


def stations(library: Library, walk: Walk) -> tuple[tuple[str, bool], ...]:
    """The boxes of the short diagram from left to right: their names, and which the walk reaches."""
    edges = [library.edges[name] for name in walked(walk, short=True)]
    reached = {node for edge in edges for node in (edge.from_, edge.to)}
    boxes = sorted(library.boxes.values(), key=lambda box: box.order)
    return tuple((box.short_label, not reached.isdisjoint(box.members)) for box in boxes)
