"""Two charts on one time axis: only where both have years, and some years in common."""

from __future__ import annotations

from datetime import date

from hypothesis import given

from explorer.charts import specs
from explorer.charts.specs import Track
from explorer.charts.together import in_time, pair, partners
from explorer.content.library import Library
from tests.charts.made import drawing, several, track, years


def test_two_charts_share_the_axis_of_both_and_the_years_of_each() -> None:
    one = drawing(track(years({2005: 1, 2010: 2})), ref="chart:one")
    other = drawing(track(years({2008: 1, 2015: 2})), ref="chart:other")
    found = pair(one, other)
    assert found.reason is None
    assert (found.first, found.last) == (date(2004, 10, 1), date(2015, 9, 30))
    assert (found.shared_first, found.shared_last) == (date(2007, 10, 1), date(2010, 9, 30))


def test_charts_that_cannot_stand_together_say_why() -> None:
    one = drawing(track(years({2005: 1, 2006: 2})), ref="chart:one")
    late = drawing(track(years({2010: 1, 2011: 2})), ref="chart:late")
    bars = drawing(track(years({2005: 1})), ref="chart:bars", kind="categories")
    empty = drawing(ref="chart:empty")
    assert pair(one, one).reason == "same"
    assert pair(one, late).reason == "no-shared-years"
    assert pair(one, bars).reason == "not-in-time"
    assert pair(bars, one).reason == "not-in-time"
    assert pair(one, empty).reason == "not-in-time"


@given(several(), several())
def test_what_two_charts_share_lies_in_both(ones: list[Track], others: list[Track]) -> None:
    one, other = drawing(*ones, ref="chart:a"), drawing(*others, ref="chart:b")
    there, back = pair(one, other), pair(other, one)
    assert (there.reason, there.first, there.last) == (back.reason, back.first, back.last)
    assert there.first is not None
    assert there.last is not None
    for first, last in (specs.span(one), specs.span(other)):
        assert there.first <= first
        assert last <= there.last
        if there.reason is None:
            assert there.shared_first is not None
            assert there.shared_last is not None
            assert first <= there.shared_first <= there.shared_last <= last


def test_every_real_chart_in_time_has_partners(bundled: Library) -> None:
    for name in bundled.charts:
        one = specs.drawing(bundled, f"chart:{name}")
        found = partners(bundled, one)
        assert len(found) == len(bundled.charts) - 1
        assert one.ref not in [other.ref for other in found]
        possible = [other for other in found if other.reason is None]
        assert bool(possible) == in_time(one), name
