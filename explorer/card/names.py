"""Names of records inside a running text, found so that each can be opened."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from explorer.content.library import Library


class Run(msgspec.Struct, frozen=True):
    """A stretch of text, and the record that it names if it names one."""

    text: str
    ref: str = ""


class Names:
    """All names that can be opened from a text: terms, programs and places.

    The longest name wins, each record is linked at its first mention only, and a card never
    links to itself.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._refs = {name.casefold(): ref for name, ref in names.items()}
        longest = sorted(map(re.escape, names), key=len, reverse=True)
        self._find = (
            re.compile(rf"\b(?:{'|'.join(longest)})(?:s\b|\b)", re.IGNORECASE) if longest else None
        )

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

    def runs(self, text: str, own: str = "") -> tuple[Run, ...]:
        """The text cut into plain and linked stretches.

        >>> Names({"detainer": "term:detainer"}).runs("A detainer is a form.")
        (Run(text='A ', ref=''), Run(text='detainer', ref='term:detainer'), Run(text=' is a form.', ref=''))
        """
        runs: list[Run] = []
        seen = {own}
        start = 0
        for match in self._find.finditer(text) if self._find else ():
            ref = self._of(match[0])
            if ref in seen:
                continue
            seen.add(ref)
            if match.start() > start:
                runs.append(Run(text[start : match.start()]))
            runs.append(Run(match[0], ref))
            start = match.end()
        if start < len(text):
            runs.append(Run(text[start:]))
        return tuple(runs)

    def _of(self, words: str) -> str:
        plain = words.casefold()
        return self._refs.get(plain) or self._refs[plain.removesuffix("s")]


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
