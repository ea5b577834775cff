"""The export dialog; PNG, SVG and PDF of any page."""

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
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from explorer import NAME
from explorer.paths import write_whole

FORMATS: Final = ("png", "svg", "pdf")
DPI: Final = 96  # one unit of a picture is one pixel of the screen
POINTS: Final = 72 / DPI

Paint = Callable[[QPainter, QRectF], None]


def picture(paint: Paint, form: str, size: QSize, title: str, about: str = "") -> bytes:
    """What *paint* draws at a size, as the bytes of a PNG, SVG or PDF file.

    *title* and *about* go into the file, where programs that read pictures aloud find them.
    """
    make = {"png": _png, "svg": _svg, "pdf": _pdf}[form]
    return make(paint, size, title, about)


def save(data: bytes, file: Path) -> Path:
    """Write a whole file or none; an :class:`OSError` if it cannot be."""
    write_whole(file, data)
    file.chmod(0o644)  # a picture is made to be handed on
    return file


def _png(paint: Paint, size: QSize, title: str, about: str) -> bytes:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDotsPerMeterX(round(DPI / 0.0254))
    image.setDotsPerMeterY(round(DPI / 0.0254))
    image.setText("Title", title)
    image.setText("Description", about)
    image.setText("Software", NAME)
    image.fill(0)
    painter = QPainter(image)
    paint(painter, QRectF(image.rect()))
    painter.end()
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
    painter = QPainter(generator)
    paint(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return bytes(data.data())


def _pdf(paint: Paint, size: QSize, title: str, _: str) -> bytes:
    data, buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(NAME)
    writer.setResolution(DPI)
    page = QSizeF(size.width() * POINTS, size.height() * POINTS)
    writer.setPageSize(
        QPageSize(page, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    )
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    painter = QPainter(writer)
    paint(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return bytes(data.data())


def _buffer() -> tuple[QByteArray, QBuffer]:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return data, buffer


class ExportDialog(QDialog):
    """Asks for a format and a place, and keeps a picture of what the window shows."""

    def __init__(
        self,
        paint: Paint,
        size: QSize,
        name: str,
        about: str,
        say: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._paint, self._size, self._about, self._say = paint, size, about, say
        self._name = name
        self.setWindowTitle(self.tr("Export picture"))
        self.formats = QComboBox()
        self.formats.setAccessibleName(self.tr("Format"))
        for form, words in (
            ("png", self.tr("PNG: for slides and documents")),
            ("svg", self.tr("SVG: stays sharp at any size")),
            ("pdf", self.tr("PDF: for printing")),
        ):
            self.formats.addItem(words, form)
        form_rows = QFormLayout()
        form_rows.addRow(self.tr("&Format"), self.formats)
        told = QLabel(self.tr("The picture shows the page as it is now."), wordWrap=True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        save_as = buttons.addButton(self.tr("Save as…"), QDialogButtonBox.ButtonRole.AcceptRole)
        save_as.setDefault(True)
        buttons.accepted.connect(self.ask)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addLayout(form_rows)
        column.addWidget(buttons)

    def ask(self) -> None:
        """Ask for the file, and write it."""
        form = self.formats.currentData()
        data = picture(self._paint, form, self._size, self._name, self._about)
        ask_and_save(data, f"{self._name}.{form}", self._say, self)
        self.accept()


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
        text = "{0} could not be written: {1}. Choose another folder."
        told = QCoreApplication.translate("Export", text)
        return told.format(file, error.strerror or error)
    return QCoreApplication.translate("Export", "Saved as {0}").format(file)
