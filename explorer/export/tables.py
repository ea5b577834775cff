"""Figures and tables as CSV, with what they are and who says so in the first lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from explorer.content import tidy
from explorer.content.dates import When
from explorer.content.library import Library
from explorer.content.mentions import sources
from explorer.content.model import Chart, Part

COLUMNS: Final = tidy.COLUMNS
LICENSE: Final = tidy.LICENSE


def series_behind(library: Library, ref: str) -> tuple[str, ...]:
    """The ids of the series that a series, table, chart or measured record stands on."""
    kind, _, name = ref.partition(":")
    if not library.has(ref):
        return ()
    found = library.find(ref)
    if kind == "series":
        return (name,)
    if kind == "table":
        return tuple(id for id, series in library.series.items() if series.table == name)
    if isinstance(found, Chart):
        return tuple(plotted.series.removeprefix("series:") for plotted in found.series)
    measures = library.measured_by(ref) if kind in ("event", "program") else ()
    refs = dict.fromkeys(m.by for m in measures if m.by.startswith(("series:", "table:")))
    return tuple(dict.fromkeys(id for by in refs for id in series_behind(library, by)))


def csv_of(library: Library, ref: str, link: str = "") -> str:
    """The figures behind a record, or all rows of a table of places; empty where it has none."""
    kind, _, name = ref.partition(":")
    rows = _rows_of(library, name) if kind == "table" and library.has(ref) else ()
    if rows:
        return table_csv(library, name, rows, link)
    series = series_behind(library, ref)
    return series_csv(library, series, library.name(ref), link) if series else ""


def series_csv(library: Library, series: Sequence[str], title: str = "", link: str = "") -> str:
    """Tidy rows of some series; lines that begin with # say what each counts and cite it."""
    figures = [figure for name in series for figure in library.figures(name)]
    lines = [
        *tidy.about(library, title, link),
        *tidy.defined(library, series),
        *tidy.cited(library, (figure.source for figure in figures)),
    ]
    return tidy.as_csv(lines, tidy.COLUMNS, (tidy.row(library, figure) for figure in figures))


def table_csv(library: Library, name: str, rows: Sequence[Part], link: str = "") -> str:
    """All rows of a table of places as its file has them, with every source cited above them."""
    table = library.tables[name]
    named = [source for row in rows for source in sources(row)]
    lines = [
        *tidy.about(library, table.title, link),
        *((table.description,) if table.description else ()),
        *tidy.cited(library, named),
    ]
    columns = rows[0].__struct_encode_fields__
    cells = ([_written(getattr(row, column)) for column in columns] for row in rows)
    return tidy.as_csv(lines, columns, cells)


def _rows_of(library: Library, name: str) -> Sequence[Part]:
    tables: Mapping[str, Sequence[Part]] = {
        "activation": library.activations(),
        "undated": library.undated(),
        "agreements": library.agreements(),
        "limits": library.limits(),
    }
    return tables.get(name, ())


def _written(value: object) -> str:
    """A cell as the files of the content have it: days in ISO form, lists with semicolons."""
    if isinstance(value, tuple):
        return ";".join(map(_written, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.text if isinstance(value, When) else "" if value is None else str(value)
