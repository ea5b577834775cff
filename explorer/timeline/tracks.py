"""Where arrow keys lead: along a track of items, or to the track above or below."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from explorer.timeline.items import Contents
from explorer.timeline.sheet import Sheet


class Entry(NamedTuple):
    """Something with a place: its reference, its kind, its place in the contents, its track."""

    day: float
    ref: str
    kind: str  # event, program or administration
    place: int
    track: int  # from top to bottom
    last: float


def entries(contents: Contents, sheet: Sheet) -> list[Entry]:
    """Everything on a sheet, by date: terms on top, then rows of bars, then lanes."""
    found = [
        Entry(term.first, term.ref, "administration", place, 0, term.last)
        for place, term in enumerate(contents.terms)
    ]
    bars = {bar.ref: place for place, bar in enumerate(contents.bars)}
    found += [
        Entry(bar.first, bar.ref, "program", bars[bar.ref], 1 + row, bar.last)
        for bar, row in sheet.bars.placed
    ]
    below = 1 + sheet.bars.rows
    for number, lane in enumerate(sheet.lanes):
        marks = ((place, contents.marks[place]) for place in sheet.members.get(lane.name, ()))
        found += [
            Entry(mark.day, mark.ref, "event", place, below + number, mark.day)
            for place, mark in marks
        ]
    return sorted(found)


class Tracks:
    """The entries of each track, from left to right."""

    def __init__(self, found: Sequence[Entry]) -> None:
        self._entries = found
        self._tracks: dict[int, array[int]] = {}
        for row, entry in enumerate(found):
            self._tracks.setdefault(entry.track, array("i")).append(row)
        self._order = sorted(self._tracks)

    def along(self, row: int, way: int) -> int:
        """The next entry of the same track, to the right (1) or left (-1)."""
        track = self._tracks[self._entries[row].track]
        place = bisect_left(track, row) + way
        return track[min(max(place, 0), len(track) - 1)]

    def across(self, row: int, way: int, day: float) -> int:
        """The entry nearest to a day on the next track below (1) or above (-1)."""
        here = self._order.index(self._entries[row].track) + way
        if not 0 <= here < len(self._order):
            return row
        return min(self._tracks[self._order[here]], key=lambda other: self._away(other, day))

    def nearest(self, day: float) -> int:
        """The event nearest to a day; any entry where there is no event."""
        events = [row for row, entry in enumerate(self._entries) if entry.kind == "event"]
        return min(events or range(len(self._entries)), key=lambda row: self._away(row, day))

    def _away(self, row: int, day: float) -> float:
        entry = self._entries[row]
        return max(entry.day - day, day - entry.last, 0.0)
