"""Which events pass: by lane, importance, program, place, actor and words."""

from __future__ import annotations

from typing import Final

import msgspec

from explorer.content.library import Library
from explorer.content.model import Event
from explorer.reader.lens import Lens
from explorer.timeline.items import Contents

# The lens' own place is where the rules are asked for: it leaves the timeline whole.
OPTIONS: Final = ("lanes", "significance", "program", "actor", "where")


class Filter(msgspec.Struct, frozen=True):
    """What the reader wants to see; empty parts let everything pass."""

    words: str = ""
    lanes: tuple[str, ...] = ()
    significance: int = 1
    program: str = ""
    place: str = ""
    actor: str = ""

    @classmethod
    def of(cls, lens: Lens) -> Filter:
        """The filter that a lens asks for; parts that cannot be read let everything pass."""
        level = lens.option("significance")
        return cls(
            lens.words,
            tuple(filter(None, lens.option("lanes").split(","))),
            int(level) if level in ("2", "3") else 1,
            lens.option("program"),
            lens.option("where"),
            lens.option("actor"),
        )

    def on(self, lens: Lens) -> Lens:
        """The lens with this filter."""
        values = {
            "lanes": ",".join(self.lanes),
            "significance": str(self.significance) if self.significance > 1 else "",
            "program": self.program,
            "actor": self.actor,
            "where": self.place,
        }
        lens = lens.but(words=self.words)
        for name in OPTIONS:
            lens = lens.with_option(name, values[name])
        return lens

    @property
    def is_on(self) -> bool:
        """Whether anything can be left out."""
        return self != Filter()

    def passes(self, event: Event, library: Library) -> bool:
        """Whether an event is to be seen."""
        return (
            event.significance >= self.significance
            and (not self.lanes or event.lane in self.lanes)
            and (not self.program or self.program in event.programs)
            and (not self.actor or self.actor in event.actors)
            and (not self.place or self._is_in(event, library))
            and self._says(event)
        )

    def _is_in(self, event: Event, library: Library) -> bool:
        """Whether the event happened in the place, or in one that lies within it."""
        wanted = self.place.removeprefix("place:")
        for name in event.places:
            place = library.places.get(name)
            if name == wanted or (place is not None and wanted in place.within):
                return True
        return False

    def _says(self, event: Event) -> bool:
        if not self.words:
            return True
        text = " ".join((event.title, event.summary, *event.actors)).casefold()
        return all(word in text for word in self.words.casefold().split())


def filtered(contents: Contents, wanted: Filter, library: Library) -> Contents:
    """The contents with only the events that pass; the years stay."""
    if not wanted.is_on:
        return contents
    marks = tuple(
        mark
        for mark in contents.marks
        if wanted.passes(library.events[mark.ref.partition(":")[2]], library)
    )
    bars = contents.bars
    if wanted.lanes and "federal program" not in wanted.lanes:
        bars = ()
    elif wanted.program:
        bars = tuple(bar for bar in bars if bar.ref == f"program:{wanted.program}")
    return contents._replace(marks=marks, bars=bars)
