"""The nearest change of a person that would have changed an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from explorer.content.decisions import DEFER
from explorer.content.library import Library
from explorer.content.model import Policy, ProfileRule
from explorer.content.when import UNKNOWN, attributes, parse
from explorer.policy.person import broken, can_be_empty, is_number, words
from explorer.policy.table import OPEN, Answer, Facts, ask_in_walk, ask_through, once, settled


class Change(NamedTuple):
    """One fact, as it is and as it would have to be."""

    attribute: str
    was: str
    value: str


@dataclass(frozen=True)
class Turn:
    """One or two changes after which a table answers otherwise, and that answer."""

    changes: tuple[Change, ...]
    answer: Answer
    about: frozenset[str]  # person, case, request, place

    @property
    def of_person(self) -> bool:
        """Whether only facts about the person or the case change, not the paper or the place."""
        return self.about <= {"person", "case"}


class Changes:
    """Looks for the nearest consistent person to whom a table gives another answer."""

    def __init__(self, library: Library) -> None:
        self._attributes = library.attributes
        self._policies: Mapping[str, Policy] = library.policies
        self._rules = tuple(library.profile_rules.values())

    def nearest(self, policy: Policy, facts: Facts) -> tuple[Turn, ...]:
        """The changes of the fewest facts, one or two, that give another outcome.

        First those of facts about the person or the case, then those of the paper or the place.
        Only persons that keep every rule are proposed, and only certain answers; an open answer
        has none, since it names what it depends on.
        """
        now = settled(ask_through(policy, facts, self._policies)).outcome
        if now == OPEN:
            return ()
        singles = self._turns(policy, facts, now, ((one,) for one in self._singles(policy, facts)))
        person = [turn for turn in singles if turn.of_person]
        paper = [turn for turn in singles if not turn.of_person]
        if not person:
            pairs = self._turns(policy, facts, now, self._pairs(policy, facts))
            person = [turn for turn in pairs if turn.of_person]
            paper = paper or [turn for turn in pairs if not turn.of_person and not person]
        return (*person, *paper)

    def reads(self, policy: Policy) -> tuple[str, ...]:
        """The attributes that a table asks for, and those that it defers to, in order."""
        names: list[str] = []
        for rule in policy.rules:
            names += attributes(parse(rule.when))
            if rule.outcome.startswith(DEFER):
                names += self.reads(self._policies[rule.outcome.removeprefix(DEFER)])
        return once(names)

    def _turns(
        self, policy: Policy, facts: Facts, now: str, ways: Iterable[tuple[Change, ...]]
    ) -> list[Turn]:
        """The ways that lead to another certain answer; of one fact's values only the nearest."""
        found: dict[tuple[frozenset[str], str], Turn] = {}
        for changes in ways:
            person = _changed(facts, changes)
            answer = ask_in_walk(policy, person, self._policies)
            key = (frozenset(change.attribute for change in changes), answer.outcome)
            if answer.outcome in (now, OPEN) or key in found or broken(self._rules, person):
                continue
            about = frozenset(self._attributes[change.attribute].about for change in changes)
            found[key] = Turn(changes, answer, about)
        return list(found.values())

    def _singles(self, policy: Policy, facts: Facts) -> Iterator[Change]:
        for name in self.reads(policy):
            yield from self._changes_of(name, facts)

    def _pairs(self, policy: Policy, facts: Facts) -> Iterator[tuple[Change, ...]]:
        """Pairs of facts: both asked for, or the second mends what the first would break."""
        asked = self.reads(policy)
        for first in self._singles(policy, facts):
            wrong = broken(self._rules_on[first.attribute], _changed(facts, (first,)))
            later = set(asked[asked.index(first.attribute) + 1 :])
            partners = set.intersection(*map(_names, wrong)) if wrong else later
            for name in self._attributes:
                if name in partners - {first.attribute}:
                    yield from ((first, second) for second in self._changes_of(name, facts))

    def _changes_of(self, name: str, facts: Facts) -> Iterator[Change]:
        """The values of a fact that could make a difference, the nearest first."""
        was, attribute = facts.get(name, ""), self._attributes[name]
        if was == UNKNOWN or (was == "" and not can_be_empty(attribute)):
            return  # to learn a fact is no change of it
        values = list(words(attribute))
        if is_number(attribute):
            near = sorted(self._limits.get(name, ()), key=lambda limit: abs(limit - int(was or 0)))
            values = [*(str(limit) for limit in near), *[""] * can_be_empty(attribute)]
        yield from (Change(name, was, value) for value in values if value != was)

    @cached_property
    def _rules_on(self) -> Mapping[str, tuple[ProfileRule, ...]]:
        return {
            name: tuple(rule for rule in self._rules if name in _names(rule))
            for name in self._attributes
        }

    @cached_property
    def _limits(self) -> Mapping[str, set[int]]:
        """The numbers on both sides of every limit that a table or a rule of persons sets."""
        found: dict[str, set[int]] = {}
        texts = [rule.when for policy in self._policies.values() for rule in policy.rules]
        texts += [text for rule in self._rules for text in (rule.if_, rule.then)]
        for test in (test for text in texts for test in parse(text)):
            if test.number is not None:
                near = {test.number, test.number + (1 if test.sign == "<=" else -1)}
                found.setdefault(test.attribute, set()).update(n for n in near if n >= 0)
        return found


def _changed(facts: Facts, changes: Iterable[Change]) -> Facts:
    return {**facts, **{change.attribute: change.value for change in changes}}


def _names(rule: ProfileRule) -> set[str]:
    return {*attributes(parse(rule.if_)), *attributes(parse(rule.then))}
