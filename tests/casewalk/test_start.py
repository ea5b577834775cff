"""Whom the page walks first."""

from __future__ import annotations

from datetime import date

import pytest

from explorer.casewalk.start import START, first_profile
from explorer.content.library import Library
from explorer.policy.rules import Rulebook
from explorer.policy.walk import walk


@pytest.fixture(scope="module")
def book(bundled: Library) -> Rulebook:
    return Rulebook(bundled)


@pytest.mark.parametrize("year", range(2002, 2020))
def test_the_first_walk_has_an_answer_if_any_has(book: Rulebook, year: int) -> None:
    day = date(year, 8, 5)
    profiles = book.library.profiles

    def final(name: str) -> str:
        return walk(book, profiles[name].facts, book.place(profiles[name].place_id), day).final

    made_up = [one.id for one in profiles.values() if one.kind != "case"]
    unanswered = ("open", "not_researched")
    any_has = any(final(name) not in unanswered for name in made_up)
    assert (final(first_profile(book, day)) not in unanswered) == any_has


def test_the_usual_person_is_first_where_that_walk_has_an_answer(book: Rulebook) -> None:
    assert first_profile(book, date(2014, 4, 11)) == START


def test_the_usual_person_is_first_on_a_day_that_was_not_researched(book: Rulebook) -> None:
    assert first_profile(book, date(1995, 1, 1)) == START
