"""What to say about one item: date, summary, links, sources."""

from __future__ import annotations

from datetime import date
from typing import Any

from explorer.card.card import Card, Line, Notes, Section
from explorer.card.kinds import sections_of
from explorer.content import model
from explorer.content.dates import When
from explorer.content.library import Library


def card_of(library: Library, ref: str, moment: date) -> Card:
    """The card of any record, as it reads on the day *moment*.

    Unknown references raise the library's own ``UnknownRecord``.
    """
    record: Any = library.find(ref)
    kind = library.kind_of(record)
    notes = Notes()
    summary = _summary(record, notes)
    sections = sections_of(library, kind, record, notes) + _common(library, ref, notes)
    return Card(
        ref=ref,
        kind=kind,
        title=library.name(ref),
        tag=_tag(record),
        date=_first(record, "date", "start", "issued", "valid_from", "effective_from"),
        end=_first(record, "end", "valid_to", "effective_to"),
        confidence=str(getattr(record, "confidence", None) or ""),
        summary=summary,
        sections=tuple(sections),
        sources=tuple(notes.order),
        known_since=library.known_since(ref, moment),
    )


# ------------------------------------------------------------------------------ what all share


def _first(record: Any, *names: str) -> When | None:
    found = (getattr(record, name, None) for name in names)
    return next((when for when in found if isinstance(when, When)), None)


def _tag(record: Any) -> str:
    for name in ("lane", "kind", "side", "stance", "level"):
        if getattr(record, name, ""):
            return str(getattr(record, name))
    return ""


def _summary(record: Any, notes: Notes) -> Line | None:
    """The text that opens the card, with the record's own sources."""
    sources = notes.number(getattr(record, "sources", ()))
    for name in ("summary", "definition", "description", "resolution", "meaning"):
        if getattr(record, name, ""):
            return Line(str(getattr(record, name)), notes=sources)
    if isinstance(record, model.Quote):
        return Line(f"“{record.text}”", notes=notes.number([record.source]))
    if isinstance(record, model.Claim | model.Viewpoint):
        return Line(record.text, notes=sources)
    return None


def _common(library: Library, ref: str, notes: Notes) -> list[Section]:
    """What every card ends with: conflicts that touch it, and events that changed it."""
    changes = tuple(
        Line(
            change.what,
            f"event:{event.id}",
            change.change,
            event.title,
            notes.number(change.sources),
            event.date,
        )
        for event, change in library.changes_at(ref)
    )
    conflicts = tuple(_conflict(conflict) for conflict in library.conflicts_about(ref))
    measured = tuple(Line(library.name(other), other) for other in library.measures_of(ref))
    sections = (
        Section("changed-by", changes),
        Section("measures-events", measured),
        Section("sources-differ", conflicts),
    )
    return [section for section in sections if section.lines]


def _conflict(conflict: model.Conflict) -> Line:
    sides = " · ".join(side.claim for side in conflict.sides)
    return Line(conflict.topic, f"conflict:{conflict.id}", note=sides)
