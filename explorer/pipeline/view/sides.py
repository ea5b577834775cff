"""Two dates or two places side by side: the head of the second, and what differs in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QDate, QModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QDateEdit,
    QLabel,
    QListView,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.content.library import Library
from explorer.pipeline.layout import Plan
from explorer.pipeline.moment import Moment
from explorer.pipeline.view import told
from explorer.pipeline.view.board import Board
from explorer.pipeline.view.diagram import Diagram
from explorer.pipeline.view.drawing import Drawing
from explorer.pipeline.view.scene import years
from explorer.pipeline.view.steps import Index
from explorer.ui.paint import Look

LEAST = 9  # lines of text: so high is a diagram at least
ROOMY = 14  # and so high in text larger than LARGE, which is never made smaller than asked for
LARGE = 1.5
STACKED = 34  # lines of text: from this height on two overviews stand one above the other
BESIDE = 900  # pixels at 100 %: two diagrams stand side by side from this width on
_ROOT = QModelIndex()


class Differences(QAbstractListModel):
    """What differs, one sentence a row, with the reference that it is about."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.found: Sequence[tuple[str, str]] = ()

    def show_found(self, found: Sequence[tuple[str, str]]) -> None:
        """Hold other sentences."""
        if list(found) != list(self.found):
            self.beginResetModel()
            self.found = found
            self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        """How many sentences there are."""
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A sentence."""
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return self.found[index.row()][1] if index.isValid() and role in texts else None


class Sides(QWidget):
    """Two diagrams of one size, so that every box stands where it stands in the other one."""

    dated = Signal(date)  # the second date
    placed = Signal(str)  # the second place, as a reference; empty for the same place
    ended = Signal()
    chosen = Signal(str)

    def __init__(self, library: Library, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.library = library
        self.other = Diagram(library, look, self)
        self.other.quiet = True
        self.other.setAccessibleName(self.tr("The diagram that is compared"))
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.row.setSpacing(2)
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.summary.setContentsMargins(8, 0, 8, 0)
        self.differences = Differences(self)
        self.is_staged = False  # whether an audience looks: differences are marked, not listed
        self._least = 0.0  # as wide is the overview at least
        self._least_of: tuple[Look, Plan | None] = (look, None)
        self.list = self._make_list()
        self.inner = inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.row, 1)
        column.addWidget(self.summary)
        column.addWidget(self.list)
        self.area = QScrollArea(self)
        self.area.setWidget(inner)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._make_bar())
        outer.addWidget(self.area, 1)
        self.restyle(look)

    def _make_list(self) -> QListView:
        """The list of what differs."""
        found = QListView(self)
        found.setModel(self.differences)
        found.setWordWrap(True)
        found.setResizeMode(QListView.ResizeMode.Adjust)
        found.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        found.setAccessibleName(self.tr("What differs"))
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.setTextElideMode(Qt.TextElideMode.ElideNone)
        found.activated.connect(self._choose)
        found.clicked.connect(self._choose)
        return found

    def _make_bar(self) -> QBoxLayout:
        """The second date and the second place."""
        self.bar = bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        bar.setContentsMargins(8, 4, 8, 0)
        self.label = QLabel(self.tr("Compare with"), self)
        self.date = QDateEdit(self)
        first, last = years(self.library)
        self.date.setDateRange(_qt(first), _qt(last))
        self.date.setDisplayFormat("MMM d, yyyy")
        self.date.setAccessibleName(self.tr("Second date"))
        self.date.setToolTip(self.tr("Second date: also Ctrl+[ and Ctrl+] by a month"))
        self.date.dateChanged.connect(self._send_date)
        self.place = QComboBox(self)
        self.place.setAccessibleName(self.tr("Second place"))
        self.place.addItem(self.tr("The same place"), "")
        for place in sorted(self.library.places.values(), key=lambda one: one.name):
            self.place.addItem(place.name, f"place:{place.id}")
        self.place.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.place.setMinimumContentsLength(14)
        self.place.activated.connect(self._send_place)
        self.end = QToolButton(self)
        self.end.setText(self.tr("End (C)"))
        self.end.setToolTip(self.tr("Stop comparing"))
        self.end.clicked.connect(self.ended)
        for part in (self.label, self.date, self.place, self.end):
            bar.addWidget(part)
        bar.addStretch(1)
        return bar

    def set_stage(self, is_on: bool) -> None:
        """Leave out the controls that an audience has no use for, or bring them back."""
        self.is_staged = self.other.keeps_size = is_on
        for part in (self.label, self.date, self.place, self.end, self.summary, self.list):
            part.setVisible(not is_on)
        self._order()

    def restyle(self, look: Look) -> None:
        """Take another look."""
        self.look = look
        self.other.look = look
        small = look.font("small")
        for part in (self.label, self.date, self.place, self.end, self.list):
            part.setFont(small)
        self.summary.setFont(look.font("small", bold=True))
        self._order()

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        """Side by side, or one above the other where that would be too narrow."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._order()

    def _order(self) -> None:
        wide = self.width() >= BESIDE * self.look.scale and not self._is_crowded()
        ways = QBoxLayout.Direction
        self.row.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        line = self.list.fontMetrics().height()
        share = 0.2 if wide else 0.14
        self.list.setFixedHeight(round(max(2.6 * line, min(7 * line, share * self.height()))))
        least = LEAST if self.look.scale <= LARGE else ROOMY
        least = 1 if self.is_staged else least
        # Not by row.itemAt: Qt for Python keeps such an item when its layout is gone, and may
        # then hand it out for a widget that came to lie at the same address.
        for part in (self.other.peer, self.other):
            if part is not None and self.holds(part):
                part.setMinimumHeight(round(max(120, least * line)))
        margins = self.bar.contentsMargins()
        needed = sum(part.sizeHint().width() + 8 for part in (self.label, self.date, self.end))
        needed += needed_by(self.place) + margins.left() + margins.right()
        self.bar.setDirection(ways.TopToBottom if needed > self.width() else ways.LeftToRight)

    def _is_crowded(self) -> bool:
        """Whether the overview, which is much wider than high, is better off in the whole width."""
        plan = self.other.plan
        if plan is None or plan.kind != "overview":
            return False
        if self.height() >= STACKED * self.list.fontMetrics().height():
            return True
        if (self.look, plan) != self._least_of:
            self._least_of = self.look, plan
            self._least = Drawing(plan, self.look, 10, 300, quiet=True).layout.width
        return self.width() / 2 < self._least

    def keep_clear(self, width: int) -> None:
        """Leave room at the right of the bar for the buttons of the page."""
        self.bar.setContentsMargins(8, 4, width + 12, 4)
        self._order()

    def holds(self, diagram: Board) -> bool:
        """Whether a diagram stands here."""
        return diagram.parentWidget() is self.inner

    def take(self, diagram: Diagram) -> None:
        """Set the first diagram at the left of the second, both as wide and as high."""
        self.other.peer = diagram
        for part in (diagram, self.other):
            self.row.addWidget(part, 1)
            part.show()
        self._order()

    def show_sides(self, one: Moment, other: Moment, place2: str) -> None:
        """Tell the second date and place, and what differs."""
        with QSignalBlocker(self.date), QSignalBlocker(self.place):
            self.date.setDate(_qt(other.day))
            self.place.setCurrentIndex(max(0, self.place.findData(place2)))
        found = told.differences(one, other, self.library, self.other.plan)
        self.summary.setText(told.compared(one, other, len(found)))
        self.differences.show_found(found)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.differences.found[index.row()][0])

    def _send_date(self, day: QDate) -> None:
        self.dated.emit(date(day.year(), day.month(), day.day()))

    def _send_place(self, row: int) -> None:
        self.placed.emit(str(self.place.itemData(row)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Two diagrams may be small; they scroll."""
        return QSize(240, 200)


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def needed_by(box: QComboBox) -> int:
    """How wide a box of choices must be to show its own one whole."""
    return box.fontMetrics().horizontalAdvance(box.currentText()) + 48
