"""Presenting from the program's own window and from the command line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer import app, cli
from explorer.app import Program
from explorer.content.library import Library
from explorer.present.screens import NoScreen
from explorer.present.view.chooser import Chooser
from explorer.reader.lens import Lens
from explorer.reader.settings import Settings

RIVER = "event:2008-river-check"


@pytest.fixture
def program(qtbot: QtBot, library: Library) -> Iterator[Program]:
    found = Program(library, Settings(welcome=False), Lens(page="timeline"))
    qtbot.addWidget(found.window)
    found.window.show()
    yield found
    if found.presenter.show is not None:
        found.presenter.show.end()


def press(program: Program, key: Qt.Key) -> None:
    """A key in the presentation."""
    show = program.presenter.show
    assert show is not None
    QTest.qWaitForWindowActive(show.audience)  # else the key is still the program's
    QTest.keyClick(show.audience, key)


def test_f5_asks_for_a_tour_first_and_then_starts_the_last_one(program: Program) -> None:
    presenter = program.presenter
    program.window.action("present").trigger()
    assert presenter.show is None
    assert presenter.chooser is not None
    assert "Down the river" in presenter.chooser.list.currentItem().text()
    presenter.chooser.accept()
    assert presenter.show is not None
    presenter.show.end()
    assert presenter.show is None
    program.window.action("present").trigger()
    assert presenter.show is not None


def test_a_screen_is_asked_for_only_where_there_are_several(
    qtbot: QtBot, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = QGuiApplication.screens()[:1]
    for screens, asks in ((one, False), (one * 2, True)):
        monkeypatch.setattr(QGuiApplication, "screens", lambda found=screens: found)
        chooser = Chooser(list(library.tours.values()), "")
        qtbot.addWidget(chooser)
        chooser.show()
        assert chooser.screen_box.isVisible() is asks
        assert chooser.screen_box.currentData() is None
        monkeypatch.undo()


def test_the_menu_offers_every_tour(program: Program) -> None:
    program.window.action("present-tour:down-the-river").trigger()
    assert program.presenter.show is not None
    assert program.choices.settings.last_tour == "down-the-river"


def test_presenting_from_here_begins_at_the_nearest_step(program: Program) -> None:
    program.session.go(Lens(page="pipeline", moment=date(2009, 6, 1)))
    program.window.action("present-here").trigger()
    show = program.presenter.show
    assert show is not None
    assert show.talk is not None
    assert show.talk.slide.number == 2


def test_what_no_tour_shows_is_presented_alone(program: Program) -> None:
    program.session.go(Lens(page="timeline", item="event:2009-town-rule"))
    program.window.action("present-here").trigger()
    show = program.presenter.show
    assert show is not None
    assert show.talk is not None
    assert len(show.talk.slides) == 1
    assert show.audience.headline.text() == program.library.name("event:2009-town-rule")


def test_the_program_follows_what_is_chosen_in_the_pane_and_the_next_key_comes_back(
    program: Program,
) -> None:
    program.window.action("present-tour:down-the-river").trigger()
    show = program.presenter.show
    assert show is not None
    show.audience.stage.session.look(item="event:2009-town-rule")
    assert program.session.lens.item == "event:2009-town-rule"
    assert show.audience.headline.text() == program.library.name("event:2009-town-rule")
    press(program, Qt.Key.Key_PageDown)
    assert show.audience.headline.text() == "The first check"
    assert show.audience.stage.session.lens.item == RIVER


def test_what_is_looked_up_while_frozen_is_shown_when_taken(program: Program) -> None:
    program.window.action("present-tour:down-the-river").trigger()
    show = program.presenter.show
    assert show is not None
    press(program, Qt.Key.Key_F)
    program.session.go(Lens(page="timeline", item="event:2009-town-rule"))
    assert show.audience.headline.text() == "The first check"
    press(program, Qt.Key.Key_F)
    assert show.audience.headline.text() == program.library.name("event:2009-town-rule")
    press(program, Qt.Key.Key_PageDown)
    assert show.audience.headline.text() == "The first check"


def test_the_card_of_a_tour_offers_to_present_it(program: Program, qtbot: QtBot) -> None:
    program.session.go(Lens(page="explore", item="tour:down-the-river"))
    card = program.window.page("explore").panes["card"]  # type: ignore[attr-defined]
    card.draw()
    assert not card.actions_row.present.isHidden()
    card.actions_row.present.click()
    assert program.presenter.show is not None
    program.presenter.show.end()
    program.session.go(Lens(page="explore", item=RIVER))
    card.draw()
    assert card.actions_row.present.isHidden()


def test_a_talk_ends_with_the_program(program: Program) -> None:
    program.window.action("present-tour:down-the-river").trigger()
    show = program.presenter.show
    assert show is not None
    program.window.close()
    assert not show.audience.isVisible()
    assert program.presenter.show is None


def test_notes_keep_their_size_for_the_next_talk(program: Program) -> None:
    program.window.action("present-tour:down-the-river").trigger()
    show = program.presenter.show
    assert show is not None
    show.speaker.resize_notes(9)
    show.end()
    assert program.choices.settings.notes_size == 31
    program.window.action("present").trigger()
    assert program.presenter.show is not None
    assert program.presenter.show.speaker.notes_size == 31


def test_the_keys_of_a_talk_are_in_the_shortcut_sheet(program: Program) -> None:
    program.window.open_shortcuts()
    text = program.window._sheets[0].text.toPlainText()  # type: ignore[attr-defined]
    for part in ("While presenting", "Black screen", "Swap the screens", "Present from here"):
        assert part in text


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["present", "whole-stori"], "there is no tour 'whole-stori'; did you mean 'whole-story'?"),
        (
            ["present", "whole-story", "--step", "40"],
            "no step 40 in 'whole-story'; it has 15 steps",
        ),
        (["present", "whole-story", "--step", "no"], "'no' is not a number from 1 up"),
        (["present"], "TOUR"),
    ],
)
def test_a_talk_that_cannot_be_is_refused_in_one_line(
    words: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(words) == cli.WRONG_USE
    error = capsys.readouterr().err
    assert says in error
    assert error.count("\n") == 1


def test_a_screen_that_is_not_there_is_refused_before_any_window_opens(
    qapp: object, bundled: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["present", "whole-story", "--screen", "9"]) == cli.WRONG_USE
    error = capsys.readouterr().err
    assert "there is no screen 9; there are: 1" in error
    with pytest.raises(NoScreen):
        app.present(bundled.tours["whole-story"], screen=9)


def test_the_command_line_hands_on_screen_step_and_windows(
    bundled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []

    def present(*given: object) -> int:
        asked.append(given)
        return 0

    monkeypatch.setattr(app, "present", present)
    assert cli.main(["present", "opt-out", "--screen", "2", "--windowed", "--step", "3"]) == 0
    assert asked == [(bundled.tours["opt-out"], 3, 2, True, "")]


def test_a_source_of_the_step_opens_in_the_program_and_the_audience_keeps_its_step(
    program: Program,
) -> None:
    program.window.action("present-tour:down-the-river").trigger()
    show = program.presenter.show
    assert show is not None
    show.source_chosen.emit("gazette-2008")
    assert program.session.lens.item == "source:gazette-2008"
    assert show.talk is not None
    assert show.talk.aside is None
    assert show.audience.headline.text() == "The first check"


def test_the_speakers_text_has_the_size_that_the_reader_chose(program: Program) -> None:
    program.choices.choose(text_scale=200)
    program.window.action("present-tour:down-the-river").trigger()
    show = program.presenter.show
    assert show is not None
    usual = show.speaker.look.theme
    assert show.speaker.look.scale >= 2 * usual.text_scale
