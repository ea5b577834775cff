"""In a place the path says what bears on it there, with its sources, and no more."""

from __future__ import annotations

from datetime import date

import pytest

from explorer.content.library import Library
from explorer.pipeline.local import CHECK, bearings, limited_edges
from explorer.pipeline.moment import at_place, compared, moment_on
from explorer.policy.rules import Rulebook


@pytest.fixture(scope="module")
def book(bundled: Library) -> Rulebook:
    return Rulebook(bundled)


def test_the_rules_of_a_place_are_those_in_force_there(bundled: Library, book: Rulebook) -> None:
    place = book.place("county:06075")
    for day in (date(2011, 8, 5), date(2013, 12, 1), date(2014, 12, 1)):
        found = {one.ref for one in bearings(bundled, book, place, day) if one.kind == "table"}
        wanted = {f"policy:{one.policy.id}" for one in book.in_force("holds", place, day)}
        assert found == wanted
    assert wanted


def test_everything_that_bears_on_a_place_has_sources_and_arrows(
    bundled: Library, book: Rulebook
) -> None:
    for name in bundled.places:
        for one in bearings(bundled, book, book.place(name), date(2014, 12, 1)):
            assert one.edges, one
            assert one.sources or one.kind in ("unknown", "unconnected"), one
            assert bundled.has(one.ref), one.ref


def test_a_limit_bears_on_the_answer_of_the_jail_alone(bundled: Library) -> None:
    edges = limited_edges(bundled)
    assert edges
    assert {bundled.edges[edge].from_ for edge in edges} == {"local_policy"}


def test_a_connection_bears_on_the_check_alone(bundled: Library, book: Rulebook) -> None:
    county = book.place("county:17031")
    found = bearings(bundled, book, county, date(2011, 8, 5))
    one = next(one for one in found if not one.limits)
    assert one.kind == "unconnected"
    assert {bundled.edges[edge].to for edge in one.edges} == {CHECK}


def test_a_day_that_was_not_researched_tells_nothing(bundled: Library, book: Rulebook) -> None:
    assert bearings(bundled, book, book.place("county:06075"), date(1995, 1, 1)) == ()


def test_two_places_differ_where_other_rules_bear_on_an_arrow(
    bundled: Library, book: Rulebook
) -> None:
    day = date(2014, 12, 1)
    moments = []
    for name in ("county:06075", "county:17031", "county:48201"):
        place = book.place(name)
        found = bearings(bundled, book, place, day)
        moments.append(at_place(moment_on(bundled, day), place.name, found))
    one, other, third = moments
    assert set(compared(one, other).changed()) == set(limited_edges(bundled))
    assert set(compared(other, one).changed()) == set(compared(one, other).changed())
    assert set(compared(other, third).changed()) == set(limited_edges(bundled))
    assert compared(one, one).changed() == ()


def test_two_dates_differ_where_an_arrow_stands_otherwise(bundled: Library) -> None:
    one, other = moment_on(bundled, date(2014, 12, 1)), moment_on(bundled, date(2009, 1, 1))
    found = compared(one, other)
    wanted = {edge for edge in bundled.edges if one.edges[edge].status != other.edges[edge].status}
    assert set(found.changed()) == wanted
    assert wanted


def test_nothing_is_said_to_differ_from_a_day_that_was_not_researched(bundled: Library) -> None:
    one, other = moment_on(bundled, date(2014, 12, 1)), moment_on(bundled, date(1990, 1, 1))
    assert compared(one, other).changed() == ()
    assert compared(other, one).changed() == ()
