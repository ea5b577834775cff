"""Whether every statistic in a text opens the claim or figure that it comes from."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from explorer.content.library import KINDS, Library
from explorer.content.load import file_of
from explorer.content.marks import Statistic
from explorer.content.model import Agreement, Limit, Part, Record
from explorer.content.numbers import STATISTIC, Number, numbers, visible
from explorer.content.rows import read_rows
from explorer.content.slips import Problem, nearest

LISTED: Final = Path("audit") / "numbers.csv"
"""Numbers that look like statistics and are none: where each stands, what it is and why."""

CLASSES: Final = (
    *("date", "age", "duration", "citation", "name", "rule", "vote"),
    *("enumeration", "case history", "extent", "rounding"),
)
"""What a listed number may be."""

_MARKUP: Final = re.compile(r"\]\([a-z_]+:[^)\s]*\)")


class Listed(Part, frozen=True, kw_only=True):
    """One row of the list: a phrase of a text, and what the numbers in it are."""

    ref: str  # of the record; undated:FIPS for a county without a date
    field: str
    phrase: str
    kind: str
    reason: str


class Text(NamedTuple):
    """A text that people read, and where it stands."""

    file: str
    record: str
    ref: str
    field: str
    text: str
    kind: str  # of all its numbers; empty where each must be looked at


class Lists:
    """The listed numbers of a folder, by text; knows which of them were met."""

    def __init__(self, rows: list[Listed]) -> None:
        self.rows = rows
        self.met: set[int] = set()
        self._by_text: dict[tuple[str, str], list[int]] = {}
        for place, row in enumerate(rows):
            self._by_text.setdefault((row.ref, row.field), []).append(place)

    def has(self, text: Text, number: Number) -> bool:
        """Whether a number stands in a phrase that is listed for its text."""
        for place in self._by_text.get((text.ref, text.field), ()):
            phrase = self.rows[place].phrase
            for match in re.finditer(re.escape(phrase), text.text):
                if match.start() <= number.start and number.end <= match.end():
                    self.met.add(place)
                    return True
        return False


def read_lists(folder: Path) -> tuple[Lists, list[Problem]]:
    """The listed numbers of a folder of content; none where it has no such file."""
    if not (folder / LISTED).is_file():
        return Lists([]), []
    read = read_rows(folder / LISTED, LISTED.as_posix(), Listed)
    return Lists(read.rows), read.problems


def every_text(library: Library) -> Iterator[Text]:
    """Every text that people read, the rows of the tables included."""
    for kind in KINDS:
        for record in library.records(kind).values():
            yield from _of(file_of(f"{kind}:{record.id}"), record.id, f"{kind}:{record.id}", record)
    for number, county in enumerate(library.undated(), start=2):
        yield from _of("places/undated.csv", f"row {number}", f"undated:{county.fips}", county)
    tables: Mapping[str, tuple[Agreement | Limit, ...]] = {
        "agreements": library.agreements(),
        "limits": library.limits(),
    }
    for name, rows in tables.items():
        for number, row in enumerate(rows, start=2):
            yield from _of(f"places/{name}.csv", f"row {number}", library.ref(row), row)


def _of(file: str, where: str, ref: str, record: Record | Part) -> Iterator[Text]:
    for field, text, kind in visible(record):
        yield Text(file, where, ref, field, text, kind)


def problems(library: Library, lists: Lists, broken: Collection[str] = ()) -> Iterator[Problem]:
    """Statistics without a mark, marks that open nothing, and lists that do not fit.

    What could not be read (``broken``) is not reported twice.
    """
    for text in every_text(library):
        if _MARKUP.search(text.text):
            advice = "Write [the statistic](claim:ID) or [the statistic](series:TABLE/NAME@WHEN)."
            yield Problem(text.file, text.record, text.field, "markup-not-read", advice)
        marked = library.statistics(text.text)
        for statistic in marked:
            yield from _opened(library, text, statistic, broken)
        if not text.kind:
            yield from _unmarked(text, marked, lists)
    for place, row in enumerate(lists.rows):
        yield from _listed(row, place in lists.met)


def _unmarked(text: Text, marked: tuple[Statistic, ...], lists: Lists) -> Iterator[Problem]:
    for number in numbers(text.text):
        inside = any(one.start <= number.start and number.end <= one.end for one in marked)
        if number.kind == STATISTIC and not inside and not lists.has(text, number):
            words = text.text[max(number.start - 25, 0) : number.end + 25].strip()
            advice = (
                f"{text.text[number.start : number.end]!r} in “{words}” has no source to open: "
                f"mark it as [...](claim:ID) or [...](series:TABLE/NAME@WHEN), "
                f"or say in {LISTED} what it is."
            )
            yield Problem(text.file, text.record, text.field, "unmarked-statistic", advice)


def _opened(
    library: Library, text: Text, statistic: Statistic, broken: Collection[str]
) -> Iterator[Problem]:
    """Whether a mark names a claim or figure; what each must say is checked with itself."""
    if statistic.target not in broken and library.statistic(statistic.target) is None:
        advice = _nearest(library, statistic.target)
        if advice:
            yield Problem(text.file, text.record, text.field, "dangling-statistic", advice)


def _nearest(library: Library, target: str) -> str:
    """What there is instead; nothing for a series without rows, which is a problem of its own."""
    ref, figure, when = target.partition("@")
    if not figure or not library.has(ref):
        return f"There is no {target!r}{library.nearest(ref)}"
    keys = library.figure_keys(ref.removeprefix("series:"))
    known = [key.partition("@")[2] for key in keys]
    return f"There is no {target!r}{nearest(when, known)}" if known else ""


def _listed(row: Listed, met: bool) -> Iterator[Problem]:
    file = LISTED.as_posix()
    if not met:
        advice = f"{row.phrase!r} with a number that needs it is not in this text; take it out."
        yield Problem(file, row.ref, row.field, "listed-number-not-found", advice)
    if row.kind not in CLASSES:
        advice = f"{row.kind!r} is no kind of number; known are {', '.join(CLASSES)}."
        yield Problem(file, row.ref, "kind", "unknown-value", advice)
