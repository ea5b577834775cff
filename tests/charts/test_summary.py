"""What is said of a chart is true by its figures, whatever they are."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given

from explorer.charts import specs
from explorer.charts.change import index
from explorer.charts.specs import Drawing, Mark
from explorer.charts.summary import Statement, short, summary
from explorer.content.dates import When
from explorer.content.library import Library
from tests.charts.made import drawing, figure, series, several, track, tracks, years

COMPARED = ("rose", "fell", "same", "from-to", "rose-fell", "fell-rose")
COURSES = (*COMPARED, "one")


def told(shown: Drawing) -> list[tuple[str, list[str]]]:
    """What is said of each track, with the names of the marks."""
    found = [one for one in summary(shown) if one.says in COURSES]
    return [(one.says, [mark.name for mark in one.marks]) for one in found]


def said(shown: Drawing, what: str) -> list[Statement]:
    return [one for one in summary(shown) if one.says == what]


def of(values: dict[int, float], **more: Any) -> Drawing:
    return drawing(track(years(values, **more)))


# -------------------------------------------------------------------------------- any chart at all


@given(several())
def test_a_rise_is_only_said_where_the_later_figure_is_higher(found: list[specs.Track]) -> None:
    for one in summary(drawing(*found)):
        if one.says in COMPARED:
            _is_true(one.says, one.marks)


def _is_true(says: str, marks: tuple[Mark, ...]) -> None:
    steps = [(a.value, b.value) for a, b in pairwise(marks)]
    ways = {"rose": [1], "fell": [-1], "rose-fell": [1, -1], "fell-rose": [-1, 1]}
    if says in ways:
        assert [(b > a) - (b < a) for a, b in steps] == ways[says]
        assert not any(_overlap(a, b) for a, b in pairwise(marks))
    if says == "same":
        assert len({mark.value for mark in marks}) == 1
        assert {mark.figure.qualifier for mark in marks} <= {"exact", "computed"}


def _overlap(one: Mark, other: Mark) -> bool:
    """Whether the words of the sources leave open which of the two is higher."""
    return one.least <= other.most and other.least <= one.most


@given(several())
def test_no_comparison_reaches_over_a_break_a_unit_or_a_kind_of_period(
    found: list[specs.Track],
) -> None:
    for one in summary(drawing(*found)):
        if one.says in COMPARED:
            assert one.track is not None
            assert set(one.marks) <= set(one.track.marks)
            assert not specs.broken(one.marks[0], one.marks[-1], one.track.series.breaks)
            assert len({mark.figure.unit for mark in one.marks}) == 1
            assert len({mark.span for mark in one.marks}) == 1
            assert "period" not in {mark.span for mark in one.marks}
            assert [m.x for m in one.marks] == sorted(m.x for m in one.marks)


@given(tracks())
def test_a_turn_is_the_highest_or_lowest_of_all_that_can_be_compared(found: specs.Track) -> None:
    for one in summary(drawing(found)):
        if one.says in ("rose-fell", "fell-rose"):
            first, turn, last = one.marks
            between = [
                mark.value
                for mark in found.marks
                if first.x <= mark.x <= last.x
                and (mark.span, mark.figure.unit) == (first.span, first.figure.unit)
            ]
            assert turn.value == (max if one.says == "rose-fell" else min)(between)


@given(tracks())
def test_every_figure_is_in_a_statement_about_how_things_go_or_between_two_that_are(
    found: specs.Track,
) -> None:
    stretches = [
        (one.marks[0].x, one.marks[-1].x, one.marks[0].figure.unit)
        for one in summary(drawing(found))
        if one.says in COMPARED
    ]
    alone = {
        mark
        for one in summary(drawing(found))
        if one.says in ("one", "apart")
        for mark in one.marks
    }
    for mark in found.marks:
        inside = any(a <= mark.x <= b and unit == mark.figure.unit for a, b, unit in stretches)
        assert inside or mark in alone


@given(tracks())
def test_gaps_are_the_years_without_a_figure(found: specs.Track) -> None:
    shown = {mark.figure.fiscal_year for mark in found.marks if mark.span == "fiscal year"}
    missing: set[int] = set()
    for one in said(drawing(found), "gap"):
        gap = range(int(str(one.facts["first"])), int(str(one.facts["last"])) + 1)
        assert one.facts["count"] == len(gap)
        missing |= set(gap)
    known = [year for year in shown if year is not None]
    whole = set(range(min(known), max(known) + 1)) if known else set()
    assert missing == whole - set(known)


@given(several())
def test_figures_are_counted_as_their_sources_word_them(found: list[specs.Track]) -> None:
    shown = drawing(*found)
    (count,) = said(shown, "count")
    assert count.facts == {"count": len(shown.marks), "tracks": len(found)}
    qualified = said(shown, "qualified")
    told = dict(qualified[0].facts) if qualified else {}
    counts = Counter(mark.figure.qualifier for mark in shown.marks)
    assert told == {name: count for name, count in counts.items() if name != "exact"}


@given(several(most=2))
def test_a_caption_has_the_same_statements_without_the_asides(found: list[specs.Track]) -> None:
    shown = drawing(*found)
    wanted = [one for one in summary(shown) if one.says in (*COURSES, "apart")]
    assert list(short(shown)) == wanted
    assert wanted


# ----------------------------------------------------------------------------------- made-up ones


def test_a_chart_without_figures_says_so() -> None:
    for kind in ("line", "stacked", "categories"):
        assert [one.says for one in short(drawing(track([]), kind=kind))] == ["none"]


def test_rise_fall_and_turn_are_named_with_their_years() -> None:
    assert told(of({2010: 1, 2011: 5, 2012: 9})) == [("rose", ["2010", "2012"])]
    assert told(of({2010: 9, 2011: 5, 2012: 1})) == [("fell", ["2010", "2012"])]
    assert told(of({2010: 1, 2011: 9, 2012: 2})) == [("rose-fell", ["2010", "2011", "2012"])]
    assert told(of({2010: 9, 2011: 1, 2012: 8})) == [("fell-rose", ["2010", "2011", "2012"])]
    assert told(of({2010: 4, 2011: 4})) == [("same", ["2010", "2011"])]
    assert told(of({2010: 4})) == [("one", ["2010"])]


def test_a_small_bump_on_the_way_is_no_turn() -> None:
    assert told(of({2010: 100, 2011: 104, 2012: 20})) == [("fell", ["2010", "2012"])]


def test_a_lower_bound_leaves_open_whether_it_rose() -> None:
    rows = [
        figure(392_000, fiscal_year=2010, qualifier="more_than"),
        figure(396_906, fiscal_year=2011),
    ]
    assert told(drawing(track(rows))) == [("from-to", ["2010", "2011"])]
    assert told(drawing(track(years({2009: 1}) + rows[:1]))) == [("rose", ["2009", "2010"])]


def test_an_upper_bound_leaves_open_whether_it_fell() -> None:
    rows = [figure(10, fiscal_year=2010, qualifier="at_most"), figure(8, fiscal_year=2011)]
    assert told(drawing(track(rows))) == [("from-to", ["2010", "2011"])]


def test_rounded_figures_nearer_than_their_rounding_are_not_compared() -> None:
    rows = [figure(142_000, fiscal_year=2010, qualifier="about"), figure(142_300, fiscal_year=2011)]
    assert told(drawing(track(rows))) == [("from-to", ["2010", "2011"])]
    far = [rows[0], figure(143_000, fiscal_year=2011)]
    assert told(drawing(track(far))) == [("rose", ["2010", "2011"])]


def test_each_side_of_a_break_is_told_by_itself_and_the_reason_given() -> None:
    rows = years({2004: 5, 2005: 9, 2006: 1, 2007: 3})
    shown = drawing(track(rows, series(breaks=["2006"])))
    assert told(shown) == [("rose", ["2004", "2005"]), ("rose", ["2006", "2007"])]
    (item,) = said(shown, "break")
    assert item.facts["why"] == "Changed in 2006."
    assert [mark.name for mark in item.marks] == ["2005", "2006"]


def test_figures_alone_beside_a_break_stand_by_themselves() -> None:
    shown = drawing(track(years({2009: 5, 2012: 9, 2023: 1}), series(breaks=["2012", "2023"])))
    assert told(shown) == [("one", ["2009"]), ("one", ["2012"]), ("one", ["2023"])]


def test_counts_of_different_units_stand_apart() -> None:
    rows = [
        figure(100, date=When("2014-06-06"), unit="localities", qualifier="more_than"),
        figure(140, date=When("2014-07-24"), unit="counties", qualifier="more_than"),
        figure(360, date=When("2015-07"), unit="jurisdictions", qualifier="more_than"),
    ]
    (apart,) = said(drawing(track(rows, series(period="date"))), "apart")
    assert [mark.value for mark in apart.marks] == [100, 140, 360]
    assert apart.facts["reason"] == "units"


def test_sums_over_stretches_of_time_are_not_compared() -> None:
    rows = [figure(7, period="2006/2008"), figure(9, period="2009/2010")]
    (apart,) = said(drawing(track(rows, series(period="period"))), "apart")
    assert apart.facts["reason"] == "periods"


def test_missing_months_are_named() -> None:
    rows = [figure(1, date=When("2010-11")), figure(2, date=When("2011-02"))]
    (gap,) = said(drawing(track(rows, series(period="month"))), "gap")
    assert (gap.facts["first"], gap.facts["last"]) == ("2010-12", "2011-01")


def test_single_days_have_no_gaps() -> None:
    rows = [figure(1, date=When("2010-11-03")), figure(2, date=When("2012-02"))]
    assert not said(drawing(track(rows, series(period="date"))), "gap")


def parts(*values: dict[int, float], **more: Any) -> Drawing:
    names = [f"t/{number}" for number in range(len(values))]
    found = [
        track(years(value, series=name, **more), series(name))
        for name, value in zip(names, values, strict=True)
    ]
    return drawing(*found, kind="stacked")


def test_stacks_tell_their_totals_and_largest_parts() -> None:
    shown = parts({2010: 6, 2011: 1}, {2010: 3, 2011: 2})
    (total,) = said(shown, "total-fell")
    assert total.facts == {"first": 9, "last": 3}
    (largest,) = said(shown, "largest")
    assert [mark.figure.series for mark in largest.marks] == ["t/0", "t/1"]


def test_a_stack_without_all_its_parts_has_no_total() -> None:
    shown = parts({2010: 6, 2011: 1}, {2010: 3, 2012: 2})
    assert not [one for one in summary(shown) if one.says.startswith("total")]


def test_bounds_add_up_to_no_total_and_equal_parts_have_no_largest() -> None:
    bounded = parts({2010: 6, 2011: 1}, {2010: 3, 2011: 2}, qualifier="more_than")
    assert not [one for one in summary(bounded) if one.says.startswith("total")]
    assert not said(parts({2010: 3, 2011: 1}, {2010: 3, 2011: 2}), "largest")


def test_bars_are_ranked_where_they_count_one_thing_over_one_time() -> None:
    bars = [track(years({2013: v}, series=f"t/{v}"), series(f"t/{v}")) for v in (3, 9, 5)]
    (ranking,) = said(drawing(*bars, kind="categories"), "ranking")
    assert [mark.value for mark in ranking.marks] == [9, 5, 3]
    other = track(years({2014: 4}, series="t/x"), series("t/x"))
    mixed = drawing(*bars, other, kind="categories")
    assert not said(mixed, "ranking")
    assert [mark.value for mark in said(mixed, "apart")[0].marks] == [3, 9, 5, 4]


def test_figures_left_out_by_a_change_are_told() -> None:
    shown = index(
        drawing(track(years({2004: 5, 2005: 9, 2006: 1, 2007: 3}), series(breaks=["2006"])))
    )
    assert isinstance(shown, Drawing)
    (left,) = said(shown, "left-out")
    assert [mark.name for mark in left.marks] == ["2006", "2007"]


# ------------------------------------------------------------------------------------ real charts


def real(library: Library) -> list[Drawing]:
    refs = [f"chart:{name}" for name in library.charts]
    refs += [f"series:{name}" for name in library.series]
    return [specs.drawing(library, ref) for ref in refs]


def test_every_chart_and_series_says_something_true(bundled: Library) -> None:
    for shown in real(bundled):
        assert short(shown), shown.ref
        for one in summary(shown):
            if one.says in COMPARED:
                _is_true(one.says, one.marks)
                assert one.track is not None
                breaks = one.track.series.breaks
                assert not specs.broken(one.marks[0], one.marks[-1], breaks), shown.ref


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ice-removals", [("rose-fell", ["2005", "2012", "2022"]), ("rose", ["2023", "2024"])]),
        (
            "interior-and-border",
            [
                ("fell", ["2013", "2022"]),
                ("rose", ["2006", "2011"]),
                ("fell", ["2013", "2016"]),
                ("fell-rose", ["2017", "2022", "2024"]),
            ],
        ),
        (
            "detainers",
            [("fell-rose", ["2012", "2016", "2017"]), ("rose-fell", ["2008", "2011", "2022"])],
        ),
    ],
)
def test_real_charts_are_told_stretch_by_stretch(
    bundled: Library, name: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert told(specs.drawing(bundled, f"chart:{name}")) == expected


def test_the_places_that_limit_detainers_are_three_figures_apart(bundled: Library) -> None:
    shown = specs.drawing(bundled, "chart:places-limiting-detainers")
    assert [one.says for one in short(shown)] == ["apart"]
