"""One series below the lanes: published figures at their dates."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from explorer.timeline.seen import View
from explorer.timeline.strip import Strip, Value, known_at
from explorer.timeline.view import words
from explorer.timeline.view.board import LEFT, Board, Clip, Scene, wrapped


class Series:
    """The series of a board, if it has one."""

    def __init__(self, board: Board) -> None:
        self.board = board

    def rect(self) -> QRectF:
        """Where the series stands, between the lanes and the axis."""
        sizes = self.board.sheet.sizes
        return QRectF(
            0, self.board.height - sizes.axis - sizes.strip, self.board.width, sizes.strip
        )

    def draw(self, painter: QPainter, view: View, strip: Strip) -> None:
        """The published figures: a point for a day or month, a block for a fiscal year."""
        rect = self.rect()
        painter.setPen(self.board.look.pen("panel-border"))
        painter.drawLine(rect.topLeft(), rect.topRight())
        self._name(painter, rect, strip)
        with Clip(painter, rect, 0, self.board.gutter):
            for one in strip.values:
                self._value(painter, view, one, self._y(one))

    def _name(self, painter: QPainter, rect: QRectF, strip: Strip) -> None:
        unit, line = self.board.look.space(1), self.board.small_fm.height()
        left, width = unit * 2.8, self.board.gutter - unit * 3.6
        painter.setFont(self.board.small)
        painter.setPen(self.board.look.color("text-quiet"))
        room = max(1, int((rect.height() - 4) / line))
        for number, text in enumerate(
            wrapped(strip.title, width, self.board.small_fm, min(room, 2))
        ):
            painter.drawText(QRectF(left, rect.top() + 3 + number * line, width, line), LEFT, text)

    def _y(self, one: Value) -> float:
        rect = self.rect()
        most = max(value.value for value in self.board.strip.values) if self.board.strip else 1.0
        return (
            rect.bottom()
            - 2
            - one.value / max(most, 1e-9) * (rect.height() - self.board.fm.height() * 0.9)
        )

    def _value(self, painter: QPainter, view: View, one: Value, y: float) -> None:
        bottom = self.rect().bottom() - 1
        if one.is_span:
            left, right = view.x(one.first), view.x(one.last)
            painter.fillRect(
                QRectF(left + 1, y, max(right - left - 2, 1), bottom - y),
                self.board.mix("series-1", 0.3),
            )
            return
        x = view.x(one.middle)
        painter.setPen(QPen(self.board.mix("series-1", 0.45), self.board.look.line_scale))
        painter.drawLine(QPointF(x, y), QPointF(x, bottom))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.board.colors["series-1"])
        reach = self.board.sheet.sizes.metrics.mark * 0.5
        painter.drawEllipse(QPointF(x, y), reach, reach)

    def now(self, moment: date) -> Value | None:
        """The figure of the strip that is known at the moment."""
        return known_at(self.board.strip.values, moment) if self.board.strip else None

    def draw_moment(self, painter: QPainter, scene: Scene) -> None:
        """The figure known at the moment, with its date, beside the playhead."""
        now, x = self.now(scene.moment), scene.view.x(scene.moment.toordinal() + 0.5)
        if now is None or not 0 <= x <= scene.view.width:
            return
        text, gap = words.value_when(now.figure), self.board.sheet.sizes.metrics.gap
        width, height = (
            self.board.label_fm.horizontalAdvance(text) + 1,
            self.board.label_fm.height(),
        )
        left = self._clear_side(scene.view, x, gap, width, height)
        rect = QRectF(self.board.gutter + left, self.rect().top() + 2, width, height)
        painter.fillRect(rect.adjusted(-3, 0, 3, 0), self.board.look.color("panel"))
        painter.setFont(self.board.label)
        painter.setPen(self.board.look.color("text"))
        painter.drawText(rect, LEFT, text)

    def _clear_side(self, view: View, x: float, gap: float, width: float, height: float) -> float:
        """The side of the playhead where a label covers no figure, the right one if both do."""
        top = self.rect().top() + height + 4
        high = [
            view.x(one.middle)
            for one in (self.board.strip.values if self.board.strip else ())
            if self._y(one) < top
        ]
        for left in (x + gap, x - gap - width):
            inside = left >= 0 and left + width <= view.width
            if inside and not any(left - 4 <= place <= left + width + 4 for place in high):
                return left
        return x + gap if x + gap + width <= view.width else max(0.0, x - gap - width)
