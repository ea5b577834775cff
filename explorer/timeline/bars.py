"""Rows for bars that may overlap in time, and what each bar says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from explorer.timeline.items import Bar


class Placed(NamedTuple):
    """A bar and its row."""

    bar: Bar
    row: int


class Packed(NamedTuple):
    """The bars that found a row, by start, and those that did not."""

    placed: tuple[Placed, ...]
    left_over: tuple[Bar, ...]
    rows: int


class Name(NamedTuple):
    """A bar's name, and where: in the bar, or after or before it where the bar is too short."""

    text: str
    place: Literal["in", "after", "before"]


def pack(
    bars: Sequence[Bar],
    scale: float,
    measure: Callable[[str], float],
    pad: float,
    end: float,
    most: int | None = None,
    day: float | None = None,
) -> Packed:
    """Rows for the bars; if there are at most *most*, first for those in force on *day*.

    Of those, the ones with the most weight for their length go first, so that a short program of
    that time is not crowded out by one that runs through all of it; of the others, the weightiest.

    The farthest view (*scale*) decides: there a short bar keeps room for its short name beside
    it (before it, if the axis ends at *end*), and closer up there is only more room, so no bar
    ever changes its row.
    """
    order = list(bars)
    if most is not None:
        order.sort(key=lambda bar: _rank(bar, day))
    rows: list[list[tuple[float, float]]] = []
    chosen: list[Placed] = []
    left_over: list[Bar] = []
    for bar in order:
        reach = _reach(bar, scale, measure, pad, end)
        row = _free_row(rows, reach, pad / scale, most)
        if row is None:
            left_over.append(bar)
        else:
            rows[row].append(reach)
            chosen.append(Placed(bar, row))
    return _from_the_top(chosen, left_over, len(rows))


def _rank(bar: Bar, day: float | None) -> tuple[bool, float]:
    """The smaller, the sooner a bar is given a row."""
    if day is None or not bar.first <= day < bar.last:
        return True, -bar.weight
    return False, -bar.weight / max(bar.last - bar.first, 365.0)


def _reach(
    bar: Bar, scale: float, measure: Callable[[str], float], pad: float, end: float
) -> tuple[float, float]:
    """The days that a bar needs with its short name, at one scale."""
    name = (measure(bar.short) + 2 * pad) / scale
    if name <= bar.last - bar.first:
        return bar.first, bar.last
    if bar.last + name <= end:
        return bar.first, bar.last + name
    return bar.first - name, bar.last


def room_before(
    bar: Bar, scale: float, measure: Callable[[str], float], pad: float, end: float
) -> float:
    """The pixels kept free before a bar for its short name: none but at the end of the axis."""
    return (bar.first - _reach(bar, scale, measure, pad, end)[0]) * scale


def _free_row(
    rows: list[list[tuple[float, float]]],
    reach: tuple[float, float],
    gap: float,
    most: int | None,
) -> int | None:
    for number, taken in enumerate(rows):
        if all(reach[1] + gap <= first or last + gap <= reach[0] for first, last in taken):
            return number
    if most is not None and len(rows) >= most:
        return None
    rows.append([])
    return len(rows) - 1


def _from_the_top(chosen: list[Placed], left_over: list[Bar], rows: int) -> Packed:
    """Rows in order of the first bar in each."""
    starts = [min(p.bar.first for p in chosen if p.row == row) for row in range(rows)]
    rank = {row: new for new, row in enumerate(sorted(range(rows), key=lambda row: starts[row]))}
    placed = sorted(
        (Placed(bar, rank[row]) for bar, row in chosen), key=lambda p: (p.bar.first, p.row)
    )
    return Packed(tuple(placed), tuple(left_over), rows)


def name_of(
    bar: Bar,
    seen: float,
    room: tuple[float, float],
    measure: Callable[[str], float],
    pad: float,
) -> Name:
    """What to call a bar of which *seen* pixels show, with *room* free before and behind it."""
    before, after = room
    for text in (bar.name, bar.short):
        if measure(text) + 2 * pad <= seen:
            return Name(text, "in")
    for text in (bar.name, bar.short):
        if measure(text) + pad <= after:
            return Name(text, "after")
    for text in (bar.name, bar.short):
        if measure(text) + pad <= before:
            return Name(text, "before")
    return Name("", "in")
