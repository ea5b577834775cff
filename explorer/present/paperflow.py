"""How blocks follow each other down a page, and from page to page. Measures are in points."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import msgspec

from explorer.present.papertext import Block, Group

EDGE: Final = 42.0  # around what is printed: printers cannot reach the very edge
BAND: Final = 22.0  # of the title above and the versions below
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
USUAL: Final = 0.56  # where the text goes on below it
RULE: Final = 22.0  # between lines to write on
HARDLY: Final = 0.45  # of a page: fuller ones are worth their paper
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


def room(page: tuple[float, float]) -> Place:
    """Where text may stand on a page."""
    width, height = page
    return Place(EDGE, EDGE + BAND, width - 2 * EDGE, height - 2 * EDGE - 2 * BAND)


def pages_of(
    groups: Sequence[Group], page: tuple[float, float], measure: Measure, scale: float = 1.0
) -> Iterator[Sheet]:
    """Groups below each other; a page ends where the next group does not fit whole."""
    for placed in flow(groups, room(page), measure, scale):
        yield Sheet(tuple(placed), page)


def fitted(groups: Sequence[Group], page: tuple[float, float], measure: Measure) -> list[Sheet]:
    """All on one page, where somewhat smaller type makes that possible."""
    tried = [[*pages_of(groups, page, measure, scale)] for scale in SMALLER]
    return next((pages for pages in tried if len(pages) == 1), tried[0])


def tight(groups: Sequence[Group], page: tuple[float, float], measure: Measure) -> list[Sheet]:
    """Somewhat smaller where that spares a last page with hardly anything on it."""
    usual, *smaller = ([*pages_of(groups, page, measure, scale)] for scale in SMALLER)
    if usual[-1].placed[-1].bottom > page[1] * HARDLY:
        return usual
    return next((pages for pages in smaller if len(pages) < len(usual)), usual)


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
    need = height(group.blocks, width, measure, scale)
    if group.with_next and number + 1 < len(groups):
        after = groups[number + 1]
        need += _gap(after, scale) + height(after.blocks, width, measure, scale)
    return need


def _gap(group: Group, scale: float) -> float:
    """The room above a group that is not the first of its page."""
    between = BETWEEN if len(group.blocks) > 1 else 0.0
    return (between + GAPS[group.blocks[0].style]) * scale


def _flowing(block: Block, width: float, measure: Measure, scale: float) -> float:
    high = measure(block, width, scale)
    return max(high, USUAL * width) if block.stop else high


def height(blocks: Sequence[Block], width: float, measure: Measure, scale: float) -> float:
    """How high blocks are below each other, with the gaps above all but the first."""
    gaps = sum(GAPS[block.style] * scale for block in blocks[1:])
    return gaps + sum(_flowing(block, width, measure, scale) for block in blocks)


def stacked(
    blocks: Sequence[Block], place: Place, measure: Measure, scale: float = 1.0
) -> Iterator[Placed]:
    """Blocks below each other from the top of a place."""
    top = place.top
    for number, block in enumerate(blocks):
        top += GAPS[block.style] * scale if number else 0.0
        high = measure(block, place.width, scale)
        yield Placed(block, place.left, top, place.width, high, scale)
        top += high
