"""What is told of a person: the steps of authored walks, and what sources do not agree on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from explorer.content.library import Library
from explorer.content.model import Conflict, Profile, Walk


@dataclass(frozen=True)
class Claim:
    """One side of what is disputed, and who says it."""

    text: str
    speakers: tuple[str, ...]  # names of sources, or whoever said it
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Dispute:
    """What sources tell differently, with what became known later; to be set as one paragraph."""

    topic: str
    sides: tuple[Claim, ...]
    known_later: str


@dataclass(frozen=True)
class Tale:
    """All that the content tells of a person."""

    profile: Profile
    walks: tuple[Walk, ...]
    disputes: tuple[Dispute, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.walks and not self.disputes


def tale(library: Library, profile: str) -> Tale:
    """What the content tells of a person and of the walks made with that person."""
    walks = tuple(walk for walk in library.walks.values() if walk.profile == profile)
    about = [f"profile:{profile}", *(f"walk:{walk.id}" for walk in walks)]
    found = {one.id: one for ref in about for one in library.conflicts_about(ref)}
    disputes = tuple(_dispute(library, conflict) for conflict in found.values())
    return Tale(library.profiles[profile], walks, disputes)


def reported(library: Library) -> tuple[Profile, ...]:
    """The publicly reported cases among the persons."""
    return tuple(one for one in library.profiles.values() if one.kind == "case")


def hypothetical(library: Library) -> tuple[Profile, ...]:
    """The made-up persons."""
    return tuple(one for one in library.profiles.values() if one.kind != "case")


def _dispute(library: Library, conflict: Conflict) -> Dispute:
    sides = tuple(_sides(library, conflict))
    return Dispute(conflict.topic, sides, conflict.resolution)


def _sides(library: Library, conflict: Conflict) -> Iterator[Claim]:
    for side in conflict.sides:
        names = tuple(library.name(f"source:{name}") for name in side.sources)
        yield Claim(side.claim, names or (side.said_by,), side.sources)
