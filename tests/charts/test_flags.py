"""Events on the time axis of a chart: those that belong to it, where they have room."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.charts import flags, specs
from explorer.content.dates import When
from explorer.content.library import Library
from explorer.content.model import Event

FIRST, LAST = date(2005, 1, 1), date(2015, 1, 1)


def event(name: str, day: date, title: str = "A title of some length") -> Event:
    return Event(
        id=name,
        title=title,
        date=When(day.isoformat()),
        lane="courts",
        summary="",
        significance=3,
        sources=("a",),
        confidence="high",
    )


def measure(text: str) -> float:
    return 6.0 * len(text)


titles = st.text("abc ", min_size=1, max_size=50)
some = st.lists(st.tuples(st.dates(date(2004, 1, 1), date(2016, 1, 1)), titles), max_size=20)


@given(some, st.floats(50, 2000), st.integers(1, 3))
def test_no_words_lie_on_others_and_all_are_inside(
    days: list[tuple[date, str]], width: float, rows: int
) -> None:
    found = [event(f"e{n}", day, title) for n, (day, title) in enumerate(days)]
    placed = flags.lay_out(found, FIRST, LAST, width, measure, rows)
    told = [flag for flag in placed if flag.label]
    for flag in told:
        assert flag.left >= 0
        assert flag.right <= width
        assert flag.right - flag.left == pytest.approx(measure(flag.label))
    assert all(flag.row < rows for flag in told)
    for one, other in combinations(told, 2):
        if one.row == other.row:
            assert one.right <= other.left or other.right <= one.left
        upper, lower = sorted((one, other), key=lambda flag: flag.row)
        assert not lower.left < upper.x < lower.right  # its line goes down past the rows below


@given(some, st.floats(50, 2000))
def test_marks_stand_in_order_of_time_and_leave_room(
    days: list[tuple[date, str]], width: float
) -> None:
    found = [event(f"e{n}", day, title) for n, (day, title) in enumerate(days)]
    placed = flags.lay_out(found, FIRST, LAST, width, measure)
    assert [flag.x for flag in placed] == sorted(flag.x for flag in placed)
    assert len(placed) <= max(width / flags.ROOM, 1)
    assert all(0 <= flag.x <= width for flag in placed)
    inside = [one for one in found if FIRST <= one.date.first <= LAST]
    kept = {flag.event.id for flag in placed}
    assert kept == {one.id for one in inside[: len(kept)]}  # the first by priority


def test_the_first_by_priority_get_their_words() -> None:
    day = date(2010, 1, 1)
    found = [event(name, day) for name in ("c", "b", "a")]
    placed = flags.lay_out(found, FIRST, LAST, 300, measure)
    assert {flag.event.id: bool(flag.label) for flag in placed} == {
        "c": True,
        "b": True,
        "a": False,
    }


def test_words_go_to_the_left_where_the_right_has_no_room() -> None:
    (flag,) = flags.lay_out([event("late", date(2014, 12, 1))], FIRST, LAST, 400, measure)
    assert flag.right < flag.x


# ----------------------------------------------------------------------------------- which events


def test_events_that_the_series_measure_come_first(library: Library) -> None:
    found = flags.events(library, specs.drawing(library, "chart:boats"))
    assert found
    assert found[0].id == "2008-river-check"


def test_no_event_outside_the_years_of_a_chart(bundled: Library) -> None:
    for name in bundled.charts:
        drawing = specs.drawing(bundled, f"chart:{name}")
        first, last = specs.span(drawing)
        found = flags.events(bundled, drawing)
        assert len(found) <= flags.MOST
        assert len({one.id for one in found}) == len(found)
        assert all(first <= one.date.middle <= last for one in found)
        assert bool(found) == (drawing.kind != "categories"), name


def test_bars_have_no_axis_for_events(bundled: Library) -> None:
    assert flags.events(bundled, specs.drawing(bundled, "chart:offenses-2013")) == ()


def test_the_end_of_the_task_force_model_stands_on_the_287g_chart(bundled: Library) -> None:
    found = flags.events(bundled, specs.drawing(bundled, "chart:agreements-287g"))
    assert "2012-287g-taskforce-end" in {one.id for one in found}
