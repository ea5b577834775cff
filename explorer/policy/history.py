"""One person in one place over time: which outcome on which days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from explorer.content.model import Place
from explorer.policy.rules import Rulebook
from explorer.policy.steps import Walk
from explorer.policy.table import Facts
from explorer.policy.walk import walk


@dataclass(frozen=True)
class Stretch:
    """Days in a row, both ends included, on which a walk comes out the same."""

    first: date
    last: date
    walk: Walk  # as it is on the first day

    @property
    def final(self) -> str:
        """The final word of the walk on these days."""
        return self.walk.final


def over_time(book: Rulebook, facts: Facts, place: Place) -> tuple[Stretch, ...]:
    """The whole researched range, cut where any outcome or any table of the walk changes.

    Walks are made on the days on which something can change, so no day is guessed.
    """
    ends = pairwise(book.changes(place))
    stretches = (
        Stretch(first, after - timedelta(days=1), walk(book, facts, place, first))
        for first, after in ends
        if book.is_in_range(first)
    )
    return tuple(_joined(stretches, _course))


def by_final(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The same days, cut only where the final word changes."""
    return tuple(_joined(stretches, lambda found: found.final))


def _course(found: Walk) -> object:
    """What must stay the same within a stretch."""
    return found.chain(), [step.notes for step in found.steps]


def _joined(stretches: Iterable[Stretch], course: Callable[[Walk], object]) -> Iterator[Stretch]:
    held: Stretch | None = None
    for stretch in stretches:
        if held is not None and course(held.walk) == course(stretch.walk):
            held = replace(held, last=stretch.last)
            continue
        if held is not None:
            yield held
        held = stretch
    if held is not None:
        yield held
