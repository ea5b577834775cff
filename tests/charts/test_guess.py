"""The reader draws first: what is asked, and how it is compared without a judgment."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.charts import specs
from explorer.charts.change import index
from explorer.charts.guess import LEAST, NoTask, Task, compare, task
from explorer.charts.specs import Drawing, Track
from explorer.content.dates import When
from explorer.content.library import Library
from tests.charts.made import drawing, figure, series, several, track, years

FALLING = {2010: 90.0, 2011: 80.0, 2012: 60.0, 2013: 50.0, 2014: 20.0, 2015: 10.0}


def asked(found: Drawing, name: str = "") -> Task:
    result = task(found, name)
    assert isinstance(result, Task), result
    return result


def names(found: tuple[specs.Mark, ...]) -> list[str]:
    return [mark.name for mark in found]


@given(several())
def test_what_is_asked_is_one_comparable_stretch_and_nothing_between(found: list[Track]) -> None:
    result = task(drawing(*found))
    if isinstance(result, NoTask):
        return
    whole = (*result.given, *result.asked)
    assert len(result.given) >= 2
    assert result.asked
    assert len(whole) >= LEAST
    assert set(whole) <= set(result.track.marks)
    assert not specs.broken(whole[0], whole[-1], result.track.series.breaks)
    assert len({mark.figure.unit for mark in whole}) == 1
    assert [mark.x for mark in whole] == sorted(mark.x for mark in whole)


@given(st.dictionaries(st.integers(2012, 2015), st.floats(-1e6, 1e6), max_size=4))
def test_only_what_was_drawn_is_compared_and_nothing_is_filled_in(
    drawn: dict[int, float],
) -> None:
    given_first = asked(drawing(track(years(FALLING))))
    found = compare(given_first, {f"t/s@{year}": value for year, value in drawn.items()})
    assert {one.mark.figure.fiscal_year: one.drawn for one in found.differences} == drawn
    assert {mark.figure.fiscal_year for mark in found.undrawn} == set(range(2012, 2016)) - set(
        drawn
    )
    assert (found.largest is None) == (not drawn)
    if found.largest is not None:
        assert abs(found.largest.by) == max(
            abs(value - FALLING[year]) for year, value in drawn.items()
        )


def test_a_third_is_given_and_the_rest_is_asked() -> None:
    found = asked(drawing(track(years(FALLING))))
    assert names(found.given) == ["2010", "2011"]
    assert names(found.asked) == ["2012", "2013", "2014", "2015"]


def test_the_longest_stretch_of_a_broken_line_is_asked() -> None:
    shown = drawing(track(years({2000: 1, 2001: 2, **FALLING}), series(breaks=["2010"])))
    assert names(asked(shown).given) == ["2010", "2011"]


def test_one_of_several_lines_can_be_chosen() -> None:
    short = track(years({2010: 1, 2011: 2, 2012: 3, 2013: 4}, series="t/b"), series("t/b"))
    shown = drawing(track(years(FALLING)), short)
    assert asked(shown).track.series.id == "t/s"
    assert asked(shown, "t/b").track.series.id == "t/b"
    assert task(shown, "t/none") == NoTask("few")


@pytest.mark.parametrize(
    ("drawn", "ways"),
    [
        ({"2015": 30.0}, ("down", "down", True)),
        ({"2015": 300.0}, ("up", "down", False)),
        ({"2015": 80.0}, ("level", "down", False)),
        ({}, (None, None, None)),
    ],
)
def test_both_ways_are_named(drawn: dict[str, float], ways: tuple[object, ...]) -> None:
    found = compare(
        asked(drawing(track(years(FALLING)))), {f"t/s@{name}": v for name, v in drawn.items()}
    )
    assert (found.drawn_way, found.real_way, found.same_way) == ways


def test_the_largest_difference_says_where_and_how_much() -> None:
    found = compare(
        asked(drawing(track(years(FALLING)))), {"t/s@2012": 61.0, "t/s@2014": 70.0, "t/s@2015": 5.0}
    )
    assert found.largest is not None
    assert (found.largest.mark.name, found.largest.by) == ("2014", 50.0)
    assert names(found.undrawn) == ["2013"]


def test_a_bound_leaves_the_real_way_open() -> None:
    rows = [*years(FALLING)[:5], figure(70, fiscal_year=2015, qualifier="more_than")]
    found = compare(asked(drawing(track(rows))), {"t/s@2015": 10.0})
    assert found.real_way is None
    assert found.same_way is None


def test_a_bound_to_start_from_leaves_the_real_way_open() -> None:
    rows = years({2010: 1, 2012: 90, 2013: 95})
    rows.insert(1, figure(80, fiscal_year=2011, qualifier="more_than"))
    found = compare(asked(drawing(track(rows))), {"t/s@2013": 100.0})
    assert (found.drawn_way, found.real_way) == ("up", None)


def test_where_nothing_can_be_drawn_the_reason_is_given() -> None:
    few = drawing(track(years({2010: 1, 2011: 2, 2012: 3})))
    assert task(few) == NoTask("few", 3)
    assert task(drawing(track(years(FALLING)), kind="categories")) == NoTask("not-in-time")
    days = [figure(n, date=When(f"2010-0{n}-01")) for n in range(1, 9)]
    assert task(drawing(track(days, series(period="date")))) == NoTask("single-days")
    changed = index(drawing(track(years(FALLING))))
    assert isinstance(changed, Drawing)
    assert task(changed) == NoTask("changed")


def test_most_real_charts_in_time_can_be_drawn_first(bundled: Library) -> None:
    tasks = {name: task(specs.drawing(bundled, f"chart:{name}")) for name in bundled.charts}
    refused = {name: found.reason for name, found in tasks.items() if isinstance(found, NoTask)}
    assert refused == {
        "secure-communities-by-level": "not-in-time",
        "offenses-2013": "not-in-time",
        "frequent-convictions-2013": "not-in-time",
        "agreements-287g": "single-days",
        "places-limiting-detainers": "single-days",
        "interior-2006-to-2015": "few",
    }
