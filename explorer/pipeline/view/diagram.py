"""The diagram as a list of boxes that paints itself, so that screen readers and keys can use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPoint,
    QPointF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip

from explorer.pipeline.counts import Bar
from explorer.pipeline.cursor import Cursor, at, back, next_spot, turned, ways
from explorer.pipeline.view import numbers, told, words
from explorer.pipeline.view.board import Board
from explorer.pipeline.view.signs import Group
from explorer.ui.messages import announce

if TYPE_CHECKING:
    from collections.abc import Callable

_REACH = 6.0  # pixels from a line that still hit it
_TRACES = {Qt.Key.Key_Right: "forward", Qt.Key.Key_Left: "back"}


class Diagram(Board):
    """The painted diagram; arrow keys follow its lines, Enter or a click chooses."""

    chosen = Signal(str)  # a reference: box:…, node:…, group:… or edge:…
    turned = Signal(str)  # a group that is to open or to fold
    traced = Signal(str, str)  # “forward”, “back” or nothing, and the box to follow from

    # ------------------------------------------------------------------------ keys, pointer

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
        elif (bar := self.count_at(event.position().toPoint())) is not None:
            self.chosen.emit(f"funnel:{bar.cut}")
        elif index.isValid():
            self.setCurrentIndex(index)
            self.chosen.emit(self._box_ref(self.current_name()))
        elif line := self.line_at(event.position().toPoint()):
            self.chosen.emit(self._line_ref(line))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Show by the pointer what can be chosen."""
        point = event.position().toPoint()
        hit = self.indexAt(point).isValid() or self.line_at(point) or self._sign_at(point)
        counted = self.count_at(point) is not None
        shape = Qt.CursorShape.PointingHandCursor if hit or counted else Qt.CursorShape.ArrowCursor
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
        if group := self._sign_at(point):
            return told.sign(self.library.groups[group].label)
        if (bar := self.count_at(point)) is not None and self.shown.cuts is not None:
            return numbers.count_tip(bar, self.shown.cuts)
        index = self.indexAt(point)
        if index.isValid():
            return str(index.data(Qt.ItemDataRole.ToolTipRole))
        if line := self.line_at(point):
            return words.line_tip(self._plan.lines[line], self.shown.moment, self.library)
        if self.drawing.words_rect.contains(QPointF(point)):
            return self.drawing.belows(self.shown, self.library)[0]
        if self.drawing.title_rect.united(self.drawing.head_rect).contains(QPointF(point)):
            return f"{words.title(self.shown.moment)}\n{words.era(self.shown.moment)}"
        return ""

    def count_at(self, point: QPoint) -> Bar | None:
        """The number that stands at a point, or whose width does."""
        if self.drawing is None or self.shown is None or self.shown.cuts is None:
            return None
        if not self._in_body(point):
            return None
        at = QPointF(point) - self._to_screen()
        for caption in self.drawing.captions(self.shown, self.library):
            if caption.bar is not None and caption.rect.contains(at):
                return caption.bar
        return self.drawing.counted(self.shown.cuts).at(at)

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
