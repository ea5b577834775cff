"""The first page: pipeline, timeline and card arranged together."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QToolButton, QVBoxLayout, QWidget

from explorer.content.library import Library
from explorer.explore.arrange import CARD_WIDTH, SIDE_WIDTH, Arrangement, arrange
from explorer.reader.lens import Lens
from explorer.ui.divider import Divider, Switch
from explorer.ui.page import Page
from explorer.ui.paint import Look, panel
from explorer.ui.session import Session

UPPER_SHARE = 0.56  # of the height, for the pipeline
GAP = 12  # pixels between panes, whatever the text: another gap would lay out all of them anew
ORDER = ("pipeline", "timeline", "card")  # of speech and of the Tab key


class Panel(QFrame):
    """A rounded sheet of paper that holds one pane."""

    def __init__(self, pane: Page, name: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.pane = pane
        self.setObjectName(f"panel-{name}")
        self._box = QVBoxLayout(self)
        self._box.setSpacing(0)
        self._box.addWidget(pane)
        self.restyle(look)

    def restyle(self, look: Look) -> None:
        """Take the margins of a look."""
        self.look = look
        inset = look.space(1)
        self._box.setContentsMargins(inset, inset, inset, inset)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """The width that a card wants; other panes take what is left."""
        width = CARD_WIDTH if self.pane.name == "card" else 2 * CARD_WIDTH
        return QSize(round(width * self.look.scale), 240)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the sheet under the pane."""
        painter = QPainter(self)
        panel(painter, QRectF(self.rect()), self.look)
        painter.end()


def _stops(sheet: Panel) -> list[QWidget]:
    """The controls in a panel that Tab comes to, in their own order."""
    found: list[QWidget] = []
    part: QWidget | None = sheet.nextInFocusChain()
    while part is not None and part is not sheet:
        takes = part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None
        if takes and sheet.isAncestorOf(part):
            found.append(part)
        part = part.nextInFocusChain()
    return found


class ExploreView(Page):
    """Pipeline above, timeline below, card beside; or one of the first two over the whole page.

    On a narrow window the card stands at the side, opened by choosing an item and put away by
    Esc or its button; the other panes make room for it. Where that leaves too little of them, as
    with large text, one pane is shown at a time and a switch turns to the others.
    """

    name = "explore"
    drawer_moved = Signal(bool)

    def __init__(
        self,
        library: Library,
        session: Session,
        look: Look,
        panes: Mapping[str, Page],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(library, session, look, parent)
        self.panes = panes
        self._open = bool(session.lens.item)
        self._came_from = ""  # the pane before the card had its turn
        self._arrangement: Arrangement | None = None
        self._ordered: list[str] = []
        self.panels = {name: Panel(pane, name, look, self) for name, pane in panes.items()}
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self.upper = Divider("explore-upper", across, self, last=CARD_WIDTH)
        self.rows = Divider("explore-rows", down, self, share=UPPER_SHARE)
        self.sides = Divider("explore-sides", across, self, last=SIDE_WIDTH)
        self.switch = self._make_switch()
        self._drawer = self._make_drawer_button()
        self._lay_out()
        self.restyle(look)

    def _lay_out(self) -> None:
        self.upper.addWidget(self.panels["pipeline"])
        self.rows.addWidget(self.upper)
        self.rows.addWidget(self.panels["timeline"])
        self.sides.addWidget(self.rows)
        self.upper.setHandleWidth(GAP)
        self.rows.setHandleWidth(GAP)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(GAP, GAP, GAP, GAP)  # before the first size, not after it
        self._box.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addWidget(self.sides, 1)

    def title(self) -> str:
        """The page's name on screen."""
        return self.tr("Explore")

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Arrange the panes; each of them follows the session by itself."""
        self._arrange()
        if old is not None and new.page != old.page:
            self.switch.choose(new.page)  # asked for, it is not hidden behind its card
        if old is not None and new.item and new.item != old.item:
            self._show_card()

    def describe(self) -> str:
        """What the panes say, one after the other."""
        return "\n\n".join(
            self.panes[name].describe() for name in ORDER if self.panels[name].isVisibleTo(self)
        )

    def restyle(self, look: Look) -> None:
        """Take another look, panes and all."""
        self.look = look
        self.switch.setFont(look.font("body"))
        for divider in (self.upper, self.rows, self.sides):
            divider.scale = look.scale
        for sheet in self.panels.values():
            sheet.restyle(look)
        self._arrangement = None
        if self.isVisible():
            self._arrange()  # before the panes draw, so that they do it once
        for sheet in self.panels.values():
            sheet.pane.restyle(look)
        super().restyle(look)

    # ------------------------------------------------------------------------- arrangement

    def arrangement(self) -> Arrangement:
        """Where the panes stand at the page's size and text size."""
        scale = self.look.scale
        return arrange(self.session.lens.page, self.width() / scale, self.height() / scale)

    def is_open(self) -> bool:
        """Whether the card can be seen."""
        return self.panels["card"].isVisibleTo(self)

    def open_drawer(self) -> None:
        """Show the card, where it can be put away or takes turns."""
        self._set_drawer(True)

    def close_drawer(self) -> None:
        """Put the card away; the keyboard goes back to the page."""
        self._set_drawer(False)

    def _show_card(self) -> None:
        """Turn to the card of an item that the reader chose; playing on stays where it is."""
        if not self.session.is_passing():
            self._set_drawer(True)

    def _set_drawer(self, is_open: bool) -> None:
        if "card" in self.switch.names():
            self._turn_card(is_open)
        elif is_open != self._open:
            self._open = is_open
            self._arrange()
            self.drawer_moved.emit(is_open)

    def _turn_card(self, to_it: bool) -> None:
        now = self.switch.current()
        if to_it and now != "card":
            self._came_from = now
            self.switch.choose("card")
        elif now == "card" and not to_it:
            self.switch.choose(self._came_from or self.switch.names()[0])

    def _arrange(self) -> None:
        """Put each pane where the page and its size want it."""
        wanted = self.arrangement()
        if wanted != self._arrangement:
            self._arrangement = wanted
            self._place(wanted)
        self._show_parts(wanted)

    def _place(self, wanted: Arrangement) -> None:
        side = self.sides if wanted.card == "side" else self.upper
        if self.panels["card"].parent() is not side:
            side.addWidget(self.panels["card"])
        words = {pane: self.panes[pane].title() for pane in wanted.turns}
        self.switch.offer(words)
        self.sides.setHandleWidth(self._drawer_size().width() if wanted.is_drawer else GAP)

    def _show_parts(self, wanted: Arrangement) -> None:
        turn = self.switch.current()
        seen = {pane: not turn or pane == turn or pane not in wanted.turns for pane in wanted.panes}
        seen["card"] = self._card_is_seen(wanted, turn)
        in_upper = [name for name in ("pipeline", "card") if self._stands_in_upper(name)]
        self._keep_focus(seen)
        for name, sheet in self.panels.items():
            sheet.setVisible(seen.get(name, False))
        self.upper.setVisible(any(seen.get(name, False) for name in in_upper))
        self.rows.setVisible(any(on for name, on in seen.items() if not self._stands_aside(name)))
        self._place_drawer_button(wanted)
        self._order(wanted, seen)
        for divider in (self.sides, self.rows, self.upper):
            divider.divide_anew(frozenset(name for name, on in seen.items() if on))

    def _card_is_seen(self, wanted: Arrangement, turn: str) -> bool:
        if wanted.card == "turn":
            return turn == "card"
        if wanted.is_drawer:
            return self._open
        return len(wanted.panes) > 1 or bool(self.session.lens.item)

    def _stands_in_upper(self, name: str) -> bool:
        return self.panels[name].parent() is self.upper

    def _stands_aside(self, name: str) -> bool:
        return self.panels[name].parent() is self.sides

    def _keep_focus(self, seen: Mapping[str, bool]) -> None:
        """Hand the keyboard on from a pane that goes out of sight."""
        focus = QApplication.focusWidget()
        for name, sheet in self.panels.items():
            if focus is not None and sheet.isAncestorOf(focus) and not seen.get(name, False):
                following = next(pane for pane in ORDER if seen.get(pane, False))
                self.panels[following].show()
                self.panes[following].setFocus()

    def _order(self, wanted: Arrangement, seen: Mapping[str, bool]) -> None:
        """Let screen readers and Tab come to the panels as one reads them: row by row."""
        self.begin_at(self.panes[next(name for name in ORDER if seen.get(name, False))])
        order = ["pipeline", "card", "timeline"] if wanted.card == "row" else list(ORDER)
        stands = [*order, str(self._stands_aside("card")), str(self._stands_in_upper("card"))]
        if stands == self._ordered:
            return
        self._ordered = stands
        for divider in (self.upper, self.rows, self.sides):  # which put what comes last first
            parts = [divider.widget(place) for place in range(divider.count())]
            parts += [divider.handle(place) for place in range(divider.count())]
            for part in filter(None, parts):
                part.raise_()
        drawer = [] if wanted.card == "row" else [self._drawer]
        # To tell what a stop is Qt for Python would load the classes of all widgets that there
        # are, 5 ms of the start; not of those that a search for widgets has found before.
        found = self.window().findChildren(QWidget)
        stops = [stop for name in order[:-1] for stop in _stops(self.panels[name])]
        stops += [*drawer, *_stops(self.panels[order[-1]])]
        for one, other in pairwise([self.switch, *stops]):
            QWidget.setTabOrder(one, other)
        del found

    # ---------------------------------------------------------------- the switch, the drawer

    def _make_switch(self) -> Switch:
        switch = Switch("explore-turn", self)
        switch.setAccessibleName(self.tr("Shown pane"))
        switch.setProperty("role", "switch")
        switch.changed.connect(self._arrange)
        switch.hide()
        return switch

    def _make_drawer_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText(self.tr("Card"))
        button.setProperty("role", "drawer")
        button.clicked.connect(lambda: self._set_drawer(not self._open))
        button.hide()
        return button

    def _drawer_size(self, closed: bool = False) -> QSize:
        """Of the button; closed, it has a word besides its arrow."""
        words = QFontMetrics(self.look.font("small")).horizontalAdvance(self._drawer.text())
        width = words + self.look.space(3) if closed else self.look.space(5)
        return QSize(width, self.look.space(14))

    def _place_drawer_button(self, wanted: Arrangement) -> None:
        """The button that opens and closes the drawer, between the panes or at the edge."""
        closed = wanted.is_drawer and not self._open
        self._drawer.setFont(self.look.font("small"))
        style = Qt.ToolButtonStyle
        self._drawer.setToolButtonStyle(
            style.ToolButtonTextUnderIcon if closed else style.ToolButtonIconOnly
        )
        size = self._drawer_size(closed)
        self._box.setContentsMargins(GAP, GAP, size.width() + 2 if closed else GAP, GAP)
        self._box.setSpacing(self.look.space(2))
        self._drawer.setVisible(wanted.is_drawer)
        words = self.tr("Close the card (Esc)") if self._open else self.tr("Show the card")
        self._drawer.setAccessibleName(words)
        self._drawer.setToolTip(words)
        self._drawer.setIcon(self.look.icon("next" if self._open else "previous", "accent", 18))
        right = self.width()
        if wanted.is_drawer and self._open:
            self._box.activate()
            right = self.sides.x() + self.panels["card"].x()
        top = self.sides.y() + (self.sides.height() - size.height()) // 2
        self._drawer.setGeometry(QRect(QPoint(right - size.width(), top), size))
        self._drawer.raise_()

    # ------------------------------------------------------------------------------- events

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Arrange for the new size."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc puts the card away."""
        wanted = self.arrangement()
        can_go = wanted.is_drawer or wanted.card == "turn"
        if event.key() == Qt.Key.Key_Escape and can_go and self.is_open():
            self.close_drawer()
        else:
            super().keyPressEvent(event)
