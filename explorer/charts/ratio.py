"""A drawing as shares of a total or as rates, each figure divided by that of its period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import median
from typing import Final

from explorer.charts.marks import Change, Drawing, Mark, marks, splits
from explorer.charts.redraw import Fact, Refusal, divided, left_out, redrawn, unchangeable
from explorer.content.library import Library
from explorer.content.model import Figure

TIMES: Final = (1.0, 100.0, 1000.0, 100_000.0)  # what a rate is given per
ROUNDED: Final = 0.01  # parts that were rounded may add up to this much more than their total


def share(library: Library, drawing: Drawing) -> Drawing | Refusal:
    """Every figure as a percentage of the total of its period.

    The total is the series that the content names; for stacks without one, the sum of the parts.
    """
    refused = _no_share(drawing)
    if refused:
        return refused
    totals = _totals(library, drawing)
    changed = {
        mark.key: divided(mark, totals[_when(mark)], 100, 1)
        for mark in drawing.marks
        if _when(mark) in totals
    }
    if not changed:
        return Refusal("share", "no-shared-period")
    over = _over_total(drawing, totals)
    if over:
        return over
    made = Change("share", by=drawing.whole, left_out=left_out(drawing, changed))
    return redrawn(drawing, changed, made, "percent")


def _no_share(drawing: Drawing) -> Refusal | None:
    found = unchangeable("share", drawing)
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
    refused = unchangeable("rate", drawing)
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
    changed = {mark.key: divided(mark, over, times, 2) for mark, over in pairs}
    made = Change("rate", by=by, times=times, left_out=left_out(drawing, changed))
    return redrawn(drawing, changed, made, "rate")


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
