"""Dates with no more precision than their source gave."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.content.dates import (
    PRECISIONS,
    SHORT,
    DateError,
    When,
    add_months,
    day_of,
    fiscal_year,
    say,
)

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2008-10-27", date(2008, 10, 27), date(2008, 10, 27), "day"),
        ("2008-02", date(2008, 2, 1), date(2008, 2, 29), "month"),
        ("2008", date(2008, 1, 1), date(2008, 12, 31), "year"),
        ("2013-21", date(2013, 3, 1), date(2013, 5, 31), "season"),
        ("2013-24", date(2013, 12, 1), date(2014, 2, 28), "season"),
        ("199X", date(1990, 1, 1), date(1999, 12, 31), "decade"),
        ("2009/2011", date(2009, 1, 1), date(2011, 12, 31), "year"),
        ("2009-05-02/2011-03", date(2009, 5, 2), date(2011, 3, 31), "month"),
        ("2002-07-02/..", date(2002, 7, 2), date(2002, 7, 2), "day"),
        ("../2005", date(2005, 1, 1), date(2005, 12, 31), "year"),
    ],
)
def test_a_date_knows_the_first_and_last_day_that_it_can_mean(
    text: str, first: date, last: date, precision: str
) -> None:
    when = When(text)
    assert (when.first, when.last, when.precision) == (first, last, precision)
    assert precision in PRECISIONS


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "..",
            "/",
            "2008/",
            "../..",
            "2008-13",
            "2008-00",
            "2008-02-30",
            "2008-21-01",
        ),
        *(
            "October 2008",
            "08-10-27",
            "2008-1",
            "2008-10-27T10:00",
            "199X-05",
            "2011/2009",
            "2008~~",
        ),
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        When(text)


@pytest.mark.parametrize("mark", ["~", "?", "%"])
def test_an_approximate_date_says_so(mark: str) -> None:
    assert When(f"2008-10{mark}").approximate
    assert say(When(f"2008-10{mark}")) == "about October 2008"
    assert not When("2008-10").approximate


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2008-10-27", "October 27, 2008"),
        ("2008-10", "October 2008"),
        ("2008", "2008"),
        ("2013-22", "summer 2013"),
        ("199X", "the 1990s"),
        ("2009/2011-05", "2009 to May 2011"),
        ("2002-07-02/..", "since July 2, 2002"),
        ("../2005", "by 2005"),
        ("/2005", "until 2005"),
        ("2011-06-01~", "about June 1, 2011"),
    ],
)
def test_a_date_is_spoken_as_precisely_as_it_is_known(text: str, words: str) -> None:
    assert say(When(text)) == words


def test_short_names_of_months_can_be_asked_for() -> None:
    assert say(When("2008-10-27"), SHORT) == "Oct 27, 2008"


def test_an_open_end_covers_every_later_day() -> None:
    since, until, year = When("2002/.."), When("../2002"), When("2002")
    early, late = date(1950, 1, 1), date(2050, 1, 1)
    assert (since.covers(early), since.covers(late)) == (False, True)
    assert (until.covers(early), until.covers(late)) == (True, False)
    assert (year.covers(early), year.covers(date(2002, 12, 31)), year.covers(late)) == (
        False,
        True,
        False,
    )
    assert since.is_interval
    assert not year.is_interval


def test_dates_sort_by_their_first_day_then_the_last() -> None:
    texts = ["2009", "2008-12", "2009-01-01", "2009-01"]
    assert [when.text for when in sorted(map(When, texts))] == [
        "2008-12",
        "2009-01-01",
        "2009-01",
        "2009",
    ]


def test_equal_texts_are_equal_dates() -> None:
    assert When("2008-10") == When("2008-10")
    assert When("2008-10") != When("2008-10-01/2008-10-31")
    assert When("2008-10") != "2008-10"
    assert len({When("2008"), When("2008")}) == 1
    assert repr(When("2008")) == "When('2008')"


@given(DAYS)
def test_a_day_is_itself(day: date) -> None:
    when = When(day.isoformat())
    assert when.first == when.last == when.middle == day
    assert when.covers(day)
    assert day_of(day.isoformat()) == day


@given(DAYS)
def test_a_month_ends_before_the_next_begins(day: date) -> None:
    when = When(f"{day:%Y-%m}")
    assert when.first.day == 1
    assert (when.last + timedelta(1)).day == 1
    assert when.first <= day <= when.last
    assert when.first <= when.middle <= when.last


@given(DAYS, DAYS)
def test_an_interval_covers_its_ends_and_what_lies_between(one: date, other: date) -> None:
    start, end = sorted((one, other))
    when = When(f"{start}/{end}")
    assert when.covers(start)
    assert when.covers(end)
    assert not when.covers(start - timedelta(1))
    assert not when.covers(end + timedelta(1))


@pytest.mark.parametrize("text", ["2011-08", "2011", "2011-08-05~", "2011-08-05/2011-08-06", "x"])
def test_one_exact_day_is_nothing_less(text: str) -> None:
    with pytest.raises(DateError):
        day_of(text)


@given(DAYS, st.integers(-240, 240))
def test_months_are_added_without_leaving_the_month(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day <= day.day
    assert moved.day == day.day or (moved + timedelta(1)).day == 1


def test_fiscal_years_follow_one_another_without_gap_or_overlap() -> None:
    for year in range(1970, 2030):
        assert fiscal_year(year)[1] + timedelta(1) == fiscal_year(year + 1)[0]
    assert fiscal_year(2010) == (date(2009, 10, 1), date(2010, 9, 30))
