"""What of a title can be read where an edge of the window cuts it: whole words."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable
from typing import Final

_MANY: Final = 400  # titles of which the widths are kept
_FEWEST: Final = 3  # letters of half a word


class Cuts:
    """The last or first words of a text that find room, each text measured once.

    >>> cuts = Cuts(lambda text, weight: len(text))
    >>> cuts.tail("Florida signs the first agreement", 2, 20)
    '…the first agreement'
    >>> cuts.head("Florida signs the first agreement", 2, 20)
    'Florida signs the…'
    >>> cuts.tail("Florida signs the first agreement", 2, 6)
    '…ement'
    """

    def __init__(self, measure: Callable[[str, float], float]) -> None:
        self._measure = measure
        self._known: dict[tuple[str, float, bool], array[float]] = {}

    def tail(self, text: str, weight: float, room: float, marked: bool = True) -> str:
        """The last words of a text, after an ellipsis.

        Of a text whose mark is in view at least some letters, of another at least two words.
        """
        return self._cut(text, weight, room, True, marked)

    def head(self, text: str, weight: float, room: float, marked: bool = True) -> str:
        """The first words of a text, before an ellipsis, as many as of the last ones."""
        return self._cut(text, weight, room, False, marked)

    def _cut(self, text: str, weight: float, room: float, is_tail: bool, marked: bool) -> str:
        count = self._fitting(text, weight, room, is_tail)
        if count >= (1 if marked else 2):
            return _form(text, count, is_tail)
        return self._letters(text, weight, room, _tail if is_tail else _head) if marked else ""

    def _fitting(self, text: str, weight: float, room: float, is_tail: bool) -> int:
        """How many words find room."""
        key = (text, weight, is_tail)
        widths = self._known.get(key)
        if widths is None:
            if len(self._known) >= _MANY:
                self._known.clear()
            forms = (_form(text, count, is_tail) for count in range(1, text.count(" ") + 1))
            widths = array("d", (self._measure(form, weight) for form in forms))
            self._known[key] = widths
        return bisect_right(widths, room)  # more words are wider

    def _letters(
        self, text: str, weight: float, room: float, form: Callable[[str, int], str]
    ) -> str:
        """As many letters as find room; nothing where too few do to tell anything."""
        fewest, most = 0, len(text) - 1
        while fewest < most:
            count = (fewest + most + 1) // 2
            if self._measure(form(text, count), weight) <= room:
                fewest = count
            else:
                most = count - 1
        return form(text, fewest) if fewest >= _FEWEST else ""


def _form(text: str, words: int, is_tail: bool) -> str:
    """So many of the last or first words."""
    parts = text.split(" ")
    if is_tail:
        return "…" + " ".join(parts[-words:])
    return " ".join(parts[:words]).rstrip(" ,;:-–…") + "…"


def _tail(text: str, count: int) -> str:
    return "…" + text[len(text) - count :].lstrip()


def _head(text: str, count: int) -> str:
    return text[:count].rstrip() + "…"
