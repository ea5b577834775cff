"""Cards of places: what applied there, and since when."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.card.card import Line, Section
from explorer.card.lines import Desk, capital, dated, fields, refs, span, texts
from explorer.content import model


def place(desk: Desk, place: model.Place) -> list[Section]:
    """Secure Communities, rules, limits, agreements and events of a place."""
    events = [event for event in desk.library.events.values() if place.id in event.places]
    tables = [
        policy.id
        for policy in desk.library.policies.values()
        if any(place.id in role.scope for role in policy.roles)
    ]
    return [
        Section("activation", tuple(_activation(desk, place)), "named"),
        Section("rules-here", refs(desk, "policy", tables)),
        Section("limits", tuple(_limits(desk, place)), "named", caution="limits:caution"),
        Section("agreements", tuple(_agreements(desk, place)), "named"),
        Section("events", dated(events)),
        Section("within", refs(desk, "place", place.within)),
        *texts(place, "note"),
    ]


def _own(place: model.Place) -> set[str]:
    """The county codes that are this place itself; a city or agency only lies in one."""
    return set(place.fips) if place.kind.startswith("county") else set()


def _activation(desk: Desk, place: model.Place) -> Iterator[Line]:
    """When the fingerprints of a county were first checked; of a state, how many and from when."""
    here, state = _own(place), place.state if place.kind == "state" else ""
    months = []
    for row in desk.library.activations():
        if row.fips in here:
            marks = desk.notes.number([row.source])
            yield Line(lead="activated", notes=marks, date=row.activated_on)
        elif state and row.state == state:
            months.append(row)
    if months:
        ordered = sorted(months, key=lambda row: row.activated_on)
        marks = desk.notes.number([ordered[0].source])
        yield Line(str(len(months)), ids=("counties-dated",), notes=marks)
        yield Line(ordered[0].jurisdiction, lead="first-county", date=ordered[0].activated_on)
        yield Line(ordered[-1].jurisdiction, lead="last-county", date=ordered[-1].activated_on)
    for gap in desk.library.undated():
        if gap.fips in here:
            marks = desk.notes.number(gap.sources)
            why, latest = capital(gap.why), gap.active_no_later_than
            yield Line(lead="no-later-than", note=why, notes=marks, date=latest)


def _limits(desk: Desk, place: model.Place) -> Iterator[Line]:
    """Limits of the place, and those of cities and agencies in it with their names."""
    for row in desk.library.limits():
        if place.id in row.scope or (row.fips and row.fips in _own(place)):
            is_own = place.id in row.scope  # else it is one of a city or agency in the place
            yield Line(
                capital(row.limits) if is_own else f"{row.jurisdiction}: {row.limits}",
                desk.library.ref(row),
                row.instrument,
                capital(row.caveat),
                desk.notes.number(row.sources),
                row.in_force_from or row.adopted_on,
            )


def _agreements(desk: Desk, place: model.Place) -> Iterator[Line]:
    for row in desk.library.agreements():
        if row.fips and row.fips in _own(place):
            yield Line(
                row.agency,
                desk.library.ref(row),
                row.model or "model-not-named",
                capital(row.note),
                desk.notes.number(row.sources),
                row.signed_on,
            )


def agreement(desk: Desk, row: model.Agreement) -> list[Section]:
    """Who signed, what model, and what is known of its dates."""
    signed = fields(
        {
            "agency-level": Line(ids=(f"level-{row.level}",)),
            "model": row.model,
            "signed": row.signed_on,
            "ended": row.ended_on,
            "last-seen": row.last_evidence_on,
            "status": row.status,
        }
    )
    again = tuple(Line(lead="signed-again", date=when) for when in row.later_signings)
    county = refs(desk, "place", [f"county:{row.fips}"] if row.fips else [], "county-of")
    return [Section("details", signed.lines + again + county, "fields"), *texts(row, "note")]


def limit(desk: Desk, row: model.Limit) -> list[Section]:
    """What was limited, by which instrument, where, and since when."""
    what = fields(
        {
            "what-it-limits": row.limits,
            "instrument": row.instrument,
            "adopted": row.adopted_on,
            "in-force-since": span(row.in_force_from, None),
        }
    )
    where = refs(desk, "place", row.scope, "places")
    return [
        Section("details", what.lines + where, "fields", caution="limits:caution"),
        *texts(row, "caveat", "note"),
        Section("rules-here", refs(desk, "policy", row.modelled_by)),
    ]
