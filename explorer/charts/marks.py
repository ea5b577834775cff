"""Figures in their places: marks, the tracks that they stand on, and whole drawings."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final, Literal

from explorer.content.dates import When, fiscal_year
from explorer.content.model import Break, Figure, Series

Span = Literal["fiscal year", "month", "date", "period"]
EXACT: Final = "exact"
_AGAIN: Final = re.compile(r"~\d+$")  # the end of a name that would stand twice


@dataclass(frozen=True)
class Mark:
    """One figure in its place: from which day to which, and what it is counted in."""

    key: str  # names the mark in a link
    figure: Figure
    span: Span
    start: date
    end: date
    shown: float | None = None  # what we computed from the figure, where the chart was changed
    over: tuple[Figure, ...] = ()  # the figures whose sum it was divided by

    @property
    def name(self) -> str:
        """Its year, month, day or stretch, as in links: ``2012``, ``2010-08``."""
        return _AGAIN.sub("", self.key.partition("@")[2])

    @property
    def least(self) -> float:
        """The lowest value that the source allows: its words, and the rounding of its digits."""
        return -math.inf if self.figure.qualifier in ("at_most", "nearly") else self._rounded(-1)

    @property
    def most(self) -> float:
        """The highest value that the source allows: its words, and the rounding of its digits."""
        return math.inf if self.figure.qualifier in ("at_least", "more_than") else self._rounded(1)

    def _rounded(self, way: int) -> float:
        if self.figure.qualifier != "about" or not self.figure.value:
            return self.value
        return self.value + way * rounding(self.figure.value) * abs(self.value / self.figure.value)

    @property
    def is_bound(self) -> bool:
        """Whether the source gives only a lower or an upper bound."""
        return math.inf in (self.most, -self.least)

    @property
    def is_periodic(self) -> bool:
        """Whether it stands for a whole fiscal year, calendar year or month."""
        when = self.figure.date
        whole = when is not None and when.precision == "year" and not when.is_interval
        return self.span in ("fiscal year", "month") or whole

    @property
    def value(self) -> float:
        """What is drawn: the figure as published, or what was computed from it."""
        return self.figure.value if self.shown is None else self.shown

    @property
    def x(self) -> float:
        """Where it stands on the time axis, in days: the middle of what it covers."""
        return (self.start.toordinal() + self.end.toordinal()) / 2

    @property
    def is_exact(self) -> bool:
        """Whether the source gives the value as exact; others are drawn hollow."""
        return self.figure.qualifier == EXACT and self.shown is None

    @property
    def is_computed(self) -> bool:
        """Whether the value drawn is a calculation of ours."""
        return self.figure.qualifier == "computed" or self.shown is not None


@dataclass(frozen=True)
class Track:
    """One series on a chart: its marks in time, and the runs that a line may join."""

    series: Series
    label: str
    marks: tuple[Mark, ...]
    runs: tuple[tuple[Mark, ...], ...]  # gaps, breaks and other periods end a run
    breaks: tuple[Break, ...]  # those that lie inside the marks

    @property
    def regular(self) -> tuple[Mark, ...]:
        """The marks of whole years, or of months in a monthly series; no counts on single days."""
        months = self.series.period == "month"
        return tuple(m for m in self.marks if m.is_periodic and (m.span != "month" or months))


@dataclass(frozen=True)
class Change:
    """What was done to the figures of a drawing, and with what."""

    id: Literal["index", "share", "rate", "log"]
    base: str = ""  # index: the year or month that is 100, as in the names of marks
    by: str = ""  # share and rate: the series that the figures are divided by; "": their own sum
    times: float = 100.0  # the quotient is multiplied by this
    left_out: tuple[Mark, ...] = ()  # marks that could not be changed, and so are not drawn


@dataclass(frozen=True)
class Drawing:
    """A chart ready to draw."""

    ref: str  # chart:… or series:…
    title: str
    subtitle: str
    note: str
    kind: Literal["line", "points", "stacked", "categories"]
    unit: str
    tracks: tuple[Track, ...]
    changes: tuple[Change, ...] = ()  # in the order in which they were made
    whole: str = ""  # the series of the total that the tracks are parts of
    per: tuple[str, ...] = ()  # series that the figures may be divided by
    table: str = ""  # table:… that lists, with dates, what the chart counts

    @property
    def is_log(self) -> bool:
        """Whether the axis of values goes in powers of ten."""
        return any(change.id == "log" for change in self.changes)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All marks, track by track."""
        return tuple(mark for track in self.tracks for mark in track.marks)

    @property
    def has_fiscal_years(self) -> bool:
        """Whether the axis must say what a fiscal year is."""
        return any(mark.span == "fiscal year" for mark in self.marks)

    @property
    def is_share(self) -> bool:
        """Whether values are percentages of a whole."""
        return self.unit.startswith("percent")

    def track_of(self, key: str) -> Track | None:
        """The track that a mark stands on."""
        return next((t for t in self.tracks if any(m.key == key for m in t.marks)), None)

    def mark(self, key: str) -> Mark | None:
        """The mark with that name."""
        return next((mark for mark in self.marks if mark.key == key), None)


# ----------------------------------------------------------------------------- marks and runs


def marks(figures: Iterable[Figure]) -> tuple[Mark, ...]:
    """Figures in their places, in order of time; each with a name of its own."""
    placed = sorted((_place(figure) for figure in figures), key=lambda mark: (mark.x, mark.key))
    seen: Counter[str] = Counter()
    named = []
    for mark in placed:
        seen[mark.key] += 1
        again = seen[mark.key]
        key = mark.key if again == 1 else f"{mark.key}~{again}"
        named.append(Mark(key, mark.figure, mark.span, mark.start, mark.end))
    return tuple(named)


def _place(figure: Figure) -> Mark:
    """A figure where it lies; a part of a fiscal year lies where its period does."""
    if figure.date is not None:
        span: Span = "month" if figure.date.precision == "month" else "date"
        return _mark(figure, figure.date.text, span, figure.date.first, figure.date.last)
    if figure.fiscal_year is not None and not figure.period:
        return _mark(
            figure, str(figure.fiscal_year), "fiscal year", *fiscal_year(figure.fiscal_year)
        )
    when = When(figure.period)
    return _mark(figure, figure.period, "period", when.first, when.last)


def _mark(figure: Figure, when: str, span: Span, start: date, end: date) -> Mark:
    return Mark(f"{figure.series}@{when}", figure, span, start, end)


def runs(found: Sequence[Mark], breaks: Sequence[Break] = ()) -> tuple[tuple[Mark, ...], ...]:
    """The marks in runs that a line may join: neighbors in time with nothing changed between.

    A year or month without a figure, a change of edition and a mark of another kind end a run.
    """
    parts: list[list[Mark]] = []
    for mark in found:
        if parts and _follows(parts[-1][-1], mark) and not broken(parts[-1][-1], mark, breaks):
            parts[-1].append(mark)
        else:
            parts.append([mark])
    return tuple(tuple(part) for part in parts)


def _follows(one: Mark, other: Mark) -> bool:
    same = one.span == other.span and one.span in ("fiscal year", "month")
    return same and (other.start - one.end).days == 1 and one.figure.unit == other.figure.unit


def broken(one: Mark, other: Mark, breaks: Iterable[Break]) -> bool:
    """Whether the way of counting changed from one mark to a later one."""
    return any(one.end < _begins(item) <= other.end for item in breaks)


def side(mark: Mark, breaks: Iterable[Break]) -> int:
    """After how many breaks a mark lies: two with the same number are counted in one way."""
    return sum(_begins(item) <= mark.end for item in breaks)


def _begins(item: Break) -> date:
    """The first day of the new method: of the fiscal year where only a year is given."""
    return fiscal_year(item.at.first.year)[0] if item.at.precision == "year" else item.at.first


def splits(item: Break, found: Sequence[Mark]) -> bool:
    """Whether a break lies between two of the marks."""
    return any(broken(one, other, (item,)) for one, other in pairwise(found))


def rounding(value: float) -> float:
    """How far a rounded number may lie from the true one: half a step of its last digit.

    >>> rounding(188000), rounding(56.3)
    (500.0, 0.05)
    """
    written = f"{value:.6f}".rstrip("0")
    whole, _, digits = written.partition(".")
    step = -len(digits) if digits else len(whole) - len(whole.rstrip("0"))
    return round(10.0**step / 2, 9)
