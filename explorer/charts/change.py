"""A drawing as an index, as shares, as rates or on a log axis, or why it cannot be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from explorer.charts.marks import Change, Drawing, Mark, Track, side
from explorer.charts.ratio import rate as rate
from explorer.charts.ratio import share as share
from explorer.charts.redraw import NAMES as NAMES
from explorer.charts.redraw import Name, Reason, divided, left_out, redrawn, unchangeable
from explorer.charts.redraw import Refusal as Refusal
from explorer.content.library import Library


@dataclass(frozen=True)
class Offer:
    """A change, with what can be chosen for it, or the reason why it is refused."""

    change: Name
    choices: tuple[str, ...] = ()  # index: base years, rate: series; share and log: none
    refusal: Refusal | None = None


def possible(library: Library, drawing: Drawing) -> tuple[Offer, ...]:
    """Every change, allowed or refused, for a drawing that is not changed yet."""
    rates = [by for by in drawing.per if isinstance(rate(library, drawing, by), Drawing)]
    return (
        _offer("index", bases(drawing), index(drawing)),
        _offer("share", (), share(library, drawing)),
        _offer("rate", rates, rate(library, drawing, rates[0] if rates else "")),
        _offer("log", (), log(drawing)),
    )


def _offer(name: Name, choices: Sequence[str], outcome: Drawing | Refusal) -> Offer:
    refused = outcome if isinstance(outcome, Refusal) else None
    return Offer(name, () if refused else tuple(choices), refused)


def apply(library: Library, drawing: Drawing, text: str) -> Drawing | Refusal:
    """The drawing changed as an option of a link says: ``index:2012``, ``share``, ``rate:…,log``."""
    found: Drawing | Refusal = drawing
    for part in filter(None, text.split(",")):
        if isinstance(found, Refusal):
            return found
        name, _, choice = part.partition(":")
        found = _one(library, found, name, choice)
    return found


def _one(library: Library, drawing: Drawing, name: str, choice: str) -> Drawing | Refusal:
    ways: Mapping[str, Callable[[], Drawing | Refusal]] = {
        "index": lambda: index(drawing, choice),
        "share": lambda: share(library, drawing),
        "rate": lambda: rate(library, drawing, choice),
        "log": lambda: log(drawing),
    }
    if name in ways:
        return ways[name]()
    return Refusal("log", "unknown", {"text": name})


# ------------------------------------------------------------------------------------ index


def bases(drawing: Drawing) -> tuple[str, ...]:
    """The years or months that can be 100.

    Every track has one figure above zero there, and some track another to compare with it.
    """
    if not drawing.tracks:
        return ()
    usable = [set(_usable(track)) for track in drawing.tracks]
    compared = {name for track in drawing.tracks for name in _compared(track)}
    return tuple(sorted(set.intersection(*usable) & compared))


def _usable(track: Track) -> Iterator[str]:
    """The years or months in which a track has one figure above zero that is no bound."""
    counts = Counter(mark.name for mark in track.regular)
    for mark in track.regular:
        if counts[mark.name] == 1 and mark.figure.value > 0 and not mark.is_bound:
            yield mark.name


def _compared(track: Track) -> Iterator[str]:
    """The years or months whose figure can be compared with another of its track."""
    counts = Counter(_way(track, mark) for mark in track.regular)
    return (mark.name for mark in track.regular if counts[_way(track, mark)] > 1)


def _way(track: Track, mark: Mark) -> tuple[object, ...]:
    """What two figures of a track must have in common to be compared."""
    return mark.span, mark.figure.unit, side(mark, track.series.breaks)


def _beside(track: Track, name: str) -> tuple[Mark, ...]:
    """The marks that can be compared with the one of a year or month, itself among them."""
    at = next((mark for mark in track.regular if mark.name == name), None)
    if at is None:
        return ()
    return tuple(mark for mark in track.regular if _way(track, mark) == _way(track, at))


def index(drawing: Drawing, base: str = "") -> Drawing | Refusal:
    """Every figure as a percentage of the one in the base year, by default the first possible.

    Figures that another edition or method counted are left out, since they cannot be compared
    with the base.
    """
    refused = _no_index(drawing, base)
    if refused:
        return refused
    base = base or bases(drawing)[0]
    changed: dict[str, Mark] = {}
    for track in drawing.tracks:
        found = _beside(track, base)
        over = tuple(mark.figure for mark in found if mark.name == base)
        changed |= {mark.key: divided(mark, over, 100, 1) for mark in found}
    kind = "line" if drawing.kind == "stacked" else drawing.kind
    made = Change("index", base=base, left_out=left_out(drawing, changed))
    return redrawn(replace(drawing, kind=kind), changed, made, "index")


def _no_index(drawing: Drawing, base: str) -> Refusal | None:
    found = unchangeable("index", drawing)
    if found:
        return found
    if drawing.kind == "categories":
        return Refusal("index", "not-in-time")
    days = tuple(track.label for track in drawing.tracks if not track.regular)
    if len(drawing.marks) < 2:
        return Refusal("index", "few", {"count": len(drawing.marks)})
    if days:
        return Refusal("index", "single-days", {"tracks": days})
    if base:
        wrong = _wrong_base(drawing.tracks, base)
        return Refusal("index", wrong[0], {"base": base, "track": wrong[1]}) if wrong else None
    if not bases(drawing):
        return Refusal("index", "no-base", {"tracks": tuple(t.label for t in drawing.tracks)})
    return None


def _wrong_base(tracks: Iterable[Track], name: str) -> tuple[Reason, str] | None:
    for track in tracks:
        found = [mark for mark in track.regular if mark.name == name]
        if len(found) != 1:
            return "missing-base", track.label
        if found[0].figure.value <= 0:
            return "zero-base", track.label
        if found[0].is_bound:
            return "bound-base", track.label
    return None


# -------------------------------------------------------------------------------------- log


def log(drawing: Drawing) -> Drawing | Refusal:
    """The same figures on an axis of powers of ten, where equal steps are equal ratios."""
    if drawing.is_log:
        return Refusal("log", "changed")
    if drawing.kind in ("stacked", "categories"):
        return Refusal("log", "from-zero")
    if drawing.is_share:
        return Refusal("log", "is-share")
    if len(drawing.marks) < 2:
        return Refusal("log", "few", {"count": len(drawing.marks)})
    for track in drawing.tracks:
        units = tuple(dict.fromkeys(mark.figure.unit for mark in track.marks))
        if len(units) > 1:
            return Refusal("log", "units", {"units": units})
    low = min(drawing.marks, key=lambda mark: mark.value)
    if low.value <= 0:
        return Refusal("log", "not-positive", {"value": low.value, "period": low.name})
    return replace(drawing, changes=(*drawing.changes, Change("log")))
