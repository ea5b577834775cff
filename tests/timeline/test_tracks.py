"""Where arrow keys lead."""

from __future__ import annotations

from itertools import pairwise

import pytest

from explorer.content.library import Library
from explorer.timeline.items import contents
from explorer.timeline.sheet import Sheet
from explorer.timeline.tracks import Entry, Tracks, entries
from tests.timeline.test_sheet import sizes


@pytest.fixture
def found(bundled: Library) -> list[Entry]:
    made = contents(bundled)
    return entries(made, Sheet(made, sizes()))


def test_right_leads_through_a_lane_in_order_of_time(found: list[Entry]) -> None:
    tracks = Tracks(found)
    row = next(row for row, entry in enumerate(found) if entry.kind == "event")
    walked = [row]
    while tracks.along(walked[-1], 1) != walked[-1]:
        walked.append(tracks.along(walked[-1], 1))
    assert len({found[one].track for one in walked}) == 1
    assert all(found[one].day <= found[other].day for one, other in pairwise(walked))


def test_left_leads_back(found: list[Entry]) -> None:
    tracks = Tracks(found)
    assert tracks.along(tracks.along(20, 1), -1) == 20


def test_down_reaches_every_track_and_stops_at_the_last(found: list[Entry]) -> None:
    tracks = Tracks(found)
    row, seen = 0, []
    for _ in range(40):
        seen.append(found[row].track)
        row = tracks.across(row, 1, found[0].day)
    assert sorted(set(seen)) == sorted({entry.track for entry in found})
    assert tracks.across(row, 1, found[0].day) == row


def test_down_leads_to_the_nearest_day(found: list[Entry]) -> None:
    tracks = Tracks(found)
    row = next(row for row, entry in enumerate(found) if "2011-moa" in entry.ref)
    below = tracks.across(row, 1, found[row].day)
    others = [entry for entry in found if entry.track == found[below].track]
    nearest = min(abs(entry.day - found[row].day) for entry in others)
    assert abs(found[below].day - found[row].day) == nearest


def test_every_item_has_one_entry(found: list[Entry], bundled: Library) -> None:
    events = [entry.ref for entry in found if entry.kind == "event"]
    assert sorted(events) == sorted(f"event:{name}" for name in bundled.events)
    assert len({entry.ref for entry in found}) == len(found)
