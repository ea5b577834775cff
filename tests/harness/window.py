"""The program's window, laid out and painted as on a screen that nobody has to have."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import QApplication

from explorer.app import make_application, make_page
from explorer.content.library import Library
from explorer.explore.view import ExploreView
from explorer.reader.lens import Lens
from explorer.reader.theme import load_theme
from explorer.ui.choices import Choices
from explorer.ui.paint import Look
from explorer.ui.session import Session
from explorer.window import MainWindow


@contextmanager
def opened(
    library: Library, theme: str = "light", scale: int = 100, active: bool = False
) -> Iterator[MainWindow]:
    """The window with its menus, at a text size in per cent; the application's look is put back.

    An active window has the keyboard; another is laid out and painted only, which is quicker.
    """
    QAccessible.setActive(True)  # as if a screen reader were there: views tell what they change
    application = make_application()
    font, sheet = application.font(), application.styleSheet()
    session = Session()
    look = Look(load_theme(theme), scale / 100)
    look.apply(application)
    window = MainWindow(
        library, session, look, Choices(), lambda entry: make_page(entry, library, session, look)
    )
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, not active)
    window.show()
    if active:
        window.activateWindow()
        settle()
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        settle()
        application.setStyleSheet(sheet)
        application.setPalette(QPalette())
        application.setFont(font)


def put(window: MainWindow, lens: Lens, size: tuple[int, int]) -> None:
    """Show a lens at a size of the window, which may be smaller than the window would like."""
    window.setMinimumSize(1, 1)
    window.resize(*size)
    window.session.go(lens)
    settle()
    explore = window.page("explore")
    if isinstance(explore, ExploreView):  # the drawer stays as it was left before
        (explore.open_drawer if lens.item else explore.close_drawer)()
    settle()


def settle() -> None:
    """Let everything happen that was put off: layouts, deletions, first looks at a page."""
    for _ in range(4):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
