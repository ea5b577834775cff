"""The same person under every other policy, as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from explorer.casewalk.compare import Row, group_of, rank
from explorer.casewalk.view import words
from explorer.casewalk.view.cells import CHIP, Cells, Chips, Index
from explorer.casewalk.view.chip import chip_size
from explorer.content.library import Library
from explorer.ui.paint import Look
from explorer.ui.words import QT_TRANSLATE_NOOP

OTHERS: Final = (
    QT_TRANSLATE_NOOP("CaseWalk", "Policy"),
    QT_TRANSLATE_NOOP("CaseWalk", "Outcome"),
    QT_TRANSLATE_NOOP("CaseWalk", "May ICE be told?"),
    QT_TRANSLATE_NOOP("CaseWalk", "The deciding rule"),
    QT_TRANSLATE_NOOP("CaseWalk", "Source"),
)
LETTERS: Final = (44, 0, 18, 46, 24)  # how many each column would like
TOLD: Final = 2  # the column of what ICE may be told
UNTOLD: Final = "n/a"  # of rules that are not for jails, which the words above the table say once
NOTHING: Final = "\N{EN DASH}"
SHARED: Final = (0, 3, 4)  # columns that share the width which the others leave
LEAST: Final = 10  # letters of such a column
LEAST_ROWS: Final = 4  # that are in sight
MOST_LINES: Final = 6  # of text in a row; what is longer stands in full below and as tooltip


class _Others(Cells):
    """Policies, and under a line of words those that are for comparison only."""

    heads = OTHERS

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self._library = library
        self.rows: list[Row | None] = []  # None: the line of words
        self._all: tuple[Row, ...] = ()
        self._column, self._down = -1, False
        self._in_force: Mapping[str, str] = {}
        self.bold = QFont()

    def show_in_force(self, parts: Mapping[str, str]) -> bool:
        """Mark the policies that stood in the place on the day; whether any mark changed."""
        if parts == self._in_force:
            return False
        self._in_force = dict(parts)
        self.cells = [self._texts(row) if row else self._line() for row in self.rows]
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; what stood in the place is named in bold letters."""
        if role == Qt.ItemDataRole.FontRole and index.column() == 0:
            row = self.rows[index.row()]
            return self.bold if row is None or row.policy in self._in_force else None
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == TOLD:
            row = self.rows[index.row()]
            return words.outcome(row.notification) if row else None
        return super().data(index, role)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Hold the answers for another person."""
        self._all = tuple(rows)
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort; what is for comparison stays apart."""
        self._column, self._down = column, order == Qt.SortOrder.DescendingOrder
        self._arrange()

    def tells(self) -> bool:
        """Whether any policy says if ICE may be told."""
        return any(row.notification != UNTOLD for row in self._all)

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
            NOTHING if row.notification == UNTOLD else words.outcome(row.notification),
            words.reason(row.said),
            words.listed(names),
        ]


class Others(QTableView):
    """The same person under every other policy; a row chooses its policy."""

    chosen = Signal(str)

    def __init__(self, library: Library, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.model_ = _Others(library, self)
        self.look = look
        self._quiet = False
        self._policy = ""
        self._at = 0  # the column with the keyboard, kept when rows change places
        self.setModel(self.model_)
        self._chips = Chips(self)
        self.setItemDelegateForColumn(CHIP, self._chips)
        self.setAccessibleName(words.tr("The same person under every other policy"))
        self._set_manners()
        self._set_headings()
        self.model_.modelReset.connect(self._span)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def _set_manners(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().hide()

    def _set_headings(self) -> None:
        header = self.horizontalHeader()
        edge = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        header.setDefaultAlignment(Qt.AlignmentFlag(edge | Qt.TextFlag.TextWordWrap))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setHighlightSections(False)
        self.setSortingEnabled(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """No more than it must have."""
        return QSize(120, self.minimumHeight())

    def _restyle(self) -> None:
        """Take the letters of the look, and some rows at least."""
        self._chips.look = self.look
        self.model_.bold = self.look.font("small", bold=True)
        self.setFont(self.look.font("small"))
        self.horizontalHeader().setFont(self.look.font("small", bold=True))
        line = max(self.fontMetrics().height(), chip_size("x", self.look).height())
        self.setMinimumHeight(round(line + self.look.space(2)) * LEAST_ROWS)

    def show_rows(self, rows: Sequence[Row], policy: str, look: Look) -> None:
        """Show the answers for a person, one of them chosen."""
        self.look, self._policy = look, policy
        self.model_.show_rows(rows)
        self._restyle()
        self.resizeColumnToContents(CHIP)
        self._share()

    def show_in_force(self, parts: Mapping[str, str]) -> None:
        """Mark the policies that stood in the place on the day, by the part that each has."""
        if self.model_.show_in_force(parts):
            self._fit_rows()

    def _share(self) -> None:
        """Share the width among the columns; where it is small, the sources wait in the text."""
        letter = self.fontMetrics().averageCharWidth()
        self.setColumnHidden(TOLD, not self.model_.tells())
        self.setColumnWidth(TOLD, self._longest_word() + 2 * self.look.space(2))
        room = self.viewport().width() - sum(self.columnWidth(column) for column in (CHIP, TOLD))
        is_small = room < letter * sum(LETTERS[column] for column in SHARED) // 2
        head = self.horizontalHeader()
        head.setFixedHeight(head.fontMetrics().lineSpacing() * 2 + self.look.space(2))
        self.setColumnHidden(SHARED[-1], is_small)
        shared = SHARED[:-1] if is_small else SHARED
        whole = sum(LETTERS[column] for column in shared)
        for column in shared:
            share = room * LETTERS[column] // whole
            self.setColumnWidth(column, max(share, letter * LEAST))
        self._fit_rows()

    def sizeHintForRow(self, row: int) -> int:  # noqa: N802 - Qt's spelling
        """The lines of a row, and some space between it and the next."""
        return super().sizeHintForRow(row) + self.look.space(1)

    def _longest_word(self) -> int:
        """The width of the longest word of those that say whether ICE may be told."""
        rows = (row for row in self.model_.rows if row and row.notification != UNTOLD)
        cells = {words.outcome(row.notification) for row in rows}
        parts = " ".join((*cells, words.tr(OTHERS[TOLD]))).split()
        return max(map(self.horizontalHeader().fontMetrics().horizontalAdvance, parts), default=0)

    def _fit_rows(self) -> None:
        """Let each row have the lines that its words need."""
        most = self.fontMetrics().lineSpacing() * MOST_LINES + self.look.space(2)
        self.verticalHeader().setMaximumSectionSize(most)
        self.resizeRowsToContents()
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
