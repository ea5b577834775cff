"""The words of answers in plain English, with the code of the tables in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from explorer.content.model import Policy, Rule
from explorer.policy.change import Turn
from explorer.policy.table import Answer

Meanings = Mapping[str, str]  # of facts, by their ids
WORDS: Final[Mapping[str, str]] = {
    # the last word of a walk
    "held_possible": "hold possible",
    "not_held": "not held",
    "not_identified": "not identified",
    "not_researched": "not researched",
    "notify_only": "notice only",
    # what came out at a step
    "activated": "connected",
    "not_activated": "not connected",
    "unknown": "not known",
    "match": "match",
    "no_match": "no match",
    "exit_no_match": "no match",
    "not_checked": "prints not checked",
    "ivf_hit": "record found",
    "no_hit": "no record",
    "request_hold": "asks for a hold",
    "may_request": "may ask for a hold",
    "request_after_conviction": "waits for a conviction",
    "request_notify": "asks for notice",
    "no_request": "no request",
    "hold": "hold",
    "may_hold": "may hold",
    "no_hold": "no hold",
    "priority_1": "first priority",
    "priority_2": "second priority",
    "priority_3": "third priority",
    "not_priority": "not a priority",
    "open": "not settled",
    "no_written_rule": "no written rule",
    "limit_not_modelled": "limit not modeled",
    "defer": "another rule decides",
    # whether ICE may be told
    "barred": "not allowed",
    "contested": "disputed",
    "required": "required",
    "allowed": "allowed",
    "not_addressed": "not addressed",
    "n/a": "does not apply",
}


def worded(code: str) -> str:
    """An outcome in words, with its code.

    >>> worded("not_held")
    'not held [not_held]'
    """
    return f"{WORDS[code.partition(':')[0]]} [{code}]"


def named(policy: Policy) -> str:
    """A policy by its name, with its id."""
    return f"{policy.name} [{policy.id}]"


def fact(id: str, meanings: Meanings) -> str:
    """What a fact is, with its id.

    >>> fact("gang", {"gang": "gang ties; as the database has it"})
    'gang ties [gang]'
    """
    known = meanings.get(id, "").partition(";")[0].partition(" (")[0]
    return f"{known} [{id}]" if known else id


def changed(turn: Turn, meanings: Meanings) -> str:
    """What would have changed an answer, and to what."""
    facts = (f"{fact(one.attribute, meanings)} as “{value_of(one.value)}”" for one in turn.changes)
    rule = turn.answer.rule_id
    return f"With {' and '.join(facts)} it would be {worded(turn.answer.outcome)}, rule {rule}."


def value_of(value: str) -> str:
    """The value of a fact in words."""
    return value.replace("_", " ").replace("misdemeanour", "misdemeanor") or "empty"


def reason(answer: Answer, meanings: Meanings) -> str:
    """The words of the rule; where the answer is open, what it depends on and every branch."""
    if not answer.is_open:
        return " ".join(rule.text for rule in answer.rules)
    hangs = ", ".join(fact(name, meanings) for name in answer.depends_on)
    parts = [
        f"It depends on {hangs}." if hangs else "",
        _doubted(answer.doubted),
        *(f"Perhaps {worded(rule.outcome)}: {rule.text}" for rule in answer.rules),
    ]
    return " ".join(filter(None, parts))


def _doubted(rules: Iterable[Rule]) -> str:
    ids = ", ".join(rule.id for rule in rules)
    return f"No text confirms {ids}, so it does not decide by itself." if ids else ""
