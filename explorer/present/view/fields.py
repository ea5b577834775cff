"""The fields of the tour editor: they grow with their text, and undo belongs to the whole tour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

UNDO: Final = QKeySequence.StandardKey.Undo
REDO: Final = QKeySequence("Ctrl+Shift+Z")
REDO_TOO: Final = QKeySequence("Ctrl+Y")
MOST_LINES: Final = 12


class Keys(QObject):
    """Takes the keys of undo and redo from the fields, whose own undo knows one field only."""

    undone = Signal()
    redone = Signal()

    def watch(self, *fields: QWidget) -> None:
        """Take the keys from these fields too."""
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's spelling
        """The keys are ours before the field, or a shortcut of the window, sees them."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() not in kinds or not isinstance(event, QKeyEvent):
            return False
        signal = self._meant(event)
        if signal is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            (self.undone if signal == "undo" else self.redone).emit()
        return True

    def _meant(self, event: QKeyEvent) -> str | None:
        pressed = QKeySequence(event.keyCombination())
        if pressed in (REDO, REDO_TOO):
            return "redo"
        return "undo" if event.matches(UNDO) else None


class Line(QLineEdit):
    """One line of text."""

    written = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("role", "search")
        self.textEdited.connect(self.written)

    def show_text(self, text: str) -> None:
        """Show a text without telling that it was written; the cursor stays where it can."""
        if text != self.text():
            at = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(at, len(text)))


class Text(QPlainTextEdit):
    """Several lines of text; Tab leads on, and the field is as high as its text."""

    written = Signal(str)

    def __init__(self, name: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setAccessibleName(name)
        self.setProperty("role", "field")
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def show_text(self, text: str) -> None:
        """Show a text without telling that it was written; the cursor stays where it can."""
        if text != self.toPlainText():
            cursor = self.textCursor()
            at = cursor.position()
            with QSignalBlocker(self):
                self.setPlainText(text)
            cursor = self.textCursor()
            cursor.setPosition(min(at, self.document().characterCount() - 1))
            self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """As high as the text, between a few lines and many."""
        lines = max(self._lines, min(MOST_LINES, round(self.document().size().height())))
        edges = 2 * self.frameWidth() + 2 * self.document().documentMargin()
        margins = self.contentsMargins()
        edges += margins.top() + margins.bottom()
        height = QFontMetricsF(self.font()).lineSpacing() * lines + edges + 4
        return QSize(super().sizeHint().width(), round(height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """Never lower than it is meant to be."""
        return QSize(
            QFontMetricsF(self.font()).averageCharWidth().__ceil__() * 10, self.sizeHint().height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Another width has other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's spelling
        """Another font has other heights."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def _grow(self, *_: object) -> None:
        self.updateGeometry()

    def _tell(self) -> None:
        self.written.emit(self.toPlainText())


class Answer(QStackedWidget):
    """What the answer is: one of the choices, or a text where the question is an open one."""

    written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = Text(self.tr("Answer"), 2)
        self.choice = Choice(self.tr("Right choice"))
        self.addWidget(self.text)
        self.addWidget(self.choice)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.text.written.connect(self.written)
        self.choice.activated.connect(self._chosen)

    def show_answer(self, answer: str, choices: Sequence[str]) -> None:
        """Show an answer, and what there is to choose from."""
        self.setCurrentWidget(self.choice if choices else self.text)
        self.text.show_text(answer)
        self.text.setEnabled(not choices)
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self.choice.addItem(self.tr("Choose the right one"), None)
            for choice in choices:
                self.choice.addItem(choice, choice)
            self.choice.setCurrentIndex(max(0, self.choice.findData(answer)))
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """As high as what it shows."""
        return self.shown().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """As high as what it shows."""
        return self.shown().minimumSizeHint()

    def shown(self) -> QWidget:
        """The control in which the answer is given."""
        return self.choice if self.currentIndex() else self.text

    def _chosen(self, _: int) -> None:
        answer = self.choice.currentData()
        if answer is not None:
            self.written.emit(answer)


class Choice(QComboBox):
    """A box that ends a long choice with an ellipsis, and has all of it as tooltip."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw what fits."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        edit = QStyle.SubControl.SC_ComboBoxEditField
        kind = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(kind, option, edit, self).width() - 4
        whole = self.currentText() if self.currentIndex() >= 0 else self.placeholderText()
        shown = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        self.setToolTip("" if shown == whole else whole)
        option.currentText = shown
        if self.currentIndex() < 0:
            option.palette.setBrush(QPalette.ColorRole.ButtonText, self.palette().placeholderText())
        painter = QStylePainter(self)
        painter.drawComplexControl(kind, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


def labeled(column: QVBoxLayout, words: str, field: QWidget, help: str = "") -> QLabel:
    """Put a field below its label; a hint stands under it and is read with it."""
    label = QLabel(words)
    label.setBuddy(field)
    label.setWordWrap(True)
    column.addWidget(label)
    column.addWidget(field)
    if help:
        hint = QLabel(help)
        hint.setWordWrap(True)
        hint.setProperty("hint", True)
        field.setAccessibleDescription(help)
        column.addWidget(hint)
    field.setProperty("labels", [label])
    return label


def bold(label: QLabel) -> QLabel:
    """The label in bold letters."""
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


ALIGNED: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
