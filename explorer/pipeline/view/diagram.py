"""The diagram as a list of boxes that paints itself, so that screen readers and keys can use it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
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
from explorer.pipeline.layout import Plan
from explorer.pipeline.view import words
from explorer.pipeline.view.drawing import Drawing
from explorer.pipeline.view.state import State
from explorer.ui.paint import Look
from explorer.ui.widgets import viewport_of

if TYPE_CHECKING:
    from collections.abc import Callable

Index = QModelIndex | QPersistentModelIndex
_REACH = 6.0  # pixels from a line that still hit it
_ROOT = QModelIndex()


class Steps(QAbstractListModel):
    """The boxes of a plan in the order of the path, in words for screen readers."""

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self.library = library
        self.plan: Plan | None = None
        self.state: State | None = None
        self.names: list[str] = []

    def show_plan(self, plan: Plan, state: State) -> None:
        """Hold the boxes of another plan."""
        self.beginResetModel()
        self.plan, self.state, self.names = plan, state, list(plan.spots)
        self.endResetModel()

    def show_state(self, state: State) -> None:
        """Hold the same boxes at another moment."""
        self.state = state
        if self.names:
            self.dataChanged.emit(self.index(0), self.index(len(self.names) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        """How many boxes there are."""
        return 0 if parent.isValid() else len(self.names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a box."""
        if not index.isValid() or self.plan is None or self.state is None:
            return None
        spot = self.plan.spots[self.names[index.row()]]
        if role == Qt.ItemDataRole.DisplayRole:
            return spot.short
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words.spot_sentence(spot, self.plan, self.state.moment)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return words.spot_tip(spot, self.state.moment, self.library)
        return None


class Diagram(QListView):
    """The painted diagram; arrow keys follow its lines, Enter or a click chooses."""

    chosen = Signal(str)  # a reference: box:…, node:… or edge:…

    def __init__(self, library: Library, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.library = library
        self.look = look
        self.shown: State | None = None
        self.drawing: Drawing | None = None
        self.reserved = 0.0  # room at the right of the title
        self.fitted = False  # all of it in the pane
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

    def show_plan(self, plan: Plan, state: State) -> None:
        """Show another plan."""
        self._plan, self.shown = plan, state
        self.steps.show_plan(plan, state)
        self.relay()

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
        made_of = (
            self._plan,
            self.look,
            size.width(),
            size.height(),
            self.reserved,
            self.notices,
            self.fitted,
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

    def updateGeometries(self) -> None:  # noqa: N802
        """Keep our own scroll range; a list would count rows."""
        self._set_bars()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the diagram."""
        if self.drawing is None or self.shown is None:
            return
        state = State(self.shown.moment, self.shown.mark, self.current_name(), self.hasFocus())
        painter = QPainter(self.viewport())
        try:
            self.drawing.paint(painter, state, self.library, self._scrolled())
        finally:  # a painter that outlives an error takes the program with it
            painter.end()

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
        """The box that the first line in use leads to, or comes from."""
        assert self._plan is not None
        assert self.shown is not None
        plan, moment = self._plan, self.shown.moment
        ends = [
            (moment.line_status(line) == "off", line.target if forward else line.source)
            for line in (plan.leaving(here) if forward else plan.entering(here))
        ]
        order = plan.spots
        ahead = 1 if forward else -1
        ends.sort(
            key=lambda end: (
                end[0],
                ahead * (order[end[1]].column - order[here].column) < 0,
                abs(order[end[1]].row - order[here].row),
            )
        )
        return ends[0][1] if ends else here

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
        """Enter or Space chooses the box with the keyboard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.current_name():
                self.chosen.emit(self._box_ref(self.current_name()))
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose the box or the line at the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setCurrentIndex(index)
            self.chosen.emit(self._box_ref(self.current_name()))
        elif line := self.line_at(event.position().toPoint()):
            self.chosen.emit(self._line_ref(line))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Show by the pointer what can be chosen."""
        point = event.position().toPoint()
        hit = self.indexAt(point).isValid() or self.line_at(point)
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
            return words.below(self.shown.moment, self.shown.mark, self.library)
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
        return f"box:{name}" if self._plan.kind == "overview" else f"node:{name}"

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
