"""Figures and tables leave the program with their units, definitions and sources."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from explorer.content import tidy
from explorer.content.dates import When
from explorer.content.library import Library
from explorer.content.marks import plain
from explorer.content.model import Figure
from explorer.content.tables import stretch
from explorer.export.tables import COLUMNS, csv_of, series_behind, series_csv

FILES = Path(__file__).parents[2] / "resources" / "content"


def head(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("#")]


def figure(row: dict[str, str], name: str) -> Figure:
    """The figure that a row tells of, from its cells alone."""
    return Figure(
        series=name,
        fiscal_year=int(row["fiscal_year"]) if row["fiscal_year"] else None,
        date=When(row["date"]) if row["date"] else None,
        period=row["period"],
        value=float(row["value"]),
        unit=row["unit"],
        qualifier=row["qualifier"],  # type: ignore[arg-type]
        source=row["source"],
        confidence=row["confidence"],  # type: ignore[arg-type]
        note=row["note"],
    )


def test_every_figure_of_every_series_comes_back_from_its_file(bundled: Library) -> None:
    assert bundled.series
    for name in bundled.series:
        found = tidy.read(series_csv(bundled, [name]))
        assert [figure(row, name) for row in found] == list(bundled.figures(name)), name


def test_days_are_written_in_iso_form_and_cover_what_the_figure_covers(bundled: Library) -> None:
    for name in bundled.series:
        rows = tidy.read(series_csv(bundled, [name]))
        for row, one in zip(rows, bundled.figures(name), strict=True):
            days = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
            assert days == stretch(one), name


def test_the_first_lines_say_what_is_counted_and_cite_every_source(bundled: Library) -> None:
    for name, series in bundled.series.items():
        text = series_csv(bundled, [name])
        lines = head(text)
        assert any(f"{series.title} ({series.unit})" in line for line in lines), name
        assert any(series.definition in line for line in lines), name
        for source in {row["source"] for row in tidy.read(text)}:
            assert any(line.startswith(f"# source {source}: ") for line in lines), source


def test_a_file_says_version_license_and_the_link_that_shows_it(bundled: Library) -> None:
    lines = head(csv_of(bundled, "chart:detainers", "charts?item=chart:detainers"))
    assert f"# Title: {bundled.charts['detainers'].title}" in lines
    assert "# Link: charts?item=chart:detainers" in lines
    assert any(f"Content {bundled.version}, researched to" in line for line in lines)
    assert any("License: CC BY 4.0" in line for line in lines)


def test_a_break_in_a_series_is_told_in_its_file(bundled: Library) -> None:
    lines = head(series_csv(bundled, ["ice-removals/interior"]))
    assert [line for line in lines if "break at 2013" in line]
    assert [line for line in lines if "break at 2017" in line]


def test_bounds_stand_in_the_columns_low_and_high(bundled: Library) -> None:
    rows = tidy.read(csv_of(bundled, "series:ice-removals/ice-total"))
    bounded = [row for row in rows if row["low"] or row["high"]]
    assert [(row["fiscal_year"], row["low"], row["high"]) for row in bounded] == [
        ("2010", "392000", "")
    ]
    nearly = tidy.read(csv_of(bundled, "series:sc-activated-jurisdictions/activated-states"))
    assert [row["high"] for row in nearly if row["qualifier"] == "nearly"] == ["42"]


def test_what_is_computed_says_so(bundled: Library) -> None:
    rows = tidy.read(csv_of(bundled, "series:ice-removals/border"))
    computed = {row["fiscal_year"] for row in rows if row["computed"] == "yes"}
    assert computed == {"2015", "2016", "2017", "2018", "2019", "2020"}
    assert {row["computed"] for row in rows} == {"yes", "no"}


def test_the_place_in_the_source_is_given_where_one_was_read(bundled: Library) -> None:
    for name in bundled.series:
        for row in tidy.read(series_csv(bundled, [name])):
            source = bundled.sources[row["source"]]
            assert row["place_in_source"] == " ".join(source.section.split())
            assert row["source_reference"]


def test_each_row_has_unit_qualifier_and_source(library: Library) -> None:
    (name,) = [name for name in library.series if name == "boats/checked"]
    found = tidy.read(series_csv(library, [name]))
    assert found
    for row in found:
        assert tuple(row) == COLUMNS
        assert row["series"] == name
        assert row["unit"]
        assert row["qualifier"]
        assert row["source"]


@pytest.mark.parametrize("name", ["agreements", "limits", "activation", "undated"])
def test_tables_of_places_leave_as_their_files_have_them(bundled: Library, name: str) -> None:
    text = csv_of(bundled, f"table:{name}", f"charts?item=table:{name}")
    with (FILES / bundled.tables[name].path).open(encoding="utf-8", newline="") as file:
        written = list(csv.DictReader(file))
    found = tidy.read(text)
    assert len(found) == len(written)
    for row, own in zip(found, written, strict=True):
        for column, cell in own.items():
            kept = re.sub(r"\s*[|;]\s*", ";", " ".join(row[column].split()))
            wanted = re.sub(r"\s*[|;]\s*", ";", " ".join(plain(cell)[0].split()))
            assert kept == wanted, (column, own)
    assert any(line.startswith("# source ") for line in head(text))


def test_no_cell_breaks_a_line_or_a_column() -> None:
    assert tidy.as_tsv(("a", "b"), [("one\ttwo", "three\nfour")]) == "a\tb\none two\tthree four\n"
    text = tidy.as_csv(["first\nsecond"], ("a", "b"), [('say "x", y', "# no comment")])
    assert text.splitlines()[0] == "# first second"
    assert tidy.read(text) == [{"a": 'say "x", y', "b": "# no comment"}]


@pytest.mark.parametrize("ref", ["series:boats/checked", "chart:boats", "event:2008-river-check"])
def test_the_series_behind_a_record_are_found(library: Library, ref: str) -> None:
    assert "boats/checked" in series_behind(library, ref)
    assert tidy.read(csv_of(library, ref))


def test_the_series_of_a_table_are_all_of_it(bundled: Library) -> None:
    table = next(iter(bundled.series.values())).table
    found = series_behind(bundled, f"table:{table}")
    assert found == tuple(id for id, one in bundled.series.items() if one.table == table)


@pytest.mark.parametrize("ref", ["", "term:detainer", "series:none", "nonsense", "table:none"])
def test_nothing_stands_behind_what_counts_nothing(library: Library, ref: str) -> None:
    assert series_behind(library, ref) == ()
    assert csv_of(library, ref) == ""
