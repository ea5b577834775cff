"""Predict first: the reader draws the rest of a line, then sees the figures beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from explorer.charts.marks import Drawing, Mark, Track, broken

LEAST: Final = 4  # figures that a line to be drawn must have
Way = Literal["up", "down", "level"]
Reason = Literal["not-in-time", "single-days", "few", "changed"]


@dataclass(frozen=True)
class Task:
    """What is to be drawn: the track, the figures shown first, and those asked for."""

    track: Track
    given: tuple[Mark, ...]
    asked: tuple[Mark, ...]


@dataclass(frozen=True)
class NoTask:
    """Why nothing can be drawn here first."""

    reason: Reason
    count: int = 0


@dataclass(frozen=True)
class Difference:
    """One mark: what was drawn, what is given, and how far apart they are."""

    mark: Mark
    drawn: float

    @property
    def by(self) -> float:
        """How much more was drawn than is given; below zero: less."""
        return self.drawn - self.mark.value


@dataclass(frozen=True)
class Comparison:
    """What was drawn beside the figures; it says what differs and judges nothing."""

    differences: tuple[Difference, ...]  # in order of time, only for marks that were drawn
    undrawn: tuple[Mark, ...]  # asked for, but not drawn: not compared
    drawn_way: Way | None  # from the last figure given to the last that was drawn
    real_way: Way | None  # between the same two in the figures
    largest: Difference | None

    @property
    def same_way(self) -> bool | None:
        """Whether both go the same way; None where nothing can be said."""
        return None if None in (self.drawn_way, self.real_way) else self.drawn_way == self.real_way


def task(drawing: Drawing, name: str = "") -> Task | NoTask:
    """The line to draw: of the series *name*, else the one with the longest comparable stretch."""
    if drawing.kind == "categories":
        return NoTask("not-in-time")
    if drawing.changes:
        return NoTask("changed")
    tracks = [track for track in drawing.tracks if name in ("", track.series.id)]
    found = [(track, _longest(track)) for track in tracks]
    if not found:
        return NoTask("few")
    track, stretch = max(found, key=_length)
    if len(stretch) < LEAST:
        days = not any(track.regular for track in drawing.tracks)
        return NoTask("single-days" if days else "few", len(stretch))
    cut = max(2, len(stretch) // 3)
    return Task(track, stretch[:cut], stretch[cut:])


def _longest(track: Track) -> tuple[Mark, ...]:
    """The longest stretch of years or months that are counted in one way; gaps may lie in it."""
    parts: list[list[Mark]] = []
    for mark in track.regular:
        joins = parts and _same(parts[-1][-1], mark, track)
        parts[-1].append(mark) if joins else parts.append([mark])
    longest = max(parts, key=len, default=[])
    return tuple(longest)


def _same(one: Mark, other: Mark, track: Track) -> bool:
    alike = one.span == other.span and one.figure.unit == other.figure.unit
    return alike and one.name != other.name and not broken(one, other, track.series.breaks)


def compare(asked: Task, drawn: Mapping[str, float]) -> Comparison:
    """What was drawn beside what is given, mark by mark; *drawn* has values by key of mark."""
    found = tuple(Difference(mark, drawn[mark.key]) for mark in asked.asked if mark.key in drawn)
    undrawn = tuple(mark for mark in asked.asked if mark.key not in drawn)
    start = asked.given[-1]
    last = found[-1] if found else None
    return Comparison(
        differences=found,
        undrawn=undrawn,
        drawn_way=_way(start.value, last.drawn) if last else None,
        real_way=_real_way(start, last.mark) if last else None,
        largest=max(found, key=lambda one: abs(one.by), default=None),
    )


def _way(first: float, last: float) -> Way:
    return "up" if last > first else "down" if last < first else "level"


def _real_way(first: Mark, last: Mark) -> Way | None:
    """The way between two figures; None where a bound leaves it open."""
    if last.least > first.most:
        return "up"
    if last.most < first.least:
        return "down"
    return "level" if first.value == last.value and not (first.is_bound or last.is_bound) else None


def _length(pair: tuple[Track, tuple[Mark, ...]]) -> int:
    return len(pair[1])
