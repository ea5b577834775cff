"""The list of results: its model, how a row is painted, the list itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from explorer.search.view.row import Row

if TYPE_CHECKING:
    from explorer.ui.paint import Look

Anywhere = QModelIndex | QPersistentModelIndex
SENTENCE: Final = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere  # links have long words


class Rows(QAbstractListModel):
    """The results as Qt and a screen reader see them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def fill(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Anywhere = QModelIndex()) -> int:  # noqa: N802, B008
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Anywhere, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row's title, what a screen reader says of it, and the row itself."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.title, row.aside) if part)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return row.snippet
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (row.title, row.snippet) if part)
        return row if role == Qt.ItemDataRole.UserRole else None

    def flags(self, index: Anywhere) -> Qt.ItemFlag:
        """A sentence such as “nothing found” cannot be selected."""
        if self.rows[index.row()].can_be_chosen:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemNeverHasChildren


class RowPainter(QStyledItemDelegate):
    """Paints a row as title and kind on one line, and a line of context below."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.width = 0  # of a row, in pixels

    def _gap(self, pixels: int) -> int:
        return round(pixels * self.look.scale)

    def sizeHint(self, option: QStyleOptionViewItem, index: Anywhere) -> QSize:  # noqa: N802
        """Room for one line, or two where there is context; a sentence takes all its lines."""
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        metrics = QFontMetrics(self.look.font("body"))
        height = metrics.height() + 2 * self._gap(4)
        if not row.can_be_chosen:
            room = QRect(0, 0, max(self.width - 2 * self._gap(12), 1), 9999)
            lines = metrics.boundingRect(room, int(SENTENCE), row.title)
            return QSize(0, lines.height() + 2 * self._gap(4))
        if row.snippet:
            height += QFontMetrics(self.look.font("small")).height()
        return QSize(0, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Anywhere) -> None:
        """Draw one row; every text that does not fit ends in an ellipsis."""
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        inner: QRect = option.rect
        painter.save()
        if chosen:
            painter.fillRect(inner, self.look.color("accent-soft"))
        gap = self._gap(12)
        inner = inner.adjusted(gap, self._gap(4), -gap, -self._gap(4))
        if row.can_be_chosen:
            self._write_row(painter, inner, row)
        else:
            painter.setFont(self.look.font("body"))
            painter.setPen(self.look.color("text-quiet"))
            painter.drawText(inner, int(SENTENCE), row.title)
        painter.restore()

    def _write_row(self, painter: QPainter, inner: QRect, row: Row) -> None:
        line = self._write_aside(painter, inner, row)
        self._write(painter, line, row.title, "body", "text")
        if row.snippet:
            below = inner.adjusted(0, QFontMetrics(self.look.font("body")).height(), 0, 0)
            self._write(painter, below, row.snippet, "small", "text-quiet")

    def _write_aside(self, painter: QPainter, inner: QRect, row: Row) -> QRect:
        """Write the kind at the right; what is left of the first line is returned."""
        metrics = QFontMetrics(self.look.font("body"))
        line = QRect(inner.topLeft(), QSize(inner.width(), metrics.height()))
        wanted = QFontMetrics(self.look.font("small")).horizontalAdvance(row.aside) + 4
        if not row.aside or wanted > line.width() / 2:
            return line
        aside = line.adjusted(line.width() - wanted, 0, 0, 0)
        self._write(painter, aside, row.aside, "small", "text-quiet")
        return line.adjusted(0, 0, -wanted - self._gap(12), 0)

    def _write(self, painter: QPainter, rect: QRect, text: str, font: str, color: str) -> None:
        painter.setFont(self.look.font(font))
        painter.setPen(self.look.color(color))
        metrics = QFontMetrics(self.look.font(font))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        line = QRect(rect.topLeft(), QSize(rect.width(), max(metrics.height(), 0)))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class Results(QListView):
    """The rows in a frame; the focus stays in the field."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.rows = Rows(self)
        self.setObjectName("search-results")
        self.setAccessibleName(self.tr("Search results"))
        self.setModel(self.rows)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameStyle(QFrame.Shape.Box.value | QFrame.Shadow.Plain.value)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()
        self.restyle(look)

    def restyle(self, look: Look) -> None:
        """Take the colors and sizes of another look."""
        edge = self.palette()
        edge.setColor(QPalette.ColorRole.WindowText, look.color("control-border"))
        self.setPalette(edge)
        self._painter = RowPainter(look, self)
        self.setItemDelegate(self._painter)

    def move_to(self, row: int) -> QModelIndex:
        """Choose a row, the nearest one where there is none so far, and bring it in sight."""
        index = self.rows.index(max(0, min(row, self.rows.rowCount() - 1)), 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return index

    def whole_rows(self, room: int, width: int) -> int:
        """The height of as many whole rows as there is room for, at least one."""
        self._painter.width = width - 2 * self.frameWidth()
        self.scheduleDelayedItemsLayout()
        height = 2 * self.frameWidth()
        for row in range(self.rows.rowCount()):
            next_height = height + self.sizeHintForRow(row)
            if row and next_height > room:
                break
            height = next_height
        return height
