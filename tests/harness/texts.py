"""Every piece of text that a window really paints: its words, its box, and what is left in sight.

The window is painted once on a device that draws nothing. Its engine hears of every text, native
widgets included, and of every filled area, in the order of painting. What a widget lying over
another hides is therefore known, and so is what a clip cuts off.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QFontInfo,
    QFontMetricsF,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QPainterPath,
    QRegion,
    QTextItem,
)
from PySide6.QtWidgets import QApplication, QWidget

OPAQUE = 255
# The drawer, the list below the box, the first sheet, the message, all steps of a talk.
FLOATING = ("panel-card", "search-results", "welcome", "message-bar", "overview")
FIXED_TO = FLOATING[:3]  # what may have a handle at its edge
WINDOWS = (Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.Dialog, Qt.WindowType.Tool)
DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
_GRID = tuple(product((0.15, 0.5, 0.85), repeat=2))  # points of a box that a solid shape fills


@dataclass
class Text:
    """A run of letters as painted. The box is as high as the font's capitals and descenders."""

    words: str
    box: QRectF  # in pixels of the window
    widget: QWidget
    order: int  # of painting, among texts and fills
    ink: QRectF  # what of it these letters really fill
    clip: QRect  # the bounds of the clip in force
    clipped: QRegion  # what it left of the ink
    seen: QRegion  # what clip, and what was painted later, left of the box
    size: float = 0.0  # of its letters, in pixels of the window
    covers: list[QRegion] = field(default_factory=list)  # filled later by the same part of the page

    def __str__(self) -> str:
        return f"“{self.words}” at {where(self.box)} in {path_to(self.widget)}"


@dataclass
class Fill:
    """An area that was filled with a color that nothing shines through."""

    area: QRegion
    widget: QWidget
    order: int


def where(box: QRectF) -> str:
    """A box in words.

    >>> where(QRectF(1, 2, 30, 4))
    'x 1 to 31, y 2 to 6'
    """
    left, top, right, bottom = (
        round(v) for v in (box.left(), box.top(), box.right(), box.bottom())
    )
    return f"x {left} to {right}, y {top} to {bottom}"


def path_to(widget: QWidget) -> str:
    """Names of a widget and of what holds it, from the outside to the inside."""
    chain: list[str] = []
    part: QWidget | None = widget
    while part is not None and not part.isWindow():
        name = type(part).__name__
        chain.append(f"{name}#{part.objectName()}" if part.objectName() else name)
        part = part.parentWidget()
    return " > ".join(reversed(chain)) or type(widget).__name__


def texts(window: QWidget) -> list[Text]:
    """The texts that *window* shows now, first painted first; hidden ones are left out."""
    device = _Device(window.size())
    watch = _Watch(device.engine)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.installEventFilter(watch)
    painter = QPainter(device)
    try:
        window.render(painter, QPoint())
    finally:
        painter.end()
        application.removeEventFilter(watch)
    engine = device.engine
    return list(_in_sight(_merged(engine.texts), engine.fills))


def _merged(found: list[Text]) -> Iterator[Text]:
    """The texts, where a halo and the ink over it are one."""
    last: dict[tuple[str, int], list[Text]] = {}
    for text in found:
        twins = last.setdefault((text.words, id(text.widget)), [])
        twin = next((old for old in twins if _at_one_spot(old.box, text.box)), None)
        if twin is None:
            twins.append(text)
        else:
            twin.order = text.order
            twin.clipped = twin.clipped.united(text.clipped)
            twin.seen = twin.seen.united(text.seen)
    yield from (text for twins in last.values() for text in twins)


def _at_one_spot(one: QRectF, other: QRectF) -> bool:
    shift = one.center() - other.center()
    return shift.manhattanLength() <= 3 and abs(one.width() - other.width()) <= 3


def _in_sight(found: Iterator[Text], fills: list[Fill]) -> Iterator[Text]:
    """Take away what later fills hide; texts of which nothing is left are gone."""
    for text in found:
        before = text.seen
        for fill in fills:
            if fill.order < text.order or not fill.area.intersects(text.box.toRect()):
                continue
            left = text.seen.subtracted(fill.area)
            if lies_over(fill.widget, text.widget) or left.isEmpty():
                text.seen = left
            else:
                text.covers.append(fill.area)
        if not text.seen.isEmpty() or before.isEmpty():
            yield text


def lies_over(upper: QWidget, lower: QWidget) -> bool:
    """Whether *upper* belongs to something that may lie over the place of *lower* for a while.

    Whatever else covers a text, a control in a corner included, is a mistake.
    """
    part: QWidget | None = upper
    while part is not None and not part.isAncestorOf(lower) and part is not lower:
        if _floats(part):
            return True
        part = part.parentWidget()
    return False


def _floats(part: QWidget) -> bool:
    """Whether a widget is the drawer, a list or window of its own, or a handle fixed to one."""
    if part.objectName() in FLOATING or part.windowType() in WINDOWS:
        return True
    parent = part.parentWidget()
    beside = [parent.findChild(QWidget, name, DIRECT) for name in FIXED_TO] if parent else []
    near = part.geometry().adjusted(-2, -2, 2, 2)
    return any(
        other and other.isVisible() and other.geometry().intersects(near) for other in beside
    )


class _Watch(QObject):
    """Tells the engine which widget is painting."""

    def __init__(self, engine: _Engine) -> None:
        super().__init__()
        self._engine = engine

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's spelling
        """Note the widget; Qt paints one after the other, parents first."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self._engine.turn_to(watched)
        return False


class _Device(QPaintDevice):
    """A sheet of the window's size on which nothing is drawn."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self._size = size
        self.engine = _Engine()

    def paintEngine(self) -> QPaintEngine:  # noqa: N802 - Qt's spelling
        """What listens."""
        return self.engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        """The size in pixels, at the usual 96 to an inch."""
        kinds = QPaintDevice.PaintDeviceMetric
        dots = (kinds.PdmDpiX, kinds.PdmDpiY, kinds.PdmPhysicalDpiX, kinds.PdmPhysicalDpiY)
        known = dict.fromkeys(dots, 96) | {
            kinds.PdmWidth: self._size.width(),
            kinds.PdmHeight: self._size.height(),
            kinds.PdmWidthMM: round(self._size.width() / 96 * 25.4),
            kinds.PdmHeightMM: round(self._size.height() / 96 * 25.4),
            kinds.PdmNumColors: 1 << 24,
            kinds.PdmDepth: 32,
            kinds.PdmDevicePixelRatio: 1,
            kinds.PdmDevicePixelRatioScaled: 1 << 16,
        }
        return known.get(metric, 0)


class _Engine(QPaintEngine):
    """Writes down texts and fills instead of drawing them."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.texts: list[Text] = []
        self.fills: list[Fill] = []
        self.widget: QWidget | None = None
        self._count = 0

    def begin(self, device: QPaintDevice) -> bool:
        """Always ready."""
        return True

    def end(self) -> bool:
        """Nothing to finish."""
        return True

    def type(self) -> QPaintEngine.Type:
        """One of our own."""
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:  # noqa: N802 - Qt's spelling
        """Pen, brush and clip are asked of the painter when they are needed."""

    def turn_to(self, widget: QWidget) -> None:
        """Another widget paints now; Qt has already filled its ground, where it has one."""
        self.widget = widget
        ground = self._clip_of_widgets()
        if self.fills and self.fills[-1].area == ground:
            self.fills[-1].widget = widget

    # ------------------------------------------------------------------------------- texts

    def drawTextItem(self, at: Any, item: QTextItem) -> None:  # noqa: N802 - Qt's spelling
        """Note the words, where their letters stand, and what the clip leaves of them."""
        words = item.text()
        painter = self.painter()
        if self.widget is None or not words.strip() or _is_invisible(painter):
            return
        letters, ink = _boxes(words, item)
        places = self.painter().deviceTransform()
        box, ink = places.mapRect(letters.translated(at)), places.mapRect(ink.translated(at))
        clip = self._clip()
        clipped, seen = (QRegion(part.toRect()).intersected(clip) for part in (ink, box))
        self._count += 1
        bounds = clip.boundingRect()
        size = QFontInfo(item.font()).pixelSize() * abs(places.m22())
        found = Text(words.strip(), box, self.widget, self._count, ink, bounds, clipped, seen, size)
        self.texts.append(found)

    def _clip(self) -> QRegion:
        """What widgets and painter let through; Qt's own clip also lacks what is covered later."""
        clip, painter = self._clip_of_widgets(), self.painter()
        if painter.hasClipping():
            clip = clip.intersected(painter.deviceTransform().map(painter.clipRegion()))
        return clip

    def _clip_of_widgets(self) -> QRegion:
        assert self.widget is not None
        return QRegion(in_window(self.widget))

    # ------------------------------------------------------------------------------- fills

    def drawPath(self, path: QPainterPath) -> None:  # noqa: N802 - Qt's spelling
        """Note the box of a path that fills it."""
        brush = self.painter().brush()
        if brush.style() == Qt.BrushStyle.NoBrush or not _is_opaque(brush, self.painter()):
            return
        box = path.boundingRect()
        if _is_solid(path, box):
            self._fill(box)

    def drawPolygon(self, *shape: object) -> None:  # noqa: N802 - Qt's spelling
        """Lines and corners hide nothing; Qt's own would call itself without end."""

    def drawPixmap(self, box: Any, pixmap: Any, source: Any) -> None:  # noqa: N802
        """A picture without gaps covers what is under it."""
        if not pixmap.hasAlphaChannel():
            self._fill(box)

    def drawImage(  # noqa: N802
        self,
        box: Any,
        image: QImage,
        source: Any,
        flags: Qt.ImageConversionFlag = Qt.ImageConversionFlag.AutoColor,
    ) -> None:
        """The same for an image."""
        if not image.hasAlphaChannel():
            self._fill(box)

    def _fill(self, box: QRectF) -> None:
        if self.widget is None:  # the ground of the window itself
            return
        mapped = self.painter().deviceTransform().mapRect(box)
        filled = QRegion(mapped.toRect()).intersected(self.systemClip())
        if self.painter().hasClipping():
            own = self.painter().deviceTransform().map(self.painter().clipRegion())
            filled = filled.intersected(own)
        bounds = filled.boundingRect()
        if bounds.width() > 2 and bounds.height() > 2:
            self._count += 1
            self.fills.append(Fill(filled, self.widget, self._count))


def in_window(widget: QWidget) -> QRect:
    """Where a widget is in its window, as far as what holds it lets it through."""
    rect, part = _place(widget), widget.parentWidget()
    while part is not None and not widget.isWindow():
        rect = rect.intersected(_place(part))
        part = None if part.isWindow() else part.parentWidget()
    return rect


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def _boxes(words: str, item: QTextItem) -> tuple[QRectF, QRectF]:
    """The box of a text and that of its ink, from its start on the base line, outer blanks gone."""
    metrics = QFontMetricsF(item.font())
    lead = metrics.horizontalAdvance(words[: len(words) - len(words.lstrip())])
    trail = metrics.horizontalAdvance(words[len(words.rstrip()) :])
    width = max(1.0, item.width() - lead - trail)
    tight = metrics.tightBoundingRect(words.strip())
    letters = QRectF(lead, -metrics.capHeight(), width, metrics.capHeight() + item.descent())
    return letters, QRectF(lead, tight.top(), width, tight.height())


def _is_invisible(painter: QPainter) -> bool:
    return painter.opacity() == 0 or painter.pen().color().alpha() == 0


def _is_opaque(brush: QBrush, painter: QPainter) -> bool:
    plain = brush.style() == Qt.BrushStyle.SolidPattern and brush.color().alpha() == OPAQUE
    return (plain or brush.isOpaque()) and painter.opacity() == 1


def _is_solid(path: QPainterPath, box: QRectF) -> bool:
    """Whether a path fills its box but for the corners, as no frame or line does."""
    points = (QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in _GRID)
    return all(path.contains(point) for point in points)
