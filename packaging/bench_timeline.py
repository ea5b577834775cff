"""How fast the timeline draws 100, 1,000 and 10,000 events, and what they cost in memory."""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

SIZES = (100, 1_000, 10_000)
WIDTH, HEIGHT = 1600, 600
FRAMES = 240
GOALS = {  # milliseconds at 1,000 and 10,000 events; megabytes over 100 events
    "first render": {1_000: 60.0, 10_000: 150.0},
    "pan p95": {1_000: 8.0, 10_000: 16.7},
    "zoom p95": {10_000: 16.7},
    "memory over 100": {10_000: 15.0},
}
WORDS = [
    "county",
    "sheriff",
    "court",
    "agency",
    "letter",
    "ruling",
    "program",
    "detainer",
    "request",
    "limits",
    "review",
    "funding",
    "order",
    "data",
    "memo",
    "agreement",
    "hearing",
    "board",
    "council",
    "report",
    "asks",
    "ends",
    "signs",
    "opens",
]


def made_up(count: int) -> object:
    """Contents of so many events, the same every time."""
    from explorer.content.dates import When
    from explorer.content.model import LANES
    from explorer.timeline.items import Contents, Mark

    chance = random.Random(count)
    first, last = date(1986, 1, 1).toordinal(), date(2025, 12, 31).toordinal()
    dense = date(2011, 6, 1).toordinal()
    marks = []
    for number in range(count):
        day = int(chance.gauss(dense, 900)) if number % 2 else chance.randint(first, last)
        day = min(max(day, first), last)
        when = When(date.fromordinal(day).isoformat())
        title = " ".join(chance.choices(WORDS, k=chance.randint(4, 8))).capitalize()
        weight = chance.choices((1, 2, 3), (20, 60, 20))[0]
        lane = chance.choice(LANES)
        noon = day + 0.5
        marks.append(
            Mark(f"event:{number}", lane, noon, day, day + 1, day + 1, weight, title, when)
        )
    marks.sort(key=lambda mark: (mark.day, mark.ref))
    return Contents(tuple(marks), (), (), date(1986, 1, 1), date(2025, 12, 31))


def measure(count: int) -> dict[str, float]:
    """One run in this process."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication, QWidget

    from explorer.reader.theme import load_theme
    from explorer.timeline.view.canvas import Canvas
    from explorer.timeline.view.drawing import Drawing
    from explorer.ui.paint import Look

    application = QApplication([])
    look = Look(load_theme("light"))
    look.apply(application)
    warm(look)
    made = made_up(count)
    before = resident()
    window = QWidget()
    window.resize(WIDTH, HEIGHT)
    canvas = Canvas(window)
    canvas.resize(WIDTH, HEIGHT)
    window.show()
    application.processEvents()
    started = time.perf_counter()
    drawing = Drawing(made, look, WIDTH, HEIGHT)  # type: ignore[arg-type]
    canvas.show_drawing(drawing, drawing.sheet.everything())
    canvas.viewport().repaint()
    found = {"first render": (time.perf_counter() - started) * 1000}
    found |= frames("pan", canvas, lambda n: pan(canvas, n))
    found |= frames("zoom", canvas, lambda n: zoom(canvas, n))
    found["memory"] = resident() - before
    return found


def warm(look: object) -> None:
    """Fonts and painter are ready, as they are when the first page is shown."""
    from PySide6.QtGui import QPainter, QPixmap

    pixmap = QPixmap(10, 10)
    painter = QPainter(pixmap)
    for size in ("small", "caption"):
        for bold in (False, True):
            painter.setFont(look.font(size, bold=bold))  # type: ignore[attr-defined]
            painter.drawText(0, 10, "abc")
    painter.end()


def frames(name: str, canvas: object, move: Callable[[int], None]) -> dict[str, float]:
    """Median and p95 of so many frames, each moved and painted.

    Between two frames the event loop runs once, as it does when a reader drags.
    """
    from PySide6.QtWidgets import QApplication

    times = []
    for number in range(FRAMES):
        QApplication.processEvents()
        started = time.perf_counter()
        move(number)
        canvas.viewport().repaint()  # type: ignore[attr-defined]
        times.append((time.perf_counter() - started) * 1000)
    times.sort()
    return {f"{name} median": statistics.median(times), f"{name} p95": times[int(FRAMES * 0.95)]}


def pan(canvas: object, number: int) -> None:
    """A little to the right at six years in view; back again after half of the frames."""
    sheet = canvas.drawing.sheet  # type: ignore[attr-defined]
    scale = sheet.sizes.width / (6 * 365)
    way = number if number < FRAMES / 2 else FRAMES - number
    left = date(2006, 1, 1).toordinal() + way * 12 / scale
    canvas.set_view(sheet.view(left, scale))  # type: ignore[attr-defined]


def zoom(canvas: object, number: int) -> None:
    """From everything to one month and back, around one day."""
    sheet = canvas.drawing.sheet  # type: ignore[attr-defined]
    way = number if number < FRAMES / 2 else FRAMES - number
    share = way / (FRAMES / 2)
    closest = sheet.sizes.width / 30
    scale = sheet.base * (closest / sheet.base) ** share
    left = date(2011, 8, 5).toordinal() - sheet.sizes.width / 2 / scale
    canvas.set_view(sheet.view(left, scale))  # type: ignore[attr-defined]


def resident() -> float:
    """Megabytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def run(rounds: int = 3) -> list[str]:
    """Medians of separate processes, a line each; one that misses its goal ends with ``!``."""
    table: dict[int, dict[str, float]] = {}
    for count in SIZES:
        runs = [_apart(count) for _ in range(rounds)]
        table[count] = {key: statistics.median(one[key] for one in runs) for key in runs[0]}
        table[count]["memory over 100"] = table[count]["memory"] - table[SIZES[0]]["memory"]
    return [_line(key, count, table[count][key]) for key in table[SIZES[0]] for count in SIZES]


def _line(key: str, count: int, value: float) -> str:
    unit = "MB" if key.startswith("memory") else "ms"
    line = f"{f'{key}, {count:,} events':36}{value:8.2f} {unit}"
    goal = GOALS.get(key, {}).get(count)
    return line if goal is None else f"{line}  goal {goal:5.1f}{'' if value <= goal else ' !'}"


def _apart(count: int) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, __file__, str(count)], check=True, capture_output=True, text=True
    )
    return dict(json.loads(done.stdout))


def main() -> None:
    """One run of so many events, as JSON; ``bench.py timeline`` runs this and makes a table."""
    print(json.dumps(measure(int(sys.argv[1]))))


if __name__ == "__main__":
    main()
