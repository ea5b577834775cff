"""The months that the county list spans, one after the other."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from explorer.content.dates import add_months
from explorer.content.library import Library
from explorer.places.layers import SNAPSHOT


@lru_cache(maxsize=4)
def span(library: Library) -> tuple[date, date]:
    """The first day and the last one of all months in which a county was connected."""
    found = [row.activated_on for row in library.activations()]
    return min(when.first for when in found).replace(day=1), end(max(when.last for when in found))


def end(day: date) -> date:
    """The last day of a month: by then the list knows who was connected in it.

    >>> end(date(2012, 2, 3))
    datetime.date(2012, 2, 29)
    """
    return add_months(day.replace(day=1), 1) - timedelta(days=1)


def following(library: Library, day: date) -> date | None:
    """The end of the next month of the list; None after its last one."""
    first, last = span(library)
    if day < first:
        return end(first)
    upcoming = end(day) if day < end(day) else end(day + timedelta(days=1))
    return upcoming if upcoming <= last else None


@lru_cache(maxsize=4)
def first_names(library: Library) -> tuple[str, ...]:
    """The counties of the first month, with their states."""
    first = span(library)[0]
    rows = (row for row in library.activations() if row.activated_on.first <= end(first))
    names = (library.counties[f"county:{row.fips}"].name for row in rows)
    return tuple(sorted(names))


@lru_cache(maxsize=4)
def last_agreements(library: Library) -> date:
    """The last day on which the lists before the one of 2025 show an agreement alive."""
    days = [
        row.last_evidence_on.last
        for row in library.agreements()
        if row.series != SNAPSHOT and row.last_evidence_on is not None
    ]
    return max(days, default=date.min)
