"""The timeline page: canvas, minimap, buttons, and the table twin."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from explorer.content.library import Library
from explorer.content.model import Event
from explorer.reader.lens import Lens
from explorer.timeline.arrangement import contents_key, folded, lanes_key, order
from explorer.timeline.facts import Link, first_sentence, links_of, span_of
from explorer.timeline.filter import Filter, filtered
from explorer.timeline.items import Contents, contents, first_years
from explorer.timeline.seen import View
from explorer.timeline.strip import Strip, choices, first_choice, strip_of
from explorer.timeline.view import words
from explorer.timeline.view.board import Scene
from explorer.timeline.view.canvas import Canvas
from explorer.timeline.view.commands import COMMANDS
from explorer.timeline.view.drawing import Drawing
from explorer.timeline.view.lanetools import LaneTools
from explorer.timeline.view.minimap import Minimap
from explorer.timeline.view.player import Player
from explorer.timeline.view.toolbar import Toolbar
from explorer.ui.commands import Command
from explorer.ui.page import Page
from explorer.ui.paint import Look
from explorer.ui.session import Session

if TYPE_CHECKING:
    from explorer.timeline.view.filterbox import FilterBox
    from explorer.timeline.view.table import Twin

HIGH = 560  # pixels at 100 % from where a series is shown without being asked for


class TimelineView(Page):
    """Everything dated, in lanes; the axis follows ``start`` and ``end`` of the lens.

    Lens options: ``lanes``, ``significance``, ``program``, ``actor`` filter (as do ``words`` and
    ``place``), ``order`` and ``fold`` arrange the lanes, ``bars=all`` shows every program, ``strip`` is the
    series below the lanes or ``none``, and ``timeline=table`` shows the table twin.
    """

    name = "timeline"
    COMMANDS: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(
        self, library: Library, session: Session, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(library, session, look, parent)
        self._all = contents(library)
        self._shown: Contents | None = None
        self._told: tuple[date | None, date | None] = (None, None)
        self._key: object = None
        self.canvas, self.minimap = Canvas(self), Minimap(look, self)
        self.canvas.setAccessibleName(self.title())
        self._twin: Twin | None = None
        self.filter_box: FilterBox | None = None
        self.player = Player(session, self)
        self.lanes = LaneTools(self)
        self._lay_out()
        self._connect()
        self._dress()

    # ------------------------------------------------------------------------- arrangement

    def _lay_out(self) -> None:
        self._stack_box = QStackedLayout()
        self._stack_box.addWidget(self.canvas)
        self.tools = Toolbar(self, self.minimap)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._stack_box, 1)
        box.addLayout(self.tools.row)
        self.begin_at(self.canvas)

    def _fill_series(self) -> None:
        """The series that can stand below the lanes, the one in use checked."""
        drawing = self.canvas.drawing
        now = drawing.strip.ref if drawing and drawing.strip else "none"
        rows = (("none", self.tr("No series")), *(found[:2] for found in choices(self.library)))
        self.tools.offer_series(rows, now, self.show_series)

    def show_series(self, ref: str) -> None:
        """Put a series below the lanes; ``none`` takes it away."""
        self.session.go(self.session.lens.with_option("strip", ref))

    def _connect(self) -> None:
        canvas = self.canvas
        canvas.chosen.connect(self.choose)
        canvas.opened.connect(self._open_cluster)
        canvas.moment_passed.connect(lambda day: self.session.pass_by(moment=day))
        canvas.moment_settled.connect(self.session.settle)
        canvas.view_moved.connect(self._tell_view)
        canvas.lane_folded.connect(self.lanes.fold)
        canvas.more_asked.connect(self.toggle_bars)
        canvas.lane_asked.connect(self.lanes.open_menu)
        canvas.resized.connect(self._relay)
        self.minimap.brushed.connect(self._brush)
        tools = self.tools
        tools.series_menu.aboutToShow.connect(self._fill_series)
        tools.count.clicked.connect(self.clear_filter)
        tools.filter.clicked.connect(self.open_filter)
        tools.play.clicked.connect(self.toggle_play)
        tools.pace_chosen.connect(self.player.set_pace)
        tools.farther.clicked.connect(lambda: canvas.zoom(-1))
        tools.closer.clicked.connect(lambda: canvas.zoom(1))
        tools.whole.clicked.connect(canvas.fit)
        tools.table.clicked.connect(self.toggle_table)
        self.player.turned.connect(self._dress)

    def _dress(self) -> None:
        self.tools.dress(self.look, self.is_playing())
        self.minimap.restyle(self.look)
        if self._twin is not None:
            self._twin.restyle(self.look)

    def title(self) -> str:
        """The page's name on screen."""
        return self.tr("Timeline")

    @property
    def twin(self) -> Twin:
        """The table, made when it is first asked for."""
        if self._twin is None:
            from explorer.timeline.view.table import Twin

            self._twin = Twin(self.library, self.look, self)
            self._twin.show_contents(self._shown or self._all)
            self._twin.chosen.connect(self.choose)
            self._stack_box.addWidget(self._twin)
            QWidget.setTabOrder(self.canvas, self._twin)  # where the picture is, not at the end
        return self._twin

    # ------------------------------------------------------------------------ the lens

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Show the years, the moment, the item, the filter and the lanes of the lens."""
        if self._shown is None or old is None or contents_key(new) != contents_key(old):
            self._shown = filtered(self._all, Filter.of(new), self.library)
            self.player.show_contents(self._shown)
            if self._twin is not None:
                self._twin.show_contents(self._shown)
        self._relay()
        if (new.start, new.end) != self._told and self.canvas.drawing is not None:
            self._told = (new.start, new.end)
            wanted = self._view(new, self.canvas.drawing)
            self.canvas.go_to(wanted) if old is not None else self.canvas.set_view(wanted)
        if old is None or new.item != old.item:
            self._show_links(new)
        self.canvas.show_state(new.moment, new.item)
        self._keep_in_sight(new, old)
        self._show_bar(new)
        self._stack_box.setCurrentWidget(self.twin if self._as_table(new) else self.canvas)
        self.begin_at(self.twin if self._as_table(new) else self.canvas)
        if self._as_table(new):
            if old is None or not self._as_table(old):
                self.twin.show_day(new.moment)
            self.twin.set_current(new.item)

    def _as_table(self, lens: Lens) -> bool:
        return lens.option("timeline") == "table"

    def drawing(self, lens: Lens, width: float, height: float) -> Drawing:
        """The contents of a lens, laid out for a size."""
        shown = filtered(self._all, Filter.of(lens), self.library)
        return self._drawing(shown, lens, width, height)

    def _drawing(self, shown: Contents, lens: Lens, width: float, height: float) -> Drawing:
        drawing = Drawing(
            shown,
            self.look,
            width,
            height,
            order(lens),
            folded(lens),
            lens.option("bars") == "all",
            partial(first_sentence, self.library),
            self._strip(lens, height),
        )
        drawing.sheet.prefer(lens.moment.toordinal() + 0.5)
        drawing.sheet.choose(lens.item)
        return drawing

    def _strip(self, lens: Lens, height: float) -> Strip | None:
        """The series that the lens asks for; on a high page without a wish the first one."""
        wanted = lens.option("strip")
        if not wanted and height >= HIGH * self.look.scale:
            wanted = first_choice(self.library)
        return strip_of(self.library, wanted) if wanted else None

    def _relay(self) -> None:
        """Lay out anew if contents, size, look or lanes are others than before."""
        lens, size = self.session.lens, self.canvas.viewport().size()
        key = (contents_key(lens), lanes_key(lens), size, id(self.look))
        if self._shown is None or key == self._key or size.isEmpty():
            return
        first_time = self.canvas.drawing is None
        self._key = key
        drawing = self._drawing(self._shown, lens, size.width(), size.height())
        if first_time:
            self._told = (lens.start, lens.end)
            view = self._view(lens, drawing)
        else:
            old = self.canvas.target()
            view = drawing.sheet.view_of(old.left, old.right)
        self.canvas.show_drawing(drawing, view)
        self.minimap.show_drawing(drawing)
        self._show_links(lens)
        self.minimap.show_view(view, lens.moment)

    def _view(self, lens: Lens, drawing: Drawing) -> View:
        """The years of the lens; without them the busiest ones, with the moment."""
        first, last = first_years(self._all, lens.moment)
        first, last = lens.start or first, lens.end or last
        return drawing.sheet.view_of(first.toordinal(), last.toordinal() + 1)

    def _keep_in_sight(self, new: Lens, old: Lens | None) -> None:
        """Follow the moment and the chosen item when they move out of the view."""
        drawing = self.canvas.drawing
        if drawing is None or old is None:
            return
        day = new.moment.toordinal() + 0.5
        if (new.start, new.end) != (old.start, old.end) and old.item != new.item:
            return  # back or a link: its years are meant
        if new.item != old.item:
            self.canvas.bring_in_sight(new.item)
        view = self.canvas.target()
        if new.moment != old.moment and not view.left <= day <= view.right:
            self.canvas.go_to(drawing.sheet.view(day - view.width / view.scale / 2, view.scale))

    def _show_bar(self, lens: Lens) -> None:
        wanted = Filter.of(lens)
        shown = len(self._shown.marks) if self._shown else 0
        self.tools.show_count(words.count(shown, len(self._all.marks)) if wanted.is_on else "")
        self.tools.table.setChecked(self._as_table(lens))
        self.minimap.show_view(self.canvas.view, lens.moment)
        self.minimap.setAccessibleDescription(self.describe())
        if self.filter_box is not None:
            self.filter_box.show_filter(wanted)

    def _show_links(self, lens: Lens) -> None:
        """Hand the links of the chosen event to the canvas."""
        self.canvas.links = self._links(lens) if self.canvas.drawing else ()

    def _links(self, lens: Lens) -> tuple[Link, ...]:
        return links_of(self.library, self._shown, lens.item) if self._shown else ()

    def _tell_view(self) -> None:
        """Tell the lens which years are in view; moving about leaves no trail."""
        view = self.canvas.view
        first, last = self._all.start, self._all.end
        first = max(first, date.fromordinal(max(1, int(view.left + 0.5))))
        last = min(last, date.fromordinal(max(2, int(view.right + 0.5)) - 1))
        self._told = (first, max(first, last))
        self.minimap.show_view(view, self.session.lens.moment)
        self.session.pass_by(start=self._told[0], end=self._told[1])

    def _brush(self, view: View) -> None:
        self.canvas.set_view(view)
        self._tell_view()

    def restyle(self, look: Look) -> None:
        """Take another look (theme or text size) and draw again."""
        self.look = look
        self._dress()
        if self.filter_box is not None:
            self.filter_box.restyle(look)
        super().restyle(look)

    def set_stage(self, is_on: bool) -> None:
        """Leave out the controls that an audience has no use for, or bring them back."""
        self.tools.set_stage(is_on)
        self._dress()

    # ------------------------------------------------------------------------ the reader

    def choose(self, ref: str) -> None:
        """Look at an item; of an event also at its date."""
        record = self.library.find(ref)
        if isinstance(record, Event):
            self.session.look(item=ref, moment=record.date.middle)
        else:
            self.session.look(item=ref)

    def _open_cluster(self, marks: tuple[int, ...], at: QPoint) -> None:
        from explorer.timeline.view.popup import Popup

        assert self._shown is not None
        popup = Popup(self.look, [self._shown.marks[mark] for mark in marks], self)
        popup.chosen.connect(self.choose)
        drawing = self.canvas.drawing
        popup.open_below(at, drawing.sheet.sizes.metrics.row if drawing else 0)

    def toggle_table(self) -> None:
        """The picture, or the same items as a table."""
        lens = self.session.lens
        self.session.go(lens.with_option("timeline", "" if self._as_table(lens) else "table"))

    def item_span(self) -> tuple[float, float] | None:
        """The days of the chosen event, program or term."""
        return span_of(self._shown or self._all, self.session.lens.item)

    def fit_item(self) -> None:
        """Show the years around the chosen item."""
        span = self.item_span()
        if span is not None:
            self._show_days(*span)

    def fit_era(self) -> None:
        """Show the years of the era of the moment."""
        era = self.library.era_on(self.session.lens.moment)
        if era is not None:
            end = era.end.last if era.end else self._all.end
            self._show_days(float(era.start.first.toordinal()), float(end.toordinal() + 1))

    def _show_days(self, first: float, last: float) -> None:
        """Show a span of days with some time around it; of a single day half a year."""
        drawing = self.canvas.drawing
        if drawing is not None:
            around = max((last - first) * 0.08, 90.0)
            self.canvas.go_to(drawing.sheet.view_of(first - around, last + around))

    def toggle_bars(self) -> None:
        """Every program, or as many as leave room for the events."""
        lens = self.session.lens
        wanted = "" if lens.option("bars") == "all" else "all"
        self.session.go(lens.with_option("bars", wanted))

    def open_filter(self) -> None:
        """The form that says which events are shown."""
        from explorer.timeline.view.filterbox import FilterBox

        if self.filter_box is None:
            self.filter_box = FilterBox(self.library, self.look, self)
            self.filter_box.changed.connect(self.set_filter)
        self.filter_box.show_filter(Filter.of(self.session.lens))
        corner = self.tools.filter.mapToGlobal(QPoint(self.tools.filter.width(), 0))
        self.filter_box.open_above(corner, self.look.space(1))

    def set_filter(self, wanted: Filter) -> None:
        """Show the events that pass a filter."""
        self.session.go(wanted.on(self.session.lens))

    def clear_filter(self) -> None:
        """Show all events."""
        self.set_filter(Filter())

    # -------------------------------------------------------------------------- playing

    def is_playing(self) -> bool:
        """Whether the moment moves by itself."""
        return self.player.is_playing()

    def toggle_play(self) -> None:
        """Move from event to event, or stop."""
        self.player.toggle()

    # ------------------------------------------------------------------- paper and speech

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the timeline of the lens into *rect*: the years in view, laid out for its size."""
        lens = self.session.lens
        drawing = self.drawing(lens, rect.width(), rect.height())
        old = self.canvas.target() if self.canvas.drawing is not None else None
        view = drawing.sheet.view_of(old.left, old.right) if old else self._view(lens, drawing)
        drawing.all_at_once(painter, rect, Scene(view, lens.moment, lens.item), self._links(lens))

    def describe(self) -> str:
        """The years, the moment and the main events in view, in sentences."""
        lens = self.session.lens
        shown = self._shown or self._all
        first, last = first_years(self._all, lens.moment)
        return words.describe(shown, lens.start or first, lens.end or last, lens.moment)
