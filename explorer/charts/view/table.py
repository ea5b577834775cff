"""The table twin of a chart: every figure with its period, unit, qualifier and source."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from explorer.charts.specs import Drawing, Mark
from explorer.charts.view import words
from explorer.content.library import Library
from explorer.ui.paint import Look
from explorer.ui.words import QT_TRANSLATE_NOOP

Index = QModelIndex | QPersistentModelIndex
COLUMNS: Final = (
    QT_TRANSLATE_NOOP("Charts", "Series"),
    QT_TRANSLATE_NOOP("Charts", "Period"),
    QT_TRANSLATE_NOOP("Charts", "Value"),
    QT_TRANSLATE_NOOP("Charts", "Unit"),
    QT_TRANSLATE_NOOP("Charts", "As given"),
    QT_TRANSLATE_NOOP("Charts", "Source"),
    QT_TRANSLATE_NOOP("Charts", "Confidence"),
    QT_TRANSLATE_NOOP("Charts", "Note"),
)
SERIES, PERIOD, VALUE, NOTE = 0, 1, 2, 7
SORT: Final = Qt.ItemDataRole.UserRole


class Rows(QAbstractTableModel):
    """The marks of a drawing as rows, series by series and in order of time."""

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self._library = library
        self.rows: list[tuple[str, Mark]] = []

    def show_drawing(self, drawing: Drawing) -> None:
        """Take the rows of another drawing."""
        self.beginResetModel()
        self.rows = [(track.label, mark) for track in drawing.tracks for mark in track.marks]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """One row a figure."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """The eight columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return words.tr(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell, its whole as tooltip, and what it is sorted by."""
        label, mark = self.rows[index.row()]
        column = index.column()
        if role == Qt.ItemDataRole.ToolTipRole and column == PERIOD:
            return words.long_period(mark)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(label, mark, column)
        if role == SORT:
            keys = {PERIOD: mark.x, VALUE: mark.figure.value}
            return keys.get(column, self._text(label, mark, column))
        if role == Qt.ItemDataRole.TextAlignmentRole and column == VALUE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, label: str, mark: Mark, column: int) -> str:
        figure = mark.figure
        return (
            label,
            words.period(mark),
            words.amount(figure.value, figure.unit),
            figure.unit,
            words.given(figure),
            self._library.name(f"source:{figure.source}"),
            words.tr(figure.confidence),
            figure.note,
        )[column]


class Twin(QTableView):
    """The figures of a chart as a table; a row chooses its figure."""

    chosen = Signal(str)

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self.figures = Rows(library, self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.figures)
        self._sorted.setSortRole(SORT)
        self.setModel(self._sorted)
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
        self.selectionModel().currentRowChanged.connect(self._tell)

    def show_drawing(self, drawing: Drawing, look: Look) -> None:
        """Show the figures of a drawing, first as they stand in its series."""
        self._quiet = True
        self.setFont(look.font("small"))
        self.horizontalHeader().setFont(look.font("small", bold=True))
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.7))
        self.figures.show_drawing(drawing)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setColumnHidden(SERIES, len(drawing.tracks) < 2)
        widest = self.fontMetrics().averageCharWidth() * 30
        self.resizeColumnsToContents()
        for column in range(NOTE):
            self.setColumnWidth(column, min(self.columnWidth(column) + 14, widest))
        self.setAccessibleName(drawing.title)
        self._quiet = False

    def show_key(self, key: str) -> None:
        """Go to the row of a figure."""
        for row, (_, mark) in enumerate(self.figures.rows):
            if mark.key == key:
                index = self._sorted.mapFromSource(self.figures.index(row, PERIOD))
                if index.row() != self.currentIndex().row():
                    self._quiet = True
                    self.setCurrentIndex(index)
                    self._quiet = False
                return

    _quiet = False

    def _tell(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            row = self._sorted.mapToSource(current).row()
            self.chosen.emit(self.figures.rows[row][1].key)
