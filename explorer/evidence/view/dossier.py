"""The dossier of one figure on screen: what it counts, who says otherwise, and where it is used."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QToolButton, QWidget

from explorer.content import cite
from explorer.content.library import Library
from explorer.content.model import Conflict
from explorer.evidence.compare import Answer, Pair, Scale, differing
from explorer.evidence.dossier import dossier
from explorer.evidence.view import words
from explorer.evidence.view.bars import BarView
from explorer.evidence.view.papers import Desk
from explorer.evidence.view.question import buttons_row
from explorer.evidence.view.words import tr
from explorer.ui.paint import Look

STAGED = ("counts", "out-of", "period")  # of the facts: what an audience has to know
FACTS = ("counts", "out-of", "period", "where", "definition", "border", "worked-out", "care")


class DossierDesk(Desk):
    """Everything about one figure."""

    def __init__(
        self,
        library: Library,
        answer: Answer,
        question: str,
        look: Look,
        parent: QWidget | None = None,
        *,
        is_stage: bool = False,
    ) -> None:
        super().__init__(library, look, parent, is_stage=is_stage)
        self.dossier = dossier(library, answer)
        self._build(question)

    def _build(self, question: str) -> None:
        answer = self.dossier.answer
        paper = self.add_paper()
        if self.dossier.questions and not self.is_stage:
            self.back = QToolButton(paper)
            self.back.setText(tr("‹ The question it answers"))
            self.back.setFont(self.look.font("small"))
            self.back.setToolTip(self.library.questions[question].question)
            self.back.clicked.connect(lambda: self.opened.emit(f"question:{question}"))
            paper.column.addLayout(buttons_row(self.back))
        self.add_told(words.short(answer), self._head, paper)
        if answer.is_share and not answer.has_no_number:
            paper.column.addWidget(BarView(answer, Scale((answer,), 100.0), self.look, paper))
        self.add_told(tr("What it counts"), self._facts, paper)
        self.add_told(tr("Said otherwise"), self._otherwise)
        self.add_told(tr("Sources"), self._sources)
        self.add_told(tr("Where sources disagree"), self._conflicts)
        self.add_told(tr("Where it is used"), self._used)

    def _head(self, _: bool) -> str:
        writer, answer = self.writer, self.dossier.answer
        figure = " ".join(part for part in (words.figure(answer), words.unit(answer)) if part)
        said = f"{words.capital(answer.speaker)} · {tr(words.CONFIDENCE[answer.confidence])}"
        if self.is_stage:
            return (
                writer.line(figure, "title", bold=True)
                + writer.line(words.capital(answer.text), "body", above=1)
                + writer.line(said, "small", "text-quiet")
            )
        return (
            writer.line(tr("All about one figure"), "small", "text-quiet", bold=True)
            + writer.line(figure, "display", bold=True)
            + writer.line(words.capital(answer.text), "lead", above=1)
            + writer.line(said, "body", "text-quiet", above=1)
        )

    def _facts(self, wide: bool) -> str:
        answer, writer = self.dossier.answer, self.writer
        facts = []
        for name in STAGED if self.is_stage else FACTS:
            text = words.cell(answer, name)
            if text != tr("Not stated") or name in ("out-of", "definition"):
                head = writer.small_head(words.row(name, ""), above=2)
                facts.append(head + writer.line(text, "small" if self.is_stage else "body"))
        if not wide:
            return "".join(facts)
        return writer.columns([facts[at : at + 2] for at in range(0, len(facts), 2)])

    def _otherwise(self, wide: bool) -> str:
        writer = self.writer
        told = [
            writer.line(words.short(pair.other), "lead", bold=True, above=2)
            + writer.line(pair.other.text, "small", "text-quiet")
            + writer.fact(f"{words.reasons(pair.reasons)}.", writer.told(pair.why))
            + writer.fact(
                "", writer.link(pair.other.target, tr("All about this figure ›")), "small"
            )
            for pair in self.dossier.pairs
        ]
        told += [self._counted(pair) for pair in self.dossier.counted]
        told += [self._other(other) for other in self.dossier.editions]
        head, also = writer.head(tr("Said otherwise")), self._also()
        if not told and not self.dossier.beside:
            none = writer.line(tr("No rival figure was found in the sources."), above=1)
            return head + none + also
        return (head if told else "") + self._grid(told, wide) + self._beside(wide) + also

    def _counted(self, pair: Pair) -> str:
        """A figure of the same time that counts otherwise: by its own words, and those of this one."""
        writer, words_of = self.writer, words.reasons(pair.reasons)
        why = tr("It counts {0}; this figure counts {1}.").format(
            small(pair.other.counts), small(pair.one.counts)
        )
        return (
            writer.line(words.short(pair.other), "lead", bold=True, above=2)
            + writer.line(pair.other.text, "small", "text-quiet")
            + writer.fact(f"{words_of}.", writer.told(why))
            + writer.fact(words.row("definition", "") + ":", writer.told(pair.other.definition))
            + writer.fact(
                "", writer.link(pair.other.target, tr("All about this figure ›")), "small"
            )
        )

    def _also(self) -> str:
        """The same number from other sources, which is no rival."""
        if not self.dossier.also:
            return ""
        writer = self.writer
        lines = [
            writer.line(
                writer.link(other.target, words.capital(other.speaker)), above=1, plain=False
            )
            for other in self.dossier.also
        ]
        return writer.head(tr("Also published by"), above=3) + "".join(lines)

    def _beside(self, wide: bool) -> str:
        """Other answers to the same question, of which no source says why they differ."""
        others, writer = self.dossier.beside, self.writer
        if not others:
            return ""
        head = writer.head(tr("Other answers to the same question"), above=3)
        note = writer.line(
            tr("No source says why they differ. Listed is what is stated otherwise than here."),
            "small",
            "text-quiet",
        )
        return head + note + self._grid([self._other(other) for other in others], wide)

    def _other(self, other: Answer) -> str:
        writer = self.writer
        mine = self.dossier.answer
        apart = differing(mine, other, words.cell)
        told = [writer.fact(words.row(row, "") + ":", writer.told(text)) for row, _, text in apart]
        if not told:
            told = [writer.line(tr("Nothing that the sources state differs."), "body", above=1)]
        return (
            writer.line(words.short(other), "lead", bold=True, above=2)
            + "".join(told)
            + writer.fact("", writer.link(other.target, tr("All about this figure ›")), "small")
        )

    def _grid(self, told: list[str], wide: bool) -> str:
        if not wide or not told:
            return "".join(told)
        return self.writer.columns([told[at : at + 2] for at in range(0, len(told), 2)])

    def _sources(self, _: bool) -> str:
        writer = self.writer
        html = writer.head(tr("Sources"))
        for name in self.dossier.answer.sources:
            source = self.library.sources[name]
            html += writer.line(cite.footnote(source), "body", above=2)
            if source.verified_in:
                html += writer.fact(tr("What was read:"), escape(source.verified_in), "small")
            html += writer.fact("", writer.link(f"source:{name}", tr("Open the source ›")), "small")
        return html

    def _conflicts(self, _: bool) -> str:
        if not self.dossier.conflicts:
            return ""
        head = self.writer.head(tr("Where sources disagree"))
        return head + "".join(map(self._conflict, self.dossier.conflicts))

    def _conflict(self, conflict: Conflict) -> str:
        writer = self.writer
        link = writer.link(f"conflict:{conflict.id}", conflict.topic)
        html = writer.line(link, "body", above=2, plain=False)
        for side in conflict.sides:
            names = [self.library.name(f"source:{name}") for name in side.sources]
            who = "; ".join([side.said_by, *names] if side.said_by else names)
            html += writer.fact(f"{who}:", writer.told(side.claim))
        return html + writer.line(conflict.resolution, "body", above=1)

    def _used(self, wide: bool) -> str:
        found, writer = self.dossier, self.writer
        refs = (
            *(f"question:{name}" for name in found.questions),
            *(f"chart:{name}" for name in found.charts),
            *found.used,
        )
        if found.answer.target.startswith("series:"):
            refs = (*refs, found.answer.target.partition("@")[0])
        head = writer.head(tr("Where it is used"))
        if not refs:
            return head + writer.line(tr("In no question, chart or text of its own."), above=1)
        told = [
            writer.fact("", writer.link(ref, words.capital(self.library.name(ref))))
            for ref in dict.fromkeys(refs)
        ]
        if not wide:
            return head + "".join(told)
        return head + writer.columns([told[at : at + 2] for at in range(0, len(told), 2)])


def small(text: str) -> str:
    """The text inside a sentence; a word all in capitals stays as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
