"""Places by the names that a reader would type."""

from __future__ import annotations

import pytest

from explorer.casewalk import places
from explorer.content.library import Library


def test_no_county_is_lost_to_another_of_the_same_name(bundled: Library) -> None:
    found = {place.id for place in places.named(bundled).values()}
    assert set(bundled.counties) - found == set()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Los Angeles city police, California", "agency:lapd"),
        ("cook county, illinois", "county:17031"),
        ("baldwin", "agency:baldwin-park-police"),
        ("  Harris County, Tex", "county:48201"),
        ("Department of Correction", "agency:nyc-doc"),
        ("California", "state:CA"),
    ],
)
def test_a_place_is_found_by_its_name_or_a_part_of_it(
    bundled: Library, text: str, place: str
) -> None:
    found = places.find(bundled, text)
    assert found is not None
    assert found.id == place


@pytest.mark.parametrize("text", ["", "   ", "Atlantis"])
def test_what_names_no_place_finds_none(bundled: Library, text: str) -> None:
    assert places.find(bundled, text) is None


def test_the_state_is_said_where_the_name_does_not_say_it(bundled: Library) -> None:
    names = list(places.named(bundled))
    assert "California" in names
    assert not any(name.endswith("California, California") for name in names)
    bare = [n for n, p in places.named(bundled).items() if p.kind == "county" and "," not in n]
    assert bare == []


def test_a_city_without_a_jail_of_its_own_is_no_place_of_a_walk(bundled: Library) -> None:
    assert all(place.kind in places.KINDS for place in places.named(bundled).values())


def test_a_lens_names_a_place_with_or_without_its_kind(bundled: Library) -> None:
    assert places.by_id(bundled, "place:agency:lapd") == places.by_id(bundled, "agency:lapd")
    assert places.by_id(bundled, "county:48201") is not None
    assert places.by_id(bundled, "county:99999") is None
