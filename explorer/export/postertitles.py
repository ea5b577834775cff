"""Titles of events beside their marks, in as little height as can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Final, NamedTuple

Measure = Callable[[str, int], float]
"""The width of a text of a weight, in units of its size."""

MOST_LINES: Final = 4
_SIDES: Final = (  # whether titles stand before their marks, in turn
    (False,),
    (True,),
    (True, False),
    (False, True),
    (True, True, False),
    (True, False, False),
    (True, True, False, False),
)
SLACK: Final = 0.01  # a hair, so that sums of fractions do not count as touching


class Form(NamedTuple):
    """A title in lines, and the width of the widest, in units of its size."""

    lines: tuple[str, ...]
    width: float


class Wanted(NamedTuple):
    """A title that wants a place: where its mark begins and ends, and the width of its date."""

    ref: str
    left: float
    right: float
    head: float
    forms: tuple[Form, ...]


class Spot(NamedTuple):
    """A title in its place: the corners of all that it covers, and where its words begin."""

    ref: str
    form: Form
    left: float
    right: float
    top: float
    bottom: float
    words: float
    width: float
    is_before: bool  # the words stand before the mark, not after it


def wrapped(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """A text in lines that are not wider; a word that is wider is broken anywhere.

    >>> wrapped("one two three", 7, len)
    ['one two', 'three']
    >>> wrapped("a longlongword", 5, len)
    ['a', 'longl', 'ongwo', 'rd']
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if measure(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, width, measure)
        lines += full
    return [*lines, line] if line else lines


def _pieces(word: str, width: float, measure: Callable[[str], float]) -> list[str]:
    pieces = []
    while len(word) > 1 and measure(word) > width:
        fits = (n for n in range(len(word) - 1, 1, -1) if measure(word[:n]) <= width)
        cut = next(fits, 1)
        pieces.append(word[:cut])
        word = word[cut:]
    return [*pieces, word]


class Forms:
    """Every way to set a title in one to a few lines of about the same length, measured once."""

    def __init__(self, measure: Measure) -> None:
        self._width = cache(measure)
        self.of = cache(self._of)

    def width(self, text: str, weight: int) -> float:
        """The width of a text, in units of its size."""
        return self._width(text, weight)

    def _of(self, title: str, weight: int) -> tuple[Form, ...]:
        def measure(text: str) -> float:
            return self._width(text, weight)

        found: dict[int, Form] = {}
        whole, widest = measure(title), max(map(measure, title.split()), default=0.0)
        for most in range(1, MOST_LINES + 1):
            width = max(widest, whole / most)
            while len(lines := wrapped(title, width, measure)) > most:
                width *= 1.03
            found.setdefault(len(lines), Form(tuple(lines), max(map(measure, lines), default=0.0)))
        return tuple(found.values())


class Shelf:
    """A lane that is filled from the top: what is put on it never touches."""

    def __init__(self, left: float, right: float, size: float, line: float) -> None:
        self.left, self.right, self.size, self.line = left, right, size, line
        self.gap = size * 0.3
        self.spots: list[Spot] = []

    @property
    def height(self) -> float:
        """How far down it is filled."""
        return max((spot.bottom for spot in self.spots), default=0.0)

    def find(self, wanted: Wanted, most: float, before: bool = False) -> Spot | None:
        """The place that makes the lane grow least, not deeper than *most*; None without one.

        Of equal places that after the mark is taken, or the one *before* it.
        """
        best: Spot | None = None
        score: tuple[float, bool, int, float] | None = None
        filled = self.height
        for top in sorted({0.0, *(spot.bottom for spot in self.spots)}):
            if score is not None and (max(top, filled), score[1]) >= (score[0], False):
                break  # nothing further down is better
            for spot in self._at(wanted, top):
                key = (
                    max(spot.bottom, filled),
                    spot.is_before != before,
                    len(spot.form.lines),
                    top,
                )
                if spot.bottom > most + SLACK or (score is not None and key >= score):
                    continue
                if self._is_free(spot):
                    best, score = spot, key
        return best

    def put(self, spot: Spot) -> None:
        """Take the place that was found."""
        self.spots.append(spot)

    def fill(self, all_wanted: Sequence[Wanted], most: float) -> bool:
        """Place all titles, which are in order of time, as flat as can be found; not deeper."""
        best: list[Spot] | None = None
        lowest = most
        for sides in _SIDES:
            for turned in (False, True):
                spots = self._tried(all_wanted, sides, turned, lowest)
                if spots is not None:
                    best = spots
                    lowest = max((spot.bottom for spot in spots), default=0.0) - self.gap
        self.spots = best or []
        return best is not None

    def _tried(
        self, all_wanted: Sequence[Wanted], sides: Sequence[bool], turned: bool, most: float
    ) -> list[Spot] | None:
        tried = Shelf(self.left, self.right, self.size, self.line)
        order = list(enumerate(all_wanted))
        for number, wanted in reversed(order) if turned else order:
            spot = tried.find(wanted, most, sides[number % len(sides)])
            if spot is None:
                return None
            tried.put(spot)
        return tried.spots

    def _at(self, wanted: Wanted, top: float) -> Iterable[Spot]:
        for form in wanted.forms:
            width = max(form.width * self.size, wanted.head)
            bottom = top + self.line * (len(form.lines) + 1) + self.gap
            after, before = wanted.right + self.gap, wanted.left - self.gap - width
            if after + width <= self.right:
                right = after + width
                yield Spot(wanted.ref, form, wanted.left, right, top, bottom, after, width, False)
            if before >= self.left:
                yield Spot(wanted.ref, form, before, wanted.right, top, bottom, before, width, True)

    def _is_free(self, new: Spot) -> bool:
        gap = 3 * self.gap
        return not any(
            old.left < new.right + gap
            and new.left < old.right + gap
            and old.top < new.bottom - SLACK
            and new.top < old.bottom - SLACK
            for old in self.spots
        )
