"""What lies over the audience's screen for a while: a spotlight, and an enlarged part."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QRubberBand, QWidget

WHOLE: Final = QRectF(0, 0, 1, 1)
DARK: Final = QColor(0, 0, 0, 190)
ROUND: Final = 0.16  # radius of the spotlight, of the height
ENLARGED: Final = 2.0  # how much a part is enlarged at first
MOST: Final = 6.0
LEAST_DRAG: Final = 12  # pixels: less was a click


def part_around(center: QPointF, times: float = ENLARGED) -> QRectF:
    """The part of a screen around a point, in shares of it, that fills it when enlarged.

    >>> part_around(QPointF(0.5, 0.9))
    PySide6.QtCore.QRectF(0.250000, 0.500000, 0.500000, 0.500000)
    """
    side = 1 / times
    left, top = center.x() - side / 2, center.y() - side / 2
    return QRectF(min(max(left, 0.0), 1 - side), min(max(top, 0.0), 1 - side), side, side)


def part_in(drawn: QRectF, shown: QRectF = WHOLE) -> QRectF:
    """The part that a rectangle drawn on a screen means, where a part may be shown already."""
    times = min(MOST, 1 / max(drawn.width(), drawn.height(), 0.01) / shown.width())
    center = QPointF(
        shown.x() + drawn.center().x() * shown.width(),
        shown.y() + drawn.center().y() * shown.height(),
    )
    return part_around(center, max(1.0, times))


class Drawn(QWidget):
    """A picture on which a rectangle can be drawn, and over which the mouse points."""

    drew = Signal(QRectF)  # in shares of the picture
    pointed = Signal(QPointF)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._from: QPoint | None = None
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, self)
        self.setMouseTracking(True)

    def picture_place(self) -> QRectF:
        """Where the picture is in the widget."""
        return QRectF(self.rect())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's spelling
        """Begin a rectangle."""
        self._from = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's spelling
        """Point, and stretch the rectangle."""
        self.pointed.emit(self._share(event.position()))
        if self._from is not None:
            box = QRect(self._from, event.position().toPoint()).normalized()
            self._band.setGeometry(box)
            self._band.setVisible(min(box.width(), box.height()) >= LEAST_DRAG)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's spelling
        """End the rectangle."""
        begun, self._from = self._from, None
        self._band.hide()
        if begun is None:
            return
        box = QRect(begun, event.position().toPoint()).normalized()
        if min(box.width(), box.height()) >= LEAST_DRAG:
            corner = self._share(QPointF(box.topLeft()))
            self.drew.emit(QRectF(corner, self._share(QPointF(box.bottomRight()))))

    def _share(self, at: QPointF) -> QPointF:
        place = self.picture_place()
        across = (at.x() - place.x()) / max(place.width(), 1)
        down = (at.y() - place.y()) / max(place.height(), 1)
        return QPointF(min(max(across, 0.0), 1.0), min(max(down, 0.0), 1.0))


class Spotlight(QWidget):
    """Darkens all but a round place; what is under it can still be clicked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.at = QPointF(0.5, 0.5)  # in shares of the screen
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def point(self, at: QPointF) -> None:
        """Light another place."""
        self.at = at
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Darken the rest."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            radius = self.height() * ROUND
            center = QPointF(self.at.x() * self.width(), self.at.y() * self.height())
            path = QPainterPath()
            path.addRect(QRectF(self.rect()))
            path.addEllipse(center, radius, radius)
            painter.fillPath(path, DARK)
        finally:
            painter.end()


class Closeup(Drawn):
    """A part of the window under it, enlarged to fill it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.part = WHOLE
        self._picture = QPixmap()
        self.hide()

    def show_part(self, part: QRectF) -> None:
        """Enlarge a part, in shares of the window; letters are drawn anew and stay sharp."""
        window = self._window
        self.part = part
        self.hide()
        self.setGeometry(window.rect())
        self._picture = _enlarged(window, part)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the part."""
        painter = QPainter(self)
        painter.drawPixmap(self.rect(), self._picture)
        painter.end()


def _enlarged(window: QWidget, part: QRectF) -> QPixmap:
    ratio = window.devicePixelRatioF()
    picture = QPixmap(window.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    painter = QPainter(picture)
    try:
        painter.scale(1 / part.width(), 1 / part.height())
        painter.translate(-part.x() * window.width(), -part.y() * window.height())
        window.render(painter, QPoint())
    finally:
        painter.end()
    return picture
