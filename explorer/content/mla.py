"""The MLA Handbook, 9th edition."""

from __future__ import annotations

from explorer.content import legal
from explorer.content.capitals import PREPOSITIONS, SMALL, headline
from explorer.content.chicago import capital, first_last, last_first
from explorer.content.typeset import (
    british,
    commas,
    italic,
    quoted,
    sentence,
    sentences,
    typographic,
    unquoted,
    with_link,
)
from explorer.content.works import Work, split_suffix

STANDS_ALONE = ("report",)  # forms whose title is in italics
SITES = ("web", "post", "dataset")  # forms whose publisher is the site that holds them


def entry(work: Work) -> str:
    """A work as it stands in the list of works cited; a missing date is left out."""
    if work.form in ("case", "law"):
        return sentence(commas((legal.form(work, leaning=True), work.url)))
    by = begins(work)
    where = commas((_role(work), *_container(work), _date(work)))
    through = commas((italic(work.via), work.url)) if work.via else ""
    address = "" if work.via else work.url
    told = commas((where, address))
    told = capital(told) if told.startswith(("circa", "hosted", "interview", "vol.")) else told
    text = sentences((by, _titled(work), _genre(work), told, through))
    return with_link(text, work.link)


def begins(work: Work) -> str:
    """The author as an entry begins with it; empty where it begins with the title."""
    none = work.form in ("case", "law") or work.role or _is_own_publisher(work)
    return "" if none else sentence(_authors(work))


def in_text(work: Work) -> str:
    """A work as it is named in running text, with the place in it."""
    return f"({commas((_short(work), work.place))})"


def _authors(work: Work) -> str:
    """One name turned, two with ``and``, more by the first."""
    names = [last_first(name) for name in work.authors[:1]]
    names += [first_last(name) for name in work.authors[1:]]
    if len(names) > 2:
        return f"{names[0]}, et al."
    return ", and ".join(names) if names and "," in names[0] else " and ".join(names)


def _is_own_publisher(work: Work) -> bool:
    """Whether a body published its own work: then the entry begins with the title."""
    literal = [name.literal for name in work.authors]
    return len(literal) == 1 and bool(literal[0]) and literal[0] in (work.publisher, work.container)


def _title(work: Work) -> str:
    title = typographic(work.title)
    if work.described or work.form == "view":
        return title
    return headline(title, SMALL | PREPOSITIONS)


def _titled(work: Work) -> str:
    title = _title(work)
    if not title:
        return ""
    if work.described:
        return title
    return italic(unquoted(title)) if work.form in STANDS_ALONE else quoted(title, ".")


def _role(work: Work) -> str:
    names = " and ".join(first_last(name) for name in work.authors)
    words = {"host": f"hosted by {names}", "interviewer": f"interview by {names}"}
    return words.get(work.role, "")


def _genre(work: Work) -> str:
    """Of papers and speeches, which have no other container to tell."""
    return work.genre if work.form in ("report", "paper", "talk", "dataset") else ""


def _container(work: Work) -> tuple[str, ...]:
    """Site, newspaper or journal in italics, version, number, publisher."""
    if work.form == "view":
        return (italic(work.container), work.version)
    if work.container:
        volume = f"vol. {work.volume}" if work.volume else ""
        issue = f"no. {work.issue}" if work.issue else ""
        return (italic(work.container), volume, issue, "forthcoming" if work.forthcoming else "")
    if work.form in SITES:
        return (italic(work.publisher),)
    return (work.number, work.publisher)


def _date(work: Work) -> str:
    return british(work.issued) if work.issued and work.form != "view" else ""


def _short(work: Work) -> str:
    if work.form in ("case", "law"):
        return legal.short_form(work)
    names = [split_suffix(name.family)[0] or name.literal for name in work.authors]
    if not names or work.role or _is_own_publisher(work):
        return _titled(work).replace(".”", "”") or italic(work.container)
    return f"{names[0]} et al." if len(names) > 2 else " and ".join(names)
