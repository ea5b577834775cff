"""A whole table of the content on screen: every row, sortable, its sources one action away."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QWidget

from explorer.charts.tables import SOURCES, Listing
from explorer.charts.view import words
from explorer.content.dates import When, say
from explorer.content.library import Library
from explorer.content.model import Part
from explorer.ui.paint import Look
from explorer.ui.twin import SORT, TableTwin
from explorer.ui.words import QT_TRANSLATE_NOOP

Index = QModelIndex | QPersistentModelIndex
COLUMNS: Final = {
    "series": QT_TRANSLATE_NOOP("Charts", "Series"),
    "fiscal_year": QT_TRANSLATE_NOOP("Charts", "Fiscal year"),
    "date": QT_TRANSLATE_NOOP("Charts", "Date"),
    "period": QT_TRANSLATE_NOOP("Charts", "Period"),
    "value": QT_TRANSLATE_NOOP("Charts", "Value"),
    "unit": QT_TRANSLATE_NOOP("Charts", "Unit"),
    "qualifier": QT_TRANSLATE_NOOP("Charts", "As given"),
    "source": QT_TRANSLATE_NOOP("Charts", "Source"),
    "sources": QT_TRANSLATE_NOOP("Charts", "Sources"),
    "confidence": QT_TRANSLATE_NOOP("Charts", "Confidence"),
    "note": QT_TRANSLATE_NOOP("Charts", "Note"),
    "fips": QT_TRANSLATE_NOOP("Charts", "FIPS code"),
    "state": QT_TRANSLATE_NOOP("Charts", "State"),
    "jurisdiction": QT_TRANSLATE_NOOP("Charts", "Jurisdiction"),
    "activated_on": QT_TRANSLATE_NOOP("Charts", "Activated"),
    "in_map_2017": QT_TRANSLATE_NOOP("Charts", "On the county map"),
    "active_no_later_than": QT_TRANSLATE_NOOP("Charts", "Active no later than"),
    "why": QT_TRANSLATE_NOOP("Charts", "Why"),
    "agency": QT_TRANSLATE_NOOP("Charts", "Agency"),
    "level": QT_TRANSLATE_NOOP("Charts", "Level"),
    "county": QT_TRANSLATE_NOOP("Charts", "County"),
    "model": QT_TRANSLATE_NOOP("Charts", "Model"),
    "signed_on": QT_TRANSLATE_NOOP("Charts", "Signed"),
    "later_signings": QT_TRANSLATE_NOOP("Charts", "Signed again"),
    "ended_on": QT_TRANSLATE_NOOP("Charts", "Ended"),
    "last_evidence_on": QT_TRANSLATE_NOOP("Charts", "Last evidence"),
    "status": QT_TRANSLATE_NOOP("Charts", "Status"),
    "kind": QT_TRANSLATE_NOOP("Charts", "Kind"),
    "adopted_on": QT_TRANSLATE_NOOP("Charts", "Adopted"),
    "in_force_from": QT_TRANSLATE_NOOP("Charts", "In force from"),
    "counts_from": QT_TRANSLATE_NOOP("Charts", "Counts from"),
    "scope": QT_TRANSLATE_NOOP("Charts", "Places that it binds"),
    "modelled_by": QT_TRANSLATE_NOOP("Charts", "Rules in this program"),
    "instrument": QT_TRANSLATE_NOOP("Charts", "Instrument"),
    "limits": QT_TRANSLATE_NOOP("Charts", "What it limits"),
    "caveat": QT_TRANSLATE_NOOP("Charts", "Take care"),
    "coverage": QT_TRANSLATE_NOOP("Charts", "Coverage"),
}
_NAMED: Final = {"scope": "place", "modelled_by": "policy"}  # columns of ids, and their kind
_WIDEST: Final = 34  # average letters
_MEASURED: Final = 60  # rows from which a column takes its width


def head(column: str) -> str:
    """The name of a column on screen."""
    return words.tr(COLUMNS.get(column, column))


def cell(library: Library, row: Part, column: str) -> str:
    """What a row says in a column."""
    value = getattr(row, column)
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return words.tr("yes") if value else words.tr("no")
    if isinstance(value, When):
        return say(value)
    if column == "value":
        return words.amount(value, getattr(row, "unit", ""))
    if column == "qualifier":
        return words.tr(words.QUALIFIERS[value]).partition(":")[0]
    if isinstance(value, tuple):
        return "; ".join(_named(library, column, one) for one in value)
    return _named(library, column, value)


def _named(library: Library, column: str, value: object) -> str:
    """One value; an id by the name that it stands for."""
    if isinstance(value, When):
        return say(value)
    kind = "source" if column in SOURCES else _NAMED.get(column, "")
    if column == "series":
        kind = "series"
    ref = f"{kind}:{value}"
    return library.name(ref) if kind and library.has(ref) else str(value)


class Rows(QAbstractTableModel):
    """The rows of a table, in the order of its file."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self.listing: Listing | None = None

    def show_listing(self, listing: Listing) -> None:
        """Take the rows of another table."""
        self.beginResetModel()
        self.listing = listing
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """One row a row of the file."""
        return 0 if parent.isValid() or self.listing is None else len(self.listing.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """The columns with anything in them."""
        return 0 if parent.isValid() or self.listing is None else len(self.listing.columns)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns."""
        shown = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return head(self.listing.columns[section]) if shown and self.listing else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell, its whole as tooltip, and what it is sorted by."""
        if self.listing is None or not index.isValid():
            return None
        row, column = self.listing.rows[index.row()], self.listing.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell(self._library, row, column)
        if role == SORT:
            return self._key(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == "value":
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _key(self, row: Part, column: str) -> Any:
        """Numbers by size, dates by time, texts by letter; what is missing first."""
        value = getattr(row, column)
        if column in ("value", "fiscal_year"):
            return float("-inf") if value is None else float(value)
        if isinstance(value, When):
            return value.first.isoformat()
        return cell(self._library, row, column).casefold()


class Records(TableTwin):
    """A whole table; a row chooses itself."""

    chosen = Signal(str)  # the number of a row in its file, from 1

    def __init__(self, library: Library, parent: QWidget) -> None:
        self.listed = Rows(library)
        super().__init__(self.listed, parent)
        self._quiet = False
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def show_listing(self, listing: Listing, look: Look) -> None:
        """Show a table, first as it stands in its file."""
        self._quiet = True
        self.restyle(look)
        self.listed.show_listing(listing)
        self.as_given()
        self.fit_columns(len(listing.columns), _WIDEST)
        self.setAccessibleName(listing.title)
        self._quiet = False

    def show_key(self, key: str) -> None:
        """Go to the row of that number in the file, the first for anything else."""
        self._quiet = True
        self.show_row(self.number(key))
        self._quiet = False

    def number(self, key: str) -> int:
        """The place of a row in the file, from 0."""
        known = key.isdecimal() and 1 <= int(key) <= self.listed.rowCount()
        return int(key) - 1 if known else 0

    def _tell(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            self.chosen.emit(str(self.row_of(current) + 1))
