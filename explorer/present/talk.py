"""A talk in progress: where the speaker is, what the audience sees, and what a key does."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any, Final, Literal

import msgspec

from explorer.content.model import Tour
from explorer.present.slides import Slide, slides
from explorer.reader.lens import Lens

Cover = Literal["", "black", "white"]
Act = Literal[
    "next",
    "back",
    "first",
    "last",
    "black",
    "white",
    "freeze",
    "overview",
    "light",
    "zoom",
    "leave",
]
KEYS: Final[Mapping[str, Act]] = {
    **dict.fromkeys(("PageDown", "Right", "Down", "Space", "Return", "Enter", "N"), "next"),
    **dict.fromkeys(("PageUp", "Left", "Up", "Backspace", "P"), "back"),
    "Home": "first",
    "End": "last",
    **dict.fromkeys(("B", "."), "black"),
    "W": "white",
    "F": "freeze",
    "G": "overview",
    "L": "light",
    "Z": "zoom",
    "Escape": "leave",
}
"""What clickers and keyboards send while presenting; the names are Qt's own."""


class Spot(msgspec.Struct, frozen=True):
    """One place in a talk: the step (from 0), and how much of it is shown."""

    step: int = 0
    part: int = 0  # 0: the step; 1: its question too; 2: the answer too


class Talk(msgspec.Struct, frozen=True):
    """A talk at one instant. Keys make the next one: :func:`press`."""

    title: str
    slides: tuple[Slide, ...]
    here: Spot = Spot()
    cover: Cover = ""  # what hides the audience's screen
    frozen: Spot | None = None  # where the audience was left while the speaker looks on
    typed: str = ""  # digits of a step, before Enter
    choice: int | None = None  # the step ringed while all steps are shown as a grid
    aside: Lens | None = None  # what the audience is shown beside the tour, until the next key
    found: Lens | None = None  # what the speaker looked up while the audience is frozen
    is_lit: bool = False  # a spotlight is on what the speaker points at
    is_close: bool = False  # a part of the screen is shown enlarged
    is_leaving: bool = False  # one Escape at the top: a second one soon ends the talk
    is_over: bool = False

    @property
    def is_overview(self) -> bool:
        """Whether all steps are shown as a grid."""
        return self.choice is not None

    @property
    def slide(self) -> Slide:
        """The step at which the speaker is."""
        return self.slides[self.here.step]

    @property
    def following(self) -> Slide | None:
        """The step after it; None at the last."""
        after = self.here.step + 1
        return self.slides[after] if after < len(self.slides) else None

    @property
    def shown(self) -> Spot:
        """Where the audience is."""
        return self.frozen or self.here

    def slide_at(self, spot: Spot) -> Slide:
        """The step of a place in the talk."""
        return self.slides[spot.step]


def begin(tour: Tour, step: int = 1) -> Talk:
    """A talk at a step, counted from 1; the nearest one where there is no such step."""
    made = slides(tour)
    return Talk(tour.title, made, Spot(min(max(step, 1), len(made)) - 1))


def parts(slide: Slide) -> int:
    """How many times one goes on within a step: for its question, and for the answer."""
    return 1 if slide.step.question is None else 3


def press(talk: Talk, key: str) -> Talk:
    """What a key makes of a talk; the talk itself for a key that does nothing.

    Digits gather until Enter goes to that step. The overview takes the arrows for itself: there a
    key moves the ring, and Enter goes to its step.
    """
    if talk.choice is not None and not talk.typed:
        moved = _in_overview(talk, talk.choice, key)
        if moved is not None:
            return moved
    if len(key) == 1 and key.isdecimal():
        return _but(talk, typed=(talk.typed + key)[-3:], is_leaving=False)
    if talk.typed and key in ("Return", "Enter"):
        return go(talk, int(talk.typed))
    act = KEYS.get(key)
    if act is None:
        return talk
    if act != "leave":
        talk = _but(talk, typed="", is_leaving=False)
    return _ACTS[act](talk)


def columns(count: int) -> int:
    """How many steps stand side by side in the overview.

    >>> [columns(count) for count in (1, 2, 4, 5, 9, 15)]
    [1, 2, 2, 3, 3, 4]
    """
    return max(1, math.ceil(math.sqrt(count)))


def wander(talk: Talk, lens: Lens) -> Talk:
    """The audience is shown something beside the tour; the next key comes back to it."""
    return _but(talk, aside=lens, is_leaving=False)


def look_up(talk: Talk, lens: Lens) -> Talk:
    """The speaker looked at something in the program; a frozen audience can be taken there."""
    return talk if talk.frozen is None else _but(talk, found=lens)


def stay(talk: Talk) -> Talk:
    """The second Escape did not come: the talk goes on."""
    return _but(talk, is_leaving=False)


def _but(talk: Talk, **changes: Any) -> Talk:
    return msgspec.structs.replace(talk, **changes)


def _in_overview(talk: Talk, choice: int, key: str) -> Talk | None:
    """What a key does to the ring of the overview; None for the keys that mean what they always do."""
    if key in ("Return", "Enter", "Space"):
        return go(talk, choice + 1)
    across, last = columns(len(talk.slides)), len(talk.slides) - 1
    steps = {"Up": -across, "Down": across, "Home": -choice, "End": last - choice}
    act = KEYS.get(key)
    by = steps.get(key, {"next": 1, "back": -1}.get(act or "", 0))
    if not by and key not in steps:
        return None
    to = choice + by
    return _but(talk, choice=to if 0 <= to <= last else choice, is_leaving=False)


def go(talk: Talk, step: int) -> Talk:
    """To a step, counted from 1; the last for a number past the end."""
    step = min(max(step, 1), len(talk.slides)) - 1
    return _at(_but(talk, typed="", choice=None, cover=""), Spot(step))


def _at(talk: Talk, spot: Spot) -> Talk:
    """At another place of the tour: what was beside it, and a part enlarged, are left."""
    frozen = talk.frozen is not None
    aside, close = (talk.aside, talk.is_close) if frozen else (None, False)
    return _but(talk, here=spot, aside=aside, is_close=close, found=None, is_leaving=False)


def jump_to(talk: Talk, words: str) -> int | None:
    """The number of the first step whose headline holds what was typed; None for no such step."""
    wanted = words.casefold().strip()
    if wanted.isdecimal():
        return int(wanted) if 1 <= int(wanted) <= len(talk.slides) else None
    found = (one.number for one in talk.slides if wanted in one.step.headline.casefold())
    return next(found, None) if wanted else None


def _next(talk: Talk) -> Talk:
    """On: from under a cover, back from beside the tour, to question, answer, the next step."""
    back = _returned(talk)
    if back is not None:
        return back
    if talk.here.part + 1 < parts(talk.slide):
        return _at(talk, Spot(talk.here.step, talk.here.part + 1))
    if talk.following is None:
        return talk
    return _at(talk, Spot(talk.here.step + 1))


def _back(talk: Talk) -> Talk:
    """Back: the same way, a step before is shown whole."""
    back = _returned(talk)
    if back is not None:
        return back
    if talk.here.part:
        return _at(talk, Spot(talk.here.step, talk.here.part - 1))
    if not talk.here.step:
        return talk
    before = talk.here.step - 1
    return _at(talk, Spot(before, parts(talk.slides[before]) - 1))


def _returned(talk: Talk) -> Talk | None:
    """The talk with a cover lifted, or back from beside the tour; None with nothing to leave."""
    if talk.cover:
        return _but(talk, cover="")
    if talk.aside is not None and talk.frozen is None:
        return _but(talk, aside=None, is_close=False)
    return None


def _covered(talk: Talk, cover: Cover) -> Talk:
    return _but(talk, cover="" if talk.cover == cover else cover)


def _freeze(talk: Talk) -> Talk:
    """Leave the audience where it is; the second time it is taken to where the speaker is.

    That is the step, or what the speaker looked up in the program meanwhile.
    """
    if talk.frozen is None:
        return _but(talk, frozen=talk.here)
    return _but(talk, frozen=None, aside=talk.found, found=None, is_close=False)


def _overview(talk: Talk) -> Talk:
    return _but(talk, choice=talk.here.step if talk.choice is None else None)


def _light(talk: Talk) -> Talk:
    return _but(talk, is_lit=not talk.is_lit)


def _zoom(talk: Talk) -> Talk:
    return _but(talk, is_close=not talk.is_close)


def _leave(talk: Talk) -> Talk:
    """Leave one level: what is over the step, then the freeze; at the top twice ends the talk."""
    levels: tuple[tuple[object, dict[str, Any]], ...] = (
        (talk.typed, {"typed": ""}),
        (talk.choice is not None, {"choice": None}),
        (talk.cover, {"cover": ""}),
        (talk.is_close, {"is_close": False}),
        (talk.is_lit, {"is_lit": False}),
        (talk.frozen is not None, {"frozen": None, "found": None, "aside": None}),
        (talk.aside is not None, {"aside": None}),
        (not talk.is_leaving, {"is_leaving": True}),
    )
    for is_there, without in levels:
        if is_there:
            return _but(talk, **without)
    return _but(talk, is_over=True)


_ACTS: Final[Mapping[Act, Callable[[Talk], Talk]]] = {
    "next": _next,
    "back": _back,
    "first": lambda talk: go(talk, 1),
    "last": lambda talk: go(talk, len(talk.slides)),
    "black": lambda talk: _covered(talk, "black"),
    "white": lambda talk: _covered(talk, "white"),
    "freeze": _freeze,
    "overview": _overview,
    "light": _light,
    "zoom": _zoom,
    "leave": _leave,
}
