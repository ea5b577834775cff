"""A lens says how the lanes stand, and says nothing where they stand as usual."""

from __future__ import annotations

from explorer.content.model import LANES
from explorer.reader.lens import Lens
from explorer.timeline.arrangement import contents_key, folded, lanes_key, moved, order, turned_over


def test_the_lanes_stand_as_usual_without_a_wish() -> None:
    assert order(Lens()) == LANES
    assert folded(Lens()) == frozenset()


def test_a_wish_for_some_lanes_keeps_all_the_others_below() -> None:
    lanes = order(Lens(options={"order": "courts,nonsense,Congress"}))
    assert lanes[:2] == ("courts", "Congress")
    assert sorted(lanes) == sorted(LANES)


def test_a_lane_folds_and_opens_again() -> None:
    once = turned_over(Lens(), "courts")
    assert folded(once) == {"courts"}
    assert turned_over(once, "courts").option("fold") == ""


def test_folded_lanes_are_named_in_their_order() -> None:
    lens = turned_over(turned_over(Lens(), LANES[3]), LANES[1])
    assert lens.option("fold") == f"{LANES[1]},{LANES[3]}"


def test_a_lane_moves_by_one_and_stops_at_the_ends() -> None:
    down = moved(Lens(), LANES[0], 1)
    assert order(down)[:2] == (LANES[1], LANES[0])
    assert moved(down, LANES[0], -1).option("order") == ""
    assert moved(Lens(), LANES[0], -1).option("order") == ""
    assert moved(Lens(), LANES[-1], 1).option("order") == ""


def test_another_moment_changes_neither_contents_nor_lanes() -> None:
    lens = Lens(options={"timeline": "table"})
    assert contents_key(lens) == contents_key(Lens())
    assert lanes_key(lens) == lanes_key(Lens())
    assert contents_key(Lens(words="court")) != contents_key(Lens())
    assert lanes_key(Lens(options={"bars": "all"})) != lanes_key(Lens())
