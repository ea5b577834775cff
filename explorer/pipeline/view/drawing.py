"""The diagram at one size: where title, boxes and words stand, and how they are painted."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from explorer.content.library import Library
from explorer.content.model import Status
from explorer.pipeline.layout import Layout, Plan, Rect, broken, lay_out, shortened
from explorer.pipeline.moment import Mark, Moment, place_of
from explorer.pipeline.view import words
from explorer.ui.paint import Look

ENLARGED: Final = {"overview": (1.6, 1.4, 1.25, 1.12, 1.0), "full": (1.3, 1.15, 1.0)}
DASHES: Final[dict[Status, list[float]]] = {
    "on": [],
    "conditional": [4.0, 2.5],
    "partial": [7.0, 2.5, 1.0, 2.5],
    "off": [1.0, 3.0],
}
_LONG_TITLE: Final = "From fingerprint to removal, as of September 30, 2011  "
_LONG_ERA: Final = "n" * 42  # about the longest name of an era with its years
_WIDTHS: Final[dict[Status, float]] = {"on": 1.6, "conditional": 1.6, "partial": 1.1, "off": 1.0}
_AWAY: Final = (5.0, 14.0, 26.0, 40.0)  # how far words may stand from what they are about
_ARROW: Final = 8.0
_CORNER: Final = 6.0


class State(msgspec.Struct, frozen=True):
    """What is painted besides what never moves."""

    moment: Moment
    mark: Mark = msgspec.field(default_factory=Mark)
    current: str = ""  # the box with the keyboard
    focused: bool = False
    hover: str = ""


class Caption(msgspec.Struct, frozen=True):
    """A few words beside a box or a line."""

    rect: QRectF
    lines: tuple[str, ...]
    role: str
    about: str


class Drawing:
    """One plan in one pane under one look; it is made anew only when one of these changes."""

    def __init__(
        self, plan: Plan, look: Look, width: float, height: float, reserved: float = 0.0
    ) -> None:
        self.plan = plan
        self.look = look
        self.width, self.height = width, height
        self.reserved = reserved  # for buttons at the right of the title
        self.fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetricsF] = {}
        self.words_lines = 0
        self.title_rect = self.body = self.words_rect = QRectF()
        self.margin = float(look.space("m"))
        self.layout = self._lay_out()
        self.key = self._place_key()
        self._captions: dict[object, list[Caption]] = {}

    # ------------------------------------------------------------------------- division

    def _set_fonts(self, factor: float) -> None:
        label = "caption" if self.plan.kind == "full" else "body"
        self.fonts = {
            name: self._font(size, bold, min(factor, most))
            for name, size, bold, most in (
                ("title", "lead", True, self._title_factor()),
                ("era", "body", False, self._title_factor()),
                ("small", "small", False, factor),
                ("legend", "caption", False, factor),
                ("label", label, True, factor),
                ("note", "caption", False, factor),
                ("lane", "caption", True, factor),
            )
        }
        self._metrics = {name: QFontMetricsF(font) for name, font in self.fonts.items()}

    def _title_factor(self) -> float:
        """By how much the title may be enlarged and still stand in one line with its era."""
        title = QFontMetricsF(self._font("lead", True, 1.0)).horizontalAdvance(_LONG_TITLE)
        era = QFontMetricsF(self._font("body", False, 1.0)).horizontalAdvance(_LONG_ERA)
        room = self.width - 2 * self.margin - self.reserved
        return max(1.0, room / (title + era))

    def _font(self, size: str, bold: bool, factor: float) -> QFont:
        font = QFont(self.look.font(size, bold=bold))
        font.setPixelSize(round(font.pixelSize() * factor))
        return font

    def measure(self, text: str, size: str) -> tuple[float, float]:
        """Width and height of a line of text."""
        metrics = self._metrics[size]
        return metrics.horizontalAdvance(text), metrics.height()

    def _divide(self) -> None:
        """Share the pane between title, diagram and the words below; the date plays no part."""
        small = self.measure("x", "small")[1]
        title = self.measure("x", "title")[1]
        self.words_lines = 0 if self.height < 9 * small else 1 if self.height < 17 * small else 2
        top = 0.8 * self.margin + title + 0.6 * self.margin
        words_height = self.words_lines * small + (self.margin if self.words_lines else 0.0)
        bottom = self.height - words_height
        inner = self.width - 2 * self.margin
        self.title_rect = QRectF(
            self.margin, 0.8 * self.margin, max(40.0, inner - self.reserved), title
        )
        self.body = QRectF(0, top, self.width, max(20.0, bottom - top))
        self.words_rect = QRectF(
            self.margin, bottom + 0.4 * self.margin, inner, self.words_lines * small
        )

    def _lay_out(self) -> Layout:
        """Place everything with the largest text that leaves nothing out."""
        names = [words.band(self.plan, band) for band in self.plan.bands]
        for factor in ENLARGED[self.plan.kind]:
            self._set_fonts(factor)
            self._divide()
            layout = lay_out(self.plan, self.body.width(), self.body.height(), self.measure, names)
            if self._fits(layout):
                break
        return layout

    def _fits(self, layout: Layout) -> bool:
        return (
            layout.width <= self.body.width() + 1
            and layout.height <= self.body.height() + 1
            and (self.plan.kind == "full" or not any(box.cut for box in layout.boxes.values()))
        )

    def box_rect(self, name: str) -> QRectF:
        """Where a box stands, measured from the corner of the layout."""
        return QRectF(*self.layout.boxes[name].rect)

    # ------------------------------------------------------------------------- painting

    def paint(self, painter: QPainter, state: State, library: Library, at: QPointF) -> None:
        """Paint everything; *at* is how far the diagram is scrolled."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_title(painter, state.moment)
        painter.save()
        painter.setClipRect(self.body)
        painter.translate(self.body.topLeft() - at)
        self._paint_bands(painter)
        self._paint_lines(painter, state)
        for name in self.plan.spots:
            self._paint_box(painter, name, state)
        for caption in self.captions(state, library):
            self._paint_caption(painter, caption)
        self._paint_key(painter)
        painter.restore()
        self._paint_words(painter, state, library)

    def title_words(self, moment: Moment) -> tuple[str, str]:
        """The title and the era beside it, shortened to the room."""
        whole = words.title(moment)
        title = shortened(whole, self.title_rect.width(), self.measure, "title")
        room = self.title_rect.width() - self.measure(title + "  ", "title")[0]
        if room < self.measure("x", "era")[0] * 8:
            return title, ""
        return title, shortened(words.era(moment), room, self.measure, "era")

    def _paint_title(self, painter: QPainter, moment: Moment) -> None:
        title, era = self.title_words(moment)
        base = self.title_rect.top() + self._metrics["title"].ascent()
        painter.setFont(self.fonts["title"])
        painter.setPen(self.look.color("text"))
        painter.drawText(QPointF(self.title_rect.left(), base), title)
        painter.setFont(self.fonts["era"])
        researched = moment.research == "researched"
        painter.setPen(self.look.color("text-quiet" if researched else "not-researched"))
        left = self.title_rect.left() + self.measure(title + "  ", "title")[0]
        painter.drawText(QPointF(left, base), era)

    def _paint_bands(self, painter: QPainter) -> None:
        painter.setFont(self.fonts["lane"])
        height = self.measure("x", "lane")[1]
        ascent = self._metrics["lane"].ascent()
        for number, band in enumerate(self.layout.bands):
            if number % 2 == 0:
                painter.fillRect(QRectF(*band.rect), self.look.color("band"))
            painter.setPen(self.look.color("text-quiet"))
            for row, line in enumerate(band.name):
                point = QPointF(band.at[0], band.at[1] + row * height + ascent)
                painter.drawText(point, line)

    def _paint_lines(self, painter: QPainter, state: State) -> None:
        order = sorted(self.plan.lines, key=lambda name: self._depth(name, state))
        for name in order:
            self._paint_line(painter, name, state)

    def _depth(self, name: str, state: State) -> tuple[bool, bool, bool]:
        line = self.plan.lines[name]
        shown = state.moment.line_status(line) != "off"
        return self._is_marked(name, state), shown and state.moment.line_changed(line), shown

    def _is_marked(self, name: str, state: State) -> bool:
        return name in state.mark.lines

    def line_color(self, name: str, state: State) -> QColor:
        """The color of a line as it stands."""
        line = self.plan.lines[name]
        if self._is_marked(name, state):
            return self.look.color("changed" if state.mark.changes else "accent")
        if state.moment.line_status(line) == "off":
            return self._faint("ghost", 0.45)
        if state.moment.research == "not researched":
            return self._faint("text-quiet", 0.55)
        if state.moment.line_changed(line) and not state.mark.changes:
            return self.look.color("changed")
        return self.look.color("text-quiet")

    def _faint(self, role: str, opacity: float) -> QColor:
        color = QColor(self.look.color(role))
        color.setAlphaF(opacity)
        return color

    def _paint_line(self, painter: QPainter, name: str, state: State) -> None:
        line = self.plan.lines[name]
        status = state.moment.line_status(line)
        color = self.line_color(name, state)
        bold = self._is_marked(name, state)
        width = _WIDTHS[status]
        if color == self.look.color("changed"):
            width += 0.6
        pen = QPen(color, (2.8 if bold else width) * self.look.line_scale)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if DASHES[status]:
            pen.setDashPattern(DASHES[status])
        points = [QPointF(x, y) for x, y in self.layout.lines[name]]
        size = _ARROW * (1.2 if bold else 1.0) * self.look.line_scale
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_rounded([*points[:-1], _before(points, size * 0.8)]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPolygon(_head(points, size))

    def _paint_box(self, painter: QPainter, name: str, state: State) -> None:
        spot, placed = self.plan.spots[name], self.layout.boxes[name]
        rect = QRectF(*placed.rect)
        exists = state.moment.spot_exists(spot)
        grey = not exists or state.moment.research == "not researched"
        marked = name in state.mark.spots
        changed = state.moment.spot_changed(spot, self.plan) and not grey
        pen, fill = self._box_style(spot.lane, exists, grey, marked, changed, state)
        painter.setPen(pen)
        painter.setBrush(fill)
        radius = min(self.look.radius * 0.8, rect.height() / 4)
        painter.drawRoundedRect(rect, radius, radius)
        if name == state.current and state.focused:
            painter.setPen(QPen(self.look.color("focus"), 2 * self.look.line_scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), radius + 3, radius + 3)
        self._paint_text(painter, rect, placed.label, placed.note, grey, marked or changed)
        if changed and exists:
            self._paint_triangle(painter, rect.topRight() + QPointF(-9, 8), 4.5)

    def _box_style(
        self, lane: str, exists: bool, grey: bool, marked: bool, changed: bool, state: State
    ) -> tuple[QPen, QColor]:
        scale = self.look.line_scale
        if marked and state.mark.changes:
            return QPen(self.look.color("changed"), 2 * scale), self.look.color("changed-soft")
        if marked:
            return QPen(self.look.color("accent"), 2.4 * scale), self.look.color("accent-soft")
        if not exists:
            pen = QPen(self._faint("ghost", 0.5), 1 * scale)
            pen.setDashPattern([2, 3])
            return pen, self.look.color("panel")
        changed = changed and not state.mark.changes
        border = self.look.color("changed" if changed else "control-border")
        fill = self.look.color("panel" if grey else f"actor-{lane}")
        return QPen(border, (1.6 if changed else 1.1) * scale), fill

    def _paint_text(
        self,
        painter: QPainter,
        rect: QRectF,
        label: Sequence[str],
        note: Sequence[str],
        grey: bool,
        marked: bool,
    ) -> None:
        heights = [self.measure("x", "label")[1]] * len(label)
        heights += [self.measure("x", "note")[1]] * len(note)
        top = rect.center().y() - sum(heights) / 2
        for index, text in enumerate((*label, *note)):
            is_label = index < len(label)
            painter.setFont(self.fonts["label" if is_label else "note"])
            role = "ghost" if grey and not marked else "text" if is_label else "text-quiet"
            painter.setPen(self.look.color(role))
            line = QRectF(rect.left(), top, rect.width(), heights[index])
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)
            top += heights[index]

    def _paint_triangle(self, painter: QPainter, at: QPointF, size: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.color("changed"))
        painter.drawPolygon(_triangle(at, size))

    def _paint_caption(self, painter: QPainter, caption: Caption) -> None:
        if caption.role == "triangle":
            self._paint_triangle(painter, caption.rect.center() + QPointF(0, 0.5), 4.5)
            return
        if caption.role != "note":
            ground = "changed-soft" if caption.role == "changed" else "panel"
            edge = self.look.pen("text-quiet") if caption.role == "if" else Qt.PenStyle.NoPen
            radius = min(8.0, caption.rect.height() / 2)
            painter.setPen(edge)
            painter.setBrush(self.look.color(ground))
            painter.drawRoundedRect(caption.rect, radius, radius)
        size = "label" if caption.role == "changed" else "note"
        painter.setFont(self.fonts["note"] if size == "note" else self.fonts["lane"])
        painter.setPen(self.look.color("on-changed" if caption.role == "changed" else "text-quiet"))
        height = self.measure("x", "note")[1]
        top = caption.rect.center().y() - height * len(caption.lines) / 2
        for line in caption.lines:
            row = QRectF(caption.rect.left(), top, caption.rect.width(), height)
            painter.drawText(row, Qt.AlignmentFlag.AlignCenter, line)
            top += height

    def _place_key(self) -> QRectF:
        """Where the key to the lines stands: the first corner at the right with nothing in it."""
        height = self.measure("x", "legend")[1]
        texts = [*(words.legend(status) for status in DASHES), words.legend_changed()]
        width = max(self.measure(text, "legend")[0] for text in texts) + 36
        size = QSizeF(width + 16, (len(texts) + 0.8) * height * 1.15)
        taken = [QRectF(*box.rect) for box in self.layout.boxes.values()]
        seen = min(self.layout.width, self.body.width())
        for top in (8.0, self.layout.height - size.height() - 8):
            rect = QRectF(QPointF(seen - size.width() - 12, top), size)
            clear = not any(rect.adjusted(-10, -8, 10, 8).intersects(one) for one in taken)
            if clear and not any(_crosses(rect, line) for line in self.layout.lines.values()):
                return rect if rect.bottom() < self.body.height() else QRectF()
        return QRectF()

    def _paint_key(self, painter: QPainter) -> None:
        """What the kinds of lines and the triangle mean."""
        if self.key.isEmpty():
            return
        painter.setPen(QPen(self.look.color("panel-border"), 1))
        painter.setBrush(self.look.color("panel"))
        painter.drawRoundedRect(self.key, 6, 6)
        painter.setFont(self.fonts["legend"])
        step = self.measure("x", "legend")[1] * 1.15
        middle = self.key.top() + 0.4 * step + step / 2
        left = self.key.left() + 8
        for status, dashes in DASHES.items():
            pen = QPen(self._status_color(status), 1.6 * self.look.line_scale)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if dashes:
                pen.setDashPattern(dashes)
            painter.setPen(pen)
            painter.drawLine(QPointF(left, middle), QPointF(left + 28, middle))
            self._paint_key_text(painter, words.legend(status), left + 36, middle)
            middle += step
        self._paint_triangle(painter, QPointF(left + 14, middle), 4.5)
        self._paint_key_text(painter, words.legend_changed(), left + 36, middle)

    def _paint_key_text(self, painter: QPainter, text: str, left: float, middle: float) -> None:
        width, height = self.measure(text, "legend")
        painter.setPen(self.look.color("text-quiet"))
        rect = QRectF(left, middle - height / 2, width + 4, height)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, text)

    def _status_color(self, status: Status) -> QColor:
        return self._faint("ghost", 0.45) if status == "off" else self.look.color("text-quiet")

    def _paint_words(self, painter: QPainter, state: State, library: Library) -> None:
        if not self.words_lines:
            return
        lines, _ = self.words_below(state, library)
        metrics = self._metrics["small"]
        painter.setFont(self.fonts["small"])
        for row, line in enumerate(lines):
            painter.setPen(self.look.color("text"))
            top = self.words_rect.top() + row * metrics.height()
            painter.drawText(QPointF(self.words_rect.left(), top + metrics.ascent()), line)

    def words_below(self, state: State, library: Library) -> tuple[tuple[str, ...], bool]:
        """The lines under the diagram, and whether they had to be shortened."""
        text = words.below(state.moment, state.mark, library)
        return broken(text, self.words_rect.width(), self.words_lines, self.measure, "small")

    # ------------------------------------------------------------------------- captions

    def captions(self, state: State, library: Library) -> list[Caption]:
        """Words beside lines and boxes, only where they touch nothing else."""
        moment = state.moment
        standing = tuple((one.status, one.changed, one.note) for one in moment.edges.values())
        key = (standing, moment.research, state.mark)
        if key not in self._captions:
            found = _Captions(self)
            found.add_changes(state, library)
            found.add_conditions(state, library)
            found.add_triangles(state)
            self._captions[key] = found.placed
        return self._captions[key]


class _Captions:
    """Looks for free room beside boxes and lines."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.placed: list[Caption] = []
        layout = drawing.layout
        self._taken = [QRectF(*box.rect).adjusted(-2, -2, 2, 2) for box in layout.boxes.values()]
        for band in layout.bands:
            width = max((drawing.measure(line, "lane")[0] for line in band.name), default=0.0)
            height = drawing.measure("x", "lane")[1] * len(band.name)
            self._taken.append(QRectF(band.at[0], band.at[1], width, height))
        if not drawing.key.isEmpty():
            self._taken.append(drawing.key)
        self._inside = QRectF(2, 2, layout.width - 4, layout.height - 4)

    def add_changes(self, state: State, library: Library) -> None:
        """What the chosen event changed, beside each box or line that it touched."""
        said: set[str] = set()
        for change in state.mark.changes:
            if change.what in said:
                continue
            spot, line = place_of(self.drawing.plan, change.target)
            for width in (22.0, 15.0, 10.0):
                box = self._sized(change.what, width, 2, mark=True)
                if box and self._add(box, self._around(spot, line, box), "changed", spot or line):
                    said.add(change.what)
                    break

    def add_conditions(self, state: State, library: Library) -> None:
        """A small “if” on every line that depends on something, and on what where room is."""
        for name, line in self.drawing.plan.lines.items():
            if state.moment.line_status(line) != "conditional":
                continue
            chip = self._sized(words.if_word(), 6.0, 1)
            if not chip or not self._add(chip, self._on(name, chip), "if", name):
                continue
            if not state.mark.changes:
                text = words.condition(line, state.moment, library)
                box = self._sized(text, 14.0, 4) if text else None
                if box:
                    self._add(box, self._beside(name, box), "note", name)

    def add_triangles(self, state: State) -> None:
        """A small triangle on every line that differs from the era before."""
        if state.moment.research == "not researched":
            return
        for name, line in self.drawing.plan.lines.items():
            if state.moment.line_changed(line):
                box = ((), 14.0, 14.0)
                corners = list(self._beside(name, box))[: 10 * len(self._longest(name))]
                if not self._add(box, corners, "triangle", name):
                    self._add(box, corners, "triangle", name, over_lines=True)

    def _sized(
        self, text: str, ems: float, most: int, mark: bool = False
    ) -> tuple[tuple[str, ...], float, float] | None:
        """The text in lines with the size of its box; None where it would be shortened."""
        size = "lane" if mark else "note"
        height = self.drawing.measure("x", "note")[1]
        lines, cut = broken(text, ems * height, most, self.drawing.measure, size)
        if cut:
            return None
        width = max(self.drawing.measure(line, size)[0] for line in lines)
        return (
            lines,
            width + 0.8 * height,
            len(lines) * height + (0.3 if most > 1 else 0.0) * height,
        )

    def _add(
        self,
        box: tuple[tuple[str, ...], float, float],
        corners: Iterable[tuple[float, float]],
        role: str,
        about: str,
        over_lines: bool = False,
    ) -> bool:
        for x, y in corners:
            rect = QRectF(x, y, box[1], box[2])
            if self._is_free(rect, about, over_lines):
                self.placed.append(Caption(rect, box[0], role, about))
                self._taken.append(rect)
                return True
        return False

    def _is_free(self, rect: QRectF, about: str, over_lines: bool) -> bool:
        if not self._inside.contains(rect) or any(rect.intersects(one) for one in self._taken):
            return False
        return over_lines or not any(
            _crosses(rect, points)
            for name, points in self.drawing.layout.lines.items()
            if name != about
        )

    def _around(
        self, spot: str, line: str, box: tuple[tuple[str, ...], float, float]
    ) -> Iterator[tuple[float, float]]:
        if line:
            yield from self._beside(line, box)
            line_ends = self.drawing.plan.lines[line]
            for end in (line_ends.target, line_ends.source):
                yield from self._around(end, "", box)
            return
        _, width, height = box
        rect = QRectF(*self.drawing.layout.boxes[spot].rect)
        for away in _AWAY:
            for y in (rect.bottom() + away, rect.top() - height - away):
                for x in (rect.center().x() - width / 2, rect.left(), rect.right() - width):
                    yield x, y
            for x in (rect.right() + away, rect.left() - width - away):
                yield x, rect.center().y() - height / 2

    def _on(
        self, name: str, box: tuple[tuple[str, ...], float, float]
    ) -> Iterator[tuple[float, float]]:
        """Corners of a chip that sits on the line itself, from the longest part down."""
        _, width, height = box
        for (ax, ay), (bx, by) in self._longest(name):
            if abs(ax - bx) + abs(ay - by) < (width if ay == by else height) + 8:
                continue
            for share in (0.45, 0.25, 0.65):
                yield ax + (bx - ax) * share - width / 2, ay + (by - ay) * share - height / 2

    def _beside(
        self, name: str, box: tuple[tuple[str, ...], float, float]
    ) -> Iterator[tuple[float, float]]:
        """Corners of words beside a line: near its longest part first, then farther off."""
        _, width, height = box
        for away in _AWAY:
            for (ax, ay), (bx, by) in self._longest(name):
                for share in (0.5, 0.3, 0.7, 0.15, 0.85):
                    x, y = ax + (bx - ax) * share, ay + (by - ay) * share
                    if ay == by:
                        yield x - width / 2, y - height - away
                        yield x - width / 2, y + away
                    else:
                        yield x + away, y - height / 2
                        yield x - width - away, y - height / 2

    def _longest(self, name: str) -> list[tuple[tuple[float, float], tuple[float, float]]]:
        legs = list(pairwise(self.drawing.layout.lines[name]))
        return sorted(legs, key=lambda leg: -math.dist(*leg))


def _crosses(rect: QRectF, points: Sequence[tuple[float, float]]) -> bool:
    around = Rect(rect.x(), rect.y(), rect.width(), rect.height())
    return any(
        around.meets(Rect(min(ax, bx), min(ay, by), abs(ax - bx), abs(ay - by)), 2.0)
        for (ax, ay), (bx, by) in pairwise(points)
    )


def _rounded(points: Sequence[QPointF]) -> QPainterPath:
    """A line of straight parts with rounded corners."""
    path = QPainterPath(points[0])
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        reach = min(_CORNER, _length(before, here) / 2, _length(here, after) / 2)
        path.lineTo(_towards(here, before, reach))
        path.quadTo(here, _towards(here, after, reach))
    path.lineTo(points[-1])
    return path


def _length(one: QPointF, other: QPointF) -> float:
    return math.hypot(other.x() - one.x(), other.y() - one.y())


def _towards(start: QPointF, end: QPointF, reach: float) -> QPointF:
    length = _length(start, end) or 1.0
    return start + (end - start) * (reach / length)


def _before(points: Sequence[QPointF], reach: float) -> QPointF:
    return _towards(points[-1], points[-2], min(reach, _length(points[-1], points[-2])))


def _head(points: Sequence[QPointF], size: float) -> QPolygonF:
    tip, back = points[-1], _towards(points[-1], points[-2], size)
    side = QPointF(-(tip.y() - back.y()), tip.x() - back.x()) * 0.5
    return QPolygonF([tip, back + side, back - side])


def _triangle(at: QPointF, size: float) -> QPolygonF:
    return QPolygonF(
        [at + QPointF(0, -size), at + QPointF(size, size * 0.8), at + QPointF(-size, size * 0.8)]
    )
