"""Where the reader goes; the one signal that pages follow."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.reader.lens import Lens

FRAME = 16  # milliseconds: during a gesture at most one lens a frame
LONGEST_TRAIL = 200


class Session(QObject):
    """Where the reader is and has been.

    Views never call each other. A view asks the session to look somewhere; every view, the
    asker included, then hears :attr:`moved` and redraws what differs between the two lenses.
    """

    moved = Signal(object, object)  # new lens, old lens
    said = Signal(str)  # a short message for the reader, in words of the screen
    warned = Signal(str)  # what went wrong, in words of the screen
    wanted = Signal(str)  # the id of a command of the window that a page has a button for
    trail_changed = Signal()  # back or forward became possible or impossible

    def __init__(self, lens: Lens | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lens = lens or Lens()
        self._settled = self._lens  # the lens before a gesture began
        self._past: list[Lens] = []
        self._future: list[Lens] = []
        self._waiting: Lens | None = None
        self._nudged = False  # whether the last move was a nudge
        self._timer = QTimer(self, interval=FRAME, singleShot=True)
        self._timer.timeout.connect(self._send_waiting)

    @property
    def lens(self) -> Lens:
        """What the reader is looking at now."""
        return self._lens

    def go(self, lens: Lens) -> None:
        """Look through *lens* and remember the one before it; nothing happens if they are equal."""
        self._drop_waiting()
        self._nudged = False
        if lens == self._settled:
            self._show(lens)
            return
        self._past.append(self._settled)
        del self._past[:-LONGEST_TRAIL]
        self._future.clear()
        self._settled = lens
        self._show(lens)
        self.trail_changed.emit()

    def look(self, **changes: Any) -> None:
        """Look with some things changed: ``look(item="event:2008-secure-communities")``."""
        self.go((self._waiting or self._lens).but(**changes))

    def nudge(self, **changes: Any) -> None:
        """One of several small steps, such as a month by key: a run of them is one entry."""
        lens, before = (self._waiting or self._lens).but(**changes), self._settled
        run_goes_on = self._nudged
        if run_goes_on and lens != before:
            self._drop_waiting()
            self._settled = lens
            self._show(lens)
        else:
            self.go(lens)
        self._nudged = run_goes_on or lens != before

    def pass_by(self, **changes: Any) -> None:
        """During a gesture: show at most one lens a frame and keep none in the trail."""
        self._waiting = (self._waiting or self._lens).but(**changes)
        if not self._timer.isActive():
            self._send_waiting()

    def settle(self) -> None:
        """End of a gesture: where it ended enters the trail."""
        self.go(self._waiting or self._lens)

    def back(self) -> None:
        """To the lens before, if there is one."""
        self._travel(self._past, self._future)

    def forward(self) -> None:
        """To the lens that :meth:`back` came from."""
        self._travel(self._future, self._past)

    def is_passing(self) -> bool:
        """Whether this lens is only passed by: part of a gesture, or of playing on."""
        return self._lens != self._settled

    def can_go_back(self) -> bool:
        """Whether :meth:`back` would move."""
        return bool(self._past)

    def can_go_forward(self) -> bool:
        """Whether :meth:`forward` would move."""
        return bool(self._future)

    def trail(self) -> tuple[Lens, ...]:
        """The lenses before this one, oldest first."""
        return tuple(self._past)

    def _travel(self, source: list[Lens], other: list[Lens]) -> None:
        self._drop_waiting()
        self._nudged = False
        if source:
            other.append(self._settled)
            self._settled = source.pop()
            self._show(self._settled)
            self.trail_changed.emit()

    def _send_waiting(self) -> None:
        if self._waiting is not None:
            lens, self._waiting = self._waiting, None
            self._show(lens)
            self._timer.start()

    def _drop_waiting(self) -> None:
        self._timer.stop()
        self._waiting = None

    def _show(self, lens: Lens) -> None:
        old, self._lens = self._lens, lens
        if lens != old:
            self.moved.emit(lens, old)
