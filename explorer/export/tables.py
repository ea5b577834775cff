"""Figures as CSV, with what they are and who says so in the first lines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Final

from explorer import NAME, SUBTITLE
from explorer.content.cite import plain
from explorer.content.library import Library
from explorer.content.model import Chart, Figure

COLUMNS: Final = (
    "series",
    "fiscal_year",
    "date",
    "period",
    "value",
    "unit",
    "qualifier",
    "source",
    "confidence",
    "note",
)
LICENSE: Final = "CC BY 4.0"


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


def series_csv(library: Library, series: Sequence[str]) -> str:
    """Tidy rows of some series; lines that begin with # say what each counts and cite it.

    >>> COLUMNS[4:6]
    ('value', 'unit')
    """
    out = io.StringIO()
    for line in _about(library, series):
        out.write(f"# {line}\n")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for name in series:
        writer.writerows(_row(name, figure) for figure in library.figures(name))
    return out.getvalue()


def _about(library: Library, series: Sequence[str]) -> Iterator[str]:
    yield f"{NAME}: {SUBTITLE}"
    yield f"Content {library.version}, researched to {library.researched}. License: {LICENSE}."
    sources: dict[str, None] = {}
    for name in series:
        record = library.series[name]
        yield f"{name}: {record.title} ({record.unit}). {_line(record.definition)}"
        if record.caution:
            yield f"{name}: caution: {_line(record.caution)}"
        sources |= dict.fromkeys(figure.source for figure in library.figures(name))
    for source in sources:
        yield f"source {source}: {_line(plain(library.sources[source]))}"


def _row(series: str, figure: Figure) -> tuple[object, ...]:
    return (
        series,
        "" if figure.fiscal_year is None else figure.fiscal_year,
        "" if figure.date is None else figure.date.text,
        figure.period,
        int(figure.value) if figure.value == int(figure.value) else figure.value,
        figure.unit,
        figure.qualifier,
        figure.source,
        figure.confidence,
        figure.note,
    )


def _line(text: str) -> str:
    return " ".join(text.split())
