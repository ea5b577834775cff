"""All states as a table: exact counts on the day, and from when to when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView, QWidget

from explorer.places.growth import StateRow
from explorer.places.view.listwords import brief, day, number, tr
from explorer.reader.lens import START
from explorer.ui.paint import Look
from explorer.ui.twin import SORT, TableTwin

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole
LETTERS = (19, 11, 10, 14, 9, 13, 13)


class Rows(QAbstractTableModel):
    """One row a state."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[StateRow, ...] = ()
        self.moment: date = START

    def show(self, rows: Sequence[StateRow], moment: date) -> None:
        """Tell how the states stood on another day."""
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows, self.moment = tuple(rows), moment
            self.endResetModel()
            return
        self.rows, self.moment = tuple(rows), moment
        self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 6))

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        """How many states there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        """State, activated, counties, share, without a date, first, last."""
        return 0 if parent.isValid() else len(LETTERS)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        """The heads of the columns."""
        if role not in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            return None
        if orientation != Qt.Orientation.Horizontal:
            return None
        counts = tr("Activated"), tr("Counties"), tr("Share"), tr("No date")
        heads = (tr("State"), *counts, tr("First"), tr("Last"))
        if role == _ROLE.DisplayRole:
            return heads[section]
        tips = {
            1: tr("Counties activated on {0}, by the county list").format(day(self.moment)),
            3: tr("Of all counties; “at least” where some have no date in the source"),
            4: tr("Counties with no date in the source"),
            5: tr("When the first of its counties was activated"),
            6: tr("When the last of its counties was activated"),
        }
        return tips.get(section, heads[section])

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """One thing about one state; the first column tells a screen reader all of it."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == _ROLE.AccessibleTextRole and column == 0:
            return sentence(row, self.moment)
        if role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole, _ROLE.ToolTipRole):
            return _text(row, column)
        if role == SORT:
            return _key(row, column)
        return None


def _text(row: StateRow, column: int) -> str:
    dates = {5: row.first, 6: row.last}
    if column in dates:
        when = dates[column]
        return brief(when) if when else tr("no date")
    if column == 3:
        return share(row)
    if column == 1 and row.has_no_dates:
        return tr("no dates")
    return (row.name, number(row.active), number(row.counties), "", number(row.undated))[column]


def _key(row: StateRow, column: int) -> Any:
    far = date.max.isoformat()
    keys = (
        row.name,
        -1 if row.has_no_dates else row.active,
        row.counties,
        -1.0 if row.has_no_dates else row.active / row.counties,
        row.undated,
        row.first.first.isoformat() if row.first else far,
        row.last.first.isoformat() if row.last else far,
    )
    return keys[column]


def share(row: StateRow) -> str:
    """The share of a state in words of the table."""
    if row.has_no_dates:
        return tr("no dates")
    if row.active > 0 and row.percent == 0:
        return tr("under 1%")
    text = tr("at least {0}%") if row.undated and row.active else tr("{0}%")
    return text.format(row.percent)


def sentence(row: StateRow, moment: date) -> str:
    """All of a state, to be heard in one go."""
    if row.has_no_dates:
        text = tr("{0}: no dates in the source for its {1} counties or equivalents.")
        return text.format(row.name, number(row.counties))
    text = tr("{0}: {1} of {2} counties activated on {3}, {4}.")
    counts = number(row.active), number(row.counties)
    told = text.format(row.name, *counts, day(moment), share(row))
    if row.first is not None and row.last is not None:
        span = tr("First {0}, last {1}.").format(brief(row.first), brief(row.last))
        told = f"{told} {span}"
    if row.undated:
        gaps = tr("No date in the source: {0}.").format(number(row.undated))
        told = f"{told} {gaps}"
    return told


class StateTable(TableTwin):
    """The table of states; Enter or a click chooses one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        self.states = Rows()
        super().__init__(self.states, parent)
        self.setAccessibleName(tr("States"))
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.clicked.connect(self._choose)

    def show_rows(self, rows: Sequence[StateRow], moment: date) -> None:
        """Tell how the states stood on a day."""
        self.states.show(rows, moment)

    def set_current(self, ref: str) -> None:
        """Go to the row of a state without choosing it."""
        at = next((at for at, row in enumerate(self.states.rows) if row.ref == ref), -1)
        if at >= 0:
            self.show_row(at, max(0, self.currentIndex().column()))

    def restyle(self, look: Look) -> None:
        """Take the text size of a look."""
        super().restyle(look)
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in enumerate(LETTERS):
            self.setColumnWidth(column, letters * letter)

    def wanted(self) -> int:
        """The width in which all columns can be read."""
        return (sum(LETTERS) + 3) * self.fontMetrics().averageCharWidth()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter chooses, S sorts by the column of the keyboard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_S and not event.modifiers():
            self._sort(max(self.currentIndex().column(), 0))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, text: str) -> None:  # noqa: N802
        """Letters are commands here."""

    def _sort(self, column: int) -> None:
        header, up = self.horizontalHeader(), Qt.SortOrder.AscendingOrder
        is_up = header.sortIndicatorSection() == column and header.sortIndicatorOrder() == up
        self.sortByColumn(column, Qt.SortOrder.DescendingOrder if is_up else up)
        self.scrollTo(self.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.states.rows[self.row_of(index)].ref)
