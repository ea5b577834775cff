"""Cards of the pipeline: its steps, arrows, boxes, periods and forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explorer.card import figures, step
from explorer.card.card import Line, Section
from explorer.card.lines import Desk, capital, fields, opened, refs, span, texts
from explorer.content import model
from explorer.content.dates import When


def node(desk: Desk, node: model.Node) -> list[Section]:
    """Who acts and with what, where the arrows lead, which forms it is, what counts it."""
    ways = (("leads-to", "to", "from_"), ("comes-from", "from_", "to"))
    arrows = tuple(
        Line(
            desk.library.name(f"node:{getattr(edge, far)}"),
            f"node:{getattr(edge, far)}",
            way,
            edge.label,
        )
        for way, far, near in ways
        for edge in desk.library.edges.values()
        if getattr(edge, near) == node.id
    )
    return [
        fields({"who-acts": node.actor, "system": node.system}),
        Section("unverified", _unread(node.unverified)),
        *step.sections(desk, node),
        Section("forms", _forms(desk, node)),
        Section("arrows", arrows, "named"),
        step.changed_by(desk, node),
        Section("counted-in", step.counted(desk, (node.id,))),
    ]


def _unread(text: str) -> tuple[Line, ...]:
    """What of a record was not read: the whole, or a part that is named."""
    if not text:
        return ()
    return (Line(ids=("unread-all",)) if text in ("yes", "all of it") else Line(capital(text)),)


def _forms(desk: Desk, node: model.Node) -> tuple[Line, ...]:
    """The versions of the form that a step stands for."""
    if node.kind != "document":
        return ()
    return tuple(
        Line(form.form, f"form:{form.id}", note=form.asks_for, date=_use(form))
        for form in desk.library.forms.values()
        if re.search(rf"\b{form.form.split(' ')[0]}\b", node.label)
    )


def _use(form: model.Form) -> When | None:
    return span(form.valid_from, form.valid_to)


def edge(desk: Desk, edge: model.Edge) -> list[Section]:
    """From where to where, on what condition, and in which periods it is in use."""
    ends = (("from", edge.from_), ("to", edge.to))
    arrows = tuple(Line(desk.library.name(f"node:{one}"), f"node:{one}", way) for way, one in ends)
    return [
        Section("arrows", arrows, "fields"),
        *texts(edge, "condition"),
        Section("unverified", _unread(edge.unverified)),
        Section("on-this-day", (_state(desk, edge.id),)),
        Section("eras", _states(desk, edge.id), "fields"),
        figures.along(desk, edge.id),
    ]


def _state(desk: Desk, edge: str) -> Line:
    """How an arrow stands on the day in view."""
    day = When(desk.moment.isoformat())
    if desk.library.is_researched(desk.moment) == "not researched":
        return Line(ids=("state-unknown",), date=day)
    arrow = desk.library.edge_status(edge, desk.moment)
    notes = " ".join(filter(None, (arrow.note, arrow.overlay_note)))
    held = arrow.partly and arrow.status in ("on", "conditional")
    return Line(ids=(f"state-{'partial' if held else arrow.status}",), note=notes, date=day)


def _states(desk: Desk, edge: str) -> tuple[Line, ...]:
    """The periods by state; one line where the state never changes."""
    plain = [era for era in desk.library.eras.values() if not era.overlay]
    states = [(era, era.edges.get(edge, model.EdgeStatus(status="off"))) for era in plain]
    lines = tuple(
        Line(era.label, f"era:{era.id}", f"state-{state.status}", state.note)
        for status in ("on", "conditional", "partial", "off")
        for era, state in states
        if state.status == status
    )
    if len({(state.status, state.note) for _, state in states}) == 1:
        only = states[0][1]
        lines = (Line(ids=("every-period",), lead=f"state-{only.status}", note=only.note),)
    return lines + tuple(_beside(desk, edge))


def _beside(desk: Desk, edge: str) -> Iterator[Line]:
    """What the periods that run beside the others add."""
    for era in desk.library.eras.values():
        state = era.edges.get(edge)
        if era.overlay and state and (state.note or state.status in ("conditional", "partial")):
            yield Line(era.label.removesuffix(" (overlay)"), f"era:{era.id}", "beside", state.note)


def era(desk: Desk, era: model.Era) -> list[Section]:
    """What was new, and which arrows came into use or fell out of use."""
    plain = [one for one in desk.library.eras.values() if not one.overlay]
    before = plain[plain.index(era) - 1] if era in plain and era is not plain[0] else None
    turns = tuple(_turns(desk, before, era)) if before else ()
    return [
        *texts(era, "what_changed", "note"),
        Section("outlook", (Line(ids=("outlook-only",)),) if era.research == "outlook" else ()),
        Section("turns", turns, "fields"),
    ]


def _turns(desk: Desk, before: model.Era, era: model.Era) -> Iterator[Line]:
    off = model.EdgeStatus(status="off")
    for state in ("on", "conditional", "partial", "off"):
        said: set[str] = set()  # arrows of one name are told once
        for edge in desk.library.edges.values():
            then, now = before.edges.get(edge.id, off), era.edges.get(edge.id, off)
            if now.status == state != then.status and edge.label not in said:
                said.add(edge.label)
                yield Line(edge.label, f"edge:{edge.id}", f"turns-{state}", now.note)


def box(desk: Desk, box: model.Box | model.Group) -> list[Section]:
    """What happens in it, who acts, and how its arrows stand on the day in view."""
    nodes = [desk.library.nodes[member] for member in box.members]
    happens = tuple(
        Line(
            node.label,
            f"node:{node.id}",
            note=node.description,
            notes=desk.notes.number(node.sources),
        )
        for node in nodes
    )
    actors = dict.fromkeys(node.actor for node in nodes if node.actor)
    events = {
        event.id: event
        for member in box.members
        for event, _ in desk.library.changes_at(f"node:{member}")
    }
    return [
        Section("who-acts", tuple(Line(capital(actor)) for actor in actors)),
        Section("happens", happens),
        Section("on-this-day", tuple(_ways(desk, set(box.members))), "fields"),
        Section("changed-by", opened(desk, (f"event:{name}" for name in events))),
        Section("counted-in", step.counted(desk, box.members)),
    ]


def _ways(desk: Desk, members: set[str]) -> Iterator[Line]:
    """The arrows that begin in a box, by how they stand on the day in view."""
    if desk.library.is_researched(desk.moment) == "not researched":
        yield _state(desk, "")
        return
    leaving = [edge for edge in desk.library.edges.values() if edge.from_ in members]
    states = {edge.id: desk.library.edge_status(edge.id, desk.moment).status for edge in leaving}
    for status in ("on", "conditional", "partial", "off"):
        here = {edge.label: edge.id for edge in leaving if states[edge.id] == status}
        for label, edge_id in here.items():
            yield Line(label, f"edge:{edge_id}", f"state-{status}")


def form(desk: Desk, form: model.Form) -> list[Section]:
    """What the form asks for, on what ground, and for how long."""
    values = {"asks-for": form.asks_for, "ground": form.basis, "time-limit": form.time_limit}
    steps = [
        node.id
        for node in desk.library.nodes.values()
        if any(line.ref == f"form:{form.id}" for line in _forms(desk, node))
    ]
    return [
        fields(values),
        *texts(form, "note"),
        Section("unverified", _unread(form.unverified)),
        Section("step", refs(desk, "node", steps)),
    ]


group = box
