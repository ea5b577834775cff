"""The styles of citation: a work as an entry, as a note, or as it is named in running text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from explorer.content import chicago
from explorer.content.capitals import NOTHING, Usage
from explorer.content.works import Work

STYLES: Final = ("chicago", "apa", "mla")  # that set text
FORMATS: Final = ("bibtex", "csl-json", "ris")  # for other programs


def entry(work: Work, style: str, known: Usage = NOTHING) -> str:
    """A work in the list at the end; *known* tells which capitals APA may take away."""
    if style == "apa":
        from explorer.content import apa  # the notes of cards are Chicago: these can wait

        return apa.entry(work, known)
    if style == "mla":
        from explorer.content import mla

        return mla.entry(work)
    return chicago.entry(work)


def in_text(work: Work, style: str) -> str:
    """A work where it is used: a footnote in Chicago, else words in parentheses."""
    if style == "apa":
        from explorer.content import apa

        return apa.in_text(work)
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
