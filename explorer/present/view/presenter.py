"""What the program does to present: which tour, from where, on which screen, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QWidget

from explorer.content import cite
from explorer.content.library import Library
from explorer.content.model import Tour
from explorer.present.slides import lone, nearest_step
from explorer.present.store import TourError, all_tours, file_of, is_own, is_plain, open_tour
from explorer.present.view.chooser import Chooser, Start
from explorer.present.view.show import Show
from explorer.present.view.stage import MakePane
from explorer.reader.lens import Lens
from explorer.reader.theme import Theme, load_theme
from explorer.ui.choices import Choices
from explorer.ui.page import Page
from explorer.ui.session import Session

AUDIENCE, SPEAKER = "projector", "dark"  # their themes


class Presenter(QObject):
    """Starts a talk for the program's window and keeps both together until it ends.

    What is chosen in the audience's pane is shown in the program as well; what the speaker looks
    at in the program while the audience is frozen can be shown to it.
    """

    def __init__(
        self,
        library: Library,
        session: Session,
        choices: Choices,
        make_pane: MakePane,
        page: Callable[[], Page],  # what the program shows
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.library, self.session, self.choices = library, session, choices
        self._make_pane, self._page, self._window = make_pane, page, window
        self.show: Show | None = None
        self.chooser: Chooser | None = None

    # ------------------------------------------------------------------------------ to start

    def ask(self, what: str) -> None:
        """Do what a menu or key asks for: a tour, from ``here``, ``choose``, or the last tour."""
        if self.show is not None:
            self.show.come_forward()
        elif what == "here":
            self.start_here()
        elif what.startswith("tour:"):
            self._start_named(what)
        elif what or self.last() is None:
            self.choose()
        else:
            self.start(self.last())

    def _start_named(self, what: str, screen: int | None = None, windowed: bool = False) -> None:
        """Start ``tour:ID``, or ``tour:ID@STEP``; say what keeps it from being shown."""
        name, _, step = what.partition("@")
        try:
            tour = open_tour(name, self.library)
        except TourError as error:
            self.session.warned.emit(str(error))
        else:
            self.start(tour, int(step or 1), screen, windowed)

    def last(self) -> Tour | None:
        """The tour that was presented last, if it is still there."""
        name = self.choices.settings.last_tour
        with suppress(TourError):
            return open_tour(f"tour:{name}", self.library) if is_plain(name) else None
        return None

    def start(
        self,
        tour: Tour | None,
        step: int = 1,
        screen: int | None = None,
        windowed: bool = False,
    ) -> None:
        """Present a tour from a step, counted from 1; *screen* is the audience's, from 0."""
        if tour is None:
            return
        if tour.id in self.library.tours or file_of(tour.id).is_file():
            self.choices.choose(last_tour=tour.id)
        settings = self.choices.settings
        show = Show(self.library, self._make_pane, themes(), self, settings.audience_screen)
        self.show = show
        show.own_window = self._handle
        show.speaker.text_scale = settings.text_scale / 100
        show.speaker.set_notes_size(settings.notes_size)
        show.source_chosen.connect(self._open_source)
        show.wandered.connect(self._follow)
        show.ended.connect(self._end)
        self.session.moved.connect(self._looked_up)
        show.start(tour, step, screen, windowed)

    def start_here(self) -> None:
        """Present from the step nearest to what the program shows, or that alone."""
        lens, last = self.session.lens, self.last()
        last_id = last.id if last is not None else ""
        tours = sorted(all_tours(self.library), key=lambda one: one.id != last_id)
        found = nearest_step(tours, lens)
        if found is not None:
            self.start(*found)
        else:
            self.start(self._lone(lens))

    def choose(self) -> None:
        """Ask which tour to present, and how."""
        tours = all_tours(self.library)
        own = {tour.id for tour in tours if is_own(tour, self.library)}
        chooser = Chooser(tours, self.choices.settings.last_tour, self._window, own)
        self.chooser = chooser
        chooser.chosen.connect(self._start_chosen)
        chooser.open()

    def _start_chosen(self, start: Start) -> None:
        self._start_named(f"tour:{start.tour}", start.screen, start.windowed)

    def _lone(self, lens: Lens) -> Tour:
        """A talk of one step: the view as it is, by its item or its page."""
        page = self._page()
        if lens.item and self.library.has(lens.item):
            sources = cite.sources_behind(self.library, lens.item)
            return lone(self.library.name(lens.item), "", lens, sources)
        return lone(page.title(), "", lens, ())

    def end(self) -> None:
        """End the talk that runs, as when the program is closed."""
        if self.show is not None:
            self.show.end()

    # --------------------------------------------------------------------------- while it runs

    def _handle(self) -> QWindow | None:
        return self._window.windowHandle()

    def _follow(self, lens: Lens) -> None:
        """What somebody chose in the audience's pane is shown in the program too."""
        self.session.go(lens)

    def _open_source(self, id: str) -> None:
        """Open the card of a source in the program's window; F5 comes back to the talk."""
        self.session.look(item=f"source:{id}")
        self._window.raise_()
        self._window.activateWindow()

    def _looked_up(self, new: Lens, _: Lens) -> None:
        if self.show is not None:
            self.show.look_up(new)

    def _end(self) -> None:
        show, self.show = self.show, None
        if show is None:
            return
        self.session.moved.disconnect(self._looked_up)
        changes: dict[str, object] = {"notes_size": show.speaker.notes_size}
        if show.known_screen:
            changes["audience_screen"] = show.known_screen
        self.choices.choose(**changes)
        for part in (show.audience, show.speaker):
            part.deleteLater()
        show.deleteLater()
        self._window.activateWindow()


def themes() -> tuple[Theme, Theme]:
    """How audience and speaker see it."""
    return load_theme(AUDIENCE), load_theme(SPEAKER)


def screen_names() -> Iterable[str]:
    """The names of the screens, in the system's order."""
    return [screen.name() for screen in QGuiApplication.screens()]
