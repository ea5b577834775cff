"""The plot: pyqtgraph in our look, and the one place that knows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QGraphicsRectItem, QWidget

from explorer.charts import specs
from explorer.charts.specs import Drawing, Mark, Track
from explorer.charts.view import words
from explorer.content.dates import fiscal_year
from explorer.ui.paint import Look

pg.setConfigOptions(antialias=True, useOpenGL=False)

SYMBOLS: Final = ("o", "s", "t1", "d", "h")
DASHES: Final = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotDotLine,
)
MANY: Final = 40  # marks on one line; more are drawn small
NEAR: Final = 28  # pixels at 100 % text within which a click chooses a mark
WIDEST: Final = 0.34  # part of the plot that labels at the right may take


class Tip(pg.TextItem):  # type: ignore[misc]
    """A small dark sheet with the value and the period of a mark."""

    def paint(self, painter: QPainter, *args: Any) -> None:
        """Draw the sheet with round corners under the text."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.fill)
        painter.drawRoundedRect(self.textItem.mapRectToParent(self.textItem.boundingRect()), 6, 6)


@dataclass(frozen=True)
class _Spot:
    """Where a mark can be hit: at a point, or on the whole of a bar."""

    key: str
    at: QPointF
    bar: QRectF | None = None


class Plot(pg.PlotWidget):  # type: ignore[misc]
    """Draws a :class:`Drawing`; a click or an arrow key chooses one of its marks."""

    chosen = Signal(str)
    arranged = Signal()  # labels may have changed their place
    drawing: Drawing | None = None  # pyqtgraph resizes the plot before ours is made

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, background=None)
        self.look = look
        self.key = ""
        self._spots: list[_Spot] = []
        self._labels: list[tuple[Any, float, float]] = []  # item, x and y in the plot
        self._moment: date | None = None
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setMouseEnabled(x=False, y=False)
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.plotItem.setContentsMargins(0, 0, 0, 0)
        self._box.sigResized.connect(self._arrange)

    @property
    def _box(self) -> Any:
        return self.plotItem.vb

    # ---------------------------------------------------------------------------- what is shown

    def show_drawing(self, drawing: Drawing, look: Look, moment: date) -> None:
        """Draw a chart anew."""
        self.look, self.drawing, self._moment = look, drawing, moment
        self.setBackground(look.color("panel"))
        self.plotItem.clear()
        self._spots, self._labels = [], []
        self._box.invertY(drawing.kind == "categories")
        self._set_axes()
        self._low, self._high = specs.bounds(specs.highest(drawing), share=drawing.is_share)
        self._draw_grid()
        if drawing.kind == "categories":
            self._draw_categories()
        elif drawing.kind == "stacked":
            self._draw_stacks()
        else:
            for index, track in reversed(tuple(enumerate(drawing.tracks))):
                self._draw_track(index, track)
        self._draw_moment()
        self._make_cursor()
        self._arrange()

    def show_moment(self, moment: date) -> None:
        """Move the line of the moment."""
        self._moment = moment
        if self._line is not None:
            self._line.setValue(moment.toordinal())
            self._line.label.setText(words.day(moment))
            self._line.setVisible(self._holds(moment))

    def show_key(self, key: str) -> None:
        """Ring the mark of that name and show its value."""
        self.key = key
        self._show_cursor()

    def needs_legend(self) -> bool:
        """Whether the labels do not fit beside the lines and must stand above the plot."""
        return bool(self._labels) and self._label_width() > WIDEST * max(self._box.width(), 1)

    # ------------------------------------------------------------------------------ the parts

    def color(self, index: int) -> QColor:
        """The color of a track."""
        return self.look.color(f"series-{index % 5 + 1}")

    def _pen(self, color: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
        pen = QPen(color, width * self.look.scale, style)
        pen.setCosmetic(True)
        return pen

    def _mark_scale(self) -> float:
        """Marks grow half as fast as text, so that they do not run into one another."""
        return 1 + (self.look.scale - 1) / 2

    def _set_axes(self) -> None:
        for name in ("left", "bottom"):
            axis = self.plotItem.getAxis(name)
            axis.enableAutoSIPrefix(False)
            axis.setTickFont(self.look.font("small"))
            axis.setTextPen(self.look.color("text-quiet"))
            axis.setPen(self._pen(self.look.color("grid"), 1))
            axis.setTickPen(self.look.color("panel"))  # pyqtgraph would draw dots
            axis.setStyle(tickLength=0, hideOverlappingLabels=False)
            space = round(6 * self.look.scale)
            axis.setStyle(tickTextOffset=space)
        line = QFontMetricsF(self.look.font("small")).height()
        self.plotItem.getAxis("bottom").setHeight(round(line + 8 * self.look.scale))
        flat = self.drawing is not None and self.drawing.kind == "categories"
        self.plotItem.getAxis("left").setPen(QPen(Qt.PenStyle.NoPen))
        if flat:
            self.plotItem.getAxis("left").setTextPen(self.look.color("text"))

    def _draw_grid(self) -> None:
        flat = self._is_flat()
        pen = self._pen(self.look.color("grid"), 1)
        for tick in specs.ticks(self._low, self._high):
            line = pg.InfiniteLine(tick, angle=90 if flat else 0, pen=pen)
            line.setZValue(-20)
            self.plotItem.addItem(line)

    def _is_flat(self) -> bool:
        return self.drawing is not None and self.drawing.kind == "categories"

    def _draw_track(self, index: int, track: Track) -> None:
        color, many = self.color(index), len(track.marks) > MANY
        for run in track.runs:
            if len(run) > 1:
                pen = self._pen(color, 1.6 if many else 2.2, DASHES[index % len(DASHES)])
                ys = [mark.figure.value for mark in run]
                self.plotItem.addItem(pg.PlotDataItem([mark.x for mark in run], ys, pen=pen))
        for mark in track.marks:
            if mark.span == "period":
                self._draw_stretch(mark, color)
        self._draw_marks(track.marks, SYMBOLS[index % len(SYMBOLS)], color, 4.0 if many else 9.0)
        for item in track.breaks:
            self._draw_break(item.at.first)
        if track.marks:
            last = track.marks[-1]
            self._label(track.label, color, last.x, last.figure.value)

    def _draw_marks(self, found: Sequence[Mark], symbol: str, color: QColor, size: float) -> None:
        panel = QBrush(self.look.color("panel"))
        scatter = pg.ScatterPlotItem(
            x=[mark.x for mark in found],
            y=[mark.figure.value for mark in found],
            symbol=symbol,
            size=size * self._mark_scale(),
            pen=self._pen(color, 1.2 if size < 6 else 1.8),
            brush=[QBrush(color) if mark.is_exact else panel for mark in found],
        )
        self.plotItem.addItem(scatter)
        self._spots += [_Spot(mark.key, QPointF(mark.x, mark.figure.value)) for mark in found]

    def _draw_stretch(self, mark: Mark, color: QColor) -> None:
        """A thin bar over the whole period of a figure that covers one."""
        ends = [mark.start.toordinal(), mark.end.toordinal()]
        pen = self._pen(color, 1.5)
        self.plotItem.addItem(pg.PlotDataItem(ends, [mark.figure.value] * 2, pen=pen))

    def _draw_break(self, first: date) -> None:
        pen = self._pen(self.look.color("text-quiet"), 1.2, Qt.PenStyle.DotLine)
        start = fiscal_year(first.year)[0] if (first.month, first.day) == (1, 1) else first
        line = pg.InfiniteLine(start.toordinal(), angle=90, pen=pen)
        line.setZValue(-10)
        self.plotItem.addItem(line)

    def _draw_stacks(self) -> None:
        assert self.drawing is not None
        colors = {
            mark.key: self.color(i)
            for i, track in enumerate(self.drawing.tracks)
            for mark in track.marks
        }
        ends: dict[str, tuple[float, float]] = {}
        for mark, low, top in specs.stacks(self.drawing):
            left, right = mark.start.toordinal() + 45, mark.end.toordinal() - 45
            self._bar(mark, QRectF(left, low, right - left, top - low), colors[mark.key])
            ends[mark.key] = (right, (low + top) / 2)
        for index, track in enumerate(self.drawing.tracks):
            if track.marks:
                self._label(track.label, self.color(index), *ends[track.marks[-1].key])

    def _draw_categories(self) -> None:
        assert self.drawing is not None
        color = self.color(0)
        for row, track in enumerate(self.drawing.tracks):
            for mark in track.marks:
                self._bar(mark, QRectF(0, row - 0.3, mark.figure.value, 0.6), color)
                text = pg.TextItem(
                    " " + words.value(mark.figure), self.look.color("text"), anchor=(0, 0.5)
                )
                text.setFont(self.look.font("small"))
                text.setPos(mark.figure.value, row)
                self.plotItem.addItem(text, ignoreBounds=True)

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
            pen=self._pen(color, 1.2),
        )
        self.plotItem.addItem(bar)
        at = QPointF(place.center().x(), place.bottom())
        if self._is_flat():
            at = QPointF(place.right(), place.center().y())
        self._spots.append(_Spot(mark.key, at, place))

    def _label(self, text: str, color: QColor, x: float, y: float) -> None:
        if self.drawing is None or len(self.drawing.tracks) < 2:
            return
        item = pg.TextItem(text, color, anchor=(0, 0.5))
        font = self.look.font("small")
        font.setWeight(font.Weight.DemiBold)
        item.setFont(font)
        self.plotItem.addItem(item, ignoreBounds=True)
        self._labels.append((item, x, y))

    def _draw_moment(self) -> None:
        self._line: Any = None
        if self._is_flat() or self._moment is None:
            return
        self._line = pg.InfiniteLine(
            self._moment.toordinal(),
            angle=90,
            pen=self._pen(self.look.color("moment"), 1.5),
            label=words.day(self._moment),
            labelOpts={
                "position": 1.0,
                "anchors": [(0, 0), (1, 0)],
                "color": self.look.color("on-moment"),
                "fill": QBrush(self.look.color("moment")),
                "movable": False,
            },
        )
        self._line.label.setFont(self.look.font("caption"))
        self._line.setZValue(-5)
        self.plotItem.addItem(self._line, ignoreBounds=True)

    def _holds(self, moment: date) -> bool:
        assert self.drawing is not None
        first, last = specs.span(self.drawing)
        return first <= moment <= last

    # ------------------------------------------------------------------------------ the cursor

    def _make_cursor(self) -> None:
        ring = self.look.color("focus")
        self._ring = pg.ScatterPlotItem(
            size=17 * self._mark_scale(), pen=self._pen(ring, 2.2), brush=None, symbol="o"
        )
        self._ring.setZValue(20)
        self._frame = QGraphicsRectItem()
        self._frame.setPen(self._pen(ring, 2.6))
        self._frame.setZValue(20)
        self._tip = Tip("", anchor=(0.5, 1.25), fill=QBrush(self.look.color("tip")))
        self._tip.setZValue(30)
        self.plotItem.addItem(self._ring, ignoreBounds=True)
        self.plotItem.addItem(self._frame, ignoreBounds=True)
        self.plotItem.addItem(self._tip, ignoreBounds=True)
        self._show_cursor()

    def _show_cursor(self, hovered: str = "") -> None:
        spot = self._spot(hovered or self.key)
        mark = self.drawing.mark(hovered or self.key) if self.drawing else None
        self._show_ring(self._spot(self.key))
        said = self._is_flat() or not (self.hasFocus() or hovered)
        self._tip.setVisible(spot is not None and mark is not None and not said)
        if spot is None or mark is None:
            return
        self._tip.setHtml(self._tip_text(mark))
        self._tip.setPos(spot.at)
        self._tip.setAnchor(self._tip_anchor(spot.at))

    def _show_ring(self, spot: _Spot | None) -> None:
        """A ring around a point, a frame around a bar."""
        ringed = spot is not None and spot.bar is None
        self._ring.setData(
            [spot.at.x()] if spot and ringed else [], [spot.at.y()] if spot and ringed else []
        )
        self._frame.setVisible(spot is not None and spot.bar is not None)
        if spot is not None and spot.bar is not None:
            self._frame.setRect(spot.bar)

    def _tip_text(self, mark: Mark) -> str:
        ink, small = self.look.color("on-tip").name(), self.look.font("caption").pixelSize()
        body = self.look.font("body").pixelSize()
        return (
            f'<div style="color:{ink}; margin:4px; font-family:{self.look.font("body").family()}">'
            f'<span style="font-size:{body}px; font-weight:600">{words.value(mark.figure)}</span><br/>'
            f'<span style="font-size:{small}px">{words.period(mark)}</span></div>'
        )

    def _tip_anchor(self, at: QPointF) -> tuple[float, float]:
        """Above the mark and inside the plot; below or beside where there is no room."""
        place = self._box.mapViewToScene(at)
        area = self._box.sceneBoundingRect()
        size = self._tip.boundingRect()
        x = 0.5
        if place.x() - size.width() / 2 < area.left():
            x = -0.1
        elif place.x() + size.width() / 2 > area.right():
            x = 1.1
        gap = 14 * self.look.scale / max(size.height(), 1)
        above = place.y() - size.height() * (1 + gap) > area.top()
        return x, 1 + gap if above else -gap

    def _spot(self, key: str) -> _Spot | None:
        return next((spot for spot in self._spots if spot.key == key), None)

    # ------------------------------------------------------------------------- room and scales

    def _arrange(self, *_: object) -> None:
        """Set ranges, ticks and the places of labels for the room that there is."""
        if self.drawing is None or self._box.width() < 10:
            return
        if self._is_flat():
            self._arrange_flat()
        else:
            self._arrange_in_time()
        self._show_cursor()
        self.arranged.emit()

    def _arrange_flat(self) -> None:
        assert self.drawing is not None
        rows = [(float(row), track.label) for row, track in enumerate(self.drawing.tracks)]
        self._set_left(rows)
        self.plotItem.getAxis("bottom").setTicks([self._value_ticks(self._box.width() / 90)])
        self._box.setRange(
            xRange=(self._low, self._high * 1.14), yRange=(-0.7, len(rows) - 0.3), padding=0
        )

    def _arrange_in_time(self) -> None:
        assert self.drawing is not None
        line = QFontMetricsF(self.look.font("small")).height()
        self._set_left(self._value_ticks(self._box.height() / line / 2))
        first, last = specs.span(self.drawing)
        width = self._box.width()
        room = 0.0 if self.needs_legend() or not self._labels else self._label_width() + 12
        left, right = float(first.toordinal()), float(last.toordinal())
        edge = (right - left) * 0.012
        left, right = left - edge, right + edge
        right = left + (right - left) * width / max(width - room, width * 0.4)
        self._top = self._high + (self._high - self._low) * 0.06
        self._box.setRange(xRange=(left, right), yRange=(self._low, self._top), padding=0)
        self._set_years(first, last, (width - room) / width * (right - left) + left)
        self._place_labels()
        if self._line is not None and self._moment is not None:
            self._line.setVisible(self._holds(self._moment))

    def _set_years(self, first: date, last: date, limit: float) -> None:
        """Whole years below, as many as fit, none cut off at the edge."""
        letters = QFontMetricsF(self.look.font("small")).horizontalAdvance("2005")
        day = abs(self._box.viewPixelSize()[0])
        (left, right), _ = self._box.viewRange()
        most = max(int((limit - left) / day / (letters * 1.8)), 2)
        days = [
            (float(date(year, 1, 1).toordinal()), str(year))
            for year in specs.years(first, last, most)
        ]
        half = letters / 2 * day
        shown = [(x, name) for x, name in days if left <= x <= min(limit, right - half)]
        self.plotItem.getAxis("bottom").setTicks([shown or days[:1]])

    def _set_left(self, rows: list[tuple[float, str]]) -> None:
        """Names or values at the left, in just the room that they need."""
        axis, metrics = self.plotItem.getAxis("left"), QFontMetricsF(self.look.font("small"))
        axis.setTicks([rows])
        widest = max((metrics.horizontalAdvance(text) for _, text in rows), default=0.0)
        wanted = round(widest + 14 * self.look.scale)
        if abs(axis.width() - wanted) > 1:
            axis.setWidth(wanted)
            self.plotItem.layout.activate()

    def _value_ticks(self, most: float) -> list[tuple[float, str]]:
        assert self.drawing is not None
        unit = "percent" if self.drawing.is_share else ""
        found = specs.ticks(self._low, self._high, min(max(int(most), 3), 7))
        return [(tick, words.amount(tick, unit)) for tick in found]

    def _label_width(self) -> float:
        return max((item.boundingRect().width() for item, _, _ in self._labels), default=0.0)

    def _place_labels(self) -> None:
        """Put each label at the end of its line, or at the edge where something is in its way."""
        hidden = self.needs_legend()
        height = QFontMetricsF(self.look.font("small")).height() * 1.1
        wide, tall = (abs(size) for size in self._box.viewPixelSize())
        gap = 9 * self.look.scale * wide
        edge = max((x for _, x, _ in self._labels), default=0.0)
        at_edge = []
        for item, x, y in self._labels:
            item.setVisible(not hidden)
            size = item.boundingRect().width() * wide, height * tall
            near = [y + side * size[1] for side in (0, -1, 1)]
            free = [at for at in near if self._is_free(QRectF(x + gap, at - size[1] / 2, *size))]
            if x < edge and free:
                item.setPos(x + gap, free[0])
            else:
                at_edge.append((y, item))
        at_edge.sort(key=lambda label: label[0])
        heights = _apart([y for y, _ in at_edge], height * tall, self._low, self._top)
        for (_, item), y in zip(at_edge, heights, strict=True):
            item.setPos(edge + gap, y)

    def _is_free(self, place: QRectF) -> bool:
        """Whether no mark and no line crosses a place."""
        assert self.drawing is not None
        points = [(spot.at.x(), spot.at.y()) for spot in self._spots]
        for track in self.drawing.tracks:
            for run in track.runs:
                for one, other in pairwise(run):
                    points += _between(one, other)
        return not any(place.contains(QPointF(*point)) for point in points)

    # ----------------------------------------------------------------------------- mouse, keys

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Set the scales anew for the new room."""
        super().resizeEvent(event)
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose the mark under or near the pointer."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        key = self.nearest(event.position())
        if key:
            self.chosen.emit(key)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Show the value under the pointer in passing."""
        self._show_cursor(self.nearest(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click has done its work when it was pressed."""
        event.accept()

    def wheelEvent(self, event: Any) -> None:  # noqa: N802
        """Leave the wheel to what the plot stands in."""
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Without a pointer only the chosen mark is shown."""
        super().leaveEvent(event)
        if self.drawing is not None:
            self._show_cursor()

    def nearest(self, at: QPointF) -> str:
        """The mark on which a point of the widget lies, or the nearest one close to it."""
        here = self._box.mapSceneToView(self.mapToScene(at.toPoint()))
        hit = next((s.key for s in self._spots if s.bar and s.bar.normalized().contains(here)), "")
        if hit or not self._spots:
            return hit
        scene = self.mapToScene(at.toPoint())
        found = [(self._distance(spot, scene), spot.key) for spot in self._spots]
        distance, key = min(found)
        return key if distance <= NEAR * self.look.scale else ""

    def _distance(self, spot: _Spot, scene: QPointF) -> float:
        place = self._box.mapViewToScene(spot.at) - scene
        return float((place.x() ** 2 + place.y() ** 2) ** 0.5)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows walk along a line and across lines; Home and End go to its ends."""
        step = _STEPS.get(Qt.Key(event.key()))
        if self.drawing is None or step is None or not self.drawing.marks:
            event.ignore()
            return
        along, across = step
        if across and not self._is_flat():
            key = specs.across(self.drawing, self.key, across)
        else:
            key = specs.neighbor(self.drawing, self.key, along or across)
        self.chosen.emit(key)
        event.accept()

    def focusInEvent(self, event: Any) -> None:  # noqa: N802
        """With the keyboard here, the chosen mark says its value."""
        super().focusInEvent(event)
        if self.drawing is not None:
            self._show_cursor()

    def focusOutEvent(self, event: Any) -> None:  # noqa: N802
        """Without the keyboard the value is left to the panel beside."""
        super().focusOutEvent(event)
        if self.drawing is not None:
            self._show_cursor()


def _between(one: Mark, other: Mark) -> list[tuple[float, float]]:
    """Points on the line from mark to mark."""
    (x, y), (x2, y2) = (one.x, one.figure.value), (other.x, other.figure.value)
    return [(x + (x2 - x) * part / 6, y + (y2 - y) * part / 6) for part in range(1, 6)]


def _apart(wanted: Sequence[float], least: float, low: float, high: float) -> list[float]:
    """Heights near those that are wanted, in the same order, *least* apart and inside the plot."""
    placed: list[float] = []
    for height in wanted:
        placed.append(max(height, placed[-1] + least if placed else low + least / 2))
    ceiling = high - least / 2
    for index in reversed(range(len(placed))):
        placed[index] = min(placed[index], ceiling)
        ceiling = placed[index] - least
    return placed


_FAR: Final = 10_000
_STEPS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Home: (-_FAR, 0),
    Qt.Key.Key_End: (_FAR, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
