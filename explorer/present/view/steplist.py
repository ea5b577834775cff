"""The steps of a tour in their order, which the mouse or the keyboard changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

UP: Final = QKeySequence("Alt+Up")
DOWN: Final = QKeySequence("Alt+Down")
ROWS: Final = 3  # that are in sight at least; more where there is room


class StepList(QListWidget):
    """Alt+Up and Alt+Down move the step in view, as dragging does; Delete takes it out."""

    moved = Signal(int, int)  # from where, to where
    removed = Signal()
    opened = Signal(int)  # a step is in view

    def __init__(self, name: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(about)
        self.setProperty("role", "field")
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.currentRowChanged.connect(self._tell)

    def show_steps(self, lines: Sequence[tuple[str, str]], at: int) -> None:
        """Show the steps, each as it stands here and as it is said in full, one of them in view."""
        with QSignalBlocker(self):
            while self.count() > len(lines):
                self.takeItem(self.count() - 1)
            while self.count() < len(lines):
                QListWidgetItem("", self)
            for row, (text, full) in enumerate(lines):
                item = self.item(row)
                if item.text() != text or item.toolTip() != full:
                    item.setText(text)
                    item.setToolTip(full)
            self.setCurrentRow(at if lines else -1)
        self.viewport().update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """Some steps high; the list grows where there is room."""
        line = max(self.sizeHintForRow(0), self.fontMetrics().height() + 4)
        return QSize(super().sizeHint().width(), line * ROWS + 2 * self.frameWidth() + 8)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """Some steps at least."""
        return QSize(40, self.sizeHint().height())

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's spelling
        """A step was dropped between two others; the draft is changed, and then the list."""
        start, target = self.currentRow(), self._target(event)
        event.setDropAction(Qt.DropAction.CopyAction)  # the list must not take it out itself
        event.accept()
        end = target - (target > start)
        if event.source() is self and start >= 0 and end != start:
            self.moved.emit(start, end)

    def _target(self, event: QDropEvent) -> int:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return self.count()
        below = event.position().y() > self.visualRect(index).center().y()
        return index.row() + below

    def event(self, event: QEvent) -> bool:
        """The keys that move a step are ours, whatever the page beside does with them."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self._step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Move the step in view, or take it out."""
        step, row = self._step(event), self.currentRow()
        if step:
            if 0 <= row + step < self.count():
                self.moved.emit(row, row + step)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, event: QKeyEvent) -> int:
        pressed = QKeySequence(
            Qt.KeyboardModifier(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
            | Qt.Key(event.key())
        )
        return -1 if pressed == UP else 1 if pressed == DOWN else 0

    def _tell(self, row: int) -> None:
        if row >= 0:
            self.opened.emit(row)
