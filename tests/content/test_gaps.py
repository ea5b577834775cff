"""A wrong or missing table leaves a gap that is told; the rest of the content opens."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from explorer import paths
from explorer.content.compiled import open_library
from explorer.content.library import Library
from explorer.content.load import LoadError
from tests.small import edit

FIRST = "checked,2009,,,120,boats,exact"


def told(library: Library) -> list[tuple[str, str, str, str]]:
    return [(one.file, one.record, one.field, one.rule) for one in library.problems]


def values(library: Library) -> list[float]:
    return [figure.value for figure in library.figures("boats/checked")]


def test_whole_content_has_no_gaps_and_is_kept(small: Path) -> None:
    assert open_library(small).problems == ()
    assert list(paths.cache_dir().glob("content-*.bin"))
    assert open_library(small).problems == ()


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("value,unit", "valeu,unit", ("row 1", "valeu", "unknown-column")),
        ("value,unit", "valeu,unit", ("row 1", "value", "missing-column")),
        (FIRST, "checked,2009,,,many,boats,exact", ("row 2", "value", "bad-number")),
        (FIRST, "checked,2009,,,120,ships,exact", ("row 2", "unit", "unit-differs")),
        (FIRST, "counted,2009,,,120,boats,exact", ("row 2", "series", "figure-without-definition")),
        (FIRST, "checked,2009,,,120,boats,roughly", ("row 2", "qualifier", "unknown-value")),
        (FIRST, "checked,2009,,,,boats,exact", ("row 2", "value", "empty-cell")),
    ],
)
def test_what_is_wrong_is_told_by_file_row_and_column(
    small: Path, old: str, new: str, place: tuple[str, str, str]
) -> None:
    whole = values(open_library(small))
    edit(small, "series/boats.csv", old, new)
    library = open_library(small)
    assert ("series/boats.csv", *place) in told(library)
    assert all(problem.what_to_do for problem in library.problems)
    kept = [] if place[0] == "row 1" else whole[1:]
    assert values(library) == kept
    assert len(library.events) == 6


def test_the_row_is_that_of_the_file_also_after_other_wrong_rows(small: Path) -> None:
    edit(small, "series/boats.csv", FIRST, "checked,x,,,120,boats,exact")
    text = (small / "series/boats.csv").read_text(encoding="utf-8")
    lines = text.splitlines()
    lines[2] = lines[2].replace("boats", "ships")
    (small / "series/boats.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = {(one.record, one.field) for one in open_library(small).problems}
    assert {("row 2", "fiscal_year"), ("row 3", "unit")} <= found


def test_a_missing_table_is_told_and_its_series_are_empty(small: Path) -> None:
    (small / "series/boats.csv").unlink()
    library = open_library(small)
    assert told(library) == [("series/boats.csv", "", "", "missing-file")]
    assert values(library) == []
    assert "boats/checked" in library.series


def test_a_wrong_cell_of_a_table_of_places_is_a_gap(small: Path) -> None:
    edit(small, "places/activation.csv", "2009-01-05", "5 January")
    library = open_library(small)
    assert ("places/activation.csv", "row 3", "activated_on", "bad-date") in told(library)
    assert len(library.activations()) == 1


def test_a_source_that_is_not_there_takes_its_row_away(small: Path) -> None:
    edit(small, "series/boats.csv", f"{FIRST},gazette-2008", f"{FIRST},gazete-2008")
    (problem,) = open_library(small).problems
    assert (problem.record, problem.field) == ("row 2", "source")
    assert "gazette-2008" in problem.what_to_do


def test_content_with_gaps_is_told_at_every_start_until_it_is_mended(small: Path) -> None:
    edit(small, "series/boats.csv", FIRST, "checked,2009,,,many,boats,exact")
    assert open_library(small).problems
    assert open_library(small).problems
    edit(small, "series/boats.csv", "checked,2009,,,many,boats,exact", FIRST)
    assert open_library(small).problems == ()


def test_what_is_no_table_still_refuses_to_open(small: Path) -> None:
    edit(small, "events/2009-town-rule.toml", "summary =", "sumary =")
    edit(small, "series/boats.csv", FIRST, "checked,2009,,,many,boats,exact")
    with pytest.raises(LoadError) as caught:
        open_library(small)
    assert {one.file for one in caught.value.problems} == {
        "events/2009-town-rule.toml",
        "series/boats.csv",
    }


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder with all of the real content, to be spoiled by the test."""
    folder = paths.resources()
    shutil.copytree(folder / "content", tmp_path / "resources" / "content")
    shutil.copy(folder / "datapackage.json", tmp_path / "resources")
    return tmp_path / "resources" / "content"


def test_real_tables_can_be_missing_or_spoiled(copy: Path) -> None:
    (copy / "series/detainers.csv").unlink()
    (copy / "places/limits.csv").unlink()
    edit(copy, "series/ice-removals.csv", "period,value,unit", "period,amount,unit")
    edit(copy, "series/polls.csv", "2014-02-27,,45,percent", "2014-02-27,,45,apples")
    library = open_library(copy)
    assert {problem.file for problem in library.problems} == {
        "series/detainers.csv",
        "places/limits.csv",
        "series/ice-removals.csv",
        "series/polls.csv",
    }
    assert library.limits() == ()
    assert library.figures("ice-removals/ice-total") == ()
    assert library.figures("dhs-removals-returns/removals-preferred")
