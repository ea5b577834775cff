"""Sheets of paper that hold the parts of the page, and what turns from one part to another."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.casewalk.view.choice import Choice
from explorer.ui.paint import Look, panel
from explorer.ui.widgets import ReadingText


class Sheet(QFrame):
    """A rounded sheet of paper."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.column = QVBoxLayout(self)

    def restyle(self, look: Look, edge: int) -> None:
        """Take another look."""
        self.look = look
        self.column.setContentsMargins(edge, edge, edge, edge)
        self.column.setSpacing(look.space("s"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the paper."""
        painter = QPainter(self)
        panel(painter, QRectF(self.rect()), self.look)
        painter.end()


class Reading(ReadingText):
    """Text with links that takes what room is left, and some lines at least."""

    def __init__(self, name: str, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.setAccessibleName(name)

    def restyle(self, look: Look, lines: int) -> None:
        """Take another look, and room for some lines."""
        self.look = look
        self.setFont(look.font("small"))
        self.document().setDefaultStyleSheet("p { margin-top: 0; margin-bottom: 6px; }")
        self.setMinimumHeight(lines_high(look, lines))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """No more than it must have."""
        return QSize(120, self.minimumHeight())


def lines_high(look: Look, lines: int) -> int:
    """The height of some lines of running text."""
    return round(look.font("body").pixelSize() * 1.5 * lines)


def field_height(look: Look) -> int:
    """The least height of a control with a line of text."""
    return round(look.font("body").pixelSize() * 1.5 + look.space(2))


def scrolled(inside: QWidget, parent: QWidget) -> QScrollArea:
    """A part that scrolls where there is not enough room."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    for widget in (area, inside, area.viewport()):
        widget.setAutoFillBackground(False)
    return area


def text_label(parent: QWidget) -> QLabel:
    """A label of running text that takes as many lines as it needs."""
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label


def ink(label: QWidget, look: Look, role: str, font: QFont) -> None:
    """Give a label its letters and their color."""
    label.setFont(font)
    palette = label.palette()
    palette.setColor(palette.ColorRole.WindowText, look.color(role))
    label.setPalette(palette)


class Turns(QWidget):
    """Which of some parts is shown: buttons in a row, or a list where they do not fit."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self.list = Choice(self)
        self.list.setAccessibleName(name)
        self.list.picked.connect(self.chosen)
        self._row.addWidget(self.list, 1)
        self._row.addStretch(0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def offer(self, parts: dict[str, str]) -> None:
        """Have a button and an entry for each part."""
        if tuple(parts) != self._names:
            self._names = tuple(parts)
            for button in self._buttons.values():
                self._group.removeButton(button)
                self._row.removeWidget(button)
                button.deleteLater()
            self._buttons = {name: self._button(name, text) for name, text in parts.items()}
            self.list.offer(parts)
        self.setVisible(len(parts) > 1)
        self._fit()

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setCheckable(True)
        button.setProperty("role", "tab")
        button.setFont(self.font())
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(button)
        self._row.insertWidget(self._row.count() - 2, button)
        return button

    def names(self) -> tuple[str, ...]:
        """The parts that take turns."""
        return self._names

    def show_turn(self, name: str) -> None:
        """Mark the part that is shown."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)
            self.list.show_value(name)

    def restyle(self, look: Look) -> None:
        """Take the letters of a look."""
        self.setFont(look.font("body"))
        for widget in (*self._buttons.values(), self.list):
            widget.setFont(look.font("body"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Buttons or list, as the width allows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        need = sum(button.sizeHint().width() + 2 for button in self._buttons.values())
        fits = need <= self.width()
        for button in self._buttons.values():
            button.setVisible(fits)
        self.list.setVisible(not fits)
