"""Documented limits and agreements on a day."""

from __future__ import annotations

from datetime import date

from explorer.content.library import Library
from explorer.places.layers import SNAPSHOT_DAY, agreements_on, limits_on, starts


def test_a_limit_is_drawn_from_its_day_in_force(bundled: Library) -> None:
    def begun(day: date) -> set[str]:
        return {mark.limit.jurisdiction for mark in limits_on(bundled, day)}

    assert "California" not in begun(date(2013, 12, 31))
    assert "California" in begun(date(2014, 1, 1))
    assert "Cook County" in begun(date(2011, 9, 7))
    assert "Cook County" not in begun(date(2011, 9, 6))


def test_where_the_day_in_force_was_not_read_the_adoption_stands_and_is_marked(
    bundled: Library,
) -> None:
    marks = limits_on(bundled, date(2017, 12, 31))
    for mark in marks:
        assert mark.is_by_adoption == (mark.limit.in_force_from is None)
    assert any(mark.is_by_adoption for mark in marks)


def test_a_limit_of_a_whole_state_stands_at_the_state(bundled: Library) -> None:
    marks = limits_on(bundled, date(2017, 12, 31))
    states = {mark.limit.state: mark.fips for mark in marks if mark.is_whole_state}
    assert states == {"CA": "06", "CT": "09", "DC": "11"}


def test_every_limit_that_has_a_date_is_drawn_in_the_end(bundled: Library) -> None:
    dated = [row for row in bundled.limits() if starts(row) is not None]
    assert [mark.limit for mark in limits_on(bundled, date(2020, 1, 1))] == dated


def test_after_the_last_evidence_an_agreement_is_unknown_and_never_ended(bundled: Library) -> None:
    for day in (date(2009, 1, 1), date(2013, 6, 1), date(2017, 8, 1), date(2020, 1, 1)):
        for mark in agreements_on(bundled, day):
            seen = mark.agreement.last_evidence_on
            assert (mark.state == "known") == (seen is not None and day <= seen.last)


def test_the_list_of_july_2025_is_drawn_on_its_day_only(bundled: Library) -> None:
    def listed(day: date) -> int:
        return sum(mark.agreement.series != "2002-2017" for mark in agreements_on(bundled, day))

    assert listed(SNAPSHOT_DAY) == 832
    assert listed(date(2025, 7, 17)) == listed(date(2025, 7, 19)) == listed(date(2015, 1, 1)) == 0


def test_77_agencies_had_signed_by_october_2010(bundled: Library) -> None:
    assert len(agreements_on(bundled, date(2010, 10, 31))) == 77
