"""The numbers beside the widths of published counts, only where they touch nothing else."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import QPointF, QRectF

from explorer.pipeline.counts import Bar
from explorer.pipeline.layout import Rect
from explorer.pipeline.view import numbers
from explorer.pipeline.view.captions import AWAY, Captions, Sized, along, by_length, thread_to
from explorer.pipeline.view.ribbons import Block, Ribbon
from explorer.pipeline.view.state import State

if TYPE_CHECKING:
    from explorer.pipeline.view.drawing import Drawing

_CLOSE: Final = 12.0  # pixels: nearer words need no thread
_LONG: Final = 90.0  # a longer thread would look like a line of the path
_FAR: Final = (*AWAY, 56.0, 76.0, 100.0, 130.0, 160.0)
_NUMBERS: Final = ((30.0, 1), (9.0, 2))  # line heights wide, lines at most
Places = Callable[[Sized], Iterable[tuple[float, float]]]  # corners for a box of that size


class Labels(Captions):
    """Looks for room beside the widths of counts, where no mark of a change is painted."""

    def __init__(self, drawing: Drawing) -> None:
        super().__init__(drawing, marks=False)
        self.letters: Mapping[str, str] = {}  # of the cuts that are counted

    def add_counts(self, state: State) -> None:
        """The published numbers beside the boxes where they were counted."""
        if state.cuts is None:
            return
        self.letters = state.cuts.letters
        found = self.drawing.counted(state.cuts)
        self._taken += found.areas()
        spots: tuple[str, ...]
        for one in found.ribbons:
            ends = self.drawing.plan.lines[one.line]
            spots = (ends.target, ends.source)
            near, width = self._at_ribbon(one), one.areas()
            self._add_number(one.bar, near, spots, one.line, one.rank, width)
        for block in found.blocks:
            spots, near, width = (block.spot,), self._at_block(block), [block.rect]
            self._add_number(block.bar, near, spots, block.spot, block.rank, width)

    def _add_number(
        self,
        bar: Bar,
        near: Places,
        spots: Sequence[str],
        about: str,
        rank: int,
        width: Sequence[QRectF],
    ) -> None:
        """A number beside its width: there over a line, rather than farther off."""
        text = numbers.label(bar, self.letters.get(bar.cut, ""))
        sizes = [box for most in _NUMBERS if (box := self._sized(text, *most))]

        def far(box: Sized) -> Iterator[tuple[float, float]]:
            for name in spots:
                yield from self._around(name, box, _FAR)

        for places in (near, far):
            for over_lines in (False, True):
                for box in sizes:
                    if self._add(box, places(box), "count", about, over_lines, rank, bar):
                        self._tie_number(width)
                        return

    def _tie_number(self, width: Sequence[QRectF]) -> None:
        """A thread from the number just placed to its width, where they are not close."""
        last = self.placed[-1]
        thread = thread_to(
            last.rect, [Rect(one.x(), one.y(), one.width(), one.height()) for one in width]
        )
        if thread and _CLOSE < math.dist(*thread) < _LONG and self._is_open(thread, "", "", False):
            self.placed[-1] = msgspec.structs.replace(last, thread=thread)

    def _at_ribbon(self, one: Ribbon) -> Places:
        aways = [one.wide / 2 + away for away in (4.0, 8.0, 14.0)]
        box = self.drawing.layout.boxes[self.drawing.plan.lines[one.line].target].rect
        aways += [box.h / 2 + away for away in (4.0, 10.0)]  # above or below a short line
        return lambda sized: along(by_length(one.points), sized, aways)

    def _at_block(self, block: Block) -> Places:
        def places(box: Sized) -> Iterator[tuple[float, float]]:
            rect, (_, width, height) = block.rect, box
            middle = rect.center() - QPointF(width / 2, height / 2)
            for away in (4.0, 8.0, 14.0):
                for y in (middle.y(), rect.top() + 2, rect.bottom() - height - 2):
                    yield rect.right() + away, y
                    yield rect.left() - away - width, y
                for x in (middle.x(), rect.left(), rect.right() - width):
                    yield x, rect.bottom() + away
                    yield x, rect.top() - away - height

        return places
