"""Since when each county was connected, as it stood on a day, and how many were."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final

import msgspec

from explorer.content.dates import When
from explorer.content.library import Library
from explorer.content.model import Activation, Figure, Undated

PUBLISHED: Final = "sc-activated-jurisdictions/activated-jurisdictions"
STEPS: Final = (  # how the map tells them apart: the first day of each step
    date(2008, 10, 1),
    date(2010, 1, 1),
    date(2010, 7, 1),
    date(2011, 1, 1),
    date(2012, 1, 1),
)
NOT_YET: Final = -1
UNDATED: Final = -2


class Count(msgspec.Struct, frozen=True):
    """How many were connected by a day: from the county list, and as published nearest before."""

    counted: int  # counties of the list, by the end of the month
    states: int  # in so many states, the District of Columbia among them
    undated: int  # counties with no date in the source
    published: Figure | None  # the last published total on or before the day


class Standing(msgspec.Struct, frozen=True):
    """How every county stood on a day."""

    day: date
    steps: Mapping[str, int]  # FIPS -> index into STEPS, NOT_YET or UNDATED
    count: Count

    def counties(self, step: int) -> int:
        """How many counties are of a step."""
        return sum(found == step for found in self.steps.values())


def step_of(when: When) -> int:
    """Which step an activation belongs to.

    >>> step_of(When("2008-10")), step_of(When("2010-06")), step_of(When("2013-01"))
    (0, 1, 4)
    """
    return max(number for number, first in enumerate(STEPS) if first <= when.first)


@lru_cache(maxsize=8)
def standing(library: Library, day: date) -> Standing:
    """How every county stood on a day; the list knows months, so the day's month counts whole."""
    steps = dict.fromkeys((row.fips for row in library.undated()), UNDATED)
    undated, states, active = len(steps), set(), 0
    for fips, state, first, step in _known(library):
        is_on = first <= day
        steps[fips] = step if is_on else NOT_YET
        if is_on:
            active += 1
            states.add(state)
    count = Count(active, len(states), undated, published_by(library, day))
    return Standing(day, steps, count)


@lru_cache(maxsize=4)
def _known(library: Library) -> tuple[tuple[str, str, date, int], ...]:
    """Code, state, first day and step of every county of the list."""
    return tuple(
        (row.fips, row.state, row.activated_on.first, step_of(row.activated_on))
        for row in library.activations()
    )


def is_active(row: Activation, day: date) -> bool:
    """Whether a county was connected by the end of a day's month."""
    return row.activated_on.first <= day


def is_of_this_month(row: Activation, day: date) -> bool:
    """Whether the day of the month is not known on which it was connected, and may be later."""
    return row.activated_on.covers(day) and row.activated_on.first != row.activated_on.last


def published_by(library: Library, day: date) -> Figure | None:
    """The last published total of connected jurisdictions on or before a day."""
    dated = [(figure.date, figure) for figure in library.figures(PUBLISHED) if figure.date]
    known = [(when.last, figure) for when, figure in dated if when.last <= day]
    return max(known, key=lambda pair: pair[0], default=(day, None))[1]


def curve(library: Library, state: str = "") -> tuple[tuple[date, int], ...]:
    """Counties of the list by month, in the nation or a state (``TX``): first days and sums."""
    return _curve(library, state)


@lru_cache(maxsize=64)
def _curve(library: Library, state: str) -> tuple[tuple[date, int], ...]:
    months: dict[date, int] = {}
    for row in library.activations():
        if state in ("", row.state):
            first = row.activated_on.first.replace(day=1)
            months[first] = months.get(first, 0) + 1
    total, found = 0, []
    for month in sorted(months):
        total += months[month]
        found.append((month, total))
    return tuple(found)


class Share(msgspec.Struct, frozen=True):
    """How much of a state was connected on a day."""

    state: str  # two letters
    active: int
    counties: int  # on the list, those without a date among them
    undated: int

    @property
    def part(self) -> float:
        """From 0 to 1; counties without a date stand in the whole and not in the part."""
        return self.active / self.counties if self.counties else 0.0


def shares(library: Library, day: date) -> tuple[Share, ...]:
    """Every state's share of connected counties on a day, by its letters."""
    active: dict[str, int] = {}
    whole: dict[str, int] = {}
    gaps: dict[str, int] = {}
    for row in library.activations():
        whole[row.state] = whole.get(row.state, 0) + 1
        active[row.state] = active.get(row.state, 0) + is_active(row, day)
    for gap in library.undated():
        whole[gap.state] = whole.get(gap.state, 0) + 1
        gaps[gap.state] = gaps.get(gap.state, 0) + 1
    return tuple(
        Share(state, active.get(state, 0), whole[state], gaps.get(state, 0))
        for state in sorted(whole)
    )


def row_of(library: Library, fips: str) -> Activation | Undated | None:
    """What the lists say of a county; None for a code that they do not hold."""
    return _rows(library).get(fips)


@lru_cache(maxsize=4)
def _rows(library: Library) -> Mapping[str, Activation | Undated]:
    dated = {row.fips: row for row in library.activations()}
    return {**{gap.fips: gap for gap in library.undated()}, **dated}


@lru_cache(maxsize=4)
def state_codes(library: Library) -> Mapping[str, str]:
    """The two digits by which the map knows a state, by its letters."""
    dated = {row.state: row.fips[:2] for row in library.activations()}
    return dated | {gap.state: gap.fips[:2] for gap in library.undated()}
