"""The conditions of decision tables: read, and tested against facts that may be unknown.

A condition is ``*``, or tests joined by ``" & "``: ``attr=value``, ``attr!=value``, ``attr<=n``,
``attr>=n``, ``attr in a|b|c``. What a consistent person keeps adds two: ``attr=empty``, and the
name of an attribute on the right of ``<=`` or ``>=``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

UNKNOWN: Final = "unknown"
EMPTY: Final = "empty"
_TEST = re.compile(
    r"(?P<name>[a-z]\w*)(?:\s*(?P<sign><=|>=|!=|=)\s*|\s+(?P<among>in)\s+)(?P<right>.+)"
)
_WORD = re.compile(r"[\w-]+")
_NUMBER = re.compile(r"-?\d+")


class WhenError(ValueError):
    """A condition, or a fact for one, that cannot be read; the message says which part."""


@dataclass(frozen=True)
class Comparison:
    """One comparison of an attribute: with words, with a number, or with another attribute."""

    attribute: str
    sign: str  # = != <= >= in
    values: tuple[str, ...] = ()
    number: int | None = None
    other: str = ""

    @property
    def attributes(self) -> tuple[str, ...]:
        """The attributes that must be known."""
        return (self.attribute, self.other) if self.other else (self.attribute,)

    @property
    def asks_for_empty(self) -> bool:
        """Whether it holds where the attribute was left empty."""
        return self.values == (EMPTY,)

    def holds(self, facts: Mapping[str, str]) -> bool | None:
        """True, false, or None where a fact that it needs is unknown or empty."""
        fact = facts.get(self.attribute, "")
        if self.asks_for_empty:
            empty = None if fact == UNKNOWN else fact == ""
            return empty if self.sign == "=" or empty is None else not empty
        if any(facts.get(name, "") in ("", UNKNOWN) for name in self.attributes):
            return None
        if self.sign in ("<=", ">="):
            limit = self.number if self.number is not None else _number(self.other, facts)
            return _compare(_number(self.attribute, facts), self.sign, limit)
        return (fact in self.values) != (self.sign == "!=")


Condition = tuple[Comparison, ...]
"""Tests that must all hold; empty for the catch-all ``*``."""


@lru_cache(maxsize=1024)
def parse(text: str) -> Condition:
    """The condition that *text* writes; :class:`WhenError` names the part that is wrong.

    >>> [test.attribute for test in parse("prior_level in felony_violent & prior_years<=5")]
    ['prior_level', 'prior_years']
    """
    if text.strip() == "*":
        return ()
    return tuple(_parse_test(part.strip()) for part in text.split(" & "))


def attributes(condition: Condition) -> tuple[str, ...]:
    """The attributes that a condition asks for, each once, in order."""
    return tuple(dict.fromkeys(name for test in condition for name in test.attributes))


def holds(condition: Condition, facts: Mapping[str, str]) -> bool | None:
    """Whether a condition holds: false if one part is, else None if one is open, else true.

    >>> holds(parse("removable=yes & prior_years<=5"), {"removable": "yes"}) is None
    True
    """
    answers = [part.holds(facts) for part in condition]
    if False in answers:
        return False
    return None if None in answers else True


def open_attributes(condition: Condition, facts: Mapping[str, str]) -> tuple[str, ...]:
    """The attributes whose tests are open, each once, in order of appearance."""
    found = [
        name
        for part in condition
        if part.holds(facts) is None
        for name in part.attributes
        if facts.get(name, "") in ("", UNKNOWN)
    ]
    return tuple(dict.fromkeys(found))


def _parse_test(text: str) -> Comparison:
    match = _TEST.fullmatch(text)
    if match is None:
        raise WhenError(f"{text!r} is not a test such as age<=20 or gang!=none")
    name, sign, right = match["name"], match["sign"] or match["among"], match["right"].strip()
    if sign in ("<=", ">="):
        if _NUMBER.fullmatch(right):
            return Comparison(name, sign, number=int(right))
        if _WORD.fullmatch(right):
            return Comparison(name, sign, other=right)
        raise WhenError(f"{text!r} compares with neither a number nor an attribute")
    values = tuple(right.split("|")) if sign == "in" else (right,)
    if not all(_WORD.fullmatch(value) for value in values):
        raise WhenError(f"{text!r} compares with something that is not a word")
    return Comparison(name, sign, values=values)


def _number(name: str, facts: Mapping[str, str]) -> int:
    fact = facts[name]
    if not _NUMBER.fullmatch(fact):
        raise WhenError(f"{name} must be a whole number, not {fact!r}")
    return int(fact)


def _compare(left: int, sign: str, right: int) -> bool:
    return left <= right if sign == "<=" else left >= right
