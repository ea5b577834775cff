"""Pictures as bytes, and files that the reader keeps where asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QMarginsF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
)
from PySide6.QtGui import QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from explorer import NAME
from explorer.paths import write_whole
from explorer.ui.metadata import xmp

DPI: Final = 96  # one unit of a picture is one pixel of the screen
POINTS: Final = 72 / DPI

Paint = Callable[[QPainter, QRectF], None]


def picture(
    paint: Paint, form: str, size: QSize, title: str, about: str = "", fine: int = 1
) -> bytes:
    """What *paint* draws at a size, as the bytes of a PNG, SVG or PDF file.

    *title* and *about* go into the file, where programs that read pictures aloud find them; a PNG
    has *fine* pixels for each one of the size, in both directions.
    """
    if form == "png":
        return png(raster(paint, size, title, about, fine))
    make = {"svg": _svg, "pdf": _pdf}[form]
    return make(paint, size, title, about)


def save(data: bytes, file: Path) -> Path:
    """Write a whole file or none; an :class:`OSError` if it cannot be."""
    write_whole(file, data)
    file.chmod(0o644)  # a picture is made to be handed on
    return file


def raster(paint: Paint, size: QSize, title: str, about: str = "", fine: int = 1) -> QImage:
    """What *paint* draws as an image with *fine* pixels for each one of the size."""
    image = QImage(size * fine, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDotsPerMeterX(round(DPI * fine / 0.0254))
    image.setDotsPerMeterY(round(DPI * fine / 0.0254))
    image.setText("Title", title)
    image.setText("Description", about)
    image.setText("Software", NAME)
    image.fill(0)
    painter = QPainter(image)
    painter.scale(fine, fine)
    _draw(paint, painter, size)
    return image


def _draw(paint: Paint, painter: QPainter, size: QSize) -> None:
    """Draw all; what goes wrong never leaves a device with an open painter, which ends the program."""
    try:
        paint(painter, QRectF(0, 0, size.width(), size.height()))
    finally:
        painter.end()


def png(image: QImage) -> bytes:
    """An image as the bytes of a PNG file."""
    data, buffer = _buffer()
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def _svg(paint: Paint, size: QSize, title: str, about: str) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    data, buffer = _buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(DPI)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    generator.setDescription(about)
    _draw(paint, QPainter(generator), size)
    return bytes(data.data())


def _pdf(paint: Paint, size: QSize, title: str, about: str) -> bytes:
    data, buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(NAME)
    writer.setDocumentXmpMetadata(xmp(title, about))
    writer.setResolution(DPI)
    page = QSizeF(size.width() * POINTS, size.height() * POINTS)
    writer.setPageSize(
        QPageSize(page, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    )
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    _draw(paint, QPainter(writer), size)
    return bytes(data.data())


def _buffer() -> tuple[QByteArray, QBuffer]:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return data, buffer


def ask_and_save(data: bytes, name: str, say: Callable[[str], None], parent: QWidget) -> None:
    """Ask where to keep a file of that name, and keep it there."""
    suffix = Path(name).suffix
    title = QCoreApplication.translate("Export", "Save as")
    kinds = f"{suffix[1:].upper()} (*{suffix})"
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), kinds)
    if chosen:
        file = Path(chosen)
        say(save_and_tell(data, file if file.suffix else file.with_suffix(suffix)))


def save_and_tell(data: bytes, file: Path) -> str:
    """Keep a file, and what there is to say about it: where it is, or why not and what to do."""
    try:
        save(data, file)
    except OSError as error:
        told = QCoreApplication.translate(
            "Export", "{0} could not be written: {1}. Choose another folder."
        )
        return told.format(file, error.strerror or error)
    return QCoreApplication.translate("Export", "Saved as {0}").format(file)
