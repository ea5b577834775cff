"""Published counts by stage: cuts through the path, all that are shown on one scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal

import msgspec

from explorer.content.dates import When
from explorer.content.library import Library
from explorer.content.model import Flow, Funnel, Stage
from explorer.pipeline.layout import Plan

MOST: Final = 2  # so many cuts can be shown together
_LETTERS: Final = ("A", "B")
_COUNTS: Final = ("count", "approx count", "lower bound")


class Bar(msgspec.Struct, frozen=True):
    """A number of a cut: a stage, a part of a stage, or what a stage leaves unaccounted for."""

    kind: Literal["stage", "part", "rest"]
    cut: str  # the funnel
    text: str  # what was counted, as the content says it
    value: float
    unit: str
    node: str = ""
    how: str = ""  # who counted, or that it was computed
    note: str = ""
    sources: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()  # the arrows along which all that is counted passes
    start: When | None = None  # only where it has a period of its own
    end: When | None = None

    @property
    def is_count(self) -> bool:
        """Whether it is a number of events, and no share of something."""
        return self.unit in _COUNTS


class Cuts(msgspec.Struct, frozen=True):
    """The cuts that are shown, and the one number that all widths are measured by."""

    funnels: tuple[Funnel, ...]
    bars: tuple[Bar, ...]
    most: float  # the largest count; the only scale there is

    def share(self, bar: Bar) -> float:
        """The width of a bar as a part of the widest; 0 for a share, which has no width."""
        return bar.value / self.most if bar.is_count and self.most else 0.0

    def rank(self, bar: Bar) -> int:
        """Of which cut a bar is: 0 for the first."""
        return [one.id for one in self.funnels].index(bar.cut)

    @property
    def letters(self) -> Mapping[str, str]:
        """A letter for each of two cuts, so that no color is needed to tell them apart."""
        names = [one.id for one in self.funnels]
        return dict(zip(names, _LETTERS, strict=False)) if len(names) > 1 else {}

    def of_edge(self, edge: str) -> tuple[Bar, ...]:
        """The counts of what passes along an arrow, alone or together with others."""
        return tuple(bar for bar in self.bars if edge in bar.edges)

    def on(self, plan: Plan) -> OnPlan:
        """Where each count stands on a plan: on a line, or else at the box of its step.

        It stands on a line where that one line has all of its arrows. What is not accounted for
        stands at the box that the line leads to, or that was counted.
        """
        lines: dict[str, list[Bar]] = {}
        spots: dict[str, list[Bar]] = {}
        place = ""
        for bar in self.bars:
            if bar.kind == "rest" and place:
                spots.setdefault(place, []).append(bar)
            if bar.kind != "stage" or not bar.is_count:
                continue
            line = _line(plan, bar)
            place = plan.lines[line].target if line else plan.spot_of(bar.node) if bar.node else ""
            if line:
                lines.setdefault(line, []).append(bar)
            elif place:
                spots.setdefault(place, []).append(bar)
        return OnPlan(lines, spots)


class OnPlan(msgspec.Struct, frozen=True):
    """The counts on the lines of a plan and at its boxes."""

    lines: Mapping[str, Sequence[Bar]]
    spots: Mapping[str, Sequence[Bar]]


def _line(plan: Plan, bar: Bar) -> str:
    """The one line that has all arrows of a count; nothing where there is none."""
    found = {plan.line_of(edge) for edge in bar.edges}
    return found.pop() if len(found) == 1 else ""


def cuts(library: Library, names: Sequence[str]) -> Cuts | None:
    """Some published cuts side by side, at most two; None where no name is known."""
    known = [library.funnels[name] for name in dict.fromkeys(names) if name in library.funnels]
    if not known:
        return None
    funnels = tuple(known[:MOST])
    bars = tuple(bar for funnel in funnels for bar in _bars(funnel))
    counted = [bar.value for bar in bars if bar.is_count]
    return Cuts(funnels, bars, max(counted, default=0.0))


def _bars(funnel: Funnel) -> list[Bar]:
    """The stages in their order, and after each what is published of those who did not go on."""
    rests = _rests(funnel)
    found: list[Bar] = []
    seen: set[tuple[str, When | None]] = set()
    for stage in funnel.stages:
        here = stage.node, stage.start
        part = here in seen or stage.unit not in _COUNTS
        found.append(_bar(funnel, stage, "part" if part else "stage"))
        if not part:
            found += rests.get(stage.value, [])
            seen.add(here)
    return found


def _bar(funnel: Funnel, stage: Stage, kind: Literal["stage", "part"]) -> Bar:
    return Bar(
        kind,
        funnel.id,
        stage.stage,
        stage.value,
        stage.unit,
        stage.node,
        stage.kind,
        stage.note,
        stage.sources,
        stage.edges,
        stage.start,
        stage.end,
    )


def _rests(funnel: Funnel) -> Mapping[float, list[Bar]]:
    """What flows to no counted stage, by the number of those that it is a part of."""
    groups: dict[str, list[Flow]] = {}
    for flow in funnel.flows:
        groups.setdefault(flow.from_, []).append(flow)
    counted = {stage.value for stage in funnel.stages}
    return {
        sum(flow.value for flow in flows): [
            Bar("rest", funnel.id, flow.to, flow.value, "count", "", flow.kind, "", flow.sources)
            for flow in flows
            if flow.value not in counted
        ]
        for flows in groups.values()
    }
