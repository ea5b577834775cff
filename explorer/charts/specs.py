"""A chart's description -> series ready to draw."""

from __future__ import annotations

import math
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


@dataclass(frozen=True)
class Mark:
    """One figure in its place: from which day to which, and what it is counted in."""

    key: str  # names the mark in a link
    figure: Figure
    span: Span
    start: date
    end: date

    @property
    def x(self) -> float:
        """Where it stands on the time axis, in days: the middle of what it covers."""
        return (self.start.toordinal() + self.end.toordinal()) / 2

    @property
    def is_exact(self) -> bool:
        """Whether the source gives the value as exact; others are drawn hollow."""
        return self.figure.qualifier == EXACT


@dataclass(frozen=True)
class Track:
    """One series on a chart: its marks in time, and the runs that a line may join."""

    series: Series
    label: str
    marks: tuple[Mark, ...]
    runs: tuple[tuple[Mark, ...], ...]  # gaps, breaks and other periods end a run
    breaks: tuple[Break, ...]  # those that lie inside the marks


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
        breaks=tuple(item for item in series.breaks if _splits(item, found)),
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
        if parts and _follows(parts[-1][-1], mark) and not _broken(parts[-1][-1], mark, breaks):
            parts[-1].append(mark)
        else:
            parts.append([mark])
    return tuple(tuple(part) for part in parts)


def _follows(one: Mark, other: Mark) -> bool:
    same = one.span == other.span and one.span in ("fiscal year", "month")
    return same and (other.start - one.end).days == 1 and one.figure.unit == other.figure.unit


def _broken(one: Mark, other: Mark, breaks: Iterable[Break]) -> bool:
    return any(one.end < _begins(item) <= other.end for item in breaks)


def _begins(item: Break) -> date:
    """The first day of the new method: of the fiscal year where only a year is given."""
    return fiscal_year(item.at.first.year)[0] if item.at.precision == "year" else item.at.first


def _splits(item: Break, found: Sequence[Mark]) -> bool:
    return any(_broken(one, other, (item,)) for one, other in pairwise(found))


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
            tops[mark.start] = low + mark.figure.value
            found.append((mark, low, tops[mark.start]))
    return tuple(found)


def highest(drawing: Drawing) -> tuple[float, ...]:
    """The values that an axis must hold: of marks, or of whole stacks."""
    if drawing.kind == "stacked":
        return tuple(top for _, _, top in stacks(drawing))
    return tuple(mark.figure.value for mark in drawing.marks)


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
