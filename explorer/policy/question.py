"""What the command line asks: a person by name or file, under a policy, in a place, on a date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from explorer.content.dates import DateError, day_of
from explorer.content.library import Library
from explorer.policy.change import Changes
from explorer.policy.clock import ClockError, Rule, hold
from explorer.policy.person import WrongWord, broken, load
from explorer.policy.report import (
    CAUTION,
    answer_lines,
    answer_object,
    hold_lines,
    hold_object,
    walk_lines,
    walk_object,
)
from explorer.policy.rules import Rulebook
from explorer.policy.table import Facts, ask_through
from explorer.policy.walk import walk

ALL = "all"


@dataclass(frozen=True)
class Reply:
    """The same reply twice: for other programs, and for people."""

    data: Any
    lines: tuple[str, ...]


def person(library: Library, text: str) -> Facts:
    """The facts of a profile, or of a JSON file; :class:`WrongWord` if there is neither."""
    if text in library.profiles:
        return library.profiles[text].facts
    file = Path(text)
    if file.suffix != ".json" and not file.exists():
        raise WrongWord(f"there is no profile {text!r}", text, tuple(library.profiles))
    return load(file, library.attributes)


def doubts(library: Library, facts: Facts) -> Iterator[str]:
    """A line for each rule of consistent persons that these facts break."""
    for rule in broken(library.profile_rules.values(), facts):
        yield f"these facts do not go together ({rule.id}): {rule.text}"


def under(library: Library, facts: Facts, policy: str) -> Reply:
    """The answer of one policy, or of all, as if it applied whatever the place and date."""
    if policy != ALL and policy not in library.policies:
        raise WrongWord(f"there is no policy {policy!r}", policy, (*library.policies, ALL))
    names = list(library.policies) if policy == ALL else [policy]
    answers = [ask_through(library.policies[name], facts, library.policies) for name in names]
    changes, meanings = Changes(library), _meanings(library)
    asked = [(answer, changes.nearest(answer.policy, facts)) for answer in answers]
    lines = [line for answer, turns in asked for line in answer_lines(answer, turns, meanings)]
    data = [answer_object(answer, turns) for answer, turns in asked]
    return Reply(data, (*lines, CAUTION))


def there_and_then(library: Library, facts: Facts, place: str, day: str) -> Reply:
    """The walk of a person in a place on a date."""
    name = place.removeprefix("place:")
    known = {**library.counties, **library.places}
    if name not in known:
        raise WrongWord(f"there is no place {place!r}", name, tuple(known))
    found = walk(Rulebook(library), facts, known[name], _day(day))
    return Reply(walk_object(found), tuple(walk_lines(found, _meanings(library))))


def end_of_hold(starts: str, rule: Rule) -> Reply:
    """When a hold ends that begins at a local date and time."""
    try:
        if "T" not in starts:
            raise ValueError("no time of the day")
        counted = hold(datetime.fromisoformat(starts), rule)
    except ClockError as error:
        raise WrongWord(f"{starts}: {error}") from error
    except ValueError as error:
        raise WrongWord(f"{starts!r} is not a date and time such as 2014-04-11T15:00") from error
    return Reply(hold_object(counted), tuple(hold_lines(counted)))


def _meanings(library: Library) -> dict[str, str]:
    return {one.id: one.meaning for one in library.attributes.values()}


def _day(text: str) -> date:
    try:
        return day_of(text)
    except DateError as error:
        raise WrongWord(str(error)) from error
