"""Measures what a reader waits for: `python packaging/bench.py start`, `timeline`, ... or `all`."""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
RUNS = 7
GOAL = 1.6  # times a bare window, for time and for memory
# The offscreen platform's own screen is too small for a window that shows the card.
SCREEN = """{"screens": [{"name": "Screen", "x": 0, "y": 0, "width": 1920, "height": 1080,
"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}"""

# Each child prints one line when its first picture is complete, and ends.
REPORT = """
def report():
    for line in open("/proc/self/status"):
        if line.startswith("VmRSS"):
            print(int(line.split()[1]) / 1024, flush=True)
            break
    else:
        print(0.0, flush=True)
    os._exit(0)
"""
BARE = f"""
import os
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
{REPORT}
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, report)
        return False
application = QApplication([])
window = QMainWindow()
watch = Watch()
window.installEventFilter(watch)
window.resize(1440, 900)
window.show()
application.exec()
"""
# What no work of ours could go below: a bare window beside all that the first page imports.
IMPORTS = f"""
from explorer import app, window
first = window.PAGES[0]
for factory in (first.factory, *(factory for _, factory in first.panes)):
    app._named(factory)
{BARE}
"""
OURS = f"""
import os
from explorer import app
from PySide6.QtCore import QTimer
from explorer.reader.lens import Lens
{REPORT}
program = app.launch(Lens(item={{item!r}}))
program.painted.connect({{then}})
app.make_application().exec()
"""
ITEM = "event:2011-moa-termination"


class Run(NamedTuple):
    """One start: seconds to the first complete picture, and megabytes resident then."""

    seconds: float
    memory: float


def measure(code: str, folder: str) -> Run:
    """Start a program and wait for its line."""
    screen = Path(folder) / "screen.json"
    screen.write_text(SCREEN)
    asked = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    platform = f"offscreen:configfile={screen}" if asked == "offscreen" else asked
    surroundings = {
        **os.environ,
        "QT_QPA_PLATFORM": platform,
        "SECURE_COMMUNITIES_DATA": folder,
        "PYTHONPYCACHEPREFIX": str(Path(folder) / "bytecode"),
    }
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=surroundings, capture_output=True, text=True
    )
    seconds = time.perf_counter() - began
    if done.returncode or not done.stdout.strip():
        sys.exit(f"the program did not start:\n{done.stderr}")
    return Run(seconds, float(done.stdout.split()[-1]))


def medians(runs: Sequence[Run]) -> Run:
    """The usual run of some."""
    return Run(*(statistics.median(values) for values in zip(*runs, strict=True)))


def start(runs: int = RUNS) -> int:
    """Compare our start with that of a bare window; 0 when both goals are met, 1 when not."""
    ours_code = OURS.format(item=ITEM, then="report")
    with tempfile.TemporaryDirectory() as folder:
        codes = (BARE, IMPORTS, ours_code)
        first = OURS.format(item=ITEM, then="lambda: QTimer.singleShot(1000, report)")
        # Once before, to warm the disk cache and to keep what a first start keeps for later ones.
        for code in (BARE, IMPORTS, first):
            measure(code, folder)
        done = [[measure(code, folder) for code in codes] for _ in range(runs)]
    bare, imports, ours = (medians(column) for column in zip(*done, strict=True))
    print(
        f"medians of {runs} interleaved runs on the {os.environ.get('QT_QPA_PLATFORM', 'offscreen')} platform"
    )
    print(f"{'':24}{'bare window':>14}{'+ imports':>14}{'explorer':>14}")
    ratios = []
    for name, unit, one, least, other in (
        ("first complete picture", "s", bare.seconds, imports.seconds, ours.seconds),
        ("resident memory then", "MB", bare.memory, imports.memory, ours.memory),
    ):
        print(f"{name:24}" + "".join(f"{value:11.3f} {unit:<2}" for value in (one, least, other)))
        ratios.append((name, other / one if one else 0.0))
    for name, ratio in ratios:
        missed = "" if ratio <= GOAL else " !"
        print(f"{name + ', bare windows':40}{ratio:8.2f} x  goal {GOAL:5.1f}{missed}")
    return int(any(ratio > GOAL for _, ratio in ratios))


def timeline() -> int:
    """Draw, pan and zoom 100 to 10,000 events; 0 when all goals are met, 1 when not."""
    import bench_timeline

    lines = bench_timeline.run()
    print("\n".join(lines))
    return int(any(line.endswith("!") for line in lines))


def walk() -> int:
    """Walk persons, and follow a moved moment; 0 when all goals are met, 1 when not."""
    import bench_walk

    lines = bench_walk.run()
    print("\n".join(lines))
    return int(any(line.endswith("!") for line in lines))


def charts() -> int:
    """Open the charts page and turn from chart to chart; 0 when all goals are met, 1 when not."""
    import bench_charts

    lines = bench_charts.run()
    print("\n".join(lines))
    return int(any(line.endswith("!") for line in lines))


def pipeline() -> int:
    """Follow a moved moment in the diagram; 0 when all goals are met, 1 when not."""
    import bench_pipeline

    lines, good = bench_pipeline.run()
    print("\n".join(lines))
    return int(not good)


def evidence() -> int:
    """Open every question and dossier; 0 when all goals are met, 1 when not."""
    import bench_evidence

    lines = bench_evidence.run()
    print("\n".join(lines))
    return int(any(line.endswith("!") for line in lines))


def places() -> int:
    """Open the map, move through its months, pan and zoom; 0 when all goals are met, 1 when not."""
    import bench_places

    lines = bench_places.run()
    print("\n".join(lines))
    return int(any(line.endswith("!") for line in lines))


def paper() -> int:
    """Make a handout, slides and a worksheet of a tour; 0 when all goals are met, 1 when not."""
    import bench_paper

    lines = bench_paper.run()
    print("\n".join(lines))
    return int(any(line.endswith("!") for line in lines))


def present() -> int:
    """Present every tour from start to end; 0 when all goals are met, 1 when not."""
    import bench_present

    lines = bench_present.run()
    print("\n".join(lines))
    return int(any(line.endswith("!") for line in lines))


# A line of a bench that has a goal: the name, what was found, its unit, the goal.
WITH_GOAL = re.compile(r"^(.+?) +([\d.]+) (ms|MB|x) +\(?goal +([\d.]+)")


def everything() -> int:
    """Measure all, each in a process of its own, and end with one table in Markdown."""
    rows, missed = [], 0
    for what in MEASURES:
        done = subprocess.run(
            [sys.executable, __file__, what], stdout=subprocess.PIPE, text=True, check=False
        )
        print(f"== {what}\n{done.stdout}", flush=True)
        missed |= done.returncode
        rows += markdown(what, done.stdout)
    print("| page | measure | found | goal | |\n|---|---|---|---|---|", *rows, sep="\n")
    return int(bool(missed))


def markdown(what: str, output: str) -> list[str]:
    """Each measure that has a goal as a row of a table."""
    found = filter(None, map(WITH_GOAL.match, output.splitlines()))
    return [
        f"| {what} | {name} | {value} {unit} | {goal} | "
        f"{'missed' if float(value) > float(goal) else ''} |"
        for name, value, unit, goal in (one.groups() for one in found)
    ]


MEASURES = {
    "start": start,
    "timeline": timeline,
    "pipeline": pipeline,
    "walk": walk,
    "charts": charts,
    "places": places,
    "evidence": evidence,
    "present": present,
    "paper": paper,
}


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=[*MEASURES, "all"])
    parser.add_argument("--runs", type=int, default=RUNS, help=f"starts of each program ({RUNS})")
    chosen = parser.parse_args()
    if chosen.what == "all":
        return everything()
    return start(chosen.runs) if chosen.what == "start" else MEASURES[chosen.what]()


if __name__ == "__main__":
    raise SystemExit(main())
