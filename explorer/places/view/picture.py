"""The base of the drawn views of places: a list that paints itself, and its picture for files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QToolTip, QWidget

from explorer.places.view.files import Panel
from explorer.places.view.listwords import tr
from explorer.ui.paint import Look
from explorer.ui.painted import PaintedList

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_MOVE = QAbstractItemView.CursorAction
_STEPS = {
    _MOVE.MoveLeft: -1,
    _MOVE.MoveUp: -1,
    _MOVE.MovePrevious: -1,
    _MOVE.MoveRight: 1,
    _MOVE.MoveDown: 1,
    _MOVE.MoveNext: 1,
    _MOVE.MovePageUp: -10,
    _MOVE.MovePageDown: 10,
}


class Entry(NamedTuple):
    """One thing in a picture: what it opens, what is heard and what a tip says of it."""

    ref: str
    name: str


class Entries(QAbstractListModel):
    """All things in a picture, in words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """Hold other things; only their words where they are the same ones."""
        found = tuple(entries)
        if [one.ref for one in found] == [one.ref for one in self.entries]:
            self.entries = found
            if found:
                self.dataChanged.emit(self.index(0), self.index(len(found) - 1))
            return
        self.beginResetModel()
        self.entries = found
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        """How many things there are."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of one thing."""
        roles = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        )
        return self.entries[index.row()].name if index.isValid() and role in roles else None


class PictureList(PaintedList):
    """Paints what its owner draws; arrow keys go through its things, Enter or a click chooses."""

    chosen = Signal(str)

    def __init__(self, owner: PicturePanel) -> None:
        super().__init__(owner)
        self.owner = owner
        self.things = Entries(self)
        self.setModel(self.things)
        self.take_over()
        self.viewport().setAutoFillBackground(False)  # all of it is painted
        self.setMinimumSize(1, 1)

    def area(self) -> QRectF:
        """Where the picture stands."""
        return QRectF(self.viewport().rect())

    def current(self) -> str:
        """The reference of what has the keyboard."""
        row = self.currentIndex().row()
        return self.things.entries[row].ref if 0 <= row < len(self.things.entries) else ""

    def set_current(self, ref: str) -> None:
        """Give the keyboard to a thing without choosing it; to the first where it is not there."""
        refs = [one.ref for one in self.things.entries]
        if refs:
            self.setCurrentIndex(self.things.index(refs.index(ref) if ref in refs else 0))

    def visualRect(self, index: Index) -> QRect:  # noqa: N802
        """Where a thing stands."""
        if not index.isValid():
            return QRect()
        return self.owner.boxes(self.area())[index.row()].toAlignedRect()

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802
        """The thing at a point."""
        if not self.things.entries:  # Qt asks before there is anything
            return QModelIndex()
        row = self.owner.at(QPointF(point), self.area())
        return self.things.index(row) if row >= 0 else QModelIndex()

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """The thing that an arrow key leads to, in the order of the list."""
        last = len(self.things.entries) - 1
        here = self.currentIndex().row()
        if action == _MOVE.MoveHome:
            return self.things.index(0)
        if action == _MOVE.MoveEnd:
            return self.things.index(last)
        return self.things.index(min(last, max(0, here + _STEPS.get(action, 0))))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter chooses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.current():
                self.chosen.emit(self.current())
            return
        super().keyPressEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose what is at the pointer."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.setCurrentIndex(index)
            self.chosen.emit(self.current())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Show by the pointer what can be chosen."""
        hit = self.indexAt(event.position().toPoint()).isValid()
        shape = Qt.CursorShape.PointingHandCursor if hit else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Nothing is dragged here."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A second click is nothing more than a click."""

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Say in full what the pointer rests on."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            text = str(index.data(Qt.ItemDataRole.ToolTipRole)) if index.isValid() else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the picture, and a ring around what has the keyboard."""
        painter = QPainter(self.viewport())
        try:
            look = self.owner.look
            painter.setClipRegion(event.region())  # a rendered page would not clip it
            painter.fillRect(self.viewport().rect(), look.brush("panel"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.owner.draw_in(painter, self.area())
            if self.hasFocus() and self.currentIndex().isValid():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(look.pen("focus", 2.0))
                box = QRectF(self.visualRect(self.currentIndex())).adjusted(-2, -2, 2, 2)
                inside = QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1)
                painter.drawRoundedRect(box.intersected(inside), 4, 4)
        finally:
            painter.end()


class Frame(QScrollArea):
    """Holds a picture that is scrolled where it needs more height than there is."""

    def __init__(self, picture: PictureList, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture = picture
        self.setWidget(picture)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(1)

    def need(self, height: int) -> None:
        """The height below which the picture is scrolled."""
        self.picture.setMinimumHeight(height)


class PicturePanel(Panel):
    """A view of places that is drawn; its file has a title above and its sources below."""

    picture: PictureList

    def boxes(self, area: QRectF) -> Sequence[QRectF]:
        """Where each thing stands in an area."""
        raise NotImplementedError

    def at(self, point: QPointF, area: QRectF) -> int:
        """The number of the thing at a point; -1 for none."""
        hits = (row for row, box in enumerate(self.boxes(area)) if box.contains(point))
        return next(hits, -1)

    def draw_in(self, painter: QPainter, area: QRectF) -> None:
        """Draw the picture without title and sources."""
        raise NotImplementedError

    def lead(self) -> str:
        """A line under the title of a file: the day and what is counted."""
        raise NotImplementedError

    def foot(self) -> str:
        """What stands below a file: what is meant, and the sources."""
        raise NotImplementedError

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Title, picture and sources, as large as fits."""
        self.draw()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, self.look.brush("panel"))
        pad = float(self.look.space("l"))
        room = rect.adjusted(pad, pad, -pad, -pad)
        room.setTop(_text(painter, room, self.title(), self.look, "heading", bold=True))
        room.setTop(_text(painter, room, self.lead(), self.look, "body") + pad / 2)
        foot = _height(painter, room, self.foot(), self.look)
        below = QRectF(room.left(), room.bottom() - foot, room.width(), foot)
        self.draw_in(painter, room.adjusted(0, 0, 0, -foot - pad / 2))
        _text(painter, below, self.foot(), self.look, "caption", role="text-quiet")
        painter.restore()


_WRAP = int(Qt.TextFlag.TextWordWrap)


def _text(
    painter: QPainter,
    room: QRectF,
    text: str,
    look: Look,
    size: str,
    bold: bool = False,
    role: str = "text",
) -> float:
    """Draw text at the top of a room; the height at which it ends."""
    painter.setFont(look.font(size, bold=bold))
    painter.setPen(look.color(role))
    box = painter.boundingRect(room, _WRAP, text)
    painter.drawText(room, _WRAP, text)
    return box.bottom()


def _height(painter: QPainter, room: QRectF, text: str, look: Look) -> float:
    painter.setFont(look.font("caption"))
    return painter.boundingRect(room, _WRAP, text).height()


def sources_line(panel: Panel, named: Sequence[str]) -> str:
    """The sources of a picture by their short names, and where the outlines come from."""
    names = "; ".join(panel.library.name(f"source:{one}") for one in dict.fromkeys(named))
    return tr("Sources: {0}.").format(names)
