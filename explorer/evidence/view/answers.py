"""The published answers: figure, what it counts, who says it, and bars where they may be drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from explorer.content.library import Library
from explorer.evidence.compare import NO_EFFECT, Answer, Scale
from explorer.evidence.view import words
from explorer.evidence.view.bars import BarView
from explorer.evidence.view.prose import Paper, Prose, Writer, letters
from explorer.evidence.view.sides import source_links
from explorer.evidence.view.words import tr
from explorer.ui.paint import Look

BESIDE: Final = 100  # letters: from here on a bar stands beside its text
HANGING: Final = 44  # letters: from here on the text stands beside its figure
FIGURE: Final = 19  # letters: the most that a figure takes of a line


class AnswerBlock(QWidget):
    """One answer: its words, and its bar beside or under them."""

    def __init__(
        self, library: Library, answer: Answer, scale: Scale, look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.library, self.answer, self.look = library, answer, look
        self.is_first = False  # has no line above it
        self.text = Prose(look, words.short(answer), self)
        self.bar: BarView | None = None
        if not answer.has_no_number and (answer.is_share or scale.is_shared):
            self.bar = BarView(answer, scale, look, self)
        self._told: tuple[str, bool] = ("", False)
        self._hang: tuple[int, str] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, look.space(1), 0, 0)
        self._grid.setHorizontalSpacing(look.space("l"))
        self._grid.setVerticalSpacing(0)
        self._grid.addWidget(self.text, 0, 0, 1, 2)

    def fit(self, beside: bool, hang: int, size: str) -> None:
        """Put the bar beside the words or under them, the figure *hang* pixels wide or above."""
        if self.bar is not None:
            place = (0, 2, 1, 1) if beside else (1, 1, 1, 1)
            self.bar.setContentsMargins(0, self.look.space("s") if beside else 0, 0, 0)
            top = Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0)
            self._grid.addWidget(self.bar, *place, top)
            spacing = self._grid.horizontalSpacing()
            self._grid.setColumnMinimumWidth(0, max(0, hang - spacing))
            for column, stretch in enumerate((0, 3, 2 if beside else 0)):
                self._grid.setColumnStretch(column, stretch)
        if self._hang != (hang, size):
            self._hang = (hang, size)
            self._write()

    def show_apart(self, why: str, apart: bool) -> None:
        """Grey the answer out and say why, where it cannot be compared."""
        if self._told != (why, apart):
            self._told = (why, apart)
            if self._hang is not None:
                self._write()
        if self.bar is not None:
            self.bar.set_apart(apart)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the line that parts it from the answer above."""
        if self.is_first:
            return
        painter = QPainter(self)
        try:
            painter.setPen(self.look.pen("panel-border", "hair"))
            painter.drawLine(QPointF(0, 0.5), QPointF(self.width(), 0.5))
        finally:  # a painter that outlives an error takes the program with it
            painter.end()

    def _write(self) -> None:
        hang, size = self._hang or (0, "title")
        writer = Writer(self.look, self.library)
        told = "".join(self._lines(writer))
        figure = figure_html(self.answer, writer, size, self._ink)
        self.text.write(writer.hanging(figure, told, hang) if hang else figure + told)

    @property
    def _ink(self) -> str:
        return "text-quiet" if self._told[1] else "text"

    def _lines(self, writer: Writer) -> list[str]:
        answer, (why, apart) = self.answer, self._told
        lines = []
        if apart:
            note = tr("Cannot be compared: {0}").format(why)
            lines.append(writer.line(note, "body", "text", bold=True))
        lines += fact_lines(answer, writer, "body", self._ink)
        sure = tr(words.CONFIDENCE[answer.confidence])
        links = source_links(self.library, answer.sources, writer)
        said = (
            escape(f"{answer.speaker} · {sure} · ")
            + (escape(tr("Sources:")) + " " + " · ".join(links) + " · " if links else "")
            + writer.link(
                answer.target, tr("All about this figure ›").replace(" ", "\N{NO-BREAK SPACE}")
            )
        )
        lines.append(writer.line(said, "small", "text-quiet", above=1, plain=False))
        return lines


class AnswersView(QObject):
    """All answers to a question: those of one whole on one scale, the others each by itself."""

    opened = Signal(str)

    def __init__(self, library: Library, scales: Sequence[Scale], look: Look, paper: Paper) -> None:
        super().__init__(paper)
        self.look = look
        self.blocks: list[AnswerBlock] = []
        self._paper = paper
        self._size, self._figure = figure_room([a for s in scales for a in s.answers], look)
        shared = [scale for scale in scales if scale.is_shared]
        alone = [scale for scale in scales if not scale.is_shared]
        self._notes: list[Prose] = []
        self._head(tr("A hatched bar: the figure is about, under or more than, or a range."))
        for scale in shared:
            self._head(words.whole(scale))
            self._blocks(library, scale)
        if alone:
            self._head(apart_told(alone))
        for scale in alone:
            self._blocks(library, scale, goes_on=scale is not alone[0])
        bars = [block.bar for block in self.blocks if block.bar is not None]
        self._notes[0].setVisible(any(bar.is_hatched for bar in bars))

    def fit(self, width: int) -> None:
        """Lay the answers out for the width of their column."""
        beside = width >= letters(self.look, BESIDE)
        hang = self._figure if width >= letters(self.look, HANGING) else 0
        for block in self.blocks:
            block.fit(beside, hang, self._size)

    def show_apart(self, told: Mapping[str, str]) -> None:
        """Grey out what cannot be compared under the chosen meaning, and say why."""
        for block in self.blocks:
            target = block.answer.target
            block.show_apart(told.get(target, ""), target in told)

    def _head(self, text: str) -> None:
        head = Prose(self.look, text, self._paper)
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        is_bold = bool(self._notes)  # the first is a note on how to read the bars
        head.write(Writer(self.look).line(text, "small", "text-quiet", bold=is_bold))
        self._paper.column.addWidget(head)
        self._notes.append(head)

    def _blocks(self, library: Library, scale: Scale, goes_on: bool = False) -> None:
        for number, answer in enumerate(scale.answers):
            block = AnswerBlock(library, answer, scale, self.look, self._paper)
            block.is_first = not number and not goes_on
            block.text.opened.connect(self.opened)
            self._paper.column.addWidget(block)
            self.blocks.append(block)


def apart_told(alone: Sequence[Scale]) -> str:
    """Why the bars of some answers cannot be compared, or why there are none."""
    found = [answer for scale in alone for answer in scale.answers]
    if all(answer.has_no_number for answer in found):
        return tr("Findings without a number: no bars")
    if not any(answer.is_share for answer in found):
        return tr("Counts of different things: no bars")
    if len(found) == 1:
        return tr("Stands apart, on a scale of its own")
    return tr("Each stands apart, on a scale of its own")


def figure_room(found: Sequence[Answer], look: Look) -> tuple[str, int]:
    """The size in which all figures of a question are written, and the pixels that they take."""
    most = letters(look, FIGURE)
    for size in ("display", "title"):
        metrics = QFontMetricsF(look.font(size, bold=True))
        widest = max(metrics.horizontalAdvance(words.figure(answer)) for answer in found)
        if widest + look.space("xl") <= most:
            return size, max(round(widest + look.space("xl")) + 2, letters(look, 11))
    return "title", most


def figure_html(answer: Answer, writer: Writer, size: str, ink: str) -> str:
    """The figure, and the unit of a count."""
    figure, unit = words.figure(answer), words.unit(answer)
    head = writer.line(escape(figure), size, ink, bold=True, plain=False)
    return head + (writer.line(escape(unit), "small", ink, plain=False) if unit else "")


def fact_lines(
    answer: Answer, writer: Writer, size: str, ink: str, is_short: bool = False
) -> list[str]:
    """What is counted; out of what, when and, unless it is to be short, among whom."""
    lines = []
    if answer.counts.casefold() != words.unit(answer).casefold():
        lines.append(writer.line(words.cell(answer, "counts"), size, ink, bold=True))
    facts = [words.out_of(answer) if answer.unit != NO_EFFECT else "", words.period(answer)]
    if not is_short and answer.where.casefold() not in answer.out_of.casefold():
        facts.append(words.capital(answer.where))
    lines.append(writer.line(" · ".join(part for part in facts if part), size, ink))
    if answer.qualifier == "computed":
        lines.append(writer.line(tr("Computed: not published as such"), size, ink))
    return lines
