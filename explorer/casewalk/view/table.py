"""The same person under every other policy, and the whole walk, as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from explorer.casewalk.compare import Row, group_of, rank
from explorer.casewalk.course import Stop
from explorer.casewalk.view import words
from explorer.casewalk.view.chip import chip_size, paint_chip
from explorer.casewalk.view.detail import SAID
from explorer.content.library import Library
from explorer.policy.table import once
from explorer.ui.paint import Look
from explorer.ui.words import QT_TRANSLATE_NOOP

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
GROUP: Final = Qt.ItemDataRole.UserRole + 1  # the group of an outcome, where a cell is a chip
WORD: Final = GROUP + 1  # and the outcome
OTHERS: Final = (
    QT_TRANSLATE_NOOP("CaseWalk", "Policy"),
    QT_TRANSLATE_NOOP("CaseWalk", "Outcome"),
    QT_TRANSLATE_NOOP("CaseWalk", "May ICE be told?"),
    QT_TRANSLATE_NOOP("CaseWalk", "The deciding rule"),
    QT_TRANSLATE_NOOP("CaseWalk", "Source"),
)
LETTERS: Final = (44, 0, 18, 46, 24)  # how many each column would like
SHARED: Final = (0, 3, 4)  # columns that share the width which the others leave
LEAST: Final = 10  # letters of such a column
LINES: Final = (2, 3)  # of text in a row, and where columns are small
WALK: Final = (
    QT_TRANSLATE_NOOP("CaseWalk", "Step"),
    QT_TRANSLATE_NOOP("CaseWalk", "Outcome"),
    QT_TRANSLATE_NOOP("CaseWalk", "In words"),
    QT_TRANSLATE_NOOP("CaseWalk", "Deciding policy"),
    QT_TRANSLATE_NOOP("CaseWalk", "Reason"),
    QT_TRANSLATE_NOOP("CaseWalk", "Authority"),
    QT_TRANSLATE_NOOP("CaseWalk", "How sure"),
    QT_TRANSLATE_NOOP("CaseWalk", "Sources"),
)


class _Cells(QAbstractTableModel):
    """Rows of words under headings."""

    heads: tuple[str, ...] = ()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cells: list[list[str]] = []
        self.groups: list[str] = []  # of the second column
        self.words: list[str] = []  # the outcome of the second column

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
        """The words of a cell, and the group of an outcome."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.cells[index.row()][index.column()]
        if role == GROUP and index.column() == 1:
            return self.groups[index.row()]
        if role == WORD and index.column() == 1:
            return self.words[index.row()]
        return None


class _Others(_Cells):
    """Policies, and under a line of words those that are for comparison only."""

    heads = OTHERS

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self._library = library
        self.rows: list[Row | None] = []  # None: the line of words
        self._all: tuple[Row, ...] = ()
        self._column, self._down = -1, False
        self._in_force: Mapping[str, str] = {}

    def show_in_force(self, parts: Mapping[str, str]) -> None:
        """Mark the policies that stood in the place on the day, by the part that each has."""
        if parts != self._in_force:
            self._in_force = dict(parts)
            self.cells = [self._texts(row) if row else self._line() for row in self.rows]
            if self.rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Hold the answers for another person."""
        self._all = tuple(rows)
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort; what is for comparison stays apart."""
        self._column, self._down = column, order == Qt.SortOrder.DescendingOrder
        self._arrange()

    def row_of(self, policy: str) -> int:
        """The row of a policy; -1 where it is not there."""
        found = (n for n, row in enumerate(self.rows) if row and row.policy == policy)
        return next(found, -1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The line of words cannot be chosen."""
        is_row = index.isValid() and self.rows[index.row()] is not None
        return super().flags(index) if is_row else Qt.ItemFlag.ItemIsEnabled

    def _arrange(self) -> None:
        self.beginResetModel()
        real = [row for row in self._all if not row.is_comparison]
        apart = [row for row in self._all if row.is_comparison]
        if self._column >= 0:
            real.sort(key=self._key, reverse=self._down)
        self.rows = [*real, *([None] if apart else []), *apart]
        self.cells = [self._texts(row) if row else self._line() for row in self.rows]
        self.words = [row.outcome if row else "" for row in self.rows]
        self.groups = [group_of(self._library, word) if word else "" for word in self.words]
        self.endResetModel()

    def _key(self, row: Row) -> tuple[int, str]:
        if self._column == 1:
            return rank(group_of(self._library, row.outcome)), words.outcome(row.outcome)
        if self._column == 0:
            return 0, row.name.casefold()
        return 0, self._texts(row)[self._column].casefold()

    def _line(self) -> list[str]:
        return [words.tr("For comparison only: never what a place did"), "", "", "", ""]

    def _texts(self, row: Row) -> list[str]:
        names = [self._library.name(f"source:{name}") for name in row.answer.sources]
        part = self._in_force.get(row.policy, "")
        return [
            words.in_force(part, row.name) if part else row.name,
            words.outcome(row.outcome),
            words.outcome(row.notification),
            words.reason(row.said),
            words.listed(names),
        ]


class _Chips(QStyledItemDelegate):
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
        paint_chip(painter, at, text, group, self.look, word)


class _Table(QTableView):
    """A table that is read row by row."""

    def __init__(self, model: _Cells, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._chips = _Chips(self)
        self.setItemDelegateForColumn(1, self._chips)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setHighlightSections(False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """No more than it must have."""
        return QSize(120, self.minimumHeight())

    def fit(self, look: Look, widest: Sequence[int]) -> None:
        """Give rows and columns their room, at most some letters for each column."""
        self._chips.look = look
        self.setFont(look.font("small"))
        self.horizontalHeader().setFont(look.font("small", bold=True))
        height = max(self.fontMetrics().height(), chip_size("x", look).height())
        self.verticalHeader().setDefaultSectionSize(round(height + look.space(2)))
        self.setMinimumHeight(round(height + look.space(2)) * 6)
        self.resizeColumnsToContents()
        letter = self.fontMetrics().averageCharWidth()
        for column, most in enumerate(widest):
            if column != 1:
                self.setColumnWidth(column, min(self.columnWidth(column) + 12, letter * most))


class Others(_Table):
    """The same person under every other policy; a row chooses its policy."""

    chosen = Signal(str)

    def __init__(self, library: Library, look: Look, parent: QWidget) -> None:
        self.model_ = _Others(library, parent)
        super().__init__(self.model_, parent)
        self.look = look
        self.setWordWrap(True)
        wrapped = self.horizontalHeader().defaultAlignment()
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag(wrapped | Qt.TextFlag.TextWordWrap)
        )
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setAccessibleName(words.tr("The same person under every other policy"))
        self.model_.modelReset.connect(self._span)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self._quiet = False
        self._policy = ""
        self._at = 0  # the column with the keyboard, kept when rows change places

    def show_rows(self, rows: Sequence[Row], policy: str, look: Look) -> None:
        """Show the answers for a person, one of them chosen."""
        self.look, self._policy = look, policy
        self.model_.show_rows(rows)
        self.fit(look, LETTERS)
        self._share()

    def _share(self) -> None:
        """Share the width among the columns; where it is small, the sources wait in the text."""
        letter = self.fontMetrics().averageCharWidth()
        cells = {words.outcome(row.notification) for row in self.model_.rows if row}
        widths = [self.fontMetrics().horizontalAdvance(text) for text in cells]
        self.setColumnWidth(2, max(widths, default=0) + self.look.space(3))
        room = self.viewport().width() - sum(self.columnWidth(column) for column in (1, 2))
        is_small = room < letter * sum(LETTERS[column] for column in SHARED) // 2
        high = self.fontMetrics().lineSpacing() * LINES[is_small] + self.look.space(2)
        self.verticalHeader().setDefaultSectionSize(round(high))
        head = self.horizontalHeader()
        head.setFixedHeight(head.fontMetrics().lineSpacing() * LINES[0] + self.look.space(2))
        self.setColumnHidden(SHARED[-1], is_small)
        shared = SHARED[:-1] if is_small else SHARED
        whole = sum(LETTERS[column] for column in shared)
        for column in shared:
            share = room * LETTERS[column] // whole
            self.setColumnWidth(column, max(share, letter * LEAST))
        self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Share the new width."""
        super().resizeEvent(event)
        self._share()

    def show_policy(self, policy: str) -> None:
        """Go to the row of a policy."""
        self._policy = policy
        row = self.model_.row_of(policy)
        self._quiet = True
        if row >= 0 and row != self.currentIndex().row():
            self.setCurrentIndex(self.model_.index(row, max(0, self._at)))
        elif row < 0:
            self.clearSelection()
        self._quiet = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """S sorts by the column of the current cell, and again the other way round."""
        if event.text().casefold() == "s" and self.currentIndex().isValid():
            header, column = self.horizontalHeader(), self.currentIndex().column()
            same = header.sortIndicatorSection() == column
            up = same and header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            order = Qt.SortOrder.AscendingOrder
            if same and not up:
                order = Qt.SortOrder.DescendingOrder
            self.sortByColumn(column, order)
            return
        super().keyPressEvent(event)

    def chosen_row(self) -> Row | None:
        """The row of the chosen policy."""
        row = self.model_.row_of(self._policy)
        return self.model_.rows[row] if row >= 0 else None

    def _span(self) -> None:
        """Let the line of words go across the table."""
        self.clearSpans()
        if None in self.model_.rows:
            self.setSpan(self.model_.rows.index(None), 0, 1, len(OTHERS))
        self.show_policy(self._policy)

    def _tell(self, current: QModelIndex, _: QModelIndex) -> None:
        row = self.model_.rows[current.row()] if current.isValid() else None
        self._at = current.column() if current.isValid() else self._at
        if row is not None and not self._quiet:
            self.chosen.emit(row.policy)


class _WalkCells(_Cells):
    heads = WALK

    def show_walk(self, library: Library, stops: Sequence[Stop], arrest: str) -> None:
        """Hold the stops of a walk."""
        self.beginResetModel()
        self.cells = [_walk_texts(library, one, arrest) for one in stops]
        self.words = [one.outcome for one in stops]
        self.groups = [group_of(library, word) for word in self.words]
        self.endResetModel()


def _walk_texts(library: Library, one: Stop, arrest: str) -> list[str]:
    rules = once(rule.authority for answer in one.answers for rule in answer.all_rules)
    names = [library.name(f"source:{name}") for name in one.sources]
    said = f"{words.supposing(one)} {words.saying(one)}".strip()
    ends = words.tr("The walk ends here.") if one.settles else ""
    return [
        words.stop(one.id),
        words.outcome(one.outcome),
        f"{arrest if one.id == 'arrest' else said} {ends}".strip(),
        words.listed(answer.policy.name for answer in one.answers),
        " ".join(
            [
                *map(words.reason, one.answers),
                *(words.note(n) for n in once(one.notes) if n not in SAID),
            ]
        ),
        "; ".join(rules),
        words.confidence(one.step.confidence) if one.step and one.answers else "",
        words.listed(names),
    ]


class WalkTable(_Table):
    """The twin of the page: the whole walk, one row a step."""

    chosen = Signal(str)

    def __init__(self, library: Library, parent: QWidget) -> None:
        self.model_ = _WalkCells(parent)
        super().__init__(self.model_, parent)
        self._library = library
        self._quiet = False
        self._stops: tuple[Stop, ...] = ()
        self.setWordWrap(True)
        self.setAccessibleName(words.tr("The walk as a table"))
        self.selectionModel().currentRowChanged.connect(self._tell)

    def show_walk(self, stops: tuple[Stop, ...], current: str, arrest: str, look: Look) -> None:
        """Show the stops of a walk, one of them chosen."""
        self._quiet, self._stops = True, stops
        self.model_.show_walk(self._library, stops, arrest)
        self.fit(look, (24, 0, 40, 28, 50, 34, 24, 40))
        self.resizeRowsToContents()
        row = next((n for n, one in enumerate(stops) if one.id == current), 0)
        self.setCurrentIndex(self.model_.index(row, 0))
        self._quiet = False

    def _tell(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            self.chosen.emit(self._stops[current.row()].id)
