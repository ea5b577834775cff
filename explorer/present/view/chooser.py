"""Which tour to present, on which screen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explorer.content.model import Tour

ID = Qt.ItemDataRole.UserRole


class Start(NamedTuple):
    """What was chosen: the tour, the audience's screen from 0 (None: the best), two windows or not."""

    tour: str
    screen: int | None
    windowed: bool


class Chooser(QDialog):
    """The tours with what they are about; Enter starts the one in view."""

    chosen = Signal(object)  # a Start

    def __init__(
        self,
        tours: Sequence[Tour],
        last: str,
        parent: QWidget | None = None,
        own: Collection[str] = (),  # ids of the reader’s own
    ) -> None:
        super().__init__(parent)
        self.setObjectName("tour-chooser")
        self.setWindowTitle(self.tr("Present a tour"))
        self._own = own
        self._tours = {tour.id: tour for tour in tours}
        self._build()
        for tour in tours:
            item = QListWidgetItem(self._line(tour), self.list)
            item.setData(ID, tour.id)
            if tour.id == last:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        line = self.fontMetrics().height()
        self.resize(line * 32, line * 26)
        self.list.setFocus()

    def _build(self) -> None:
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Tours"))
        self.list.setWordWrap(True)
        self.list.currentItemChanged.connect(self._tell)
        self.list.itemActivated.connect(lambda _: self.accept())
        self.about = QLabel(self)
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.screen_box = QComboBox(self)
        self.screen_box.addItem(self.tr("The other screen (chosen for you)"), None)
        for number, screen in enumerate(QGuiApplication.screens()):
            size = screen.geometry().size()
            name = self.tr("{0}: {1}, {2} × {3}").format(
                number + 1, screen.name(), size.width(), size.height()
            )
            self.screen_box.addItem(name, number)
        self.windowed = QCheckBox(self.tr("In two windows, to share one of them in a call"), self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        start = buttons.addButton(self.tr("Present"), QDialogButtonBox.ButtonRole.AcceptRole)
        start.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.list, 1)
        column.addWidget(self.about)
        column.addLayout(self._screens())
        column.addWidget(self.windowed)
        column.addWidget(buttons)
        self.accepted.connect(self._emit)

    def _screens(self) -> QFormLayout:
        """The choice of a screen, where there is one to choose."""
        form = QFormLayout()
        form.addRow(self.tr("The audience’s screen"), self.screen_box)
        form.setRowVisible(self.screen_box, len(QGuiApplication.screens()) > 1)
        return form

    def _line(self, tour: Tour) -> str:
        many, long = len(tour.steps), tour.minutes
        steps = QCoreApplication.translate("Chooser", "%n steps", "", many)
        minutes = QCoreApplication.translate("Chooser", "%n minutes", "", long)
        if tour.id in self._own:
            return self.tr("{0} (yours, {1}, {2})").format(tour.title, steps, minutes)
        return self.tr("{0} ({1}, {2})").format(tour.title, steps, minutes)

    def _tell(self, item: QListWidgetItem | None) -> None:
        tour = self._tours[item.data(ID)] if item is not None else None
        self.about.setText(f"{tour.summary}\n{tour.audience}" if tour else "")

    def _emit(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            screen = self.screen_box.currentData()
            self.chosen.emit(Start(item.data(ID), screen, self.windowed.isChecked()))
