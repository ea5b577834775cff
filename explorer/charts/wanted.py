"""What a lens wants to see of the charts: which one, which event, and which figure first."""

from __future__ import annotations

from datetime import date

from explorer.charts import specs
from explorer.charts.specs import Drawing, Mark
from explorer.content.library import Library
from explorer.content.model import Event
from explorer.reader.lens import Lens


def ref(library: Library, lens: Lens, here: str) -> str:
    """The chart, series or table: the one kept beside an event or source, the item, the first.

    A lens without an item wants what is *here* already.
    """
    kept = lens.option("chart") if library.has(lens.option("chart")) else ""
    aside = lens.item.partition(":")[0] in ("event", "source")
    candidates = [kept, lens.item] if aside else [lens.item, kept]
    found = next(filter(None, (specs.chosen(library, item) for item in candidates)), "")
    if not found and not lens.item:
        found = here
    return found or f"chart:{specs.curated(library)[0].id}"


def event(library: Library, lens: Lens) -> Event | None:
    """The event that is open, if one is."""
    kind, _, name = lens.item.partition(":")
    return library.events.get(name) if kind == "event" else None


def mark(drawing: Drawing, moment: date) -> Mark | None:
    """The figure to tell of first: the last one that covers the moment, else the highest.

    Both are looked for on the first track that has figures.
    """
    first = next((track.marks for track in drawing.tracks if track.marks), ())
    covering = [one for one in first if one.start <= moment <= one.end]
    return covering[-1] if covering else max(first, key=lambda one: one.value, default=None)
