"""Where the time axis is marked, from decades down to days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from explorer.content.dates import add_months

Unit = Literal["year", "month", "day"]


class Tick(NamedTuple):
    """A marked day: what its label names, and whether a larger unit begins there."""

    day: date
    names: Unit
    major: bool


class Step(NamedTuple):
    """From tick to tick: so many of a unit, about so many days."""

    unit: Unit
    every: int
    days: float


STEPS: Final = (
    Step("day", 1, 1),
    Step("day", 7, 7),
    Step("month", 1, 28),
    Step("month", 3, 90),
    Step("year", 1, 365),
    Step("year", 2, 730),
    Step("year", 5, 1826),
    Step("year", 10, 3652),
    Step("year", 20, 7304),
    Step("year", 50, 18261),
)


def step_for(scale: float, room: Mapping[Unit, float]) -> Step:
    """The finest step whose labels, *room* pixels wide, stand apart at *scale* pixels a day.

    >>> step_for(0.1, {"year": 40, "month": 34, "day": 24})
    Step(unit='year', every=2, days=730)
    """
    fit = (step for step in STEPS if step.days * scale >= _widest(step, room))
    return next(fit, STEPS[-1])


def _widest(step: Step, room: Mapping[Unit, float]) -> float:
    """Among days and months some labels name the larger unit that begins there."""
    units: dict[Unit, tuple[Unit, ...]] = {
        "day": ("day", "month", "year"),
        "month": ("month", "year"),
        "year": ("year",),
    }
    return max(room[unit] for unit in units[step.unit])


def ticks(first: date, last: date, step: Step) -> list[Tick]:
    """The ticks from *first* to *last*, both included."""
    return [_tick(day, step) for day in _days(first, last, step) if first <= day <= last]


def _days(first: date, last: date, step: Step) -> Iterator[date]:
    if step.unit == "year":
        year = first.year - first.year % step.every
        while year <= last.year:
            if year >= 1:
                yield date(year, 1, 1)
            year += step.every
    elif step.unit == "month":
        day = date(first.year, 1, 1)
        while day <= last:
            yield day
            day = add_months(day, step.every)
    elif step.every == 1:
        yield from (first + timedelta(n) for n in range((last - first).days + 1))
    else:
        yield from _quarters_of_months(first, last)


def _quarters_of_months(first: date, last: date) -> Iterator[date]:
    """Weeks that begin anew with each month, so that the first of a month is always marked."""
    month = first.replace(day=1)
    while month <= last:
        yield from (month.replace(day=day) for day in (1, 8, 15, 22))
        month = add_months(month, 1)


def _tick(day: date, step: Step) -> Tick:
    if step.unit == "year":
        return Tick(day, "year", day.year % 10 == 0)
    if day.day == 1 and day.month == 1:
        return Tick(day, "year", True)
    if step.unit == "month":
        return Tick(day, "month", False)
    return Tick(day, "month", True) if day.day == 1 else Tick(day, "day", False)
