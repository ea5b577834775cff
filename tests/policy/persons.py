"""Persons and tables made up for the tests."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from explorer.content.library import Library
from explorer.content.load import load
from explorer.content.model import Policy, Rule
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


def table(*rules: Rule, name: str = "T") -> Policy:
    """A made-up table."""
    return Policy(
        id=name, name="A table", level="local", jurisdiction="Weir", decider="jail", rules=rules
    )
