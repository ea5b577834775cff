"""What the width of a card asks of its text."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtGui import QFontMetricsF

from explorer.ui.paint import Look

BOLD: Final = 1.1  # how much wider bold words are
LETTERS: Final = 19  # the least width for two columns, in heights of the text
LEAST: Final = 0.7  # the smallest share of a size


class Fit(NamedTuple):
    """The shares of their sizes that chip and title may have, and labels above values."""

    chip: float = 1.0
    title: float = 1.0
    stacked: bool = False


def fit(look: Look, width: float, tag: str, title: str) -> Fit:
    """Keep the chip on one line and every word of the title whole, in *width* pixels."""
    room = width - 2 * look.space(5)
    longest = max(title.split(), key=len, default="")
    return Fit(
        _share(look, "small", f"  {tag}  ", room),
        _share(look, "title", longest, room),
        width < LETTERS * look.font("body").pixelSize(),
    )


def _share(look: Look, size: str, words: str, room: float) -> float:
    needed = QFontMetricsF(look.font(size)).horizontalAdvance(words) * BOLD
    return max(LEAST, min(1.0, room / max(1.0, needed)))
