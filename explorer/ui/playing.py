"""Playing: the moment moves by itself, step after step, until the reader does something else."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.reader.lens import Lens
from explorer.ui.session import Session


class Playing(QObject):
    """Goes on by itself, each step for as long as chosen; a page says what the next step is.

    It stops as soon as the reader chooses anything else; moving or zooming the years is no choice.
    """

    turned = Signal()  # on or off

    def __init__(self, session: Session, seconds: float, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._pace = seconds
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.step)
        self._asked: Lens | None = None  # where the last step went
        session.moved.connect(self._follow)
        session.trail_changed.connect(self._stop)

    def following(self, lens: Lens) -> dict[str, Any]:
        """What the next step changes in a lens; nothing after the last one."""
        raise NotImplementedError

    def is_playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._timer.isActive()

    def toggle(self) -> None:
        """Start, or stop."""
        if self.is_playing():
            self._stop()
            self._session.settle()
        else:
            self._timer.start(round(self._pace * 1000))
            self.turned.emit()
            self.step()

    def set_pace(self, seconds: float) -> None:
        """How long each step stays."""
        self._pace = seconds
        if self.is_playing():
            self._timer.start(round(seconds * 1000))

    def step(self) -> None:
        """The next step; after the last one, stop."""
        there = self.following(self._session.lens)
        if there:
            self._asked = _choice(self._session.lens.but(**there))
            self._session.pass_by(**there)
        elif self.is_playing():
            self.toggle()

    def _follow(self, new: Lens, old: Lens) -> None:
        """Stop if the reader went elsewhere than the last step."""
        if _choice(new) not in (_choice(old), self._asked):
            self._stop()

    def _stop(self) -> None:
        """Stay where the session is."""
        if self.is_playing():
            self._timer.stop()
            self.turned.emit()


def _choice(lens: Lens) -> Lens:
    """All of a lens but the years in view."""
    return lens.but(start=None, end=None)
