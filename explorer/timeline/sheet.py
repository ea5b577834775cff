"""The whole timeline at one size: lanes from top to bottom, and what can be seen of them."""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property, partial
from itertools import accumulate

import msgspec

from explorer.content.model import LANES
from explorer.timeline import bars as bar_rows
from explorer.timeline import edges
from explorer.timeline.apart import Apart, Shown
from explorer.timeline.cuts import Cuts
from explorer.timeline.items import Bar, Contents, Mark
from explorer.timeline.layout import STEP, LanePlan, Level, Metrics
from explorer.timeline.seen import Lane, Seen, SeenBar, SeenCluster, View
from explorer.timeline.titles import Titles

_MOST = 14  # rows of a lane
PROGRAMS = LANES[0]  # the lane that also holds the bars


class Sizes(msgspec.Struct, frozen=True):
    """Sizes in pixels of everything that does not depend on time."""

    metrics: Metrics
    measure_bar: Callable[[str], float]  # the width of a bar's name
    width: float  # of the stretch on which time runs
    height: float  # from the top of the band to the bottom of the axis
    band: float
    axis: float
    bar: float  # a row of bars
    lane_pad: float  # above and below the rows of a lane
    thin: float  # a folded lane
    margin: float  # free pixels before the first year and after the last
    strip: float = 0.0  # a series below the lanes
    closest: float = 0.0  # pixels a day when one week fills the width; 0: from the width

    @property
    def inner(self) -> float:
        """The height left for the lanes."""
        return self.height - self.band - self.axis - self.strip


class Sheet:
    """Contents laid out for one size; asked for what a view shows of them."""

    def __init__(
        self,
        contents: Contents,
        sizes: Sizes,
        order: Sequence[str] = LANES,
        folded: Collection[str] = (),
        all_bars: bool = False,
    ) -> None:
        self.contents, self.sizes = contents, sizes
        start, end = contents.span
        self.base = max(sizes.width - 2 * sizes.margin, 50.0) / (end - start)
        pad = sizes.margin / self.base
        self.start, self.end = start - pad, end + pad
        self.closest = max(sizes.closest or sizes.width / 7, self.base)
        self.members = _by_lane(contents.marks, order)
        self._most = None if all_bars else max(2, int(self._for_bars() / sizes.bar))
        self._has_bars = PROGRAMS not in folded
        self.bars = self._pack_bars(None)
        self._lacks_room = bool(self.bars.left_over)
        self.lanes = self._stack(order, folded)
        self._plans: dict[str, LanePlan] = {}
        self._index: dict[tuple[str, int], dict[int, tuple[int, int]]] = {}
        self._titles = Titles(sizes.metrics.measure)
        self._cuts = Cuts(sizes.metrics.measure)
        self.chosen = -1  # the place of the chosen event

    # ------------------------------------------------------------------- lanes

    def prefer(self, day: float) -> bool:
        """Where not all programs have room, show those in force on a day first.

        The number of rows stays, and with it the place of every event. Says whether other bars
        than before are shown.
        """
        if not self._lacks_room:
            return False
        before = self.bars
        self.bars = self._pack_bars(day)._replace(rows=before.rows)
        return self.bars != before

    def choose(self, ref: str) -> None:
        """Never hide an event in a "+n" from now on; none where *ref* is no event that is shown."""
        marks = enumerate(self.contents.marks) if ref else ()
        self.chosen = next((place for place, mark in marks if mark.ref == ref), -1)

    def _pack_bars(self, day: float | None) -> bar_rows.Packed:
        if not self._has_bars:
            return bar_rows.Packed((), (), 0)
        measure, gap = self.sizes.measure_bar, self.sizes.metrics.gap
        bars, most = self.contents.bars, self._most
        return bar_rows.pack(bars, self.base, measure, gap, self.end, most, day)

    def _for_bars(self) -> float:
        """The height that bars may take: the smaller the sheet, the more is left for events."""
        rows = self.sizes.inner / self.sizes.metrics.row
        return self.sizes.inner * min(0.2 + 0.004 * rows, 0.34)

    def _stack(self, order: Sequence[str], folded: Collection[str]) -> tuple[Lane, ...]:
        """The lanes from top to bottom; what is left of the height is shared by their rows."""
        sizes, row = self.sizes, self.sizes.metrics.row
        open_lanes = [name for name in order if name not in folded]
        bars: dict[str, int] = {PROGRAMS: self.bars.rows} if PROGRAMS in open_lanes else {}
        fixed = 2 * sizes.lane_pad * len(open_lanes) + sizes.thin * (len(order) - len(open_lanes))
        free = sizes.inner - fixed - sum(bars.values()) * sizes.bar
        count = int(free // row)
        if count < len(open_lanes):  # it has to be scrolled anyway: then with room for titles
            count = 2 * len(open_lanes)
        rows = share(count, {name: self._wants(name) for name in open_lanes})
        left = max(0.0, free - sum(rows.values()) * row)
        each = left / max(sum(rows.values()) + sum(bars.values()), 1)
        lanes, top = [], sizes.band
        for name in order:
            many, few = bars.get(name, 0), rows.get(name, 0)
            spare = each * (many + few)
            height = many * sizes.bar + few * row + 2 * sizes.lane_pad + spare
            height = sizes.thin if name in folded else height
            inset = sizes.lane_pad + min(spare, row) / 2 if name not in folded else 0.0
            lanes.append(
                Lane(
                    name, top, height, many, few,
                    top + inset, top + inset + many * sizes.bar, name in folded,
                )
            )  # fmt: skip
            top += height
        return tuple(lanes)

    def _wants(self, name: str) -> tuple[float, int]:
        """How much a lane has to say, and how many rows are more than enough."""
        indexes = self.members.get(name, ())
        weight = sum(self.contents.marks[index].weight for index in indexes)
        return float(weight) + 0.5, max(1, min(len(indexes), self._enough(indexes)))

    def _enough(self, indexes: Sequence[int]) -> int:
        """The rows on which all titles of a lane stand whole, in a view of a few years."""
        if len(indexes) > 300:
            return _MOST
        metrics, scale = self.sizes.metrics, self.base * 2.5
        ends: list[tuple[float, int]] = []
        for mark in (self.contents.marks[index] for index in indexes):
            x, width = mark.day * scale, metrics.measure(mark.title, mark.weight)
            reach = metrics.mark + metrics.pad + width + metrics.gap
            ends += [(x - metrics.mark, 1), (x + reach, -1)]
        most = max(accumulate(step for _, step in sorted(ends)), default=1)
        return min(most + 1, _MOST)

    @cached_property
    def height(self) -> float:
        """The height that the lanes really take, with everything above and below them."""
        last = self.lanes[-1] if self.lanes else None
        bottom = last.top + last.height if last else self.sizes.band
        return max(bottom + self.sizes.strip + self.sizes.axis, self.sizes.height)

    def lane_at(self, y: float) -> Lane | None:
        """The lane at a height."""
        return next((lane for lane in self.lanes if lane.top <= y < lane.top + lane.height), None)

    # ------------------------------------------------------------------- views

    def view(self, left: float, scale: float) -> View:
        """The view nearest to the one wished for that stays within the axis."""
        scale = min(max(scale, self.base), self.closest)
        width = self.sizes.width
        return View(
            min(max(left, self.start), max(self.end - width / scale, self.start)), scale, width
        )

    def view_of(self, first: float, last: float) -> View:
        """The view that shows the days from *first* to *last*."""
        scale = self.sizes.width / max(last - first, 1e-9)
        view = self.view(first, scale)
        middle = (first + last) / 2
        return self.view(middle - view.width / view.scale / 2, view.scale)

    def everything(self) -> View:
        """The view that shows all of it."""
        return self.view(self.start, self.base)

    def zoomed(self, view: View, factor: float, x: float) -> View:
        """The view closer by *factor*, with the day at *x* staying there."""
        scale = min(max(view.scale * factor, self.base), self.closest)
        return self.view(view.day(x) - x / scale, scale)

    def level(self, scale: float) -> int:
        """The level of the layout at a scale."""
        return max(0, math.floor(math.log(scale / self.base, STEP) + 1e-9))

    def lay_out_ahead(self) -> bool:
        """Lay out one level of one lane that was not asked for yet; False when all are ready."""
        for number in range(self.level(self.closest) + 1):
            for lane in self.lanes:
                plan = self.plan(lane.name)
                if not plan.ready(number):
                    plan.level(number)
                    return True
        return False

    # -------------------------------------------------------------- what is seen

    def plan(self, name: str) -> LanePlan:
        """The layout of one lane, made when first asked for."""
        plan = self._plans.get(name)
        if plan is None:
            lane = next(lane for lane in self.lanes if lane.name == name)
            marks = [self.contents.marks[index] for index in self.members.get(name, ())]
            plan = self._plans[name] = LanePlan(
                [mark.day for mark in marks],
                [mark.rank for mark in marks],
                [mark.title for mark in marks],
                lane.rows,
                self.sizes.metrics,
                (self.start, self.end),
                self.base,
                self._titles,
            )
        return plan

    def titles(self, lane: Lane, view: View) -> list[Seen]:
        """The titles of a lane that a view shows, row by row; last a chosen one by itself."""
        return self._shown(lane, view)[0]

    def clusters(self, lane: Lane, view: View) -> list[SeenCluster]:
        """The marks and "+n" of a lane that a view shows."""
        return self._shown(lane, view)[1]

    def _shown(self, lane: Lane, view: View) -> Shown:
        titles, clusters = self._placed_titles(lane, view), self._gathered(lane, view)
        if self.chosen < 0 or self.contents.marks[self.chosen].lane != lane.name:
            return titles, clusters
        x = view.x(self.contents.marks[self.chosen].day)
        metrics = self.sizes.metrics
        apart = Apart(self.contents.marks, self.chosen, x, view.width, metrics, self._cuts)
        return apart.shown(lane, titles, clusters)

    def _placed_titles(self, lane: Lane, view: View) -> list[Seen]:
        level = self.plan(lane.name).level(self.level(view.scale))
        rows = range(len(level.slots))
        return [seen for row in rows for seen in self._row(lane, level, row, view)]

    def _row(self, lane: Lane, level: Level, row: int, view: View) -> list[Seen]:
        """The titles of one row that a view shows."""
        reach = level.reach / view.scale
        places = range(*level.row_between(row, view.left - reach, view.right + reach))
        found = [self._seen(lane, level, row, place, view) for place in places]
        free = partial(self._free, level, row, places.start)
        return edges.turned(found, view.width, free, self.sizes.metrics)

    def _free(self, level: Level, row: int, first: int, number: int) -> tuple[float, float]:
        """Free pixels to the left and to the right of a mark, at the scale of the level."""
        return level.free(row, first + number, (self.start, self.end), self.sizes.metrics.gap)

    def _seen(self, lane: Lane, level: Level, row: int, place: int, view: View) -> Seen:
        slot, x = level.slots[row][place], view.x(level.days[row][place])
        return Seen(
            self.members[lane.name][slot.item],
            slot,
            x,
            x - slot.before,
            x + slot.after,
            lane.rows_top + row * self.sizes.metrics.row,
            self._room(level, row, place),
        )

    def _room(self, level: Level, row: int, place: int) -> float:
        """Pixels between a title and what follows it in its row, at the scale of the level."""
        days, slots = level.days[row], level.slots[row]
        slot = slots[place]
        if slot.leftward or (row == len(level.slots) - 1 and level.untitled):
            return 0.0
        if place + 1 == len(days):
            return (self.end - days[place]) * level.scale - slot.after
        gap = (days[place + 1] - days[place]) * level.scale
        return gap - slot.after - slots[place + 1].before - self.sizes.metrics.gap

    def _gathered(self, lane: Lane, view: View) -> list[SeenCluster]:
        level = self.plan(lane.name).level(self.level(view.scale))
        reach = level.reach / view.scale
        members = self.members.get(lane.name, ())
        top = lane.rows_top + max(lane.rows - 1, 0) * self.sizes.metrics.row
        return [
            SeenCluster(
                lane.name,
                cluster,
                tuple(members[item] for item in cluster.items),
                view.x(cluster.at),
                top,
            )
            for cluster in level.clusters_between(view.left - reach, view.right + reach)
        ]

    def spot(self, mark: int, view: View) -> Seen | SeenCluster | None:
        """Where one event stands in a view, in sight or beyond its edges; None without a lane."""
        name = self.contents.marks[mark].lane
        lane = next((lane for lane in self.lanes if lane.name == name), None)
        if lane is None:
            return None
        if self.chosen >= 0 and self.contents.marks[self.chosen].lane == name:
            titles, clusters = self._shown(lane, view)
            alone = (seen for seen in titles if seen.mark == mark)
            among = (one for one in clusters if mark in one.marks)
            found = next(alone, None) or next(among, None)
            if found is not None:
                return found
        return self._spot(lane, mark, view)

    def _spot(self, lane: Lane, mark: int, view: View) -> Seen | SeenCluster:
        """Where an event stands that is not moved for the chosen one."""
        name = lane.name
        number = self.level(view.scale)
        level = self.plan(name).level(number)
        row, place = self._found(name, number)[mark]
        if row < 0:
            cluster = level.cluster(place)
            members = self.members[name]
            marks = tuple(members[item] for item in cluster.items)
            top = lane.rows_top + max(lane.rows - 1, 0) * self.sizes.metrics.row
            return SeenCluster(name, cluster, marks, view.x(cluster.at), top)
        seen = self._seen(lane, level, row, place, view)
        if not -level.reach <= seen.x <= view.width + level.reach:
            return seen
        found = (other for other in self._row(lane, level, row, view) if other.mark == mark)
        return next(found, seen)

    def _found(self, name: str, number: int) -> dict[int, tuple[int, int]]:
        """For each event of a lane its row and its place there; row -1 are the clusters."""
        found = self._index.get((name, number))
        if found is None:
            level, members = self.plan(name).level(number), self.members[name]
            found = {
                members[slot.item]: (row, place)
                for row, slots in enumerate(level.slots)
                for place, slot in enumerate(slots)
            }
            for place, cluster in enumerate(level.clusters):
                found.update((members[item], (-1, place)) for item in cluster.items)
            self._index = {(name, number): found} | {
                key: value for key, value in self._index.items() if key[1] == number
            }
        return found

    def seen_bars(self, lane: Lane, view: View) -> list[SeenBar]:
        """The bars of a lane that a view shows."""
        if not lane.bars:
            return []
        seen: list[SeenBar] = []
        edges: dict[int, float] = {}  # per row, up to where something stands
        for number, (bar, row) in enumerate(self.bars.placed):
            following = _following(self.bars.placed, number)
            one = self._seen_bar(bar, view, edges.get(row, 0.0), following)
            one = one._replace(top=lane.bars_top + row * self.sizes.bar)
            edges[row] = max(one.right, one.name_left + self.sizes.measure_bar(one.name.text))
            if edges[row] >= 0 and min(one.left, one.name_left) <= view.width:
                seen.append(one)
        return seen

    def _seen_bar(self, bar: Bar, view: View, edge: float, following: Bar | None) -> SeenBar:
        """A bar with its name between what stands before it in its row and what follows."""
        gap, measure = self.sizes.metrics.gap, self.sizes.measure_bar
        left, right = view.x(bar.first), view.x(bar.last)
        end = view.width
        if following is not None:
            before = bar_rows.room_before(following, self.base, measure, gap, self.end)
            end = min(end, view.x(following.first) - before - gap)
        shown = min(right, view.width) - max(left, 0.0)
        room = (left - max(edge, 0.0) - gap, end - right)
        name = bar_rows.name_of(bar, shown, room, measure, gap)
        starts = {
            "in": max(left, 0.0) + gap,
            "after": right + gap / 2,
            "before": left - gap / 2 - measure(name.text),
        }
        return SeenBar(bar, left, right, 0.0, name, starts[name.place] if name.text else left)


def _following(placed: Sequence[bar_rows.Placed], number: int) -> Bar | None:
    """The next bar of the same row."""
    row = placed[number].row
    return next((other.bar for other in placed[number + 1 :] if other.row == row), None)


def _by_lane(marks: Sequence[Mark], order: Sequence[str]) -> dict[str, array[int]]:
    lanes = {name: array("i") for name in order}
    for index, mark in enumerate(marks):
        if mark.lane in lanes:
            lanes[mark.lane].append(index)
    return lanes


def share(rows: int, wants: Mapping[str, tuple[float, int]]) -> dict[str, int]:
    """Share out rows: one for each lane, the others where there is most to say for each row.

    >>> share(6, {"courts": (12.0, 9), "Congress": (3.0, 2), "debate": (6.0, 5)})
    {'courts': 3, 'Congress': 1, 'debate': 2}
    """
    given = dict.fromkeys(wants, 1)
    for _ in range(max(0, rows - len(wants))):
        open_lanes = [name for name in wants if given[name] < wants[name][1]]
        if not open_lanes:
            break
        neediest = max(open_lanes, key=lambda name: wants[name][0] / given[name])
        given[neediest] += 1
    return given
