"""The evidence page: the questions and their answers, or the sources, one of them at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, cast

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.content.library import Library
from explorer.evidence.view.desk import QuestionsPanel
from explorer.reader.lens import Lens
from explorer.ui.divider import Divider
from explorer.ui.page import Page
from explorer.ui.paint import Look
from explorer.ui.session import Session

SHARE = 0.58  # of the list of sources, beside or above the chosen one
SOURCES = "sources"  # x.desk=sources shows the browser of sources
FIGURES = ("claim", "series", "question")


class Part(Protocol):
    """One of the two parts of the page."""

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Draw what differs between the two lenses; everything when *old* is None."""

    def restyle(self, look: Look) -> None:
        """Take another look."""

    def set_stage(self, is_on: bool) -> None:
        """Leave out what an audience has no use for, or bring it back."""


class EvidenceView(Page):
    """Questions with every published answer and why they differ; or the sources behind them.

    The option ``desk`` of the lens chooses the part, ``sources`` or none.
    """

    name = "evidence"

    def __init__(
        self, library: Library, session: Session, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(library, session, look, parent)
        self.stack = QStackedWidget(self)
        self._parts: dict[str, QWidget] = {}
        self._is_stage = False
        self.divider = Divider("sources-divider", Qt.Orientation.Horizontal, self, share=SHARE)
        self.divider.hide()  # made before its parts, so that the window remembers it
        self._build()

    def title(self) -> str:
        """The page's name on screen."""
        return self.tr("Evidence")

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Turn to the part that the lens asks for, and let it draw."""
        part = part_of(new)
        is_first = part not in self._parts
        shown = self.part(part)
        self.stack.setCurrentWidget(shown)
        self._buttons[part].setChecked(True)
        self._show_tools(shown)
        cast(Part, shown).show_lens(new, None if is_first else old)
        entry = getattr(shown, "entry", None)
        self.begin_at(entry() if entry else shown)

    def part(self, name: str) -> QWidget:
        """One of the two parts; made when it is first asked for."""
        if name not in self._parts:
            self._parts[name] = self._make(name)
            self.stack.addWidget(self._parts[name])
            cast(Part, self._parts[name]).set_stage(self._is_stage)
        return self._parts[name]

    def set_stage(self, is_on: bool) -> None:
        """Show the answers or the sources alone, large; or with lists and switches again."""
        self._is_stage = is_on
        self._top.setHidden(is_on)
        self._column.setContentsMargins(*(0, 0, 0, 0) if is_on else self._edges)
        for part in self._parts.values():
            cast(Part, part).set_stage(is_on)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the whole desk where its text stays readable, else what the window shows."""
        self.draw()
        shown = self.stack.currentWidget()
        if not (isinstance(shown, QuestionsPanel) and shown.paint(painter, rect)):
            super().paint(painter, rect)

    def shown(self) -> str:
        """The chosen item; among the sources the one that is told of."""
        part = self.stack.currentWidget()
        told = getattr(part, "shown", None)
        return str(told()) if told else super().shown()

    def describe(self) -> str:
        """The question with its answers and sides, or what the sources show."""
        self.draw()
        shown = self.stack.currentWidget()
        if isinstance(shown, QuestionsPanel):
            return shown.plain()
        told = getattr(shown, "describe", None)
        return str(told()) if told else self.title()

    def restyle(self, look: Look) -> None:
        """Take another theme or text size in both parts."""
        for part in self._parts.values():
            cast(Part, part).restyle(look)
        super().restyle(look)

    def _make(self, name: str) -> QWidget:
        if name == SOURCES:
            from explorer.evidence.view.sources import SourcesPanel  # only when asked for

            made = SourcesPanel(self.library, self.session, self.look, self.stack, self.divider)
            self.divider.show()
            return made
        panel = QuestionsPanel(self.library, self.session, self.look, self.stack)
        return panel

    def _build(self) -> None:
        column = self._column = QVBoxLayout(self)
        edges = column.contentsMargins()
        self._edges = (edges.left(), edges.top(), edges.right(), edges.bottom())
        self._top = QWidget(self)
        row = QHBoxLayout(self._top)
        row.setContentsMargins(0, 0, 0, 0)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        for name, words in (("", self.tr("Questions")), (SOURCES, self.tr("Sources"))):
            button = QToolButton(self)
            button.setText(words)
            button.setCheckable(True)
            button.setProperty("role", "tab")
            button.clicked.connect(self._turner(name))
            self._group.addButton(button)
            self._buttons[name] = button
            row.addWidget(button)
        row.addStretch(1)
        self._row = row
        column.addWidget(self._top)
        column.addWidget(self.stack, 1)

    def _show_tools(self, shown: QWidget) -> None:
        """Have the buttons of the part in view in the row of the page."""
        for part in self._parts.values():
            tools = getattr(part, "tools", None)
            if tools is not None:
                if tools.parentWidget() is not self._top:
                    self._row.insertWidget(len(self._buttons), tools)
                tools.setVisible(part is shown and not self._is_stage)

    def _turner(self, name: str) -> Callable[[], None]:
        return lambda: self._turn(name)

    def _turn(self, name: str) -> None:
        lens = self.session.lens.with_option("desk", name)
        if name == SOURCES and not lens.item.startswith("source:"):
            lens = lens.but(item="")
        self.session.go(lens)


def part_of(lens: Lens) -> str:
    """The part that a lens asks for; a question or a figure is never among the sources.

    >>> part_of(Lens(options={"desk": "sources"})), part_of(Lens(item="claim:trac-12"))
    ('sources', '')
    """
    asked = lens.option("desk") == SOURCES
    return SOURCES if asked and lens.item.partition(":")[0] not in FIGURES else ""
