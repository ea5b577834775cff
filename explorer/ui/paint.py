"""Pens, brushes, fonts, icons and palette made from a theme."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QIcon,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QApplication

from explorer.paths import resources
from explorer.reader.theme import BASE_SIZE, LINES, RADIUS, SIZES, SPACES, UNIT, Theme
from explorer.ui import icons

FAMILY: Final = "Inter"
_GROUP = QPalette.ColorGroup
_PLACE = QPalette.ColorRole
# What each place of Qt's palette shows, by role; disabled text is a ghost.
PALETTE: Final = (
    (_PLACE.Window, "window"),
    (_PLACE.WindowText, "text"),
    (_PLACE.Base, "panel"),
    (_PLACE.AlternateBase, "panel-sunk"),
    (_PLACE.Text, "text"),
    (_PLACE.PlaceholderText, "text-quiet"),
    (_PLACE.Button, "control"),
    (_PLACE.ButtonText, "text"),
    (_PLACE.BrightText, "on-accent"),
    (_PLACE.Highlight, "selection"),
    (_PLACE.HighlightedText, "on-selection"),
    (_PLACE.Accent, "accent"),
    (_PLACE.Link, "link"),
    (_PLACE.LinkVisited, "link"),
    (_PLACE.ToolTipBase, "tip"),
    (_PLACE.ToolTipText, "on-tip"),
    (_PLACE.Light, "panel"),
    (_PLACE.Midlight, "panel-sunk"),
    (_PLACE.Mid, "control-border"),
    (_PLACE.Dark, "control-border"),
    (_PLACE.Shadow, "panel-border"),
)


class Look:
    """How the program looks: a theme at a text size. Pages ask it for roles, never for colors."""

    def __init__(
        self, theme: Theme, text_scale: float = 1.0, least: float = 1.0, most: float = 3.0
    ) -> None:
        load_fonts()
        self.theme = theme
        self.text_scale = min(most, max(least, text_scale))  # as the reader chose it
        self.scale = self.text_scale * theme.text_scale  # as drawn
        self.line_scale = theme.line_scale
        self.roles = frozenset(theme.colors)
        self._icons: dict[tuple[str, str, int], QIcon] = {}

    # ------------------------------------------------------------------ colors and lines

    def color(self, role: str) -> QColor:
        """The color of a role."""
        return QColor(self.theme.color(role))

    def brush(self, role: str) -> QBrush:
        """A solid brush of a role."""
        return QBrush(self.color(role))

    def hatch(self, role: str) -> QBrush:
        """A diagonal pattern of a role, for what has no date or was not researched."""
        return QBrush(self.color(role), Qt.BrushStyle.BDiagPattern)

    def pen(self, role: str, width: float | str = 1.0, dash: Sequence[float] | None = None) -> QPen:
        """A pen with round ends; *width* in pixels at 100 %, or ``"hair"``, ``"line"``, ``"bold"``."""
        pixels = LINES[width] if isinstance(width, str) else width
        pen = QPen(self.color(role), pixels * self.line_scale)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if dash else Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dash:
            pen.setDashPattern(list(dash))
        return pen

    # ------------------------------------------------------------------- type and measure

    def font(
        self,
        size: str = "body",
        bold: bool = False,
        italic: bool = False,
        tabular: bool = False,
        weight: int = 0,
    ) -> QFont:
        """The program's font at a named size; *tabular* gives figures of one width."""
        font = QFont(FAMILY)
        font.setStyleHint(QFont.StyleHint.SansSerif)
        font.setPixelSize(round(BASE_SIZE * SIZES[size] * self.scale))
        font.setWeight(QFont.Weight(weight or (600 if bold else 400)))
        font.setItalic(italic)
        font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        if tabular and hasattr(font, "setFeature"):  # Qt 6.7 and later
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def space(self, step: int | str) -> int:
        """Pixels of a distance: a number of units of four, or ``"xs"`` to ``"xxl"``.

        Distances grow half as fast as text, so that large text keeps its room.
        """
        units = SPACES[step] if isinstance(step, str) else step
        return round(UNIT * units * (1 + (self.scale - 1) / 2))

    @property
    def radius(self) -> float:
        """How round the corners of a panel are."""
        return float(RADIUS)

    def reading_width(self) -> int:
        """The widest that running text should be set: about 75 letters."""
        return round(QFontMetricsF(self.font()).averageCharWidth() * 75)

    # -------------------------------------------------------------------------- pictures

    def shape(self, role: str) -> str:
        """The shape that goes with a lane's color."""
        return self.theme.shape(role)

    def icon(self, name: str, role: str = "text", size: int = 20) -> QIcon:
        """A bundled drawing in the color of a role; drawn on first use and kept."""
        pixels = round(size * max(1.0, self.scale))
        key = (name, role, pixels)
        if key not in self._icons:
            icon = QIcon(self._pixmap(name, role, pixels))
            if role != "ghost":
                icon.addPixmap(self._pixmap(name, "ghost", pixels), QIcon.Mode.Disabled)
            self._icons[key] = icon
        return self._icons[key]

    def _pixmap(self, name: str, role: str, pixels: int) -> QPixmap:
        """The drawing in the color of a role: its shape, dyed, in a quarter of the time."""
        pixmap = QPixmap(icons.shape(name, round(pixels * _FINE)))
        painter = QPainter(pixmap)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(pixmap.rect(), self.color(role))
        painter.end()
        pixmap.setDevicePixelRatio(_FINE)
        return pixmap

    # ------------------------------------------------------------------------- Qt widgets

    def palette(self) -> QPalette:
        """The palette for Qt's Fusion style."""
        palette = QPalette()
        for place, role in PALETTE:
            palette.setColor(place, self.color(role))
        for place in (_PLACE.WindowText, _PLACE.Text, _PLACE.ButtonText):
            palette.setColor(_GROUP.Disabled, place, self.color("ghost"))
        return palette

    def stylesheet(self) -> str:
        """The rules for the few widgets that style and palette cannot draw in our look."""
        return self.sheet("all")

    def sheet(self, name: str) -> str:
        """The rules of one kind of widget alone, such as ``"message-bar"``."""
        from explorer.ui.stylesheet import sheet  # not needed for the first picture

        return sheet(name, self.theme, self.scale)

    def apply(self, app: QApplication) -> None:
        """Give the whole application this look."""
        scheme = Qt.ColorScheme.Dark if self.theme.is_dark else Qt.ColorScheme.Light
        hints = app.styleHints()
        if hasattr(hints, "setColorScheme"):  # title bars and dialogs of the system; Qt 6.8
            hints.setColorScheme(scheme)
        if app.style().name() != "fusion":
            app.setStyle("Fusion")
        app.setPalette(self.palette())
        app.setFont(self.font())
        app.setStyleSheet(self.stylesheet())


# ------------------------------------------------------------------------- painting helpers


def panel(painter: QPainter, rect: QRectF, look: Look, role: str = "panel") -> None:
    """Draw a rounded sheet with a fine border, as every pane lies on."""
    width = look.line_scale
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look.pen("panel-border"))
    painter.setBrush(look.brush(role))
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), look.radius, look.radius)
    painter.restore()


def chip(painter: QPainter, at: QPointF, text: str, look: Look, role: str = "accent") -> QRectF:
    """Draw *text* on a round ground with its left top at *at*; the ground is returned."""
    font = look.font("caption", bold=True)
    metrics = QFontMetricsF(font)
    pad = look.space(2)
    box = QRectF(at.x(), at.y(), metrics.horizontalAdvance(text) + 2 * pad, metrics.height() + 4)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.brush(role))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(look.color(_text_on(role)))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return box


def _text_on(role: str) -> str:
    known = {"accent": "on-accent", "moment": "on-moment", "changed-soft": "on-changed"}
    known |= {"accent-soft": "accent", "tip": "on-tip", "selection": "on-selection"}
    return known.get(role, "on-chip")


def shape_path(shape: str, center: QPointF, size: float) -> QPainterPath:
    """The outline of a lane's shape; all shapes of one *size* look equally heavy."""
    path = QPainterPath()
    if shape == "circle":
        path.addEllipse(center, size / 2, size / 2)
        return path
    if shape == "square":
        side = size * 0.88
        box = QRectF(center.x() - side / 2, center.y() - side / 2, side, side)
        path.addRoundedRect(box, side * 0.12, side * 0.12)
        return path
    corners, turn, reach = _CORNERS[shape]
    points = [
        center + QPointF(math.cos(angle), math.sin(angle)) * (reach * size)
        for angle in (math.radians(turn + 360 / corners * i) for i in range(corners))
    ]
    if corners == 3:  # a triangle sits on its middle, not on its center of gravity
        points = [point + QPointF(0, size * (0.1 if turn < 0 else -0.1)) for point in points]
    path.addPolygon(QPolygonF([*points, points[0]]))
    path.closeSubpath()
    return path


_CORNERS: Final = {  # corners, degrees of the first, distance from the center
    "diamond": (4, -90.0, 0.6),
    "triangle-up": (3, -90.0, 0.64),
    "triangle-down": (3, 90.0, 0.64),
    "hexagon": (6, 0.0, 0.54),
}


def mark(
    painter: QPainter, role: str, center: QPointF, size: float, look: Look, edge: str = "panel"
) -> None:
    """Draw the mark of a lane, set off from what lies under it by a fine edge."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look.pen(edge, 1.0))
    painter.setBrush(look.brush(role))
    painter.drawPath(shape_path(look.shape(role), center, size))
    painter.restore()


def elide(text: str, font: QFont, width: float) -> str:
    """As much of *text* as fits into *width*, with an ellipsis where it was cut."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def halo(
    painter: QPainter, at: QPointF, text: str, font: QFont, ink: QColor, ground: QColor
) -> None:
    """Draw *text* with its base line at *at*, kept apart from what it crosses by a soft edge."""
    path = QPainterPath()
    path.addText(at, font, text)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QPen(ground, max(3.0, font.pixelSize() / 4))
    edge.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, edge)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(at, text)
    painter.restore()


# --------------------------------------------------------------------- fonts and the system


@cache
def load_fonts() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt, once; the families that were found."""
    families: dict[str, None] = {}
    for file in sorted((resources() / "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families |= dict.fromkeys(QFontDatabase.applicationFontFamilies(number))
    return tuple(families)


_FINE: Final = 2.0  # pixels to a point: sharp on fine screens, scaled down on others


def system_theme() -> str:
    """The theme that the system asks for: ``"light"``, ``"dark"`` or ``"contrast"``."""
    hints = QGuiApplication.styleHints()
    access = hints.accessibility() if hasattr(hints, "accessibility") else None
    preference = getattr(access, "contrastPreference", None)  # Qt 6.10 and later
    if preference is not None and preference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def reduced_motion() -> bool:
    """Whether the system asks for less motion; False where it cannot say."""
    hints = QGuiApplication.styleHints()
    access = hints.accessibility() if hasattr(hints, "accessibility") else None
    preference = getattr(access, "motionPreference", None)  # Qt 6.12 and later
    return preference is not None and "reduced" in str(preference()).casefold()
