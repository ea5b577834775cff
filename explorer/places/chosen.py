"""Which place a lens has chosen on the map, and which layers lie on it."""

from __future__ import annotations

from typing import Final

from explorer.content.library import Library
from explorer.content.model import Agreement, Limit, Place
from explorer.reader.lens import Lens

LAYERS: Final = ("limits", "agreements")


def layers(lens: Lens) -> tuple[str, ...]:
    """The layers of ``x.layers=limits,agreements``; none where the lens names none.

    >>> layers(Lens(options={"layers": "limits"})), layers(Lens())
    (('limits',), ())
    """
    asked = lens.option("layers").split(",")
    return tuple(name for name in LAYERS if name in asked)


def with_layer(lens: Lens, name: str, is_on: bool) -> Lens:
    """A lens with one layer laid on the map, or taken away.

    >>> with_layer(Lens(options={"layers": "limits"}), "agreements", True).option("layers")
    'limits,agreements'
    """
    kept = [one for one in LAYERS if (is_on if one == name else one in layers(lens))]
    return lens.with_option("layers", ",".join(kept))


def ref(fips: str) -> str:
    """The reference of a county.

    >>> ref("17031")
    'place:county:17031'
    """
    return f"place:county:{fips}"


def place(library: Library, lens: Lens) -> Place | None:
    """The place that is looked at: the chosen item where it is one, else that of the lens."""
    kind, _, name = lens.item.partition(":")
    if kind == "place":
        return by_id(library, name)
    return None if kind in ("limit", "agreement") else by_id(library, lens.place)


def by_id(library: Library, name: str) -> Place | None:
    """A place by its id, with or without ``place:``."""
    bare = name.removeprefix("place:")
    return library.places.get(bare) or library.counties.get(bare)


def fips(library: Library, lens: Lens) -> str:
    """The county to mark: that of the place or row in view; "" for a state or for none."""
    if lens.item.startswith(("limit:", "agreement:")) and library.has(lens.item):
        row = library.find(lens.item)
        return row.fips if isinstance(row, Limit | Agreement) else ""
    found = place(library, lens)
    return found.fips[0] if found and len(found.fips) == 1 else ""


def state(library: Library, lens: Lens) -> str:
    """The letters of the state in which the chosen place lies; "" for none."""
    found = place(library, lens)
    return found.state if found else ""
