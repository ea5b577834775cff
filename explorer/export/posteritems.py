"""What a poster can show: events, programs, periods and terms of office of some years."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from explorer.content.dates import When
from explorer.content.library import Library
from explorer.content.model import LANES, Event

OFFICE: Final = "President"
MAIN: Final = 3  # events that every poster has


class Happening(NamedTuple):
    """An event: the day of its mark, the days between which it may lie, and its rank."""

    ref: str
    lane: str
    title: str
    weight: int
    rank: tuple[int, int]
    day: float
    first: float
    last: float
    date: When
    end: When | None
    sources: tuple[str, ...]


class Stretch(NamedTuple):
    """A program, period or term from its first day to its last; None: no end was read."""

    ref: str
    name: str
    short: str
    first: float
    last: float | None
    sources: tuple[str, ...]
    is_overlay: bool = False


class Items(NamedTuple):
    """All that lies in some whole years."""

    start: int
    end: int
    events: tuple[Happening, ...]
    programs: tuple[Stretch, ...]
    eras: tuple[Stretch, ...]
    terms: tuple[Stretch, ...]
    lanes: tuple[str, ...]

    @property
    def days(self) -> tuple[float, float]:
        """The years as days of the axis."""
        return float(date(self.start, 1, 1).toordinal()), float(date(self.end, 12, 31).toordinal())


class WrongSpan(ValueError):  # noqa: N818 - it is what was asked for
    """Years or lanes for which there is no poster; the message says which there are."""


def years(library: Library) -> tuple[int, int]:
    """The first and last year of the events and programs."""
    dates = [event.date for event in library.events.values()]
    dates += [program.start for program in library.programs.values()]
    if not dates:
        return 2000, 2009
    return min(d.first.year for d in dates), max(d.last.year for d in dates)


def items(
    library: Library,
    start: int | None = None,
    end: int | None = None,
    lanes: Sequence[str] = (),
) -> Items:
    """What the library has of the years *start* to *end*, in all lanes or some of them."""
    earliest, latest = years(library)
    start, end = earliest if start is None else start, latest if end is None else end
    _refuse(start, end, (earliest, latest), lanes)
    shown = tuple(lane for lane in LANES if lane in lanes or not lanes)
    days = float(date(start, 1, 1).toordinal()), float(date(end, 12, 31).toordinal() + 1)
    events = (
        _happening(event, len(library.links_to(event.id)))
        for event in library.events.values()
        if event.lane in shown
    )
    return Items(
        start,
        end,
        tuple(sorted((e for e in events if days[0] <= e.day < days[1]), key=lambda e: e.day)),
        _within(days, _programs(library)),
        _within(days, _eras(library)),
        _within(days, _terms(library)),
        shown,
    )


def _refuse(start: int, end: int, known: tuple[int, int], lanes: Sequence[str]) -> None:
    earliest, latest = known
    if start > latest or end < earliest:
        raise WrongSpan(
            f"there is nothing from {start} to {end}; the timeline covers {earliest} to {latest}"
        )
    if end < start:
        raise WrongSpan(f"the poster ends ({end}) before it begins ({start})")
    if start < 1900 or end > 2100:
        raise WrongSpan(f"the years must lie between 1900 and 2100, not {start} to {end}")
    for lane in lanes:
        if lane not in LANES:
            raise WrongSpan(f"there is no lane {lane!r}; there are {', '.join(LANES)}")


def _happening(event: Event, links_to: int) -> Happening:
    first, last = event.date.first.toordinal(), event.date.last.toordinal() + 1
    until = event.end.last.toordinal() + 1 if event.end else last
    ties = len(event.links) + len(event.changes) + links_to
    return Happening(
        f"event:{event.id}",
        event.lane,
        event.title,
        event.significance,
        (-event.significance, -ties),
        (first + last) / 2,
        float(first),
        float(until),
        event.date,
        event.end,
        event.sources,
    )


def _days(start: When, end: When | None) -> tuple[float, float | None]:
    return float(start.first.toordinal()), float(end.last.toordinal() + 1) if end else None


def _programs(library: Library) -> list[Stretch]:
    return [
        Stretch(f"program:{p.id}", p.name, p.short_name, *_days(p.start, p.end), p.sources)
        for p in library.programs.values()
    ]


def _eras(library: Library) -> list[Stretch]:
    return [
        Stretch(f"era:{e.id}", e.label, "", *_days(e.start, e.end), e.sources, e.overlay)
        for e in library.eras.values()
    ]


def _terms(library: Library) -> list[Stretch]:
    return [
        Stretch(
            f"administration:{t.id}",
            t.name,
            t.name.rpartition(" ")[2],
            float(t.start.first.toordinal()),
            float(t.end.first.toordinal()) if t.end else None,
            t.sources,
        )
        for t in library.administrations.values()
        if t.office == OFFICE
    ]


def _within(days: tuple[float, float], found: list[Stretch]) -> tuple[Stretch, ...]:
    kept = [s for s in found if s.first < days[1] and (s.last is None or s.last > days[0])]
    return tuple(sorted(kept, key=lambda s: (s.first, s.last or days[1])))
