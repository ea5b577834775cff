"""A drawing with other values for its marks, or the reason why it cannot have them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from explorer.charts.marks import Change, Drawing, Mark, Track, splits
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


@dataclass(frozen=True)
class Refusal:
    """Why a drawing cannot be changed: the rule, and what the screen needs to say it."""

    change: Name
    reason: Reason
    facts: Mapping[str, Fact] = field(default_factory=dict)


def unchangeable(name: Name, drawing: Drawing) -> Refusal | None:
    """Why no value of a drawing can be changed, if so."""
    if drawing.changes:
        return Refusal(name, "changed")
    return Refusal(name, "is-share") if drawing.is_share else None


def divided(mark: Mark, over: tuple[Figure, ...], times: float, digits: int) -> Mark:
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


def left_out(drawing: Drawing, changed: Mapping[str, Mark]) -> tuple[Mark, ...]:
    """The marks that have no changed value."""
    return tuple(mark for mark in drawing.marks if mark.key not in changed)


def redrawn(
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
