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
BETWEEN: Final = 12.0  # groups of several blocks
PICTURE: Final = (0.3, 0.62)  # height of a picture by its width: least and most
TALL: Final = 1.2  # most for a table
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
        groups = [head(paper, words), *tasks(paper, words, wish.form == "worksheet")]
        return tuple(_flow([*groups, *sources(paper, words)], page, measure))
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
            *_flow([*sources(paper, words)], page, measure),
        ]
    )


def room(page: tuple[float, float]) -> Place:
    """Where text may stand on a page."""
    width, height = page
    return Place(EDGE, EDGE + BAND, width - 2 * EDGE, height - 2 * EDGE - 2 * BAND)


# ------------------------------------------------------------------------------ running text


def _flow(groups: Sequence[Group], page: tuple[float, float], measure: Measure) -> Iterator[Sheet]:
    """Groups below each other; a page ends where the next group does not fit whole."""
    place = room(page)
    for placed in flow(groups, place, measure):
        yield Sheet(tuple(placed), page)


def flow(groups: Sequence[Group], place: Place, measure: Measure) -> list[list[Placed]]:
    """Groups below each other on as many pages as they need.

    >>> pages = flow([Group((Block("body", "x"),))] * 3, Place(0, 0, 9, 25), lambda *_: 10.0)
    >>> [[one.top for one in page] for page in pages]
    [[0.0, 14.0], [0.0]]
    """
    pages: list[list[Placed]] = [[]]
    top = place.top
    for number, group in enumerate(groups):
        need = _height(group.blocks, place.width, measure)
        if group.with_next and number + 1 < len(groups):
            need += BETWEEN + _height(groups[number + 1].blocks, place.width, measure)
        gap = _between(group) if pages[-1] else 0.0
        whole = need <= place.height
        if pages[-1] and whole and top + gap + need > place.top + place.height:
            pages.append([])
            top, gap = place.top, 0.0
        top += gap
        for block in group.blocks:
            high = measure(block, place.width, 1.0)
            top += GAPS[block.style] if pages[-1] else 0.0
            if pages[-1] and top + high > place.top + place.height:
                pages.append([])
                top = place.top
            pages[-1].append(Placed(block, place.left, top, place.width, high))
            top += high
    return [page for page in pages if page]


def _between(group: Group) -> float:
    return BETWEEN if len(group.blocks) > 1 else 0.0


def _height(blocks: Sequence[Block], width: float, measure: Measure, scale: float = 1.0) -> float:
    """How high blocks are below each other, with the gaps above all but the first."""
    gaps = sum(GAPS[block.style] for block in blocks[1:])
    return gaps + sum(measure(block, width, scale) for block in blocks)


# -------------------------------------------------------------------------------- with pictures


def _slides(paper: Paper, words: Words, measure: Measure) -> tuple[Sheet, ...]:
    width, height = SLIDE
    place = Place(EDGE, 26.0, width - 2 * EDGE, height - 26.0 - 30.0)
    made = []
    for stop in paper.stops:
        above, below = slide_blocks(stop, paper, words)
        placed = step(above, below, stop, place, measure, (0.18, 0.6))
        made.append(Sheet(placed or (), SLIDE, is_slide=True))
    return (*made, *_flow([*sources(paper, words, "slide-source")], SLIDE, measure))


def _handout(
    paper: Paper, wish: Wish, words: Words, page: tuple[float, float], measure: Measure
) -> Iterator[Sheet]:
    """Steps in the cells of their pages; one that needs more room gets a page of its own."""
    whole = room(page)
    first = head(paper, words)
    top = [Placed(*one) for one in _stacked(first.blocks, whole, measure)]
    used = top[-1].bottom - whole.top + BETWEEN
    left = Place(whole.left, whole.top + used, whole.width, whole.height - used)
    placed: list[Placed] = top
    free = cells(left, wish.per_page)
    for stop in paper.stops:
        above, below = stop_blocks(stop, paper, words, wish.notes)
        found = _first_fit(above, below, stop, free, measure)
        if (found is None and len(free) < wish.per_page) or not free:
            yield Sheet(tuple(placed), page)
            placed, free = [], cells(whole, wish.per_page)
            found = _first_fit(above, below, stop, free, measure)
        if found is None:
            if placed:
                yield Sheet(tuple(placed), page)
            yield from _long(above, below, stop, page, measure)
            placed, free = [], cells(whole, wish.per_page)
            continue
        placed += found
        free = free[1:]
    if placed:
        yield Sheet(tuple(placed), page)


def _first_fit(
    above: Sequence[Block],
    below: Sequence[Block],
    stop: Stop,
    free: Sequence[Place],
    measure: Measure,
) -> tuple[Placed, ...] | None:
    return step(above, below, stop, free[0], measure) if free else None


def _stacked(
    blocks: Sequence[Block], place: Place, measure: Measure, scale: float = 1.0
) -> Iterator[tuple[Block, float, float, float, float, float]]:
    top = place.top
    for number, block in enumerate(blocks):
        top += GAPS[block.style] if number else 0.0
        high = measure(block, place.width, scale)
        yield block, place.left, top, place.width, high, scale
        top += high


def _long(
    above: Sequence[Block],
    below: Sequence[Block],
    stop: Stop,
    page: tuple[float, float],
    measure: Measure,
) -> Iterator[Sheet]:
    """A step with more text than a page holds: its picture first, the text goes on."""
    picture = Block("body", stop.headline, stop=stop.number)
    groups = [Group((one,)) for one in (*above, picture, *below)]
    yield from _flow(groups, page, measure)


def cells(place: Place, per_page: int) -> list[Place]:
    """The parts of a page for as many steps: one, two below each other, or two by two."""
    across = 2 if per_page == 4 else 1
    down = 1 if per_page == 1 else 2
    width = (place.width - GUTTER * (across - 1)) / across
    height = (place.height - GUTTER * (down - 1)) / down
    return [
        Place(
            place.left + column * (width + GUTTER),
            place.top + row * (height + GUTTER),
            width,
            height,
        )
        for row in range(down)
        for column in range(across)
    ]


def step(
    above: Sequence[Block],
    below: Sequence[Block],
    stop: Stop,
    place: Place,
    measure: Measure,
    ratio: tuple[float, float] = PICTURE,
) -> tuple[Placed, ...] | None:
    """A step in a place: the picture takes what the text leaves; None where that is too little."""
    for scale in SMALLER:
        texts = _height(above, place.width, measure, scale) + _height(
            below, place.width, measure, scale
        )
        left = place.height - texts - 2 * GAPS["heading"]
        if left >= ratio[0] * place.width:
            high = min(left, _most(stop, ratio) * place.width)
            return tuple(_in_cell(above, below, stop, place, measure, scale, high))
    return None


def _most(stop: Stop, ratio: tuple[float, float]) -> float:
    return TALL if stop.lens.page == "evidence" else ratio[1]


def _in_cell(
    above: Sequence[Block],
    below: Sequence[Block],
    stop: Stop,
    place: Place,
    measure: Measure,
    scale: float,
    high: float,
) -> Iterator[Placed]:
    tops = [Placed(*one) for one in _stacked(above, place, measure, scale)]
    yield from tops
    top = tops[-1].bottom + GAPS["heading"]
    picture = Block("body", stop.headline, stop=stop.number)
    yield Placed(picture, place.left, top, place.width, high, scale)
    rest = Place(place.left, top + high + GAPS["heading"], place.width, 0.0)
    yield from (Placed(*one) for one in _stacked(below, rest, measure, scale))
