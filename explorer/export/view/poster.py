"""A poster drawn as vectors: on one sheet, or over many with marks to cut along."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QPolygonF,
)

from explorer import NAME
from explorer.export.posterbook import Book, Page, part
from explorer.export.postershapes import Box, Drawing, Line, Text, Words
from explorer.export.tiles import EDGE
from explorer.reader.lens import Lens
from explorer.reader.theme import load_theme
from explorer.ui.metadata import xmp
from explorer.ui.paint import Look, shape_path

INCH: Final = 25.4
DPI: Final = 1200
DESIGN: Final = 200  # pixels of the letters that are measured and then drawn smaller


@cache
def paper_look() -> Look:
    """The colors that suit white paper, whatever the screen shows."""
    return Look(load_theme("light"))


def _font(weight: int) -> QFont:
    font = paper_look().font(weight=weight)
    font.setPixelSize(DESIGN)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@cache
def _metrics(weight: int) -> QFontMetricsF:
    return QFontMetricsF(_font(weight))


def measure(text: str, weight: int) -> float:
    """The width of a text in units of its size, as it is drawn."""
    return _metrics(weight).horizontalAdvance(text) / DESIGN


def draw(painter: QPainter, drawing: Drawing) -> None:
    """Draw the shapes; one unit of the painter is a millimeter."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    look = paper_look()
    _boxes(painter, (box for box in drawing.boxes if not box.border))
    _lines(painter, (line for line in drawing.lines if line.role == "grid"))
    _boxes(painter, (box for box in drawing.boxes if box.border))
    _lines(painter, (line for line in drawing.lines if line.role != "grid"))
    for mark in drawing.marks:
        painter.setPen(QPen(look.color("panel"), mark.size * 0.2))
        painter.setBrush(look.color(mark.role))
        center = QPointF(mark.x, mark.y)
        painter.drawPath(shape_path(look.shape(mark.role), center, 2 * mark.size))
    for text in drawing.texts:
        _write(painter, text, look)


def _boxes(painter: QPainter, boxes: Iterable[Box]) -> None:
    look = paper_look()
    for box in boxes:
        painter.setPen(QPen(look.color(box.border), 0.12) if box.border else Qt.PenStyle.NoPen)
        painter.setBrush(look.color(box.role))
        painter.drawPolygon(_outline(box))


def _lines(painter: QPainter, lines: Iterable[Line]) -> None:
    look = paper_look()
    for line in lines:
        painter.setPen(QPen(look.color(line.role), line.width))
        painter.drawLine(QPointF(line.x1, line.y1), QPointF(line.x2, line.y2))


def _outline(box: Box) -> QPolygonF:
    """A box whose open ends are pointed."""
    left, right, top, bottom = box.x, box.x + box.width, box.y, box.y + box.height
    point = min(box.height * 0.28, box.width / 3)
    middle = (top + bottom) / 2
    corners = [QPointF(left, top)]
    corners += (
        [QPointF(right - point, top), QPointF(right, middle), QPointF(right - point, bottom)]
        if box.goes_on
        else [QPointF(right, top), QPointF(right, bottom)]
    )
    corners.append(QPointF(left, bottom))
    if box.opens:
        corners.append(QPointF(left + point, middle))
    return QPolygonF(corners)


def _write(painter: QPainter, text: Text, look: Look) -> None:
    metrics = _metrics(text.weight)
    scale = text.size / DESIGN
    rise = (metrics.ascent() - metrics.descent()) / 2 * scale
    painter.save()
    painter.translate(text.x, text.y + text.height / 2 + rise)
    painter.scale(scale, scale)
    painter.setFont(_font(text.weight))
    painter.setPen(look.color(text.role))
    painter.drawText(QPointF(0, 0), text.text)
    painter.restore()


def draw_page(painter: QPainter, page: Page) -> None:
    """Draw a page of a book; one unit of the painter is a millimeter."""
    if page.part is not None:
        painter.save()
        if page.tile is not None:
            tile = page.tile
            painter.setClipRect(QRectF(EDGE, EDGE, tile.width, tile.height))
            painter.translate(EDGE - tile.x, EDGE - tile.y)
            draw(painter, part(page.part, tile))
        else:
            painter.translate(*page.at)
            painter.scale(page.shrunk, page.shrunk)
            draw(painter, page.part)
        painter.restore()
    draw(painter, page.drawing)


def page_size(book: Book) -> QPageSize:
    """The size of a book's pages as printers know it."""
    size = QSizeF(book.paper.width, book.paper.height)
    match = QPageSize.SizeMatchPolicy.ExactMatch
    return QPageSize(size, QPageSize.Unit.Millimeter, book.paper.name, match)


def pdf(book: Book, words: Words, go_on: Callable[[int, int], bool] = lambda *_: True) -> bytes:
    """A book as the bytes of a PDF; nothing if *go_on*, told page and count, says no."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    title = words.title(*years_of(book))
    writer.setTitle(title)
    writer.setCreator(NAME)
    about = " ".join(words.about)
    writer.setDocumentXmpMetadata(xmp(title, about, book.references, book.link))
    writer.setResolution(DPI)
    writer.setPageSize(page_size(book))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    try:
        for number, page in enumerate(book.pages):
            if not go_on(number, len(book.pages)):
                return b""
            if number:
                writer.newPage()
            painter.save()
            painter.scale(DPI / INCH, DPI / INCH)
            draw_page(painter, page)
            painter.restore()
    finally:
        painter.end()
    return bytes(data.data())


def years_of(book: Book) -> tuple[int, int]:
    """The first and last year of a book, as its link has them."""
    lens = Lens.read(book.link)
    assert lens.start is not None
    assert lens.end is not None
    return lens.start.year, lens.end.year
