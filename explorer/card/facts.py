"""What to say about one item: date, summary, links, sources."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from explorer.card.card import Card, Line, Notes, Section
from explorer.card.kinds import sections_of
from explorer.card.lines import Desk, capital, span, title
from explorer.content import cite, model
from explorer.content.dates import When
from explorer.content.library import Library

SINCE: Final = frozenset({"event", "program", "claim", "conflict", "quote", "question", "series"})
"""Kinds of which it matters since when they are known; who held an office was never in doubt."""

LISTED: Final = (model.Attribute, model.Outcome)
"""Kinds named by a phrase that may go on after a semicolon."""

OF_MOMENT: Final = frozenset({"node", "edge", "box", "group"})
"""Kinds that read otherwise on another day."""


GOES_ON: Final = frozenset({"era", "form", "policy"})
"""Kinds that are still in force where no end is known."""


def card_of(library: Library, ref: str, moment: date) -> Card:
    """The card of any record, as it reads on the day *moment*.

    Unknown references raise the library's own ``UnknownRecord``.
    """
    record: Any = library.find(ref)
    kind = library.kind_of(record)
    desk = Desk(library, Notes(), moment)
    heading = _heading(library, ref, record)
    summary = _summary(desk, record, heading)
    sections = [*sections_of(desk, kind, record), *_shared(desk, ref)]
    day, end = _dates(kind, record)
    return Card(
        ref=ref,
        kind=kind,
        title=heading,
        tag=_tag(kind, record),
        date=day,
        end=end,
        confidence=str(getattr(record, "confidence", None) or ""),
        summary=summary,
        sections=tuple(sections),
        sources=tuple(desk.notes.order),
        known_since=_known_since(desk, kind, ref, day),
        of_moment=kind in OF_MOMENT,
    )


# ------------------------------------------------------------------------------ what all share


def _heading(library: Library, ref: str, record: Any) -> str:
    """What stands over the card: a document's own title, a speaker, else the name."""
    if isinstance(record, model.Source):
        return record.title
    if isinstance(record, model.Quote):
        return record.speaker
    name = capital(title(library, ref)).removesuffix(" (overlay)")
    return name.partition("; ")[0] if isinstance(record, LISTED) else name


def _dates(kind: str, record: Any) -> tuple[When | None, When | None]:
    """When it began or happened, and when it ended."""
    day = _first(record, "date", "start", "issued", "valid_from", "effective_from", "adopted_on")
    end = _first(record, "end", "valid_to", "effective_to")
    return span(day, None) if day and not end and kind in GOES_ON else day, end


def _first(record: Any, *names: str) -> When | None:
    found = (getattr(record, name, None) for name in names)
    return next((when for when in found if isinstance(when, When)), None)


def _known_since(desk: Desk, kind: str, ref: str, day: When | None) -> When | None:
    """Since when it is known, where that came later than the day in view, and it had happened."""
    if kind not in SINCE or (day and day.first > desk.moment):
        return None
    return desk.library.known_since(ref, desk.moment)


def _tag(kind: str, record: Any) -> str:
    """The lane of an event; for other kinds the id of what sort of record it is."""
    if isinstance(record, model.Event):
        return record.lane
    for name in ("kind", "side", "stance", "level", "about", "layer"):
        if isinstance(found := getattr(record, name, ""), str) and found:
            return f"{kind}-{found}".replace("_", "-")
    return kind


def _summary(desk: Desk, record: Any, heading: str) -> Line | None:
    """The text that opens the card, with the record's own sources."""
    if isinstance(record, model.Source):
        return Line(_reference(record))
    if isinstance(record, model.Quote):
        return Line(f"“{record.text}”", notes=desk.notes.number([record.source]))
    marks = () if isinstance(record, model.Rule | model.Claim) else desk.notes.number(_own(record))
    names = ("summary", "definition", "description", "resolution", "subtitle", "text")
    found = (str(getattr(record, name, "")) for name in names)
    text = next(filter(None, found), "")
    if isinstance(record, LISTED):
        text = record.meaning.partition("; ")[2]
    said = not text or capital(text) == heading
    return None if said else Line(capital(text), notes=marks)


def _own(record: Any) -> tuple[str, ...]:
    return tuple(getattr(record, "sources", ()))


def _reference(source: model.Source) -> str:
    """The full reference without its address, which stands below."""
    return cite.reference(source, address=False)


def _shared(desk: Desk, ref: str) -> list[Section]:
    """What every card ends with: events that changed it, what it measures, where sources differ."""
    library = desk.library
    changes = tuple(
        Line(
            event.title,
            f"event:{event.id}",
            f"change:{change.change}",
            change.what,
            desk.notes.number(change.sources),
            event.date,
        )
        for event, change in library.changes_at(ref)
    )
    conflicts = tuple(_conflict(conflict) for conflict in library.conflicts_about(ref))
    found = tuple(Line(title(library, other), other) for other in library.measures_of(ref))
    sections = (
        Section("changed-by", changes, "named"),
        Section("measures-events", found),
        Section("sources-differ", conflicts),
    )
    return [section for section in sections if section.lines]


def _conflict(conflict: model.Conflict) -> Line:
    sides = " · ".join(capital(side.claim) for side in conflict.sides)
    return Line(conflict.topic, f"conflict:{conflict.id}", note=sides)
