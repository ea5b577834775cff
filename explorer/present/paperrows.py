"""Steps with their pictures on slides, and in the rows of a handout. Measures are in points."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import msgspec

from explorer.present.paper import Paper, Stop, Wish, Words
from explorer.present.paperflow import (
    BETWEEN,
    EDGE,
    GAPS,
    RULE,
    SMALLER,
    Measure,
    Place,
    Placed,
    Sheet,
    height,
    pages_of,
    room,
    stacked,
    tight,
)
from explorer.present.papertext import Block, Group, head, slide_blocks, sources, stop_blocks

SLIDE: Final = (960.0, 540.0)
GUTTER: Final = 20.0  # between steps on a page
MOST: Final = 0.62  # height of a picture by its width
ENOUGH: Final = 4  # lines: fewer are not worth their while

Tallest = Callable[[Stop, float], float]  # step, width -> the most that its picture needs


def usual_height(_: Stop, width: float) -> float:
    """The height of a picture that could be of any."""
    return MOST * width


class Told(msgspec.Struct, frozen=True):
    """A step with its texts: what is above its picture, and what is below."""

    tallest: Tallest
    stop: Stop
    above: tuple[Block, ...]
    below: tuple[Block, ...]

    @property
    def picture(self) -> Block:
        """The picture as a block."""
        return Block("body", self.stop.headline, stop=self.stop.number)

    def texts(self, width: float, measure: Measure, scale: float) -> float:
        """How high all but the picture is, with the gaps around it."""
        above = height(self.above, width, measure, scale)
        below = height(self.below, width, measure, scale)
        return above + below + 2 * GAPS["heading"] * scale

    def least(self, width: float, measure: Measure, scale: float) -> float:
        """How high it is with the smallest picture that can be read."""
        return self.texts(width, measure, scale) + measure(self.picture, width, scale)

    def placed(self, place: Place, measure: Measure, scale: float) -> Iterator[Placed]:
        """It in a place: the picture takes what the texts leave."""
        tops = [*stacked(self.above, place, measure, scale)]
        yield from tops
        gap = GAPS["heading"] * scale
        left = place.height - self.texts(place.width, measure, scale)
        high = min(left, self.tallest(self.stop, place.width))
        top = tops[-1].bottom + gap
        yield Placed(self.picture, place.left, top, place.width, high, scale)
        rest = Place(place.left, top + high + gap, place.width, 0.0)
        yield from stacked(self.below, rest, measure, scale)


def slides(paper: Paper, words: Words, measure: Measure) -> tuple[Sheet, ...]:
    """A step on each page, then the sources."""
    wide, high = SLIDE
    place = Place(EDGE, 26.0, wide - 2 * EDGE, high - 26.0 - 30.0)
    made = []
    for stop in paper.stops:
        told = Told(lambda *_: high, stop, *slide_blocks(stop, paper, words))
        fits = [one for one in SMALLER if told.least(place.width, measure, one) <= place.height]
        scale = fits[0] if fits else SMALLER[-1]
        made.append(Sheet(tuple(told.placed(place, measure, scale)), SLIDE, is_slide=True))
    return (*made, *tight([*sources(paper, words, "slide-source")], SLIDE, measure))


def handout(
    paper: Paper,
    wish: Wish,
    words: Words,
    page: tuple[float, float],
    measure: Measure,
    tallest: Tallest,
) -> Iterator[Sheet]:
    """Steps in rows; a page takes as many rows as were wished for, and as fit."""
    across, down = (2, 2) if wish.per_page == 4 else (1, wish.per_page)
    told = [
        Told(tallest, stop, *stop_blocks(stop, paper, words, wish.notes)) for stop in paper.stops
    ]
    rows = [told[at : at + across] for at in range(0, len(told), across)]
    place = room(page)
    title = [*stacked(head(paper, words).blocks, place, measure)]
    used = title[-1].bottom - place.top + 2 * BETWEEN
    free = Place(place.left, place.top + used, place.width, place.height - used)
    placed = title
    while rows:
        count, scale = _fitting(rows[:down], free, measure, across)
        if count:
            placed += _in_rows(rows[:count], free, measure, scale, across)
            if wish.per_page == 1:
                placed += _lines(placed[-1].bottom, free, words)
            yield Sheet(tuple(placed), page)
        else:
            yield from _long(rows[0], page, measure, [one.block for one in placed])
        rows = rows[max(count, 1) :]
        placed, free = [], place


def _fitting(
    rows: Sequence[Sequence[Told]], place: Place, measure: Measure, across: int
) -> tuple[int, float]:
    """How many of some rows fit into a place, and at which size of text."""
    for count in range(len(rows), 0, -1):
        for scale in SMALLER:
            if _needs(rows[:count], place, measure, scale, across) <= place.height:
                return count, scale
    return 0, 1.0


def _needs(
    rows: Sequence[Sequence[Told]], place: Place, measure: Measure, scale: float, across: int
) -> float:
    """The least height of some rows."""
    width = _column(place, across)
    least = (max(one.least(width, measure, scale) for one in row) for row in rows)
    return GUTTER * (len(rows) - 1) + sum(least)


def _column(place: Place, across: int) -> float:
    return (place.width - GUTTER * (across - 1)) / across


def _in_rows(
    rows: Sequence[Sequence[Told]], place: Place, measure: Measure, scale: float, across: int
) -> Iterator[Placed]:
    """Rows in a place: each gets what it needs, and the same of what is left."""
    spare = (place.height - _needs(rows, place, measure, scale, across)) / max(len(rows), 1)
    width, top = _column(place, across), place.top
    for row in rows:
        high = max(one.least(width, measure, scale) for one in row) + spare
        ends = [top]
        for number, one in enumerate(row):
            cell = Place(place.left + number * (width + GUTTER), top, width, high)
            found = [*one.placed(cell, measure, scale)]
            ends += [found[-1].bottom]
            yield from found
        top = max(ends) + GUTTER


def _lines(top: float, place: Place, words: Words) -> Iterator[Placed]:
    """Lines for what the reader writes, where a page has room left."""
    high = place.top + place.height - top - 2 * BETWEEN
    count = int((high - RULE) // RULE)
    if count >= ENOUGH:
        block = Block("quiet", words("own-notes"), lines=count)
        yield Placed(block, place.left, top + 2 * BETWEEN, place.width, high)


def _long(
    row: Sequence[Told], page: tuple[float, float], measure: Measure, title: Sequence[Block]
) -> Iterator[Sheet]:
    """Steps with more text than a page holds: it goes on on the next."""
    for number, one in enumerate(row):
        blocks = (*(title if not number else ()), *one.above, one.picture, *one.below)
        yield from pages_of([Group((block,)) for block in blocks], page, measure)
