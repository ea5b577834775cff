"""A title at the edge of the window keeps its first words, as many as can be read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.cuts import Cuts

TITLES = st.lists(st.text("abcdefg", min_size=1, max_size=9), min_size=1, max_size=9).map(" ".join)


def letters(text: str, weight: float) -> float:
    return float(len(text))


@given(TITLES, st.integers(0, 60))
def test_a_cut_title_fits_and_begins_as_the_whole_one(title: str, room: int) -> None:
    head = Cuts(letters).head(title, 2, room)
    assert len(head) <= room
    assert title.startswith(head.removesuffix("…"))


@given(TITLES, st.integers(0, 60))
def test_more_room_never_shows_less(title: str, room: int) -> None:
    cuts = Cuts(letters)
    assert len(cuts.head(title, 2, room)) <= len(cuts.head(title, 2, room + 1))


def test_words_are_cut_only_where_not_even_one_fits() -> None:
    cuts = Cuts(letters)
    assert cuts.head("Courts block Proposition 187", 2, 14) == "Courts block…"
    assert cuts.head("Courts block Proposition 187", 2, 4) == "Cou…"
    assert cuts.head("Courts", 2, 1) == ""


def test_a_title_that_is_shortened_already_ends_in_one_ellipsis() -> None:
    assert Cuts(letters).head("Courts block most…", 2, 13) == "Courts block…"
