"""A chart's description -> series ready to draw."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from explorer.charts.axes import bounds as bounds
from explorer.charts.axes import highest as highest
from explorer.charts.axes import log_bounds as log_bounds
from explorer.charts.axes import log_ticks as log_ticks
from explorer.charts.axes import span as span
from explorer.charts.axes import stacks as stacks
from explorer.charts.axes import ticks as ticks
from explorer.charts.axes import years as years
from explorer.charts.marks import Change as Change
from explorer.charts.marks import Drawing as Drawing
from explorer.charts.marks import Mark as Mark
from explorer.charts.marks import Track as Track
from explorer.charts.marks import broken as broken
from explorer.charts.marks import marks as marks
from explorer.charts.marks import rounding as rounding
from explorer.charts.marks import runs as runs
from explorer.charts.marks import splits as splits
from explorer.content.library import Library
from explorer.content.model import Chart, Claim, Figure, Plotted, Series

MOST_LINES: Final = 5  # more cannot be told apart


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


def chart_of_table(library: Library, table: str) -> str:
    """The chart that counts the places of a table (``table:…``); "" for none."""
    name = table.partition(":")[2]
    found = (chart for chart in curated(library) if chart.table and chart.table == name)
    return next((f"chart:{chart.id}" for chart in found), "")


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
