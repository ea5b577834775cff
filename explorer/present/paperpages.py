"""Where the blocks of a document stand on its pages. Measures are in points."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import msgspec

from explorer.present.paper import Paper, Stop, Wish, Words
from explorer.present.papertext import (
    Block,
    Group,
    head,
    sections,
    slide_blocks,
    sources,
    stop_blocks,
    tasks,
)

PAPERS: Final = {"a4": (595.0, 842.0), "letter": (612.0, 792.0)}
SLIDE: Final = (960.0, 540.0)
EDGE: Final = 42.0  # around what is printed: printers cannot reach the very edge
BAND: Final = 22.0  # of the title above and the versions below
GUTTER: Final = 20.0  # between steps on a page
GAPS: Final = {  # above a block
    "title": 0.0,
    "lead": 6.0,
    "heading": 10.0,
    "body": 4.0,
    "small": 4.0,
    "quiet": 3.0,
    "note": 4.0,
    "rule": 10.0,
    "slide-title": 4.0,
    "slide-text": 6.0,
    "slide-small": 6.0,
    "slide-source": 5.0,
}
BETWEEN: Final = 8.0  # groups of several blocks
MOST: Final = 0.62  # height of a picture by its width
TALL: Final = 1.2  # the same for a table
USUAL: Final = 0.56  # where the text goes on below it
RULE: Final = 22.0  # between lines to write on
HARDLY: Final = 0.45  # of a page: fuller ones are worth their paper
ENOUGH: Final = 4  # lines: fewer are not worth their while
SMALLER: Final = (1.0, 0.92, 0.85)  # text sizes tried until a step fits

Measure = Callable[[Block, float, float], float]  # block, width, text size -> height


class Placed(msgspec.Struct, frozen=True):
    """A block in its place on a page."""

    block: Block
    left: float
    top: float
    width: float
    height: float
    scale: float = 1.0  # of its text

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height


class Sheet(msgspec.Struct, frozen=True):
    """One page."""

    placed: tuple[Placed, ...]
    size: tuple[float, float]
    is_slide: bool = False  # a picture of its own, without the title above


class Place(msgspec.Struct, frozen=True):
    """A rectangle on a page."""

    left: float
    top: float
    width: float
    height: float


def sheets(
    paper: Paper,
    wish: Wish,
    words: Words,
    measure: Measure,
    size: tuple[float, float] | None = None,
) -> tuple[Sheet, ...]:
    """The pages of a document in the form that was wished for."""
    if wish.form == "slides":
        return _slides(paper, words, measure)
    page = size or PAPERS[wish.paper]
    if wish.form in ("worksheet", "key"):
        groups = [head(paper, words, wish.form), *tasks(paper, words, wish.form == "worksheet")]
        return tuple(_flow([*groups, *sources(paper, words)], page, measure))
    if paper.ref.startswith("guide:"):
        return tuple(_fitted([*groups_of_guide(paper, words)], page, measure))
    if not paper.stops:
        groups = [head(paper, words), *sections(paper, words)]
        if paper.tasks:
            title = Block("heading", words("questions"))
            asked = [*tasks(paper, words, name_lines=False)]
            groups += [msgspec.structs.replace(asked[0], blocks=(title, *asked[0].blocks))]
            groups += asked[1:]
        return tuple(_flow([*groups, *sources(paper, words)], page, measure))
    return tuple(
        [
            *_handout(paper, wish, words, page, measure),
            *_tight([*sources(paper, words)], page, measure),
        ]
    )


def room(page: tuple[float, float]) -> Place:
    """Where text may stand on a page."""
    width, height = page
    return Place(EDGE, EDGE + BAND, width - 2 * EDGE, height - 2 * EDGE - 2 * BAND)


# ------------------------------------------------------------------------------ running text


def _flow(
    groups: Sequence[Group], page: tuple[float, float], measure: Measure, scale: float = 1.0
) -> Iterator[Sheet]:
    """Groups below each other; a page ends where the next group does not fit whole."""
    for placed in flow(groups, room(page), measure, scale):
        yield Sheet(tuple(placed), page)


def _fitted(groups: Sequence[Group], page: tuple[float, float], measure: Measure) -> list[Sheet]:
    """All on one page, where somewhat smaller type makes that possible."""
    tried = [[*_flow(groups, page, measure, scale)] for scale in SMALLER]
    return next((pages for pages in tried if len(pages) == 1), tried[0])


def _tight(groups: Sequence[Group], page: tuple[float, float], measure: Measure) -> list[Sheet]:
    """Somewhat smaller where that spares a last page with hardly anything on it."""
    usual, *smaller = ([*_flow(groups, page, measure, scale)] for scale in SMALLER)
    if usual[-1].placed[-1].bottom > page[1] * HARDLY:
        return usual
    return next((pages for pages in smaller if len(pages) < len(usual)), usual)


def groups_of_guide(paper: Paper, words: Words) -> Iterator[Group]:
    """A guide from its title to what it is."""
    yield head(paper, words)
    yield from sections(paper, words)
    yield from sources(paper, words)


def flow(
    groups: Sequence[Group], place: Place, measure: Measure, scale: float = 1.0
) -> list[list[Placed]]:
    """Groups below each other on as many pages as they need.

    >>> pages = flow([Group((Block("body", "x"),))] * 3, Place(0, 0, 9, 25), lambda *_: 10.0)
    >>> [[one.top for one in page] for page in pages]
    [[0.0, 14.0], [0.0]]
    """
    pages: list[list[Placed]] = [[]]
    end, top = place.top + place.height, place.top
    for number, group in enumerate(groups):
        need = _needed(groups, number, place.width, measure, scale)
        if pages[-1] and need <= place.height and top + _gap(group, scale) + need > end:
            pages.append([])
        top = top + _gap(group, scale) if pages[-1] else place.top
        for count, block in enumerate(group.blocks):
            high = _flowing(block, place.width, measure, scale)
            top += GAPS[block.style] * scale if count else 0.0
            if pages[-1] and top + high > end:
                pages.append([])
                top = place.top
            pages[-1].append(Placed(block, place.left, top, place.width, high, scale))
            top += high
    return [page for page in pages if page]


def _needed(
    groups: Sequence[Group], number: int, width: float, measure: Measure, scale: float
) -> float:
    """How high a group is, with the next one where they stay together."""
    group = groups[number]
    need = _height(group.blocks, width, measure, scale)
    if group.with_next and number + 1 < len(groups):
        after = groups[number + 1]
        need += _gap(after, scale) + _height(after.blocks, width, measure, scale)
    return need


def _gap(group: Group, scale: float) -> float:
    """The room above a group that is not the first of its page."""
    between = BETWEEN if len(group.blocks) > 1 else 0.0
    return (between + GAPS[group.blocks[0].style]) * scale


def _flowing(block: Block, width: float, measure: Measure, scale: float) -> float:
    high = measure(block, width, scale)
    return max(high, USUAL * width) if block.stop else high


def _height(blocks: Sequence[Block], width: float, measure: Measure, scale: float) -> float:
    """How high blocks are below each other, with the gaps above all but the first."""
    gaps = sum(GAPS[block.style] * scale for block in blocks[1:])
    return gaps + sum(_flowing(block, width, measure, scale) for block in blocks)


def _stacked(
    blocks: Sequence[Block], place: Place, measure: Measure, scale: float = 1.0
) -> Iterator[Placed]:
    """Blocks below each other from the top of a place."""
    top = place.top
    for number, block in enumerate(blocks):
        top += GAPS[block.style] * scale if number else 0.0
        high = measure(block, place.width, scale)
        yield Placed(block, place.left, top, place.width, high, scale)
        top += high


# -------------------------------------------------------------------------------- with pictures


class Told(msgspec.Struct, frozen=True):
    """A step with its texts: what is above its picture, and what is below."""

    stop: Stop
    above: tuple[Block, ...]
    below: tuple[Block, ...]

    @property
    def picture(self) -> Block:
        """The picture as a block."""
        return Block("body", self.stop.headline, stop=self.stop.number)

    @property
    def most(self) -> float:
        """How high the picture may be, by its width."""
        return TALL if self.stop.lens.page == "evidence" else MOST

    def texts(self, width: float, measure: Measure, scale: float) -> float:
        """How high all but the picture is, with the gaps around it."""
        above = _height(self.above, width, measure, scale)
        below = _height(self.below, width, measure, scale)
        return above + below + 2 * GAPS["heading"] * scale

    def least(self, width: float, measure: Measure, scale: float) -> float:
        """How high it is with the smallest picture that can be read."""
        return self.texts(width, measure, scale) + measure(self.picture, width, scale)

    def placed(self, place: Place, measure: Measure, scale: float) -> Iterator[Placed]:
        """It in a place: the picture takes what the texts leave."""
        tops = [*_stacked(self.above, place, measure, scale)]
        yield from tops
        gap = GAPS["heading"] * scale
        left = place.height - self.texts(place.width, measure, scale)
        high = min(left, self.most * place.width)
        top = tops[-1].bottom + gap
        yield Placed(self.picture, place.left, top, place.width, high, scale)
        rest = Place(place.left, top + high + gap, place.width, 0.0)
        yield from _stacked(self.below, rest, measure, scale)


def _slides(paper: Paper, words: Words, measure: Measure) -> tuple[Sheet, ...]:
    width, height = SLIDE
    place = Place(EDGE, 26.0, width - 2 * EDGE, height - 26.0 - 30.0)
    made = []
    for stop in paper.stops:
        told = Told(stop, *slide_blocks(stop, paper, words))
        fits = [one for one in SMALLER if told.least(place.width, measure, one) <= place.height]
        scale = fits[0] if fits else SMALLER[-1]
        made.append(Sheet(tuple(told.placed(place, measure, scale)), SLIDE, is_slide=True))
    return (*made, *_tight([*sources(paper, words, "slide-source")], SLIDE, measure))


def _handout(
    paper: Paper, wish: Wish, words: Words, page: tuple[float, float], measure: Measure
) -> Iterator[Sheet]:
    """Steps in rows; a page takes as many rows as were wished for, and as fit."""
    across, down = (2, 2) if wish.per_page == 4 else (1, wish.per_page)
    told = [Told(stop, *stop_blocks(stop, paper, words, wish.notes)) for stop in paper.stops]
    rows = [told[at : at + across] for at in range(0, len(told), across)]
    place = room(page)
    title = [*_stacked(head(paper, words).blocks, place, measure)]
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
        yield from _flow([Group((block,)) for block in blocks], page, measure)
