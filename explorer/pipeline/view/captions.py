"""Words beside boxes and lines, only where they touch nothing else."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSizeF

from explorer.content.library import Library
from explorer.pipeline.counts import Bar
from explorer.pipeline.layout import Rect, broken
from explorer.pipeline.moment import place_of
from explorer.pipeline.view import told, words
from explorer.pipeline.view.shapes import ARROW, between, crosses
from explorer.pipeline.view.state import State

if TYPE_CHECKING:
    from explorer.pipeline.view.drawing import Drawing

AWAY: Final = (5.0, 14.0, 26.0, 40.0)  # how far words may stand from what they are about
_TETHER: Final = (6.0, 12.0, 20.0, 32.0, 48.0, 70.0, 100.0, 140.0)  # with a thread between


class Caption(msgspec.Struct, frozen=True):
    """A few words beside a box or a line."""

    rect: QRectF
    lines: tuple[str, ...]
    role: str
    about: str
    thread: tuple[tuple[float, float], tuple[float, float]] | None = None
    rank: int = 0  # of the cut that it counts
    bar: Bar | None = None  # the number that it tells


Sized = tuple[tuple[str, ...], float, float]  # lines of words, and the size of their box
Thread = tuple[tuple[float, float], tuple[float, float]]
_TAGS: Final = ((22.0, 2), (15.0, 2), (10.0, 4), (8.0, 5))  # line heights wide, lines at most


class Captions:
    """Looks for free room beside boxes and lines."""

    def __init__(self, drawing: Drawing, marks: bool = True) -> None:
        self.drawing = drawing
        self.placed: list[Caption] = []
        layout = drawing.layout
        self._taken = [QRectF(*box.rect).adjusted(-2, -2, 2, 2) for box in layout.boxes.values()]
        size = drawing.mark_size
        for box in layout.boxes.values() if marks else ():  # the mark of a change
            corner = drawing.mark_at(box.rect)
            self._taken.append(QRectF(corner - QPointF(size / 2, size / 2), QSizeF(size, size)))
        self._taken += [sign.rect for sign in drawing.signs]
        self._marked: frozenset[str] = frozenset()
        self._words: list[QRectF] = []  # names of bands, the key, and words that are placed
        for band in layout.bands:
            width = max((drawing.measure(line, "lane")[0] for line in band.name), default=0.0)
            height = drawing.measure("x", "lane")[1] * len(band.name)
            self._words.append(QRectF(band.at[0], band.at[1], width, height))
        if not drawing.key.isEmpty():
            self._words.append(drawing.key)
        self._taken += self._words
        self._inside = QRectF(2, 2, layout.width - 4, layout.height - 4)

    def add_changes(self, state: State, library: Library) -> None:
        """What the chosen event changed, tied to each box or line that it touched."""
        said: set[str] = set()
        self._marked = state.mark.lines
        for change in state.mark.changes:
            if change.what in said:
                continue
            spot, line = place_of(self.drawing.plan, change.target)
            sized = [self._sized(change.what, *most, mark=True) for most in _TAGS]
            boxes = [box for box in sized if box]
            if self._tie(boxes, spot, line):
                said.add(change.what)

    def _tie(self, boxes: Sequence[Sized], spot: str, line: str) -> bool:
        """Put words where a straight thread leads to their line or box without crossing a box.

        Where no place is free of lines, the one that hides the fewest.
        """
        found = next(self._ties(boxes, spot, line, alone=True), None)
        found = found or next(self._ties(boxes, spot, line, alone=False), None)
        if not found:
            crowded = self._ties(boxes, spot, line, alone=False, over_lines=True)
            found = min(crowded, key=lambda tag: self._hides(tag.rect, line), default=None)
        if found:
            self.placed.append(found)
            self._taken.append(found.rect)
            self._words.append(found.rect)
            if found.thread:
                thread = QRectF(*between(*found.thread)).adjusted(-3, -3, 3, 3)
                self._taken.append(thread)
        return found is not None

    def _ties(
        self,
        boxes: Iterable[Sized],
        spot: str,
        line: str,
        alone: bool,
        over_lines: bool = False,
    ) -> Iterator[Caption]:
        legs = self._legs(spot, line)
        for box in boxes:
            for x, y in self._tethered(legs, box):
                rect = QRectF(x, y, box[1], box[2])
                own = self.drawing.layout.lines.get(line, ())
                if not self._is_free(rect, line, over_lines) or crosses(rect, own):
                    continue
                thread = thread_to(rect, legs)
                if thread and self._is_open(thread, spot, line, alone):
                    yield Caption(rect, box[0], "changed", spot or line, thread)

    def _hides(self, rect: QRectF, line: str) -> int:
        """How much of other lines a place would cover; more for what is marked, and for ends."""
        covered = 0
        for name, points in self.drawing.layout.lines.items():
            if name != line:
                weight = 4 if name in self._marked else 1
                covered += weight * sum(crosses(rect, ends) for ends in pairwise(points))
                around = rect.adjusted(-ARROW, -ARROW, ARROW, ARROW)
                covered += 3 * around.contains(QPointF(*points[-1]))
        return covered

    def _legs(self, spot: str, line: str) -> list[Rect]:
        """A line as thin boxes, the longest first; or the box itself."""
        if not line:
            return [self.drawing.layout.boxes[spot].rect]
        return [between(*ends) for ends in self._longest(line)]

    def _tethered(self, legs: Sequence[Rect], box: Sized) -> Iterator[tuple[float, float]]:
        _, width, height = box
        for away in _TETHER:
            for leg in legs:
                for share in (0.5, 0.3, 0.7, 0.15, 0.85):
                    x, y = leg.x + leg.w * share, leg.y + leg.h * share
                    for part in (0.5, 0.12, 0.88):
                        yield leg.right + away, y - height * part
                        yield leg.x - away - width, y - height * part
                        yield x - width * part, leg.bottom + away
                        yield x - width * part, leg.y - away - height

    def _is_open(self, thread: Thread, spot: str, line: str, alone: bool) -> bool:
        """Whether a thread runs through no foreign box, and if it must be *alone* on no line."""
        way = between(*thread)
        layout = self.drawing.layout
        if any(box.rect.meets(way) for name, box in layout.boxes.items() if name != spot):
            return False
        if any(crosses(rect, thread) for rect in self._words):
            return False
        across = way.w >= way.h
        return not alone or not any(
            way.meets(leg, 4.0) and (leg.w >= leg.h) == across
            for name, points in layout.lines.items()
            if name != line
            for leg in (between(*ends) for ends in pairwise(points))
        )

    def _around(
        self, name: str, box: Sized, aways: Sequence[float] = AWAY
    ) -> Iterator[tuple[float, float]]:
        """Corners of words above and below a box, then at its sides."""
        rect = self.drawing.layout.boxes[name].rect
        _, width, height = box
        for away in aways:
            for x in (rect.x + (rect.w - width) / 2, rect.x, rect.right - width):
                yield x, rect.y - height - away
                yield x, rect.bottom + away
            for y in (rect.y, rect.bottom - height):
                yield rect.right + away, y
                yield rect.x - width - away, y

    def add_places(self, state: State) -> None:
        """On every line that holds in some places only, the words that it does."""
        chip = self._sized(words.places_word(), 12.0, 1)
        for name, line in self.drawing.plan.lines.items():
            if chip and words.holds_in_places(line, state.moment):
                corners = [*self._on(name, chip), *self._beside(name, chip, (4.0, 14.0))]
                if not self._add(chip, corners, "if", name):
                    self._add(chip, corners, "if", name, over_lines=True)

    def add_conditions(self, state: State, library: Library) -> None:
        """A small “if” on every line that depends on something, and on what where room is."""
        for name, line in self.drawing.plan.lines.items():
            if state.moment.line_status(line) != "conditional":
                continue
            chip = self._sized(words.if_word(), 6.0, 1)
            if not chip or not self._add(chip, self._on(name, chip), "if", name):
                continue
            if not state.mark.changes:
                text = words.condition(line, state.moment, library)
                box = self._sized(text, 14.0, 4) if text else None
                if box:
                    self._add(box, self._beside(name, box), "note", name)

    def add_local_limits(self, state: State) -> None:
        """A hint on every line where some places limit what the others do."""
        if state.moment.research == "not researched":
            return
        in_place = bool(state.moment.place)
        chip = self._sized(told.rule_here() if in_place else words.local_word(), 12.0, 1)
        limited = [edge for one in state.moment.bearings if one.limits for edge in one.edges]
        if not in_place:
            limited = [edge for edge, one in state.moment.edges.items() if one.local]
        for name in dict.fromkeys(self.drawing.plan.inside.get(edge, "") for edge in limited):
            if chip and name and self.drawing.plan.kind == "overview":
                around = list(self._around(name, chip))
                _ = self._add(chip, around, "local", name) or self._add(
                    chip, around, "local", name, over_lines=True
                )
        for name, line in self.drawing.plan.lines.items():
            if chip and not set(limited).isdisjoint(line.members):
                corners = (*self._on(name, chip), *self._beside(name, chip))
                self._add(chip, corners, "local", name)

    def add_period_marks(self, state: State) -> None:
        """A triangle in a ring on every line that changed from the period before."""
        if state.moment.research == "not researched":
            return
        size = self.drawing.mark_size
        for name, line in self.drawing.plan.lines.items():
            if state.moment.line_changed(line):
                box = ((), size, size)
                if not self._add(box, self._on(name, box), "period", name):
                    corners = list(self._beside(name, box, (1.0,)))
                    if not self._add(box, corners, "period", name):
                        self._add(box, corners, "period", name, over_lines=True)

    def _sized(self, text: str, ems: float, most: int, mark: bool = False) -> Sized | None:
        """The text in lines with the size of its box; None where it would be shortened."""
        size = "lane" if mark else "note"
        height = self.drawing.measure("x", "note")[1]
        lines, cut = broken(text, ems * height, most, self.drawing.measure, size)
        if cut:
            return None
        width = max(self.drawing.measure(line, size)[0] for line in lines)
        return (
            lines,
            width + 0.8 * height,
            len(lines) * height + (0.3 if most > 1 else -0.08) * height,
        )

    def _add(
        self,
        box: Sized,
        corners: Iterable[tuple[float, float]],
        role: str,
        about: str,
        over_lines: bool = False,
        rank: int = 0,
        bar: Bar | None = None,
    ) -> bool:
        for x, y in corners:
            rect = QRectF(x, y, box[1], box[2])
            if self._is_free(rect, about, over_lines):
                self.placed.append(Caption(rect, box[0], role, about, rank=rank, bar=bar))
                self._taken.append(rect)
                return True
        return False

    def _is_free(self, rect: QRectF, about: str, over_lines: bool) -> bool:
        if not self._inside.contains(rect) or any(rect.intersects(one) for one in self._taken):
            return False
        return over_lines or not any(
            crosses(rect, points)
            for name, points in self.drawing.layout.lines.items()
            if name != about
        )

    def _on(self, name: str, box: Sized) -> Iterator[tuple[float, float]]:
        """Corners of a chip that sits on the line itself, from the longest part down."""
        _, width, height = box
        for (ax, ay), (bx, by) in self._longest(name):
            if abs(ax - bx) + abs(ay - by) < (width if ay == by else height) + 8:
                continue
            for share in (0.45, 0.25, 0.65):
                yield ax + (bx - ax) * share - width / 2, ay + (by - ay) * share - height / 2

    def _beside(
        self, name: str, box: Sized, aways: Sequence[float] = AWAY
    ) -> Iterator[tuple[float, float]]:
        """Corners of words beside a line: near its longest part first, then farther off."""
        yield from along(self._longest(name), box, aways)

    def _longest(self, name: str) -> list[Thread]:
        return by_length(self.drawing.layout.lines[name])


def along(
    legs: Sequence[Thread], box: Sized, aways: Sequence[float]
) -> Iterator[tuple[float, float]]:
    """Corners of words beside straight parts, near the first one first."""
    _, width, height = box
    for away in aways:
        for (ax, ay), (bx, by) in legs:
            for share in (0.5, 0.3, 0.7, 0.15, 0.85):
                x, y = ax + (bx - ax) * share, ay + (by - ay) * share
                if ay == by:
                    yield x - width / 2, y - height - away
                    yield x - width / 2, y + away
                else:
                    yield x + away, y - height / 2
                    yield x - width - away, y - height / 2


def by_length(points: Sequence[tuple[float, float]]) -> list[Thread]:
    """The straight parts of a line, the longest first."""
    return sorted(pairwise(points), key=lambda leg: -math.dist(*leg))


def thread_to(rect: QRectF, legs: Iterable[Rect]) -> Thread | None:
    """The shortest straight way, across or down, from a box of words to one of the legs."""
    found: list[Thread] = []
    for leg in legs:
        left, right = max(rect.left(), leg.x), min(rect.right(), leg.right)
        top, bottom = max(rect.top(), leg.y), min(rect.bottom(), leg.bottom)
        if left <= right:
            x = (left + right) / 2
            below = rect.top() > leg.bottom
            found.append(
                ((x, rect.top() if below else rect.bottom()), (x, leg.bottom if below else leg.y))
            )
        elif top <= bottom:
            y = (top + bottom) / 2
            after = rect.left() > leg.right
            found.append(
                ((rect.left() if after else rect.right(), y), (leg.right if after else leg.x, y))
            )
    return min(found, key=lambda thread: math.dist(*thread), default=None)
