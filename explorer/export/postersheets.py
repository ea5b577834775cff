"""The sheets that follow a poster: its sources in full, as many sheets as they need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from explorer.content import cite
from explorer.content.library import Library
from explorer.export.papers import Paper
from explorer.export.poster import Poster, behind_bars
from explorer.export.posteritems import Items
from explorer.export.postershapes import LEADING, Drawing, Text, Words
from explorer.export.postersources import Columns, Entry
from explorer.export.postertitles import Forms, Measure, wrapped

SIZES: Final = (
    4.0,
    3.7,
    3.4,
    3.1,
    2.9,
    2.7,
    2.5,
    2.3,
    2.1,
)  # millimeters of the letters: the largest that one takes
COLUMN: Final = 42  # a column's width, in units of the size
MARGIN: Final = 11.0


def reference_sheets(
    library: Library,
    found: Items,
    poster: Poster,
    paper: Paper,
    words: Words,
    measure: Measure,
    link: str,
) -> tuple[Drawing, ...]:
    """The sources of a poster, numbered as on it; none where it names them itself."""
    if poster.in_full or not poster.sources:
        return ()
    forms, sheets = Forms(measure), tuple[Drawing, ...]()
    for size in SIZES:
        tried = _Sheets(library, found, poster, paper, words, forms, link, size)
        sheets = tried.draw()
        if len(sheets) == 1:
            break
    return sheets


class _Sheets:
    """Sheets with letters of one size."""

    def __init__(
        self,
        library: Library,
        found: Items,
        poster: Poster,
        paper: Paper,
        words: Words,
        forms: Forms,
        link: str,
        size: float,
    ) -> None:
        self.paper, self.words, self.forms, self.size = paper, words, forms, size
        self.line = size * LEADING
        self.width = paper.width - 2 * MARGIN
        count = max(1, round(self.width / (COLUMN * size)))
        self.columns = Columns(MARGIN, self.width, count, size)
        self.entries = [
            self.columns.entry(number, cite.reference(library.sources[name]), self._plain)
            for number, name in enumerate(poster.sources, 1)
        ]
        numbers = {name: number for number, name in enumerate(poster.sources, 1)}
        note = library.about.note
        paragraphs = (behind_bars(found, words, numbers), note, *words.about, words.see(link))
        self.foot = [line for text in paragraphs for line in self._wrapped(text)]

    def _plain(self, text: str) -> float:
        return self.forms.width(text, 400)

    def _wrapped(self, text: str) -> list[str]:
        return wrapped(text, self.width, lambda one: self._plain(one) * self.size)

    def draw(self) -> tuple[Drawing, ...]:
        """All sheets; the foot stands on each."""
        head, foot = 2.4 * self.line, (len(self.foot) + 0.6) * self.line
        room = int((self.paper.height - 2 * MARGIN - head - foot) / self.line)
        bodies = [body.down(MARGIN + head) for body in self._bodies(self._evenly(room))]
        count = len(bodies)
        return tuple(
            body.and_(self._head(number, count), self._foot_lines(MARGIN + head + room * self.line))
            for number, body in enumerate(bodies, 1)
        )

    def _bodies(self, lines: int) -> list[Drawing]:
        """The columns of each sheet, so many lines deep."""
        bodies: list[Drawing] = []
        rest: Sequence[Entry] = self.entries
        while rest:
            drawn, done = self.columns.draw(rest, lines, self._plain)
            if not done:
                raise ValueError("a source is longer than a sheet")
            bodies.append(drawn)
            rest = rest[done:]
        return bodies

    def _evenly(self, most: int) -> int:
        """The fewest lines with which the sheets are no more than with the *most*."""
        longest = max(len(entry.lines) for entry in self.entries)
        count = len(self._bodies(most))
        low, high = min(longest, most), most
        while low < high:
            middle = (low + high) // 2
            if len(self._bodies(middle)) > count:
                low = middle + 1
            else:
                high = middle
        return high

    def _head(self, number: int, count: int) -> Drawing:
        text, size = self.words.continued(number, count), self.size * 1.5
        wide = self.forms.width(text, 700) * size
        return Drawing(texts=(Text(MARGIN, MARGIN, wide, text, size, 700),))

    def _foot_lines(self, top: float) -> Drawing:
        top += 0.6 * self.line
        texts = (
            Text(
                MARGIN,
                top + number * self.line,
                self._plain(line) * self.size,
                line,
                self.size,
                400,
                "text-quiet",
            )
            for number, line in enumerate(self.foot)
        )
        return Drawing(texts=tuple(texts))
