"""Presents a tour on whatever screens there are, key by key, and says what happened as JSON.

Run in a process of its own: the screens of a platform are known before Qt starts.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from explorer.app import make_application, make_pane, open_library
from explorer.present.view.presenter import themes
from explorer.present.view.show import Show
from explorer.reader.theme import load_theme
from explorer.ui.paint import Look

MONITOR = "HDMI-9"
KEYS = {
    **{name: getattr(Qt.Key, f"Key_{name}") for name in ("PageDown", "PageUp", "Right", "Left")},
    **{name: getattr(Qt.Key, f"Key_{name}") for name in ("Down", "Up", "Space", "Return", "Enter")},
    **{name: getattr(Qt.Key, f"Key_{name}") for name in ("Home", "End", "Escape", "B", "W", "F")},
    **{name: getattr(Qt.Key, f"Key_{name}") for name in ("G", "L", "Z", "S", "2")},
    ".": Qt.Key.Key_Period,
}


class Rehearsal:
    """A running talk and what can be asked of it."""

    def __init__(self, windowed: bool = False, tour: str = "whole-story") -> None:
        self.application = make_application()
        Look(load_theme("light")).apply(self.application)
        library = open_library()
        self.tour = library.tours[tour]
        self.show = Show(
            library, lambda name, session, look: make_pane(library, name, session, look), themes()
        )
        self.ended = False
        self.show.ended.connect(self._end)
        self.show.start(self.tour, 1, None, windowed)
        self.wait(lambda: self.window().isActiveWindow())

    def _end(self) -> None:
        self.ended = True

    def window(self) -> QWidget:
        """The window that has the keyboard: the speaker's, or else the audience's."""
        return self.show.speaker if self.show.speaker.isVisible() else self.show.audience

    def press(self, *names: str) -> None:
        """Send keys as a keyboard does, to whatever part of the window has the focus."""
        for name in names:
            window = self.window()
            QTest.keyClick(window.focusWidget() or window, KEYS[name])
            self.application.processEvents()

    def wait(self, come: Callable[[], bool], seconds: float = 5.0) -> bool:
        """Let things happen until something has come."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.application.processEvents()
            if come():
                return True
            time.sleep(0.01)
        return False

    def state(self) -> dict[str, object]:
        """What both windows show, and where."""
        talk = self.show.talk
        audience, speaker = self.show.audience, self.show.speaker
        return {
            "step": talk.slide.number if talk else 0,
            "part": talk.here.part if talk else 0,
            "headline": audience.number.text(),
            "cover": talk.cover if talk and audience.cover.isVisible() else "",
            "frozen": bool(talk and talk.frozen),
            "overview": [audience.overview.isVisible(), speaker.overview.isVisible()],
            "lit": audience.spotlight.isVisible(),
            "close": audience.closeup.isVisible(),
            "status": speaker.status.text(),
            "hint": audience.hint.text(),
            "speaker": speaker.isVisible(),
            "places": [w.geometry().getRect() for w in (audience, speaker)],
            "screens": [screen.name() for screen in QGuiApplication.screens()],
            "ended": self.ended,
        }


def keys() -> dict[str, object]:
    """What every key does, each from the third step."""
    found: dict[str, object] = {}
    rehearsal = Rehearsal()
    start = rehearsal.state()
    for name in KEYS:
        rehearsal.show.go(3)
        rehearsal.press(name)
        found[name] = rehearsal.state()
        if name == "2":
            rehearsal.press("Return")
            found["2 Return"] = rehearsal.state()
        if name == "G":
            rehearsal.press("Right", "Return")
            found["G Right Return"] = rehearsal.state()
        if name == "F":
            rehearsal.press("PageDown")
            found["F PageDown"] = rehearsal.state()
        if name == "S":
            rehearsal.press("S")
        while rehearsal.show.talk is not None and rehearsal.state() != {}:
            talk = rehearsal.show.talk
            if not any((talk.cover, talk.frozen, talk.is_overview, talk.is_lit, talk.is_close)):
                break
            rehearsal.press("Escape")
        if rehearsal.show.talk is not None and rehearsal.show.talk.is_leaving:
            rehearsal.show._stay()
    rehearsal.show.go(3)
    rehearsal.press("Escape", "Escape")
    found["Escape Escape"] = rehearsal.state()
    return {"start": start, "keys": found}


def plugged() -> dict[str, object]:
    """A second monitor comes, goes and comes again while a talk runs; told after each."""
    rehearsal = Rehearsal()
    found = {"alone": rehearsal.state()}
    for name, command in (
        ("plugged", ("--setmonitor", MONITOR, "1280/300x800/200+1280+0", "none")),
        ("unplugged", ("--delmonitor", MONITOR)),
        ("again", ("--setmonitor", MONITOR, "1280/300x800/200+1280+0", "none")),
    ):
        rehearsal.press("PageDown")
        subprocess.run(["xrandr", *command], check=True, capture_output=True)
        count = 1 if name == "unplugged" else 2
        rehearsal.wait(lambda count=count: len(QGuiApplication.screens()) == count)  # type: ignore[misc]
        rehearsal.wait(lambda count=count: rehearsal.show.speaker.isVisible() == (count > 1))  # type: ignore[misc]
        rehearsal.wait(lambda: False, 0.3)  # a window manager, or none, has its say
        found[name] = rehearsal.state()
    rehearsal.show.end()
    return dict(found)


def whole() -> dict[str, object]:
    """The whole tour with nothing but page down, page up and B; pictures where a folder is given."""
    rehearsal = Rehearsal()
    seen, presses = [rehearsal.state()["headline"]], 0
    while rehearsal.state()["headline"] != "15 / 15" and presses < 60:
        rehearsal.press("PageDown")
        presses += 1
        if presses % 7 == 0:
            rehearsal.press("B", "B", "PageUp", "PageDown")
        rehearsal.wait(lambda: False, 0.4)
        if len(sys.argv) > 2:
            rehearsal.show.audience.grab().save(f"{sys.argv[2]}/{presses:02}.png")
            rehearsal.show.speaker.grab().save(f"{sys.argv[2]}/{presses:02}s.png")
        if rehearsal.state()["headline"] != seen[-1]:
            seen.append(rehearsal.state()["headline"])
    rehearsal.show.end()
    return {"seen": seen, "presses": presses}


def main() -> None:
    """Rehearse and tell."""
    print(json.dumps({"keys": keys, "plugged": plugged, "whole": whole}[sys.argv[1]]()))


if __name__ == "__main__":
    main()
