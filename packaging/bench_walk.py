"""How fast a person is walked, and how fast the case walk follows a moved moment."""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

MOVES = 240
GOALS = {
    "walk under all policies": 20.0,
    "one walk": 16.7,
    "moved moment p95": 16.7,
}  # milliseconds


def run() -> list[str]:
    """A line for each measure; one that misses its goal ends with an exclamation mark."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    found = {**_page(), **_engine()}  # the page first: a reader has one library in memory
    return [
        f"{name:26}{value:8.2f} ms  goal {GOALS[name]:5.1f}{'' if value <= GOALS[name] else ' !'}"
        for name, value in found.items()
    ]


def _engine() -> dict[str, float]:
    """The slowest person of the content, each asked some times."""
    from explorer.content.load import load
    from explorer.policy.rules import Rulebook
    from explorer.policy.table import ask_all
    from explorer.policy.walk import walk

    library = load()
    book = Rulebook(library)
    people = library.profiles.values()
    asked = [_median(partial(ask_all, library.policies, p.facts)) for p in people]
    day = date(2014, 4, 11)
    walked = [_median(partial(walk, book, p.facts, book.place(p.place_id), day)) for p in people]
    return {"walk under all policies": max(asked), "one walk": max(walked)}


def _page() -> dict[str, float]:
    """The page with its diagram, while the moment moves month by month."""
    from PySide6.QtWidgets import QApplication

    from explorer.app import make_application, make_page, open_library
    from explorer.reader.lens import Lens
    from explorer.reader.theme import load_theme
    from explorer.ui.choices import Choices
    from explorer.ui.paint import Look
    from explorer.ui.session import Session
    from explorer.window import MainWindow

    library, application = open_library(), make_application()
    look = Look(load_theme("light"))
    look.apply(application)
    lens = Lens.read("casewalk?profile=profile:P07&place=place:county:06075&x.beside=time")
    session = Session(lens)
    window = MainWindow(
        library, session, look, Choices(), lambda entry: make_page(entry, library, session, look)
    )
    window.resize(1440, 900)
    window.show()
    QApplication.processEvents()
    times = []
    for number in range(MOVES):
        start = time.perf_counter()
        session.look(moment=date(2001, 12, 1) + timedelta(days=29 * number))
        window.repaint()
        times.append((time.perf_counter() - start) * 1000)
    window.close()
    return {"moved moment p95": statistics.quantiles(times, n=20)[-1]}


def _median(work: Callable[[], object], runs: int = 15) -> float:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)
