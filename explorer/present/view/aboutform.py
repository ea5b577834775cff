"""The fields of a tour as a whole: title, audience, minutes and what it is about."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from explorer.content.model import Tour
from explorer.present.view.fields import Keys, Line, Text, bold, labeled

LONGEST: Final = 600  # minutes


class AboutForm(QWidget):
    """Shows what a tour says of itself, and tells what the reader writes."""

    told = Signal(str, object)  # field, value

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Line(self.tr("Title"))
        self.audience = Line(self.tr("Audience"))
        self.minutes = QSpinBox()
        self.minutes.setRange(0, LONGEST)
        self.minutes.setAccessibleName(self.tr("Minutes"))
        self.summary = Text(self.tr("What it is about"), 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for words, field, help in (
            (self.tr("Title"), self.title, ""),
            (self.tr("Audience"), self.audience, self.tr("Such as: Grades 9–12, U.S. history.")),
            (self.tr("Minutes"), self.minutes, ""),
            (self.tr("What it is about"), self.summary, ""),
        ):
            bold(labeled(column, words, field, help))
        column.addStretch(1)
        keys.watch(self.title, self.audience, self.minutes.lineEdit(), self.summary)
        self.title.written.connect(lambda text: self.told.emit("title", text))
        self.audience.written.connect(lambda text: self.told.emit("audience", text))
        self.minutes.valueChanged.connect(lambda value: self.told.emit("minutes", value))
        self.summary.written.connect(lambda text: self.told.emit("summary", text))

    def show_tour(self, tour: Tour) -> None:
        """Show a tour as it is in the draft."""
        self.title.show_text(tour.title)
        self.audience.show_text(tour.audience)
        self.summary.show_text(tour.summary)
        with QSignalBlocker(self.minutes):
            self.minutes.setValue(tour.minutes)
