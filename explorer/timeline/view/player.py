"""Playing: the moment moves by itself, from event to event."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.reader.lens import Lens
from explorer.timeline.items import Contents, Mark
from explorer.timeline.view.toolbar import PACES
from explorer.ui.session import Session


class Player(QObject):
    """Steps through the events that are shown, each for as long as chosen.

    It stops as soon as the reader chooses anything else; moving or zooming the years is no choice.
    """

    turned = Signal()  # on or off

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._marks: tuple[Mark, ...] = ()
        self._pace = PACES[1]
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.step)
        self._asked: Lens | None = None  # where the last step went
        session.moved.connect(self._follow)
        session.trail_changed.connect(self._stop)

    def show_contents(self, contents: Contents) -> None:
        """Step through other events."""
        self._marks = contents.marks

    def is_playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._timer.isActive()

    def toggle(self) -> None:
        """Start, or stop."""
        if self.is_playing():
            self._stop()
            self._session.settle()
        else:
            self._timer.start(self._pace * 1000)
            self.turned.emit()
            self.step()

    def set_pace(self, seconds: int) -> None:
        """How long each event stays."""
        self._pace = seconds
        if self.is_playing():
            self._timer.start(seconds * 1000)

    def step(self) -> None:
        """The next event after the one that is looked at; after the last one, stop."""
        upcoming = following(self._marks, self._session.lens)
        if upcoming is not None:
            there = {"item": upcoming.ref, "moment": upcoming.when.middle}
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


def following(marks: tuple[Mark, ...], lens: Lens) -> Mark | None:
    """The event after the chosen one; where the moment is another, the next one from it on."""
    place = next((place for place, mark in enumerate(marks) if mark.ref == lens.item), -1)
    if place >= 0 and marks[place].when.middle == lens.moment:
        return marks[place + 1] if place + 1 < len(marks) else None
    day = lens.moment.toordinal() + 0.5
    return next((mark for mark in marks if mark.day >= day), None)
