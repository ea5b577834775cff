"""The sources of a step or answer: those that were chosen, and a picker that searches all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.content.library import Library, short_title

ID: Final = Qt.ItemDataRole.UserRole
MOST: Final = 30  # sources that are offered at once
MOST_ROWS: Final = 4


class SourcesField(QWidget):
    """A list of sources; typing finds others, and those behind the view are one choice away."""

    chosen = Signal(tuple)  # ids

    def __init__(self, library: Library, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._ids: tuple[str, ...] = ()
        self._offered: tuple[str, ...] = ()
        self._known: dict[str, str] = {}  # what is written -> id
        self.list = ChosenList()
        self.list.setAccessibleName(name)
        self.list.setAccessibleDescription(self.tr("Delete takes a source out."))
        self.list.removed.connect(self._remove)
        self.seek = QLineEdit()
        self.seek.setProperty("role", "search")
        self.seek.setPlaceholderText(self.tr("Find a source"))
        self.seek.setAccessibleName(self.tr("{0}: find a source").format(name))
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(10)
        self.seek.setCompleter(self._completer)
        self.seek.textEdited.connect(self._seek)
        self.seek.returnPressed.connect(self._take_first)
        self._completer.activated.connect(self._take)
        self.behind, self.out = QPushButton(), QPushButton(self.tr("Remove"))
        self.behind.setText(self.tr("Of this view"))
        self.behind.setAccessibleName(self.tr("{0}: those behind this view").format(name))
        self._menu = QMenu(self.behind)
        self._menu.setToolTipsVisible(True)
        self.behind.setMenu(self._menu)
        self.out.setAccessibleName(self.tr("{0}: remove the chosen one").format(name))
        self.out.clicked.connect(self._remove)
        self.list.currentRowChanged.connect(lambda row: self.out.setEnabled(row >= 0))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.behind)
        row.addWidget(self.out)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addWidget(self.seek)
        column.addLayout(row)

    def show_sources(self, ids: tuple[str, ...], offered: Iterable[str] = ()) -> None:
        """Show the chosen sources, and offer those behind the view."""
        row = self.list.currentRow()
        self._offered = tuple(offered)
        if ids != self._ids or self.list.count() != len(ids):
            self._ids = ids
            self.list.clear()
            for id in ids:
                item = QListWidgetItem(self.words(id), self.list)
                item.setData(ID, id)
                item.setToolTip(self.words(id))
            self.list.setCurrentRow(min(row, len(ids) - 1))
        self.list.setVisible(bool(ids))
        self.list.updateGeometry()
        self.out.setVisible(bool(ids))
        self.out.setEnabled(self.list.currentRow() >= 0)
        self._fill_menu()

    def words(self, id: str) -> str:
        """A source as it is listed: who, when, and what."""
        source = self._library.sources.get(id)
        if source is None:
            return self.tr("Not known: {0}").format(id)
        return f"{short_title(source)}: {source.title_short or source.title}"

    def _fill_menu(self) -> None:
        self._menu.clear()
        for id in self._offered:
            action = self._menu.addAction(self.words(id).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(id in self._ids)
            action.triggered.connect(lambda on, id=id: self._add(id) if on else self._drop(id))
        self.behind.setVisible(bool(self._offered))

    def _seek(self, text: str) -> None:
        """Offer the sources that hold all words; those behind the view come first."""
        words = text.casefold().split()
        order = dict.fromkeys((*self._offered, *self._library.sources))
        found = (id for id in order if id not in self._ids and id in self._library.sources)
        texts = ((id, self.words(id)) for id in found)
        self._known = {}
        for id, line in texts:
            if all(word in f"{line} {id}".casefold() for word in words):
                self._known.setdefault(line, id)
                if len(self._known) == MOST:
                    break
        self._model.setStringList(list(self._known))
        if words and self._known:
            self._completer.complete()

    def _take_first(self) -> None:
        if self.seek.text().strip():
            self._seek(self.seek.text())
            self._take(next(iter(self._known), ""))

    def _take(self, line: str) -> None:
        id = self._known.get(line)
        if id is not None:
            self.seek.clear()
            self._add(id)

    def _add(self, id: str) -> None:
        if id not in self._ids:
            self.chosen.emit((*self._ids, id))

    def _drop(self, id: str) -> None:
        self.chosen.emit(tuple(one for one in self._ids if one != id))

    def _remove(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._drop(item.data(ID))
            (self.list if self.list.count() else self.seek).setFocus()


class ChosenList(QListWidget):
    """A list as high as its few lines, from which Delete takes one out."""

    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "field")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """As high as its lines, up to a few."""
        rows = max(1, min(MOST_ROWS, self.count()))
        line = self.sizeHintForRow(0) if self.count() else self.fontMetrics().height()
        margins = self.contentsMargins()
        edges = 2 * self.frameWidth() + margins.top() + margins.bottom()
        return QSize(super().sizeHint().width(), rows * line + edges + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """As high as its lines."""
        return QSize(40, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Delete takes a line out."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)
