"""Everything on the timeline as a list for keys and screen readers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from explorer.timeline.items import Contents
from explorer.timeline.tracks import Entry
from explorer.timeline.view import words

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Items(QAbstractListModel):
    """Events, programs and terms by date, in words for screen readers."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.contents: Contents | None = None
        self.entries: list[Entry] = []
        self.rows: dict[str, int] = {}

    def show(self, contents: Contents, found: list[Entry]) -> None:
        """Hold other items."""
        self.beginResetModel()
        self.contents, self.entries = contents, found
        self.rows = {entry.ref: row for row, entry in enumerate(found)}
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        """How many items there are."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of an item."""
        if not index.isValid() or self.contents is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.name(self.entries[index.row()])
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.place(self.entries[index.row()])
        return None

    def name(self, entry: Entry) -> str:
        """Date and title."""
        assert self.contents is not None
        if entry.kind == "event":
            return words.event_name(self.contents.marks[entry.place])
        if entry.kind == "program":
            return words.bar_name(self.contents.bars[entry.place])
        return words.term_name(self.contents.terms[entry.place])

    def place(self, entry: Entry) -> str:
        """The lane."""
        assert self.contents is not None
        if entry.kind == "event":
            return words.lane_words(self.contents.marks[entry.place].lane)
        return words.lane_words("federal program") if entry.kind == "program" else ""
