"""Where the maps of a sheet stand, and their file."""

from __future__ import annotations

import pytest

from explorer.content import tidy
from explorer.content.dates import When
from explorer.content.library import Library
from explorer.places.grid import YEARS, cells, multiples_csv, published_at, standings


@pytest.mark.parametrize("size", [(1200, 600), (600, 1200), (2000, 200), (100, 100)])
def test_maps_never_overlap_and_stay_on_the_sheet(size: tuple[int, int]) -> None:
    width, height = size
    found = cells(6, width, height, 1.6, 20)
    spots = {(round(cell.x, 3), round(cell.y, 3)) for cell in found}
    assert len(spots) == 6
    assert all(cell.x + cell.width <= width + 0.001 for cell in found)
    assert all(cell.y + cell.height <= height + 0.001 for cell in found)


def test_a_tall_sheet_has_fewer_columns_than_a_wide_one() -> None:
    wide = {cell.x for cell in cells(6, 1600, 400, 1.6, 20)}
    tall = {cell.x for cell in cells(6, 400, 1600, 1.6, 20)}
    assert len(tall) < len(wide)


def test_each_year_stands_at_its_end(bundled: Library) -> None:
    counts = [one.count.counted for one in standings(bundled)]
    assert counts[0] == 14
    assert counts[-2:] == [2996, 3102]
    assert counts == sorted(counts)


def test_a_year_in_which_no_total_was_published_gives_none(bundled: Library) -> None:
    totals = {day.year: published_at(bundled, day) for day in YEARS}
    assert totals[2012] is None
    last = totals[2013]
    assert last is not None
    assert (last.value, last.date) == (3181, When("2013-01"))


def test_the_file_has_every_county_of_every_year(bundled: Library) -> None:
    rows = tidy.read(multiples_csv(bundled, "Years"))
    assert len(rows) == 6 * 3143
    undated = [row for row in rows if row["step"] == "no date in the source"]
    assert len(undated) == 6 * 41
