"""What all parts of the drawn timeline share: the sheet, fonts, sizes, colors."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from datetime import date

import msgspec
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from explorer.content.model import LANES
from explorer.timeline.items import Contents
from explorer.timeline.layout import Metrics
from explorer.timeline.seen import Lane, View
from explorer.timeline.sheet import Sheet, Sizes
from explorer.timeline.strip import Strip
from explorer.timeline.view import words
from explorer.ui.paint import Look

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter

_ROLES: dict[str, str] = {lane: "lane-" + lane.lower().replace(" ", "-") for lane in LANES}


def role_of(lane: str) -> str:
    """The color role of a lane."""
    return _ROLES[lane]


class Scene(msgspec.Struct, frozen=True):
    """What to draw besides the contents: the view and what stands out in it."""

    view: View
    moment: date
    item: str = ""
    scroll: float = 0.0  # pixels that the lanes are moved up


class Board:
    """A sheet of contents at one size, with the fonts, sizes and colors that it is drawn in."""

    def __init__(
        self,
        contents: Contents,
        look: Look,
        width: float,
        height: float,
        order: Sequence[str] = LANES,
        folded: Collection[str] = (),
        all_bars: bool = False,
        detail: Callable[[str], str] = str,
        strip: Strip | None = None,
    ) -> None:
        self.look, self.contents, self.detail = look, contents, detail
        self.width, self.height, self.strip = width, height, strip
        self._fonts(height)
        self.gutter: float = self._gutter(order)
        self.sheet = Sheet(
            contents, self._sizes(width - self.gutter, height), order, folded, all_bars
        )
        self._mixed: dict[tuple[str, float], QColor] = {}
        self.colors = {role: look.color(role) for role in look.roles}

    def _fonts(self, height: float) -> None:
        size = "small" if height >= 420 * self.look.scale else "caption"
        self.font = QFont(self.look.font(size))
        self.strong = QFont(self.look.font(size, bold=True))
        self.small = QFont(self.look.font("caption"))
        self.label = QFont(self.look.font("caption", bold=True))
        self.fm, self.strong_fm = QFontMetricsF(self.font), QFontMetricsF(self.strong)
        self.small_fm, self.label_fm = QFontMetricsF(self.small), QFontMetricsF(self.label)

    def font_of(self, weight: int) -> QFont:
        """The font of a title: the most important ones are heavier."""
        return self.strong if weight >= 3 else self.font

    def measure(self, text: str, weight: float) -> float:
        """The width of a title."""
        return (self.strong_fm if weight >= 3 else self.fm).horizontalAdvance(text) + 1

    def measure_bar(self, text: str) -> float:
        """The width of a bar's name."""
        return self.label_fm.horizontalAdvance(text) + 1

    def _gutter(self, order: Sequence[str]) -> float:
        """As wide as the longest name; where that takes too much, as its longest word at least."""
        unit, measure = self.look.space(1), self.label_fm.horizontalAdvance
        names = [words.lane(lane) for lane in order]
        whole = max(map(measure, names), default=0.0) + 6 * unit
        word = max((measure(part) for name in names for part in name.split()), default=0.0)
        least = min(word + 4 * unit, self.width * 0.4)
        return math.ceil(min(whole, max(self.width * 0.2, least, 40.0)))

    def _sizes(self, width: float, height: float) -> Sizes:
        em = self.fm.height()
        text = math.ceil(em)
        metrics = Metrics(
            measure=self.measure,
            row=float(text + round(em * 0.22)),
            mark=round(em * 0.36, 1),
            pad=round(em * 0.38),
            gap=round(em * 0.6),
            chip=tuple(
                self.label_fm.horizontalAdvance("+" + "8" * digits) / 2 + em * 0.3
                for digits in range(1, 6)
            ),
        )
        return Sizes(
            metrics=metrics,
            measure_bar=self.measure_bar,
            width=max(width - self.look.space(1), 60.0),
            height=height,
            band=math.ceil(self.small_fm.height() * 1.3),
            axis=math.ceil(self.small_fm.height() * 1.45),
            bar=math.ceil(self.label_fm.height() * 1.2) + 1,
            lane_pad=round(em * (0.24 if height >= 420 * self.look.scale else 0.1)),
            thin=math.ceil(em * 1.15),
            margin=round(em * 1.4),
            strip=round(em * 3.3) if self.strip else 0.0,
        )

    def mix(self, role: str, share: float, ground: str = "panel") -> QColor:
        """A role thinned out over a ground, opaque."""
        key = (role + ground, share)
        if key not in self._mixed:
            one, other = self.look.color(role), self.look.color(ground)
            self._mixed[key] = QColor.fromRgbF(
                one.redF() * share + other.redF() * (1 - share),
                one.greenF() * share + other.greenF() * (1 - share),
                one.blueF() * share + other.blueF() * (1 - share),
            )
        return self._mixed[key]

    def lanes_rect(self) -> QRectF:
        """Where the lanes show, between the band and the axis."""
        sizes = self.sheet.sizes
        return QRectF(0, sizes.band, self.width, sizes.inner)

    def lane_named(self, name: str) -> Lane:
        """A lane of the sheet."""
        return next(lane for lane in self.sheet.lanes if lane.name == name)


class Clip:
    """Within it, drawing is clipped to the lanes and moved with them."""

    def __init__(self, painter: QPainter, rect: QRectF, scroll: float, left: float = 0.0) -> None:
        self._painter, self._rect, self._scroll, self._left = painter, rect, scroll, left

    def __enter__(self) -> None:
        self._painter.save()
        self._painter.setClipRect(self._rect.adjusted(self._left, 0, 0, 0))
        self._painter.translate(self._left, -self._scroll)

    def __exit__(self, *error: object) -> None:
        self._painter.restore()


def wrapped(text: str, width: float, fm: QFontMetricsF, most: int) -> list[str]:
    """The text in at most so many lines, the last one elided if it must be."""
    if fm.horizontalAdvance(text) <= width or most == 1:
        return [fm.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    parts = text.split(" ")
    for cut in range(len(parts) - 1, 0, -1):
        head = " ".join(parts[:cut])
        if fm.horizontalAdvance(head) <= width or cut == 1:
            rest = " ".join(parts[cut:])
            return [
                fm.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in (head, rest)
            ]
    return [fm.elidedText(text, Qt.TextElideMode.ElideRight, width)]
