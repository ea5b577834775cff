"""The diagram on screen: a list whose items are boxes with places of their own."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import (
    QModelIndex,
    QPoint,
    QPointF,
    QRect,
)
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from explorer.content.library import Library
from explorer.pipeline.cursor import Cursor, aim
from explorer.pipeline.layout import Line, Plan
from explorer.pipeline.view import words
from explorer.pipeline.view.drawing import Drawing
from explorer.pipeline.view.signs import Group, groups_of
from explorer.pipeline.view.state import State
from explorer.pipeline.view.steps import Index, Steps
from explorer.ui.paint import Look
from explorer.ui.painted import PaintedList
from explorer.ui.widgets import viewport_of


class Board(PaintedList):
    """Shows a drawing and knows where its boxes are on screen."""

    def __init__(self, library: Library, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.library = library
        self.look = look
        self.shown: State | None = None
        self.drawing: Drawing | None = None
        self.reserved = 0.0  # room at the right of the title
        self.fitted = False  # all of it in the pane
        self.keeps_size = False  # text is never made smaller: an audience looks
        self.quiet = False  # no words below
        self.peer: Board | None = None  # another one that has the same size
        self.track = Cursor()
        self._groups: tuple[Group, ...] = ()
        self.notices = tuple(words.notices(library))
        self._plan: Plan | None = None
        self._sought: tuple[str, ...] = ()
        self._made_of: tuple[object, ...] = ()
        self._viewport = viewport_of(self)
        self._viewport.setAutoFillBackground(False)
        self.steps = Steps(library, self)
        self.setModel(self.steps)
        self.take_over()
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
            self.peer is not None and not self.keeps_size,
        )
        if made_of != self._made_of:
            self._made_of = made_of
            self.drawing = Drawing(*made_of)
            self._set_bars()
            self.bring_in_sight()
        self.viewport().update()

    def seek(self, spots: tuple[str, ...]) -> None:
        """Keep some boxes in sight where not all have room, the last one above all."""
        self._sought = spots
        self.bring_in_sight()

    def bring_in_sight(self) -> None:
        """Scroll to the boxes that are sought, and to the one with the keyboard."""
        for name in (*self._sought, self.current_name()):
            if name in self.steps.names:
                self.scrollTo(self.steps.index(self.steps.names.index(name)))

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

    def _scrolled(self) -> QPointF:
        return QPointF(self.horizontalOffset(), self.verticalOffset())

    def _to_screen(self) -> QPointF:
        assert self.drawing is not None
        return self.drawing.body.topLeft() - self._scrolled()

    def _in_body(self, point: QPoint) -> bool:
        return self.drawing is not None and self.drawing.body.contains(QPointF(point))

    def current_name(self) -> str:
        """The box with the keyboard."""
        index = self.currentIndex()
        return self.steps.names[index.row()] if index.isValid() else ""

    def set_current(self, name: str) -> None:
        """Give a box the keyboard without choosing it."""
        if name in self.steps.names and name != self.current_name():
            index = self.steps.index(self.steps.names.index(name))
            self.setCurrentIndex(index)

    def _aimed(self) -> Line | None:
        if self._plan is None or self.shown is None or self.track.spot != self.current_name():
            return None
        return aim(self.track, self._plan, self.shown.moment)
