"""The page of places: a form of the map, what it means, the chosen place, the strip of time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import ClassVar, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.content.library import Library
from explorer.places import chosen
from explorer.places.view import commands
from explorer.places.view import mapwords as words
from explorer.places.view.finder import Finder
from explorer.places.view.forms import FORMS, Form, form_of
from explorer.places.view.player import PACES, Player
from explorer.places.view.sides import Sides
from explorer.places.view.strip import Strip
from explorer.reader.lens import Lens
from explorer.ui.commands import Command
from explorer.ui.divider import Switch
from explorer.ui.ground import Sheet
from explorer.ui.page import Page
from explorer.ui.paint import Look
from explorer.ui.session import Session
from explorer.ui.widgets import ElidedLabel

WIDE: Final = 820  # pixels at 100 %: with less the sides stand under the map
SIDE: Final = 300
LOW: Final = 480  # pixels of height at 100 %: with less only the headline stands over the map
ANY: Final = 16777215
STAGE_SIDE: Final = 0.36  # of the width before an audience


class PlacesView(Page):
    """Where fingerprints were checked on the day of the lens, in the form of ``x.places``."""

    name = "places"
    COMMANDS: ClassVar[tuple[Command, ...]] = commands.COMMANDS

    def __init__(
        self,
        library: Library,
        session: Session,
        look: Look,
        panes: Mapping[str, Page] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(library, session, look, parent)
        self.panes = dict(panes or {})
        self.forms: dict[str, Page] = {}
        self.player = Player(library, session, self)
        self._is_staged = False
        self._ordered: Page | None = None  # the form whose controls Tab comes to in their turn
        self._build()
        self._connect()
        self._set_look()

    def title(self) -> str:
        """The page's name on screen."""
        return self.tr("Places")

    # ------------------------------------------------------------------------------- its parts

    def _build(self) -> None:
        self.main, self.foot = Sheet(self.look, self), Sheet(self.look, self)
        self.headline, self.subline = ElidedLabel("", self.main), QLabel(self.main)
        self.subline.setWordWrap(True)
        self.finder = Finder(self.library, self.main)
        self.stack = QStackedWidget(self.main)
        self.sides = Sides(self.library, self.session, self.look, self.panes, self)
        self.strip = Strip(self.library, self.look, self.foot)
        self.play = self._play_button()
        self.switch = Switch("places-turn", self)
        self.switch.setAccessibleName(self.tr("Shown part"))
        self.switch.setProperty("role", "switch")
        self.switch.changed.connect(self._arrange)
        self._lay_out()

    def _lay_out(self) -> None:
        self._top = QHBoxLayout()
        self._top.addWidget(self.headline, 1)
        self._tabs = self._form_buttons()
        self._turns = QWidget(self.main)
        row = QHBoxLayout(self._turns)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in self._tabs.values():
            row.addWidget(button)
        self._tools = QHBoxLayout()
        self._tools.addWidget(self.subline, 1)
        self._tools.addWidget(
            self.finder, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        )
        self.main.column.addLayout(self._top)
        self.main.column.addWidget(self._turns, 0, Qt.AlignmentFlag.AlignLeft)
        self.main.column.addLayout(self._tools)
        self.main.column.addWidget(self.stack, 1)
        row = QHBoxLayout()
        row.addWidget(self.play, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.strip, 1)
        self.foot.column.addLayout(row)
        self._inner = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._inner.addWidget(self.main, 3)
        self._inner.addWidget(self.sides, 2)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(self._inner, 1)
        self._column.addWidget(self.foot)

    def _form_buttons(self) -> dict[str, QToolButton]:
        """A button for each form; one of them is down."""
        group = QButtonGroup(self)
        made = {}
        for form in FORMS:
            button = QToolButton(self.main)
            button.setText(form.text())
            button.setCheckable(True)
            button.setProperty("role", "tab")
            button.clicked.connect(self._turner(form))
            group.addButton(button)
            made[form.name] = button
        return made

    def _turner(self, form: Form) -> Callable[[], None]:
        return lambda: self.turn(form.name)

    def _play_button(self) -> QToolButton:
        button = QToolButton(self.foot)
        button.setAutoRaise(True)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        menu = QMenu(button)
        for seconds in PACES:
            action = QAction(words.pace(seconds), menu)
            action.triggered.connect(lambda _=False, pace=seconds: self.player.set_pace(pace))
            menu.addAction(action)
        button.setMenu(menu)
        return button

    def _connect(self) -> None:
        self.sides.legend.turned.connect(self.lay)
        self.sides.walk.clicked.connect(self.walk_here)
        self.finder.found.connect(lambda ref: self.session.look(item=ref))
        self.finder.missed.connect(self._miss)
        self.play.clicked.connect(self.toggle_play)
        self.player.turned.connect(self._show_playing)
        self.strip.chosen.connect(lambda day: self.session.nudge(moment=day))
        self.strip.passed.connect(lambda day: self.session.pass_by(moment=day))
        self.strip.ended.connect(self.session.settle)

    def _miss(self, text: str) -> None:
        told = self.tr("No county, city or state of the list is called “{0}”.")
        self.session.warned.emit(told.format(text))

    # -------------------------------------------------------------------------------- the lens

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Turn to the form that the lens asks for; it follows the session by itself."""
        form = form_of(new)
        shown = self.form(form)
        if self._ordered is not shown:
            self._order(shown)
        self.stack.setCurrentWidget(shown)
        self._tabs[form.name].setChecked(True)
        self.begin_at(shown)
        self.headline.setText(words.headline(self.library, new.moment))
        self.subline.setText(words.subline(self.library, new.moment))
        shown.draw()  # also where the page is not in sight yet, as behind a step of a talk
        self.strip.show_moment(new.moment)
        self.sides.show_lens(new)
        self._arrange()

    def form(self, wanted: Form) -> Page:
        """One of the forms, made when it is first asked for."""
        if wanted.name not in self.forms:
            made = wanted.make(self.library, self.session, self.look, self.stack)
            self.forms[wanted.name] = made
            made.set_stage(self._is_staged)
            self.stack.addWidget(made)
        return self.forms[wanted.name]

    def _order(self, form: Page) -> None:
        """Let Tab go through the page's own controls, then the form, then the card."""
        self._ordered = form
        legend = self.sides.legend.layers.values()
        own = [self.switch, *self._tabs.values(), self.finder, self.play, self.strip]
        own += [self.sides.counts, *legend, self.sides.here, self.sides.walk]
        parts = (form, *self.panes.values())
        for one, other in pairwise([*own, *(stop for part in parts for stop in stops(part))]):
            QWidget.setTabOrder(one, other)

    def describe(self) -> str:
        """What the form in view says, and the chosen place."""
        self.draw()
        told = [self.form(form_of(self.session.lens)).describe()]
        card = self.panes.get("card")
        if card is not None and self.session.lens.item:
            told.append(card.describe())
        return "\n\n".join(told)

    def shown(self) -> str:
        """The chosen item, else the county list."""
        return self.session.lens.item or "table:activation"

    # ------------------------------------------------------------------------ what readers do

    def turn(self, form: str) -> None:
        """Show the places in another form."""
        plain = FORMS[0].name
        self.session.go(self.session.lens.with_option("places", "" if form == plain else form))

    def toggle_table(self) -> None:
        """The table, or back to the map."""
        self.turn("map" if self.session.lens.option("places") == "table" else "table")

    def lay(self, layer: str, is_on: bool) -> None:
        """Lay a layer on the map, or take it away."""
        self.session.go(chosen.with_layer(self.session.lens, layer, is_on))

    def find_place(self) -> None:
        """Begin to type the name of a place."""
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.finder.selectAll()

    def walk_here(self) -> None:
        """Take the chosen place into the case walk, on the same day."""
        found = chosen.place(self.library, self.session.lens)
        if found is not None:
            self.session.look(page="casewalk", place=f"place:{found.id}")

    def toggle_play(self) -> None:
        """Let the months go by, or stop."""
        self.player.toggle()

    def _show_playing(self) -> None:
        playing = self.player.is_playing()
        told = self.tr("Stop (P)") if playing else self.tr("Play month by month (P)")
        self.play.setToolTip(told)
        self.play.setAccessibleName(told)
        self.play.setIcon(self.look.icon("pause" if playing else "play", "text", 18))

    # --------------------------------------------------------------------------- look and room

    def set_stage(self, is_on: bool) -> None:
        """Show an audience the map and its legend, as large as they get, and no controls."""
        self._is_staged = is_on
        for form in self.forms.values():
            form.set_stage(is_on)
        for pane in self.panes.values():
            pane.set_stage(is_on)
        self.sides.set_stage(is_on)
        for part in (self.finder, self.play, self._turns, *self._tabs.values()):
            part.setHidden(is_on)
        self._set_look()

    def restyle(self, look: Look) -> None:
        """Take another look, forms and panes and all."""
        self.look = look
        self._set_look()
        for part in (*self.forms.values(), *self.panes.values()):
            part.restyle(look)
        super().restyle(look)

    def _set_look(self) -> None:
        look = self.look
        gap = look.space(3)
        self.main.restyle(look, gap)
        self.foot.restyle(look, look.space(2))
        self.headline.setFont(look.font("lead" if self._is_staged else "heading", bold=True))
        self.subline.setFont(look.font("small"))
        self.finder.restyle(look)
        self.sides.restyle(look)
        self.strip.restyle(look)
        for button in self._tabs.values():
            button.setFont(look.font("small"))
        self.play.setIconSize(QSize(round(18 * look.scale), round(18 * look.scale)))
        self._show_playing()
        edge = 0 if self._is_staged else gap
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(gap)
        self._inner.setSpacing(gap)
        self.switch.setFont(look.font("small"))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Arrange for the new size."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Sides beside the map where there is room; else the two take turns."""
        if self._is_staged:
            self._arrange_stage()
            return
        form = form_of(self.session.lens)
        scale = self.look.scale
        is_wide = self.width() >= WIDE * scale
        both = {"map": self.tr("Places"), "about": self.tr("Legend and card")}
        self.switch.offer({} if is_wide else both)
        turn = self.switch.current()
        self.main.setVisible(turn != "about")
        self.sides.setVisible(turn != "map")
        self.sides.setMinimumWidth(round(SIDE * scale) if is_wide else 0)
        self.sides.setMaximumWidth(round(SIDE * scale) if is_wide else ANY)
        is_low = self.height() < LOW * scale
        self.foot.setVisible(form.has_strip and (turn == "about") == (bool(turn) and is_low))
        self.subline.setHidden(is_low)
        self.sides.legend.setVisible(form.has_legend)
        self._place_turns()

    def _arrange_stage(self) -> None:
        """The map with its legend beside it; years and all that can be set are left out."""
        form = form_of(self.session.lens)
        for part in (self.switch, self.foot, self.subline):
            part.hide()
        self.main.show()
        self.sides.setVisible(form.has_legend or bool(self.session.lens.item))
        self.sides.legend.setVisible(form.has_legend)
        width = round(self.width() * STAGE_SIDE)
        self.sides.setMinimumWidth(width)
        self.sides.setMaximumWidth(width)

    def _place_turns(self) -> None:
        """The forms stand beside the headline where both fit, else in a row of their own."""
        wanted = self._turns.sizeHint().width() + self.headline.sizeHint().width()
        beside = wanted + 2 * self.look.space(4) <= self._main_width()
        is_beside = self._top.count() > 1
        if beside and not is_beside:
            self.main.column.removeWidget(self._turns)
            self._top.addWidget(self._turns)
        elif not beside and is_beside:
            self._top.removeWidget(self._turns)
            self.main.column.insertWidget(1, self._turns, 0, Qt.AlignmentFlag.AlignLeft)

    def _main_width(self) -> int:
        """How wide the map's sheet is at the page's size, also before it is laid out."""
        gap = self.look.space(3)
        sides = round(SIDE * self.look.scale) + gap if self.width() >= WIDE * self.look.scale else 0
        return self.width() - 4 * gap - sides


def stops(part: QWidget) -> list[QWidget]:
    """The controls of a part that Tab comes to, in their own order."""
    found: list[QWidget] = []
    stop: QWidget | None = part.nextInFocusChain()
    while stop is not None and stop is not part:
        takes = stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.focusProxy() is None
        if takes and part.isAncestorOf(stop):
            found.append(stop)
        stop = stop.nextInFocusChain()
    return found
