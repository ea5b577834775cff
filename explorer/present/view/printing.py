"""Makes what is handed out, piece by piece, so that it can be watched and stopped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import (
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from explorer.content.library import Library
from explorer.content.model import Tour
from explorer.present import deck, html
from explorer.present.paper import Paper, Stop, Wish, paper, tour_paper
from explorer.present.paperfigures import Shot
from explorer.present.paperflow import BAND, EDGE, Sheet
from explorer.present.paperpages import sheets
from explorer.present.papertext import Block, footer
from explorer.present.view import printtext
from explorer.present.view.printpictures import Pictures, paper_theme
from explorer.present.view.printwords import words
from explorer.present.view.stage import MakePane
from explorer.ui.paint import Look

POINTS: Final = 72.0  # to the inch
DPI: Final = 96  # lines that charts draw are one dot wide: finer dots would make them too thin
SHOT: Final = QSize(960, 540)  # of a picture in an HTML page
DECK: Final = QSize(1176, 470)  # of one on a slide


class Printing:
    """One document on its way to paper or to a file."""

    def __init__(
        self, library: Library, make_pane: MakePane, wish: Wish, tour: Tour | None = None
    ) -> None:
        self.library, self.wish = library, wish
        self.paper: Paper = (
            paper(library, wish.what, words, wish.form)
            if tour is None
            else tour_paper(library, tour, wish.form)
        )
        self.look = Look(paper_theme())
        self.pictures = Pictures(library, make_pane, self.look)
        self.data = b""  # the file, once all pieces are made

    def close(self) -> None:
        """Let go of all that was needed."""
        self.pictures.close()

    # ------------------------------------------------------------------------------- files

    def pieces(self) -> Iterator[tuple[int, int]]:
        """Make the file; after each piece, how many are done and how many there are."""
        if self.wish.form in ("html", "pptx"):
            yield from self._shots()
        else:
            yield from self._pdf()

    def whole(self) -> bytes:
        """Make the file at once."""
        for _ in self.pieces():
            pass
        return self.data

    def _shots(self) -> Iterator[tuple[int, int]]:
        shots: dict[int, Shot] = {}
        stops = self.paper.stops
        size = SHOT if self.wish.form == "html" else DECK
        for stop in stops:
            shots[stop.number] = self.pictures.shot(stop, size)
            yield len(shots), len(stops) + 1
        if self.wish.form == "html":
            self.data = html.page(self.paper, words, shots, self.wish.notes).encode()
        else:
            self.data = deck.deck(self.paper, words, shots)
        yield len(stops) + 1, len(stops) + 1

    def _pdf(self) -> Iterator[tuple[int, int]]:
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle(f"{self.paper.title} ({words(self.wish.form)})")
        writer.setCreator(footer(self.paper, words))
        writer.setResolution(DPI)
        yield from self.print_on(writer, self.sheets())
        self.data = bytes(data.data())

    # ------------------------------------------------------------------------------- paper

    def sheets(self, size: tuple[float, float] | None = None) -> tuple[Sheet, ...]:
        """The pages of the document, on paper of a size in points or of the one wished for."""
        return sheets(self.paper, self.wish, words, self._measure, size, self.pictures.tallest)

    def _measure(self, block: Block, width: float, scale: float) -> float:
        """How high a block is at least, in points."""
        if block.stop:
            return self.pictures.least(self._stop(block.stop), width)
        return printtext.measure(block, width, scale)

    def _stop(self, number: int) -> Stop:
        return next(stop for stop in self.paper.stops if stop.number == number)

    def print_on(
        self, device: QPagedPaintDevice, pages: tuple[Sheet, ...], resize: bool = True
    ) -> Iterator[tuple[int, int]]:
        """Draw pages on a printer or into a file; after each, how many are done and there are."""
        if resize:
            _fit(device, pages[0])
        painter = QPainter(device)
        try:
            for number, sheet in enumerate(pages, 1):
                if number > 1:
                    if resize:
                        _fit(device, sheet)
                    device.newPage()
                painter.save()
                _scale(painter, device, sheet)
                self.draw(painter, sheet, number, len(pages))
                painter.restore()
                yield number, len(pages)
        finally:
            painter.end()

    def draw(self, painter: QPainter, sheet: Sheet, number: int, of: int) -> None:
        """Draw one page; the painter's units are points."""
        for one in sheet.placed:
            if one.block.stop:
                rect = QRectF(one.left, one.top, one.width, one.height)
                self.pictures.draw(painter, rect, self._stop(one.block.stop))
            else:
                printtext.draw(painter, one, self.look)
        self._furniture(painter, sheet, number, of)

    def _furniture(self, painter: QPainter, sheet: Sheet, number: int, of: int) -> None:
        """Title and page above, program and versions below."""
        width, height = sheet.size
        left, right = EDGE, width - EDGE
        base = height - EDGE - BAND + 12 if not sheet.is_slide else height - 22
        if not sheet.is_slide and number > 1:
            title = f"{self.paper.title} · {words(self.wish.form)}"
            self._line(painter, title, left, EDGE - 6, right)
        self._line(painter, footer(self.paper, words), left, base, right)
        self._line(painter, words("page").format(number, of), left, base, right, at_right=True)

    def _line(
        self,
        painter: QPainter,
        text: str,
        left: float,
        top: float,
        right: float,
        at_right: bool = False,
    ) -> None:
        layout = printtext.lines(text, 7.5, False, right - left)
        if at_right:
            left = right - layout.lineAt(0).naturalTextWidth() / printtext.UNIT
        printtext.write(painter, layout, left, top, self.look.color("text-quiet"))


def _scale(painter: QPainter, device: QPagedPaintDevice, sheet: Sheet) -> None:
    """Let a sheet fill the page of a device, in points."""
    dots = device.logicalDpiX() / POINTS
    page = device.pageLayout().fullRectPoints()
    fit = min(page.width() / sheet.size[0], page.height() / sheet.size[1])
    painter.scale(dots, dots)
    if abs(fit - 1) > 0.01:  # paper of other proportions, as under slides
        painter.translate(
            (page.width() - sheet.size[0] * fit) / 2, (page.height() - sheet.size[1] * fit) / 2
        )
        painter.scale(fit, fit)


def _fit(device: QPagedPaintDevice, sheet: Sheet) -> None:
    """Make the next page as large as a sheet, without margins of the device's own."""
    page = QPageSize(
        QSizeF(*sheet.size), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch
    )
    upright = QPageLayout.Orientation.Portrait
    device.setPageLayout(QPageLayout(page, upright, QMarginsF(0, 0, 0, 0)))
