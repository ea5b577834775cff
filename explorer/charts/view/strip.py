"""What stands at days of the time axis: the moment, and events as thin dotted marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPen
from PySide6.QtWidgets import QGraphicsLineItem, QGraphicsSimpleTextItem

from explorer.charts.view.cursor import Slip
from explorer.ui.paint import Look

GRIP: Final = 5.0  # pixels beside a line within which it can be taken hold of
MOST_ROWS: Final = 4  # of labels
LEADING: Final = 1.25  # from row to row, in heights of a letter
BEHIND: Final = -5.0  # between the grid and the figures, for lines
FLAGS: Final = 35.0  # above the figures, for words


@dataclass(frozen=True)
class EventMark:
    """An event on the axis: where its line is, and where its label stands if it has room."""

    ref: str  # event:…
    x: float  # of the line, in pixels
    text: str  # the label; "" where it has no room
    left: float  # of the label
    row: int  # of the label, from the top


class Strip:
    """Draws into the strip above a plot, and lines from there to the axis."""

    def __init__(self, scene: Any) -> None:
        self._scene = scene
        self._made: list[Any] = []
        self.flags: tuple[EventMark, ...] = ()
        self._boxes: list[tuple[str, QRectF]] = []  # of the labels of events
        self.moment_x: float | None = None
        self.used = 0  # rows of labels
        self.bare = False  # lines alone, where the words stand over another plot
        self._moment_line = QGraphicsLineItem()
        self._moment_flag = Slip(3)
        self._moment_line.setZValue(BEHIND)
        self._moment_flag.setZValue(FLAGS)
        for item in (self._moment_line, self._moment_flag):
            scene.addItem(item)
            item.hide()

    def dress(self, look: Look) -> None:
        """Take the fonts and colors of a look."""
        self._look = look
        self._font = look.font("caption")
        self.line = QFontMetricsF(self._font).height()
        pen = QPen(look.color("moment"), 1.5 * look.scale)
        self._moment_line.setPen(pen)
        self._moment_flag.ground = look.color("moment")
        self._moment_flag.setFont(self._font)

    def rows(self, height: float) -> int:
        """How many rows of labels a plot of that height can spare."""
        return 0 if self.bare else min(max(int(height / self.line / 5) - 1, 0), MOST_ROWS)

    def height(self) -> float:
        """The height of the strip above the plot: rows of labels, then the flag of the moment."""
        return 6.0 if self.bare else self.line * LEADING * (self.used + 1) + 8

    # ---------------------------------------------------------------------------------- events

    def show_events(self, flags: Sequence[EventMark], chosen: str, area: QRectF) -> None:
        """Draw the events; the chosen one with a full line."""
        for item in self._made:
            self._scene.removeItem(item)
        self._made, self._boxes, self.flags = [], [], tuple(flags)
        for flag in flags:
            is_chosen = flag.ref == chosen
            box = self._label(flag, flag.row * self.line * LEADING, is_chosen)
            start = box.top() + 2 if flag.text else area.top()
            self._event_line(flag.x, start, area.bottom(), is_chosen)

    def _label(self, flag: EventMark, top: float, is_chosen: bool) -> QRectF:
        if not flag.text:
            return QRectF()
        item = QGraphicsSimpleTextItem(flag.text)
        item.setFont(self._font)
        item.setBrush(self._look.brush("link" if is_chosen else "text-quiet"))
        item.setPos(flag.left, top)
        item.setZValue(FLAGS)
        self._scene.addItem(item)
        self._made.append(item)
        box = item.sceneBoundingRect()
        self._boxes.append((flag.ref, box))
        return box

    def _event_line(self, x: float, top: float, bottom: float, is_chosen: bool) -> None:
        item = QGraphicsLineItem(x, top, x, bottom)
        role = "link" if is_chosen else "text-quiet"
        pen = QPen(self._look.color(role), (1.8 if is_chosen else 1.0) * self._look.line_scale)
        if not is_chosen:
            pen.setDashPattern([1, 3])
        item.setPen(pen)
        item.setZValue(BEHIND)
        self._scene.addItem(item)
        self._made.append(item)

    def event_at(self, at: QPointF, near_line: bool) -> str:
        """The event whose label is at a place, or with *near_line* the one whose line is near."""
        for ref, box in self._boxes:
            if box.adjusted(-2, -1, 2, 1).contains(at):
                return ref
        near = [(abs(flag.x - at.x()), flag.ref) for flag in self.flags]
        if near_line and near and min(near)[0] <= GRIP:
            return min(near)[1]
        return ""

    # ---------------------------------------------------------------------------------- moment

    def show_moment(self, x: float | None, words: str, area: QRectF) -> None:
        """Draw the line of the moment with its day on top; nothing where *x* is None."""
        self.moment_x = x
        for item in (self._moment_line, self._moment_flag):
            item.setVisible(x is not None)
        if x is None:
            return
        ink = self._look.color("on-moment").name()
        self._moment_flag.write(f'<span style="color:{ink}">{escape(words)}</span>', 1000)
        width = self._moment_flag.boundingRect().width()
        left = x if x + width <= area.right() else x - width
        top = self.used * self.line * LEADING
        self._moment_flag.setPos(left, top)
        self._moment_flag.setVisible(not self.bare)
        self._moment_line.setLine(x, area.top() if self.bare else top, x, area.bottom())

    def holds_moment(self, at: QPointF, near_line: bool = True) -> bool:
        """Whether a place is on the flag of the moment, or near its line."""
        if self.moment_x is None:
            return False
        if not self.bare and self._moment_flag.sceneBoundingRect().contains(at):
            return True
        return near_line and abs(at.x() - self.moment_x) <= GRIP
