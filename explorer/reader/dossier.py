"""Where a reader sees what stands behind a statistic."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from explorer.content.model import Figure
from explorer.reader.lens import Lens

MARK: Final = "statistic:"
"""How the link of a statistic begins in rich text, before ``claim:…`` or ``series:…``."""


def dossier(lens: Lens, target: str) -> Lens:
    """The lens that shows the dossier of a claim, or of a figure (``series:TABLE/NAME@WHEN``)."""
    item, figure, _ = target.partition("@")
    shown = lens.but(page="evidence", item=item).with_option("desk", "")
    return shown.with_option("point", target.removeprefix("series:") if figure else "")


def parted(others: Sequence[Figure], value: float) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """Figures that differ from a value, and those that are the same number: no rivals of it."""
    differing = tuple(figure for figure in others if figure.value != value)
    return differing, tuple(figure for figure in others if figure.value == value)
