"""A list of things that a view paints, each with a heading and a sentence for screen readers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

Index = QModelIndex | QPersistentModelIndex
Thing = TypeVar("Thing")
ROOT: Final = QModelIndex()
SENTENCE: Final = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class Spoken(QAbstractListModel, Generic[Thing]):
    """One row a thing: a word or two on screen, a sentence for ears and as tooltip."""

    def __init__(
        self, heading: Callable[[Thing], str], sentence: Callable[[Thing], str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._heading, self._sentence = heading, sentence
        self.things: tuple[Thing, ...] = ()

    def show_things(self, things: Sequence[Thing]) -> None:
        """Hold other things; where they are as many, each row stays the row that it was."""
        if len(things) == len(self.things):
            self.things = tuple(things)
            self.dataChanged.emit(self.index(0), self.index(len(things) - 1))
            return
        self.beginResetModel()
        self.things = tuple(things)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt's spelling
        """One row a thing."""
        return 0 if parent.isValid() else len(self.things)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a thing."""
        if not index.isValid():
            return None
        one = self.things[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(one)
        return self._sentence(one) if role in SENTENCE else None
