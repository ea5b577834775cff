"""The timeline page: canvas, minimap, buttons, and the table twin."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from explorer.content.library import Library
from explorer.content.model import LANES, Event
from explorer.reader.lens import Lens
from explorer.timeline.filter import OPTIONS, Filter, filtered
from explorer.timeline.items import Contents, contents, first_years
from explorer.timeline.seen import View
from explorer.timeline.strip import Strip, choices, first_choice, strip_of
from explorer.timeline.tracks import entries
from explorer.timeline.view import words
from explorer.timeline.view.arcs import Link
from explorer.timeline.view.board import Scene
from explorer.timeline.view.canvas import Canvas
from explorer.timeline.view.drawing import Drawing
from explorer.timeline.view.minimap import Minimap
from explorer.ui.commands import Command
from explorer.ui.page import Page
from explorer.ui.paint import Look
from explorer.ui.session import Session
from explorer.ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from explorer.timeline.view.filterbox import FilterBox
    from explorer.timeline.view.table import Twin

_SENTENCE = re.compile(r".*?\w{4,}[)\]\"”’]*[.!?](?=\s|$)", re.DOTALL)  # not after "v." or "U.S."
HIGH = 560  # pixels at 100 % from where a series is shown without being asked for
PACES = (2, 4, 8)  # seconds from event to event

TIMELINE_MENU: Final = QT_TRANSLATE_NOOP("Command", "T&imeline")


class TimelineView(Page):
    """Everything dated, in lanes; the axis follows ``start`` and ``end`` of the lens.

    Lens options: ``lanes``, ``significance``, ``program``, ``actor`` filter (as do ``words`` and
    ``place``), ``order`` and ``fold`` arrange the lanes, ``bars=all`` shows every program, ``strip`` is the
    series below the lanes or ``none``, and ``timeline=table`` shows the table twin.
    """

    name = "timeline"
    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "table-twin",
            QT_TRANSLATE_NOOP("Command", "As a &table"),
            lambda page: page.toggle_table(),
            "view",
            ("T",),
            icon="table",
            checked=lambda page: page.session.lens.option("timeline") == "table",
        ),
        Command(
            "timeline-fit",
            QT_TRANSLATE_NOOP("Command", "All &years"),
            lambda page: page.canvas.fit(),
            "view",
            ("F",),
            icon="fit",
            submenu=TIMELINE_MENU,
        ),
        Command(
            "timeline-closer",
            QT_TRANSLATE_NOOP("Command", "&Closer"),
            lambda page: page.canvas.zoom(1),
            "view",
            ("+", "="),
            icon="zoom-in",
            submenu=TIMELINE_MENU,
        ),
        Command(
            "timeline-farther",
            QT_TRANSLATE_NOOP("Command", "Farther &away"),
            lambda page: page.canvas.zoom(-1),
            "view",
            ("-",),
            icon="zoom-out",
            submenu=TIMELINE_MENU,
        ),
        Command(
            "timeline-fit-item",
            QT_TRANSLATE_NOOP("Command", "Years of the &chosen item"),
            lambda page: page.fit_item(),
            "view",
            ("Shift+F",),
            enabled=lambda page: bool(page.item_span()),
            submenu=TIMELINE_MENU,
        ),
        Command(
            "timeline-fit-era",
            QT_TRANSLATE_NOOP("Command", "Years of the &era"),
            lambda page: page.fit_era(),
            "view",
            ("E",),
            enabled=lambda page: bool(page.library.era_on(page.session.lens.moment)),
            submenu=TIMELINE_MENU,
        ),
        Command(
            "timeline-programs",
            QT_TRANSLATE_NOOP("Command", "All p&rograms"),
            lambda page: page.toggle_bars(),
            "view",
            ("B",),
            checked=lambda page: page.session.lens.option("bars") == "all",
            submenu=TIMELINE_MENU,
        ),
        Command(
            "timeline-fold",
            QT_TRANSLATE_NOOP("Command", "Fold the &lane"),
            lambda page: page.toggle_lane(page.current_lane()),
            "view",
            ("L",),
            checked=lambda page: page.current_lane() in _folded(page.session.lens),
            submenu=TIMELINE_MENU,
        ),
        Command(
            "timeline-lane-up",
            QT_TRANSLATE_NOOP("Command", "Move the lane &up"),
            lambda page: page.move_lane(page.current_lane(), -1),
            "view",
            ("Alt+Up",),
            submenu=TIMELINE_MENU,
        ),
        Command(
            "timeline-lane-down",
            QT_TRANSLATE_NOOP("Command", "Move the lane &down"),
            lambda page: page.move_lane(page.current_lane(), 1),
            "view",
            ("Alt+Down",),
            submenu=TIMELINE_MENU,
        ),
        Command(
            "timeline-play",
            QT_TRANSLATE_NOOP("Command", "&Play from event to event"),
            lambda page: page.toggle_play(),
            "view",
            ("P",),
            icon="play",
            checked=lambda page: page.is_playing(),
            submenu=TIMELINE_MENU,
        ),
        Command(
            "timeline-filter",
            QT_TRANSLATE_NOOP("Command", "&Filter events…"),
            lambda page: page.open_filter(),
            "view",
            ("/",),
            icon="filter",
            submenu=TIMELINE_MENU,
        ),
        Command(
            "timeline-clear",
            QT_TRANSLATE_NOOP("Command", "Show a&ll events"),
            lambda page: page.clear_filter(),
            "view",
            ("X",),
            enabled=lambda page: Filter.of(page.session.lens).is_on,
            submenu=TIMELINE_MENU,
        ),
    )

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
        self._pace = PACES[1]
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.play_step)
        self._lay_out()
        self._connect()
        self._dress()

    # ------------------------------------------------------------------------- arrangement

    def _lay_out(self) -> None:
        self._stack_box = QStackedLayout()
        self._stack_box.addWidget(self.canvas)
        self.count = self._button("close", "")
        self.count.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.filter_button = self._button("filter", self.tr("Filter events (/)"))
        self.play = self._button("play", self.tr("Play from event to event (P)"))
        self.play.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.play.setMenu(self._paces())
        self.farther = self._button("zoom-out", self.tr("Farther away (−)"))
        self.closer = self._button("zoom-in", self.tr("Closer (+)"))
        self.whole = self._button("fit", self.tr("All years (F)"))
        self.series = self._button("charts", self.tr("Series below the lanes"))
        self.series.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.series.setMenu(QMenu(self))
        self.series.menu().aboutToShow.connect(self._fill_series)
        self.table = self._button("table", self.tr("As a table (T)"))
        self.table.setCheckable(True)
        self._bar = QHBoxLayout()
        self._bar.addWidget(self.minimap, 1)
        for button in self._buttons():
            self._bar.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._stack_box, 1)
        box.addLayout(self._bar)
        self.begin_at(self.canvas)

    def _button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(icon)
        button.setAutoRaise(True)
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _buttons(self) -> tuple[QToolButton, ...]:
        return (
            self.count,
            self.filter_button,
            self.series,
            self.play,
            self.farther,
            self.closer,
            self.whole,
            self.table,
        )

    def _paces(self) -> QMenu:
        menu = QMenu(self)
        for seconds in PACES:
            action = QAction(words.pace(seconds), menu)
            action.triggered.connect(lambda _=False, pace=seconds: self.set_pace(pace))
            menu.addAction(action)
        return menu

    def _fill_series(self) -> None:
        """The series that can stand below the lanes, the one in use checked."""
        menu = self.series.menu()
        menu.clear()
        drawing = self.canvas.drawing
        now = drawing.strip.ref if drawing and drawing.strip else "none"
        for ref, title in (("none", self.tr("No series")), *(c[:2] for c in choices(self.library))):
            action = QAction(title.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(ref == now)
            action.triggered.connect(lambda _=False, chosen=ref: self.show_series(chosen))
            menu.addAction(action)

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
        canvas.lane_folded.connect(self.toggle_lane)
        canvas.more_asked.connect(self.toggle_bars)
        canvas.lane_asked.connect(self._open_lane_menu)
        canvas.resized.connect(self._relay)
        self.minimap.brushed.connect(self._brush)
        self.count.clicked.connect(self.clear_filter)
        self.filter_button.clicked.connect(self.open_filter)
        self.play.clicked.connect(self.toggle_play)
        self.farther.clicked.connect(lambda: canvas.zoom(-1))
        self.closer.clicked.connect(lambda: canvas.zoom(1))
        self.whole.clicked.connect(canvas.fit)
        self.table.clicked.connect(self.toggle_table)

    def _dress(self) -> None:
        side = round(16 * self.look.scale)
        for button in self._buttons():
            name = button.objectName()
            name = "pause" if button is self.play and self.is_playing() else name
            button.setIcon(self.look.icon(name, "text-quiet", 16))
            button.setIconSize(QSize(side, side))
            button.setFont(self.look.font("caption"))
        gap = self.look.space(1)
        self._bar.setSpacing(gap // 2)
        self._bar.setContentsMargins(gap, gap // 2, gap, gap // 2)
        self._bar.setStretchFactor(self.minimap, 1)
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
        return self._twin

    # ------------------------------------------------------------------------ the lens

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Show the years, the moment, the item, the filter and the lanes of the lens."""
        if self._shown is None or old is None or _contents_key(new) != _contents_key(old):
            self._shown = filtered(self._all, Filter.of(new), self.library)
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
            self.twin.set_current(new.item)

    def _as_table(self, lens: Lens) -> bool:
        return lens.option("timeline") == "table"

    def drawing(self, lens: Lens, width: float, height: float) -> Drawing:
        """The contents of a lens, laid out for a size."""
        shown = filtered(self._all, Filter.of(lens), self.library)
        return self._drawing(shown, lens, width, height)

    def _drawing(self, shown: Contents, lens: Lens, width: float, height: float) -> Drawing:
        folded = _folded(lens)
        all_bars = lens.option("bars") == "all"
        strip = self._strip(lens, height)
        sentence = self._first_sentence
        return Drawing(
            shown, self.look, width, height, _order(lens), folded, all_bars, sentence, strip
        )

    def _strip(self, lens: Lens, height: float) -> Strip | None:
        """The series that the lens asks for; on a high page without a wish the first one."""
        wanted = lens.option("strip")
        if not wanted and height >= HIGH * self.look.scale:
            wanted = first_choice(self.library)
        return strip_of(self.library, wanted) if wanted else None

    def _relay(self) -> None:
        """Lay out anew if contents, size, look or lanes are others than before."""
        lens, size = self.session.lens, self.canvas.viewport().size()
        key = (_contents_key(lens), _lanes_key(lens), size, id(self.look))
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
        self.count.setVisible(wanted.is_on)
        self.count.setText(words.count(shown, len(self._all.marks)))
        self.count.setToolTip(self.tr("Show all events (X)"))
        self.table.setChecked(self._as_table(lens))
        self.minimap.show_view(self.canvas.view, lens.moment)
        self.minimap.setAccessibleDescription(self.describe())
        if self.filter_box is not None:
            self.filter_box.show_filter(wanted)

    def _show_links(self, lens: Lens) -> None:
        """Hand the links of the chosen event to the canvas."""
        self.canvas.links = self._links(lens) if self.canvas.drawing else ()

    def _links(self, lens: Lens) -> tuple[Link, ...]:
        kind, _, name = lens.item.partition(":")
        if kind != "event" or self._shown is None:
            return ()
        here = {mark.ref: place for place, mark in enumerate(self._shown.marks)}
        pairs = [(lens.item, f"event:{e.id}", link) for e, link in self.library.links_from(name)]
        pairs += [(f"event:{e.id}", lens.item, link) for e, link in self.library.links_to(name)]
        return tuple(
            (here[one], here[other], link.type)
            for one, other, link in pairs
            if one in here and other in here
        )

    def _first_sentence(self, ref: str) -> str:
        event = self.library.events.get(ref.partition(":")[2])
        if event is None:
            return ""
        found = _SENTENCE.match(event.summary)
        return found[0] if found else event.summary

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

    def toggle_lane(self, lane: str) -> None:
        """Fold a lane, or open it again."""
        lens = self.session.lens
        folded = _folded(lens) ^ {lane}
        in_order = ",".join(name for name in _order(lens) if name in folded)
        self.session.go(lens.with_option("fold", in_order))

    def move_lane(self, lane: str, way: int) -> None:
        """Put a lane one place up (-1) or down (1)."""
        order = list(_order(self.session.lens))
        place = order.index(lane)
        other = min(max(place + way, 0), len(order) - 1)
        order[place], order[other] = order[other], order[place]
        wanted = "" if tuple(order) == LANES else ",".join(order)
        self.session.go(self.session.lens.with_option("order", wanted))

    def current_lane(self) -> str:
        """The lane of the item with the keyboard, else of the chosen one, else the first."""
        for ref in (self.canvas.current_ref(), self.session.lens.item):
            event = self.library.events.get(ref.removeprefix("event:"))
            if event is not None:
                return event.lane
        return LANES[0]

    def _open_lane_menu(self, lane: str, at: QPoint) -> None:
        menu = QMenu(self)
        is_folded = lane in _folded(self.session.lens)
        for text, act in (
            (self.tr("Open") if is_folded else self.tr("Fold"), lambda: self.toggle_lane(lane)),
            (self.tr("Move up"), lambda: self.move_lane(lane, -1)),
            (self.tr("Move down"), lambda: self.move_lane(lane, 1)),
            (self.tr("Only this lane"), lambda: self.show_only(lane)),
        ):
            action = QAction(text, menu)
            action.triggered.connect(lambda _=False, act=act: act())
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def show_only(self, lane: str) -> None:
        """Filter by one lane."""
        self.session.go(self.session.lens.with_option("lanes", lane))

    def item_span(self) -> tuple[float, float] | None:
        """The days of the chosen event, program or term."""
        shown, item = self._shown or self._all, self.session.lens.item
        for mark in shown.marks:
            if mark.ref == item:
                return mark.first, max(mark.until, mark.last)
        spans = {bar.ref: (bar.first, bar.last) for bar in shown.bars}
        spans |= {term.ref: (term.first, term.last) for term in shown.terms}
        return spans.get(item)

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
        corner = self.filter_button.mapToGlobal(QPoint(self.filter_button.width(), 0))
        self.filter_box.open_above(corner, self.look.space(1))

    def set_filter(self, wanted: Filter) -> None:
        """Show the events that pass a filter."""
        lens = self.session.lens.but(words=wanted.words, place=wanted.place)
        values = {
            "lanes": ",".join(wanted.lanes),
            "significance": str(wanted.significance) if wanted.significance > 1 else "",
            "program": wanted.program,
            "actor": wanted.actor,
        }
        for name in OPTIONS:
            lens = lens.with_option(name, values[name])
        self.session.go(lens)

    def clear_filter(self) -> None:
        """Show all events."""
        self.set_filter(Filter())

    # -------------------------------------------------------------------------- playing

    def is_playing(self) -> bool:
        """Whether the moment moves by itself."""
        return self._timer.isActive()

    def toggle_play(self) -> None:
        """Move from event to event, or stop."""
        if self.is_playing():
            self._timer.stop()
            self.session.settle()
        else:
            self._timer.start(self._pace * 1000)
            self.play_step()
        self._dress()

    def set_pace(self, seconds: int) -> None:
        """How long each event stays."""
        self._pace = seconds
        if self.is_playing():
            self._timer.start(seconds * 1000)

    def play_step(self) -> None:
        """The next event after the one that is looked at; after the last one, stop."""
        upcoming = self._after(self.session.lens)
        if upcoming is None:
            if self.is_playing():
                self.toggle_play()
            return
        record = self.library.events[upcoming.partition(":")[2]]
        self.session.pass_by(item=upcoming, moment=record.date.middle)

    def _after(self, lens: Lens) -> str | None:
        marks = self._shown.marks if self._shown else ()
        refs = [mark.ref for mark in marks]
        if lens.item in refs and marks[refs.index(lens.item)].when.middle == lens.moment:
            following = refs[refs.index(lens.item) + 1 :]
            return following[0] if following else None
        day = lens.moment.toordinal() + 0.5
        return next((mark.ref for mark in marks if mark.day >= day), None)

    # ------------------------------------------------------------------- paper and speech

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the timeline of the lens into *rect*: the years in view, laid out for its size."""
        lens = self.session.lens
        drawing = self.drawing(lens, rect.width(), rect.height())
        old = self.canvas.target() if self.canvas.drawing is not None else None
        view = drawing.sheet.view_of(old.left, old.right) if old else self._view(lens, drawing)
        scene = Scene(view, lens.moment, lens.item)
        painter.save()
        painter.translate(rect.topLeft())
        painter.setClipRect(QRectF(0, 0, rect.width(), rect.height()))
        drawing.ground(painter, scene)
        drawing.playhead(painter, scene)
        drawing.links(painter, scene, self._links(lens))
        drawing.top(painter, scene)
        drawing.link_words(painter, scene, self._links(lens))
        for entry in entries(drawing.contents, drawing.sheet):
            if entry.ref == lens.item:
                drawing.stand_out(painter, scene, entry, "item")
        drawing.axis(painter, scene)
        painter.restore()

    def describe(self) -> str:
        """The years, the moment and the main events in view, in sentences."""
        lens = self.session.lens
        shown = self._shown or self._all
        first, last = first_years(self._all, lens.moment)
        return words.describe(shown, lens.start or first, lens.end or last, lens.moment)


def _contents_key(lens: Lens) -> tuple[str, ...]:
    """What decides which events there are."""
    return (lens.words, lens.place, *(lens.option(name) for name in OPTIONS))


def _lanes_key(lens: Lens) -> tuple[str, ...]:
    """What decides how lanes stand."""
    return tuple(lens.option(name) for name in ("fold", "order", "bars", "strip"))


def _folded(lens: Lens) -> frozenset[str]:
    """The lanes that are folded."""
    return frozenset(filter(None, lens.option("fold").split(",")))


def _order(lens: Lens) -> tuple[str, ...]:
    """The lanes from top to bottom: as the lens wants them, then the others."""
    wanted = [lane for lane in lens.option("order").split(",") if lane in LANES]
    return (*wanted, *(lane for lane in LANES if lane not in wanted))
