"""The evidence page: the questions and their answers, or the sources, one of them at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, cast

from PySide6.QtCore import QRectF
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
from explorer.ui.page import Page
from explorer.ui.paint import Look
from explorer.ui.session import Session

SOURCES = "sources"  # x.desk=sources shows the browser of sources
FIGURES = ("claim", "series", "question")


class Part(Protocol):
    """One of the two parts of the page."""

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Draw what differs between the two lenses; everything when *old* is None."""

    def restyle(self, look: Look) -> None:
        """Take another look."""


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
        self._is_staged = False  # whether an audience looks, which has no use for controls
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
        cast(Part, shown).show_lens(new, None if is_first else old)
        entry = getattr(shown, "entry", None)
        self.begin_at(entry() if entry else shown)

    def part(self, name: str) -> QWidget:
        """One of the two parts; made when it is first asked for."""
        if name not in self._parts:
            self._parts[name] = self._make(name)
            self.stack.addWidget(self._parts[name])
        return self._parts[name]

    def set_stage(self, is_on: bool) -> None:
        """Leave out the controls that an audience has no use for, or bring them back."""
        self._is_staged = is_on
        for button in self._buttons.values():
            button.setVisible(not is_on)
        for part in self._parts.values():
            if isinstance(part, QuestionsPanel):
                part.set_stage(is_on)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the whole desk, with what a window would have to scroll to; or the sources."""
        self.draw()
        shown = self.stack.currentWidget()
        if isinstance(shown, QuestionsPanel):
            shown.paint(painter, rect)
        else:
            super().paint(painter, rect)

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

            return SourcesPanel(self.library, self.session, self.look, self.stack)
        panel = QuestionsPanel(self.library, self.session, self.look, self.stack)
        panel.set_stage(self._is_staged)
        return panel

    def _build(self) -> None:
        column = QVBoxLayout(self)
        row = QHBoxLayout()
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
        column.addLayout(row)
        column.addWidget(self.stack, 1)

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
