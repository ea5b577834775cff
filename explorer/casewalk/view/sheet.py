"""Sheets of paper that hold the parts of the page, and what turns from one part to another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from explorer.casewalk.view.choice import Choice
from explorer.ui import statistics
from explorer.ui.ground import Sheet as Sheet
from explorer.ui.paint import Look
from explorer.ui.widgets import ReadingText

GAP: Final = 2  # pixels between buttons
MOST_ROWS: Final = 2


class Button(QPushButton):
    """A button whose words are shortened where they do not fit, with the whole as tooltip."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """A few letters are enough."""
        return QSize(self.fontMetrics().averageCharWidth() * 8, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw as much of the words as fits."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        option.text = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()


class Reading(ReadingText):
    """Text with links that takes what room is left, and some lines at least."""

    def __init__(self, name: str, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._html = ""
        self.setAccessibleName(name)

    def show_html(self, html: str) -> None:
        """Show a text; the same text stays where it was scrolled to."""
        if html != self._html:
            self._html = html
            self.setHtml(html)
            statistics.dot(self.document())

    def restyle(self, look: Look, lines: int) -> None:
        """Take another look, and room for some lines."""
        self.look, self._html = look, ""
        self.setFont(look.font("small"))
        self.document().setDefaultStyleSheet("p { margin-top: 0; margin-bottom: 6px; }")
        self.setMinimumHeight(lines_high(look, lines))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """No more than it must have."""
        return QSize(120, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """Some lines."""
        return self.sizeHint()


def lines_high(look: Look, lines: float) -> int:
    """The height of some lines of running text."""
    return round(look.font("body").pixelSize() * 1.5 * lines)


def field_height(look: Look) -> int:
    """The least height of a control with a line of text."""
    return round(look.font("body").pixelSize() * 1.5 + look.space(2))


class Scrolled(QScrollArea):
    """A part that asks for no more room than it must have, and scrolls."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """The least."""
        return QSize(super().sizeHint().width(), max(self.minimumHeight(), 1))


def scrolled(inside: QWidget, parent: QWidget) -> QScrollArea:
    """A part that scrolls where there is not enough room."""
    area = Scrolled(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    for widget in (area, inside, area.viewport()):
        widget.setAutoFillBackground(False)
    return area


def bring_to_sight(widget: QWidget | None, page: QWidget) -> None:
    """Scroll what has the keyboard to the middle, where a part of it is out of sight."""
    part = widget
    while part is not None and part is not page:
        parent = part.parentWidget()
        area = parent.parentWidget() if parent is not None else None
        if isinstance(area, QScrollArea) and widget is not None and area.widget() is part:
            top = widget.mapTo(part, QPoint()).y()
            bar, room = area.verticalScrollBar(), area.viewport().height()
            if not bar.value() <= top <= bar.value() + room - min(room, widget.height()):
                bar.setValue(top - max(0, room - widget.height()) // 2)
        part = parent


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
    """Which of some parts is shown: buttons in one row or two, or a list where they do not fit."""

    chosen = Signal(str)

    def __init__(self, name: str, parts: dict[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = parts
        self._names: tuple[str, ...] = ()
        self._group = QButtonGroup(self)
        self._buttons = {part: self._button(part, text) for part, text in parts.items()}
        self.list = Choice(self)
        self.list.setAccessibleName(name)
        self.list.picked.connect(self.chosen)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setCheckable(True)
        button.setProperty("role", "tab")
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(button)
        return button

    def offer(self, names: Sequence[str]) -> None:
        """Let some of the parts take turns; with fewer than two there is nothing to choose."""
        if tuple(names) != self._names:
            self._names = tuple(names)
            self.list.offer({name: self._parts[name] for name in names})
        self.setVisible(len(names) > 1)
        self._fit()

    def names(self) -> tuple[str, ...]:
        """The parts that take turns."""
        return self._names

    def show_turn(self, name: str) -> None:
        """Mark the part that is shown."""
        if name in self._names:
            self._buttons[name].setChecked(True)
            self.list.show_value(name)

    def restyle(self, look: Look) -> None:
        """Take the letters of a look."""
        for widget in (*self._buttons.values(), self.list):
            widget.setFont(look.font("body"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Buttons or list, as the width allows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Set the buttons in rows; where two rows are not enough, show the list."""
        sizes = {name: self._buttons[name].sizeHint() for name in self._names}
        high = max((size.height() for size in sizes.values()), default=0) + GAP
        rows = _broken([size.width() + GAP for size in sizes.values()], self.width())
        fits = len(rows) <= MOST_ROWS
        names = iter(self._names)
        for number, count in enumerate(rows):
            left = 0
            for name in islice(names, count):
                self._buttons[name].setGeometry(QRect(QPoint(left, number * high), sizes[name]))
                left += sizes[name].width() + GAP
        for name, button in self._buttons.items():
            button.setVisible(fits and name in self._names)
        self.list.setVisible(not fits)
        self.list.setGeometry(0, 0, self.width(), self.list.sizeHint().height())
        self.setFixedHeight(high * len(rows) if fits else self.list.sizeHint().height())


def _broken(widths: Sequence[int], room: int) -> list[int]:
    """How many things of some widths stand in each row."""
    rows, used = [0], 0
    for width in widths:
        if used + width > room and rows[-1]:
            rows.append(0)
            used = 0
        rows[-1] += 1
        used += width
    return rows
