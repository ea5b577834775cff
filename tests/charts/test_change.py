"""Changed charts: computed from the figures and saying how, or refused with the reason."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.charts import change, specs
from explorer.charts.change import Refusal, apply, bases, index, log, possible, rate, share
from explorer.charts.specs import Drawing, Mark
from explorer.content.dates import When
from explorer.content.library import Library
from tests.charts.made import drawing, figure, series, several, track, tracks, years


def of(*values: dict[int, float], **more: Any) -> Drawing:
    """A drawing with one track for each set of yearly figures."""
    found = [
        track(years(each, series=f"t/{number}"), series(f"t/{number}"), f"track {number}")
        for number, each in enumerate(values)
    ]
    return drawing(*found, **more)


def done(outcome: Drawing | Refusal) -> Drawing:
    assert isinstance(outcome, Drawing), outcome
    return outcome


def reason(outcome: Drawing | Refusal) -> str:
    assert isinstance(outcome, Refusal)
    return outcome.reason


def shown(found: Drawing) -> list[list[float]]:
    return [[mark.value for mark in one.marks] for one in found.tracks]


def marked(found: Drawing) -> dict[str, Mark]:
    return {mark.key: mark for mark in found.marks}


# -------------------------------------------------------------------------------- any chart at all


@given(several(most=2), st.integers(1990, 2024))
def test_a_changed_mark_keeps_its_name_its_place_and_its_figure(
    found: list[specs.Track], year: int
) -> None:
    before = drawing(*found, kind="stacked")
    for outcome in (index(before, str(year)), index(drawing(*found)), log(drawing(*found))):
        if isinstance(outcome, Drawing):
            for key, mark in marked(outcome).items():
                old = marked(before)[key]
                assert (mark.figure, mark.start, mark.end) == (old.figure, old.start, old.end)


@given(tracks())
def test_an_index_is_the_figure_over_that_of_the_base(found: specs.Track) -> None:
    for name in bases(drawing(found)):
        after = done(index(drawing(found), name))
        base = next(mark for mark in found.marks if mark.name == name)
        for mark in after.marks:
            assert mark.shown is not None
            assert mark.over == (base.figure,)
            exact = mark.figure.value / base.figure.value * 100
            assert mark.shown == pytest.approx(exact, abs=0.0500001)
            assert mark.is_computed
            assert not mark.is_exact
        assert marked(after)[base.key].value == 100


@given(tracks())
def test_an_index_never_compares_two_ways_of_counting(found: specs.Track) -> None:
    for name in bases(drawing(found)):
        after = done(index(drawing(found), name))
        base = next(mark for mark in found.marks if mark.name == name)
        for mark in after.marks:
            first, last = sorted((mark, base), key=lambda one: one.x)
            assert not specs.broken(first, last, found.series.breaks)
            assert mark.figure.unit == base.figure.unit
            assert mark.span == base.span
        dropped = {mark.key for mark in after.changes[0].left_out}
        assert dropped | set(marked(after)) == {mark.key for mark in found.marks}
        assert not dropped & set(marked(after))


@given(tracks())
def test_runs_of_a_changed_chart_join_only_what_was_joined(found: specs.Track) -> None:
    joined = {(a.key, b.key) for run in found.runs for a, b in pairwise(run)}
    for name in bases(drawing(found)):
        (after,) = done(index(drawing(found), name)).tracks
        assert [mark for run in after.runs for mark in run] == list(after.marks)
        for run in after.runs:
            assert run
            assert {(a.key, b.key) for a, b in pairwise(run)} <= joined


@given(several(2, 4, exact=True))
def test_shares_of_a_stack_add_up_to_a_hundred(found: list[specs.Track]) -> None:
    parts = [
        track(
            [
                figure(m.figure.value, series=f"t/{n}", fiscal_year=m.figure.fiscal_year)
                for m in one.marks
            ],
            series(f"t/{n}"),
        )
        for n, one in enumerate(found)
    ]
    before = drawing(*parts, kind="stacked")
    outcome = share(NOBODY, before)
    if isinstance(outcome, Refusal):
        assert outcome.reason in ("no-shared-period", "few")
        return
    sums: dict[str, list[float]] = {}
    for mark in outcome.marks:
        sums.setdefault(mark.name, []).append(mark.value)
    for values in sums.values():
        assert len(values) == len(found)
        assert sum(values) == pytest.approx(100, abs=0.05 * len(found) + 1e-6)
    assert outcome.is_share


@given(several(), st.sampled_from(("line", "stacked", "points")))
def test_every_change_is_offered_or_refused_with_a_reason(
    found: list[specs.Track], kind: str
) -> None:
    before = drawing(*found, kind=kind)
    offers = possible(NOBODY, before)
    assert [offer.change for offer in offers] == list(change.NAMES)
    for offer in offers:
        texts = [f"{offer.change}:{choice}" for choice in offer.choices] or [offer.change]
        for text in texts:
            assert isinstance(apply(NOBODY, before, text), Refusal) == bool(offer.refusal), text


# ------------------------------------------------------------------------------------------ index


def test_the_base_year_is_a_hundred() -> None:
    after = done(index(of({2010: 50, 2011: 100, 2012: 25}, {2010: 4, 2011: 2}), "2011"))
    assert shown(after) == [[50, 100, 25], [200, 100]]
    assert after.unit == "index"
    assert after.changes[0].base == "2011"


def test_a_year_can_be_the_base_where_every_track_has_a_figure() -> None:
    found = of({2010: 50, 2011: 100, 2012: 25}, {2011: 4, 2012: 2, 2013: 9})
    assert bases(found) == ("2011", "2012")
    assert done(index(found)).changes[0].base == "2011"
    refused = index(found, "2010")
    assert refused == Refusal("index", "missing-base", {"base": "2010", "track": "track 1"})


def test_zero_and_less_are_no_base() -> None:
    found = of({2010: 0, 2011: -5, 2012: 25})
    assert reason(index(found, "2010")) == "zero-base"
    assert reason(index(found, "2011")) == "zero-base"
    assert bases(found) == ("2012",)
    assert reason(index(of({2010: 0, 2011: 0}))) == "no-base"


def test_a_bound_is_no_base_but_can_be_compared_with_one() -> None:
    rows = [figure(10, fiscal_year=2010, qualifier="more_than"), figure(20, fiscal_year=2011)]
    found = drawing(track(rows))
    assert reason(index(found, "2010")) == "bound-base"
    after = done(index(found, "2011"))
    assert [(mark.value, mark.figure.qualifier) for mark in after.marks] == [
        (50, "more_than"),
        (100, "exact"),
    ]


def test_figures_beyond_a_break_are_left_out_of_an_index() -> None:
    found = drawing(track(years({2004: 5, 2005: 9, 2006: 1, 2007: 3}), series(breaks=["2006"])))
    after = done(index(found, "2006"))
    assert [mark.name for mark in after.marks] == ["2006", "2007"]
    assert [mark.name for mark in after.changes[0].left_out] == ["2004", "2005"]
    assert not after.tracks[0].breaks
    assert [len(run) for run in after.tracks[0].runs] == [2]


def test_what_is_not_in_years_has_no_index() -> None:
    days = [figure(1, date=When("2011-01-03")), figure(2, date=When("2011-02"))]
    assert reason(index(drawing(track(days, series(period="date"))))) == "single-days"
    assert reason(index(of({2010: 1}, {2010: 2}, kind="categories"))) == "not-in-time"
    assert reason(index(of({2010: 1}))) == "few"
    assert reason(index(of({2010: 1, 2011: 2}, unit="percent of arrests"))) == "is-share"


def test_months_of_a_monthly_series_can_be_the_base() -> None:
    months = [figure(n, date=When(f"2010-0{n}")) for n in (1, 2, 4)]
    found = drawing(track(months, series(period="month")))
    assert bases(found) == ("2010-01", "2010-02", "2010-04")
    assert shown(done(index(found, "2010-02"))) == [[50, 100, 200]]


def test_stacked_parts_are_lines_as_an_index() -> None:
    assert done(index(of({2010: 1, 2011: 2}, {2010: 2, 2011: 1}, kind="stacked"))).kind == "line"


# ------------------------------------------------------------------------------------------ share


class Nobody:
    """A library of a few series, for what a chart is divided by."""

    def __init__(self, **rows: list[Any]) -> None:
        self.rows = {f"t/{name}": found for name, found in rows.items()}
        self.series = {name: series(name) for name in self.rows}

    def figures(self, name: str) -> tuple[Any, ...]:
        return tuple(self.rows[name])


NOBODY: Any = Nobody()


def test_a_share_is_of_the_total_that_the_content_names() -> None:
    total: Any = Nobody(all=years({2010: 200, 2011: 400}, series="t/all"))
    after = done(share(total, of({2010: 50, 2011: 100, 2012: 1}, {2010: 20}, whole="t/all")))
    assert shown(after) == [[25, 25], [10]]
    assert [mark.name for mark in after.changes[0].left_out] == ["2012"]
    assert after.tracks[0].marks[0].over[0].series == "t/all"


def test_a_total_that_is_only_a_bound_divides_nothing() -> None:
    rows = [figure(200, series="t/all", fiscal_year=2010, qualifier="more_than")]
    rows += years({2011: 400, 2012: 400}, series="t/all")
    total: Any = Nobody(all=rows)
    after = done(share(total, of({2010: 50, 2011: 100, 2012: 1}, whole="t/all")))
    assert [mark.name for mark in after.marks] == ["2011", "2012"]


def test_no_line_joins_what_a_missing_total_left_apart() -> None:
    total: Any = Nobody(all=years({2010: 10, 2012: 10}, series="t/all"))
    (after,) = done(share(total, of({2010: 1, 2011: 2, 2012: 3}, whole="t/all"))).tracks
    assert [[mark.name for mark in run] for run in after.runs] == [["2010"], ["2012"]]


def test_two_totals_for_one_year_divide_nothing() -> None:
    rows = years({2010: 200}, series="t/all") + years({2010: 300, 2011: 5}, series="t/all")
    total: Any = Nobody(all=rows)
    assert reason(share(total, of({2010: 50}, whole="t/all"))) == "no-shared-period"


def test_parts_that_are_more_than_their_total_are_refused() -> None:
    total: Any = Nobody(all=years({2010: 100, 2011: 100}, series="t/all"))
    found = of({2010: 80, 2011: 50}, {2010: 30, 2011: 50}, whole="t/all")
    refused = share(total, found)
    assert refused == Refusal(
        "share", "more-than-total", {"period": "2010", "parts": 110, "total": 100}
    )
    rounded = of({2010: 80, 2011: 50}, {2010: 20.5, 2011: 50}, whole="t/all")
    assert isinstance(share(total, rounded), Drawing)


def test_lines_that_are_no_parts_have_no_share() -> None:
    assert reason(share(NOBODY, of({2010: 1, 2011: 2}))) == "no-total"
    assert reason(share(NOBODY, of({2010: 1}, {2010: 2}, kind="categories"))) == "no-total"
    assert reason(share(NOBODY, of({2010: 1, 2011: 2}, kind="stacked"))) == "no-total"
    assert reason(share(NOBODY, of({2010: 1}, unit="percent"))) == "is-share"


def test_parts_in_two_units_or_editions_have_no_share() -> None:
    boats = track(years({2010: 1}, unit="boats"), series("t/1"))
    people = track(years({2010: 1}), series("t/2"))
    refused = share(NOBODY, drawing(boats, people, kind="stacked"))
    assert refused == Refusal("share", "units", {"units": ("boats", "people")})
    old = track(years({2010: 1}, series="t/1"), series("t/1", edition="2013"))
    new = track(years({2010: 1}, series="t/2"), series("t/2", edition="2021"))
    refused = share(NOBODY, drawing(old, new, kind="stacked"))
    assert refused == Refusal("share", "editions", {"editions": ("2013", "2021")})


# ------------------------------------------------------------------------------------------- rate


def test_a_rate_divides_by_the_figure_of_the_same_year() -> None:
    below: Any = Nobody(money=years({2010: 4, 2011: 5}, series="t/money"))
    after = done(rate(below, of({2010: 100, 2011: 200, 2012: 9}, per=("t/money",))))
    assert shown(after) == [[25, 40]]
    assert (after.changes[0].by, after.changes[0].times) == ("t/money", 1)
    assert [mark.name for mark in after.changes[0].left_out] == ["2012"]


def test_small_rates_are_given_per_a_round_number() -> None:
    below: Any = Nobody(people=years({2010: 4_000_000, 2011: 5_000_000}, series="t/people"))
    after = done(rate(below, of({2010: 8_000, 2011: 11_000}, per=("t/people",))))
    assert after.changes[0].times == 1000
    assert shown(after) == [[2.0, 2.2]]


def test_an_estimate_for_a_year_divides_the_fiscal_year_of_that_name() -> None:
    rows = [figure(4, series="t/people", date=When(str(year))) for year in (2010, 2011)]
    after = done(rate(Nobody(people=rows), of({2010: 8, 2011: 12}, per=("t/people",))))  # type: ignore[arg-type]
    assert shown(after) == [[2, 3]]


def test_a_rate_needs_a_denominator_of_the_content_for_two_years() -> None:
    below: Any = Nobody(money=years({2010: 4}, series="t/money"))
    assert reason(rate(below, of({2010: 1, 2011: 2}))) == "no-denominator"
    assert reason(rate(below, of({2010: 1, 2011: 2}), "t/money")) == "no-denominator"
    refused = rate(below, of({2010: 1, 2011: 2}, per=("t/money",)))
    assert refused == Refusal("rate", "few", {"count": 1, "by": "t/money"})


def test_a_denominator_that_changes_its_way_of_counting_is_refused() -> None:
    below: Any = Nobody(money=years({2010: 4, 2011: 5}, series="t/money"))
    below.series["t/money"] = series("t/money", breaks=["2011"])
    found = of({2010: 1, 2011: 2}, per=("t/money",))
    assert reason(rate(below, found)) == "denominator-changes"


def test_zero_divides_nothing() -> None:
    below: Any = Nobody(money=years({2010: 0, 2011: 5, 2012: 5}, series="t/money"))
    after = done(rate(below, of({2010: 1, 2011: 10, 2012: 20}, per=("t/money",))))
    assert [mark.name for mark in after.marks] == ["2011", "2012"]


# -------------------------------------------------------------------------------------------- log


def test_a_log_axis_keeps_the_figures() -> None:
    before = of({2010: 1, 2011: 1000})
    after = done(log(before))
    assert after.is_log
    assert after.marks == before.marks
    assert all(mark.is_exact for mark in after.marks)


def test_zero_and_less_have_no_place_on_a_log_axis() -> None:
    refused = log(of({2010: 5, 2011: 0}))
    assert refused == Refusal("log", "not-positive", {"value": 0, "period": "2011"})
    assert reason(log(of({2010: 5, 2011: -17}))) == "not-positive"


def test_bars_stacks_and_shares_have_no_log_axis() -> None:
    assert reason(log(of({2010: 5, 2011: 6}, kind="stacked"))) == "from-zero"
    assert reason(log(of({2010: 5}, {2010: 6}, kind="categories"))) == "from-zero"
    assert reason(log(of({2010: 5, 2011: 6}, unit="percent"))) == "is-share"
    assert reason(log(of({2010: 5}))) == "few"


def test_one_series_in_several_units_has_no_log_axis() -> None:
    rows = [figure(1, fiscal_year=2010), figure(1, fiscal_year=2011, unit="boats")]
    assert reason(log(drawing(track(rows)))) == "units"


@given(st.lists(st.integers(1, 10**9), min_size=2))
def test_the_powers_of_ten_hold_every_value(numbers: list[int]) -> None:
    low, high = specs.log_bounds(map(float, numbers))
    assert low <= min(numbers)
    assert max(numbers) <= high
    assert low < high
    found = specs.log_ticks(low, high)
    assert (found[0], found[-1]) == (low, high)
    assert list(found) == sorted(set(found))


# --------------------------------------------------------------------------- links and real charts


def test_changes_follow_one_another_as_a_link_says() -> None:
    found = of({2010: 50, 2011: 100})
    after = done(apply(NOBODY, found, "index:2011,log"))
    assert [made.id for made in after.changes] == ["index", "log"]
    assert apply(NOBODY, found, "") is found
    assert reason(apply(NOBODY, found, "index:2011,share")) == "changed"
    assert reason(apply(NOBODY, found, "log,log")) == "changed"
    assert reason(apply(NOBODY, found, "index:1900,log")) == "missing-base"
    assert apply(NOBODY, found, "sqrt") == Refusal("log", "unknown", {"text": "sqrt"})


def test_the_offers_of_the_real_charts(bundled: Library) -> None:
    allowed = {
        name: [
            offer.change
            for offer in possible(bundled, specs.drawing(bundled, f"chart:{name}"))
            if not offer.refusal
        ]
        for name in bundled.charts
    }
    assert allowed["ice-removals"] == ["index", "rate", "log"]
    assert allowed["arrests-by-method"] == ["index", "share"]
    assert allowed["secure-communities-by-level"] == ["share"]
    assert allowed["offenses-2013"] == ["share"]
    assert allowed["frequent-convictions-2013"] == []
    assert allowed["appropriations"] == ["index", "share", "log"]
    assert allowed["with-and-without-conviction"] == ["index", "share", "log"]
    assert allowed["interior-and-border"] == ["index", "log"]
    assert allowed["places-limiting-detainers"] == []
    assert allowed["agreements-287g"] == ["log"]


def test_tracs_twelve_percent_is_the_share_of_its_level_1_group(bundled: Library) -> None:
    after = done(share(bundled, specs.drawing(bundled, "chart:offenses-2013")))
    found = {one.label: one.marks[0].value for one in after.tracks}
    assert found["Level 1 group"] == 11.7
    assert round(found["Level 1 group"]) == bundled.claims["trac-12"].value


def test_an_index_of_the_dhs_series_stays_within_one_edition(bundled: Library) -> None:
    found = specs.drawing(bundled, "chart:dhs-removals-and-returns")
    late = done(index(found, "2006"))
    assert {mark.figure.source for mark in late.marks} == {"dhs-yb2021-gist"}
    early = done(index(found, "2005"))
    assert {mark.figure.source for mark in early.marks} == {"dhs-yearbook-2013-table-39"}
    assert len(late.marks) + len(early.marks) == len(found.marks)


def test_every_series_can_be_asked_for_every_change(bundled: Library) -> None:
    for name in bundled.series:
        found = specs.drawing(bundled, f"series:{name}")
        assert len(possible(bundled, found)) == 4
        if not found.is_share:
            assert all(isinstance(index(found, base), Drawing) for base in bases(found)), name
