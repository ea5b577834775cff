"""The published answers for the back row: large, in a grid, with what an audience needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from explorer.content.library import Library
from explorer.evidence.compare import Answer, Scale
from explorer.evidence.view import words
from explorer.evidence.view.answers import fact_lines
from explorer.evidence.view.prose import Paper, Prose, Writer, letters
from explorer.evidence.view.words import tr
from explorer.ui.paint import Look

CELL: Final = 24  # letters of an answer
SHORT: Final = 28  # letters of a name that is not broken
MOST: Final = 3  # answers beside each other


class StagedAnswers(QObject):
    """Every answer with figure, what it counts, out of what, when, and who says it."""

    opened = Signal(str)

    def __init__(self, library: Library, scales: Sequence[Scale], look: Look, paper: Paper) -> None:
        super().__init__(paper)
        self.look, self._writer = look, Writer(look, library)
        self._room = QWidget(paper)
        self._grid = QGridLayout(self._room)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.space("m"))
        self._grid.setVerticalSpacing(look.space("xs"))
        paper.column.addWidget(self._room)
        found = [answer for scale in scales for answer in scale.answers]
        self.cells = [(answer, self._cell(answer)) for answer in found]
        self._columns = 0
        self._told: Mapping[str, str] = {}
        self._write()

    def fit(self, width: int) -> None:
        """Lay the answers out in as many columns as can be read."""
        columns = columns_for(len(self.cells), width // letters(self.look, CELL))
        if columns == self._columns:
            return
        self._columns = columns
        for number, (_, cell) in enumerate(self.cells):
            place = divmod(number, columns)
            self._grid.addWidget(cell, *place, Qt.AlignmentFlag.AlignTop)
        for column in range(MOST):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def show_apart(self, told: Mapping[str, str]) -> None:
        """Grey out what cannot be compared under the chosen meaning, and say why."""
        if told != self._told:
            self._told = told
            self._write()

    def _cell(self, answer: Answer) -> Prose:
        cell = Prose(self.look, words.short(answer), self._room)
        cell.opened.connect(self.opened)
        return cell

    def _write(self) -> None:
        for answer, cell in self.cells:
            cell.write(self._html(answer))

    def _html(self, answer: Answer) -> str:
        apart = answer.target in self._told
        ink, writer = "text-quiet" if apart else "text", self._writer
        html = _figure(answer, writer, ink)
        if apart:
            note = tr("Cannot be compared: {0}").format(self._told[answer.target])
            html += writer.line(note, "small", "text", bold=True)
        return html + "".join(fact_lines(answer, writer, "small", ink, is_short=True))


def _figure(answer: Answer, writer: Writer, ink: str) -> str:
    """The figure with its unit and who says it, beside it or beneath as a whole."""
    unit, who = words.unit(answer), words.capital(words.speaker(answer))
    small = f"{unit} · {who}" if unit else who
    figure = escape(words.figure(answer))
    if len(small) > SHORT:
        head = writer.line(figure, "title", ink, bold=True, plain=False)
        return head + writer.line(small, "small", "text-quiet")
    pixels, quiet = writer.look.font("small").pixelSize(), writer.color("text-quiet")
    style = f"font-size:{pixels}px; font-weight:400; color:{quiet}"
    whole = escape(small).replace(" ", "&nbsp;")
    html = f'{figure}&nbsp; <span style="{style}">{whole}</span>'
    return writer.line(html, "title", ink, bold=True, plain=False)


def columns_for(count: int, room: int) -> int:
    """How many answers stand beside each other where there is room for some.

    >>> columns_for(7, 3), columns_for(4, 3), columns_for(2, 3), columns_for(3, 0)
    (3, 2, 2, 1)
    """
    most = max(1, min(MOST, room))
    return 2 if count == 4 and most == 3 else min(most, count)
