"""A long desk in columns: two on screen, several in a picture that nobody can scroll."""

from __future__ import annotations

from collections.abc import Sequence


def columns(cuts: Sequence[int], count: int) -> list[tuple[int, int]]:
    """From where to where each column reaches; the longest is as short as it can be.

    *cuts* are the heights at which the desk may be cut, the last of them its end.

    >>> columns([10, 30, 40, 60], 2)
    [(0, 30), (30, 60)]
    """
    low, high = max((b - a for a, b in zip([0, *cuts], cuts, strict=False)), default=0), cuts[-1]
    while low < high:
        middle = (low + high) // 2
        if len(_filled(cuts, middle)) <= count:
            high = middle
        else:
            low = middle + 1
    return _filled(cuts, high)


def beside(heights: Sequence[int], staying: int) -> int:
    """Up to which paper the right column reaches when the first *staying* are left.

    The papers after those go right in their order; the last of them return to the left where that
    makes the longer column shorter. One at least is right.

    >>> beside([100, 900, 700, 600, 500, 200], 2)
    4
    >>> beside([100], 1)
    1
    """
    ends = range(len(heights), min(staying, len(heights) - 1), -1)
    return min(ends, key=lambda end: _longer(heights, staying, end), default=len(heights))


def _longer(heights: Sequence[int], staying: int, end: int) -> int:
    right = sum(heights[staying:end])
    return max(right, sum(heights) - right)


def _filled(cuts: Sequence[int], most: int) -> list[tuple[int, int]]:
    """Columns that are each filled up to a height."""
    found: list[tuple[int, int]] = []
    start = end = 0
    for cut in cuts:
        if cut - start > most and end > start:
            found.append((start, end))
            start = end
        end = cut
    return [*found, (start, end)]
