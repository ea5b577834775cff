"""Events: marks, titles and details, and "+n" where they are crowded."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen

from explorer.timeline.cuts import Cuts
from explorer.timeline.items import Mark
from explorer.timeline.seen import Lane, Seen, SeenCluster, View
from explorer.timeline.view import words
from explorer.timeline.view.board import CENTER, LEFT, RIGHT, Board, role_of
from explorer.ui.paint import shape_path


class Titles:
    """The events of a board."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self._least_detail = board.fm.horizontalAdvance("2000") + 2 * board.sheet.sizes.metrics.gap
        self._glyphs = {lane.name: self._glyph(lane.name) for lane in board.sheet.lanes}
        self._details: dict[tuple[str, int], str] = {}
        self._cuts = Cuts(board.measure)

    def _glyph(self, lane: str) -> QPainterPath:
        shape = self.board.look.shape(role_of(lane))
        return shape_path(shape, QPointF(0, 0), 2 * self.board.sheet.sizes.metrics.mark * 0.92)

    def rect(self, seen: Seen) -> QRectF:
        """A mark with its title, from the left edge of time; the mark alone where it is out of view."""
        metrics, row = self.board.sheet.sizes.metrics, self.board.sheet.sizes.metrics.row
        if not self._in_view(seen):
            return QRectF(seen.x - metrics.mark, seen.top, 2 * metrics.mark, row)
        return QRectF(seen.left, seen.top, seen.right - seen.left, row)

    def _in_view(self, seen: Seen) -> bool:
        """Whether the day of an event is in view: only then its title is."""
        return 0 <= seen.x <= self.board.sheet.sizes.width

    def text_rect(self, seen: Seen) -> QRectF:
        """The text of a title, from the left edge of time."""
        metrics = self.board.sheet.sizes.metrics
        inset = metrics.mark + metrics.pad
        if seen.leftward:
            return QRectF(seen.left, seen.top, seen.x - inset - seen.left, metrics.row)
        return QRectF(seen.x + inset, seen.top, seen.right - seen.x - inset, metrics.row)

    def cluster_rect(self, seen: SeenCluster, lane: Lane) -> QRectF:
        """Where a "+n" or a mark without title stands, from the left edge of time."""
        row, half = self.board.sheet.sizes.metrics.row, seen.cluster.half
        rect = QRectF(seen.x - half, seen.top + row * 0.08, 2 * half, row * 0.84)
        if lane.folded:
            rect.setHeight(min(rect.height(), lane.height - 3))
            rect.moveCenter(QPointF(seen.x, lane.top + lane.height / 2))
        return rect

    def title(self, painter: QPainter, lane: Lane, seen: Seen, ground: str = "panel") -> None:
        """A mark with its title, and details where nothing else is."""
        mark, rect = self.board.contents.marks[seen.mark], self.text_rect(seen)
        inset, text = rect.height() * 0.12, self.words(seen)
        self.mark(painter, lane.name, seen.x, rect.center().y())
        if not text:
            return
        is_right = seen.leftward
        if text is not seen.slot.text:
            rect = self._around(rect, self.board.measure(text, mark.weight), is_right)
        painter.fillRect(rect.adjusted(-2, inset, 2, -inset), self.board.colors[ground])
        painter.setFont(self.board.font_of(mark.weight))
        painter.setPen(self.board.colors["text" if mark.weight > 1 else "text-quiet"])
        painter.drawText(rect, RIGHT if is_right else LEFT, text)
        if ground == "panel":
            self._more(painter, seen)

    def _around(self, rect: QRectF, width: float, is_right: bool) -> QRectF:
        """So much of what shows of a rectangle as a text takes that was cut."""
        shown = rect.intersected(QRectF(0, rect.top(), self.board.sheet.sizes.width, rect.height()))
        left = shown.right() - width if is_right else shown.left()
        return QRectF(left, rect.top(), width, rect.height())

    def words(self, seen: Seen) -> str:
        """The text of a title; where it has less room or an edge cuts it, its first words."""
        if not self._in_view(seen):
            return ""
        rect, width = self.text_rect(seen), self.board.sheet.sizes.width
        text, weight = seen.slot.text, self.board.contents.marks[seen.mark].weight
        if seen.turned:
            missing = seen.width - (seen.x - seen.left if seen.leftward else seen.right - seen.x)
            return text if missing < 0.5 else self._cuts.head(text, weight, rect.width())
        if rect.left() < 0 or rect.right() > width:
            return self._cuts.head(text, weight, min(rect.right(), width) - max(rect.left(), 0.0))
        return text

    def mark(self, painter: QPainter, lane: str, x: float, y: float) -> None:
        """The shape of a lane, around a point."""
        path = self._glyphs[lane].translated(x, y)
        painter.fillPath(path, self.board.colors[role_of(lane)])

    def cluster(
        self, painter: QPainter, lane: Lane, seen: SeenCluster, strong: bool = False
    ) -> None:
        """A mark without title, or a "+n"."""
        rect, row = self.cluster_rect(seen, lane), self.board.sheet.sizes.metrics.row
        if len(seen.marks) == 1 and not seen.aside:
            self.mark(painter, lane.name, seen.x, rect.center().y())
            return
        role = role_of(lane.name)
        painter.setPen(QPen(self.board.mix(role, 0.7), self.board.look.line_scale))
        painter.setBrush(self.board.mix(role, 0.3 if strong else 0.13))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), row * 0.3, row * 0.3)
        painter.setPen(self.board.colors["text"])
        painter.setFont(self.board.label)
        painter.drawText(rect, CENTER, f"+{len(seen.marks)}")

    def whisker(self, painter: QPainter, index: int, view: View, top: float) -> None:
        """How wide the date is known to be, and how long a run of steps took."""
        mark, metrics = self.board.contents.marks[index], self.board.sheet.sizes.metrics
        role, thick = role_of(mark.lane), max(2.0, metrics.row * 0.13)
        y = top + metrics.row - thick
        left, right = view.x(mark.first), view.x(mark.last)
        if mark.until > mark.last and view.x(mark.until) - right > metrics.mark:
            run = QRectF(right, y, view.x(mark.until) - right, thick)
            painter.fillRect(run, self.board.mix(role, 0.35))
        if mark.when.precision == "day" and not mark.when.approximate:
            return
        if right - left > 2.5 * metrics.mark:
            painter.fillRect(
                QRectF(left, y, right - left, thick),
                self._soft(role, left, right, mark.when.approximate),
            )

    def _soft(self, role: str, left: float, right: float, hatched: bool) -> QBrush:
        if hatched:
            return QBrush(self.board.mix(role, 0.8), Qt.BrushStyle.BDiagPattern)
        fade = QLinearGradient(QPointF(left, 0), QPointF(right, 0))
        solid, clear = QColor(self.board.look.color(role)), QColor(self.board.look.color(role))
        solid.setAlphaF(0.5)
        clear.setAlphaF(0.0)
        for place, color in ((0, clear), (0.2, solid), (0.8, solid), (1, clear)):
            fade.setColorAt(place, color)
        return QBrush(fade)

    def details(self, seen: Seen) -> tuple[str, QRectF]:
        """The date and first sentence behind a whole title, where nothing else is, up to the edge."""
        if not seen.slot.whole or seen.room < self._least_detail or not self.words(seen):
            return "", QRectF()
        mark, gap = self.board.contents.marks[seen.mark], self.board.sheet.sizes.metrics.gap
        rect, edge = self.text_rect(seen), self.board.sheet.sizes.width
        room = min(seen.room - gap, edge - rect.right()) - gap
        text = self._detail(mark, int(room)) if rect.right() > 0 else ""
        if not text:
            return "", QRectF()
        width = self.board.fm.horizontalAdvance(text) + 1
        return text, QRectF(rect.right() + gap, rect.top(), width, rect.height())

    def whole_details(self, seen: Seen) -> str:
        """The date and the whole first sentence of an event."""
        mark = self.board.contents.marks[seen.mark]
        return " · ".join(filter(None, (words.brief(mark.when), self.board.detail(mark.ref))))

    def _more(self, painter: QPainter, seen: Seen) -> None:
        text, rect = self.details(seen)
        if text:
            inset = rect.height() * 0.12
            painter.fillRect(rect.adjusted(-2, inset, 2, -inset), self.board.look.color("panel"))
            painter.setFont(self.board.font)
            painter.setPen(self.board.look.color("text-quiet"))
            painter.drawText(rect, LEFT, text)

    def _detail(self, mark: Mark, room: int) -> str:
        """The date, and as much of the first sentence as finds room."""
        key = (mark.ref, room)
        if len(self._details) > 2000:
            self._details.clear()
        if key not in self._details:
            self._details[key] = self._detail_for(mark, room)
        return self._details[key]

    def _detail_for(self, mark: Mark, room: int) -> str:
        when = words.brief(mark.when)
        width = self.board.fm.horizontalAdvance(when)
        if width > room:
            return ""
        left = room - width - self.board.fm.horizontalAdvance(" · ")
        if left < self.board.fm.averageCharWidth() * 30:
            return when
        sentence = self.board.detail(mark.ref)
        elided = self.board.fm.elidedText(sentence, Qt.TextElideMode.ElideRight, left)
        return f"{when} · {elided}" if sentence else when
