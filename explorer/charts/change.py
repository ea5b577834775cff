"""A drawing as an index, as shares, as rates or on a log axis, or why it cannot be."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import median
from typing import Final, Literal

from explorer.charts.specs import Change, Drawing, Mark, Track, broken, marks, splits
from explorer.content.library import Library
from explorer.content.model import Figure

Name = Literal["index", "share", "rate", "log"]
Reason = Literal[
    "not-in-time",  # bars of categories have no years
    "single-days",  # counts on single days, not for years or months (facts: tracks)
    "is-share",  # the figures are percentages already
    "no-base",  # no year in which every track has a figure (facts: tracks)
    "missing-base",  # the year asked for is missing in a track (facts: base, track)
    "zero-base",  # … or zero or below there
    "bound-base",  # … or only a lower or upper bound there
    "no-total",  # the content names no total that the tracks are parts of
    "units",  # the tracks count different units (facts: units)
    "editions",  # the tracks come from different editions (facts: editions)
    "more-than-total",  # the parts are more than the total (facts: period, parts, total)
    "no-shared-period",  # no period has both part and total
    "no-denominator",  # the content names nothing to divide by
    "denominator-changes",  # what to divide by changes its way of counting (facts: by)
    "few",  # fewer than two figures would be left (facts: count)
    "from-zero",  # bars and stacks begin at zero, which a log axis has not
    "not-positive",  # a figure is zero or below (facts: value, period)
    "changed",  # the figures are changed already
    "unknown",  # the option of a link names no change (facts: text)
]
Fact = str | float | tuple[str, ...]
NAMES: Final[tuple[Name, ...]] = ("index", "share", "rate", "log")
TIMES: Final = (1.0, 100.0, 1000.0, 100_000.0)  # what a rate is given per
ROUNDED: Final = 0.01  # parts that were rounded may add up to this much more than their total


@dataclass(frozen=True)
class Refusal:
    """Why a drawing cannot be changed: the rule, and what the screen needs to say it."""

    change: Name
    reason: Reason
    facts: Mapping[str, Fact] = field(default_factory=dict)


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
    names = dict.fromkeys(mark.name for track in drawing.tracks for mark in track.regular)
    return tuple(sorted(name for name in names if _is_base(drawing.tracks, name)))


def _is_base(tracks: Sequence[Track], name: str) -> bool:
    return not _wrong_base(tracks, name) and any(len(_beside(t, name)) > 1 for t in tracks)


def _beside(track: Track, name: str) -> tuple[Mark, ...]:
    """The marks that can be compared with the one of a year or month, itself among them."""
    at = next((mark for mark in track.regular if mark.name == name), None)
    found = (mark for mark in track.regular if at is not None and _comparable(track, at, mark))
    return tuple(found)


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
        changed |= {mark.key: _divided(mark, over, 100, 1) for mark in found}
    kind = "line" if drawing.kind == "stacked" else drawing.kind
    made = Change("index", base=base, left_out=_left_out(drawing, changed))
    return _redrawn(replace(drawing, kind=kind), changed, made, "index")


def _no_index(drawing: Drawing, base: str) -> Refusal | None:
    found = _unchangeable("index", drawing)
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


def _comparable(track: Track, one: Mark, other: Mark) -> bool:
    first, last = sorted((one, other), key=lambda mark: mark.x)
    same = one.span == other.span and one.figure.unit == other.figure.unit
    return same and not broken(first, last, track.series.breaks)


# ------------------------------------------------------------------------------------ share


def share(library: Library, drawing: Drawing) -> Drawing | Refusal:
    """Every figure as a percentage of the total of its period.

    The total is the series that the content names; for stacks without one, the sum of the parts.
    """
    refused = _no_share(drawing)
    if refused:
        return refused
    totals = _totals(library, drawing)
    changed = {
        mark.key: _divided(mark, totals[_when(mark)], 100, 1)
        for mark in drawing.marks
        if _when(mark) in totals
    }
    if not changed:
        return Refusal("share", "no-shared-period")
    over = _over_total(drawing, totals)
    if over:
        return over
    made = Change("share", by=drawing.whole, left_out=_left_out(drawing, changed))
    return _redrawn(drawing, changed, made, "percent")


def _no_share(drawing: Drawing) -> Refusal | None:
    found = _unchangeable("share", drawing)
    if found:
        return found
    if not drawing.whole and (drawing.kind != "stacked" or len(drawing.tracks) < 2):
        return Refusal("share", "no-total")
    units = tuple(dict.fromkeys(mark.figure.unit for mark in drawing.marks))
    if len(units) > 1:
        return Refusal("share", "units", {"units": units})
    editions = tuple(dict.fromkeys(track.series.edition for track in drawing.tracks))
    if len(editions) > 1:
        return Refusal("share", "editions", {"editions": editions})
    return None


When = tuple[str, object, object]


def _when(mark: Mark) -> When:
    return mark.span, mark.start, mark.end


def _totals(library: Library, drawing: Drawing) -> dict[When, tuple[Figure, ...]]:
    """What the figures of each period are divided by."""
    if drawing.whole:
        return _single(marks(library.figures(drawing.whole)))
    found: dict[When, list[Figure]] = {}
    for mark in drawing.marks:
        found.setdefault(_when(mark), []).append(mark.figure)
    parts = len(drawing.tracks)
    full = {when: rows for when, rows in found.items() if len({r.series for r in rows}) == parts}
    return {when: tuple(rows) for when, rows in full.items() if sum(r.value for r in rows) > 0}


def _single(found: Sequence[Mark]) -> dict[When, tuple[Figure, ...]]:
    """Figures by their period, where one plain figure stands there and no bound."""
    many = Counter(map(_when, found))
    usable = [mark for mark in found if many[_when(mark)] == 1 and not mark.is_bound]
    return {_when(mark): (mark.figure,) for mark in usable if mark.figure.value > 0}


def _over_total(drawing: Drawing, totals: Mapping[When, tuple[Figure, ...]]) -> Refusal | None:
    """A refusal where parts add up to more than their total, rounding allowed for."""
    sums: dict[When, float] = {}
    for mark in drawing.marks:
        sums[_when(mark)] = sums.get(_when(mark), 0) + mark.figure.value
    for mark in drawing.marks:
        when = _when(mark)
        total = sum(figure.value for figure in totals.get(when, ()))
        if total and sums[when] > total * (1 + ROUNDED):
            facts: dict[str, Fact] = {"period": mark.name, "parts": sums[when], "total": total}
            return Refusal("share", "more-than-total", facts)
    return None


# ------------------------------------------------------------------------------------- rate


def rate(library: Library, drawing: Drawing, by: str = "") -> Drawing | Refusal:
    """Every figure divided by that of another series for the same period.

    *by* is one of the series that the content names for it, by default the first of them.
    """
    refused = _unchangeable("rate", drawing)
    if refused:
        return refused
    by = by or next(iter(drawing.per), "")
    if by not in drawing.per:
        return Refusal("rate", "no-denominator")
    below = marks(library.figures(by))
    if any(splits(item, below) for item in library.series[by].breaks):
        return Refusal("rate", "denominator-changes", {"by": by})
    return _rate(drawing, by, _single(below))


def _rate(drawing: Drawing, by: str, below: Mapping[When, tuple[Figure, ...]]) -> Drawing | Refusal:
    pairs = [(mark, over) for mark in drawing.marks if (over := _below(mark, below))]
    if len(pairs) < 2:
        return Refusal("rate", "few", {"count": len(pairs), "by": by})
    times = _times([mark.figure.value / over[0].value for mark, over in pairs])
    changed = {mark.key: _divided(mark, over, times, 2) for mark, over in pairs}
    made = Change("rate", by=by, times=times, left_out=_left_out(drawing, changed))
    return _redrawn(drawing, changed, made, "rate")


def _below(mark: Mark, below: Mapping[When, tuple[Figure, ...]]) -> tuple[Figure, ...]:
    """The figure of the same period; for a fiscal year also that of the year of its name."""
    if _when(mark) in below or mark.span != "fiscal year":
        return below.get(_when(mark), ())
    return next((rows for rows in below.values() if _names_year(rows[0], mark)), ())


def _names_year(figure: Figure, mark: Mark) -> bool:
    return figure.date is not None and figure.date.text == str(mark.figure.fiscal_year)


def _times(quotients: Sequence[float]) -> float:
    """What to give a rate per, so that most values have a digit before the point."""
    size = median(abs(quotient) for quotient in quotients)
    return next((times for times in TIMES if size * times >= 1), TIMES[-1])


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


# ------------------------------------------------------------------------------ for all of them


def _unchangeable(name: Name, drawing: Drawing) -> Refusal | None:
    if drawing.changes:
        return Refusal(name, "changed")
    return Refusal(name, "is-share") if drawing.is_share else None


def _divided(mark: Mark, over: tuple[Figure, ...], times: float, digits: int) -> Mark:
    """The mark with what its figure is of others, rounded; the figure itself stays."""
    below = sum(figure.value for figure in over)
    return replace(mark, shown=_rounded(mark.figure.value / below * times, digits), over=over)


def _rounded(value: float, digits: int) -> float:
    """Rounded to some digits after the point, and small values to three that say something.

    >>> _rounded(95.1166, 1), _rounded(0.0123456, 1)
    (95.1, 0.0123)
    """
    size = math.floor(math.log10(abs(value))) if value else 0
    return round(value, max(digits, 2 - size) if size < 0 else digits)


def _left_out(drawing: Drawing, changed: Mapping[str, Mark]) -> tuple[Mark, ...]:
    return tuple(mark for mark in drawing.marks if mark.key not in changed)


def _redrawn(
    drawing: Drawing, changed: Mapping[str, Mark], made: Change, unit: str
) -> Drawing | Refusal:
    """The drawing with changed marks in place of its own, and without those not changed."""
    tracks = tuple(_track(track, changed) for track in drawing.tracks)
    kept = tuple(track for track in tracks if track.marks)
    enough = drawing.kind == "categories" or any(len(track.marks) > 1 for track in kept)
    if not enough:
        return Refusal(made.id, "few", {"count": sum(len(track.marks) for track in kept)})
    return replace(drawing, tracks=kept, unit=unit, changes=(*drawing.changes, made))


def _track(track: Track, changed: Mapping[str, Mark]) -> Track:
    found = tuple(changed[mark.key] for mark in track.marks if mark.key in changed)
    pieces: list[list[Mark]] = []
    for run in track.runs:
        pieces.append([])
        for mark in run:
            if mark.key in changed:
                pieces[-1].append(changed[mark.key])
            else:
                pieces.append([])
    return replace(
        track,
        marks=found,
        runs=tuple(tuple(piece) for piece in pieces if piece),
        breaks=tuple(item for item in track.breaks if splits(item, found)),
    )
