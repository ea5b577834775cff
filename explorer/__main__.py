"""python -m explorer."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from explorer.cli import main

BROKEN_QT = "6.12.0"
NO_QT = frozenset({"check", "search", "--version", "--help", "-h"})


def refusal(qt: str, python: tuple[int, ...]) -> str | None:
    """What to say where Qt would end the process without a word; None where all is well.

    PySide6 6.12.0 gives back a reference to None too many in every call that returns nothing,
    which is fatal before Python 3.12.

    >>> refusal("6.11.3", (3, 11)) is None
    True
    """
    if qt != BROKEN_QT or python >= (3, 12):
        return None
    return (
        f"PySide6 {qt} ends the program without a word on Python {python[0]}.{python[1]}."
        " Install another version: python -m pip install 'PySide6-Essentials!=6.12.0'"
    )


def run(words: Sequence[str] | None = None) -> int:
    """Do what the command line says, unless it needs a Qt that cannot work here.

    The command ``secure-communities-explorer`` comes in here too, and gives no *words*.
    """
    arguments = sys.argv[1:] if words is None else words
    if not NO_QT.intersection(arguments) and (reason := refusal(_qt(), sys.version_info[:2])):
        print(f"secure-communities-explorer: {reason}", file=sys.stderr)
        return 1
    return main(arguments)


def _qt() -> str:
    """The installed version of Qt for Python; empty where there is none."""
    if sys.version_info >= (3, 12):
        return ""  # no version is refused there: spare the search
    # The name of its folder tells; importlib.metadata would add 24 ms to every start.
    package = find_spec("PySide6")
    for folder in (package and package.submodule_search_locations) or ():
        for about in Path(folder).parent.glob("[Pp]y[Ss]ide6_[Ee]ssentials-*.dist-info"):
            return about.stem.partition("-")[2]
    return ""


if __name__ == "__main__":
    raise SystemExit(run())
