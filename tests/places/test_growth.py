"""Counts by state and month, and the room that labels take."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from explorer.content import tidy
from explorer.content.library import Library
from explorer.places.growth import (
    StateRow,
    curves_csv,
    lines,
    nation,
    published,
    spread_out,
    state_rows,
    states_csv,
)


def of(library: Library, state: str, day: date) -> StateRow:
    return next(row for row in state_rows(library, day) if row.state == state)


def test_every_state_stands_on_a_day(bundled: Library) -> None:
    rows = state_rows(bundled, date(2012, 12, 31))
    assert len(rows) == 51
    assert sum(row.active for row in rows) == 2996
    assert sum(row.counties for row in rows) == 3143


def test_texas_was_all_connected_by_october_2010(bundled: Library) -> None:
    texas = of(bundled, "TX", date(2010, 10, 31))
    assert (texas.active, texas.counties, texas.percent, texas.level) == (254, 254, 100, 5)
    assert texas.first is not None
    assert texas.first.text == "2008-10"


def test_a_share_is_never_rounded_up_to_all() -> None:
    row = StateRow("XX", "Somewhere", 299, 300, 1, None, None)
    assert row.percent == 99


@pytest.mark.parametrize(
    ("active", "level"), [(0, 0), (1, 1), (19, 1), (20, 2), (59, 3), (79, 4), (80, 5), (100, 5)]
)
def test_a_share_has_one_of_five_levels_and_none_has_none(active: int, level: int) -> None:
    assert StateRow("XX", "Somewhere", active, 100, 0, None, None).level == level


def test_a_state_without_any_date_is_not_none(bundled: Library) -> None:
    for state in ("AK", "HI"):
        row = of(bundled, state, date(2011, 1, 1))
        assert row.has_no_dates
        assert row.first is None


def test_the_curve_of_a_state_is_told_on_any_day(bundled: Library) -> None:
    illinois = next(line for line in lines(bundled) if line.state == "IL")
    assert illinois.at(date(2008, 1, 1)) == 0
    assert illinois.at(date(2013, 1, 31)) - illinois.at(date(2012, 12, 31)) == 76
    assert nation(bundled).total == 3102


def test_only_states_with_dates_have_a_curve(bundled: Library) -> None:
    assert {"AK", "HI"}.isdisjoint(line.state for line in lines(bundled))
    assert len(lines(bundled)) == 49


def test_published_totals_stay_apart_from_the_list(bundled: Library) -> None:
    totals = {figure.value for _, figure in published(bundled)}
    assert {658, 659, 1508, 3181} <= totals
    assert [day for day, _ in published(bundled)] == sorted(day for day, _ in published(bundled))


@pytest.mark.parametrize("wanted", [[5, 5, 5, 5], [0, 1, 50, 99, 100], [100, 100, 100], [7]])
def test_labels_keep_their_order_their_distance_and_the_page(wanted: list[float]) -> None:
    found = spread_out(wanted, 10, 0, 100)
    assert len(found) == len(wanted)
    assert all(after - before >= 9.999 for before, after in pairwise(found))
    assert found[0] >= 0
    assert found[-1] <= 100


def test_the_file_of_states_leaves_the_share_out_where_no_date_is_known(bundled: Library) -> None:
    rows = {row["state"]: row for row in tidy.read(states_csv(bundled, date(2011, 1, 1), "S"))}
    assert rows["AK"]["share_at_least"] == ""
    assert rows["TX"]["share_at_least"] == "1.0000"
    assert rows["TX"]["day"] == "2011-01-01"


def test_the_file_of_curves_tells_published_totals_from_the_list(bundled: Library) -> None:
    text = curves_csv(bundled, "C", "places?x.places=curves")
    rows = tidy.read(text)
    assert {row["kind"] for row in rows} == {"county list", "published total"}
    last = [r for r in rows if r["line"] == "US" and r["month"] == "2013-01"]
    assert {r["counties_activated"] for r in last} == {"3102", "3181"}
    assert "License:" in text
