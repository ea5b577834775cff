"""A question to the room: its choices with letters, and then the answer by word and letter."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QSizePolicy, QWidget

from explorer.content.model import Ask
from explorer.present.paper import LETTERS
from explorer.present.view.dress import ink
from explorer.ui.paint import Look

SMALLEST: Final = 27  # pixels at 1,080 high


class Choice(QFrame):
    """One choice with its letter; the right one says so once the answer is shown."""

    def __init__(self, letter: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.words, self.letter = text, letter
        self.mark, self.text = QLabel(letter, self), QLabel(text, self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(self.text, 1)
        self.is_answer = False
        self.look: Look | None = None
        self.gap = 0

    def show_answer(self, is_answer: bool) -> None:
        """Say that this is the answer, or do not."""
        self.is_answer = is_answer
        pattern = self.tr("{0} ✓ Answer")
        self.mark.setText(pattern.format(self.letter) if is_answer else self.letter)

    def restyle(self, look: Look, pixels: int, gap: int) -> None:
        """Take letters of a size."""
        self.look, self.gap = look, gap
        for label, bold in ((self.mark, True), (self.text, self.is_answer)):
            font = look.font("body", bold=bold)
            font.setPixelSize(pixels)
            ink(label, look, "on-accent" if self.is_answer else "text", font)
        ways = QBoxLayout.Direction
        self.row.setDirection(ways.TopToBottom if self.is_answer else ways.LeftToRight)
        self.row.setContentsMargins(gap, gap // 2, gap, gap // 2)
        self.row.setSpacing(gap // 4 if self.is_answer else gap)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the ground, filled for the answer."""
        if self.look is None:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self.look.pen("accent" if self.is_answer else "control-border", 2.0))
            painter.setBrush(self.look.brush("accent" if self.is_answer else "panel"))
            box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            painter.drawRoundedRect(box, self.gap, self.gap)
        finally:
            painter.end()


class QuestionBox(QFrame):
    """The question, its choices, and with the next key the answer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("stage-question")
        self.asked, self.answer = QLabel(self), QLabel(self)
        self.choices: list[Choice] = []
        for label in (self.asked, self.answer):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.asked)
        self.column.addLayout(self.row)
        self.column.addWidget(self.answer)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_ask(self, ask: Ask | None, part: int) -> None:
        """Nothing, the question with its choices, or the answer too."""
        self.setVisible(ask is not None and part > 0)
        if ask is None or not part:
            return
        self.asked.setText(ask.text)
        self._fill(ask.choices)
        answered = part > 1
        for choice in self.choices:
            choice.show_answer(answered and choice.words == ask.answer)
        if not answered:
            self.answer.setText("")
        elif ask.answer in ask.choices:
            self.answer.setText(ask.why)
        else:
            told = self.tr("Answer: {0}").format(ask.answer)
            self.answer.setText(f"{told}\n{ask.why}" if ask.why else told)
        self.answer.setVisible(bool(self.answer.text()))

    def _fill(self, texts: tuple[str, ...]) -> None:
        if texts == tuple(choice.words for choice in self.choices):
            return
        for choice in self.choices:
            self.row.removeWidget(choice)
            choice.hide()
            choice.deleteLater()
        self.choices = [
            Choice(letter, text, self) for letter, text in zip(LETTERS, texts, strict=False)
        ]
        for choice in self.choices:
            self.row.addWidget(choice, 1)

    def told(self) -> str:
        """What is shown, in words."""
        parts = [self.asked.text()]
        parts += [f"{choice.mark.text()}: {choice.words}" for choice in self.choices]
        return " ".join([*parts, self.answer.text()])

    def restyle(self, look: Look, pixels: float, shrink: float, in_column: bool) -> None:
        """Take letters of a size, choices side by side or one below the other."""
        ways = QBoxLayout.Direction
        self.row.setDirection(ways.TopToBottom if in_column else ways.LeftToRight)
        gap = round(16 * pixels)
        sizes = {
            name: round(max(SMALLEST, size * shrink) * pixels)
            for name, size in (("asked", 46), ("choice", 34), ("answer", 32))
        }
        for label, name, bold in ((self.asked, "asked", True), (self.answer, "answer", False)):
            font = look.font("body", bold=bold)
            font.setPixelSize(sizes[name])
            ink(label, look, "text", font)
        for choice in self.choices:
            choice.restyle(look, sizes["choice"], gap)
        self.column.setSpacing(gap)
        self.row.setSpacing(gap)

    def high(self, width: int) -> int:
        """How high it is at a width."""
        self.column.invalidate()
        self.row.invalidate()
        return self.column.heightForWidth(width) if width > 0 else 0

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """What does not fit is shrunk before it is shown."""
        return QSize(1, 1)
