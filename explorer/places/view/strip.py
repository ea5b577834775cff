"""The strip of time under the map: published totals, the county list, and the moment."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QWidget

from explorer.content.dates import add_months, say
from explorer.content.library import Library
from explorer.content.model import Figure
from explorer.places import spread
from explorer.places.months import end, span
from explorer.places.view import mapwords as words
from explorer.ui.paint import Look, chip, halo
from explorer.ui.painted import Index, PaintedList
from explorer.ui.widgets import viewport_of

_ROOT = QModelIndex()
DOT: Final = 3.2  # half the width of a published total, in pixels at 100 %
FIRST_YEAR, LAST_YEAR = 2008, 2014


class Totals(QAbstractListModel):
    """The published totals of connected jurisdictions, by date."""

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        dated = [figure for figure in library.figures(spread.PUBLISHED) if figure.date]
        self.figures: tuple[Figure, ...] = tuple(sorted(dated, key=_day))
        self.says = {source: library.name(f"source:{source}") for source in _sources(dated)}

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's spelling
        """How many totals were published."""
        return 0 if parent.isValid() else len(self.figures)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A total in words, with its date and source."""
        if not index.isValid():
            return None
        figure = self.figures[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words.published(figure)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            when = say(figure.date) if figure.date else ""
            text = words.tr("{0}: {1}, published ({2})")
            return text.format(when, words.published(figure), self.says[figure.source])
        return None


def _day(figure: Figure) -> date:
    return figure.date.last if figure.date else date.min


def _sources(figures: list[Figure]) -> set[str]:
    return {figure.source for figure in figures}


class Strip(PaintedList):
    """Years from left to right; a drag, a click or a key moves the moment."""

    chosen = Signal(object)  # a day
    passed = Signal(object)  # a day that the pointer is drawn over
    ended = Signal()  # the pointer was let go

    def __init__(self, library: Library, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.moment = date.min
        self.totals = Totals(library, self)
        self.listed = spread.curve(library)
        self.span = span(library)
        self._is_drawn = False
        self._kept = QPixmap()  # what is painted of it besides the moment
        self.setModel(self.totals)
        self._viewport = viewport_of(self)
        self.take_over()
        self._viewport.setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words.tr("Activated jurisdictions over time"))

    def show_moment(self, moment: date) -> None:
        """Have the moment at another day."""
        self.moment = moment
        row = max(
            (n for n, one in enumerate(self.totals.figures) if _day(one) <= moment), default=-1
        )
        if row >= 0:
            self.setCurrentIndex(self.totals.index(row))
        else:
            self.selectionModel().clear()
        self._viewport.update()

    def restyle(self, look: Look) -> None:
        """Take another look."""
        self.look = look
        self._kept = QPixmap()
        self.setFixedHeight(self.sizeHint().height())
        self._viewport.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """A line of chips, the curve, the years."""
        return QSize(240, round(self._line() * 5.6))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """As high as it is."""
        return QSize(80, self.sizeHint().height())

    # ------------------------------------------------------------------------------- geometry

    def _line(self) -> float:
        return self.look.font("caption").pixelSize() * 1.4

    def plot(self) -> QRectF:
        """Where the curve is drawn: between the chip and the years."""
        line, edge = self._line(), self.look.space(5)
        room = self._viewport.rect()
        return QRectF(edge, line * 1.5, room.width() - 2.0 * edge, room.height() - line * 2.8)

    def x_of(self, day: date) -> float:
        """Where a day stands; days beyond the strip at its ends."""
        first, last = date(FIRST_YEAR, 7, 1), date(LAST_YEAR, 1, 1)
        share = (day - first).days / (last - first).days
        plot = self.plot()
        return plot.left() + min(1.0, max(0.0, share)) * plot.width()

    def day_at(self, x: float) -> date:
        """The day at a place of the strip."""
        first, last = date(FIRST_YEAR, 7, 1), date(LAST_YEAR, 1, 1)
        plot = self.plot()
        share = min(1.0, max(0.0, (x - plot.left()) / max(1.0, plot.width())))
        return first + timedelta(days=round(share * (last - first).days))

    def _y_of(self, count: float) -> float:
        plot = self.plot()
        most = max((one.value for one in self.totals.figures), default=1.0)
        return plot.bottom() - count / most * plot.height()

    def _at(self, figure: Figure) -> QPointF:
        when = figure.date.middle if figure.date else date.min
        return QPointF(self.x_of(when), self._y_of(figure.value))

    def visualRect(self, index: Index) -> QRect:  # noqa: N802 - Qt's spelling
        """Where a total is painted."""
        if not index.isValid():
            return QRect()
        at, size = self._at(self.totals.figures[index.row()]), 2 * DOT * self.look.scale
        return QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size).toAlignedRect()

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 - Qt's spelling
        """The total at a place."""
        rows = range(len(self.totals.figures))
        hit = (row for row in rows if self.visualRect(self.totals.index(row)).contains(point))
        return self.totals.index(next(hit, -1))

    def scrollTo(  # noqa: N802 - Qt's spelling
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """All of it is in sight."""

    # -------------------------------------------------------------------------- keys, pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Arrow keys move by a month, Page Up and Down by a year, Home and End to the ends."""
        keys = Qt.Key
        months = {
            keys.Key_Left: -1,
            keys.Key_Down: -1,
            keys.Key_Right: 1,
            keys.Key_Up: 1,
            keys.Key_PageUp: -12,
            keys.Key_PageDown: 12,
        }.get(keys(event.key()))
        ends = {keys.Key_Home: end(self.span[0]), keys.Key_End: self.span[1]}
        if months is not None:
            self.chosen.emit(add_months(self.moment, months))
        elif keys(event.key()) in ends:
            self.chosen.emit(ends[keys(event.key())])
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's spelling
        """Go to the day at the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.chosen.emit(self.day_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's spelling
        """Pass by the days under the pointer while its button is down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._is_drawn = True
            self.passed.emit(self.day_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's spelling
        """Stay where the pointer was let go."""
        if self._is_drawn:
            self._is_drawn = False
            self.ended.emit()

    # ------------------------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw years, the list, the totals and the moment."""
        painter = QPainter(self._viewport)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawPixmap(0, 0, self._ground())
            self._paint_current(painter)
            self._paint_moment(painter)
            self._paint_names(painter)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(self.look.pen("focus", 2.0))
                box = QRectF(self._viewport.rect()).adjusted(1, 1, -1, -1)
                painter.drawRoundedRect(box, 4, 4)
        finally:
            painter.end()

    def _ground(self) -> QPixmap:
        """What stays the same while the moment moves."""
        ratio, size = self.devicePixelRatioF(), self._viewport.size()
        if self._kept.size() != size * ratio:
            self._kept = QPixmap(size * ratio)
            self._kept.setDevicePixelRatio(ratio)
            self._kept.fill(self.look.color("panel"))
            painter = QPainter(self._kept)
            try:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._paint_years(painter)
                self._paint_list(painter)
                self._paint_totals(painter)
            finally:
                painter.end()
        return self._kept

    def _paint_years(self, painter: QPainter) -> None:
        plot, font = self.plot(), self.look.font("caption")
        painter.setFont(font)
        room = QFontMetricsF(font).horizontalAdvance("2008") * 1.3
        for year in range(FIRST_YEAR + 1, LAST_YEAR + 1):
            x = self.x_of(date(year, 1, 1))
            painter.setPen(self.look.pen("panel-border", "hair"))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            painter.setPen(self.look.color("text-quiet"))
            box = QRectF(x - room / 2, plot.bottom() + 2, room, self._line())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(year))
        painter.setPen(self.look.pen("control-border", "line"))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())

    def _paint_list(self, painter: QPainter) -> None:
        """The counties of the list, month by month: a stair, since the day is not known."""
        corners, level = [QPointF(self.x_of(self.span[0]), self.plot().bottom())], 0
        for first, count in self.listed:
            x = self.x_of(first)
            corners += [QPointF(x, self._y_of(level)), QPointF(x, self._y_of(count))]
            level = count
        right = self.x_of(end(self.span[1]))
        corners += [QPointF(right, self._y_of(level)), QPointF(right, self.plot().bottom())]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.brush("map-step-1"))
        painter.drawPolygon(QPolygonF(corners))

    def _paint_totals(self, painter: QPainter) -> None:
        for figure in self.totals.figures:
            self._paint_total(painter, figure, "map-step-4", 1.0)

    def _paint_current(self, painter: QPainter) -> None:
        """The last total that was published by the moment."""
        row = self.currentIndex().row()
        if row >= 0:
            self._paint_total(painter, self.totals.figures[row], "moment", 1.3)

    def _paint_total(self, painter: QPainter, figure: Figure, role: str, size: float) -> None:
        half = DOT * self.look.scale * size
        painter.setPen(self.look.pen("panel", 1.2))
        painter.setBrush(self.look.brush(role))
        painter.drawEllipse(self._at(figure), half, half)

    def _paint_names(self, painter: QPainter) -> None:
        """What is what, where the curve leaves room."""
        font = self.look.font("caption")
        ink, ground = self.look.color("text"), self.look.color("panel")
        x, y, half = self.plot().left() + 4, self.plot().top(), DOT * self.look.scale
        for row, (role, text) in enumerate(
            (
                ("map-step-4", words.tr("published totals")),
                ("map-step-1", words.tr("county list, by month")),
            )
        ):
            base = y + self._line() * (row + 0.7)
            painter.setPen(self.look.pen("map-border", 1.0))
            painter.setBrush(self.look.brush(role))
            middle = QPointF(x + half, base - half)
            if row:
                painter.drawRect(QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half))
            else:
                painter.drawEllipse(middle, half, half)
            halo(painter, QPointF(x + 4 * half, base), text, font, ink, ground)

    def _paint_moment(self, painter: QPainter) -> None:
        plot, x = self.plot(), self.x_of(self.moment)
        painter.setPen(self.look.pen("moment", "bold"))
        top = self._line() * 1.2
        painter.drawLine(QPointF(x, top), QPointF(x, plot.bottom()))
        text = words.short_month(self.moment)
        if self.moment < date(FIRST_YEAR, 7, 1):
            text = words.tr("‹ {0}").format(text)
        elif self.moment > date(LAST_YEAR, 1, 1):
            text = words.tr("{0} ›").format(text)
        width = QFontMetricsF(self.look.font("caption", bold=True)).horizontalAdvance(text)
        width += 2 * self.look.space(2)
        left = min(max(0.0, x - width / 2), self._viewport.width() - width)
        chip(painter, QPointF(left, 0), text, self.look, "moment")
