"""The list of charts, under it every series of every table, and the tables as a whole."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QModelIndex, QRect, QSize, QSortFilterProxyModel, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from explorer.charts import specs
from explorer.charts import tables as all_tables
from explorer.charts.view import words
from explorer.content.library import Library
from explorer.ui.paint import Look

PAUSE: Final = 200  # milliseconds that the arrow keys rest on a row before its chart comes
REF: Final = Qt.ItemDataRole.UserRole
WORDS: Final = Qt.ItemDataRole.UserRole + 1  # what the search looks through


class _Found(QSortFilterProxyModel):
    """Keeps the rows that hold every word, and the groups above them."""

    wanted: tuple[str, ...] = ()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:  # type: ignore[override] # noqa: N802
        """Whether a row holds every word that is searched for."""
        text = self.sourceModel().index(row, 0, parent).data(WORDS) or ""
        return all(word in text for word in self.wanted) and (bool(text) or not self.wanted)

    def look_for(self, text: str) -> None:
        """Keep what holds these words."""
        self.beginResetModel()
        self.wanted = tuple(text.casefold().split())
        self.endResetModel()


class _Row(QStyledItemDelegate):
    """Rows with air around them; a long name takes a second line."""

    look: Look | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override] # noqa: N802
        """The height of one or two lines and the space around them."""
        self.initStyleOption(option, index)
        tree = cast(QTreeView, self.parent())
        depth, level = 1, index.parent()
        while level.isValid():
            depth, level = depth + 1, level.parent()
        room = max(tree.viewport().width() - depth * tree.indentation() - 6, 40)
        wrap = int(Qt.TextFlag.TextWordWrap)
        text = QFontMetrics(option.font).boundingRect(QRect(0, 0, room, 9999), wrap, option.text)
        return QSize(10, text.height() + (self.look.space("s") if self.look else 8))


class Chooser(QFrame):
    """Curated charts first, then all tables with their series, and a box that searches them."""

    chosen = Signal(str)
    rested = Signal(str)  # the arrow keys have stopped on it

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self._library = library
        self.box = QLineEdit(self)
        self.box.setClearButtonEnabled(True)
        self.box.setPlaceholderText(words.tr("Find a series"))
        self.box.setAccessibleName(words.tr("Find a chart or series"))
        self._model = QStandardItemModel(self)
        self._found = _Found(self)
        self._found.setSourceModel(self._model)
        self._found.setRecursiveFilteringEnabled(True)
        self.tree = QTreeView(self)
        self.tree.setModel(self._found)
        self.tree.setHeaderHidden(True)
        self.tree.setFrameShape(QTreeView.Shape.NoFrame)
        self.tree.setAccessibleName(words.tr("Charts and series"))
        self.tree.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.tree.setUniformRowHeights(False)
        self.tree.setWordWrap(True)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._row = _Row(self.tree)
        self.tree.setItemDelegate(self._row)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.box)
        self._column.addWidget(self.tree)
        self._fill()
        self.box.textChanged.connect(self._search)
        self.box.returnPressed.connect(self._open_first)
        self.tree.clicked.connect(self._tell)
        self.tree.activated.connect(self._tell)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._rest)
        self.tree.selectionModel().currentChanged.connect(self._moved)
        self.setFocusProxy(self.box)

    def restyle(self, look: Look) -> None:
        """Take fonts, colors and distances of a look."""
        space = look.space("m")
        self._column.setContentsMargins(space, space, space, space)
        self._column.setSpacing(look.space("s"))
        self.box.setFont(look.font("body"))
        self.tree.setFont(look.font("body"))
        self.tree.setIndentation(look.space("m"))
        self._row.look = look
        heads = look.font("small", bold=True)
        for item in self._heads:
            item.setFont(heads)
            item.setForeground(look.brush("text-quiet"))

    def show_ref(self, ref: str) -> None:
        """Mark the chart or series in view, and open its table."""
        item = self._items.get(ref)
        if item is None:
            self.tree.clearSelection()
            return
        index = self._found.mapFromSource(item.index())
        if index.isValid() and index != self.tree.currentIndex():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)
        self._pause.stop()  # it is in view already

    def refs(self) -> tuple[str, ...]:
        """Everything that can be chosen here."""
        return tuple(self._items)

    def shown(self) -> tuple[str, ...]:
        """What the search has left, in order."""
        return tuple(_below(self._found, QModelIndex()))

    def _fill(self) -> None:
        self._items: dict[str, QStandardItem] = {}
        self._heads: list[QStandardItem] = []
        charts = self._head(words.tr("Charts"), self._model.invisibleRootItem())
        for chart in specs.curated(self._library):
            self._add(charts, chart.short_title or chart.title, f"chart:{chart.id}", chart.title)
        series = self._head(words.tr("All series"), self._model.invisibleRootItem())
        tables = [table for table in self._library.tables.values() if table.series]
        for table in sorted(tables, key=lambda table: table.title):
            head = self._group(table.title, series)
            for name in table.series:
                record = self._library.series[name]
                more = f"{table.title} {record.counts} {record.edition}"
                self._add(head, record.title, f"series:{name}", more)
        whole = self._head(words.tr("All tables"), self._model.invisibleRootItem())
        for ref in all_tables.refs(self._library):
            whole_table = self._library.tables[ref.partition(":")[2]]
            self._add(whole, whole_table.title, ref, whole_table.description)
        for item in self._heads:
            self.tree.expand(self._found.mapFromSource(item.index()))

    def _head(self, text: str, parent: QStandardItem) -> QStandardItem:
        item = self._group(text, parent)
        self._heads.append(item)
        return item

    def _group(self, text: str, parent: QStandardItem) -> QStandardItem:
        item = QStandardItem(text)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setToolTip(text)
        parent.appendRow(item)
        return item

    def _add(self, parent: QStandardItem, text: str, ref: str, more: str) -> None:
        item = QStandardItem(text)
        item.setData(ref, REF)
        item.setData(f"{text} {more}".casefold(), WORDS)
        item.setToolTip(text)
        parent.appendRow(item)
        self._items[ref] = item

    def _search(self, text: str) -> None:
        self._found.look_for(text)
        if text.strip():
            self.tree.expandAll()
        else:
            for item in self._heads:
                self.tree.expand(self._found.mapFromSource(item.index()))

    def _moved(self, index: QModelIndex) -> None:
        """A row is passed with the arrow keys: it is told of when they rest on it."""
        self._pause.stop()
        if index.data(REF) and self.window().focusWidget() is self.tree:
            self._pause.start()

    def _rest(self) -> None:
        ref = self.tree.currentIndex().data(REF)
        if ref:
            self.rested.emit(ref)

    def _tell(self, index: QModelIndex) -> None:
        self._pause.stop()
        ref = index.data(REF)
        if ref:
            self.chosen.emit(ref)
        else:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Names take another number of lines."""
        super().resizeEvent(event)
        self.tree.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Down goes from the box to the list."""
        if event.key() == Qt.Key.Key_Down and self.focusWidget() is self.box:
            self.tree.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _open_first(self) -> None:
        if self.box.text().strip() and self.shown():
            self.chosen.emit(self.shown()[0])


def _below(model: QSortFilterProxyModel, parent: QModelIndex) -> list[str]:
    found = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        if index.data(REF):
            found.append(str(index.data(REF)))
        found += _below(model, index)
    return found
