"""What a card is made of: lines, sections, numbered sources.

A card is facts and ids only. Headings, labels and link types are ids that the view puts into words.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from explorer.content.dates import When


class Line(msgspec.Struct, frozen=True):
    """One line of a section: words from the content, what they open, and their footnotes."""

    text: str = ""
    ref: str = ""  # opens this record
    lead: str = ""  # id of the word in front ("amends"), or words from the content
    note: str = ""  # a second, quieter line
    notes: tuple[int, ...] = ()  # numbers into Card.sources
    date: When | None = None
    ids: tuple[str, ...] = ()  # ids of words that stand for the text, or around it
    cells: tuple[Line, ...] = ()  # the further columns of a table


class Spark(msgspec.Struct, frozen=True):
    """A series small enough to draw beside the text: days as ordinals, values, what is measured."""

    series: str
    unit: str
    points: tuple[tuple[int, float], ...]


class Section(msgspec.Struct, frozen=True):
    """Lines under one heading; ``shape`` says how they are set."""

    id: str
    lines: tuple[Line, ...] = ()
    shape: str = "list"  # list, text, fields, named, steps, table, spark
    spark: Spark | None = None
    caution: str = ""  # id of a sentence under the heading
    columns: tuple[str, ...] = ()  # ids of the headings of a table


class Card(msgspec.Struct, frozen=True):
    """Everything that one card says, in reading order."""

    ref: str
    kind: str
    title: str
    tag: str = ""  # id of the lane, or the kind of program, source ...
    date: When | None = None
    end: When | None = None
    confidence: str = ""
    summary: Line | None = None
    sections: tuple[Section, ...] = ()
    sources: tuple[str, ...] = ()  # source ids; footnote 1 is the first
    known_since: When | None = None
    of_moment: bool = False  # it reads otherwise on another day


class Notes(msgspec.Struct):
    """The sources of a card, numbered in the order in which they are first needed."""

    order: list[str] = msgspec.field(default_factory=list)

    def number(self, sources: Iterable[str]) -> tuple[int, ...]:
        """The footnote numbers of some sources; new ones get the next numbers."""
        found = []
        for source in dict.fromkeys(sources):
            if source not in self.order:
                self.order.append(source)
            found.append(self.order.index(source) + 1)
        return tuple(sorted(found))
