"""Whether each decision table can decide: known words, a catch-all, and every rule reachable."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import Final, NamedTuple

from explorer.content.model import Attribute, Policy, Profile, Rule
from explorer.content.when import EMPTY, UNKNOWN, Comparison, Condition, WhenError, parse

DEFER: Final = "defer:"
_WHOLE: Final = re.compile(r"-?\d+")


class Fault(NamedTuple):
    """What is wrong with a rule or a table: its id, the field, the rule broken, what to do."""

    record: str
    field: str
    rule: str
    what_to_do: str


def faults(
    policies: Mapping[str, Policy], attributes: Mapping[str, Attribute], outcomes: Sequence[str]
) -> Iterator[Fault]:
    """Everything that is wrong with the tables, one by one and together."""
    for policy in policies.values():
        yield from _order(policy)
        yield from _outcomes(policy, policies, outcomes)
        read = [(rule, _read(rule, attributes)) for rule in policy.rules]
        wrong = [fault for _, found in read for fault in found if isinstance(fault, Fault)]
        yield from wrong
        if not wrong:
            conditions = [parse(rule.when) for rule in policy.rules]
            yield from _coverage(policy, conditions, attributes)
    yield from _cycle(policies)


def condition_faults(
    text: str, attributes: Mapping[str, Attribute], *, consistent: bool = False
) -> Iterator[tuple[str, str]]:
    """Rule and advice for each thing that is wrong with a condition.

    *consistent* allows what only the rules of consistent persons may use: ``attr=empty`` and an
    attribute on the right side.
    """
    try:
        condition = parse(text)
    except WhenError as error:
        yield "bad-condition", f"{error}."
        return
    for test in condition:
        for name in test.attributes:
            if name not in attributes:
                yield (
                    "unknown-attribute",
                    f"There is no attribute {name!r}; name one of rules.toml.",
                )
        if (test.other or test.asks_for_empty) and not consistent:
            yield "bad-condition", "Compare with words or a number, not with an attribute or empty."
        elif test.attribute in attributes and not test.asks_for_empty:
            yield from _values(test, attributes[test.attribute])


def fact_faults(profile: Profile, attributes: Mapping[str, Attribute]) -> Iterator[Fault]:
    """Facts of a person that are no value of their attribute."""
    for name, value in profile.facts.items():
        attribute = attributes.get(name)
        if attribute is None or not value or value == UNKNOWN:
            continue
        whole = _is_number(attribute) and _WHOLE.fullmatch(value)
        if not whole and value not in _words(attribute):
            advice = f"{value!r} is not a value of {name}: {attribute.values}."
            yield Fault(profile.id, f"facts.{name}", "unknown-value", advice)


def first_true(conditions: Sequence[Condition], attributes: Mapping[str, Attribute]) -> list[bool]:
    """For each condition, whether it can be the first that is true.

    Exact: a person is sought for whom it is true and every one before it is false or open. An
    attribute whose values include ``unknown`` or empty may be open.
    """
    domains = _domains(conditions, attributes)
    return [_reachable(conditions, number, domains) for number in range(len(conditions))]


# ---------------------------------------------------------------------------------- one table


def _order(policy: Policy) -> Iterator[Fault]:
    if [rule.order for rule in policy.rules] != list(range(1, len(policy.rules) + 1)):
        yield Fault(policy.id, "rules", "rule-order", "Number the rules 1, 2, 3 ... as they stand.")


def _outcomes(
    policy: Policy, policies: Mapping[str, Policy], outcomes: Sequence[str]
) -> Iterator[Fault]:
    for rule in policy.rules:
        if rule.outcome.startswith(DEFER):
            if rule.outcome.removeprefix(DEFER) not in policies:
                advice = f"There is no table {rule.outcome.removeprefix(DEFER)!r} to defer to."
                yield Fault(rule.id, "outcome", "dangling-reference", advice)
        elif rule.outcome not in outcomes:
            advice = f"{rule.outcome!r} is not an outcome of rules.toml."
            yield Fault(rule.id, "outcome", "unknown-outcome", advice)


def _read(rule: Rule, attributes: Mapping[str, Attribute]) -> list[Fault]:
    found = condition_faults(rule.when, attributes)
    return [Fault(rule.id, "when", broken, advice) for broken, advice in found]


def _coverage(
    policy: Policy, conditions: Sequence[Condition], attributes: Mapping[str, Attribute]
) -> Iterator[Fault]:
    if not conditions or conditions[-1] != ():
        advice = 'End the table with a rule whose condition is "*".'
        yield Fault(policy.id, "rules", "no-catch-all", advice)
    for rule, reached in zip(policy.rules, first_true(conditions, attributes), strict=True):
        if not reached:
            advice = "No person reaches this rule: earlier ones decide first. Move or remove it."
            yield Fault(rule.id, "when", "unreachable-rule", advice)


def _values(test: Comparison, attribute: Attribute) -> Iterator[tuple[str, str]]:
    numeric, words = _is_number(attribute), _words(attribute)
    if test.sign in ("<=", ">="):
        if not numeric:
            yield (
                "unknown-value",
                f"{attribute.id} is no number: its values are {attribute.values}.",
            )
        return
    for value in test.values:
        if value == UNKNOWN:
            yield "unknown-value", "A test on an unknown fact is open; do not ask for it."
        elif value not in words and not (numeric and _WHOLE.fullmatch(value)):
            yield "unknown-value", f"{value!r} is no value of {attribute.id}: {attribute.values}."


def _cycle(policies: Mapping[str, Policy]) -> Iterator[Fault]:
    graph = {
        policy.id: {
            rule.outcome.removeprefix(DEFER)
            for rule in policy.rules
            if rule.outcome.startswith(DEFER)
        }
        for policy in policies.values()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        ring = " -> ".join(reversed(error.args[1]))
        advice = f"These tables defer to one another in a ring: {ring}. Let one of them decide."
        yield Fault(error.args[1][0], "rules", "deferral-cycle", advice)


# ------------------------------------------------------------------------------- reachability


def _is_number(attribute: Attribute) -> bool:
    return attribute.values.startswith("integer")


def _words(attribute: Attribute) -> tuple[str, ...]:
    return () if _is_number(attribute) else tuple(attribute.values.split("|"))


def _domains(
    conditions: Sequence[Condition], attributes: Mapping[str, Attribute]
) -> dict[str, frozenset[str]]:
    """Values that stand for all others: words, and numbers on both sides of each limit."""
    domains: dict[str, set[str]] = {}
    for test in (test for condition in conditions for test in condition):
        attribute = attributes[test.attribute]
        known = domains.setdefault(test.attribute, set(_words(attribute)))
        if not _is_number(attribute):
            continue
        limits = [int(value) for value in test.values] if test.number is None else [test.number]
        known.update(str(near) for limit in limits for near in (limit - 1, limit, limit + 1))
        if attribute.values.endswith((EMPTY, UNKNOWN)):
            known.add(UNKNOWN)
    return {name: frozenset(values) for name, values in domains.items()}


def _reachable(
    conditions: Sequence[Condition], number: int, domains: Mapping[str, frozenset[str]]
) -> bool:
    left = dict(domains)
    for test in conditions[number]:
        left[test.attribute] = _kept(left, test, True)
    return all(left.values()) and _escapes(conditions[:number], left)


def _escapes(earlier: Sequence[Condition], left: dict[str, frozenset[str]]) -> bool:
    """Whether some values make none of the earlier conditions true."""
    if not earlier:
        return True
    ways = [(test, _kept(left, test, False)) for test in earlier[0]]
    if any(kept == left[test.attribute] for test, kept in ways):
        return _escapes(earlier[1:], left)  # it is not true as things stand
    return any(
        kept and _escapes(earlier[1:], {**left, test.attribute: kept}) for test, kept in ways
    )


def _kept(left: Mapping[str, frozenset[str]], test: Comparison, true: bool) -> frozenset[str]:
    """The values for which a test is true, or those for which it is false or open."""
    name = test.attribute
    return frozenset(v for v in left[name] if (test.holds({name: v}) is True) == true)
