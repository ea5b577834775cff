"""The map itself: painted counties that can be pointed at, chosen, moved and seen closer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGestureEvent,
    QPinchGesture,
    QToolTip,
    QWidget,
)

from explorer.places.layers import AgreementMark, LimitMark
from explorer.places.view.ink import (
    paint_agreements,
    paint_ground,
    paint_limits,
    paint_ring,
    repaint,
)
from explorer.places.view.paths import Outlines
from explorer.places.view.places import Places
from explorer.ui.paint import Look
from explorer.ui.painted import Index, PaintedList
from explorer.ui.widgets import viewport_of

CLOSEST: Final = 24.0  # times the size at which the whole map fits
SHARP: Final = 40  # milliseconds after a gesture the map is painted anew
EDGE: Final = 10.0
STEP: Final = 1.3  # of zooming by key
SHIFT: Final = 0.12  # of the window, by arrow key


class Canvas(PaintedList):
    """Counties in the colors of their steps; the list of places behind it is what is read aloud."""

    chosen = Signal(str)  # the FIPS code of a county
    moved = Signal()  # seen closer, or elsewhere

    def __init__(self, map: Outlines, places: Places, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.map, self.places, self.look = map, places, look
        self.setModel(places)
        self.steps: Mapping[str, int] = {}
        self.limits: tuple[LimitMark, ...] = ()
        self.agreements: tuple[AgreementMark, ...] = ()
        self.ring = ""
        self.zoom = 1.0
        self.center = map.box.center()
        self._sheet = QPixmap()
        self._sheet_at = QTransform()  # map units -> pixels of the sheet
        self._signs = QPixmap()  # of the layers, over the sheet; none yet where they changed
        self._drag: QPointF | None = None
        self._has_dragged = False
        self._sharpen = QTimer(self, interval=SHARP, singleShot=True)
        self._sharpen.timeout.connect(self.sharpen)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._viewport = viewport_of(self)
        self.take_over()
        self._viewport.grabGesture(Qt.GestureType.PinchGesture)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    # ----------------------------------------------------------------------------- what is shown

    def show_day(
        self,
        steps: Mapping[str, int],
        limits: tuple[LimitMark, ...],
        agreements: tuple[AgreementMark, ...],
    ) -> None:
        """Show another day; only counties whose step changed are painted anew."""
        changed = {id: step for id, step in steps.items() if self.steps.get(id) != step}
        if (limits, agreements) != (self.limits, self.agreements):
            self._signs = QPixmap()
        self.steps, self.limits, self.agreements = steps, limits, agreements
        if changed and not self._sheet.isNull():
            painter = QPainter(self._sheet)
            try:
                painter.setTransform(self._sheet_at)
                repaint(painter, self.map, changed, self.look)
            finally:
                painter.end()
        self._viewport.update()

    def show_ring(self, fips: str) -> None:
        """Mark a county as the chosen one."""
        self.ring = fips
        row = self.places.row_of(fips)
        self.setCurrentIndex(self.places.index(row) if row >= 0 else self.places.index(-1))
        self._viewport.update()

    def restyle(self, look: Look) -> None:
        """Take another look."""
        self.look = look
        self._sheet = QPixmap()
        self._viewport.update()

    # ----------------------------------------------------------------------------- where it looks

    def transform(self) -> QTransform:
        """Map units to pixels of the view."""
        scale = self.scale()
        middle = QRectF(self._viewport.rect()).center()
        found = QTransform.fromTranslate(middle.x(), middle.y())
        found.scale(scale, scale)
        found.translate(-self.center.x(), -self.center.y())
        return found

    def scale(self) -> float:
        """Pixels of one unit of the map."""
        room = QSizeF(self._viewport.size()) - QSizeF(2 * EDGE, 2 * EDGE)
        fits = min(room.width() / self.map.box.width(), room.height() / self.map.box.height())
        return max(0.05, fits) * self.zoom

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """See closer or farther; the point *at* stays where it is."""
        at = QRectF(self._viewport.rect()).center() if at is None else at
        before = self._on_map(at)
        self.zoom = min(CLOSEST, max(1.0, self.zoom * factor))
        self.center += before - self._on_map(at)
        self._stay_inside()

    def pan_by(self, right: float, down: float) -> None:
        """Move the look by pixels."""
        self.center += QPointF(right, down) / self.scale()
        self._stay_inside()

    def fit(self) -> None:
        """The whole map."""
        self.zoom, self.center = 1.0, self.map.box.center()
        self._stay_inside()

    def look_at(self, fips: str, zoom: float = 5.0) -> None:
        """Bring a county to the middle, if it is not in sight."""
        if fips not in self.map.counties:
            return
        at = self.transform().map(self.map.center(fips))
        inner = QRectF(self._viewport.rect()).adjusted(40, 40, -40, -40)
        if self.zoom < zoom or not inner.contains(at):
            self.zoom, self.center = max(self.zoom, zoom), self.map.center(fips)
            self._stay_inside()

    def _on_map(self, at: QPointF) -> QPointF:
        return self.transform().inverted()[0].map(at)

    def _stay_inside(self) -> None:
        box = self.map.box
        self.center.setX(min(box.right(), max(box.left(), self.center.x())))
        self.center.setY(min(box.bottom(), max(box.top(), self.center.y())))
        if self.zoom == 1.0:
            self.center = box.center()
        self._sharpen.start()
        self._viewport.update()
        self.moved.emit()

    # -------------------------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the sheet, moved and scaled as the gesture asks, with signs and the ring over it."""
        if self._sheet.isNull() or self._sheet.size() != self._size():
            self._paint_sheet()
        painter = QPainter(self._viewport)
        try:
            now = self.transform()
            painter.fillRect(self._viewport.rect(), self.look.color("panel"))
            painter.setTransform(self._sheet_at.inverted()[0] * now)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(0, 0, self._sheet)
            if self.limits or self.agreements:
                painter.drawPixmap(0, 0, self._signs_sheet())
            painter.setTransform(now)
            self._paint_rings(painter)
        finally:
            painter.end()

    def _signs_sheet(self) -> QPixmap:
        """The signs of the layers, painted again only where they or the place looked at changed."""
        if self._signs.isNull():
            ratio = self.devicePixelRatioF()
            self._signs = QPixmap(self._size())
            self._signs.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._signs)
            try:
                painter.scale(ratio, ratio)
                painter.setTransform(self._sheet_at, True)
                self._paint_signs(painter, self._sheet_at.m11())
            finally:
                painter.end()
            self._signs.setDevicePixelRatio(ratio)
        return self._signs

    def _paint_signs(self, painter: QPainter, scale: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_agreements(painter, self.map, self.agreements, self.look, scale)
        paint_limits(painter, self.map, self.limits, self.look, scale)

    def _paint_rings(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = painter.transform().m11()
        paint_ring(painter, self.map, self.ring, self.look, scale)
        current = self.currentIndex()
        if self.hasFocus() and current.isValid():
            paint_ring(painter, self.map, self.places.fips(current.row()), self.look, scale)

    def sharpen(self) -> None:
        """Paint the map anew for where it looks now."""
        self._paint_sheet()
        self._viewport.update()

    def _size(self) -> Any:
        return self._viewport.size() * self.devicePixelRatioF()

    def _paint_sheet(self) -> None:
        ratio = self.devicePixelRatioF()
        self._signs = QPixmap()
        self._sheet = QPixmap(self._size())
        self._sheet.fill(self.look.color("panel"))
        self._sheet_at = self.transform()
        painter = QPainter(self._sheet)
        try:
            painter.scale(ratio, ratio)
            painter.setTransform(self._sheet_at, True)
            seen = self._sheet_at.inverted()[0].mapRect(QRectF(self._viewport.rect()))
            paint_ground(painter, self.map, self.steps, self.look, seen, is_fine=False)
        finally:
            painter.end()
        self._sheet.setDevicePixelRatio(ratio)

    def paint_map(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the whole map, with its signs, into a rectangle of any painter."""
        box = self.map.box
        scale = min(rect.width() / box.width(), rect.height() / box.height())
        painter.save()
        painter.translate(rect.center())
        painter.scale(scale, scale)
        painter.translate(-box.center())
        paint_ground(painter, self.map, self.steps, self.look, box)
        self._paint_signs(painter, scale)
        self._paint_rings(painter)
        painter.restore()

    # ------------------------------------------------------------------------- items for Qt

    def visualRect(self, index: Index) -> QRect:  # noqa: N802 - Qt's spelling
        """Where a county stands on screen."""
        fips = self.places.fips(index.row()) if index.isValid() else ""
        if fips not in self.map.boxes:
            return QRect()
        return self.transform().mapRect(self.map.boxes[fips]).toAlignedRect()

    def indexAt(self, at: Any) -> Any:  # noqa: N802 - Qt's spelling
        """The county at a point."""
        return self.places.index(self.places.row_of(self.county_at(QPointF(at))))

    def county_at(self, at: QPointF) -> str:
        """The code of the county at a point of the view."""
        point = self._on_map(at)
        return self.map.atlas.at(point.x(), point.y())

    def scrollTo(  # noqa: N802 - Qt's spelling
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Stay: the map does not run after what is spoken."""

    # --------------------------------------------------------------------------------- gestures

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Paint for the new size once it has settled."""
        super().resizeEvent(event)
        self._sharpen.start()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's spelling
        """Closer and farther, at the pointer."""
        self.zoom_by(1.0015 ** event.angleDelta().y(), event.position())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's spelling
        """Pinch to zoom, on a touch pad or a touch screen."""
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.zoom_by(pinch.scaleFactor(), pinch.centerPoint())
            return True
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_by(1.0 + event.value(), event.position())
            return True
        return bool(super().viewportEvent(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's spelling
        """Take hold of the map."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag, self._has_dragged = event.position(), False
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's spelling
        """Drag the map, or tell what is under the pointer."""
        if self._drag is None:
            self._tell(event)
            return
        way = self._drag - event.position()
        if self._has_dragged or way.manhattanLength() > 4:
            self._has_dragged = True
            self._drag = event.position()
            self.pan_by(way.x(), way.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's spelling
        """Let go; without a drag it was a choice."""
        held, self._drag = self._drag, None
        fips = self.county_at(event.position())
        if held is not None and not self._has_dragged and fips:
            self.chosen.emit(fips)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's spelling
        """Closer."""
        self.zoom_by(2.0, event.position())

    def _tell(self, event: QMouseEvent) -> None:
        fips = self.county_at(event.position())
        row = self.places.row_of(fips)
        if row < 0:
            QToolTip.hideText()
            return
        QToolTip.showText(event.globalPosition().toPoint(), self.places.sentence(row), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Arrows go to the next county that way; with Ctrl they move the map."""
        ways = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        key = Qt.Key(event.key())
        if key in ways:
            x, y = ways[key]
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.pan_by(x * self.width() * SHIFT, y * self.height() * SHIFT)
            else:
                self._step(x, y)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.places.fips(self.currentIndex().row()))
        else:
            super().keyPressEvent(event)

    def _step(self, x: int, y: int) -> None:
        """To the nearest county that lies that way; to the one in the middle at first."""
        here = self.currentIndex()
        fips = self.places.fips(here.row()) if here.isValid() else ""
        found = neighbor(self.map, fips, x, y) if fips in self.map.counties else ""
        found = found or fips or self.map.atlas.at(self.center.x(), self.center.y())
        row = self.places.row_of(found)
        if row >= 0:
            self.setCurrentIndex(self.places.index(row))
            self._keep_in_sight(found)
            self._viewport.update()

    def _keep_in_sight(self, fips: str) -> None:
        at = self.transform().map(self.map.center(fips))
        if not self._viewport.rect().contains(at.toPoint()):
            self.center = self.map.center(fips)
            self._stay_inside()

    def focusInEvent(self, event: Any) -> None:  # noqa: N802 - Qt's spelling
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self._viewport.update()


def neighbor(map: Outlines, fips: str, x: int, y: int) -> str:
    """The county nearest to another one within a quarter turn of a way; "" for none."""
    here = map.center(fips)
    best, nearest = "", float("inf")
    for id in map.counties:
        if id == fips:
            continue
        way = map.center(id) - here
        along = way.x() * x + way.y() * y
        aside = abs(way.x() * y) + abs(way.y() * x)
        if along > 0 and aside <= along and along + 2 * aside < nearest:
            best, nearest = id, along + 2 * aside
    return best
