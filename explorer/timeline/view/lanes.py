"""The ground of the timeline: lanes and their names, the grid, the terms of office."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTransform

from explorer.timeline.seen import Lane, View
from explorer.timeline.ticks import Tick
from explorer.timeline.view import words
from explorer.timeline.view.board import LEFT, Board, Clip, Scene, wrapped
from explorer.ui.paint import shape_path


class Lanes:
    """What lies below everything else."""

    def __init__(self, board: Board) -> None:
        self.board = board

    def draw(self, painter: QPainter, scene: Scene, ticks: Sequence[Tick]) -> None:
        """Lanes, grid, and the band of terms."""
        board = self.board
        painter.fillRect(QRectF(0, 0, board.width, board.height), board.colors["panel"])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._grid(painter, scene, ticks)
        self._lane_lines(painter, scene)
        self._band(painter, scene.view)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _grid(self, painter: QPainter, scene: Scene, ticks: Sequence[Tick]) -> None:
        sizes = self.board.sheet.sizes
        bottom = self.board.height - sizes.axis
        for tick in ticks:
            x = round(self.board.gutter + scene.view.x(tick.day.toordinal()))
            if x >= self.board.gutter:
                painter.setPen(self.board.look.pen("panel-border" if tick.major else "grid"))
                painter.drawLine(QPointF(x, sizes.band), QPointF(x, bottom + sizes.axis * 0.3))

    def _lane_lines(self, painter: QPainter, scene: Scene) -> None:
        with Clip(painter, self.board.lanes_rect(), scene.scroll):
            for lane in self.board.sheet.lanes:
                painter.setPen(self.board.look.pen("panel-border"))
                y = round(lane.top)
                painter.drawLine(QPointF(0, y), QPointF(self.board.width, y))
                self._lane_name(painter, lane)
        bottom = self.board.height - self.board.sheet.sizes.axis
        painter.setPen(self.board.look.pen("panel-border"))
        painter.drawLine(QPointF(0, bottom), QPointF(self.board.width, bottom))

    def _lane_name(self, painter: QPainter, lane: Lane) -> None:
        unit = self.board.look.space(1)
        name = words.lane(lane.name)
        top = lane.top + (0 if lane.folded else self.board.sheet.sizes.lane_pad)
        line = self.board.label_fm.height() * 1.15
        turn = QTransform().rotate(-90 if lane.folded else 0)
        chevron = turn.map(shape_path("triangle-down", QPointF(0, 0), unit * 1.5))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(
            chevron.translated(unit * 1.4, top + line / 2), self.board.look.color("ghost")
        )
        painter.setFont(self.board.label)
        painter.setPen(self.board.look.color("text-quiet"))
        left, width = unit * 2.8, self.board.gutter - unit * 3.6
        lines = wrapped(
            name, width, self.board.label_fm, 2 if lane.height >= 2 * line + unit else 1
        )
        for number, text in enumerate(lines):
            painter.drawText(QRectF(left, top + number * line, width, line), LEFT, text)
        if self.shows_more(lane):
            painter.setFont(self.board.small)
            rect = self.more_rect(lane)
            painter.setPen(self.board.look.color("link"))
            painter.drawText(rect, LEFT, words.more(len(self.board.sheet.bars.left_over)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def shows_more(self, lane: Lane) -> bool:
        """Whether the gutter says that there are more bars."""
        line = self.board.label_fm.height() * 1.15
        return bool(lane.bars and self.board.sheet.bars.left_over) and lane.height > 3 * line

    def more_rect(self, lane: Lane) -> QRectF:
        """Where the number of bars that are not shown stands in the gutter."""
        unit, line = self.board.look.space(1), self.board.label_fm.height() * 1.15
        return QRectF(
            unit * 2.8, lane.top + self.board.sheet.sizes.lane_pad + line, self.board.gutter, line
        )

    def _band(self, painter: QPainter, view: View) -> None:
        height = self.board.sheet.sizes.band
        for term in self.board.contents.terms:
            left, right = self._span(view, term.first, term.last)
            if right <= left:
                continue
            rect = QRectF(left, 2, right - left, height - 5)
            painter.fillRect(rect, self.board.look.color("band"))
            painter.setPen(self.board.look.pen("panel"))
            painter.drawLine(QPointF(round(left), 2), QPointF(round(left), height - 4))
            inset = self.board.look.space(1) * 1.5
            room = rect.adjusted(inset, 0, -2, 0)
            painter.setFont(self.board.small)
            painter.setPen(self.board.look.color("text-quiet"))
            painter.drawText(room, LEFT, self._term_name(term.name, room.width()))

    def _term_name(self, name: str, room: float) -> str:
        """A name, its initials and last part, or nothing: never a name cut in the middle."""
        *first, last = name.split(" ")
        initials = " ".join([*(f"{part[0]}." for part in first), last])
        fit = (
            t for t in (name, initials, last) if self.board.small_fm.horizontalAdvance(t) <= room
        )
        return next(fit, "")

    def _span(self, view: View, first: float, last: float) -> tuple[float, float]:
        left = self.board.gutter + max(0.0, view.x(first))
        return left, self.board.gutter + min(view.width, view.x(last))
