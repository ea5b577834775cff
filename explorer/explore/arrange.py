"""Which panes have room beside each other, and which take turns."""

from __future__ import annotations

from typing import Final, Literal

import msgspec

CARD_WIDTH: Final = 340  # logical pixels at 100 % text
SIDE_WIDTH: Final = 268  # of the card at the side of a narrow window
USABLE_WIDTH: Final = 640  # what the other panes need beside the card
USABLE_HEIGHT: Final = 280  # what the diagram and the timeline each need
WIDE: Final = 1320  # from here on the card stands in the upper row and is always there
PANES: Final = ("pipeline", "timeline")

CardPlace = Literal["row", "side", "turn"]


class Arrangement(msgspec.Struct, frozen=True):
    """Where each pane stands.

    ``panes`` are in the page besides the card. ``turns`` names those that share one place, one
    at a time; none when all of them have room. The card stands in the upper ``row``, at the
    ``side`` over the whole height, or takes its ``turn`` with the others.
    """

    panes: tuple[str, ...]
    turns: tuple[str, ...]
    card: CardPlace
    is_drawer: bool  # whether the card can be put away to make room


def arrange(page: str, width: float, height: float) -> Arrangement:
    """The arrangement of a page for its size in pixels at 100 % text.

    >>> arrange("explore", 1400, 780).card, arrange("explore", 1024, 690).card
    ('row', 'side')
    >>> arrange("explore", 512, 340).turns
    ('pipeline', 'timeline', 'card')
    """
    panes = (page,) if page in PANES else PANES
    is_stacked = len(panes) > 1 and height >= 2 * USABLE_HEIGHT
    if width < SIDE_WIDTH + USABLE_WIDTH:
        return Arrangement(panes, (*panes, "card"), "turn", False)
    is_wide = width >= WIDE
    turns = panes if len(panes) > 1 and not is_stacked else ()
    return Arrangement(panes, turns, "row" if is_wide and is_stacked else "side", not is_wide)
