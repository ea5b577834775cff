"""Results as you type, and the commands behind ">"."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from explorer.content.library import Library
from explorer.content.model import Event
from explorer.reader.lens import Lens, LinkError, refuse_unknown
from explorer.ui.commands import Command, match
from explorer.ui.messages import announce
from explorer.ui.session import Session
from explorer.ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from explorer.search.index import Hit, Index
    from explorer.ui.paint import Look

Anywhere = QModelIndex | QPersistentModelIndex

LIMIT: Final = 40
ON_CHARTS: Final = frozenset({"series", "table", "chart"})  # kinds that the charts page shows
KIND_WORDS: Final = {
    "event": QT_TRANSLATE_NOOP("Search", "Event"),
    "program": QT_TRANSLATE_NOOP("Search", "Program"),
    "administration": QT_TRANSLATE_NOOP("Search", "Administration"),
    "conflict": QT_TRANSLATE_NOOP("Search", "Sources disagree"),
    "quote": QT_TRANSLATE_NOOP("Search", "Quotation"),
    "viewpoint": QT_TRANSLATE_NOOP("Search", "Viewpoint"),
    "question": QT_TRANSLATE_NOOP("Search", "Question"),
    "term": QT_TRANSLATE_NOOP("Search", "Term"),
    "word": QT_TRANSLATE_NOOP("Search", "Word"),
    "claim": QT_TRANSLATE_NOOP("Search", "Published figure"),
    "chart": QT_TRANSLATE_NOOP("Search", "Chart"),
    "node": QT_TRANSLATE_NOOP("Search", "Pipeline step"),
    "edge": QT_TRANSLATE_NOOP("Search", "Pipeline arrow"),
    "era": QT_TRANSLATE_NOOP("Search", "Pipeline period"),
    "form": QT_TRANSLATE_NOOP("Search", "Detainer form"),
    "box": QT_TRANSLATE_NOOP("Search", "Pipeline stage"),
    "group": QT_TRANSLATE_NOOP("Search", "Pipeline group"),
    "funnel": QT_TRANSLATE_NOOP("Search", "Counts by stage"),
    "attribute": QT_TRANSLATE_NOOP("Search", "Fact that rules ask for"),
    "outcome": QT_TRANSLATE_NOOP("Search", "Outcome"),
    "policy": QT_TRANSLATE_NOOP("Search", "Policy"),
    "rule": QT_TRANSLATE_NOOP("Search", "Rule"),
    "profile": QT_TRANSLATE_NOOP("Search", "Profile"),
    "walk": QT_TRANSLATE_NOOP("Search", "Case walk"),
    "place": QT_TRANSLATE_NOOP("Search", "Place"),
    "source": QT_TRANSLATE_NOOP("Search", "Source"),
    "series": QT_TRANSLATE_NOOP("Search", "Series"),
    "table": QT_TRANSLATE_NOOP("Search", "Table"),
}


def kind_word(kind: str) -> str:
    """What a kind of record is called on screen."""
    return QCoreApplication.translate("Search", KIND_WORDS.get(kind, kind))


class Row(NamedTuple):
    """One line of the results: a record, a command, or a sentence that cannot be chosen."""

    title: str
    aside: str = ""  # the kind of a record, the keys of a command
    snippet: str = ""
    ref: str = ""
    command: Command | None = None
    words: str = ""  # other words to look for
    lens: Lens | None = None

    @property
    def can_be_chosen(self) -> bool:
        """Whether Enter does something on it."""
        return bool(self.ref or self.words or self.command or self.lens)


class Rows(QAbstractListModel):
    """The results as Qt and a screen reader see them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def fill(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Anywhere = QModelIndex()) -> int:  # noqa: N802, B008
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Anywhere, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row's title, what a screen reader says of it, and the row itself."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.title, row.aside) if part)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return row.snippet
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (row.title, row.snippet) if part)
        return row if role == Qt.ItemDataRole.UserRole else None

    def flags(self, index: Anywhere) -> Qt.ItemFlag:
        """A sentence such as “nothing found” cannot be selected."""
        if self.rows[index.row()].can_be_chosen:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemNeverHasChildren


class RowPainter(QStyledItemDelegate):
    """Paints a row as title and kind on one line, and a line of context below."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = look

    def _gap(self, pixels: int) -> int:
        return round(pixels * self.look.scale)

    def sizeHint(self, option: QStyleOptionViewItem, index: Anywhere) -> QSize:  # noqa: N802
        """Room for one line, or two where there is context."""
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        height = QFontMetrics(self.look.font("body")).height() + 2 * self._gap(4)
        if row.snippet:
            height += QFontMetrics(self.look.font("small")).height()
        return QSize(0, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Anywhere) -> None:
        """Draw one row; every text that does not fit ends in an ellipsis."""
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        inner: QRect = option.rect
        painter.save()
        if chosen:
            painter.fillRect(inner, self.look.color("accent-soft"))
        gap = self._gap(12)
        inner = inner.adjusted(gap, self._gap(4), -gap, -self._gap(4))
        line = self._write_aside(painter, inner, row)
        self._write(painter, line, row.title, "body", "text" if row.can_be_chosen else "text-quiet")
        if row.snippet:
            below = inner.adjusted(0, QFontMetrics(self.look.font("body")).height(), 0, 0)
            self._write(painter, below, row.snippet, "small", "text-quiet")
        painter.restore()

    def _write_aside(self, painter: QPainter, inner: QRect, row: Row) -> QRect:
        """Write the kind at the right; what is left of the first line is returned."""
        metrics = QFontMetrics(self.look.font("body"))
        line = QRect(inner.topLeft(), QSize(inner.width(), metrics.height()))
        wanted = QFontMetrics(self.look.font("small")).horizontalAdvance(row.aside) + 4
        if not row.aside or wanted > line.width() / 2:
            return line
        aside = line.adjusted(line.width() - wanted, 0, 0, 0)
        self._write(painter, aside, row.aside, "small", "text-quiet")
        return line.adjusted(0, 0, -wanted - self._gap(12), 0)

    def _write(self, painter: QPainter, rect: QRect, text: str, font: str, color: str) -> None:
        painter.setFont(self.look.font(font))
        painter.setPen(self.look.color(color))
        metrics = QFontMetrics(self.look.font(font))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        line = QRect(rect.topLeft(), QSize(rect.width(), max(metrics.height(), 0)))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class SearchBox(QLineEdit):
    """The field in the top bar, with a list of results below it while it is in use.

    Focus stays in the field; the arrow keys move through the list. The index is built when it
    is first needed, or by :meth:`prepare_beside` in an idle moment.
    """

    def __init__(
        self,
        library: Library,
        session: Session,
        look: Look,
        commands: Callable[[], Sequence[Command]],
        run: Callable[[Command], object],
    ) -> None:
        super().__init__()
        self._library, self._session, self._look = library, session, look
        self._commands, self._run = commands, run
        self._index: Index | None = None
        self._came_from: QWidget | None = None
        self.setObjectName("search-box")
        self.setFrame(False)
        self.setPlaceholderText(self.tr("Search"))
        self.setAccessibleName(self.tr("Search"))
        self.setAccessibleDescription(
            self.tr("Finds events, programs, terms, figures, sources and more. “>” lists commands.")
        )
        self.setToolTip(self.tr("Search everything (Ctrl+K); type > for commands"))
        self.model = Rows(self)
        self.list = QListView()
        self._set_up_list()
        self.textEdited.connect(self._find)

    def prepare(self) -> None:
        """Build the index now if it is not there yet."""
        if self._index is None:
            from explorer.search.index import Index

            self._index = Index.build(self._library)

    def prepare_beside(self) -> threading.Thread:
        """Build the index in a thread while the window goes on; a key pressed sooner builds it.

        The records are decoded here first, so that the thread only reads what is there.
        """
        from explorer.search.index import FIELDS

        for kind in FIELDS:
            self._library.records(kind)
        self._library.counties  # noqa: B018 - decoded by being looked at
        thread = threading.Thread(target=self.prepare, name="search index", daemon=True)
        thread.start()
        return thread

    def open(self, words: str = "") -> None:
        """Put the cursor into the field, with *words* in it or else its old words selected."""
        focus = self.window().focusWidget()
        self._came_from = focus if focus is not self else self._came_from
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if words:
            self.setText(words)
        else:
            self.selectAll()
        self._find(self.text())

    def restyle(self, look: Look) -> None:
        """Take the colors and sizes of another look."""
        self._look = look
        own = self.palette()
        own.setColor(QPalette.ColorRole.Base, look.color("control"))
        self.setPalette(own)
        across, down = look.space(3), look.space(2)
        self.setTextMargins(across, down, across, down)
        edge = self.list.palette()
        edge.setColor(QPalette.ColorRole.WindowText, look.color("control-border"))
        self.list.setPalette(edge)
        self.list.setItemDelegate(RowPainter(look, self.list))
        self.update()

    def results(self) -> Sequence[Row]:
        """The rows that are shown now."""
        return self.model.rows if not self.list.isHidden() else ()

    def _gap(self, pixels: int) -> int:
        return round(pixels * self._look.scale)

    def _set_up_list(self) -> None:
        self.list.setObjectName("search-results")
        self.list.setAccessibleName(self.tr("Search results"))
        self.list.setModel(self.model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameStyle(QFrame.Shape.Box.value | QFrame.Shadow.Plain.value)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._choose)
        self.list.hide()
        self.restyle(self._look)

    # ---------------------------------------------------------------- finding

    def _find(self, text: str) -> None:
        words = text.strip()
        if not words:
            self.list.hide()
            return
        rows = self._found_commands(words[1:]) if words[0] == ">" else self._found_records(words)
        self.model.fill(rows or self._found_nothing(words))
        self._show_list()
        self._move_to(0 if rows else self.model.rowCount() - 1, speak=False)
        announce(self, self._count_words(len(rows)))

    def _found_commands(self, words: str) -> list[Row]:
        found = match(words, self._commands())
        return [Row(c.plain(), c.spoken_keys(), command=c) for c in found]

    def _found_records(self, words: str) -> list[Row]:
        found = [
            Row(hit.title, kind_word(hit.kind), hit.snippet, hit.ref) for hit in self._hits(words)
        ]
        return [*self._found_link(words), *found]

    def _hits(self, words: str) -> Sequence[Hit]:
        self.prepare()
        return self._index.find(words, LIMIT) if self._index is not None else ()

    def _found_link(self, words: str) -> list[Row]:
        """A row that opens a copied link, where the words are one."""
        if "?" not in words:
            return []
        try:
            lens = Lens.read(words)
            refuse_unknown(lens, self._library)
        except LinkError:
            return []
        return [Row(self.tr("Open this link"), self.tr("Link"), lens.link(), lens=lens)]

    def _found_nothing(self, words: str) -> list[Row]:
        rows = [Row(self.tr("Nothing found for “{0}”").format(words))]
        near = self._index.suggest(words) if self._index is not None else ""
        if near and words[0] != ">":
            rows.append(Row(self.tr("Did you mean “{0}”?").format(near), words=near))
        return rows

    def _count_words(self, count: int) -> str:
        if count == 1:
            return self.tr("1 result")
        return self.tr("{0} results").format(count)

    # ---------------------------------------------------------------- the list

    def _show_list(self) -> None:
        window = self.window()
        self.list.setParent(window)
        below = self.mapTo(window, QPoint(0, self.height() + self._gap(4)))
        width = min(max(self.width(), self._gap(520)), window.width() - 2 * self._gap(12))
        left = min(below.x(), window.width() - width - self._gap(12))
        room = min(window.height() - below.y() - self._gap(12), window.height() * 2 // 3)
        self.list.setGeometry(left, below.y(), width, self._whole_rows(room))
        self.list.show()
        self.list.raise_()

    def _whole_rows(self, room: int) -> int:
        """The height of as many whole rows as there is room for, at least one."""
        height = 2 * self.list.frameWidth()
        for row in range(self.model.rowCount()):
            next_height = height + self.list.sizeHintForRow(row)
            if row and next_height > room:
                break
            height = next_height
        return height

    def _move_to(self, row: int, speak: bool = True) -> None:
        last = self.model.rowCount() - 1
        index = self.model.index(max(0, min(row, last)), 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        if speak:
            announce(self, self.model.data(index, Qt.ItemDataRole.AccessibleTextRole))

    def _choose(self, index: QModelIndex) -> None:
        row = self.model.rows[index.row()]
        if not row.can_be_chosen:
            return
        if row.words:
            self.open(row.words)
            return
        self.list.hide()
        self._leave()
        if row.lens is not None:
            self._session.go(row.lens)
        elif row.command is not None:
            self.clear()
            self._run(row.command)
        else:
            self._session.look(**self._where(row.ref))

    def _where(self, ref: str) -> dict[str, Any]:
        """What of the lens changes to show *ref*: events bring their date along."""
        kind = ref.partition(":")[0]
        page = self._session.lens.page
        changes: dict[str, Any] = {"item": ref, "page": page}
        if kind in ON_CHARTS:
            changes["page"] = "charts"
        elif page == "charts":
            changes["page"] = "explore"
        found = self._library.find(ref)
        if isinstance(found, Event):
            changes["moment"] = found.date.first
        return changes

    def _leave(self) -> None:
        """Give the focus back to where the reader was."""
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.clearFocus()

    # ---------------------------------------------------------------- keys and painting

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Arrows move through the results, Enter chooses, Escape closes, then leaves."""
        key, row, page = event.key(), self.list.currentIndex().row(), 8
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
        }
        shown = not self.list.isHidden()
        if shown and key in steps:
            self._move_to(row + steps[Qt.Key(key)])
        elif shown and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
        elif key == Qt.Key.Key_Down:
            self._find(self.text())
        elif key == Qt.Key.Key_Escape:
            self._escape(shown)
        else:
            super().keyPressEvent(event)

    def _escape(self, shown: bool) -> None:
        self.list.hide()
        if not shown:
            self.clear()
            self._leave()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's spelling
        """The list goes when the reader does."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            QTimer.singleShot(0, self, self._hide_if_left)

    def _hide_if_left(self) -> None:
        if not self.hasFocus():
            self.list.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's spelling
        """Show the results again when the reader comes back to the words."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.MouseFocusReason and self.text():
            self._find(self.text())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's spelling
        """Keep the list where the field is when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and not self.list.isHidden():
            self._show_list()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """The field with round corners, and its keys at the right while it is empty."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, inside, corners = QPainterPath(), QPainterPath(), self._look.space(2)
        whole.addRect(QRectF(self.rect()))
        inside.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corners, corners)
        painter.fillPath(whole - inside, self._look.brush("panel"))
        edge = ("focus", 2.0) if self.hasFocus() else ("control-border", 1.0)
        painter.strokePath(inside, self._look.pen(*edge))
        if not self.text():
            self._paint_keys(painter)
        painter.end()

    def _paint_keys(self, painter: QPainter) -> None:
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.color("text-quiet"))
        metrics = QFontMetrics(self._look.font("small"))
        used = self.fontMetrics().horizontalAdvance(self.placeholderText())
        keys = self.tr("Ctrl K")
        room = self.rect().adjusted(0, 0, -self._gap(12), 0)
        if used + metrics.horizontalAdvance(keys) + 4 * self._gap(12) < room.width():
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(room, right, keys)
