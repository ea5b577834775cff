"""Published counts by stage: cuts through the path, all that are shown on one scale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

import msgspec

from explorer.content.library import Library
from explorer.content.model import Flow, Funnel, Stage

MOST: Final = 2  # so many cuts can be shown together
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

    def at(self, nodes: Iterable[str]) -> tuple[Bar, ...]:
        """The first count of each cut at some steps; a further one is a part of it."""
        wanted = set(nodes)
        firsts: dict[str, Bar] = {}
        for bar in self.bars:
            if bar.node in wanted and bar.is_count and bar.kind == "stage":
                firsts.setdefault(bar.cut, bar)
        return tuple(firsts.values())


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
    seen: set[str] = set()
    for stage in funnel.stages:
        part = stage.node in seen or stage.unit not in _COUNTS
        found.append(_bar(funnel, stage, "part" if part else "stage"))
        found += [] if part else rests.get(stage.value, [])
        seen.add(stage.node)
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
