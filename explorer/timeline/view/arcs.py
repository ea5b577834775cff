"""Links between events as quiet arcs, with the type of each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from explorer.timeline.facts import Link
from explorer.timeline.seen import Seen, View
from explorer.timeline.view import words
from explorer.timeline.view.bars import Bars
from explorer.timeline.view.board import CENTER, Board, Clip, Scene
from explorer.timeline.view.titles import Titles


class Arcs:
    """Arcs over a board, around its titles and bars."""

    def __init__(self, board: Board, titles: Titles, bars: Bars) -> None:
        self.board, self._titles, self._bars = board, titles, bars

    def paths(self, view: View, found: Sequence[Link]) -> list[tuple[QPainterPath, str]]:
        """The arcs of links between events, each with the type of its link."""
        clear = self.board.sheet.sizes.metrics.mark * 1.7
        ends = ((self._anchor(a, view), self._anchor(b, view), kind) for a, b, kind in found)
        return [
            (arc(start, end, clear), kind)
            for start, end, kind in ends
            if start is not None and end is not None and start != end
        ]

    def draw(self, painter: QPainter, scene: Scene, found: Sequence[Link]) -> None:
        """Quiet arcs from one event to another, below the titles."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        with Clip(painter, self.board.lanes_rect(), scene.scroll, self.board.gutter):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.board.mix("accent", 0.7), 1.2 * self.board.look.line_scale))
            for path, _ in self.paths(scene.view, found):
                painter.drawPath(path)
                self._arrow(painter, path)

    def write(self, painter: QPainter, scene: Scene, found: Sequence[Link]) -> None:
        """What each link is, where no other words stand."""
        if not found:
            return
        with Clip(painter, self.board.lanes_rect(), scene.scroll, self.board.gutter):
            taken = self._taken(scene.view)
            for path, kind in self.paths(scene.view, found):
                self._link_word(painter, path, kind, taken)

    def _anchor(self, mark: int, view: View) -> QPointF | None:
        spot = self.board.sheet.spot(mark, view)
        if isinstance(spot, Seen):
            return QPointF(spot.x, spot.top + self.board.sheet.sizes.metrics.row / 2)
        if spot is None:
            return None
        return self._titles.cluster_rect(spot, self.board.lane_named(spot.lane)).center()

    def _taken(self, view: View) -> list[QRectF]:
        """Where words stand already."""
        taken = []
        for lane in self.board.sheet.lanes:
            for seen in self.board.sheet.titles(lane, view):
                taken += [self._titles.rect(seen), self._titles.details(seen)[1]]
            taken += [
                self._titles.cluster_rect(one, lane)
                for one in self.board.sheet.clusters(lane, view)
            ]
            taken += [self._bars.rect(bar) for bar in self.board.sheet.seen_bars(lane, view)]
        return taken

    def _arrow(self, painter: QPainter, path: QPainterPath) -> None:
        size = self.board.sheet.sizes.metrics.mark * 0.9
        tip, back = (
            path.pointAtPercent(1),
            path.pointAtPercent(path.percentAtLength(max(path.length() - size, 0))),
        )
        way = QLineF(tip, back)
        for turn in (28, -28):
            side = QLineF(way)
            side.setLength(size)
            side.setAngle(way.angle() + turn)
            painter.drawLine(side)

    def _link_word(
        self, painter: QPainter, path: QPainterPath, kind: str, taken: list[QRectF]
    ) -> None:
        """The type of a link, at the first place on its arc where no other words stand."""
        text = words.link(kind)
        width, height = (
            self.board.small_fm.horizontalAdvance(text) + 8,
            self.board.small_fm.height(),
        )
        for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8):
            center = path.pointAtPercent(share)
            rect = QRectF(center.x() - width / 2, center.y() - height / 2, width, height)
            inside = rect.left() >= 0 and rect.right() <= self.board.sheet.sizes.width
            if inside and not any(rect.intersects(other) for other in taken):
                taken.append(rect)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.board.look.color("panel"))
                painter.drawRoundedRect(rect, height / 2, height / 2)
                painter.setFont(self.board.small)
                painter.setPen(self.board.look.color("accent"))
                painter.drawText(rect, CENTER, text)
                return


def arc(start: QPointF, end: QPointF, clear: float) -> QPainterPath:
    """A quiet arc from one mark to another, clear of both."""
    bend = min(abs(end.x() - start.x()) * 0.25, 40.0)
    middle = QPointF((start.x() + end.x()) / 2, min(start.y(), end.y()) - bend)
    if abs(start.y() - end.y()) > bend:
        middle = QPointF((start.x() + end.x()) / 2 + bend, (start.y() + end.y()) / 2)
    whole = QLineF(start, middle)
    back = QLineF(end, middle)
    path = QPainterPath(whole.pointAt(min(0.5, clear / max(whole.length(), 1.0))))
    path.quadTo(middle, back.pointAt(min(0.5, clear / max(back.length(), 1.0))))
    return path
