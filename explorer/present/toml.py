"""A tour as the TOML that people edit, and the comments that they left in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final

import msgspec

from explorer.content.marks import Statistic, text_key
from explorer.content.marks import written as marked
from explorer.content.model import Tour

BARE: Final = frozenset({"look", "sources"})  # fields that hold no text to read
STEP: Final = "[[steps]]"
QUESTION: Final = "[steps.question]"
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}
_UNSAFE: Final = re.compile(r'["\\\x00-\x09\x0b-\x1f\x7f]')
_TOKEN: Final = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|(?P<comment>\#[^\n]*)"
    r"|(?P<table>^[ \t]*\[\[?[ \t]*[\w.-]+[ \t]*\]\]?)"
    r"|(?P<key>^[ \t]*[\w-]+(?=[ \t]*=))"
    r"|(?P<line>\n)",
    re.DOTALL | re.MULTILINE,
)
Statistics = Mapping[str, tuple[Statistic, ...]]


class Comment(msgspec.Struct, frozen=True):
    """A line that begins with ``#``, and what it stands above or beside."""

    step: int  # of the file, from 0; -1 before the first
    table: str  # "", or "question"
    key: str  # "" above the heading of a step or question
    text: str


def written(
    tour: Tour,
    statistics: Statistics | None = None,
    comments: Sequence[Comment] = (),
    origins: Sequence[int] | None = None,
) -> str:
    """The file of a tour, which is read back as the same tour.

    *origins* tells which step of the commented file each step was; a comment whose step is gone
    stands at the end.
    """
    known = statistics or {}
    places = range(len(tour.steps)) if origins is None else origins
    notes = _Notes(comments)
    lines = list(_pairs(tour, known, notes, -1, ""))
    if not tour.steps:
        lines.append("steps = []")
    for step, origin in zip(tour.steps, places, strict=True):
        lines += ["", *notes.take(origin, "", ""), STEP, *_pairs(step, known, notes, origin, "")]
        if step.question is not None:
            above = notes.take(origin, "question", "")
            lines += [
                "",
                *above,
                QUESTION,
                *_pairs(step.question, known, notes, origin, "question"),
            ]
    left = notes.left()
    return "\n".join([*lines, *(["", *left] if left else []), ""])


def comments_in(text: str) -> tuple[Comment, ...]:
    """The comments of a file of a tour, each with what it stands above or beside."""
    return tuple(_comments(text))


def quoted(text: str) -> str:
    """A text as TOML has it; one of several lines stands between triple quotes.

    >>> print(quoted('Ask: “Who?” or "who"'))
    "Ask: “Who?” or \\"who\\""
    """
    safe = _UNSAFE.sub(lambda found: _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04x}", text)
    return f'"""\n{safe}"""' if "\n" in safe else f'"{safe}"'


class _Notes:
    """The comments that were not set down again yet."""

    def __init__(self, comments: Sequence[Comment]) -> None:
        self._open = list(comments)

    def take(self, step: int, table: str, key: str) -> list[str]:
        place = (step, table, key)
        found = [one for one in self._open if (one.step, one.table, one.key) == place]
        self._open = [one for one in self._open if one not in found]
        return [one.text for one in found]

    def left(self) -> list[str]:
        return [one.text for one in self._open]


def _pairs(part: Any, known: Statistics, notes: _Notes, step: int, table: str) -> Iterator[str]:
    """``key = value`` for every field that is not as it is without being written."""
    for field in _fields(part.__class__):
        value = getattr(part, field.name)
        is_left_out = not field.required and value == field.default
        if field.name in ("id", "steps", "question") or is_left_out:
            continue
        yield from notes.take(step, table, field.encode_name)
        yield f"{field.encode_name} = {_value(value, {} if field.name in BARE else known)}"


@cache
def _fields(kind: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    return msgspec.structs.fields(kind)


def _value(value: str | int | Iterable[str], known: Statistics) -> str:
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return quoted(marked(value, known.get(text_key(value), ())))
    return f"[{', '.join(_value(one, known) for one in value)}]"


def _comments(text: str) -> Iterator[Comment]:
    step, table, key = -1, "", ""
    waiting: list[str] = []  # comments above what comes next
    is_beside = False  # a key stands before on the same line
    for token in _TOKEN.finditer(text.replace("\r\n", "\n")):
        kind, found = token.lastgroup, token[0].strip()
        if kind == "line":
            is_beside = False
        elif kind == "comment" and is_beside:
            yield Comment(step, table, key, found)
        elif kind == "comment":
            waiting.append(found)
        elif kind in ("table", "key"):
            is_beside = True
            key = found if kind == "key" else ""
            if kind == "table":
                step, table = (step + 1, "") if found.startswith("[[") else (step, "question")
            yield from (Comment(step, table, key, one) for one in waiting)
            waiting = []
    yield from (Comment(step + 1, "", "", one) for one in waiting)
