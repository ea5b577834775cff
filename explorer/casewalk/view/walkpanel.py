"""What happens to the person: how the walk ends, its steps, and all about one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from explorer.casewalk import compare
from explorer.casewalk.course import Stop
from explorer.casewalk.view import words
from explorer.casewalk.view.chip import Chip
from explorer.casewalk.view.sheet import Button, Reading, Sheet, ink, lines_high, text_label
from explorer.casewalk.view.steps import StepList
from explorer.content.library import Library
from explorer.policy.steps import Walk
from explorer.ui.paint import Look

LEAST: Final = (6, 2)  # lines of text of the steps, and of what is said about one


class WalkPanel(Sheet):
    """The walk step by step, with what is said about the current step below."""

    widened = Signal()  # its width is another

    def __init__(self, library: Library, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._is_staged = False  # whether an audience looks, which has no use for controls
        self._build_head()
        self.sentence = text_label(self)
        self.own = Button("", self)  # where there is no answer: place and date that the person has
        self.own.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.steps = StepList(library, look, self)
        self.detail = Reading(words.tr("About this step"), look, self)
        for part in (self.sentence, self.own, self.steps):
            self.column.addWidget(part)
        self.column.addWidget(self.detail, 1)

    def _build_head(self) -> None:
        self.heading = text_label(self)
        self.heading.setText(words.part("walk"))
        self.answer = Chip(self.look, self)
        self.table_button = QToolButton(self)
        self.table_button.setText(words.tr("Table"))
        self.table_button.setToolTip(words.tr("Show the walk as a table (T)"))
        self.table_button.setProperty("role", "tab")
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.answer)
        head.addWidget(self.table_button)
        self.column.addLayout(head)

    def restyle(self, look: Look, edge: int) -> None:
        """Take another look."""
        super().restyle(look, edge)
        ink(self.heading, look, "text", look.font("lead", bold=True))
        ink(self.sentence, look, "text", look.font("body"))
        self.detail.restyle(look, LEAST[1])
        self.steps.setMinimumHeight(lines_high(look, LEAST[0]))
        for button in (self.table_button, self.own):
            button.setFont(look.font("small"))

    def set_stage(self, is_on: bool) -> None:
        """Leave out the controls that an audience has no use for, or bring them back."""
        self._is_staged = is_on
        self.column.setStretchFactor(self.steps, int(is_on))
        for part in (self.table_button, self.detail):
            part.setVisible(not is_on)
        self.own.hide()

    def show_end(self, walk: Walk, doubts: Sequence[str], remark: str = "") -> None:
        """Show how a walk ends, which facts do not go together, and a remark on the person."""
        group, word = compare.FINALS[walk.final], walk.final
        self.answer.show_outcome(words.final(word), group, self.look, word)
        self.answer.setAccessibleName(words.tr("How the walk ends: {0}").format(words.final(word)))
        pattern = words.tr("These facts do not go together: {0}")
        lines = [words.ending(walk), *map(pattern.format, doubts), *filter(None, [remark])]
        self.sentence.setText("\n".join(lines))

    def offer_own(self, text: str) -> None:
        """Offer the place and the date that the person has; nothing where there is no need."""
        self.own.setVisible(bool(text) and not self._is_staged)
        self.own.setText(text)
        self.own.setToolTip(text)

    def show_stop(self, one: Stop, html: str) -> None:
        """Show all about a stop."""
        about = words.tr("About the step “{0}”").format(words.stop(one.id))
        self.detail.setAccessibleName(about)
        self.detail.show_html(html)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Tell of another width, at which words take another number of lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.widened.emit()

    def fit(self, room: int) -> None:
        """Give the steps what a height leaves them."""
        if not self.isHidden():
            self.column.invalidate()
            rest = self.column.totalHeightForWidth(self.width()) - self.steps.sizeHint().height()
            self.steps.fit(room - rest)
