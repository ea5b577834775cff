"""Cards of what happened: events, programs, who held an office."""

from __future__ import annotations

from collections.abc import Iterable

from explorer.card.card import Line, Section
from explorer.card.lines import Desk, capital, dated, fields, measured, refs, texts
from explorer.content import model


def event(desk: Desk, event: model.Event) -> list[Section]:
    """What changed, the links, what measures it, its neighbors in time, who took part."""
    changes = tuple(
        Line(
            change.what,
            change.target,
            f"change:{change.change}",
            desk.library.name(change.target),
            desk.notes.number(change.sources),
        )
        for change in event.changes
    )
    return [
        Section("changed-in-pipeline", changes, "named"),
        Section("links", _links(desk, event), "named"),
        *measured(desk, event.measures),
        Section("lane-neighbors", _neighbors(desk, event), caution="lane-neighbors:caution"),
        Section("people-and-places", _who(desk, event), "fields"),
    ]


def _links(desk: Desk, event: model.Event) -> tuple[Line, ...]:
    """What this event does to others, then what others do to it, each with its ground."""
    library = desk.library
    ways = (("", library.links_from(event.id)), ("by:", library.links_to(event.id)))
    found = [(way + link.type, other, link) for way, linked in ways for other, link in linked]
    groups: dict[tuple[str, str, tuple[str, ...]], list[model.Event]] = {}
    for lead, other, link in found:
        groups.setdefault((lead, link.basis, link.sources), []).append(other)
    return tuple(line for key, others in groups.items() for line in _group(desk, *key, others))


def _group(
    desk: Desk, lead: str, basis: str, sources: tuple[str, ...], others: list[model.Event]
) -> Iterable[Line]:
    """Links that share their ground: it is said once, under the last of them."""
    marks = desk.notes.number(sources)
    for other in others:
        last = other is others[-1]
        note, notes = (basis, marks) if last else ("", ())
        yield Line(other.title, f"event:{other.id}", lead, note, notes, other.date)


def _neighbors(desk: Desk, event: model.Event) -> tuple[Line, ...]:
    """The event before and the event after in the same lane: an order, not a cause."""
    lane = desk.library.in_lane(event.lane)
    here = next(index for index, other in enumerate(lane) if other.id == event.id)
    ways = (("before", here - 1), ("after", here + 1))
    return tuple(
        Line(lane[index].title, f"event:{lane[index].id}", way, date=lane[index].date)
        for way, index in ways
        if 0 <= index < len(lane)
    )


def _who(desk: Desk, event: model.Event) -> tuple[Line, ...]:
    return (
        *(Line(actor, lead="actors") for actor in event.actors),
        *refs(desk, "place", event.places, "places"),
        *refs(desk, "program", event.programs, "programs"),
    )


def program(desk: Desk, program: model.Program) -> list[Section]:
    """How it worked, its legal basis, its phases and events, and what measures it."""
    phases = tuple(
        Line(
            capital(phase.phase),
            f"event:{phase.event}" if phase.event else "",
            note=phase.note,
            notes=desk.notes.number(phase.sources),
            date=phase.date,
        )
        for phase in program.phases
    )
    events = [event for event in desk.library.events.values() if program.id in event.programs]
    return [
        *texts(program, "how_it_works", "legal_basis", "what_changed"),
        Section("phases", phases),
        *measured(desk, program.measures),
        Section("events", dated(events)),
        fields({"administration": program.administration}),
    ]


def administration(desk: Desk, held: model.Administration) -> list[Section]:
    """The office, how it was taken up, and who held it before and after."""
    line = [one for one in desk.library.administrations.values() if one.office == held.office]
    here = line.index(held)
    ways = (("office-before", here - 1), ("office-after", here + 1))
    around = tuple(
        Line(line[index].name, f"administration:{line[index].id}", way)
        for way, index in ways
        if 0 <= index < len(line)
    )
    office = fields({"office": held.office, "taken-up": Line(ids=(f"office-{held.status}",))})
    return [
        Section("details", office.lines + around, "fields"),
        *texts(held, "note"),
    ]
