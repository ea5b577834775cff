"""How the path stands on a day, and what differs from the era before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

import msgspec

from explorer.content.library import Arrow, Library, Research
from explorer.content.model import Change, Era, Event, FormerName, Status
from explorer.pipeline.layout import Line, Plan, Spot
from explorer.pipeline.local import Bearing

FULLEST: Final[tuple[Status, ...]] = ("on", "conditional", "partial", "off")


class Standing(msgspec.Struct, frozen=True):
    """How one arrow stands, and how it stood at the end of the era before."""

    status: Status  # “partial” where it stands in some places only, however it stands there
    note: str
    local: str  # what local limits add
    before: Status | None  # None: no era before is researched
    there: Status | None = None  # how it stands in those places; None: alike in all of them
    there_before: Status | None = None
    here: tuple[str, ...] = ()  # what bears on it in the chosen place, as references
    beside: tuple[str, ...] | None = None  # and in the place that is compared; None: none is

    @property
    def changed(self) -> bool:
        """Whether the era before, or the side that is compared, has it otherwise."""
        if self.beside is not None and self.here != self.beside:
            return True
        return self.before is not None and self.before_it != (self.status, self.there)

    @property
    def before_it(self) -> tuple[Status | None, Status | None]:
        """How it stood before: in all, and in the only places where it did."""
        return self.before, self.there_before


class Moment(msgspec.Struct, frozen=True):
    """The whole path on a day; outside what was researched, the nearest day that was."""

    day: date
    era: Era
    before: Era | None
    research: Research
    edges: Mapping[str, Standing]
    nodes: frozenset[str]  # the steps that exist: one of their arrows is not off
    nodes_before: frozenset[str] | None
    limits: tuple[Era, ...]  # eras of local limits that run on top
    place: str = ""  # the name of the chosen place
    bearings: tuple[Bearing, ...] = ()  # what bears on the path there
    compared: bool = False  # “before” is then the other side, not the era before
    names: tuple[FormerName, ...] = ()  # what agencies were still called

    def called(self, text: str) -> str:
        """A text of the content with the names that agencies had on this day."""
        for one in self.names:
            text = re.sub(rf"\b{re.escape(one.name)}\b", one.was, text)
        return text

    @property
    def latest(self) -> date:
        """The day up to which words about it may speak: later things had not happened yet."""
        return max(self.day, self.era.start.first)

    def line_status(self, line: Line) -> Status:
        """The state of a line: the fullest among its arrows."""
        return min((self.edges[edge].status for edge in line.members), key=FULLEST.index)

    def line_changed(self, line: Line) -> bool:
        """Whether one of its arrows stood otherwise in the era before."""
        return any(self.edges[edge].changed for edge in line.members)

    def spot_exists(self, spot: Spot) -> bool:
        """Whether one of its steps exists."""
        return not self.nodes.isdisjoint(spot.members)

    def spot_changed(self, spot: Spot, plan: Plan) -> bool:
        """Whether a step came or went, or an arrow inside the box stood otherwise before."""
        arrows = (edge for edge, home in plan.inside.items() if home == spot.id)
        if any(self.edges[edge].changed for edge in arrows):
            return True
        if self.nodes_before is None:
            return False
        return any((node in self.nodes) != (node in self.nodes_before) for node in spot.members)

    def changed(self) -> tuple[str, ...]:
        """The arrows that stood otherwise in the era before."""
        return tuple(edge for edge, standing in self.edges.items() if standing.changed)


def moment_on(library: Library, day: date) -> Moment:
    """How the path stands on a day."""
    era = library.nearest_era(day)
    shown = max(era.start.first, min(day, era.end.last if era.end else day))
    before = _before(library, era)
    edges = {edge: _standing(library, edge, shown, before) for edge in library.edges}
    return Moment(
        day=day,
        era=era,
        before=before,
        research=library.is_researched(day),
        edges=edges,
        nodes=_existing(library, {edge: one.status for edge, one in edges.items()}),
        nodes_before=_existing(library, {edge: one.before or "off" for edge, one in edges.items()})
        if before
        else None,
        limits=library.overlays_on(shown),
        names=tuple(one for one in era.names if day <= one.until.last),
    )


def at_place(moment: Moment, place: str, found: tuple[Bearing, ...]) -> Moment:
    """The same moment in a place: what bears on its arrows there."""
    here: dict[str, list[str]] = {}
    for one in found:
        for edge in one.edges:
            here.setdefault(edge, []).append(one.key)
    replace = msgspec.structs.replace
    edges = {
        edge: replace(standing, here=tuple(here.get(edge, ())))
        for edge, standing in moment.edges.items()
    }
    return replace(moment, place=place, bearings=found, edges=edges)


def compared(one: Moment, other: Moment) -> Moment:
    """The moment with what differs from another one in place of what differs from the era before.

    Where one of the two was not researched, nothing is said to differ.
    """
    known = "not researched" not in (one.research, other.research)
    places = one.place != other.place
    replace = msgspec.structs.replace
    edges = {
        edge: replace(
            standing,
            before=other.edges[edge].status if known else None,
            there_before=other.edges[edge].there,
            beside=other.edges[edge].here if known and places else None,
        )
        for edge, standing in one.edges.items()
    }
    return replace(
        one,
        before=other.era,
        edges=edges,
        nodes_before=other.nodes if known else None,
        compared=True,
    )


def _before(library: Library, era: Era) -> Era | None:
    earlier = [
        one
        for one in library.eras.values()
        if not one.overlay and one.end and one.end.last < era.start.first
    ]
    return max(earlier, key=lambda one: one.start.first, default=None)


def _standing(library: Library, edge: str, day: date, before: Era | None) -> Standing:
    arrow = library.edge_status(edge, day)
    status, there = _in_all(arrow)
    last = before.end.last if before and before.end else None
    then = _in_all(library.edge_status(edge, last)) if last else (None, None)
    return Standing(status, arrow.note, arrow.overlay_note, then[0], there, then[1])


def _in_all(arrow: Arrow) -> tuple[Status, Status | None]:
    """How an arrow stands in the whole country, and in the only places where it does."""
    if arrow.partly and arrow.status in ("on", "conditional"):
        return "partial", arrow.status
    return arrow.status, None


def _existing(library: Library, status: Mapping[str, Status]) -> frozenset[str]:
    return frozenset(
        node
        for edge in library.edges.values()
        if status[edge.id] != "off"
        for node in (edge.from_, edge.to)
    )


# --------------------------------------------------------------------------- the chosen item


class Mark(msgspec.Struct, frozen=True):
    """What the chosen item touches on a plan: boxes, lines, and what an event changed there."""

    spots: frozenset[str] = frozenset()
    lines: frozenset[str] = frozenset()
    changes: tuple[Change, ...] = ()


def mark(library: Library, plan: Plan, item: str) -> Mark:
    """The boxes and lines that an item stands for; for an event, those that it changed."""
    kind, _, name = item.partition(":")
    if kind == "box" and name in plan.spots:
        return Mark(frozenset({name}))
    if kind == "box" and name in library.boxes:
        return _touched(plan, [f"node:{node}" for node in library.boxes[name].members])
    if kind == "group" and name in library.groups:
        return _touched(plan, [f"node:{node}" for node in library.groups[name].members])
    if kind == "event" and library.has(item):
        event = library.find(item)
        changes = event.changes if isinstance(event, Event) else ()
        touched = _touched(plan, [change.target for change in changes])
        return Mark(touched.spots, touched.lines, changes)
    known = (kind == "node" and name in library.nodes) or (kind == "edge" and name in library.edges)
    return _touched(plan, [item]) if known else Mark()


def place_of(plan: Plan, target: str) -> tuple[str, str]:
    """The box or the line on which ``node:…`` or ``edge:…`` stands; one of the two is empty."""
    kind, _, name = target.partition(":")
    if kind == "node":
        return plan.spot_of(name), ""
    line = plan.line_of(name)
    return ("", line) if line else (plan.inside.get(name, ""), "")


def _touched(plan: Plan, targets: Iterable[str]) -> Mark:
    places = [place_of(plan, target) for target in targets]
    return Mark(
        frozenset(spot for spot, _ in places if spot),
        frozenset(line for _, line in places if line),
    )
