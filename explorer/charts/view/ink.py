"""What is drawn in a plot: lines, marks, bars, breaks, and the names beside them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPen

from explorer.charts import specs
from explorer.charts.specs import Drawing, Mark, Track
from explorer.charts.view import words
from explorer.content.dates import fiscal_year
from explorer.ui.paint import Look

SYMBOLS: Final = ("o", "s", "t1", "d", "h")
DASHES: Final = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotDotLine,
)
MANY: Final = 40  # marks on one line; more are drawn small
ARROWS: Final = {"more_than": "arrow_up", "at_least": "arrow_up", "at_most": "arrow_down"}
BETWEEN_BARS: Final = 45  # days that a bar leaves free at each end of its year


@dataclass(frozen=True)
class Spot:
    """Where a mark can be hit: at a point, or on the whole of a bar."""

    key: str
    at: QPointF
    bar: QRectF | None = None


@dataclass(frozen=True)
class Name:
    """The name of a line, and the end of the line that it belongs to."""

    item: Any
    x: float
    y: float


@dataclass(frozen=True)
class Split:
    """Where a line is broken, and why."""

    x: float
    why: str


def pen_of(
    look: Look, color: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine
) -> QPen:
    """A pen that keeps its width whatever the scales are."""
    pen = QPen(color, width * look.scale, style)
    pen.setCosmetic(True)
    return pen


def color_of(look: Look, index: int) -> QColor:
    """The color of a track."""
    return look.color(f"series-{index % 5 + 1}")


def mark_scale(look: Look) -> float:
    """Marks grow half as fast as text, so that they do not run into one another."""
    return 1 + (look.scale - 1) / 2


class Ink:
    """Draws the tracks of a drawing, and knows afterwards where everything stands."""

    def __init__(self, into: Any, look: Look, drawing: Drawing) -> None:
        self._into, self._look, self._drawing = into, look, drawing
        self.spots: list[Spot] = []
        self.names: list[Name] = []
        self.splits: list[Split] = []
        self._crossings: list[QPointF] = []

    def draw(self) -> None:
        """Draw everything that stands for a figure."""
        if self._drawing.kind == "categories":
            self._draw_categories()
        elif self._drawing.kind == "stacked":
            self._draw_stacks()
        else:
            for index, track in reversed(tuple(enumerate(self._drawing.tracks))):
                self._draw_track(index, track)
        seen = {split.x: split for split in self.splits}
        self.splits = [seen[x] for x in sorted(seen)]

    def height(self, value: float) -> float:
        """How high a value stands on the axis."""
        return math.log10(value) if self._drawing.is_log and value > 0 else value

    def at(self, mark: Mark) -> QPointF:
        """Where the point of a mark is."""
        return QPointF(mark.x, self.height(mark.value))

    def crossings(self) -> Sequence[QPointF]:
        """Points that words should keep clear of: marks, and places on the lines between them."""
        if not self._crossings:
            self._crossings = [spot.at for spot in self.spots]
            for track in self._drawing.tracks:
                for run in track.runs:
                    for one, other in pairwise(run):
                        here, there = self.at(one), self.at(other)
                        self._crossings += [here + (there - here) * (p / 12) for p in range(1, 12)]
        return self._crossings

    # ------------------------------------------------------------------------- lines and marks

    def _draw_track(self, index: int, track: Track) -> None:
        look, color = self._look, color_of(self._look, index)
        many = len(track.marks) > MANY
        for run in track.runs:
            if len(run) > 1:
                pen = pen_of(look, color, 1.6 if many else 2.2, DASHES[index % len(DASHES)])
                self._line([self.at(mark) for mark in run], pen)
        for mark in track.marks:
            if mark.span == "period":  # a thin bar over the whole of what it covers
                y = self.height(mark.value)
                ends = [QPointF(day.toordinal(), y) for day in (mark.start, mark.end)]
                self._line(ends, pen_of(look, color, 1.5))
        self._draw_marks(track.marks, SYMBOLS[index % len(SYMBOLS)], color, 4.0 if many else 9.0)
        for item in track.breaks:
            self._draw_break(item.at.first, item.why)
        if track.marks:
            end = self.at(track.marks[-1])
            self._name(track.label, color, end.x(), end.y())

    def _line(self, points: Sequence[QPointF], pen: QPen) -> None:
        xs, ys = [point.x() for point in points], [point.y() for point in points]
        self._into.addItem(pg.PlotDataItem(xs, ys, pen=pen))

    def _draw_marks(self, found: Sequence[Mark], symbol: str, color: QColor, size: float) -> None:
        """Filled as published; hollow otherwise: an arrow for a bound, a dot for what is computed."""
        panel = QBrush(self._look.color("panel"))
        pen = pen_of(self._look, color, 1.2 if size < 6 else 1.8)
        brushes = [QBrush(color) if mark.is_exact else panel for mark in found]
        self._scatter(found, symbol, size, pen, brushes)
        computed = [mark for mark in found if mark.is_computed]
        self._scatter(computed, "o", size / 3, None, QBrush(color))
        for sign in ("arrow_up", "arrow_down"):
            bounds = [mark for mark in found if ARROWS.get(mark.figure.qualifier) == sign]
            self._arrows(bounds, sign, color)
        self.spots += [Spot(mark.key, self.at(mark)) for mark in found]

    def _scatter(
        self, found: Sequence[Mark], symbol: str, size: float, pen: QPen | None, brush: Any
    ) -> None:
        if found:
            points = [self.at(mark) for mark in found]
            scatter = pg.ScatterPlotItem(
                x=[point.x() for point in points],
                y=[point.y() for point in points],
                symbol=symbol,
                useCache=False,  # in pictures, shapes instead of pixels
                size=size * mark_scale(self._look),
                pen=pen,
                brush=brush,
            )
            self._into.addItem(scatter)

    def _arrows(self, found: Sequence[Mark], sign: str, color: QColor) -> None:
        """A short arrow off each mark, towards where the true value may lie."""
        for mark in found:
            up = sign == "arrow_up"
            arrow = pg.ArrowItem(
                angle=90 if up else -90,
                headLen=6 * mark_scale(self._look),
                headWidth=7 * mark_scale(self._look),
                tailLen=10 * mark_scale(self._look),
                tailWidth=1.5,
                pen=None,
                brush=QBrush(color),
            )
            arrow.setPos(self.at(mark))
            reach = 20 * mark_scale(self._look)
            arrow.setTransform(arrow.transform().translate(0, -reach if up else reach))
            arrow.setZValue(-1)
            self._into.addItem(arrow, ignoreBounds=True)

    def _draw_break(self, first: date, why: str) -> None:
        pen = pen_of(self._look, self._look.color("text-quiet"), 1.2, Qt.PenStyle.DashLine)
        start = fiscal_year(first.year)[0] if (first.month, first.day) == (1, 1) else first
        line = pg.InfiniteLine(start.toordinal(), angle=90, pen=pen)
        line.setZValue(-10)
        self._into.addItem(line)
        self.splits.append(Split(float(start.toordinal()), why))

    def _name(self, text: str, color: QColor, x: float, y: float) -> None:
        if len(self._drawing.tracks) < 2:
            return
        item = pg.TextItem(text, color, anchor=(0, 0.5))
        font = self._look.font("small")
        font.setWeight(font.Weight.DemiBold)
        item.setFont(font)
        self._into.addItem(item, ignoreBounds=True)
        self.names.append(Name(item, x, y))

    # ------------------------------------------------------------------------------------ bars

    def _draw_stacks(self) -> None:
        colors = {
            mark.key: color_of(self._look, index)
            for index, track in enumerate(self._drawing.tracks)
            for mark in track.marks
        }
        ends: dict[str, tuple[float, float]] = {}
        for mark, low, top in specs.stacks(self._drawing):
            left, right = (
                mark.start.toordinal() + BETWEEN_BARS,
                mark.end.toordinal() - BETWEEN_BARS,
            )
            self._bar(mark, QRectF(left, low, right - left, top - low), colors[mark.key])
            ends[mark.key] = (right, (low + top) / 2)
        for index, track in enumerate(self._drawing.tracks):
            if track.marks:
                self._name(track.label, color_of(self._look, index), *ends[track.marks[-1].key])

    def _draw_categories(self) -> None:
        color = color_of(self._look, 0)
        for row, track in enumerate(self._drawing.tracks):
            for mark in track.marks:
                self._bar(mark, QRectF(0, row - 0.3, mark.value, 0.6), color)
                said = " " + words.shown(mark, self._drawing)
                text = pg.TextItem(said, self._look.color("text"), anchor=(0, 0.5))
                text.setFont(self._look.font("small"))
                text.setPos(mark.value, row)
                self._into.addItem(text, ignoreBounds=True)

    def _bar(self, mark: Mark, place: QRectF, color: QColor) -> None:
        fill = QColor(color)
        if not mark.is_exact:
            fill.setAlpha(90)
        bar = pg.BarGraphItem(
            x0=[place.left()],
            x1=[place.right()],
            y0=[place.top()],
            y1=[place.bottom()],
            brush=fill,
            pen=pen_of(self._look, color, 1.2),
        )
        self._into.addItem(bar)
        at = QPointF(place.center().x(), place.bottom())
        if self._drawing.kind == "categories":
            at = QPointF(place.right(), place.center().y())
        self.spots.append(Spot(mark.key, at, place))
