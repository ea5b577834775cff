"""A running presentation: the talk, its two windows, their screens and keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QScreen, QWindow
from PySide6.QtWidgets import QMenu, QWidget

from explorer.content.library import Library
from explorer.content.model import Tour
from explorer.present.screens import Screen, Seats, is_built_in, seats, swapped
from explorer.present.talk import Talk, begin, go, look_up, press, stay, wander
from explorer.present.view.audience import AudienceWindow
from explorer.present.view.awake import Awake
from explorer.present.view.pictures import Pictures
from explorer.present.view.speaker import SpeakerWindow
from explorer.present.view.stage import MakePane
from explorer.present.view.veil import part_around, part_in
from explorer.reader.lens import Lens
from explorer.reader.theme import Theme

MIRRORED: Final = 60  # milliseconds after a change, the speaker's picture follows
LIVE: Final = 500  # milliseconds between two pictures while nothing changes but the pane itself
IDLE: Final = 250  # milliseconds after a step, the next one is got ready
POINTED: Final = 25  # milliseconds between two looks at the mouse, for the spotlight
LEAVING: Final = 3000  # milliseconds within which a second Escape ends the talk
STEP: Final = 0.04  # of the screen: how far a key moves spotlight and enlarged part
WAYS: Final = {
    "Shift+Left": (-STEP, 0.0),
    "Shift+Right": (STEP, 0.0),
    "Shift+Up": (0.0, -STEP),
    "Shift+Down": (0.0, STEP),
}
_NOBODY: Final[Callable[[], QWindow | None]] = lambda: None  # noqa: E731 - a default


class Show(QObject):
    """Runs a talk from its first key to its last; both windows follow one :class:`Talk`."""

    wandered = Signal(object)  # a lens that was chosen in the audience's pane
    moved = Signal(object)  # the talk, whenever it changed
    source_chosen = Signal(str)  # the id of a source that the speaker wants to read
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
        self.speaker = SpeakerWindow(library, themes[1])
        self.pictures = Pictures(make_pane, themes[0], self)  # of all steps
        self.talk: Talk | None = None
        self.menu: QMenu | None = None  # of the sources
        self.known_screen = known_screen
        self.own_window = _NOBODY  # the program's own, whose screen is the speaker's
        self.seats = Seats(0, None)
        self.is_windowed = False
        self.part: QRectF | None = None  # of the audience's screen that is enlarged
        self._asked: int | None = None
        self._seen = QPoint()  # where the mouse was
        self._newest = ""  # the screen that was plugged in last, by its name
        self._watched: set[str] = set()  # screens whose size is followed
        self.awake = Awake(self)
        self._set_timers()
        self._connect()

    def _set_timers(self) -> None:
        self._mirror = QTimer(self, interval=MIRRORED, singleShot=True)
        self._mirror.timeout.connect(self._take_picture)
        self._live = QTimer(self, interval=LIVE)
        self._live.timeout.connect(self._take_picture)
        self._idle = QTimer(self, interval=IDLE, singleShot=True)
        self._idle.timeout.connect(self.prepare)
        self._mouse = QTimer(self, interval=POINTED)
        self._mouse.timeout.connect(self._follow_mouse)
        self._leaving = QTimer(self, interval=LEAVING, singleShot=True)
        self._leaving.timeout.connect(self._stay)

    def _connect(self) -> None:
        for window in (self.audience, self.speaker):
            window.key_pressed.connect(self.press)
            window.closed.connect(self.end)
            self.pictures.made.connect(window.overview.show_picture)
        self.speaker.step_chosen.connect(self.go)
        self.speaker.source_chosen.connect(self.source_chosen)
        self.audience.picked.connect(self.go)
        self.audience.wandered.connect(self._wander)
        self.audience.closeup.drew.connect(self.enlarge)
        self.speaker.mirror.drew.connect(self.enlarge)
        self.speaker.mirror.pointed.connect(self.point)

    # --------------------------------------------------------------------------- begin and end

    def start(
        self, tour: Tour, step: int = 1, screen: int | None = None, windowed: bool = False
    ) -> None:
        """Open the windows and show a step, counted from 1; *screen* is the audience's, from 0."""
        self._asked, self.is_windowed = screen, windowed
        application = _application()
        application.screenAdded.connect(self._screen_added)
        application.screenRemoved.connect(self._screens_changed)
        self.seat()
        for window in (self.audience, self.speaker):
            window.settle()
            window.overview.forget()
        self._set(begin(tour, step))
        self.speaker.begin()
        self.pictures.begin(self.talk.slides if self.talk else (), step)
        self._live.start()
        self.awake.start()

    def end(self) -> None:
        """Close both windows; the program is as before."""
        if self.talk is None:
            return
        self.talk = None
        self.awake.stop()
        self.pictures.end()
        for timer in (self._mirror, self._live, self._idle, self._mouse, self._leaving):
            timer.stop()
        application = _application()
        application.screenAdded.disconnect(self._screen_added)
        application.screenRemoved.disconnect(self._screens_changed)
        self.audience.hide()
        self.speaker.hide()
        self.ended.emit()

    def come_forward(self) -> None:
        """Give the keyboard back to the presentation."""
        window = self.speaker if self.speaker.isVisible() else self.audience
        window.raise_()
        window.activateWindow()

    # -------------------------------------------------------------------------------- keys

    def press(self, key: str) -> None:
        """Do what a key means."""
        if self.talk is None:
            return
        if key == "S":
            self.swap()
        elif key == "C":
            self.offer_sources()
        elif key in WAYS:
            self._push(*WAYS[key])
        else:
            self._set(press(self.talk, key))

    def go(self, step: int) -> None:
        """To a step, counted from 1."""
        if self.talk is not None:
            self._set(go(self.talk, step))

    def look_up(self, lens: Lens) -> None:
        """The speaker looked at something in the program's own window."""
        if self.talk is not None and self.talk.frozen is not None:
            self._set(look_up(self.talk, lens))

    def offer_sources(self) -> None:
        """List all sources of the step; the one that is chosen is opened in the program."""
        window = self.speaker if self.speaker.isVisible() else self.audience
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = menu = QMenu(window)
        for id in self.speaker.sources_shown():
            action = menu.addAction(self.library.name(f"source:{id}").replace("&", "&&"))
            action.triggered.connect(partial(self.source_chosen.emit, id))
        if menu.isEmpty():
            menu.addAction(self.tr("This step names no source.")).setEnabled(False)
        menu.setFont(window.look.font("body"))
        corner = window.rect().bottomLeft() - QPoint(0, menu.sizeHint().height())
        menu.popup(window.mapToGlobal(corner + QPoint(window.look.space("l"), 0)))
        menu.setActiveAction(menu.actions()[0])

    def _set(self, talk: Talk) -> None:
        if talk.is_over:
            self.end()
            return
        self.talk = talk
        self._show_part(talk)
        self.audience.show_talk(talk)
        self.speaker.show_talk(talk)
        self.audience.tell(self._hint(talk))
        if talk.is_lit != self._mouse.isActive():
            (self._mouse.start if talk.is_lit else self._mouse.stop)()
        if talk.is_leaving:
            self._leaving.start()
        self._mirror.start()
        self._live.start()  # anew: a step that is being painted is not held up by a picture
        self._idle.start()
        self.pictures.wait()
        self.moved.emit(talk)

    def _hint(self, talk: Talk) -> str:
        """What a speaker without a screen of their own has to know."""
        if self.speaker.isVisible():
            return ""
        if talk.is_leaving:
            return self.tr("Esc once more ends the presentation")
        return self.tr("Step {0}: Enter").format(talk.typed) if talk.typed else ""

    def _stay(self) -> None:
        if self.talk is not None and self.talk.is_leaving:
            self._set(stay(self.talk))

    def _wander(self, lens: Lens) -> None:
        if self.talk is not None:
            self._set(wander(self.talk, lens))
            self.wandered.emit(lens)

    def prepare(self) -> None:
        """Get the pane that the next key shows ready while nothing else is to be done."""
        if self.talk is not None and not (
            self.talk.frozen or self.talk.cover or self.talk.is_close
        ):
            self.audience.prepare(press(self.talk, "PageDown"))

    # ------------------------------------------------------------- spotlight and enlarged part

    def point(self, at: QPointF) -> None:
        """Light a place of the audience's screen, in shares of it."""
        if self.talk is not None and self.talk.is_lit:
            self.audience.spotlight.point(at)
            self._mirror.start()

    def enlarge(self, drawn: QRectF) -> None:
        """Enlarge what was drawn around, on either window."""
        if self.talk is None:
            return
        shown = self.part if self.talk.is_close and self.part is not None else QRectF(0, 0, 1, 1)
        self.part = part_in(drawn, shown)
        if not self.talk.is_close:
            self._set(press(self.talk, "Z"))
        self.audience.show_part(self.part)
        self._mirror.start()

    def _show_part(self, talk: Talk) -> None:
        if not talk.is_close:
            self.part = None
            self.audience.show_part(None)
        elif self.part is None:
            self.part = part_around(self.audience.part_of_choice())
            self.audience.show_part(self.part)

    def _push(self, across: float, down: float) -> None:
        """Move what is enlarged, or else the spotlight, by a key."""
        if self.part is not None:
            center = self.part.center() + QPointF(across, down)
            times = 1 / self.part.width()
            self.part = part_around(center, times)
            self.audience.show_part(self.part)
        elif self.talk is not None and self.talk.is_lit:
            at = self.audience.spotlight.at + QPointF(across, down)
            self.audience.spotlight.point(QPointF(min(max(at.x(), 0), 1), min(max(at.y(), 0), 1)))
        self._mirror.start()

    def _follow_mouse(self) -> None:
        """Light where the mouse is on the audience's own screen."""
        at, window = QCursor.pos(), self.audience
        place = QRect(window.mapToGlobal(window.rect().topLeft()), window.size())
        if at != self._seen and place.contains(at):
            share = QPointF(at - place.topLeft())
            self.point(QPointF(share.x() / place.width(), share.y() / place.height()))
        self._seen = at

    def _take_picture(self) -> None:
        if self.talk is not None and self.speaker.isVisible():
            self.speaker.mirror.show_picture(self.audience.grab())

    # ------------------------------------------------------------------------------- screens

    def seat(self) -> None:
        """Put each window on its screen; with one screen the audience has it, or both a half."""
        found = screens()
        known = self.known_screen in (screen.name for screen in found)
        name = self.known_screen if known else self._newest
        self.seats = seats(found, self._asked, name, self._own_screen())
        if self.seats.speaker is not None:
            self.known_screen = found[self.seats.audience].name
        for screen in QGuiApplication.screens():
            if screen.name() not in self._watched:
                self._watched.add(screen.name())
                screen.geometryChanged.connect(self._geometry_changed)
        self._place()

    def swap(self) -> None:
        """Exchange the two screens; with one, the audience alone or both windows beside it."""
        if self.seats.speaker is None:
            self.is_windowed = not self.is_windowed
        self.seats = swapped(self.seats)
        if self.seats.speaker is not None:
            self._asked = self.seats.audience
            self.known_screen = QGuiApplication.screens()[self.seats.audience].name()
        self._place()
        if self.talk is not None:
            self._set(self.talk)

    def _own_screen(self) -> int:
        """The number of the screen on which the program's own window is; 0 without one."""
        window = self.own_window()
        names = [screen.name() for screen in QGuiApplication.screens()]
        if window is None or window.screen() is None or window.screen().name() not in names:
            return 0
        return names.index(window.screen().name())

    def _place(self) -> None:
        found = QGuiApplication.screens()
        if not found:
            return  # all are gone for a moment; one will be added
        audience = found[min(self.seats.audience, len(found) - 1)]
        if self.is_windowed:
            self._side_by_side(audience.availableGeometry())
        elif self.seats.speaker is None:
            self.speaker.hide()
            _fill(self.audience, audience)
            self.audience.activateWindow()
        else:
            _fill(self.audience, audience)
            _fill(self.speaker, found[self.seats.speaker])
            self._give_keyboard()

    def _give_keyboard(self) -> None:
        self.speaker.raise_()
        self.speaker.activateWindow()
        self.speaker.steps.setFocus()

    def _side_by_side(self, room: QRect) -> None:
        """Both as plain windows, for sharing one of them in a call."""
        width = round(room.width() * 0.5)
        self.audience.showNormal()
        self.speaker.showNormal()
        self.audience.setGeometry(room.left(), room.top(), width, round(width * 9 / 16))
        self.speaker.setGeometry(
            room.left() + width, room.top(), room.width() - width, round(room.height() * 0.9)
        )
        self._give_keyboard()

    def _screen_added(self, screen: QScreen) -> None:
        """What is plugged in during a talk is the projector, unless another one is known."""
        self._newest = "" if is_built_in(screen.name()) else screen.name()
        self._screens_changed(screen)

    def _screens_changed(self, _: QScreen) -> None:
        """A screen was plugged in or out: everyone sits down anew, the talk stays where it is."""
        self._asked = None
        QTimer.singleShot(0, self, self._seat_again)

    def _geometry_changed(self, _: QRect) -> None:
        QTimer.singleShot(0, self, self._seat_again)

    def _seat_again(self) -> None:
        if self.talk is not None:
            self.seat()
            self._set(self.talk)


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


def _application() -> QGuiApplication:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    return application


def _fill(window: QWidget, screen: QScreen) -> None:
    """Show a window over the whole of a screen, also when it was on another one before."""
    place = screen.geometry()
    if window.isVisible() and window.isFullScreen() and window.geometry() == place:
        return
    window.hide()
    window.winId()  # so that it has a handle, which alone can be told its screen
    handle = window.windowHandle()
    if handle is not None:
        handle.setScreen(screen)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.setGeometry(place)
    window.showFullScreen()
