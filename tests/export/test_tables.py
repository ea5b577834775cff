"""Figures leave the program with their units, definitions and sources."""

from __future__ import annotations

import csv

import pytest

from explorer.content.library import Library
from explorer.export.tables import COLUMNS, series_behind, series_csv


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def test_every_series_leaves_with_all_its_figures(bundled: Library) -> None:
    assert bundled.series
    for name in bundled.series:
        found = rows(series_csv(bundled, [name]))
        assert [float(row["value"]) for row in found] == [
            figure.value for figure in bundled.figures(name)
        ], name


def test_the_first_lines_say_what_is_counted_and_cite_every_source(bundled: Library) -> None:
    for name, series in bundled.series.items():
        text = series_csv(bundled, [name])
        head = [line for line in text.splitlines() if line.startswith("#")]
        assert any(f"{series.title} ({series.unit})" in line for line in head), name
        for source in {row["source"] for row in rows(text)}:
            assert any(line.startswith(f"# source {source}: ") for line in head), source


def test_each_row_has_unit_qualifier_and_source(library: Library) -> None:
    (name,) = [name for name in library.series if name == "boats/checked"]
    found = rows(series_csv(library, [name]))
    assert found
    for row in found:
        assert tuple(row) == COLUMNS
        assert row["series"] == name
        assert row["unit"]
        assert row["qualifier"]
        assert row["source"]


@pytest.mark.parametrize("ref", ["series:boats/checked", "chart:boats", "event:2008-river-check"])
def test_the_series_behind_a_record_are_found(library: Library, ref: str) -> None:
    assert "boats/checked" in series_behind(library, ref)


def test_the_series_of_a_table_are_all_of_it(bundled: Library) -> None:
    table = next(iter(bundled.series.values())).table
    found = series_behind(bundled, f"table:{table}")
    assert found == tuple(id for id, one in bundled.series.items() if one.table == table)


@pytest.mark.parametrize("ref", ["", "term:detainer", "series:none", "nonsense"])
def test_nothing_stands_behind_what_counts_nothing(library: Library, ref: str) -> None:
    assert series_behind(library, ref) == ()
