"""Which screen is the projector."""

from __future__ import annotations

import pytest

from explorer.present.screens import NoScreen, Screen, Seats, refuse_missing, seats, swapped

LAPTOP = Screen("eDP-1", (0, 0, 1366, 768), is_primary=True, is_built_in=True)
PROJECTOR = Screen("HDMI-1", (1366, 0, 1920, 1080))
MONITOR = Screen("DP-2", (1366, 0, 2560, 1440))


@pytest.mark.parametrize("turned", [False, True])
def test_the_projector_is_known_by_what_it_is_not_by_its_number(turned: bool) -> None:
    screens = [PROJECTOR, LAPTOP] if turned else [LAPTOP, PROJECTOR]
    own = screens.index(LAPTOP)
    assert seats(screens, own=own) == Seats(screens.index(PROJECTOR), own)


def test_with_the_window_on_the_projector_the_audience_still_gets_it() -> None:
    assert seats([LAPTOP, PROJECTOR], own=1) == Seats(1, 0)


def test_one_screen_is_the_audiences() -> None:
    assert seats([LAPTOP]) == Seats(0, None)


def test_a_mirrored_screen_is_no_second_one() -> None:
    mirror = Screen("HDMI-1", LAPTOP.place)
    assert seats([LAPTOP, mirror]).speaker is None


@pytest.mark.parametrize("first", [False, True])
def test_a_screen_over_several_others_is_no_projector(first: bool) -> None:
    whole = Screen("default", (0, 0, 3286, 1080))
    screens = [whole, LAPTOP, PROJECTOR] if first else [LAPTOP, PROJECTOR, whole]
    own, projector = screens.index(LAPTOP), screens.index(PROJECTOR)
    assert seats(screens, own=own) == Seats(projector, own)
    assert seats(screens, known="default", own=own) == Seats(projector, own)
    asked = seats(screens, asked=screens.index(whole), own=own)
    assert asked == Seats(projector, own)


def test_a_large_screen_over_a_small_one_is_still_a_screen() -> None:
    large = Screen("HDMI-1", (0, 0, 1920, 1080))
    assert seats([LAPTOP, large]) == Seats(1, 0)


def test_a_screen_that_was_asked_for_wins_over_the_one_known_from_before() -> None:
    three = [LAPTOP, PROJECTOR, Screen("DP-2", (3286, 0, 2560, 1440))]
    assert seats(three, known="HDMI-1").audience == 1
    assert seats(three, asked=2, known="HDMI-1").audience == 2
    assert seats(three, asked=7, known="HDMI-1").audience == 1


def test_swapping_twice_is_as_before() -> None:
    found = seats([LAPTOP, MONITOR])
    assert swapped(found) == Seats(0, 1)
    assert swapped(swapped(found)) == found
    alone = seats([LAPTOP])
    assert swapped(alone) == alone


def test_a_screen_that_is_not_there_is_refused_with_those_that_are() -> None:
    refuse_missing([LAPTOP, PROJECTOR], 2)
    refuse_missing([LAPTOP], None)
    for number in (0, 3):
        with pytest.raises(NoScreen, match=r"1 \(eDP-1\), 2 \(HDMI-1\)"):
            refuse_missing([LAPTOP, PROJECTOR], number)
