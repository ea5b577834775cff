"""The base of a page: follow, paint, describe."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QPoint, QRectF
from PySide6.QtGui import QFocusEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from explorer.content.library import Library
from explorer.reader.lens import Lens
from explorer.ui.session import Session

if TYPE_CHECKING:
    from explorer.ui.commands import Command
    from explorer.ui.paint import Look


class Page(QWidget):
    """A page or pane: draws what the session looks at, and asks the session to look elsewhere.

    Subclasses build their widgets in ``__init__`` and draw only in :meth:`show_lens`, which the
    base calls once when the page is first shown (*old* is None) and then for every move.
    """

    name: ClassVar[str] = ""  # the page's name in a link
    COMMANDS: ClassVar[tuple[Command, ...]] = ()

    def __init__(
        self, library: Library, session: Session, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.library = library
        self.session = session
        self.look = look
        self._drawn: Lens | None = None
        self._first: QWidget | None = None
        session.moved.connect(self._follow)

    def title(self) -> str:
        """The page's name on screen."""
        return self.name

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Draw what differs between the two lenses; everything when *old* is None."""
        raise NotImplementedError

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the page for a projector or a file into *rect*, as large as fits and centered."""
        self.draw()
        scale = min(rect.width() / max(self.width(), 1), rect.height() / max(self.height(), 1))
        painter.save()
        painter.translate(
            rect.x() + (rect.width() - self.width() * scale) / 2,
            rect.y() + (rect.height() - self.height() * scale) / 2,
        )
        painter.scale(scale, scale)
        self.render(painter, QPoint())
        painter.restore()

    def describe(self) -> str:
        """What the page shows, in a sentence or a few, for screen readers and reports."""
        return self.title()

    def told_figure(self) -> str:
        """The published figure that is told of, as ``<series>@<when>``; empty where none is."""
        return ""

    def shown(self) -> str:
        """The reference of what the page shows: the chosen item, unless the page knows better."""
        return self.session.lens.item

    def rests_on(self) -> tuple[str, ...]:
        """The ids of sources that the picture rests on, where only the page can know them."""
        return ()

    def restyle(self, look: Look) -> None:
        """Take another look (theme or text size) and draw again, now or when next seen."""
        self.look = look
        self._drawn = None
        if self.isVisible():
            self.draw()

    def set_stage(self, is_on: bool) -> None:
        """Leave out the controls that an audience has no use for, or bring them back."""

    def begin_at(self, part: QWidget) -> None:
        """Hand the focus on to a part whenever the page is given it.

        Not Qt's focus proxy: with one, Tab would pass over all that stands before the part.
        """
        self._first = part

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's spelling
        """The part that the page begins at takes over."""
        super().focusInEvent(event)
        if self._first is not None:
            self._first.setFocus(event.reason())

    def draw(self) -> None:
        """Bring the page up to the session's lens, whether or not it is visible."""
        lens = self.session.lens
        if lens != self._drawn:
            old, self._drawn = self._drawn, lens
            self.show_lens(lens, old)

    def _follow(self, new: Lens, old: Lens) -> None:
        if self.isVisible():
            self.draw()

    def event(self, event: QEvent) -> bool:
        """Take the look again in a new place: Qt drops fonts there once a style sheet is set."""
        done = super().event(event)
        if event.type() == QEvent.Type.ParentChange and _is_style_sheet_set():
            self.restyle(self.look)
        return done

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw on first sight, and catch up after having been hidden."""
        self.draw()
        super().showEvent(event)


def _is_style_sheet_set() -> bool:
    application = QApplication.instance()
    return isinstance(application, QApplication) and bool(application.styleSheet())
