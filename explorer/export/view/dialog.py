"""The export dialog; PNG, SVG and PDF of any page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from explorer import NAME
from explorer.export.view.strip import Shot
from explorer.ui.picture import ask_and_save, picture

FORMATS: Final = ("png", "svg", "pdf")


class ExportDialog(QDialog):
    """Asks for a format and a place, and keeps a picture of what the window shows."""

    def __init__(
        self,
        shot: Shot,
        size: QSize,
        say: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._shot, self._size, self._say = shot, size, say
        self._name = f"{NAME} - {shot.strip.title}"
        self.setWindowTitle(self.tr("Export picture"))
        self.formats = QComboBox()
        self.formats.setAccessibleName(self.tr("Format"))
        for form, words in (
            ("png", self.tr("PNG: for slides and documents")),
            ("svg", self.tr("SVG: stays sharp at any size")),
            ("pdf", self.tr("PDF: for printing")),
        ):
            self.formats.addItem(words, form)
        self.with_strip = QCheckBox(self.tr("With ca&ption, sources, version and link below"))
        self.with_strip.setChecked(True)
        form_rows = QFormLayout()
        form_rows.addRow(self.tr("&Format"), self.formats)
        form_rows.addRow(self.with_strip)
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
        shot, paint, size = self._shot, self._shot.paint, self._size
        if self.with_strip.isChecked():
            framed = shot.framed(size.width())
            paint, size = framed.paint, framed.size(size)
        data = picture(paint, form, size, shot.title, shot.told())
        ask_and_save(data, f"{self._name}.{form}", self._say, self)
        self.accept()
