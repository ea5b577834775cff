"""A presentation of the small tour, and of the real ones, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from explorer.app import make_application, make_pane
from explorer.content.library import Library
from explorer.present.view.presenter import themes
from explorer.present.view.show import Show
from explorer.reader.theme import load_theme
from explorer.ui.page import Page
from explorer.ui.paint import Look
from explorer.ui.session import Session


@pytest.fixture
def pane(library: Library) -> Callable[[str, Session, Look], Page]:
    """Makes the pages that a talk shows."""
    return lambda name, session, look: make_pane(library, name, session, look)


@pytest.fixture
def show(
    qtbot: QtBot, library: Library, pane: Callable[[str, Session, Look], Page]
) -> Iterator[Show]:
    """The small tour in two plain windows."""
    found = Show(library, pane, themes())
    qtbot.addWidget(found.audience)
    qtbot.addWidget(found.speaker)
    found.start(library.tours["down-the-river"], windowed=True)
    yield found
    found.end()


@pytest.fixture
def dressed() -> Iterator[None]:
    """The application in its light look, as while the program runs."""
    application = make_application()
    sheet, font, palette = application.styleSheet(), application.font(), application.palette()
    Look(load_theme("light")).apply(application)
    yield
    application.setStyleSheet(sheet)
    application.setFont(font)
    application.setPalette(palette)
