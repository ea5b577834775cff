"""One person under every policy, and over time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from explorer.content.library import Library
from explorer.policy.history import Stretch
from explorer.policy.table import Answer, Facts, ask_all, settled

GROUPS: Final = (  # of outcomes, in the order in which a table sorts them
    *("hold", "no hold", "notify only"),
    *("priority", "continue", "open", "see other policy"),
)
FINALS: Final[Mapping[str, str]] = {  # the group of each last word of a walk
    "held_possible": "hold",
    "not_held": "no hold",
    "no_request": "no hold",
    "not_identified": "no hold",
    "notify_only": "notify only",
    "open": "open",
    "not_researched": "",
}
STEPS: Final[Mapping[str, str]] = {  # outcomes of a walk that are no outcome of a table
    "activated": "continue",
    "not_activated": "no hold",
    "no_match": "no hold",
    "not_checked": "no hold",
    "unknown": "open",
    "barred": "no hold",
    "required": "notify only",
    "allowed": "notify only",
    "contested": "open",
}
DECIDERS: Final = ("ICE", "jail", "database")


@dataclass(frozen=True)
class Row:
    """What one policy says of the person, as if it applied."""

    answer: Answer  # as the table gives it, a deferral included

    @property
    def policy(self) -> str:
        """The id of the table."""
        return self.answer.policy.id

    @property
    def name(self) -> str:
        """What the table is called."""
        return self.answer.policy.name

    @property
    def said(self) -> Answer:
        """The answer, or the one that it defers to."""
        return settled(self.answer)

    @property
    def outcome(self) -> str:
        """Its outcome."""
        return self.said.outcome

    @property
    def notification(self) -> str:
        """Whether ICE may be told."""
        return self.said.notification

    @property
    def is_comparison(self) -> bool:
        """Whether the table is never what a place did."""
        return self.answer.is_comparison

    @property
    def first_day(self) -> date:
        """The first day on which it may have applied, to sort by."""
        days = [r.in_force_from.first for r in self.answer.policy.roles if r.in_force_from]
        start = self.answer.policy.effective_from
        return min(days, default=start.first if start else date.min)


def rows(library: Library, facts: Facts) -> tuple[Row, ...]:
    """One person under every policy: by decider and in order of time, comparisons at the end."""
    found = [Row(answer) for answer in ask_all(library.policies, facts)]

    def place(row: Row) -> tuple[bool, int, date]:
        who = row.answer.policy.decider
        number = DECIDERS.index(who) if who in DECIDERS else len(DECIDERS)
        return row.is_comparison, number, row.first_day

    return tuple(sorted(found, key=place))


def group_of(library: Library, outcome: str) -> str:
    """The group of an outcome, by which it is colored and shaped; empty where it has none."""
    word = outcome.partition(":")[0]
    if word in FINALS:
        return FINALS[word]
    if word in STEPS:
        return STEPS[word]
    known = library.outcomes.get(word)
    return known.group if known else ""


def rank(group: str) -> int:
    """Where a group of outcomes stands when a table is sorted by outcome."""
    return GROUPS.index(group) if group in GROUPS else len(GROUPS)


def number_on(stretches: Sequence[Stretch], day: date) -> int:
    """The stretch in which a day lies; -1 where it lies in none."""
    for number, stretch in enumerate(stretches):
        if stretch.first <= day <= stretch.last:
            return number
    return -1
