"""The axis of time: ticks and their names, and the moment with its playhead."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from explorer.timeline.seen import Seen, View
from explorer.timeline.ticks import Tick, Unit, step_for, ticks
from explorer.timeline.view import words
from explorer.timeline.view.board import CENTER, LEFT, RIGHT, Board, Scene


class Axis:
    """Ticks below a board, and the line and date of the moment."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self._place = ("", -1)  # the chosen event and its place in the contents

    def ticks(self, view: View) -> list[Tick]:
        """The ticks in view."""
        room = self._tick_room()
        first = date.fromordinal(max(1, math.floor(view.left)))
        last = date.fromordinal(max(1, math.ceil(view.right)))
        return ticks(first, last, step_for(view.scale, room))

    def _tick_room(self) -> dict[Unit, float]:
        gap, fm = self.board.fm.height(), self.board.small_fm
        months = max(fm.horizontalAdvance(text) for text in ("Mar", "Nov", "Sept"))
        return {
            "year": fm.horizontalAdvance("2000") + gap,
            "month": months + gap,
            "day": fm.horizontalAdvance("28") + gap * 0.8,
        }

    def playhead(self, painter: QPainter, scene: Scene) -> None:
        """The line of the moment; titles are drawn over it."""
        x = self.board.gutter + scene.view.x(scene.moment.toordinal() + 0.5)
        if self.board.gutter <= x <= self.board.width:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self.board.look.pen("moment", 1.5))
            sizes = self.board.sheet.sizes
            painter.drawLine(
                QPointF(x, sizes.band - 3), QPointF(x, self.board.height - sizes.axis + 1)
            )

    def place_of(self, ref: str) -> int:
        """The place of an event in the contents; -1 if it is not there."""
        if self._place[0] != ref:
            marks = enumerate(self.board.contents.marks) if ref else ()
            found = (place for place, mark in marks if mark.ref == ref)
            self._place = (ref, next(found, -1))
        return self._place[1]

    def pill_text(self, scene: Scene) -> str:
        """The date of the moment, with the title of the chosen event where it has no place."""
        day = words.day_words(scene.moment)
        place = self.place_of(scene.item)
        if place < 0 or self.board.contents.marks[place].when.middle != scene.moment:
            return day
        spot = self.board.sheet.spot(place, scene.view)
        if isinstance(spot, Seen) and spot.slot.text:
            return day
        room = self.board.sheet.sizes.width * 0.6 - self.board.label_fm.horizontalAdvance(
            day + " · "
        )
        title = self.board.label_fm.elidedText(
            self.board.contents.marks[place].title, Qt.TextElideMode.ElideRight, room
        )
        return f"{day} · {title}"

    def pill_rect(self, scene: Scene) -> QRectF:
        """Where the date of the moment stands on the axis; empty when it is out of view."""
        x = self.board.gutter + scene.view.x(scene.moment.toordinal() + 0.5)
        if not self.board.gutter <= x <= self.board.width:
            return QRectF()
        width = (
            self.board.label_fm.horizontalAdvance(self.pill_text(scene))
            + self.board.fm.height() * 1.1
        )
        height = self.board.sheet.sizes.axis - 2
        left = max(min(x - width / 2, self.board.width - width), self.board.gutter)
        return QRectF(left, self.board.height - height, width, height)

    def draw(self, painter: QPainter, scene: Scene) -> None:
        """The labels of the ticks."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pill = self.pill_rect(scene)
        top = self.board.height - self.board.sheet.sizes.axis
        inset = self.board.look.space(1)
        found = self.ticks(scene.view)
        for tick in found:
            text = words.tick(tick)
            font, fm = (
                (self.board.label, self.board.label_fm)
                if tick.major
                else (self.board.small, self.board.small_fm)
            )
            x = self.board.gutter + scene.view.x(tick.day.toordinal()) + inset
            rect = QRectF(x, top, fm.horizontalAdvance(text) + 1, self.board.sheet.sizes.axis)
            clear = pill.isNull() or not rect.adjusted(-3, 0, 3, 0).intersects(pill)
            if rect.left() > self.board.gutter and rect.right() <= self.board.width and clear:
                painter.setFont(font)
                painter.setPen(self.board.look.color("text-quiet"))
                painter.drawText(rect, LEFT, text)
        self._context(painter, scene.view, found)

    def _context(self, painter: QPainter, view: View, found: Sequence[Tick]) -> None:
        """The year or month at the left edge, in the gutter, where the ticks do not name it."""
        if all(tick.names == "year" for tick in found):
            return
        if (
            found[0].names == "year"
            and view.x(found[0].day.toordinal()) < self.board.fm.height() * 3
        ):
            return
        first = date.fromordinal(max(1, math.floor(view.left)))
        is_days = any(tick.names == "day" for tick in found)
        text = str(first.year)
        if is_days:
            text = words.month_words(first)
        rect = QRectF(
            0,
            self.board.height - self.board.sheet.sizes.axis,
            self.board.gutter,
            self.board.sheet.sizes.axis,
        )
        painter.setFont(self.board.label)
        painter.setPen(self.board.look.color("text-quiet"))
        painter.drawText(rect.adjusted(0, 0, -self.board.look.space(2), 0), RIGHT, text)

    def draw_moment(self, painter: QPainter, scene: Scene) -> None:
        """The date of the moment, over all else on the axis."""
        rect = self.pill_rect(scene)
        if rect.isNull():
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.board.look.color("moment"))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.setFont(self.board.label)
        painter.setPen(self.board.look.color("on-moment"))
        painter.drawText(rect, CENTER, self.pill_text(scene))
