"""Every county as an item of a list, in words for screen readers and tooltips."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from explorer.content.dates import When, say
from explorer.content.library import Library
from explorer.places.layers import starts
from explorer.places.listing import Row, rows
from explorer.ui.painted import Index

_ROOT = QModelIndex()


class Places(QAbstractListModel):
    """The counties by state and name, as they stand on a day."""

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = rows(library)
        self._numbers = {row.fips: number for number, row in enumerate(self.rows)}
        self.day = date(2011, 8, 5)

    def show_day(self, day: date) -> None:
        """Speak of another day."""
        self.day = day

    def row_of(self, fips: str) -> int:
        """The number of a county; -1 for a code that the lists do not hold."""
        return self._numbers.get(fips, -1)

    def fips(self, number: int) -> str:
        """The code of a county."""
        return self.rows[number].fips

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's spelling
        """How many counties there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name of a county, and what is known of it."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.name(index.row())
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.sentence(index.row())
        return None

    def name(self, number: int) -> str:
        """A county with its state."""
        row = self.rows[number]
        return f"{row.name}, {row.in_state}"

    def sentence(self, number: int) -> str:
        """A county, when it was connected, and the documented limits there on the day."""
        row = self.rows[number]
        parts = [self.name(number), self._activated(row)]
        for limit in row.limits:
            since = starts(limit)
            if since is not None and since.first <= self.day:
                text = _tr("documented limit: {0}, {1}")
                parts.append(text.format(limit.jurisdiction, say(since)))
        return "; ".join(parts)

    def _activated(self, row: Row) -> str:
        found = row.on(self.day)
        if row.activated is None:
            latest = row.no_later_than or When("2013-01")
            return _tr("no date in the source, {0} at the latest").format(say(latest))
        text = {
            "connected": _tr("activated {0}"),
            "this month": _tr("activated in {0}, day not known"),
            "not yet": _tr("not yet; activated later, {0}"),
        }[found]
        return text.format(say(row.activated))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Places", text)
