"""Sizes of paper, and which one a country uses."""

from __future__ import annotations

from typing import Final, NamedTuple


class Paper(NamedTuple):
    """A sheet in millimeters; *width* is its longer side, as a timeline lies."""

    id: str
    name: str
    width: float
    height: float

    def turned(self) -> Paper:
        """The same sheet standing upright."""
        return Paper(self.id, self.name, self.height, self.width)


PAPERS: Final = {
    paper.id: paper
    for paper in (
        Paper("a4", "A4", 297.0, 210.0),
        Paper("a3", "A3", 420.0, 297.0),
        Paper("a2", "A2", 594.0, 420.0),
        Paper("a1", "A1", 841.0, 594.0),
        Paper("letter", "Letter", 279.4, 215.9),
        Paper("legal", "Legal", 355.6, 215.9),
        Paper("tabloid", "Tabloid", 431.8, 279.4),
    )
}
SHEETS: Final = ("a4", "letter")  # what an office printer holds
LETTER: Final = frozenset(  # countries that print on Letter, as Unicode's CLDR lists them
    ["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"]
)


def usual(country: str) -> str:
    """The paper of an office printer in a country, by its code.

    >>> usual("US"), usual("DE")
    ('letter', 'a4')
    """
    return "letter" if country.upper() in LETTER else "a4"
