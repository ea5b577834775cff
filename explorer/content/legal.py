"""Cases, statutes, ordinances and orders in their common legal form, the same in every style."""

from __future__ import annotations

import re
from typing import Final

from explorer.content.typeset import MONTHS, SHORT, italic, points
from explorer.content.works import Work

CASE: Final = r"(?P<name>.+? v\. .+?)(?P<rest>, (?:\d|Nos?\.).*)?"
SECTION: Final = r"(?P<code>\d+ U\.S\.C\.|\d+ C(?:FR|\.F\.R\.)|Gen\. Stat\.) (?=\d)"
BODIES: Final = r"\b(Council|Board|City|County|Legislature|House of Representatives)\b"


def form(work: Work, leaning: bool = False) -> str:
    """A legal item as lawyers cite it; *leaning* puts the name of a case in italics.

    The day is added where the title does not carry a year, since the courts and councils that
    have no printed reports are cited by it.
    """
    title = re.sub(SECTION, lambda found: f"{_code(found['code'])} § ", work.title)
    if work.form == "case":
        return _dated_case(work, _case(title, leaning))
    by = work.publisher if re.search(BODIES, work.publisher) else ""
    named = f"{by}, {title}" if by and by not in title else title
    year = f"{work.issued.first.year}" if work.issued else ""
    return named if not year or _has_year(title, year) else f"{named} ({_day(work)})"


def short_form(work: Work) -> str:
    """What a legal item is called in running text."""
    match = re.fullmatch(CASE, work.title)
    if work.form == "case" and match:
        return italic(match["name"])
    bare = re.sub(r" \([^()]*\)$", "", work.title)
    title = bare.partition(", ")[0].partition(" as amended")[0]
    return re.sub(SECTION, lambda found: f"{_code(found['code'])} § ", title)


def _has_year(title: str, year: str) -> bool:
    """Whether a title names the year, and not only as part of a file number."""
    return re.search(rf"(?<![\d-]){year}(?![\d-])", title) is not None


def _code(code: str) -> str:
    return code.replace("CFR", "C.F.R.")


def _case(title: str, leaning: bool) -> str:
    match = re.fullmatch(CASE, title)
    if match is None or not leaning:
        return title
    return f"{italic(match['name'])}{match['rest'] or ''}"


def _dated_case(work: Work, text: str) -> str:
    """``(D. Or.)`` becomes ``(D. Or. Apr. 11, 2014)``; a form with its year stays."""
    if work.issued is None or str(work.issued.first.year) in text:
        return text
    court = re.search(r"(\((?:[A-Z]\. ?)+[\w. ]*)\)$", text)
    if court:
        return f"{text[: court.start()]}{court[1]} {_short_day(work)})"
    return f"{text} ({work.issued.first.year})"


def _day(work: Work) -> str:
    """The day of an ordinance or order, or the year alone where that is all that is known."""
    point = points(work.issued)[0] if work.issued else None
    if point is None or not point.month:
        return point.year if point else ""
    month = MONTHS[point.month - 1]
    return f"{month} {point.day}, {point.year}" if point.day else f"{month} {point.year}"


def _short_day(work: Work) -> str:
    point = points(work.issued)[0] if work.issued else None
    if point is None or not point.day:
        return point.year if point else ""
    return f"{SHORT[point.month - 1]} {point.day}, {point.year}"
