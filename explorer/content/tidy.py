"""Figures as tidy rows for other programs, each with its unit, definition and source."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from explorer import NAME, SUBTITLE
from explorer.content.cite import plain, reference
from explorer.content.library import Library
from explorer.content.model import Figure
from explorer.content.tables import stretch

COLUMNS: Final = (
    "series",
    "label",
    "fiscal_year",
    "date",
    "period",
    "start",
    "end",
    "value",
    "low",
    "high",
    "unit",
    "qualifier",
    "computed",
    "definition",
    "source",
    "source_reference",
    "place_in_source",
    "confidence",
    "note",
)
LICENSE: Final = "CC BY 4.0"
LOW: Final = ("more_than", "at_least")  # qualifiers whose value is a lower bound
HIGH: Final = ("nearly", "at_most")  # … an upper bound


def row(library: Library, figure: Figure, label: str = "") -> tuple[str, ...]:
    """One figure in the order of :data:`COLUMNS`; days in ISO form, empty what is not given."""
    series, source = library.series[figure.series], library.sources[figure.source]
    start, end = stretch(figure)
    return (
        figure.series,
        label or series.title,
        "" if figure.fiscal_year is None else str(figure.fiscal_year),
        "" if figure.date is None else figure.date.text,
        figure.period,
        start.isoformat(),
        end.isoformat(),
        number(figure.value),
        number(figure.value) if figure.qualifier in LOW else "",
        number(figure.value) if figure.qualifier in HIGH else "",
        figure.unit,
        figure.qualifier,
        "yes" if figure.qualifier == "computed" else "no",
        series.definition,
        figure.source,
        reference(source),
        source.section,
        figure.confidence,
        figure.note,
    )


def number(value: float) -> str:
    """A number as programs read it: all digits, no separators.

    >>> number(409849.0), number(20.6)
    ('409849', '20.6')
    """
    return str(int(value)) if math.isfinite(value) and value == int(value) else repr(value)


def about(library: Library, title: str = "", link: str = "") -> Iterator[str]:
    """The first lines of a file: what it is, from which content, and the link that shows it."""
    yield f"{NAME}: {SUBTITLE}"
    if title:
        yield f"Title: {title}"
    yield f"Content {library.version}, researched to {library.researched}. License: {LICENSE}."
    if link:
        yield f"Link: {link}"


def defined(library: Library, series: Sequence[str]) -> Iterator[str]:
    """What each series counts, in which unit, and what to take care of."""
    for name in series:
        record = library.series[name]
        yield f"{name}: {record.title} ({record.unit}). {record.definition}"
        if record.edition:
            yield f"{name}: edition: {record.edition}"
        if record.caution:
            yield f"{name}: caution: {record.caution}"
        for item in record.breaks:
            yield f"{name}: break at {item.at.text}: {item.why}"


def cited(library: Library, sources: Iterable[str]) -> Iterator[str]:
    """Each source once, with what of it was read."""
    for source in dict.fromkeys(sources):
        yield f"source {source}: {plain(library.sources[source])}"


def as_csv(lines: Iterable[str], columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A file of comma-separated values; its first lines begin with ``#``."""
    out = io.StringIO()
    out.writelines(f"# {_flat(line)}\n" for line in lines)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_flat(cell) for cell in one] for one in rows)
    return out.getvalue()


def as_tsv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The same rows with tabs between, as spreadsheets paste them; no lines before the header."""
    return "".join("\t".join(map(_flat, one)) + "\n" for one in (columns, *rows))


def read(text: str) -> list[dict[str, str]]:
    """The rows of a file that :func:`as_csv` wrote, by column."""
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def _flat(text: str) -> str:
    """On one line, without tabs."""
    return " ".join(text.split())
