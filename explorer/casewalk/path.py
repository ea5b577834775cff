"""The way of a walk through the diagram: the arrows that it takes before it ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from explorer.casewalk.course import settling
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
FINAL: Final[Mapping[str, tuple[str, ...]]] = {
    "held_possible": ("e24",),
    "notify_only": ("e25",),
    "not_held": ("e26",),
}


def walked(walk: Walk) -> tuple[str, ...]:
    """The arrows that a walk takes; nothing where the day was not researched.

    An open answer ends the way: what comes after it is not known.
    """
    end = settling(walk)
    if end == "range":
        return ()
    found = [*BOOKED, *CHECKED]
    if walk.activation.outcome == "activated":
        found += PASSED_ON
    found += IDENT.get(walk.ident.outcome, ())
    if end != "ident":
        found += REQUEST.get(walk.request.outcome, ())
    return (*found, *FINAL.get(walk.final, ()))
