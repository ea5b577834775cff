"""What the program does before its first picture, and what it leaves for later."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from explorer import app
from explorer.card.view import page as card
from explorer.content.library import Library
from explorer.pipeline.view import board as pipeline
from explorer.reader.lens import Lens
from explorer.reader.theme import load_theme
from explorer.timeline.view import page as timeline
from explorer.ui.choices import Choices
from explorer.ui.paint import Look
from explorer.ui.session import Session
from explorer.window import MainWindow

LATER = (  # modules that the first picture does without
    *("numpy", "pandas", "pyqtgraph", "logging", "calendar", "snowballstemmer", "html"),
    *("explorer.search.index", "explorer.search.view.results", "explorer.ui.sheets"),
    "explorer.ui.stylesheet",
    *("explorer.charts.view.page", "explorer.export.view"),
    *("PySide6.QtPrintSupport", "PySide6.QtNetwork"),
)
# Qt for Python loads all of them to tell what an unknown widget is; see viewport_of().
UNUSED = ("QWizard", "QCalendarWidget", "QColorDialog", "QStyle")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each pane was laid out or set."""
    counted: Counter[str] = Counter()

    def count(name: str, owner: Any, attribute: str) -> None:
        original = getattr(owner, attribute)

        def counting(*given: Any, **named: Any) -> Any:
            counted[name] += 1
            return original(*given, **named)

        monkeypatch.setattr(owner, attribute, counting)

    count("pipeline", pipeline, "Drawing")
    count("timeline", timeline, "Drawing")
    count("card", card.CardView, "_show")
    return counted


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (1024, 768)])
def test_every_pane_is_laid_out_once_before_the_first_picture(
    bundled: Library, qtbot: QtBot, made: Counter[str], size: tuple[int, int]
) -> None:
    event = next(iter(bundled.events.values()))
    session = Session(Lens(item=f"event:{event.id}"))
    look = Look(load_theme("light"))
    window = MainWindow(
        bundled,
        session,
        look,
        Choices(),
        lambda entry: app.make_page(entry, bundled, session, look),
    )
    qtbot.addWidget(window)
    window.resize(*size)
    first = app.FirstPaint(window)
    with qtbot.waitSignal(first.painted):
        window.show()
    assert made == {"pipeline": 1, "timeline": 1, "card": 1}


def test_what_the_first_picture_does_without_is_loaded_later() -> None:
    code = (
        "import sys\n"
        "from explorer import app\n"
        "program = app.launch()\n"
        "def report():\n"
        f"    print([name for name in {LATER!r} if name in sys.modules])\n"
        "    loaded = vars(sys.modules['PySide6.QtWidgets'])\n"
        f"    print([name for name in {UNUSED!r} if name in loaded])\n"
        "    app.make_application().exit()\n"
        "program.painted.connect(report)\n"
        "app.make_application().exec()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "[]\n[]\n"), done.stderr


def test_threads_begin_when_all_of_qt_for_python_is_loaded() -> None:
    code = (
        "from explorer import app\n"
        "from explorer.ui import loading\n"
        "program = app.launch()\n"
        "def report():\n"
        "    print(list(loading.waiting))\n"
        "    app.make_application().exit()\n"
        "print(bool(loading.waiting))\n"
        "program.window.search.prepare_beside = report\n"
        "app.make_application().exec()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "True\n[]\n"), done.stderr
