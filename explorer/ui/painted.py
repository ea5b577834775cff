"""The base of every list that paints itself: selection, keys and screen readers come from Qt."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView

Index = QModelIndex | QPersistentModelIndex


class PaintedList(QListView):
    """All items are there at once, wherever they stand; nothing is laid out in rows."""

    def take_over(self) -> None:
        """Leave only what is painted; to be called when the view is ready for events."""
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """Paint again: not all that is painted moves."""
        self.viewport().update()

    def horizontalOffset(self) -> int:  # noqa: N802
        """How far the view is scrolled to the right."""
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:  # noqa: N802
        """How far the view is scrolled down."""
        return self.verticalScrollBar().value()

    def doItemsLayout(self) -> None:  # noqa: N802
        """All items have places of their own already."""

    def isIndexHidden(self, index: Index) -> bool:  # noqa: N802
        """No item is ever hidden."""
        return False

    def setSelection(  # noqa: N802
        self, rect: QRect, command: QItemSelectionModel.SelectionFlag
    ) -> None:
        """What is chosen comes from the session, not from dragging a frame."""

    def visualRegionForSelection(self, selection: Any) -> QRegion:  # noqa: N802
        """All of it is painted at once."""
        return QRegion(self.viewport().rect())

    def keyboardSearch(self, text: str) -> None:  # noqa: N802
        """Letters are commands here."""
