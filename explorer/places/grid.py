"""Several maps on one sheet: where each stands so that they are as large as can be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from explorer.content import tidy
from explorer.content.library import Library
from explorer.content.model import Figure
from explorer.places.growth import MEANING, list_sources
from explorer.places.listing import rows
from explorer.places.spread import NOT_YET, STEPS, UNDATED, Standing, published_by, standing

YEARS: Final = tuple(date(year, 12, 31) for year in range(2008, 2014))
FIELDS: Final = ("end_of_year", "fips", "place", "state", "step", "source")


class Cell(NamedTuple):
    """Where one map stands with its head above it."""

    x: float
    y: float
    width: float
    height: float  # the head among it


def cells(count: int, width: float, height: float, ratio: float, head: float) -> tuple[Cell, ...]:
    """So many maps of a *ratio* of width to height, each below a head, in rows of equal length.

    >>> [round(cell.x) for cell in cells(6, 900, 400, 1.5, 20)]
    [0, 300, 600, 0, 300, 600]
    """
    columns = max(
        range(1, count + 1), key=lambda many: _size(count, many, width, height, ratio, head)
    )
    lines = -(-count // columns)
    wide, high = width / columns, height / lines
    return tuple(Cell(at % columns * wide, at // columns * high, wide, high) for at in range(count))


def _size(
    count: int, columns: int, width: float, height: float, ratio: float, head: float
) -> tuple[float, int]:
    """How wide a map gets with so many columns; of equal ones the fewest columns."""
    lines = -(-count // columns)
    return min(width / columns, max(0.0, height / lines - head) * ratio), -columns


def standings(library: Library) -> tuple[Standing, ...]:
    """How every county stood at the end of each year."""
    return tuple(standing(library, day) for day in YEARS)


def published_at(library: Library, day: date) -> Figure | None:
    """The total published nearest before the end of a year, where one was in that year."""
    figure = published_by(library, day)
    recent = figure is not None and figure.date is not None and figure.date.last.year == day.year
    return figure if recent else None


def multiples_csv(library: Library, title: str, link: str = "") -> str:
    """Every county at the end of each year as a tidy file."""
    names: Mapping[int, str] = {NOT_YET: "not yet", UNDATED: "no date in the source"}
    sources = list_sources(library)
    above = [*tidy.about(library, title, link), *MEANING]
    above += [f"Step {at + 1}: from {first:%Y-%m}" for at, first in enumerate(STEPS)]
    above += tidy.cited(library, sources)
    lines = (
        (
            *(f"{one.day.year}", row.fips, row.name, row.state),
            names.get(one.steps[row.fips], f"{one.steps[row.fips] + 1}"),
            ";".join(row.sources[:1]),
        )
        for one in standings(library)
        for row in rows(library)
    )
    return tidy.as_csv(above, FIELDS, lines)
