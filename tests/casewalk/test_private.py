"""A built person leaves no trace: not in the trail, the settings, the log, a link or any file."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.app import make_page
from explorer.casewalk.view.page import CaseWalkView
from explorer.content.library import Library
from explorer.reader.lens import Lens
from explorer.reader.theme import load_theme
from explorer.ui.choices import Choices
from explorer.ui.paint import Look
from explorer.ui.session import Session
from explorer.window import NAMES, MainWindow

AGE = "7391"  # found nowhere else
TRACES = (AGE, "x.person")


@dataclass
class Reader:
    """A window in which a reader has built a person."""

    window: MainWindow
    session: Session
    choices: Choices
    page: CaseWalkView

    def build(self) -> None:
        """Set a fact as a reader does: by the field of the page."""
        field = self.page.person.fields["age"]
        field.show_value(AGE)
        field.picked.emit(AGE)
        assert self.page.whom.person(self.session.lens).facts["age"] == AGE

    def go_about(self) -> None:
        """Look around: other days, every page, back and forward, and the walk again."""
        self.session.look(moment=date(2014, 5, 1))
        for name in NAMES:
            self.session.look(page=name)
        self.session.back()
        self.session.forward()
        self.session.look(page="casewalk")


@pytest.fixture
def reader(bundled: Library, session: Session, qtbot: QtBot) -> Reader:
    choices, look = Choices(), Look(load_theme("light"))
    session.go(Lens.read("casewalk?profile=profile:P02&moment=2014-04-11"))
    window = MainWindow(
        bundled, session, look, choices, lambda entry: make_page(entry, bundled, session, look)
    )
    qtbot.addWidget(window)
    window.show()
    page = window.page("casewalk")
    assert isinstance(page, CaseWalkView)
    return Reader(window, session, choices, page)


def without_traces(text: str) -> bool:
    return not any(trace in text for trace in TRACES)


def files_with_traces(folder: Path) -> list[Path]:
    files = (file for file in folder.rglob("*") if file.is_file())
    marks = [trace.encode() for trace in TRACES]
    return [file for file in files if any(mark in file.read_bytes() for mark in marks)]


def test_the_trail_and_the_links_of_a_built_person_hold_the_profile_only(reader: Reader) -> None:
    reader.build()
    reader.go_about()
    lenses = (*reader.session.trail(), reader.session.lens)
    assert len(lenses) > len(NAMES)
    assert all(without_traces(lens.link()) for lens in lenses)


def test_the_link_that_the_window_copies_is_without_the_built_person(reader: Reader) -> None:
    reader.build()
    reader.window.copy_link()
    link = QGuiApplication.clipboard().text()
    assert "profile:P02" in link
    assert without_traces(link)


def test_settings_log_and_files_are_without_the_built_person(
    reader: Reader, home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        reader.build()
        reader.go_about()
        reader.window.close()
    assert reader.choices.settings.last_link.startswith("casewalk?")
    assert without_traces(str(reader.choices.settings))
    assert without_traces(caplog.text)
    assert files_with_traces(home) == []


def test_what_the_page_says_of_itself_tells_no_fact_that_was_set(reader: Reader) -> None:
    reader.build()
    assert "changed by the reader" in reader.page.describe()
    assert without_traces(reader.page.describe())


def test_a_reader_who_asks_for_it_gets_a_link_with_the_person(reader: Reader) -> None:
    reader.build()
    QTest.mouseClick(reader.page.person.link, Qt.MouseButton.LeftButton)
    link = QGuiApplication.clipboard().text()
    assert not without_traces(link)
    reader.go_about()
    assert all(without_traces(lens.link()) for lens in reader.session.trail())
