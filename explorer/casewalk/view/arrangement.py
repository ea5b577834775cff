"""Where the parts of the page stand: side by side where there is room, else one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from explorer.casewalk.view import words
from explorer.casewalk.view.band import Band
from explorer.casewalk.view.sheet import Sheet, Turns, ink, lines_high, scrolled, text_label
from explorer.casewalk.view.side import BESIDE, SidePanel
from explorer.casewalk.view.tablepanel import TablePanel
from explorer.casewalk.view.walkpanel import WalkPanel
from explorer.casewalk.view.wayline import WayLine
from explorer.ui.page import Page
from explorer.ui.paint import Look

PARTS: Final = ("walk", "person", *BESIDE, "diagram")  # all parts, where one is shown at a time
WIDE: Final = (1080, 500)  # pixels at 100 % text: from there on three columns
TALL: Final = 29  # lines of text: from there on the diagram below them
HIGH: Final = 36  # and from there on with words of its own, and more space around everything
DIAGRAM: Final = (10.8, 12)  # lines that the diagram below has at least: in a low page, in a high
COLUMNS: Final = (21, 34, 45)  # shares of the width
BODY: Final = (66, 34)  # shares of the height: columns, diagram


@dataclass(frozen=True)
class Parts:
    """What is arranged, in the order of reading, which is that of the Tab key."""

    turns: Turns
    band: Band
    person: Sheet
    walk: WalkPanel
    side: SidePanel
    table: TablePanel
    diagram: Page | None


def all_turns(page: QWidget) -> Turns:
    """What turns from one part of a page to another where they have no room side by side."""
    return Turns(words.tr("Shown part"), {name: words.part(name) for name in PARTS}, page)


class Arrangement:
    """The layout of the page, for each size of it."""

    def __init__(self, page: QWidget, parts: Parts) -> None:
        self.page, self.parts, self.look = page, parts, parts.side.look
        self.turns = parts.turns
        self.is_staged = False  # whether an audience looks: the steps and the diagram alone
        self.sheets: dict[str, Sheet] = {
            "person": parts.person,
            "walk": parts.walk,
            "beside": parts.side,
        }
        self.caution = text_label(page)
        self.caution.setText(f"{words.tr(words.CAUTION)} {words.tr(words.PRIVACY)}")
        self.below = Sheet(parts.side.look, page)
        self.way = WayLine(parts.side.look, parts.walk)  # in place of the diagram, on a stage
        self.way.hide()
        parts.walk.column.addWidget(self.way)
        if parts.diagram is not None:
            self.below.column.addWidget(parts.diagram)
        self._lay_out()
        parts.walk.widened.connect(self._fit_steps)

    def _lay_out(self) -> None:
        self._whole = QWidget(self.page)
        self._columns = QHBoxLayout(self._whole)
        self._columns.setContentsMargins(0, 0, 0, 0)
        for share, sheet in zip(COLUMNS, self.sheets.values(), strict=True):
            self._columns.addWidget(sheet, share)
        inside = QWidget(self.page)
        self._body = QVBoxLayout(inside)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.addWidget(self.parts.band)
        self._body.addWidget(self._whole, BODY[0])
        self._body.addWidget(self.below, BODY[1])
        self._body.addWidget(self.parts.table, sum(BODY))
        self.area = scrolled(inside, self.page)
        self._page = QVBoxLayout(self.page)
        self._page.addWidget(self.turns)
        self._page.addWidget(self.area, 1)
        self._page.addWidget(self.caution)

    def restyle(self, look: Look) -> None:
        """Take another look."""
        self.look = look
        ink(self.caution, look, "text-quiet", look.font("small"))
        for sheet in (*self.sheets.values(), self.parts.table, self.parts.band):
            sheet.restyle(look, look.space("m"))
        self.below.restyle(look, look.space("xs"))
        self.turns.restyle(look)
        self.way.restyle(look)
        self._space()

    def _space(self) -> None:
        """Less space around everything where the page is low."""
        look, is_low = self.look, not self.is_high()
        gap, small = look.space("s" if is_low else "m"), look.space("s")
        self._page.setContentsMargins(look.space("m"), gap, look.space("m"), small)
        self._page.setSpacing(small)
        self._body.setSpacing(small)
        self._columns.setSpacing(gap)
        for sheet in self.sheets.values():
            sheet.column.setContentsMargins(look.space("m"), gap, look.space("m"), gap)
            sheet.column.setSpacing(look.space("xs" if is_low else "s"))
        self.below.setMinimumHeight(lines_high(look, DIAGRAM[not is_low]))

    # ---------------------------------------------------------------------------- what has room

    def is_wide(self) -> bool:
        """Whether three columns have room."""
        size, scale = self.page.size(), self.look.scale
        return size.width() >= WIDE[0] * scale and size.height() >= WIDE[1] * scale

    def is_tall(self) -> bool:
        """Whether the diagram has room below them."""
        has_diagram = self.parts.diagram is not None
        return has_diagram and self.page.height() >= lines_high(self.look, TALL)

    def is_high(self) -> bool:
        """Whether there is room for more than must be."""
        return self.page.height() >= lines_high(self.look, HIGH)

    # ------------------------------------------------------------------------------- who stands

    def arrange(self, turn: str, offered: Sequence[str], as_table: bool) -> str:
        """Put everything in its place for the size of the page; the part that is shown beside."""
        if self.is_staged:
            return self._arrange_stage()
        self.way.hide()
        wide = self.is_wide()
        below = wide and self.is_tall()
        self._space()
        self._place_band(wide)
        self._place_diagram(below)
        beside = [n for n in offered if n in BESIDE or (n == "diagram" and not below)]
        self.parts.side.turns.offer(beside if wide else ())
        self.turns.offer(() if wide or as_table else offered)
        shown = turn if turn in (beside if wide else offered) else "others"
        self._show(shown, wide, below, as_table)
        return shown

    def _arrange_stage(self) -> str:
        """The steps over the diagram, and nothing that can be set."""
        self._space()
        self._place_diagram(True)
        hidden = (self.turns, self.caution, self.parts.band, self.parts.table)
        for part in (*hidden, self.sheets["person"], self.sheets["beside"]):
            part.hide()
        self.sheets["walk"].show()
        self.parts.walk.set_stage(True)
        self.below.setVisible(self.is_tall())
        self.way.setVisible(not self.is_tall())
        self._fit_steps()
        return "walk"

    def _place_band(self, wide: bool) -> None:
        """The band of days over the columns, or among what takes turns."""
        band = self.parts.band
        if not wide:
            is_moved = self.parts.side.take(band)
        else:
            is_moved = self._body.indexOf(band) < 0
            self._body.insertWidget(0, band)
        if is_moved:  # Qt drops the letters of what finds another home
            band.restyle(self.look, self.look.space("m"))

    def _place_diagram(self, below: bool) -> None:
        """The diagram under the columns, or one of the parts that take turns."""
        pane = self.parts.diagram
        if pane is None:
            return
        hush = getattr(pane, "hush", None)
        if hush is not None:
            hush(below and not self.is_high())
        if below and self.below.column.indexOf(pane) < 0:
            self.below.column.addWidget(pane)
            pane.show()
        elif not below and self.parts.side.stack.indexOf(pane) < 0:
            self.parts.side.stack.addWidget(pane)

    def _show(self, turn: str, wide: bool, below: bool, as_table: bool) -> None:
        side = self.parts.side
        part = self.parts.diagram if turn == "diagram" else side.parts.get(turn)
        side.show_part(part)
        seen = {"person": wide or turn == "person", "walk": wide or turn == "walk"}
        seen["beside"] = wide or part is not None
        focus = QApplication.focusWidget()
        for name, sheet in self.sheets.items():
            hides = not seen[name] or as_table
            if focus is not None and hides and sheet.isAncestorOf(focus):
                self.page.setFocus()
            sheet.setVisible(not hides)
        self.parts.band.setVisible(not wide or not as_table)
        self.below.setVisible(below and not as_table)
        self.parts.table.setVisible(as_table)
        self._whole.setVisible(not as_table)
        self.turns.show_turn(turn)
        side.turns.show_turn(turn)
        self._fit_steps()

    def _fit_steps(self) -> None:
        """Fit the steps into the height that diagram and band leave to the columns."""
        self._page.activate()
        room, gap = self.area.height(), self._body.spacing()
        if not self.below.isHidden():
            room -= self.below.minimumHeight() + gap
        if self._body.indexOf(self.parts.band) >= 0 and not self.parts.band.isHidden():
            room -= self.parts.band.heightForWidth(self.area.width()) + gap
        self.parts.walk.fit(room)
