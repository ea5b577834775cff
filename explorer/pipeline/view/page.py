"""The pipeline page: the diagram of the moment, and its table twin."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from explorer.content.library import Library
from explorer.pipeline.layout import Plan
from explorer.pipeline.moment import Mark
from explorer.pipeline.view import numbers, told, words
from explorer.pipeline.view.acts import Acts
from explorer.pipeline.view.commands import COMMANDS
from explorer.pipeline.view.corner import Corner
from explorer.pipeline.view.diagram import Diagram
from explorer.pipeline.view.drawing import Drawing
from explorer.pipeline.view.scene import FULL, Scene, is_comparing
from explorer.pipeline.view.signs import groups_of
from explorer.pipeline.view.state import State
from explorer.pipeline.view.table import Twin
from explorer.reader.lens import Lens
from explorer.ui.commands import Command
from explorer.ui.paint import Look
from explorer.ui.session import Session

if TYPE_CHECKING:  # they are loaded when something is first compared or counted
    from explorer.pipeline.view.counts import CountsPane
    from explorer.pipeline.view.sides import Sides

ROOM: Final = 24  # lines of text: so high is a pane that shows counts below the diagram


class PipelineView(Acts):
    """The path from fingerprint to removal at the moment of the lens.

    The lens option ``detail=full`` shows every step, ``detail=fit`` with text small enough that
    all of them are in sight; otherwise the nine boxes of the overview. ``path`` lights a walked
    way, ``trace`` all that can be reached from a box, ``groups`` names the groups that stand
    otherwise than at first, ``counts`` the published cuts. A second moment or place of the lens
    is shown beside the first, in a diagram of the same size.
    """

    name = "pipeline"
    COMMANDS: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(
        self, library: Library, session: Session, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(library, session, look, parent)
        self.scene = Scene(library)
        self.diagram = Diagram(library, look, self)
        self.diagram.setAccessibleName(self.title())
        self.diagram.chosen.connect(self._choose)
        self._is_staged = False  # whether an audience looks, which has no use for controls
        self._is_hushed = False  # whether a low pane leaves out the words under the diagram
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self.diagram.turned.connect(self.turn_group)
        self.diagram.traced.connect(self.trace)
        self._board = QWidget(self)
        self._column = QVBoxLayout(self._board)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.diagram, 3)
        self._stack.addWidget(self._board)
        self._corner = Corner(self)
        self.detail_button, self.table_button = self._corner.detail, self._corner.table
        self.place_button, self.fit_button = self._corner.place, self._corner.fit
        self.compare_button, self.counts_button = self._corner.compare, self._corner.counts
        self.begin_at(self.diagram)
        for before, after in pairwise((self.diagram, *self._corner.all())):
            self.setTabOrder(before, after)

    @cached_property
    def twin(self) -> Twin:
        """The table; it takes 8 ms to make, so it is made when it is first asked for."""
        twin = Twin(self.library, self.look, self)
        twin.chosen.connect(self._choose)
        self.setTabOrder(self.table_button, twin)
        return twin

    @cached_property
    def sides(self) -> Sides:
        """The second diagram and what differs; made when something is first compared."""
        from explorer.pipeline.view.sides import Sides

        sides = Sides(self.library, self.look, self)
        self._stack.addWidget(sides)
        sides.chosen.connect(self._choose)
        sides.dated.connect(lambda day: self.session.look(moment2=day))
        sides.placed.connect(self._set_second_place)
        sides.ended.connect(self.toggle_compare)
        sides.set_stage(self._is_staged)
        sides.other.chosen.connect(self._choose)
        sides.other.turned.connect(self.turn_group)
        sides.other.traced.connect(self.trace)
        scroll_together(self.diagram, sides.other)
        self._in_tab_order((sides.date, sides.place, sides.end, sides.other, sides.list))
        return sides

    @cached_property
    def counts(self) -> CountsPane:
        """The published numbers below the diagram; made when they are first asked for."""
        from explorer.pipeline.view.counts import CountsPane

        pane = CountsPane(self.library, self.look, self._board)
        pane.picked.connect(self._pick_counts)
        pane.set_stage(self._is_staged)
        pane.chosen.connect(self._choose)
        self._column.addWidget(pane, 2)
        self._in_tab_order((pane.first, pane.second, pane.table))
        return pane

    def _in_tab_order(self, parts: Sequence[QWidget]) -> None:
        """Let the Tab key reach parts that were made late after the buttons of the page."""
        before: QWidget = self.table_button
        for part in parts:
            self.setTabOrder(before, part)
            before = part

    @cached_property
    def _heading(self) -> QLabel:
        """The title over the table; it is never shortened."""
        heading = QLabel(self)
        heading.setWordWrap(True)
        return heading

    @cached_property
    def _head_row(self) -> QHBoxLayout:
        return QHBoxLayout()

    @cached_property
    def _sheet(self) -> QWidget:
        """The table under a heading of its own."""
        sheet = QWidget(self)
        column = QVBoxLayout(sheet)
        column.addLayout(self._head_row)
        self._head_row.addWidget(self._heading)
        column.addWidget(self.twin)
        self._stack.addWidget(sheet)
        return sheet

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the buttons in their corner."""
        super().resizeEvent(event)
        self._share_board()
        self._place_corner()

    def _place_corner(self) -> None:
        """Put the buttons at the right of the title; in a narrow pane the keys have to do."""
        lens = self.session.lens
        can_compare = lens.page != "casewalk"
        width = self._corner.fit_into(self.width(), self.look, can_compare)
        width = 0 if self._is_staged else width
        self._corner.setVisible(width > 0)
        comparing = is_comparing(lens)
        self.diagram.reserved = 0.0 if comparing else float(width)
        edge = self.look.space("m")
        self._corner.move(self.width() - width - edge // 2, edge // 2)
        self._corner.raise_()
        if "_sheet" in vars(self):
            self._make_room_for_corner()
        if comparing:
            self.sides.keep_clear(width)
        self.diagram.relay()

    def _make_room_for_corner(self) -> None:
        """Keep the heading of the table clear of the buttons."""
        edge = self.look.space("m")
        right = self._corner.width() + edge if self._corner.isVisibleTo(self) else edge
        self._head_row.setContentsMargins(0, 0, right, 0)

    def title(self) -> str:
        """The page's name on screen."""
        return self.tr("Pipeline")

    def plan(self, lens: Lens) -> Plan:
        """The overview, or the full diagram with the groups open that the lens asks for."""
        return self.scene.plan(lens)

    def state(self, lens: Lens) -> State:
        """What is painted for a lens."""
        return self.scene.state(lens)

    def light(self, edges: Sequence[str]) -> None:
        """Light a way by its arrows without keeping it in the lens; none to light nothing."""
        if tuple(edges) != self.scene.edges:
            self.scene.edges = tuple(edges)
            if self._drawn is not None and self.isVisible():
                self.show_lens(self.session.lens, self.session.lens)
            else:
                self._drawn = None

    def hush(self, is_hushed: bool) -> None:
        """Leave out the words under the diagram, where a low pane needs its height for the boxes."""
        if is_hushed != self._is_hushed:
            self._is_hushed = is_hushed
            if self._drawn is not None and self.isVisible():
                self.show_lens(self.session.lens, self.session.lens)
            else:
                self._drawn = None

    def set_stage(self, is_on: bool) -> None:
        """Leave out the controls that an audience has no use for, or bring them back."""
        self._is_staged = self.diagram.keeps_size = is_on
        for name in ("sides", "counts"):
            if name in vars(self):
                getattr(self, name).set_stage(is_on)
        self._place_corner()

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Show the moment, the item and the detail of the lens."""
        state, plan = self.state(new), self.plan(new)
        detail, comparing = new.option("detail"), is_comparing(new)
        as_table = new.option("pipeline") == "table"
        self._arrange(new, as_table, state.cuts is not None)
        self._show_diagram(self.diagram, plan, state, detail, old is None)
        if comparing:
            second = self.scene.second_state(new)
            self._show_diagram(self.sides.other, plan, second, detail, old is None)
            self.sides.show_sides(state.moment, second.moment, new.place2)
        if state.cuts is not None:
            self.counts.show_cuts(state.cuts, new.moment)
        self._follow_item(state.mark, new, old)
        if old is None or self._opens_anew(new, old):
            self.diagram.seek(() if comparing else sought(plan, state))
        if as_table:
            self._show_table(state)
        self._check_buttons(new, as_table, plan)
        self.begin_at(self.twin if as_table else self.diagram)
        self.diagram.setAccessibleDescription(self._described(state))

    def _show_diagram(
        self, diagram: Diagram, plan: Plan, state: State, detail: str, anew: bool
    ) -> None:
        if anew or plan is not diagram.plan or diagram.fitted != (detail == "fit"):
            diagram.look = self.look
            diagram.fitted = detail == "fit"
            diagram.show_plan(plan, state)
        else:
            diagram.show_state(state)

    def _arrange(self, lens: Lens, as_table: bool, has_cuts: bool) -> None:
        """Put the diagram alone, beside the second one, or above the counts; or show the table."""
        comparing = is_comparing(lens)
        if comparing and not self.sides.holds(self.diagram):
            self.sides.take(self.diagram)
        elif not comparing and self.diagram.parentWidget() is not self._board:
            self._column.insertWidget(0, self.diagram, 3)
        counted = has_cuts and not as_table
        self.diagram.quiet = comparing or counted or self._is_hushed
        self.diagram.peer = self.sides.other if comparing else None
        if counted or "counts" in vars(self):
            self.counts.setVisible(counted)
        self._share_board()
        if "sides" in vars(self) and self.sides.look is not self.look:
            self.sides.restyle(self.look)
        if "counts" in vars(self) and self.counts.table.look is not self.look:
            self.counts.restyle(self.look)
        shown = self._sheet if as_table else self.sides if comparing else self._board
        self._stack.setCurrentWidget(shown)
        self.place_button.setVisible(bool(lens.place) and lens.page != "casewalk")
        self.fit_button.setVisible(lens.option("detail") in FULL)
        self._place_corner()

    def _share_board(self) -> None:
        """Leave the diagram out where counts alone fill the pane."""
        counted = "counts" in vars(self) and self.counts.isVisibleTo(self._board)
        line = QFontMetrics(self.look.font("small")).height()
        if self.diagram.parentWidget() is self._board:
            shown = not counted or self.height() >= ROOM * line
            self.diagram.setVisible(shown)
            top = 0 if shown else self._corner.sizeHint().height() + self.look.space("m")
            self._column.setContentsMargins(0, top, 0, 0)

    def _check_buttons(self, lens: Lens, as_table: bool, plan: Plan) -> None:
        self.detail_button.setChecked(plan.kind == "full")
        self.fit_button.setChecked(lens.option("detail") == "fit")
        self.compare_button.setChecked(is_comparing(lens))
        self.counts_button.setChecked(bool(lens.option("counts")))
        for button in (self.fit_button, self.detail_button):
            button.setEnabled(not as_table)
        self.table_button.setChecked(as_table)

    def _described(self, state: State) -> str:
        parts = [words.describe(state.moment, self.library)]
        if state.moment.place:
            parts.append(told.place(state.moment))
        if state.lit is not None:
            parts.append(told.lit(state.lit, self.plan(self.session.lens)))
        return " ".join(parts)

    def _show_table(self, state: State) -> None:
        self._restyle_sheet()
        lens = self.session.lens
        other = self.scene.second(lens) if is_comparing(lens) else None
        self.twin.show_state(state, other)
        heads = [f"{words.title(state.moment)}. {words.era(state.moment)}."]
        if state.moment.place:
            heads.append(told.place(state.moment))
        if state.cuts is not None:
            heads += [numbers.mismatch(state.cuts, state.moment.day), numbers.caution()]
        if other is not None:
            many = len(told.differences(state.moment, other, self.library))
            heads.append(told.compared(state.moment, other, many))
        self._heading.setText(" ".join(filter(None, heads)))

    def _restyle_sheet(self) -> None:
        self.twin.restyle(self.look)
        self._heading.setFont(self.look.font("lead", bold=True))
        edge = self.look.space("m")
        column = self._sheet.layout()
        if column is not None:
            column.setContentsMargins(edge, edge, edge, edge)
        self._make_room_for_corner()

    def _opens_anew(self, new: Lens, old: Lens) -> bool:
        """Whether what is to be seen first may be somewhere else."""
        return (new.item, new.moment, new.option("detail")) != (
            old.item,
            old.moment,
            old.option("detail"),
        )

    def _follow_item(self, found: Mark, new: Lens, old: Lens | None) -> None:
        """Give the keyboard to the chosen box, so that arrow keys go on from it."""
        if (old is None or new.item != old.item) and len(found.spots) == 1:
            self.diagram.set_current(next(iter(found.spots)))

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the diagram of the lens into *rect*, smaller where it would not fit.

        Two sides that are compared stand beside each other.
        """
        lens = self.session.lens
        if not is_comparing(lens):
            self._paint_side(painter, rect, self.state(lens))
            return
        half = rect.adjusted(0, 0, -rect.width() / 2, 0)
        self._paint_side(painter, half, self.state(lens))
        half.translate(half.width(), 0)
        self._paint_side(painter, half, self.scene.second_state(lens))

    def _paint_side(self, painter: QPainter, rect: QRectF, state: State) -> None:
        lens = self.session.lens
        drawing = self._drawing(lens, rect.width(), rect.height())
        need = max(
            drawing.layout.width / drawing.body.width(),
            drawing.layout.height / drawing.body.height(),
        )
        if need > 1:
            drawing = self._drawing(lens, rect.width() * need, rect.height() * need)
        painter.save()
        painter.setClipRect(rect)
        painter.translate(rect.topLeft())
        painter.scale(1 / max(1.0, need), 1 / max(1.0, need))
        drawing.paint(painter, state, self.library, QPointF(0, 0))
        painter.restore()

    def _drawing(self, lens: Lens, width: float, height: float) -> Drawing:
        notices, fitted = self.diagram.notices, lens.option("detail") == "fit"
        plan = self.plan(lens)
        groups, two = groups_of(self.library, plan), is_comparing(lens)
        return Drawing(plan, self.look, width, height, 0.0, notices, fitted, groups, compared=two)

    def describe(self) -> str:
        """The diagram in sentences: date, era, what changed, and how each step leads on."""
        lens = self.session.lens
        plan, state = self.plan(lens), self.state(lens)
        parts = [self._described(state)]
        if is_comparing(lens):
            second = self.scene.second(lens)
            found = told.differences(state.moment, second, self.library, plan)
            parts.append(told.compared(state.moment, second, len(found)))
            parts += [f"{text}." for _, text in found]
        if state.cuts is not None:
            parts += [f"{numbers.counted(bar)}: {numbers.number(bar)}." for bar in state.cuts.bars]
            parts.append(numbers.caution())
        parts += [words.spot_sentence(spot, plan, state.moment) for spot in plan.spots.values()]
        return " ".join(parts)


def sought(plan: Plan, state: State) -> tuple[str, ...]:
    """The boxes to be seen first: those chosen, or else the ends of the first line that changed."""
    if state.mark.spots:
        return tuple(state.mark.spots)
    if plan.kind == "overview":
        return ()  # it begins at its beginning
    moment = state.moment
    known = moment.research != "not researched"
    changed = [name for name, line in plan.lines.items() if known and moment.line_changed(line)]
    lines = [plan.lines[name] for name in (*state.mark.lines, *changed)]
    return (lines[0].target, lines[0].source) if lines else ()


def scroll_together(one: Diagram, other: Diagram) -> None:
    """Keep two diagrams of one size at the same place."""
    for a, b in ((one, other), (other, one)):
        a.horizontalScrollBar().valueChanged.connect(b.horizontalScrollBar().setValue)
        a.verticalScrollBar().valueChanged.connect(b.verticalScrollBar().setValue)
