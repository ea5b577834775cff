"""How fast the map opens, follows a moved moment, moves and zooms; and what it holds in memory."""

from __future__ import annotations

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from explorer.places.view.canvas import Canvas
    from explorer.window import MainWindow

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
WIDTH, HEIGHT = 1600, 900
FRAME: Final = 16.7
GOALS: Final = {  # milliseconds; the last one megabytes
    "first map after opening": 350.0,
    "moved month, p95": FRAME,
    "month with layers, p95": FRAME,
    "pan, p95": FRAME,
    "zoom, p95": FRAME,
    "sharp after a gesture": 100.0,
    "memory over other pages": 60.0,
}


def run() -> list[str]:
    """A line for each measure; one that misses its goal ends with an exclamation mark."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    lines = [f"the map in a window of {WIDTH}x{HEIGHT}:"]
    for name, value in _page().items():
        unit = "MB" if name.startswith("memory") else "ms"
        missed = "" if value <= GOALS[name] else " !"
        lines.append(f"{name:26}{value:8.2f} {unit}  goal {GOALS[name]:5.1f}{missed}")
    return lines


def _page() -> dict[str, float]:
    from explorer.places.view.page import PlacesView

    window = _window()
    before = _memory()
    first = _timed(window, lambda: window.session.look(page="places"))
    page = window.page("places")
    assert isinstance(page, PlacesView)
    canvas: Canvas = page.forms["map"].canvas  # type: ignore[attr-defined]
    found = {"first map after opening": first, "moved month, p95": _months(window)}
    window.session.go(window.session.lens.with_option("layers", "limits,agreements"))
    found["month with layers, p95"] = _months(window)
    window.session.go(window.session.lens.with_option("layers", ""))
    found |= _gestures(canvas)
    gc.collect()
    found["memory over other pages"] = _memory() - before
    window.close()
    return found


def _window() -> MainWindow:
    """The window with the pages of before, each of them opened once."""
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
    session = Session(Lens(page="explore"))
    window = MainWindow(
        library, session, look, Choices(), lambda entry: make_page(entry, library, session, look)
    )
    window.resize(WIDTH, HEIGHT)
    window.show()
    for name in ("explore", "casewalk", "charts", "evidence"):
        session.look(page=name)
        QApplication.processEvents()
    return window


def _timed(window: MainWindow, work: Callable[[], object]) -> float:
    """Milliseconds until what was done is on screen."""
    from PySide6.QtWidgets import QApplication

    began = time.perf_counter()
    work()
    QApplication.processEvents()
    window.repaint()
    return (time.perf_counter() - began) * 1000


def _months(window: MainWindow) -> float:
    """Every month of the list, there and back, as a drag along the strip."""
    from PySide6.QtWidgets import QApplication

    from explorer.places.months import following

    days = [window.session.lens.moment.replace(year=2008, month=9, day=1)]
    while (upcoming := following(window.library, days[-1])) is not None:
        days.append(upcoming)

    def move(day: Any) -> None:
        window.session.go(window.session.lens.but(moment=day))
        QApplication.processEvents()

    return _p95(partial(move, day) for day in (*days, *reversed(days)))


def _gestures(canvas: Canvas) -> dict[str, float]:
    from PySide6.QtCore import QPointF

    from explorer.places.view.canvas import SHARP

    def zoom_by(by: float) -> None:
        canvas.zoom_by(by, QPointF(500, 400))
        canvas.viewport().repaint()

    def pan_by(by: float) -> None:
        canvas.pan_by(by, by / 2)
        canvas.viewport().repaint()

    canvas.fit()
    zooms = [1.12] * 20 + [1 / 1.12] * 20
    zoom = _p95(partial(zoom_by, by) for by in zooms)
    canvas.zoom_by(3)
    canvas.sharpen()
    pan = _p95(partial(pan_by, by) for by in [9.0] * 30 + [-9.0] * 30)
    sharp = []
    for zoom_to in (1.0, 1.5, 3.0, 6.0):
        canvas.fit()
        canvas.zoom_by(zoom_to)
        began = time.perf_counter()
        canvas.sharpen()
        canvas.viewport().repaint()
        sharp.append((time.perf_counter() - began) * 1000)
    waited = SHARP
    return {"pan, p95": pan, "zoom, p95": zoom, "sharp after a gesture": waited + max(sharp)}


def _p95(moves: Iterable[Callable[[], object]]) -> float:
    taken = []
    for move in moves:
        began = time.perf_counter()
        move()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.quantiles(taken, n=20)[-1]


def _memory() -> float:
    """Megabytes resident now; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    lines = status.read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def main() -> int:
    """Print the measures; 1 if one of them misses its goal."""
    lines = run()
    print("\n".join(lines))
    return int(any(line.endswith("!") for line in lines))


if __name__ == "__main__":
    raise SystemExit(main())
