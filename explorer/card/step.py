"""The card of a step of the pipeline: who acts, on what authority, what is decided and recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from explorer.card.card import Line, Section
from explorer.card.figures import charts_of
from explorer.card.lines import Desk, dated, refs, span
from explorer.content import model

ANSWERS: Final = {"holds": "local_policy", "requests": "ero_decision"}
"""At which step the tables of a role are asked: whether a jail holds, whether ICE asks."""
_CHECKED: Final = ("ident_check", "ncic_query")
"""Where the tables that identify a person are asked: by fingerprints, or else by name."""


def sections(desk: Desk, node: model.Node) -> Iterator[Section]:
    """On what authority, what is decided by what standard, what is recorded, what can end here."""
    leaving = [edge for edge in desk.library.edges.values() if edge.from_ == node.id]
    decided = [edge for edge in leaving if edge.kind == "decision"]
    if node.kind == "decision":
        decided += [edge for edge in leaving if edge.kind == "flow"]
    yield Section("step-authority", tuple(_authority(desk, node)), "named")
    yield Section("decided", tuple(_way(desk, edge) for edge in decided), "named")
    recorded = [edge for edge in leaving if edge.kind == "data"]
    yield Section("recorded", tuple(_record(desk, edge) for edge in recorded), "named")
    ends = [edge for edge in leaving if edge.kind == "exit"]
    yield Section("can-end", tuple(_way(desk, edge) for edge in ends), "named")


def _authority(desk: Desk, node: model.Node) -> Iterator[Line]:
    """The tables asked at a step that are in force on the day in view, wherever that is."""
    if desk.library.is_researched(desk.moment) == "not researched":
        return
    for policy in desk.library.policies.values():
        for role in policy.roles:
            if _step_of(policy, role) == node.id and _in_force(desk, role):
                yield Line(
                    policy.name,
                    f"policy:{policy.id}",
                    note=policy.jurisdiction,
                    notes=desk.notes.number(role.sources),
                    date=span(role.in_force_from, role.in_force_to),
                )


def _step_of(policy: model.Policy, role: model.Role) -> str:
    if role.role == "identifies":
        prints = any(rule.outcome == "match" for rule in policy.rules)
        return _CHECKED[0] if prints else _CHECKED[1]
    return ANSWERS.get(role.role, "")


def _in_force(desk: Desk, role: model.Role) -> bool:
    begun = role.in_force_from is None or role.in_force_from.first <= desk.moment
    return begun and (role.in_force_to is None or desk.moment <= role.in_force_to.last)


def _way(desk: Desk, edge: model.Edge) -> Line:
    """A way out of a step: how it stands on the day in view, and the standard for it."""
    state = f"state-{desk.library.edge_status(edge.id, desk.moment).status}"
    if desk.library.is_researched(desk.moment) == "not researched":
        state = "state-unknown"
    return Line(
        edge.label, f"edge:{edge.id}", state, edge.condition, desk.notes.number(edge.sources)
    )


def _record(desk: Desk, edge: model.Edge) -> Line:
    """What is recorded or sent, and who gets it."""
    target = desk.library.nodes[edge.to]
    got = ", ".join(part for part in (target.actor, target.system) if part)
    return Line(
        edge.label,
        f"edge:{edge.id}",
        note=f"{target.label}: {got}" if got else target.label,
        notes=desk.notes.number(edge.sources),
    )


def arrows_of(desk: Desk, nodes: Iterable[str]) -> tuple[str, ...]:
    """The arrows that begin or end at some steps."""
    wanted = set(nodes)
    return tuple(edge.id for edge in desk.library.edges.values() if wanted & {edge.from_, edge.to})


def changed_by(desk: Desk, node: model.Node) -> Section:
    """The events that changed the arrows of a step, in their order in time."""
    events = {
        event.id: event
        for edge in arrows_of(desk, (node.id,))
        for event, _ in desk.library.changes_at(f"edge:{edge}")
    }
    found = sorted(events.values(), key=lambda event: event.date.first)
    return Section("arrows-changed-by", dated(found))


def counted(desk: Desk, nodes: Iterable[str]) -> tuple[Line, ...]:
    """The counts by stage and the charts in which some steps, or their arrows, appear."""
    wanted, library = set(nodes), desk.library
    counts = [
        funnel.id
        for funnel in library.funnels.values()
        if any(stage.node in wanted for stage in funnel.stages)
    ]
    places = [f"node:{name}" for name in wanted]
    places += [f"edge:{name}" for name in arrows_of(desk, wanted)]
    series = {
        measure.by.removeprefix("series:")
        for place in places
        for event, _ in library.changes_at(place)
        for measure in event.measures
        if measure.relation == "measures"
    }
    charts = refs(desk, "chart", charts_of(library, series))
    return refs(desk, "funnel", counts) + charts
