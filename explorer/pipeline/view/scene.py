"""What is painted for a lens: the plan, the moment in its place, what is lit and counted."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from explorer.content.library import Library
from explorer.content.model import Place
from explorer.pipeline.counts import cuts
from explorer.pipeline.groups import folded, open_groups
from explorer.pipeline.layout import Plan, full, overview
from explorer.pipeline.lit import WAYS, Lit, followed, walked
from explorer.pipeline.local import bearings
from explorer.pipeline.moment import Moment, at_place, compared, mark, moment_on
from explorer.pipeline.view.state import State
from explorer.reader.lens import Lens

if TYPE_CHECKING:  # it is loaded when a place is first chosen
    from explorer.policy.rules import Rulebook

FULL: Final = ("full", "fit")
_KEPT: Final = 4  # moments that are kept ready


def is_comparing(lens: Lens) -> bool:
    """Whether a second date or place stands beside the first."""
    return lens.page != "casewalk" and bool(lens.moment2 or lens.place2)


def years(library: Library) -> tuple[date, date]:
    """The first and the last day of the years that the events span."""
    days = [day for event in library.events.values() for day in (event.date.first, event.date.last)]
    first, last = min(days, default=date.min), max(days, default=date.max)
    return date(first.year, 1, 1), date(last.year, 12, 31)


class Scene:
    """Makes what is painted from a lens, and keeps what the next lens needs again."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.edges: tuple[str, ...] = ()  # a walked way that no link holds
        self._plans: dict[str, Plan] = {}
        self._moments: dict[tuple[date, str], Moment] = {}

    @cached_property
    def _book(self) -> Rulebook:
        from explorer.policy.rules import Rulebook

        return Rulebook(self.library)

    def plan(self, lens: Lens) -> Plan:
        """The overview, or the full diagram with the groups open that the lens asks for."""
        kind = "full" if lens.option("detail") in FULL else "overview"
        turned = lens.option("groups") if kind == "full" else ""
        key = f"{kind} {turned}"
        if kind not in self._plans:
            self._plans[kind] = full(self.library) if kind == "full" else overview(self.library)
        if key not in self._plans:
            shown = open_groups(self.library, turned.split(","))
            whole = self._plans[kind]
            self._plans[key] = folded(self.library, whole, shown) if kind == "full" else whole
        return self._plans[key]

    def moment(self, day: date, place: str) -> Moment:
        """How the path stands on a day, in a place if one is named."""
        key = (day, place)
        if key not in self._moments:
            if len(self._moments) > _KEPT:
                self._moments.clear()
            found = moment_on(self.library, day)
            where = self._place(place) if place else None
            if where is not None:
                there = bearings(self.library, self._book, where, day)
                found = at_place(found, where.name, there)
            self._moments[key] = found
        return self._moments[key]

    def _place(self, name: str) -> Place | None:
        try:
            return self._book.place(name.removeprefix("place:"))
        except LookupError:
            return None

    def state(self, lens: Lens) -> State:
        """What is painted for a lens."""
        moment = self.moment(lens.moment, lens.place)
        if is_comparing(lens):
            moment = compared(moment, self.second(lens))
        return self._state(lens, moment)

    def second(self, lens: Lens) -> Moment:
        """The second date or place, as it is by itself."""
        return self.moment(lens.moment2 or lens.moment, lens.place2 or lens.place)

    def second_state(self, lens: Lens) -> State:
        """What is painted for the second date or place of a lens."""
        moment = compared(self.second(lens), self.moment(lens.moment, lens.place))
        return self._state(lens, moment)

    def _state(self, lens: Lens, moment: Moment) -> State:
        plan = self.plan(lens)
        counted = "" if is_comparing(lens) else lens.option("counts")
        return State(
            moment,
            mark(self.library, plan, lens.item),
            lit=self._lit(lens, plan, moment),
            cuts=cuts(self.library, counted.split(",")) if counted else None,
        )

    def _lit(self, lens: Lens, plan: Plan, moment: Moment) -> Lit | None:
        way, _, start = lens.option("trace").partition(":")
        for known in WAYS:
            if way == known:
                return followed(plan, moment, spot_named(self.library, plan, start), known)
        path = lens.option("path")
        return walked(plan, path.split(",") if path else self.edges)


def spot_named(library: Library, plan: Plan, name: str) -> str:
    """The box of a plan that a box or a step of either diagram stands in."""
    if name in plan.spots:
        return name
    members = {box.id: box.members for box in library.boxes.values()}
    members |= {group.id: group.members for group in library.groups.values()}
    group = name if name in members else name.rsplit("-", 1)[0]
    node = members[group][0] if group in members else name
    return plan.spot_of(node) if node in library.nodes else ""
