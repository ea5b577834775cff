"""How fast the evidence page opens a question, a dossier and the way back."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

GOALS = {
    "evidence page first shown": 150.0,
    "slowest question": 60.0,
    "slowest dossier": 60.0,
    "slowest way back": 40.0,
}  # milliseconds


def run() -> list[str]:
    """A line for each measure; one that misses its goal ends with an exclamation mark."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return [
        f"{name:26}{value:8.2f} ms  goal {GOALS[name]:5.1f}{'' if value <= GOALS[name] else ' !'}"
        for name, value in _page().items()
    ]


def _page() -> dict[str, float]:
    """The page in a window of 1440 x 900, from question to question and from claim to claim."""
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
    session = Session(Lens(page="timeline"))
    window = MainWindow(
        library, session, look, Choices(), lambda entry: make_page(entry, library, session, look)
    )
    window.resize(1440, 900)
    window.show()
    QApplication.processEvents()

    def timed(work: Callable[[], object]) -> float:
        start = time.perf_counter()
        work()
        QApplication.processEvents()
        window.repaint()
        return (time.perf_counter() - start) * 1000

    first = timed(lambda: session.look(page="evidence"))
    questions, claims, backs = [], [], []
    for name in library.questions:
        questions.append(timed(lambda name=name: session.look(item=f"question:{name}")))  # type: ignore[misc]
    for name in library.claims:
        claims.append(timed(lambda name=name: session.look(item=f"claim:{name}")))  # type: ignore[misc]
        backs.append(timed(session.back))
    window.close()
    return {
        "evidence page first shown": first,
        "slowest question": max(questions),
        "slowest dossier": max(claims),
        "slowest way back": max(backs),
    }
