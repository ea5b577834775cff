"""The steps of a walk as a list that paints itself: a marker, an outcome, a sentence."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from explorer.casewalk.compare import group_of
from explorer.casewalk.course import Stop
from explorer.casewalk.view import words
from explorer.casewalk.view.chip import chip_size, paint_chip
from explorer.casewalk.view.spoken import Index, Spoken
from explorer.content.library import Library
from explorer.ui.paint import Look

_WRAP: Final = int(Qt.TextFlag.TextWordWrap)


class _Paint(QStyledItemDelegate):
    """Draws a stop: the numbered marker, its heading, the chip, and the sentence below."""

    def __init__(self, view: StepList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """As many lines as the words need at the width of the list."""
        return QSize(10, self.height(index, self._view.viewport().width()))

    def height(self, index: Index, width: int) -> int:
        """The height of a stop at a width."""
        return self._places(index, QRect(0, 0, width, 0))[-1].bottom() + self._pad()

    def told(self, index: Index, width: int) -> int:
        """The height of the sentence of a stop at a width."""
        return self._lines(index, self._room(QRect(0, 0, width, 0))).height()

    def _pad(self) -> int:
        return self._view.look.space(1 if self._view.is_folded else 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        look, one = self._view.look, self._view.stops.things[index.row()]
        state = option.state
        current = bool(state & QStyle.StateFlag.State_Selected)
        rect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current:
            self._ground(painter, rect, look)
        mark, title, chip, lines = self._places(index, rect)
        self._marker(painter, index.row(), one, mark, rect, current)
        painter.setPen(look.color("text"))
        painter.setFont(look.font("body", bold=True))
        painter.drawText(title, _WRAP, words.stop(one.id))
        self._chip(painter, one, chip)
        if self._is_told(index):
            painter.setPen(look.color("text" if current else "text-quiet"))
            painter.setFont(look.font("small", italic=one.after))
            painter.drawText(lines, _WRAP, self._sentence(one))
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, look: Look) -> None:
        painter.setBrush(look.brush("accent-soft"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 6, 6)

    def _chip(self, painter: QPainter, one: Stop, chip: QRect) -> None:
        group = group_of(self._view.library, one.outcome)
        text = words.outcome(one.outcome)
        paint_chip(painter, QPointF(chip.topLeft()), text, group, self._view.look, one.outcome)

    def _marker(
        self, painter: QPainter, row: int, one: Stop, mark: QRect, rect: QRect, current: bool
    ) -> None:
        """A number in a round; a square where the walk is settled, a ring where it had ended."""
        look, middle = self._view.look, QRectF(mark).center()
        last = self._view.stops.rowCount() - 1
        painter.setPen(look.pen("control-border", 1.5))
        if row > 0:
            painter.drawLine(QPointF(middle.x(), rect.top()), QPointF(middle.x(), mark.top()))
        if row < last:
            painter.drawLine(
                QPointF(middle.x(), mark.bottom() + 1), QPointF(middle.x(), rect.bottom() + 1)
            )
        filled = "accent" if current else "text-quiet"
        painter.setPen(look.pen(filled, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush if one.after else look.brush(filled))
        box = QRectF(mark).adjusted(1, 1, -1, -1)
        round_ = 3.0 if one.settles else box.width() / 2
        painter.drawRoundedRect(box, round_, round_)
        painter.setPen(look.color("text" if one.after else "panel"))
        painter.setFont(look.font("caption", bold=True))
        painter.drawText(mark, int(Qt.AlignmentFlag.AlignCenter), str(row + 1))

    def _sentence(self, one: Stop) -> str:
        if one.id == "arrest":
            return self._view.arrest
        end = words.tr("The walk ends here.") if one.settles else ""
        return " ".join(filter(None, (words.supposing(one), words.saying(one), end)))

    def _is_told(self, index: Index) -> bool:
        """Whether a stop has its sentence below it: each has, or the current one only."""
        return not self._view.is_folded or index.row() == self._view.currentIndex().row()

    def _side(self) -> int:
        """The width of a marker."""
        return round(QFontMetrics(self._view.look.font("body", bold=True)).height() * 1.25)

    def _room(self, rect: QRect) -> int:
        """The width of the words of a row."""
        edge = self._view.look.space(2)
        return max(rect.width() - self._side() - 3 * edge, 40)

    def _lines(self, index: Index, room: int) -> QRect:
        one = self._view.stops.things[index.row()]
        small = QFontMetrics(self._view.look.font("small", italic=one.after))
        return small.boundingRect(QRect(0, 0, room, 9999), _WRAP, self._sentence(one))

    def _places(self, index: Index, rect: QRect) -> tuple[QRect, QRect, QRect, QRect]:
        """Where marker, heading, chip and sentence stand in a row."""
        view, look = self._view, self._view.look
        one = view.stops.things[index.row()]
        pad, edge, side = self._pad(), look.space(2), self._side()
        bold = QFontMetrics(look.font("body", bold=True))
        left, room = rect.left() + 2 * edge + side, self._room(rect)
        chip = chip_size(words.outcome(one.outcome), look)
        beside = room - chip.width() - edge
        heading = words.stop(one.id)
        stacked = bold.horizontalAdvance(heading) > beside
        title_room = room if stacked else beside
        title = bold.boundingRect(QRect(0, 0, title_room, 9999), _WRAP, heading)
        top = rect.top() + pad
        title_box = QRect(left, top, title_room, title.height())
        if stacked:
            chip_box = QRect(QPoint(left, title_box.bottom() + 3), chip)
            under = chip_box.bottom() + 3
        else:
            chip_box = QRect(QPoint(left + room - chip.width(), top - 1), chip)
            under = max(title_box.bottom(), chip_box.bottom()) + 3
        told = self._lines(index, room).height() + 2 if self._is_told(index) else -3
        mark = QRect(rect.left() + edge, top, side, side)
        return mark, title_box, chip_box, QRect(left, under, room, told)


class StepList(QListView):
    """The steps, one under the other; arrow keys go from one to the next."""

    chosen = Signal(str)  # the id of a stop

    def __init__(self, library: Library, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.library = library
        self.look = look
        self.arrest = ""  # what is said of the arrest
        self.stops = Spoken[Stop](lambda one: words.stop(one.id), words.row_sentence, self)
        self.setModel(self.stops)
        self._paint = _Paint(self)
        self.setItemDelegate(self._paint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.is_folded = False  # whether only the current step has its sentence below it
        self._lacking = 0  # how much of the height is not to be had
        self._needed = 0  # the height of all steps at the present width
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(words.tr("Steps"))
        self.setUniformItemSizes(False)
        self._quiet = False
        self.selectionModel().currentRowChanged.connect(self._tell)

    def show_walk(self, stops: tuple[Stop, ...], current: str, arrest: str, look: Look) -> None:
        """Show the stops of a walk, one of them current."""
        self.look, self.arrest = look, arrest
        self._quiet = True
        self.stops.show_things(stops)
        row = next((n for n, one in enumerate(stops) if one.id == current), 0)
        if self.currentIndex().row() != row:
            self.setCurrentIndex(self.stops.index(row))
        self._quiet = False
        self._lay_out()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """All steps at the present width, unless there is less room."""
        wanted = max(0, self._needed - self._lacking)
        return QSize(120, max(wanted, self.minimumHeight()))

    def fold(self, is_folded: bool) -> None:
        """Give only the current step its sentence; the others keep theirs for ears and tooltips."""
        if is_folded != self.is_folded:
            self.is_folded = is_folded
            self._lay_out()

    def lack(self, pixels: int) -> None:
        """Do with less than all steps need, and be scrolled."""
        if pixels != self._lacking:
            self._lacking = pixels
            self.updateGeometry()

    def current(self) -> Stop | None:
        """The stop with the keyboard."""
        row = self.currentIndex().row()
        return self.stops.things[row] if 0 <= row < len(self.stops.things) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Left and right step as up and down do."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        row = self.currentIndex().row() + by
        if by and 0 <= row < self.stops.rowCount():
            self.setCurrentIndex(self.stops.index(row))
        elif not by:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the steps, and a ring around them while they have the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(self.look.pen("focus", 2.0))
            painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), 4, 4)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """The sentences take another number of lines."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """Give each step the lines that it needs now; the current one stays in sight."""
        rows = range(self.stops.rowCount())
        places = [self.stops.index(row) for row in rows]
        needed = sum(self._paint.height(place, self.width()) for place in places)
        if self.is_folded and places:  # as high whichever step is current
            told = [self._paint.told(place, self.width()) for place in places]
            needed += max(told, default=0) - self._paint.told(self.currentIndex(), self.width())
        if needed != self._needed:
            self._needed = needed
            self.updateGeometry()
        self.doItemsLayout()
        self.scrollTo(self.currentIndex())
        self.viewport().update()

    def _tell(self, current: QModelIndex, _: QModelIndex) -> None:
        if self.is_folded:
            self._lay_out()
        if current.isValid() and not self._quiet:
            self.chosen.emit(self.stops.things[current.row()].id)
