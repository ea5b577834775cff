"""Documented limits and 287(g) agreements as they stood on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, Literal

import msgspec

from explorer.content.dates import When
from explorer.content.library import Library
from explorer.content.model import Agreement, Limit
from explorer.places.spread import state_codes

State = Literal["known", "unknown"]
SNAPSHOT: Final = "2025 snapshot"
SNAPSHOT_DAY: Final = date(2025, 7, 18)


class LimitMark(msgspec.Struct, frozen=True):
    """A documented example of a limit, in force on the day; unmarked places are not researched."""

    limit: Limit
    fips: str  # the county in which it stands; two digits for a whole state
    is_whole_state: bool
    is_by_adoption: bool  # its day in force was not read: drawn from its adoption


class AgreementMark(msgspec.Struct, frozen=True):
    """A 287(g) agreement on the day: known to be alive, or unknown after the last evidence."""

    agreement: Agreement
    fips: str  # "" where the source names no county
    state: State


def limits_on(library: Library, day: date) -> tuple[LimitMark, ...]:
    """The documented limits that had begun by a day."""
    return tuple(_limits(library, day))


def _limits(library: Library, day: date) -> Iterator[LimitMark]:
    for row in library.limits():
        since = starts(row)
        if since is not None and since.first <= day:
            whole = row.kind == "state"
            code = state_codes(library)[row.state] if whole else row.fips
            yield LimitMark(row, code, whole, row.in_force_from is None)


def starts(row: Limit) -> When | None:
    """From when a limit is drawn: in force; else its adoption, marked; None for neither."""
    return row.in_force_from or row.adopted_on


def agreements_on(library: Library, day: date) -> tuple[AgreementMark, ...]:
    """The agreements that had been signed by a day, with what is known of them then.

    The list of July 18, 2025 tells of that day alone.
    """
    return tuple(_agreements(library, day))


def _agreements(library: Library, day: date) -> Iterator[AgreementMark]:
    for row in library.agreements():
        if row.series == SNAPSHOT:
            if day == SNAPSHOT_DAY:
                yield AgreementMark(row, row.fips, "known")
        elif row.signed_on is None:
            if row.last_evidence_on is not None and row.last_evidence_on.covers(day):
                yield AgreementMark(row, row.fips, "known")
        elif row.signed_on.first <= day:
            seen = row.last_evidence_on
            alive = seen is not None and day <= seen.last
            yield AgreementMark(row, row.fips, "known" if alive else "unknown")
