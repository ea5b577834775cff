"""What a chart shows in sentences, made by rule from its figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import groupby, pairwise
from typing import Final, Literal

from explorer.charts.marks import Drawing, Mark, Track, broken
from explorer.content.dates import add_months
from explorer.content.model import Break

Said = Literal[
    "rose",  # marks: first, last
    "fell",
    "same",
    "from-to",  # … where a bound or rounding leaves open whether it rose
    "rose-fell",  # marks: first, the highest, last
    "fell-rose",  # marks: first, the lowest, last
    "none",  # the chart has no figures: they could not be read
    "one",  # marks: the only figure
    "apart",  # marks: figures that cannot be compared with each other
    "gap",  # marks: before and after; missing: first and last missing period
    "break",  # marks: before and after; why: the reason
    "ranking",  # marks: bars, highest first
    "total-rose",  # stacks; first and last: the totals, ours; marks: one of each
    "total-fell",
    "total-same",
    "largest",  # marks: the largest part in the first and in the last stack
    "left-out",  # marks: those that a change of the chart left out
    "qualified",  # counts of figures by qualifier, exact ones aside
    "count",  # count: of all figures; tracks
]
Fact = str | int | float | tuple[str, ...]
CLEAR: Final = 0.1  # a turn is told where it sticks out by this much of the whole range


@dataclass(frozen=True)
class Statement:
    """One sentence: what is said, of which track, with which marks and values."""

    says: Said
    track: Track | None = None  # None: of the chart as a whole
    marks: tuple[Mark, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)


def summary(drawing: Drawing) -> tuple[Statement, ...]:
    """All statements about a drawing, in the order in which they are read.

    What compares two figures never reaches over a break, another unit or another kind of period.
    """
    return tuple([*_told(drawing), *_about(drawing)])


def short(drawing: Drawing) -> tuple[Statement, ...]:
    """The statements of a caption: how the figures go, without gaps, breaks and counts."""
    aside = ("gap", "break", "qualified", "count", "left-out")
    return tuple(one for one in summary(drawing) if one.says not in aside)


def _told(drawing: Drawing) -> Iterator[Statement]:
    if not drawing.marks:
        yield Statement("none")
        return
    if drawing.kind == "categories":
        yield from _ranking(drawing)
        return
    if drawing.kind == "stacked":
        yield from _stacks(drawing)
    for track in drawing.tracks:
        yield from _track(track)


# ---------------------------------------------------------------------------------- one track


def _track(track: Track) -> Iterator[Statement]:
    if len(track.marks) == 1:
        yield Statement("one", track, track.marks)
        return
    lone: list[Mark] = []
    for stretch in stretches(track):
        if len(stretch) > 1:
            yield course(track, stretch)
        else:
            lone += stretch
    yield from _lone(track, lone)
    yield from _breaks(track)
    yield from _gaps(track)


def _lone(track: Track, found: Sequence[Mark]) -> Iterator[Statement]:
    """Figures with nothing to compare them with: each by itself, or together where kinds differ."""
    kinds = {_kind(mark, number) for number, mark in enumerate(found)}
    if len(found) > 1 and len(kinds) == len(found):
        yield Statement("apart", track, tuple(found), {"reason": _why_apart(found)})
    else:
        yield from (Statement("one", track, (mark,)) for mark in found)


def stretches(track: Track) -> tuple[tuple[Mark, ...], ...]:
    """The marks of a track in stretches that can be compared: one unit, one way of counting.

    Counts on single days and months are compared with each other, sums over a stretch with none.
    """
    kinds: dict[tuple[object, ...], list[Mark]] = {}
    for number, mark in enumerate(track.marks):
        kinds.setdefault(_kind(mark, number), []).append(mark)
    parts = (part for found in kinds.values() for part in _cut(found, track.series.breaks))
    return tuple(sorted(parts, key=lambda part: part[0].x))


def _kind(mark: Mark, number: int) -> tuple[object, ...]:
    unit = mark.figure.unit
    if mark.span == "period":
        return "period", number, unit
    return ("fiscal year" if mark.span == "fiscal year" else "point"), unit


def _cut(found: Sequence[Mark], breaks: Sequence[Break]) -> Iterator[tuple[Mark, ...]]:
    part = [found[0]]
    for one, other in pairwise(found):
        if broken(one, other, breaks):
            yield tuple(part)
            part = []
        part.append(other)
    yield tuple(part)


def _why_apart(found: Sequence[Mark]) -> str:
    units = {mark.figure.unit for mark in found}
    return "units" if len(units) > 1 else "periods"


def course(track: Track, stretch: Sequence[Mark]) -> Statement:
    """How a stretch of comparable figures goes: first, clear turn, last."""
    first, last = stretch[0], stretch[-1]
    turn = _turn(stretch)
    if turn is not None:
        says: Said = "rose-fell" if turn.value > first.value else "fell-rose"
        return Statement(says, track, (first, turn, last))
    return Statement(way(first, last), track, (first, last))


def way(first: Mark, last: Mark) -> Literal["rose", "fell", "same", "from-to"]:
    """Whether one figure is above another; ``from-to`` where a bound leaves it open."""
    if last.least > first.most:
        return "rose"
    if last.most < first.least:
        return "fell"
    plain = {"exact", "computed"}
    sure = {first.figure.qualifier, last.figure.qualifier} <= plain
    return "same" if sure and first.value == last.value else "from-to"


def _turn(stretch: Sequence[Mark]) -> Mark | None:
    """The highest or lowest figure between the ends, where it clearly sticks out."""
    first, last = stretch[0], stretch[-1]
    top = max(stretch, key=lambda mark: mark.value)
    low = min(stretch, key=lambda mark: mark.value)
    rise = top.value - max(first.value, last.value)
    fall = min(first.value, last.value) - low.value
    turn = top if rise >= fall else low
    sure = {way(first, turn), way(turn, last)} == {"rose", "fell"}
    return turn if sure and max(rise, fall) > CLEAR * (top.value - low.value) else None


def _breaks(track: Track) -> Iterator[Statement]:
    for item in track.breaks:
        for one, other in pairwise(track.marks):
            if broken(one, other, (item,)):
                yield Statement("break", track, (one, other), {"why": item.why})
                break


def _gaps(track: Track) -> Iterator[Statement]:
    """The whole years and months without a figure between the first and the last."""
    for one, other in pairwise(track.regular):
        missing = _missing(one, other)
        if missing:
            facts: dict[str, Fact] = {
                "first": missing[0],
                "last": missing[-1],
                "count": len(missing),
                "span": one.span,
            }
            yield Statement("gap", track, (one, other), facts)


def _missing(one: Mark, other: Mark) -> tuple[str, ...]:
    """The names of fiscal years or months between two marks of that kind."""
    if one.span != other.span or one.span not in ("fiscal year", "month"):
        return ()
    if one.span == "fiscal year":
        first, last = one.figure.fiscal_year or 0, other.figure.fiscal_year or 0
        return tuple(str(year) for year in range(first + 1, last))
    months = []
    day = one.end + timedelta(days=1)
    while day < other.start:
        months.append(day.isoformat()[:7])
        day = add_months(day, 1)
    return tuple(months)


# ----------------------------------------------------------------------------- bars and stacks


def _ranking(drawing: Drawing) -> Iterator[Statement]:
    """Bars from the highest down, where they count one thing over one time."""
    found = drawing.marks
    alike = len({(mark.figure.unit, mark.start, mark.end) for mark in found}) == 1
    if len(found) == 1:
        yield Statement("one", drawing.tracks[0], found)
    elif alike:
        ranked = sorted(found, key=lambda mark: -mark.value)
        yield Statement("ranking", None, tuple(ranked))
    elif found:
        yield Statement("apart", None, found, {"reason": _why_apart(found)})


def _stacks(drawing: Drawing) -> Iterator[Statement]:
    """The totals and the largest parts of the first and the last whole stack."""
    whole = [stack for stack in _by_period(drawing.marks) if len(stack) == len(drawing.tracks)]
    if len(whole) < 2 or len({mark.figure.unit for stack in whole for mark in stack}) > 1:
        return
    first, last = whole[0], whole[-1]
    if not drawing.is_share and not any(mark.is_bound for mark in (*first, *last)):
        yield _totals(first, last)
    tops = [max(stack, key=lambda mark: mark.value) for stack in (first, last)]
    if all(_leads(top, stack) for top, stack in zip(tops, (first, last), strict=True)):
        yield Statement("largest", None, tuple(tops))


def _by_period(found: Iterable[Mark]) -> list[tuple[Mark, ...]]:
    ordered = sorted(found, key=lambda mark: (mark.start, mark.end))
    return [tuple(part) for _, part in groupby(ordered, key=lambda mark: (mark.start, mark.end))]


def _totals(first: Sequence[Mark], last: Sequence[Mark]) -> Statement:
    sums = [round(sum(mark.value for mark in stack), 6) for stack in (first, last)]
    says: Said = "total-same"
    if sums[0] != sums[1]:
        says = "total-rose" if sums[1] > sums[0] else "total-fell"
    return Statement(says, None, (first[0], last[0]), {"first": sums[0], "last": sums[1]})


def _leads(top: Mark, stack: Sequence[Mark]) -> bool:
    return all(top.least > mark.most for mark in stack if mark is not top)


# -------------------------------------------------------------------------- about the figures


def _about(drawing: Drawing) -> Iterator[Statement]:
    dropped = tuple(mark for change in drawing.changes for mark in change.left_out)
    if dropped:
        yield Statement("left-out", None, dropped, {"count": len(dropped)})
    counts = Counter(str(mark.figure.qualifier) for mark in drawing.marks)
    if set(counts) - {"exact"}:
        yield Statement("qualified", None, (), {k: v for k, v in counts.items() if k != "exact"})
    facts: dict[str, Fact] = {"count": len(drawing.marks), "tracks": len(drawing.tracks)}
    yield Statement("count", None, (), facts)
