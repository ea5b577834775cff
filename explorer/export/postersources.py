"""The numbered sources of a poster: in columns at its foot, in full on sheets of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from explorer.export.postershapes import LEADING, Drawing, Text
from explorer.export.postertitles import wrapped

Width = Callable[[str], float]  # of a text, in units of its size
NUMBER: Final = 2.0  # room for a number before an entry, in units of the size
BETWEEN: Final = 1.6  # between two columns


class Entry(NamedTuple):
    """A numbered source in lines."""

    number: str
    lines: tuple[str, ...]


class Columns(NamedTuple):
    """Columns of small print over a width."""

    left: float
    width: float
    across: int
    size: float

    @property
    def step(self) -> float:
        """From column to column."""
        return (self.width + BETWEEN * self.size) / self.across

    @property
    def room(self) -> float:
        """The width of an entry's words."""
        return self.step - (BETWEEN + NUMBER) * self.size

    def entry(self, number: int, text: str, width: Width) -> Entry:
        """An entry broken into the lines of a column."""
        size = self.size
        lines = wrapped(text, self.room, lambda words: width(words) * size)
        return Entry(str(number), tuple(lines))

    def draw(self, entries: Sequence[Entry], lines: int, width: Width) -> tuple[Drawing, int]:
        """As many entries as fit into columns of so many lines, and how many those are."""
        size, texts = self.size, list[Text]()
        column = line = done = 0
        for entry in entries:
            if line + len(entry.lines) > lines and line:
                column, line = column + 1, 0
            if column == self.across or len(entry.lines) > lines:
                break
            x, y = self.left + column * self.step, line * size * LEADING
            number = width(entry.number) * size
            end = x + (NUMBER - 0.4) * size
            texts.append(Text(end - number, y, number, entry.number, size))
            for text in entry.lines:
                wide = width(text) * size
                texts.append(Text(x + NUMBER * size, y, wide, text, size, 400, "text-quiet"))
                y += size * LEADING
            line += len(entry.lines)
            done += 1
        return Drawing(texts=tuple(texts)), done

    def fewest_lines(self, entries: Sequence[Entry]) -> int:
        """How many lines columns need that hold all entries."""
        total = sum(len(entry.lines) for entry in entries)
        longest = max((len(entry.lines) for entry in entries), default=0)
        lines = max(-(-total // self.across), longest)
        while not self._holds(entries, lines):
            lines += 1
        return lines

    def _holds(self, entries: Iterable[Entry], lines: int) -> bool:
        column, line = 1, 0
        for entry in entries:
            if line + len(entry.lines) > lines:
                column, line = column + 1, 0
            line += len(entry.lines)
        return column <= self.across


def numbered(cited: Iterable[Sequence[str]]) -> dict[str, int]:
    """A number for every source, by when it is first named.

    >>> numbered([("b", "a"), ("a", "c")])
    {'b': 1, 'a': 2, 'c': 3}
    """
    order = dict.fromkeys(source for sources in cited for source in sources)
    return {source: number for number, source in enumerate(order, 1)}


def joined(numbers: Iterable[int]) -> str:
    """Numbers as they are cited; three or more in a row as a range.

    >>> joined([4, 1, 2, 3, 9, 8])
    '1–4, 8, 9'
    """
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    return ", ".join(parts)


def cited(sources: Iterable[str], numbers: Mapping[str, int]) -> str:
    """The numbers of some sources."""
    return joined(numbers[source] for source in sources)
