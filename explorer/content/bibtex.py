"""Works as BibTeX, written in Unicode; titles in double braces keep their capitals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from explorer.content.csljson import remarks
from explorer.content.model import Name
from explorer.content.typeset import MONTHS, points
from explorer.content.works import Work, split_suffix

ENTRIES: Final = {"journal": "article", "news": "article", "report": "techreport"}
SPECIAL: Final = str.maketrans(
    {
        "\\": "\\textbackslash{}",
        "{": "\\{",
        "}": "\\}",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
        **{char: f"\\{char}" for char in "&%$#_"},
    }
)


def bibtex(works: Iterable[Work]) -> str:
    """Some works as the text of a ``.bib`` file."""
    return "\n".join(_entry(work) for work in works)


def _entry(work: Work) -> str:
    kind = ENTRIES.get(work.form, "misc")
    if kind == "article" and not work.container:
        kind = "misc"  # an article needs a journal
    lines = [f"  {name} = {value}" for name, value in _fields(work, kind).items() if value]
    return "@%s{%s,\n%s\n}\n" % (kind, work.id, ",\n".join(lines))  # noqa: UP031 - braces


def _fields(work: Work, kind: str) -> dict[str, str]:
    by = " and ".join(map(_name, work.authors)) if not work.role else ""
    point = points(work.issued)[0] if work.issued else None
    number = work.issue if work.form == "journal" else work.number
    where = "journal" if kind == "article" else "howpublished"
    genre = work.version if work.form == "view" else work.genre
    published = "institution" if kind == "techreport" else "publisher"
    return {
        "author": f"{{{by}}}" if by else "",
        "title": f"{{{{{_safe(work.title or work.container)}}}}}",
        where: _braced(work.container if work.title else ""),
        "volume": _braced(work.volume),
        "number": _braced(number),
        "type": _braced(genre),
        published: _braced(work.publisher),
        "year": _braced(point.year if point else ""),
        "month": MONTHS[point.month - 1][:3].lower() if point and point.month else "",
        "url": f"{{{work.url}}}" if work.url else "",
        "note": _braced(remarks(work)),
    }


def _name(name: Name) -> str:
    """``Edwards, Jr., James R.``; a body in braces is not taken apart."""
    if name.literal:
        return f"{{{_safe(name.literal)}}}"
    family, suffix = split_suffix(name.family)
    return _safe(", ".join(filter(None, (family, suffix, name.given))))


def _braced(text: str) -> str:
    return f"{{{_safe(text)}}}" if text else ""


def _safe(text: str) -> str:
    return text.translate(SPECIAL)
