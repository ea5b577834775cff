"""A running presentation: the talk, its two windows, their screens and keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from explorer.content.library import Library
from explorer.content.model import Tour
from explorer.present.screens import Screen, Seats, is_built_in, seats, swapped
from explorer.present.talk import Talk, begin, go, press
from explorer.present.view.audience import AudienceWindow
from explorer.present.view.awake import Awake
from explorer.present.view.speaker import SpeakerWindow
from explorer.present.view.stage import MakePane
from explorer.reader.theme import Theme
from explorer.ui.paint import Look

MIRRORED: Final = 60  # milliseconds after a change, the speaker's picture follows


class Show(QObject):
    """Runs a talk from its first key to its last; both windows follow one :class:`Talk`."""

    wandered = Signal(object)  # a lens that was chosen in the audience's pane
    moved = Signal(object)  # the talk, whenever it changed
    ended = Signal()

    def __init__(
        self,
        library: Library,
        make_pane: MakePane,
        themes: tuple[Theme, Theme],  # of the audience, and of the speaker
        parent: QObject | None = None,
        known_screen: str = "",
    ) -> None:
        super().__init__(parent)
        self.library = library
        self.audience = AudienceWindow(library, make_pane, themes[0])
        self.speaker = SpeakerWindow(library, Look(themes[1]))
        self.talk: Talk | None = None
        self.known_screen = known_screen
        self.seats = Seats(0, None)
        self.is_windowed = False
        self._asked: int | None = None
        self.awake = Awake(self)
        self._mirror = QTimer(self, interval=MIRRORED, singleShot=True)
        self._mirror.timeout.connect(self._take_picture)
        for window in (self.audience, self.speaker):
            window.key_pressed.connect(self.press)
            window.closed.connect(self.end)
        self.speaker.step_chosen.connect(self.go)
        self.audience.wandered.connect(self._wander)

    # --------------------------------------------------------------------------- begin and end

    def start(
        self, tour: Tour, step: int = 1, screen: int | None = None, windowed: bool = False
    ) -> None:
        """Open the windows and show a step, counted from 1; *screen* is the audience's, from 0."""
        self._asked, self.is_windowed = screen, windowed
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._screens_changed)
        application.screenRemoved.connect(self._screens_changed)
        self._set(begin(tour, step))
        self.seat()
        self.speaker.begin()
        self.awake.start()

    def end(self) -> None:
        """Close both windows; the program is as before."""
        if self.talk is None:
            return
        self.talk = None
        self.awake.stop()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.disconnect(self._screens_changed)
        application.screenRemoved.disconnect(self._screens_changed)
        self.audience.hide()
        self.speaker.hide()
        self.ended.emit()

    # -------------------------------------------------------------------------------- keys

    def press(self, key: str) -> None:
        """Do what a key means."""
        if self.talk is None:
            return
        if key == "S":
            self.swap()
            return
        self._set(press(self.talk, key))

    def go(self, step: int) -> None:
        """To a step, counted from 1."""
        if self.talk is not None:
            self._set(go(self.talk, step))

    def _set(self, talk: Talk) -> None:
        if talk.is_over:
            self.end()
            return
        self.talk = talk
        self.audience.show_talk(talk)
        self.speaker.show_talk(talk)
        self._mirror.start()
        self.moved.emit(talk)

    def _wander(self, lens: object) -> None:
        self.wandered.emit(lens)
        self._mirror.start()

    def _take_picture(self) -> None:
        if self.talk is not None and self.speaker.isVisible():
            self.speaker.mirror.show_picture(self.audience.grab())

    # ------------------------------------------------------------------------------- screens

    def seat(self) -> None:
        """Put each window on its screen; with one screen the audience has it, or both a half."""
        self.seats = seats(screens(), self._asked, self.known_screen, _own_screen())
        self._place()

    def swap(self) -> None:
        """Exchange the two screens."""
        self.seats = swapped(self.seats)
        self._asked = self.seats.audience
        self._place()

    def _place(self) -> None:
        found = QGuiApplication.screens()
        audience = found[min(self.seats.audience, len(found) - 1)]
        if self.is_windowed:
            self._side_by_side(audience.availableGeometry())
            return
        self.known_screen = audience.name()
        _fill(self.audience, audience)
        if self.seats.speaker is None:
            self.speaker.hide()
            self.audience.activateWindow()
        else:
            _fill(self.speaker, found[self.seats.speaker])
            self.speaker.activateWindow()
            self.speaker.steps.setFocus()

    def _side_by_side(self, room: QRect) -> None:
        """Both as plain windows, for sharing one of them in a call."""
        width = round(room.width() * 0.55)
        self.audience.setGeometry(room.left(), room.top(), width, round(width * 9 / 16))
        self.speaker.setGeometry(
            room.left() + width, room.top(), room.width() - width, round(room.height() * 0.8)
        )
        self.audience.show()
        self.speaker.show()
        self.speaker.steps.setFocus()

    def _screens_changed(self, _: QScreen) -> None:
        """A screen was plugged in or out: everyone sits down anew, the talk stays where it is."""
        QTimer.singleShot(0, self, self._seat_again)

    def _seat_again(self) -> None:
        if self.talk is not None:
            self._asked = None
            self.seat()


def screens() -> list[Screen]:
    """The system's screens, as the seating knows them."""
    primary = QGuiApplication.primaryScreen()
    return [
        Screen(
            one.name(),
            one.geometry().getRect(),  # type: ignore[arg-type] # a tuple of four, says Qt's manual
            one is primary or one.name() == (primary.name() if primary else ""),
            is_built_in(one.name()),
        )
        for one in QGuiApplication.screens()
    ]


def _own_screen() -> int:
    """The number of the screen on which the program's own window is; 0 without one."""
    window = QGuiApplication.focusWindow()
    names = [screen.name() for screen in QGuiApplication.screens()]
    if window is None or window.screen().name() not in names:
        return 0
    return names.index(window.screen().name())


def _fill(window: QWidget, screen: QScreen) -> None:
    """Show a window over the whole of a screen, also when it was on another one before."""
    window.hide()
    window.setGeometry(screen.geometry())
    window.showFullScreen()
