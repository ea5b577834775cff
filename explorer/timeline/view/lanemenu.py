"""The menu on the name of a lane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from explorer.timeline.view.page import TimelineView


def lane_menu(page: TimelineView, lane: str, is_folded: bool) -> QMenu:
    """What can be done with a lane; the menu goes when it closes."""
    menu = QMenu(page)
    fold = QCoreApplication.translate("Timeline", "Fold")
    unfold = QCoreApplication.translate("Timeline", "Open")
    for text, act in (
        (unfold if is_folded else fold, lambda: page.toggle_lane(lane)),
        (QCoreApplication.translate("Timeline", "Move up"), lambda: page.move_lane(lane, -1)),
        (QCoreApplication.translate("Timeline", "Move down"), lambda: page.move_lane(lane, 1)),
        (QCoreApplication.translate("Timeline", "Only this lane"), lambda: page.show_only(lane)),
    ):
        action = QAction(text, menu)
        action.triggered.connect(lambda _=False, act=act: act())
        menu.addAction(action)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
