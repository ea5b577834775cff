"""The timeline drawn: ground, playhead, titles, for screen and file alike."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from datetime import date

import msgspec
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QTransform,
)

from explorer.content.model import LANES
from explorer.timeline.items import Contents, Mark
from explorer.timeline.layout import Metrics
from explorer.timeline.sheet import (
    PROGRAMS,
    Lane,
    Seen,
    SeenBar,
    SeenCluster,
    Sheet,
    Sizes,
    View,
)
from explorer.timeline.strip import Strip, Value, known_at
from explorer.timeline.ticks import Tick, Unit, step_for, ticks
from explorer.timeline.tracks import Entry
from explorer.timeline.view import words
from explorer.ui.paint import Look, shape_path

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter
_ROUND = 5.0  # pixels: how round the corners around one item are


_ROLES: dict[str, str] = {lane: "lane-" + lane.lower().replace(" ", "-") for lane in LANES}


def role_of(lane: str) -> str:
    """The color role of a lane."""
    return _ROLES[lane]


Link = tuple[int, int, str]  # from which mark to which, and what the one does to the other


class Scene(msgspec.Struct, frozen=True):
    """What to draw besides the contents: the view and what stands out in it."""

    view: View
    moment: date
    item: str = ""
    scroll: float = 0.0  # pixels that the lanes are moved up


class Drawing:
    """A sheet of contents at one size, and everything needed to draw it."""

    def __init__(
        self,
        contents: Contents,
        look: Look,
        width: float,
        height: float,
        order: Sequence[str] = LANES,
        folded: Collection[str] = (),
        all_bars: bool = False,
        detail: Callable[[str], str] = str,
        strip: Strip | None = None,
    ) -> None:
        self.look, self.contents, self.detail = look, contents, detail
        self.width, self.height, self.strip = width, height, strip
        self._fonts(height)
        self.gutter: float = self._gutter(order)
        self.sheet = Sheet(
            contents, self._sizes(width - self.gutter, height), order, folded, all_bars
        )
        self._mixed: dict[tuple[str, float], QColor] = {}
        self._colors = {role: look.color(role) for role in look.roles}
        self._least_detail = self.fm.horizontalAdvance("2000") + 2 * self.sheet.sizes.metrics.gap
        self._glyphs = {lane: self._glyph(lane) for lane in order}
        self._details: dict[tuple[str, int], str] = {}
        self._place = ("", -1)  # the chosen event and its place in the contents

    # ----------------------------------------------------------------- measures

    def _fonts(self, height: float) -> None:
        size = "small" if height >= 420 * self.look.scale else "caption"
        self.font = QFont(self.look.font(size))
        self.strong = QFont(self.look.font(size, bold=True))
        self.small = QFont(self.look.font("caption"))
        self.label = QFont(self.look.font("caption", bold=True))
        self.fm, self.strong_fm = QFontMetricsF(self.font), QFontMetricsF(self.strong)
        self.small_fm, self.label_fm = QFontMetricsF(self.small), QFontMetricsF(self.label)

    def font_of(self, weight: int) -> QFont:
        """The font of a title: the most important ones are heavier."""
        return self.strong if weight >= 3 else self.font

    def _measure(self, text: str, weight: float) -> float:
        return (self.strong_fm if weight >= 3 else self.fm).horizontalAdvance(text) + 1

    def measure_bar(self, text: str) -> float:
        """The width of a bar's name."""
        return self.label_fm.horizontalAdvance(text) + 1

    def _gutter(self, order: Sequence[str]) -> float:
        unit = self.look.space(1)
        widest = max(self.label_fm.horizontalAdvance(words.lane(lane)) for lane in order)
        return math.ceil(min(widest + 6 * unit, max(self.width * 0.2, 40.0)))

    def _sizes(self, width: float, height: float) -> Sizes:
        em = self.fm.height()
        text = math.ceil(em)
        metrics = Metrics(
            measure=self._measure,
            row=float(text + round(em * 0.22)),
            mark=round(em * 0.36, 1),
            pad=round(em * 0.38),
            gap=round(em * 0.6),
            chip=tuple(
                self.label_fm.horizontalAdvance("+" + "8" * digits) / 2 + em * 0.3
                for digits in range(1, 6)
            ),
        )
        return Sizes(
            metrics=metrics,
            measure_bar=self.measure_bar,
            width=max(width - self.look.space(1), 60.0),
            height=height,
            band=math.ceil(self.small_fm.height() * 1.3),
            axis=math.ceil(self.small_fm.height() * 1.45),
            bar=math.ceil(self.label_fm.height() * 1.2) + 1,
            lane_pad=round(em * (0.24 if height >= 420 * self.look.scale else 0.1)),
            thin=math.ceil(em * 1.15),
            margin=round(em * 1.4),
            strip=round(em * 3.3) if self.strip else 0.0,
        )

    # ------------------------------------------------------------------- colors

    def mix(self, role: str, share: float, ground: str = "panel") -> QColor:
        """A role thinned out over a ground, opaque."""
        key = (role + ground, share)
        if key not in self._mixed:
            one, other = self.look.color(role), self.look.color(ground)
            self._mixed[key] = QColor.fromRgbF(
                one.redF() * share + other.redF() * (1 - share),
                one.greenF() * share + other.greenF() * (1 - share),
                one.blueF() * share + other.blueF() * (1 - share),
            )
        return self._mixed[key]

    def _glyph(self, lane: str) -> QPainterPath:
        shape = self.look.shape(role_of(lane))
        return shape_path(shape, QPointF(0, 0), 2 * self.sheet.sizes.metrics.mark * 0.92)

    # ------------------------------------------------------------------- ground

    def ground(self, painter: QPainter, scene: Scene) -> None:
        """Everything below the playhead: lanes, grid, band of terms, bars."""
        painter.fillRect(QRectF(0, 0, self.width, self.height), self.look.color("panel"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._grid(painter, scene)
        self._lane_lines(painter, scene)
        self._band(painter, scene.view)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        with _Clip(painter, self.lanes_rect(), scene.scroll, self.gutter):
            for lane in self.sheet.lanes:
                for bar in self.sheet.seen_bars(lane, scene.view):
                    self._bar(painter, bar)
        if self.strip is not None:
            self._strip(painter, scene.view, self.strip)

    def lanes_rect(self) -> QRectF:
        """Where the lanes show, between the band and the axis."""
        sizes = self.sheet.sizes
        return QRectF(0, sizes.band, self.width, sizes.inner)

    def ticks(self, view: View) -> list[Tick]:
        """The ticks in view."""
        room = self._tick_room()
        first = date.fromordinal(max(1, math.floor(view.left)))
        last = date.fromordinal(max(1, math.ceil(view.right)))
        return ticks(first, last, step_for(view.scale, room))

    def _tick_room(self) -> dict[Unit, float]:
        gap, fm = self.fm.height(), self.small_fm
        months = max(fm.horizontalAdvance(text) for text in ("Mar", "Nov", "Sept"))
        return {
            "year": fm.horizontalAdvance("2000") + gap,
            "month": months + gap,
            "day": fm.horizontalAdvance("28") + gap * 0.8,
        }

    def _grid(self, painter: QPainter, scene: Scene) -> None:
        sizes = self.sheet.sizes
        bottom = self.height - sizes.axis
        for tick in self.ticks(scene.view):
            x = round(self.gutter + scene.view.x(tick.day.toordinal()))
            if x >= self.gutter:
                painter.setPen(self.look.pen("panel-border" if tick.major else "grid"))
                painter.drawLine(QPointF(x, sizes.band), QPointF(x, bottom + sizes.axis * 0.3))

    def _lane_lines(self, painter: QPainter, scene: Scene) -> None:
        with _Clip(painter, self.lanes_rect(), scene.scroll):
            for lane in self.sheet.lanes:
                painter.setPen(self.look.pen("panel-border"))
                y = round(lane.top)
                painter.drawLine(QPointF(0, y), QPointF(self.width, y))
                self._lane_name(painter, lane)
        bottom = self.height - self.sheet.sizes.axis
        painter.setPen(self.look.pen("panel-border"))
        painter.drawLine(QPointF(0, bottom), QPointF(self.width, bottom))

    def _lane_name(self, painter: QPainter, lane: Lane) -> None:
        unit = self.look.space(1)
        name = words.lane(lane.name)
        top = lane.top + (0 if lane.folded else self.sheet.sizes.lane_pad)
        line = self.label_fm.height() * 1.15
        turn = QTransform().rotate(-90 if lane.folded else 0)
        chevron = turn.map(shape_path("triangle-down", QPointF(0, 0), unit * 1.5))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(chevron.translated(unit * 1.4, top + line / 2), self.look.color("ghost"))
        painter.setFont(self.label)
        painter.setPen(self.look.color("text-quiet"))
        left, width = unit * 2.8, self.gutter - unit * 3.6
        lines = _lines(name, width, self.label_fm, 2 if lane.height >= 2 * line + unit else 1)
        for number, text in enumerate(lines):
            painter.drawText(QRectF(left, top + number * line, width, line), _LEFT, text)
        if self.shows_more(lane):
            painter.setFont(self.small)
            rect = self.more_rect(lane)
            painter.setPen(self.look.color("link"))
            painter.drawText(rect, _LEFT, words.more(len(self.sheet.bars.left_over)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def shows_more(self, lane: Lane) -> bool:
        """Whether the gutter says that there are more bars."""
        line = self.label_fm.height() * 1.15
        return bool(lane.bars and self.sheet.bars.left_over) and lane.height > 3 * line

    def more_rect(self, lane: Lane) -> QRectF:
        """Where the number of bars that are not shown stands in the gutter."""
        unit, line = self.look.space(1), self.label_fm.height() * 1.15
        return QRectF(unit * 2.8, lane.top + self.sheet.sizes.lane_pad + line, self.gutter, line)

    def _band(self, painter: QPainter, view: View) -> None:
        height = self.sheet.sizes.band
        for term in self.contents.terms:
            left, right = self._span(view, term.first, term.last)
            if right <= left:
                continue
            rect = QRectF(left, 2, right - left, height - 5)
            painter.fillRect(rect, self.look.color("band"))
            painter.setPen(self.look.pen("panel"))
            painter.drawLine(QPointF(round(left), 2), QPointF(round(left), height - 4))
            inset = self.look.space(1) * 1.5
            room = rect.adjusted(inset, 0, -2, 0)
            painter.setFont(self.small)
            painter.setPen(self.look.color("text-quiet"))
            painter.drawText(room, _LEFT, self._term_name(term.name, room.width()))

    def _term_name(self, name: str, room: float) -> str:
        """A name, its initials and last part, or nothing: never a name cut in the middle."""
        *first, last = name.split(" ")
        initials = " ".join([*(f"{part[0]}." for part in first), last])
        fit = (t for t in (name, initials, last) if self.small_fm.horizontalAdvance(t) <= room)
        return next(fit, "")

    def _span(self, view: View, first: float, last: float) -> tuple[float, float]:
        left = self.gutter + max(0.0, view.x(first))
        return left, self.gutter + min(view.width, view.x(last))

    # --------------------------------------------------------------------- bars

    def bar_rect(self, seen: SeenBar) -> QRectF:
        """Where a bar stands, from the left edge of time."""
        return QRectF(
            seen.left, seen.top + 1, max(seen.right - seen.left, 3.0), self.sheet.sizes.bar - 2
        )

    def _bar(self, painter: QPainter, seen: SeenBar) -> None:
        rect = self.bar_rect(seen).intersected(QRectF(-20, 0, self.sheet.sizes.width + 40, 1e6))
        role = role_of(PROGRAMS)
        radius = min(4.0, rect.height() / 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._bar_brush(seen, rect, role))
        painter.drawRoundedRect(rect, radius, radius)
        painter.setPen(QPen(self.mix(role, 0.55), 1))
        view_left, unit = seen.left, rect.height()
        scale = (seen.right - seen.left) / max(seen.bar.last - seen.bar.first, 1e-9)
        for turn in seen.bar.turns:
            x = view_left + (turn.day - seen.bar.first) * scale
            if rect.left() + 3 < x < rect.right() - 3:
                painter.drawLine(QPointF(x, rect.bottom() - unit * 0.28), QPointF(x, rect.bottom()))
                if turn.event:
                    side = unit * 0.24
                    knob = QRectF(x - side / 2, rect.bottom() - side * 1.1, side, side)
                    painter.fillRect(knob, self._colors[role])

    def _bar_brush(self, seen: SeenBar, rect: QRectF, role: str) -> QBrush:
        color = self.mix(role, 0.22)
        if not seen.bar.goes_on:
            return QBrush(color)
        fade = QLinearGradient(QPointF(seen.right - 60, 0), QPointF(seen.right, 0))
        end = QColor(color)
        end.setAlphaF(0.3)
        fade.setColorAt(0, color)
        fade.setColorAt(1, end)
        return QBrush(fade)

    def bar_label(self, seen: SeenBar) -> tuple[str, QRectF]:
        """A bar's name and where it stands: inside what shows of the bar, or beside it."""
        rect = self.bar_rect(seen)
        width = self.measure_bar(seen.name.text)
        return seen.name.text, QRectF(seen.name_left, rect.top(), width, rect.height())

    def _bar_text(self, painter: QPainter, seen: SeenBar) -> None:
        text, rect = self.bar_label(seen)
        if not text:
            return
        ground = (
            self.mix(role_of(PROGRAMS), 0.22)
            if seen.name.place == "in"
            else self.look.color("panel")
        )
        painter.fillRect(rect.adjusted(-2, 2, 2, -2), ground)
        painter.setFont(self.label)
        painter.setPen(self.look.color("text"))
        painter.drawText(rect, _LEFT, text)
        if seen.bar.goes_on and seen.name.place == "in":
            self._continues(painter, seen, rect)

    def _continues(self, painter: QPainter, seen: SeenBar, name: QRectF) -> None:
        text = words.continues()
        width, gap = self.small_fm.horizontalAdvance(text), self.sheet.sizes.metrics.gap
        right = min(seen.right, self.sheet.sizes.width) - gap
        if seen.right <= self.sheet.sizes.width + 1 and right - width > name.right() + 3 * gap:
            painter.setFont(self.small)
            painter.setPen(self.look.color("text-quiet"))
            rect = QRectF(right - width - 1, name.top(), width + 1, name.height())
            painter.drawText(rect, _LEFT, text)

    # ------------------------------------------------------------------- titles

    def top(self, painter: QPainter, scene: Scene) -> None:
        """Everything above the playhead: names of bars, marks, titles, "+n"."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        with _Clip(painter, self.lanes_rect(), scene.scroll, self.gutter):
            for lane in self.sheet.lanes:
                for bar in self.sheet.seen_bars(lane, scene.view):
                    self._bar_text(painter, bar)
                seen = self.sheet.titles(lane, scene.view)
                for one in seen:
                    self.whisker(painter, one.mark, scene.view, one.top)
                for one in seen:
                    self.title(painter, lane, one)
                for cluster in self.sheet.clusters(lane, scene.view):
                    self.cluster(painter, lane, cluster)

    def whisker(self, painter: QPainter, index: int, view: View, top: float) -> None:
        """How wide the date is known to be, and how long a run of steps took."""
        mark, metrics = self.contents.marks[index], self.sheet.sizes.metrics
        role, thick = role_of(mark.lane), max(2.0, metrics.row * 0.13)
        y = top + metrics.row - thick
        left, right = view.x(mark.first), view.x(mark.last)
        if mark.until > mark.last and view.x(mark.until) - right > metrics.mark:
            run = QRectF(right, y, view.x(mark.until) - right, thick)
            painter.fillRect(run, self.mix(role, 0.35))
        if mark.when.precision == "day" and not mark.when.approximate:
            return
        if right - left > 2.5 * metrics.mark:
            painter.fillRect(
                QRectF(left, y, right - left, thick),
                self._soft(role, left, right, mark.when.approximate),
            )

    def _soft(self, role: str, left: float, right: float, hatched: bool) -> QBrush:
        if hatched:
            return QBrush(self.mix(role, 0.8), Qt.BrushStyle.BDiagPattern)
        fade = QLinearGradient(QPointF(left, 0), QPointF(right, 0))
        solid, clear = QColor(self.look.color(role)), QColor(self.look.color(role))
        solid.setAlphaF(0.5)
        clear.setAlphaF(0.0)
        for place, color in ((0, clear), (0.2, solid), (0.8, solid), (1, clear)):
            fade.setColorAt(place, color)
        return QBrush(fade)

    def title_rect(self, seen: Seen) -> QRectF:
        """The text of a title, from the left edge of time."""
        metrics = self.sheet.sizes.metrics
        inset = metrics.mark + metrics.pad
        if seen.slot.leftward:
            return QRectF(seen.left, seen.top, seen.x - inset - seen.left, metrics.row)
        return QRectF(seen.x + inset, seen.top, seen.right - seen.x - inset, metrics.row)

    def title(self, painter: QPainter, lane: Lane, seen: Seen, ground: str = "panel") -> None:
        """A mark with its title, and details where nothing else is."""
        mark, rect = self.contents.marks[seen.mark], self.title_rect(seen)
        inset = rect.height() * 0.12
        painter.fillRect(rect.adjusted(-2, inset, 2, -inset), self._colors[ground])
        self.mark(painter, lane.name, seen.x, rect.center().y())
        painter.setFont(self.font_of(mark.weight))
        painter.setPen(self._colors["text" if mark.weight > 1 else "text-quiet"])
        painter.drawText(rect, _RIGHT if seen.slot.leftward else _LEFT, seen.slot.text)
        if ground == "panel":
            self._more(painter, seen)

    def details(self, seen: Seen) -> tuple[str, QRectF]:
        """The date and first sentence behind a whole title, where nothing else is."""
        if not seen.slot.whole or seen.room < self._least_detail:
            return "", QRectF()
        mark, gap = self.contents.marks[seen.mark], self.sheet.sizes.metrics.gap
        text = self._detail(mark, int(seen.room - 2 * gap))
        if not text:
            return "", QRectF()
        rect, width = self.title_rect(seen), self.fm.horizontalAdvance(text) + 1
        return text, QRectF(rect.right() + gap, rect.top(), width, rect.height())

    def whole_details(self, seen: Seen) -> str:
        """The date and the whole first sentence of an event."""
        mark = self.contents.marks[seen.mark]
        return " · ".join(filter(None, (words.brief(mark.when), self.detail(mark.ref))))

    def _more(self, painter: QPainter, seen: Seen) -> None:
        text, rect = self.details(seen)
        if text:
            inset = rect.height() * 0.12
            painter.fillRect(rect.adjusted(-2, inset, 2, -inset), self.look.color("panel"))
            painter.setFont(self.font)
            painter.setPen(self.look.color("text-quiet"))
            painter.drawText(rect, _LEFT, text)

    def _detail(self, mark: Mark, room: int) -> str:
        """The date, and as much of the first sentence as finds room."""
        key = (mark.ref, room)
        if len(self._details) > 2000:
            self._details.clear()
        if key not in self._details:
            self._details[key] = self._detail_for(mark, room)
        return self._details[key]

    def _detail_for(self, mark: Mark, room: int) -> str:
        when = words.brief(mark.when)
        width = self.fm.horizontalAdvance(when)
        if width > room:
            return ""
        left = room - width - self.fm.horizontalAdvance(" · ")
        if left < self.fm.averageCharWidth() * 30:
            return when
        sentence = self.detail(mark.ref)
        elided = self.fm.elidedText(sentence, Qt.TextElideMode.ElideRight, left)
        return f"{when} · {elided}" if sentence else when

    def mark(self, painter: QPainter, lane: str, x: float, y: float) -> None:
        """The shape of a lane, around a point."""
        path = self._glyphs[lane].translated(x, y)
        painter.fillPath(path, self._colors[role_of(lane)])

    def cluster_rect(self, seen: SeenCluster, lane: Lane) -> QRectF:
        """Where a "+n" or a mark without title stands, from the left edge of time."""
        row, half = self.sheet.sizes.metrics.row, seen.cluster.half
        rect = QRectF(seen.x - half, seen.top + row * 0.08, 2 * half, row * 0.84)
        if lane.folded:
            rect.setHeight(min(rect.height(), lane.height - 3))
            rect.moveCenter(QPointF(seen.x, lane.top + lane.height / 2))
        return rect

    def cluster(
        self, painter: QPainter, lane: Lane, seen: SeenCluster, strong: bool = False
    ) -> None:
        """A mark without title, or a "+n"."""
        rect, row = self.cluster_rect(seen, lane), self.sheet.sizes.metrics.row
        if len(seen.marks) == 1:
            self.mark(painter, lane.name, seen.x, rect.center().y())
            return
        role = role_of(lane.name)
        painter.setPen(QPen(self.mix(role, 0.7), self.look.line_scale))
        painter.setBrush(self.mix(role, 0.3 if strong else 0.13))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), row * 0.3, row * 0.3)
        painter.setPen(self._colors["text"])
        painter.setFont(self.label)
        painter.drawText(rect, _CENTER, f"+{len(seen.marks)}")

    # ------------------------------------------------------- one item: place, hit, weight

    def lane_named(self, name: str) -> Lane:
        """A lane of the sheet."""
        return next(lane for lane in self.sheet.lanes if lane.name == name)

    def rect_of(self, entry: Entry, scene: Scene) -> QRectF:
        """Where an item stands, beyond the edges if it is out of sight."""
        down = QPointF(self.gutter, -scene.scroll)
        if entry.kind == "administration":
            term = self.contents.terms[entry.place]
            left, right = scene.view.x(term.first), scene.view.x(term.last)
            whole = QRectF(left, 2, right - left, self.sheet.sizes.band - 5)
            return self._in_sight(whole).translated(self.gutter, 0)
        if entry.kind == "program":
            bar = self.seen_bar(entry.ref, scene.view)
            return self._in_sight(self.bar_rect(bar)).translated(down) if bar else QRectF()
        spot = self.sheet.spot(entry.place, scene.view)
        if isinstance(spot, Seen):
            return self._seen_rect(spot).translated(down)
        if spot is None:
            return QRectF()
        return self.cluster_rect(spot, self.lane_named(spot.lane)).translated(down)

    def _in_sight(self, rect: QRectF) -> QRectF:
        """The part of a bar that shows; all of it where none does."""
        cut = rect.intersected(QRectF(0, 0, self.sheet.sizes.width, 1e7))
        return cut if cut.isValid() else rect

    def _seen_rect(self, seen: Seen) -> QRectF:
        row = self.sheet.sizes.metrics.row
        return QRectF(seen.left, seen.top, seen.right - seen.left, row)

    def seen_bar(self, ref: str, view: View) -> SeenBar | None:
        """A bar as it stands in a view."""
        lane = next((lane for lane in self.sheet.lanes if lane.bars), None)
        bars = self.sheet.seen_bars(lane, view) if lane else []
        return next((bar for bar in bars if bar.bar.ref == ref), None)

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
            if self.cluster_rect(cluster, lane).adjusted(-3, -2, 3, 2).contains(at):
                return cluster
        for seen in self.sheet.titles(lane, view):
            words_rect = self.details(seen)[1]
            if self._seen_rect(seen).adjusted(-2, 0, 2, 0).united(words_rect).contains(at):
                return seen
        for bar in self.sheet.seen_bars(lane, view):
            if self.bar_rect(bar).united(self.bar_label(bar)[1]).contains(at):
                return bar
        return None

    def stand_out(self, painter: QPainter, scene: Scene, entry: Entry, how: str) -> None:
        """Draw one item again: pointed at (hover), chosen (item) or with the keyboard (focus)."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.kind == "administration":
            self._frame(painter, self.rect_of(entry, scene), how)
            return
        with _Clip(painter, self.lanes_rect(), scene.scroll, self.gutter):
            if entry.kind == "program":
                bar = self.seen_bar(entry.ref, scene.view)
                if bar:
                    self._frame(painter, self._in_sight(self.bar_rect(bar)), how)
                return
            spot = self.sheet.spot(entry.place, scene.view)
            if isinstance(spot, Seen):
                self._stand_out_title(painter, spot, how)
            elif spot is not None:
                self._stand_out_cluster(painter, spot, how)

    def _stand_out_title(self, painter: QPainter, seen: Seen, how: str) -> None:
        mark = self.contents.marks[seen.mark]
        lane = self.lane_named(mark.lane)
        rect = self._seen_rect(seen).adjusted(-4, 0, 4, 0)
        if how != "focus":
            ground = "accent-soft" if how == "item" else "hover"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.color(ground))
            painter.drawRoundedRect(rect, _ROUND, _ROUND)
            self.title(painter, lane, seen, ground)
        if how == "item":
            self._ring(painter, seen.x, rect.center().y())
        elif how == "focus":
            self._frame(painter, rect, how)

    def _stand_out_cluster(self, painter: QPainter, spot: SeenCluster, how: str) -> None:
        lane = self.lane_named(spot.lane)
        rect = self.cluster_rect(spot, lane)
        self.cluster(painter, lane, spot, strong=True)
        if how == "item" and len(spot.marks) == 1:
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

    # -------------------------------------------------------------------------- links

    def arcs(self, view: View, found: Sequence[Link]) -> list[tuple[QPainterPath, str]]:
        """The arcs of links between events, each with the type of its link."""
        clear = self.sheet.sizes.metrics.mark * 1.7
        ends = ((self._anchor(a, view), self._anchor(b, view), kind) for a, b, kind in found)
        return [
            (arc(start, end, clear), kind)
            for start, end, kind in ends
            if start is not None and end is not None and start != end
        ]

    def links(self, painter: QPainter, scene: Scene, found: Sequence[Link]) -> None:
        """Quiet arcs from one event to another, below the titles."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        with _Clip(painter, self.lanes_rect(), scene.scroll, self.gutter):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.mix("accent", 0.7), 1.2 * self.look.line_scale))
            for path, _ in self.arcs(scene.view, found):
                painter.drawPath(path)
                self._arrow(painter, path)

    def link_words(self, painter: QPainter, scene: Scene, found: Sequence[Link]) -> None:
        """What each link is, where no other words stand."""
        if not found:
            return
        with _Clip(painter, self.lanes_rect(), scene.scroll, self.gutter):
            taken = self._taken(scene.view)
            for path, kind in self.arcs(scene.view, found):
                self._link_word(painter, path, kind, taken)

    def _anchor(self, mark: int, view: View) -> QPointF | None:
        spot = self.sheet.spot(mark, view)
        if isinstance(spot, Seen):
            return QPointF(spot.x, spot.top + self.sheet.sizes.metrics.row / 2)
        if spot is None:
            return None
        return self.cluster_rect(spot, self.lane_named(spot.lane)).center()

    def _taken(self, view: View) -> list[QRectF]:
        """Where words stand already."""
        taken = []
        for lane in self.sheet.lanes:
            for seen in self.sheet.titles(lane, view):
                taken += [self._seen_rect(seen), self.details(seen)[1]]
            taken += [self.cluster_rect(one, lane) for one in self.sheet.clusters(lane, view)]
            taken += [self.bar_rect(bar) for bar in self.sheet.seen_bars(lane, view)]
        return taken

    def _arrow(self, painter: QPainter, path: QPainterPath) -> None:
        size = self.sheet.sizes.metrics.mark * 0.9
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
        width, height = self.small_fm.horizontalAdvance(text) + 8, self.small_fm.height()
        for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8):
            center = path.pointAtPercent(share)
            rect = QRectF(center.x() - width / 2, center.y() - height / 2, width, height)
            inside = rect.left() >= 0 and rect.right() <= self.sheet.sizes.width
            if inside and not any(rect.intersects(other) for other in taken):
                taken.append(rect)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.look.color("panel"))
                painter.drawRoundedRect(rect, height / 2, height / 2)
                painter.setFont(self.small)
                painter.setPen(self.look.color("accent"))
                painter.drawText(rect, _CENTER, text)
                return

    # ------------------------------------------------------------------------- strip

    def strip_rect(self) -> QRectF:
        """Where the series stands, between the lanes and the axis."""
        sizes = self.sheet.sizes
        return QRectF(0, self.height - sizes.axis - sizes.strip, self.width, sizes.strip)

    def _strip(self, painter: QPainter, view: View, strip: Strip) -> None:
        """The published figures: a point for a day or month, a block for a fiscal year."""
        rect = self.strip_rect()
        painter.setPen(self.look.pen("panel-border"))
        painter.drawLine(rect.topLeft(), rect.topRight())
        self._strip_name(painter, rect, strip)
        with _Clip(painter, rect, 0, self.gutter):
            for one in strip.values:
                self._value(painter, view, one, self._strip_y(one))

    def _strip_name(self, painter: QPainter, rect: QRectF, strip: Strip) -> None:
        unit, line = self.look.space(1), self.small_fm.height()
        left, width = unit * 2.8, self.gutter - unit * 3.6
        painter.setFont(self.small)
        painter.setPen(self.look.color("text-quiet"))
        room = max(1, int((rect.height() - 4) / line))
        for number, text in enumerate(_lines(strip.title, width, self.small_fm, min(room, 2))):
            painter.drawText(QRectF(left, rect.top() + 3 + number * line, width, line), _LEFT, text)

    def _strip_y(self, one: Value) -> float:
        rect = self.strip_rect()
        most = max(value.value for value in self.strip.values) if self.strip else 1.0
        return (
            rect.bottom()
            - 2
            - one.value / max(most, 1e-9) * (rect.height() - self.fm.height() * 0.9)
        )

    def _value(self, painter: QPainter, view: View, one: Value, y: float) -> None:
        bottom = self.strip_rect().bottom() - 1
        if one.is_span:
            left, right = view.x(one.first), view.x(one.last)
            painter.fillRect(
                QRectF(left + 1, y, max(right - left - 2, 1), bottom - y), self.mix("series-1", 0.3)
            )
            return
        x = view.x(one.middle)
        painter.setPen(QPen(self.mix("series-1", 0.45), self.look.line_scale))
        painter.drawLine(QPointF(x, y), QPointF(x, bottom))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colors["series-1"])
        reach = self.sheet.sizes.metrics.mark * 0.5
        painter.drawEllipse(QPointF(x, y), reach, reach)

    def strip_now(self, moment: date) -> Value | None:
        """The figure of the strip that is known at the moment."""
        return known_at(self.strip.values, moment) if self.strip else None

    def _strip_moment(self, painter: QPainter, scene: Scene) -> None:
        """The figure known at the moment, with its date, beside the playhead."""
        now, x = self.strip_now(scene.moment), scene.view.x(scene.moment.toordinal() + 0.5)
        if now is None or not 0 <= x <= scene.view.width:
            return
        text, gap = words.value_when(now.figure), self.sheet.sizes.metrics.gap
        width, height = self.label_fm.horizontalAdvance(text) + 1, self.label_fm.height()
        left = self._clear_side(scene.view, x, gap, width, height)
        rect = QRectF(self.gutter + left, self.strip_rect().top() + 2, width, height)
        painter.fillRect(rect.adjusted(-3, 0, 3, 0), self.look.color("panel"))
        painter.setFont(self.label)
        painter.setPen(self.look.color("text"))
        painter.drawText(rect, _LEFT, text)

    def _clear_side(self, view: View, x: float, gap: float, width: float, height: float) -> float:
        """The side of the playhead where a label covers no figure, the right one if both do."""
        top = self.strip_rect().top() + height + 4
        high = [
            view.x(one.middle)
            for one in (self.strip.values if self.strip else ())
            if self._strip_y(one) < top
        ]
        for left in (x + gap, x - gap - width):
            inside = left >= 0 and left + width <= view.width
            if inside and not any(left - 4 <= place <= left + width + 4 for place in high):
                return left
        return x + gap if x + gap + width <= view.width else max(0.0, x - gap - width)

    # ---------------------------------------------------------- playhead and axis

    def playhead(self, painter: QPainter, scene: Scene) -> None:
        """The line of the moment; titles are drawn over it."""
        x = self.gutter + scene.view.x(scene.moment.toordinal() + 0.5)
        if self.gutter <= x <= self.width:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self.look.pen("moment", 1.5))
            sizes = self.sheet.sizes
            painter.drawLine(QPointF(x, sizes.band - 3), QPointF(x, self.height - sizes.axis + 1))

    def place_of(self, ref: str) -> int:
        """The place of an event in the contents; -1 if it is not there."""
        if self._place[0] != ref:
            marks = enumerate(self.contents.marks) if ref else ()
            found = (place for place, mark in marks if mark.ref == ref)
            self._place = (ref, next(found, -1))
        return self._place[1]

    def pill_text(self, scene: Scene) -> str:
        """The date of the moment, with the title of the chosen event where it has no place."""
        day = words.day_words(scene.moment)
        place = self.place_of(scene.item)
        if place < 0 or self.contents.marks[place].when.middle != scene.moment:
            return day
        if isinstance(self.sheet.spot(place, scene.view), Seen):
            return day
        room = self.sheet.sizes.width * 0.6 - self.label_fm.horizontalAdvance(day + " · ")
        title = self.label_fm.elidedText(
            self.contents.marks[place].title, Qt.TextElideMode.ElideRight, room
        )
        return f"{day} · {title}"

    def pill_rect(self, scene: Scene) -> QRectF:
        """Where the date of the moment stands on the axis; empty when it is out of view."""
        x = self.gutter + scene.view.x(scene.moment.toordinal() + 0.5)
        if not self.gutter <= x <= self.width:
            return QRectF()
        width = self.label_fm.horizontalAdvance(self.pill_text(scene)) + self.fm.height() * 1.1
        height = self.sheet.sizes.axis - 2
        left = max(min(x - width / 2, self.width - width), self.gutter)
        return QRectF(left, self.height - height, width, height)

    def axis(self, painter: QPainter, scene: Scene) -> None:
        """The labels of the ticks, and the date of the moment over them."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pill = self.pill_rect(scene)
        top = self.height - self.sheet.sizes.axis
        inset = self.look.space(1)
        found = self.ticks(scene.view)
        for tick in found:
            text = words.tick(tick)
            font, fm = (self.label, self.label_fm) if tick.major else (self.small, self.small_fm)
            x = self.gutter + scene.view.x(tick.day.toordinal()) + inset
            rect = QRectF(x, top, fm.horizontalAdvance(text) + 1, self.sheet.sizes.axis)
            clear = pill.isNull() or not rect.adjusted(-3, 0, 3, 0).intersects(pill)
            if rect.left() > self.gutter and rect.right() <= self.width and clear:
                painter.setFont(font)
                painter.setPen(self.look.color("text-quiet"))
                painter.drawText(rect, _LEFT, text)
        self._strip_moment(painter, scene)
        self._context(painter, scene.view, found)
        self._pill(painter, scene, pill)

    def _context(self, painter: QPainter, view: View, found: Sequence[Tick]) -> None:
        """The year or month at the left edge, in the gutter, where the ticks do not name it."""
        if all(tick.names == "year" for tick in found):
            return
        if found[0].names == "year" and view.x(found[0].day.toordinal()) < self.fm.height() * 3:
            return
        first = date.fromordinal(max(1, math.floor(view.left)))
        is_days = any(tick.names == "day" for tick in found)
        text = str(first.year)
        if is_days:
            text = words.month_words(first)
        rect = QRectF(0, self.height - self.sheet.sizes.axis, self.gutter, self.sheet.sizes.axis)
        painter.setFont(self.label)
        painter.setPen(self.look.color("text-quiet"))
        painter.drawText(rect.adjusted(0, 0, -self.look.space(2), 0), _RIGHT, text)

    def _pill(self, painter: QPainter, scene: Scene, rect: QRectF) -> None:
        if rect.isNull():
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.color("moment"))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.setFont(self.label)
        painter.setPen(self.look.color("on-moment"))
        painter.drawText(rect, _CENTER, self.pill_text(scene))


class _Clip:
    """Within it, drawing is clipped to the lanes and moved with them."""

    def __init__(self, painter: QPainter, rect: QRectF, scroll: float, left: float = 0.0) -> None:
        self._painter, self._rect, self._scroll, self._left = painter, rect, scroll, left

    def __enter__(self) -> None:
        self._painter.save()
        self._painter.setClipRect(self._rect.adjusted(self._left, 0, 0, 0))
        self._painter.translate(self._left, -self._scroll)

    def __exit__(self, *error: object) -> None:
        self._painter.restore()


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


def _lines(text: str, width: float, fm: QFontMetricsF, most: int) -> list[str]:
    """The text in at most so many lines, the last one elided if it must be."""
    if fm.horizontalAdvance(text) <= width or most == 1:
        return [fm.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    parts = text.split(" ")
    for cut in range(len(parts) - 1, 0, -1):
        head = " ".join(parts[:cut])
        if fm.horizontalAdvance(head) <= width or cut == 1:
            rest = " ".join(parts[cut:])
            return [
                fm.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in (head, rest)
            ]
    return [text]
