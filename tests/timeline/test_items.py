"""Events, programs and terms as they stand on the axis."""

from __future__ import annotations

from datetime import date

import pytest

from explorer.content.library import Library
from explorer.timeline.items import busiest_years, contents, first_years


def mark(library: Library, name: str):  # type: ignore[no-untyped-def]
    return next(m for m in contents(library).marks if m.ref == f"event:{name}")


def test_a_day_stands_at_its_noon(library: Library) -> None:
    assert mark(library, "2008-river-check").day == date(2008, 10, 27).toordinal() + 0.5


def test_a_month_stands_in_its_middle_and_is_as_wide_as_the_month(library: Library) -> None:
    found = mark(library, "2009-town-rule")
    assert (found.first, found.last) == (
        date(2009, 5, 1).toordinal(),
        date(2009, 6, 1).toordinal(),
    )
    assert found.day == (found.first + found.last) / 2


def test_a_run_of_steps_ends_with_its_last_day(library: Library) -> None:
    found = mark(library, "2012-papers-write")
    assert found.until == date(2012, 7, 1).toordinal()
    assert found.until > found.last


def test_the_years_are_whole(library: Library) -> None:
    made = contents(library)
    assert (made.start, made.end) == (date(2008, 1, 1), date(2014, 12, 31))


def test_events_stand_by_date(bundled: Library) -> None:
    days = [mark.day for mark in contents(bundled).marks]
    assert days == sorted(days)


def test_a_program_without_end_goes_on_to_the_end_of_the_axis(bundled: Library) -> None:
    made = contents(bundled)
    for bar in made.bars:
        assert bar.goes_on == (bar.end is None)
        assert bar.first < bar.last <= made.span[1]


def test_of_main_events_those_with_many_ties_go_first(bundled: Library) -> None:
    ranks = {mark.ref: mark.rank for mark in contents(bundled).marks}
    best = max(
        (event for event in bundled.events.values() if event.lane == "federal policy"),
        key=lambda event: ranks[f"event:{event.id}"],
    )
    assert best.significance == 3
    for event in bundled.events.values():
        assert event.significance <= ranks[f"event:{event.id}"] < event.significance + 1
        assert event.significance == 3 or ranks[f"event:{event.id}"] == event.significance


def test_terms_name_presidents_and_no_party(bundled: Library) -> None:
    made = contents(bundled)
    assert {term.name for term in made.terms} >= {"Ronald Reagan", "Barack Obama"}
    assert all("(" not in term.name for term in made.terms)


def test_the_first_years_are_the_busiest_where_the_moment_is_in_them(bundled: Library) -> None:
    made = contents(bundled)
    assert first_years(made, date(2011, 8, 5)) == busiest_years(made)


@pytest.mark.parametrize("moment", [date(1986, 11, 6), date(1996, 9, 30), date(2025, 1, 20)])
def test_the_first_years_move_to_a_moment_beyond_them(bundled: Library, moment: date) -> None:
    made = contents(bundled)
    first, last = first_years(made, moment)
    busiest = busiest_years(made)
    assert first <= moment <= last
    assert last.year - first.year == busiest[1].year - busiest[0].year
    assert made.start <= first
    assert last <= made.end
