"""How soon the charts page is there, and how fast it turns from chart to chart."""

from __future__ import annotations

import importlib
import os
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

GOALS = {
    "page first shown": 100.0,  # once the idle imports are done
    "page first shown at worst": 900.0,  # with them, right after the window
    "slowest chart": 60.0,
}  # milliseconds
ROUNDS = 5


def run() -> list[str]:
    """A line for each measure; one that misses its goal ends with an exclamation mark."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    found = _times()
    return [
        f"{name:26}{value:8.1f} ms  goal {GOALS[name]:5.1f}{'' if value <= GOALS[name] else ' !'}"
        for name, value in found.items()
    ]


def _times() -> dict[str, float]:
    """The heavy imports, the first sight of the page, and every curated chart some times."""
    from PySide6.QtWidgets import QApplication

    from explorer.app import HEAVY, make_application, make_page, open_library
    from explorer.reader.lens import Lens
    from explorer.reader.theme import load_theme
    from explorer.ui.choices import Choices
    from explorer.ui.paint import Look
    from explorer.ui.session import Session
    from explorer.window import MainWindow

    library, application = open_library(), make_application()
    look = Look(load_theme("light"))
    look.apply(application)
    session = Session(Lens())
    window = MainWindow(
        library, session, look, Choices(), lambda entry: make_page(entry, library, session, look)
    )
    window.resize(1440, 900)
    window.show()
    QApplication.processEvents()

    def look_at(**changes: str) -> float:
        start = time.perf_counter()
        session.look(**changes)
        window.repaint()
        QApplication.processEvents()
        return (time.perf_counter() - start) * 1000

    start = time.perf_counter()
    for name in HEAVY:
        importlib.import_module(name)
    imports = (time.perf_counter() - start) * 1000
    first = look_at(page="charts")
    charts = [f"chart:{name}" for name in library.charts]
    turns: dict[str, list[float]] = {ref: [] for ref in charts}
    for _ in range(ROUNDS):
        for ref in charts:
            turns[ref].append(look_at(item=ref))
    window.close()
    slowest = max(statistics.median(times) for times in turns.values())
    return {
        "page first shown": first,
        "page first shown at worst": imports + first,
        "slowest chart": slowest,
    }
