"""The diagram as a list of boxes that paints itself, so that screen readers and keys can use it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QPointF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip, QWidget

from explorer.content.library import Library
from explorer.pipeline.cursor import Cursor, aim, at, back, next_spot, turned, ways
from explorer.pipeline.layout import Line, Plan
from explorer.pipeline.view import told, words
from explorer.pipeline.view.drawing import Drawing
from explorer.pipeline.view.signs import Group, groups_of
from explorer.pipeline.view.state import State
from explorer.pipeline.view.steps import Index, Steps
from explorer.ui.messages import announce
from explorer.ui.paint import Look
from explorer.ui.widgets import viewport_of

if TYPE_CHECKING:
    from collections.abc import Callable

_REACH = 6.0  # pixels from a line that still hit it
_TRACES = {Qt.Key.Key_Right: "forward", Qt.Key.Key_Left: "back"}


class Diagram(QListView):
    """The painted diagram; arrow keys follow its lines, Enter or a click chooses."""

    chosen = Signal(str)  # a reference: box:…, node:…, group:… or edge:…
    turned = Signal(str)  # a group that is to open or to fold
    traced = Signal(str, str)  # “forward”, “back” or nothing, and the box to follow from

    def __init__(self, library: Library, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.library = library
        self.look = look
        self.shown: State | None = None
        self.drawing: Drawing | None = None
        self.reserved = 0.0  # room at the right of the title
        self.fitted = False  # all of it in the pane
        self.quiet = False  # no words below
        self.peer: Diagram | None = None  # another one that has the same size
        self.track = Cursor()
        self._groups: tuple[Group, ...] = ()
        self.notices = tuple(words.notices(library))
        self._plan: Plan | None = None
        self._made_of: tuple[object, ...] = ()
        self._viewport = viewport_of(self)
        self._viewport.setAutoFillBackground(False)
        self.steps = Steps(library, self)
        self.setModel(self.steps)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMinimumSize(160, 120)

    # ---------------------------------------------------------------------- what is shown

    @property
    def plan(self) -> Plan | None:
        """The plan that is shown."""
        return self._plan

    def show_plan(self, plan: Plan, state: State) -> None:
        """Show another plan."""
        kept = self.current_name()
        self._plan, self.shown = plan, state
        self._groups = groups_of(self.library, plan)
        self.steps.show_plan(plan, state)
        self.relay()
        self._keep_current(kept)

    def _keep_current(self, name: str) -> None:
        """Leave the keyboard where it was: on the same box, or on the one that holds it now."""
        if self._plan is None or not name:
            return
        if name not in self.steps.names:
            group = next((one for one in self._groups if name in one.names), None)
            name = group.spots[0] if group else ""
        self.set_current(name)

    def show_state(self, state: State) -> None:
        """Show the same plan at another moment or with another choice."""
        self.shown = state
        self.steps.show_state(state)
        self.viewport().update()

    def relay(self) -> None:
        """Place everything anew after another size, look or plan, and only then."""
        if self._plan is None:
            return
        size = self.viewport().size()
        if self.peer is not None:
            size = size.boundedTo(self.peer.viewport().size())
        made_of = (
            self._plan,
            self.look,
            size.width(),
            size.height(),
            self.reserved,
            self.notices,
            self.fitted,
            self._groups,
            self.quiet,
        )
        if made_of != self._made_of:
            self._made_of = made_of
            self.drawing = Drawing(*made_of)
            self._set_bars()
        self.viewport().update()

    def _set_bars(self) -> None:
        if self.drawing is None:
            return
        body, layout = self.drawing.body, self.drawing.layout
        for bar, room, all_of_it in (
            (self.horizontalScrollBar(), body.width(), layout.width),
            (self.verticalScrollBar(), body.height(), layout.height),
        ):
            bar.setRange(0, max(0, round(all_of_it - room)))
            bar.setPageStep(round(room))
            bar.setSingleStep(24)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Place everything anew."""
        super().resizeEvent(event)
        self.relay()
        if self.peer is not None:
            self.peer.relay()

    def updateGeometries(self) -> None:  # noqa: N802
        """Keep our own scroll range; a list would count rows."""
        self._set_bars()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the diagram."""
        if self.drawing is None or self.shown is None:
            return
        state = self._painted()
        painter = QPainter(self.viewport())
        try:
            self.drawing.paint(painter, state, self.library, self._scrolled())
        finally:  # a painter that outlives an error takes the program with it
            painter.end()

    def _painted(self) -> State:
        """What is shown, with the keyboard where it is."""
        assert self.shown is not None
        line = self._aimed()
        return msgspec.structs.replace(
            self.shown,
            current=self.current_name(),
            focused=self.hasFocus(),
            aim=line.id if line else "",
        )

    # ------------------------------------------------------------------ a list with places

    def visualRect(self, index: Index) -> QRect:  # noqa: N802
        """Where a box stands on screen."""
        if self.drawing is None or not index.isValid():
            return QRect()
        rect = self.drawing.box_rect(self.steps.names[index.row()])
        return rect.translated(self._to_screen()).toAlignedRect()

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802
        """The box at a point."""
        if self.drawing is None:
            return QModelIndex()
        at = QPointF(point) - self._to_screen()
        name = self.drawing.layout.box_at(at.x(), at.y()) if self._in_body(point) else ""
        return self.steps.index(self.steps.names.index(name)) if name else QModelIndex()

    def scrollTo(  # noqa: N802
        self, index: Index, hint: QAbstractItemView.ScrollHint = QListView.ScrollHint.EnsureVisible
    ) -> None:
        """Scroll until a box is in sight."""
        if self.drawing is None or not index.isValid():
            return
        rect, body = self.visualRect(index), self.drawing.body.toAlignedRect()
        for bar, low, high, first, last in (
            (self.horizontalScrollBar(), rect.left(), rect.right(), body.left(), body.right()),
            (self.verticalScrollBar(), rect.top(), rect.bottom(), body.top(), body.bottom()),
        ):
            if low - 12 < first:
                bar.setValue(bar.value() + low - 12 - first)
            elif high + 12 > last:
                bar.setValue(bar.value() + high + 12 - last)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """Paint again: title and words stay, the diagram moves."""
        self.viewport().update()

    def horizontalOffset(self) -> int:  # noqa: N802
        """How far the diagram is scrolled to the right."""
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:  # noqa: N802
        """How far the diagram is scrolled down."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:  # noqa: N802
        """No box is ever hidden."""
        return False

    def setSelection(  # noqa: N802
        self, rect: QRect, command: QItemSelectionModel.SelectionFlag
    ) -> None:
        """What is chosen comes from the session, not from dragging a frame."""

    def visualRegionForSelection(self, selection: Any) -> QRegion:  # noqa: N802
        """All of it is painted at once."""
        return QRegion(self.viewport().rect())

    def _scrolled(self) -> QPointF:
        return QPointF(self.horizontalOffset(), self.verticalOffset())

    def _to_screen(self) -> QPointF:
        assert self.drawing is not None
        return self.drawing.body.topLeft() - self._scrolled()

    def _in_body(self, point: QPoint) -> bool:
        return self.drawing is not None and self.drawing.body.contains(QPointF(point))

    # ------------------------------------------------------------------------ keys, pointer

    def current_name(self) -> str:
        """The box with the keyboard."""
        index = self.currentIndex()
        return self.steps.names[index.row()] if index.isValid() else ""

    def set_current(self, name: str) -> None:
        """Give a box the keyboard without choosing it."""
        if name in self.steps.names and name != self.current_name():
            index = self.steps.index(self.steps.names.index(name))
            self.setCurrentIndex(index)

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """The box that an arrow key leads to: right and left along lines, up and down beside."""
        if self._plan is None or not self.steps.names:
            return QModelIndex()
        name = self._next_box(action) if self.current_name() else self.steps.names[0]
        return self.steps.index(self.steps.names.index(name))

    def _next_box(self, action: QAbstractItemView.CursorAction) -> str:
        here, names = self.current_name(), self.steps.names
        moves: dict[QAbstractItemView.CursorAction, Callable[[], str]] = {
            QListView.CursorAction.MoveRight: lambda: self._along(here, forward=True),
            QListView.CursorAction.MoveLeft: lambda: self._along(here, forward=False),
            QListView.CursorAction.MoveDown: lambda: self._beside(here, 1),
            QListView.CursorAction.MoveUp: lambda: self._beside(here, -1),
            QListView.CursorAction.MoveNext: lambda: names[
                min(len(names) - 1, names.index(here) + 1)
            ],
            QListView.CursorAction.MovePrevious: lambda: names[max(0, names.index(here) - 1)],
            QListView.CursorAction.MoveHome: lambda: names[0],
            QListView.CursorAction.MoveEnd: lambda: names[-1],
        }
        return moves.get(action, lambda: here)()

    def _along(self, here: str, forward: bool) -> str:
        """The box to which the aimed line leads, or the first line in use."""
        assert self._plan is not None
        assert self.shown is not None
        cursor = self._cursor_at(here)
        return next_spot(cursor, self._plan, self.shown.moment, forward)

    def _cursor_at(self, name: str) -> Cursor:
        """The cursor, which has followed the keyboard to a box."""
        self.track = at(self.track, name)
        return self.track

    def _aimed(self) -> Line | None:
        if self._plan is None or self.shown is None or self.track.spot != self.current_name():
            return None
        return aim(self.track, self._plan, self.shown.moment)

    def aim_next(self, forward: bool) -> str:
        """Aim at the next line out of the box with the keyboard, or into it; what is said."""
        if self._plan is None or self.shown is None or not self.current_name():
            return ""
        moment, here = self.shown.moment, self.current_name()
        self.track = turned(self._cursor_at(here), self._plan, moment, forward)
        line = self._aimed()
        if line is None:
            said = told.nowhere(here, self._plan, forward)
        else:
            many = len(ways(self._plan, moment, here, forward))
            said = told.aimed(line, self._plan, moment, (self.track.number, many), forward)
        announce(self, said)
        self.viewport().update()
        return said

    def go_back(self) -> None:
        """Return the keyboard to the box from which it came."""
        self.track = back(self._cursor_at(self.current_name()))
        self.set_current(self.track.spot)

    def _beside(self, here: str, way: int) -> str:
        """The nearest box above or below."""
        assert self._plan is not None
        at = self._plan.spots[here]
        others = [spot for spot in self._plan.spots.values() if way * (spot.row - at.row) > 0]
        nearest = min(
            others,
            key=lambda spot: abs(spot.row - at.row) + 3 * abs(spot.column - at.column),
            default=at,
        )
        return nearest.id

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter chooses; Shift with an arrow follows the path; full stop and comma aim at lines."""
        if not self._take_key(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def _take_key(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        name = self.current_name()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and name:
            self._enter(name)
        elif held & Qt.KeyboardModifier.ShiftModifier and key in _TRACES and name:
            self.traced.emit(_TRACES[key], name)
        elif key == Qt.Key.Key_Escape and self.shown is not None and self.shown.lit is not None:
            self.traced.emit("", "")
        elif key in (Qt.Key.Key_Period, Qt.Key.Key_Comma):
            self.aim_next(key == Qt.Key.Key_Period)
        elif key == Qt.Key.Key_Backspace:
            self.go_back()
        else:
            return False
        return True

    def _enter(self, name: str) -> None:
        """Choose a box; the box of a folded group opens too."""
        self.chosen.emit(self._box_ref(name))
        group = self.group_at(name)
        if group is not None and not group.is_open:
            self.turned.emit(group.group)

    def group_at(self, name: str) -> Group | None:
        """The group that can open or fold at a box."""
        return next((one for one in self._groups if name in one.spots), None)

    def _sign_at(self, point: QPoint) -> str:
        """The group whose plus or minus is at a point."""
        if self.drawing is None or not self._in_body(point):
            return ""
        at = QPointF(point) - self._to_screen()
        hit = (sign for sign in self.drawing.signs if sign.rect.adjusted(-4, -4, 4, 4).contains(at))
        return next((sign.group for sign in hit), "")

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose the box or the line at the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        index = self.indexAt(event.position().toPoint())
        if group := self._sign_at(event.position().toPoint()):
            self.turned.emit(group)
        elif index.isValid():
            self.setCurrentIndex(index)
            self.chosen.emit(self._box_ref(self.current_name()))
        elif line := self.line_at(event.position().toPoint()):
            self.chosen.emit(self._line_ref(line))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Show by the pointer what can be chosen."""
        point = event.position().toPoint()
        hit = self.indexAt(point).isValid() or self.line_at(point) or self._sign_at(point)
        shape = Qt.CursorShape.PointingHandCursor if hit else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Nothing is dragged here."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A second click is nothing more than a click."""

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Show the full text of what the pointer rests on."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def tip_at(self, point: QPoint) -> str:
        """All that stands for what is at a point: a box, a line, or the words below."""
        if self.drawing is None or self.shown is None or self._plan is None:
            return ""
        index = self.indexAt(point)
        if index.isValid():
            return str(index.data(Qt.ItemDataRole.ToolTipRole))
        if line := self.line_at(point):
            return words.line_tip(self._plan.lines[line], self.shown.moment, self.library)
        if self.drawing.words_rect.contains(QPointF(point)):
            return told.belows(self.shown, self._plan, self.library)[0]
        if self.drawing.title_rect.united(self.drawing.head_rect).contains(QPointF(point)):
            return f"{words.title(self.shown.moment)}\n{words.era(self.shown.moment)}"
        return ""

    def line_at(self, point: QPoint) -> str:
        """The line near a point."""
        if self.drawing is None or not self._in_body(point):
            return ""
        at = QPointF(point) - self._to_screen()
        return self.drawing.layout.line_at(at.x(), at.y(), _REACH)

    def _box_ref(self, name: str) -> str:
        assert self._plan is not None
        if self._plan.kind == "overview":
            return f"box:{name}"
        group = self._plan.spots[name].group
        return f"group:{group}" if group else f"node:{name}"

    def _line_ref(self, name: str) -> str:
        """The arrow of a line; of several the one that is most in use."""
        assert self._plan is not None
        assert self.shown is not None
        moment = self.shown.moment
        line = self._plan.lines[name]
        best = next(
            edge for edge in line.members if moment.edges[edge].status == moment.line_status(line)
        )
        return f"edge:{best}"
