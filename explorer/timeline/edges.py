"""Titles at the edges of a view: on the side of their mark where more of them can be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from explorer.timeline.layout import Metrics
from explorer.timeline.seen import Seen


def turned(
    row: Sequence[Seen],
    width: float,
    free: Callable[[int], tuple[float, float]],
    metrics: Metrics,
) -> list[Seen]:
    """The titles of one row of a view *width* pixels wide, those cut by an edge turned if it helps.

    *free* tells the room to the left and to the right of the mark of one of them. A title whose
    mark is out of view stays where it is.
    """
    found = list(row)
    for number, seen in enumerate(found):
        if not 0 <= seen.x <= width or (seen.left >= 0 and seen.right <= width):
            continue
        found[number] = _turn(found, number, width, free(number), metrics)
    return [_with_room(found, number, metrics.gap) for number in range(len(found))]


def _turn(
    row: Sequence[Seen],
    number: int,
    width: float,
    free: tuple[float, float],
    metrics: Metrics,
) -> Seen:
    """The title on the other side, if it is cut where it stands and shows more of itself there."""
    seen, mark = row[number], metrics.mark
    if seen.slot.leftward:
        before = row[number + 1].left - metrics.gap if number + 1 < len(row) else width
        room = min(free[1], before - seen.x, width - seen.x, seen.width)
        if seen.left >= 0 or room <= seen.x:
            return seen
        return seen._replace(left=seen.x - mark, right=seen.x + room, turned=True, room=0.0)
    behind = row[number - 1].right + metrics.gap if number else 0.0
    room = min(free[0], seen.x - behind, seen.x, seen.width)
    if seen.right <= width or room <= width - seen.x:
        return seen
    return seen._replace(left=seen.x - room, right=seen.x + mark, turned=True, room=0.0)


def _with_room(row: Sequence[Seen], number: int, gap: float) -> Seen:
    """Nothing behind a title where the next one was turned."""
    seen = row[number]
    if number + 1 < len(row) and row[number + 1].turned and seen.room:
        return seen._replace(room=max(0.0, min(seen.room, row[number + 1].left - seen.right - gap)))
    return seen
