"""Bars of programs: rows, names, and which give way where there is little room."""

from __future__ import annotations

from explorer.content.dates import When
from explorer.timeline.bars import name_of, pack
from explorer.timeline.items import Bar


def bar(name: str, first: float, last: float, weight: int = 1) -> Bar:
    day = When("2010-01-01")
    return Bar(f"program:{name}", name, name[:3], first, last, False, weight, day, day, ())


def rows(*bars: Bar, most: int | None = None) -> dict[str, int]:
    packed = pack(bars, 1.0, len, 2.0, 1000.0, most)
    return {placed.bar.name: placed.row for placed in packed.placed}


def test_bars_that_overlap_have_rows_of_their_own() -> None:
    assert rows(bar("first", 0, 100), bar("second", 50, 200)) == {"first": 0, "second": 1}


def test_a_row_is_used_again_after_a_bar_has_ended() -> None:
    found = rows(bar("first", 0, 100), bar("second", 50, 200), bar("third", 120, 300))
    assert found == {"first": 0, "second": 1, "third": 0}


def test_a_short_bar_keeps_room_for_its_short_name() -> None:
    assert rows(bar("short", 0, 2), bar("next", 5, 90))["next"] == 1
    assert rows(bar("short", 0, 2), bar("next", 20, 90))["next"] == 0


def test_a_short_bar_at_the_end_of_the_axis_has_its_name_before_it() -> None:
    assert rows(bar("early", 0, 994), bar("late", 998, 1000))["late"] == 1
    assert rows(bar("early", 0, 900), bar("late", 998, 1000))["late"] == 0


def test_the_weightiest_bars_stay_where_rows_are_few() -> None:
    bars = (bar("minor", 0, 100, 1), bar("major", 0, 100, 9), bar("middle", 0, 100, 5))
    packed = pack(bars, 1.0, len, 2.0, 1000.0, 2)
    assert {placed.bar.name for placed in packed.placed} == {"major", "middle"}
    assert [one.name for one in packed.left_over] == ["minor"]


def test_bars_in_force_on_the_day_come_before_weightier_ones() -> None:
    bars = (bar("past", 0, 90, 9), bar("long", 0, 2000, 20), bar("of its time", 100, 400, 5))
    kept = {
        day: {placed.bar.name for placed in pack(bars, 1.0, len, 2.0, 2000.0, 1, day).placed}
        for day in (None, 200.0, 1000.0)
    }
    assert kept == {None: {"long"}, 200.0: {"of its time", "past"}, 1000.0: {"long"}}


def test_rows_are_ordered_by_their_first_bar() -> None:
    assert rows(bar("later", 50, 100, 9), bar("earlier", 0, 100, 1), most=2) == {
        "earlier": 0,
        "later": 1,
    }


def test_a_name_is_inside_its_bar_if_it_fits_and_beside_it_if_not() -> None:
    one = bar("a long name", 0, 10)
    assert name_of(one, 40, (0, 0), len, 2) == ("a long name", "in")
    assert name_of(one, 8, (0, 0), len, 2) == ("a l", "in")
    assert name_of(one, 2, (0, 40), len, 2) == ("a long name", "after")
    assert name_of(one, 2, (40, 0), len, 2) == ("a long name", "before")
    assert name_of(one, 2, (0, 0), len, 2).text == ""
