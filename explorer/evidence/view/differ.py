"""Why the figures differ: a column for each answer, or the answers by what they have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from explorer.evidence.compare import TOLD, Answer, alike, rows
from explorer.evidence.sentences import told_once
from explorer.evidence.view import words
from explorer.evidence.view.prose import Writer, letters
from explorer.evidence.view.words import tr
from explorer.ui.paint import Look
from explorer.ui.widgets import RING, viewport_of

NARROWEST: Final = 15  # letters of a column
NAMES: Final = 17  # letters of the names of the rows
LONG: Final = 60  # letters: from here on a text is not repeated
MANY: Final = 4  # answers: of more, what is different in each is told once
_WRAP: Final = int(Qt.TextFlag.TextWordWrap)


def table_width(found: Sequence[Answer], look: Look) -> int:
    """The width from which on a table of the answers can be read with nothing to scroll."""
    return letters(look, NAMES + NARROWEST * len(found))


def grouped(found: Sequence[Answer], word: str, writer: Writer) -> str:
    """For each thing that can differ: what is stated, and beside it which answers state it."""
    html = ""
    is_edited = any(answer.target.startswith("series:") for answer in found)
    for name in (row for row in rows(found) if row in TOLD):
        if name == "worked-out" and not is_edited:
            continue  # a sum that checks each figure, told in its dossier
        groups = alike(found, lambda answer, name=name: words.cell(answer, name))  # type: ignore[misc]
        html += writer.small_head(words.row(name, word), above=2)
        if name == "counts" and len(groups) == len(found) > MANY:
            html += writer.line(tr("Each counts another group, as it says beside its figure."))
            continue
        numbered = [(text, [found.index(one) for one in group]) for text, group in groups]
        told = [
            [
                writer.line(text, above=1),
                writer.line(
                    _those([found[at] for at in who], found), "small", "text-quiet", above=1
                ),
            ]
            for text, who in told_once(numbered)
        ]
        html += writer.columns(told, gap="xs")
    return html


def _those(group: Sequence[Answer], found: Sequence[Answer]) -> str:
    """The answers of a group by figure and who says it."""
    if len(group) == len(found):
        return tr("All {0} answers").format(len(found))
    return " · ".join(words.short(answer) for answer in group)


class DifferTable(QTableWidget):
    """Rows are what can differ, columns are the answers; as tall as its words."""

    def __init__(self, found: Sequence[Answer], word: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.answers = tuple(found)
        filled = [name for name in rows(found) if name in TOLD]
        self._names = [tr("Figure"), tr("Who says it"), *(words.row(name, word) for name in filled)]
        self._rows = ["", "", *filled]
        self._heights: dict[int, int] = {}
        self._prepare()
        self._fill()

    def _prepare(self) -> None:
        self.setAccessibleName(tr("Why the figures differ"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setAlternatingRowColors(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().hide()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(10)
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        )
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _fill(self) -> None:
        look = self.look
        self.setFont(look.font("small"))
        self.verticalHeader().setFont(look.font("small", bold=True))
        self.verticalHeader().setStyleSheet(
            f"QHeaderView::section {{ background: {look.color('panel').name()};"
            f" color: {look.color('text').name()}; border: 0; padding: 0px 3px; }}"
        )
        self.setRowCount(len(self._rows))
        self.setColumnCount(len(self.answers))
        self.setVerticalHeaderLabels(self._names)
        self.setHorizontalHeaderLabels([words.short(answer) for answer in self.answers])
        for column, answer in enumerate(self.answers):
            for row, name in enumerate(self._rows):
                text = self._told(column, name) if name else self._head(answer, row)
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                item.setFont(look.font("small", bold=row == 0))
                self.setItem(row, column, item)

    def _told(self, column: int, name: str) -> str:
        """What an answer says in a row; long text that another answer said first is not repeated."""
        text = words.cell(self.answers[column], name)
        first = next(one for one in self.answers if words.cell(one, name) == text)
        if len(text) <= LONG or first is self.answers[column]:
            return text
        return tr("The same as for {0}").format(words.figure(first))

    def _head(self, answer: Answer, row: int) -> str:
        if row:
            return words.capital(answer.speaker)
        return " ".join(part for part in (words.figure(answer), words.unit(answer)) if part)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's spelling
        """As tall as all rows with their words broken at that width."""
        if width not in self._heights:
            self._heights[width] = sum(self._row_heights(self._column(width))) + self._bar(width)
        return self._heights[width] + 2

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """A few columns wide."""
        width = letters(self.look, 60)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """The names of the rows and one column."""
        return QSize(self._side() + letters(self.look, NARROWEST), self.fontMetrics().height())

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's spelling
        """Share the width among the answers, and give each row the height of its words."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        column = self._column(self.width())
        policy = Qt.ScrollBarPolicy
        scrolls = self._bar(self.width()) > 0
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if scrolls else policy.ScrollBarAlwaysOff
        )
        self.verticalHeader().setFixedWidth(self._side())
        for number in range(self.columnCount()):
            self.setColumnWidth(number, column)
        for number, height in enumerate(self._row_heights(column)):
            self.setRowHeight(number, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the cells, then a ring while the table has the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            port = viewport_of(self)
            painter = QPainter(port)
            try:
                painter.setPen(self.look.pen("focus", RING))
                painter.drawRect(port.rect().adjusted(1, 1, -2, -2))
            finally:  # a painter that outlives an error takes the program with it
                painter.end()

    def _side(self) -> int:
        metrics = QFontMetrics(self.look.font("small", bold=True))
        return max(map(metrics.horizontalAdvance, self._names)) + self.look.space("l")

    def _column(self, width: int) -> int:
        room = (width - self._side()) // max(self.columnCount(), 1)
        return max(room, letters(self.look, NARROWEST))

    def _bar(self, width: int) -> int:
        needed = self._side() + self._column(width) * self.columnCount()
        return self.horizontalScrollBar().sizeHint().height() if needed > width else 0

    def _row_heights(self, column: int) -> list[int]:
        room = column - self.look.space("m") - 4
        return [
            max(
                QFontMetrics(item.font())
                .boundingRect(0, 0, room, 100_000, _WRAP, item.text())
                .height()
                for number in range(self.columnCount())
                if (item := self.item(row, number)) is not None
            )
            + self.look.space("m")
            for row in range(self.rowCount())
        ]
