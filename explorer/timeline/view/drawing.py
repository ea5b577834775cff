"""The timeline drawn: ground, playhead, titles, for screen and file alike."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from explorer.timeline.facts import Link
from explorer.timeline.seen import Lane, Seen, SeenBar, SeenCluster, View
from explorer.timeline.tracks import Entry, entries
from explorer.timeline.view.arcs import Arcs
from explorer.timeline.view.axis import Axis
from explorer.timeline.view.bars import Bars
from explorer.timeline.view.board import Board, Clip, Scene
from explorer.timeline.view.lanes import Lanes
from explorer.timeline.view.series import Series
from explorer.timeline.view.titles import Titles

_ROUND = 5.0  # pixels: how round the corners around one item are


class Drawing(Board):
    """A board with everything that is drawn on it, and where each item stands."""

    @cached_property
    def lanes(self) -> Lanes:
        """The lanes with their names, the grid, the terms of office."""
        return Lanes(self)

    @cached_property
    def bars(self) -> Bars:
        """The programs."""
        return Bars(self)

    @cached_property
    def titles(self) -> Titles:
        """The events."""
        return Titles(self)

    @cached_property
    def arcs(self) -> Arcs:
        """The links between events."""
        return Arcs(self, self.titles, self.bars)

    @cached_property
    def series(self) -> Series:
        """The figures below the lanes."""
        return Series(self)

    @cached_property
    def time(self) -> Axis:
        """The axis and the moment on it."""
        return Axis(self)

    def ground(self, painter: QPainter, scene: Scene) -> None:
        """Everything below the playhead: lanes, grid, band of terms, bars."""
        self.lanes.draw(painter, scene, self.time.ticks(scene.view))
        with Clip(painter, self.lanes_rect(), scene.scroll, self.gutter):
            for lane in self.sheet.lanes:
                for bar in self.sheet.seen_bars(lane, scene.view):
                    self.bars.draw(painter, bar)
        if self.strip is not None:
            self.series.draw(painter, scene.view, self.strip)

    def all_at_once(
        self, painter: QPainter, rect: QRectF, scene: Scene, found: Sequence[Link]
    ) -> None:
        """Everything into a rectangle of the drawing's own size, for paper and file."""
        painter.save()
        painter.translate(rect.topLeft())
        painter.setClipRect(QRectF(0, 0, rect.width(), rect.height()))
        self.ground(painter, scene)
        self.playhead(painter, scene)
        self.links(painter, scene, found)
        self.top(painter, scene)
        self.link_words(painter, scene, found)
        for entry in entries(self.contents, self.sheet):
            if entry.ref == scene.item:
                self.stand_out(painter, scene, entry, "item")
        self.axis(painter, scene)
        painter.restore()

    def playhead(self, painter: QPainter, scene: Scene) -> None:
        """The line of the moment; titles are drawn over it."""
        self.time.playhead(painter, scene)

    def links(self, painter: QPainter, scene: Scene, found: Sequence[Link]) -> None:
        """Quiet arcs from one event to another, below the titles."""
        self.arcs.draw(painter, scene, found)

    def link_words(self, painter: QPainter, scene: Scene, found: Sequence[Link]) -> None:
        """What each link is, where no other words stand."""
        self.arcs.write(painter, scene, found)

    def axis(self, painter: QPainter, scene: Scene) -> None:
        """The labels of the ticks, the figure of the series, the date of the moment."""
        self.time.draw(painter, scene)
        self.series.draw_moment(painter, scene)
        self.time.draw_moment(painter, scene)

    def top(self, painter: QPainter, scene: Scene) -> None:
        """Everything above the playhead: names of bars, marks, titles, "+n"."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        with Clip(painter, self.lanes_rect(), scene.scroll, self.gutter):
            for lane in self.sheet.lanes:
                for bar in self.sheet.seen_bars(lane, scene.view):
                    self.bars.write(painter, bar)
                seen = self.sheet.titles(lane, scene.view)
                gathered = self.sheet.clusters(lane, scene.view)
                self._whiskers(painter, lane, scene.view, seen, gathered)
                for one in seen:
                    self.titles.title(painter, lane, one)
                for cluster in gathered:
                    self.titles.cluster(painter, lane, cluster)

    def _whiskers(
        self,
        painter: QPainter,
        lane: Lane,
        view: View,
        seen: Sequence[Seen],
        gathered: Sequence[SeenCluster],
    ) -> None:
        """How wide dates are known to be: below titles and single marks, not below a "+n"."""
        for one in seen:
            self.titles.whisker(painter, one.mark, view, one.top)
        for cluster in gathered if not lane.folded else ():
            if len(cluster.marks) == 1 and not cluster.aside:
                self.titles.whisker(painter, cluster.marks[0], view, cluster.top)

    def rect_of(self, entry: Entry, scene: Scene) -> QRectF:
        """Where an item stands, beyond the edges if it is out of sight."""
        down = QPointF(self.gutter, -scene.scroll)
        if entry.kind == "administration":
            term = self.contents.terms[entry.place]
            left, right = scene.view.x(term.first), scene.view.x(term.last)
            whole = QRectF(left, 2, right - left, self.sheet.sizes.band - 5)
            return self.bars.in_sight(whole).translated(self.gutter, 0)
        if entry.kind == "program":
            bar = self.bars.find(entry.ref, scene.view)
            return self.bars.in_sight(self.bars.rect(bar)).translated(down) if bar else QRectF()
        spot = self.sheet.spot(entry.place, scene.view)
        if isinstance(spot, Seen):
            return self.titles.rect(spot).translated(down)
        if spot is None:
            return QRectF()
        return self.titles.cluster_rect(spot, self.lane_named(spot.lane)).translated(down)

    def hit(self, scene: Scene, point: QPointF) -> Seen | SeenCluster | SeenBar | str | None:
        """What stands at a point of the whole picture; a term as its reference."""
        if point.x() < self.gutter:
            return None
        if point.y() < self.sheet.sizes.band:
            day = scene.view.day(point.x() - self.gutter)
            terms = (term for term in self.contents.terms if term.first <= day < term.last)
            return next((term.ref for term in terms), None)
        if not self.lanes_rect().contains(point):
            return None
        at = QPointF(point.x() - self.gutter, point.y() + scene.scroll)
        lane = self.sheet.lane_at(at.y())
        return self._hit_in(lane, scene.view, at) if lane else None

    def _hit_in(self, lane: Lane, view: View, at: QPointF) -> Seen | SeenCluster | SeenBar | None:
        for cluster in self.sheet.clusters(lane, view):
            if self.titles.cluster_rect(cluster, lane).adjusted(-3, -2, 3, 2).contains(at):
                return cluster
        for seen in self.sheet.titles(lane, view):
            words_rect = self.titles.details(seen)[1]
            if self.titles.rect(seen).adjusted(-2, 0, 2, 0).united(words_rect).contains(at):
                return seen
        for bar in self.sheet.seen_bars(lane, view):
            if self.bars.rect(bar).united(self.bars.label(bar)[1]).contains(at):
                return bar
        return None

    def stand_out(self, painter: QPainter, scene: Scene, entry: Entry, how: str) -> None:
        """Draw one item again: pointed at (hover), chosen (item) or with the keyboard (focus)."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.kind == "administration":
            self._frame(painter, self.rect_of(entry, scene), how)
            return
        with Clip(painter, self.lanes_rect(), scene.scroll, self.gutter):
            if entry.kind == "program":
                bar = self.bars.find(entry.ref, scene.view)
                if bar:
                    self._frame(painter, self.bars.in_sight(self.bars.rect(bar)), how)
                return
            spot = self.sheet.spot(entry.place, scene.view)
            if isinstance(spot, Seen):
                self._stand_out_title(painter, spot, how)
            elif spot is not None:
                self._stand_out_cluster(painter, spot, how)

    def _stand_out_title(self, painter: QPainter, seen: Seen, how: str) -> None:
        mark = self.contents.marks[seen.mark]
        lane = self.lane_named(mark.lane)
        rect = self.titles.rect(seen).adjusted(-4, 0, 4, 0)
        if how != "focus":
            ground = "accent-soft" if how == "item" else "hover"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.color(ground))
            painter.drawRoundedRect(rect, _ROUND, _ROUND)
            self.titles.title(painter, lane, seen, ground)
        if how == "item":
            self._ring(painter, seen.x, rect.center().y())
        elif how == "focus":
            self._frame(painter, rect, how)

    def _stand_out_cluster(self, painter: QPainter, spot: SeenCluster, how: str) -> None:
        lane = self.lane_named(spot.lane)
        rect = self.titles.cluster_rect(spot, lane)
        self.titles.cluster(painter, lane, spot, strong=True)
        if how == "item" and len(spot.marks) == 1 and not spot.aside:
            self._ring(painter, spot.x, rect.center().y())
        elif how != "hover":
            self._frame(painter, rect.adjusted(-1, -1, 1, 1), how)

    def _ring(self, painter: QPainter, x: float, y: float) -> None:
        painter.setPen(self.look.pen("accent", 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        reach = self.sheet.sizes.metrics.mark * 1.45
        painter.drawEllipse(QPointF(x, y), reach, reach)

    def _frame(self, painter: QPainter, rect: QRectF, how: str) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        role = {"hover": "control-border", "item": "accent", "focus": "focus"}[how]
        dash = (2.0, 2.0) if how == "focus" else None
        painter.setPen(self.look.pen(role, 1.0 if how == "hover" else 1.8, dash))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
