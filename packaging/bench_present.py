"""How fast a presentation starts, and how fast each step of each tour is painted."""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

GOALS = {
    "start, slowest tour": 500.0,
    "a step forward, p95": 50.0,
    "a step forward, median": 25.0,
    "a jump to any step, p95": 200.0,
}  # milliseconds
SPEECH = 0.1  # seconds between two keys, in which the speaker's picture follows


def run() -> list[str]:
    """A line for each measure; one that misses its goal ends with an exclamation mark."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return [
        f"{name:26}{value:8.2f} ms  goal {GOALS[name]:5.1f}{'' if value <= GOALS[name] else ' !'}"
        for name, value in _talks().items()
    ]


def _talks() -> dict[str, float]:
    """All tours from start to end at 1920 x 1080, with a pause after each step as in a talk."""
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QApplication

    from explorer.app import make_application, make_pane, open_library
    from explorer.present.view.presenter import themes
    from explorer.present.view.show import Show
    from explorer.reader.theme import load_theme
    from explorer.ui.paint import Look

    library, application = open_library(), make_application()
    Look(load_theme("light")).apply(application)
    import explorer.charts.view.page  # the program loads it when idle, long before a talk

    assert explorer.charts.view.page

    def timed(window: object, work: Callable[[], object]) -> float:
        start = time.perf_counter()
        work()
        QApplication.processEvents()
        window.repaint()  # type: ignore[attr-defined]
        return (time.perf_counter() - start) * 1000

    def pause() -> None:
        end = time.perf_counter() + SPEECH
        while time.perf_counter() < end:
            QApplication.processEvents()

    starts, steps, jumps = [], [], []
    for tour in library.tours.values():
        show = Show(
            library,
            lambda name, session, look: make_pane(library, name, session, look),
            themes(),
        )
        starts.append(timed(show.audience, lambda: show.start(tour, windowed=True)))  # noqa: B023
        show.audience.resize(QSize(1920, 1080))
        pause()
        show.audience.settle()
        pause()
        while show.talk is not None and show.talk.following is not None:
            show.prepare()  # the idle moment of a talk
            pause()
            steps.append(timed(show.audience, lambda: show.press("PageDown")))  # noqa: B023
            pause()
        for number in (1, len(tour.steps) // 2, 2, len(tour.steps)):
            jumps.append(timed(show.audience, lambda: show.go(number)))  # noqa: B023
            pause()
        show.end()
        for window in (show.audience, show.speaker):
            window.deleteLater()
        show.deleteLater()
        pause()
    return {
        "start, slowest tour": max(starts),
        "a step forward, p95": statistics.quantiles(steps, n=20)[-1],
        "a step forward, median": statistics.median(steps),
        "a jump to any step, p95": statistics.quantiles(jumps, n=20)[-1],
    }


if __name__ == "__main__":
    print("\n".join(run()))
