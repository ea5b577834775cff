"""A poster as pages to print: the sheet or its parts, how to put them together, the sources."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final, NamedTuple

import msgspec

from explorer.content import cite
from explorer.content.library import Library
from explorer.content.model import LANES
from explorer.export.papers import PAPERS, Paper
from explorer.export.poster import Poster, lay_out
from explorer.export.posteritems import Items, items
from explorer.export.postershapes import LEADING, Box, Drawing, Line, Text, Words
from explorer.export.postersheets import reference_sheets
from explorer.export.postertitles import Measure, wrapped
from explorer.export.tiles import EDGE, Tile, Tiling, tiled
from explorer.reader.lens import Lens

CUT: Final = 6.0  # millimeters of a mark to cut along
SMALL: Final = 2.6  # of the letters in the white edge


class Wish(msgspec.Struct, frozen=True):
    """Which poster: its paper, the pages that it is cut over, years and lanes."""

    paper: str = "a4"
    pages: str = ""  # a4, letter, or nothing: one sheet
    start: int | None = None
    end: int | None = None
    lanes: tuple[str, ...] = ()


class Tiled(NamedTuple):
    """What the pages of a cut poster say, in the reader's language."""

    name: Callable[[str, int, int, str], str]  # tile, page, of how many, the sheet's paper
    heading: str
    steps: tuple[str, ...]


class Page(NamedTuple):
    """A page: what is drawn on it, and the part of the sheet that is shown between its marks."""

    drawing: Drawing
    part: Drawing | None = None
    tile: Tile | None = None
    shrunk: float = 1.0  # the part is drawn smaller, as a plan
    at: tuple[float, float] = (EDGE, EDGE)


class Book(NamedTuple):
    """All pages of a poster, of one size."""

    paper: Paper
    pages: tuple[Page, ...]
    poster: Poster
    link: str
    references: tuple[str, ...]  # every source in full, for the file's own description


def link_of(found: Items) -> str:
    """The link that shows the same years and lanes in the program."""
    options = {} if len(found.lanes) == len(LANES) else {"lanes": ",".join(found.lanes)}
    start, end = date(found.start, 1, 1), date(found.end, 12, 31)
    return Lens(page="timeline", start=start, end=end, options=options).link()


def book(
    library: Library,
    wish: Wish,
    words: Words,
    tiling: Tiled,
    measure: Measure,
    go_on: Callable[[], bool] = lambda: True,
) -> Book | None:
    """The pages of a poster; None if *go_on* says no on the way."""
    sheet = PAPERS[wish.paper]
    cut = tiled(sheet, PAPERS[wish.pages]) if wish.pages else None
    found = items(library, wish.start, wish.end, wish.lanes)
    link = link_of(found)
    poster = lay_out(library, found, sheet, words, measure, link, go_on)
    if poster is None:
        return None
    paper = cut.page if cut else sheet
    if cut and cut.tiles[0].width < cut.tiles[0].height:
        paper = paper if paper.width < paper.height else paper.turned()
    sources = reference_sheets(library, found, poster, paper, words, measure, link)
    pages = _cut_pages(poster, cut, paper, tiling, measure) if cut else [Page(poster.drawing)]
    references = tuple(cite.reference(library.sources[name]) for name in poster.sources)
    return Book(paper, (*pages, *map(Page, sources)), poster, link, references)


def _cut_pages(
    poster: Poster, cut: Tiling, paper: Paper, words: Tiled, measure: Measure
) -> list[Page]:
    count = len(cut.tiles) + 1
    pages = [_plan(poster, cut, paper, words, measure)]
    for number, tile in enumerate(cut.tiles, 2):
        said = words.name(tile.name, number, count, poster.paper.name)
        wide = measure(said, 400) * SMALL
        y = (EDGE - SMALL * LEADING) / 2 + 0.6
        text = Text(EDGE + 2 * CUT, y, wide, said, SMALL, 400, "text-quiet")
        marks = Drawing(lines=_marks(tile, cut), texts=(text,))
        pages.append(Page(marks, poster.drawing, tile))
    return pages


def _marks(tile: Tile, cut: Tiling) -> tuple[Line, ...]:
    """Lines in the white edge to cut along, and shorter ones where the neighbor begins."""
    left, top, right, bottom = EDGE, EDGE, EDGE + tile.width, EDGE + tile.height
    across, down = cut.overlap
    lines = []
    for x in (left, right):
        lines += [(x, top - CUT, x, top - 1), (x, bottom + 1, x, bottom + CUT)]
    for y in (top, bottom):
        lines += [(left - CUT, y, left - 1, y), (right + 1, y, right + CUT, y)]
    if tile.column + 1 < cut.columns:
        x = right - across
        lines += [(x, top - CUT / 2, x, top - 1), (x, bottom + 1, x, bottom + CUT / 2)]
    if tile.row + 1 < cut.rows:
        y = bottom - down
        lines += [(left - CUT / 2, y, left - 1, y), (right + 1, y, right + CUT / 2, y)]
    return tuple(Line(*ends, "text", 0.15) for ends in lines)


def _plan(poster: Poster, cut: Tiling, paper: Paper, words: Tiled, measure: Measure) -> Page:
    """The first page: the sheet small, with the names of the pages over it, and what to do."""
    size = 4.0
    width = paper.width - 2 * EDGE

    def wide(text: str, weight: int = 400, letters: float = size) -> float:
        return measure(text, weight) * letters

    texts = [Text(EDGE, EDGE, wide(words.heading, 700, 6.0), words.heading, 6.0, 700)]
    top = EDGE + 6.0 * LEADING + 2
    for step in words.steps:
        for line in wrapped(step, width, wide):
            texts.append(Text(EDGE, top, wide(line), line, size))
            top += size * LEADING
        top += 0.8
    top += 3
    room = paper.height - EDGE - top
    scale = min(width / poster.paper.width, room / poster.paper.height)
    boxes, lines = [], []
    high, broad = poster.paper.height * scale, poster.paper.width * scale
    for number, tile in enumerate(cut.tiles):
        cell_w, cell_h = broad / cut.columns, high / cut.rows
        x, y = EDGE + tile.column * cell_w, top + tile.row * cell_h
        for ends in (
            (x, y, x + cell_w, y),
            (x, y, x, y + cell_h),
            (x + cell_w, y, x + cell_w, y + cell_h),
            (x, y + cell_h, x + cell_w, y + cell_h),
        ):
            lines.append(Line(*ends, "text", 0.3))
        name = f"{tile.name} · {number + 2}"
        letters = min(5.0, cell_h * 0.3, 0.8 * cell_w / measure(name, 700))
        long = wide(name, 700, letters)
        at = (x + (cell_w - long) / 2, y + (cell_h - letters * LEADING) / 2)
        boxes.append(Box(at[0] - 1, at[1] - 0.5, long + 2, letters * LEADING + 1, "panel", "text"))
        texts.append(Text(*at, long, name, letters, 700))
    drawing = Drawing(tuple(boxes), tuple(lines), (), tuple(texts))
    return Page(drawing, poster.drawing, None, scale, (EDGE, top))


def part(drawing: Drawing, tile: Tile) -> Drawing:
    """The shapes of a drawing that reach into a tile."""
    left, top, right, bottom = tile.x, tile.y, tile.x + tile.width, tile.y + tile.height

    def inside(x1: float, y1: float, x2: float, y2: float) -> bool:
        return x1 <= right and x2 >= left and y1 <= bottom and y2 >= top

    return Drawing(
        tuple(b for b in drawing.boxes if inside(b.x, b.y, b.x + b.width, b.y + b.height)),
        tuple(
            one
            for one in drawing.lines
            if inside(
                min(one.x1, one.x2), min(one.y1, one.y2), max(one.x1, one.x2), max(one.y1, one.y2)
            )
        ),
        tuple(
            m
            for m in drawing.marks
            if inside(m.x - 2 * m.size, m.y - 2 * m.size, m.x + 2 * m.size, m.y + 2 * m.size)
        ),
        tuple(t for t in drawing.texts if inside(t.x, t.y, t.x + t.width, t.y + t.height)),
    )
