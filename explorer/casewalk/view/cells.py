"""Rows of words under headings, one column of them outcomes that are drawn as chips."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from explorer.casewalk.view import words
from explorer.casewalk.view.chip import chip_size, paint_chip
from explorer.ui.paint import Look
from explorer.ui.twin import SORT

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
GROUP: Final = SORT + 1  # the group of an outcome, where a cell is a chip
WORD: Final = GROUP + 1  # and the outcome
SUPPOSED: Final = WORD + 1  # and whether it is only what would have been
CHIP: Final = 1  # the column of outcomes


class Cells(QAbstractTableModel):
    """Rows of words under headings."""

    heads: tuple[str, ...] = ()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cells: list[list[str]] = []
        self.groups: list[str] = []  # of the second column
        self.words: list[str] = []  # the outcome of the second column
        self.supposed: frozenset[int] = frozenset()  # rows after the end of a walk

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's spelling
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.cells)

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's spelling
        """How many headings there are."""
        return 0 if parent.isValid() else len(self.heads)

    def headerData(  # noqa: N802 - Qt's spelling
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        across = orientation == Qt.Orientation.Horizontal
        if across and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return words.tr(self.heads[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, the group of an outcome, and what sorts the rows."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.cells[index.row()][index.column()]
        if role == SORT:
            return index.row() if index.column() == 0 else self.cells[index.row()][index.column()]
        if role == GROUP and index.column() == CHIP:
            return self.groups[index.row()]
        if role == WORD and index.column() == CHIP:
            return self.words[index.row()]
        if role == SUPPOSED and index.column() == CHIP:
            return index.row() in self.supposed
        return None


class Chips(QStyledItemDelegate):
    """Draws an outcome as a chip."""

    look: Look | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """The room of the chip and the space around it."""
        text = str(index.data() or "")
        if self.look is None or not text:
            return QSize(0, 0)
        size = chip_size(text, self.look)
        return QSize(size.width() + 12, size.height() + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground and chip."""
        text = str(index.data() or "")
        super().paint(painter, option, QModelIndex())
        if self.look is None or not text:
            return
        rect = option.rect
        top = rect.top() + (rect.height() - chip_size(text, self.look).height()) / 2
        at = QPointF(rect.left() + 4, top)
        group, word = str(index.data(GROUP) or ""), str(index.data(WORD) or "")
        paint_chip(painter, at, text, group, self.look, word, bool(index.data(SUPPOSED)))
