"""The search box: results as you type, commands, links."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from explorer.content.library import Library
from explorer.reader.lens import Lens
from explorer.search.view.box import SearchBox
from explorer.window import MainWindow
from tests.test_window import build


@pytest.fixture
def window(library: Library, qtbot: QtBot) -> MainWindow:
    made = build(library)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.page("explore").setFocus()
    return made


@pytest.fixture
def box(window: MainWindow) -> SearchBox:
    return window.search


def titles(box: SearchBox) -> list[str]:
    return [row.title for row in box.results()]


def test_control_k_and_control_f_put_the_cursor_into_the_box(
    window: MainWindow, box: SearchBox, qtbot: QtBot
) -> None:
    for key in (Qt.Key.Key_K, Qt.Key.Key_F):
        window.page("explore").setFocus()
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert box.hasFocus()


def test_the_index_built_beside_the_window_finds_the_same(
    window: MainWindow, box: SearchBox, qtbot: QtBot
) -> None:
    box.prepare_beside().join()
    box.open("river")
    beside = titles(box)
    fresh = SearchBox(window.library, window.session, window.look, window.commands, window.run)
    qtbot.addWidget(fresh)
    fresh.open("river")
    assert beside
    assert titles(fresh) == beside


def test_results_come_with_each_letter(box: SearchBox, qtbot: QtBot) -> None:
    box.open()
    assert titles(box) == []
    qtbot.keyClicks(box, "riv")
    assert "The river check begins" in titles(box)
    qtbot.keyClicks(box, "er check beg")
    assert titles(box)[0] == "The river check begins"


def test_enter_looks_at_the_chosen_event_and_its_date(
    window: MainWindow, box: SearchBox, qtbot: QtBot
) -> None:
    box.open()
    qtbot.keyClicks(box, "river check begins")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.session.lens.item == "event:2008-river-check"
    assert window.session.lens.moment == date(2008, 10, 27)
    assert titles(box) == []
    assert window.page("explore").hasFocus(), "the reader is back where he was"


def test_arrows_choose_among_the_results(window: MainWindow, box: SearchBox, qtbot: QtBot) -> None:
    box.open()
    qtbot.keyClicks(box, "river")
    rows = box.results()
    assert len(rows) > 1
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.session.lens.item == rows[1].ref


def test_the_arrows_stop_at_both_ends(box: SearchBox, qtbot: QtBot) -> None:
    box.open()
    qtbot.keyClicks(box, "river")
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert box.below.currentIndex().row() == 0
    for _ in range(50):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.below.currentIndex().row() == len(box.results()) - 1


def test_a_click_chooses_too(window: MainWindow, box: SearchBox, qtbot: QtBot) -> None:
    box.open()
    qtbot.keyClicks(box, "river")
    middle = box.below.visualRect(box.below.rows.index(1, 0)).center()
    wanted = box.results()[1].ref
    qtbot.mouseClick(box.below.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert window.session.lens.item == wanted


def test_a_series_opens_on_the_charts_and_an_event_leaves_them(
    window: MainWindow, box: SearchBox, qtbot: QtBot
) -> None:
    box.open()
    qtbot.keyClicks(box, "kind:series boats")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.session.lens.page == "charts"
    box.open("river check begins")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.session.lens.page == "explore"


def test_escape_closes_the_list_then_leaves_the_box(
    window: MainWindow, box: SearchBox, qtbot: QtBot
) -> None:
    box.open()
    qtbot.keyClicks(box, "river")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert titles(box) == []
    assert box.text() == "river"
    assert box.hasFocus()
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    assert window.page("explore").hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_the_focus_goes_to_the_page_where_what_had_it_is_gone(
    window: MainWindow, box: SearchBox, qtbot: QtBot, key: Qt.Key
) -> None:
    popup = QListWidget(window.page("explore"))
    popup.show()
    popup.setFocus()
    box.open()
    delete(popup)
    qtbot.keyClicks(box, "river check begins")
    for _ in range(1 if key == Qt.Key.Key_Return else 2):
        qtbot.keyClick(box, key)
    assert window.focusWidget() is window.page("explore")
    chosen = "event:2008-river-check" if key == Qt.Key.Key_Return else ""
    assert window.session.lens.item == chosen


def test_leaving_the_box_closes_the_list(window: MainWindow, box: SearchBox, qtbot: QtBot) -> None:
    box.open()
    qtbot.keyClicks(box, "river")
    window.page("explore").setFocus()
    qtbot.waitUntil(lambda: not box.results())


def test_nothing_found_is_said_and_cannot_be_chosen(
    window: MainWindow, box: SearchBox, qtbot: QtBot
) -> None:
    box.open()
    qtbot.keyClicks(box, "zzzzyx")
    assert titles(box) == ["Nothing found for “zzzzyx”"]
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.session.lens == Lens()


def test_a_near_word_is_offered_and_looked_for(box: SearchBox, qtbot: QtBot) -> None:
    box.open()
    qtbot.keyClicks(box, "rivver chekc")
    assert len(box.results()) == 2
    assert titles(box)[1] == "Did you mean “river check”?"
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == "river check"
    assert len(titles(box)) > 1


def test_a_greater_sign_lists_commands_and_enter_does_one(
    window: MainWindow, box: SearchBox, qtbot: QtBot
) -> None:
    box.open(">")
    everything = len(box.results())
    assert everything > 15
    qtbot.keyClicks(box, "dark")
    assert titles(box) == ["Theme: Dark"]
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.choices.settings.theme == "dark"
    assert box.text() == ""


def test_commands_that_are_not_possible_now_are_not_listed(
    window: MainWindow, box: SearchBox
) -> None:
    box.open(">back")
    assert "Back" not in titles(box)
    window.session.look(item="term:x")
    box.open(">back")
    assert "Back" in titles(box)


def test_a_copied_link_can_be_opened(window: MainWindow, box: SearchBox, qtbot: QtBot) -> None:
    box.open("timeline?item=event:2008-river-check&start=2008")
    assert titles(box)[0] == "Open this link"
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.session.lens.link() == ("timeline?item=event:2008-river-check&start=2008-01-01")


def test_the_box_is_empty_after_anything_was_opened(
    window: MainWindow, box: SearchBox, qtbot: QtBot
) -> None:
    for words in ("river check begins", "timeline?item=event:2008-river-check"):
        box.open(words)
        qtbot.keyClick(box, Qt.Key.Key_Return)
        assert box.text() == ""


@pytest.mark.parametrize(
    ("link", "says"),
    [
        ("timeline?item=event:nonsense", "there is no event 'nonsense'"),
        ("timline?item=event:2008-river-check", "there is no page 'timline'"),
        ("?moment=soon", "moment=soon is not a date"),
        ("?moment=2011-13-45", "2011-13-45 is not a day of the calendar"),
        ("charts?x.chart=boatz", "there is no chart 'boatz'"),
    ],
)
def test_a_wrong_link_opens_nothing_and_one_line_says_why(
    window: MainWindow, box: SearchBox, qtbot: QtBot, link: str, says: str
) -> None:
    box.open(link)
    (line,) = titles(box)
    assert says in line
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.session.lens == Lens()
    assert window.messages.text() == line
    assert window.messages.stays
    assert titles(box) == [], "it is said once"
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert window.messages.text() == ""


def test_a_sentence_in_the_list_is_written_in_full(box: SearchBox) -> None:
    long = "timeline?item=event:" + "a-name-without-end-" * 12
    heights = []
    for link in ("timeline?item=event:x", long):
        box.open(link)
        heights.append(box.below.visualRect(box.below.rows.index(0, 0)).height())
        assert box.below.viewport().height() >= heights[-1]
    line = box.below.fontMetrics().height()
    assert heights[1] > heights[0] + 2 * line


def test_a_link_that_opens_takes_the_word_of_the_wrong_one_away(
    window: MainWindow, box: SearchBox, qtbot: QtBot
) -> None:
    box.open("timeline?item=event:nonsense")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.messages.text()
    box.open("explore?moment=2011-08-05")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.messages.text() == ""


def test_a_question_is_not_taken_for_a_link(box: SearchBox) -> None:
    box.open("river check?")
    assert "The river check begins" in titles(box)


def test_a_screen_reader_hears_title_and_kind_of_each_result(box: SearchBox, qtbot: QtBot) -> None:
    box.open()
    qtbot.keyClicks(box, "river check begins")
    interface = QAccessible.queryAccessibleInterface(box.below)
    assert interface.text(QAccessible.Text.Name) == "Search results"
    assert interface.child(0).text(QAccessible.Text.Name) == "The river check begins, Event"


def test_the_list_stays_inside_the_window(window: MainWindow, box: SearchBox) -> None:
    window.setMinimumSize(1, 1)
    window.resize(420, 300)
    box.open("river")
    assert window.rect().contains(box.below.geometry())
