"""Printing with a preview: the present page with its strip, or a poster."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import (
    QCoreApplication,
    QEventLoop,
    QLocale,
    QMarginsF,
    QRectF,
    QSize,
    QSizeF,
)
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPicture
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QWidget

from explorer.export.papers import usual
from explorer.export.posterbook import Book
from explorer.export.postershapes import Words
from explorer.export.view.poster import draw_page, page_size, years_of
from explorer.export.view.strip import Shot
from explorer.export.view.work import Progress
from explorer.ui.choices import Choices
from explorer.ui.picture import Paint

EDGE: Final = 12.0  # millimeters of white around a page
SHEET: Final = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}


def usual_paper() -> str:
    """The paper of the reader's country: ``a4`` or ``letter``."""
    return usual(QLocale.territoryToCode(QLocale.system().territory()))


def page_printer(title: str) -> QPrinter:
    """A printer for a page of the program, lying on the paper of the reader's country."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(SHEET[usual_paper()]))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    margins = QMarginsF(EDGE, EDGE, EDGE, EDGE)
    printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    return printer


def paint_page(printer: QPrinter, paint: Paint, size: QSizeF) -> None:
    """Print a picture of a *size* as large as fits, at the top of the page in the middle."""
    painter = QPainter(printer)
    try:
        room = printer.pageLayout().paintRectPixels(printer.resolution())
        scale = min(room.width() / size.width(), room.height() / size.height())
        painter.translate((room.width() - size.width() * scale) / 2, 0)
        painter.scale(scale, scale)
        paint(painter, QRectF(0, 0, size.width(), size.height()))
    finally:
        painter.end()


def print_shot(
    shoot: Callable[[], Shot], size: QSize, choices: Choices, parent: QWidget
) -> QPrintPreviewDialog:
    """Show what a window shows as it will be printed, in colors for paper, with its strip."""
    picture, whole, title = in_light(shoot, size, choices, parent)

    def paint(painter: QPainter, rect: QRectF) -> None:
        painter.save()
        scale = rect.width() / whole.width()
        painter.translate(rect.topLeft())
        painter.scale(scale, scale)
        picture.play(painter)
        painter.restore()

    return preview_page(paint, QSizeF(whole), title, parent)


def in_light(
    shoot: Callable[[], Shot], size: QSize, choices: Choices, parent: QWidget
) -> tuple[QPicture, QSize, str]:
    """The picture of a shot with its strip, its size and title; dark themes put on light colors."""
    chosen = choices.settings.theme
    is_light = shoot().look.theme.name == "light"
    parent.setUpdatesEnabled(False)
    try:
        if not is_light:
            choices.choose(theme="light")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        shot = shoot()
        framed = shot.framed(size.width())
        whole = framed.size(size)
        picture = QPicture()
        painter = QPainter(picture)
        try:
            framed.paint(painter, QRectF(0, 0, whole.width(), whole.height()))
        finally:
            painter.end()
    finally:
        if not is_light:
            choices.choose(theme=chosen)
        parent.setUpdatesEnabled(True)
    return picture, whole, shot.title


def preview_page(paint: Paint, size: QSizeF, title: str, parent: QWidget) -> QPrintPreviewDialog:
    """Show a page as it will be printed; the dialog prints it."""
    printer = page_printer(title)
    return _preview(printer, title, lambda to: paint_page(to, paint, size), parent)


def book_printer(book: Book, words: Words) -> QPrinter:
    """A printer whose pages have the size of the book's, to their very edges."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(words.title(*years_of(book)))
    is_upright = book.paper.width < book.paper.height
    ways = QPageLayout.Orientation
    size = page_size(book)
    if not is_upright:  # a printer turns an upright sheet
        turned = QSizeF(book.paper.height, book.paper.width)
        match = QPageSize.SizeMatchPolicy.ExactMatch
        size = QPageSize(turned, QPageSize.Unit.Millimeter, book.paper.name, match)
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(size, ways.Portrait if is_upright else ways.Landscape, QMarginsF(0, 0, 0, 0))
    )
    return printer


def paint_book(
    printer: QPrinter, book: Book, go_on: Callable[[int, int], bool] = lambda *_: True
) -> None:
    """Print all pages in their true size, until *go_on* says no."""
    painter = QPainter(printer)
    scale = printer.resolution() / 25.4
    try:
        for number, page in enumerate(book.pages):
            if not go_on(number, len(book.pages)):
                printer.abort()
                return
            if number:
                printer.newPage()
            painter.save()
            painter.scale(scale, scale)
            draw_page(painter, page)
            painter.restore()
    finally:
        painter.end()


def preview_book(book: Book, words: Words, parent: QWidget) -> QPrintPreviewDialog:
    """Show the pages of a poster as they will be printed; the dialog prints them."""
    printer = book_printer(book, words)

    def paint(to: QPrinter) -> None:
        progress = Progress(QCoreApplication.translate("Export", "Drawing the pages…"), parent)
        try:
            paint_book(to, book, progress)
        finally:
            progress.close()

    return _preview(printer, words.title(*years_of(book)), paint, parent)


def _preview(
    printer: QPrinter, title: str, paint: Callable[[QPrinter], None], parent: QWidget
) -> QPrintPreviewDialog:
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setWindowTitle(QCoreApplication.translate("Export", "Print: {0}").format(title))
    dialog.paintRequested.connect(paint)
    dialog.resize(900, 640)
    dialog.printer_kept = printer  # type: ignore[attr-defined]  # else Python ends it too soon
    dialog.open()
    return dialog
