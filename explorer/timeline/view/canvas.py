"""The timeline as a list of items that paints itself, so that screen readers and keys can use it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip, QWidget

from explorer.timeline.facts import Link
from explorer.timeline.seen import Lane, Seen, SeenBar, SeenCluster, View
from explorer.timeline.tracks import Entry, Tracks, entries
from explorer.timeline.view.board import Scene
from explorer.timeline.view.drawing import Drawing
from explorer.timeline.view.keys import Keys, Move
from explorer.timeline.view.layers import Layers
from explorer.timeline.view.model import Items
from explorer.timeline.view.motion import Motion
from explorer.timeline.view.pointer import Pointer
from explorer.timeline.view.tips import tip_at
from explorer.ui.paint import reduced_motion
from explorer.ui.painted import PaintedList
from explorer.ui.widgets import viewport_of

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_STEP = 1.5  # how much closer one press of a key comes


class Canvas(PaintedList):
    """The painted timeline. It holds the view in use; what is chosen it only asks for."""

    chosen = Signal(str)  # a reference
    opened = Signal(object, object)  # the marks of a "+n", and where it stands on the screen
    moment_passed = Signal(object)  # a day, while the playhead is dragged
    moment_settled = Signal()
    view_moved = Signal()
    lane_folded = Signal(str)
    more_asked = Signal()
    lane_asked = Signal(str, object)  # a lane and a point of the screen: what can be done with it
    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.drawing: Drawing | None = None
        self.view = View(0, 1, 1)
        self.moment, self.item = date(2011, 1, 1), ""
        self._viewport = viewport_of(self)
        self._viewport.setAutoFillBackground(False)
        self.items = Items(self)
        self.setModel(self.items)
        self.tracks = Tracks(())
        self.links: tuple[Link, ...] = ()
        self.pointer, self.keys = Pointer(self), Keys(self)
        self._layers = Layers(self)
        self._day = 0.0  # the day that up and down keep to
        self._motion = Motion(self._move_on, self)
        self._ahead = QTimer(self, interval=0)
        self._ahead.timeout.connect(self._lay_out_ahead)
        self.take_over()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMinimumSize(200, 100)

    # ---------------------------------------------------------------------- what is shown

    def show_drawing(self, drawing: Drawing, view: View) -> None:
        """Show other contents, or the same at another size or look."""
        self.drawing = drawing
        self._fill(drawing)
        self._ahead.start()
        self._set_bar()
        self.set_view(view)

    def _fill(self, drawing: Drawing) -> None:
        """Hold the items that the drawing shows; the one with the keyboard keeps it."""
        current = self.current_ref()
        found = entries(drawing.contents, drawing.sheet)
        self.items.show(drawing.contents, found)
        self.tracks = Tracks(found)
        self._layers.forget()
        self.set_current(current or self.item)

    def show_state(self, moment: date, item: str) -> None:
        """Show another moment or another chosen item."""
        if self.drawing is not None and self.drawing.sheet.prefer(moment.toordinal() + 0.5):
            self._fill(self.drawing)
        if self.drawing is not None:
            self.drawing.sheet.choose(item)
        if item != self.item:
            self.set_current(item)
        self.moment, self.item = moment, item
        self.viewport().update()

    def set_view(self, view: View) -> None:
        """Show another part of time at once."""
        self.halt()
        self._set(view)

    def halt(self) -> None:
        """Stay where the view is, if it was on its way."""
        self._motion.halt()

    def go_to(self, view: View) -> None:
        """Show another part of time, on the way there if motion is welcome."""
        if reduced_motion() or not self.isVisible():
            self.set_view(view)
            self.view_moved.emit()
            return
        self._motion.go(self.view, view)

    def target(self) -> View:
        """The view in use, or the one that is being moved to."""
        return self._motion.target or self.view

    def _move_on(self, view: View) -> None:
        if self.drawing is not None:
            self._set(self.drawing.sheet.view(view.left, view.scale))
            self.view_moved.emit()

    def _set(self, view: View) -> None:
        self.view = view
        self.viewport().update()

    def _lay_out_ahead(self) -> None:
        """While nothing else is to be done: one lane of one closer level, until all are ready."""
        if self.drawing is None or not self.drawing.sheet.lay_out_ahead():
            self._ahead.stop()

    def scene(self) -> Scene:
        """What is painted now."""
        return Scene(self.view, self.moment, self.item, float(self.verticalOffset()))

    # --------------------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the timeline: two layers that are kept, and what moves between them."""
        if self.drawing is None:
            return
        painter = QPainter(self.viewport())
        try:
            scene = self.scene()
            self._layers.begin(self.drawing, scene)
            self._layers.ground(painter, self.drawing, scene)
            self.drawing.playhead(painter, scene)
            self.drawing.links(painter, scene, self.links)
            self._layers.top(painter, self.drawing, scene)
            self.drawing.link_words(painter, scene, self.links)
            self._stand_out(painter, scene)
            self.drawing.axis(painter, scene)
        finally:  # a painter that outlives an error takes the program with it
            painter.end()

    def _stand_out(self, painter: QPainter, scene: Scene) -> None:
        assert self.drawing is not None
        current = self.current_ref() if self.hasFocus() else ""
        for ref, how in ((self.pointer.hover, "hover"), (self.item, "item"), (current, "focus")):
            row = self.items.rows.get(ref, -1) if ref else -1
            if row >= 0:
                self.drawing.stand_out(painter, scene, self.items.entries[row], how)

    # ------------------------------------------------------------------ a list with places

    def rect_of(self, entry: Entry) -> QRectF:
        """Where an item stands in the viewport; beyond its edges if it is out of sight."""
        assert self.drawing is not None
        return self.drawing.rect_of(entry, self.scene())

    def visualRect(self, index: Index) -> QRect:  # noqa: N802
        """Where an item stands on screen."""
        if self.drawing is None or not index.isValid():
            return QRect()
        return self.rect_of(self.items.entries[index.row()]).toAlignedRect()

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802
        """The item at a point; of a "+n" the first."""
        hit = self.hit(QPointF(point))
        ref = ""
        if self.drawing is not None and isinstance(hit, Seen):
            ref = self.drawing.contents.marks[hit.mark].ref
        elif self.drawing is not None and isinstance(hit, SeenCluster):
            ref = self.drawing.contents.marks[hit.marks[0]].ref
        elif isinstance(hit, SeenBar):
            ref = hit.bar.ref
        elif isinstance(hit, str):
            ref = hit
        row = self.items.rows.get(ref, -1)
        return self.items.index(row) if row >= 0 else QModelIndex()

    def hit(self, point: QPointF) -> Seen | SeenCluster | SeenBar | str | None:
        """What stands at a point: a title, a mark, a "+n", a bar, or a term (its reference)."""
        return self.drawing.hit(self.scene(), point) if self.drawing else None

    def scrollTo(  # noqa: N802
        self, index: Index, hint: QAbstractItemView.ScrollHint = QListView.ScrollHint.EnsureVisible
    ) -> None:
        """Move until an item is in sight."""
        if self.drawing is None or not index.isValid():
            return
        entry = self.items.entries[index.row()]
        self._scroll_lanes(self.rect_of(entry))
        view, edge = self.target(), self.drawing.sheet.sizes.metrics.row * 2 / self.view.scale
        day = min(max(entry.day, view.left), entry.last)
        if not view.left + edge <= day <= view.right - edge:
            left = day - view.width / view.scale / 2
            self.go_to(self.drawing.sheet.view(left, view.scale))

    def _scroll_lanes(self, rect: QRectF) -> None:
        assert self.drawing is not None
        body, bar = self.drawing.lanes_rect(), self.verticalScrollBar()
        if rect.top() < body.top() and bar.value() > 0:
            bar.setValue(round(bar.value() + rect.top() - body.top()))
        elif rect.bottom() > body.bottom():
            bar.setValue(round(bar.value() + rect.bottom() - body.bottom()))

    def horizontalOffset(self) -> int:  # noqa: N802
        """Time is moved by the view, not by a scroll bar."""
        return 0

    def verticalOffset(self) -> int:  # noqa: N802
        """How far the lanes are scrolled down."""
        return self.verticalScrollBar().value()

    def updateGeometries(self) -> None:  # noqa: N802
        """Keep our own scroll range; a list would count rows."""
        self._set_bar()

    def _set_bar(self) -> None:
        bar = self.verticalScrollBar()
        over = 0.0
        if self.drawing is not None:
            over = self.drawing.sheet.height - self.drawing.height
            bar.setPageStep(round(self.drawing.sheet.sizes.inner))
            bar.setSingleStep(round(self.drawing.sheet.sizes.metrics.row))
        bar.setRange(0, max(0, round(over)))

    # ------------------------------------------------------------------------------- keys

    def current_ref(self) -> str:
        """The item with the keyboard."""
        index = self.currentIndex()
        return self.items.entries[index.row()].ref if index.isValid() else ""

    def set_current(self, ref: str) -> None:
        """Give an item the keyboard without choosing it or moving to it."""
        row = self.items.rows.get(ref, -1)
        if row >= 0 and ref != self.current_ref():
            self._day = self.items.entries[row].day
            self.setAutoScroll(False)
            self.selectionModel().setCurrentIndex(
                self.items.index(row), QItemSelectionModel.SelectionFlag.NoUpdate
            )
            self.setAutoScroll(True)

    def bring_in_sight(self, ref: str) -> None:
        """Move until an item is in sight, if it has a place at all."""
        row = self.items.rows.get(ref, -1)
        if row >= 0:
            self.scrollTo(self.items.index(row))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Tell screen readers and paint; the view moves only for keys."""
        super().currentChanged(current, previous)
        self.viewport().update()

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """The item that an arrow key leads to: in time along its lane, or to the next lane."""
        if not self.items.entries:
            return QModelIndex()
        index = self.currentIndex()
        if not index.isValid():
            return self.items.index(self.tracks.nearest(self.moment.toordinal()))
        row = self.keys.next_row(index.row(), action, self._day)
        if action not in (Move.MoveUp, Move.MoveDown):
            self._day = self.items.entries[row].day
        return self.items.index(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Commands of the timeline first, then those of a list."""
        if not self.keys.press(event):
            super().keyPressEvent(event)

    def open_cluster(self, cluster: SeenCluster) -> None:
        """Ask for the list of what a "+n" holds."""
        assert self.drawing is not None
        lane = next(lane for lane in self.drawing.sheet.lanes if lane.name == cluster.lane)
        rect = self.drawing.titles.cluster_rect(cluster, lane)
        at = rect.translated(self.drawing.gutter, -self.verticalOffset()).bottomLeft()
        self.opened.emit(cluster.marks, self.viewport().mapToGlobal(at.toPoint()))

    def zoom(self, steps: float, x: float | None = None) -> None:
        """Come closer (or back) around the playhead, or the middle where it is out of sight."""
        if self.drawing is None:
            return
        view = self.target()
        if x is None:
            x = view.x(self.moment.toordinal() + 0.5)
            x = x if 0 <= x <= view.width else view.width / 2
        self.go_to(self.drawing.sheet.zoomed(view, _STEP**steps, x))

    def fit(self) -> None:
        """Show everything."""
        if self.drawing is not None:
            self.go_to(self.drawing.sheet.everything())

    # ---------------------------------------------------------------------------- pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take hold of what is there."""
        self.pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drag what is held, or show what can be."""
        self.pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let go."""
        self.pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """On nothing in particular: show everything."""
        self.pointer.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """On the name of a lane: what can be done with it."""
        self.pointer.ask_for_menu(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Nothing is pointed at any more."""
        self.pointer.leave(event)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Over the names of lanes: scroll them, if they do not fit; else through time."""
        over = self.drawing is not None and event.position().x() < self.drawing.gutter
        if over and self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            self.pointer.turn_wheel(event)

    def lane_at(self, at: QPointF) -> Lane | None:
        """The lane at a point."""
        assert self.drawing is not None
        inside = self.drawing.lanes_rect().contains(at)
        return self.drawing.sheet.lane_at(at.y() + self.verticalOffset()) if inside else None

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Show the full words of what the pointer rests on; zoom with two fingers."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(
                event.globalPos(), tip_at(self, QPointF(event.pos())), self.viewport()
            )
            return True
        if isinstance(event, QNativeGestureEvent):
            self.pointer.pinch(event)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The page lays out anew."""
        super().resizeEvent(event)
        self._layers.forget()
        self.resized.emit()
