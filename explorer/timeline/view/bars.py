"""Programs as bars: where they stand, their names, their phases."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen

from explorer.timeline.seen import SeenBar, View
from explorer.timeline.sheet import PROGRAMS
from explorer.timeline.view import words
from explorer.timeline.view.board import LEFT, Board, role_of


class Bars:
    """The bars of a board."""

    def __init__(self, board: Board) -> None:
        self.board = board

    def find(self, ref: str, view: View) -> SeenBar | None:
        """A bar as it stands in a view."""
        lane = next((lane for lane in self.board.sheet.lanes if lane.bars), None)
        bars = self.board.sheet.seen_bars(lane, view) if lane else []
        return next((bar for bar in bars if bar.bar.ref == ref), None)

    def rect(self, seen: SeenBar) -> QRectF:
        """Where a bar stands, from the left edge of time."""
        return QRectF(
            seen.left,
            seen.top + 1,
            max(seen.right - seen.left, 3.0),
            self.board.sheet.sizes.bar - 2,
        )

    def in_sight(self, rect: QRectF) -> QRectF:
        """The part of a bar that shows; all of it where none does."""
        cut = rect.intersected(QRectF(0, 0, self.board.sheet.sizes.width, 1e7))
        return cut if cut.isValid() else rect

    def label(self, seen: SeenBar) -> tuple[str, QRectF]:
        """A bar's name and where it stands: inside what shows of the bar, or beside it."""
        rect = self.rect(seen)
        width = self.board.measure_bar(seen.name.text)
        return seen.name.text, QRectF(seen.name_left, rect.top(), width, rect.height())

    def draw(self, painter: QPainter, seen: SeenBar) -> None:
        """A bar, open at its end where it goes on."""
        rect = self.rect(seen).intersected(QRectF(-20, 0, self.board.sheet.sizes.width + 40, 1e6))
        role = role_of(PROGRAMS)
        radius = min(4.0, rect.height() / 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._bar_brush(seen, role))
        painter.drawRoundedRect(rect, radius, radius)

    def _turns(self, painter: QPainter, seen: SeenBar) -> None:
        """A tick where each phase begins, with a knob where an event tells of it."""
        rect, role = self.rect(seen), role_of(PROGRAMS)
        painter.setPen(QPen(self.board.mix(role, 0.55), 1))
        scale = (seen.right - seen.left) / max(seen.bar.last - seen.bar.first, 1e-9)
        for turn in seen.bar.turns:
            x = seen.left + (turn.day - seen.bar.first) * scale
            if not rect.left() + 3 < x < rect.right() - 3:
                continue
            low, tall = rect.bottom(), rect.height()
            painter.drawLine(QPointF(x, low - tall * 0.28), QPointF(x, low))
            if turn.event:
                side = tall * 0.24
                knob = QRectF(x - side / 2, low - side * 1.1, side, side)
                painter.fillRect(knob, self.board.colors[role])

    def _bar_brush(self, seen: SeenBar, role: str) -> QBrush:
        color = self.board.mix(role, 0.22)
        if not seen.bar.goes_on:
            return QBrush(color)
        fade = QLinearGradient(QPointF(seen.right - 60, 0), QPointF(seen.right, 0))
        end = QColor(color)
        end.setAlphaF(0.3)
        fade.setColorAt(0, color)
        fade.setColorAt(1, end)
        return QBrush(fade)

    def write(self, painter: QPainter, seen: SeenBar) -> None:
        """The name of a bar over its phases; what goes on says so at its end."""
        text, rect = self.label(seen)
        is_in = seen.name.place == "in"
        if not is_in and (rect.left() < 0 or rect.right() > self.board.sheet.sizes.width):
            text = ""  # beside a bar that is out of view
        if text:
            ground = (
                self.board.mix(role_of(PROGRAMS), 0.22) if is_in else self.board.colors["panel"]
            )
            painter.fillRect(rect.adjusted(-2, 2, 2, -2), ground)
        self._turns(painter, seen)
        if text:
            painter.setFont(self.board.label)
            painter.setPen(self.board.colors["text"])
            painter.drawText(rect, LEFT, text)
            if seen.bar.goes_on and is_in:
                self._continues(painter, seen, rect)

    def _continues(self, painter: QPainter, seen: SeenBar, name: QRectF) -> None:
        text = words.continues()
        width, gap = self.board.small_fm.horizontalAdvance(text), self.board.sheet.sizes.metrics.gap
        right = min(seen.right, self.board.sheet.sizes.width) - gap
        if (
            seen.right <= self.board.sheet.sizes.width + 1
            and right - width > name.right() + 3 * gap
        ):
            rect = QRectF(right - width - 1, name.top(), width + 1, name.height())
            ground = rect.adjusted(-2, 2, 2, -2)  # nothing goes through the word
            painter.fillRect(ground, self.board.colors["panel"])
            painter.fillRect(ground, self._bar_brush(seen, role_of(PROGRAMS)))
            painter.setFont(self.board.small)
            painter.setPen(self.board.colors["text-quiet"])
            painter.drawText(rect, LEFT, text)
