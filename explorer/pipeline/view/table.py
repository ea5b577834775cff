"""The table twin: every arrow of the path and how it stands."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from explorer.content.library import Library
from explorer.content.model import Edge
from explorer.pipeline.dated import until
from explorer.pipeline.moment import Moment, Standing
from explorer.pipeline.view import numbers, told, words
from explorer.pipeline.view.state import State
from explorer.ui.paint import Look
from explorer.ui.twin import SORT, TableTwin

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Arrows(QAbstractTableModel):
    """One row for each arrow: from, to, what happens, how it stands, how it stood, on what."""

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self.library = library
        self.state: State | None = None
        self.other: Moment | None = None
        self.edges: list[Edge] = sorted(
            library.edges.values(), key=lambda edge: (library.nodes[edge.from_].layer, edge.id)
        )

    def show_state(self, state: State, other: Moment | None) -> None:
        """Hold the same arrows at another moment, and beside it on the side that is compared."""
        if (state.cuts is None) != (self.state is None or self.state.cuts is None):
            self.beginResetModel()
            self.state, self.other = state, other
            self.endResetModel()
            return
        self.state, self.other = state, other
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        last = self.index(len(self.edges) - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        """How many arrows there are."""
        return 0 if parent.isValid() else len(self.edges)

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        """How many things are said of an arrow."""
        if parent.isValid():
            return 0
        return 6 if self.state is None or self.state.cuts is None else 7

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What a column says."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (
                self.tr("From"),
                self.tr("To"),
                self.tr("What happens"),
                self.tr("On this date") if self.other is None else self._side(self.state),
                self.tr("In the period before") if self.other is None else told.side(self.other),
                self.tr("Depends on"),
                self.tr("Published count"),
            )[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one arrow."""
        if self.state is None or not index.isValid():
            return None
        edge = self.edges[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return words.edge_sentence(edge, self.state.moment, self.library)
        if role == SORT and index.column() == 0:
            return index.row()  # the order of the path
        if role not in (Qt.ItemDataRole.DisplayRole, SORT):
            return None
        standing = self.state.moment.edges[edge.id]
        before = words.stands(standing.before, standing.there_before) if standing.before else ""
        before = before or self.tr("not researched")
        if self.other is not None:
            before = words.standing(self.other.edges[edge.id])
            before = before if standing.changed else self.tr("the same")
            return self._row(edge, standing, before)[index.column()]
        before = before if standing.changed or not standing.before else self.tr("the same")
        return self._row(edge, standing, before)[index.column()]

    def _row(self, edge: Edge, standing: Standing, before: str) -> tuple[str, ...]:
        assert self.state is not None
        note = until(standing.note or edge.condition, self.state.moment.latest)
        called, cuts = self.state.moment.called, self.state.cuts
        here = [one for one in self.state.moment.bearings if edge.id in one.edges]
        return (
            called(self.library.nodes[edge.from_].label),
            called(self.library.nodes[edge.to].label),
            called(edge.label),
            words.standing(standing),
            before,
            " ".join([called(note), *(told.bearing(one) for one in here)]).strip(),
            *([numbers.figures(edge.id, cuts, self.library)] if cuts is not None else ()),
        )

    def _side(self, state: State | None) -> str:
        return told.side(state.moment) if state else ""


class Twin(TableTwin):
    """The arrows as a table that keeps every word whole, for reading and for screen readers."""

    chosen = Signal(str)

    def __init__(self, library: Library, look: Look, parent: QWidget) -> None:
        arrows = Arrows(library, parent)
        super().__init__(arrows, parent)
        self.arrows = arrows
        self.as_given()
        self.setAccessibleName(self.tr("Arrows of the pipeline"))
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setStretchLastSection(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollMode(TableTwin.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.activated.connect(self._choose)
        self.clicked.connect(self._choose)
        self.restyle(look)

    def restyle(self, look: Look) -> None:
        """Take the text size of a look."""
        super().restyle(look)
        self._least: list[int] = []
        self._share()

    def show_state(self, state: State, other: Moment | None = None) -> None:
        """Show another moment, and beside it another side."""
        self.arrows.show_state(state, other)
        self._least = []
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the room between the columns."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Give every column the same room, and at least what its head and longest word need."""
        model = self.arrows
        if model.state is None:
            return
        self._least = self._least or [self._needed(n) for n in range(model.columnCount())]
        spare = max(0, self.viewport().width() - sum(self._least))
        fair = self.viewport().width() // len(self._least)
        wanting = [max(0, fair - least) for least in self._least]
        for column, (least, want) in enumerate(zip(self._least, wanting, strict=True)):
            more = spare * want // sum(wanting) if any(wanting) else 0
            self.setColumnWidth(column, least + more)

    def _needed(self, column: int) -> int:
        """What the head of a column and the longest word in it need."""
        head, cells = self.horizontalHeader().fontMetrics(), self.fontMetrics()
        title = str(self.arrows.headerData(column, Qt.Orientation.Horizontal))
        texts = (
            str(self.arrows.index(row, column).data()) for row in range(self.arrows.rowCount())
        )
        longest = max(
            (cells.horizontalAdvance(word) for text in texts for word in text.split()), default=0
        )
        edge = 2 * cells.averageCharWidth() + 6
        return max(head.horizontalAdvance(title) + edge, longest + edge)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(f"edge:{self.arrows.edges[self.row_of(index)].id}")
