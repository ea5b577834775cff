"""A large sheet cut over pages of an office printer, to be glued together."""

from __future__ import annotations

from typing import Final, NamedTuple

from explorer.export.papers import Paper

EDGE: Final = 10.0  # millimeters of a page that printers may leave white
OVERLAP: Final = 10.0  # at least this much of the sheet is on both of two neighbors


class Tile(NamedTuple):
    """A page, by row and column from 0: the part of the sheet that it shows."""

    row: int
    column: int
    x: float
    y: float
    width: float
    height: float

    @property
    def name(self) -> str:
        """The row as a letter and the column as a number: ``B3``."""
        return f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[self.row]}{self.column + 1}"


class Tiling(NamedTuple):
    """All pages of a sheet, row by row."""

    page: Paper
    rows: int
    columns: int
    tiles: tuple[Tile, ...]

    @property
    def overlap(self) -> tuple[float, float]:
        """How much of the sheet neighbors share, across and down; 0 where there is one."""
        first = self.tiles[0]
        across = [t.x for t in self.tiles if t.row == 0 and t.column == 1]
        down = [t.y for t in self.tiles if t.row == 1 and t.column == 0]
        return (
            first.width - across[0] if across else 0.0,
            first.height - down[0] if down else 0.0,
        )


class OnePage(ValueError):  # noqa: N818 - it is what was asked for
    """A sheet that is no larger than the page; the message says what to choose instead."""


def tiled(sheet: Paper, page: Paper) -> Tiling:
    """The fewest pages that hold a sheet in its true size, lying or upright.

    >>> from explorer.export.papers import PAPERS
    >>> found = tiled(PAPERS["a3"], PAPERS["a4"])
    >>> found.rows, found.columns, [tile.name for tile in found.tiles[:3]]
    (2, 2, ['A1', 'A2', 'B1'])
    """
    if sheet.width * sheet.height <= page.width * page.height * 1.35:
        raise OnePage(
            f"a poster on {sheet.name} is not cut over pages of {page.name}; choose a larger paper"
        )
    return min((_cut(sheet, page), _cut(sheet, page.turned())), key=lambda one: len(one.tiles))


def _cut(sheet: Paper, page: Paper) -> Tiling:
    across = _starts(sheet.width, page.width - 2 * EDGE)
    down = _starts(sheet.height, page.height - 2 * EDGE)
    width = min(page.width - 2 * EDGE, sheet.width)
    height = min(page.height - 2 * EDGE, sheet.height)
    tiles = tuple(
        Tile(row, column, x, y, width, height)
        for row, y in enumerate(down)
        for column, x in enumerate(across)
    )
    return Tiling(page, len(down), len(across), tiles)


def _starts(whole: float, part: float) -> list[float]:
    """Where parts begin that cover the whole, with the same overlap everywhere."""
    if whole <= part:
        return [0.0]
    count = 1
    while part + count * (part - OVERLAP) < whole - 1e-9:
        count += 1
    step = (whole - part) / count
    return [number * step for number in range(count + 1)]
