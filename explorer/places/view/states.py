"""The calm form for a projector: each state in the shade of its share of connected counties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QTransform,
)

from explorer.places.growth import LEVELS, StateRow, list_sources, spread_out, states_csv
from explorer.places.listing import codes
from explorer.places.view.beside import StatesBeside
from explorer.places.view.listwords import day, number, tr
from explorer.places.view.paths import Outlines, outlines
from explorer.places.view.picture import Entry, sources_line
from explorer.places.view.statetable import sentence
from explorer.reader.lens import Lens
from explorer.reader.theme import contrast
from explorer.ui.paint import Look

TRIES: Final = 11  # places along each side of a state where its number might fit
GROWS: Final = 18.0  # pixels of a number on a map in its own units
SMALLEST: Final = 12  # pixels of a number


class StatesPanel(StatesBeside):
    """The map of states with the percent of connected counties written in each."""

    def title(self) -> str:
        """What the view is called."""
        return tr("Share of counties activated, by state")

    def file_name(self) -> str:
        """What its files are called."""
        return f"states-{self.session.lens.moment.isoformat()}"

    def csv(self) -> str:
        """Exact counts by state."""
        lens = self.session.lens
        return states_csv(self.library, lens.moment, f"{self.title()}, {lens.moment}", lens.link())

    def lead(self) -> str:
        """The day, and the sums of the list."""
        text = tr("On {0}: {1} of {2} counties activated, by the county list")
        active, whole = (sum(getattr(r, n) for r in self.rows) for n in ("active", "counties"))
        return text.format(day(self.session.lens.moment), number(active), number(whole))

    def meaning(self) -> str:
        """What is meant and what is not."""
        return tr(
            "The number is the percent of a state’s counties where fingerprints were checked; it "
            "does not mean that the counties asked for it. + means at least: some counties have no "
            "date in the source. Hatched: no dates at all."
        )

    def foot(self) -> str:
        """What is meant, and the sources."""
        return f"{self.meaning()} {sources_line(self, list_sources(self.library))}"

    def show_things(self, lens: Lens) -> None:
        """Every state with its exact counts."""
        self.picture.things.show([Entry(r.ref, sentence(r, lens.moment)) for r in self.rows])

    # ------------------------------------------------------------------------------ drawing

    def boxes(self, area: QRectF) -> Sequence[QRectF]:
        """Where each state lies, with its number where that stands apart."""
        drawing = self._drawing(area)
        return [drawing.box(row.state) for row in self.rows]

    def at(self, point: QPointF, area: QRectF) -> int:
        """The state at a point: its own outline, or the number that stands apart."""
        drawing = self._drawing(area)
        return next((at for at, r in enumerate(self.rows) if drawing.holds(r.state, point)), -1)

    def draw_in(self, painter: QPainter, area: QRectF) -> None:
        """The map, the numbers, the legend."""
        drawing = self._drawing(area)
        self._fill(painter, drawing)
        self._numbers(painter, drawing)
        self._legend(painter, drawing)

    def _drawing(self, area: QRectF) -> Drawing:
        kept: Drawing | None = getattr(self, "_kept", None)
        if kept is None or kept.area != area or kept.look is not self.look:
            widest = {r.state: _widest(r) for r in self.rows}
            kept = self._kept = Drawing(outlines(), codes(self.library), widest, area, self.look)
        return kept

    def _fill(self, painter: QPainter, drawing: Drawing) -> None:
        edge = QPen(self.look.color("map-border"), 1.0 * self.look.line_scale)
        for row in self.rows:
            path = drawing.paths[row.state]
            painter.setPen(edge)
            painter.setBrush(self.look.brush("panel"))
            painter.drawPath(path)
            painter.setBrush(self._brush(row))
            painter.drawPath(path)
        ref = self.chosen()
        for row in self.rows:
            if row.ref == ref:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                for role, width in (("panel", 6.0), ("moment", 3.0)):
                    painter.setPen(self.look.pen(role, width))
                    painter.drawPath(drawing.paths[row.state])

    def _brush(self, row: StateRow) -> QBrush:
        if row.has_no_dates:
            return self.look.hatch("map-no-date")
        return self.look.brush(_role(row.level))

    def _numbers(self, painter: QPainter, drawing: Drawing) -> None:
        for row in self.rows:
            if row.state in drawing.inside:
                self._inside(painter, drawing, row)
            elif row.state in drawing.apart:
                self._apart(painter, drawing, row)

    def _inside(self, painter: QPainter, drawing: Drawing, row: StateRow) -> None:
        box = drawing.around(row.state, drawing.inside[row.state])
        painter.setFont(drawing.font)
        if row.has_no_dates:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.brush("panel"))
            painter.drawRoundedRect(box, 3, 3)
        painter.setPen(self.look.color(self._ink(row)))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _number(row))

    def _apart(self, painter: QPainter, drawing: Drawing, row: StateRow) -> None:
        """A number at the edge, with the state's letters, its shade and a line to it."""
        box = drawing.beside(row.state)
        painter.setPen(self.look.pen("text-quiet", 1.0))
        painter.drawLine(QPointF(box.left() - 3, box.center().y()), drawing.centers[row.state])
        side = drawing.line * 0.6
        painter.setPen(self.look.pen("map-border", 1.0))
        painter.setBrush(self._brush(row))
        painter.drawRect(QRectF(box.left(), box.center().y() - side / 2, side, side))
        painter.setPen(self.look.color("text"))
        painter.setFont(drawing.font)
        left = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(box.adjusted(side * 1.5, 0, 40, 0), left, f"{row.state} {_number(row)}")

    def _ink(self, row: StateRow) -> str:
        """Whichever of the two inks reads better on the shade of a state."""
        if row.has_no_dates:
            return "text"
        ground = self.look.color(_role(row.level))
        return max(("text", "panel"), key=lambda role: _difference(self.look.color(role), ground))

    def _legend(self, painter: QPainter, drawing: Drawing) -> None:
        font = self.look.font("small")
        metrics = QFontMetricsF(font)
        side = metrics.height() * 0.8
        keys = [(self.look.brush(_role(level)), words) for level, words in enumerate(_levels())]
        keys.append((self.look.hatch("map-no-date"), tr("no dates")))
        gap = side
        wide = sum(side * 1.4 + metrics.horizontalAdvance(words) + gap for _, words in keys)
        scale = min(1.0, drawing.area.width() / wide)
        painter.save()
        painter.translate(drawing.area.left() + side / 2, drawing.below)
        painter.scale(scale, scale)
        painter.setFont(font)
        x = 0.0
        for brush, words in keys:
            painter.setPen(self.look.pen("map-border", 1.0))
            painter.setBrush(brush)
            painter.drawRect(QRectF(x, (metrics.height() - side) / 2, side, side))
            painter.setPen(self.look.color("text"))
            painter.drawText(QPointF(x + side * 1.4, metrics.ascent()), words)
            x += side * 1.4 + metrics.horizontalAdvance(words) + gap
        painter.restore()


class Drawing:
    """The outlines of states in an area, and where the number of each stands."""

    def __init__(
        self,
        map: Outlines,
        codes: Mapping[str, str],
        widest: Mapping[str, str],
        area: QRectF,
        look: Look,
    ) -> None:
        self.area, self.look, self._widest = area, look, widest
        legend = QFontMetricsF(look.font("small")).height() * 2.0
        room = area.adjusted(0, 4, 0, -legend)
        self.font, edge, scale = _type(map, room, look)
        self.metrics = QFontMetricsF(self.font)
        self.line = self.metrics.height()
        rest = room.width() - edge - map.box.width() * scale
        high = map.box.height() * scale
        top = room.top() + (room.height() - high) / 2
        turn = QTransform()
        turn.translate(room.left() + rest / 2, top)
        turn.scale(scale, scale)
        turn.translate(-map.box.left(), -map.box.top())
        self.paths = {letters: turn.map(map.states[code]) for letters, code in codes.items()}
        self.centers = {letters: turn.map(map.center(code)) for letters, code in codes.items()}
        self.right = room.left() + rest / 2 + map.box.width() * scale + 8
        self.below = min(area.bottom() - legend * 0.65, top + high + legend * 0.35)
        self.inside = self._inside()
        self.apart = self._apart(room)

    def around(self, state: str, spot: QPointF) -> QRectF:
        """The box of a state's number in the middle of a spot."""
        wide = self.metrics.horizontalAdvance(self._widest[state])
        return QRectF(spot.x() - wide / 2, spot.y() - self.line / 2, wide, self.line)

    def beside(self, state: str) -> QRectF:
        """The box of a number at the edge."""
        wide = self.metrics.horizontalAdvance("MM 100+") + self.line
        return QRectF(self.right, self.apart[state] - self.line / 2, wide, self.line)

    def box(self, state: str) -> QRectF:
        """Where a state lies."""
        return self.paths[state].boundingRect()

    def holds(self, state: str, point: QPointF) -> bool:
        """Whether a point lies on a state, or on its number at the edge."""
        if self.paths[state].contains(point):
            return True
        return state in self.apart and self.beside(state).contains(point)

    def _inside(self) -> dict[str, QPointF]:
        """The states whose number fits into them, and where; islands have it beside them."""
        found = {}
        for state, path in self.paths.items():
            spot = self._spot(state, path)
            if spot is None and self.centers[state].x() < self.area.center().x() - self.line * 4:
                box = path.boundingRect()
                if len(self._widest[state]) == 1:
                    spot = QPointF(box.right() + self.line * 0.5, box.top())
            if spot is not None:
                found[state] = spot
        return found

    def _spot(self, state: str, path: QPainterPath) -> QPointF | None:
        """The spot nearest to the middle where the number lies wholly in the state."""
        center, box = self.centers[state], path.boundingRect()
        spots = [center, *_grid(box)]
        spots.sort(key=lambda spot: (spot - center).manhattanLength())
        fits = (s for s in spots if path.contains(self.around(state, s).adjusted(1, 2, -1, -2)))
        return next(fits, None)

    def _apart(self, room: QRectF) -> dict[str, float]:
        """The heights of numbers at the edge: the smallest states first, as many as have room."""
        rest = [state for state in self.paths if state not in self.inside]
        rest.sort(key=lambda state: self.box(state).width() * self.box(state).height())
        step = self.line * 1.05
        rest = sorted(rest[: int(room.height() / step)], key=lambda s: self.centers[s].y())
        wanted = [self.centers[state].y() for state in rest]
        low, high = room.top() + self.line / 2, room.bottom() - self.line / 2
        return dict(zip(rest, spread_out(wanted, step, low, high), strict=True))


def _type(map: Outlines, room: QRectF, look: Look) -> tuple[QFont, float, float]:
    """The font of numbers, the width at the edge and the scale: letters grow with the map."""
    font = look.font("small", bold=True)
    for _ in range(2):
        metrics = QFontMetricsF(font)
        edge = metrics.horizontalAdvance("MM 100+") + metrics.height() + 8
        wide = (room.width() - edge) / map.box.width()
        scale = max(0.01, min(wide, room.height() / map.box.height()))
        font.setPixelSize(round(max(SMALLEST, min(look.font("title").pixelSize(), scale * GROWS))))
    return font, edge, scale


def _grid(box: QRectF) -> list[QPointF]:
    steps = [(at + 0.5) / TRIES for at in range(TRIES)]
    return [
        QPointF(box.left() + x * box.width(), box.top() + y * box.height())
        for x in steps
        for y in steps
    ]


def _number(row: StateRow) -> str:
    if row.has_no_dates:
        return "–"
    if row.active > 0 and row.percent == 0:
        return "<1"
    return f"{row.percent}{'+' if row.undated and row.active else ''}"


def _widest(row: StateRow) -> str:
    """The widest that the number of a state gets, so that it stays where it is over time."""
    return "–" if row.has_no_dates else f"100{'+' if row.undated else ''}"


def _role(level: int) -> str:
    return f"map-step-{level}" if level else "map-land"


def _levels() -> list[str]:
    """What each shade means, from none to the strongest."""
    steps = [100 * level // LEVELS for level in range(LEVELS + 1)]
    spans = [tr("{0}–{1}%").format(max(1, low), high - 1) for low, high in pairwise(steps[:-1])]
    return [tr("none"), *spans, tr("{0}–100%").format(steps[-2])]


def _difference(ink: QColor, ground: QColor) -> float:
    return contrast(ink.name(), ground.name())
