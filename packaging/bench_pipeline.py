"""How fast the diagram of the path follows a moment that moves."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

WIDTH, HEIGHT = 1440, 500
GOAL: Final = 16.7  # milliseconds: a frame
FIRST, LAST = date(2001, 6, 1), date(2021, 6, 1)
STEP: Final = 17  # days


def days() -> Iterator[date]:
    """Days through all periods, as a reader drags the moment."""
    for number in range(FIRST.toordinal(), LAST.toordinal(), STEP):
        yield date.fromordinal(number)


def run() -> tuple[list[str], bool]:
    """One line for each way to look at the diagram, and whether all of them meet the goal."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from explorer import app
    from explorer.content.load import load
    from explorer.pipeline.view.page import PipelineView
    from explorer.reader.lens import Lens
    from explorer.reader.theme import load_theme
    from explorer.ui.paint import Look, load_fonts
    from explorer.ui.session import Session

    application = app.make_application()
    load_fonts()
    look = Look(load_theme("light"))
    look.apply(application)
    library = load()
    lines, good = [f"redraw on a moved moment at {WIDTH}x{HEIGHT}, p95:"], True
    for name, lens in {
        "overview": Lens(page="pipeline"),
        "full, as at first": Lens(page="pipeline", options={"detail": "full"}),
        "overview in a place": Lens(page="pipeline", place="place:county:06075"),
        "two dates": Lens(page="pipeline", moment2=date(2014, 12, 1)),
        "a followed way": Lens(page="pipeline", options={"trace": "forward:ov_booking"}),
        "two cuts of counts": Lens(page="pipeline", options={"counts": "SC_NAT_2011,SC_CA_2011"}),
    }.items():
        session = Session(lens)
        page = PipelineView(library, session, look)
        page.resize(WIDTH, HEIGHT)
        page.show()
        application.processEvents()

        def move(day: date, session: Session = session, page: PipelineView = page) -> None:
            session.go(session.lens.but(moment=day))
            for diagram in (page.diagram, page.diagram.peer):
                if diagram is not None:
                    diagram.viewport().repaint()

        slowest = percentile(move)
        page.close()
        good = good and slowest <= GOAL
        lines.append(f"{name:22}{slowest:8.2f} ms  (goal {GOAL})")
    return lines, good


def percentile(move: Callable[[date], None]) -> float:
    """The 95th percentile of the milliseconds that a move takes, drawing included."""
    taken = []
    for day in days():
        began = time.perf_counter()
        move(day)
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.quantiles(taken, n=20)[-1]


def main() -> int:
    """Print the times; 1 if one of them misses its goal."""
    lines, good = run()
    print("\n".join(lines))
    return int(not good)


if __name__ == "__main__":
    raise SystemExit(main())
