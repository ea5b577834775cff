"""A few counties on one axis of time: when connected, which limits, which agreements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, Literal

import msgspec

from explorer.content import tidy
from explorer.content.dates import When
from explorer.content.library import Library
from explorer.content.model import Agreement, Limit
from explorer.places.layers import SNAPSHOT, SNAPSHOT_DAY, starts
from explorer.places.listing import CAUTIONS, Row, rows
from explorer.reader.lens import Lens

Kind = Literal["activation", "limit", "agreement"]
FEWEST: Final = 2
MOST: Final = 6
FIRST_YEAR: Final = 2002  # of the axis: the first agreement of the lists
LAST_YEAR: Final = 2018  # … the end of the earlier lists; later only where something is later
FIELDS: Final = (
    *("fips", "place", "state", "kind", "what", "from", "from_is", "known_until"),
    *("after_that", "sources"),
)


class Span(msgspec.Struct, frozen=True):
    """One thing about a county, from when, and until when it is known."""

    kind: Kind
    ref: str  # what its card is
    start: date | None  # None: not read, or only an upper bound
    until: date | None  # the last day for which it is known; None: no end was read
    is_month: bool = False  # the day inside its month is not known
    by_adoption: bool = False  # its day in force was not read
    record: Limit | Agreement | None = None


class Life(msgspec.Struct, frozen=True):
    """A county and all that is recorded of it."""

    row: Row
    spans: tuple[Span, ...]


def chosen(library: Library, lens: Lens) -> tuple[str, ...]:
    """The codes of the counties that a link compares, else two that differ most in time."""
    known = {row.fips for row in rows(library)}
    named = [code for code in lens.option("lives").split(",") if code in known]
    if named:
        return tuple(dict.fromkeys(named))[:MOST]
    refs = (lens.item, lens.place, lens.place2)
    codes = [ref.rpartition("county:")[2] for ref in refs if "county:" in ref]
    found = [code for code in (*codes, *_examples(library)) if code in known]
    return tuple(dict.fromkeys(found))[: max(FEWEST, len(set(codes)))]


def _examples(library: Library) -> tuple[str, str]:
    """The county that was connected first, and the last one with a limit of its own."""
    dated = [row for row in rows(library) if row.activated is not None]
    first = min(dated, key=lambda row: row.day)
    own = [row for row in dated if any(one.kind != "state" for one in row.limits)]
    return first.fips, max(own or dated, key=lambda row: row.day).fips


def with_one(codes: Sequence[str], code: str) -> str:
    """The option of a link with a county more, the last :data:`MOST` of them."""
    return ",".join([*(c for c in codes if c != code), code][-MOST:])


def without(codes: Sequence[str], code: str) -> str:
    """The option of a link with a county less."""
    return ",".join(c for c in codes if c != code)


def lives(library: Library, codes: Sequence[str]) -> tuple[Life, ...]:
    """The counties in the order of their codes."""
    known = {row.fips: row for row in rows(library)}
    return tuple(Life(known[c], tuple(_spans(library, known[c]))) for c in codes if c in known)


def _spans(library: Library, row: Row) -> Iterator[Span]:
    when = row.activated
    if when is not None:
        yield Span("activation", row.ref, when.first, None, when.first != when.last)
    else:
        assert row.no_later_than is not None
        yield Span("activation", row.ref, None, row.no_later_than.last)
    for limit in row.limits:
        since = starts(limit)
        yield Span(
            "limit",
            library.ref(limit),
            since.first if since else None,
            None,
            since is not None and since.first != since.last,
            limit.in_force_from is None,
            limit,
        )
    for agreement in row.agreements:
        yield _agreement(library, agreement)


def _agreement(library: Library, row: Agreement) -> Span:
    seen = SNAPSHOT_DAY if row.series == SNAPSHOT else _last(row.last_evidence_on)
    start = row.signed_on.first if row.signed_on else seen
    return Span("agreement", library.ref(row), start, seen, record=row)


def _last(when: When | None) -> date | None:
    return when.last if when else None


def axis(found: Sequence[Life]) -> tuple[date, date]:
    """From when to when the axis of time goes, in whole years."""
    days = [day for life in found for span in life.spans for day in (span.start, span.until) if day]
    first = min([FIRST_YEAR, *(day.year for day in days)])
    last = max([LAST_YEAR, *(day.year + 1 for day in days)])
    return date(first, 1, 1), date(last, 1, 1)


def csv_of(library: Library, found: Sequence[Life], title: str, link: str = "") -> str:
    """All that is recorded of some counties, as a tidy file."""
    named = [source for life in found for source in life.row.sources]
    above = [*tidy.about(library, title, link), *CAUTIONS, *tidy.cited(library, named)]
    return tidy.as_csv(above, FIELDS, (_cells(life.row, s) for life in found for s in life.spans))


def _cells(row: Row, span: Span) -> tuple[str, ...]:
    head = (row.fips, row.name, row.state, span.kind)
    record = span.record
    if isinstance(record, Limit):
        since, how = starts(record), "adopted" if span.by_adoption else "in force"
        sources = ";".join(record.sources)
        what = f"{record.jurisdiction}: {record.instrument}"
        return (*head, what, since.text if since else "", how, "", "not known", sources)
    if isinstance(record, Agreement):
        signed = record.signed_on.text if record.signed_on else ""
        until = span.until.isoformat() if span.until else ""
        what = f"{record.agency} ({record.model or 'model not named'})"
        return (*head, what, signed, "signed", until, "not known", ";".join(record.sources))
    sources = ";".join(row.sources[:1])
    if row.activated is not None:
        return (*head, "fingerprint check", row.activated.text, "activated", "", "", sources)
    latest = row.no_later_than.text if row.no_later_than else ""
    return (*head, "fingerprint check", "", f"no date in the source; by {latest}", "", "", sources)
