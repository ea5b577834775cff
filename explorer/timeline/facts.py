"""What the content says of one item of the timeline: links, first sentence, days."""

from __future__ import annotations

import re

from explorer.content.library import Library
from explorer.timeline.items import Contents

Link = tuple[int, int, str]  # from which mark to which, and what the one does to the other

_SENTENCE = re.compile(r".*?\w{4,}[)\]\"”’]*[.!?](?=\s|$)", re.DOTALL)  # not after "v." or "U.S."


def links_of(library: Library, shown: Contents, ref: str) -> tuple[Link, ...]:
    """The links of an event with others that are shown, to and from it."""
    kind, _, name = ref.partition(":")
    if kind != "event":
        return ()
    here = {mark.ref: place for place, mark in enumerate(shown.marks)}
    pairs = [(ref, f"event:{e.id}", link) for e, link in library.links_from(name)]
    pairs += [(f"event:{e.id}", ref, link) for e, link in library.links_to(name)]
    return tuple(
        (here[one], here[other], link.type)
        for one, other, link in pairs
        if one in here and other in here
    )


def first_sentence(library: Library, ref: str) -> str:
    """The first sentence of what is said of an event."""
    event = library.events.get(ref.partition(":")[2])
    if event is None:
        return ""
    found = _SENTENCE.match(event.summary)
    return found[0] if found else event.summary


def span_of(shown: Contents, ref: str) -> tuple[float, float] | None:
    """The days of an event, program or term; None where it is not shown."""
    for mark in shown.marks:
        if mark.ref == ref:
            return mark.first, max(mark.until, mark.last)
    spans = {bar.ref: (bar.first, bar.last) for bar in shown.bars}
    spans |= {term.ref: (term.first, term.last) for term in shown.terms}
    return spans.get(ref)
