"""A talk in progress: where the speaker is, what the audience sees, and what a key does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Literal

import msgspec

from explorer.content.model import Tour
from explorer.present.slides import Slide, slides

Cover = Literal["", "black", "white"]
Act = Literal["next", "back", "first", "last", "black", "white", "freeze", "overview", "leave"]
KEYS: Final[Mapping[str, Act]] = {
    **dict.fromkeys(("PageDown", "Right", "Down", "Space", "Return", "Enter", "N"), "next"),
    **dict.fromkeys(("PageUp", "Left", "Up", "Backspace", "P"), "back"),
    "Home": "first",
    "End": "last",
    **dict.fromkeys(("B", "."), "black"),
    "W": "white",
    "F": "freeze",
    "G": "overview",
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
    is_overview: bool = False  # all steps as a grid
    is_over: bool = False

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
    key moves the choice, and Enter goes there.
    """
    if talk.is_overview and not talk.typed and key in ("Return", "Enter", "Space"):
        return _overview(talk)
    if len(key) == 1 and key.isdecimal():
        return msgspec.structs.replace(talk, typed=(talk.typed + key)[-3:])
    if talk.typed and key in ("Return", "Enter"):
        return go(talk, int(talk.typed))
    act = KEYS.get(key)
    if act is None:
        return talk
    talk = msgspec.structs.replace(talk, typed="")
    return _ACTS[act](talk)


def go(talk: Talk, step: int) -> Talk:
    """To a step, counted from 1; the last for a number past the end."""
    step = min(max(step, 1), len(talk.slides)) - 1
    return msgspec.structs.replace(talk, here=Spot(step), typed="", is_overview=False, cover="")


def jump_to(talk: Talk, words: str) -> int | None:
    """The number of the first step whose headline holds what was typed; None for no such step."""
    wanted = words.casefold().strip()
    if wanted.isdecimal():
        return int(wanted) if 1 <= int(wanted) <= len(talk.slides) else None
    found = (one.number for one in talk.slides if wanted in one.step.headline.casefold())
    return next(found, None) if wanted else None


def _next(talk: Talk) -> Talk:
    """On: from under a cover, to the question, the answer, the next step; at the end it stays."""
    if talk.cover:
        return msgspec.structs.replace(talk, cover="")
    if talk.is_overview:
        return _chosen(talk, talk.here.step + 1)
    if talk.here.part + 1 < parts(talk.slide):
        return msgspec.structs.replace(talk, here=Spot(talk.here.step, talk.here.part + 1))
    if talk.following is None:
        return talk
    return msgspec.structs.replace(talk, here=Spot(talk.here.step + 1))


def _back(talk: Talk) -> Talk:
    """Back: the same way, a step before is shown whole."""
    if talk.cover:
        return msgspec.structs.replace(talk, cover="")
    if talk.is_overview:
        return _chosen(talk, talk.here.step - 1)
    if talk.here.part:
        return msgspec.structs.replace(talk, here=Spot(talk.here.step, talk.here.part - 1))
    if not talk.here.step:
        return talk
    before = talk.here.step - 1
    return msgspec.structs.replace(talk, here=Spot(before, parts(talk.slides[before]) - 1))


def _chosen(talk: Talk, step: int) -> Talk:
    step = min(max(step, 0), len(talk.slides) - 1)
    return msgspec.structs.replace(talk, here=Spot(step))


def _covered(talk: Talk, cover: Cover) -> Talk:
    return msgspec.structs.replace(talk, cover="" if talk.cover == cover else cover)


def _freeze(talk: Talk) -> Talk:
    """Leave the audience where it is; the second time it is taken to where the speaker is."""
    frozen = talk.here if talk.frozen is None else None
    return msgspec.structs.replace(talk, frozen=frozen)


def _overview(talk: Talk) -> Talk:
    return msgspec.structs.replace(talk, is_overview=not talk.is_overview)


def _leave(talk: Talk) -> Talk:
    """Leave one level: the overview, a cover, the freeze; then the talk."""
    if talk.is_overview:
        return _overview(talk)
    if talk.cover:
        return msgspec.structs.replace(talk, cover="")
    if talk.frozen is not None:
        return _freeze(talk)
    return msgspec.structs.replace(talk, is_over=True)


_ACTS: Final[Mapping[Act, Callable[[Talk], Talk]]] = {
    "next": _next,
    "back": _back,
    "first": lambda talk: go(talk, 1),
    "last": lambda talk: go(talk, len(talk.slides)),
    "black": lambda talk: _covered(talk, "black"),
    "white": lambda talk: _covered(talk, "white"),
    "freeze": _freeze,
    "overview": _overview,
    "leave": _leave,
}
