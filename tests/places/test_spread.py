"""How the check spread, by the county list and as published."""

from __future__ import annotations

from datetime import date

import pytest

from explorer.content.library import Library
from explorer.content.model import Activation
from explorer.places import spread
from explorer.places.spread import NOT_YET, UNDATED, curve, shares, standing


@pytest.mark.parametrize(
    ("day", "counties", "states"),
    [
        (date(2008, 9, 30), 0, 0),
        (date(2008, 10, 31), 1, 1),
        (date(2008, 12, 31), 14, 5),
        (date(2010, 8, 31), 567, None),
        (date(2010, 9, 30), 649, 31),
        (date(2010, 10, 31), 736, 33),
        (date(2011, 3, 31), 1134, None),
        (date(2011, 7, 31), 1456, None),
        (date(2011, 8, 31), 1462, None),
        (date(2012, 12, 31), 2996, None),
        (date(2013, 1, 31), 3102, None),
    ],
)
def test_the_list_counts_as_its_source_was_checked(
    bundled: Library, day: date, counties: int, states: int | None
) -> None:
    count = standing(bundled, day).count
    assert count.counted == counties
    assert states in (None, count.states)


def test_the_last_counties_were_those_of_illinois_and_alabama(bundled: Library) -> None:
    before, after = shares(bundled, date(2012, 12, 31)), shares(bundled, date(2013, 1, 31))
    grown = {
        new.state: new.active - old.active
        for old, new in zip(before, after, strict=True)
        if new.active != old.active
    }
    assert grown == {"IL": 76, "AL": 30}


@pytest.mark.parametrize(
    ("day", "total"),
    [
        (date(2008, 10, 1), None),
        (date(2010, 9, 30), 658),
        (date(2011, 8, 5), 1508),
        (date(2012, 6, 1), 1508),  # no total was published until January 2013
        (date(2013, 1, 31), 3181),
        (date(2020, 1, 1), 3181),
    ],
)
def test_the_national_count_is_the_last_published_total(
    bundled: Library, day: date, total: int | None
) -> None:
    figure = standing(bundled, day).count.published
    assert (figure.value if figure else None) == total


def test_a_county_without_a_date_is_never_not_yet(bundled: Library) -> None:
    for day in (date(2007, 1, 1), date(2012, 1, 1), date(2020, 1, 1)):
        steps = standing(bundled, day).steps
        assert {steps[gap.fips] for gap in bundled.undated()} == {UNDATED}
        assert sum(step == UNDATED for step in steps.values()) == 41


def test_before_it_began_no_county_was_connected(bundled: Library) -> None:
    steps = standing(bundled, date(2008, 1, 1)).steps
    assert set(steps.values()) == {NOT_YET, UNDATED}


def test_the_steps_together_are_the_counties_of_the_list(bundled: Library) -> None:
    found = standing(bundled, date(2012, 3, 1))
    assert sum(found.counties(step) for step in range(len(spread.STEPS))) == found.count.counted


def test_the_curve_never_falls_and_ends_with_the_whole_list(bundled: Library) -> None:
    nation = curve(bundled)
    assert nation[0] == (date(2008, 10, 1), 1)
    assert nation[-1] == (date(2013, 1, 1), 3102)
    sums = [total for _, total in nation]
    assert sums == sorted(sums)


def test_the_curves_of_the_states_add_up_to_that_of_the_nation(bundled: Library) -> None:
    states = {row.state for row in bundled.activations()}
    assert sum(curve(bundled, state)[-1][1] for state in states) == 3102


def test_the_share_of_a_state_keeps_counties_without_a_date_in_its_whole(bundled: Library) -> None:
    virginia = next(s for s in shares(bundled, date(2020, 1, 1)) if s.state == "VA")
    assert virginia.undated == 5
    assert virginia.active + virginia.undated == virginia.counties
    assert 0 < virginia.part < 1


def test_cook_county_was_connected_in_january_2013(bundled: Library) -> None:
    row = spread.row_of(bundled, "17031")
    assert isinstance(row, Activation)
    assert row.activated_on.text == "2013-01"


def test_the_day_inside_the_month_is_not_claimed(bundled: Library) -> None:
    row = next(row for row in bundled.activations() if row.fips == "17031")
    assert spread.is_of_this_month(row, date(2013, 1, 5))
    assert not spread.is_of_this_month(row, date(2013, 2, 1))
    washington = next(row for row in bundled.activations() if row.fips == "11001")
    assert not spread.is_of_this_month(washington, date(2012, 6, 5))
