"""The style of the American Psychological Association, 7th edition.

No day of retrieval was recorded, so none is given for pages that may change.
"""

from __future__ import annotations

import re

from explorer.content import legal
from explorer.content.capitals import NOTHING, Usage, headline, like_a_sentence
from explorer.content.model import Name
from explorer.content.typeset import (
    commas,
    italic,
    quoted,
    sentence,
    sentences,
    typographic,
    unquoted,
    with_link,
    year_first,
    year_of,
)
from explorer.content.works import Work, split_suffix

DATED_BY_YEAR = ("report", "journal", "dataset")
IN_ITALICS = ("report", "dataset", "paper", "talk", "web")
ROLES = {"host": " (Host)"}


def entry(work: Work, known: Usage = NOTHING, letter: str = "") -> str:
    """A work as it stands in the list of references; the address takes no full stop."""
    if work.form in ("case", "law"):
        return _with_address(sentence(legal.form(work)), work)
    by = _authors(work)
    title = _titled(work, known)
    date = f"({_lettered(_date(work), letter)})"
    head = sentences((by, date, title)) if by else sentences((title, date))
    return _with_address(sentences((head, _source(work))), work)


def in_text(work: Work, letter: str = "") -> str:
    """A work as it is named in running text, with the place in it."""
    undated = "" if work.form in ("case", "law") else "n.d."
    year = year_of(work.issued) if work.issued else undated
    return f"({commas((_short(work), _lettered(year, letter), work.place))})"


def turn(work: Work) -> tuple[str, ...]:
    """The place among works of one author and year: those with a year alone come first."""
    has_day = work.issued is not None and "," in _date(work)
    return (work.issued.first.isoformat() if work.issued and has_day else "",)


def _lettered(date: str, letter: str) -> str:
    """``2012a, June 15`` of ``2012, June 15``; ``n.d.-a`` where there is no date."""
    if not letter:
        return date
    if date == "n.d.":
        return f"n.d.-{letter}"
    year, comma, day = date.partition(",")
    return f"{year}{letter}{comma}{day}"


def surname_first(name: Name) -> str:
    """``Edwards, J. R., Jr.``"""
    family, suffix = split_suffix(name.family)
    return name.literal or ", ".join(filter(None, (family, initials(name.given), suffix)))


def initials(given: str) -> str:
    """``J. R.`` of ``James R.``, ``J.-P.`` of ``Jean-Paul``.

    >>> initials("W.D."), initials("Jean-Paul Q."), initials("")
    ('W. D.', 'J.-P. Q.', '')
    """
    words = re.sub(r"\.(?=\w)", ". ", given).split()
    return " ".join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in words)


def _authors(work: Work) -> str:
    names = [surname_first(name) for name in work.authors]
    if work.role == "interviewer":
        return ""
    if len(names) > 20:
        names = [*names[:19], f". . . {names[-1]}"]
        return ", ".join(names)
    listed = names[0] if len(names) == 1 else ""
    if len(names) > 1:
        listed = f"{', '.join(names[:-1])}, & {names[-1]}"
    return listed + ROLES.get(work.role, "")


def _date(work: Work) -> str:
    if work.issued is None:
        return "n.d."
    return year_of(work.issued) if work.form in DATED_BY_YEAR else year_first(work.issued)


def _titled(work: Work, known: Usage) -> str:
    """The title, its report number or version, and what kind of thing it is in brackets."""
    title = unquoted(typographic(work.title))
    if work.described:
        title = f"[{title}]"
    elif work.form != "view":
        title = like_a_sentence(title, known)
    if work.form in IN_ITALICS and not work.described:
        title = italic(title)
    if work.form == "view":
        kind = "Computer software" if not work.title else ""
        named = work.title or f"{italic(work.container)} ({capital_version(work)})"
        return f"{named} [{kind}]" if kind else named
    number = f" ({_number(work.number)})" if work.number else ""
    genre = f" [{_genre(work)}]" if work.genre else ""
    return f"{title}{number}{genre}"


def capital_version(work: Work) -> str:
    """``Version 0.1.0; content 2026.11``."""
    return work.version[:1].upper() + work.version[1:].replace(", ", "; ")


def _number(number: str) -> str:
    return number if " report " in number or number.startswith("Report") else f"Report No. {number}"


def _genre(work: Work) -> str:
    if work.role == "interviewer":
        return f"Interview by {' & '.join(_initials_first(name) for name in work.authors)}"
    return work.genre


def _initials_first(name: Name) -> str:
    return name.literal or f"{initials(name.given)} {name.family}"


def _source(work: Work) -> str:
    """Where it appeared; the publisher is left out where it is the author."""
    if work.form == "view":
        named = f"In {italic(work.container)} ({capital_version(work)}) [Computer software]"
        return named if work.title else ""
    if work.form == "entry":
        return f"In {italic(work.container)}"
    if work.form == "journal":
        volume = f"{italic(work.volume)}{f'({work.issue})' if work.issue else ''}"
        soon = "Advance copy" if work.forthcoming else ""
        return sentences((commas((italic(work.container), volume if work.volume else "")), soon))
    if work.container:
        own = work.container in {name.literal for name in work.authors}
        return "" if own else italic(work.container)
    return work.body


def _with_address(text: str, work: Work) -> str:
    return with_link(f"{text} {work.url}" if work.url else text, work.link)


def _short(work: Work) -> str:
    names = [split_suffix(name.family)[0] or name.literal for name in work.authors]
    if work.form in ("case", "law"):
        return legal.short_form(work)
    if not names or work.role == "interviewer":
        title = typographic(work.title) or work.container
        if work.described:
            return f"[{title}]"
        if work.form in IN_ITALICS or not work.title:
            return italic(headline(unquoted(title)))
        return quoted(title if work.form == "view" else headline(title), ",")
    if len(names) > 2:
        return f"{names[0]} et al."
    return " & ".join(names)
