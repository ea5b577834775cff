"""The languages that are there, and the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

BASE: Final = "en"


def languages(folder: Path) -> tuple[str, ...]:
    """English, then every folder under *folder* that holds a translation (``ui.ts``)."""
    if not folder.is_dir():
        return (BASE,)
    found = sorted(file.parent.name for file in folder.glob("*/ui.ts"))
    return (BASE, *(code for code in found if code != BASE))


def chosen(wanted: Sequence[str], known: Sequence[str]) -> str:
    """The first wanted language that is known, by its full code or its first part, else English.

    >>> chosen(["es_US", "fr"], ["en", "es"])
    'es'
    """
    for code in wanted:
        plain = code.replace("-", "_")
        for form in (plain, plain.partition("_")[0]):
            if form in known:
                return form
    return BASE
