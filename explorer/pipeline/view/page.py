"""The pipeline page: the diagram of the moment, and its table twin."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import ClassVar, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from explorer.content.library import Library
from explorer.pipeline.layout import Plan, full, overview
from explorer.pipeline.moment import Mark, Moment, mark, moment_on
from explorer.pipeline.view import words
from explorer.pipeline.view.diagram import Diagram
from explorer.pipeline.view.drawing import Drawing
from explorer.pipeline.view.state import State
from explorer.pipeline.view.table import Twin
from explorer.reader.lens import Lens
from explorer.ui.commands import Command
from explorer.ui.page import Page
from explorer.ui.paint import Look
from explorer.ui.session import Session
from explorer.ui.words import QT_TRANSLATE_NOOP

FULL: Final = ("full", "fit")


class PipelineView(Page):
    """The path from fingerprint to removal at the moment of the lens.

    The lens option ``detail=full`` shows every step, ``detail=fit`` with text small enough that
    all of them are in sight; otherwise the nine boxes of the overview.
    """

    name = "pipeline"
    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            id="pipeline-detail",
            words=QT_TRANSLATE_NOOP("Command", "All steps of the &pipeline"),
            run=lambda page: page.toggle_detail(),
            menu="view",
            keys=("D",),
            checked=lambda page: page.session.lens.option("detail") in FULL,
        ),
        Command(
            id="pipeline-fit",
            words=QT_TRANSLATE_NOOP("Command", "All steps &in sight at once"),
            run=lambda page: page.toggle_fit(),
            menu="view",
            keys=("Shift+D",),
            checked=lambda page: page.session.lens.option("detail") == "fit",
        ),
        Command(
            id="table-twin",
            words=QT_TRANSLATE_NOOP("Command", "As a &table"),
            run=lambda page: page.toggle_table(),
            menu="view",
            keys=("T",),
            checked=lambda page: page.session.lens.option("pipeline") == "table",
        ),
    )

    def __init__(
        self, library: Library, session: Session, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(library, session, look, parent)
        self._plans: dict[str, Plan] = {}
        self._moment: Moment | None = None
        self.diagram = Diagram(library, look, self)
        self.diagram.setAccessibleName(self.title())
        self.diagram.chosen.connect(self._choose)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.diagram)
        self._corner = self._make_corner()
        self.begin_at(self.diagram)
        self.setTabOrder(self.diagram, self.fit_button)
        self.setTabOrder(self.fit_button, self.detail_button)
        self.setTabOrder(self.detail_button, self.table_button)

    @cached_property
    def twin(self) -> Twin:
        """The table; it takes 8 ms to make, so it is made when it is first asked for."""
        twin = Twin(self.library, self.look, self)
        twin.chosen.connect(self._choose)
        self.setTabOrder(self.table_button, twin)
        return twin

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

    def _make_corner(self) -> QWidget:
        """Two buttons at the right of the title, for the pointer."""
        corner = QWidget(self)
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.fit_button = self._button(self.tr("Fit"), self.toggle_fit, row)
        self.detail_button = self._button(self.tr("All steps"), self.toggle_detail, row)
        self.table_button = self._button(self.tr("Table"), self.toggle_table, row)
        self.fit_button.setToolTip(self.tr("Make all steps small enough to see at once (Shift+D)"))
        self.fit_button.hide()
        self.detail_button.setToolTip(self.tr("Show every step and arrow (D)"))
        self.table_button.setToolTip(self.tr("Show the arrows as a table (T)"))
        return corner

    def _button(self, text: str, run: Callable[[], None], row: QHBoxLayout) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setCheckable(True)
        button.setProperty("role", "tab")
        button.clicked.connect(run)
        row.addWidget(button)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the buttons in their corner."""
        super().resizeEvent(event)
        self._place_corner()

    def _place_corner(self) -> None:
        """Put the buttons at the right of the title; in a narrow pane the keys have to do."""
        font = self.look.font("small")
        for button in (self.fit_button, self.detail_button, self.table_button):
            button.setFont(font)
        self._corner.adjustSize()
        width = self._corner.width()
        self._corner.setVisible(width < 0.3 * self.width())
        self.diagram.reserved = float(width) if width < 0.3 * self.width() else 0.0
        edge = self.look.space("m")
        self._corner.move(self.width() - width - edge // 2, edge // 2)
        self._corner.raise_()
        if "_sheet" in vars(self):
            self._make_room_for_corner()
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
        """The overview, or the full diagram where the lens asks for it."""
        kind = "full" if lens.option("detail") in FULL else "overview"
        if kind not in self._plans:
            self._plans[kind] = full(self.library) if kind == "full" else overview(self.library)
        return self._plans[kind]

    def state(self, lens: Lens) -> State:
        """What is painted for a lens."""
        if self._moment is None or self._moment.day != lens.moment:
            self._moment = moment_on(self.library, lens.moment)
        return State(self._moment, mark(self.library, self.plan(lens), lens.item))

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Show the moment, the item and the detail of the lens."""
        state = self.state(new)
        plan = self.plan(new)
        detail = new.option("detail")
        if old is None or old.option("detail") != detail:
            self.diagram.look = self.look
            self.diagram.fitted = detail == "fit"
            self.fit_button.setVisible(plan.kind == "full")
            self._place_corner()
            self.diagram.show_plan(plan, state)
        else:
            self.diagram.show_state(state)
        self._follow_item(state.mark, new, old)
        as_table = new.option("pipeline") == "table"
        if as_table:
            self._show_table(state)
        self._stack.setCurrentWidget(self._sheet if as_table else self.diagram)
        self.detail_button.setChecked(plan.kind == "full")
        self.fit_button.setChecked(detail == "fit")
        for button in (self.fit_button, self.detail_button):
            button.setEnabled(not as_table)
        self.table_button.setChecked(as_table)
        self.begin_at(self.twin if as_table else self.diagram)
        self.diagram.setAccessibleDescription(words.describe(state.moment, self.library))

    def _show_table(self, state: State) -> None:
        self._restyle_sheet()
        self.twin.show_state(state)
        self._heading.setText(f"{words.title(state.moment)}. {words.era(state.moment)}")

    def _restyle_sheet(self) -> None:
        self.twin.restyle(self.look)
        self._heading.setFont(self.look.font("lead", bold=True))
        edge = self.look.space("m")
        column = self._sheet.layout()
        if column is not None:
            column.setContentsMargins(edge, edge, edge, edge)
        self._make_room_for_corner()

    def _follow_item(self, found: Mark, new: Lens, old: Lens | None) -> None:
        """Give the keyboard to the chosen box, so that arrow keys go on from it."""
        if (old is None or new.item != old.item) and len(found.spots) == 1:
            self.diagram.set_current(next(iter(found.spots)))

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the diagram of the lens into *rect*, smaller where it would not fit."""
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
        drawing.paint(painter, self.state(lens), self.library, QPointF(0, 0))
        painter.restore()

    def _drawing(self, lens: Lens, width: float, height: float) -> Drawing:
        notices, fitted = self.diagram.notices, lens.option("detail") == "fit"
        return Drawing(self.plan(lens), self.look, width, height, 0.0, notices, fitted)

    def describe(self) -> str:
        """The diagram in sentences: date, era, what changed, and how each step leads on."""
        lens = self.session.lens
        plan, state = self.plan(lens), self.state(lens)
        parts = [words.describe(state.moment, self.library)]
        parts += [words.spot_sentence(spot, plan, state.moment) for spot in plan.spots.values()]
        return " ".join(parts)

    def toggle_detail(self) -> None:
        """Change between the overview and all steps."""
        detail = "" if self.session.lens.option("detail") in FULL else "full"
        self.session.go(self.session.lens.with_option("detail", detail))

    def toggle_fit(self) -> None:
        """Change between all steps in sight at once and all steps in text of the usual size."""
        detail = "full" if self.session.lens.option("detail") == "fit" else "fit"
        self.session.go(self.session.lens.with_option("detail", detail))

    def toggle_table(self) -> None:
        """Change between the diagram and its table."""
        twin = "" if self.session.lens.option("pipeline") == "table" else "table"
        self.session.go(self.session.lens.with_option("pipeline", twin))

    def _choose(self, item: str) -> None:
        self.session.look(item=item)
