"""The desk of one question: its answers, why they differ, who says what, what is not known."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.content.library import Library
from explorer.content.model import Question
from explorer.evidence.compare import Pair, answers, pairs, scales, why_apart
from explorer.evidence.view import words
from explorer.evidence.view.answers import AnswersView
from explorer.evidence.view.differ import DifferTable
from explorer.evidence.view.prose import Paper, Prose, Writer, letters
from explorer.evidence.view.sides import SidesWriter
from explorer.evidence.view.words import tr
from explorer.ui.paint import Look

WIDE = 88  # letters: from here on two sides stand beside each other


class Desk(QWidget):
    """A column of papers that is laid out anew for another width."""

    opened = Signal(str)  # the target of a link

    def __init__(self, library: Library, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.library, self.look, self.writer = library, look, Writer(look, library)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.space("m"))
        self._told: list[tuple[Prose, Callable[[bool], str]]] = []
        self._wide: bool | None = None
        self.controls: list[QWidget] = []  # what an audience has no use for

    def add_told(
        self, name: str, html: Callable[[bool], str], paper: Paper | None = None
    ) -> Prose | None:
        """Text on a paper of its own, or on one that is there; none where there is nothing to say."""
        if not html(True):
            return None
        on = paper or self.add_paper()
        prose = Prose(self.look, name, on)
        prose.opened.connect(self.opened)
        on.column.addWidget(prose)
        self._told.append((prose, html))
        return prose

    def add_paper(self) -> Paper:
        """Another paper under the others."""
        paper = Paper(self.look, self)
        self.column.addWidget(paper)
        return paper

    def fit(self, width: int) -> None:
        """Write texts in two columns or in one, as the width asks."""
        wide = width >= letters(self.look, WIDE)
        if wide != self._wide:
            self._wide = wide
            for prose, html in self._told:
                prose.write(html(wide))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Lay the papers out for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit(event.size().width())

    def plain(self) -> str:
        """All that stands on the desk, as plain text."""
        return "\n".join(prose.toPlainText() for prose in self.findChildren(Prose))

    def size_for(self, width: int) -> QSize:
        """The desk as large as it is at a width."""
        self.fit(width)
        self.column.invalidate()
        return QSize(width, self.column.heightForWidth(width))

    def least_width(self) -> int:
        """The width that shows all of it with nothing to scroll sideways."""
        return 0

    def cuts(self) -> list[int]:
        """Where the desk can be cut from side to side without cutting a paper."""
        boxes = []
        for paper in self.findChildren(Paper):
            top = paper.mapTo(self, QPoint()).y()
            boxes.append((top, top + paper.height()))
        bottoms = sorted({bottom for _, bottom in boxes})
        return [at for at in bottoms if not any(top < at < bottom for top, bottom in boxes)]


class QuestionDesk(Desk):
    """Everything about one question."""

    meant = Signal(str)  # the id of a meaning of the key word, or nothing

    def __init__(
        self, library: Library, question: Question, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(library, look, parent)
        self.question = question
        self.found = answers(library, question)
        self.buttons: dict[str, QToolButton] = {}
        self.meaning_text: Prose | None = None
        self.answers: AnswersView | None = None
        self.table: DifferTable | None = None
        self._build()

    def show_meaning(self, meaning: str) -> None:
        """Grey out what cannot be compared under a meaning of the key word."""
        known = {one.id: one for one in self.question.meanings}
        meaning = meaning if meaning in known else ""
        if meaning in self.buttons:
            self.buttons[meaning].setChecked(True)
        if self.answers is not None:
            told = why_apart(self.library, self.question, meaning, self.found)
            self.answers.show_apart(told)
        if self.meaning_text is not None:
            text = known[meaning].text if meaning else tr("Every answer as it was published.")
            self.meaning_text.write(self.writer.line(text, "body"))

    def fit(self, width: int) -> None:
        """Lay out texts and answers."""
        super().fit(width)
        if self.answers is not None:
            self.answers.fit(width)

    def least_width(self) -> int:
        """Room for a column of each answer in the table."""
        edges = 2 * self.look.space("l")
        return self.table.needed_width() + edges if self.table is not None else 0

    def _build(self) -> None:
        question = self.question
        head = self.add_paper()
        self.add_told(question.question, self._head, head)
        if question.meanings:
            self._add_switch(head)
        if self.found:
            self.answers = AnswersView(self.library, scales(self.found), self.look, self)
            self.answers.opened.connect(self.opened)
            self.column.addWidget(self.answers)
        if len(self.found) > 1:
            self._add_table()
        sides = SidesWriter(self.library, question, self.writer)
        self.add_told(tr("What each side says"), sides.positions)
        self.add_told(tr("Arguments"), sides.arguments)
        self.add_told(tr("Not known, and to discuss"), self._end)
        self.column.addStretch(1)

    def _add_table(self) -> None:
        paper = self.add_paper()
        rivals = pairs(self.library, self.found)
        words_of = tr("Why they differ") if rivals else tr("What each of them counts")
        self.add_told(words_of, lambda _: self.writer.head(words_of), paper)
        self.table = DifferTable(self.found, self.question.word, self.look, paper)
        paper.column.addWidget(self.table)
        self.add_told(tr("Why two of them differ"), self._pairs, paper)

    def _add_switch(self, paper: Paper) -> None:
        """The meanings of the key word as a row of buttons, or a column where it is narrow."""
        word = words.capital(self.question.word)
        label = self.add_told(
            tr("Meanings"),
            lambda _: self.writer.small_head(tr("“{0}” as counted by").format(word), above=1),
            paper,
        )
        if label is not None:
            label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QWidget(paper)
        self._switch = QGridLayout(row)
        self._switch.setContentsMargins(0, 0, 0, 0)
        group = QButtonGroup(row)
        choices = [("", tr("All")), *((one.id, one.by) for one in self.question.meanings)]
        for number, (name, by) in enumerate(choices):
            button = QToolButton(row)
            button.setProperty("role", "tab")
            button.setText(by)
            button.setFont(self.look.font("body"))
            button.setCheckable(True)
            button.setAccessibleName(tr("“{0}” as counted by: {1}").format(word, by))
            button.clicked.connect(self._chooser(name))
            group.addButton(button)
            self._switch.addWidget(button, number // 2, number % 2)
            self.buttons[name] = button
        self._place_switch(row)
        paper.column.addWidget(row)
        self.meaning_text = Prose(self.look, tr("What the word means here"), paper)
        paper.column.addWidget(self.meaning_text)
        self.controls += [row, self.meaning_text, *([label] if label is not None else [])]

    def _place_switch(self, row: QWidget) -> None:
        """All in one row; two rows with large text."""
        a_row = 4 if self.look.scale < 1.5 else 2 if self.look.scale < 2.5 else 1
        for number, button in enumerate(self.buttons.values()):
            self._switch.addWidget(button, number // a_row, number % a_row)
        self._switch.setColumnStretch(a_row, 1)

    def _chooser(self, name: str) -> Callable[[], None]:
        return lambda: self.meant.emit(name)

    def _head(self, _: bool) -> str:
        writer, number = self.writer, list(self.library.questions).index(self.question.id) + 1
        place = tr("Question {0} of {1}").format(number, len(self.library.questions))
        return (
            writer.line(place, "small", "text-quiet", bold=True)
            + writer.line(self.question.question, "title", bold=True)
            + writer.line(self._status(), "body", "text-quiet", above=1)
        )

    def _status(self) -> str:
        """How many answers there are, and how to read their bars; that there are none."""
        if not self.found:
            return tr(
                "No figures: the sources hold no published figure that answers this question."
            )
        count = f"{words.counted(len(self.found))}."
        rule = tr("Bars share a scale only where unit and whole are the same.")
        marked = [
            answer for answer in self.found if answer.qualifier != "exact" and answer.is_share
        ]
        hatched = tr("A hatched bar: about, nearly, under or more than.") if marked else ""
        return " ".join(part for part in (count, rule, hatched) if part)

    def _pairs(self, wide: bool) -> str:
        told = [self._pair(pair) for pair in pairs(self.library, self.found)]
        if not told:
            return ""
        head = self.writer.small_head(tr("Two at a time"))
        if not wide:
            return head + "".join(told)
        return head + self.writer.columns([told[at : at + 2] for at in range(0, len(told), 2)])

    def _pair(self, pair: Pair) -> str:
        return told_pair(pair, self.writer)

    def _end(self, wide: bool) -> str:
        writer, question = self.writer, self.question
        unknown = writer.head(tr("What is not known")) + writer.line(question.unknown, above=1)
        if not question.ask:
            return unknown
        asked = "".join(writer.line(text, "lead", above=1) for text in question.ask)
        ask = writer.head(tr("Ask the class"), above=0 if wide else 3) + asked
        return writer.columns([[unknown, ask]]) if wide else unknown + ask


def told_pair(pair: Pair, writer: Writer) -> str:
    """Two figures, why they differ in a few words, and in a sentence."""
    both = tr("{0}, against {1}").format(words.short(pair.one), words.short(pair.other))
    quiet = writer.color("text-quiet")
    why = f'<span style="color:{quiet}">{escape(words.reasons(pair.reasons))}.</span> '
    return writer.line(both, "body", bold=True, above=2) + writer.line(
        why + writer.told(pair.why), "body", plain=False
    )


def buttons_row(*buttons: QToolButton) -> QHBoxLayout:
    """Buttons from the left."""
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
