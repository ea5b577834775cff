"""Two charts on one axis of time: which can stand together, and from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from explorer.charts.axes import span
from explorer.charts.marks import Drawing
from explorer.charts.specs import curated, drawing
from explorer.content.library import Library

Reason = Literal["same", "not-in-time", "no-shared-years"]


@dataclass(frozen=True)
class Pair:
    """A second chart for one: the axis of both, the years both have, or why they cannot."""

    ref: str
    title: str
    first: date | None = None  # the axis: all days that either covers
    last: date | None = None
    shared_first: date | None = None  # the days that both cover
    shared_last: date | None = None
    reason: Reason | None = None  # None: they can stand together


def in_time(one: Drawing) -> bool:
    """Whether a drawing has an axis of time."""
    return one.kind != "categories" and bool(one.marks)


def pair(one: Drawing, other: Drawing) -> Pair:
    """Two drawings on one axis, or the reason why they cannot share it."""
    if one.ref == other.ref:
        return Pair(other.ref, other.title, reason="same")
    if not in_time(one) or not in_time(other):
        return Pair(other.ref, other.title, reason="not-in-time")
    (a, b), (c, d) = span(one), span(other)
    if max(a, c) > min(b, d):
        return Pair(other.ref, other.title, min(a, c), max(b, d), reason="no-shared-years")
    return Pair(other.ref, other.title, min(a, c), max(b, d), max(a, c), min(b, d))


def partners(library: Library, one: Drawing) -> tuple[Pair, ...]:
    """Every other curated chart as a partner of one, those that cannot with the reason."""
    refs = [f"chart:{chart.id}" for chart in curated(library)]
    return tuple(pair(one, drawing(library, ref)) for ref in refs if ref != one.ref)
