"""The keyboard on the diagram: which line it aims at, and the way by which it came."""

from __future__ import annotations

import msgspec

from explorer.pipeline.layout import Line, Plan
from explorer.pipeline.moment import Moment


class Cursor(msgspec.Struct, frozen=True):
    """A box with the keyboard, the line out of it or into it that is aimed at, and the trail."""

    spot: str = ""
    forward: bool = True
    number: int = -1  # of the lines in that direction; -1: none is aimed at
    trail: tuple[str, ...] = ()


def ways(plan: Plan, moment: Moment, spot: str, forward: bool) -> tuple[Line, ...]:
    """The lines out of a box, or into it: those in use first, then the nearest."""
    ahead = 1 if forward else -1

    def order(line: Line) -> tuple[bool, bool, float]:
        far, here = plan.spots[line.target if forward else line.source], plan.spots[spot]
        return (
            moment.line_status(line) == "off",
            ahead * (far.column - here.column) < 0,
            abs(far.row - here.row),
        )

    found = plan.leaving(spot) if forward else plan.entering(spot)
    return tuple(sorted(found, key=order))


def turned(cursor: Cursor, plan: Plan, moment: Moment, forward: bool) -> Cursor:
    """The cursor aimed at the next line out of its box, or into it, and at the first after all."""
    many = len(ways(plan, moment, cursor.spot, forward)) if cursor.spot in plan.spots else 0
    number = cursor.number if cursor.forward == forward else -1
    return msgspec.structs.replace(
        cursor, forward=forward, number=(number + 1) % many if many else -1
    )


def aim(cursor: Cursor, plan: Plan, moment: Moment) -> Line | None:
    """The line that the cursor aims at."""
    if cursor.spot not in plan.spots or cursor.number < 0:
        return None
    found = ways(plan, moment, cursor.spot, cursor.forward)
    return found[cursor.number] if cursor.number < len(found) else None


def next_spot(cursor: Cursor, plan: Plan, moment: Moment, forward: bool) -> str:
    """The box at the other end of the aimed line, or of the first one in that direction."""
    found = ways(plan, moment, cursor.spot, forward)
    if not found:
        return cursor.spot
    aimed = aim(cursor, plan, moment) if cursor.forward == forward else None
    line = aimed or found[0]
    return line.target if forward else line.source


def at(cursor: Cursor, spot: str) -> Cursor:
    """The cursor on another box; where it came from enters the trail."""
    if spot == cursor.spot:
        return cursor
    trail = (*cursor.trail, cursor.spot) if cursor.spot else cursor.trail
    return Cursor(spot, trail=trail[-200:])


def back(cursor: Cursor) -> Cursor:
    """The cursor on the box from which it came."""
    if not cursor.trail:
        return cursor
    return Cursor(cursor.trail[-1], trail=cursor.trail[:-1])
