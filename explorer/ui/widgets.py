"""The few widgets that more than one page uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QSizePolicy, QTextBrowser, QWidget

if TYPE_CHECKING:
    from explorer.ui.paint import Look

RING = 2.0  # pixels of the line around what has the keyboard


def viewport_of(view: QAbstractScrollArea) -> QWidget:
    """The viewport of a view, to be kept by it.

    To tell what ``viewport()`` returns, Qt for Python would load the classes of all widgets that
    there are, 8 ms of the start; not where a search for widgets has found it before.
    """
    found = view.findChild(QWidget, "qt_scrollarea_viewport")
    return found if isinstance(found, QWidget) else view.viewport()


class ElidedLabel(QLabel):
    """A line of text that ends in an ellipsis where it does not fit, with the whole as tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """A few letters are enough."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, super().minimumSizeHint().height())

    def shown(self) -> str:
        """The text as it stands on screen."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw what fits."""
        shown = self.shown()
        self.setToolTip("" if shown == self.text() else self.text())
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.contentsRect(), int(self.alignment()), shown)
        painter.end()


class ReadingText(QTextBrowser):
    """Text to be read and followed, with a ring around it while it has the keyboard."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._viewport = viewport_of(self)
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the text, then the ring."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.look.pen("focus", RING))
        inset = RING * self.look.line_scale
        box = QRectF(self.viewport().rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, self.look.radius / 2, self.look.radius / 2)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's spelling
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's spelling
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()
