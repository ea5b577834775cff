"""Whether our own texts keep to neutral words, and give both sides the same room."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from explorer.content.mentions import texts
from explorer.content.model import (
    Activation,
    Agreement,
    Limit,
    OfficialName,
    Part,
    Place,
    Question,
    Quote,
    Record,
    Series,
    Source,
    Term,
    Undated,
    Word,
)

RATIO: Final = 1.5
_QUOTED: Final = re.compile(r"“[^”]*”|\"[^\"]*\"")
_ASIDE: Final = re.compile(r"\([^)]*\)")
_GAP: Final = " ~ "  # in place of what is free, so that no phrase reaches across it
_ENDINGS: Final = r"(?:s|es|d|ed|ing)?"
_FREE: Final[Mapping[type, frozenset[str]]] = {
    Term: frozenset({"term"}),
    Quote: frozenset({"text"}),
    Series: frozenset({"name"}),
    Place: frozenset({"name"}),
    Activation: frozenset({"jurisdiction"}),
    Undated: frozenset({"jurisdiction"}),
    Limit: frozenset({"jurisdiction"}),
    Agreement: frozenset({"agency", "county"}),
}
"""Fields that are no text of ours: the word explained, a quotation, an id, a proper name."""


class Loaded(NamedTuple):
    """A loaded word in a text of ours."""

    field: str
    found: str
    word: Word


class Wording:
    """Looks for the loaded words of a library in the texts of its records.

    Free are quotations, and whatever stands in quotation marks; source records, which repeat the
    titles of cited works; proper names; official names; and the phrases that a word itself allows.
    """

    def __init__(self, words: Iterable[Word], names: Iterable[OfficialName] = ()) -> None:
        self._words = [(word, _pattern(word)) for word in words]
        free = [name.name for name in names]
        free += [phrase for word, _ in self._words for phrase in word.allowed]
        longest_first = sorted(free, key=len, reverse=True)
        self._free = re.compile("|".join(map(_form, longest_first)) or "(?!)", re.IGNORECASE)
        every = [f"(?:{pattern.pattern})" for _, pattern in self._words]
        self._any = re.compile("|".join(every) or "(?!)", re.IGNORECASE)

    def loaded(self, record: Record | Part) -> Iterator[Loaded]:
        """Every loaded word in a record that is neither quoted nor part of an official name."""
        if isinstance(record, Source | Word | OfficialName):
            return
        free = _FREE.get(type(record), frozenset())
        for field, text in texts(record):
            if field not in free and self._any.search(text):
                yield from self._in(field, text)

    def in_text(self, text: str) -> list[str]:
        """The loaded words of a text that stands by itself."""
        return [loaded.found for loaded in self._in("", text)]

    def _in(self, field: str, text: str) -> Iterator[Loaded]:
        bare = self._free.sub(_GAP, _QUOTED.sub(_GAP, text))
        for word, pattern in self._words:
            for match in pattern.finditer(bare):
                yield Loaded(field, match[0], word)


def lengths(question: Question) -> tuple[int, int]:
    """How many words each side of a question has."""
    return len(question.side_a.text.split()), len(question.side_b.text.split())


def is_lopsided(question: Question) -> bool:
    """Whether one side has more than one and a half times the words of the other."""
    short, long = sorted(lengths(question))
    return long > short * RATIO


def forms(word: Word) -> tuple[str, ...]:
    """The forms that are looked for: those given, else the words of the entry itself.

    >>> forms(Word(id="x", word="defy, defiance", leans="", reason="", house_term="", exempt_in=""))
    ('defy', 'defiance')
    """
    if word.forms:
        return word.forms
    return tuple(form.strip() for form in _ASIDE.sub("", word.word).split(",") if form.strip())


def _pattern(word: Word) -> re.Pattern[str]:
    endings = "" if word.forms else _ENDINGS
    return re.compile(
        rf"\b(?:{'|'.join(_form(form) for form in forms(word))}){endings}\b", re.IGNORECASE
    )


def _form(text: str) -> str:
    """A form as a pattern: ``*`` for any ending, and a space for a hyphen too."""
    pieces = re.split(r"(\*|[\s-]+)", text)
    return "".join(_piece(piece) for piece in pieces if piece)


def _piece(piece: str) -> str:
    if piece == "*":
        return r"\w*"
    return r"[\s-]+" if not piece.strip("- \t\n") else re.escape(piece)
