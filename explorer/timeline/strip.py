"""One series under the lanes: its figures placed in time, and the one known at a moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from explorer.content.dates import fiscal_year
from explorer.content.library import Library
from explorer.content.model import Figure

FEWEST = 3  # figures that a strip is worth drawing for


class Value(NamedTuple):
    """A figure and the days that it is for: one day, a month, a fiscal year."""

    first: float
    last: float
    value: float
    figure: Figure

    @property
    def middle(self) -> float:
        """The day that it is drawn at."""
        return (self.first + self.last) / 2

    @property
    def is_span(self) -> bool:
        """Whether it counts over many days, not as of one."""
        return self.figure.fiscal_year is not None and self.figure.date is None


class Strip(NamedTuple):
    """A series with its values in time, ready to be drawn."""

    ref: str
    title: str
    unit: str
    values: tuple[Value, ...]


class Choice(NamedTuple):
    """A series that can be shown, by reference, and its title."""

    ref: str
    title: str
    unit: str


def values(library: Library, ref: str) -> tuple[Value, ...]:
    """The figures of a series that have a place in time, in order; none is added between them."""
    series = library.series.get(ref.removeprefix("series:"))
    placed = (_placed(figure) for figure in library.figures(series.id)) if series else ()
    return tuple(sorted((value for value in placed if value), key=lambda one: one[:3]))


def strip_of(library: Library, ref: str) -> Strip | None:
    """A series as a strip; None where there is no such series or nothing of it has a time."""
    series = library.series.get(ref.removeprefix("series:"))
    found = values(library, ref)
    return Strip(ref, series.title, series.unit, found) if series and found else None


def _placed(figure: Figure) -> Value | None:
    if figure.date is not None:
        first, last = figure.date.first, figure.date.last
    elif figure.fiscal_year is not None:
        first, last = fiscal_year(figure.fiscal_year)
    else:
        return None
    return Value(float(first.toordinal()), float(last.toordinal() + 1), figure.value, figure)


def known_at(found: Sequence[Value], moment: date) -> Value | None:
    """The figure for the moment, or the last one before it; never one made up between two."""
    day = moment.toordinal() + 0.5
    around = [one for one in found if one.is_span and one.first <= day < one.last]
    earlier = [one for one in found if not one.is_span and one.first <= day]
    best = around or earlier
    return best[-1] if best else None


def choices(library: Library) -> tuple[Choice, ...]:
    """The series of the charts that have enough figures in time, in the order of the charts."""
    charts = sorted(library.charts.values(), key=lambda chart: chart.order)
    names = dict.fromkeys(plotted.series for chart in charts for plotted in chart.series)
    found = []
    for name in names:
        ref = f"series:{name.removeprefix('series:')}"
        if len(values(library, ref)) >= FEWEST:
            series = library.series[ref.removeprefix("series:")]
            found.append(Choice(ref, series.title, series.unit))
    return tuple(found)


def first_choice(library: Library) -> str:
    """The series of the first chart that shows single points in time; empty without one."""
    points = (chart for chart in library.charts.values() if chart.kind == "points")
    chart = min(points, key=lambda chart: chart.order, default=None)
    return f"series:{chart.series[0].series.removeprefix('series:')}" if chart else ""
