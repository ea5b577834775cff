"""Which outcome on which days in this place: a strip that keys and pointer go along."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from explorer.casewalk.compare import FINALS, number_on
from explorer.casewalk.view import words
from explorer.casewalk.view.chip import shape_of
from explorer.casewalk.view.spoken import Index, Spoken
from explorer.policy.history import Stretch
from explorer.ui.paint import Look, elide, shape_path


class Strip(QListView):
    """A painted strip of the researched years; a click or an arrow key goes to a day."""

    chosen = Signal(object)  # a day
    passed = Signal(object)  # a day that the pointer is drawn over
    ended = Signal()  # the pointer was let go

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.moment = date.min
        self._is_drawn = False  # whether the pointer goes along it with its button down
        self.stretches = Spoken[Stretch](lambda one: words.final(one.final), words.stretch, self)
        self.setModel(self.stretches)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(words.tr("Outcome over time"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)

    def show_course(self, stretches: Sequence[Stretch], moment: date, look: Look) -> None:
        """Show a course of outcomes and the day that is looked at."""
        self.look, self.moment = look, moment
        self.stretches.show_things(stretches)
        self.setFixedHeight(self.sizeHint().height())
        row = number_on(self.stretches.things, moment)
        if row >= 0:
            self.setCurrentIndex(self.stretches.index(row))
        else:
            self.selectionModel().clear()
        self.viewport().update()

    def current(self) -> Stretch | None:
        """The stretch in which the day lies."""
        row = number_on(self.stretches.things, self.moment)
        return self.stretches.things[row] if row >= 0 else None

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """A bar and the years under it."""
        return QSize(200, round(self._bar_height() + self._line() + 3 * self._top()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """As high as it is."""
        return QSize(80, self.sizeHint().height())

    # ------------------------------------------------------------------------------ geometry

    def _line(self) -> float:
        return self.look.font("caption").pixelSize() * 1.4

    def _bar_height(self) -> float:
        return self._line() * 1.4

    def _top(self) -> int:
        """The space above the bar, under it and under the years."""
        return self.look.space(1)

    def _span(self) -> tuple[date, date]:
        found = self.stretches.things
        return (found[0].first, found[-1].last) if found else (date.min, date.max)

    def _edge(self) -> float:
        return float(self.look.space(2))

    def x_of(self, day: date) -> float:
        """Where a day stands."""
        first, last = self._span()
        share = (day - first).days / max(1, (last - first).days)
        return self._edge() + share * (self.viewport().width() - 2 * self._edge())

    def day_at(self, x: float) -> date:
        """The day at a place of the strip."""
        first, last = self._span()
        room = max(1.0, self.viewport().width() - 2 * self._edge())
        share = min(1.0, max(0.0, (x - self._edge()) / room))
        return first + timedelta(days=round(share * (last - first).days))

    def visualRect(self, index: Index) -> QRect:  # noqa: N802 - Qt's spelling
        """Where a stretch is painted."""
        if not index.isValid():
            return QRect()
        return self._box(self.stretches.things[index.row()]).toAlignedRect()

    def _box(self, one: Stretch) -> QRectF:
        left, right = self.x_of(one.first), self.x_of(one.last)
        return QRectF(left, self._top(), max(1.0, right - left), self._bar_height())

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 - Qt's spelling
        """The stretch at a place; near an edge the shorter one, which is hard to hit."""
        boxes = [(self._box(one), row) for row, one in enumerate(self.stretches.things)]
        at = QPointF(point)
        hit = [(box.width(), row) for box, row in boxes if box.adjusted(-1, 0, 1, 0).contains(at)]
        return self.stretches.index(min(hit)[1]) if hit else QModelIndex()

    def scrollTo(  # noqa: N802 - Qt's spelling
        self, index: Index, hint: QAbstractItemView.ScrollHint = QListView.ScrollHint.EnsureVisible
    ) -> None:
        """All of it is in sight."""

    def isIndexHidden(self, index: Index) -> bool:  # noqa: N802 - Qt's spelling
        """No stretch is ever hidden."""
        return False

    def setSelection(  # noqa: N802 - Qt's spelling
        self, rect: QRect, command: QItemSelectionModel.SelectionFlag
    ) -> None:
        """What is chosen comes from the session."""

    def visualRegionForSelection(self, selection: Any) -> QRegion:  # noqa: N802 - Qt's spelling
        """All of it is painted at once."""
        return QRegion(self.viewport().rect())

    # ------------------------------------------------------------------------- keys, pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Arrow keys go to the next outcome or the one before, Page Up and Down a year."""
        years = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()), 0)
        if years and self.stretches.things:
            self.chosen.emit(self._years_on(years))
            return
        row, last = self._row(), self.stretches.rowCount() - 1
        keys = Qt.Key
        ways = {
            keys.Key_Right: row + 1,
            keys.Key_Down: row + 1,
            keys.Key_Left: row - 1,
            keys.Key_Up: row - 1,
            keys.Key_Home: 0,
            keys.Key_End: last,
        }
        to = ways.get(Qt.Key(event.key()))
        if to is None:
            event.ignore()
        elif 0 <= to <= last:
            self.chosen.emit(self.stretches.things[to].first)

    def _row(self) -> int:
        """The stretch of the day; before the first or after the last where it lies outside."""
        row, found = self.currentIndex().row(), self.stretches.things
        return len(found) if row < 0 and found and self.moment > found[-1].last else row

    def _years_on(self, years: int) -> date:
        """The same day some years on, within the researched years."""
        first, last = self._span()
        return min(last, max(first, self.moment + timedelta(days=round(365.25 * years))))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's spelling
        """Go to the day at the pointer."""
        if event.button() == Qt.MouseButton.LeftButton and self.stretches.things:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.chosen.emit(self.day_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's spelling
        """Pass by the days under the pointer while its button is down."""
        if event.buttons() & Qt.MouseButton.LeftButton and self.stretches.things:
            self._is_drawn = True
            self.passed.emit(self.day_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's spelling
        """Stay where the pointer was let go."""
        if self._is_drawn:
            self._is_drawn = False
            self.ended.emit()

    # ------------------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the stretches, the years and the day."""
        painter = QPainter(self.viewport())
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter)
        finally:  # a painter that outlives an error takes the program with it
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        if self.stretches.things:
            for one in self.stretches.things:
                self._paint_stretch(painter, one)
            self._paint_years(painter)
            self._paint_moment(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self.look.pen("focus", 2.0))
            painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _paint_stretch(self, painter: QPainter, one: Stretch) -> None:
        box, group = self._box(one), FINALS[one.final]
        painter.setPen(self.look.pen("panel", 1.0))
        if group:
            painter.setBrush(self.look.brush(f"outcome-{group.replace(' ', '-')}"))
            painter.drawRect(box)
        else:
            painter.setBrush(self.look.brush("panel-sunk"))
            painter.drawRect(box)
            painter.setBrush(self.look.hatch("not-researched"))
            painter.drawRect(box)
        self._paint_word(painter, one, box, group)

    def _paint_word(self, painter: QPainter, one: Stretch, box: QRectF, group: str) -> None:
        """Shape and word where there is room for both, else the shape."""
        font, size = self.look.font("caption", bold=True), self._line() * 0.6
        pad = self.look.space(1)
        ink = "on-chip" if group else "text"
        text = words.final(one.final)
        shape = shape_of(group, one.final)
        if shape and box.width() > size + 2 * pad:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.brush(ink))
            at = QPointF(box.left() + pad + size / 2, box.center().y())
            painter.drawPath(shape_path(shape, at, size))
        left = pad + (size + pad if shape else 0)
        room = box.width() - left - pad
        if elide(text, font, room) == text and group:
            painter.setFont(font)
            painter.setPen(self.look.color(ink))
            painter.drawText(
                box.adjusted(left, 0, 0, 0),
                int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
                text,
            )

    def _paint_years(self, painter: QPainter) -> None:
        """A year under its first day: each, each second or each fifth, as there is room."""
        first, last = self._span()
        font = self.look.font("caption")
        painter.setFont(font)
        metrics = painter.fontMetrics()
        top = self._bar_height() + 2 * self._top()
        years = range(first.year + 1, last.year + 1)
        room = metrics.horizontalAdvance("2000") + self.look.space(2)
        apart = (self.x_of(last) - self.x_of(first)) / max(1, len(years))
        step = next((n for n in (1, 2, 5) if n * apart >= room), 10)
        for year in years:
            x, text = self.x_of(date(year, 1, 1)), str(year)
            width = metrics.horizontalAdvance(text)
            left = x - width / 2
            if year % step == 0 and left >= 0 and left + width <= self.viewport().width():
                painter.setPen(self.look.pen("grid"))
                painter.drawLine(QPointF(x, top - self._top()), QPointF(x, top))
                painter.setPen(self.look.color("text-quiet"))
                painter.drawText(QPointF(left, top + metrics.ascent()), text)

    def _paint_moment(self, painter: QPainter) -> None:
        first, last = self._span()
        if not first <= self.moment <= last:
            return
        x = self.x_of(self.moment)
        painter.setPen(self.look.pen("moment", 3.0))
        bottom = self._top() + self._bar_height()
        painter.drawLine(QPointF(x, 1), QPointF(x, bottom + 3))
