"""What is stored when the window is closed holds no built person."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from explorer.app import make_page
from explorer.content.library import Library
from explorer.reader.lens import Lens
from explorer.reader.theme import load_theme
from explorer.ui.choices import Choices
from explorer.ui.paint import Look
from explorer.ui.session import Session
from explorer.window import MainWindow


def test_the_last_link_is_kept_without_the_person(
    bundled: Library, session: Session, qtbot: QtBot
) -> None:
    session.go(Lens.read("casewalk?profile=profile:P02&x.person=age.77"))
    choices, look = Choices(), Look(load_theme("light"))
    window = MainWindow(
        bundled, session, look, choices, lambda entry: make_page(entry, bundled, session, look)
    )
    qtbot.addWidget(window)
    window.show()
    window.close()
    assert choices.settings.last_link == "casewalk?profile=profile:P02"
