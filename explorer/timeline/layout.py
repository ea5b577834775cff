"""Where each title, mark and "+n" of one lane stands, at every zoom.

Zoom goes up in levels, each :data:`STEP` times closer than the one before. At its level an item
is a *slot* (mark and title) or a member of a *cluster* (a mark of its own, or "+n" together with
its neighbors). Once an item has a slot it keeps its row at all closer levels; its title can only grow, or
turn from the left of its mark to the right. Two slots that do not touch cannot touch closer up, because titles keep their
width while days move apart. So titles never vanish or jump when the reader zooms in, and since
the whole time axis is laid out at once, nothing changes while it is moved sideways.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

import msgspec

from explorer.timeline.titles import Titles

STEP: Final = 2**0.5
_FAR: Final = math.inf


class Metrics(msgspec.Struct, frozen=True):
    """Sizes in pixels at the text scale in use, and how wide a text is."""

    measure: Callable[[str, float], float]  # a title's width, given how important it is
    row: float  # height of a row
    mark: float  # half the width of a mark
    pad: float  # between a mark and its title
    gap: float  # kept free between neighbors
    chip: tuple[float, ...]  # half the width of "+n", by number of digits

    def half(self, count: int) -> float:
        """Half the width of a mark (one item) or of a "+n" (more)."""
        if count == 1:
            return self.mark
        return self.chip[min(len(str(count)), len(self.chip)) - 1]


class Slot(NamedTuple):
    """An item with its title: how far it reaches to both sides of its day, in pixels."""

    item: int
    row: int
    text: str
    before: float
    after: float
    whole: bool  # the title is not shortened

    @property
    def leftward(self) -> bool:
        """Whether the title stands on the left of its mark."""
        return self.before > self.after


class Cluster(NamedTuple):
    """One mark without title, or several items gathered behind a "+n"."""

    at: float  # the day it is centered on
    half: float  # half its width in pixels
    items: tuple[int, ...]


class Level(msgspec.Struct, frozen=True):
    """A lane as it stands from *scale* pixels a day up to the next level."""

    scale: float
    days: tuple[array[float], ...]  # per row, the days of its slots
    slots: tuple[tuple[Slot, ...], ...]  # per row, from left to right
    untitled: array[int]  # the items without title, by date
    cluster_days: array[float]
    cluster_halves: array[float]
    cluster_ends: array[int]  # how many of the untitled are in a cluster or before it
    reach: float  # the farthest that anything reaches from its day

    def row_between(self, row: int, first: float, last: float) -> tuple[int, int]:
        """From which to which slot of a row can be seen between two days."""
        days = self.days[row]
        return bisect_left(days, first), bisect_right(days, last)

    def free(
        self, row: int, place: int, span: tuple[float, float], gap: float
    ) -> tuple[float, float]:
        """The pixels around the day of a slot up to its neighbors, whatever its title takes."""
        days, slots, scale = self.days[row], self.slots[row], self.scale
        day = days[place]
        left, right = (day - span[0]) * scale, (span[1] - day) * scale
        if place:
            left = min(left, (day - days[place - 1]) * scale - slots[place - 1].after - gap)
        if place + 1 < len(days):
            right = min(right, (days[place + 1] - day) * scale - slots[place + 1].before - gap)
        if row == len(self.days) - 1:
            at, halves = self.cluster_days, self.cluster_halves
            number = bisect_left(at, day)
            if number:
                left = min(left, (day - at[number - 1]) * scale - halves[number - 1] - gap)
            if number < len(at):
                right = min(right, (at[number] - day) * scale - halves[number] - gap)
        return left, right

    def clusters_between(self, first: float, last: float) -> list[Cluster]:
        """The marks and "+n" that can be seen between two days."""
        days = self.cluster_days
        return [
            self.cluster(place)
            for place in range(bisect_left(days, first), bisect_right(days, last))
        ]

    def cluster(self, place: int) -> Cluster:
        """One mark or "+n", by its place from the left."""
        start = self.cluster_ends[place - 1] if place else 0
        items = tuple(self.untitled[start : self.cluster_ends[place]])
        return Cluster(self.cluster_days[place], self.cluster_halves[place], items)

    @property
    def clusters(self) -> list[Cluster]:
        """All marks and "+n", from left to right."""
        return [self.cluster(place) for place in range(len(self.cluster_days))]


class _Row(msgspec.Struct):
    """The slots of one row while they are being placed, in order of their days."""

    days: list[float] = msgspec.field(default_factory=list)
    slots: list[Slot] = msgspec.field(default_factory=list)
    changed: bool = True
    kept: tuple[array[float], tuple[Slot, ...]] = (array("d"), ())

    def keep(self) -> tuple[array[float], tuple[Slot, ...]]:
        """The row as it stands; the same objects as before if nothing changed."""
        if self.changed:
            days = self.kept[0]
            if len(days) != len(self.days):  # slots only come, none ever goes
                days = array("d", self.days)
            self.kept, self.changed = (days, tuple(self.slots)), False
        return self.kept


class LanePlan:
    """One lane of items, laid out level by level as they are asked for.

    *days* are in order; *weights* say how important an item is (3 to 4 most). *start* and *end* are
    the days between which titles stay, *base* the pixels a day of level 0. The last row also
    holds the marks and clusters; with *rows* 0 nothing has a title (a folded lane).
    """

    def __init__(
        self,
        days: Sequence[float],
        weights: Sequence[float],
        titles: Sequence[str],
        rows: int,
        metrics: Metrics,
        span: tuple[float, float],
        base: float,
        known: Titles | None = None,
    ) -> None:
        self._days, self._weights, self._titles = days, weights, titles
        self._metrics, self._span, self.base = metrics, span, base
        self._known = known or Titles(metrics.measure)
        self._rows = [_Row() for _ in range(rows)]
        self._levels: list[Level] = []
        self._waiting: dict[float, array[int]] = {}
        for item, weight in enumerate(weights):
            self._waiting.setdefault(weight, array("i")).append(item)
        count = len(days)
        self._previous = array("i", range(-1, count))  # among those without title; -1: none
        self._next = array("i", [*range(1, count), -1, 0] if count else [-1])  # the last: the first
        self._chip = metrics.half(max(count, 2))
        # no title is given less room than a dozen letters need
        self._narrow = metrics.mark + metrics.pad + metrics.measure("n" * 12, 2)

    def level(self, number: int) -> Level:
        """The lane at one level of zoom."""
        while len(self._levels) <= number:
            self._levels.append(self._grow(self.base * STEP ** len(self._levels)))
        return self._levels[number]

    def ready(self, number: int) -> bool:
        """Whether that level has been laid out already."""
        return number < len(self._levels)

    def _grow(self, scale: float) -> Level:
        if self._rows:
            for row in self._rows:  # before others come
                self._turn(row, scale)
            for weight in sorted(self._waiting, reverse=True):
                self._waiting[weight] = self._place(self._waiting[weight], scale)
            for row in self._rows:
                self._widen(row, scale)
        reaches = [max(slot.before, slot.after) for row in self._rows for slot in row.slots]
        return Level(
            scale,
            tuple(row.keep()[0] for row in self._rows),
            tuple(row.keep()[1] for row in self._rows),
            *self._gather(scale),
            max(reaches, default=0) + self._chip,
        )

    # ---------------------------------------------------------------- titles

    def _place(self, items: array[int], scale: float) -> array[int]:
        """Give a slot to those that find room; the rest, in order, are returned."""
        left_over = array("i")
        wakes = [-_FAR] * (len(self._rows) - 1)  # before it a row can take nothing
        soonest = min(wakes, default=_FAR)
        for item in items:
            x = self._days[item] * scale
            slot: Slot | None = None
            if x >= soonest:
                slot = self._try_rows(item, x, scale, wakes)
                soonest = min(wakes)
            if slot is None:
                slot = self._try_last(item, x, scale)
            if slot is None:
                left_over.append(item)
            else:
                self._take(slot)
        return left_over

    def _try_rows(self, item: int, x: float, scale: float, wakes: list[float]) -> Slot | None:
        """A slot in the first row with room; *wakes* learns from where on to try again."""
        left: Slot | None = None
        for number, wake in enumerate(wakes):
            if x < wake:
                continue
            low, high = self._room(self._rows[number], item, scale)
            slot = self._fit(item, number, x - low, high - x)
            wakes[number] = -_FAR if slot else self._wake(x, low, high)
            if slot is not None and not slot.leftward:
                return slot
            left = left or slot
        return left

    def _wake(self, x: float, low: float, high: float) -> float:
        """The next place in a row from where a title could fit, not before *x*."""
        mark, narrow = self._metrics.mark, self._narrow
        rightward = max(x, low + mark)
        if high - rightward >= narrow:
            return rightward
        leftward = max(x, low + narrow)
        return leftward if high - leftward >= mark else high

    def _try_last(self, item: int, x: float, scale: float) -> Slot | None:
        """A slot in the last row, clear of every mark that stands there."""
        before, after = self._clear(item, x, scale)
        mark, narrow = self._metrics.mark, self._narrow
        if min(before, after) < mark or max(before, after) < narrow:
            return None
        number = len(self._rows) - 1
        low, high = self._room(self._rows[number], item, scale)
        return self._fit(item, number, min(before, x - low), min(after, high - x))

    def _clear(self, item: int, x: float, scale: float) -> tuple[float, float]:
        """How far the nearest items without title are, left and right."""
        off = self._chip + self._metrics.gap
        left, right = self._previous[item], self._next[item]
        before = x - self._days[left] * scale - off if left >= 0 else _FAR
        after = self._days[right] * scale - x - off if right >= 0 else _FAR
        return before, after

    def _room(self, row: _Row, item: int, scale: float) -> tuple[float, float]:
        """The free stretch of a row around an item that is not in it."""
        place = bisect_right(row.days, self._days[item])
        return self._between(row, place - 1, place, scale)

    def _between(self, row: _Row, left: int, right: int, scale: float) -> tuple[float, float]:
        gap, (start, end) = self._metrics.gap, self._span
        low, high = start * scale, end * scale
        if left >= 0:
            low = max(low, row.days[left] * scale + row.slots[left].after + gap)
        if right < len(row.days):
            high = min(high, row.days[right] * scale - row.slots[right].before - gap)
        return low, high

    def _fit(self, item: int, row: int, before: float, after: float) -> Slot | None:
        """A slot with the shortest form of the title, rightward if it can be."""
        mark, narrow = self._metrics.mark, self._narrow
        if min(before, after) < mark or max(before, after) < narrow:
            return None
        text, width, whole = self._known.shortest(self._titles[item], self._weights[item])
        reach = mark + self._metrics.pad + width
        if reach <= after:
            return Slot(item, row, text, mark, reach, whole)
        if reach <= before:
            return Slot(item, row, text, reach, mark, whole)
        return None

    def _take(self, slot: Slot) -> None:
        row, day = self._rows[slot.row], self._days[slot.item]
        place = bisect_right(row.days, day)
        row.days.insert(place, day)
        row.slots.insert(place, slot)
        row.changed = True
        if slot.whole:
            self._known.forget(self._titles[slot.item], self._weights[slot.item])
        left, right = self._previous[slot.item], self._next[slot.item]
        self._next[left] = right  # for left -1: the spare last element
        if right >= 0:
            self._previous[right] = left

    def _turn(self, row: _Row, scale: float) -> None:
        """Turn titles to the right where there is room by now."""
        for place, slot in enumerate(row.slots):
            if slot.leftward and slot.before <= self._beside(row, place, scale)[1]:
                turned = slot._replace(before=slot.after, after=slot.before)
                row.slots[place], row.changed = turned, True

    def _widen(self, row: _Row, scale: float) -> None:
        """Let shortened titles grow into the room beside them."""
        for place, slot in enumerate(row.slots):
            if slot.whole:
                continue
            room = self._beside(row, place, scale)[0 if slot.leftward else 1]
            longer = self._longest(slot, room - self._metrics.mark - self._metrics.pad)
            if longer is not slot:
                row.slots[place], row.changed = longer, True

    def _beside(self, row: _Row, place: int, scale: float) -> tuple[float, float]:
        """The room of a slot to the left and to the right of its day."""
        x = row.days[place] * scale
        low, high = self._between(row, place - 1, place + 1, scale)
        if row is not self._rows[-1]:
            return x - low, high - x
        before, after = self._clear(row.slots[place].item, x, scale)
        return min(x - low, before), min(high - x, after)

    def _longest(self, slot: Slot, room: float) -> Slot:
        title, weight = self._titles[slot.item], self._weights[slot.item]
        inset = self._metrics.mark + self._metrics.pad
        now = max(slot.before, slot.after) - inset
        found = self._known.longest(title, weight, room, now)
        if found is None:
            return slot
        text, width, whole = found
        if whole:
            self._known.forget(title, weight)
        reach = inset + width
        sides = (reach, slot.after) if slot.leftward else (slot.before, reach)
        return Slot(slot.item, slot.row, text, *sides, whole)

    # --------------------------------------------------------------- clusters

    def _gather(self, scale: float) -> tuple[array[int], array[float], array[float], array[int]]:
        """The items without title, those that would touch gathered behind one "+n".

        Returned are the items, and for each mark or "+n" its day, half its width, and where its
        items end.
        """
        gap, mark, half = self._metrics.gap, self._metrics.mark, self._metrics.half
        untitled = self._untitled()
        groups: list[tuple[float, float, float, int]] = []  # right edge, first and last day, count
        for item in untitled:
            first = last = self._days[item]
            count, left, right = 1, first * scale - mark, first * scale + mark
            while groups and groups[-1][0] + gap > left:
                _, first, _, more = groups.pop()
                count += more
                middle, width = (first + last) / 2 * scale, half(count)
                left, right = middle - width, middle + width
            groups.append((right, first, last, count))
        return (
            untitled,
            array("d", ((first + last) / 2 for _, first, last, _ in groups)),
            array("d", (half(count) for *_, count in groups)),
            array("i", accumulate(count for *_, count in groups)),
        )

    def _untitled(self) -> array[int]:
        found = array("i")
        item = self._next[-1]
        while item >= 0:
            found.append(item)
            item = self._next[item]
        return found
