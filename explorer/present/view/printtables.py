"""Tables of figures, drawn as large as they fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextLayout

from explorer.present.paperfigures import Table
from explorer.present.view import printtext
from explorer.ui.paint import Look

SHARE: Final = (1.0, 3.0, 1.4, 2.0, 3.2)  # widths of the columns of a table, by their number
CELL: Final = 9.0  # points of the letters in a table
SCALES: Final = (1.25, 0.72)  # times that: on paper where there is room, and where there is none


def draw_tables(
    painter: QPainter, rect: QRectF, found: Sequence[Table], look: Look, most: float = SCALES[0]
) -> None:
    """Draw tables below each other, as large as they fit; the painter's units are points."""
    scale = most
    while scale > 0.2 and tall(found, rect.width(), scale) > rect.height():
        scale -= 0.05
    top = rect.top()
    for table in found:
        top = _draw_table(painter, QRectF(rect.x(), top, rect.width(), 0), table, scale, look)


def tall(found: Sequence[Table], width: float, scale: float) -> float:
    """How high tables are below each other, in points."""
    return sum(_table_height(table, width, scale) for table in found)


def narrowed(table: Table) -> Table:
    """A table of many columns as one of two: the figure, and all that is told of it."""
    if len(table.heads) < 3:
        return table
    rows = tuple(
        (row[0], " · ".join(filter(None, row[1:4])) + _below(row[4:])) for row in table.rows
    )
    heads = (table.heads[0], " · ".join(table.heads[1:4]))
    return msgspec.structs.replace(table, heads=heads, rows=rows)


def _below(cells: Sequence[str]) -> str:
    return "".join(f"\n{cell}" for cell in cells if cell)


def _widths(table: Table, width: float, scale: float) -> list[float]:
    """The columns by their shares, none narrower than its longest word."""
    shares = SHARE[: len(table.heads)] if len(table.heads) > 2 else (1.0, 4.0)
    least = [_longest(table, column, scale) for column in range(len(table.heads))]
    left = max(width - sum(least), 0.0)
    return [low + left * share / sum(shares) for low, share in zip(least, shares, strict=True)]


def _longest(table: Table, column: int, scale: float) -> float:
    """How wide the longest word of a column is."""
    metrics = QFontMetricsF(printtext.font(CELL * scale, True))
    cells = (table.heads[column], *(row[column] for row in table.rows))
    found = {word for cell in cells for word in cell.split()}
    return max(metrics.horizontalAdvance(word) for word in found) / printtext.UNIT + 7


def _rows(table: Table) -> list[tuple[tuple[str, ...], bool]]:
    return [(table.heads, True), *((row, False) for row in table.rows)]


def _row_height(row: Sequence[str], widths: Sequence[float], scale: float, is_head: bool) -> float:
    found = (
        printtext.height(_cell(text, wide, scale, is_head or not column))
        for column, (text, wide) in enumerate(zip(row, widths, strict=True))
    )
    return max(found, default=0.0) + 5 * scale


def _cell(text: str, width: float, scale: float, is_bold: bool) -> QTextLayout:
    return printtext.lines(text, round(CELL * scale, 2), is_bold, width - 6)


def _title(table: Table, width: float, scale: float) -> QTextLayout:
    return printtext.lines(table.title, round(CELL * 1.15 * scale, 2), True, width)


def _remark(table: Table, width: float, scale: float) -> QTextLayout:
    return printtext.lines(table.remark, round(CELL * scale, 2), False, width)


def _table_height(table: Table, width: float, scale: float) -> float:
    widths = _widths(table, width, scale)
    rows = sum(_row_height(row, widths, scale, is_head) for row, is_head in _rows(table))
    remark = printtext.height(_remark(table, width, scale)) + 6 * scale if table.remark else 0.0
    return printtext.height(_title(table, width, scale)) + rows + remark + 10 * scale


def _draw_table(painter: QPainter, rect: QRectF, table: Table, scale: float, look: Look) -> float:
    title = _title(table, rect.width(), scale)
    printtext.write(painter, title, rect.x(), rect.y(), look.color("text"))
    top = rect.y() + printtext.height(title) + 3 * scale
    widths = _widths(table, rect.width(), scale)
    for row, is_head in _rows(table):
        high = _row_height(row, widths, scale, is_head)
        painter.setPen(QPen(look.color("text-quiet"), 0.8 if is_head else 0.3))
        left = rect.x()
        for column, (text, wide) in enumerate(zip(row, widths, strict=True)):
            layout = _cell(text, wide, scale, is_head or not column)
            ink = look.color("text-quiet" if is_head else "text")
            printtext.write(painter, layout, left, top + 2 * scale, ink)
            left += wide
        top += high
        painter.drawLine(QLineF(rect.x(), top, rect.right(), top))
    if table.remark:
        remark = _remark(table, rect.width(), scale)
        printtext.write(painter, remark, rect.x(), top + 4 * scale, look.color("text"))
        top += printtext.height(remark) + 6 * scale
    return top + 7 * scale
