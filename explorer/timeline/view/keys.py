"""What keys do on the timeline: explore, choose, move the view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from explorer.timeline.seen import SeenCluster

if TYPE_CHECKING:
    from explorer.timeline.view.canvas import Canvas

Move = QAbstractItemView.CursorAction

_PANS: Final = {
    Qt.Key.Key_Home: -2.0,
    Qt.Key.Key_End: 2.0,
    Qt.Key.Key_PageUp: -0.8,
    Qt.Key.Key_PageDown: 0.8,
}


class Keys:
    """The keys of a canvas."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    def press(self, event: QKeyEvent) -> bool:
        """Arrows explore, Enter chooses; plus, minus, Home, End and the page keys move the view.

        False for all other keys.
        """
        key, drawing = Qt.Key(event.key()), self._canvas.drawing
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if drawing is None or with_control:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._canvas.zoom(1)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self._canvas.zoom(-1)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_F):
            self._canvas.fit()
        elif key in _PANS:
            self._pan(_PANS[key])
        else:
            return False
        return True

    def next_row(self, row: int, action: Move, day: float) -> int:
        """The row that a key leads to; up and down stay near a *day*."""
        last = len(self._canvas.items.entries) - 1
        if action in (Move.MoveUp, Move.MoveDown):
            return self._canvas.tracks.across(row, 1 if action == Move.MoveDown else -1, day)
        if action in (Move.MoveLeft, Move.MoveRight):
            return self._canvas.tracks.along(row, 1 if action == Move.MoveRight else -1)
        return {
            Move.MoveNext: min(row + 1, last),
            Move.MovePrevious: max(row - 1, 0),
        }.get(action, row)

    def _choose(self) -> None:
        ref = self._canvas.current_ref()
        row = self._canvas.items.rows.get(ref, -1)
        if row < 0 or self._canvas.drawing is None:
            return
        entry = self._canvas.items.entries[row]
        spot = (
            self._canvas.drawing.sheet.spot(entry.place, self._canvas.view)
            if entry.kind == "event"
            else None
        )
        if isinstance(spot, SeenCluster) and len(spot.marks) > 1:
            self._canvas.open_cluster(spot)
        else:
            self._canvas.chosen.emit(ref)

    def _pan(self, part: float) -> None:
        assert self._canvas.drawing is not None
        view, sheet = self._canvas.target(), self._canvas.drawing.sheet
        if abs(part) > 1:
            left = sheet.start if part < 0 else sheet.end
        else:
            left = view.left + part * view.width / view.scale
        self._canvas.go_to(sheet.view(left, view.scale))
