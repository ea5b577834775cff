"""Every county as one row: when it was connected, which limits and agreements are recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Final, Literal, NamedTuple

import msgspec

from explorer.content import tidy
from explorer.content.dates import When
from explorer.content.library import Library
from explorer.content.marks import plain
from explorer.content.model import Activation, Agreement, Limit
from explorer.places.layers import SNAPSHOT, starts
from explorer.places.spread import is_active, is_of_this_month
from explorer.reader.lens import Lens

Standing = Literal["connected", "this month", "not yet", "no date"]
COLUMNS: Final = ("place", "state", "activated", "then", "limits", "agreements")
ONLY: Final = ("limits", "agreements", "undated")  # what the list can be narrowed to
FIELDS: Final = (
    *("fips", "place", "state", "activated_on", "date_precision", "active_no_later_than"),
    *("documented_limits", "limits_in_force_from", "limits_adopted_on", "limit_instruments"),
    *("agreements_287g", "agreements_signed_on", "agreements_last_evidence_on"),
    *("sources", "coverage"),
)
COVERAGE: Final = "documented examples; unmarked = not researched"
CAUTIONS: Final = (
    "Activated: fingerprints taken at the county’s jail are checked against immigration records. "
    "It does not mean that the county asked for it.",
    "Where activated_on is empty the source has no date: the county was active by "
    "active_no_later_than at the latest, which is not a date of activation.",
    f"Limits on detainers: {COVERAGE}.",
    "Agreements: those that the lists tie to a county; an end was never read, only the last date "
    "on which a source shows the agreement alive. The list of 2025 tells of July 18, 2025 alone.",
    "An empty cell means that the files record none, not that there was none.",
)


class Row(msgspec.Struct, frozen=True):
    """One county or equivalent, and all that the files say of it."""

    fips: str
    name: str  # without its state
    state: str  # two letters
    in_state: str  # the state in words
    activated: When | None  # None: no date in the source
    no_later_than: When | None  # only where there is no date
    limits: tuple[Limit, ...]  # its own and those of cities in it, then those of its state
    agreements: tuple[Agreement, ...]
    sources: tuple[str, ...]

    @property
    def ref(self) -> str:
        """The reference of the place."""
        return f"place:county:{self.fips}"

    @property
    def day(self) -> date:
        """When it was connected, or was at the latest: for the order of the list."""
        when = self.activated or self.no_later_than
        return when.first if when else date.max

    def on(self, day: date) -> Standing:
        """How it stood on a day; inside the month of a date without a day that stays open."""
        if self.activated is None:
            return "no date"
        whole = Activation(
            fips=self.fips,
            state=self.state,
            jurisdiction=self.name,
            activated_on=self.activated,
            in_map_2017=True,
            source="",
        )
        if is_of_this_month(whole, day):
            return "this month"
        return "connected" if is_active(whole, day) else "not yet"


class Filter(NamedTuple):
    """What the list is narrowed to."""

    words: str = ""  # of the name or the state
    state: str = ""  # two letters
    only: str = ""  # one of ONLY

    @classmethod
    def of(cls, lens: Lens) -> Filter:
        """The filter that a link asks for."""
        return cls(lens.words, lens.option("state"), lens.option("only"))


def rows(library: Library) -> tuple[Row, ...]:
    """All counties of the two lists, by state and name."""
    return _rows(library)


@lru_cache(maxsize=4)
def _rows(library: Library) -> tuple[Row, ...]:
    limits, agreements = _limits(library), _agreements(library)
    found = [
        _row(library, one.fips, one.state, one.jurisdiction, one.activated_on, None, (one.source,))
        for one in library.activations()
    ]
    found += [
        _row(library, g.fips, g.state, g.jurisdiction, None, g.active_no_later_than, g.sources)
        for g in library.undated()
    ]
    full = (_with(row, limits, agreements) for row in found)
    return tuple(sorted(full, key=lambda row: (row.in_state, row.name)))


def _row(
    library: Library,
    fips: str,
    state: str,
    name: str,
    activated: When | None,
    latest: When | None,
    sources: tuple[str, ...],
) -> Row:
    place = library.places.get(f"state:{state}")
    bare = name.partition(" (")[0]
    return Row(
        fips, bare, state, place.name if place else state, activated, latest, (), (), sources
    )


def _with(row: Row, limits: dict[str, list[Limit]], agreements: dict[str, list[Agreement]]) -> Row:
    here = _in_order([*limits.get(row.fips, ()), *limits.get(row.state, ())])
    signed = tuple(agreements.get(row.fips, ()))
    named = [*row.sources]
    named += [source for limit in here for source in limit.sources]
    named += [source for agreement in signed for source in agreement.sources]
    return msgspec.structs.replace(
        row, limits=here, agreements=signed, sources=tuple(dict.fromkeys(named))
    )


def _in_order(found: Sequence[Limit]) -> tuple[Limit, ...]:
    """Local ones first, then those of the state; the earliest first."""
    distinct = {id(one): one for one in found}.values()
    return tuple(sorted(distinct, key=lambda one: (one.kind == "state", _first(starts(one)))))


def _limits(library: Library) -> dict[str, list[Limit]]:
    """County code, or letters of a state, -> the documented limits there."""
    found: dict[str, list[Limit]] = {}
    for row in library.limits():
        bound = [one.removeprefix("county:") for one in row.scope if one.startswith("county:")]
        keys = [row.state] if row.kind == "state" else [row.fips, *bound]
        for key in dict.fromkeys(filter(None, keys)):
            found.setdefault(key, []).append(row)
    return found


def _agreements(library: Library) -> dict[str, list[Agreement]]:
    found: dict[str, list[Agreement]] = {}
    for row in library.agreements():
        if row.fips:
            found.setdefault(row.fips, []).append(row)
    for listed in found.values():
        listed.sort(key=lambda row: (row.series == SNAPSHOT, _first(row.signed_on)))
    return found


def _first(when: When | None) -> date:
    return when.first if when else date.max


def keep(listed: Iterable[Row], wanted: Filter) -> tuple[Row, ...]:
    """The rows that a filter leaves: every word must begin a word of the name or the state."""
    words = wanted.words.casefold().replace(",", " ").split()
    return tuple(row for row in listed if _fits(row, wanted, words))


def _fits(row: Row, wanted: Filter, words: Sequence[str]) -> bool:
    if wanted.state and row.state != wanted.state:
        return False
    if wanted.only == "limits" and not row.limits:
        return False
    if wanted.only == "agreements" and not row.agreements:
        return False
    if wanted.only == "undated" and row.activated is not None:
        return False
    if not words:
        return True
    text = f" {row.name} {row.in_state} {row.state}".casefold()
    return all(f" {word}" in text for word in words)


def sort_key(row: Row, column: str, day: date) -> tuple[object, ...]:
    """What a row is ordered by in a column; places without a date come after those with one."""
    name = (row.in_state, row.name)
    keys: dict[str, tuple[object, ...]] = {
        "place": (row.name, row.in_state),
        "state": name,
        "activated": (row.activated is None, row.day, *name),
        "then": (_ORDER[row.on(day)], *name) if column == "then" else (),
        "limits": (
            not row.limits,
            _first(starts(row.limits[0])) if row.limits else date.max,
            *name,
        ),
        "agreements": (-len(row.agreements), *name),
    }
    return keys[column]


_ORDER: Final = {"connected": 0, "this month": 1, "not yet": 2, "no date": 3}


def states(library: Library) -> dict[str, str]:
    """Letters of every state of the list -> its name, by name."""
    return {row.state: row.in_state for row in rows(library)}


def codes(library: Library) -> dict[str, str]:
    """Letters of every state of the list -> its code on the map."""
    return {row.state: row.fips[:2] for row in rows(library)}


def csv_of(library: Library, listed: Sequence[Row], title: str, link: str = "") -> str:
    """The rows as a tidy file: days in ISO form, sources, license and what an empty cell means."""
    lines = [
        *tidy.about(library, title, link),
        *CAUTIONS,
        *(f"No date in the source: {why}" for why in _reasons(library, listed)),
        *tidy.cited(library, (source for row in listed for source in row.sources)),
    ]
    return tidy.as_csv(lines, FIELDS, map(_cells, listed))


def _reasons(library: Library, listed: Sequence[Row]) -> Iterator[str]:
    """Why the undated ones have no date, each reason once."""
    here = {row.fips for row in listed}
    yield from dict.fromkeys(plain(gap.why)[0] for gap in library.undated() if gap.fips in here)


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.fips,
        row.name,
        row.state,
        row.activated.text if row.activated else "",
        row.activated.precision if row.activated else "no date in the source",
        row.no_later_than.text if row.no_later_than else "",
        str(len(row.limits)) if row.limits else "",
        _joined(one.in_force_from for one in row.limits),
        _joined(one.adopted_on for one in row.limits),
        "; ".join(f"{one.jurisdiction}: {one.instrument}" for one in row.limits),
        str(len(row.agreements)) if row.agreements else "",
        _joined(one.signed_on for one in row.agreements),
        _joined(one.last_evidence_on for one in row.agreements),
        ";".join(row.sources),
        COVERAGE,
    )


def _joined(dates: Iterable[When | None]) -> str:
    """Dates in the order of what they belong to; nothing where none was read."""
    found = [when.text if when else "" for when in dates]
    return ";".join(found) if any(found) else ""
