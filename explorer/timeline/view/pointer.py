"""What the pointer does on the timeline: drag, choose, fold, turn the wheel."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent

from explorer.timeline.seen import SeenCluster

if TYPE_CHECKING:
    from explorer.timeline.view.canvas import Canvas

_STEP = 1.25  # how much closer one step of the wheel comes
_GRAB = 6.0  # pixels from the playhead that still hold it


class Pointer:
    """Takes hold of the playhead, an item or the whole view of a canvas."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self.hover = ""  # the reference of what the pointer rests on
        self._grip = ""  # what is held: moment, view or a pressed item
        self._pressed_at, self._pressed_view = QPointF(), canvas.view

    def press(self, event: QMouseEvent) -> None:
        """Take hold of the playhead, an item, or the whole view."""
        if event.button() != Qt.MouseButton.LeftButton or self._canvas.drawing is None:
            return
        self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        self._canvas.halt()
        self._pressed_at, self._pressed_view = event.position(), self._canvas.view
        self._grip = self.grip_at(event.position())
        if self._grip == "axis":
            self._grip = "moment"
            self._pass(event.position().x())

    def grip_at(self, at: QPointF) -> str:
        """What there is to hold at a point."""
        assert self._canvas.drawing is not None
        scene = self._canvas.scene()
        if at.x() < self._canvas.drawing.gutter:
            return "gutter"
        if self._canvas.drawing.time.pill_rect(scene).contains(at):
            return "moment"
        if at.y() >= self._canvas.drawing.height - self._canvas.drawing.sheet.sizes.axis:
            return "axis"
        if self._canvas.drawing.strip is not None and self._canvas.drawing.series.rect().contains(
            at
        ):
            return "strip"
        if self._canvas.hit(at) is not None:
            return "item"
        line = self._canvas.drawing.gutter + scene.view.x(scene.moment.toordinal() + 0.5)
        return "moment" if abs(at.x() - line) <= _GRAB else "view"

    def move(self, event: QMouseEvent) -> None:
        """Drag what is held; else show by the pointer what can be done."""
        at = event.position()
        if self._grip == "moment":
            self._pass(at.x())
        elif self._grip in ("view", "item", "strip"):
            self._pan(at)
        elif not event.buttons():
            self._show_hover(at)

    def _pan(self, at: QPointF) -> None:
        moved = at - self._pressed_at
        if self._grip in ("item", "strip") and moved.manhattanLength() < 8:
            return
        self._grip = "view"
        assert self._canvas.drawing is not None
        old = self._pressed_view
        self._canvas.set_view(
            self._canvas.drawing.sheet.view(old.left - moved.x() / old.scale, old.scale)
        )
        self._canvas.view_moved.emit()

    def _pass(self, x: float) -> None:
        assert self._canvas.drawing is not None
        contents = self._canvas.drawing.contents
        day = date.fromordinal(max(1, int(self._canvas.view.day(x - self._canvas.drawing.gutter))))
        self._canvas.moment_passed.emit(min(max(day, contents.start), contents.end))

    def _show_hover(self, at: QPointF) -> None:
        if self._canvas.drawing is None:
            return
        grip = self.grip_at(at)
        index = self._canvas.indexAt(at.toPoint()) if grip == "item" else QModelIndex()
        hover = self._canvas.items.entries[index.row()].ref if index.isValid() else ""
        if hover != self.hover:
            self.hover = hover
            self._canvas.viewport().update()
        self._canvas.viewport().setCursor(
            {
                "moment": Qt.CursorShape.SizeHorCursor,
                "axis": Qt.CursorShape.PointingHandCursor,
                "item": Qt.CursorShape.PointingHandCursor,
                "strip": Qt.CursorShape.PointingHandCursor,
                "gutter": Qt.CursorShape.ArrowCursor,
            }.get(grip, Qt.CursorShape.OpenHandCursor)
        )

    def leave(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        self.hover = ""
        self._canvas.viewport().update()

    def release(self, event: QMouseEvent) -> None:
        """Let go: the playhead stays, an item is chosen, a lane folds."""
        grip, self._grip = self._grip, ""
        if grip == "moment":
            self._canvas.moment_settled.emit()
        elif grip == "item":
            self._choose_at(event.position())
        elif (
            grip == "strip"
            and self._canvas.drawing is not None
            and self._canvas.drawing.strip is not None
        ):
            self._canvas.chosen.emit(self._canvas.drawing.strip.ref)
        elif grip == "gutter" and self._canvas.drawing is not None:
            self._press_gutter(event.position())

    def _choose_at(self, at: QPointF) -> None:
        hit = self._canvas.hit(at)
        if isinstance(hit, SeenCluster) and len(hit.marks) > 1:
            self._canvas.open_cluster(hit)
            return
        index = self._canvas.indexAt(at.toPoint())
        if index.isValid():
            self._canvas.set_current(self._canvas.items.entries[index.row()].ref)
            self._canvas.chosen.emit(self._canvas.items.entries[index.row()].ref)

    def _press_gutter(self, at: QPointF) -> None:
        assert self._canvas.drawing is not None
        lane = self._canvas.lane_at(at)
        if lane is None:
            return
        more = self._canvas.drawing.lanes.more_rect(lane).translated(
            0, -self._canvas.verticalOffset()
        )
        if self._canvas.drawing.lanes.shows_more(lane) and more.contains(at):
            self._canvas.more_asked.emit()
        else:
            self._canvas.lane_folded.emit(lane.name)

    def ask_for_menu(self, event: QContextMenuEvent) -> None:
        """On the name of a lane: what can be done with it."""
        at = QPointF(event.pos())
        lane = self._canvas.lane_at(at) if self._canvas.drawing is not None else None
        if (
            lane is not None
            and self._canvas.drawing is not None
            and at.x() < self._canvas.drawing.gutter
        ):
            self._canvas.lane_asked.emit(lane.name, event.globalPos())

    def double_click(self, event: QMouseEvent) -> None:
        """On nothing in particular: show everything."""
        if self._canvas.drawing is not None and self.grip_at(event.position()) == "view":
            self._canvas.fit()

    def turn_wheel(self, event: QWheelEvent) -> None:
        """Come closer where the pointer is; sideways, move through time."""
        if self._canvas.drawing is None:
            return
        turn = event.angleDelta()
        sideways = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self._canvas.halt()
        if abs(turn.x()) > abs(turn.y()) or sideways:
            moved = (turn.x() or turn.y()) / self._canvas.view.scale
            self._canvas.set_view(
                self._canvas.drawing.sheet.view(
                    self._canvas.view.left - moved, self._canvas.view.scale
                )
            )
        else:
            x = event.position().x() - self._canvas.drawing.gutter
            self._canvas.set_view(
                self._canvas.drawing.sheet.zoomed(self._canvas.view, _STEP ** (turn.y() / 120), x)
            )
        self._canvas.view_moved.emit()
        event.accept()

    def pinch(self, event: QNativeGestureEvent) -> None:
        """Come closer between two fingers."""
        drawing = self._canvas.drawing
        if drawing is not None and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            x = event.position().x() - drawing.gutter
            self._canvas.set_view(drawing.sheet.zoomed(self._canvas.view, 1 + event.value(), x))
            self._canvas.view_moved.emit()
