"""Works as CSL-JSON, the format that reference managers exchange."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, Final

from explorer.content.dates import When
from explorer.content.model import Name
from explorer.content.works import Work, split_suffix

REPORTED: Final = re.compile(
    r"(?P<title>.+?), (?P<volume>\d+) (?P<reporter>F\.(?: Supp\. )?\d?d?|U\.S\.|S\. Ct\.)"
    r" (?P<page>\d+)(?:, \d+)?(?: \((?P<court>[^()\d]*?(?:\d\w* Cir\.|Cal\.|Or\.)?) ?(?P<year>\d{4})\))?.*"
)
TYPES: Final = {"view": "software"}
ROLES: Final = {"": "author", "host": "host", "interviewer": "interviewer"}


def csl_json(works: Iterable[Work]) -> str:
    """Some works as one CSL-JSON document."""
    return json.dumps([item(work) for work in works], ensure_ascii=False, indent=2) + "\n"


def item(work: Work) -> dict[str, Any]:
    """One work with the field names of CSL; what is not recorded is left out."""
    fields: dict[str, Any] = {
        "id": work.id,
        "type": TYPES.get(work.form, work.type),
        ROLES[work.role]: [_name(name) for name in work.authors],
        "title": work.title or work.container,
        "container-title": work.container if work.title else "",
        "volume": work.volume,
        "issue": work.issue,
        "number": work.number,
        "genre": work.genre,
        "publisher": work.publisher,
        "version": work.version,
        "status": "forthcoming" if work.forthcoming else "",
        "section": work.place,
        "source": work.via,
        "issued": _date(work.issued) if work.issued else None,
        "URL": work.url,
        "note": remarks(work),
    }
    fields |= _case(work)
    return {name: value for name, value in fields.items() if value}


def remarks(work: Work) -> str:
    """What has no field of its own: what was read, a title that is a description, a link."""
    return " ".join(
        part
        for part in (
            "The title is a description." if work.described else "",
            f"Read: {work.note}." if work.note else "",
            f"Link in the program: {work.link}" if work.link else "",
        )
        if part
    )


def _case(work: Work) -> dict[str, Any]:
    """Reporter, volume, page and court of a case that has them in its title."""
    found = REPORTED.fullmatch(work.title) if work.form == "case" else None
    if found is None:
        return {"authority": work.publisher} if work.form == "case" else {}
    return {
        "title": found["title"],
        "volume": found["volume"],
        "container-title": found["reporter"],
        "page": found["page"],
        "authority": found["court"] or work.publisher,
        "publisher": "",
    }


def _name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.literal}
    family, suffix = split_suffix(name.family)
    fields = {"family": family, "given": name.given, "suffix": suffix}
    return {key: value for key, value in fields.items() if value}


def _date(when: When) -> dict[str, Any]:
    """A date with no more parts than are known, and both ends of a span."""
    points = [point for point in when.text.split("/") if point not in ("", "..")]
    parts = [[int(part) for part in re.findall(r"\d+", point)] for point in points]
    if any("X" in point for point in points):
        return {"literal": when.text}
    if any(len(part) > 1 and part[1] > 12 for part in parts):
        year, season = parts[0][0], parts[0][1] - 20
        return {"date-parts": [[year]], "season": season}
    date: dict[str, Any] = {"date-parts": parts}
    if when.approximate:
        date["circa"] = True
    return date
