"""The first page: pipeline, timeline and card arranged together."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QSplitter, QToolButton, QVBoxLayout, QWidget

from explorer.content.library import Library
from explorer.reader.lens import Lens
from explorer.ui.page import Page
from explorer.ui.paint import Look, panel
from explorer.ui.session import Session

DRAWER_BELOW = 1320  # logical pixels at 100 % text: below, the card lies over the other panes
TAB = 6  # units of width of the tab that opens the drawer; what it would cover gives way
CARD_WIDTH = 340
SHARES = (56, 44)  # of the height, for the upper row and the timeline


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

    On a narrow window the card becomes a drawer over the right edge, opened by choosing an item
    and closed by Esc or its button.
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
        self._open = False
        self._mode = ""
        self._ordered: tuple[list[str], str] = [], ""
        self.panels = {name: Panel(pane, name, look, self) for name, pane in panes.items()}
        self.upper = self._splitter(Qt.Orientation.Horizontal, "explore-upper")
        self.columns = self._splitter(Qt.Orientation.Vertical, "explore-rows")
        self.columns.addWidget(self.upper)
        self._box = QVBoxLayout(self)
        self._box.addWidget(self.columns)
        self._tab = self._drawer_tab()
        self.restyle(look)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._uncover)

    def title(self) -> str:
        """The page's name on screen."""
        return self.tr("Explore")

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Arrange the panes; each of them follows the session by itself."""
        if self.is_narrow() and old is not None and new.item and new.item != old.item:
            self.open_drawer()
        self._arrange()

    def describe(self) -> str:
        """What the panes say, one after the other."""
        order = ("pipeline", "timeline", "card")
        return "\n\n".join(
            self.panes[name].describe() for name in order if self.panels[name].isVisibleTo(self)
        )

    def restyle(self, look: Look) -> None:
        """Take another look, panes and all."""
        self.look = look
        gap = look.space(3)
        for splitter in (self.upper, self.columns):
            splitter.setHandleWidth(gap)
        for sheet in self.panels.values():
            sheet.restyle(look)
            sheet.pane.restyle(look)
        self._mode = ""
        super().restyle(look)

    # ------------------------------------------------------------------------- arrangement

    def is_narrow(self) -> bool:
        """Whether the card has no room of its own beside the diagram."""
        return self.width() < DRAWER_BELOW * self.look.scale

    def open_drawer(self) -> None:
        """Let the card lie over the right edge, where the window is narrow."""
        self._set_drawer(True)

    def close_drawer(self) -> None:
        """Put the drawer away; the keyboard goes back to the page."""
        self._set_drawer(False)

    def _uncover(self, old: QWidget | None, new: QWidget | None) -> None:
        """Close the drawer when the keyboard comes to a control that lies wholly under it."""
        drawer = self.panels["card"]
        if not (self._open and self.is_narrow() and new is not None and self.isAncestorOf(new)):
            return
        place = QRect(new.mapTo(self, QPoint()), new.size())
        if (
            new is not self._tab
            and not drawer.isAncestorOf(new)
            and drawer.geometry().contains(place)
        ):
            self.close_drawer()

    def _set_drawer(self, is_open: bool) -> None:
        if is_open != self._open:
            self._open = is_open
            self._arrange()
            self.drawer_moved.emit(is_open)

    def _arrange(self) -> None:
        """Put each panel where the page and the width want it."""
        page = self.session.lens.page if self.session.lens.page in self.panels else "explore"
        narrow = self.is_narrow()
        mode = f"{page} {narrow}"
        if mode != self._mode:
            self._mode = mode
            self._place(page, narrow)
        idle = page != "explore" and not self.session.lens.item
        self.panels["card"].setVisible(self._open if narrow else not idle)
        self._tab.setVisible(narrow)
        gap = self.look.space(3)
        self._box.setContentsMargins(gap, gap, self.look.space(TAB) if narrow else gap, gap)
        if narrow:
            self._place_drawer()
        self._order(narrow)

    def _place(self, page: str, narrow: bool) -> None:
        pipeline, timeline, card = (self.panels[name] for name in ("pipeline", "timeline", "card"))
        pipeline.setVisible(page != "timeline")
        timeline.setVisible(page != "pipeline")
        self.upper.insertWidget(0, timeline if page == "timeline" else pipeline)
        if page != "timeline":
            self.columns.addWidget(timeline)
        if narrow:
            card.setParent(self)
        else:
            self.upper.addWidget(card)
            self.upper.setStretchFactor(0, 1)
            self.upper.setStretchFactor(1, 0)
        for row, share in enumerate(SHARES):
            self.columns.setStretchFactor(row, share)
        self.begin_at(self.panes["timeline" if page == "timeline" else "pipeline"])

    def _order(self, narrow: bool) -> None:
        """Let screen readers and Tab come to the panels as one reads them, an open drawer first."""
        names = ["pipeline", "timeline"] if narrow else ["pipeline", "card", "timeline"]
        names[:0] = ["card"] if narrow and self._open else []
        if (names, self._mode) == self._ordered:
            return
        self._ordered = names, self._mode
        for splitter in (self.upper, self.columns):  # which puts what comes last first
            parts = [splitter.widget(place) for place in range(splitter.count())]
            parts += [splitter.handle(place) for place in range(splitter.count())]
            for part in filter(None, parts):
                part.raise_()
        stops = [stop for name in names for stop in _stops(self.panels[name])]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _place_drawer(self) -> None:
        gap = self.look.space(3)
        width = min(round(CARD_WIDTH * 1.1 * self.look.scale), self.width() - 8 * gap)
        place = QRect(self.width() - width - gap, gap, width, self.height() - 2 * gap)
        self.panels["card"].setGeometry(place)
        self.panels["card"].raise_()
        self._draw_tab(place.left() if self._open else self.width())

    def _splitter(self, orientation: Qt.Orientation, name: str) -> QSplitter:
        splitter = QSplitter(orientation, self)
        splitter.setObjectName(name)  # the window remembers its sizes under this name
        splitter.setChildrenCollapsible(False)
        return splitter

    def _drawer_tab(self) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("role", "drawer")
        button.clicked.connect(lambda: self._set_drawer(not self._open))
        button.hide()
        return button

    def _draw_tab(self, right: int) -> None:
        """The tab at the edge that opens and closes the drawer."""
        words = self.tr("Close the card (Esc)") if self._open else self.tr("Show the card")
        self._tab.setAccessibleName(words)
        self._tab.setToolTip(words)
        self._tab.setIcon(self.look.icon("next" if self._open else "previous", "accent", 18))
        size = QSize(self.look.space(TAB), self.look.space(14))
        self._tab.setGeometry(
            QRect(QPoint(right - size.width(), (self.height() - size.height()) // 2), size)
        )
        self._tab.raise_()

    # ------------------------------------------------------------------------------- events

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Arrange for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc closes the drawer."""
        if event.key() == Qt.Key.Key_Escape and self._open and self.is_narrow():
            self.close_drawer()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Arrange again when fonts change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()
