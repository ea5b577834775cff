"""One decision table, asked about one person: an answer with its rule, or every branch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from explorer.content.decisions import DEFER
from explorer.content.model import Confidence, Policy, Rule
from explorer.content.when import attributes, holds, open_attributes, parse

OPEN: Final = "open"
WARRANT: Final = "judicial_warrant"
WEAKEST: Final[tuple[Confidence, ...]] = ("low", "medium", "high")

Facts = Mapping[str, str]
"""A value for every attribute; a missing or empty one is not known, as is ``unknown``."""


class Branch(NamedTuple):
    """What one rule says of the two questions: holding (or asking), and telling ICE."""

    outcome: str
    notification: str


@dataclass(frozen=True)
class Answer:
    """What a table says about a person.

    ``outcome`` and ``notification`` are judged apart; each is ``open`` where the rules that may
    decide differ on it. ``rules`` holds the rule that decided, or all that may decide.
    """

    policy: Policy
    outcome: str
    notification: str
    rules: tuple[Rule, ...]
    depends_on: tuple[str, ...] = ()  # the attributes that would settle an open answer
    branches: tuple[str, ...] = ()  # the outcomes of an open answer, each once, in rule order
    facts: Facts = field(
        default_factory=dict
    )  # what the rule asks for, as it stands for this person
    ruled_out: Facts = field(default_factory=dict)  # what made the rules before it false
    doubted: tuple[Rule, ...] = ()  # rules that no text confirms and that make the difference
    leads_to: tuple[Answer, ...] = ()  # the answers of the tables that it defers to

    @property
    def is_open(self) -> bool:
        """Whether one of the two questions is open."""
        return OPEN in (self.outcome, self.notification)

    @property
    def rule_id(self) -> str:
        """The ids of its rules, joined by ``|``."""
        return "|".join(rule.id for rule in self.rules)

    @property
    def policies(self) -> tuple[Policy, ...]:
        """The table itself and those that it defers to, in turn."""
        found = (self.policy, *(one for answer in self.leads_to for one in answer.policies))
        return tuple({one.id: one for one in found}.values())

    @property
    def all_rules(self) -> tuple[Rule, ...]:
        """Its rules and those of the tables that it defers to."""
        return (*self.rules, *(rule for answer in self.leads_to for rule in answer.all_rules))

    @property
    def speaking(self) -> tuple[Rule, ...]:
        """The rules whose words answer: where a table only points on, those of the other table."""
        spoken = tuple(rule for rule in self.all_rules if not rule.outcome.startswith(DEFER))
        return spoken or self.rules

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of its rules, each once."""
        return once(name for rule in self.all_rules for name in rule.sources)

    @property
    def confidence(self) -> Confidence:
        """The lowest confidence among its rules."""
        return min((rule.confidence for rule in self.all_rules), key=WEAKEST.index)

    @property
    def unverified(self) -> str:
        """``yes`` or ``notification`` where a rule, or what it says of notice, was not read."""
        marks = {rule.unverified for rule in self.all_rules}
        return next((mark for mark in ("yes", "notification") if mark in marks), "no")

    @property
    def on_warrant(self) -> bool:
        """Whether a rule rests on a judge's warrant, and so not on the detainer."""
        return any(
            test.attribute == WARRANT and test.sign == "=" and "yes" in test.values
            for rule in self.speaking
            for test in parse(rule.when)
        )

    @property
    def is_comparison(self) -> bool:
        """Whether the table is only ever shown for comparison: never what a place did."""
        return any(role.role == "comparison" for role in self.policy.roles)


def ask(policy: Policy, facts: Facts) -> Answer:
    """The answer of a table by itself: a deferral is its outcome, an unverified rule may decide."""
    return _answer(_search(policy, facts, strict=False))


def ask_in_walk(policy: Policy, facts: Facts, policies: Mapping[str, Policy]) -> Answer:
    """The answer of a table as a step of a walk.

    Deferrals are followed, and an unverified rule never decides: it may or may not exist.
    """
    found = _search(policy, facts, strict=True)
    further = tuple(
        ask_in_walk(policies[rule.outcome.removeprefix(DEFER)], facts, policies)
        for rule in found.rules
        if rule.outcome.startswith(DEFER)
    )
    return _answer(found, further)


def ask_all(policies: Mapping[str, Policy], facts: Facts) -> tuple[Answer, ...]:
    """One person under every table, each by itself, with what a deferral leads to."""
    return tuple(ask_through(policy, facts, policies) for policy in policies.values())


def ask_through(policy: Policy, facts: Facts, policies: Mapping[str, Policy]) -> Answer:
    """The answer of a table by itself, with the answers of the tables that it points to."""
    found = _search(policy, facts, strict=False)
    targets = [r.outcome.removeprefix(DEFER) for r in found.rules if r.outcome.startswith(DEFER)]
    further = tuple(ask_through(policies[name], facts, policies) for name in targets)
    return _answer(found, further, follow=False)


def settled(answer: Answer) -> Answer:
    """The answer itself, or the one that its deferral leads to."""
    while answer.outcome.startswith(DEFER) and answer.leads_to:
        answer = answer.leads_to[0]
    return answer


def once(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, in order.

    >>> once(["a", "b", "a"])
    ('a', 'b')
    """
    return tuple(dict.fromkeys(names))


# --------------------------------------------------------------------------- down the rules


class _Found(NamedTuple):
    policy: Policy
    rules: tuple[Rule, ...]  # open ones, unconfirmed ones, and the first true one
    decided: Rule | None  # None: no confirmed rule is true
    doubted: tuple[Rule, ...]
    facts: Facts


def _search(policy: Policy, facts: Facts, *, strict: bool) -> _Found:
    rules, doubted = [], []
    for rule in policy.rules:
        met = holds(parse(rule.when), facts)
        if met is False:
            continue
        rules.append(rule)
        if strict and rule.unverified == "yes":
            doubted.append(rule)
        elif met:
            return _Found(policy, tuple(rules), rule, tuple(doubted), facts)
    return _Found(policy, tuple(rules), None, tuple(doubted), facts)


def _answer(found: _Found, further: tuple[Answer, ...] = (), *, follow: bool = True) -> Answer:
    branches = list(_branches(found, further if follow else ()))
    outcome = _agreed([branch.outcome for branch in branches])
    notification = _agreed([branch.notification for branch in branches])
    is_open = OPEN in (outcome, notification)
    rules = found.rules if is_open or found.decided is None else (found.decided,)
    kept = {rule.outcome.removeprefix(DEFER) for rule in rules}
    further = tuple(answer for answer in further if answer.policy.id in kept)
    unknown = [name for answer in further for name in answer.depends_on] if follow else []
    return Answer(
        found.policy,
        outcome,
        notification,
        rules,
        depends_on=once([*_unknown(found), *unknown]) if is_open else (),
        branches=_outcomes(branches) if is_open else (),
        facts=_values([rule.when for rule in rules], found.facts),
        ruled_out=_ruled_out(found),
        doubted=found.doubted if is_open else (),
        leads_to=further,
    )


def _branches(found: _Found, further: Sequence[Answer]) -> Iterator[Branch]:
    """What each rule that may decide says; a deferral says what the other table says."""
    others = {answer.policy.id: answer for answer in further}
    for rule in found.rules:
        other = others.get(rule.outcome.removeprefix(DEFER))
        if other is None:
            yield Branch(rule.outcome, rule.notification)
            continue
        yield from (Branch(outcome, other.notification) for outcome in other.branches)
        yield Branch(other.outcome, other.notification)
    if found.decided is None:
        yield Branch(OPEN, OPEN)


def _agreed(words: Sequence[str]) -> str:
    return words[0] if len(set(words)) == 1 else OPEN


def _outcomes(branches: Iterable[Branch]) -> tuple[str, ...]:
    return once(branch.outcome for branch in branches if branch.outcome != OPEN)


def _unknown(found: _Found) -> Iterator[str]:
    for rule in found.rules:
        yield from open_attributes(parse(rule.when), found.facts)


def _values(conditions: Iterable[str], facts: Facts) -> Facts:
    names = once(name for text in conditions for name in attributes(parse(text)))
    return {name: facts.get(name, "") for name in names}


def _ruled_out(found: _Found) -> Facts:
    """The first fact that made each earlier rule false."""
    last = found.rules[-1].order if found.rules else len(found.policy.rules) + 1
    failed: dict[str, str] = {}
    for rule in found.policy.rules:
        tests = parse(rule.when) if rule.order < last else ()
        wrong = next((test for test in tests if test.holds(found.facts) is False), None)
        if wrong is not None:
            failed[wrong.attribute] = found.facts.get(wrong.attribute, "")
    return failed
