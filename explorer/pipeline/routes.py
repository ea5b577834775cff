"""Lines that run at right angles between boxes, each in a track of its own.

Everything happens on a grid of half cells: a box in column ``c`` and row ``r`` stands at
``(2c + 1, 2r + 1)``; even numbers are the channels between boxes. No size is known here, so a
route depends neither on the window nor on the date.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations, pairwise, permutations

import msgspec

Point = tuple[int, int]
_STEPS = ((1, 0), (0, 1), (0, -1), (-1, 0))
_BEND, _BACKWARDS, _UP_OR_DOWN, _THROUGH_CELL, _SHARED = 1.5, 2.5, 0.3, 0.3, 0.4
_INSET = 0.6  # a line ends at the side of its box, not in the middle
_MANY = 6  # up to so many neighbors all orders are tried


class Leg(msgspec.Struct, frozen=True):
    """A straight part of a route: at ``at`` across, from ``start`` to ``end`` along."""

    upright: bool
    at: int
    start: float
    end: float
    track: int = 0
    tracks: int = 1  # how many run side by side here

    @property
    def low(self) -> float:
        """The nearer end along."""
        return min(self.start, self.end)

    @property
    def high(self) -> float:
        """The farther end along."""
        return max(self.start, self.end)


class Route(msgspec.Struct, frozen=True):
    """One line from box to box as legs that turn at right angles."""

    line: str
    source: Point
    target: Point
    legs: tuple[Leg, ...]


def cell(column: float, row: float) -> Point:
    """Where a column and row stand on the grid of half cells.

    >>> cell(3, 0), cell(3.5, 1)
    ((7, 1), (8, 3))
    """
    return round(2 * column) + 1, round(2 * row) + 1


def route(
    lines: Mapping[str, tuple[Point, Point]],
    boxes: Collection[Point],
    size: Point,
    via: Mapping[str, Sequence[Point]] | None = None,
) -> tuple[Route, ...]:
    """A way for every line, round all boxes that are not its own, and a track for every leg.

    *via* gives the way-points of lines that were laid by hand; the others take the cheapest way.
    """
    used: dict[tuple[Point, Point], int] = {}
    laid = via or {}
    routes = []
    for line, (source, target) in lines.items():
        if line in laid:
            path = [source, *laid[line], target]
        else:
            path = _cheapest(source, target, frozenset(boxes), size, used)
        for step in pairwise(_every_point(path)):
            used[_key(*step)] = used.get(_key(*step), 0) + 1
        routes.append(Route(line, source, target, _legs(path)))
    return _in_tracks(routes)


# ------------------------------------------------------------------------- the cheapest way


def _cheapest(
    source: Point,
    target: Point,
    boxes: frozenset[Point],
    size: Point,
    used: Mapping[tuple[Point, Point], int],
) -> list[Point]:
    """The points of the cheapest way: short, few bends, forwards, and rarely shared."""
    start = (0.0, source, (0, 0))
    best: dict[tuple[Point, Point], float] = {(source, (0, 0)): 0.0}
    came: dict[tuple[Point, Point], tuple[Point, Point]] = {}
    queue = [start]
    while queue:
        cost, point, way = heapq.heappop(queue)
        if point == target:
            return _walk_back(came, (point, way))
        if cost > best[point, way]:
            continue
        for step in _STEPS:
            after = (point[0] + step[0], point[1] + step[1])
            if not (0 <= after[0] <= size[0] and 0 <= after[1] <= size[1]):
                continue
            if after in boxes and after != target:
                continue
            price = cost + _price(point, after, way, step, source, used)
            if price < best.get((after, step), float("inf")):
                best[after, step] = price
                came[after, step] = (point, way)
                heapq.heappush(queue, (price, after, step))
    raise ValueError(f"no way from {source} to {target}")


def _price(
    point: Point,
    after: Point,
    way: Point,
    step: Point,
    source: Point,
    used: Mapping[tuple[Point, Point], int],
) -> float:
    price = 1.0 + _SHARED * used.get(_key(point, after), 0)
    if way not in ((0, 0), step):
        price += _BEND if (step[0] + way[0], step[1] + way[1]) != (0, 0) else 99.0
    if point == source:
        price += _BACKWARDS if step == (-1, 0) else _UP_OR_DOWN if step[0] == 0 else 0.0
    if after[0] % 2 and after[1] % 2:
        price += _THROUGH_CELL
    return price


def _walk_back(
    came: Mapping[tuple[Point, Point], tuple[Point, Point]], last: tuple[Point, Point]
) -> list[Point]:
    points = [last[0]]
    while last in came:
        last = came[last]
        points.append(last[0])
    return points[::-1]


def _key(one: Point, other: Point) -> tuple[Point, Point]:
    return (one, other) if one < other else (other, one)


def _every_point(path: Sequence[Point]) -> list[Point]:
    """All grid points along a way of corners."""
    points = [path[0]]
    for start, end in pairwise(path):
        if start[0] != end[0] and start[1] != end[1]:
            raise ValueError(f"a way turns at right angles, unlike {start} to {end}")
        across, along = _sign(end[0] - start[0]), _sign(end[1] - start[1])
        while points[-1] != end:
            points.append((points[-1][0] + across, points[-1][1] + along))
    return points


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _legs(path: Sequence[Point]) -> tuple[Leg, ...]:
    corners = [path[0]]
    points = _every_point(path)
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        if (before[0] == here[0]) != (here[0] == after[0]):
            corners.append(here)
    corners.append(path[-1])
    legs = [
        Leg(True, a[0], a[1], b[1]) if a[0] == b[0] else Leg(False, a[1], a[0], b[0])
        for a, b in pairwise(corners)
    ]
    legs[0] = msgspec.structs.replace(
        legs[0], start=legs[0].start + _INSET * _sign(legs[0].end - legs[0].start)
    )
    legs[-1] = msgspec.structs.replace(
        legs[-1], end=legs[-1].end - _INSET * _sign(legs[-1].end - legs[-1].start)
    )
    return tuple(legs)


# ----------------------------------------------------------------------------------- tracks


class _Part(msgspec.Struct, frozen=True):
    """A leg, and where the route comes from and goes to at its ends (-1, 0 or 1 across)."""

    number: tuple[int, int]  # which route, which leg
    low: float
    high: float
    at_low: int
    at_high: int

    def meets(self, other: _Part) -> bool:
        return self.low <= other.high and other.low <= self.high


def _in_tracks(routes: Sequence[Route]) -> tuple[Route, ...]:
    """The same routes, with legs that would lie on one another side by side."""
    channels: dict[tuple[bool, int], list[_Part]] = {}
    for number, one in enumerate(routes):
        for index, leg in enumerate(one.legs):
            part = _part(one, (number, index))
            channels.setdefault((leg.upright, leg.at), []).append(part)
    tracks: dict[tuple[int, int], tuple[int, int]] = {}
    for parts in channels.values():
        for cluster in _clusters(parts):
            tracks |= _tracks(_ordered(cluster))
    return tuple(
        msgspec.structs.replace(
            one,
            legs=tuple(
                msgspec.structs.replace(leg, track=tracks[n, i][0], tracks=tracks[n, i][1])
                for i, leg in enumerate(one.legs)
            ),
        )
        for n, one in enumerate(routes)
    )


def _part(one: Route, number: tuple[int, int]) -> _Part:
    index = number[1]
    leg = one.legs[index]
    before = one.legs[index - 1] if index else None
    after = one.legs[index + 1] if index + 1 < len(one.legs) else None
    from_side = -_sign(before.end - before.start) if before else 0
    to_side = _sign(after.end - after.start) if after else 0
    if leg.start <= leg.end:
        return _Part(number, leg.low, leg.high, from_side, to_side)
    return _Part(number, leg.low, leg.high, to_side, from_side)


def _clusters(parts: Iterable[_Part]) -> list[list[_Part]]:
    """Legs of one channel in groups that touch one another along it."""
    clusters: list[list[_Part]] = []
    reach = float("-inf")
    for part in sorted(parts, key=lambda part: (part.low, part.high, part.number)):
        if part.low > reach:
            clusters.append([])
        clusters[-1].append(part)
        reach = max(reach, part.high) if len(clusters[-1]) > 1 else part.high
    return clusters


def _ordered(cluster: list[_Part]) -> list[_Part]:
    """The legs of a cluster from one side of the channel to the other, with few crossings."""
    if len(cluster) <= _MANY:
        return list(min(permutations(cluster), key=_crossings))
    order: list[_Part] = []
    for part in sorted(cluster, key=lambda part: part.low - part.high):  # the longest first
        places = [[*order[:at], part, *order[at:]] for at in range(len(order) + 1)]
        order = min(places, key=_crossings)
    return order


def _crossings(order: Iterable[_Part]) -> int:
    """How often the ends of legs in this order run across a neighbor."""
    count = 0
    for one, other in combinations(order, 2):
        count += _runs_across(one, other, 1) + _runs_across(other, one, -1)
    return count


def _runs_across(one: _Part, other: _Part, side: int) -> int:
    ends = ((one.low, one.at_low), (one.high, one.at_high))
    return sum(way == side and other.low <= at <= other.high for at, way in ends)


def _tracks(order: Sequence[_Part]) -> dict[tuple[int, int], tuple[int, int]]:
    """The track of each leg; legs that do not meet may share one."""
    track: dict[tuple[int, int], int] = {}
    for index, part in enumerate(order):
        before = [track[one.number] for one in order[:index] if one.meets(part)]
        track[part.number] = max(before, default=-1) + 1
    many = max(track.values()) + 1
    return {number: (place, many) for number, place in track.items()}
