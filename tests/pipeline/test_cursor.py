"""The keyboard aims at every line of a box in turn, follows it, and comes back."""

from __future__ import annotations

from datetime import date

import pytest

from explorer.content.library import Library
from explorer.pipeline.cursor import Cursor, aim, at, back, next_spot, turned, ways
from explorer.pipeline.layout import Plan, full
from explorer.pipeline.moment import Moment, moment_on


@pytest.fixture(scope="module")
def plan(bundled: Library) -> Plan:
    return full(bundled)


@pytest.fixture(scope="module")
def moment(bundled: Library) -> Moment:
    return moment_on(bundled, date(2014, 12, 1))


@pytest.mark.parametrize("forward", [True, False])
def test_every_line_of_every_box_is_aimed_at_in_turn(
    plan: Plan, moment: Moment, forward: bool
) -> None:
    for spot in plan.spots:
        cursor, seen = Cursor(spot), []
        lines = plan.leaving(spot) if forward else plan.entering(spot)
        for _ in lines:
            cursor = turned(cursor, plan, moment, forward)
            line = aim(cursor, plan, moment)
            assert line is not None
            seen.append(line.id)
            far = line.target if forward else line.source
            assert next_spot(cursor, plan, moment, forward) == far
        assert sorted(seen) == sorted(line.id for line in lines)


def test_lines_in_use_come_before_the_others(plan: Plan, moment: Moment) -> None:
    for spot in plan.spots:
        off = [moment.line_status(line) == "off" for line in ways(plan, moment, spot, True)]
        assert off == sorted(off)


def test_the_way_back_is_the_way_that_was_taken(plan: Plan, moment: Moment) -> None:
    cursor = Cursor("booking")
    taken = ["booking"]
    for _ in range(4):
        cursor = at(cursor, next_spot(cursor, plan, moment, True))
        taken.append(cursor.spot)
    for spot in reversed(taken[:-1]):
        cursor = back(cursor)
        assert cursor.spot == spot
    assert back(cursor) == cursor


def test_a_box_without_lines_aims_at_nothing(plan: Plan, moment: Moment) -> None:
    cursor = turned(Cursor("removal"), plan, moment, True)
    assert aim(cursor, plan, moment) is None
    assert next_spot(cursor, plan, moment, True) == "removal"
