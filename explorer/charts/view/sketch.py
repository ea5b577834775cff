"""The line that the reader draws before the figures are shown."""

from __future__ import annotations

from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt

from explorer.charts.guess import Task
from explorer.charts.specs import Mark, ticks
from explorer.charts.view.ink import mark_scale, pen_of
from explorer.charts.view.scales import Scales
from explorer.ui.paint import Look

STEPS: Final = 10  # key presses from one named value to the next


class Sketch:
    """Takes values for the marks asked for, and draws them as a dashed line with crosses."""

    def __init__(
        self, item: Any, scales: Scales, look: Look, task: Task, drawn: dict[str, float]
    ) -> None:
        self.task, self.drawn, self._scales = task, drawn, scales
        self.at = 0  # which of the marks asked for is meant now
        named = ticks(scales.low, scales.high)
        self._step = (named[1] - named[0]) / STEPS if len(named) > 1 else scales.high / 50
        color = look.color("text")
        pen = pen_of(look, color, 2.0, Qt.PenStyle.DashLine)
        self._line = pg.PlotDataItem([], [], pen=pen)
        self._crosses = pg.ScatterPlotItem(
            size=11 * mark_scale(look),
            symbol="x",
            pen=pen_of(look, color, 1.6),
            brush=None,
            useCache=False,
        )
        for part, z in ((self._line, 8), (self._crosses, 9)):
            part.setZValue(z)
            item.addItem(part, ignoreBounds=True)
        self.refresh()

    @property
    def mark(self) -> Mark:
        """The mark that keys change now."""
        return self.task.asked[self.at]

    def refresh(self) -> None:
        """Draw what is there."""
        start = self.task.given[-1]
        points = [QPointF(start.x, self._scales.height(start.value))]
        found = [mark for mark in self.task.asked if mark.key in self.drawn]
        points += [QPointF(m.x, self._scales.height(self.drawn[m.key])) for m in found]
        xs, ys = [point.x() for point in points], [point.y() for point in points]
        self._line.setData(xs if found else [], ys if found else [])
        self._crosses.setData(xs[1:], ys[1:])

    def move(self, step: int) -> None:
        """Go to a later or earlier mark."""
        self.at = min(max(self.at + step, 0), len(self.task.asked) - 1)

    def change(self, steps: int) -> None:
        """Draw higher or lower; from what was drawn last where nothing is drawn yet."""
        self.put(self.at, self.value_here() + steps * self._step)

    def value_here(self) -> float:
        """What is drawn for the mark, else the value to its left."""
        for mark in reversed(self.task.asked[: self.at + 1]):
            if mark.key in self.drawn:
                return self.drawn[mark.key]
        return self.task.given[-1].value

    def put(self, at: int, value: float) -> None:
        """Draw a value, on the steps of the axis and inside of it."""
        stepped = round(value / self._step) * self._step
        inside = min(max(stepped, self._scales.low), self._scales.high)
        self.drawn[self.task.asked[at].key] = round(inside, 6)

    def draw_at(self, x: float, value: float, goes_on: bool) -> None:
        """Draw where the pointer is; a stroke that *goes_on* draws what it passed over, too."""
        before, here = self.at, self._nearest(x)
        start = self.value_here()
        self.put(here, value)
        if goes_on:
            for at in range(min(before, here) + 1, max(before, here)):
                part = (at - before) / (here - before)
                self.put(at, start + (value - start) * part)
        self.at = here

    def _nearest(self, x: float) -> int:
        asked = self.task.asked
        return min(range(len(asked)), key=lambda at: abs(asked[at].x - x))
