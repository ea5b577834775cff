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
        self._measured: dict[tuple[str, bool, int], int] = {}  # heights of sentences so far

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """As many lines as the words need at the width of the list."""
        width, is_told = self._view.viewport().width(), self._is_told(index)
        return QSize(
            10, self._places(index, QRect(0, 0, width, 0), is_told)[-1].bottom() + self._pad()
        )

    def total(self, width: int, is_folded: bool) -> int:
        """The height of all stops at a width; folded, whichever of them is current."""
        heads, sentences = 0, [0]
        for row in range(self._view.stops.rowCount()):
            index, rect = self._view.stops.index(row), QRect(0, 0, width, 0)
            pad = self._pad(is_folded)
            places = self._places(index, rect, not is_folded, pad)
            heads += places[-1].bottom() + pad
            sentences.append(self._lines(index, self._room(rect)) + 5)
        return heads + (max(sentences) if is_folded else 0)

    def forget(self) -> None:
        """Measure anew, with other letters."""
        look = self._view.look
        self._bold = QFontMetrics(look.font("body", bold=True))
        self._small = {way: QFontMetrics(look.font("small", italic=way)) for way in (False, True)}
        self._measured.clear()

    def _pad(self, is_folded: bool | None = None) -> int:
        folded = self._view.is_folded if is_folded is None else is_folded
        return self._view.look.space(1 if folded else 2)

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
        mark, title, chip, lines = self._places(index, rect, self._is_told(index))
        self._marker(painter, index.row(), one, mark, rect, current)
        painter.setPen(look.color("text-quiet" if one.after and not current else "text"))
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
        look, at = self._view.look, QPointF(chip.topLeft())
        paint_chip(painter, at, words.came_out(one), group, look, one.outcome, one.after)

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
        return round(self._bold.height() * 1.25)

    def _room(self, rect: QRect) -> int:
        """The width of the words of a row."""
        edge = self._view.look.space(2)
        return max(rect.width() - self._side() - 3 * edge, 40)

    def _lines(self, index: Index, room: int) -> int:
        """The height of the sentence of a stop."""
        one = self._view.stops.things[index.row()]
        key = (self._sentence(one), one.after, room)
        if key not in self._measured:
            box = self._small[one.after].boundingRect(QRect(0, 0, room, 9999), _WRAP, key[0])
            self._measured[key] = box.height()
        return self._measured[key]

    def _places(
        self, index: Index, rect: QRect, is_told: bool, pad: int | None = None
    ) -> tuple[QRect, QRect, QRect, QRect]:
        """Where marker, heading, chip and sentence stand in a row."""
        view, look, bold = self._view, self._view.look, self._bold
        one = view.stops.things[index.row()]
        edge, side = look.space(2), self._side()
        left, room = rect.left() + 2 * edge + side, self._room(rect)
        chip = chip_size(words.came_out(one), look)
        beside = room - chip.width() - edge
        heading = words.stop(one.id)
        stacked = bold.horizontalAdvance(heading) > beside
        title_room = room if stacked else beside
        title = bold.boundingRect(QRect(0, 0, title_room, 9999), _WRAP, heading)
        top = rect.top() + (self._pad() if pad is None else pad)
        title_box = QRect(left, top, title_room, title.height())
        if stacked:
            chip_box = QRect(QPoint(left, title_box.bottom() + 3), chip)
            under = chip_box.bottom() + 3
        else:
            chip_box = QRect(QPoint(left + room - chip.width(), top - 1), chip)
            under = max(title_box.bottom(), chip_box.bottom()) + 3
        told = self._lines(index, room) + 2 if is_told else -3
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
        self._paint.forget()
        self.setItemDelegate(self._paint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.is_folded = False  # whether only the current step has its sentence below it
        self._allowed = 0  # the height that the page has for them; nothing: it did not say
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
        if look is not self.look:
            self.look = look
            self._paint.forget()
        self.arrest = arrest
        self._quiet = True
        self.stops.show_things(stops)
        row = next((n for n, one in enumerate(stops) if one.id == current), 0)
        if self.currentIndex().row() != row:
            self.setCurrentIndex(self.stops.index(row))
        self._quiet = False
        self._lay_out()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """What :meth:`fit` allowed, else all steps at the present width."""
        return QSize(120, max(self._allowed or self._needed, self.minimumHeight()))

    def fit(self, room: int) -> None:
        """Fold the steps where a height is too low for all, then let them be scrolled.

        Folded, only the current step has its sentence; the others keep theirs for ears and as
        tooltips.
        """
        is_folded = self._needed > room
        needed = self._paint.total(self.width(), True) if is_folded else self._needed
        allowed = min(needed, room)
        if (is_folded, allowed) != (self.is_folded, self._allowed):
            self.is_folded, self._allowed = is_folded, allowed
            self.updateGeometry()
            self._arrange()

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
        needed = self._paint.total(self.width(), False)
        if needed != self._needed:
            self._needed = needed
            self.updateGeometry()
        self._arrange()

    def _arrange(self) -> None:
        self.doItemsLayout()
        self.scrollTo(self.currentIndex())
        self.viewport().update()

    def _tell(self, current: QModelIndex, _: QModelIndex) -> None:
        if self.is_folded:
            self._arrange()
        if current.isValid() and not self._quiet:
            self.chosen.emit(self.stops.things[current.row()].id)
