"""Names of records inside a running text, found so that each can be opened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import msgspec

from explorer.content.library import Library
from explorer.content.marks import Statistic
from explorer.reader.dossier import MARK

_WORD: Final = re.compile(r"\w+(?:\(\w\))?|[^\w\s]")  # 287(g) is a word; so is a hyphen


class Run(msgspec.Struct, frozen=True):
    """A stretch of text, and the record that it names, or the statistic that it is."""

    text: str
    ref: str = ""


class Names:
    """All names that can be opened from a text: terms, programs and places.

    The longest name wins, each record is linked at its first mention only, and a card never
    links to itself. Names are looked up word by word: a pattern of all of them would take longer
    to make than the first picture of the program can wait.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._refs: dict[tuple[str, ...], str] = {}
        self._longest: dict[str, int] = {}  # first word of a name -> words of the longest such name
        for name, ref in names.items():
            words = tuple(_WORD.findall(name.casefold()))
            self._refs[words] = ref
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    @classmethod
    def of(cls, library: Library) -> Names:
        """The names of a library; a county or city also without its state, where only one has it."""
        names = _places(library)
        names |= {program.name: f"program:{program.id}" for program in library.programs.values()}
        names |= {
            program.short_name: f"program:{program.id}" for program in library.programs.values()
        }
        for term in library.terms.values():
            bare, _, more = term.term.partition(" (")
            names[bare] = f"term:{term.id}"
            if more.endswith(")"):
                names[more[:-1]] = f"term:{term.id}"
        return cls(
            {name: ref for name, ref in names.items() if len(name) > 2 and not name.isdigit()}
        )

    def runs(
        self, text: str, own: str = "", statistics: Sequence[Statistic] = ()
    ) -> tuple[Run, ...]:
        """The text cut into plain and linked stretches; names inside a statistic stay part of it.

        >>> Names({"detainer": "term:detainer"}).runs("A detainer is a form.")
        (Run(text='A ', ref=''), Run(text='detainer', ref='term:detainer'), Run(text=' is a form.', ref=''))
        """
        runs: list[Run] = []
        start = 0
        spots = [(first, last, f"{MARK}{target}") for first, last, target in statistics]
        for first, last, ref in sorted([*spots, *self._names(text, own, spots)]):
            if first > start:
                runs.append(Run(text[start:first]))
            runs.append(Run(text[first:last], ref))
            start = last
        if start < len(text):
            runs.append(Run(text[start:]))
        return tuple(runs)

    def _names(
        self, text: str, own: str, taken: Sequence[tuple[int, int, str]]
    ) -> Iterator[tuple[int, int, str]]:
        """The first mention of each record, outside the stretches that are taken."""
        seen = {own}
        for first, last, ref in self._found(text):
            free = all(last <= start or end <= first for start, end, _ in taken)
            if free and ref not in seen:
                seen.add(ref)
                yield first, last, ref

    def _found(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Each name in the text: from where, to where, and what it opens."""
        spots = [(match[0].casefold(), *match.span()) for match in _WORD.finditer(text)]
        at = 0
        while at < len(spots):
            length, ref = self._at(spots, at)
            if length:
                yield spots[at][1], spots[at + length - 1][2], ref
            at += max(length, 1)

    def _at(self, spots: Sequence[tuple[str, int, int]], at: int) -> tuple[int, str]:
        """How many words a name takes that starts at a place in the text, and what it opens."""
        word = spots[at][0]
        most = max(self._longest.get(word, 0), self._longest.get(word.removesuffix("s"), 0))
        words = tuple(spot[0] for spot in spots[at : at + most])
        for length in range(len(words), 0, -1):
            name = words[:length]
            ref = self._refs.get(name) or self._refs.get((*name[:-1], name[-1].removesuffix("s")))
            if ref:
                return length, ref
        return 0, ""


def _places(library: Library) -> dict[str, str]:
    """Names of the places that the content tells of; the nation as a whole is not one of them."""
    told = [place for place in library.places.values() if place.kind != "nation"]
    names = {place.name: f"place:{place.id}" for place in told}
    bare: dict[str, list[str]] = {}
    for place in told:
        short, comma, _ = place.name.partition(", ")
        if comma and short not in names:
            bare.setdefault(short, []).append(f"place:{place.id}")
    return names | {short: refs[0] for short, refs in bare.items() if len(refs) == 1}
