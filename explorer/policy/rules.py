"""Which rules applied in a place on a date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import Final, NamedTuple, cast

from explorer.content.dates import When
from explorer.content.library import Library
from explorer.content.model import Activation, Limit, Place, Policy, Role, Undated

ACTIVATED: Final = "activated"
NOT_ACTIVATED: Final = "not_activated"
UNKNOWN: Final = "unknown"
MATCH: Final = "match"
_DAY: Final = timedelta(days=1)


class Standing(NamedTuple):
    """A table that stood in a place on a day, in one of its roles."""

    policy: Policy
    role: Role
    certain: bool  # False: the day lies where its first or last day is not known

    @property
    def since(self) -> date:
        """The first day on which it may have applied."""
        return self.role.in_force_from.first if self.role.in_force_from else date.min


@dataclass(frozen=True)
class County:
    """Whether a county was connected on a day, and the row that says so."""

    fips: str
    status: str  # activated, not_activated, unknown
    row: Activation | Undated | None = None

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of the row."""
        if isinstance(self.row, Activation):
            return (self.row.source,)
        return self.row.sources if self.row else ()


class Rulebook:
    """The rules of a library, made ready to be asked by place and day."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.policies: Mapping[str, Policy] = library.policies
        self._roles: defaultdict[str, list[tuple[Policy, Role]]] = defaultdict(list)
        for policy in library.policies.values():
            for role in policy.roles:
                self._roles[role.role].append((policy, role))
        self._rows: dict[str, Activation | Undated] = {row.fips: row for row in library.undated()}
        self._rows.update({row.fips: row for row in library.activations()})
        self._open_limits = tuple(limit for limit in library.limits() if not limit.modelled_by)

    def place(self, name: str) -> Place:
        """The place with an id, counties of the activation files too; else UnknownRecord."""
        return cast(Place, self.library.find(f"place:{name}"))

    def is_in_range(self, day: date) -> bool:
        """Whether the pipeline of that day was researched, or is an outlook."""
        return self.library.era_on(day) is not None

    def in_force(self, role: str, place: Place, day: date) -> tuple[Standing, ...]:
        """The tables with a role that stood in a place, or a wider one, on a day; by their id."""
        reach = reach_of(place)
        found = [
            Standing(policy, part, _is_certain(part, day))
            for policy, part in self._roles[role]
            if reach & set(part.scope) and _within(part, day)
        ]
        return tuple(sorted(found, key=lambda standing: standing.policy.id))

    def limits(self, place: Place, day: date) -> tuple[Limit, ...]:
        """The documented limits that bound a place on a day and that no table models."""
        reach = reach_of(place)
        return tuple(
            limit
            for limit in self._open_limits
            if reach & set(limit.scope) and limit.counts_from and limit.counts_from.first <= day
        )

    def activation(self, place: Place, day: date) -> tuple[str, tuple[County, ...]]:
        """Whether the place's counties were connected: one word for all, and county by county."""
        counties = tuple(self._county(fips, day) for fips in place.fips)
        if day < self._first_check:
            return NOT_ACTIVATED, counties
        words = {county.status for county in counties}
        return (words.pop() if len(words) == 1 else UNKNOWN), counties

    def changes(self, place: Place) -> tuple[date, ...]:
        """Every day on which something can change in a place, in order; the range at both ends."""
        days = {day for era in self.library.eras.values() for day in _ends(era.start, era.end)}
        days.add(self._first_check)
        reach = reach_of(place)
        for parts in self._roles.values():
            for _, role in parts:
                if reach & set(role.scope):
                    days.update(_days_of(role))
        days.update(
            limit.counts_from.first
            for limit in self._open_limits
            if reach & set(limit.scope) and limit.counts_from
        )
        for fips in place.fips:
            days.update(_days_of_row(self._rows.get(fips)))
        return tuple(sorted(days))

    @property
    def _first_check(self) -> date:
        """The first day of the check of fingerprints: no county was connected before."""
        days = [
            role.in_force_from.first
            for policy, role in self._roles["identifies"]
            if checks_prints(policy) and role.in_force_from
        ]
        return min(days, default=date.min)

    def _county(self, fips: str, day: date) -> County:
        row = self._rows.get(fips)
        if day < self._first_check:
            return County(fips, NOT_ACTIVATED, row)
        if row is None:
            return County(fips, UNKNOWN)
        if isinstance(row, Undated):
            status = ACTIVATED if day >= row.active_no_later_than.last else UNKNOWN
            return County(fips, status, row)
        return County(fips, _activated(row.activated_on, day), row)


def reach_of(place: Place) -> frozenset[str]:
    """The place and the wider ones whose rules reach it."""
    return frozenset((place.id, *place.within))


def checks_prints(policy: Policy) -> bool:
    """Whether a table is the check of fingerprints, which can end in a match."""
    return any(rule.outcome == MATCH for rule in policy.rules)


def readings(standings: Sequence[Standing]) -> Iterator[tuple[Standing, ...]]:
    """Every set of tables that may have applied, where it is not known which did.

    Of two uncertain tables of which one supersedes the other, one applied; any other uncertain
    one did or did not.
    """
    certain = [standing for standing in standings if standing.certain]
    doubtful = {standing.policy.id: standing for standing in standings if not standing.certain}
    choices: list[tuple[tuple[Standing, ...], ...]] = []
    while doubtful:
        name, standing = next(iter(doubtful.items()))
        other = next((o for o in doubtful.values() if _succeed(standing, o)), None)
        del doubtful[name]
        if other is not None:
            del doubtful[other.policy.id]
        choices.append(((standing,), (other,) if other is not None else ()))
    for chosen in product(*choices):
        yield (*certain, *(one for group in chosen for one in group))


def _succeed(one: Standing, other: Standing) -> bool:
    return one.role.supersedes == other.policy.id or other.role.supersedes == one.policy.id


def _within(role: Role, day: date) -> bool:
    begun = role.in_force_from is None or role.in_force_from.first <= day
    return begun and (role.in_force_to is None or day <= role.in_force_to.last)


def _is_certain(role: Role, day: date) -> bool:
    begins, ends = role.from_uncertain_until, role.to_uncertain_from
    return not (begins and day <= begins.last) and not (ends and day >= ends.first)


def _activated(when: When, day: date) -> str:
    if day < when.first:
        return NOT_ACTIVATED
    return ACTIVATED if when.first == when.last or day > when.last else UNKNOWN


def _ends(start: When | None, end: When | None) -> Iterator[date]:
    """The first day inside, and the first day after."""
    if start:
        yield start.first
    if end:
        yield end.last + _DAY


def _days_of(role: Role) -> Iterator[date]:
    yield from _ends(role.in_force_from, role.in_force_to)
    yield from _ends(role.to_uncertain_from, role.from_uncertain_until)


def _days_of_row(row: Activation | Undated | None) -> Iterator[date]:
    if isinstance(row, Undated):
        yield row.active_no_later_than.last
    elif row is not None:
        when = row.activated_on
        yield when.first
        if when.first != when.last:
            yield when.last + _DAY
