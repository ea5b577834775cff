"""Published counts beside the diagram: which cuts, and every number with its width and source."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QComboBox,
    QHeaderView,
    QLabel,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from explorer.content.library import Library
from explorer.pipeline.counts import Bar, Cuts
from explorer.pipeline.view import numbers
from explorer.pipeline.view.ribbons import paint_width
from explorer.pipeline.view.sides import needed_by
from explorer.ui.paint import Look
from explorer.ui.widgets import viewport_of

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
WIDTH: Final = 2  # the column of widths


class Numbers(QAbstractTableModel):
    """One row for each published number: what, how many, how wide, how known."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cuts: Cuts | None = None

    def show_cuts(self, cuts: Cuts) -> None:
        """Hold the numbers of other cuts."""
        self.beginResetModel()
        self.cuts = cuts
        self.endResetModel()

    def bar(self, row: int) -> Bar:
        """The number in a row."""
        assert self.cuts is not None
        return self.cuts.bars[row]

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        """How many numbers there are."""
        return len(self.cuts.bars) if self.cuts and not parent.isValid() else 0

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        """How many things are said of a number."""
        return 0 if parent.isValid() else 4

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What a column says."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (
                self.tr("Counted"),
                self.tr("Number"),
                self.tr("Width, one scale"),
                self.tr("How it is known"),
            )[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one number."""
        if not index.isValid() or self.cuts is None:
            return None
        bar = self.bar(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                self._named(index.row()),
                numbers.number(bar),
                "",
                numbers.known(bar),
            )[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == WIDTH:
            share = self.cuts.share(bar)
            text = self.tr("{0} of the widest") if bar.is_count else self.tr("a share, no width")
            return text.format(f"{share:.1%}")
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return f"{self._what(bar)}: {numbers.number(bar)}. {numbers.known(bar)}"
        return None

    def _named(self, row: int) -> str:
        """What a row counts; the first of each cut says of which."""
        bar = self.bar(row)
        first = row == 0 or self.bar(row - 1).cut != bar.cut
        return self._what(bar) if first else numbers.counted(bar)

    def _what(self, bar: Bar) -> str:
        assert self.cuts is not None
        if len(self.cuts.funnels) == 1:
            return numbers.counted(bar)
        funnel = next(one for one in self.cuts.funnels if one.id == bar.cut)
        return f"{numbers.scope(funnel, self.cuts)}: {numbers.counted(bar)}"


class Width(QStyledItemDelegate):
    """Paints a number as a width; what is not accounted for is hatched."""

    def __init__(self, view: CountsTable) -> None:
        super().__init__(view)
        self.view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the width, on the one scale of all that are shown."""
        super().paint(painter, option, index)
        cuts, look = self.view.numbers.cuts, self.view.look
        if cuts is None:
            return
        bar = self.view.numbers.bar(index.row())
        cell = QRectF(option.rect).adjusted(4, 4, -4, -4)
        if not bar.is_count:
            return
        wide = max(1.0, cuts.share(bar) * cell.width())
        high = min(cell.height(), 1.1 * self.view.fontMetrics().height())
        rect = QRectF(cell.left(), cell.center().y() - high / 2, wide, high)
        painter.save()
        paint_width(painter, rect, look, cuts.rank(bar), bar.kind == "rest")
        painter.restore()


class CountsTable(QTableView):
    """The numbers as a table that keeps every word whole."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.numbers = Numbers(self)
        self.setModel(self.numbers)
        self.setItemDelegateForColumn(WIDTH, Width(self))
        self.setAccessibleName(self.tr("Published counts"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the room between the columns."""
        super().resizeEvent(event)
        self.share()

    def share(self) -> None:
        """Give each column its part of the room, and no less than its longest word needs."""
        room = self.viewport().width()
        for column, part in enumerate((0.34, 0.16, 0.26, 0.24)):
            self.setColumnWidth(column, max(round(room * part), self._least(column)))
        self.resizeRowsToContents()
        high = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length()
        high += self.horizontalScrollBar().sizeHint().height()
        if high + 6 != self.height():
            self.setFixedHeight(high + 6)

    def _least(self, column: int) -> int:
        cells, head = self.fontMetrics(), self.horizontalHeader().fontMetrics()
        title = str(self.numbers.headerData(column, Qt.Orientation.Horizontal))
        texts = [
            str(self.numbers.index(row, column).data()) for row in range(self.numbers.rowCount())
        ]
        words = [word for text in texts for word in text.split()]
        longest = max((cells.horizontalAdvance(word) for word in words), default=0)
        return max(longest, head.horizontalAdvance(title)) + 2 * cells.averageCharWidth() + 8


class CountsPane(QScrollArea):
    """The choice of one or two cuts, the caution, and their numbers."""

    picked = Signal(str)  # the ids of the cuts, with a comma between
    chosen = Signal(str)

    def __init__(self, library: Library, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.library = library
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # its width is kept
        self.inner = inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(8, 2, 8, 4)
        self.row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.first = self._box(self.tr("Published counts"), "")
        self.second = self._box(self.tr("Counts to show beside them"), self.tr("No second cut"))
        row.addWidget(self.first, 1)
        row.addWidget(self.second, 1)
        column.addLayout(row)
        self.caution = QLabel(numbers.caution(), self)
        self.caution.setWordWrap(True)
        column.addWidget(self.caution)
        self.table = CountsTable(look, self)
        self.table.activated.connect(self._choose)
        self.table.clicked.connect(self._choose)
        self.table.selectionModel().currentRowChanged.connect(self._bring_in_sight)
        column.addWidget(self.table)
        column.addStretch(1)
        self.setWidget(inner)
        self.restyle(look)

    def _box(self, name: str, none: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        if none:
            box.addItem(none, "")
        for funnel in self.library.funnels.values():
            box.addItem(self.library.name(f"funnel:{funnel.id}"), funnel.id)
        box.activated.connect(self._send)
        return box

    def set_stage(self, is_on: bool) -> None:
        """Leave out the controls that an audience has no use for, or bring them back."""
        for box in (self.first, self.second):
            box.setVisible(not is_on)

    def restyle(self, look: Look) -> None:
        """Take another look."""
        self.table.look = look
        small = look.font("small")
        for part in (self.first, self.second, self.caution, self.table):
            part.setFont(small)
        head = self.table.horizontalHeader()
        for piece in (head, viewport_of(head)):
            piece.setFont(look.font("small", bold=True))
        self.table.share()

    def show_cuts(self, cuts: Cuts, day: date) -> None:
        """Show other cuts beside the diagram of a day."""
        names: Sequence[str] = [funnel.id for funnel in cuts.funnels]
        with QSignalBlocker(self.first), QSignalBlocker(self.second):
            self.first.setCurrentIndex(self.first.findData(names[0]))
            second = names[1] if len(names) > 1 else ""
            self.second.setCurrentIndex(self.second.findData(second))
        periods = [numbers.period(funnel, cuts) for funnel in cuts.funnels]
        parts = (*periods, numbers.mismatch(cuts, day), numbers.caution())
        self.caution.setText(" ".join(part for part in parts if part))
        if self.table.numbers.cuts != cuts:
            self.table.numbers.show_cuts(cuts)
            self.table.share()
        self._order()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The two choices side by side, or one above the other where that is too narrow."""
        super().resizeEvent(event)
        self._order()

    def _order(self) -> None:
        ways = QBoxLayout.Direction
        wide = 2 * max(needed_by(self.first), needed_by(self.second)) + 32 <= self.width()
        self.row.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    def _bring_in_sight(self, index: QModelIndex) -> None:
        """Scroll to the row with the keyboard; the table itself never scrolls down."""
        rect = self.table.visualRect(index)
        at = self.table.viewport().mapTo(self.inner, rect.center())
        self.ensureVisible(at.x(), at.y(), 0, rect.height())

    def _send(self) -> None:
        names = (self.first.currentData(), self.second.currentData())
        self.picked.emit(",".join(name for name in dict.fromkeys(names) if name))

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(f"funnel:{self.table.numbers.bar(index.row()).cut}")

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The table may be small; it scrolls."""
        return QSize(200, 90)
