"""The whole timeline at one size: nothing overlaps, nothing leaves its lane, views stay in range."""

from __future__ import annotations

from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.content.dates import When
from explorer.content.library import Library
from explorer.content.model import LANES
from explorer.timeline.items import Bar, Contents, Mark, busiest_years, contents
from explorer.timeline.layout import STEP
from explorer.timeline.seen import Lane, Seen, SeenCluster, View
from explorer.timeline.sheet import Sheet, Sizes, share
from tests.timeline.test_layout import WORDS, metrics

Box = tuple[float, float, float, float]


def sizes(width: float = 1280, height: float = 720, scale: float = 1.0) -> Sizes:
    return Sizes(
        metrics=metrics(scale),
        measure_bar=lambda text: len(text) * 7 * scale,
        width=width - 150 * scale,
        height=height,
        band=20 * scale,
        axis=22 * scale,
        bar=19 * scale,
        lane_pad=3 * scale,
        thin=16 * scale,
        margin=20 * scale,
    )


def mark(day: int, lane: str, weight: int = 2, title: str = "A title of some length") -> Mark:
    when = When(date.fromordinal(day).isoformat())
    return Mark(f"event:{day}", lane, day + 0.5, day, day + 1, day + 1, weight, title, when)


def bar(name: str, first: int, last: int) -> Bar:
    start, end = When(date.fromordinal(first).isoformat()), When(date.fromordinal(last).isoformat())
    return Bar(f"program:{name}", name, name[:8], first, last + 1, False, len(name), start, end, ())


FIRST, LAST = date(1986, 1, 1).toordinal(), date(2025, 12, 31).toordinal()


@st.composite
def made_up(draw: st.DrawFn) -> Contents:
    """Contents with up to 80 events, half of them in one year, and up to 15 programs."""
    center = draw(st.integers(FIRST, LAST - 400))
    days = st.integers(FIRST, LAST) | st.integers(center, center + 365)
    marks = [
        mark(day, draw(st.sampled_from(LANES)), draw(st.integers(1, 3)), " ".join(draw(WORDS)))
        for day in draw(st.lists(days, max_size=80))
    ]
    ends = st.tuples(st.integers(FIRST, LAST), st.integers(FIRST, LAST))
    bars = [
        bar(" ".join(draw(WORDS)) + str(n), min(pair), max(pair))
        for n, pair in enumerate(draw(st.lists(ends, max_size=15)))
    ]
    bars.sort(key=lambda one: (one.first, one.last))
    marks.sort(key=lambda one: one.day)
    return Contents(tuple(marks), tuple(bars), (), date(1986, 1, 1), date(2025, 12, 31))


SIZES = st.sampled_from(
    [(1024, 768, 3.0), (1024, 768, 1.0), (1280, 320, 1.0), (1280, 720, 2.0), (1920, 1080, 1.5)]
)


def boxes(sheet: Sheet, lane: Lane, view: View) -> list[Box]:
    """Everything in a lane: left, top, right, bottom."""
    row, bar_height = sheet.sizes.metrics.row, sheet.sizes.bar
    found = [(one.left, one.top, one.right, one.top + row) for one in sheet.titles(lane, view)]
    for one in sheet.clusters(lane, view):
        half, high = one.cluster.half, lane.height if lane.folded else row
        top = lane.top if lane.folded else one.top
        found.append((one.x - half, top, one.x + half, top + high))
    for one in sheet.seen_bars(lane, view):
        name_right = one.name_left + sheet.sizes.measure_bar(one.name.text)
        left, right = min(one.left, one.name_left), max(one.right, name_right)
        found.append((left, one.top, right, one.top + bar_height))
    return found


@settings(max_examples=500, deadline=None)
@given(made_up(), SIZES, st.floats(0, 1), st.floats(0, 1), st.booleans())
def test_nothing_overlaps_and_nothing_leaves_its_lane(
    made: Contents, size: tuple[int, int, float], closer: float, along: float, fold: bool
) -> None:
    sheet = Sheet(made, sizes(*size), folded=("courts",) if fold else ())
    scale = sheet.base * (sheet.closest / sheet.base) ** closer
    view = sheet.view(sheet.start + along * (sheet.end - sheet.start), scale)
    for lane in sheet.lanes:
        found = boxes(sheet, lane, view)
        for _, top, _, bottom in found:
            assert lane.top - 1e-6 <= top
            assert bottom <= lane.top + lane.height + 1e-6
        for (l1, t1, r1, b1), (l2, t2, r2, b2) in combinations(found, 2):
            apart = r1 <= l2 + 1e-4 or r2 <= l1 + 1e-4 or b1 <= t2 + 1e-6 or b2 <= t1 + 1e-6
            assert apart


@settings(max_examples=100, deadline=None)
@given(made_up(), st.floats(0, 1), st.floats(0, 1))
def test_moving_sideways_changes_no_title(made: Contents, closer: float, along: float) -> None:
    sheet = Sheet(made, sizes())
    scale = sheet.base * (sheet.closest / sheet.base) ** closer
    one = sheet.view(sheet.start + along * (sheet.end - sheet.start), scale)
    other = sheet.view(one.left + one.width / scale / 3, scale)
    for lane in sheet.lanes:
        before = {seen.mark: (seen.slot, seen.top) for seen in sheet.titles(lane, one)}
        after = {seen.mark: (seen.slot, seen.top) for seen in sheet.titles(lane, other)}
        assert all(before[key] == after[key] for key in before.keys() & after.keys())


@settings(max_examples=100, deadline=None)
@given(made_up(), st.floats(0, 1), st.floats(0, 1))
def test_an_event_in_view_keeps_its_title_when_the_view_comes_closer(
    made: Contents, closer: float, along: float
) -> None:
    sheet = Sheet(made, sizes())
    scale = sheet.base * (sheet.closest / sheet.base) ** closer
    view = sheet.view(sheet.start + along * (sheet.end - sheet.start), scale)
    near = sheet.zoomed(view, STEP * 1.7, view.width / 2)
    for lane in sheet.lanes:
        titled = {seen.mark for seen in sheet.titles(lane, view)}
        untitled = {one for seen in sheet.clusters(lane, near) for one in seen.marks}
        assert not titled & untitled


@settings(max_examples=50, deadline=None)
@given(made_up(), st.floats(0, 1))
def test_a_single_event_is_found_where_the_lane_shows_it(made: Contents, closer: float) -> None:
    sheet = Sheet(made, sizes())
    view = sheet.view(sheet.start, sheet.base * (sheet.closest / sheet.base) ** closer)
    for lane in sheet.lanes:
        for seen in sheet.titles(lane, view):
            assert sheet.spot(seen.mark, view) == seen
        for cluster in sheet.clusters(lane, view):
            assert all(sheet.spot(one, view) == cluster for one in cluster.marks)


def test_lanes_follow_one_another_without_gaps(bundled: Library) -> None:
    sheet = Sheet(contents(bundled), sizes())
    assert sheet.lanes[0].top == sheet.sizes.band
    for upper, lower in pairwise(sheet.lanes):
        assert lower.top == pytest.approx(upper.top + upper.height)


def test_the_programs_of_the_moment_are_shown_where_not_all_have_room(bundled: Library) -> None:
    sheet = Sheet(contents(bundled), sizes(1000, 300))
    lanes, rows = sheet.lanes, sheet.bars.rows
    for day, program in ((date(2015, 8, 1), "pep"), (date(2018, 3, 1), "sc-restored")):
        sheet.prefer(day.toordinal() + 0.5)
        first = sheet.bars
        assert f"program:{program}" in {placed.bar.ref for placed in first.placed}
        assert first.left_over
        assert not sheet.prefer(day.toordinal() + 0.5)
        sheet.prefer(date(1990, 1, 1).toordinal() + 0.5)
        sheet.prefer(day.toordinal() + 0.5)
        assert sheet.bars == first
        assert (sheet.lanes, sheet.bars.rows) == (lanes, rows)


def test_a_small_sheet_is_higher_than_its_window_and_can_be_scrolled(bundled: Library) -> None:
    sheet = Sheet(contents(bundled), sizes(1024, 300, 3.0))
    assert sheet.height > 300
    assert all(lane.rows >= 1 for lane in sheet.lanes)


def test_a_folded_lane_keeps_its_marks_and_loses_its_titles(bundled: Library) -> None:
    sheet = Sheet(contents(bundled), sizes(), folded=("courts",))
    lane = next(lane for lane in sheet.lanes if lane.name == "courts")
    assert lane.height == sheet.sizes.thin
    assert not sheet.titles(lane, sheet.everything())
    gathered = [one for seen in sheet.clusters(lane, sheet.everything()) for one in seen.marks]
    assert len(gathered) == len(bundled.in_lane("courts"))


def test_lanes_stand_in_the_order_asked_for(bundled: Library) -> None:
    order = tuple(reversed(LANES))
    assert tuple(lane.name for lane in Sheet(contents(bundled), sizes(), order).lanes) == order


def test_a_view_never_leaves_the_axis(bundled: Library) -> None:
    sheet = Sheet(contents(bundled), sizes())
    for left, scale in ((-1e9, 0.0), (1e9, 1e9), (sheet.start, sheet.base)):
        view = sheet.view(left, scale)
        assert sheet.base <= view.scale <= sheet.closest
        assert sheet.start - 1e-6 <= view.left
        assert view.right <= sheet.end + 1e-6


def test_zooming_keeps_the_day_under_the_pointer(bundled: Library) -> None:
    sheet = Sheet(contents(bundled), sizes())
    view = sheet.view_of(date(2008, 1, 1).toordinal(), date(2014, 1, 1).toordinal())
    assert sheet.zoomed(view, 2, 300).day(300) == pytest.approx(view.day(300))


def test_everything_real_is_in_the_view_of_everything(bundled: Library) -> None:
    made = contents(bundled)
    sheet = Sheet(made, sizes())
    view = sheet.everything()
    seen = [one.mark for lane in sheet.lanes for one in sheet.titles(lane, view)]
    for lane in sheet.lanes:
        seen += [one for cluster in sheet.clusters(lane, view) for one in cluster.marks]
    assert sorted(seen) == list(range(len(bundled.events)))


def test_the_closest_view_is_one_week(bundled: Library) -> None:
    sheet = Sheet(contents(bundled), sizes())
    day = date(2011, 8, 5).toordinal()
    assert sheet.view_of(day, day + 1).width / sheet.closest == pytest.approx(7)


def test_the_first_view_holds_most_events_in_whole_years(bundled: Library) -> None:
    made = contents(bundled)
    first, last = busiest_years(made)
    assert (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    inside = [m for m in made.marks if first.toordinal() <= m.day <= last.toordinal() + 1]
    assert len(inside) >= 0.7 * len(made.marks)


def test_a_lane_never_has_more_rows_than_events() -> None:
    assert share(50, {"a": (9.0, 2), "b": (1.0, 1)}) == {"a": 2, "b": 1}


def test_a_spot_is_a_title_or_a_cluster_even_out_of_sight(bundled: Library) -> None:
    sheet = Sheet(contents(bundled), sizes())
    view = sheet.view_of(date(2011, 1, 1).toordinal(), date(2011, 2, 1).toordinal())
    for place in range(len(sheet.contents.marks)):
        assert isinstance(sheet.spot(place, view), Seen | SeenCluster)
