"""Counts that must not be mixed stay apart: on charts, beside another chart, and changed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from explorer.charts import change, specs, together
from explorer.charts.specs import Drawing, broken
from explorer.content.library import Library
from tests.charts.test_charts_view import open_page

DHS = "dhs-removals-returns"
ICE = "ice-removals"


def changed(library: Library, plain: Drawing) -> list[Drawing]:
    """A drawing in every way in which it can be changed."""
    found = []
    for offer in change.possible(library, plain):
        if offer.refusal:
            continue
        for choice in offer.choices or ("",):
            made = change.apply(library, plain, f"{offer.change}:{choice}".rstrip(":"))
            assert isinstance(made, Drawing)
            found.append(made)
    return found


def all_drawings(library: Library) -> list[Drawing]:
    """Every chart and every series, as published and changed in every way."""
    refs = [f"chart:{name}" for name in library.charts]
    refs += [f"series:{name}" for name in library.series]
    plain = [specs.drawing(library, ref) for ref in refs]
    return plain + [made for one in plain for made in changed(library, one)]


def test_every_line_has_the_figures_of_one_series_alone(bundled: Library) -> None:
    drawings = all_drawings(bundled)
    assert sum(bool(drawing.changes) for drawing in drawings) > 50
    for drawing in drawings:
        for track in drawing.tracks:
            assert {mark.figure.series for mark in track.marks} <= {track.series.id}, drawing.ref


def test_no_line_runs_on_where_the_edition_or_method_changes(bundled: Library) -> None:
    for drawing in all_drawings(bundled):
        for track in drawing.tracks:
            for run in track.runs:
                for one, other in pairwise(run):
                    assert not broken(one, other, track.series.breaks), (drawing.ref, one.key)


def test_an_index_compares_only_what_was_counted_as_in_its_base_year(bundled: Library) -> None:
    seen = 0
    for drawing in all_drawings(bundled):
        if not drawing.changes or drawing.changes[0].id != "index":
            continue
        for track in drawing.tracks:
            base = next(m for m in track.marks if m.name == drawing.changes[0].base)
            for mark in track.marks:
                first, last = sorted((base, mark), key=lambda one: one.x)
                assert not broken(first, last, track.series.breaks), (drawing.ref, mark.key)
                seen += 1
    assert seen > 100


def _agency(series: str) -> str:
    return {DHS: "DHS", ICE: "ICE"}.get(series.partition("/")[0], "")


def test_no_value_divides_a_count_of_all_of_dhs_by_one_of_ice(bundled: Library) -> None:
    divided = 0
    for drawing in all_drawings(bundled):
        for mark in drawing.marks:
            for below in mark.over:
                divided += 1
                both = {_agency(mark.figure.series), _agency(below.series)} - {""}
                assert len(both) <= 1, (drawing.ref, mark.key)
    assert divided > 100


def test_no_chart_draws_counts_of_all_of_dhs_and_of_ice(bundled: Library) -> None:
    for drawing in all_drawings(bundled):
        agencies = {_agency(track.series.id) for track in drawing.tracks} - {""}
        assert len(agencies) <= 1, drawing.ref


def test_two_charts_stand_in_plots_of_their_own_whatever_they_are(bundled: Library) -> None:
    for name in bundled.charts:
        one = specs.drawing(bundled, f"chart:{name}")
        for partner in together.partners(bundled, one):
            assert partner.ref != one.ref
            assert specs.drawing(bundled, partner.ref).tracks != one.tracks


@pytest.mark.parametrize("more", ["", "&x.change=index:2012", "&x.change=log"])
def test_a_second_chart_adds_no_line_to_the_first(
    bundled: Library, qtbot: QtBot, more: str
) -> None:
    link = f"charts?item=chart:dhs-removals-and-returns&x.second=chart:ice-removals{more}"
    page = open_page(bundled, qtbot, link)
    assert page.second is not None
    above = {spot.key.partition("/")[0] for spot in page.plot.spots()}
    below = {spot.key.partition("/")[0] for spot in page.second.plot.spots()}
    assert (above, below) == ({DHS}, {ICE})
