"""The desk of one question: its answers, why they differ, who says what, what is not known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from explorer.content.library import Library
from explorer.content.model import Question
from explorer.evidence.compare import Pair, answers, pairs, scales, why_apart
from explorer.evidence.view import words
from explorer.evidence.view.answers import AnswersView
from explorer.evidence.view.differ import DifferTable, grouped, table_width
from explorer.evidence.view.papers import Desk
from explorer.evidence.view.prose import Paper, Prose, Writer
from explorer.evidence.view.sides import SidesWriter
from explorer.evidence.view.staged import StagedAnswers
from explorer.evidence.view.words import tr
from explorer.ui.paint import Look


class QuestionDesk(Desk):
    """Everything about one question."""

    meant = Signal(str)  # the id of a meaning of the key word, or nothing

    def __init__(
        self,
        library: Library,
        question: Question,
        look: Look,
        parent: QWidget | None = None,
        *,
        is_stage: bool = False,
    ) -> None:
        super().__init__(library, look, parent, is_stage=is_stage)
        self.question = question
        self.found = answers(library, question)
        self.buttons: dict[str, QToolButton] = {}
        self.meaning_text: Prose | None = None
        self.answers: AnswersView | StagedAnswers | None = None
        self.table: DifferTable | None = None
        self.groups: Prose | None = None
        self._build()

    def show_meaning(self, meaning: str) -> None:
        """Grey out what cannot be compared under a meaning of the key word."""
        known = {one.id: one for one in self.question.meanings}
        meaning = meaning if meaning in known else ""
        if meaning in self.buttons:
            self.buttons[meaning].setChecked(True)
            self.choice.setCurrentIndex(self.choice.findData(meaning))
        if self.answers is not None:
            told = why_apart(self.library, self.question, meaning, self.found)
            self.answers.show_apart(told)
            if self.is_stage and self.width():
                self.fit(self.width())  # the reasons take room
        if self.meaning_text is not None:
            self.meaning_text.setVisible(bool(meaning))
            text = known[meaning].text if meaning else ""
            self.meaning_text.write(self.writer.line(text, "body"))

    def fit_parts(self, width: int) -> None:
        """Lay out answers and what they differ in."""
        if isinstance(self.answers, StagedAnswers):
            self.answers.fit(*self._left_over(width))
        elif self.answers is not None:
            self.answers.fit(width)
        self._show_switch(width)
        if self.groups is not None:
            inside = width - 2 * self.look.space("l")
            self._show_table(inside >= table_width(self.found, self.look))

    def _left_over(self, width: int) -> tuple[int, int]:
        """The width and height that the answers have on the first paper, for an audience."""
        column = self.papers[0].column
        edges = column.contentsMargins()
        width -= edges.left() + edges.right()
        if self._title is None or not self.room:
            return width, 0
        taken = edges.top() + edges.bottom() + column.spacing()
        return width, max(1, self.room - taken - self._title.heightForWidth(width))

    def _build(self) -> None:
        question = self.question
        head = self.add_paper()
        sides = self._sides = SidesWriter(self.library, question, self.writer)
        self._title = self.add_told(question.question, self._head, head)
        if self._title is not None and self.is_stage:
            self._title.edge = 0  # as the answers below
        if question.meanings and not self.is_stage:
            self._add_switch(head)
        if self.found:
            self._add_answers(head)
        if len(self.found) > 1:
            self._add_differ()
        if self.found or not self.is_stage:  # else it stands under the question
            self.add_told(tr("What each side says"), sides.positions)
        self.add_told(tr("Arguments"), sides.arguments)
        self.add_told(tr("Not known, and to discuss"), self._end)

    def _add_answers(self, head: Paper) -> None:
        if self.is_stage:
            self.answers = StagedAnswers(self.library, scales(self.found), self.look, head)
        else:
            self.answers = AnswersView(
                self.library, scales(self.found), self.look, self.add_paper()
            )
            self.staying = 2
        self.answers.opened.connect(self.opened)

    def _add_differ(self) -> None:
        paper = self._differ = self.add_paper()
        rivals = pairs(self.library, self.found)
        words_of = tr("Why the figures differ") if rivals else tr("What each of them counts")
        head = self.add_told(words_of, lambda _: self.writer.head(words_of), paper)
        if head is not None:
            head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.groups = self.add_told(
            tr("Why the figures differ"),
            lambda _: grouped(self.found, self.question.word, self.writer),
            paper,
        )
        self.add_told(tr("Why two of them differ"), self._pairs, paper)

    def _show_table(self, has_room: bool) -> None:
        """A table with a column for each answer where that can be read, else groups of answers."""
        if self.groups is None:
            return
        if has_room and self.table is None:
            self.table = DifferTable(self.found, self.question.word, self.look, self._differ)
            self._differ.column.insertWidget(1, self.table)
            self._placed = ()  # so that Tab finds it in its place
        self.groups.setVisible(not has_room)
        if self.table is not None:
            self.table.setVisible(has_room)

    def _add_switch(self, paper: Paper) -> None:
        """The meanings of the key word as a row of buttons, or as a box where it is narrow."""
        word = words.capital(self.question.word)
        label = self.add_told(
            tr("Meanings"),
            lambda _: self.writer.small_head(tr("“{0}” as counted by").format(word), above=0),
            paper,
        )
        if label is not None:
            label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QWidget(paper)
        row.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # may be too narrow
        self._switch = QGridLayout(row)
        self._switch.setContentsMargins(0, 0, 0, 0)
        group = QButtonGroup(row)
        choices = [("", tr("All")), *((one.id, one.by) for one in self.question.meanings)]
        for name, by in choices:
            button = QToolButton(row)
            button.setProperty("role", "tab")
            button.setText(by)
            button.setFont(self.look.font("body"))
            button.setCheckable(True)
            button.setAccessibleName(tr("“{0}” as counted by: {1}").format(word, by))
            button.clicked.connect(self._chooser(name))
            group.addButton(button)
            self.buttons[name] = button
        self._place_switch()
        paper.column.addWidget(row)
        self._row = row
        self.choice = QComboBox(paper)
        self.choice.setFont(self.look.font("body"))
        self.choice.setAccessibleName(tr("“{0}” as counted by").format(word))
        for name, by in choices:
            self.choice.addItem(by, name)
        self.choice.activated.connect(lambda at: self.meant.emit(str(self.choice.itemData(at))))
        self.choice.hide()
        paper.column.addWidget(self.choice)
        self.meaning_text = Prose(self.look, tr("What the word means here"), paper)
        paper.column.addWidget(self.meaning_text)

    def _place_switch(self) -> None:
        """All in one row."""
        for number, button in enumerate(self.buttons.values()):
            self._switch.addWidget(button, 0, number)
        self._switch.setColumnStretch(len(self.buttons), 1)

    def _show_switch(self, width: int) -> None:
        """A row of buttons where there is room for it, else a box to choose from."""
        if self.buttons:
            has_room = self._row.sizeHint().width() <= width - 2 * self.look.space("l")
            self._row.setVisible(has_room)
            self.choice.setVisible(not has_room)

    def _chooser(self, name: str) -> Callable[[], None]:
        return lambda: self.meant.emit(name)

    def _head(self, _: bool) -> str:
        writer, number = self.writer, list(self.library.questions).index(self.question.id) + 1
        place = tr("Question {0} of {1}").format(number, len(self.library.questions))
        if self.is_stage:
            title = writer.line(self.question.question, "lead", bold=True)
            return title if self.found else title + self._told_sides()
        if self.found:
            place = tr("{0} · {1}").format(place, words.counted(len(self.found)))
        html = writer.line(place, "small", "text-quiet", bold=True)
        html += writer.line(self.question.question, "title", bold=True)
        return html if self.found else html + writer.line(none_told(), "body", above=1)

    def _told_sides(self) -> str:
        """That there are no figures, and both positions, for an audience."""
        return self.writer.line(none_told(), "body", above=1) + self._sides.short()

    def _pairs(self, wide: bool) -> str:
        same: dict[str, list[Pair]] = {}
        for pair in pairs(self.library, self.found):
            same.setdefault(pair.why, []).append(pair)
        told = [told_pairs(each, self.writer) for each in same.values()]
        if not told:
            return ""
        head = self.writer.small_head(tr("Two at a time"))
        if not wide:
            return head + "".join(told)
        return head + self.writer.columns([told[at : at + 2] for at in range(0, len(told), 2)])

    def _end(self, wide: bool) -> str:
        writer, question = self.writer, self.question
        unknown = writer.head(tr("What is not known")) + writer.line(question.unknown, above=1)
        if not question.ask:
            return unknown
        asked = "".join(writer.line(text, "lead", above=1) for text in question.ask)
        ask = writer.head(tr("Ask the class"), above=0 if wide else 3) + asked
        return writer.columns([[unknown, ask]]) if wide else unknown + ask


def none_told() -> str:
    """That nobody published an answer in figures."""
    return tr("No figures: the sources hold no published figure that answers this question.")


def told_pairs(same: Sequence[Pair], writer: Writer) -> str:
    """Pairs of figures that differ for one reason: the pairs, and the reason once."""
    told = ""
    for number, pair in enumerate(same):
        both = tr("{0}, against {1}").format(words.short(pair.one), words.short(pair.other))
        told += writer.line(both, "body", bold=True, above=0 if number else 2)
    quiet = writer.color("text-quiet")
    why = f'<span style="color:{quiet}">{escape(words.reasons(same[0].reasons))}.</span> '
    return told + writer.line(why + writer.told(same[0].why), "body", plain=False)


def buttons_row(*buttons: QToolButton) -> QHBoxLayout:
    """Buttons from the left."""
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
