"""Outlines as Qt paths, and the colors of steps."""

from __future__ import annotations

from datetime import date

from explorer.content.library import Library
from explorer.places.spread import NOT_YET, STEPS, UNDATED, standing
from explorer.places.view.paths import outlines, role_of


def test_the_map_is_decoded_once() -> None:
    assert outlines() is outlines()


def test_the_earliest_step_is_the_strongest() -> None:
    roles = [role_of(step) for step in range(len(STEPS))]
    assert roles == [f"map-step-{number}" for number in (5, 4, 3, 2, 1)]
    assert len({*roles, role_of(NOT_YET), role_of(UNDATED)}) == 7


def test_every_county_is_in_the_path_of_its_step_and_no_other(bundled: Library) -> None:
    steps = standing(bundled, date(2011, 8, 5)).steps
    parts = outlines().by_step(steps)
    assert set(parts) == set(steps.values())
    for fips in ("17031", "48201", "06085"):
        inside = [step for step, path in parts.items() if path.contains(outlines().center(fips))]
        assert inside == [steps[fips]]
