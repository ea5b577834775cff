"""The places in which a person can be walked, by the names that a reader would type."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from explorer.content.library import Library
from explorer.content.model import Place

KINDS = ("county_jail", "city_police", "city_jail", "county", "state", "nation")


def named(library: Library) -> Mapping[str, Place]:
    """Every place of a walk by its name; agencies first, then counties, then states."""
    return _named(library)


@lru_cache(maxsize=4)
def _named(library: Library) -> Mapping[str, Place]:
    known = {**library.counties, **library.places}
    asked = [place for place in known.values() if place.kind in KINDS]
    asked.sort(key=lambda place: (place.id in library.counties, place.kind not in KINDS[:3]))
    found: dict[str, Place] = {}
    for place in asked:
        found.setdefault(name_of(library, place), place)
    return found


def name_of(library: Library, place: Place) -> str:
    """The name of a place, with its state where the name does not say it."""
    state = library.places.get(f"state:{place.state}")
    if place.kind in ("state", "nation") or "," in place.name:
        return place.name
    return f"{place.name}, {state.name if state else place.state}"


def find(library: Library, text: str) -> Place | None:
    """The place that a text means: by its whole name, else the first that begins so."""
    names = named(library)
    wanted = text.strip().casefold()
    if not wanted:
        return None
    by_name = {name.casefold(): place for name, place in names.items()}
    if wanted in by_name:
        return by_name[wanted]
    begins = (place for name, place in by_name.items() if name.startswith(wanted))
    holds = (place for name, place in by_name.items() if wanted in name)
    return next(begins, None) or next(holds, None)


def by_id(library: Library, ref: str) -> Place | None:
    """The place that a lens names, with or without ``place:``."""
    name = ref.removeprefix("place:")
    return library.places.get(name) or library.counties.get(name)
