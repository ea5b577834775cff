"""What a plot draws: pyqtgraph in our look, with room for its marks, names, events and reasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPen
from PySide6.QtWidgets import QWidget

from explorer.charts import flags
from explorer.charts.guess import Task
from explorer.charts.specs import Drawing, Mark
from explorer.charts.view import words
from explorer.charts.view.cursor import Cursor
from explorer.charts.view.ink import Ink, Spot, color_of
from explorer.charts.view.reasons import Reasons
from explorer.charts.view.scales import Frame, Scales
from explorer.charts.view.sketch import Sketch
from explorer.charts.view.strip import EventMark, Strip
from explorer.content.model import Event
from explorer.ui.paint import Look, elide

pg.setConfigOptions(antialias=True, useOpenGL=False)

LABEL: Final = 330  # pixels at 100 % text: the widest label of an event

Tell = Callable[[Mark], str]  # what the slip says about a mark, as HTML


class Canvas(pg.PlotWidget):  # type: ignore[misc]
    """Draws a :class:`Drawing`, and says where each of its marks stands."""

    arranged = Signal()  # names may have changed their place
    drawing: Drawing | None = None  # pyqtgraph resizes the plot before ours is made

    def __init__(self, look: Look, tell: Tell, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, background=None)
        self.look, self._tell = look, tell
        self.key = ""
        self.elsewhere: Mark | None = None  # the chosen mark, where it is on another plot
        self.frame: Frame | None = None  # what it shares with another plot
        self.moment: date | None = None
        self._hovered = ""
        self.is_staged = False  # large before an audience: slips are brief, and told by the pointer
        self._scaling = False
        self._rows = 0  # of labels of events, as many as there is room for
        self.events: tuple[Event, ...] = ()
        self.chosen_event = ""  # the chosen one
        self.sketch: Sketch | None = None
        self.like: Drawing | None = None  # the drawing that gives the axes, if it is another
        self.is_asking = False  # the reader draws; the figures asked for are not there yet
        self.setCacheMode(self.CacheModeFlag.CacheNone)  # in pictures, shapes instead of pixels
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setMouseEnabled(x=False, y=False)
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.strip = Strip(self.scene())
        self._cursor = Cursor(self.plotItem, self.scene())
        self._reasons = Reasons(self.scene())
        self._box.sigResized.connect(self._arrange)

    @property
    def _box(self) -> Any:
        return self.plotItem.vb

    # ---------------------------------------------------------------------------- what is shown

    def show_drawing(
        self, drawing: Drawing, look: Look, moment: date, like: Drawing | None = None
    ) -> None:
        """Draw a chart anew, on the axes of another one where *like* is given."""
        self.look, self.drawing, self.moment = look, drawing, moment
        self.like, self.sketch, self.is_asking = like, None, False
        self._hovered = ""
        self.setBackground(look.color("panel"))
        self.plotItem.clear()
        self._box.invertY(drawing.kind == "categories")
        self.scales = Scales(self.plotItem, look, drawing, like or drawing)
        self.strip.dress(look)
        self.scales.dress(0.0 if self._is_flat() else self.strip.height())
        self.ink = Ink(self.plotItem, look, drawing)
        self.ink.draw()
        self._reasons.write([split.why for split in self.ink.splits], look)
        self._cursor.dress(look)
        self._arrange()

    def hold(self) -> None:
        """Show nothing until the next drawing comes, and so lay out nothing for other sizes."""
        self.drawing = None

    def show_moment(self, moment: date) -> None:
        """Move the line of the moment."""
        self.moment = moment
        if self.drawing is not None:
            self._place_moment()

    def show_events(self, events: Sequence[Event], chosen: str) -> None:
        """Mark some events on the time axis, the most telling first; one may be chosen."""
        self.events, self.chosen_event = tuple(events), chosen
        self._place_events()

    def ask(self, task: Task, drawn: dict[str, float], asking: bool) -> None:
        """Let the reader draw what a task asks for into *drawn*, or show what was drawn."""
        self.sketch = Sketch(self.plotItem, self.scales, self.look, task, drawn)
        self.is_asking = asking

    def show_key(self, key: str, mark: Mark | None = None) -> None:
        """Ring the mark of that name; of a *mark* of another plot, show the time."""
        self.key, self.elsewhere = key, mark
        self._show_cursor()

    def take_after(self, other: Canvas) -> None:
        """Show what another plot shows."""
        if other.drawing is None or other.moment is None:
            return
        self.frame, self.strip.bare = other.frame, other.strip.bare
        self.show_drawing(other.drawing, self.look, other.moment, other.like)
        self.show_events(other.events, other.chosen_event)
        if other.sketch is not None:
            self.ask(other.sketch.task, dict(other.sketch.drawn), other.is_asking)
        self.show_key(other.key, other.elsewhere)

    def thicken(self, times: float) -> None:
        """Draw lines so much wider, for a picture that has more pixels than the screen."""
        for item in self.plotItem.items:
            pens = {"pen": item.opts.get("pen")} if hasattr(item, "opts") else {}
            pen = item.pen if isinstance(item, pg.InfiniteLine) else pens.get("pen")
            if isinstance(pen, QPen) and hasattr(item, "setPen"):
                wide = QPen(pen)
                wide.setWidthF(pen.widthF() * times)
                item.setPen(wide)

    def share(self, frame: Frame | None) -> None:
        """Keep days and room in common with another plot."""
        if frame != self.frame:
            self.frame = frame
            self._arrange()

    def needs_legend(self) -> bool:
        """Whether the names do not fit beside the lines and must stand above the plot."""
        return self.drawing is not None and self.scales.needs_legend(self.ink.names)

    def color(self, index: int) -> QColor:
        """The color of a track."""
        return color_of(self.look, index)

    def spots(self) -> tuple[Spot, ...]:
        """Where each mark stands."""
        return tuple(self.ink.spots) if self.drawing is not None else ()

    def place_of(self, key: str) -> QPointF | None:
        """Where a mark stands, in pixels of the widget."""
        spot = self._spot(key)
        return None if spot is None else QPointF(self._box.mapViewToScene(spot.at))

    def x_of(self, day: date) -> float:
        """Where a day stands, in pixels of the widget."""
        return float(self._box.mapViewToScene(QPointF(day.toordinal(), 0)).x())

    def day_at(self, x: float) -> date:
        """The day at a pixel, within the days that the axis has."""
        assert self.drawing is not None
        ordinal = round(self._box.mapSceneToView(QPointF(x, 0)).x())
        first, last = self.days()
        return date.fromordinal(min(max(ordinal, first.toordinal()), last.toordinal()))

    def days(self) -> tuple[date, date]:
        """First and last day of the axis."""
        assert self.drawing is not None
        return self.scales.days(self.frame)

    def area(self) -> QRectF:
        """Where the figures are, in pixels of the widget."""
        return QRectF(self._box.sceneBoundingRect())

    def _is_flat(self) -> bool:
        return self.drawing is not None and self.drawing.kind == "categories"

    # ------------------------------------------------------------------------- room and scales

    def _arrange(self, *_: object) -> None:
        """Set ranges, ticks and the places of words for the room that there is."""
        if self.drawing is None or self._box.width() < 10 or self._scaling:
            return
        self._scaling = True  # axes that take another width send here again
        if self._is_flat():
            self.scales.arrange_flat()
        else:
            self.scales.arrange_in_time(self.frame, self.ink.names)
        self._scaling = False
        if not self._is_flat():
            self.scales.place_names(self.ink.names, self.ink, self.frame)
        self._place_events()
        self._place_moment()
        self._seen = (self.area(), *self._box.viewRange())
        self._place_reasons()
        self._show_cursor()
        self.arranged.emit()

    def _place_moment(self) -> None:
        moment = self.moment
        if self.drawing is None or moment is None or self._is_flat():
            self.strip.show_moment(None, "", QRectF())
            return
        first, last = self.days()
        x = self.x_of(moment) if first <= moment <= last else None
        self.strip.show_moment(x, words.day(moment), self.area())

    def _place_events(self) -> None:
        """Lay out the events, in a strip just as high as their labels need."""
        if self.drawing is None:
            return
        marks = [] if self._is_flat() else self._event_marks()
        used = max((mark.row + 1 for mark in marks if mark.text), default=0)
        if used != self.strip.used and not self._is_flat():
            self.strip.used = used
            self.plotItem.setContentsMargins(0, self.strip.height(), 0, 0)
            self.plotItem.layout.activate()
            self._place_moment()
        self.strip.show_events(marks, self.chosen_event, self.area())

    def _event_marks(self) -> list[EventMark]:
        font, widest = self.look.font("caption"), LABEL * self.look.scale
        metrics = QFontMetricsF(font)

        def measure(text: str) -> float:
            return min(metrics.horizontalAdvance(text), widest)

        first, last = self.days()
        self._rows = rows = self.strip.rows(self.height())
        left = self.x_of(first)
        width = self.x_of(last) - left
        return [
            EventMark(
                ref=f"event:{flag.event.id}",
                x=left + flag.x,
                text=elide(flag.label, font, widest),
                left=left + flag.left,
                row=flag.row,
            )
            for flag in flags.lay_out(self.events, first, last, width, measure, rows)
        ]

    def _in_pixels(self, at: QPointF) -> QPointF:
        """A place of the axes in pixels of the widget."""
        return self._all_in_pixels((at,))[0]

    def _all_in_pixels(self, places: Sequence[QPointF]) -> list[QPointF]:
        area, (left, right), (low, high) = self._seen
        wide, tall = area.width() / (right - left), area.height() / (high - low)
        x, y = area.left() - left * wide, area.bottom() + low * tall
        return [QPointF(x + at.x() * wide, y - at.y() * tall) for at in places]

    def _place_reasons(self) -> None:
        """The reasons of broken lines, where neither figures, names nor the moment stand."""
        if not self.ink.splits:
            return
        days = [self._in_pixels(QPointF(split.x, 0)).x() for split in self.ink.splits]
        taken = self._all_in_pixels(self.ink.crossings())
        boxes = [name.item.sceneBoundingRect() for name in self.ink.names if name.item.isVisible()]
        if self.strip.moment_x is not None:
            boxes.append(
                QRectF(self.strip.moment_x - 2, self.area().top(), 4, self.area().height())
            )
        self._reasons.place(days, self.area(), taken, boxes)

    # ------------------------------------------------------------------------------ the cursor

    def _show_cursor(self) -> None:
        if self.drawing is None:
            return
        here = self.drawing.mark(self.key) or self.elsewhere
        chosen = self._spot(self.key)
        self._cursor.ring(chosen, self._covered(here))
        self._cursor.surround(self.area() if self.hasFocus() and chosen is None else None)
        if self.is_asking and self.sketch is not None:
            self._show_drawn(self.sketch)
            return
        told = self._hovered or (self.key if self.hasFocus() and not self.is_staged else "")
        spot, mark = self._spot(told), self.drawing.mark(told)
        if spot is None or mark is None:
            self._cursor.hide()
        else:
            at = QPointF(self._box.mapViewToScene(spot.at))
            self._cursor.tell(self._tell(mark), at, QRectF(self.rect()))

    def _covered(self, mark: Mark | None) -> QRectF | None:
        """The days of a mark as a band of the plot."""
        if mark is None or self._is_flat():
            return None
        area, (left, right) = self.area(), (self.x_of(day) for day in (mark.start, mark.end))
        band = QRectF(left, area.top(), max(right - left, 2.0), area.height())
        return band.intersected(area)

    def _show_drawn(self, sketch: Sketch) -> None:
        """The year that is meant, and what was drawn for it."""
        sketch.refresh()
        self._cursor.ring(None, self._covered(sketch.mark))
        at = QPointF(sketch.mark.x, self.scales.height(sketch.value_here()))
        text = self.drawn_words() if self.hasFocus() else ""
        place = QPointF(self._box.mapViewToScene(at))
        html = words.on_tip(text, self.look) if text else ""
        self._cursor.tell(html, place, QRectF(self.rect()))

    def drawn_words(self) -> str:
        """The year that is meant while drawing, and what is drawn for it, in words."""
        assert self.sketch is not None
        assert self.drawing is not None
        mark, unit = self.sketch.mark, "percent" if self.drawing.is_share else ""
        if mark.key not in self.sketch.drawn:
            return words.tr("{0}: nothing drawn yet").format(words.period(mark))
        amount = words.amount(self.sketch.drawn[mark.key], unit)
        return words.tr("{0}: {1}, your line").format(words.period(mark), amount)

    def _hover(self, key: str) -> None:
        if key != self._hovered:
            self._hovered = key
            self._show_cursor()

    def _spot(self, key: str) -> Spot | None:
        return next((spot for spot in self.spots() if spot.key == key), None)
