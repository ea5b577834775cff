"""The marks of a citation: italics, quotation marks, full stops, and dates as styles write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from explorer.content.dates import When

ON, OFF = "\ue000", "\ue001"  # around what stands in italics
ENDS: Final = tuple(f"{mark}{close}" for mark in ".?!" for close in ("", "”", "’”", OFF))
GOES_ON: Final = tuple(f"{mark}{close}" for mark in ",?!" for close in ("”", "’”", OFF))
MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SHORT: Final = (
    *("Jan.", "Feb.", "Mar.", "Apr.", "May", "June"),
    *("July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
)
SEASONS: Final = ("Spring", "Summer", "Fall", "Winter")
INNER: Final = str.maketrans({"“": "‘", "”": "’"})


def italic(text: str) -> str:
    """*text* in italics; nothing stays nothing."""
    return f"{ON}{text}{OFF}" if text else ""


def plain(text: str) -> str:
    """A citation as plain text, which has no italics."""
    return text.replace(ON, "").replace(OFF, "")


def html(text: str) -> str:
    """A citation as HTML."""
    from html import escape  # loads the names of 2,231 characters: not before the first picture

    return escape(text, quote=False).replace(ON, "<i>").replace(OFF, "</i>")


def typographic(text: str) -> str:
    """Straight quotation marks, apostrophes and dashes as printed ones.

    >>> typographic('"Sanctuary" cities - ICE\\'s list')
    '“Sanctuary” cities – ICE’s list'
    """
    text = text.replace(" - ", " – ")
    text = re.sub(r'(^|[\s(\[—–-])"', r"\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[“—–])'(?=\w[^']*'(?!\w))", r"\1‘", text).replace("'", "’")


def quoted(title: str, stop: str = "") -> str:
    """A title in quotation marks, its own ones made single, *stop* inside them.

    >>> quoted("Whose “boats”?", "."), quoted("Boats", ",")
    ('“Whose ‘boats’?”', '“Boats,”')
    """
    inner = title.translate(INNER)
    after_inner = inner[:-1] + stop + "’" if inner.endswith("’") and stop and "‘" in inner else ""
    if inner.endswith(("?", "!", "?’", "!’", "...", "…")) or not stop:
        return f"“{inner}”"
    return f"“{after_inner or inner.removesuffix('.') + stop}”"


def unquoted(title: str) -> str:
    """A title that stands without quotation marks: those inside it are double.

    >>> unquoted("New ‘Sanctuary State’ Law: the county’s list")
    'New “Sanctuary State” Law: the county’s list'
    """
    return re.sub(r"‘([^‘’]*)’(?!\w)", r"“\1”", title)


def sentence(text: str) -> str:
    """*text* with a full stop, unless it ends with a mark of its own."""
    if not text or text.endswith(ENDS):
        return text
    return f"{text[:-1]}.”" if text.endswith("”") else f"{text}."


def with_link(text: str, link: str) -> str:
    """*text*, and after it what restores a view; no full stop, which would spoil the link."""
    return f"{text} Link in the program: {link}" if link else text


def sentences(parts: Iterable[str]) -> str:
    """Parts as sentences one after another; what is empty is left out."""
    return " ".join(sentence(part) for part in parts if part)


def commas(parts: Iterable[str]) -> str:
    """Parts with commas between them, save after one that brings its own mark."""
    text = ""
    for part in parts:
        if part:
            ended = text.endswith(GOES_ON)
            text = f"{text}{' ' if ended else ', '}{part}" if text else part
    return text


# ---------------------------------------------------------------------------------------- dates


class Point:
    """One end of a date, with no more parts than its source gave."""

    def __init__(self, text: str) -> None:
        bare = text.rstrip("~?%")
        self.circa = bare != text
        year, _, rest = bare.partition("-")
        month, _, day = rest.partition("-")
        self.year = f"{year[:3]}0s" if year.endswith("X") else year
        self.season = SEASONS[int(month) - 21] if month and int(month) > 12 else ""
        self.month = int(month) if month and not self.season else 0
        self.day = int(day) if day else 0


def points(when: When) -> list[Point]:
    """The known ends of a date: one, or two of a span."""
    return [Point(text) for text in when.text.split("/") if text not in ("", "..")]


def american(when: When) -> str:
    """``October 28, 2008``, ``April 30–May 1, 2014``, ``ca. 2008``."""
    return _span(when, _american, lambda p: f"{_month_day(p)}", ", ")


def british(when: When) -> str:
    """``28 Oct. 2008``, ``30 Apr.–1 May 2014``, ``circa 2008``."""
    said = _span(when, _british, _day_month, " ")
    return said.replace("ca. ", "circa ")


def year_first(when: When) -> str:
    """``2008, October 28``, ``2026, August–September``, ``ca. 2008``."""
    ends = points(when)
    days = "–".join(dict.fromkeys(filter(None, map(_month_day, ends))))
    if len({end.year for end in ends}) > 1:
        return f"{ends[0].year}–{ends[-1].year}"
    return _circa(ends) + ", ".join(filter(None, (ends[0].year, days)))


def year_of(when: When) -> str:
    """The year alone, or both years of a span."""
    ends = points(when)
    return _circa(ends) + "–".join(dict.fromkeys(end.year for end in ends))


def _span(
    when: When, whole: Callable[[Point], str], short: Callable[[Point], str], between: str
) -> str:
    ends = points(when)
    if len(ends) == 1:
        return _circa(ends) + whole(ends[0])
    if ends[0].year != ends[1].year:
        return f"{whole(ends[0])}–{whole(ends[1])}"
    gap = between if ends[0].day else " "
    return f"{short(ends[0])}–{short(ends[1])}{gap}{ends[0].year}"


def _circa(ends: list[Point]) -> str:
    return "ca. " if any(end.circa for end in ends) else ""


def _month_day(point: Point) -> str:
    if point.season:
        return point.season
    month = MONTHS[point.month - 1] if point.month else ""
    return f"{month} {point.day}" if point.day else month


def _american(point: Point) -> str:
    gap = ", " if point.day else " "
    return gap.join(filter(None, (_month_day(point), point.year)))


def _day_month(point: Point) -> str:
    month = SHORT[point.month - 1] if point.month else point.season
    return f"{point.day} {month}" if point.day else month


def _british(point: Point) -> str:
    return " ".join(filter(None, (_day_month(point), point.year)))
