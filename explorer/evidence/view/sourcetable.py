"""All sources as a table: the list, and what a screen reader reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from explorer.content.typeset import typographic
from explorer.evidence.sources import COLUMNS, Row, sort_key
from explorer.evidence.view import sourcewords as words
from explorer.ui.paint import Look
from explorer.ui.twin import TableTwin

Index = QModelIndex | QPersistentModelIndex
NUMBERS: Final = ("rests", "disputed")
LETTERS: Final = {"by": 24, "kind": 16, "year": 8, "rests": 11, "read": 19, "disputed": 10}
LEAST_TITLE: Final = 30  # letters; with less the publisher gives way, whom the source names too


class Sources(QAbstractTableModel):
    """The sources that a filter leaves, sorted by one column."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.column, self.down = "title", False

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Take other rows; the order stays."""
        self.beginResetModel()
        self.rows = sorted(rows, key=self._key, reverse=self.down)
        self.endResetModel()

    def arrange(self, column: str, down: bool) -> None:
        """Sort by a column."""
        self.column, self.down = column, down
        self.show_rows(self.rows)

    def row_of(self, ref: str) -> int:
        """The row of a source; -1 where it is not listed."""
        return next((at for at, row in enumerate(self.rows) if row.ref == ref), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """One row a source."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """The columns of :data:`COLUMNS`."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(  # noqa: N802 - Qt's spelling
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The heads of the columns, and what they mean."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        name = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return words.tr(words.HEADS[name])
        if role == Qt.ItemDataRole.ToolTipRole:
            return words.tr(words.HEAD_TIPS.get(name, words.HEADS[name]))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell, with its whole as tooltip."""
        row, name = self.rows[index.row()], COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row, name)
        if role == Qt.ItemDataRole.TextAlignmentRole and name in NUMBERS:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def _key(self, row: Row) -> Any:
        return sort_key(row, self.column)

    def _text(self, row: Row, name: str) -> str:
        texts = {
            "title": typographic(row.source.title),
            "by": row.by,
            "kind": words.value("kind", row.source.kind),
            "year": row.year or words.tr(words.UNDATED),
            "rests": str(row.rests),
            "read": words.value("read", row.read),
            "disputed": str(len(row.conflicts)) if row.conflicts else "",
        }
        return texts[name]


class SourceTable(TableTwin):
    """The table; a row chooses its source, a head sorts."""

    chosen = Signal(str)  # the reference of a source
    arranged = Signal(str, bool)  # column, and whether from the largest down

    def __init__(self, parent: QWidget) -> None:
        self.sources = Sources()
        super().__init__(self.sources, parent)
        self.setSortingEnabled(False)  # the rows stand in the order of the link
        self.setModel(self.sources)
        self.setAccessibleName(words.tr("Sources"))
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setHighlightSections(False)
        header.sectionClicked.connect(self._sort_by)
        self._quiet = False
        self.selectionModel().currentRowChanged.connect(self._tell)

    def show_rows(self, rows: Sequence[Row], ref: str) -> None:
        """Show other rows, one of them chosen."""
        self._quiet = True
        self.sources.show_rows(rows)
        self.show_ref(ref)
        self._quiet = False

    def arrange(self, column: str, down: bool) -> None:
        """Sort, and show by which column."""
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        with QSignalBlocker(self.horizontalHeader()):
            self.horizontalHeader().setSortIndicator(COLUMNS.index(column), order)
        self._quiet = True
        self.sources.arrange(column, down)
        self._quiet = False

    def show_ref(self, ref: str) -> None:
        """Go to the row of a source, if it is listed."""
        before, self._quiet = self._quiet, True
        row = self.sources.row_of(ref)
        if row < 0:
            self.setCurrentIndex(QModelIndex())
        elif row != self.currentIndex().row():
            self.setCurrentIndex(self.sources.index(row, max(0, self.currentIndex().column())))
            self.scrollTo(self.currentIndex().siblingAtColumn(0))
        self._quiet = before

    def restyle(self, look: Look) -> None:
        """Take the fonts of a look, and columns for them."""
        super().restyle(look)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Give the title what the other columns leave."""
        super().resizeEvent(event)
        self._fit()
        self.scrollTo(self.currentIndex().siblingAtColumn(0))

    def needed(self) -> int:
        """The width in which all but the publisher can be read."""
        letter = self.fontMetrics().averageCharWidth()
        widths = self._widths(letter)
        return LEAST_TITLE * letter + sum(widths.values()) - widths["by"]

    def _fit(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        room, least = self.viewport().width(), LEAST_TITLE * letter
        widths = self._widths(letter)
        tight = sum(widths.values()) + least > room
        self.setColumnHidden(COLUMNS.index("by"), tight)
        if tight:
            widths["by"] = 0
        for name, width in widths.items():
            self.setColumnWidth(COLUMNS.index(name), width)
        self.setColumnWidth(0, max(least, room - sum(widths.values())))

    def _widths(self, letter: int) -> dict[str, int]:
        """The widths of all columns but the title's, no smaller than their heads."""
        header = self.horizontalHeader()
        return {
            name: max(header.sectionSizeFromContents(at).width(), LETTERS[name] * letter)
            for at, name in enumerate(COLUMNS[1:], 1)
        }

    def _sort_by(self, section: int) -> None:
        name = COLUMNS[section]
        again = name == self.sources.column
        down = not self.sources.down if again else name in (*NUMBERS, "year")
        self.arranged.emit(name, down)

    def _tell(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            self.chosen.emit(self.sources.rows[current.row()].ref)
