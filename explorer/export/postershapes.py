"""What a poster is drawn from: words, marks, boxes and lines, each in its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from explorer.content.dates import When

LEADING: Final = 1.26  # height of a line, in units of its size
Align = Literal["left", "right", "center"]


class Text(NamedTuple):
    """One line of words in a box that it fills from side to side."""

    x: float
    y: float
    width: float
    text: str
    size: float
    weight: int = 400
    role: str = "text"

    @property
    def height(self) -> float:
        """The height of the line."""
        return self.size * LEADING


class Mark(NamedTuple):
    """The mark of a lane's event, by its middle."""

    x: float
    y: float
    size: float
    role: str


class Box(NamedTuple):
    """A plain box, or a bar whose pointed ends say that it begins before or goes on after."""

    x: float
    y: float
    width: float
    height: float
    role: str
    border: str = ""
    opens: bool = False
    goes_on: bool = False


class Line(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: str
    width: float


class Drawing(NamedTuple):
    """Shapes from back to front."""

    boxes: tuple[Box, ...] = ()
    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    texts: tuple[Text, ...] = ()

    def and_(self, *others: Drawing) -> Drawing:
        """This with others before it."""
        all_of = (self, *others)
        return Drawing(
            tuple(one for d in all_of for one in d.boxes),
            tuple(one for d in all_of for one in d.lines),
            tuple(one for d in all_of for one in d.marks),
            tuple(one for d in all_of for one in d.texts),
        )

    def down(self, by: float) -> Drawing:
        """This moved down."""
        return Drawing(
            tuple(box._replace(y=box.y + by) for box in self.boxes),
            tuple(line._replace(y1=line.y1 + by, y2=line.y2 + by) for line in self.lines),
            tuple(mark._replace(y=mark.y + by) for mark in self.marks),
            tuple(text._replace(y=text.y + by) for text in self.texts),
        )


class Words(NamedTuple):
    """What a poster says besides what stands in the content, in the reader's language."""

    title: Callable[[int, int], str]
    subtitle: str
    terms: str
    eras: str
    programs: str
    lane: Callable[[str], str]
    when: Callable[[When, When | None], str]
    month: Callable[[int, int], str]
    lasting: Callable[[int, int | None], str]  # the years of a program; None: no end was read
    shown: Callable[[int, int], str]
    nothing: str
    legend_mark: str
    legend_small: str
    legend_span: str
    legend_bar: str
    legend_numbers: str
    sources: str
    behind_bars: Callable[[str], str]
    more: str  # where the full references are
    about: tuple[str, ...]  # versions, license, the link: at the foot
    see: Callable[[str], str]  # a link, with what it is for
    continued: Callable[[int, int], str]  # the number of a sheet of references
