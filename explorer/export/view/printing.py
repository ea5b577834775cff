"""Printing with a preview: the present page with its strip, or a poster."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QLocale,
    QMarginsF,
    QRectF,
    QSize,
    QSizeF,
)
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from explorer import NAME
from explorer.export.papers import usual
from explorer.export.posterbook import Book
from explorer.export.postershapes import Words
from explorer.export.view.poster import draw_page, page_size, years_of
from explorer.export.view.strip import Shot
from explorer.export.view.work import Progress
from explorer.ui.choices import Choices
from explorer.ui.picture import Paint, raster, save_and_tell

Device = QPrinter | QPdfWriter
Draw = Callable[[QPainter, Device], bool | None]  # False: it was canceled
FINE: Final = 3  # pixels of an image for each one of the screen
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


def paint_page(painter: QPainter, to: Device, paint: Paint, size: QSizeF) -> None:
    """Draw a picture of a *size* as large as fits, at the top of the page in the middle."""
    room = to.pageLayout().paintRectPixels(to.resolution())
    scale = min(room.width() / size.width(), room.height() / size.height())
    painter.save()
    painter.translate((room.width() - size.width() * scale) / 2, 0)
    painter.scale(scale, scale)
    paint(painter, QRectF(0, 0, size.width(), size.height()))
    painter.restore()


def print_shot(
    shoot: Callable[[], Shot],
    size: QSize,
    choices: Choices,
    say: Callable[[str], None],
    parent: QWidget,
) -> QPrintPreviewDialog:
    """Show what a window shows as it will be printed, in colors for paper, with its strip."""
    shot = shoot()
    framed = shot.framed(size.width())
    whole = framed.size(size)
    paint: Paint = framed.paint
    if shot.look.theme.name != "light":
        paint, whole = _image_of(shoot, size, choices, parent)

    def draw(painter: QPainter, to: Device) -> None:
        paint_page(painter, to, paint, QSizeF(whole))

    return _preview(page_printer(shot.title), shot.title, draw, say, parent)


def _image_of(
    shoot: Callable[[], Shot], size: QSize, choices: Choices, parent: QWidget
) -> tuple[Paint, QSize]:
    """The window in light colors as a fine image: it goes back to its own colors at once."""
    chosen = choices.settings.theme
    parent.setUpdatesEnabled(False)
    try:
        choices.choose(theme="light")
        parent.setUpdatesEnabled(True)  # else Qt draws nothing; the screen waits for the loop
        shot = shoot()
        framed = shot.framed(size.width())
        whole = framed.size(size)
        image = raster(framed.paint, whole, shot.title, shot.told(), FINE)
    finally:
        parent.setUpdatesEnabled(False)
        choices.choose(theme=chosen)
        parent.setUpdatesEnabled(True)
    return (lambda painter, rect: painter.drawImage(rect, image)), whole


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
    painter: QPainter,
    to: Device,
    book: Book,
    go_on: Callable[[int, int], bool] = lambda *_: True,
) -> bool:
    """Draw all pages in their true size; whether *go_on* let it come to the end."""
    scale = to.resolution() / 25.4
    for number, page in enumerate(book.pages):
        if not go_on(number, len(book.pages)):
            return False
        if number:
            to.newPage()
        painter.save()
        painter.scale(scale, scale)
        draw_page(painter, page)
        painter.restore()
    return True


def preview_book(
    book: Book, words: Words, say: Callable[[str], None], parent: QWidget
) -> QPrintPreviewDialog:
    """Show the pages of a poster as they will be printed; the dialog prints them."""
    printer = book_printer(book, words)

    def draw(painter: QPainter, to: Device) -> bool:
        progress = Progress(QCoreApplication.translate("Export", "Drawing the pages…"), parent)
        try:
            return paint_book(painter, to, book, progress)
        finally:
            progress.close()

    return _preview(printer, words.title(*years_of(book)), draw, say, parent)


# ---------------------------------------------------------------------------------- sending


def send(printer: QPrinter, draw: Draw) -> str:
    """Draw onto a printer, or whole into the file that it prints to; what there is to say of it."""
    name = printer.outputFileName()
    if name:
        data = _file(printer, draw)
        printer.setOutputFileName("")  # the preview that follows is no file
        if not data:
            return QCoreApplication.translate("Export", "Canceled; nothing was written.")
        return save_and_tell(data, Path(name))
    painter = QPainter()
    if not painter.begin(printer):
        told = QCoreApplication.translate(
            "Export",
            "{0} does not take the pages. Choose another printer, or save a PDF and print that.",
        )
        return told.format(printer.printerName() or QCoreApplication.translate("Export", "Printer"))
    try:
        if draw(painter, printer) is False:
            printer.abort()
    finally:
        painter.end()
    return ""


def _file(printer: QPrinter, draw: Draw) -> bytes:
    """What a printer would print, as the bytes of a PDF; nothing where it was canceled."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(printer.docName())
    writer.setCreator(NAME)
    writer.setResolution(printer.resolution())
    writer.setPageLayout(printer.pageLayout())
    painter = QPainter(writer)
    try:
        is_whole = draw(painter, writer) is not False
    finally:
        painter.end()
    return bytes(data.data()) if is_whole else b""


def _preview(
    printer: QPrinter, title: str, draw: Draw, say: Callable[[str], None], parent: QWidget
) -> QPrintPreviewDialog:
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setWindowTitle(QCoreApplication.translate("Export", "Print: {0}").format(title))

    def paint(to: QPrinter) -> None:
        told = send(to, draw)
        if told:
            say(told)

    dialog.paintRequested.connect(paint)
    dialog.finished.connect(lambda: dialog.deleteLater())
    dialog.destroyed.connect(lambda: printer)  # it is needed as long as the dialog is there
    dialog.resize(900, 640)
    dialog.open()
    return dialog
