"""Persons and tables made up for the tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from hypothesis import strategies as st

from explorer.content.dates import When
from explorer.content.library import Library
from explorer.content.load import load
from explorer.content.model import Figure, Part, Policy, Record, Role, Rule
from explorer.content.when import UNKNOWN
from explorer.policy.person import can_be_empty, is_number, words


@cache
def real() -> Library:
    """The real library, loaded once."""
    return load()


def known_person() -> st.SearchStrategy[dict[str, str]]:
    """Any person about whom every fact is known, consistent or not."""
    return st.fixed_dictionaries({name: _values(name) for name in real().attributes})


def person() -> st.SearchStrategy[dict[str, str]]:
    """Any person; facts may be unknown or empty."""
    return st.fixed_dictionaries(
        {
            name: st.one_of(_values(name), st.sampled_from([UNKNOWN, ""]))
            for name in real().attributes
        }
    )


def _values(name: str) -> st.SearchStrategy[str]:
    attribute = real().attributes[name]
    if not is_number(attribute):
        return st.sampled_from(words(attribute))
    numbers = st.one_of(st.integers(0, 21), st.integers(2010, 2016)).map(str)
    return st.one_of(numbers, st.just("")) if can_be_empty(attribute) else numbers


def rule(order: int, when: str, outcome: str, notification: str = "n/a", **more: str) -> Rule:
    """A rule of a made-up table."""
    return Rule(  # type: ignore[arg-type]
        id=f"T.{order:02}",
        order=order,
        when=when,
        outcome=outcome,
        notification=notification,
        text=f"Rule {order}.",
        authority="A made-up act",
        sources=(f"source-{order}",),
        **{"confidence": "high", **more},
    )


class _Shelves:
    """The real record, with tables of one's own."""

    def __init__(self, policies: Sequence[Policy]) -> None:
        self.about = real().about
        self._policies = {policy.id: policy for policy in policies}

    def records(self, kind: str) -> Mapping[str, Record]:
        return self._policies if kind == "policy" else real().records(kind)

    def figures(self, table: str) -> Sequence[Figure]:
        return real().table(table)

    def rows(self, name: str) -> Sequence[Part]:
        rows: Sequence[Part] = getattr(real(), {"activation": "activations"}.get(name, name))()
        return rows


def with_tables(*policies: Policy) -> Library:
    """The real library with these tables in the place of its own."""
    return Library(_Shelves(policies))


def standing_table(name: str, role: str, since: str, *rules: Rule) -> Policy:
    """A made-up table of the nation with a role, from a day on."""
    part = Role(
        role=role,
        scope_level="nation",
        scope=("nation:US",),
        in_force_from=When(since),
        sources=("act",),
        confidence="high",
    )
    return Policy(
        id=name,
        name=name,
        level="federal",
        jurisdiction="United States",
        decider="ICE",
        rules=rules,
        roles=(part,),
    )


def table(*rules: Rule, name: str = "T") -> Policy:
    """A made-up table."""
    return Policy(
        id=name, name="A table", level="local", jurisdiction="Weir", decider="jail", rules=rules
    )
