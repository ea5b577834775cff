"""The sheets, rows and popups that the page is put together from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.ui.paint import Look, panel


class Sheet(QFrame):
    """A rounded sheet of paper that holds one part of the page."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.column = QVBoxLayout(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the paper."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            panel(painter, QRectF(self.rect()), self.look)
        finally:  # a painter that outlives an error takes the program with it
            painter.end()


class Stack(QStackedWidget):
    """Plot or table: asks for no more than the least that it must have, and takes what is left."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """The least size."""
        return QSize(320, self.minimumHeight())


class Row(QWidget):
    """Widgets side by side, in as many lines as they need."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.gap = 8
        self._parts: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, part: QWidget) -> None:
        """Put a widget at the end."""
        self._parts.append(part)
        self.lay_out()

    def lay_out(self) -> None:
        """Place the parts anew, after one of them changed its size."""
        self.updateGeometry()
        self._place(self.width(), move=True)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's spelling
        """Narrow rows take more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The height of all lines."""
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All in one line."""
        sizes = [part.sizeHint() for part in self._parts if not part.isHidden()]
        width = sum(size.width() + self.gap for size in sizes)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """One part a line."""
        sizes = [part.sizeHint() for part in self._parts if not part.isHidden()]
        widest = max((size.width() for size in sizes), default=0)
        return QSize(widest, max((size.height() for size in sizes), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Place the parts for another width."""
        super().resizeEvent(event)
        self._place(self.width(), move=True)

    def _place(self, width: int, move: bool) -> int:
        x, y, line = 0, 0, 0
        for part in self._parts:
            size = part.sizeHint()
            if part.isHidden():
                continue
            if x and x + size.width() > width:
                x, y, line = 0, y + line + self.gap, 0
            if move:
                part.setGeometry(QRect(QPoint(x, y), size))
            x, line = x + size.width() + self.gap, max(line, size.height())
        return y + line


def scrolled(inside: QWidget, parent: QWidget) -> QScrollArea:
    """A part of the page that scrolls when text is large and the window small."""
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
    """A text in as many lines as it needs, which can be selected."""
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label


def ink(label: QLabel, look: Look, role: str) -> None:
    """Give a label's text the color of a role."""
    palette = label.palette()
    palette.setColor(palette.ColorRole.WindowText, look.color(role))
    label.setPalette(palette)


# ---------------------------------------------------------------------------------- choices


@dataclass(frozen=True)
class Choice:
    """One thing to choose, or why it cannot be chosen."""

    value: str
    text: str
    refused: str = ""  # the reason, in a sentence
    among: Sequence[tuple[str, str]] = field(default=())  # further choice: value and words


class ChoiceList(QFrame):
    """A list of choices that opens under a button; refused ones stay in sight with the reason."""

    def __init__(self, title: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._look = look
        self.buttons: list[QRadioButton] = []
        self.boxes: dict[str, QComboBox] = {}
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        head = text_label(self._inside)
        head.setText(title)
        head.setFont(look.font("small", bold=True))
        self._column.addWidget(head)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        self._area = scrolled(self._inside, self)
        whole.addWidget(self._area)

    def show_choices(
        self, choices: Sequence[Choice], chosen: str, choose: Callable[[str], None]
    ) -> None:
        """Set the list; *choose* gets the value that the reader chooses."""
        self._choose = choose
        for choice in choices:
            button = QRadioButton(choice.text, self._inside)
            button.setFont(self._look.font("body"))
            value, _, detail = chosen.partition(":")
            button.setChecked(choice.value in (chosen, value if choice.among else chosen))
            button.setEnabled(not choice.refused)
            button.setAccessibleDescription(choice.refused)
            button.clicked.connect(lambda _=False, c=choice: self._take(c))
            self._column.addWidget(self._line(button, choice, detail))
            self.buttons.append(button)
            if choice.refused:
                self._column.addWidget(self._reason(choice.refused))
        self._column.addStretch(1)

    def _line(self, button: QRadioButton, choice: Choice, detail: str) -> QWidget:
        if not choice.among:
            return button
        line = QWidget(self._inside)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        box = QComboBox(line)
        box.setAccessibleName(choice.text)
        box.setFont(self._look.font("body"))
        for value, text in choice.among:
            box.addItem(text, value)
        box.setCurrentIndex(max(box.findData(detail), 0))
        box.activated.connect(lambda _: self._take(choice))
        self.boxes[choice.value] = box
        row.addWidget(button)
        row.addWidget(box, 1)
        return line

    def _reason(self, text: str) -> QLabel:
        label = text_label(self._inside)
        label.setText(text)
        label.setFont(self._look.font("small"))
        label.setIndent(round(24 * self._look.scale))
        ink(label, self._look, "text-quiet")
        return label

    def _take(self, choice: Choice) -> None:
        box = self.boxes.get(choice.value)
        value = choice.value
        if box is not None:
            value = f"{value}:{box.currentData()}"
        self.close()
        self._choose(value)

    def open_at(self, button: QWidget) -> None:
        """Open above or under a button, inside its window."""
        window = button.window()
        frame = QRect(window.mapToGlobal(QPoint()), window.size())
        width = min(round(440 * self._look.scale), frame.width() - 16)
        self._inside.setFixedWidth(width - 20)
        wanted = self._column.totalHeightForWidth(width - 20)
        height = min(max(wanted, self._inside.sizeHint().height()) + 6, frame.height() - 16)
        self.resize(width, height)
        at = button.mapToGlobal(QPoint(0, -height - 4))
        x = min(max(at.x(), frame.left() + 8), frame.right() - width - 8)
        y = at.y() if at.y() >= frame.top() + 8 else frame.top() + 8
        self.move(x, y)
        self.show()
        begin = next((b for b in self.buttons if b.isChecked()), None)
        (begin or self.buttons[0]).setFocus(Qt.FocusReason.PopupFocusReason)
