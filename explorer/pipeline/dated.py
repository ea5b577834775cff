"""Words about a period, without what they say of later dates."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DATE: Final = re.compile(rf"(?:({'|'.join(_MONTHS)}) (?:(\d{{1,2}}), )?)?\b((?:19|20)\d\d)\b")
_LATE: Final = re.compile(r"\b(?:late(?: in)?|end of|end in) $")
_PIECES: Final = re.compile(r"(?<=[.;!?])\s+")
_ASIDE: Final = re.compile(r"\s*\([^()]*\)")


def until(text: str, day: date) -> str:
    """The sentences and half sentences of *text* that name no date after *day*.

    >>> until("A memo is given; forms follow on June 12, 2015. Places differ.", date(2014, 12, 1))
    'A memo is given. Places differ.'
    """
    if not _is_later(text, day):
        return text
    plain = _ASIDE.sub(lambda found: "" if _is_later(found[0], day) else found[0], text)
    pieces = _PIECES.split(plain)
    kept = [number for number, piece in enumerate(pieces) if not _is_later(piece, day)]
    return " ".join(_ended(pieces[n], n + 1 in kept) for n in kept)


def _ended(piece: str, goes_on: bool) -> str:
    """A half sentence ends as a sentence where its other half is left out."""
    return piece if goes_on or not piece.endswith(";") else f"{piece[:-1]}."


def _is_later(text: str, day: date) -> bool:
    return any(_first_day(found) > day for found in _DATE.finditer(text))


def _first_day(found: re.Match[str]) -> date:
    """The first day that a date in a text can mean."""
    month, number, year = found.groups()
    if not month:
        late = _LATE.search(found.string[: found.start()])
        return date(int(year), 10 if late else 1, 1)
    return date(int(year), _MONTHS.index(month) + 1, min(int(number or 1), 28))
