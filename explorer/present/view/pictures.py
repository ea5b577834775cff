"""Small pictures of all steps, made one by one while the speaker talks and nothing else is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmap

from explorer.present.slides import Slide
from explorer.present.view.stage import MakePane, Stage, stage_look
from explorer.reader.theme import Theme

WINDOW: Final = (1280, 720)  # an audience’s window, whose pane is drawn
PANE: Final = (1194, 430)
QUIET: Final = 1500  # milliseconds after a key, until pictures are made
BETWEEN: Final = 300  # milliseconds of the talk between two pictures


class Pictures(QObject):
    """Draws what the steps look at on a stage of its own, which nobody sees.

    The panes of the talk are left alone, so the step that was got ready stays ready.
    """

    made = Signal(int, QPixmap)  # a step's number, from 1

    def __init__(self, make_pane: MakePane, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._make_pane, self._theme = make_pane, theme
        self._stage: Stage | None = None
        self._slides: Sequence[Slide] = ()
        self._wanted: list[Slide] = []
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.make_one)

    def begin(self, slides: Sequence[Slide], number: int) -> None:
        """Want pictures of all steps, those after a step first."""
        if self._slides is not slides:
            self._slides = slides
            self._wanted = [*slides[number - 1 :], *slides[: number - 1]]
        self.wait()

    def wait(self) -> None:
        """Leave the time to the talk for a while."""
        if self._wanted:
            self._timer.start(QUIET)

    def end(self) -> None:
        """Make no more, and let go of the stage."""
        self._timer.stop()
        self._slides, self._wanted = (), []
        self._let_go()

    def make_one(self) -> None:
        """Make the next picture; the rest follow by themselves."""
        if not self._wanted:
            return
        slide = self._wanted.pop(0)
        stage = self._own_stage()
        stage.show_lens(slide.lens)
        picture = stage.grab()
        if self._wanted:
            self._timer.start(BETWEEN)
        else:
            self._let_go()
        self.made.emit(slide.number, picture)

    def _own_stage(self) -> Stage:
        if self._stage is None:
            self._stage = Stage(self._make_pane, stage_look(self._theme, *WINDOW))
            self._stage.setPalette(self._stage.look.palette())
            self._stage.resize(*PANE)
        return self._stage

    def _let_go(self) -> None:
        if self._stage is not None:
            self._stage.deleteLater()
            self._stage = None
