"""What is wrong with a record, said so that people can mend it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from types import UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from explorer.content.dates import When

_UNKNOWN: Final = re.compile(r"unknown field `(.+?)`")
_MISSING: Final = re.compile(r"missing required field `(.+?)`")
_STEP: Final = re.compile(r"[\w-]+|\[[\d.]+\]")


@dataclass(frozen=True)
class Problem:
    """Trouble in the content: where it is, what rule it breaks and what to do about it."""

    file: str
    record: str
    field: str
    rule: str
    what_to_do: str

    def __str__(self) -> str:
        where = " ".join(part for part in (self.record, self.field) if part)
        return f"{self.file}: {where + ': ' if where else ''}{self.what_to_do} [{self.rule}]"


class LoadError(ValueError):
    """The content cannot be read; :attr:`problems` has every reason."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        shown = "\n".join(str(problem) for problem in problems[:5])
        more = f"\n... and {len(problems) - 5} more" if len(problems) > 5 else ""
        super().__init__(shown + more)
        self.problems = tuple(problems)


def convert(raw: Any, cls: type[Any], file: str, record: str) -> tuple[Any, list[Problem]]:
    """The record, or None; with every key that is unknown and the first other trouble."""
    problems: list[Problem] = []
    while True:
        try:
            return msgspec.convert(raw, cls, dec_hook=read_date), problems
        except msgspec.ValidationError as error:
            message, at = split(str(error))
            unknown = _UNKNOWN.search(message)
            if unknown is None:
                rule, what = advice(message, _words_at(cls, at))
                problems.append(Problem(file, record, at, rule, what))
                return None, problems
            key, keys = unknown[1], _keys(_part_at(cls, at))
            where = f"{at}.{key}" if at else key
            what = f"There is no key {key!r} here{nearest(key, keys)}."
            problems.append(Problem(file, record, where, "unknown-key", what))
            raw = _without(raw, _STEP.findall(at), key)


def read_date(cls: type[Any], value: Any) -> Any:
    """Turns the text of a date into a :class:`When`, for msgspec."""
    if cls is not When:
        raise NotImplementedError(f"no reader for {cls}")
    if isinstance(value, date):
        return When(value.isoformat()[:10])
    if not isinstance(value, str):
        raise ValueError(f'{value!r} is not a date in quotes such as "2008-10" or "2008"')
    return When(value)


def split(message: str) -> tuple[str, str]:
    """What msgspec says, and the field that it speaks of."""
    text, _, at = message.partition(" - at `")
    return text, at.removesuffix("`").removeprefix("$").removeprefix(".")


def advice(message: str, words: Sequence[str] = ()) -> tuple[str, str]:
    """The rule that a message of msgspec is about, and what to do; *words* are those allowed."""
    missing = _MISSING.search(message)
    if missing:
        return "missing-key", f"Add the key {missing[1]!r}."
    if "Invalid enum value" in message:
        word = message.partition("value ")[2].strip("'")
        return "unknown-value", f"{word!r} is not known here{nearest(word, words)}."
    if "is not a date" in message or "calendar" in message or "ends before" in message:
        return "bad-date", f"{message}."
    if "Expected" in message and ("`float" in message or "`int" in message):
        return "bad-number", f"{message}."
    return "wrong-type", f"{message}."


def nearest(word: str, known: Sequence[str]) -> str:
    """``; did you mean 'title'?`` for a word close to a known one, else a list of them.

    >>> nearest("titel", ["title", "date"])
    "; did you mean 'title'?"
    """
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"; did you mean {close[0]!r}?" if close else f"; known are {', '.join(known)}"


def required(cls: Any) -> tuple[str, ...]:
    """The keys that a record of this type cannot be without."""
    if cls not in _REQUIRED:
        fields = msgspec.structs.fields(cls)
        _REQUIRED[cls] = tuple(field.encode_name for field in fields if field.required)
    return _REQUIRED[cls]


_REQUIRED: Final[dict[Any, tuple[str, ...]]] = {}


def _keys(cls: type[Any]) -> tuple[str, ...]:
    return tuple(name for name in cls.__struct_encode_fields__ if name != "id")


def _part_at(cls: type[Any], at: str) -> Any:
    """The type of the part that a path such as ``links[0]`` leads to."""
    return _struct_in(_hint_at(cls, at))


def _words_at(cls: type[Any], at: str) -> tuple[str, ...]:
    """The words that a field may hold, where it holds one of a few."""
    return _literals_in(_hint_at(cls, at))


def _hint_at(cls: Any, at: str) -> Any:
    hint = cls
    for step in _STEP.findall(at):
        if not step.startswith("["):
            inside = _struct_in(hint)
            names = dict(
                zip(inside.__struct_encode_fields__, inside.__struct_fields__, strict=True)
            )
            hint = get_type_hints(inside)[names[step]]
    return hint


def _struct_in(kind: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return kind
    if get_origin(kind) in (tuple, dict, Union, UnionType):
        return next((found for arg in get_args(kind) if (found := _struct_in(arg))), None)
    return None


def _literals_in(kind: Any) -> tuple[str, ...]:
    if get_origin(kind) is Literal:
        return tuple(map(str, get_args(kind)))
    return next((found for arg in get_args(kind) if (found := _literals_in(arg))), ())


def _without(raw: Any, steps: Sequence[str], key: str) -> Any:
    """The same record without a key at the end of a path, so that the next trouble can be found."""
    if not steps:
        return {name: value for name, value in raw.items() if name != key}
    step, rest = steps[0], steps[1:]
    if step == "[...]":  # msgspec does not say which entry of a map
        return {name: _without(value, rest, key) for name, value in raw.items()}
    if step.startswith("["):
        number = int(step[1:-1])
        return [*raw[:number], _without(raw[number], rest, key), *raw[number + 1 :]]
    return {**raw, step: _without(raw[step], rest, key)}
