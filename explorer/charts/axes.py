"""The axes of a chart: bounds, round values to label, whole years, and what must find room."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date

from explorer.charts.marks import Drawing, Mark


def bounds(values: Iterable[float], *, share: bool = False) -> tuple[float, float]:
    """Lowest and highest value of an axis: from zero, shares to 100, others to a round number.

    >>> bounds([12.0, 409849.0])
    (0.0, 500000.0)
    """
    numbers = list(values)
    if share and all(0 <= number <= 100 for number in numbers):
        return 0.0, 100.0
    low, high = min([0.0, *numbers]), max([0.0, *numbers])
    step = _step((high - low) or 1.0, 5)
    return math.floor(low / step) * step, math.ceil(high / step) * step or step


def ticks(low: float, high: float, most: int = 6) -> tuple[float, ...]:
    """Round values from *low* to *high*, at most about *most* of them.

    >>> ticks(0, 500000)
    (0.0, 100000.0, 200000.0, 300000.0, 400000.0, 500000.0)
    """
    step = _step((high - low) or 1.0, max(most - 1, 1))
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return tuple(round(number * step, 10) for number in range(first, last + 1))


def log_bounds(values: Iterable[float]) -> tuple[float, float]:
    """The powers of ten around values that are all above zero.

    >>> log_bounds([7.0, 3181.0])
    (1.0, 10000.0)
    """
    numbers = list(values)
    low = 10.0 ** math.floor(math.log10(min(numbers)))
    high = 10.0 ** math.ceil(math.log10(max(numbers)))
    return low, high if high > low else low * 10


def log_ticks(low: float, high: float, most: int = 6) -> tuple[float, ...]:
    """Values to label on an axis in powers of ten: the powers; 2 and 5 times them if there is room.

    >>> log_ticks(1, 1000)
    (1.0, 10.0, 100.0, 1000.0)
    """
    first, last = round(math.log10(low)), round(math.log10(high))
    powers = [10.0**power for power in range(first, last + 1)]
    between = [n * power for power in powers[:-1] for n in (1, 2, 5)] + powers[-1:]
    return tuple(between if len(between) <= most else powers)


def years(start: date, end: date, most: int = 12) -> tuple[int, ...]:
    """Whole years to label between two days, evenly spaced and at most *most* of them."""
    first, last = start.year, end.year + 1
    step = next(s for s in (1, 2, 5, 10, 20, 25, 50, 100) if (last - first) / s <= max(most, 1))
    return tuple(year for year in range(first, last + 1) if year % step == 0)


def _step(size: float, parts: int) -> float:
    """The smallest of 1, 2, 2.5 and 5 times a power of ten that covers *size* in *parts*."""
    power = 10.0 ** math.floor(math.log10(size / parts))
    return next(n * power for n in (1, 2, 2.5, 5, 10, 20) if n * power * parts >= size * (1 - 1e-9))


def span(drawing: Drawing) -> tuple[date, date]:
    """First and last day that a drawing covers: the axis begins and ends with the data.

    Figures of less than a year get the whole years that they lie in.
    """
    if not drawing.marks:
        return date(2000, 1, 1), date(2020, 12, 31)
    first = min(mark.start for mark in drawing.marks)
    last = max(mark.end for mark in drawing.marks)
    if (last - first).days < 365:
        return date(first.year, 1, 1), date(last.year, 12, 31)
    return first, last


def stacks(drawing: Drawing) -> tuple[tuple[Mark, float, float], ...]:
    """Each mark of a stacked chart with the lower and upper end of its part of the bar."""
    tops: dict[date, float] = {}
    found = []
    for track in drawing.tracks:
        for mark in track.marks:
            low = tops.get(mark.start, 0.0)
            tops[mark.start] = low + mark.value
            found.append((mark, low, tops[mark.start]))
    return tuple(found)


def highest(drawing: Drawing) -> tuple[float, ...]:
    """The values that an axis must hold: of marks, or of whole stacks."""
    if drawing.kind == "stacked":
        return tuple(top for _, _, top in stacks(drawing))
    return tuple(mark.value for mark in drawing.marks)
