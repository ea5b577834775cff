"""One session holds the lens, the trail and the one signal."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from explorer.reader.lens import Lens
from explorer.ui.session import LONGEST_TRAIL, Session

Heard = list[tuple[Lens, Lens]]


@pytest.fixture
def where(qtbot: QtBot) -> Session:
    return Session()


@pytest.fixture
def heard(where: Session) -> Heard:
    moves: Heard = []
    where.moved.connect(lambda new, old: moves.append((new, old)))
    return moves


def items(*lenses: Lens) -> list[str]:
    return [lens.item for lens in lenses]


def test_looking_elsewhere_tells_the_new_and_the_old_lens(where: Session, heard: Heard) -> None:
    before = where.lens
    where.look(item="term:detainer")
    assert heard == [(where.lens, before)]
    assert where.lens.item == "term:detainer"


def test_looking_at_the_same_is_silent_and_leaves_no_trail(where: Session, heard: Heard) -> None:
    where.look(item=where.lens.item)
    assert heard == []
    assert not where.can_go_back()


def test_back_and_forward_travel_the_trail(where: Session) -> None:
    for item in ("a", "b"):
        where.look(item=item)
    where.back()
    assert where.lens.item == "a"
    where.back()
    assert where.lens == Lens()
    assert not where.can_go_back()
    where.forward()
    where.forward()
    assert where.lens.item == "b"
    assert not where.can_go_forward()


def test_back_at_the_start_and_forward_at_the_end_are_silent(where: Session, heard: Heard) -> None:
    where.back()
    where.forward()
    assert heard == []


def test_a_new_look_forgets_the_way_forward(where: Session) -> None:
    where.look(item="a")
    where.back()
    where.look(item="b")
    assert not where.can_go_forward()
    assert items(*where.trail()) == [""]


def test_a_gesture_shows_the_first_lens_at_once_and_then_at_most_one_a_frame(
    where: Session, heard: Heard, qtbot: QtBot
) -> None:
    for day in range(1, 20):
        where.pass_by(moment=date(2010, 1, day))
    assert [new.moment.day for new, _ in heard] == [1]
    qtbot.waitUntil(lambda: where.lens.moment == date(2010, 1, 19))
    assert [new.moment.day for new, _ in heard] == [1, 19]


def test_only_the_end_of_a_gesture_enters_the_trail(where: Session) -> None:
    before = where.lens
    for day in range(1, 20):
        where.pass_by(moment=date(2010, 1, day))
    where.settle()
    assert where.lens.moment == date(2010, 1, 19), "what waited for its frame is not lost"
    assert where.trail() == (before,)
    where.back()
    assert where.lens == before


def test_a_gesture_that_ends_where_it_began_leaves_no_trail(where: Session) -> None:
    before = where.lens
    where.pass_by(moment=date(2010, 1, 1))
    where.pass_by(moment=before.moment)
    where.settle()
    assert where.lens == before
    assert not where.can_go_back()


def test_after_a_settled_gesture_nothing_late_arrives(
    where: Session, heard: Heard, qtbot: QtBot
) -> None:
    where.pass_by(moment=date(2010, 1, 1))
    where.pass_by(moment=date(2010, 1, 2))
    where.settle()
    where.look(item="a")
    count = len(heard)
    qtbot.wait(50)
    assert len(heard) == count
    assert where.lens.item == "a"


def test_looking_in_the_middle_of_a_gesture_keeps_what_the_gesture_reached(where: Session) -> None:
    where.pass_by(moment=date(2010, 1, 1))
    where.pass_by(moment=date(2010, 1, 2))
    where.look(item="a")
    assert (where.lens.moment, where.lens.item) == (date(2010, 1, 2), "a")


def test_going_back_in_the_middle_of_a_gesture_goes_where_the_trail_says(where: Session) -> None:
    where.look(item="a")
    where.pass_by(moment=date(2010, 1, 1))
    where.back()
    assert where.lens == Lens()


def test_a_run_of_small_steps_is_one_entry_of_the_trail(where: Session) -> None:
    where.look(item="a")
    for month in range(1, 7):
        where.nudge(moment=date(2010, month, 1))
    assert where.lens.moment == date(2010, 6, 1)
    assert items(*where.trail()) == ["", "a"]
    where.back()
    assert where.lens.moment == Lens().moment


def test_a_small_step_that_changes_nothing_does_not_swallow_the_next_look(where: Session) -> None:
    where.nudge(moment=where.lens.moment)
    where.nudge(moment=date(2010, 1, 1))
    assert where.trail() == (Lens(),)


def test_another_move_ends_a_run_of_small_steps(where: Session) -> None:
    where.nudge(moment=date(2010, 1, 1))
    where.look(item="a")
    where.nudge(moment=date(2010, 2, 1))
    assert len(where.trail()) == 3


def test_the_trail_forgets_its_oldest_part(where: Session) -> None:
    for number in range(LONGEST_TRAIL + 10):
        where.look(item=str(number))
    assert len(where.trail()) == LONGEST_TRAIL
    assert where.trail()[0].item == "9"


def test_the_trail_tells_when_it_changes(where: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(where.trail_changed):
        where.look(item="a")
    with qtbot.waitSignal(where.trail_changed):
        where.back()
    with qtbot.assertNotEmitted(where.trail_changed):
        where.pass_by(moment=date(2010, 1, 1))


def test_a_view_that_looks_on_from_inside_a_move_ends_with_the_last_lens(where: Session) -> None:
    seen: list[Any] = []

    def follow(new: Lens, old: Lens) -> None:
        seen.append(where.lens)
        if new.item == "a":
            where.look(item="b")

    where.moved.connect(follow)
    where.look(item="a")
    assert where.lens.item == "b"
    assert seen[-1].item == "b"
