"""Titles, marks and "+n" of a lane: apart from each other at every zoom, size and text scale."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.timeline.layout import STEP, LanePlan, Level, Metrics
from explorer.timeline.titles import shortened

LEVELS = 12


def metrics(scale: float) -> Metrics:
    """Sizes as a font of that text scale would give them."""
    return Metrics(
        measure=lambda text, _: len(text) * 6.3 * scale,
        row=17 * scale,
        mark=5.5 * scale,
        pad=4 * scale,
        gap=8 * scale,
        chip=tuple((6 + 7 * digits) * scale / 2 + 4 for digits in (2, 3, 4, 5, 6)),
    )


class Lane(NamedTuple):
    """A generated lane, ready to be laid out."""

    days: list[float]
    weights: list[int]
    titles: list[str]
    rows: int
    scale: float
    width: int

    def plan(self) -> LanePlan:
        """The lane laid out for its width."""
        span = (self.days[0] - 30, self.days[-1] + 30) if self.days else (0.0, 100.0)
        base = self.width / (span[1] - span[0])
        return LanePlan(
            self.days, self.weights, self.titles, self.rows, metrics(self.scale), span, base
        )


WORDS = st.lists(st.text("abcdefg", min_size=1, max_size=11), min_size=1, max_size=9)


@st.composite
def lanes(draw: st.DrawFn) -> Lane:
    """Up to 60 events, many of them crowded into a few weeks."""
    loose = st.integers(0, 14_000)
    center = draw(loose)
    crowded = st.integers(center, center + draw(st.integers(0, 900)))
    days = sorted(float(day) + 0.5 for day in draw(st.lists(loose | crowded, max_size=60)))
    weights = [draw(st.integers(1, 3)) for _ in days]
    titles = [" ".join(draw(WORDS)) for _ in days]
    scale = draw(st.sampled_from([1.0, 1.5, 2.0, 3.0]))
    width = draw(st.sampled_from([420, 824, 1080, 1720]))
    return Lane(days, weights, titles, draw(st.integers(0, 7)), scale, width)


def boxes(level: Level, lane: Lane, closer: float) -> list[tuple[int, float, float]]:
    """Row, left and right of everything in the lane at one zoom within a level."""
    scale, last = level.scale * closer, max(lane.rows - 1, 0)
    found = [
        (slot.row, day * scale - slot.before, day * scale + slot.after)
        for days, slots in zip(level.days, level.slots, strict=True)
        for day, slot in zip(days, slots, strict=True)
    ]
    found += [(last, c.at * scale - c.half, c.at * scale + c.half) for c in level.clusters]
    return sorted(found)


@settings(max_examples=500, deadline=None)
@given(lanes(), st.integers(0, LEVELS), st.floats(1, STEP))
def test_nothing_in_a_lane_touches_anything_else(lane: Lane, number: int, closer: float) -> None:
    found = boxes(lane.plan().level(number), lane, closer)
    for (row, _, right), (other, left, _) in pairwise(found):
        assert row != other or right <= left + 1e-6


@settings(max_examples=200, deadline=None)
@given(lanes(), st.integers(0, LEVELS))
def test_titles_stay_between_the_ends_of_the_axis_and_in_the_rows(lane: Lane, number: int) -> None:
    level = lane.plan().level(number)
    start, end = lane.days[0] - 30 if lane.days else 0, lane.days[-1] + 30 if lane.days else 100
    for row, (days, slots) in enumerate(zip(level.days, level.slots, strict=True)):
        for day, slot in zip(days, slots, strict=True):
            assert slot.row == row < lane.rows
            assert day * level.scale - slot.before >= start * level.scale - 1e-6
            assert day * level.scale + slot.after <= end * level.scale + 1e-6


@settings(max_examples=200, deadline=None)
@given(lanes(), st.integers(0, LEVELS))
def test_every_item_stands_in_exactly_one_place(lane: Lane, number: int) -> None:
    level = lane.plan().level(number)
    found = [slot.item for row in level.slots for slot in row]
    found += [item for cluster in level.clusters for item in cluster.items]
    assert sorted(found) == list(range(len(lane.days)))


@settings(max_examples=200, deadline=None)
@given(lanes())
def test_zooming_in_never_takes_a_title_its_row_or_its_words(lane: Lane) -> None:
    plan = lane.plan()
    before: dict[int, tuple[int, bool, int]] = {}
    for number in range(LEVELS):
        slots = [slot for row in plan.level(number).slots for slot in row]
        now = {slot.item: (slot.row, slot.leftward, len(slot.text)) for slot in slots}
        for item, (row, side, letters) in before.items():
            assert now[item][0] == row
            assert side or not now[item][1]  # once on the right, always on the right
            assert now[item][2] >= letters
        before = now


@settings(max_examples=50, deadline=None)
@given(lanes())
def test_the_same_lane_is_always_laid_out_the_same(lane: Lane) -> None:
    once, again = lane.plan(), lane.plan()
    again.level(LEVELS)
    for number in (0, 3, LEVELS):
        assert once.level(number) == again.level(number)


def test_the_more_important_of_two_neighbors_has_the_title() -> None:
    titles = ["A first long title", "A second long title", "A third long title"]
    plan = LanePlan([100.0, 104.0, 107.0], [1, 3, 1], titles, 2, metrics(1), (90, 1000), 0.9)
    assert [slot.item for slot in plan.level(0).slots[0]] == [1]
    assert [cluster.items for cluster in plan.level(0).clusters] == [(0, 2)]


def test_titles_turn_to_the_right_as_soon_as_there_is_room() -> None:
    titles = ["A title of some length", "Another title of some length"]
    plan = LanePlan([500.0, 560.0], [2, 3], titles, 2, metrics(1), (0, 1000), 1.0)
    first = [slot for row in plan.level(0).slots for slot in row if slot.item == 0]
    assert first[0].leftward
    closer = [slot for row in plan.level(6).slots for slot in row if slot.item == 0]
    assert not closer[0].leftward
    assert closer[0].row == first[0].row


def test_crowded_items_gather_behind_a_count() -> None:
    plan = LanePlan([50.0, 50.0, 51.0, 700.0], [2] * 4, ["title"] * 4, 0, metrics(1), (0, 900), 1)
    assert [cluster.items for cluster in plan.level(0).clusters] == [(0, 1, 2), (3,)]


def test_a_title_is_cut_between_words() -> None:
    cuts = shortened("Courts block most of Proposition 187, and more", 18)
    assert cuts == [
        "Courts block most…",
        "Courts block most of…",
        "Courts block most of Proposition…",
        "Courts block most of Proposition 187…",
        "Courts block most of Proposition 187, and…",
    ]


def test_a_short_title_is_never_cut() -> None:
    assert shortened("DACA announced", 18) == []
