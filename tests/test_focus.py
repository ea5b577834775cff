"""Where the keyboard goes after a search or a command."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from explorer import app
from explorer.content.library import Library
from explorer.reader.theme import load_theme
from explorer.ui.choices import Choices
from explorer.ui.paint import Look
from explorer.ui.session import Session
from explorer.window import NAMES, MainWindow


@pytest.fixture
def real(bundled: Library, qtbot: QtBot) -> MainWindow:
    """The window with its real pages on the real content, every page opened once."""
    session, look = Session(), Look(load_theme("light"))
    window = MainWindow(
        bundled,
        session,
        look,
        Choices(),
        lambda entry: app.make_page(entry, bundled, session, look),
    )
    qtbot.addWidget(window)
    for name in NAMES:
        window.page(name)
    return window


def picture_has_focus(window: MainWindow) -> bool:
    """Whether the focus is in the page that is shown, and in nothing that takes letters."""
    focus, page = QApplication.focusWidget(), window.page(window.session.lens.page)
    return focus is not None and page.isAncestorOf(focus) and not isinstance(focus, QLineEdit)


def in_use(window: MainWindow) -> None:
    """Show a window and give it the keyboard."""
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)


def search_and_choose(window: MainWindow, words: str) -> None:
    QTest.qWait(20)  # what was shown just now takes its place
    window.search.open(words)
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    QTest.qWait(20)


@pytest.mark.parametrize("is_editing", [False, True])
def test_after_a_search_the_keyboard_is_in_the_picture(
    real: MainWindow, is_editing: bool, home: Path
) -> None:
    assert home
    in_use(real)
    for words in ("> Charts", "> Evidence", "> Places", "> Timeline", "kind:chart removals", "MOA"):
        if is_editing:
            real.editor().come()
            real.editor().setFocus()
        search_and_choose(real, words)
        assert picture_has_focus(real), (words, QApplication.focusWidget())


def test_a_search_on_a_page_leaves_its_filter_field(real: MainWindow) -> None:
    in_use(real)
    real.session.look(page="charts")
    field = real.page("charts").findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    for words in ("kind:chart removals", "> Charts"):
        field.setFocus()
        search_and_choose(real, words)
        assert picture_has_focus(real), (words, QApplication.focusWidget())


def test_turning_to_a_page_by_keys_leads_into_its_picture(real: MainWindow) -> None:
    in_use(real)
    real.page("explore").setFocus()
    for name in NAMES:
        real.action(f"page-{name}").trigger()
        assert picture_has_focus(real), name


def test_a_command_that_is_typed_out_comes_before_others_that_begin_so(real: MainWindow) -> None:
    in_use(real)
    real.search.open("> timeline")
    assert next(row.title for row in real.search.results()) == "Timeline"
