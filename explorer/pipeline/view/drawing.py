"""The diagram at one size: where title, boxes and words stand, and how they are painted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from explorer.content.library import Library
from explorer.content.model import Status
from explorer.pipeline.counts import Cuts
from explorer.pipeline.layout import Plan, Rect, broken, shortened
from explorer.pipeline.moment import Moment
from explorer.pipeline.view import told, words
from explorer.pipeline.view.captions import Caption, Captions
from explorer.pipeline.view.frame import Frame
from explorer.pipeline.view.key import DASHES, paint_key, place_key
from explorer.pipeline.view.labels import Labels
from explorer.pipeline.view.ribbons import (
    COUNTS,
    Counted,
    counted,
    paint_ribbon,
    paint_width,
)
from explorer.pipeline.view.shapes import ARROW, arrow_head, before, rounded, triangle
from explorer.pipeline.view.signs import Group, paint_sign, signs
from explorer.pipeline.view.state import State
from explorer.ui.paint import Look

DIM_LINE: Final = 0.25  # what is not lit
DIM_BOX: Final = 0.5
_WIDTHS: Final[dict[Status, float]] = {"on": 1.6, "conditional": 1.6, "partial": 1.1, "off": 1.0}


class Drawing(Frame):
    """One plan in one pane under one look; it is made anew only when one of these changes."""

    def __init__(
        self,
        plan: Plan,
        look: Look,
        width: float,
        height: float,
        reserved: float = 0.0,
        notices: Sequence[str] = (),
        fitted: bool = False,
        groups: tuple[Group, ...] = (),
        quiet: bool = False,
        compared: bool = False,
    ) -> None:
        super().__init__(plan, look, width, height, reserved, notices, fitted, quiet, compared)
        self.key = place_key(self)
        self.frames, self.signs = signs(self, groups)
        self._captions: dict[object, list[Caption]] = {}
        self._counted: tuple[Cuts, Counted] | None = None

    # ------------------------------------------------------------------------- painting

    def paint(self, painter: QPainter, state: State, library: Library, at: QPointF) -> None:
        """Paint everything; *at* is how far the diagram is scrolled."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_title(painter, state.moment)
        painter.save()
        painter.setClipRect(self.body)
        painter.translate(self.body.topLeft() - at)
        self._paint_bands(painter, state.moment)
        self._paint_frames(painter)
        self._paint_ribbons(painter, state)
        self._paint_lines(painter, state)
        for name in self.plan.spots:
            painter.setOpacity(1.0 if state.is_lit(name) else DIM_BOX)
            self._paint_box(painter, name, state)
        painter.setOpacity(1.0)
        for sign in self.signs:
            paint_sign(painter, sign, self.look)
        for caption in self.captions(state, library):
            painter.setOpacity(1.0 if state.is_lit(caption.about) else DIM_LINE)
            self._paint_caption(painter, caption)
        painter.setOpacity(1.0)
        paint_key(painter, self, state)
        painter.restore()
        self._paint_words(painter, state, library)

    def title_words(self, moment: Moment) -> tuple[str, str, tuple[str, ...]]:
        """The date with the title, the period beside it, and the lines under both.

        The date is never shortened: first the period yields, then the words after the date.
        """
        said = words.era(moment)
        whole = words.title(moment) if moment.research != "not researched" else ""
        names = (whole, words.day(moment.day), words.short_day(moment.day))
        width = self.title_rect.width()
        fitting = (name for name in names if name and self.measure(name, "title")[0] <= width)
        title = next(fitting, names[-1])
        if self.head_lines:
            rows = broken(said, self.head_rect.width(), self.head_lines, self.measure, "small")[0]
            return title, "", rows
        room = width - self.measure(title + "  ", "title")[0]
        if room < self.measure("x", "era")[0] * 12 or (whole and title != whole):
            return title, "", ()
        if self.measure(said, "era")[0] > room and whole:
            said = words.period(moment)
        return title, shortened(said, room, self.measure, "era"), ()

    def _paint_title(self, painter: QPainter, moment: Moment) -> None:
        title, era, under = self.title_words(moment)
        base = self.title_rect.top() + self._metrics["title"].ascent()
        painter.setFont(self.fonts["title"])
        painter.setPen(self.look.color("text"))
        painter.drawText(QPointF(self.title_rect.left(), base), title)
        researched = moment.research == "researched"
        painter.setPen(self.look.color("text-quiet" if researched else "not-researched"))
        painter.setFont(self.fonts["era"])
        left = self.title_rect.left() + self.measure(title + "  ", "title")[0]
        painter.drawText(QPointF(left, base), era)
        painter.setFont(self.fonts["small"])
        metrics = self._metrics["small"]
        for row, line in enumerate(under):
            top = self.head_rect.top() + row * metrics.height()
            painter.drawText(QPointF(self.head_rect.left(), top + metrics.ascent()), line)

    def _paint_frames(self, painter: QPainter) -> None:
        """A thin frame around the steps of each open group."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.look.color("panel-border"), self.look.line_scale))
        for frame in self.frames:
            painter.drawRoundedRect(frame, 8, 8)

    def _paint_bands(self, painter: QPainter, moment: Moment) -> None:
        painter.setFont(self.fonts["lane"])
        height = self.measure("x", "lane")[1]
        ascent = self._metrics["lane"].ascent()
        for number, band in enumerate(self.layout.bands):
            if number % 2 == 0:
                painter.fillRect(QRectF(*band.rect), self.look.color("band"))
            painter.setPen(self.look.color("text-quiet"))
            federal = moment.names and self.plan.bands[number].lanes == ("ice",)
            shown = (words.earlier_band(moment),) if federal else band.name
            for row, line in enumerate(shown):
                point = QPointF(band.at[0], band.at[1] + row * height + ascent)
                painter.drawText(point, line)

    def counted(self, cuts: Cuts) -> Counted:
        """The widths of some cuts; kept for as long as the same ones are shown."""
        if self._counted is None or self._counted[0] is not cuts:
            self._counted = cuts, counted(self, cuts)
        return self._counted[1]

    def _paint_ribbons(self, painter: QPainter, state: State) -> None:
        """Lines and blocks as wide as their numbers."""
        if state.cuts is None:
            return
        found = self.counted(state.cuts)
        for one in found.ribbons:
            painter.setOpacity(1.0 if state.is_lit(one.line) else DIM_LINE)
            aimed = one.line == state.aim and state.focused
            marked = aimed or self._is_marked(one.line, state)
            paint_ribbon(painter, one, self.look, marked)
        for block in found.blocks:
            painter.setOpacity(1.0 if state.is_lit(block.spot) else DIM_LINE)
            paint_width(painter, block.rect, self.look, block.rank, block.bar.kind == "rest")
        painter.setOpacity(1.0)

    def _paint_lines(self, painter: QPainter, state: State) -> None:
        wide = {one.line for one in self.counted(state.cuts).ribbons} if state.cuts else ()
        names = (name for name in self.plan.lines if name not in wide)
        for name in sorted(names, key=lambda name: self._depth(name, state)):
            painter.setOpacity(1.0 if state.is_lit(name) else DIM_LINE)
            self._paint_line(painter, name, state)
        painter.setOpacity(1.0)

    def _depth(self, name: str, state: State) -> tuple[bool, bool, bool]:
        line = self.plan.lines[name]
        shown = state.moment.line_status(line) != "off"
        return self._is_marked(name, state), shown and state.moment.line_changed(line), shown

    def _is_marked(self, name: str, state: State) -> bool:
        return name in state.mark.lines or (state.lit is not None and name in state.lit.lines)

    def line_color(self, name: str, state: State) -> QColor:
        """The color of a line as it stands."""
        line = self.plan.lines[name]
        if name == state.aim and state.focused:
            return self.look.color("focus")
        if self._is_marked(name, state):
            return self.look.color("accent")
        researched = state.moment.research != "not researched"
        if state.moment.line_status(line) == "off":
            gone = researched and state.moment.line_changed(line)
            return self.look.color("changed") if gone else self.faint("ghost", 0.45)
        if not researched:
            return self.faint("text-quiet", 0.55)
        if state.moment.line_changed(line) and not state.mark.changes and state.cuts is None:
            return self.look.color("changed")
        return self.look.color("text-quiet")

    def faint(self, role: str, opacity: float) -> QColor:
        """A color through which the ground shows."""
        color = QColor(self.look.color(role))
        color.setAlphaF(opacity)
        return color

    def _paint_line(self, painter: QPainter, name: str, state: State) -> None:
        line = self.plan.lines[name]
        status = state.moment.line_status(line)
        color = self.line_color(name, state)
        bold = self._is_marked(name, state) or (name == state.aim and state.focused)
        width = 0.8 if state.cuts is not None else _WIDTHS[status]
        if color == self.look.color("changed"):
            width += 0.6
        pen = QPen(color, (2.8 if bold else width) * self.look.line_scale)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if DASHES[status]:
            pen.setDashPattern(DASHES[status])
        points = [QPointF(x, y) for x, y in self.layout.lines[name]]
        size = ARROW * (1.2 if bold else 1.0) * self.look.line_scale
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(rounded([*points[:-1], before(points, size * 0.8)]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPolygon(arrow_head(points, size))

    def _paint_box(self, painter: QPainter, name: str, state: State) -> None:
        spot, placed = self.plan.spots[name], self.layout.boxes[name]
        rect = QRectF(*placed.rect)
        exists = state.moment.spot_exists(spot)
        grey = not exists or state.moment.research == "not researched"
        marked = name in state.mark.spots or (state.lit is not None and name == state.lit.start)
        changed = state.moment.spot_changed(spot, self.plan) and not grey and not state.cuts
        pen, fill = self._box_style(spot.lane, exists, grey, marked, changed, state)
        painter.setPen(pen)
        painter.setBrush(fill)
        radius = min(self.look.radius * 0.8, rect.height() / 4)
        painter.drawRoundedRect(rect, radius, radius)
        if name == state.current and state.focused:
            painter.setPen(QPen(self.look.color("focus"), 2 * self.look.line_scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), radius + 3, radius + 3)
        label, note = (
            [state.moment.called(line) for line in one] for one in (placed.label, placed.note)
        )
        self._paint_text(painter, rect, label, note, grey, marked or changed)
        if changed and exists:
            self.paint_period_mark(painter, self.mark_at(placed.rect))

    def _box_style(
        self, lane: str, exists: bool, grey: bool, marked: bool, changed: bool, state: State
    ) -> tuple[QPen, QColor]:
        scale = self.look.line_scale
        if marked:
            return QPen(self.look.color("accent"), 2.4 * scale), self.look.color("accent-soft")
        if not exists:
            pen = QPen(self.faint("ghost", 0.5), 1 * scale)
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

    @property
    def mark_size(self) -> float:
        """How wide and high the mark of a change from the period before is."""
        return max(13.0, self.measure("x", "note")[1] * 0.95)

    def mark_at(self, rect: Rect) -> QPointF:
        """The middle of the mark of a box: at its lower right corner, off its words."""
        out = 0.15 * self.mark_size
        return QPointF(rect.right + out, rect.bottom + out)

    def paint_period_mark(self, painter: QPainter, at: QPointF) -> None:
        """A triangle in a ring: changed from the period before."""
        half, color = self.mark_size / 2, self.look.color("changed")
        painter.setPen(QPen(color, self.look.line_scale))
        painter.setBrush(self.look.color("panel"))
        painter.drawEllipse(at, half, half)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPolygon(triangle(at, half * 0.55))

    def _paint_caption(self, painter: QPainter, caption: Caption) -> None:
        if caption.role == "period":
            self.paint_period_mark(painter, caption.rect.center())
            return
        event = caption.role == "changed"
        if caption.thread:
            is_count = caption.role == "count"
            role = COUNTS[caption.rank] if is_count else "accent"
            width = 0.8 if is_count else 1.6
            self._paint_thread(painter, *caption.thread, self.look.color(role), width)
        if caption.role != "note":
            radius = min(8.0, caption.rect.height() / 2)
            edge = COUNTS[caption.rank] if caption.role == "count" else "text-quiet"
            painter.setPen(Qt.PenStyle.NoPen if event else self.look.pen(edge))
            painter.setBrush(self.look.color("accent" if event else "panel"))
            painter.drawRoundedRect(caption.rect, radius, radius)
        painter.setFont(self.fonts["lane" if event or caption.role == "if" else "note"])
        painter.setPen(self.look.color("on-accent" if event else "text-quiet"))
        height = self.measure("x", "note")[1]
        top = caption.rect.center().y() - height * len(caption.lines) / 2
        for line in caption.lines:
            row = QRectF(caption.rect.left(), top, caption.rect.width(), height)
            painter.drawText(row, Qt.AlignmentFlag.AlignCenter, line)
            top += height

    def _paint_thread(
        self,
        painter: QPainter,
        start: tuple[float, float],
        end: tuple[float, float],
        color: QColor,
        width: float,
    ) -> None:
        """A thread from the words to what they are about, with a dot at its end."""
        painter.setPen(QPen(color, width * self.look.line_scale))
        painter.drawLine(QPointF(*start), QPointF(*end))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(QPointF(*end), 1 + 1.5 * width, 1 + 1.5 * width)

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
        room = self.words_rect.width()
        for text in self.belows(state, library):
            lines, cut = broken(text, room, self.words_lines, self.measure, "small")
            if not cut:
                return lines, False
        parts = re.split(r"(?<=[.;!?]) ", text)
        for many in range(len(parts) - 1, 0, -1):  # rather fewer sentences than half of one
            fewer = " ".join(parts[:many])
            whole, cut = broken(fewer, room, self.words_lines, self.measure, "small")
            if not cut:
                return whole, True
        return lines, True

    def belows(self, state: State, library: Library) -> list[str]:
        """The words under the diagram, the longest first; with the key that fits all steps in."""
        said = told.belows(state, self.plan, library)
        if self.is_whole() or self.words_lines < 2:
            return said
        return [f"{told.out_of_sight()} {text}" for text in said]

    def is_whole(self) -> bool:
        """Whether all boxes are in sight at once; an overview says nothing of it."""
        return self.plan.kind == "overview" or not self._lack(self.layout)[0]

    # ------------------------------------------------------------------------- captions

    def captions(self, state: State, library: Library) -> list[Caption]:
        """Words beside lines and boxes, only where they touch nothing else."""
        moment = state.moment
        standing = tuple(
            (one.status, one.there, one.changed, one.note, one.here)
            for one in moment.edges.values()
        )
        shown = state.cuts.funnels if state.cuts else ()
        key = (standing, moment.research, moment.names, moment.bearings, state.mark, shown)
        if key not in self._captions:
            if state.cuts is not None:  # numbers need calm
                labels = Labels(self)
                labels.add_counts(state)
                labels.add_changes(state, library)
                self._captions[key] = labels.placed
            else:
                found = Captions(self)
                found.add_changes(state, library)
                found.add_places(state)
                found.add_period_marks(state)
                found.add_conditions(state, library)
                found.add_local_limits(state)
                self._captions[key] = found.placed
        return self._captions[key]
