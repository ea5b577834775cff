"""The published answers: figure, what it counts, who says it, and bars where they may be drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from explorer.content.library import Library
from explorer.evidence.compare import NO_EFFECT, Answer, Bar, Scale
from explorer.evidence.view import words
from explorer.evidence.view.prose import Paper, Prose, Writer, letters
from explorer.evidence.view.sides import sources
from explorer.evidence.view.words import tr
from explorer.ui.paint import Look

SIDE_BY_SIDE: Final = 76  # letters: from here on a bar stands beside its text
CARD: Final = 38  # letters that an answer of its own needs


class BarView(QWidget):
    """The numbers of one answer as bars from zero, with the scale under them.

    What nobody published, such as the rest of a whole, is not drawn.
    """

    def __init__(self, answer: Answer, scale: Scale, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.answer, self.look = answer, look
        self.alone = not scale.is_shared and bool(answer.out_of)
        top = scale.top
        self.top = top if answer.is_share else _round_up(top)
        self.apart = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            tr("Bar: {0}, on a scale from 0 to {1}").format(
                words.figure(answer), self._tick(self.top)
            )
        )

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """Room for each number, its label and the scale."""
        return QSize(letters(self.look, 24), round(self._rows() + self._line() * 1.4))

    def set_apart(self, apart: bool) -> None:
        """Draw the bars as an outline, where they cannot be compared."""
        self.apart = apart
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw bars, then the scale."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_scale(painter)
            top = 0.0
            for bar in self.answer.bars:
                top = self._paint_bar(painter, bar, top)
        finally:  # a painter that outlives an error takes the program with it
            painter.end()

    def _paint_bar(self, painter: QPainter, bar: Bar, top: float) -> float:
        look = self.look
        if bar.label:
            painter.setFont(look.font("small"))
            painter.setPen(look.color("text-quiet"))
            painter.drawText(QPointF(0, top + self._ascent()), self._labelled(bar))
            top += self._line()
        left, right = self._x(bar.low or 0), self._x(bar.value)
        box = QRectF(left, top + 1, max(right - left, 2), self._thick())
        painter.setPen(look.pen("ghost" if self.apart else "accent", "line"))
        if self.apart:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        elif self.answer.qualifier == "exact" and bar.low is None:
            painter.setBrush(look.brush("accent"))
        else:
            painter.setBrush(look.hatch("accent"))
        painter.drawRoundedRect(box, 2, 2)
        return top + self._thick() + look.space(1)

    def _paint_scale(self, painter: QPainter) -> None:
        look, bottom = self.look, self._rows()
        painter.setPen(look.pen("control-border", "hair"))
        painter.drawLine(QPointF(self._x(0), bottom), QPointF(self._x(self.top), bottom))
        painter.setFont(look.font("caption"))
        metrics = QFontMetricsF(look.font("caption"))
        for part in (0.0, 0.5, 1.0):
            x, text = self._x(self.top * part), self._tick(self.top * part)
            whole = tr("{0} of {1}").format(text, self.answer.out_of)
            if part == 1 and self.alone and metrics.horizontalAdvance(whole) < self.width() * 0.4:
                text = whole
            wide = metrics.horizontalAdvance(text)
            at = min(max(x - wide / 2, 0), self.width() - wide)
            painter.setPen(look.pen("control-border", "hair"))
            painter.drawLine(QPointF(x, bottom), QPointF(x, bottom + 4))
            painter.setPen(look.color("text-quiet"))
            painter.drawText(QPointF(at, bottom + 4 + metrics.ascent()), text)

    def _labelled(self, bar: Bar) -> str:
        value = words.number(bar.value)
        return f"{tr('{0}%').format(value) if self.answer.is_share else value} {bar.label}"

    def _tick(self, value: float) -> str:
        shown = words.number(value)
        return tr("{0}%").format(shown) if self.answer.is_share else shown

    def _x(self, value: float) -> float:
        return 2 + (self.width() - 4) * min(value / (self.top or 1), 1)

    def _rows(self) -> float:
        bars = self.answer.bars
        labels = sum(bool(bar.label) for bar in bars)
        return len(bars) * (self._thick() + self.look.space(1)) + labels * self._line() + 2

    def _thick(self) -> float:
        return 12 * (1 + (self.look.scale - 1) / 2)

    def _line(self) -> float:
        return QFontMetricsF(self.look.font("small")).height()

    def _ascent(self) -> float:
        return QFontMetricsF(self.look.font("small")).ascent()


class AnswerBlock(QWidget):
    """One answer: its words, and its bar beside or under them."""

    def __init__(
        self, library: Library, answer: Answer, scale: Scale, look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.library, self.answer, self.look = library, answer, look
        self.text = Prose(look, words.short(answer), self)
        self.bar: BarView | None = None
        if not answer.has_no_number and (answer.is_share or scale.is_shared):
            self.bar = BarView(answer, scale, look, self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.space("l"))
        self._grid.setVerticalSpacing(look.space("xs"))
        self._grid.addWidget(self.text, 0, 0)
        self.show_apart("", False)

    def fit(self, beside: bool) -> None:
        """Put the bar beside the words, or under them."""
        if self.bar is not None:
            place = (0, 1) if beside else (1, 0)
            self._grid.addWidget(self.bar, *place, Qt.AlignmentFlag.AlignTop)
            self._grid.setColumnStretch(0, 3)
            self._grid.setColumnStretch(1, 2 if beside else 0)

    def show_apart(self, why: str, apart: bool) -> None:
        """Grey the answer out and say why, where it cannot be compared."""
        self.text.write(self._html(why, apart))
        if self.bar is not None:
            self.bar.set_apart(apart)

    def _html(self, why: str, apart: bool) -> str:
        writer, answer = Writer(self.look, self.library), self.answer
        ink = "text-quiet" if apart else "text"
        unit = words.unit(answer)
        small = f'<span style="font-size:{self.look.font("lead").pixelSize()}px"> {escape(unit)}'
        head = escape(words.figure(answer)) + (f"{small}</span>" if unit else "")
        lines = [writer.line(head, "display", ink, bold=True, plain=False)]
        if apart:
            note = tr("Cannot be compared: {0}").format(why)
            lines.append(writer.line(note, "body", "text", bold=True))
        if answer.counts.casefold() != unit.casefold():
            lines.append(writer.line(words.cell(answer, "counts"), "body", ink, bold=True))
        if (answer.out_of or answer.out_of_value) and answer.unit != NO_EFFECT:
            told = tr("Compared with {0}") if answer.is_change else tr("Out of {0}")
            out_of = told.format(answer.cell("out-of"))
            lines.append(writer.line(out_of, "body", ink))
        when = [words.period(answer), words.capital(answer.where)]
        lines.append(writer.line(" · ".join(part for part in when if part), "body", ink))
        if answer.qualifier == "computed":
            lines.append(writer.line(tr("Computed: not published as such"), "body", ink))
        sure = tr(words.CONFIDENCE[answer.confidence])
        lines.append(writer.line(f"{answer.speaker} · {sure}", "small", "text-quiet", above=1))
        lines.append(sources(self.library, answer.sources, writer))
        dossier = writer.link(answer.target, tr("All about this figure ›"))
        lines.append(writer.line(dossier, "small", plain=False))
        return "".join(lines)


class AnswersView(QWidget):
    """All answers to a question: those of one whole on one scale, the others each by itself."""

    opened = Signal(str)

    def __init__(
        self, library: Library, scales: Sequence[Scale], look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.space("m"))
        self.blocks: list[AnswerBlock] = []
        self._papers = [(scale, self._paper(library, scale)) for scale in scales]
        self._columns = 0

    def fit(self, width: int) -> None:
        """Lay the answers out in as many columns as have room."""
        columns = max(1, min(4, width // letters(self.look, CARD)))
        beside = width >= letters(self.look, SIDE_BY_SIDE)
        for block in self.blocks:
            block.fit(beside and block.property("shared"))
        if columns != self._columns:
            self._columns = columns
            self._place(columns)

    def show_apart(self, told: Mapping[str, str]) -> None:
        """Grey out what cannot be compared under the chosen meaning, and say why."""
        for block in self.blocks:
            target = block.answer.target
            block.show_apart(told.get(target, ""), target in told)

    def _place(self, columns: int) -> None:
        alone = [paper for scale, paper in self._papers if not scale.is_shared]
        shared = [paper for scale, paper in self._papers if scale.is_shared]
        for row, paper in enumerate(shared):
            self._grid.addWidget(paper, row, 0, 1, 12)
        rows = _rows(len(alone), columns)
        at = 0
        for row, count in enumerate(rows, len(shared)):
            span = 12 // count
            for column in range(count):
                self._grid.addWidget(alone[at], row, column * span, 1, span)
                at += 1
        for column in range(12):
            self._grid.setColumnStretch(column, 1)

    def _paper(self, library: Library, scale: Scale) -> Paper:
        paper = Paper(self.look, self)
        head = Prose(self.look, words.whole(scale), paper)
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head.write(Writer(self.look).line(words.whole(scale), "small", "text-quiet", bold=True))
        paper.column.addWidget(head)
        for answer in scale.answers:
            block = AnswerBlock(library, answer, scale, self.look, paper)
            block.setProperty("shared", scale.is_shared)
            block.text.opened.connect(self.opened)
            paper.column.addWidget(block)
            self.blocks.append(block)
        paper.column.addStretch(1)
        return paper


def _rows(count: int, columns: int) -> list[int]:
    """How many stand in each row so that no row has a gap: 5 in 4 columns are 3 and 2.

    >>> _rows(5, 4), _rows(4, 4), _rows(1, 3), _rows(0, 2)
    ([3, 2], [4], [1], [])
    """
    rows = -(-count // columns)
    return [count // rows + (number < count % rows) for number in range(rows)] if rows else []


def _round_up(value: float) -> float:
    """The next round number, as the end of a scale.

    >>> _round_up(409849), _round_up(77000), _round_up(0)
    (500000.0, 80000.0, 0.0)
    """
    if value <= 0:
        return 0.0
    step = 10.0 ** (len(str(int(value))) - 1)
    return float(-(-value // step) * step)
