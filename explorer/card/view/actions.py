"""What a reader can do with a card: keep it, write about it, cite it, link to it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from explorer.ui.paint import Look

SAVE_AFTER = 600  # milliseconds after the last key


class Actions(QWidget):
    """A row of buttons, and under it the note while it is open."""

    kept = Signal(bool)
    noted = Signal(str)
    cited = Signal()
    linked = Signal()
    weighed = Signal()
    presented = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.keep = self._button(self.tr("Bookmark this"), checkable=True)
        self.note = self._button(self.tr("Write a note"), checkable=True)
        self.cite = self._button(self.tr("Cite this with its sources…"))
        self.link = self._button(self.tr("Copy a link to this view"))
        self.weigh = self._button(self.tr("Open in Evidence"))
        self.present = self._button(self.tr("Present"))
        self.present.setText(self.tr("Present"))
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(self.tr("Your note"))
        self.text.setPlaceholderText(self.tr("Your note. It stays on this computer."))
        self.text.setTabChangesFocus(True)
        self.text.hide()
        self._wait = QTimer(self, interval=SAVE_AFTER, singleShot=True)
        self._arrange()
        self._connect()
        self.restyle(look)

    def show_state(self, kept: bool, note: str) -> None:
        """Show what the reader kept and wrote, without saying so again."""
        for button, state in ((self.keep, kept), (self.note, bool(note))):
            button.blockSignals(True)
            button.setChecked(state)
            button.blockSignals(False)
        self.text.blockSignals(True)
        self.text.setPlainText(note)
        self.text.blockSignals(False)
        self.text.setVisible(bool(note))
        self._icons()

    def flush(self) -> None:
        """Store what was typed and is still waiting."""
        if self._wait.isActive():
            self._wait.stop()
            self.noted.emit(self.text.toPlainText())

    def restyle(self, look: Look) -> None:
        """Take another look."""
        self.look = look
        gap = look.space(2)
        self._box.setContentsMargins(gap, look.space(1), gap, gap)
        lines = self.text.fontMetrics().lineSpacing() * 4
        self.text.setFixedHeight(lines + 2 * look.space(2))
        self._icons()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        for button in (self.keep, self.note, self.cite, self.link, self.weigh, self.present):
            row.addWidget(button)
        row.addStretch(1)
        self._box = QVBoxLayout(self)
        self._box.addLayout(row)
        self._box.addWidget(self.text)

    def _connect(self) -> None:
        self.keep.toggled.connect(self._keep)
        self.note.toggled.connect(self._open_note)
        self.cite.clicked.connect(self.cited)
        self.link.clicked.connect(self.linked)
        self.weigh.clicked.connect(self.weighed)
        self.present.clicked.connect(self.presented)
        self.text.textChanged.connect(self._wait.start)
        self._wait.timeout.connect(lambda: self.noted.emit(self.text.toPlainText()))

    def _keep(self, kept: bool) -> None:
        self._icons()
        self.kept.emit(kept)

    def _open_note(self, is_open: bool) -> None:
        self.text.setVisible(is_open)
        if is_open:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.flush()

    def _icons(self) -> None:
        size = round(18 * self.look.scale)
        names = {self.note: "note", self.cite: "cite", self.link: "link", self.weigh: "evidence"}
        names[self.keep] = "bookmark-filled" if self.keep.isChecked() else "bookmark"
        for button, name in names.items():
            button.setIcon(self.look.icon(name, size=18))
            button.setIconSize(QSize(size, size))

    def _button(self, words: str, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setCheckable(checkable)
        button.setAccessibleName(words)
        button.setToolTip(words)
        return button
