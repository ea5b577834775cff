"""What of a title can be read where an edge of the window cuts it: its first words."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable
from typing import Final

_MANY: Final = 400  # titles of which the widths are kept
_FEWEST: Final = 3  # letters of half a word


class Cuts:
    """The first words of a text that find room, each text measured once.

    >>> cuts = Cuts(lambda text, weight: len(text))
    >>> cuts.head("Florida signs the first agreement", 2, 20)
    'Florida signs the…'
    >>> cuts.head("Florida signs the first agreement", 2, 6)
    'Flori…'
    """

    def __init__(self, measure: Callable[[str, float], float]) -> None:
        self._measure = measure
        self._known: dict[tuple[str, float], array[float]] = {}

    def head(self, text: str, weight: float, room: float) -> str:
        """The first words of a text, before an ellipsis, or some letters of the first."""
        count = self._fitting(text, weight, room)
        return _head(text, count) if count else self._letters(text, weight, room)

    def _fitting(self, text: str, weight: float, room: float) -> int:
        """How many words find room."""
        key = (text, weight)
        widths = self._known.get(key)
        if widths is None:
            if len(self._known) >= _MANY:
                self._known.clear()
            forms = (_head(text, count) for count in range(1, text.count(" ") + 1))
            widths = array("d", (self._measure(form, weight) for form in forms))
            self._known[key] = widths
        return bisect_right(widths, room)  # more words are wider

    def _letters(self, text: str, weight: float, room: float) -> str:
        """As many letters as find room; nothing where too few do to tell anything."""
        fewest, most = 0, len(text) - 1
        while fewest < most:
            count = (fewest + most + 1) // 2
            if self._measure(_letters(text, count), weight) <= room:
                fewest = count
            else:
                most = count - 1
        return _letters(text, fewest) if fewest >= _FEWEST else ""


def _head(text: str, words: int) -> str:
    return " ".join(text.split(" ")[:words]).rstrip(" ,;:-–…") + "…"


def _letters(text: str, count: int) -> str:
    return text[:count].rstrip() + "…"
