"""Which screen the audience looks at, and which the speaker."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

Place = tuple[int, int, int, int]  # left, top, width, height


class Screen(msgspec.Struct, frozen=True):
    """A screen as the system tells of it; places and sizes in its own units."""

    name: str
    place: Place
    is_primary: bool = False
    is_built_in: bool = False  # a laptop's own: it is the speaker's


class Seats(msgspec.Struct, frozen=True):
    """Indexes of the screens; without a second one the speaker has none."""

    audience: int
    speaker: int | None


class NoScreen(ValueError):  # noqa: N818 - it is what was asked for
    """There is no screen of that number; the message is one plain line that says which there are."""


def refuse_missing(screens: Sequence[Screen], number: int | None) -> None:
    """A :class:`NoScreen` for a number, counted from 1, that no screen has."""
    if number is not None and number not in range(1, len(screens) + 1):
        names = enumerate((one.name for one in screens), start=1)
        known = ", ".join(f"{n} ({name})" if name else str(n) for n, name in names)
        raise NoScreen(f"--screen: there is no screen {number}; there are: {known}")


BUILT_IN = ("eDP", "LVDS", "DSI", "Built-in", "Color LCD")  # how systems name a laptop's own


def is_built_in(name: str) -> bool:
    """Whether a screen's name tells that it is part of the computer.

    >>> is_built_in("eDP-1"), is_built_in("HDMI-1")
    (True, False)
    """
    return name.casefold().startswith(tuple(word.casefold() for word in BUILT_IN))


def seats(
    screens: Sequence[Screen], asked: int | None = None, known: str = "", own: int = 0
) -> Seats:
    """Who looks where.

    *asked* is a screen's number that the speaker chose, from 0; *known* the name of the screen
    that the audience had last time; *own* the screen on which the program's window stands. A
    mirrored screen (same place as another) is no second screen.
    """
    apart = _apart(screens)
    if len(apart) < 2:
        alone = own if asked is None or asked not in range(len(screens)) else asked
        return Seats(alone, None)
    audience = _audience(screens, apart, asked, known, own)
    others = [number for number in apart if number != audience]
    speaker = own if own in others else _best(screens, others)
    return Seats(audience, speaker)


def swapped(found: Seats) -> Seats:
    """The two screens the other way round; alone it stays as it is."""
    return found if found.speaker is None else Seats(found.speaker, found.audience)


def _apart(screens: Sequence[Screen]) -> list[int]:
    """Screens that do not show the same as one before them, and are not several in one.

    A desktop whose monitors were set by hand is listed once more as a screen over all of them.
    """
    places = [screen.place for screen in screens]
    own = [number for number, place in enumerate(places) if place not in places[:number]]
    return [n for n in own if sum(_covers(places[n], places[other]) for other in own) < 2]


def _covers(place: Place, other: Place) -> bool:
    """Whether another screen lies within this one."""
    left, top, width, height = place
    x, y, across, down = other
    is_within = left <= x and top <= y and x + across <= left + width and y + down <= top + height
    return place != other and is_within


def _audience(
    screens: Sequence[Screen], apart: Sequence[int], asked: int | None, known: str, own: int
) -> int:
    if asked is not None and asked in apart:
        return asked
    named = [number for number in apart if known and screens[number].name == known]
    if named:
        return named[0]
    return max(apart, key=lambda number: _likeness(screens[number], number != own))


def _likeness(screen: Screen, is_elsewhere: bool) -> tuple[bool, bool, bool, int]:
    """How much a screen is like a projector; more is more."""
    area = screen.place[2] * screen.place[3]
    return not screen.is_built_in, not screen.is_primary, is_elsewhere, area


def _best(screens: Sequence[Screen], among: Sequence[int]) -> int:
    return max(among, key=lambda n: (screens[n].is_built_in, screens[n].is_primary))
