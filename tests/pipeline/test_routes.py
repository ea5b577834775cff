"""Lines run at right angles, round foreign boxes, and never on one another."""

from __future__ import annotations

from itertools import pairwise

import pytest

from explorer.pipeline.routes import Leg, Point, Route, cell, route

SIZE = (8, 6)


def only(lines: dict[str, tuple[Point, Point]], boxes: set[Point]) -> Route:
    (one,) = route(lines, boxes, SIZE)
    return one


def cells(one: Route) -> set[tuple[float, float]]:
    """The cells whose middle a route runs through."""
    found: set[tuple[float, float]] = set()
    for leg in one.legs:
        for along in range(SIZE[0] + 1):
            if leg.low <= along <= leg.high:
                found.add((leg.at, along) if leg.upright else (along, leg.at))
    return found


def test_neighbors_in_a_row_are_joined_by_one_straight_line() -> None:
    one = only({"a": (cell(0, 0), cell(1, 0))}, {cell(0, 0), cell(1, 0)})
    assert [leg.upright for leg in one.legs] == [False]


def test_a_line_goes_round_a_box_that_is_in_the_way() -> None:
    boxes = {cell(0, 0), cell(1, 0), cell(2, 0)}
    one = only({"a": (cell(0, 0), cell(2, 0))}, boxes)
    assert len(one.legs) > 1
    assert cell(1, 0) not in cells(one)


def test_a_line_leaves_at_the_right_rather_than_at_the_left() -> None:
    one = only({"a": (cell(0, 0), cell(2, 2))}, {cell(0, 0), cell(2, 2)})
    assert one.legs[0].end > one.legs[0].start


def test_legs_join_at_right_angles() -> None:
    one = only({"a": (cell(0, 0), cell(2, 2))}, {cell(0, 0), cell(2, 2)})
    for before, after in pairwise(one.legs):
        assert before.upright != after.upright
        assert before.end == after.at
        assert before.at == after.start


def test_lines_that_share_a_channel_have_a_track_each() -> None:
    top, bottom = cell(0, 0), cell(3, 2)
    boxes = {top, bottom, cell(0, 1)}
    routes = route({"a": (top, bottom), "b": (cell(0, 1), bottom)}, boxes, SIZE)
    legs: list[tuple[str, Leg]] = [(one.line, leg) for one in routes for leg in one.legs]
    for name, leg in legs:
        for other_name, other in legs:
            same = (leg.upright, leg.at) == (other.upright, other.at)
            meet = leg.low <= other.high and other.low <= leg.high
            if name < other_name and same and meet:
                assert leg.track != other.track


def test_a_line_laid_by_hand_keeps_its_way_points() -> None:
    source, target = cell(0, 0), cell(2, 0)
    laid = {"a": [(source[0], 2), (target[0], 2)]}
    (one,) = route({"a": (source, target)}, {source, target}, SIZE, laid)
    assert [(leg.upright, leg.at) for leg in one.legs] == [(True, 1), (False, 2), (True, 5)]


def test_way_points_that_do_not_turn_at_right_angles_are_refused() -> None:
    with pytest.raises(ValueError, match="right angles"):
        route({"a": (cell(0, 0), cell(2, 2))}, set(), SIZE, {"a": [(4, 4)]})


def test_a_box_that_is_walled_in_is_said_to_have_no_way() -> None:
    walls = {(x, y) for x in range(9) for y in range(7)} - {cell(0, 0)}
    with pytest.raises(ValueError, match="no way"):
        route({"a": (cell(0, 0), cell(3, 2))}, walls - {cell(3, 2)}, SIZE)


def test_many_lines_in_one_channel_have_a_track_each_and_do_not_cross() -> None:
    rows = range(8)
    size = (4, 16)
    boxes = {cell(column, row) for column in (0, 1) for row in rows}
    ends = {f"{row}": (cell(0, row), cell(1, (row + 4) % 8)) for row in rows}
    laid = {name: [(2, ends[name][0][1]), (2, ends[name][1][1])] for name in ends}
    routes = route(ends, boxes, size, laid)
    upright = [one.legs[1] for one in routes]
    for number, leg in enumerate(upright):
        for other in upright[number + 1 :]:
            assert leg.track != other.track or leg.high < other.low or other.high < leg.low
    down = [leg.track for leg in upright if leg.end > leg.start]
    assert down == sorted(down, reverse=True)  # the one that starts lowest turns first
