"""What bears on the path in one place on a day: its connection to the check, its rules, limits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from explorer.content.dates import When
from explorer.content.library import Library
from explorer.content.model import Activation, Limit, Place

if TYPE_CHECKING:
    from explorer.policy.rules import Rulebook, Standing

CHECK: Final = "ident_check"  # the step to which a place is connected, or not


class Bearing(msgspec.Struct, frozen=True):
    """One thing that stands in a place on a day, and the arrows that it bears on."""

    kind: Literal["connected", "unconnected", "unknown", "table", "limit"]
    ref: str  # where its sources are: a policy, or a row
    name: str
    since: When | None
    edges: tuple[str, ...]
    sources: tuple[str, ...]
    certain: bool = True

    @property
    def key(self) -> str:
        """By what it is the same in two places; a connection is, whatever its date."""
        return f"{self.kind} {self.ref}" if self.limits else self.kind

    @property
    def limits(self) -> bool:
        """Whether it is a rule or a limit, and not the connection to the check."""
        return self.kind in ("table", "limit")


def bearings(library: Library, book: Rulebook, place: Place, day: date) -> tuple[Bearing, ...]:
    """All that the sources tell of a place on a day; nothing where the day was not researched."""
    if not book.is_in_range(day):
        return ()
    limited = limited_edges(library)
    return (
        *_connection(library, book, place, day),
        *(_table(one, limited) for one in book.in_force("holds", place, day)),
        *(_limit(library, one, limited) for one in book.limits(place, day)),
    )


def limited_edges(library: Library) -> tuple[str, ...]:
    """The arrows of which the periods that run on top of the others say something of their own."""
    over = [era for era in library.eras.values() if era.overlay]
    return tuple(
        edge
        for edge in library.edges
        if any(edge in era.edges and era.edges[edge].note for era in over)
    )


def _connection(library: Library, book: Rulebook, place: Place, day: date) -> Iterator[Bearing]:
    status, counties = book.activation(place, day)
    if not counties:
        return
    kinds: dict[str, Literal["connected", "unconnected", "unknown"]] = {
        "activated": "connected",
        "not_activated": "unconnected",
    }
    rows = [county.row for county in counties if isinstance(county.row, Activation)]
    since = rows[0].activated_on if len(rows) == len(counties) == 1 else None
    edges = tuple(edge.id for edge in library.edges.values() if edge.to == CHECK)
    sources = tuple(dict.fromkeys(one for county in counties for one in county.sources))
    yield Bearing(kinds.get(status, "unknown"), f"place:{place.id}", "", since, edges, sources)


def _table(one: Standing, edges: tuple[str, ...]) -> Bearing:
    policy, role = one.policy, one.role
    return Bearing(
        "table",
        f"policy:{policy.id}",
        policy.name,
        role.in_force_from,
        edges,
        role.sources,
        one.certain,
    )


def _limit(library: Library, one: Limit, edges: tuple[str, ...]) -> Bearing:
    name = f"{one.jurisdiction}, {one.instrument}: {one.limits}"
    return Bearing("limit", library.ref(one), name, one.counts_from, edges, one.sources)
