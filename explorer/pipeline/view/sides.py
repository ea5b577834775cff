"""Two dates or two places side by side: the head of the second, and what differs in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.content.library import Library
from explorer.pipeline.moment import Moment
from explorer.pipeline.view import told
from explorer.pipeline.view.diagram import Diagram
from explorer.ui.paint import Look

BESIDE = 900  # pixels at 100 %: two diagrams stand side by side from this width on
_FIRST, _LAST = QDate(1986, 1, 1), QDate(2025, 12, 31)


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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._make_bar())
        column.addLayout(self.row, 1)
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.summary.setContentsMargins(8, 0, 8, 0)
        column.addWidget(self.summary)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("What differs"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        column.addWidget(self.list)
        self.restyle(look)

    def _make_bar(self) -> QHBoxLayout:
        """The second date and the second place."""
        self.bar = bar = QHBoxLayout()
        bar.setContentsMargins(8, 4, 8, 0)
        self.label = QLabel(self.tr("Compare with"), self)
        self.date = QDateEdit(self)
        self.date.setDateRange(_FIRST, _LAST)
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
        wide = self.width() >= BESIDE * self.look.scale
        ways = QBoxLayout.Direction
        self.row.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        line = self.list.fontMetrics().height()
        share = 0.2 if wide else 0.14
        self.list.setFixedHeight(round(max(2.6 * line, min(7 * line, share * self.height()))))

    def keep_clear(self, width: int) -> None:
        """Leave room at the right of the bar for the buttons of the page."""
        self.bar.setContentsMargins(8, 4, width + 12, 4)

    def take(self, diagram: Diagram) -> None:
        """Set the first diagram at the left of the second, both as wide and as high."""
        self.other.peer = diagram
        for part in (diagram, self.other):
            self.row.addWidget(part, 1)
            part.show()

    def show_sides(self, one: Moment, other: Moment, place2: str) -> None:
        """Tell the second date and place, and what differs."""
        with QSignalBlocker(self.date), QSignalBlocker(self.place):
            self.date.setDate(QDate(other.day.year, other.day.month, other.day.day))
            self.place.setCurrentIndex(max(0, self.place.findData(place2)))
        found = told.differences(one, other, self.library)
        self.summary.setText(told.compared(one, other, self.library))
        self._fill(found)

    def _fill(self, found: Sequence[tuple[str, str]]) -> None:
        self.list.clear()
        for ref, text in found:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, ref)
            item.setToolTip(text)
            self.list.addItem(item)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))

    def _send_date(self, day: QDate) -> None:
        self.dated.emit(date(day.year(), day.month(), day.day()))

    def _send_place(self, row: int) -> None:
        self.placed.emit(str(self.place.itemData(row)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Two diagrams may be small; they scroll."""
        return QSize(240, 200)
