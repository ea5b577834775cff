"""The styles of citation: a work as an entry, as a note, or as it is named in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec

from explorer.content import chicago
from explorer.content.capitals import NOTHING, Usage
from explorer.content.typeset import plain
from explorer.content.works import Work

STYLES: Final = ("chicago", "apa", "mla")  # that set text
FORMATS: Final = ("bibtex", "csl-json", "ris")  # for other programs


def listing(
    works: Sequence[Work], style: str, known: Usage = NOTHING
) -> tuple[tuple[Work, str], ...]:
    """Works with their entries as a list has them: by the alphabet, and told apart.

    APA puts a letter after the year of works that have author and year in common; MLA puts three
    hyphens for an author who was named in the line before.
    """
    letters = _letters(works) if style == "apa" else {}
    made = [(work, entry(work, style, known, letters.get(work.id, ""))) for work in works]
    made.sort(key=lambda pair: _place(pair[1]))
    return tuple(_with_hyphens(made)) if style == "mla" else tuple(made)


def notes(works: Sequence[Work], style: str) -> tuple[str, ...]:
    """How each work is named where it is used, in the order in which they were given."""
    letters = _letters(works) if style == "apa" else {}
    return tuple(in_text(work, style, letters.get(work.id, "")) for work in works)


def _letters(works: Sequence[Work]) -> dict[str, str]:
    """``a``, ``b`` ... for works that would be named alike, in the order of their dates."""
    from explorer.content import apa

    alike: dict[str, list[Work]] = {}
    for work in works:
        if work.authors and work.form not in ("case", "law"):
            alike.setdefault(apa.in_text(msgspec.structs.replace(work, place="")), []).append(work)
    return {
        work.id: chr(ord("a") + at)
        for group in alike.values()
        if 1 < len(group) < 27
        for at, work in enumerate(
            sorted(group, key=lambda one: (*apa.turn(one), _place(one.title)))
        )
    }


def _with_hyphens(made: list[tuple[Work, str]]) -> Iterator[tuple[Work, str]]:
    from explorer.content import mla

    before = ""
    for work, text in made:
        by = mla.begins(work)
        again = bool(by) and by == before
        yield work, f"---.{text.removeprefix(by)}" if again else text
        before = by


def _place(text: str) -> str:
    """Where a text stands in the alphabet: without marks and article before its first word."""
    return re.sub(r"^(?:the|an?) ", "", plain(text).casefold().lstrip("“‘[\"'"))


def entry(work: Work, style: str, known: Usage = NOTHING, letter: str = "") -> str:
    """A work in the list at the end.

    *known* tells which capitals APA may take away, *letter* what it puts after the year.
    """
    if style == "apa":
        from explorer.content import apa  # the notes of cards are Chicago: these can wait

        return apa.entry(work, known, letter)
    if style == "mla":
        from explorer.content import mla

        return mla.entry(work)
    return chicago.entry(work)


def in_text(work: Work, style: str, letter: str = "") -> str:
    """A work where it is used: a footnote in Chicago, else words in parentheses."""
    if style == "apa":
        from explorer.content import apa

        return apa.in_text(work, letter)
    if style == "mla":
        from explorer.content import mla

        return mla.in_text(work)
    return chicago.note(work)


def exported(works: Iterable[Work], form: str) -> str:
    """Works in a format for other programs."""
    if form == "bibtex":
        from explorer.content.bibtex import bibtex

        return bibtex(works)
    if form == "ris":
        from explorer.content.ris import ris

        return ris(works)
    from explorer.content.csljson import csl_json

    return csl_json(works)
