"""The Chicago Manual of Style, 18th edition, notes and bibliography.

The 18th edition no longer asks for a place of publication, which our records do not have. It
asks for the day of access where a page has no date; none was recorded, so ``n.d.`` stands there.
A report keeps the month or day of its date where that is known: many came out in one year.
"""

from __future__ import annotations

from explorer.content import legal
from explorer.content.capitals import headline
from explorer.content.model import Name
from explorer.content.typeset import (
    american,
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


def note(work: Work) -> str:
    """A work as a footnote."""
    if work.form in ("case", "law"):
        return sentence(commas((legal.form(work), work.place, work.url)))
    if work.form == "entry":
        named = f"{italic(work.container)}, s.v. {quoted(_title(work), ',')}"
        return sentence(commas((named, _date(work), work.url)))
    names = _listed([first_last(name) for name in work.authors], most=2, few=1)
    by = "" if work.role else names
    head = commas((by, _titled(work, ","), _role(work)))
    where = _published(work, in_note=True)
    if where[:1] and where[0].startswith("("):
        head, where = f"{head} {where[0]}", where[1:]
    text = sentence(commas((head, *where, work.place, work.url)))
    return with_link(text, work.link)


def entry(work: Work) -> str:
    """A work as it stands in the bibliography."""
    if work.form in ("case", "law"):
        return sentences((legal.form(work), work.url))
    if work.form == "entry":
        inside = commas((f"In {italic(work.container)}", _date(work)))
        return sentences((quoted(_title(work), "."), inside, work.url))
    names = [last_first(name) for name in work.authors[:1]]
    names += [first_last(name) for name in work.authors[1:]]
    by = "" if work.role else _listed(names, most=6, few=3)
    where = _published(work, in_note=False)
    text = sentences((by, _titled(work, "."), capital(_role(work)), *where, work.url))
    return with_link(text, work.link)


def first_last(name: Name) -> str:
    """``James R. Edwards Jr.``"""
    return name.literal or f"{name.given} {name.family}".strip()


def last_first(name: Name) -> str:
    """``Edwards, James R., Jr.``"""
    family, suffix = split_suffix(name.family)
    return name.literal or ", ".join(filter(None, (family, name.given, suffix)))


def capital(text: str) -> str:
    """*text* with a capital first, as after a full stop; marks before it stay."""
    return text[:1].upper() + text[1:]


def _listed(names: list[str], most: int, few: int) -> str:
    """Names in a row; past *most* the first *few* and ``et al.``"""
    if len(names) > most:
        return f"{', '.join(names[:few])}{',' if few > 1 else ''} et al."
    if len(names) < 3:
        inverted = len(names) == 2 and "," in names[0]
        return (", and " if inverted else " and ").join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def _title(work: Work) -> str:
    title = typographic(work.title)
    return title if work.described or work.form == "view" else headline(title)


def _titled(work: Work, stop: str) -> str:
    """The title of a piece in quotation marks, that of a whole in italics, a description plain."""
    title = _title(work)
    if work.described or not title:
        return title
    return italic(unquoted(title)) if work.form in STANDS_ALONE else quoted(title, stop)


def _role(work: Work) -> str:
    names = " and ".join(first_last(name) for name in work.authors)
    words = {"host": f"hosted by {names}", "interviewer": f"interview by {names}"}
    return words.get(work.role, "")


def _date(work: Work) -> str:
    return american(work.issued) if work.issued else "n.d."


def _published(work: Work, in_note: bool) -> tuple[str, ...]:
    """Where it appeared and when, as one part or, before the publisher of a whole, as two."""
    via = f"via {work.via}" if work.via else ""
    genre = work.genre.lower() if in_note and work.genre else work.genre
    if work.role == "interviewer":
        genre = ""
    if work.form == "view":
        return _program(work, in_note)
    if work.form == "journal":
        return (_issue(work),)
    if work.form == "report":
        return _edition(work, genre, in_note)
    if work.container:
        where = commas((_contained(work), _date(work), via))
    else:
        where = commas((work.body, _date(work), via))
    return (genre, where if in_note else _ca(where))


def _ca(text: str) -> str:
    """A part that begins a sentence with ``ca.`` or ``n.d.``"""
    return capital(text) if text.startswith(("ca.", "n.d.")) else text


def _contained(work: Work) -> str:
    """A newspaper or blog in italics; the site of a body in plain letters."""
    is_site = work.form == "post" and "blog" not in work.container.lower()
    if work.container in {name.literal for name in work.authors}:
        return ""
    return work.container if is_site else italic(work.container)


def _issue(work: Work) -> str:
    """``Journal 13, no. 2 (2014)``; without a volume the date follows a comma."""
    date = f"forthcoming {_date(work)}" if work.forthcoming else _date(work)
    name = italic(work.container)
    if not work.volume:
        return commas((name, date))
    number = f", no. {work.issue}" if work.issue else ""
    return f"{name} {work.volume}{number} ({date})"


def _edition(work: Work, genre: str, in_note: bool) -> tuple[str, ...]:
    """Number, publisher and date; a note has the last two in parentheses."""
    imprint = commas((work.publisher, _date(work)))
    if not in_note:
        return (genre, work.number, imprint)
    lead = commas((genre, work.number))
    joined = f"{lead} ({imprint})" if lead else f"({imprint})"
    return (joined,)


def _program(work: Work, in_note: bool) -> tuple[str, ...]:
    named = commas((italic(work.container), work.version))
    return (named if in_note else f"In {named}",) if work.title else (named,)
