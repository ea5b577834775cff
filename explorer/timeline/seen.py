"""What a view shows: lanes, titles, marks, "+n" and bars, in pixels."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from explorer.timeline import bars as bar_rows
from explorer.timeline.items import Bar
from explorer.timeline.layout import Cluster, Slot


class Lane(NamedTuple):
    """A lane's place: bars first, then the rows of titles, the last with the marks."""

    name: str
    top: float
    height: float
    bars: int
    rows: int
    bars_top: float
    rows_top: float
    folded: bool


class Seen(NamedTuple):
    """A title with its mark, in pixels."""

    mark: int  # its place in the contents
    slot: Slot
    x: float  # of the mark
    left: float
    right: float
    top: float
    room: float  # free pixels behind the title
    turned: bool = False  # the title stands on the other side, where an edge does not cut it

    @property
    def leftward(self) -> bool:
        """Whether the title stands on the left of its mark."""
        return self.slot.leftward != self.turned

    @property
    def width(self) -> float:
        """The width of the title and of what is between it and the day."""
        return max(self.slot.before, self.slot.after)


class SeenCluster(NamedTuple):
    """A mark without title or a "+n", in pixels."""

    lane: str
    cluster: Cluster
    marks: tuple[int, ...]  # their places in the contents
    x: float
    top: float
    aside: bool = False  # moved off its day, to make room for the chosen event


class SeenBar(NamedTuple):
    """A bar, in pixels, and its name."""

    bar: Bar
    left: float
    right: float
    top: float
    name: bar_rows.Name
    name_left: float


class View(msgspec.Struct, frozen=True):
    """Which part of time is seen: the day at the left edge and the pixels that a day takes."""

    left: float
    scale: float
    width: float

    @property
    def right(self) -> float:
        """The day at the right edge."""
        return self.left + self.width / self.scale

    def x(self, day: float) -> float:
        """Where a day stands, in pixels from the left edge."""
        return (day - self.left) * self.scale

    def day(self, x: float) -> float:
        """The day at a place."""
        return self.left + x / self.scale
