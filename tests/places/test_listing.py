"""The list of all places: what each row says, how it is narrowed and ordered, and its file."""

from __future__ import annotations

from datetime import date

import pytest

from explorer.content import tidy
from explorer.content.library import Library
from explorer.places.listing import (
    COLUMNS,
    Filter,
    Row,
    csv_of,
    keep,
    rows,
    sort_key,
    states,
)
from explorer.reader.lens import Lens

DAY = date(2011, 8, 5)


def of(library: Library, fips: str) -> Row:
    return next(row for row in rows(library) if row.fips == fips)


def test_every_county_is_listed_once(bundled: Library) -> None:
    codes = [row.fips for row in rows(bundled)]
    assert len(codes) == len(set(codes)) == 3143
    assert sum(row.activated is None for row in rows(bundled)) == 41


def test_every_row_opens_a_place_that_exists(bundled: Library) -> None:
    assert all(bundled.has(row.ref) for row in rows(bundled))


def test_cook_county_tells_when_it_was_connected_and_when_it_limited_detainers(
    bundled: Library,
) -> None:
    cook = of(bundled, "17031")
    assert (cook.name, cook.in_state) == ("Cook County", "Illinois")
    assert cook.activated is not None
    assert cook.activated.text == "2013-01"
    dates = [row.adopted_on.text for row in cook.limits if row.adopted_on]
    assert dates == ["2011-09-07", "2012"]
    assert "cook-ordinance" in cook.sources


def test_a_county_without_a_date_has_an_upper_bound_and_no_date(bundled: Library) -> None:
    row = of(bundled, "02020")
    assert row.activated is None
    assert row.no_later_than is not None
    assert row.no_later_than.text == "2013-01"
    assert {row.on(day) for day in (date(2008, 1, 1), DAY, date(2020, 1, 1))} == {"no date"}


def test_within_its_month_a_county_is_neither_connected_nor_not_yet(bundled: Library) -> None:
    cook = of(bundled, "17031")
    days = (date(2012, 12, 31), date(2013, 1, 15), date(2013, 2, 1))
    assert [cook.on(day) for day in days] == ["not yet", "this month", "connected"]


def test_a_limit_of_a_state_stands_after_those_of_the_county(bundled: Library) -> None:
    santa_clara = of(bundled, "06085")
    assert [row.kind for row in santa_clara.limits] == ["county", "state"]
    fresno = of(bundled, "06019")
    assert [row.jurisdiction for row in fresno.limits] == ["California"]


def test_the_list_of_2025_stands_after_the_earlier_agreements(bundled: Library) -> None:
    series = [row.series for row in of(bundled, "01055").agreements]
    assert series[0] == "2002-2017"
    assert series == sorted(series)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("cook ill", "Cook County, Illinois"),
        ("Cook County, Illinois", "Cook County, Illinois"),
        ("orleans la", "Orleans Parish, Louisiana"),
    ],
)
def test_words_begin_words_of_the_name_or_the_state(
    bundled: Library, words: str, first: str
) -> None:
    found = keep(rows(bundled), Filter(words))
    assert f"{found[0].name}, {found[0].in_state}" == first


def test_a_filter_narrows_by_all_that_it_names(bundled: Library) -> None:
    every = rows(bundled)
    texas = keep(every, Filter(state="TX"))
    assert len(texas) == 254
    limited = keep(every, Filter(state="TX", only="limits"))
    assert [row.name for row in limited] == ["Travis County"]
    assert len(keep(every, Filter(only="undated"))) == 41
    assert all(row.agreements for row in keep(every, Filter(only="agreements")))
    assert keep(every, Filter("zz")) == ()


def test_a_link_restores_the_filter() -> None:
    lens = Lens(words="cook")
    assert Filter.of(lens) == Filter("cook")


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_gives_an_order(bundled: Library, column: str) -> None:
    ordered = sorted(rows(bundled), key=lambda row: sort_key(row, column, DAY))
    assert {row.fips for row in ordered} == {row.fips for row in rows(bundled)}


def test_by_date_the_first_is_harris_and_the_last_have_no_date(bundled: Library) -> None:
    ordered = sorted(rows(bundled), key=lambda row: sort_key(row, "activated", DAY))
    assert ordered[0].name == "Harris County"
    assert all(row.activated is None for row in ordered[-41:])
    assert ordered[-42].activated is not None


def test_the_states_are_those_of_the_list(bundled: Library) -> None:
    found = states(bundled)
    assert len(found) == 51
    assert found["DC"] == "District of Columbia"


def test_the_file_tells_source_license_and_what_an_empty_cell_means(bundled: Library) -> None:
    text = csv_of(bundled, keep(rows(bundled), Filter("cook ill")), "Places", "places?words=cook")
    assert "documented examples; unmarked = not researched" in text
    assert "License:" in text
    assert "source cook-ordinance:" in text
    assert "# Link: places?words=cook" in text
    (cook,) = tidy.read(text)
    assert cook["activated_on"] == "2013-01"
    assert cook["date_precision"] == "month"
    assert cook["limits_adopted_on"] == "2011-09-07;2012"


def test_the_file_never_gives_a_bound_as_a_date(bundled: Library) -> None:
    undated = keep(rows(bundled), Filter(only="undated"))
    cells = tidy.read(csv_of(bundled, undated, "No date"))
    assert {row["activated_on"] for row in cells} == {""}
    assert all(row["active_no_later_than"] for row in cells)
    assert {row["date_precision"] for row in cells} == {"no date in the source"}
