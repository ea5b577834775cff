"""The fields of one step: what it shows, what is said, what is asked, and by which sources."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from explorer.content import cite
from explorer.content.library import Library
from explorer.content.model import Ask, TourStep
from explorer.present.view.editwords import in_words
from explorer.present.view.fields import Answer, Keys, Line, Text, bold, labeled
from explorer.present.view.sourcesfield import SourcesField
from explorer.reader.lens import Lens, LinkError


class StepForm(QWidget):
    """Shows a step, and tells what the reader writes."""

    wrote = Signal(str, object)  # field of the step, value
    asked = Signal(str, object)  # field of the question, value
    question_wanted = Signal(bool)
    go_wanted = Signal()
    view_wanted = Signal()

    def __init__(self, library: Library, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._build_view()
        self.headline = Line(self.tr("Headline"))
        self.text = Text(self.tr("Text for the audience"), 3)
        self.notes = Text(self.tr("Speaker notes"), 4)
        self.sources = SourcesField(library, self.tr("Sources"))
        self._add(self.tr("Headline"), self.headline)
        self._add(
            self.tr("Text"), self.text, self.tr("One or two sentences, read by the audience.")
        )
        self._add(self.tr("Speaker notes"), self.notes, self.tr("Seen by the speaker alone."))
        self._add(self.tr("Sources"), self.sources)
        self._labels[-1].setBuddy(self.sources.seek)
        self._build_question()
        self._connect()
        keys.watch(self.headline, self.text, self.notes, self.question, self.choices)
        keys.watch(self.answer.text, self.answer.choice, self.why)
        for field in (self.sources, self.answer_sources):
            keys.watch(field.list, field.seek)

    def _build_view(self) -> None:
        self._labels: list[QLabel] = []
        self.view = QLabel()
        self.view.setWordWrap(True)
        self.go = QPushButton(self.tr("Go there"))
        self.take = QPushButton(self.tr("Take the present view"))
        self.go.clicked.connect(self.go_wanted)
        self.take.clicked.connect(self.view_wanted)
        self._column.addWidget(bold(QLabel(self.tr("Shows"))))
        self._column.addWidget(self.view)
        row = QHBoxLayout()
        row.addWidget(self.go)
        row.addWidget(self.take)
        row.addStretch(1)
        self._column.addLayout(row)

    def _build_question(self) -> None:
        self.has_question = QCheckBox(self.tr("Ask a question after this step"))
        self._column.addWidget(self.has_question)
        self.group = QWidget()
        column = QVBoxLayout(self.group)
        column.setContentsMargins(0, 0, 0, 0)
        self.question = Text(self.tr("Question"), 2)
        self.choices = Text(self.tr("Choices"), 3)
        self.answer = Answer()
        self.why = Text(self.tr("Explanation"), 2)
        self.answer_sources = SourcesField(self._library, self.tr("Sources of the answer"))
        for words, field, help in (
            (self.tr("Question"), self.question, ""),
            (
                self.tr("Choices"),
                self.choices,
                self.tr("One on each line; none for an open question."),
            ),
            (self.tr("Answer"), self.answer, ""),
            (self.tr("Explanation"), self.why, ""),
            (self.tr("Sources of the answer"), self.answer_sources, ""),
        ):
            self._labels.append(bold(labeled(column, words, field, help)))
        self._labels[-3].setBuddy(self.answer.text)
        self._labels[-1].setBuddy(self.answer_sources.seek)
        self._column.addWidget(self.group)

    def _add(self, words: str, field: QWidget, help: str = "") -> None:
        self._labels.append(bold(labeled(self._column, words, field, help)))

    def _connect(self) -> None:
        for name in ("headline", "text", "notes"):
            field: Line | Text = getattr(self, name)
            field.written.connect(lambda text, name=name: self.wrote.emit(name, text))
        self.sources.chosen.connect(lambda ids: self.wrote.emit("sources", ids))
        self.has_question.clicked.connect(self.question_wanted)
        self.question.written.connect(lambda text: self.asked.emit("text", text))
        self.choices.written.connect(lambda text: self.asked.emit("choices", _lines(text)))
        self.answer.written.connect(lambda text: self.asked.emit("answer", text))
        self.why.written.connect(lambda text: self.asked.emit("why", text))
        self.answer_sources.chosen.connect(lambda ids: self.asked.emit("sources", ids))

    # --------------------------------------------------------------------------------- show

    def show_step(self, step: TourStep) -> None:
        """Show a step as it is in the draft."""
        self.view.setText(in_words(step.look, self._library))
        self.headline.show_text(step.headline)
        self.text.show_text(step.text)
        self.notes.show_text(step.notes)
        offered = tuple(self._behind(step))
        self.sources.show_sources(step.sources, offered)
        with QSignalBlocker(self.has_question):
            self.has_question.setChecked(step.question is not None)
        self.group.setVisible(step.question is not None)
        if step.question is not None:
            self._show_question(step.question, dict.fromkeys((*step.sources, *offered)))

    def _show_question(self, asked: Ask, offered: Iterable[str]) -> None:
        self.question.show_text(asked.text)
        if _lines(self.choices.toPlainText()) != asked.choices:
            self.choices.show_text("\n".join(asked.choices))
        self.answer.show_answer(asked.answer, asked.choices)
        self.why.show_text(asked.why)
        self.answer_sources.show_sources(asked.sources, offered)

    def _behind(self, step: TourStep) -> tuple[str, ...]:
        """The sources of what the step shows."""
        try:
            lens = Lens.read(step.look)
        except LinkError:
            return ()
        refs = (lens.item, lens.option("chart"), lens.policy)
        return sources_behind(self._library, refs)

    def field(self, name: str) -> QWidget:
        """The control in which a field, such as ``question.answer``, is written."""
        controls: dict[str, QWidget] = {
            "look": self.take,
            "headline": self.headline,
            "text": self.text,
            "notes": self.notes,
            "sources": self.sources.seek,
            "question.text": self.question,
            "question.choices": self.choices,
            "question.answer": self.answer.shown(),
            "question.why": self.why,
            "question.sources": self.answer_sources.seek,
        }
        return controls.get(name, self.headline)


def sources_behind(library: Library, refs: Iterable[str]) -> tuple[str, ...]:
    """The sources of some records, each once; what is no record has none."""
    found: dict[str, None] = {}
    for ref in refs:
        named = ref if ":" in ref else f"chart:{ref}"
        if ref and library.has(named):
            found |= dict.fromkeys(cite.sources_behind(library, named))
    return tuple(found)


def _lines(text: str) -> tuple[str, ...]:
    """The choices in a text: its lines, those at the end that are empty left out."""
    lines = text.split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    return tuple(lines)
