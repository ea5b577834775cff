"""The charts page: what can be plotted, one or two charts, and what a figure means."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from explorer.charts import change, flags, guess, specs, tables, together, wanted
from explorer.charts.specs import Drawing, Mark
from explorer.charts.tables import Listing
from explorer.charts.view import acts, changes, guessing, sentences, words
from explorer.charts.view.chooser import Chooser
from explorer.charts.view.commands import COMMANDS
from explorer.charts.view.figure import FigurePanel
from explorer.charts.view.pane import Pane
from explorer.charts.view.parts import Sheet, ink, text_label
from explorer.charts.view.records import Records
from explorer.charts.view.room import Room
from explorer.charts.view.scales import Frame, days_of
from explorer.charts.view.toolbar import Toolbar
from explorer.content.library import Library
from explorer.content.model import Event
from explorer.reader.lens import Lens
from explorer.ui.commands import Command
from explorer.ui.page import Page
from explorer.ui.paint import Look
from explorer.ui.session import Session

if TYPE_CHECKING:
    from explorer.charts.view.prints import Print

NARROW = 1060  # pixels at 100 % text: below, the list folds away and the figure goes under the plot
LOW = 340  # … below this height, the unit and definition go under the plot
FIGURES = 0.46  # … and the figures have at least this share of its height,
AROUND = 66  # beside what days and years around them need, in pixels at 100 % text


class ChartsView(Page):
    """Every chart and series as a plot or a table, every table of the content as a whole.

    The chosen figure or row is explained beside it. The item of the lens is what is shown; the
    options ``point`` (a figure), ``view=table``, ``change``, ``second`` (another chart), ``guess``
    and, while a source or event is open, ``chart`` belong to this page.
    """

    name = "charts"
    COMMANDS: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(
        self, library: Library, session: Session, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(library, session, look, parent)
        self.drawing: Drawing | None = None  # the chart or series in view, changed if asked for
        self.listing: Listing | None = None  # or the table
        self.task: guess.Task | guess.NoTask = guess.NoTask("few")
        self.drawn: dict[str, dict[str, float]] = {}  # what the reader drew, by chart
        self.second: Pane | None = None  # made when first asked for
        self._records: Records | None = None
        self._shown: tuple[str, ...] = ()  # which chart, changed how, at which step of drawing
        self._list_open = False
        self._is_staged = False  # whether an audience looks, which has no use for controls
        self.acts = acts.Acts(self)
        self._build()
        self._set_look()
        self.begin_at(self.plot)

    def title(self) -> str:
        """The page's name on screen."""
        return self.tr("Charts")

    # ------------------------------------------------------------------------------ its parts

    def _build(self) -> None:
        self._room = Room(self, self.look)
        left, middle, right = self._room.sheets
        self.chooser = Chooser(self.library, left)
        left.column.addWidget(self.chooser)
        self._build_middle(middle)
        self.figure = FigurePanel(self.library, self.look, right)
        right.column.addWidget(self.figure)
        self.chooser.chosen.connect(self.acts.open_ref)
        self.chooser.rested.connect(self.acts.pass_ref)
        self.figure.opened.connect(self.acts.follow)

    def _build_middle(self, middle: Sheet) -> None:
        self.list_button = QToolButton(middle)
        self.list_button.setText(self.tr("Charts and series"))
        self.list_button.setCheckable(True)
        self.list_button.toggled.connect(self._open_list)
        self.pane = self._pane(middle)
        self.plot, self.twin, self.stack = self.pane.plot, self.pane.twin, self.pane.stack
        self.headline, self.subline = self.pane.headline, self.pane.subline
        self.legend = self.pane.legend
        self.told = text_label(middle)  # about drawing first
        self.summary, self.remarks = text_label(middle), text_label(middle)
        self.toolbar = Toolbar(middle)
        self.acts.connect_toolbar(self.toolbar)
        middle.column.addWidget(self.list_button)
        middle.column.addWidget(self.pane, 1)
        for widget in (self.told, self.summary, self.remarks, self.toolbar):
            middle.column.addWidget(widget)

    def _pane(self, parent: QWidget) -> Pane:
        pane = Pane(self.library, self.look, parent)
        pane.plot.is_staged = self._is_staged
        pane.chosen.connect(self.acts.choose)
        pane.walked.connect(self.acts.walk_to)
        pane.plot.event_chosen.connect(self.acts.choose_event)
        pane.plot.moment_moved.connect(lambda day: self.session.pass_by(moment=day))
        pane.worded.connect(self._room.settle)  # one layout for new words, then the plot
        pane.plot.moment_left.connect(self.session.settle)
        pane.plot.arranged.connect(self._share_axis)
        pane.plot.drew.connect(self.acts.tell_drawn)
        pane.plot.finished.connect(self.acts.draw_on)
        return pane

    @property
    def records(self) -> Records:
        """The view of whole tables, made when first asked for."""
        if self._records is None:
            self._records = Records(self.library, self.pane)
            self._records.chosen.connect(self.acts.walk_to)
            self.stack.addWidget(self._records)
        return self._records

    def _second_pane(self) -> Pane:
        if self.second is None:
            self.second = self._pane(self._room.middle)
            self.second.plot.strip.bare = True
            self.second.restyle(self.look, large=False)
            self._room.middle.column.insertWidget(2, self.second, 1)
        return self.second

    def _set_look(self) -> None:
        look = self.look
        self._room.restyle(look)
        fonts = ((self.told, "body"), (self.summary, "body"), (self.remarks, "small"))
        for label, size in fonts:
            label.setFont(look.font(size))
            ink(label, look, "text-quiet" if label is self.remarks else "text")
        self.list_button.setFont(look.font("small"))
        self.chooser.restyle(look)
        self.toolbar.restyle(look)

    # -------------------------------------------------------------------------------- the lens

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Draw another chart, ring another figure or move the moment, as the lens differs."""
        ref = self.ref_of(new)
        if ref.startswith("table:"):
            self._show_table(ref, new)
            return
        shown = (ref, *(new.option(name) for name in ("change", "guess", "second")))
        if old is None or self.drawing is None or self._shown != shown:
            self._show_drawing(ref, new)
            self._shown = shown
        elif new.moment != old.moment:
            for pane in self.panes():
                pane.plot.show_moment(new.moment)
        self._show_events(new)
        self._show_key(new)
        self._show_view(new)

    @property
    def ref(self) -> str:
        """The chart, series or table in view."""
        shown = self.drawing or self.listing
        return shown.ref if shown else ""

    def shown(self) -> str:
        """The chart, series or table that is shown, whatever the item is."""
        self.draw()
        return self.ref

    def told_figure(self) -> str:
        """The figure that is ringed, chosen by the reader or by the moment; none while drawing."""
        self.draw()
        return self.plot.key if self.has_figures() and not self.is_drawing() else ""

    def ref_of(self, lens: Lens) -> str:
        """The chart, series or table that a lens means."""
        return wanted.ref(self.library, lens, self.ref)

    def panes(self) -> tuple[Pane, ...]:
        """The charts in view: one or two."""
        both = self.second is not None and not self.second.isHidden()
        return (self.pane, self.second) if both and self.second is not None else (self.pane,)

    def has_figures(self) -> bool:
        """Whether a chart is in view that has figures to show."""
        return self.drawing is not None and bool(self.drawing.marks)

    def is_drawing(self) -> bool:
        """Whether the reader draws, and the figures asked for are not shown yet."""
        return self.plot.is_asking

    # ---------------------------------------------------------------------------------- tables

    def _show_table(self, ref: str, lens: Lens) -> None:
        """Show all rows of a table, one of them in full beside it."""
        if self.listing is None or self.listing.ref != ref:
            self.drawing, self._shown = None, ()
            self.listing = tables.listing(self.library, ref.partition(":")[2])
            self.headline.setText(self.listing.title)
            self.subline.setText(words.table_line(self.listing))
            self._set_texts()
            self.records.show_listing(self.listing, self.look)
            self.chooser.show_ref(ref)
        self.records.show_key(lens.option("point"))
        if not self._show_source(lens) and self.listing.rows:
            row = self.listing.rows[self.records.number(lens.option("point"))]
            self.figure.show_row(self.listing, row, self.look)
        self._show_second(None, lens)
        self.stack.setCurrentWidget(self.records)
        self.begin_at(self.records)
        self.pane.about.hide()
        self.legend.hide()
        chart = specs.chart_of_table(self.library, ref)
        self.toolbar.show_dated(chart, in_list=True)
        self.toolbar.setVisible(bool(chart) and not self._is_staged)

    def _set_texts(self, told: str = "", summary: str = "", remarks: str = "") -> None:
        for label, text in ((self.told, told), (self.summary, summary), (self.remarks, remarks)):
            label.setText(text)
            label.setVisible(bool(text) and not self._is_staged)

    # ---------------------------------------------------------------------------------- charts

    def _show_drawing(self, ref: str, lens: Lens) -> None:
        plain = specs.drawing(self.library, ref)
        self.listing = None
        self.task = guess.task(plain)
        step = lens.option("guess") if isinstance(self.task, guess.Task) else ""
        changed = plain if step else change.apply(self.library, plain, lens.option("change"))
        refused = changes.reason(changed) if isinstance(changed, change.Refusal) else ""
        self.drawing = plain if isinstance(changed, change.Refusal) else changed
        if step == "draw" and isinstance(self.task, guess.Task):
            self._ask(plain, self.task, lens.moment)
        else:
            self._draw(self.drawing, lens.moment, refused)
            self._show_drawn(step)
        self._show_second(None if step == "draw" else lens.option("second"), lens)
        self.chooser.show_ref(ref)

    def _ask(self, plain: Drawing, task: guess.Task, moment: date) -> None:
        """Show the beginning of a line, and let the reader draw the rest."""
        self.drawing = guessing.begun(plain, task)
        chart = self.library.charts.get(plain.ref.partition(":")[2])
        title = (chart.short_title or chart.title) if chart else plain.title
        self.pane.show_drawing(self.drawing, moment, guessing.only(plain, task), title)
        self.plot.ask(task, self.drawn.setdefault(plain.ref, {}), asking=True)
        self._set_texts(guessing.asked(task), remarks=words.key_line(self.drawing))

    def _draw(self, drawing: Drawing, moment: date, refused: str) -> None:
        self.plot.hold()  # the words around it settle first
        lines = (refused, changes.remarks(drawing), drawing.note)
        self._set_texts(
            summary=sentences.summary(drawing) if drawing.marks else "",
            remarks=" ".join(line for line in lines if line),
        )
        self.pane.show_drawing(drawing, moment)

    def _show_drawn(self, step: str) -> None:
        """The reader's line over the figures, and in words how they differ."""
        drawn = self.drawn.get(self.ref, {})
        if step != "shown" or not isinstance(self.task, guess.Task) or self.drawing is None:
            return
        self.plot.ask(self.task, drawn, asking=False)
        found = guess.compare(self.task, drawn)
        self.told.setText(guessing.compared(found, self.drawing))
        self.told.show()

    def _show_second(self, ref: str | None, lens: Lens) -> None:
        """Another chart below, on the same time axis; none where the two cannot stand together."""
        other = specs.drawing(self.library, ref) if ref and self.library.has(ref) else None
        pair = together.pair(self.drawing, other) if other and self.drawing else None
        if other is None or pair is None or pair.reason in ("same", "not-in-time"):
            if self.second is not None:
                self.second.hide()
            self.plot.share(None)
            self._set_least()
            return
        changed = change.apply(self.library, other, lens.option("change"))
        pane = self._second_pane()
        pane.show()
        self._set_least()
        pane.show_drawing(other if isinstance(changed, change.Refusal) else changed, lens.moment)
        if pair.reason == "no-shared-years":
            note = self.tr("The two charts have no year in common.")
            self.remarks.setText(f"{self.remarks.text()} {note}".strip())
        self._share_axis()

    def _share_axis(self) -> None:
        """One time axis for both charts, with the same room left and right of it."""
        panes = self.panes()
        drawings = [pane.drawing for pane in panes if pane.drawing is not None]
        if len(drawings) < 2 or self.second is None:
            return
        spans = [days_of(drawing) for drawing in drawings]
        plots = [pane.plot for pane in panes]
        frame = Frame(
            min(first for first, _ in spans),
            max(last for _, last in spans),
            max(plot.scales.left_room() for plot in plots),
            max(plot.scales.right_room(plot.ink.names) for plot in plots),
        )
        for plot in plots:
            plot.share(frame)

    def _show_events(self, lens: Lens) -> None:
        """Marks for the events that have to do with the chart, the chosen one first."""
        assert self.drawing is not None
        found, chosen = (
            list(flags.events(self.library, self.drawing)),
            wanted.event(self.library, lens),
        )
        if self.is_drawing():  # their titles may tell the figures
            found, chosen = [], None
        if chosen is not None:
            found = [chosen, *(event for event in found if event.id != chosen.id)]
        for pane in self.panes():
            pane.plot.show_events(found, f"event:{chosen.id}" if chosen else "")

    def events(self) -> tuple[Event, ...]:
        """The events that are marked on the time axis."""
        return self.plot.events

    def _show_key(self, lens: Lens) -> None:
        assert self.drawing is not None
        found = self.found(lens.option("point"))
        drawing, mark = found or (self.drawing, wanted.mark(self.drawing, lens.moment))
        for pane in self.panes():
            pane.show_key(mark.key if mark else "", mark)
        event = wanted.event(self.library, lens)
        if self.is_drawing() and isinstance(self.task, guess.Task):
            self.figure.show_task(drawing, self.task, self.look)
        elif event is not None and lens.option("chart"):
            self.figure.show_event(event, self.look)
        elif not self._show_source(lens):
            self.figure.show_figure(drawing, mark, self.events(), self.look)

    def _show_source(self, lens: Lens) -> bool:
        """Show the source that is open, if one is."""
        kind, _, name = lens.item.partition(":")
        is_source = kind == "source" and name in self.library.sources
        if is_source:
            self.figure.show_source(self.library.sources[name], self.look)
        return is_source

    def found(self, key: str) -> tuple[Drawing, Mark] | None:
        """The figure of that name, on the chart where it stands."""
        for pane in self.panes():
            mark = pane.drawing.mark(key) if pane.drawing is not None else None
            if mark is not None and pane.drawing is not None:
                return pane.drawing, mark
        return None

    def _show_view(self, lens: Lens) -> None:
        as_table = lens.option("view") == "table"
        has_figures = self.has_figures()
        for pane in self.panes():
            pane.show_table(as_table)
        begin = self.twin if as_table else self.plot
        self.begin_at(begin if has_figures else self.figure)
        self.toolbar.setVisible(has_figures and not self._is_staged)
        self.toolbar.show_table(as_table)
        self.toolbar.show_dated(self.drawing.table if self.drawing else "", in_list=False)
        self.toolbar.compare.setChecked(len(self.panes()) > 1)
        self.toolbar.change.setChecked(bool(self.drawing and self.drawing.changes))
        refused = guessing.refused(self.task) if isinstance(self.task, guess.NoTask) else ""
        self.toolbar.show_draw("" if refused else lens.option("guess"), refused)

    def describe(self) -> str:
        """The chart in sentences, with the chosen figure."""
        self.draw()
        if not self.ref:
            return self.title()
        head: list[QLabel] = [self.subline, self.told, self.pane.nothing]
        below = [self.summary]
        if len(self.panes()) > 1 and self.second is not None:
            below += [self.second.headline, self.second.subline]
        paragraphs = (
            " ".join([f"{self.headline.text()}.", *_texts(head)]),
            " ".join(_texts([*below, self.remarks])),
        )
        return "\n".join(filter(None, paragraphs)) + "\n\n" + self.figure.toPlainText()

    # ---------------------------------------------------------------------------- look and room

    def restyle(self, look: Look) -> None:
        """Take another look and draw again."""
        self.look = look
        self.drawing = self.listing = None
        self._set_look()
        self._arrange()
        super().restyle(look)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Fold the list away where the page is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def set_stage(self, is_on: bool) -> None:
        """Leave out the controls that an audience has no use for, or bring them back."""
        self._is_staged = is_on
        for pane in (self.pane, self.second):
            if pane is not None:
                pane.plot.is_staged = is_on
        usable = self.has_figures() or (self.listing is not None and bool(self.toolbar.dated_ref))
        self.toolbar.setVisible(usable and not is_on)
        self._arrange()

    def close_list(self) -> None:
        """Fold the list away again, where it was opened over a narrow page."""
        self._open_list(False)

    def _open_list(self, opened: bool) -> None:
        self._list_open = opened
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < NARROW * self.look.scale and not self._is_staged
        cramped = self._is_cramped()
        large = not narrow and not self._is_staged
        column = self._room.middle.column
        column.removeWidget(self.list_button)
        column.insertWidget(column.count() if cramped else 0, self.list_button)
        self.list_button.setVisible(narrow)
        self.list_button.setChecked(self._list_open)
        self.pane.restyle(self.look, large=large, cramped=cramped)
        self._room.arrange(narrow, self._list_open, self._is_staged)
        if self.second is not None:
            self.second.restyle(self.look, large=False)
        self._set_least()

    def _is_cramped(self) -> bool:
        """Whether text is so large, or the page so low, that figures come before all other words."""
        return self.height() < LOW * self.look.scale and not self._is_staged

    def _set_least(self) -> None:
        """How high plots are at least; with less room the page scrolls."""
        both, scale = len(self.panes()) > 1, self.look.scale
        share = 0.2 if self._is_staged else 0.4 if both else 0.55
        least = round(min((180 if both else 240) * scale, self.height() * share))
        if self._is_cramped() and not both:
            least = max(least, round(self.height() * FIGURES + AROUND * scale))
        for pane in self.panes():
            pane.stack.setMinimumHeight(least)

    # --------------------------------------------------------------------------------- pictures

    def print_of(self, look: Look | None = None) -> Print | None:
        """The charts in view as a picture to hand on, in another *look* if one is given.

        None while a whole table is shown, or a chart none of whose figures could be read.
        """
        from explorer.charts.view.prints import Drawn, Print  # only where one is asked for

        self.draw()
        charts = [
            Drawn(pane.drawing, pane.headline.text(), pane.subline.text(), pane.plot)
            for pane in self.panes()
            if pane.drawing is not None
        ]
        if not self.has_figures():
            return None
        reading = dict.fromkeys(words.reading(chart.drawing) for chart in charts)
        texts = (self.summary.text(), self.told.text(), self.remarks.text(), *reading)
        return Print(self.library, look or self.look, charts, texts, self.session.lens.link())

    def paint_chart(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the charts alone, with title, unit, words, definition, sources, version and link."""
        shown = self.print_of()
        if shown is None:
            self.paint(painter, rect)
        else:
            shown.paint(painter, rect)


def _texts(labels: list[QLabel]) -> list[str]:
    """What some labels say, as far as they say anything."""
    return [label.text() for label in labels if label.text()]
