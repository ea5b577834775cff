"""Axes of a plot: whole years, whole numbers, room for their words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPen

from explorer.charts import specs
from explorer.charts.specs import Drawing
from explorer.charts.view import words
from explorer.charts.view.ink import Ink, Name, pen_of
from explorer.ui.paint import Look

WIDEST: Final = 0.34  # part of the plot that names at the right may take
SHORT: Final = 3 * 365  # days; a shorter span gets the whole years that it lies in


@dataclass(frozen=True)
class Frame:
    """What two plots on one time axis share: the days, and the room left and right of them."""

    first: date
    last: date
    left: float
    right: float


def days_of(drawing: Drawing) -> tuple[date, date]:
    """First and last day of a time axis; a short span gets whole years, so that years are named."""
    first, last = specs.span(drawing)
    if (last - first).days < SHORT:
        return date(first.year, 1, 1), date(last.year, 12, 31)
    return first, last


class Scales:
    """Sets the ranges and words of both axes for the room that there is."""

    def __init__(self, item: Any, look: Look, drawing: Drawing, like: Drawing) -> None:
        self._item, self._look, self._drawing, self._like = item, look, drawing, like
        self._metrics = QFontMetricsF(look.font("small"))
        self._grid: list[Any] = []
        self._drawn: list[float] = []
        values = specs.highest(like)
        if drawing.is_log:
            low, high = specs.log_bounds(values)
        else:
            low, high = specs.bounds(values, share=drawing.is_share)
        self.low, self.high = low, high
        self.top = self.high  # of what is in sight, in heights of the axis

    @property
    def _box(self) -> Any:
        return self._item.vb

    @property
    def is_flat(self) -> bool:
        """Whether the bars lie, with their names at the left."""
        return self._drawing.kind == "categories"

    def height(self, value: float) -> float:
        """How high a value stands on the axis."""
        return math.log10(value) if self._drawing.is_log else value

    def value(self, height: float) -> float:
        """The value at a height of the axis."""
        return float(10.0**height) if self._drawing.is_log else height

    # ----------------------------------------------------------------------------------- look

    def dress(self, strip: float) -> None:
        """Give the axes our look, with a strip free above the plot."""
        look = self._look
        self._item.setContentsMargins(0, strip, 0, 0)
        for name in ("left", "bottom"):
            axis = self._item.getAxis(name)
            axis.enableAutoSIPrefix(False)
            axis.setTickFont(look.font("small"))
            axis.setTextPen(look.color("text-quiet"))
            axis.setPen(pen_of(look, look.color("grid"), 1))
            axis.setTickPen(look.color("panel"))  # pyqtgraph would draw dots
            axis.setStyle(tickLength=0, hideOverlappingLabels=False)
            axis.setStyle(tickTextOffset=round(6 * look.scale))
        height = round(self._metrics.height() + 8 * look.scale)
        self._item.getAxis("bottom").setHeight(height)
        self._item.getAxis("left").setPen(QPen(Qt.PenStyle.NoPen))
        if self.is_flat:
            self._item.getAxis("left").setTextPen(look.color("text"))

    def _draw_grid(self, values: Sequence[tuple[float, str]]) -> None:
        """A thin line at each value that is named."""
        heights = [height for height, _ in values]
        if heights == self._drawn:
            return
        for line in self._grid:
            self._item.removeItem(line)
        pen = pen_of(self._look, self._look.color("grid"), 1)
        angle = 90 if self.is_flat else 0
        self._grid = [pg.InfiniteLine(height, angle=angle, pen=pen) for height in heights]
        self._drawn = heights
        for line in self._grid:
            line.setZValue(-20)
            self._item.addItem(line, ignoreBounds=True)

    # ---------------------------------------------------------------------------- ranges, ticks

    def arrange_flat(self) -> None:
        """Names of bars at the left, values below."""
        rows = [(float(row), track.label) for row, track in enumerate(self._drawing.tracks)]
        self._set_left(rows)
        values = self._values(self._box.width() / 90)
        self._draw_grid(values)
        self._item.getAxis("bottom").setTicks([values])
        self._box.setRange(
            xRange=(self.low, self.high * 1.14), yRange=(-0.7, len(rows) - 0.3), padding=0
        )

    def arrange_in_time(self, frame: Frame | None, names: Sequence[Name]) -> None:
        """Values at the left, years below, room for the names of lines at the right."""
        values = self._values(self._box.height() / self._metrics.height() / 2)
        self._draw_grid(values)
        self._set_left(values, frame.left if frame else 0.0)
        first, last = self.days(frame)
        width = max(self._box.width(), 10.0)
        room = frame.right if frame else self.right_room(names)
        left, right = float(first.toordinal()), float(last.toordinal())
        edge = (right - left) * 0.012
        left, right = left - edge, right + edge
        right = left + (right - left) * width / max(width - room, width * 0.4)
        low, high = self.height(self.low), self.height(self.high)
        self.top = high + (high - low) * 0.04
        self._box.setRange(xRange=(left, right), yRange=(low, self.top), padding=0)
        self._set_years(first, last, (width - room) / width * (right - left) + left)

    def days(self, frame: Frame | None = None) -> tuple[date, date]:
        """First and last day of the axis."""
        return (frame.first, frame.last) if frame else days_of(self._like)

    def right_room(self, names: Sequence[Name]) -> float:
        """The pixels that the names of lines need at the right; 0 where they stand above."""
        return 0.0 if not names or self.needs_legend(names) else name_width(names) + self._gap + 4

    @property
    def _gap(self) -> float:
        """The pixels between the end of a line and its name."""
        return 9 * self._look.scale

    def left_room(self) -> float:
        """The pixels that the values at the left need."""
        return self._room(self._values(self._box.height() / self._metrics.height() / 2))

    def needs_legend(self, names: Sequence[Name]) -> bool:
        """Whether the names do not fit beside the lines and must stand above the plot."""
        width, height = self._box.width(), self._box.height()
        too_wide = name_width(names) > WIDEST * max(width, 1)
        return bool(names) and (too_wide or len(names) * self._metrics.height() * 1.1 > height)

    def _pixel(self) -> tuple[float, float]:
        """What a pixel is on both axes; pyqtgraph would still tell of the room before."""
        (left, right), (low, high) = self._box.viewRange()
        return (right - left) / max(self._box.width(), 1), (high - low) / max(self._box.height(), 1)

    def _set_years(self, first: date, last: date, limit: float) -> None:
        """Whole years below, as many as fit, none cut off at the edge."""
        letters = self._metrics.horizontalAdvance("2005")
        day, _ = self._pixel()
        (left, right), _ = self._box.viewRange()
        most = max(int((limit - left) / day / (letters * 1.8)), 2)
        days = [
            (float(date(year, 1, 1).toordinal()), str(year))
            for year in specs.years(first, last, most)
        ]
        half = letters / 2 * day
        shown = [(x, name) for x, name in days if left <= x <= min(limit, right - half)]
        self._item.getAxis("bottom").setTicks([shown or days[:1]])

    def _set_left(self, rows: list[tuple[float, str]], least: float = 0.0) -> None:
        """Names or values at the left, in just the room that they need."""
        axis = self._item.getAxis("left")
        axis.setTicks([rows])
        wanted = max(self._room(rows), least)
        if abs(axis.width() - wanted) > 1:
            axis.setWidth(wanted)
            self._item.layout.activate()

    def _room(self, rows: Sequence[tuple[float, str]]) -> float:
        widest = max((self._metrics.horizontalAdvance(text) for _, text in rows), default=0.0)
        return float(round(widest + 14 * self._look.scale))

    def _values(self, most: float) -> list[tuple[float, str]]:
        unit = "percent" if self._drawing.is_share else ""
        found = self._ticks(min(max(int(most), 3), 7))
        return [(self.height(tick), words.amount(tick, unit)) for tick in found]

    def _ticks(self, most: int) -> tuple[float, ...]:
        if self._drawing.is_log:
            return specs.log_ticks(self.low, self.high, most)
        return specs.ticks(self.low, self.high, most)

    # ---------------------------------------------------------------------------- names of lines

    def place_names(self, names: Sequence[Name], ink: Ink, frame: Frame | None) -> None:
        """Put each name at the end of its line, or at the edge where something is in its way."""
        hidden = self.needs_legend(names)
        height = self._metrics.height() * 1.1
        wide, tall = self._pixel()
        gap = self._gap * wide
        edge = float(self.days(frame)[1].toordinal())  # beyond all that stands at a day
        taken = ink.crossings() if names else ()
        latest = max((name.x for name in names), default=0.0)
        at_edge: list[Name] = []
        placed: list[QRectF] = []
        for name in names:
            name.item.setVisible(not hidden)
            size = name.item.boundingRect().width() * wide, height * tall
            near = self._near(name.x + gap, name.y, size)
            free = (
                box
                for box in near
                if not any(box.contains(point) for point in taken)
                and not any(box.intersects(other) for other in placed)
            )
            box = next(free, None) if name.x < latest else None
            if box is None:
                at_edge.append(name)
            else:
                name.item.setPos(name.x + gap, box.center().y())
                placed.append(box)
        at_edge.sort(key=lambda name: name.y)
        wanted = [name.y for name in at_edge]
        heights = apart(wanted, height * tall, self.height(self.low), self.top)
        for name, y in zip(at_edge, heights, strict=True):
            name.item.setPos(edge + gap, y)

    def _near(self, left: float, y: float, size: tuple[float, float]) -> list[QRectF]:
        """Where a name could stand beside the end of its line: level with it, below or above."""
        wide, tall = size
        low, high = self.height(self.low) + tall / 2, self.top - tall / 2
        heights = (min(max(y + side * tall, low), high) for side in (0, -1, 1))
        return [QRectF(left, height - tall / 2, wide, tall) for height in heights]


def name_width(names: Sequence[Name]) -> float:
    """The width of the longest name, in pixels."""
    return max((name.item.boundingRect().width() for name in names), default=0.0)


def apart(wanted: Sequence[float], least: float, low: float, high: float) -> list[float]:
    """Heights near those that are wanted, in the same order, *least* apart and inside the plot."""
    placed: list[float] = []
    for height in wanted:
        placed.append(max(height, placed[-1] + least if placed else low + least / 2))
    ceiling = high - least / 2
    for index in reversed(range(len(placed))):
        placed[index] = min(placed[index], ceiling)
        ceiling = placed[index] - least
    return placed
