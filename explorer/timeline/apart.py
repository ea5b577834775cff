"""The chosen event by itself: taken out of a "+n", with a title where there is room for one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import msgspec

from explorer.timeline.cuts import Cuts
from explorer.timeline.items import Mark
from explorer.timeline.layout import Metrics, Slot
from explorer.timeline.seen import Lane, Seen, SeenCluster

RING: Final = 1.5  # how far the ring around a chosen mark reaches, in halves of a mark
READABLE: Final = "n" * 18  # so much of a title tells what it is about

Shown = tuple[list[Seen], list[SeenCluster]]
Span = tuple[float, float]  # from the left to the right, in pixels


class _Place(NamedTuple):
    """A way to show the event: on a row, with its title on one side."""

    row: int
    is_left: bool
    room: float  # for the words
    taken: Span  # by mark and words
    without: frozenset[int]  # events of the row that lose their words
    rest: SeenCluster | None  # what is left of the "+n"


class Apart(msgspec.Struct, frozen=True):
    """Shows one event of a lane by itself, wherever a "+n" would hide it.

    Other titles stay where they are; those that its words would touch keep their mark alone.
    """

    marks: Sequence[Mark]
    mark: int
    x: float  # of its day
    width: float  # of the view
    metrics: Metrics
    cuts: Cuts

    def shown(self, lane: Lane, titles: list[Seen], clusters: list[SeenCluster]) -> Shown:
        """The titles, and the marks and "+n", of its lane; as they were if it has a title."""
        own = next((one for one in clusters if self.mark in one.marks), None)
        if own is None or not lane.rows or not 0 <= self.x <= self.width:
            return titles, clusters
        others = [one for one in clusters if one is not own]
        best = max(self._places(lane, titles, others, own), key=self._worth)
        rests = [best.rest] if best.rest else []
        joined = set(best.rest.marks) if best.rest else set()
        kept = [one for one in others if not joined.intersection(one.marks)]
        mine = self._seen(lane, own, best)
        found = [self._beside(seen, best, mine) for seen in titles]
        return [*found, mine], sorted(kept + rests, key=lambda one: one.x)

    # ---------------------------------------------------------------------- where it can stand

    def _places(
        self, lane: Lane, titles: Sequence[Seen], others: Sequence[SeenCluster], own: SeenCluster
    ) -> list[_Place]:
        """Both sides of the mark on every row, from the last row up."""
        found = []
        for row in range(lane.rows - 1, -1, -1):
            is_last = row == lane.rows - 1
            seen = [one for one in titles if one.slot.row == row]
            for is_left in (False, True):
                rest = self._aside(own, others, is_left) if is_last else self._rest(own)
                joined = set(rest.marks) if rest else set()
                near = [one for one in others if not joined.intersection(one.marks)]
                found.append(self._place(row, is_left, seen, near if is_last else [], rest))
        return found

    def _place(
        self,
        row: int,
        is_left: bool,
        seen: Sequence[Seen],
        near: Sequence[SeenCluster],
        rest: SeenCluster | None,
    ) -> _Place:
        """The room on one side up to the next mark, and the words that have to go for it."""
        mark, gap = self.metrics.mark, self.metrics.gap
        solid = [(one.x - mark, one.x + mark) for one in seen]
        solid += [(one.x - one.cluster.half, one.x + one.cluster.half) for one in near]
        inset = mark + self.metrics.pad
        touched = any(
            low < self.x + mark + gap and high > self.x - mark - gap for low, high in solid
        )
        if is_left:
            edge = max([high + gap for low, high in solid if low < self.x], default=0.0)
            room = self.x - inset - max(edge, 0.0)
        else:
            edge = min([low - gap for low, high in solid if high > self.x], default=self.width)
            room = min(edge, self.width) - self.x - inset
        room = max(0.0, min(room, self._whole()))
        reach = inset + room
        taken = (self.x - reach, self.x + mark) if is_left else (self.x - mark, self.x + reach)
        without = frozenset(
            one.mark for one in seen if one.left < taken[1] + gap and one.right > taken[0] - gap
        )
        return _Place(row, is_left, -1.0 if touched else room, taken, without, rest)

    def _worth(self, place: _Place) -> tuple[bool, bool, int, float]:
        """What is better: a mark and words that can be read, few others without theirs."""
        enough = min(self._whole(), self.metrics.measure(READABLE, self._weight))
        readable = place.room >= enough - 0.5
        return place.room >= 0, readable, -len(place.without), place.room

    # ---------------------------------------------------------------------- what is left of "+n"

    def _members(self, own: SeenCluster) -> list[tuple[int, int]]:
        pairs = zip(own.cluster.items, own.marks, strict=True)
        return [(item, mark) for item, mark in pairs if mark != self.mark]

    def _rest(self, own: SeenCluster) -> SeenCluster | None:
        """The "+n" without the event, in its place; a single one on its own day."""
        left = self._members(own)
        if not left:
            return None
        x, at = own.x, own.cluster.at
        if len(left) == 1:
            day = self.marks[left[0][1]].day
            scale = (self.x - own.x) / (self.marks[self.mark].day - own.cluster.at or 1.0)
            x, at = own.x + (day - own.cluster.at) * scale, day
        return self._gathered(own, left, x, at, self.metrics.half(len(left)))

    def _aside(
        self, own: SeenCluster, others: Sequence[SeenCluster], is_left: bool
    ) -> SeenCluster | None:
        """What is left, clear of the mark: on the other side than its words."""
        rest = self._rest(own)
        if rest is None:
            return None
        clear, way = RING * self.metrics.mark + self.metrics.gap, 1 if is_left else -1
        if (rest.x - self.x) * way >= clear + rest.cluster.half:
            return rest
        items = list(zip(rest.cluster.items, rest.marks, strict=True))
        half = self.metrics.half(max(2, len(items)))
        x = self.x + way * (clear + half)
        for one in others:  # a "+n" that it would touch joins it
            if abs(one.x - x) < one.cluster.half + half + self.metrics.gap:
                items += zip(one.cluster.items, one.marks, strict=True)
        return self._gathered(rest, sorted(items), x, rest.cluster.at, half)._replace(aside=True)

    def _gathered(
        self, own: SeenCluster, pairs: Sequence[tuple[int, int]], x: float, at: float, half: float
    ) -> SeenCluster:
        items, marks = tuple(item for item, _ in pairs), tuple(mark for _, mark in pairs)
        cluster = own.cluster._replace(at=at, half=half, items=items)
        return own._replace(cluster=cluster, marks=marks, x=x)

    # ---------------------------------------------------------------------- what is shown

    @property
    def _weight(self) -> float:
        return self.marks[self.mark].weight

    def _whole(self) -> float:
        return self.metrics.measure(self.marks[self.mark].title, self._weight)

    def _seen(self, lane: Lane, own: SeenCluster, place: _Place) -> Seen:
        """The event with as much of its title as finds room."""
        title, width, room = self.marks[self.mark].title, self._whole(), max(0.0, place.room)
        if room < width - 0.5:
            title = self.cuts.head(title, self._weight, room)
            width = self.metrics.measure(title, self._weight) if title else 0.0
        mark = self.metrics.mark
        reach = mark + (self.metrics.pad + width if title else 0.0)
        before, after = (reach, mark) if place.is_left else (mark, reach)
        item = own.cluster.items[own.marks.index(self.mark)]
        slot = Slot(item, place.row, title, before, after, title == self.marks[self.mark].title)
        top = lane.rows_top + place.row * self.metrics.row
        return Seen(self.mark, slot, self.x, self.x - before, self.x + after, top, 0.0)

    def _beside(self, seen: Seen, place: _Place, mine: Seen) -> Seen:
        """Another title as it stands beside the event: without words where they would touch."""
        if seen.slot.row != place.row:
            return seen
        mark, gap = self.metrics.mark, self.metrics.gap
        if seen.left >= mine.right + gap or seen.right <= mine.left - gap:
            room = mine.left - seen.right - gap if seen.x < self.x else seen.room
            return seen._replace(room=max(0.0, min(seen.room, room)))
        slot = seen.slot._replace(text="", before=mark, after=mark, whole=False)
        return seen._replace(
            slot=slot, left=seen.x - mark, right=seen.x + mark, room=0.0, turned=False
        )
