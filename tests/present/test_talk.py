"""What a clicker does to a talk."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.content.library import Library
from explorer.present.talk import KEYS, Spot, Talk, begin, jump_to, look_up, press, stay, wander
from explorer.reader.lens import Lens


@pytest.fixture
def talk(library: Library) -> Talk:
    """Two steps; the first has a question."""
    return begin(library.tours["down-the-river"])


def after(talk: Talk, *keys: str) -> Talk:
    for key in keys:
        talk = press(talk, key)
    return talk


@pytest.mark.parametrize("key", ["PageDown", "Right", "Down", "Space", "Return", "Enter"])
def test_going_on_shows_the_question_the_answer_and_the_next_step(talk: Talk, key: str) -> None:
    seen = [after(talk, *[key] * presses).here for presses in range(4)]
    assert seen == [Spot(0, 0), Spot(0, 1), Spot(0, 2), Spot(1, 0)]


@pytest.mark.parametrize("key", ["PageUp", "Left", "Up"])
def test_going_back_is_the_same_way_back(talk: Talk, key: str) -> None:
    there = after(talk, *["PageDown"] * 3)
    seen = [after(there, *[key] * presses).here for presses in range(4)]
    assert seen == [Spot(1, 0), Spot(0, 2), Spot(0, 1), Spot(0, 0)]


def test_past_both_ends_nothing_moves(talk: Talk) -> None:
    assert after(talk, "PageUp") == talk
    last = after(talk, "End")
    assert after(last, "PageDown") == last


@pytest.mark.parametrize(("key", "cover"), [("B", "black"), (".", "black"), ("W", "white")])
def test_a_cover_hides_and_shows_again_and_going_on_only_lifts_it(
    talk: Talk, key: str, cover: str
) -> None:
    hidden = press(talk, key)
    assert hidden.cover == cover
    assert press(hidden, key) == talk
    assert press(hidden, "PageDown") == talk


def test_a_frozen_audience_stays_until_it_is_taken_along(talk: Talk) -> None:
    looking = after(talk, "F", "PageDown", "PageDown", "PageDown")
    assert (looking.shown, looking.here) == (Spot(0, 0), Spot(1, 0))
    assert press(looking, "F").shown == Spot(1, 0)


def test_digits_and_enter_go_to_a_step(talk: Talk) -> None:
    assert after(talk, "2").typed == "2"
    assert after(talk, "2", "Return").here == Spot(1)
    assert after(talk, "9", "9", "Enter").here == Spot(1)
    assert after(talk, "2", "PageDown").typed == ""


def test_in_the_overview_keys_choose_a_step_and_enter_goes_there(talk: Talk) -> None:
    grid = press(talk, "G")
    assert grid.is_overview
    assert after(grid, "Right", "Return") == after(talk, "End")
    assert press(grid, "G") == talk


def test_escape_leaves_one_level_at_a_time(talk: Talk) -> None:
    deep = after(talk, "F", "B", "G")
    assert not press(deep, "Escape").is_overview
    assert not after(deep, "Escape", "Escape").cover
    assert after(deep, "Escape", "Escape", "Escape") == talk
    assert after(deep, *["Escape"] * 4).is_leaving
    assert after(deep, *["Escape"] * 5).is_over


def test_a_second_escape_ends_the_talk_only_if_nothing_comes_between(talk: Talk) -> None:
    asked = press(talk, "Escape")
    assert asked.is_leaving
    assert not asked.is_over
    assert press(asked, "Escape").is_over
    assert stay(asked) == talk
    for key in ("PageDown", "PageUp", "B", "3", "G", "L"):
        assert not press(press(asked, key), "Escape").is_over


def test_what_is_beside_the_tour_is_left_with_the_next_key(talk: Talk) -> None:
    beside = Lens(item="event:2009-town-rule")
    for key in ("PageDown", "PageUp", "Escape"):
        assert press(wander(talk, beside), key) == talk


def test_what_was_looked_up_while_frozen_is_shown_when_the_audience_is_taken_along(
    talk: Talk,
) -> None:
    beside = Lens(item="event:2009-town-rule")
    assert look_up(talk, beside) is talk
    taken = press(look_up(press(talk, "F"), beside), "F")
    assert (taken.aside, taken.frozen) == (beside, None)
    assert press(taken, "PageDown") == talk
    went_on = press(press(look_up(press(talk, "F"), beside), "End"), "F")
    assert (went_on.aside, went_on.here) == (None, Spot(1))


def test_the_ring_of_the_overview_moves_by_rows_and_columns_and_stays_inside() -> None:
    grid = press(_talk(), "G")  # three steps in two columns
    seen = [after(grid, *keys).choice for keys in (("Right",), ("Down",), ("Up",), ("End", "Down"))]
    assert seen == [1, 2, 0, 2]
    assert after(grid, "Down", "Escape").here == Spot(0)
    assert after(grid, "Down", "Return").here == Spot(2)


def test_light_and_enlargement_are_levels_of_their_own(talk: Talk) -> None:
    both = after(talk, "L", "Z")
    assert (both.is_lit, both.is_close) == (True, True)
    assert after(both, "Escape", "Escape") == talk
    on = press(both, "PageDown")
    assert (on.is_lit, on.is_close) == (True, False)


def test_a_key_without_a_meaning_does_nothing(talk: Talk) -> None:
    assert press(talk, "Q") is talk


def test_a_step_is_found_by_number_and_by_words(talk: Talk) -> None:
    assert [jump_to(talk, words) for words in ("2", "rule", "", "9", "nowhere")] == [
        *(2, 2, None, None, None)
    ]


def test_a_talk_begins_at_the_nearest_step_there_is(library: Library) -> None:
    tour = library.tours["down-the-river"]
    assert [begin(tour, step).here.step for step in (-3, 1, 2, 40)] == [0, 0, 1, 1]


@given(st.lists(st.sampled_from([*KEYS, *"0123456789", "Q"]), max_size=40))
def test_no_run_of_keys_leaves_the_talk(keys: list[str]) -> None:
    talk = _talk()
    for key in keys:
        talk = press(talk, key)
        assert 0 <= talk.here.step < len(talk.slides)
        assert 0 <= talk.shown.step < len(talk.slides)


def _talk() -> Talk:
    from explorer.content.model import Ask, Tour, TourStep

    ask = Ask(text="Why?", answer="So.", sources=())
    step = TourStep(look="explore", headline="One", text="", notes="", sources=())
    asking = TourStep(look="explore", headline="Two", text="", notes="", question=ask, sources=())
    return begin(
        Tour(id="t", title="T", audience="", minutes=1, summary="", steps=(step, asking, step))
    )
