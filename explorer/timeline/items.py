"""What stands on the timeline: events as marks, programs as bars, terms of office as a band."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from explorer.content.dates import When
from explorer.content.library import Library
from explorer.content.model import Administration, Event, Program

OFFICE: Final = "President"


class Mark(NamedTuple):
    """An event: its day on the axis, and the days between which it may lie."""

    ref: str
    lane: str
    day: float
    first: float
    last: float
    until: float  # where a run of steps ends; the same as *last* without one
    weight: int
    title: str
    when: When
    ties: int = 0  # links with other events, and changes in the pipeline

    @property
    def rank(self) -> float:
        """Who goes first where there is little room: of main events those with most ties."""
        return self.weight + (min(self.ties, 9) / 10 if self.weight >= 3 else 0.0)


class Turn(NamedTuple):
    """Where a phase of a program begins."""

    day: float
    phase: str
    event: str  # a reference, or nothing
    when: When


class Bar(NamedTuple):
    """A program from its start to its end; *goes_on* where no end was read."""

    ref: str
    name: str
    short: str
    first: float
    last: float
    goes_on: bool
    weight: int
    start: When
    end: When | None
    turns: tuple[Turn, ...]


class Term(NamedTuple):
    """A term of office."""

    ref: str
    name: str
    first: float
    last: float


class Contents(NamedTuple):
    """All that can be shown, by date, and the years that it covers."""

    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]
    terms: tuple[Term, ...]
    start: date
    end: date

    @property
    def span(self) -> tuple[float, float]:
        """The years covered, as days of the axis."""
        return float(self.start.toordinal()), float(self.end.toordinal() + 1)


def middle(when: When) -> float:
    """The point of the axis that stands for a date: noon of a day, the middle of a month."""
    return (when.first.toordinal() + when.last.toordinal() + 1) / 2


def mark_of(event: Event, links_to: int = 0) -> Mark:
    """An event as it stands on the axis; *links_to* links of other events name it."""
    last = float(event.date.last.toordinal() + 1)
    return Mark(
        f"event:{event.id}",
        event.lane,
        middle(event.date),
        float(event.date.first.toordinal()),
        last,
        float(event.end.last.toordinal() + 1) if event.end else last,
        event.significance,
        event.title,
        event.date,
        len(event.links) + len(event.changes) + links_to,
    )


def bar_of(program: Program, weight: int, end: float) -> Bar:
    """A program as a bar that ends, or goes on to the *end* of the axis."""
    turns = (
        Turn(
            middle(phase.date),
            phase.phase,
            f"event:{phase.event}" if phase.event else "",
            phase.date,
        )
        for phase in program.phases
    )
    return Bar(
        f"program:{program.id}",
        program.name,
        program.short_name,
        float(program.start.first.toordinal()),
        float(program.end.last.toordinal() + 1) if program.end else end,
        program.end is None,
        weight,
        program.start,
        program.end,
        tuple(sorted(turns)),
    )


def term_of(office: Administration, end: float) -> Term:
    """A term of office, up to the *end* of the axis where it has not ended."""
    first = float(office.start.first.toordinal())
    last = float(office.end.first.toordinal()) if office.end else end
    return Term(f"administration:{office.id}", office.name, first, last)


def contents(library: Library, office: str = OFFICE) -> Contents:
    """Everything in the library that has a place on the timeline."""
    events = library.events.values()
    found = (mark_of(event, len(library.links_to(event.id))) for event in events)
    marks = tuple(sorted(found, key=lambda mark: (mark.day, mark.ref)))
    programs = library.programs.values()
    start, end = _years([e.date for e in library.events.values()], programs)
    close = float(end.toordinal() + 1)
    weights = _weights(library.events.values())
    bars = [bar_of(program, weights.get(program.id, 0), close) for program in programs]
    terms = [term_of(t, close) for t in library.administrations.values() if t.office == office]
    return Contents(
        marks,
        tuple(sorted(bars, key=lambda bar: (bar.first, bar.last))),
        tuple(sorted(terms, key=lambda term: term.first)),
        start,
        end,
    )


def _years(dates: list[When], programs: Iterable[Program]) -> tuple[date, date]:
    """Whole years around everything dated."""
    known = [*dates, *(program.start for program in programs)]
    if not known:
        return date(2000, 1, 1), date(2009, 12, 31)
    first, last = min(when.first for when in known), max(when.last for when in known)
    return date(first.year, 1, 1), date(last.year, 12, 31)


def _weights(events: Iterable[Event]) -> dict[str, int]:
    """How much happens in a program: the importance of its events added up."""
    weights: dict[str, int] = {}
    for event in events:
        for program in event.programs:
            weights[program] = weights.get(program, 0) + event.significance
    return weights


def busiest_years(contents: Contents, share: float = 0.76) -> tuple[date, date]:
    """The whole years around the middle *share* of the events: a first view worth looking at."""
    days = [mark.day for mark in contents.marks]
    if not days:
        return contents.start, contents.end
    edge = (1 - share) / 2
    first = date.fromordinal(int(days[int(len(days) * edge)]))
    last = date.fromordinal(int(days[min(len(days) - 1, int(len(days) * (1 - edge)))]))
    return date(first.year, 1, 1), date(last.year, 12, 31)


def first_years(contents: Contents, moment: date) -> tuple[date, date]:
    """The busiest years, moved so that the moment is in them with a year beside it."""
    first, last = busiest_years(contents)
    years = last.year - first.year
    if moment > last:
        end = min(moment.year + 1, max(contents.end.year, moment.year))
        return date(end - years, 1, 1), date(end, 12, 31)
    if moment < first:
        start = max(moment.year - 1, min(contents.start.year, moment.year))
        return date(start, 1, 1), date(start + years, 12, 31)
    return first, last
