"""Where a reader sees what stands behind a statistic."""

from __future__ import annotations

from typing import Final

from explorer.reader.lens import Lens

MARK: Final = "statistic:"
"""How the link of a statistic begins in rich text, before ``claim:…`` or ``series:…``."""


def dossier(lens: Lens, target: str) -> Lens:
    """The lens that shows the dossier of a claim, or of a figure (``series:TABLE/NAME@WHEN``)."""
    item, figure, _ = target.partition("@")
    shown = lens.but(page="evidence", item=item).with_option("desk", "")
    return shown.with_option("point", target.removeprefix("series:") if figure else "")
