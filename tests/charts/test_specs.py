"""What a chart shows: figures in their place, gaps as gaps, editions apart."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.charts import specs
from explorer.content.dates import When
from explorer.content.library import Library
from explorer.content.model import Break, Figure
from tests.charts.made import figure


def lengths(figures: list[Figure], *breaks: Break) -> list[int]:
    return [len(run) for run in specs.runs(specs.marks(figures), breaks)]


def test_a_fiscal_year_stands_at_its_middle() -> None:
    (mark,) = specs.marks([figure(fiscal_year=2010)])
    assert (mark.start, mark.end) == (date(2009, 10, 1), date(2010, 9, 30))
    assert date.fromordinal(int(mark.x)) == date(2010, 4, 1)


def test_a_missing_year_is_a_gap() -> None:
    assert lengths([figure(fiscal_year=year) for year in (2005, 2006, 2008, 2009)]) == [2, 2]


def test_a_change_of_method_breaks_the_line() -> None:
    rows = [figure(fiscal_year=year) for year in (2004, 2005, 2006, 2007)]
    assert lengths(rows, Break(at=When("2006"), why="a later edition")) == [2, 2]
    assert lengths(rows, Break(at=When("2004"), why="nothing before it")) == [4]


def test_counts_on_single_days_are_never_joined() -> None:
    rows = [figure(date=When(f"2011-01-0{day}")) for day in (1, 2, 3)]
    assert lengths(rows) == [1, 1, 1]


def test_months_are_joined_to_the_next_month() -> None:
    rows = [figure(date=When(text)) for text in ("2010-12", "2011-01", "2011-03")]
    assert lengths(rows) == [2, 1]


def test_part_of_a_year_is_not_joined_to_whole_years() -> None:
    rows = [figure(fiscal_year=2013), figure(fiscal_year=2014, period="2013-11/2014-03")]
    assert lengths(rows) == [1, 1]
    assert specs.marks(rows)[1].span == "period"
    assert specs.marks(rows)[1].start == date(2013, 11, 1)


def test_another_unit_is_not_joined() -> None:
    rows = [figure(fiscal_year=2010), figure(fiscal_year=2011, unit="counties")]
    assert lengths(rows) == [1, 1]


def test_marks_stand_in_order_of_time_and_have_names_of_their_own() -> None:
    rows = [figure(fiscal_year=year) for year in (2012, 2009, 2009)]
    assert [mark.key for mark in specs.marks(rows)] == ["t/s@2009", "t/s@2009~2", "t/s@2012"]


@given(st.lists(st.integers(-(10**12), 10**12), min_size=1))
def test_an_axis_holds_every_value_and_zero(thousandths: list[int]) -> None:
    values = [number / 1000 for number in thousandths]
    low, high = specs.bounds(values)
    assert low <= min(0.0, *values)
    assert high >= max(0.0, *values)
    found = specs.ticks(low, high)
    assert 1 <= len(found) <= 8
    assert all(low - 1e-6 * abs(low) <= tick <= high + 1e-6 * abs(high) for tick in found)


def test_shares_stand_on_a_whole() -> None:
    assert specs.bounds([12.0, 20.0], share=True) == (0.0, 100.0)


@given(st.integers(1890, 2025), st.integers(0, 130))
def test_years_are_whole_and_few(first: int, more: int) -> None:
    found = specs.years(date(first, 1, 1), date(first + more, 12, 31))
    assert len(found) <= 13
    steps = {later - one for one, later in pairwise(found)}
    assert len(steps) <= 1


# ------------------------------------------------------------------------------- real charts


def test_every_curated_chart_draws(bundled: Library) -> None:
    charts = specs.curated(bundled)
    assert len(charts) == 15
    for chart in charts:
        drawing = specs.drawing(bundled, f"chart:{chart.id}")
        assert drawing.marks, chart.id
        assert all(track.marks for track in drawing.tracks), chart.id
        assert len(drawing.tracks) <= specs.MOST_LINES or drawing.kind == "categories", chart.id


def test_every_series_draws(bundled: Library) -> None:
    for series in bundled.series.values():
        drawing = specs.drawing(bundled, f"series:{series.id}")
        assert len(drawing.marks) == len(bundled.figures(series.id))
        assert len({mark.key for mark in drawing.marks}) == len(drawing.marks)


def test_no_chart_puts_all_of_dhs_and_ice_on_one_axis(bundled: Library) -> None:
    for chart in specs.curated(bundled):
        tables = {plotted.series.partition("/")[0] for plotted in chart.series}
        assert not {"dhs-removals-returns", "ice-removals"} <= tables, chart.id


def test_lines_that_a_reader_could_subtract_have_one_unit(bundled: Library) -> None:
    mixed = [
        chart.id
        for chart in specs.curated(bundled)
        if len({bundled.series[plotted.series].unit for plotted in chart.series}) > 1
    ]
    assert mixed == ["dhs-removals-and-returns", "activated-jurisdictions", "agreements-287g"]


def test_the_dhs_lines_break_where_the_edition_changes(bundled: Library) -> None:
    drawing = specs.drawing(bundled, "chart:dhs-removals-and-returns")
    assert [[len(run) for run in track.runs] for track in drawing.tracks] == [[16, 16]] * 2
    assert all(track.breaks[0].at == When("2006") for track in drawing.tracks)


def test_interior_estimates_are_not_joined_to_published_counts(bundled: Library) -> None:
    drawing = specs.drawing(bundled, "series:ice-removals/interior")
    firsts = [run[0].figure.fiscal_year for run in drawing.tracks[0].runs]
    assert firsts == [2006, 2011, 2013, 2017, 2022]


def test_published_totals_stay_points_beside_the_monthly_count(bundled: Library) -> None:
    published, counted = specs.drawing(bundled, "chart:activated-jurisdictions").tracks
    assert [len(run) for run in published.runs] == [1] * 18
    assert [len(run) for run in counted.runs] == [52]


def test_stacks_sum_to_the_arrests_of_the_year(bundled: Library) -> None:
    drawing = specs.drawing(bundled, "chart:arrests-by-method")
    tops = {
        mark.figure.fiscal_year: top
        for mark, _, top in specs.stacks(drawing)
        if mark in drawing.tracks[-1].marks
    }
    arrests = {
        row.fiscal_year: row.value
        for row in bundled.figures("ice-encounters-arrests/ero-administrative-arrests")
    }
    assert len(tops) == 11
    assert all(abs(top - arrests[year]) <= 0.005 * arrests[year] for year, top in tops.items())
    assert max(specs.highest(drawing)) == max(tops.values())


def test_categories_of_one_day_leave_other_days_out(bundled: Library) -> None:
    drawing = specs.drawing(bundled, "chart:secure-communities-by-level")
    assert sum(mark.figure.value for mark in drawing.marks) == 46_929


@pytest.mark.parametrize(
    ("item", "shown"),
    [
        ("chart:detainers", "chart:detainers"),
        ("series:polls/uic-2012-feel-less-safe", "series:polls/uic-2012-feel-less-safe"),
        ("table:polls", "table:polls"),
        ("table:limits", "table:limits"),
        ("node:detainer", ""),
        ("event:never", ""),
        ("", ""),
    ],
)
def test_an_item_is_shown_as_itself_or_not_at_all(bundled: Library, item: str, shown: str) -> None:
    assert specs.chosen(bundled, item) == shown


def test_an_item_that_is_measured_is_shown_by_its_measure(bundled: Library) -> None:
    measured = next(
        f"program:{program.id}"
        for program in bundled.programs.values()
        if any(measure.by.startswith("series:") for measure in program.measures)
    )
    shown = specs.chosen(bundled, measured)
    assert shown.partition(":")[0] in ("chart", "series")
    assert bundled.has(shown)


def test_an_unknown_chart_gives_the_first(bundled: Library) -> None:
    assert specs.drawing(bundled, "chart:nothing").ref == "chart:dhs-removals-and-returns"


def test_other_editions_of_a_year_are_found(bundled: Library) -> None:
    drawing = specs.drawing(bundled, "chart:detainers")
    mark = drawing.mark("detainers-trac-and-estimates/detainers-issued-trac511@2012")
    assert mark is not None
    assert [row.value for row in specs.said_differently(bundled, mark)] == [273_982]
    ice = specs.drawing(bundled, "chart:ice-removals").mark("ice-removals/ice-total@2022")
    assert ice is not None
    assert 72_177 in [row.value for row in specs.said_differently(bundled, ice)]


def test_keys_walk_along_a_line_and_across_lines(bundled: Library) -> None:
    drawing = specs.drawing(bundled, "chart:dhs-removals-and-returns")
    first = specs.neighbor(drawing, "", 1)
    assert first == "dhs-removals-returns/returns-preferred@1990"
    assert specs.neighbor(drawing, first, -1) == first
    second = specs.neighbor(drawing, first, 1)
    assert second.endswith("@1991")
    assert specs.across(drawing, second, 1) == "dhs-removals-returns/removals-preferred@1991"
    assert specs.across(drawing, "", 1) == first


def test_the_time_axis_begins_and_ends_with_the_data(bundled: Library) -> None:
    drawing = specs.drawing(bundled, "chart:ice-removals")
    assert specs.span(drawing) == (date(2004, 10, 1), date(2024, 9, 30))
    for ref in [f"chart:{name}" for name in bundled.charts]:
        drawing = specs.drawing(bundled, ref)
        first, last = specs.span(drawing)
        starts, ends = [m.start for m in drawing.marks], [m.end for m in drawing.marks]
        if (max(ends) - min(starts)).days >= 365:
            assert (first, last) == (min(starts), max(ends)), ref


def test_claims_that_use_a_figure_are_found(bundled: Library) -> None:
    def claims(series: str, year: int) -> set[str]:
        row = next(row for row in bundled.figures(series) if row.fiscal_year == year)
        return {claim.id for claim in specs.claims_with(bundled, row)}

    total = claims("ice-removals/ice-total", 2013)
    assert {"trac-12", "ice-59", "ice-98", "ice-41-none"} <= total
    assert claims("ice-removals/interior", 2013) == {"ice-82"}
    assert claims("ice-removals/interior-criminal-share", 2013) == {"ice-82"}
    assert claims("ice-removals/ice-total", 2016) == set()
