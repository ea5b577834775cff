"""A hold of 48 hours ends where the days that do not count are skipped from midnight on."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.policy.clock import HOURS, ClockError, federal_holidays, hold

at = datetime.fromisoformat
MOMENTS = st.datetimes(at("2000-01-01"), at("2030-01-01"))
NEW_YEAR = {date(2014, 1, 1): "New Year's Day"}


def new_year(first: date, last: date) -> dict[date, str]:
    """The only holiday of a made-up calendar."""
    return {day: name for day, name in NEW_YEAR.items() if first <= day <= last}


@given(MOMENTS)
def test_exactly_48_hours_are_counted_and_none_on_a_free_day(starts: datetime) -> None:
    found = hold(starts, holidays=new_year)
    assert sum((day.counted for day in found.days), timedelta()) == HOURS
    for day in found.days:
        free = day.day.weekday() > 4 or day.day in NEW_YEAR
        assert (day.why != "counted") == free
        assert not (free and day.counted)
    assert [day.day for day in found.days] == [
        starts.date() + timedelta(days=n) for n in range(len(found.days))
    ]


@given(MOMENTS)
def test_the_flat_reading_counts_every_hour(starts: datetime) -> None:
    found = hold(starts, "flat")
    assert found.ends - found.starts == HOURS
    assert {day.why for day in found.days} == {"counted"}


def test_the_small_calendar_says_why_a_day_does_not_count() -> None:
    found = hold(at("2013-11-27T12:00"))
    assert [(day.why, day.holiday) for day in found.days] == [
        ("counted", ""),
        ("holiday", "Thanksgiving Day"),
        ("counted", ""),
        ("Saturday", ""),
        ("Sunday", ""),
        ("counted", ""),
    ]
    assert found.ends == at("2013-12-02T12:00")


def test_holidays_are_taken_on_the_day_on_which_they_are_observed() -> None:
    found = federal_holidays(date(2021, 12, 20), date(2022, 1, 20))
    assert list(found) == [date(2021, 12, 24), date(2021, 12, 31), date(2022, 1, 17)]
    assert federal_holidays(date(2014, 4, 8), date(2014, 4, 12)) == {}


@pytest.mark.parametrize(
    "starts",
    [at("1985-12-31T23:00"), at("2101-01-01"), at("2014-01-01T00:00+00:00")],
)
def test_a_time_that_cannot_be_counted_from_is_refused(starts: datetime) -> None:
    with pytest.raises(ClockError, match="local time in the years 1986 to 2100"):
        hold(starts)


def test_pandas_is_loaded_only_when_holidays_are_asked_for() -> None:
    code = (
        "import sys\n"
        "from datetime import datetime\n"
        "from explorer.policy import change, clock, history, person, rules, table, walk\n"
        "clock.hold(datetime(2016, 4, 15, 15), 'flat')\n"
        "print('pandas' in sys.modules)\n"
        "clock.hold(datetime(2016, 4, 15, 15))\n"
        "print('pandas' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
