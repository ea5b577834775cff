"""The bands of a poster above its lanes: terms of office, periods, programs, years."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from explorer.content.dates import add_months
from explorer.export.posteritems import Stretch
from explorer.export.postershapes import LEADING, Box, Drawing, Line, Text, Words
from explorer.export.postertitles import wrapped

Width = Callable[[str, int], float]
ERA_LINES: Final = 3
LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Axis(NamedTuple):
    """Days laid over a width of paper, with the type that stands along it."""

    left: float
    right: float
    first: float
    last: float
    size: float
    width: Width

    def x(self, day: float) -> float:
        """Where a day lies; days outside lie at the edge."""
        share = (day - self.first) / (self.last - self.first)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def wide(self, text: str, size: float, weight: int = 400) -> float:
        """The width of a text of a size."""
        return self.width(text, weight) * size


class Ends(NamedTuple):
    """A stretch on paper, and whether it goes beyond the axis on either side."""

    left: float
    right: float
    opens: bool
    goes_on: bool


def ends(axis: Axis, stretch: Stretch) -> Ends:
    """Where a stretch lies on the axis."""
    last = axis.last if stretch.last is None else stretch.last
    goes_on = stretch.last is None or last > axis.last
    return Ends(axis.x(stretch.first), axis.x(last), stretch.first < axis.first, goes_on)


# ------------------------------------------------------------------------------------ terms


def terms(axis: Axis, found: Sequence[Stretch]) -> tuple[Drawing, float]:
    """The terms of office as boxes in a row, and the height of the row."""
    size = axis.size * 0.9
    height, boxes, texts = size * LEADING * 1.2, list[Box](), list[Text]()
    for place, term in enumerate(found):
        at = ends(axis, term)
        role = "panel-sunk" if place % 2 else "band"
        boxes.append(Box(at.left, 0, at.right - at.left, height, role, "grid"))
        texts += _inside(axis, at, (term.name, term.short), height, size)
    return Drawing(boxes=tuple(boxes), texts=tuple(texts)), height


def _inside(
    axis: Axis, at: Ends, names: Sequence[str], height: float, size: float
) -> Iterator[Text]:
    """The first of some names that fits into a box, smaller if need be."""
    room = at.right - at.left - 0.4 * size
    for scale in (1.0, 0.9, 0.8, 0.7):
        for name in names:
            wide = axis.wide(name, size * scale)
            if name and wide <= room:
                x = (at.left + at.right - wide) / 2
                y = (height - size * scale * LEADING) / 2
                yield Text(x, y, wide, name, size * scale, 400, "text")
                return


# ------------------------------------------------------------------------------------- eras


def eras(axis: Axis, found: Sequence[Stretch]) -> tuple[Drawing, float, tuple[str, ...]]:
    """Periods as boxes with their names, the height, and the key to those named by a letter."""
    rows = [[e for e in found if not e.is_overlay], [e for e in found if e.is_overlay]]
    keys: list[str] = []
    drawing, top = Drawing(), 0.0
    for row in filter(None, rows):
        drawn, height = _era_row(axis, row, keys)
        drawing = drawing.and_(drawn.down(top))
        top += height + axis.size * 0.25
    return drawing, max(top - axis.size * 0.25, 0.0), tuple(keys)


def _era_row(axis: Axis, row: Sequence[Stretch], keys: list[str]) -> tuple[Drawing, float]:
    size = axis.size * 0.82
    placed: list[tuple[Ends, list[str]]] = []
    for era in row:
        at = ends(axis, era)
        room = at.right - at.left - 0.7 * size
        lines = _lines(axis, era.name, room, size)
        if not lines:
            letter = LETTERS[len(keys)]
            keys.append(f"{letter}: {era.name}")
            lines = [letter] if axis.wide(letter, size) <= room + 0.5 * size else []
        placed.append((at, lines))
    most = max(len(lines) for _, lines in placed)
    height = size * LEADING * (max(most, 1) + 0.2)
    boxes, texts = [], list[Text]()
    for at, lines in placed:
        wide = at.right - at.left
        boxes.append(Box(at.left, 0, wide, height, "accent-soft", "panel", at.opens, at.goes_on))
        top = (height - len(lines) * size * LEADING) / 2
        for number, line in enumerate(lines):
            width = axis.wide(line, size)
            x = (at.left + at.right - width) / 2
            texts.append(Text(x, top + number * size * LEADING, width, line, size))
    return Drawing(boxes=tuple(boxes), texts=tuple(texts)), height


def _lines(axis: Axis, name: str, room: float, size: float) -> list[str]:
    """A name in lines that break between words only; nothing where it does not fit."""
    if room <= 0 or max(axis.wide(word, size) for word in name.split()) > room:
        return []
    lines = wrapped(name, room, lambda text: axis.wide(text, size))
    return lines if len(lines) <= ERA_LINES else []


# --------------------------------------------------------------------------------- programs


class _Bar(NamedTuple):
    """A program's bar with its name: inside, after or before it."""

    at: Ends
    name: str
    x: float
    left: float
    right: float


def programs(axis: Axis, found: Sequence[Stretch], words: Words) -> tuple[Drawing, float]:
    """Programs as bars in as few rows as they need, and their height."""
    size = axis.size * 0.95
    rows: list[list[_Bar]] = []
    for stretch in found:
        first = date.fromordinal(int(stretch.first)).year
        last = None if stretch.last is None else date.fromordinal(int(stretch.last) - 1).year
        years = words.lasting(first, last)
        names = [f"{name}  {years}" for name in dict.fromkeys((stretch.name, stretch.short))]
        ways = list(_ways(axis, ends(axis, stretch), names, size))
        row, bar = _first_free(rows, ways, 0.8 * size)
        rows[row : row + 1] = [[*(rows[row] if row < len(rows) else []), bar]]
    line = size * LEADING * 1.28
    drawing = Drawing()
    for number, row_ in enumerate(rows):
        drawing = drawing.and_(*(_bar(axis, bar, size, number * line, line) for bar in row_))
    return drawing, len(rows) * line


def _ways(axis: Axis, at: Ends, names: Sequence[str], size: float) -> Iterator[_Bar]:
    pad = 0.6 * size
    for name in names:
        wide = axis.wide(name, size, 500)
        if wide + 2 * pad <= at.right - at.left:
            yield _Bar(at, name, at.left + pad, at.left, at.right)
        if at.right + pad + wide <= axis.right:
            yield _Bar(at, name, at.right + pad, at.left, at.right + pad + wide)
        if at.left - pad - wide >= axis.left:
            yield _Bar(at, name, at.left - pad - wide, at.left - pad - wide, at.right)


def _first_free(
    rows: Sequence[Sequence[_Bar]], ways: Sequence[_Bar], gap: float
) -> tuple[int, _Bar]:
    for number, row in enumerate(rows):
        for bar in ways:
            if all(bar.left > old.right + gap or bar.right + gap < old.left for old in row):
                return number, bar
    return len(rows), ways[0]


def _bar(axis: Axis, bar: _Bar, size: float, top: float, line: float) -> Drawing:
    height = line * 0.84
    width = max(bar.at.right - bar.at.left, 0.2 * size)
    box = Box(
        bar.at.left, top, width, height, "accent-soft", "accent", bar.at.opens, bar.at.goes_on
    )
    wide = axis.wide(bar.name, size, 500)
    text = Text(bar.x, top + (height - size * LEADING) / 2, wide, bar.name, size, 500)
    return Drawing(boxes=(box,), texts=(text,))


# ------------------------------------------------------------------------------------ years


def years(axis: Axis, words: Words) -> tuple[tuple[tuple[float, str], ...], float]:
    """Where the axis is marked, with the words there, and the height of the words."""
    size = axis.size
    first = date.fromordinal(int(axis.first))
    last = date.fromordinal(int(axis.last))
    for months in (1, 3, 12, 24, 60, 120):
        marks = tuple(_marks(axis, first, last, months, words))
        apart = 0.6 * size
        pairs = pairwise(marks)
        if all(a[0] + axis.wide(a[1], size, 500) + apart < b[0] for a, b in pairs):
            break
    return marks, size * LEADING


def _marks(
    axis: Axis, first: date, last: date, months: int, words: Words
) -> Iterator[tuple[float, str]]:
    every = max(months // 12, 1)
    year = first.year + (-first.year % every)
    day = date(year, 1, 1)
    while day < last:
        text = str(day.year) if day.month == 1 else words.month(day.year, day.month)
        if axis.x(day.toordinal()) + axis.wide(text, axis.size, 500) <= axis.right:
            yield axis.x(day.toordinal()), text
        day = add_months(day, months)


def year_row(axis: Axis, marks: Sequence[tuple[float, str]]) -> Drawing:
    """The words of the years in a row."""
    size = axis.size
    texts = (Text(x, 0, axis.wide(t, size, 500), t, size, 500, "text-quiet") for x, t in marks)
    return Drawing(texts=tuple(texts))


def grid(marks: Sequence[tuple[float, str]], top: float, bottom: float, size: float) -> Drawing:
    """The lines of the years behind the lanes."""
    return Drawing(lines=tuple(Line(x, top, x, bottom, "grid", size * 0.05) for x, _ in marks))
