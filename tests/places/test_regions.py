"""Outlines read from the bundled map, and what is said of one that is damaged."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.content.library import Library
from explorer.places.regions import Atlas, MapError, Region, open_atlas
from explorer.places.spread import row_of

SMALL = {
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [[[0, 0], [2, 0]], [[2, 0], [0, 2], [-2, 0], [0, -2]], [[2, 2], [2, 0]]],
    "objects": {
        "counties": {
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "id": "01001", "properties": {"name": "A"}}
            ]
        },
        "states": {
            "geometries": [
                {
                    "type": "MultiPolygon",
                    "arcs": [[[0, 1]]],
                    "id": "01",
                    "properties": {"name": "State"},
                }
            ]
        },
    },
}


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return open_atlas()


def written(folder: Path, text: str) -> Path:
    file = folder / "map.json"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_map_has_all_counties_and_states(atlas: Atlas) -> None:
    assert (len(atlas.counties), len(atlas.states)) == (3142, 51)


def test_every_county_lies_in_a_state_of_the_map(atlas: Atlas) -> None:
    assert {id[:2] for id in atlas.counties} == set(atlas.states)


def test_every_county_of_the_map_is_on_the_lists(atlas: Atlas, bundled: Library) -> None:
    assert [id for id in atlas.counties if row_of(bundled, id) is None] == []


def test_one_county_of_the_lists_has_no_outline(atlas: Atlas, bundled: Library) -> None:
    missing = [row.fips for row in bundled.activations() if row.fips not in atlas.counties]
    assert missing == ["51515"]  # Bedford city, which became part of its county in 2013
    assert not [row for row in bundled.activations() if row.in_map_2017 == (row.fips in missing)]


def test_a_sign_in_the_middle_of_a_county_is_found_there(atlas: Atlas) -> None:
    for id in ("17031", "48201", "06085", "04013", "02013"):
        inside = atlas.counties[id].holds(*atlas.counties[id].center)
        assert not inside or atlas.at(*atlas.counties[id].center) == id


def test_nothing_lies_outside_of_the_map(atlas: Atlas) -> None:
    left, top, right, bottom = atlas.box
    assert atlas.at(left - 5, top - 5) == atlas.at(right + 5, bottom + 5) == ""


def test_lines_join_to_an_outline_without_doubled_points(tmp_path: Path) -> None:
    region = open_atlas(written(tmp_path, json.dumps(SMALL))).counties["01001"]
    assert region.rings == (((0, 0), (2, 0), (2, 2), (0, 2)),)
    assert region.center == (1, 1)
    assert region.box == (0, 0, 2, 2)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("{", "not JSON"),
        ("[]", "not a map"),
        (json.dumps({**SMALL, "arcs": []}), "not a map"),
        (json.dumps({**SMALL, "objects": {}}), "counties"),
    ],
)
def test_a_damaged_map_is_told_in_one_line_with_what_to_do(
    tmp_path: Path, text: str, part: str
) -> None:
    with pytest.raises(MapError) as told:
        open_atlas(written(tmp_path, text))
    assert part in str(told.value)
    assert "map.json" in str(told.value)
    assert "Install" in str(told.value)


def test_a_missing_map_is_told_as_well(tmp_path: Path) -> None:
    with pytest.raises(MapError, match="cannot be read"):
        open_atlas(tmp_path / "nowhere.json")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(at=st.integers(0, 10_000), length=st.integers(0, 40))
def test_any_damage_is_an_error_of_the_map_or_none_at_all(
    tmp_path: Path, at: int, length: int
) -> None:
    text = json.dumps(SMALL)
    start = at % len(text)
    with suppress(MapError):
        open_atlas(written(tmp_path, text[:start] + text[start + length :]))


def test_a_region_without_area_still_has_a_middle() -> None:
    assert Region("1", "Line", (((0.0, 0.0), (2.0, 0.0)),)).center == (1.0, 0.0)
