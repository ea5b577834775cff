"""Events of the timeline as thin marks on the time axis of a chart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from explorer.charts.axes import span
from explorer.charts.marks import Drawing
from explorer.content.library import Library
from explorer.content.model import Event

MOST: Final = 12  # more marks than this hide the figures
ROOM: Final = 60.0  # pixels of axis for each mark


@dataclass(frozen=True)
class Flag:
    """An event on the axis: where, and the words above the chart where there is room."""

    event: Event
    x: float  # in pixels from the left end of the axis
    label: str = ""  # empty: only the mark
    left: float = 0.0  # where the words begin and end
    right: float = 0.0
    row: int = 0  # of the words, from the top


def events(library: Library, drawing: Drawing, most: int = MOST) -> tuple[Event, ...]:
    """The events that have to do with a chart, most telling first, at most *most* of them.

    First come those that the series of the chart measure, then those of programs that they
    measure, then the most significant of all; none outside the span of the chart.
    """
    if drawing.kind == "categories" or not drawing.marks:
        return ()
    first, last = span(drawing)
    measured = _measured(library, drawing)
    ranks = {
        event.id: rank
        for event in library.events.values()
        if first <= event.date.middle <= last and (rank := _rank(event, measured)) is not None
    }
    ordered = sorted(ranks, key=lambda name: (ranks[name], library.events[name].date))
    return tuple(library.events[name] for name in ordered[:most])


def _measured(library: Library, drawing: Drawing) -> frozenset[str]:
    """The events and programs that the series of a chart measure."""
    refs = (f"series:{track.series.id}" for track in drawing.tracks)
    return frozenset(ref for series in refs for ref in library.measures_of(series))


def _rank(event: Event, measured: frozenset[str]) -> tuple[int, int] | None:
    """How much an event has to do with a chart, lowest most; None: too little to show."""
    if f"event:{event.id}" in measured:
        return 0, -event.significance
    if any(f"program:{name}" in measured for name in event.programs):
        return (1, -event.significance) if event.significance > 1 else None
    return (2, -event.significance) if event.significance > 2 else None


def lay_out(
    found: Sequence[Event],
    first: date,
    last: date,
    width: float,
    measure: Callable[[str], float],
    rows: int = 1,
    gap: float = 6.0,
) -> tuple[Flag, ...]:
    """Marks in order of time, as many as *width* has room for, with words in rows above them.

    *found* is in order of priority; *measure* gives the width of words in pixels. No words lie on
    others, nor on the line that goes down from words above them; a mark without words begins below
    all rows.
    """
    days = max((last - first).days, 1)
    most = max(int(width / ROOM), 1)
    shown = [event for event in found if first <= event.date.middle <= last][:most]
    placed: list[Flag] = []
    for event in shown:
        x = (event.date.middle - first).days / days * width
        placed.append(_flag(event, x, measure(event.title), width, rows, gap, placed))
    return tuple(sorted(placed, key=lambda flag: (flag.x, flag.event.id)))


def _flag(
    event: Event,
    x: float,
    long: float,
    width: float,
    rows: int,
    gap: float,
    placed: Sequence[Flag],
) -> Flag:
    """One mark with its words to the right, else to the left, else none."""
    for row in range(rows):
        for left in (x + gap, x - gap - long):
            flag = Flag(event, x, event.title, left, left + long, row)
            inside = left >= 0 and flag.right <= width
            if inside and all(_clear(flag, other, gap) for other in placed if other.label):
                return flag
    return Flag(event, x)


def _clear(one: Flag, other: Flag, gap: float) -> bool:
    """Whether the words of two marks are apart, and neither crosses the line of the other."""
    if one.row == other.row:
        apart = one.right + gap <= other.left or other.right + gap <= one.left
        return apart and not _spans(one, other.x, gap) and not _spans(other, one.x, gap)
    upper, lower = sorted((one, other), key=lambda flag: flag.row)
    return not _spans(lower, upper.x, gap)


def _spans(flag: Flag, x: float, gap: float) -> bool:
    """Whether a line at *x* would run through the words of a mark."""
    return flag.left - gap / 2 < x < flag.right + gap / 2
