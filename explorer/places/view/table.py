"""All places as a table: the list, and what a screen reader reads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from explorer.places.listing import COLUMNS, Row, sort_key
from explorer.places.view import listwords as words
from explorer.reader.lens import START
from explorer.ui.paint import Look
from explorer.ui.twin import TableTwin

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
LETTERS: Final = {"place": 21, "state": 14, "activated": 15, "then": 15, "limits": 25}
LAST: Final = 22  # letters that the agreements need at least
UNDATED: Final = 44  # letters that say that there is no date, and the bound
_ROLE = Qt.ItemDataRole


class Places(QAbstractTableModel):
    """The counties that a filter leaves, in the order of one column."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.moment: date = START
        self.column, self.down = "state", False
        self.quiet: QColor | None = None  # what is not known is written in

    def show_rows(self, rows: Sequence[Row], moment: date) -> None:
        """Take other rows and another day; the order stays."""
        self.beginResetModel()
        self.moment = moment
        self.rows = sorted(rows, key=self._key, reverse=self.down)
        self.endResetModel()

    def show_moment(self, moment: date) -> None:
        """Tell how the same rows stood on another day."""
        if self.column == "then":
            self.show_rows(self.rows, moment)
            return
        self.moment = moment
        at = COLUMNS.index("then")
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, at, at)
        if self.rows:
            self.dataChanged.emit(self.index(0, at), self.index(len(self.rows) - 1, at))

    def arrange(self, column: str, down: bool) -> None:
        """Sort by a column."""
        self.column, self.down = column, down
        self.show_rows(self.rows, self.moment)

    def row_of(self, ref: str) -> int:
        """The row of a place; -1 where it is not listed."""
        return next((at for at, row in enumerate(self.rows) if row.ref == ref), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        """One row a county."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        """The columns of :data:`COLUMNS`."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        """The heads of the columns, what they mean and how to sort by them."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        name = COLUMNS[section]
        if role == _ROLE.DisplayRole:
            return words.head(name, self.moment)
        if role == _ROLE.ToolTipRole:
            sorts = words.tr("S sorts by the column that the keyboard is in")
            told = words.tr(words.TIPS[name]) if name in words.TIPS else ""
            return f"{told}\n{sorts}".strip()
        return None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """One thing about one county; the first column tells a screen reader all of it."""
        if not index.isValid():
            return None
        row, name = self.rows[index.row()], COLUMNS[index.column()]
        if role == _ROLE.DisplayRole:
            return self._text(row, name)
        if role == _ROLE.AccessibleTextRole:
            return words.sentence(row) if name == "place" else self._text(row, name)
        if role == _ROLE.ToolTipRole:
            return words.tip(row, name) or self._text(row, name)
        if role == _ROLE.ForegroundRole and self._is_quiet(row, name):
            return self.quiet
        return None

    def _is_quiet(self, row: Row, name: str) -> bool:
        return (name == "limits" and not row.limits) or (
            name == "agreements" and not row.agreements
        )

    def _key(self, row: Row) -> Any:
        return sort_key(row, self.column, self.moment)

    def _text(self, row: Row, name: str) -> str:
        if name == "place":
            return row.name
        if name == "state":
            return row.in_state
        if name == "activated":
            return words.activated(row)
        if name == "then":
            return words.tr(words.STANDINGS[row.on(self.moment)])
        return words.limits(row) if name == "limits" else words.agreements(row)


class PlacesTable(TableTwin):
    """The table; Enter or a click opens the place, a head or S sorts."""

    chosen = Signal(str)  # the reference of a place
    arranged = Signal(str, bool)  # column, and whether from the last up

    def __init__(self, parent: QWidget) -> None:
        self.places = Places()
        super().__init__(self.places, parent)
        self.setSortingEnabled(False)  # sorted by the plain half, in the order of the link
        self.setModel(self.places)
        self.horizontalHeader().setStretchLastSection(False)
        self.setAccessibleName(words.tr("Places"))
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setHighlightSections(False)
        header.sectionClicked.connect(self.sort_by)
        self.clicked.connect(self._choose)

    def show_rows(self, rows: Sequence[Row], moment: date) -> None:
        """Show other rows; nothing is chosen by that."""
        self.places.show_rows(rows, moment)

    def arrange(self, column: str, down: bool) -> None:
        """Sort, and show by which column; the row with the keyboard stays in sight."""
        ref, at = self.current(), self.currentIndex().column()
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        with QSignalBlocker(self.horizontalHeader()):
            self.horizontalHeader().setSortIndicator(COLUMNS.index(column), order)
        self.places.arrange(column, down)
        self.set_current(ref, at)

    def current(self) -> str:
        """The reference of the row with the keyboard."""
        row = self.currentIndex().row()
        return self.places.rows[row].ref if 0 <= row < len(self.places.rows) else ""

    def set_current(self, ref: str, column: int = -1) -> None:
        """Go to the row of a place without choosing it, if it is listed; else to the first."""
        row = self.places.row_of(ref)
        index = self.places.index(max(0, row), max(0, column, self.currentIndex().column()))
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index.siblingAtColumn(0))

    def sort_by(self, section: int) -> None:
        """Ask for the order of a column; a second time the other way."""
        name = COLUMNS[section]
        self.arranged.emit(name, name == self.places.column and not self.places.down)

    def restyle(self, look: Look) -> None:
        """Take the fonts of a look, and columns for them."""
        super().restyle(look)
        self.places.quiet = look.color("text-quiet")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Give the agreements what the other columns leave."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Enter opens the place, S sorts by the column of the keyboard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_S and not event.modifiers():
            self.sort_by(max(self.currentIndex().column(), 0))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, text: str) -> None:  # noqa: N802 - Qt's spelling
        """Letters are commands here; the field above finds a place."""

    def _fit(self) -> None:
        """Columns as wide as their words; those with long texts share what is left."""
        letter = self.fontMetrics().averageCharWidth()
        header = self.horizontalHeader()
        widths = {
            name: max(header.sectionSizeFromContents(COLUMNS.index(name)).width(), many * letter)
            for name, many in LETTERS.items()
        }
        spare = max(0, self.viewport().width() - sum(widths.values()) - LAST * letter)
        longer = max(0, min(spare // 3, UNDATED * letter - widths["activated"]))
        widths["activated"] += longer
        widths["limits"] += (spare - longer) // 2
        for name, width in widths.items():
            self.setColumnWidth(COLUMNS.index(name), width)
        left = self.viewport().width() - sum(widths.values())
        self.setColumnWidth(COLUMNS.index("agreements"), max(LAST * letter, left))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.places.rows[index.row()].ref)
