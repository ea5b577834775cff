"""A whole table of the content as rows, whatever it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from explorer.content.library import Library
from explorer.content.model import Part

SOURCES: Final = ("source", "sources")  # the columns that name sources


@dataclass(frozen=True)
class Listing:
    """A table ready to show: its title, what it is, and every row of its file in order."""

    ref: str  # table:…
    title: str
    description: str
    columns: tuple[str, ...]  # names of fields, as in the file
    rows: tuple[Part, ...]

    def sources_of(self, row: Part) -> tuple[str, ...]:
        """The ids of the sources of a row."""
        found: list[str] = []
        for name in SOURCES:
            value = getattr(row, name, ())
            found += [value] if isinstance(value, str) else value
        return tuple(dict.fromkeys(name for name in found if name))


def refs(library: Library) -> tuple[str, ...]:
    """Every table, by title."""
    tables = sorted(library.tables.values(), key=lambda table: table.title)
    return tuple(f"table:{table.id}" for table in tables)


def listing(library: Library, name: str) -> Listing:
    """All rows of the table of that id; columns that are empty in every row are left out."""
    table = library.tables[name]
    rows = _rows(library, name)
    fields = rows[0].__struct_fields__ if rows else ()
    kept = (field for field in fields if any(_is_told(getattr(row, field)) for row in rows))
    return Listing(f"table:{name}", table.title, table.description, tuple(kept), rows)


def _rows(library: Library, name: str) -> tuple[Part, ...]:
    places = {
        "activation": library.activations,
        "undated": library.undated,
        "agreements": library.agreements,
        "limits": library.limits,
    }
    return places[name]() if name in places else library.table(name)


def _is_told(value: object) -> bool:
    return value not in (None, "", ())
