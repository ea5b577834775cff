"""Connected counties by month: the nation above, every state below, published totals as points."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPolygonF

from explorer.content.dates import add_months
from explorer.content.model import Figure
from explorer.places.growth import (
    FIRST,
    Line,
    curves_csv,
    lines,
    list_sources,
    nation,
    published,
)
from explorer.places.spread import PUBLISHED
from explorer.places.view.beside import StatesBeside
from explorer.places.view.listwords import brief, day, number, tr
from explorer.places.view.picture import Entry, sources_line
from explorer.places.view.statetable import sentence
from explorer.reader.lens import Lens
from explorer.ui.paint import Look, halo

END: Final = date(2013, 3, 1)  # of the axis
REACH: Final = 9.0  # pixels from a line or point that still hit it
NATION: Final = (3400, 1000)  # top of the axis, and its step
STATES: Final = (270, 50)
ROOM: Final = 5.0  # lines of height that a chart needs
POINT: Final = 4.0  # half the size of a published total
TOTALS: Final = f"series:{PUBLISHED}"


class CurvesPanel(StatesBeside):
    """The curves of the county list; a click or a key makes one state stand out."""

    def title(self) -> str:
        """What the view is called."""
        return tr("Counties activated, by month")

    def file_name(self) -> str:
        """What its files are called."""
        return "counties-by-month"

    def csv(self) -> str:
        """All curves and published totals by month."""
        return curves_csv(self.library, self.title(), self.session.lens.link())

    def lead(self) -> str:
        """The nation on the day, as published and by the list."""
        moment = self.session.lens.moment
        counted = number(nation(self.library).at(moment))
        before = [figure for when, figure in published(self.library) if when <= moment]
        if not before:
            text = tr("On {0}: {1} counties by the list; no total had been published")
            return text.format(day(moment), counted)
        text = tr("On {0}: {1} counties by the list; last published total: {2} ({3})")
        last = before[-1]
        when = brief(last.date) if last.date else ""
        return text.format(day(moment), counted, number(last.value), when)

    def meaning(self) -> str:
        """What is meant and what is not."""
        return tr(
            "Activated means that fingerprints were checked, not that the county asked for it. The "
            "list gives months, so each sum is drawn at the end of its month. It has no date for "
            "41 counties (all of Alaska and Hawaii among them) and for no territory; published "
            "totals are points of their own and are never joined to it."
        )

    def foot(self) -> str:
        """What is meant, and the sources."""
        named = [*list_sources(self.library), *(f.source for _, f in published(self.library))]
        return f"{self.meaning()} {sources_line(self, named)}"

    def show_things(self, lens: Lens) -> None:
        """The nation, every state that has dates, every published total."""
        told = {row.ref: sentence(row, lens.moment) for row in self.rows}
        whole = nation(self.library)
        entries = [Entry(whole.ref, self.lead())]
        entries += [Entry(line.ref, told[line.ref]) for line in lines(self.library)]
        entries += [Entry(TOTALS, self._point_words(f)) for _, f in published(self.library)]
        self.picture.things.show(entries)

    def _point_words(self, figure: Figure) -> str:
        text = tr("Published total: {0} jurisdictions, {1}. Source: {2}.")
        when = brief(figure.date) if figure.date else ""
        return text.format(number(figure.value), when, self.library.name(f"source:{figure.source}"))

    # ------------------------------------------------------------------------------ drawing

    def boxes(self, area: QRectF) -> Sequence[QRectF]:
        """Where each curve ends, and each point stands."""
        drawing = self._drawing(area)
        ends = [_around(drawing.nation[-1], REACH)]
        ends += [_around(points[-1], REACH / 2) for points in drawing.states]
        return [*ends, *(_around(point, POINT + 2) for point in drawing.points)]

    def at(self, point: QPointF, area: QRectF) -> int:
        """The published total or the curve nearest to a point."""
        drawing = self._drawing(area)
        first = 1 + len(drawing.states)
        shown = drawing.points if drawing.upper.height() > 0 else []
        near = [(_far(point, p), first + at) for at, p in enumerate(shown)]
        hit = min(near, default=(REACH, -1))
        if hit[0] < REACH:
            return hit[1]
        near = [(_off(point, curve), at) for at, curve in drawing.curves()]
        hit = min(near, default=(REACH, -1))
        return hit[1] if hit[0] < REACH else -1

    def draw_in(self, painter: QPainter, area: QRectF) -> None:
        """Both charts on one axis of time, and the moment."""
        drawing, moment = self._drawing(area), self.session.lens.moment
        for plot, scale, title in (
            (drawing.upper, NATION, tr("United States")),
            (drawing.lower, STATES, tr("States")),
        ):
            if plot.height() > 0:
                self._axes(painter, plot, scale, title)
        self._moment(painter, drawing, moment)
        if drawing.upper.height() > 0:
            painter.setPen(self.look.pen("accent", "bold"))
            painter.drawPolyline(QPolygonF(drawing.nation))
            self._points(painter, drawing)
            self._key(painter, drawing)
        if drawing.lower.height() > 0:
            self._states(painter, drawing)

    def _drawing(self, area: QRectF) -> Drawing:
        kept: Drawing | None = getattr(self, "_kept", None)
        alone = "states" if self.chosen() else "nation"
        if kept is None or (kept.area, kept.look, kept.alone) != (area, self.look, alone):
            totals = published(self.library)
            whole, states = nation(self.library), lines(self.library)
            kept = _drawing_in(area, self.look, alone, whole, states, totals)
            self._kept = kept
        return kept

    def _axes(self, painter: QPainter, plot: QRectF, scale: tuple[int, int], title: str) -> None:
        top, step = scale
        small = self.look.font("small", tabular=True)
        metrics = QFontMetricsF(small)
        painter.setFont(small)
        for value in range(0, top, step):
            y = _y(plot, top, value)
            painter.setPen(self.look.pen("grid", 1.0))
            painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
            painter.setPen(self.look.color("text-quiet"))
            words = number(value)
            x = plot.left() - metrics.horizontalAdvance(words) - 6
            painter.drawText(QPointF(x, y + metrics.capHeight() / 2), words)
        for year in range(FIRST.year + 1, END.year + 1):
            x = _x(plot, date(year, 1, 1))
            painter.setPen(self.look.pen("grid", 1.0))
            painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))
            painter.setPen(self.look.color("text-quiet"))
            if x + 3 + metrics.horizontalAdvance(str(year)) <= plot.right():
                at = QPointF(x + 3, plot.bottom() + metrics.ascent() + 2)
                painter.drawText(at, str(year))
        painter.setPen(self.look.color("text"))
        painter.setFont(self.look.font("small", bold=True))
        painter.drawText(QPointF(plot.left() + 6, plot.top() + metrics.ascent()), title)

    def _moment(self, painter: QPainter, drawing: Drawing, moment: date) -> None:
        if not FIRST <= moment <= END:
            return
        painter.setPen(self.look.pen("moment", "line", (4, 3)))
        for plot in (drawing.upper, drawing.lower):
            x = _x(plot, moment)
            painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))

    def _points(self, painter: QPainter, drawing: Drawing) -> None:
        """Published totals, and a number beside each that has room for it."""
        painter.setPen(self.look.pen("panel", 1.5))
        painter.setBrush(self.look.brush("series-2"))
        for point in drawing.points:
            painter.drawEllipse(point, POINT, POINT)
        font = self.look.font("caption", bold=True, tabular=True)
        metrics = QFontMetricsF(font)
        taken = [_around(point, POINT) for point in drawing.points]
        taken += [self._key_box(drawing), drawing.upper.translated(-drawing.upper.width(), 0)]
        for (_, figure), point in reversed(list(zip(drawing.totals, drawing.points, strict=True))):
            words = number(figure.value)
            wide, high = metrics.horizontalAdvance(words), metrics.height()
            box = QRectF(point.x() - wide - 8, point.y() - high - 2, wide, high)
            box.moveTop(max(drawing.area.top(), box.top()))
            if any(box.intersects(one) for one in taken):
                continue
            taken.append(box.adjusted(-4, -2, 4, 2))
            at = QPointF(box.left(), box.bottom() - metrics.descent())
            halo(painter, at, words, font, self.look.color("text"), self.look.color("panel"))

    def _key_box(self, drawing: Drawing) -> QRectF:
        """Where the title of the chart and the key stand."""
        metrics = QFontMetricsF(self.look.font("small", bold=True))
        wide = max(map(metrics.horizontalAdvance, (tr("Published totals"), tr("United States"))))
        spot = drawing.upper.topLeft()
        return QRectF(spot.x(), spot.y(), wide + 30, metrics.height() * 3.4)

    def _states(self, painter: QPainter, drawing: Drawing) -> None:
        ref = self.chosen()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self.look.pen("ghost", 1.0))
        for line, curve in zip(drawing.lines, drawing.states, strict=True):
            if line.ref != ref:
                painter.drawPolyline(QPolygonF(curve))
        for line, curve in zip(drawing.lines, drawing.states, strict=True):
            if line.ref == ref:
                painter.setPen(self.look.pen("accent", 3.0))
                painter.drawPolyline(QPolygonF(curve))
        self._names(painter, drawing, ref)

    def _names(self, painter: QPainter, drawing: Drawing, ref: str) -> None:
        """The name of the chosen state, and of others with many counties where there is room."""
        metrics = QFontMetricsF(self.look.font("small"))
        pairs = list(zip(drawing.lines, drawing.states, strict=True))
        pairs.sort(key=lambda pair: (pair[0].ref != ref, -pair[0].total))
        taken: list[float] = []
        for line, curve in pairs:
            end = curve[-1]
            if any(abs(end.y() - y) < metrics.height() * 0.95 for y in taken):
                continue
            taken.append(end.y())
            is_chosen = line.ref == ref
            painter.setFont(self.look.font("small", bold=is_chosen))
            painter.setPen(self.look.color("accent" if is_chosen else "text"))
            words = f"{line.name if is_chosen else line.state} {number(line.total)}"
            at = QPointF(drawing.lower.right() + 6, end.y() + metrics.capHeight() / 2)
            painter.drawText(at, words)

    def _key(self, painter: QPainter, drawing: Drawing) -> None:
        """What a line is and what a point."""
        metrics = QFontMetricsF(self.look.font("small"))
        x, y = drawing.upper.left() + 6, drawing.upper.top() + metrics.height() * 1.6
        painter.setFont(self.look.font("small"))
        painter.setPen(self.look.pen("accent", "bold"))
        painter.drawLine(QLineF(x, y, x + 18, y))
        painter.setPen(self.look.color("text"))
        painter.drawText(QPointF(x + 24, y + metrics.capHeight() / 2), tr("County list"))
        y += metrics.height() * 1.1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.brush("series-2"))
        painter.drawEllipse(QPointF(x + 9, y), POINT, POINT)
        painter.setPen(self.look.color("text"))
        painter.drawText(QPointF(x + 24, y + metrics.capHeight() / 2), tr("Published totals"))


class Drawing(NamedTuple):
    """Both charts in an area, with every line and point in place."""

    area: QRectF
    look: Look
    alone: str  # which chart is there where both have no room
    upper: QRectF
    lower: QRectF
    nation: list[QPointF]
    lines: tuple[Line, ...]
    states: list[list[QPointF]]
    totals: tuple[tuple[date, Figure], ...]
    points: list[QPointF]

    def curves(self) -> list[tuple[int, list[QPointF]]]:
        """The lines that are drawn, each with its number."""
        states = list(enumerate(self.states, 1)) if self.lower.height() > 0 else []
        return [(0, self.nation), *states] if self.upper.height() > 0 else states


def _drawing_in(
    area: QRectF,
    look: Look,
    alone: str,
    whole: Line,
    states: tuple[Line, ...],
    totals: tuple[tuple[date, Figure], ...],
) -> Drawing:
    """Lay both charts out in an area."""
    metrics = QFontMetricsF(look.font("small", bold=True))
    left = metrics.horizontalAdvance("3,000") + 12
    right = metrics.horizontalAdvance("North Carolina 100") + 12
    right = min(right, area.width() / 3)
    below = metrics.height() * 1.4
    room = area.adjusted(left, 8, -right, 0)
    upper, lower = _halves(room, below, alone, metrics.height() * ROOM)
    points = [QPointF(_x(upper, when), _y(upper, NATION[0], f.value)) for when, f in totals]
    curves = [_curve(lower, STATES[0], line) for line in states]
    nation_curve = _curve(upper, NATION[0], whole)
    return Drawing(area, look, alone, upper, lower, nation_curve, states, curves, totals, points)


def _halves(room: QRectF, below: float, alone: str, least: float) -> tuple[QRectF, QRectF]:
    """Both charts one above the other; one alone where they would be too low to read."""
    share = (room.height() - 2 * below - 8) / 2
    if share < least:
        whole = QRectF(room.left(), room.top(), room.width(), max(1.0, room.height() - below))
        none = QRectF(room.left(), room.top(), room.width(), 0.0)
        return (none, whole) if alone == "states" else (whole, none)
    upper = QRectF(room.left(), room.top(), room.width(), share)
    return upper, QRectF(room.left(), upper.bottom() + below + 8, room.width(), share)


def _x(plot: QRectF, when: date) -> float:
    return plot.left() + plot.width() * ((when - FIRST).days / (END - FIRST).days)


def _y(plot: QRectF, top: float, value: float) -> float:
    return plot.bottom() - plot.height() * value / top


def _curve(plot: QRectF, top: float, line: Line) -> list[QPointF]:
    """A line of steps: each sum from the end of its month on."""
    found, before = [QPointF(_x(plot, FIRST), _y(plot, top, 0))], 0
    for month, total in line.points:
        x = _x(plot, add_months(month, 1))
        found.append(QPointF(x, _y(plot, top, before)))
        found.append(QPointF(x, _y(plot, top, total)))
        before = total
    found.append(QPointF(plot.right(), _y(plot, top, before)))
    return found


def _around(point: QPointF, reach: float) -> QRectF:
    return QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)


def _far(one: QPointF, other: QPointF) -> float:
    return QLineF(one, other).length()


def _off(point: QPointF, curve: Sequence[QPointF]) -> float:
    """How far a point is from a line of steps, upright or level."""
    best = REACH
    for start, end in pairwise(curve):
        dx = max(min(start.x(), end.x()) - point.x(), 0, point.x() - max(start.x(), end.x()))
        dy = max(min(start.y(), end.y()) - point.y(), 0, point.y() - max(start.y(), end.y()))
        best = min(best, max(dx, dy))
    return best
