"""A sheet that lies over the page until Esc, a choice, or the focus goes elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from explorer.ui.paint import Look, panel


class Overlay(QFrame):
    """Lies over its window, inside it; the keyboard goes back to where it came from."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.look = look
        self.below = parent.window()
        self._came_from: QWidget | None = None
        self.hide()

    def open_at(self, at: QPoint, above: int) -> None:
        """Open below a point of the screen, or where that is too low, above it by *above*."""
        window = self.below
        spot = window.mapFromGlobal(at)
        room = self.look.space(2)
        left = min(spot.x(), window.width() - self.width() - room)
        top = spot.y() + 2
        if top + self.height() > window.height() - room:
            top = spot.y() - above - self.height()
        self.move(max(room, left), max(room, top))
        self._came_from = QApplication.focusWidget()
        self.raise_()
        self.show()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def put_away(self) -> None:
        """Close, and give the keyboard back."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self.below)
        application = QApplication.instance()
        if isinstance(application, QApplication) and self.isVisible():
            application.focusChanged.disconnect(self._follow_focus)
        self.hide()
        if had_focus and self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        inside = new is not None and (new is self or self.isAncestorOf(new))
        if new is not None and not inside and QApplication.activePopupWidget() is None:
            self.put_away()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the sheet."""
        painter = QPainter(self)
        try:
            panel(painter, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self.look)
        finally:
            painter.end()
