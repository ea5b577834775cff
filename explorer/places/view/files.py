"""Files of a view of places: its figures and its picture, each with what they need alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from explorer import NAME
from explorer.places.view.listwords import tr
from explorer.ui.page import Page
from explorer.ui.picture import ask_and_save, picture

LOW: Final = 30  # times the size of a letter
TINY: Final = 12
FINE: Final = 2  # pixels of a picture for each one on screen
SIZE: Final = QSize(1600, 1000)  # of a picture that was never on screen


class Panel(Page):
    """A view of places that can be saved: its figures always, its picture where it has one."""

    FORMS: Sequence[str] = ("csv", "png", "svg")

    def csv(self) -> str:
        """The figures that the view shows, as a tidy file."""
        raise NotImplementedError

    def file_name(self) -> str:
        """What its files are called, without an ending."""
        raise NotImplementedError

    def data(self, form: str) -> bytes:
        """The bytes of a file: CSV, SVG, or PNG with twice the pixels."""
        if form == "csv":
            return self.csv().encode("utf-8")
        size = self.size() if self.isVisible() else SIZE
        title = f"{NAME}: {self.title()}"
        about = f"{self.describe()} ({self.session.lens.link()})"
        return picture(self.paint, form, size, title, about, FINE)

    def is_low(self) -> bool:
        """Whether there is so little height that a note gives way and is a tip alone."""
        return self.height() < LOW * self.look.font("caption").pixelSize()

    def is_tiny(self) -> bool:
        """Whether there is room for the view itself alone."""
        return self.height() < TINY * self.look.font("caption").pixelSize()

    def save(self, form: str) -> None:
        """Ask where to keep a file, and keep it there."""
        name = f"{self.file_name()}.{form}"
        ask_and_save(self.data(form), name, self.session.said.emit, self)


class SaveButton(QPushButton):
    """Offers the files of a view."""

    def __init__(self, panel: Panel, parent: QWidget) -> None:
        super().__init__(tr("Save"), parent)
        self.setAutoDefault(False)
        words = {
            "csv": tr("Figures (CSV)"),
            "png": tr("Picture (PNG)"),
            "svg": tr("Picture (SVG)"),
        }
        menu = QMenu(self)
        for form in panel.FORMS:
            menu.addAction(words[form]).triggered.connect(lambda _=False, f=form: panel.save(f))
        self.setMenu(menu)
        self.setAccessibleName(tr("Save this view as a file"))
