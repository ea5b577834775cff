"""Marks on the axis, from decades to days."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.ticks import STEPS, Unit, step_for, ticks

ROOM: dict[Unit, float] = {"year": 40.0, "month": 34.0, "day": 24.0}


def names(first: date, last: date, scale: float) -> list[str]:
    found = ticks(first, last, step_for(scale, ROOM))
    return [f"{tick.names} {tick.day}" for tick in found]


def test_four_decades_are_marked_by_years() -> None:
    found = names(date(1986, 1, 1), date(2025, 12, 31), 0.08)
    assert found[:2] == ["year 1986-01-01", "year 1988-01-01"]


def test_a_year_is_marked_by_months_and_january_names_the_year() -> None:
    found = names(date(2011, 1, 1), date(2011, 12, 31), 3.0)
    assert found[:2] == ["year 2011-01-01", "month 2011-02-01"]
    assert len(found) == 12


def test_quarters_begin_in_january_april_july_and_october() -> None:
    found = ticks(date(2010, 1, 1), date(2011, 12, 31), step_for(0.5, ROOM))
    assert [tick.day.month for tick in found] == [1, 4, 7, 10, 1, 4, 7, 10]


def test_a_week_is_marked_by_days_and_the_first_names_the_month() -> None:
    found = names(date(2011, 7, 30), date(2011, 8, 2), 150.0)
    assert found == [
        "day 2011-07-30",
        "day 2011-07-31",
        "month 2011-08-01",
        "day 2011-08-02",
    ]


def test_weeks_begin_anew_with_each_month() -> None:
    found = ticks(date(2011, 2, 1), date(2011, 3, 31), step_for(6.0, ROOM))
    assert [tick.day.day for tick in found] == [1, 8, 15, 22, 1, 8, 15, 22]


def test_decades_are_marked_where_years_have_no_room() -> None:
    assert step_for(0.012, ROOM).every == 10


@given(st.floats(0.0045, 200), st.dates(date(1800, 1, 1), date(2090, 1, 1)))
def test_labels_never_touch_and_ticks_are_in_order(scale: float, first: date) -> None:
    last = date.fromordinal(min(first.toordinal() + int(1200 / scale), date.max.toordinal()))
    found = ticks(first, last, step_for(scale, ROOM))
    assert all(first <= tick.day <= last for tick in found)
    for one, other in pairwise(found):
        distance = (other.day - one.day).days * scale
        assert distance >= ROOM[one.names]


def test_steps_grow() -> None:
    assert all(one.days < other.days for one, other in pairwise(STEPS))
