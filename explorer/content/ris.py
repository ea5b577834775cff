"""Works as RIS, the line format that library catalogs and reference managers read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from explorer.content.csljson import remarks
from explorer.content.model import Name
from explorer.content.typeset import points
from explorer.content.works import Work, split_suffix

TYPES: Final = {
    "case": "CASE",
    "law": "STAT",
    "report": "RPRT",
    "journal": "JOUR",
    "news": "NEWS",
    "post": "BLOG",
    "web": "ELEC",
    "entry": "ENCYC",
    "dataset": "DATA",
    "view": "COMP",
}


def ris(works: Iterable[Work]) -> str:
    """Some works as the text of a ``.ris`` file; each ends with its own line."""
    return "\n".join(
        "".join(f"{tag}  - {text}\n" for tag, text in _lines(work) if text or tag == "ER")
        for work in works
    )


def _lines(work: Work) -> Iterator[tuple[str, str]]:
    point = points(work.issued)[0] if work.issued else None
    day = f"{point.day:02}" if point and point.day else ""
    month = f"{point.month:02}" if point and point.month else ""
    yield "TY", TYPES.get(work.form, "GEN")
    for name in work.authors if not work.role else ():
        yield "AU", _name(name)
    yield "TI", work.title or work.container
    yield "T2", work.container if work.title else ""
    yield "VL", work.volume
    yield "IS", work.issue or work.number
    yield "ET", work.version
    yield "M3", work.genre
    yield "PB", work.publisher
    yield "PY", point.year if point else ""
    yield "DA", f"{point.year}/{month}/{day}" if point and month else ""
    yield "UR", work.url
    yield "N1", remarks(work)
    yield "ER", ""


def _name(name: Name) -> str:
    family, suffix = split_suffix(name.family)
    return name.literal or ", ".join(filter(None, (family, name.given, suffix)))
