"""The plot under pointer and keys: marks, events and the moment are chosen, lines are drawn."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from explorer.charts import specs
from explorer.charts.view import words
from explorer.charts.view.canvas import Canvas, Tell
from explorer.charts.view.ink import Spot
from explorer.charts.view.strip import GRIP
from explorer.ui.paint import Look

NEAR: Final = 28  # pixels at 100 % text within which a click chooses a mark


class Plot(Canvas):
    """Draws a :class:`Drawing`; a click or an arrow key chooses one of its marks."""

    chosen = Signal(str)  # a mark, with the mouse
    walked = Signal(str)  # … with the keys
    event_chosen = Signal(str)  # event:…
    moment_moved = Signal(object)  # a date, while its line is dragged
    moment_left = Signal()  # the line was let go
    drew = Signal()  # the reader drew at one of the marks asked for
    finished = Signal()  # … and wants to see the figures

    def __init__(self, look: Look, tell: Tell, parent: QWidget | None = None) -> None:
        super().__init__(look, tell, parent)
        self._dragging = False
        self._telling = ""  # what the slip says that is no figure: a reason, or an event

    # ----------------------------------------------------------------------------- mouse, keys

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Set the scales anew for the new room."""
        super().resizeEvent(event)
        if self.drawing is not None and self.strip.rows(self.height()) != self._rows:
            self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose the mark or event under the pointer, or take hold of the moment."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()
        if event.button() != Qt.MouseButton.LeftButton or self.drawing is None:
            return
        at = event.position()
        if self.is_asking:
            self._draw_at(at, goes_on=False)
            return
        named, key = self.strip.event_at(at, near_line=False), self.nearest(at)
        if self.strip.holds_moment(at, near_line=not key):
            self._dragging = True
        elif key and not named:
            self.chosen.emit(key)
        elif named or (named := self.strip.event_at(at, near_line=True)):
            self.event_chosen.emit(named)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Move the moment while it is held; else show the value under the pointer in passing."""
        if self.drawing is None:
            return
        at = event.position()
        if self.is_asking:
            if event.buttons() & Qt.MouseButton.LeftButton:
                self._draw_at(at, goes_on=True)
            self.viewport().setCursor(Qt.CursorShape.CrossCursor)
            return
        if self._dragging:
            self.moment_moved.emit(self.day_at(at.x()))
            return
        key = self.nearest(at)
        self._hover(key)
        self._tell_beside(at, "" if key else self._beside(at))
        self.viewport().setCursor(self._pointer(at, key))

    def _beside(self, at: QPointF) -> str:
        """What there is to say where no figure is: an event in full, or why a line is broken."""
        ref = self.strip.event_at(at, near_line=True)
        found = next((event for event in self.events if f"event:{event.id}" == ref), None)
        if found is not None:
            return words.happened(found)
        for split in self.ink.splits:
            if abs(self._in_pixels(QPointF(split.x, 0)).x() - at.x()) <= GRIP:
                return split.why
        return ""

    def _tell_beside(self, at: QPointF, text: str) -> None:
        if text:
            self._cursor.tell(words.on_tip(text, self.look), at, QRectF(self.rect()))
        elif self._telling:
            self._show_cursor()
        self._telling = text

    def _draw_at(self, at: QPointF, goes_on: bool) -> None:
        assert self.sketch is not None
        here = self._box.mapSceneToView(at)
        self.sketch.draw_at(here.x(), self.scales.value(here.y()), goes_on)
        self._show_cursor()
        self.drew.emit()

    def _pointer(self, at: QPointF, key: str) -> Qt.CursorShape:
        if self.strip.holds_moment(at, near_line=not key):
            return Qt.CursorShape.SizeHorCursor
        if key or self.strip.event_at(at, near_line=True):
            return Qt.CursorShape.PointingHandCursor
        return Qt.CursorShape.ArrowCursor

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let the moment go; a click has done its work when it was pressed."""
        event.accept()
        if self._dragging:
            self._dragging = False
            self.moment_left.emit()

    def wheelEvent(self, event: Any) -> None:  # noqa: N802
        """Leave the wheel to what the plot stands in."""
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Without a pointer only the chosen mark is shown."""
        super().leaveEvent(event)
        self._hover("")
        self._tell_beside(QPointF(), "")

    def nearest(self, at: QPointF) -> str:
        """The mark on which a point of the widget lies, or the nearest one close to it."""
        here = self._box.mapSceneToView(at)
        spots = self.spots()
        hit = next((s.key for s in spots if s.bar and s.bar.normalized().contains(here)), "")
        if hit or not spots:
            return hit
        distance, key = min((self._distance(spot, at), spot.key) for spot in spots)
        return key if distance <= NEAR * self.look.scale else ""

    def _distance(self, spot: Spot, scene: QPointF) -> float:
        place = self._box.mapViewToScene(spot.at) - scene
        return float((place.x() ** 2 + place.y() ** 2) ** 0.5)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows walk along a line and across lines; Home and End go to its ends."""
        if self.is_asking and self._draw_by_key(event.key()):
            event.accept()
            return
        step = _STEPS.get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.drawing is None or step is None or not self.drawing.marks or not plain:
            event.ignore()
            return
        along, across = step
        if across and not self._is_flat():
            key = specs.across(self.drawing, self.key, across)
        else:
            key = specs.neighbor(self.drawing, self.key, along or across)
        self._hovered = ""
        self.walked.emit(key)
        event.accept()

    def _draw_by_key(self, key: int) -> bool:
        """While drawing: left and right choose a year, up and down draw, Enter ends it."""
        assert self.sketch is not None
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
            return True
        step = _STEPS.get(Qt.Key(key)) or _LEAPS.get(Qt.Key(key))
        if step is None:
            return False
        along, across = step
        if along:
            self.sketch.move(along)
        else:
            self.sketch.change(-across)
        self._show_cursor()
        self.drew.emit()
        return True

    def focusInEvent(self, event: Any) -> None:  # noqa: N802
        """With the keyboard here, the chosen mark says its value."""
        super().focusInEvent(event)
        self._show_cursor()

    def focusOutEvent(self, event: Any) -> None:  # noqa: N802
        """Without the keyboard the value is left to the panel beside."""
        super().focusOutEvent(event)
        self._show_cursor()


_FAR: Final = 10_000
_STEPS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Home: (-_FAR, 0),
    Qt.Key.Key_End: (_FAR, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_LEAPS: Final = {Qt.Key.Key_PageUp: (0, -5), Qt.Key.Key_PageDown: (0, 5)}
