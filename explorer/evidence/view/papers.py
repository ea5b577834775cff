"""A desk of papers, in one column or in two, laid out anew for another width."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.content.library import Library
from explorer.evidence.columns import beside
from explorer.evidence.view.prose import Paper, Prose, Writer, letters
from explorer.ui.paint import Look

TWO: Final = 112  # letters: from here on the papers lie in two columns
WIDE: Final = 58  # letters of a column: from here on two sides stand beside each other in it


class Desk(QWidget):
    """Papers in the order in which they are read; the first stay left, the others have room."""

    opened = Signal(str)  # the target of a link

    def __init__(
        self,
        library: Library,
        look: Look,
        parent: QWidget | None = None,
        *,
        is_stage: bool = False,
    ) -> None:
        super().__init__(parent)
        self.library, self.look, self.writer = library, look, Writer(look, library)
        self.is_stage = is_stage
        self.is_one_column = is_stage  # whatever the width
        self.room = 0  # the height in which an audience sees all, since nobody scrolls; 0 is any
        self.papers: list[Paper] = []
        self.staying = 1  # so many papers are always left
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(look.space("m"))
        self._columns = (QVBoxLayout(), QVBoxLayout())
        for column in self._columns:
            column.setSpacing(look.space("m"))
            column.addStretch(1)
            self._across.addLayout(column, 1)
        self._told: list[tuple[Prose, Callable[[bool], str]]] = []
        self._wide_html: dict[Prose, str] = {}
        self._wide: bool | None = None
        self._placed: tuple[list[Paper], ...] = ()

    def add_told(
        self, name: str, html: Callable[[bool], str], paper: Paper | None = None
    ) -> Prose | None:
        """Text on a paper of its own, or on one that is there; none where there is nothing to say."""
        first = html(True)
        if not first:
            return None
        on = paper or self.add_paper()
        prose = Prose(self.look, name, on)
        prose.opened.connect(self.opened)
        on.column.addWidget(prose)
        self._told.append((prose, html))
        self._wide_html[prose] = first
        return prose

    def add_note(self, name: str, html: str) -> None:
        """Say something above all the rest."""
        note = Prose(self.look, name, self.papers[0])
        note.opened.connect(self.opened)
        note.write(html)
        self.papers[0].column.insertWidget(0, note)

    def add_paper(self) -> Paper:
        """Another paper after the others."""
        paper = Paper(self.look, self)
        if self.is_stage:  # every line counts there
            edge, above = self.look.space("m"), self.look.space(1)
            paper.column.setContentsMargins(edge, above, edge, above)
            paper.column.setSpacing(above)
        self.papers.append(paper)
        return paper

    @property
    def gap(self) -> int:
        """The pixels between two papers."""
        return self._across.spacing()

    def fit(self, width: int) -> None:
        """Lay texts and papers out for a width."""
        two = not self.is_one_column and width >= letters(self.look, TWO)
        column = (width - self.gap) // 2 if two else width
        wide = column >= letters(self.look, WIDE)
        if wide != self._wide:
            self._wide = wide
            for prose, html in self._told:
                prose.write(self._wide_html[prose] if wide else html(wide))
        self.fit_parts(column)
        self._place(self._split(column) if two else (self.papers, []))
        if self.is_stage:
            self._show_whole(column)

    def fit_room(self, height: int) -> None:
        """Lay the desk out for an audience that sees so many pixels of it."""
        if self.room != height:
            self.room = height
            self.fit(self.width())

    def fit_parts(self, width: int) -> None:
        """Lay out what is no text, in a column of that width."""

    def _show_whole(self, width: int) -> None:
        """Show the papers that are seen whole, from the first on; the others would be cut."""
        used, is_whole = 0, True
        for number, paper in enumerate(self.papers):
            used += paper.column.heightForWidth(width) + (self.gap if number else 0)
            is_whole = is_whole and (not number or not self.room or used <= self.room)
            paper.setVisible(is_whole)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Lay the papers out for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit(event.size().width())

    def plain(self) -> str:
        """All that stands on the desk, as plain text."""
        return "\n".join(one.toPlainText() for one in self.findChildren(Prose) if is_told(one))

    def size_for(self, width: int) -> QSize:
        """The desk as large as it is at a width."""
        self.fit(width)
        self._across.invalidate()
        return QSize(width, self._across.heightForWidth(width))

    def cuts(self) -> list[int]:
        """Where the desk can be cut from side to side without cutting a paper."""
        boxes = []
        for paper in self.papers:
            top = paper.mapTo(self, QPoint()).y()
            boxes.append((top, top + paper.height()))
        bottoms = sorted({bottom for _, bottom in boxes})
        return [at for at in bottoms if not any(top < at < bottom for top, bottom in boxes)]

    def _split(self, width: int) -> tuple[list[Paper], list[Paper]]:
        """The papers of both columns, so that the longer one is as short as it can be."""
        heights = [paper.column.heightForWidth(width) + self.gap for paper in self.papers]
        start, end = self.staying, beside(heights, self.staying)
        return [*self.papers[:start], *self.papers[end:]], self.papers[start:end]

    def _place(self, wanted: tuple[list[Paper], list[Paper]]) -> None:
        if wanted == self._placed:
            return
        self._placed = tuple(list(papers) for papers in wanted)
        for layout, papers in zip(self._columns, wanted, strict=True):
            for number, paper in enumerate(papers):
                layout.insertWidget(number, paper)
        self._across.setStretch(1, 1 if wanted[1] else 0)
        self._order([*wanted[0], *wanted[1]])

    def _order(self, papers: list[Paper]) -> None:
        """Let Tab go down the left column, then down the right one."""
        parts = [
            part
            for paper in papers
            for part in paper.findChildren(QWidget)
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.window() is self.window()
        ]
        for one, other in pairwise(parts):
            QWidget.setTabOrder(one, other)


def is_told(prose: Prose) -> bool:
    """Whether a text is shown where it lies, on a paper that is shown."""
    paper = prose.parentWidget()
    return not prose.isHidden() and not (isinstance(paper, Paper) and paper.isHidden())
