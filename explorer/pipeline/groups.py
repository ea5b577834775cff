"""Steps that fold together in the full diagram, inside the room that is kept for them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from explorer.content.library import Library
from explorer.pipeline.layout import Layout, Line, Measure, Placed, Plan, Rect, Spot, broken
from explorer.pipeline.routes import cell

Points = tuple[tuple[float, float], ...]


class Cluster(NamedTuple):
    """Members of a group that stand side by side, with nothing else between them."""

    id: str
    group: str
    members: tuple[str, ...]


def open_groups(library: Library, turned: Collection[str]) -> frozenset[str]:
    """The groups that are open: as the content has them at first, but for those *turned*."""
    return frozenset(
        name for name, group in library.groups.items() if group.open_at_first != (name in turned)
    )


def clusters(library: Library, plan: Plan) -> tuple[Cluster, ...]:
    """Where a group can fold: its members that share a free rectangle; the others stay boxes."""
    return tuple(
        Cluster(f"{group.id}-{number}" if number else group.id, group.id, members)
        for group in library.groups.values()
        for number, members in enumerate(_together(plan, group.members))
    )


def _together(plan: Plan, members: Sequence[str]) -> Iterator[tuple[str, ...]]:
    left = list(members)
    while left:
        found, waiting = [left[0]], [left[0]]
        while waiting:
            here = waiting.pop()
            near = [name for name in left if name not in found and _beside(plan, here, name)]
            found += near
            waiting += near
        left = [name for name in left if name not in found]
        if len(found) > 1 and _is_free(plan, found):
            yield tuple(name for name in members if name in found)


def _beside(plan: Plan, one: str, other: str) -> bool:
    a, b = plan.spots[one], plan.spots[other]
    return abs(a.column - b.column) + abs(a.row - b.row) == 1


def _is_free(plan: Plan, members: Sequence[str]) -> bool:
    """Whether no foreign box and no foreign line is in the rectangle of some boxes."""
    cells = [cell(plan.spots[name].column, plan.spots[name].row) for name in members]
    left, right = min(x for x, _ in cells) - 0.5, max(x for x, _ in cells) + 0.5
    top, bottom = min(y for _, y in cells) - 0.5, max(y for _, y in cells) + 0.5
    for name, spot in plan.spots.items():
        x, y = cell(spot.column, spot.row)
        if name not in members and left < x < right and top < y < bottom:
            return False
    own = {one.id for one in plan.lines.values() if {one.source, one.target} & set(members)}
    for route in plan.routes:
        for leg in route.legs:
            low, high = (left, right) if leg.upright else (top, bottom)
            first, last = (top, bottom) if leg.upright else (left, right)
            through = low < leg.at < high and leg.low < last and first < leg.high
            if route.line not in own and through:
                return False
    return True


def folded(library: Library, plan: Plan, shown: Collection[str]) -> Plan:
    """The plan with a box in place of the members of every group that is not *shown* open."""
    away = {
        name: cluster
        for cluster in clusters(library, plan)
        if cluster.group not in shown
        for name in cluster.members
    }
    if not away:
        return plan
    spots: dict[str, Spot] = {}
    for name, spot in plan.spots.items():
        if name in away:
            cluster = away[name]
            spots.setdefault(cluster.id, _spot(library, plan, cluster))
        else:
            spots[name] = spot
    home = {name: away[name].id if name in away else name for name in plan.spots}
    lines: dict[str, Line] = {}
    inside: dict[str, str] = dict(plan.inside)
    for line in plan.lines.values():
        source, target = home[line.source], home[line.target]
        if source == target:
            inside.update(dict.fromkeys(line.members, source))
        else:
            lines[line.id] = Line(line.id, source, target, line.members)
    routes = tuple(route for route in plan.routes if route.line in lines)
    return msgspec.structs.replace(
        plan, spots=spots, lines=lines, inside=inside, routes=routes, base=plan
    )


def _spot(library: Library, plan: Plan, cluster: Cluster) -> Spot:
    group = library.groups[cluster.group]
    parts = [plan.spots[name] for name in cluster.members]
    column = sum(part.column for part in parts) / len(parts)
    row = sum(part.row for part in parts) / len(parts)
    named = ", ".join(part.short for part in parts)
    lanes = [part.lane for part in parts]
    lane = max(lanes, key=lanes.count)
    return Spot(cluster.id, named, group.short_label, lane, column, row, cluster.members, group.id)


def fold_layout(plan: Plan, whole: Layout, measure: Measure) -> Layout:
    """The layout of the whole plan with boxes of groups over the places of their members."""
    boxes: dict[str, Placed] = {}
    for name, spot in plan.spots.items():
        if name in whole.boxes:
            boxes[name] = whole.boxes[name]
        else:
            rect = around([whole.boxes[member].rect for member in spot.members])
            boxes[name] = _placed(spot, rect, measure)
    lines = {
        name: _cut(whole.lines[name], boxes[line.source].rect, boxes[line.target].rect)
        for name, line in plan.lines.items()
    }
    return msgspec.structs.replace(whole, boxes=boxes, lines=lines)


def around(rects: Iterable[Rect]) -> Rect:
    """The smallest box that holds some boxes."""
    found = list(rects)
    x, y = min(rect.x for rect in found), min(rect.y for rect in found)
    right, bottom = max(rect.right for rect in found), max(rect.bottom for rect in found)
    return Rect(x, y, right - x, bottom - y)


def _placed(spot: Spot, rect: Rect, measure: Measure) -> Placed:
    height, note_height = measure("x", "label")[1], measure("x", "note")[1]
    room = rect.w - 0.9 * note_height
    label, cut = broken(spot.short, room, 2, measure, "label")
    most = int((rect.h - 0.4 * note_height - len(label) * height) / note_height)
    if not spot.note or most < 1:
        return Placed(rect, label, (), cut or bool(spot.note))
    note, left_out = broken(spot.note, room, most, measure, "note")
    return Placed(rect, label, () if left_out else note, cut or left_out)


def _cut(points: Points, source: Rect, target: Rect) -> Points:
    """A line without what of it runs inside the two boxes that it joins."""
    forward = _from_outside(points, source)
    return tuple(reversed(_from_outside(tuple(reversed(forward)), target)))


def _from_outside(points: Points, box: Rect) -> Points:
    """The line from the last point at which it leaves a box."""
    for number in range(len(points) - 2, -1, -1):
        start, end = points[number], points[number + 1]
        if _holds(box, start) and not _holds(box, end):
            return (_border(box, start, end), *points[number + 1 :])
    return points


def _holds(box: Rect, point: tuple[float, float]) -> bool:
    return box.x <= point[0] <= box.right and box.y <= point[1] <= box.bottom


def _border(box: Rect, start: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    if start[0] == end[0]:
        return start[0], box.bottom if end[1] > start[1] else box.y
    return (box.right if end[0] > start[0] else box.x), start[1]
