"""Lines and sections that the cards of many kinds are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from explorer.card.card import Line, Notes, Section, Spark
from explorer.content import model
from explorer.content.dates import When, fiscal_year
from explorer.content.library import Library

_SERIES_ID = re.compile(r"\b[a-z0-9-]+/[a-z0-9-]+\b")


class Desk(msgspec.Struct, frozen=True):
    """What a card is written from: all records, the day in view, and the notes so far."""

    library: Library
    notes: Notes
    moment: date


def refs(desk: Desk, kind: str, ids: Iterable[str], lead: str = "") -> tuple[Line, ...]:
    """Lines that open records of a kind, by name; what has no record is left out."""
    named = (f"{kind}:{one}" for one in ids)
    return opened(desk, (ref for ref in named if desk.library.has(ref)), lead)


def opened(desk: Desk, named: Iterable[str], lead: str = "") -> tuple[Line, ...]:
    """Lines that open records, by name."""
    return tuple(Line(capital(title(desk.library, ref)), ref, lead) for ref in named)


def title(library: Library, ref: str) -> str:
    """What a record is called in a list: its name; a quotation with its speaker."""
    record = library.find(ref)
    if isinstance(record, model.Quote):
        return f"{record.speaker}: “{record.text}”"
    return library.name(ref)


def fields(values: Mapping[str, object], id: str = "details") -> Section:
    """Label and value for each value that is filled."""
    lines = tuple(_field(name, value) for name, value in values.items() if value)
    return Section(id, lines, "fields")


def _field(name: str, value: object) -> Line:
    if isinstance(value, When):
        return Line(lead=name, date=value)
    if isinstance(value, Line):
        return msgspec.structs.replace(value, lead=name)
    return Line(capital(str(value)), lead=name)


def texts(record: Any, *names: str) -> tuple[Section, ...]:
    """One section of running text for each named field that is filled."""
    return tuple(
        Section(name.replace("_", "-"), (Line(capital(str(getattr(record, name)))),), "text")
        for name in names
        if getattr(record, name, "")
    )


def dated(events: Iterable[model.Event]) -> tuple[Line, ...]:
    """Lines that open events, with their dates."""
    return tuple(Line(event.title, f"event:{event.id}", date=event.date) for event in events)


def capital(text: str) -> str:
    """The text with its first letter large.

    >>> capital("a day in court")
    'A day in court'
    """
    return text[:1].upper() + text[1:]


def number(value: float) -> str:
    """A number as a reader writes it.

    >>> number(7225393.0), number(47.7)
    ('7,225,393', '47.7')
    """
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def amount(value: float, unit: str) -> str:
    """A number and what it counts; money stands with its sign.

    >>> amount(137.2, "million US dollars"), amount(1508, "jurisdictions")
    ('$137.2 million', '1,508 jurisdictions')
    """
    if unit.startswith("million US dollars"):
        return f"${number(value)} million{unit.removeprefix('million US dollars')}"
    return f"{number(value)} {unit}"


def without_ids(library: Library, text: str) -> str:
    """A text in which the ids of series are replaced by their titles."""

    def named(match: re.Match[str]) -> str:
        series = library.series.get(match[0])
        return f"“{series.title}”" if series else match[0]

    return _SERIES_ID.sub(named, text)


def span(start: When | None, end: When | None) -> When | None:
    """From one date to another as one; open at the side that is not known.

    >>> span(When("2008-10"), None)
    When('2008-10/..')
    """
    first = "" if start is None else start.text.partition("/")[0]
    last = ".." if end is None else end.text.rpartition("/")[2]
    if first in ("", "..") and last == "..":
        return start or end
    return When(f"{first}/{last}" if first != last else first)


def measured(desk: Desk, measures: Sequence[model.Measure]) -> list[Section]:
    """The series that measure an item, the first that can be drawn as a small picture."""
    lines = tuple(
        Line(title(desk.library, measure.by), measure.by, _how(measure), measure.caution)
        for measure in measures
    )
    sparks = (spark_of(desk.library, measure.by) for measure in measures)
    spark = next(filter(None, sparks), None)
    return [Section("measured-by", lines, "spark" if spark else "list", spark)] if lines else []


def _how(measure: model.Measure) -> str:
    """The id of how closely it measures; nothing where it simply does."""
    return "" if measure.relation == "measures" else measure.relation


def spark_of(library: Library, ref: str) -> Spark | None:
    """The small picture of a series with at least four dated values, else None."""
    kind, _, series = ref.partition(":")
    if kind != "series" or not library.has(ref):
        return None
    figures = library.figures(series)
    points = sorted((place, figure.value) for figure in figures if (place := _place(figure)))
    if len(points) < 4 or len({figure.unit for figure in figures}) > 1:
        return None
    return Spark(ref, figures[0].unit, tuple(points))


def _place(figure: model.Figure) -> int:
    """Where a value lies on the time axis, as a day's ordinal; 0 where it has no date."""
    if figure.date is not None:
        return figure.date.middle.toordinal()
    if figure.fiscal_year is not None:
        first, last = fiscal_year(figure.fiscal_year)
        return (first + (last - first) / 2).toordinal()
    return 0
