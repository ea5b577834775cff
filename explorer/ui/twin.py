"""The base of every table that stands in for a picture, or lists all rows of one."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRectF, QSortFilterProxyModel, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from explorer.ui.paint import Look
from explorer.ui.widgets import RING

SORT = Qt.ItemDataRole.UserRole + 1  # what a cell is sorted by
ROW_HEIGHT = 1.7  # times the height of a letter


class TableTwin(QTableView):
    """A plain, sortable table: one row is chosen at a time, Tab leaves it, nothing is edited."""

    def __init__(self, rows: QAbstractItemModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self.rows = rows
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(rows)
        self.sorted.setSortRole(SORT)
        self.setModel(self.sorted)
        self.setSortingEnabled(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)

    def restyle(self, look: Look) -> None:
        """Take the fonts of a look, and rows as high as they need."""
        self._look = look
        self.setFont(look.font("small"))
        self.horizontalHeader().setFont(look.font("small", bold=True))
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * ROW_HEIGHT))

    def fit_columns(self, columns: int, letters: int) -> None:
        """Make the first columns as wide as their cells, up to so many average letters."""
        widest = self.fontMetrics().averageCharWidth() * letters
        self.resizeColumnsToContents()
        for column in range(columns):
            self.setColumnWidth(column, min(self.columnWidth(column) + 14, widest))

    def as_given(self) -> None:
        """Show the rows in the order of their model, sorted by nothing."""
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def row_of(self, index: QModelIndex) -> int:
        """The row of the model that a row on screen shows."""
        return self.sorted.mapToSource(index).row()

    def show_row(self, row: int, column: int = 0) -> None:
        """Go to a row of the model, if it has that row."""
        index = self.sorted.mapFromSource(self.rows.index(row, column))
        if index.isValid() and index.row() != self.currentIndex().row():
            self.setCurrentIndex(index)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the rows, and a ring around them while the table has the keyboard."""
        super().paintEvent(event)
        if self._look is None or not self.hasFocus():
            return
        painter = QPainter(self.viewport())
        try:
            painter.setPen(self._look.pen("focus", RING))
            inset = RING * self._look.line_scale
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(inset, inset, -inset, -inset))
        finally:
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's spelling
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's spelling
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()
