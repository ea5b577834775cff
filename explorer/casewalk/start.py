"""Whom the page walks first where nobody was chosen: somebody whose walk has an answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from explorer.casewalk.told import hypothetical
from explorer.content.model import Profile
from explorer.policy.rules import Rulebook
from explorer.policy.walk import walk

START: Final = "P02"  # who is walked where no walk has an answer
ANSWERS: Final = (  # the last words of walks that are answers, those that come furthest first
    ("held_possible", "notify_only", "not_held", "no_request"),
    ("not_identified",),
)


def first_profile(book: Rulebook, day: date) -> str:
    """The made-up person whose walk at home has an answer on a day, else the usual one."""
    finals = dict(_finals(book, day))
    for words in ANSWERS:
        found = [profile for profile, final in finals.items() if final in words]
        if found:
            return START if START in found else found[0]
    return START if START in finals else next(iter(book.library.profiles))


def _finals(book: Rulebook, day: date) -> Iterator[tuple[str, str]]:
    for profile in hypothetical(book.library):
        if _has_home(book, profile):
            place = book.place(profile.place_id)
            yield profile.id, walk(book, profile.facts, place, day).final


def _has_home(book: Rulebook, profile: Profile) -> bool:
    known = book.library
    return profile.place_id in known.places or profile.place_id in known.counties
