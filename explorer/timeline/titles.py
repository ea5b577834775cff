"""Titles shortened between words, each measured once."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable
from typing import Final

_FEWEST: Final = {3: 30, 2: 24, 1: 18}  # letters that a shortened title keeps, by importance


class Titles:
    """Every way to shorten a title between words, measured once.

    >>> known = Titles(lambda text, weight: len(text))
    >>> known.shortest("Florida signs the first 287(g) agreement", 2)
    ('Florida signs the first…', 24.0, False)
    >>> known.longest("Florida signs the first 287(g) agreement", 2, 33, 24)
    ('Florida signs the first 287(g)…', 31.0, False)
    """

    def __init__(self, measure: Callable[[str, float], float]) -> None:
        self._measure = measure
        self._known: dict[float, dict[str, array[float]]] = {}

    def shortest(self, title: str, weight: float) -> tuple[str, float, bool]:
        """The shortest form, its width, and whether it is the whole title."""
        return self._way(title, weight, self._widths(title, weight), 0)

    def longest(
        self, title: str, weight: float, room: float, than: float
    ) -> tuple[str, float, bool] | None:
        """The longest form that is not wider than *room*; None if none is wider *than*."""
        widths = self._widths(title, weight)
        number = bisect_right(widths, room) - 1  # a longer form is a wider one
        if number < 0 or widths[number] <= than + 0.5:
            return None
        return self._way(title, weight, widths, number)

    def forget(self, title: str, weight: float) -> None:
        """Keep no widths of a title that stands whole: it is not asked for again."""
        self._known.get(weight, {}).pop(title, None)

    def _way(
        self, title: str, weight: float, widths: array[float], number: int
    ) -> tuple[str, float, bool]:
        if number == len(widths) - 1:
            return title, widths[number], True
        return shortened(title, _FEWEST.get(int(weight), 24))[number], widths[number], False

    def _widths(self, title: str, weight: float) -> array[float]:
        """The widths of the shortened forms, shortest first, and last of the whole title."""
        known = self._known.setdefault(weight, {})
        widths = known.get(title)
        if widths is None:
            texts = (*shortened(title, _FEWEST.get(int(weight), 24)), title)
            widths = array("d", (self._measure(text, weight) for text in texts))
            known[title] = widths
        return widths


def shortened(title: str, fewest: int) -> list[str]:
    """The title cut after each word that leaves at least *fewest* letters, or the next word."""
    cuts = []
    end = title.find(" ", fewest - 1)
    start = title.rfind(" ", 0, fewest)
    end = start if start > fewest * 0.7 else end
    while end != -1:
        cuts.append(title[:end].rstrip(" ,;:-–") + "…")
        end = title.find(" ", end + 1)
    return [cut for cut in cuts if len(cut) < len(title) - 3]
