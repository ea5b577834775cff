"""A person's facts: read, checked against the attributes, and kept consistent."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from explorer.content.model import Attribute, ProfileRule
from explorer.content.when import UNKNOWN, holds, parse
from explorer.policy.table import Facts

_WHOLE: Final = re.compile(r"\d{1,4}")


class WrongWord(ValueError):  # noqa: N818
    """A fact, name or file that cannot be: ``word`` is the wrong one, ``known`` the right ones."""

    def __init__(self, message: str, word: str = "", known: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.word, self.known = word, tuple(known)


def is_number(attribute: Attribute) -> bool:
    """Whether an attribute takes whole numbers."""
    return attribute.values.startswith("integer")


def can_be_empty(attribute: Attribute) -> bool:
    """Whether nothing at all is a value, as the years since a conviction that never was."""
    return attribute.values.endswith("empty")


def words(attribute: Attribute) -> tuple[str, ...]:
    """The values that an attribute can have, ``unknown`` left out; none for a number."""
    if is_number(attribute):
        return ()
    return tuple(word for word in attribute.values.split("|") if word != UNKNOWN)


def read(given: Mapping[str, object], attributes: Mapping[str, Attribute]) -> dict[str, str]:
    """A value for every attribute, from what was given; what is missing is unknown.

    Raises :class:`WrongWord` for a name or a value that is none.
    """
    for name in given:
        if name not in attributes:
            raise WrongWord(f"there is no attribute {name!r}", name, tuple(attributes))
    return {
        name: _value(attribute, given[name]) if name in given else UNKNOWN
        for name, attribute in attributes.items()
    }


def load(file: Path, attributes: Mapping[str, Attribute]) -> dict[str, str]:
    """The facts in a JSON file, ``attribute: value``; missing ones are unknown.

    Raises :class:`WrongWord` for anything that cannot be read as facts.
    """
    try:
        given = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise WrongWord(f"{file}: cannot be read ({error.strerror})") from error
    except (ValueError, RecursionError) as error:
        raise WrongWord(f"{file}: is not JSON ({error})") from error
    if not isinstance(given, dict):
        raise WrongWord(f"{file}: write one object of attribute: value")
    return read(given, attributes)


def broken(rules: Iterable[ProfileRule], facts: Facts) -> tuple[ProfileRule, ...]:
    """The rules of consistent persons that a person does not keep."""
    return tuple(
        rule
        for rule in rules
        if holds(parse(rule.if_), facts) is True and holds(parse(rule.then), facts) is False
    )


def _value(attribute: Attribute, given: object) -> str:
    value = str(given) if isinstance(given, str | int) and not isinstance(given, bool) else None
    if value in (UNKNOWN, ""):
        return str(value)
    if value is not None and is_number(attribute) and _WHOLE.fullmatch(value):
        return str(int(value))
    if value is not None and value in words(attribute):
        return value
    said = repr(given)
    if is_number(attribute):
        message = f"{said} is not a value of {attribute.id}, which takes a whole number"
        raise WrongWord(f"{message} from 0 to 9999 or {UNKNOWN}")
    known = (*words(attribute), UNKNOWN)
    raise WrongWord(f"{said} is not a value of {attribute.id}", str(given), known)
