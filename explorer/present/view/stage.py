"""The live pane under a headline: a page of the program, dressed for the back row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from explorer.present.view.dress import dress
from explorer.reader.lens import Lens
from explorer.reader.theme import BASE_SIZE, SIZES, Theme
from explorer.ui.page import Page
from explorer.ui.paint import Look
from explorer.ui.session import Session

MakePane = Callable[[str, Session, Look], Page]
LEAST: Final = 27.0  # pixels of the smallest text on a picture 1,080 high
HIGH: Final = 1080.0
INSTEAD: Final[Mapping[str, str]] = {"explore": "timeline"}  # a page that holds several panes
NARROWEST: Final = 1.42  # of a picture's height: narrower ones take text by their width
DEEP: Final = 2  # panes of one page: the one in view, and the one that comes next


def stage_look(theme: Theme, width: float, height: float) -> Look:
    """A look whose smallest text can be read at the back of a room, for a window of that size."""
    least = LEAST * min(height, width / NARROWEST) / HIGH
    scale = least / (BASE_SIZE * min(SIZES.values())) / theme.text_scale
    return Look(theme, scale, least=0.3, most=8.0)


class Slot:
    """A page with a session of its own."""

    def __init__(self, page: str, session: Session, pane: Page) -> None:
        self.page, self.session, self.pane = page, session, pane
        self.asked = session.lens  # what the talk wanted it to show


class Stage(QWidget):
    """Shows a lens in the page that it names; pages are made when first needed and kept.

    Each page stands here twice, so that the next step can be got ready behind the present one.
    What the audience chooses in the pane moves the pane's own session, and :attr:`wandered`
    tells; :meth:`show_lens` brings the talk back.
    """

    wandered = Signal(object)  # the lens that somebody in the room chose

    def __init__(self, make_pane: MakePane, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._make = make_pane
        self._slots: list[Slot] = []
        self._current: Slot | None = None
        self._is_held = False  # whether the pane waits while the window is arranged

    def hold(self) -> None:
        """Let the pane keep its size until the next one is shown, or :meth:`release`."""
        self._is_held = True

    def release(self) -> None:
        """Let the pane have the size of the stage again."""
        self._is_held = False
        if self._current is not None and self._current.pane.size() != self.size():
            self._current.pane.setGeometry(self.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """The pane fills the stage."""
        super().resizeEvent(event)
        if not self._is_held:
            self.release()

    def show_lens(self, lens: Lens) -> None:
        """Show what a step of the talk looks at."""
        lens = _on_stage(lens)
        old = self._current
        slot = self._ready(lens, self.size()) or self._ready(lens) or self._slot(lens, old)
        self._current = slot
        self._turn(slot, lens)
        self.release()
        slot.pane.show()
        if old is not None and old is not slot:
            old.pane.hide()
        slot.pane.draw()
        dress(slot.pane, self.look)
        _leave_keys(slot.pane)

    def hush(self, is_hushed: bool) -> None:
        """Leave out the words under a picture that may answer a question still open."""
        hush = getattr(self.pane, "hush", None)
        if hush is not None:
            hush(is_hushed)

    def prepare(self, lens: Lens, size: QSize) -> None:
        """Get a pane ready behind the present one, so that it can be shown at once."""
        lens = _on_stage(lens)
        if self._current is None or self._ready(lens, size) is not None:
            return
        slot = self._slot(lens, self._current)
        if slot is self._current:
            return
        slot.pane.resize(size)
        self._turn(slot, lens)
        slot.pane.draw()
        dress(slot.pane, self.look)
        slot.pane.grab()  # the layouts settle, and what is kept between two pictures is made

    def _ready(self, lens: Lens, size: QSize | None = None) -> Slot | None:
        """A pane that shows a lens already, in a size."""
        for one in self._slots:
            if one.session.lens == one.asked == lens and size in (None, one.pane.size()):
                return one
        return None

    def _slot(self, lens: Lens, but: Slot | None) -> Slot:
        """A pane for a lens, made if there is none beside the one in view."""
        found = [one for one in self._slots if one.page == lens.page]
        free = [one for one in found if one is not but]
        if free:
            return free[0]
        if len(found) >= DEEP:
            return found[0]
        session = Session(lens, self)
        pane = self._make(lens.page, session, self.look)
        pane.setParent(self)  # first: parts made before it would lose their fonts
        pane.resize(self.size())
        pane.set_stage(True)
        slot = Slot(lens.page, session, pane)
        self._slots.append(slot)
        session.moved.connect(lambda new, _: self._tell(slot, new))
        return slot

    def _turn(self, slot: Slot, lens: Lens) -> None:
        slot.asked = lens
        slot.session.go(lens)

    @property
    def session(self) -> Session:
        """The session of the pane in view."""
        assert self._current is not None
        return self._current.session

    @property
    def pane(self) -> Page:
        """The page in view."""
        assert self._current is not None
        return self._current.pane

    def describe(self) -> str:
        """What the pane shows, in words."""
        return self.pane.describe() if self._current is not None else ""

    def chosen_place(self) -> QRect | None:
        """Where the chosen item is, in the stage; None where nothing is chosen or in sight."""
        if self._current is None:
            return None
        for view in self.pane.findChildren(QAbstractItemView):
            index = view.currentIndex()
            if view.isVisible() and index.isValid():
                place = view.visualRect(index)
                port = QRect(0, 0, view.width(), view.height())
                if place.intersects(port) and not place.isEmpty():
                    return QRect(view.mapTo(self, place.topLeft()), place.size())
        return None

    def restyle(self, look: Look) -> None:
        """Take another look, as after the window changed its size."""
        self.look = look
        for slot in self._slots:
            slot.pane.restyle(look)
            slot.asked = slot.asked if slot is self._current else Lens(words="\0")  # not ready
            dress(slot.pane, look)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """A pane takes what room there is."""
        return QSize(1, 1)

    def _tell(self, slot: Slot, new: Lens) -> None:
        if slot is self._current and new != slot.asked and not slot.session.is_passing():
            self.wandered.emit(new)


def _leave_keys(pane: Page) -> None:
    """Keys belong to the talk, also after a click into the pane."""
    for part in (pane, *pane.findChildren(QWidget)):
        part.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _on_stage(lens: Lens) -> Lens:
    return lens.but(page=INSTEAD.get(lens.page, lens.page))
