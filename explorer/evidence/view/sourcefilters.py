"""The filters of the source browser: a field for words, and one list of choices a question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.evidence.sources import READ, Filter, Row, counts
from explorer.evidence.view import sourcewords as words
from explorer.evidence.view.sourcewords import tr
from explorer.ui.paint import Look

NAMES: Final = tuple(words.FILTERS)
TYPING: Final = 250  # milliseconds after the last key
LETTERS: Final = 14  # of a list of choices


class Filters(QWidget):
    """What is asked for; each choice tells how many sources it would leave."""

    changed = Signal(str, str)  # name of a filter, what was chosen
    cleared = Signal()
    covering = Signal(bool)  # whether the lists of choices need the place of the table

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.setProperty("role", "search")
        self.field.setPlaceholderText(tr("Words in title, author, publisher"))
        self.field.setToolTip(self.field.placeholderText())
        self.field.setAccessibleName(tr("Filter sources by words"))
        for button in self.field.findChildren(QToolButton):  # Qt's own, which has no name
            button.setAccessibleName(tr("Clear the words"))
        self._typing = QTimer(self, interval=TYPING, singleShot=True)
        self._typing.timeout.connect(self._found)
        self.field.textEdited.connect(lambda _: self._typing.start())
        self.field.editingFinished.connect(self._found)
        self.told = QLabel()
        self.clear = QPushButton(tr("Clear filters"))
        self.clear.setAutoDefault(False)
        self.clear.clicked.connect(self.cleared)
        self.fold = QPushButton(tr("Filters"))
        self.fold.setAutoDefault(False)
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._folded)
        self.boxes = {name: self._box(name) for name in NAMES}
        self._short = False
        self._lay_out()

    def show_filter(self, wanted: Filter, rows: Sequence[Row], left: int) -> None:
        """Show what is asked for, what else could be, and how many sources are left."""
        self._typing.stop()
        if self.field.text().strip() != wanted.find:
            self.field.setText(wanted.find)
        for name, box in self.boxes.items():
            self._fill(name, box, getattr(wanted, name), counts(rows, wanted, name))
        text = tr("{0} of {1} sources") if left < len(rows) else tr("All {1} sources")
        self.told.setText(text.format(left, len(rows)))
        self.told.setAccessibleName(self.told.text())
        self.clear.setEnabled(any(wanted))
        used = sum(bool(getattr(wanted, name)) for name in NAMES)
        self.fold.setText(tr("Filters ({0})").format(used) if used else tr("Filters"))

    def fit(self, short: bool) -> None:
        """Fold the lists of choices behind a button where there is little height."""
        self._short = short
        self.fold.setVisible(short)
        self._folded(self.fold.isChecked())

    def restyle(self, look: Look) -> None:
        """Take the spaces of a look."""
        self._column.setSpacing(look.space(2))
        self._grid.setSpacing(look.space(2))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Place the lists of choices anew."""
        super().resizeEvent(event)
        self._place()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.told)
        row.addWidget(self.fold)
        self._lists = QWidget(self)
        self._lists.setMinimumWidth(1)  # in a narrower place they take more rows
        self._grid = QGridLayout(self._lists)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(row)
        self._column.addWidget(self._lists)
        self._place()

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(tr(words.FILTERS[name]))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(LETTERS)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setMaxVisibleItems(20)
        box.activated.connect(lambda _: self.changed.emit(name, str(box.currentData() or "")))
        return box

    def _place(self) -> None:
        parts: list[QWidget] = [*self.boxes.values(), self.clear]
        widest = max(part.minimumSizeHint().width() for part in parts) + self._grid.spacing()
        columns = max(1, min(len(parts), self.width() // max(1, widest)))
        columns = 4 if 4 < columns < len(parts) else columns
        for at, part in enumerate(parts):
            self._grid.addWidget(part, at // columns, at % columns)

    def _fill(self, name: str, box: QComboBox, chosen: str, found: dict[str, int]) -> None:
        values = sorted(found, key=lambda one: _order(name, one, found))
        if chosen and chosen not in values:
            values.append(chosen)
        with QSignalBlocker(box):
            box.clear()
            box.addItem(tr(words.ANY[name]), "")
            for value in values:
                told = QCoreApplication.translate("Sources", "{0} ({1})")
                shown = told.format(words.value(name, value), found.get(value, 0))
                if value:  # who published it may be unknown; that is no choice
                    box.addItem(shown, value)
            box.setCurrentIndex(max(0, box.findData(chosen)))
        box.setToolTip(f"{tr(words.FILTERS[name])}: {box.currentText()}")

    def _found(self) -> None:
        self._typing.stop()
        self.changed.emit("find", " ".join(self.field.text().split()))

    def _folded(self, shown: bool) -> None:
        self._lists.setVisible(shown or not self._short)
        self.covering.emit(shown and self._short)


def _order(name: str, value: str, found: dict[str, int]) -> tuple[object, ...]:
    """Years from the last back, what was read from all to nothing, else the most first."""
    if name == "year":
        return (-int(value) if value.isdecimal() else 1,)
    if name == "read":
        return (READ.index(value),)
    return (-found[value], value.casefold())
