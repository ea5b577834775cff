"""What the reader does with whole lanes: fold, move, show alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from explorer.content.model import LANES
from explorer.timeline.arrangement import folded, moved, turned_over

if TYPE_CHECKING:
    from explorer.timeline.view.page import TimelineView


class LaneTools(QObject):
    """Arranges the lanes of a page, by asking its session for another lens."""

    def __init__(self, page: TimelineView) -> None:
        super().__init__(page)
        self._page = page

    def current(self) -> str:
        """The lane of the item with the keyboard, else of the chosen one, else the first."""
        page = self._page
        for ref in (page.canvas.current_ref(), page.session.lens.item):
            event = page.library.events.get(ref.removeprefix("event:"))
            if event is not None:
                return event.lane
        return LANES[0]

    def fold(self, lane: str) -> None:
        """Fold a lane, or open it again."""
        self._page.session.go(turned_over(self._page.session.lens, lane))

    def move(self, lane: str, way: int) -> None:
        """Put a lane one place up (-1) or down (1)."""
        self._page.session.go(moved(self._page.session.lens, lane, way))

    def show_only(self, lane: str) -> None:
        """Filter by one lane."""
        self._page.session.go(self._page.session.lens.with_option("lanes", lane))

    def open_menu(self, lane: str, at: QPoint) -> None:
        """Offer all of that at a point of the screen; the menu goes when it closes."""
        menu = QMenu(self._page)
        is_folded = lane in folded(self._page.session.lens)
        for text, act in (
            (self.tr("Open") if is_folded else self.tr("Fold"), lambda: self.fold(lane)),
            (self.tr("Move up"), lambda: self.move(lane, -1)),
            (self.tr("Move down"), lambda: self.move(lane, 1)),
            (self.tr("Only this lane"), lambda: self.show_only(lane)),
        ):
            action = QAction(text, menu)
            action.triggered.connect(lambda _=False, act=act: act())
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
