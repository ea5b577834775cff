"""The controls with which a fact is chosen: a list of words, or a number that may be unknown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

MOST = 9999


class Choice(QComboBox):
    """A list of words; one that does not fit is shortened, with the whole as tooltip."""

    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda number: self.picked.emit(str(self.itemData(number))))

    def offer(self, words: Mapping[str, str]) -> None:
        """Have an entry for each value, with its words."""
        blocked = self.blockSignals(True)
        self.clear()
        for value, text in words.items():
            self.addItem(text, value)
        self.blockSignals(blocked)

    def show_value(self, value: str) -> None:
        """Show one of the values."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self.findData(value))
        self.blockSignals(blocked)
        self.setToolTip(self.currentText())

    def value(self) -> str:
        """The value that is shown."""
        return str(self.currentData())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw as much of the words as fits."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        style, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(style, option, part, self).width() - 8
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room
        )
        painter.drawComplexControl(style, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's spelling
        """Turning the wheel over it scrolls the page, unless it has the keyboard."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Number(QSpinBox):
    """A number, or one of a few words that stand below zero."""

    picked = Signal(str)

    def __init__(self, words: Mapping[str, str], first: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = list(words.items())  # value and words; the first stands at -1
        self._first = first  # where counting starts when it leaves the words
        self.setRange(-len(self._words), MOST)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(lambda number: self.picked.emit(self.fact(number)))

    def fact(self, number: int) -> str:
        """The value of a fact that a number of the box stands for."""
        return self._words[-number - 1][0] if number < 0 else str(number)

    def show_value(self, value: str) -> None:
        """Show the value of a fact."""
        known = [word for word, _ in self._words]
        blocked = self.blockSignals(True)
        self.setValue(-known.index(value) - 1 if value in known else int(value or 0))
        self.blockSignals(blocked)

    def value_of(self) -> str:
        """The value that is shown."""
        return self.fact(self.value())

    def stepBy(self, steps: int) -> None:  # noqa: N802 - Qt's spelling
        """From the words the first step up leads to where counting makes sense, and back."""
        if steps > 0 and self.value() == -1:
            self.setValue(self._first)
        elif steps < 0 and self.value() == self._first:
            self.setValue(-1)
        else:
            super().stepBy(steps)

    def textFromValue(self, number: int) -> str:  # noqa: N802 - Qt's spelling
        """The words below zero, else the number."""
        return self._words[-number - 1][1] if number < 0 else str(number)

    def valueFromText(self, text: str) -> int:  # noqa: N802 - Qt's spelling
        """The number, or what the words stand for."""
        known = [words.casefold() for _, words in self._words]
        wanted = text.strip().casefold()
        if wanted in known:
            return -known.index(wanted) - 1
        return int(wanted) if wanted.isdecimal() else self.value()

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Numbers and the words, also while they are typed."""
        known = [words.casefold() for _, words in self._words]
        wanted = text.strip().casefold()
        if wanted in known or (wanted.isdecimal() and int(wanted) <= MOST):
            return QValidator.State.Acceptable, text, at
        if not wanted or any(words.startswith(wanted) for words in known):
            return QValidator.State.Intermediate, text, at
        return QValidator.State.Invalid, text, at

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's spelling
        """Turning the wheel over it scrolls the page, unless it has the keyboard."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
