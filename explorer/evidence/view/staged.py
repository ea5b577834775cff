"""The published answers for the back row: large, in a grid, with what an audience needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QGridLayout, QWidget

from explorer.content.library import Library
from explorer.evidence.compare import Answer, Scale
from explorer.evidence.view import words
from explorer.evidence.view.answers import fact_lines
from explorer.evidence.view.prose import Paper, Prose, Writer, letters
from explorer.evidence.view.words import tr
from explorer.ui.paint import Look

CELL: Final = 24  # letters of an answer
NARROWEST: Final = 19  # letters of an answer, where they would not all fit otherwise
MOST: Final = 3  # answers beside each other, unless they need more
SIZES: Final = (("title", "small"), ("heading", "caption"))  # of figure and text; the last is least
PART: Final = "part:"  # how the link to another part of the answers begins


@dataclass(frozen=True)
class Layout:
    """How answers are set: columns, sizes of figure and text, and into how many parts."""

    columns: int
    sizes: tuple[str, str] = SIZES[0]
    parts: int = 1


class StagedAnswers(QObject):
    """Every answer with figure, what it counts, out of what, when, and who says it.

    All are seen at once, in smaller type and more columns where they need it. Where even that is
    not enough, they are shown in parts of equal size, which say so and lead to each other.
    """

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
        self.turner = Prose(look, tr("Part of the answers"), paper)
        self.turner.opened.connect(self._turn)
        self.turner.hide()
        paper.column.addWidget(self.turner)
        found = [answer for scale in scales for answer in scale.answers]
        self.cells = [(answer, self._cell(answer)) for answer in found]
        self.layout, self.part = Layout(0), 0
        self._wide = 0
        self._told: Mapping[str, str] = {}

    def fit(self, width: int, height: int = 0) -> None:
        """Lay the answers out so that all are seen in a width and a height; 0 is any height."""
        found = self._fitting(width, height)
        self.part = min(self.part, found.parts - 1)
        self.layout = found
        self._write(found, self._column(found, width))
        self._place(found)

    def show_apart(self, told: Mapping[str, str]) -> None:
        """Grey out what cannot be compared under the chosen meaning, and say why."""
        if told != self._told:
            self._told = told
            if self._wide:
                self._write(self.layout, self._wide)

    def _fitting(self, width: int, height: int) -> Layout:
        """The largest layout that fits, in as few parts as can be."""
        count = len(self.cells)
        usual = columns_for(count, width // letters(self.look, CELL))
        if not height:
            return Layout(usual)
        most = max(usual, min(count, width // letters(self.look, NARROWEST)))
        last = Layout(usual, SIZES[-1], count)
        for parts in range(1, count + 1):
            for sizes in SIZES if parts == 1 else SIZES[-1:]:
                for columns in range(min(usual, -(-count // parts)), most + 1):
                    last = Layout(columns, sizes, parts)
                    if self._needed(last, width) <= height:
                        return last
        return last

    def _needed(self, layout: Layout, width: int) -> int:
        """The height of the tallest part of a layout."""
        column = self._column(layout, width)
        self._write(layout, column)
        told = [cell.heightForWidth(column) for _, cell in self.cells]
        tall = max(
            sum(max(told[at : at + layout.columns]) for at in range(start, end, layout.columns))
            + self._grid.verticalSpacing() * (-(-(end - start) // layout.columns) - 1)
            for start, end in parted(len(told), layout.parts)
        )
        turner = self.turner.heightForWidth(width) + self.look.space("s")
        return tall + (turner if layout.parts > 1 else 0)

    def _column(self, layout: Layout, width: int) -> int:
        gaps = self._grid.horizontalSpacing() * (layout.columns - 1)
        return (width - gaps) // layout.columns

    def _place(self, layout: Layout) -> None:
        start, end = parted(len(self.cells), layout.parts)[self.part]
        for number, (_, cell) in enumerate(self.cells):
            is_shown = start <= number < end
            if is_shown:
                place = divmod(number - start, layout.columns)
                self._grid.addWidget(cell, *place, Qt.AlignmentFlag.AlignTop)
            cell.setVisible(is_shown)
        for column in range(max(layout.columns, self._grid.columnCount())):
            self._grid.setColumnStretch(column, 1 if column < layout.columns else 0)
        self.turner.setVisible(layout.parts > 1)

    def _turn(self, ref: str) -> None:
        self.part = int(ref.removeprefix(PART))
        self._write(self.layout, self._wide)
        self._place(self.layout)

    def _cell(self, answer: Answer) -> Prose:
        cell = Prose(self.look, words.short(answer), self._room)
        cell.edge = 0  # every line counts here
        cell.opened.connect(self.opened)
        return cell

    def _write(self, layout: Layout, width: int) -> None:
        self._wide = width
        for answer, cell in self.cells:
            cell.write(self._html(answer, layout.sizes, width))
        text = tr("{0} of {1}").format(self.part + 1, layout.parts)
        others = self._writer.link(
            f"{PART}{(self.part + 1) % layout.parts}", tr("The other answers ›")
        )
        self.turner.write(
            self._writer.line(f"{text} · {others}", layout.sizes[1], bold=True, plain=False)
        )

    def _html(self, answer: Answer, sizes: tuple[str, str], width: int) -> str:
        apart = answer.target in self._told
        ink, writer = "text-quiet" if apart else "text", self._writer
        html = _figure(answer, writer, ink, sizes, width)
        if apart:
            note = tr("Cannot be compared: {0}").format(self._told[answer.target])
            html += writer.line(note, sizes[1], "text", bold=True)
        return html + "".join(fact_lines(answer, writer, sizes[1], ink, is_short=True))


def _figure(answer: Answer, writer: Writer, ink: str, sizes: tuple[str, str], width: int) -> str:
    """The figure with its unit and who says it, beside it or beneath as a whole."""
    unit, who = words.unit(answer), words.capital(words.speaker(answer))
    small = f"{unit} · {who}" if unit else who
    look, figure = writer.look, words.figure(answer)
    taken = sum(
        QFontMetricsF(look.font(size, bold=bold)).horizontalAdvance(text)
        for size, bold, text in ((sizes[0], True, f"{figure}MM"), (sizes[1], False, small))
    )
    if taken > width:
        head = writer.line(figure, sizes[0], ink, bold=True)
        return head + writer.line(small, sizes[1], "text-quiet")
    pixels, quiet = look.font(sizes[1]).pixelSize(), writer.color("text-quiet")
    style = f"font-size:{pixels}px; font-weight:400; color:{quiet}"
    whole = escape(small).replace(" ", "&nbsp;")
    html = f'{escape(figure)}&nbsp; <span style="{style}">{whole}</span>'
    return writer.line(html, sizes[0], ink, bold=True, plain=False)


def parted(count: int, parts: int) -> list[tuple[int, int]]:
    """From where to where each part reaches, when some answers are parted evenly.

    >>> parted(7, 1), parted(7, 2), parted(9, 3)
    ([(0, 7)], [(0, 4), (4, 7)], [(0, 3), (3, 6), (6, 9)])
    """
    cuts = [-(-count * part // parts) for part in range(parts + 1)]
    return list(pairwise(cuts))


def columns_for(count: int, room: int) -> int:
    """How many answers stand beside each other where there is room for some.

    >>> columns_for(7, 3), columns_for(4, 3), columns_for(2, 3), columns_for(3, 0)
    (3, 2, 2, 1)
    """
    most = max(1, min(MOST, room))
    return 2 if count == 4 and most == 3 else min(most, count)
