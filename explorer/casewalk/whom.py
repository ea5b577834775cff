"""Who is walked, and where: whom the reader built, else whom the lens names."""

from __future__ import annotations

from functools import cached_property

from explorer.casewalk import places
from explorer.casewalk.person import Person, of_profile, read_back
from explorer.casewalk.start import START, first_profile
from explorer.content.library import Library
from explorer.content.model import Place, Profile
from explorer.policy.rules import Rulebook
from explorer.reader.lens import Lens


class Whom:
    """The person of a page. Whom the reader builds lives here only, and goes with the page."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._person: Person | None = None
        self._opening = ""  # the profile that is walked where the lens names nobody

    @cached_property
    def book(self) -> Rulebook:
        """The rules of every place and day."""
        return Rulebook(self.library)

    def person(self, lens: Lens) -> Person:
        """Who is walked: whom the reader built, else the profile of the lens."""
        name = lens.profile.removeprefix("profile:") or self._first(lens)
        known = name if name in self.library.profiles else next(iter(self.library.profiles))
        if self._person is None or self._person.profile != known:
            self._person = of_profile(self.library, known)
        return self._person

    def profile(self, lens: Lens) -> Profile:
        """The record that the person is, or was at first."""
        return self.library.profiles[self.person(lens).profile]

    def place(self, lens: Lens) -> Place:
        """Where: the place of the lens, else that of the person."""
        found = places.by_id(self.library, lens.place) if lens.place else None
        home = places.by_id(self.library, self.profile(lens).place_id)
        return found or home or next(iter(self.library.places.values()))

    def be(self, profile: str) -> None:
        """Be a person as the content has it."""
        self._person = of_profile(self.library, profile)

    def change(self, lens: Lens, name: str, value: str) -> None:
        """Be the same person with one fact set."""
        self._person = self.person(lens).but(self.library, name, value)

    def read(self, lens: Lens) -> None:
        """Be the person that a link holds, if it holds one."""
        text = lens.option("person")
        if text:
            known = self.person(lens.with_option("person", "")).profile
            self._person = read_back(self.library, known, text)

    def _first(self, lens: Lens) -> str:
        """Who is walked where the lens names nobody: the same person until it names somebody."""
        if not self._opening:
            self._opening = START if lens.place else first_profile(self.book, lens.moment)
        return self._opening
