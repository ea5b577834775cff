"""The whole desk in one picture: cut between its papers and set in columns."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter, QRegion

from explorer.evidence.columns import columns
from explorer.evidence.view.papers import Desk

WIDTHS: Final = (600, 760, 920, 1100)  # pixels of a column at 100 %
MOST: Final = 5  # columns
LEAST: Final = 0.8  # times the size on screen; smaller text is not read
GAP: Final = 16
EDGE: Final = 8


def paint_whole(desk: Desk, painter: QPainter, rect: QRectF) -> bool:
    """Draw a desk into *rect* in the columns that make it largest, if it can be read; whether so."""
    rect = rect.adjusted(EDGE, EDGE, -EDGE, -EDGE)
    desk.is_one_column = True
    grown = 1 + (desk.look.scale - 1) * 0.6
    widths = [round(width * grown) for width in WIDTHS]
    found = [_laid(desk, width, count, rect) for width in widths for count in range(1, MOST + 1)]
    scale, width, parts = max(found, key=lambda one: one[0])
    if scale < LEAST:
        return False
    _resize(desk, width)
    total = len(parts) * width + (len(parts) - 1) * GAP
    painter.save()
    painter.translate(rect.x() + (rect.width() - total * scale) / 2, rect.y())
    painter.scale(scale, scale)
    for number, (start, bottom) in enumerate(parts):
        top = start + desk.gap if start else start
        part = QRegion(QRect(0, top, width, bottom - top))
        desk.render(painter, QPoint(number * (width + GAP), 0), part)
    painter.restore()
    return True


def _laid(
    desk: Desk, width: int, count: int, rect: QRectF
) -> tuple[float, int, list[tuple[int, int]]]:
    """How large the desk comes out in columns of a width, and where it is cut."""
    _resize(desk, width)
    parts = columns(desk.cuts(), count)
    total = len(parts) * width + (len(parts) - 1) * GAP
    tallest = max(bottom - top for top, bottom in parts)
    return min(rect.width() / total, rect.height() / max(tallest, 1), 1.5), width, parts


def _resize(desk: Desk, width: int) -> None:
    """Lay the desk out at a width, as it would be on screen."""
    if desk.width() != width:
        for _ in range(2):  # the height is known once all that is inside has its width
            desk.resize(desk.size_for(width))
            desk.grab(QRect(0, 0, 1, 1))
