"""How fast a tour of 15 steps becomes a handout, slides and a page for browsers."""

from __future__ import annotations

import os
import statistics
import sys
import time
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

RUNS = 5
GOALS = {
    "handout, 15 steps": 3000.0,
    "handout, longest piece": 500.0,
    "slides, 15 steps": 3000.0,
    "worksheet": 500.0,
}  # milliseconds; a piece is what the program does between two looks at its keys


def run() -> list[str]:
    """A line for each measure; one that misses its goal ends with an exclamation mark."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    found = measures()
    return [
        f"{name:26}{value:8.0f} ms  goal {GOALS[name]:6.0f}{'' if value <= GOALS[name] else ' !'}"
        for name, value in found.items()
    ]


def measures() -> dict[str, float]:
    """The usual time of each form, the pages of the program made anew every time."""
    handout = [_made("handout") for _ in range(RUNS)]
    return {
        "handout, 15 steps": statistics.median(total for total, _ in handout),
        "handout, longest piece": statistics.median(longest for _, longest in handout),
        "slides, 15 steps": statistics.median(_made("slides")[0] for _ in range(RUNS)),
        "worksheet": statistics.median(_made("worksheet")[0] for _ in range(RUNS)),
    }


def _made(form: str) -> tuple[float, float]:
    """Milliseconds of the whole and of its longest piece."""
    from explorer import app
    from explorer.present.paper import Wish
    from explorer.present.view.printing import Printing

    app.make_application()
    library = app.open_library()
    assert len(library.tours["whole-story"].steps) == 15
    start = last = time.perf_counter()
    printing = Printing(library, partial(app.make_pane, library), Wish("whole-story", form))  # type: ignore[arg-type]
    longest = 0.0
    for _ in printing.pieces():
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    total = time.perf_counter() - start
    printing.close()
    return total * 1000, longest * 1000
