"""The boxes of a plan as a list, in words for screen readers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from explorer.content.library import Library
from explorer.pipeline.layout import Plan
from explorer.pipeline.view import words
from explorer.pipeline.view.state import State

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Steps(QAbstractListModel):
    """The boxes of a plan in the order of the path, in words for screen readers."""

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self.library = library
        self.plan: Plan | None = None
        self.state: State | None = None
        self.names: list[str] = []

    def show_plan(self, plan: Plan, state: State) -> None:
        """Hold the boxes of another plan."""
        self.beginResetModel()
        self.plan, self.state, self.names = plan, state, list(plan.spots)
        self.endResetModel()

    def show_state(self, state: State) -> None:
        """Hold the same boxes at another moment."""
        self.state = state
        if self.names:
            self.dataChanged.emit(self.index(0), self.index(len(self.names) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        """How many boxes there are."""
        return 0 if parent.isValid() else len(self.names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a box."""
        if not index.isValid() or self.plan is None or self.state is None:
            return None
        spot = self.plan.spots[self.names[index.row()]]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.state.moment.called(spot.short)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words.spot_sentence(spot, self.plan, self.state.moment)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return words.spot_tip(spot, self.state.moment, self.library)
        return None
