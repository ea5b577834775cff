"""A drawing for other programs: every value comes back, and what was computed says how."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from explorer.charts import rows, specs
from explorer.charts.change import apply, bases
from explorer.charts.specs import Drawing
from explorer.content import tidy
from explorer.content.library import Library

CHANGED = ("ice-removals index:2012", "arrests-by-method share", "ice-removals rate")


def changed(library: Library, text: str) -> Drawing:
    name, _, option = text.partition(" ")
    found = apply(library, specs.drawing(library, f"chart:{name}"), option)
    assert isinstance(found, Drawing), found
    return found


def refs(library: Library) -> list[str]:
    return [f"chart:{name}" for name in library.charts] + [f"series:{n}" for n in library.series]


def test_every_mark_of_every_chart_comes_back_in_its_row(bundled: Library) -> None:
    for ref in refs(bundled):
        drawing = specs.drawing(bundled, ref)
        found = tidy.read(rows.csv_of(bundled, drawing))
        assert len(found) == len(drawing.marks)
        for row, mark in zip(found, drawing.marks, strict=True):
            track = drawing.track_of(mark.key)
            assert track is not None
            assert row["series"] == mark.figure.series
            assert row["label"] == " ".join(track.label.split())
            assert float(row["value"]) == mark.figure.value
            assert (row["start"], row["end"]) == (mark.start.isoformat(), mark.end.isoformat())
            assert row["qualifier"] == mark.figure.qualifier
            assert row["unit"] == mark.figure.unit


def test_rows_to_paste_are_the_rows_of_the_file(bundled: Library) -> None:
    for name in bundled.charts:
        drawing = specs.drawing(bundled, f"chart:{name}")
        pasted = list(csv.DictReader(io.StringIO(rows.tsv_of(bundled, drawing)), delimiter="\t"))
        assert pasted == tidy.read(rows.csv_of(bundled, drawing))


@pytest.mark.parametrize("text", CHANGED)
def test_a_computed_value_can_be_computed_again_from_its_row(bundled: Library, text: str) -> None:
    drawing = changed(bundled, text)
    found = tidy.read(rows.csv_of(bundled, drawing))
    assert len(found) == len(drawing.marks)
    for row, mark in zip(found, drawing.marks, strict=True):
        assert float(row["value"]) == mark.figure.value
        assert float(row["changed_value"]) == mark.value
        above, _, rest = row["formula"].partition(" / ")
        below, _, times = rest.partition(" * ")
        again = float(above) / float(below) * float(times or 1)
        assert mark.value == pytest.approx(again, abs=0.051)
        assert row["changed_unit"]


def test_the_head_of_a_changed_chart_says_that_we_computed_it(bundled: Library) -> None:
    text = rows.csv_of(bundled, changed(bundled, "ice-removals index:2012"), "charts?x")
    assert "# Computed by Secure Communities Explorer from the figures: index, 2012 = 100." in text
    assert "Left out: 2 figures." in text
    assert "# Link: charts?x" in text
    plain = rows.csv_of(bundled, specs.drawing(bundled, "chart:ice-removals"))
    assert "Computed by" not in plain
    assert "formula" not in plain


def test_a_share_of_the_parts_names_all_of_them(bundled: Library) -> None:
    plain = replace(specs.drawing(bundled, "chart:arrests-by-method"), whole="")
    drawing = apply(bundled, plain, "share")
    assert isinstance(drawing, Drawing)
    first = tidy.read(rows.csv_of(bundled, drawing))[0]
    assert first["formula"] == "149600 / (149600 + 19700 + 37000 + 59400) * 100"
    assert first["changed_value"] == "56.3"
    assert first["changed_unit"] == "percent of the sum"


def test_a_log_axis_changes_no_value(bundled: Library) -> None:
    drawing = changed(bundled, "ice-removals log")
    text = rows.csv_of(bundled, drawing)
    assert "log axis" in text
    assert "changed_value" not in text


def test_what_a_chart_is_divided_by_is_defined_and_cited(bundled: Library) -> None:
    text = rows.csv_of(bundled, changed(bundled, "ice-removals rate"))
    assert "# appropriations/detention-and-removal: " in text
    assert "# source trac-224-budget: " in text


def test_every_source_of_a_chart_is_cited_above_its_rows(bundled: Library) -> None:
    for name in bundled.charts:
        text = rows.csv_of(bundled, specs.drawing(bundled, f"chart:{name}"))
        for row in tidy.read(text):
            assert f"# source {row['source']}: " in text


def test_a_caption_has_what_a_picture_needs_away_from_the_program(bundled: Library) -> None:
    for name in bundled.charts:
        drawing = specs.drawing(bundled, f"chart:{name}")
        told = rows.caption(bundled, drawing, f"charts?item=chart:{name}")
        assert told.title == drawing.title
        assert told.unit
        assert told.sources
        assert told.version == bundled.version
        assert told.researched == bundled.researched
        assert told.link.endswith(name)
        texts = {track.series.definition for track in drawing.tracks}
        assert {text for _, text in told.definitions} == texts
        labels = [label for label, _ in told.definitions]
        assert all(track.label in ", ".join(labels) for track in drawing.tracks)


def test_the_unit_of_a_changed_chart_is_named(bundled: Library) -> None:
    units = [rows.caption(bundled, changed(bundled, text)).unit for text in CHANGED]
    assert units[0] == "index, 2012 = 100"
    assert units[1].startswith("percent of ")
    assert " per million US dollars" in units[2]


def test_an_index_of_every_base_can_be_written(bundled: Library) -> None:
    drawing = specs.drawing(bundled, "chart:detainers")
    for base in bases(drawing):
        found = apply(bundled, drawing, f"index:{base}")
        assert isinstance(found, Drawing)
        assert tidy.read(rows.csv_of(bundled, found))
