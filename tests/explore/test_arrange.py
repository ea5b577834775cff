"""Which panes stand together, by room and text size."""

from __future__ import annotations

import pytest

from explorer.explore.arrange import SIDE_WIDTH, USABLE_HEIGHT, USABLE_WIDTH, WIDE, arrange


def test_with_room_everything_is_shown_and_the_card_stands_in_the_upper_row() -> None:
    found = arrange("explore", WIDE, 2 * USABLE_HEIGHT)
    assert (found.panes, found.turns, found.card) == (("pipeline", "timeline"), (), "row")
    assert not found.is_drawer


@pytest.mark.parametrize(("width", "height"), [(1024, 695), (1280, 647)])
def test_small_screens_keep_both_panes_and_let_the_card_be_put_away(
    width: int, height: int
) -> None:
    found = arrange("explore", width, height)
    assert (found.turns, found.card, found.is_drawer) == ((), "side", True)


@pytest.mark.parametrize("scale", [1.5, 2, 3])
@pytest.mark.parametrize(("width", "height"), [(1024, 695), (1280, 647)])
def test_large_text_in_a_small_window_shows_one_pane_at_a_time(
    width: int, height: int, scale: float
) -> None:
    found = arrange("explore", width / scale, height / scale)
    assert found.turns == ("pipeline", "timeline", "card")
    assert found.card == "turn"


def test_in_a_low_wide_window_the_card_stays_beside_panes_that_take_turns() -> None:
    found = arrange("explore", WIDE, 2 * USABLE_HEIGHT - 1)
    assert (found.turns, found.card, found.is_drawer) == (("pipeline", "timeline"), "side", False)


@pytest.mark.parametrize("page", ["timeline", "pipeline"])
def test_a_page_of_one_pane_has_it_alone_with_the_card(page: str) -> None:
    assert arrange(page, WIDE, 300).panes == (page,)
    assert arrange(page, WIDE, 300).turns == ()
    assert arrange(page, 600, 300).turns == (page, "card")


@pytest.mark.parametrize("page", ["explore", "timeline"])
@pytest.mark.parametrize("width", range(320, 2000, 60))
def test_beside_the_card_there_is_always_usable_width(page: str, width: int) -> None:
    found = arrange(page, width, 600)
    assert (found.card == "turn") == (width - SIDE_WIDTH < USABLE_WIDTH)
