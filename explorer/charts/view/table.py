"""The table twin of a chart: every figure with its period, unit, qualifier and source."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QWidget

from explorer.charts.specs import Drawing, Mark
from explorer.charts.view import words
from explorer.content.library import Library
from explorer.ui.paint import Look
from explorer.ui.twin import SORT, TableTwin
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


class Rows(QAbstractTableModel):
    """The marks of a drawing as rows, series by series and in order of time."""

    def __init__(self, library: Library) -> None:
        super().__init__()
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


class Twin(TableTwin):
    """The figures of a chart as a table; a row chooses its figure."""

    chosen = Signal(str)

    def __init__(self, library: Library, parent: QWidget) -> None:
        self.figures = Rows(library)
        super().__init__(self.figures, parent)
        self._quiet = False
        self.selectionModel().currentRowChanged.connect(self._tell)

    def show_drawing(self, drawing: Drawing, look: Look) -> None:
        """Show the figures of a drawing, first as they stand in its series."""
        self._quiet = True
        self.restyle(look)
        self.figures.show_drawing(drawing)
        self.as_given()
        self.setColumnHidden(SERIES, len(drawing.tracks) < 2)
        self.fit_columns(NOTE, 30)
        self.setAccessibleName(drawing.title)
        self._quiet = False

    def show_key(self, key: str) -> None:
        """Go to the row of a figure."""
        for row, (_, mark) in enumerate(self.figures.rows):
            if mark.key == key:
                self._quiet = True
                self.show_row(row, PERIOD)
                self._quiet = False
                return

    def _tell(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            self.chosen.emit(self.figures.rows[self.row_of(current)][1].key)
