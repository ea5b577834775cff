"""The live pane under a headline: a page of the program, dressed for the back row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from explorer.reader.lens import Lens
from explorer.reader.theme import BASE_SIZE, SIZES, Theme
from explorer.ui.page import Page
from explorer.ui.paint import Look
from explorer.ui.session import Session

MakePane = Callable[[str, Session, Look], Page]
LEAST: Final = 27.0  # pixels of the smallest text on a picture 1,080 high
HIGH: Final = 1080.0
INSTEAD: Final[Mapping[str, str]] = {"explore": "timeline"}  # a page that holds several panes
NARROWEST: Final = 1.1  # of a picture's height: narrower ones take text by their width


def stage_look(theme: Theme, width: float, height: float) -> Look:
    """A look whose smallest text can be read at the back of a room, for a window of that size."""
    least = LEAST * min(height, width / NARROWEST) / HIGH
    return Look(theme, least / (BASE_SIZE * min(SIZES.values())) / theme.text_scale, most=8.0)


class Stage(QStackedWidget):
    """Shows a lens in the page that it names; pages are made when first needed and kept.

    It has a session of its own. What the audience chooses in the pane moves that session, and
    :attr:`wandered` tells; :meth:`show_lens` brings the talk back.
    """

    wandered = Signal(object)  # the lens that somebody in the room chose

    def __init__(self, make_pane: MakePane, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._make = make_pane
        self._panes: dict[str, Page] = {}
        self._asked = Lens()
        self.session = Session(self._asked, self)
        self.session.moved.connect(self._tell)

    def show_lens(self, lens: Lens) -> None:
        """Show what a step of the talk looks at."""
        page = INSTEAD.get(lens.page, lens.page)
        self._asked = lens.but(page=page)
        self.session.go(self._asked)
        if page not in self._panes:
            pane = self._make(page, self.session, self.look)
            pane.set_stage(True)
            self._panes[page] = pane
            self.addWidget(pane)
        self.setCurrentWidget(self._panes[page])
        self.pane.draw()

    @property
    def pane(self) -> Page:
        """The page in view."""
        found = self.currentWidget()
        assert isinstance(found, Page)
        return found

    def describe(self) -> str:
        """What the pane shows, in words."""
        return self.pane.describe() if self.count() else ""

    def restyle(self, look: Look) -> None:
        """Take another look, as after the window changed its size."""
        self.look = look
        for pane in self._panes.values():
            pane.restyle(look)

    def _tell(self, new: Lens, _: Lens) -> None:
        if new != self._asked and not self.session.is_passing():
            self.wandered.emit(new)
