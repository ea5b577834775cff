"""What a link asks for that is not there, and what is nearest to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from explorer.content.library import Library
from explorer.reader.lens import Lens

TOLD: Final = ("question", "claim", "series", "quote", "viewpoint", "source")
"""Kinds of items of which the desk says that one is not there."""

_YEAR: Final = re.compile(r"@(\d{4})")


@dataclass(frozen=True)
class Missing:
    """A name that a link gives, and the reference nearest to it; empty where none is near."""

    name: str
    near: str = ""


def missing(library: Library, lens: Lens) -> Missing | None:
    """The item or the figure of the lens that does not exist."""
    kind, _, name = lens.item.partition(":")
    point = lens.option("point")
    if kind in TOLD and not library.has(lens.item):
        return Missing(lens.item, _ref(kind, nearest(name, library.records(kind))))
    if not point or kind not in ("", "series") or library.figure(point) is not None:
        return None
    series = point.partition("@")[0]
    if series in library.series:
        return Missing(point, _ref("series", nearest_figure(library, point)))
    return Missing(point, _ref("series", nearest(series, library.series)))


def nearest_figure(library: Library, point: str) -> str:
    """The figure of a series that is nearest in time to one that is not there, or in name."""
    keys = library.figure_keys(point.partition("@")[0])
    asked = _YEAR.search(point)
    dated = {key: int(found[1]) for key in keys if (found := _YEAR.search(key))}
    if asked and dated:
        return min(dated, key=lambda key: abs(dated[key] - int(asked[1])))
    return nearest(point, keys)


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that is most like one; empty where none is like it."""
    import difflib  # only where something is missing

    return next(iter(difflib.get_close_matches(name, list(known), n=1, cutoff=0.4)), "")


def _ref(kind: str, name: str) -> str:
    return f"{kind}:{name}" if name else ""
