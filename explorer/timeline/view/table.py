"""The table twin: every event that passes the filter, sortable, with the same selection."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from explorer.content.library import Library
from explorer.timeline.items import Contents, Mark
from explorer.timeline.view import words
from explorer.ui.paint import Look
from explorer.ui.twin import SORT, TableTwin

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_IMPORTANCE = 3
_NUMBERS = (0, _IMPORTANCE)  # columns that are not sorted by their words


class Rows(QAbstractTableModel):
    """One row for each event: date, title, lane, importance, places, actors."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self.marks: tuple[Mark, ...] = ()

    def show(self, contents: Contents) -> None:
        """Hold other events."""
        self.beginResetModel()
        self.marks = contents.marks
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        """How many events there are."""
        return 0 if parent.isValid() else len(self.marks)

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        """How many things are said of an event."""
        return 0 if parent.isValid() else 6

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What a column says, and how to sort by it."""
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._told(section)
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (
            self.tr("Date"),
            self.tr("Event"),
            self.tr("Lane"),
            self.tr("Importance"),
            self.tr("Places"),
            self.tr("Who"),
        )[section]

    def _told(self, column: int) -> str:
        """How to sort, and of the importance what its words mean."""
        sorts = self.tr("S sorts by the column that the keyboard is in")
        if column != _IMPORTANCE:
            return sorts
        meaning = self.tr(
            "How much an event matters for the whole story. Main: needed even in a talk of ten "
            "minutes. Normal: most other events. Detail: for a closer look."
        )
        return f"{meaning}\n{sorts}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one event."""
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            SORT,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        mark = self.marks[index.row()]
        if role == SORT and index.column() in _NUMBERS:
            return mark.day if index.column() == 0 else mark.weight
        return self._text(mark, index.column())

    def _text(self, mark: Mark, column: int) -> str:
        if column == 0:
            return words.brief(mark.when)
        if column == 1:
            return mark.title
        if column == 2:
            return words.lane(mark.lane)
        if column == _IMPORTANCE:
            return words.importance(mark.weight)
        event = self.library.events.get(mark.ref.partition(":")[2])
        if event is None:
            return ""
        if column == 4:
            return ", ".join(self.library.name(f"place:{place}") for place in event.places)
        return ", ".join(event.actors)


class Twin(TableTwin):
    """The events as a table, for reading, sorting and screen readers."""

    chosen = Signal(str)

    def __init__(self, library: Library, look: Look, parent: QWidget) -> None:
        self.events = Rows(library)
        super().__init__(self.events, parent)
        self.setAccessibleName(self.tr("Events of the timeline"))
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.clicked.connect(self._choose)
        self.restyle(look)

    def restyle(self, look: Look) -> None:
        """Take the text size of a look."""
        super().restyle(look)
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in enumerate((20, 56, 24, 14, 22, 30)):
            self.setColumnWidth(column, letters * letter)

    def show_contents(self, contents: Contents) -> None:
        """Show other events."""
        self.events.show(contents)

    def show_day(self, day: date) -> None:
        """Scroll to the last event by a day, without choosing it."""
        rows = [row for row, mark in enumerate(self.events.marks) if mark.when.first <= day]
        if rows:
            index = self.sorted.mapFromSource(self.events.index(rows[-1], 0))
            self.scrollTo(index, self.ScrollHint.PositionAtCenter)

    def set_current(self, ref: str) -> None:
        """Select the row of an item without choosing it."""
        row = next((row for row, mark in enumerate(self.events.marks) if mark.ref == ref), -1)
        if row >= 0:
            index = self.sorted.mapFromSource(self.events.index(row, 0))
            self.selectRow(index.row())
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter chooses the row with the keyboard, S sorts by its column."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_S and not event.modifiers():
            self.sort_by(max(self.currentIndex().column(), 0))
        else:
            super().keyPressEvent(event)

    def sort_by(self, column: int) -> None:
        """Sort by a column; a second time the other way. The row with the keyboard stays in sight."""
        header, up = self.horizontalHeader(), Qt.SortOrder.AscendingOrder
        is_up = header.sortIndicatorSection() == column and header.sortIndicatorOrder() == up
        self.sortByColumn(column, Qt.SortOrder.DescendingOrder if is_up else up)
        self.scrollTo(self.currentIndex())

    def keyboardSearch(self, text: str) -> None:  # noqa: N802
        """Letters are commands here."""

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.events.marks[self.row_of(index)].ref)
