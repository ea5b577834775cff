"""The field in the top bar: results as you type, and the commands behind ">"."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from explorer.content.library import Library
from explorer.content.model import Event
from explorer.reader.lens import Lens, LinkError, refuse_unknown
from explorer.search.view.row import Row, kind_word
from explorer.ui.commands import Command, match
from explorer.ui.messages import announce, wrong_link
from explorer.ui.session import Session

if TYPE_CHECKING:
    from explorer.search.index import Hit, Index
    from explorer.search.view.results import Results
    from explorer.ui.paint import Look

LIMIT: Final = 40
LINK: Final = re.compile(r"\w*\?[\w.]+=.*")  # as "Copy link" makes it
ON_CHARTS: Final = frozenset({"series", "table", "chart"})  # kinds that the charts page shows


class SearchBox(QLineEdit):
    """The field in the top bar, with a list of results below it while it is in use.

    Focus stays in the field; the arrow keys move through the list. The index is built when it
    is first needed, or by :meth:`prepare_beside` in an idle moment.
    """

    chose = Signal()  # a row that leads somewhere
    refused = Signal(str)  # what is wrong with a link
    left = Signal()  # the reader is done here, and where he was is gone
    arrived = Signal()  # somewhere else: the keyboard belongs to what is shown there

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
        self.restyle(look)
        self.textEdited.connect(self._find)

    @cached_property
    def below(self) -> Results:
        """The list of results under the field, made when something is first looked for."""
        from explorer.search.view.results import Results  # the start does without

        below = Results(self._look)
        below.clicked.connect(self._choose)
        return below

    def is_open(self) -> bool:
        """Whether the list is in sight."""
        return "below" in vars(self) and not self.below.isHidden()

    def close_list(self) -> None:
        """Take the list away."""
        if self.is_open():
            self.below.hide()

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
        self._library.limits()
        self._library.agreements()
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
        if "below" in vars(self):
            self.below.restyle(look)
        self.update()

    def results(self) -> Sequence[Row]:
        """The rows that are shown now."""
        return self.below.rows.rows if self.is_open() else ()

    def _gap(self, pixels: int) -> int:
        return round(pixels * self._look.scale)

    # ---------------------------------------------------------------- finding

    def _find(self, text: str) -> None:
        words = text.strip()
        if not words:
            self.close_list()
            return
        rows = self._found_commands(words[1:]) if words[0] == ">" else self._found_records(words)
        self.below.rows.fill(rows or self._found_nothing(words))
        self._show_list()
        self._move_to(0 if rows else self.below.rows.rowCount() - 1, speak=False)
        announce(self, self._count_words(len(rows)))

    def _found_commands(self, words: str) -> list[Row]:
        typed = words.strip().casefold()
        found = sorted(
            match(words, self._commands()), key=lambda one: one.plain().casefold() != typed
        )
        return [Row(c.plain(), c.spoken_keys(), command=c) for c in found]

    def _found_records(self, words: str) -> list[Row]:
        if LINK.fullmatch(words):
            return [self._found_link(words)]
        return [
            Row(hit.title, kind_word(hit.kind), hit.snippet, hit.ref) for hit in self._hits(words)
        ]

    def _hits(self, words: str) -> Sequence[Hit]:
        self.prepare()
        return self._index.find(words, LIMIT) if self._index is not None else ()

    def _found_link(self, words: str) -> Row:
        """A row that opens a copied link, or that says what is wrong with it."""
        try:
            lens = Lens.read(words)
            refuse_unknown(lens, self._library)
        except LinkError as error:
            return Row(wrong_link(error), is_wrong=True)
        return Row(self.tr("Open this link"), self.tr("Link"), lens.link(), lens=lens)

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
        self.below.setParent(window)
        below = self.mapTo(window, QPoint(0, self.height() + self._gap(4)))
        width = min(max(self.width(), self._gap(520)), window.width() - 2 * self._gap(12))
        left = min(below.x(), window.width() - width - self._gap(12))
        room = min(window.height() - below.y() - self._gap(12), window.height() * 2 // 3)
        self.below.setGeometry(left, below.y(), width, self.below.whole_rows(room, width))
        self.below.show()
        self.below.raise_()

    def _move_to(self, row: int, speak: bool = True) -> None:
        index = self.below.move_to(row)
        if speak:
            announce(self, index.data(Qt.ItemDataRole.AccessibleTextRole))

    def _choose(self, index: QModelIndex) -> None:
        row = self.below.rows.rows[index.row()]
        if row.is_wrong:
            self.close_list()
            self.refused.emit(row.title)
        if not row.can_be_chosen:
            return
        if row.words:
            self.open(row.words)
            return
        self.chose.emit()
        self.close_list()
        self.clear()
        self._leave()
        if row.command is not None:
            self._do(row.command)
            return
        if row.lens is not None:
            self._session.go(row.lens)
        else:
            self._session.look(**self._where(row.ref))
        self.arrived.emit()

    def _do(self, command: Command) -> None:
        """Run a command where the reader was; one that leads to a page leads into its picture."""
        page = self._session.lens.page
        self._run(command)
        if self._session.lens.page != page or command.id == f"page-{page}":
            self.arrived.emit()

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
        before, self._came_from = self._came_from, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:  # such as a list over the page that closed when it lost the focus
            self.clearFocus()
            self.left.emit()

    # ---------------------------------------------------------------- keys and painting

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Arrows move through the results, Enter chooses, Escape closes, then leaves."""
        key, page = event.key(), 8
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
        }
        shown = self.is_open()
        if shown and key in steps:
            self._move_to(self.below.currentIndex().row() + steps[Qt.Key(key)])
        elif shown and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.below.currentIndex())
        elif key == Qt.Key.Key_Down:
            self._find(self.text())
        elif key == Qt.Key.Key_Escape:
            self._escape(shown)
        else:
            super().keyPressEvent(event)

    def _escape(self, shown: bool) -> None:
        self.close_list()
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
            self.close_list()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's spelling
        """Show the results again when the reader comes back to the words."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.MouseFocusReason and self.text():
            self._find(self.text())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's spelling
        """Keep the list where the field is when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.is_open():
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
