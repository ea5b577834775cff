"""A chart's description -> series ready to draw."""

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
from explorer.content.library import Library
from explorer.content.model import Break, Chart, Claim, Figure, Plotted, Series

Span = Literal["fiscal year", "month", "date", "period"]
EXACT: Final = "exact"
MOST_LINES: Final = 5  # more cannot be told apart
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


# -------------------------------------------------------------------------------- what to draw


def drawing(library: Library, ref: str) -> Drawing:
    """The chart or plain series that *ref* names; the first chart for anything else."""
    kind, _, name = ref.partition(":")
    if kind == "chart" and name in library.charts:
        return _of_chart(library, library.charts[name])
    if kind == "series" and name in library.series:
        return _of_series(library, library.series[name])
    return _of_chart(library, curated(library)[0])


def curated(library: Library) -> tuple[Chart, ...]:
    """The charts of the content in their order."""
    return tuple(sorted(library.charts.values(), key=lambda chart: (chart.order, chart.id)))


def chosen(library: Library, item: str) -> str:
    """What to show for an item: itself, or the chart or series that measures it; "" for neither."""
    kind = item.partition(":")[0]
    if item and library.has(item):
        if kind in ("chart", "series", "table"):
            return item
        if kind in ("event", "program"):
            found = (measure.by for measure in library.measured_by(item))
            return next((chart_with(library, ref) for ref in found if _is_series(ref)), "")
    return ""


def chart_with(library: Library, series: str) -> str:
    """The first chart that shows a series (``series:…``), or the series alone."""
    name = series.partition(":")[2]
    for chart in curated(library):
        if any(plotted.series == name for plotted in chart.series):
            return f"chart:{chart.id}"
    return series


def _is_series(ref: str) -> bool:
    return ref.startswith("series:")


def _of_chart(library: Library, chart: Chart) -> Drawing:
    tracks = tuple(_track(library, plotted, chart) for plotted in chart.series)
    kind = "categories" if chart.kind == "bar" else chart.kind
    return Drawing(
        ref=f"chart:{chart.id}",
        title=chart.title,
        subtitle=chart.subtitle,
        note=chart.note,
        kind=kind,
        unit=_unit(tracks),
        tracks=tracks,
        whole=chart.whole,
        per=chart.per,
        table=f"table:{chart.table}" if chart.table else "",
    )


def _of_series(library: Library, series: Series) -> Drawing:
    track = _track(library, Plotted(series=series.id, label=series.title), None)
    return Drawing(
        ref=f"series:{series.id}",
        title=series.title,
        subtitle=series.counts,
        note=series.caution,
        kind="line" if track.runs and any(len(run) > 1 for run in track.runs) else "points",
        unit=series.unit,
        tracks=(track,),
    )


def _track(library: Library, plotted: Plotted, chart: Chart | None) -> Track:
    series = library.series[plotted.series]
    found = marks(library.figures(series.id))
    if chart is not None:
        found = tuple(mark for mark in found if _inside(mark, chart))
    joined = chart is None or chart.kind != "points" or series.period in ("fiscal year", "month")
    return Track(
        series=series,
        label=plotted.label,
        marks=found,
        runs=runs(found, series.breaks) if joined else tuple((mark,) for mark in found),
        breaks=tuple(item for item in series.breaks if splits(item, found)),
    )


def _inside(mark: Mark, chart: Chart) -> bool:
    after = chart.start is None or mark.end >= chart.start.first
    return after and (chart.end is None or mark.start <= chart.end.last)


def _unit(tracks: Sequence[Track]) -> str:
    """The units of a chart; series of two units say both."""
    return ", ".join(dict.fromkeys(track.series.unit for track in tracks))


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


# ------------------------------------------------------------------------------------- axes


def bounds(values: Iterable[float], *, share: bool = False) -> tuple[float, float]:
    """Lowest and highest value of an axis: from zero, shares to 100, others to a round number.

    >>> bounds([12.0, 409849.0])
    (0.0, 500000.0)
    """
    numbers = list(values)
    if share and all(0 <= number <= 100 for number in numbers):
        return 0.0, 100.0
    low, high = min([0.0, *numbers]), max([0.0, *numbers])
    step = _step((high - low) or 1.0, 5)
    return math.floor(low / step) * step, math.ceil(high / step) * step or step


def ticks(low: float, high: float, most: int = 6) -> tuple[float, ...]:
    """Round values from *low* to *high*, at most about *most* of them.

    >>> ticks(0, 500000)
    (0.0, 100000.0, 200000.0, 300000.0, 400000.0, 500000.0)
    """
    step = _step((high - low) or 1.0, max(most - 1, 1))
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return tuple(round(number * step, 10) for number in range(first, last + 1))


def log_bounds(values: Iterable[float]) -> tuple[float, float]:
    """The powers of ten around values that are all above zero.

    >>> log_bounds([7.0, 3181.0])
    (1.0, 10000.0)
    """
    numbers = list(values)
    low = 10.0 ** math.floor(math.log10(min(numbers)))
    high = 10.0 ** math.ceil(math.log10(max(numbers)))
    return low, high if high > low else low * 10


def log_ticks(low: float, high: float, most: int = 6) -> tuple[float, ...]:
    """Values to label on an axis in powers of ten: the powers; 2 and 5 times them if there is room.

    >>> log_ticks(1, 1000)
    (1.0, 10.0, 100.0, 1000.0)
    """
    first, last = round(math.log10(low)), round(math.log10(high))
    powers = [10.0**power for power in range(first, last + 1)]
    between = [n * power for power in powers[:-1] for n in (1, 2, 5)] + powers[-1:]
    return tuple(between if len(between) <= most else powers)


def years(start: date, end: date, most: int = 12) -> tuple[int, ...]:
    """Whole years to label between two days, evenly spaced and at most *most* of them."""
    first, last = start.year, end.year + 1
    step = next(s for s in (1, 2, 5, 10, 20, 25, 50, 100) if (last - first) / s <= max(most, 1))
    return tuple(year for year in range(first, last + 1) if year % step == 0)


def _step(size: float, parts: int) -> float:
    """The smallest of 1, 2, 2.5 and 5 times a power of ten that covers *size* in *parts*."""
    power = 10.0 ** math.floor(math.log10(size / parts))
    return next(n * power for n in (1, 2, 2.5, 5, 10, 20) if n * power * parts >= size * (1 - 1e-9))


def span(drawing: Drawing) -> tuple[date, date]:
    """First and last day that a drawing covers: the axis begins and ends with the data.

    Figures of less than a year get the whole years that they lie in.
    """
    if not drawing.marks:
        return date(2000, 1, 1), date(2020, 12, 31)
    first = min(mark.start for mark in drawing.marks)
    last = max(mark.end for mark in drawing.marks)
    if (last - first).days < 365:
        return date(first.year, 1, 1), date(last.year, 12, 31)
    return first, last


def stacks(drawing: Drawing) -> tuple[tuple[Mark, float, float], ...]:
    """Each mark of a stacked chart with the lower and upper end of its part of the bar."""
    tops: dict[date, float] = {}
    found = []
    for track in drawing.tracks:
        for mark in track.marks:
            low = tops.get(mark.start, 0.0)
            tops[mark.start] = low + mark.value
            found.append((mark, low, tops[mark.start]))
    return tuple(found)


def highest(drawing: Drawing) -> tuple[float, ...]:
    """The values that an axis must hold: of marks, or of whole stacks."""
    if drawing.kind == "stacked":
        return tuple(top for _, _, top in stacks(drawing))
    return tuple(mark.value for mark in drawing.marks)


# ------------------------------------------------------------------------------ one figure


def neighbor(drawing: Drawing, key: str, step: int) -> str:
    """The mark before or after one on its track, or among bars; from none, the first of all."""
    track = drawing.track_of(key)
    if track is None:
        return drawing.marks[0].key if drawing.marks else ""
    beside = drawing.marks if drawing.kind == "categories" else track.marks
    names = [mark.key for mark in beside]
    return names[min(max(names.index(key) + step, 0), len(names) - 1)]


def across(drawing: Drawing, key: str, step: int) -> str:
    """The mark nearest in time on the track above or below."""
    track, mark = drawing.track_of(key), drawing.mark(key)
    if track is None or mark is None:
        return drawing.marks[0].key if drawing.marks else ""
    others = [other for other in drawing.tracks if other.marks]
    other = others[(others.index(track) + step) % len(others)]
    return min(other.marks, key=lambda found: abs(found.x - mark.x)).key


def said_differently(library: Library, mark: Mark) -> tuple[Figure, ...]:
    """What other editions of the same series give for the same stretch of time."""
    own = mark.figure.series
    twins = [series.id for series in library.series.values() if own in _stands(series)]
    twins += _stands(library.series[own])
    found = (other for twin in dict.fromkeys(twins) for other in marks(library.figures(twin)))
    return tuple(
        other.figure
        for other in found
        if (other.start, other.end) == (mark.start, mark.end)
        and (other.figure.value, other.figure.source) != (mark.figure.value, mark.figure.source)
    )


def _stands(series: Series) -> list[str]:
    """The series that stands for one, as its record names it."""
    return [series.stands_for.partition(" ")[0]] if series.stands_for else []


def claims_with(library: Library, figure: Figure) -> tuple[Claim, ...]:
    """The published claims that use a figure: as a part or a whole, or as the share itself."""
    written = f"{figure.value:,.0f}" if figure.value >= 1000 else ""
    return tuple(claim for claim in library.claims.values() if _uses(claim, figure, written))


def _uses(claim: Claim, figure: Figure, written: str) -> bool:
    if written and written in (claim.numerator_value, claim.denominator_value):
        return True
    is_share = claim.unit == "percent" and figure.unit.startswith("percent")
    return is_share and claim.value == figure.value and figure.source in claim.sources


@dataclass(frozen=True)
class Course:
    """How a run of figures goes: first, highest or lowest, last."""

    first: Mark
    turn: Mark | None
    last: Mark


def course(track: Track) -> Course | None:
    """First, turning point and last of a track of comparable figures; None where there is none."""
    if len(track.marks) < 2 or len({mark.span for mark in track.marks}) > 1:
        return None
    first, last = track.marks[0], track.marks[-1]
    top = max(track.marks, key=lambda mark: mark.figure.value)
    low = min(track.marks, key=lambda mark: mark.figure.value)
    ends = (first.figure.value, last.figure.value)
    rise, fall = top.figure.value - max(ends), min(ends) - low.figure.value
    turn = top if rise >= fall else low
    clear = max(rise, fall) > 0.1 * (top.figure.value - low.figure.value)
    return Course(first, turn if clear else None, last)
