"""Where the keyboard leads: from one control to the next with Tab, until the first comes again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.harness.texts import in_window, path_to
from tests.harness.window import settle

ENOUGH = 400  # presses after which the way is taken for endless
EDGE = 4  # pixels around a control that may show its focus


@dataclass(frozen=True)
class Stop:
    """A control that Tab came to, and the window as it looked then."""

    widget: QWidget
    picture: QImage
    place: QRect  # of the control in the window
    in_sight: bool

    def __str__(self) -> str:
        return named(self.widget)


def named(widget: QWidget) -> str:
    """A widget by name and place in the window."""
    return f"“{widget.accessibleName() or widget.toolTip()}” {path_to(widget)}"


def round_trip(window: QWidget, start: QWidget) -> list[Stop]:
    """The controls that Tab visits from *start* until it comes back there; fails if it never does."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    stops = [_stop(start)]
    for _ in range(ENOUGH):
        focus = QApplication.focusWidget()
        assert focus is not None, f"the focus is lost after {stops[-1]}"
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None, f"the focus is lost after {stops[-1]}"
        if focus is start:
            settle()
            return [_stop(start), *stops[1:]]
        if focus is not stops[-1].widget:  # inside a text, Tab first goes from link to link
            settle()
            stops.append(_stop(focus))
    last = ", ".join(str(stop) for stop in stops[-3:])
    raise AssertionError(f"Tab never comes back to {named(start)}; it stays about {last}")


def can_be_reached(window: QWidget) -> Iterator[QWidget]:
    """The controls in sight that Tab has to visit."""
    for widget in window.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if takes and widget.isVisible() and widget.isEnabled() and widget.window() is window:
            yield widget


def unseen(stops: list[Stop]) -> list[Stop]:
    """The stops at which the place of the control looks the same as when it has no focus."""
    found = []
    for at, stop in enumerate(stops):
        place = stop.place.adjusted(-EDGE, -EDGE, EDGE, EDGE).intersected(stop.picture.rect())
        other = stops[at - 1]
        if stop.picture.copy(place) == other.picture.copy(place):
            found.append(stop)
    return found


def _stop(widget: QWidget) -> Stop:
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint()), widget.size())
    in_sight = widget.isVisible() and not in_window(widget).isEmpty()
    return Stop(widget, window.grab().toImage(), place, in_sight)
