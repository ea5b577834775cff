"""The timeline as a list of items that paints itself, so that screen readers and keys can use it."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEasingCurve,
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
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPaintEngine,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip, QWidget

from explorer.timeline.items import Contents
from explorer.timeline.seen import Lane, Seen, SeenBar, SeenCluster, View
from explorer.timeline.tracks import Entry, Tracks, entries
from explorer.timeline.view import words
from explorer.timeline.view.arcs import Link
from explorer.timeline.view.board import Scene
from explorer.timeline.view.drawing import Drawing
from explorer.ui.paint import reduced_motion

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_QUICK = 180  # milliseconds that a jump takes
_STEP = 1.25  # how much closer one step of the wheel or key comes
_GRAB = 6.0  # pixels from the playhead that still hold it
_Move = QAbstractItemView.CursorAction


class Items(QAbstractListModel):
    """Events, programs and terms by date, in words for screen readers."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.contents: Contents | None = None
        self.entries: list[Entry] = []
        self.rows: dict[str, int] = {}

    def show(self, contents: Contents, found: list[Entry]) -> None:
        """Hold other items."""
        self.beginResetModel()
        self.contents, self.entries = contents, found
        self.rows = {entry.ref: row for row, entry in enumerate(found)}
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        """How many items there are."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of an item."""
        if not index.isValid() or self.contents is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.name(self.entries[index.row()])
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.place(self.entries[index.row()])
        return None

    def name(self, entry: Entry) -> str:
        """Date and title."""
        assert self.contents is not None
        if entry.kind == "event":
            return words.event_name(self.contents.marks[entry.place])
        if entry.kind == "program":
            return words.bar_name(self.contents.bars[entry.place])
        return words.term_name(self.contents.terms[entry.place])

    def place(self, entry: Entry) -> str:
        """The lane."""
        assert self.contents is not None
        if entry.kind == "event":
            return words.lane_words(self.contents.marks[entry.place].lane)
        return words.lane_words("federal program") if entry.kind == "program" else ""


class Canvas(QListView):
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
        self.items = Items(self)
        self.setModel(self.items)
        self.tracks = Tracks(())
        self.links: tuple[Link, ...] = ()
        self._target: View | None = None
        self._layers: tuple[object, QPixmap, QPixmap] | None = None
        self._painted: object = None  # what the last picture showed
        self._rests = False
        self._hover: str | int = ""
        self._grip = ""  # what the pointer holds: moment, view or a pressed item
        self._pressed_at, self._pressed_view = QPointF(), self.view
        self._day = 0.0  # the day that up and down keep to
        self._jump = QVariantAnimation(self, duration=_QUICK)
        self._jump.setStartValue(0.0)
        self._jump.setEndValue(1.0)
        self._jump.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._jump.valueChanged.connect(self._jump_on)
        self._from = self.view
        self._ahead = QTimer(self, interval=0)
        self._ahead.timeout.connect(self._lay_out_ahead)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumSize(200, 100)

    # ---------------------------------------------------------------------- what is shown

    def show_drawing(self, drawing: Drawing, view: View) -> None:
        """Show other contents, or the same at another size or look."""
        current = self.current_ref()
        self.drawing = drawing
        found = entries(drawing.contents, drawing.sheet)
        self.items.show(drawing.contents, found)
        self.tracks = Tracks(found)
        self._layers = None
        self._ahead.start()
        self._set_bar()
        self.set_view(view)
        self.set_current(current or self.item)

    def show_state(self, moment: date, item: str) -> None:
        """Show another moment or another chosen item."""
        if item != self.item:
            self.set_current(item)
        self.moment, self.item = moment, item
        self.viewport().update()

    def set_view(self, view: View) -> None:
        """Show another part of time at once."""
        self._jump.stop()
        self._set(view)
        self._target = None

    def go_to(self, view: View) -> None:
        """Show another part of time, on the way there if motion is welcome."""
        if reduced_motion() or not self.isVisible():
            self.set_view(view)
            self.view_moved.emit()
            return
        self._from, self._target = self.view, view
        self._jump.stop()
        self._jump.start()

    def target(self) -> View:
        """The view in use, or the one that is being moved to."""
        return self._target or self.view

    def _jump_on(self, share: float) -> None:
        if self._target is None or self.drawing is None:
            return
        old, new = self._from, self._target
        if share >= 1:
            self._target = None
            self._set(new)
        else:
            scale = old.scale * (new.scale / old.scale) ** share
            left = _between(old, new, scale, share)
            self._set(self.drawing.sheet.view(left, scale))
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
            scene, key = self.scene(), self._layers_key()
            self._rests, self._painted = key == self._painted, key
            self._layer(painter, scene, 0)
            self.drawing.playhead(painter, scene)
            self.drawing.links(painter, scene, self.links)
            self._layer(painter, scene, 1)
            self.drawing.link_words(painter, scene, self.links)
            self._stand_out(painter, scene)
            self.drawing.axis(painter, scene)
        finally:  # a painter that outlives an error takes the program with it
            painter.end()

    def _layer(self, painter: QPainter, scene: Scene, number: int) -> None:
        """Paint a layer: kept as a picture while the view rests, drawn anew while it moves.

        Into a vector file it is always drawn, as lines and letters.
        """
        assert self.drawing is not None
        if self._rests and painter.paintEngine().type() == QPaintEngine.Type.Raster:
            painter.drawPixmap(0, 0, self._kept_layers()[number])
        else:
            (self.drawing.ground, self.drawing.top)[number](painter, scene)

    def _layers_key(self) -> object:
        ratio = self.devicePixelRatioF()
        return self.view, self.verticalOffset(), self.viewport().size(), ratio, id(self.drawing)

    def _kept_layers(self) -> tuple[QPixmap, QPixmap]:
        assert self.drawing is not None
        if self._layers is None or self._layers[0] != self._layers_key():
            scene = self.scene()
            layers = self._pixmap(), self._pixmap()
            for layer, draw in zip(layers, (self.drawing.ground, self.drawing.top), strict=True):
                painter = QPainter(layer)
                draw(painter, scene)
                painter.end()
            self._layers = (self._layers_key(), *layers)
        return self._layers[1], self._layers[2]

    def _pixmap(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.viewport().size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        return pixmap

    def _stand_out(self, painter: QPainter, scene: Scene) -> None:
        assert self.drawing is not None
        current = self.current_ref() if self.hasFocus() else ""
        for ref, how in ((self._hover, "hover"), (self.item, "item"), (current, "focus")):
            row = self.items.rows.get(str(ref), -1) if ref else -1
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

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """Paint again."""
        self.viewport().update()

    def horizontalOffset(self) -> int:  # noqa: N802
        """Time is moved by the view, not by a scroll bar."""
        return 0

    def verticalOffset(self) -> int:  # noqa: N802
        """How far the lanes are scrolled down."""
        return self.verticalScrollBar().value()

    def updateGeometries(self) -> None:  # noqa: N802
        """Keep our own scroll range; a list would count rows."""
        self._set_bar()

    def doItemsLayout(self) -> None:  # noqa: N802
        """The sheet has laid out everything already."""

    def _set_bar(self) -> None:
        bar = self.verticalScrollBar()
        over = 0.0
        if self.drawing is not None:
            over = self.drawing.sheet.height - self.drawing.height
            bar.setPageStep(round(self.drawing.sheet.sizes.inner))
            bar.setSingleStep(round(self.drawing.sheet.sizes.metrics.row))
        bar.setRange(0, max(0, round(over)))

    def isIndexHidden(self, index: Index) -> bool:  # noqa: N802
        """No item is ever hidden."""
        return False

    def setSelection(  # noqa: N802
        self, rect: QRect, command: QItemSelectionModel.SelectionFlag
    ) -> None:
        """What is chosen comes from the session, not from dragging a frame."""

    def visualRegionForSelection(self, selection: Any) -> QRegion:  # noqa: N802
        """All of it is painted at once."""
        return QRegion(self.viewport().rect())

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
        row = self._next_row(index.row(), action)
        if action not in (_Move.MoveUp, _Move.MoveDown):
            self._day = self.items.entries[row].day
        return self.items.index(row)

    def _next_row(self, row: int, action: QAbstractItemView.CursorAction) -> int:
        last = len(self.items.entries) - 1
        if action in (_Move.MoveUp, _Move.MoveDown):
            return self.tracks.across(row, 1 if action == _Move.MoveDown else -1, self._day)
        if action in (_Move.MoveLeft, _Move.MoveRight):
            return self.tracks.along(row, 1 if action == _Move.MoveRight else -1)
        return {
            _Move.MoveNext: min(row + 1, last),
            _Move.MovePrevious: max(row - 1, 0),
        }.get(action, row)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows explore, Enter chooses; plus, minus, Home, End and the page keys move the view."""
        key, drawing = Qt.Key(event.key()), self.drawing
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if drawing is None or with_control:
            super().keyPressEvent(event)
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose_current()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.zoom(-1)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_F):
            self.fit()
        elif key in _PANS:
            self._pan_by_key(_PANS[key])
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, text: str) -> None:  # noqa: N802
        """Letters are commands here."""

    def _choose_current(self) -> None:
        ref = self.current_ref()
        row = self.items.rows.get(ref, -1)
        if row < 0 or self.drawing is None:
            return
        entry = self.items.entries[row]
        spot = self.drawing.sheet.spot(entry.place, self.view) if entry.kind == "event" else None
        if isinstance(spot, SeenCluster) and len(spot.marks) > 1:
            self._open(spot)
        else:
            self.chosen.emit(ref)

    def _open(self, cluster: SeenCluster) -> None:
        assert self.drawing is not None
        lane = next(lane for lane in self.drawing.sheet.lanes if lane.name == cluster.lane)
        rect = self.drawing.titles.cluster_rect(cluster, lane)
        at = rect.translated(self.drawing.gutter, -self.verticalOffset()).bottomLeft()
        self.opened.emit(cluster.marks, self.viewport().mapToGlobal(at.toPoint()))

    def _pan_by_key(self, part: float) -> None:
        assert self.drawing is not None
        view, sheet = self.target(), self.drawing.sheet
        if abs(part) > 1:
            left = sheet.start if part < 0 else sheet.end
        else:
            left = view.left + part * view.width / view.scale
        self.go_to(sheet.view(left, view.scale))

    def zoom(self, steps: float, x: float | None = None) -> None:
        """Come closer (or back) around the playhead, or the middle where it is out of sight."""
        if self.drawing is None:
            return
        view = self.target()
        if x is None:
            x = view.x(self.moment.toordinal() + 0.5)
            x = x if 0 <= x <= view.width else view.width / 2
        self.go_to(self.drawing.sheet.zoomed(view, (_STEP * 1.2) ** steps, x))

    def fit(self) -> None:
        """Show everything."""
        if self.drawing is not None:
            self.go_to(self.drawing.sheet.everything())

    # ---------------------------------------------------------------------------- pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take hold of the playhead, an item, or the whole view."""
        if event.button() != Qt.MouseButton.LeftButton or self.drawing is None:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._jump.stop()
        self._target = None
        self._pressed_at, self._pressed_view = event.position(), self.view
        self._grip = self._grip_at(event.position())
        if self._grip == "axis":
            self._grip = "moment"
            self._pass(event.position().x())

    def _grip_at(self, at: QPointF) -> str:
        assert self.drawing is not None
        scene = self.scene()
        if at.x() < self.drawing.gutter:
            return "gutter"
        if self.drawing.time.pill_rect(scene).contains(at):
            return "moment"
        if at.y() >= self.drawing.height - self.drawing.sheet.sizes.axis:
            return "axis"
        if self.drawing.strip is not None and self.drawing.series.rect().contains(at):
            return "strip"
        if self.hit(at) is not None:
            return "item"
        line = self.drawing.gutter + scene.view.x(scene.moment.toordinal() + 0.5)
        return "moment" if abs(at.x() - line) <= _GRAB else "view"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
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
        assert self.drawing is not None
        old = self._pressed_view
        self.set_view(self.drawing.sheet.view(old.left - moved.x() / old.scale, old.scale))
        self.view_moved.emit()

    def _pass(self, x: float) -> None:
        assert self.drawing is not None
        contents = self.drawing.contents
        day = date.fromordinal(max(1, int(self.view.day(x - self.drawing.gutter))))
        self.moment_passed.emit(min(max(day, contents.start), contents.end))

    def _show_hover(self, at: QPointF) -> None:
        if self.drawing is None:
            return
        grip = self._grip_at(at)
        index = self.indexAt(at.toPoint()) if grip == "item" else QModelIndex()
        hover = self.items.entries[index.row()].ref if index.isValid() else ""
        if hover != self._hover:
            self._hover = hover
            self.viewport().update()
        self.viewport().setCursor(
            {
                "moment": Qt.CursorShape.SizeHorCursor,
                "axis": Qt.CursorShape.PointingHandCursor,
                "item": Qt.CursorShape.PointingHandCursor,
                "strip": Qt.CursorShape.PointingHandCursor,
                "gutter": Qt.CursorShape.ArrowCursor,
            }.get(grip, Qt.CursorShape.OpenHandCursor)
        )

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Nothing is pointed at any more."""
        self._hover = ""
        self.viewport().update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let go: the playhead stays, an item is chosen, a lane folds."""
        grip, self._grip = self._grip, ""
        if grip == "moment":
            self.moment_settled.emit()
        elif grip == "item":
            self._choose_at(event.position())
        elif grip == "strip" and self.drawing is not None and self.drawing.strip is not None:
            self.chosen.emit(self.drawing.strip.ref)
        elif grip == "gutter" and self.drawing is not None:
            self._press_gutter(event.position())

    def _choose_at(self, at: QPointF) -> None:
        hit = self.hit(at)
        if isinstance(hit, SeenCluster) and len(hit.marks) > 1:
            self._open(hit)
            return
        index = self.indexAt(at.toPoint())
        if index.isValid():
            self.set_current(self.items.entries[index.row()].ref)
            self.chosen.emit(self.items.entries[index.row()].ref)

    def _press_gutter(self, at: QPointF) -> None:
        assert self.drawing is not None
        lane = self._lane_at(at)
        if lane is None:
            return
        more = self.drawing.lanes.more_rect(lane).translated(0, -self.verticalOffset())
        if self.drawing.lanes.shows_more(lane) and more.contains(at):
            self.more_asked.emit()
        else:
            self.lane_folded.emit(lane.name)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """On the name of a lane: what can be done with it."""
        at = QPointF(event.pos())
        lane = self._lane_at(at) if self.drawing is not None else None
        if lane is not None and self.drawing is not None and at.x() < self.drawing.gutter:
            self.lane_asked.emit(lane.name, event.globalPos())

    def _lane_at(self, at: QPointF) -> Lane | None:
        assert self.drawing is not None
        inside = self.drawing.lanes_rect().contains(at)
        return self.drawing.sheet.lane_at(at.y() + self.verticalOffset()) if inside else None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """On nothing in particular: show everything."""
        if self.drawing is not None and self._grip_at(event.position()) == "view":
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Come closer where the pointer is; sideways, move through time."""
        if self.drawing is None:
            return
        turn = event.angleDelta()
        sideways = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        over = self.verticalScrollBar().maximum() > 0 and event.position().x() < self.drawing.gutter
        if over:
            super().wheelEvent(event)
            return
        self._jump.stop()
        self._target = None
        if abs(turn.x()) > abs(turn.y()) or sideways:
            moved = (turn.x() or turn.y()) / self.view.scale
            self.set_view(self.drawing.sheet.view(self.view.left - moved, self.view.scale))
        else:
            x = event.position().x() - self.drawing.gutter
            self.set_view(self.drawing.sheet.zoomed(self.view, _STEP ** (turn.y() / 120), x))
        self.view_moved.emit()
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Show the full words of what the pointer rests on; zoom with two fingers."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(QPointF(event.pos())), self.viewport())
            return True
        if isinstance(event, QNativeGestureEvent) and self.drawing is not None:
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                x = event.position().x() - self.drawing.gutter
                factor = 1 + event.value()
                self.set_view(self.drawing.sheet.zoomed(self.view, factor, x))
                self.view_moved.emit()
            return True
        return super().viewportEvent(event)

    def tip_at(self, at: QPointF) -> str:
        """The full date and title of what is at a point."""
        if self.drawing is None:
            return ""
        if self.drawing.strip is not None and self.drawing.series.rect().contains(at):
            return words.strip_tip(self.drawing.strip, self.drawing.series.now(self.moment))
        if at.x() < self.drawing.gutter:
            lane = self._lane_at(at)
            return words.lane(lane.name) if lane else ""
        if self.drawing.time.pill_rect(self.scene()).contains(at):
            return self._moment_tip()
        hit = self.hit(at)
        if isinstance(hit, SeenCluster) and len(hit.marks) > 1:
            marks = [self.drawing.contents.marks[mark] for mark in hit.marks]
            shown = [f"{words.brief(mark.when)}: {mark.title}" for mark in marks[:12]]
            rest = [words.more(len(marks) - 12)] if len(marks) > 12 else []
            return "\n".join([*shown, *rest])
        index = self.indexAt(at.toPoint())
        if not index.isValid():
            return ""
        if isinstance(hit, SeenBar):
            return words.bar_tip(hit.bar)
        entry = self.items.entries[index.row()]
        more = self.drawing.titles.whole_details(hit) if isinstance(hit, Seen) else ""
        return "\n".join(filter(None, (self.items.name(entry), more)))

    def _moment_tip(self) -> str:
        """The date of the moment, and the chosen event where it is named beside it."""
        assert self.drawing is not None
        place = self.drawing.time.place_of(self.item)
        day = words.day_words(self.moment)
        if self.drawing.time.pill_text(self.scene()) == day:
            return day
        return f"{day} · {self.drawing.contents.marks[place].title}"

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The page lays out anew."""
        super().resizeEvent(event)
        self._layers = None
        self.resized.emit()


_PANS = {
    Qt.Key.Key_Home: -2.0,
    Qt.Key.Key_End: 2.0,
    Qt.Key.Key_PageUp: -0.8,
    Qt.Key.Key_PageDown: 0.8,
}


def _between(old: View, new: View, scale: float, share: float) -> float:
    """The left edge on the way from one view to another, so that a fixed point stays fixed."""
    if abs(new.scale - old.scale) < old.scale * 1e-6:
        return old.left + (new.left - old.left) * share
    # the day that stands at the same place in both views
    x = (new.left - old.left) * old.scale * new.scale / (new.scale - old.scale)
    return old.left + x / old.scale - x / scale
