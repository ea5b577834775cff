"""The same room for both sides of a question: who is quoted, what is argued, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from explorer.content.library import Library
from explorer.content.model import Position, Question, Quote, Viewpoint
from explorer.content.wording import RATIO

MOST_QUOTES: Final = 3  # a side

Spoken = tuple[Quote | Viewpoint, ...]
Argued = tuple[Viewpoint, ...]


class Fault(NamedTuple):
    """Where a question gives one side more than the other, and what to do."""

    field: str
    rule: str
    advice: str


def spoken(library: Library, question: Question) -> tuple[Spoken, Spoken]:
    """What is quoted on each side: equal numbers, at most three.

    Where a side has no quotation, its first arguments, which name who makes them, take the place.
    """
    sides = (question.side_a, question.side_b)
    a, b = (_spoken(library, *pair) for pair in (sides, sides[::-1]))
    most = min(len(a), len(b), MOST_QUOTES)
    return a[:most], b[:most]


def argued(library: Library, question: Question) -> tuple[Argued, Argued]:
    """The arguments of each side in equal numbers; without those that stand among the quotations."""
    sides = (question.side_a, question.side_b)
    a, b = (_arguments(library, *pair) for pair in (sides, sides[::-1]))
    most = min(len(a), len(b))
    return a[:most], b[:most]


def faults(library: Library, question: Question) -> Iterator[Fault]:
    """Where a question gives one side more than the other, or names a figure that is not there."""
    for number, row in enumerate(question.figures):
        if library.figure(row.key) is None:
            advice = f"Series {row.series!r} has no row of {row.at!r}."
            yield Fault(f"figures[{number}].at", "loose-figure", advice)
    sides = (question.side_a, question.side_b)
    quoted = [len(_spoken(library, *pair)) for pair in (sides, sides[::-1])]
    if quoted[0] != quoted[1] or max(quoted) > MOST_QUOTES:
        advice = (
            f"Name as many on both sides, at most {MOST_QUOTES}; now {quoted[0]} and {quoted[1]}."
        )
        yield Fault("side_a.quotes", "quotes-unequal", advice)
    argued_by = [_arguments(library, *pair) for pair in (sides, sides[::-1])]
    if len(argued_by[0]) != len(argued_by[1]):
        advice = "Name as many arguments on both sides, besides those that stand for quotations."
        yield Fault("side_a.viewpoints", "arguments-unequal", advice)
    elif not are_alike(*map(length, argued_by)):
        advice = "The arguments of one side have over half as many words more: choose others."
        yield Fault("side_a.viewpoints", "arguments-unequal", advice)


def length(arguments: Iterable[Viewpoint]) -> int:
    """How many words some arguments have together."""
    return sum(len(one.text.split()) for one in arguments)


def are_alike(one: int, other: int) -> bool:
    """Whether two lengths differ by at most half of the shorter.

    >>> are_alike(20, 30), are_alike(20, 31)
    (True, False)
    """
    return max(one, other) <= RATIO * min(one, other)


def _spoken(library: Library, side: Position, other: Position) -> Spoken:
    quotes = tuple(library.quotes[name] for name in side.quotes if name in library.quotes)
    return quotes or _viewpoints(library, side)[: len(other.quotes)]


def _arguments(library: Library, side: Position, other: Position) -> Argued:
    standing_in = 0 if side.quotes else len(other.quotes)
    return _viewpoints(library, side)[standing_in:]


def _viewpoints(library: Library, side: Position) -> Argued:
    found = (library.viewpoints.get(name) for name in side.viewpoints)
    return tuple(one for one in found if one is not None)
