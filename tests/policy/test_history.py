"""One person over time: every day belongs to one stretch, and the stretch says what the day says."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from explorer.policy.history import by_final, over_time
from explorer.policy.rules import Rulebook
from explorer.policy.walk import walk
from tests.policy.persons import real

BOOK = Rulebook(real())
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("profile", "place"),
    [
        ("P08", "county:53033"),
        ("P07", "county:06075"),
        ("P08", "county:02020"),
        ("P11", "agency:nypd"),
        ("P06", "county:41005"),
    ],
)
def test_any_day_of_the_range_comes_out_as_its_stretch_says(profile: str, place: str) -> None:
    facts, where = real().profiles[profile].facts, BOOK.place(place)
    for stretch in over_time(BOOK, facts, where):
        length = (stretch.last - stretch.first).days
        for number in {*range(0, length, 5), length}:
            day = stretch.first + number * DAY
            assert walk(BOOK, facts, where, day).chain() == stretch.walk.chain(), day


def test_the_stretches_cover_the_range_without_gap_or_overlap() -> None:
    stretches = over_time(BOOK, real().profiles["P06"].facts, BOOK.place("county:06075"))
    assert (stretches[0].first, stretches[-1].last) == (date(2001, 12, 1), date(2021, 1, 20))
    assert all(one.last + DAY == other.first for one, other in pairwise(stretches))
    assert all(one.walk.chain() != other.walk.chain() for one, other in pairwise(stretches))


def test_the_strip_is_cut_only_where_the_final_word_changes() -> None:
    stretches = over_time(BOOK, real().profiles["P06"].facts, BOOK.place("county:06075"))
    strip = by_final(stretches)
    assert len(strip) < len(stretches)
    assert all(one.final != other.final for one, other in pairwise(strip))
    assert (strip[0].first, strip[-1].last) == (stretches[0].first, stretches[-1].last)
    assert by_final([]) == ()
