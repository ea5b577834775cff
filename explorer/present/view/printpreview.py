"""The pages of a document as pictures, one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from explorer.present.paperflow import Sheet
from explorer.present.view.printing import Printing
from explorer.present.view.printwords import words

GAP: Final = 14
LEAST: Final = 240  # pixels of a page's width


class Preview(QScrollArea):
    """Shows pages as they are made; arrow and page keys scroll, a screen reader gets the text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Preview"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        )  # pages keep their width
        self.setMinimumWidth(LEAST + 2 * GAP + self.verticalScrollBar().sizeHint().width() + 4)
        self.pages: list[QLabel] = []
        self.clear()

    def clear(self) -> None:
        """Show no page."""
        sheet = QWidget()
        self.column = QVBoxLayout(sheet)
        self.column.setContentsMargins(GAP, GAP, GAP, GAP)
        self.column.setSpacing(GAP)
        self.column.addStretch(1)
        self.pages = []
        self.setWidget(sheet)

    def tell(self, text: str) -> None:
        """Show a sentence instead of pages."""
        label = QLabel(text, wordWrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.column.insertWidget(0, label)

    def pages_of(self, printing: Printing) -> Iterator[tuple[int, int]]:
        """Show the pages of a document, one at each turn; how many are there, and will be."""
        sheets = printing.sheets()
        yield 0, len(sheets)
        for number, sheet in enumerate(sheets, 1):
            width = max(LEAST, self.viewport().width() - 2 * GAP)
            fine = self.devicePixelRatioF()
            image = page_image(printing, sheets, number, round(width * fine))
            image.setDevicePixelRatio(fine)
            label = QLabel()
            label.setPixmap(QPixmap.fromImage(image))
            label.setFrameShape(QFrame.Shape.Box)
            label.setAccessibleName(words("page").format(number, len(sheets)))
            label.setAccessibleDescription(
                " ".join(one.block.text for one in sheet.placed if one.block.text)
            )
            self.pages.append(label)
            self.column.insertWidget(number - 1, label, 0, Qt.AlignmentFlag.AlignHCenter)
            yield number, len(sheets)


def page_image(printing: Printing, sheets: Sequence[Sheet], number: int, width: int) -> QImage:
    """One page of a document as an image of so many pixels."""
    sheet = sheets[number - 1]
    scale = width / sheet.size[0]
    image = QImage(QSize(width, round(sheet.size[1] * scale)), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    try:
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.scale(scale, scale)
        painter.setClipRect(QRectF(0, 0, *sheet.size))
        printing.draw(painter, sheet, number, len(sheets))
    finally:
        painter.end()
    return image
