"""The list of places on screen: found by name, narrowed, sorted, opened, saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.content.library import Library
from explorer.places.listing import COLUMNS
from explorer.places.view.list import ListPanel
from explorer.reader.lens import Lens
from explorer.reader.theme import load_theme
from explorer.ui.paint import Look
from explorer.ui.session import Session

Open = Callable[[Lens], ListPanel]
AT = Lens(page="places", options={"places": "table"})


@pytest.fixture
def opened(qtbot: QtBot, bundled: Library, session: Session) -> Open:
    def make(lens: Lens) -> ListPanel:
        session.go(lens)
        panel = ListPanel(bundled, session, Look(load_theme("light")))
        qtbot.addWidget(panel)
        panel.resize(1200, 700)
        panel.show()
        return panel

    return make


def text(panel: ListPanel, row: int, column: str) -> str:
    index = panel.table.places.index(row, COLUMNS.index(column))
    return str(index.data())


def test_all_places_are_listed_by_state(opened: Open) -> None:
    panel = opened(AT)
    assert panel.table.places.rowCount() == 3143
    assert panel.told.text() == "All 3,143 places"
    assert text(panel, 0, "state") == "Alabama"


def test_a_place_is_found_by_typing_its_name(opened: Open, qtbot: QtBot, session: Session) -> None:
    panel = opened(AT)
    panel.field.setFocus()
    QTest.keyClicks(panel.field, "cook ill")
    qtbot.waitUntil(lambda: session.lens.words == "cook ill")
    assert panel.table.places.rowCount() == 1
    assert text(panel, 0, "place") == "Cook County"
    assert panel.told.text() == "1 of 3,143 places"


def test_cook_county_is_heard_with_its_date_and_its_limits(opened: Open) -> None:
    panel = opened(AT.but(words="cook illinois"))
    heard = panel.table.places.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("Cook County, Illinois. Activated January 2013.")
    assert "county ordinance, adopted Sep 7, 2011" in heard
    assert "not researched" not in heard


def test_enter_opens_the_place(opened: Open, session: Session) -> None:
    panel = opened(AT.but(words="cook illinois"))
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert session.lens.item == "place:county:17031"


def test_arrows_read_rows_and_choose_nothing(opened: Open, session: Session) -> None:
    panel = opened(AT)
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    assert panel.table.currentIndex().row() == 1
    assert session.lens.item == ""


def test_a_chosen_place_has_the_keyboard_in_the_list(opened: Open) -> None:
    panel = opened(AT.but(item="place:county:48201"))
    assert panel.table.current() == "place:county:48201"


def test_the_order_is_kept_in_the_link(opened: Open, session: Session) -> None:
    panel = opened(AT)
    panel.table.setFocus()
    panel.table.setCurrentIndex(panel.table.places.index(0, COLUMNS.index("activated")))
    QTest.keyClick(panel.table, Qt.Key.Key_S)
    assert session.lens.option("sort") == "activated"
    assert text(panel, 0, "place") == "Harris County"
    QTest.keyClick(panel.table, Qt.Key.Key_S)
    assert session.lens.option("sort") == "-activated"
    assert text(panel, 0, "activated").startswith("No date in the source; no later than")


def test_a_state_is_chosen_from_the_list(opened: Open, session: Session) -> None:
    panel = opened(AT)
    panel.within.setCurrentIndex(panel.within.findData("TX"))
    panel.within.activated.emit(panel.within.currentIndex())
    assert session.lens.option("state") == "TX"
    assert panel.table.places.rowCount() == 254


def test_the_moment_is_told_in_a_column_of_its_own(opened: Open, session: Session) -> None:
    panel = opened(AT.but(words="cook illinois", moment=date(2011, 8, 5)))
    head = panel.table.places.headerData(COLUMNS.index("then"), Qt.Orientation.Horizontal)
    assert head == "On Aug 5, 2011"
    assert text(panel, 0, "then") == "Not yet"
    session.look(moment=date(2013, 2, 1))
    assert text(panel, 0, "then") == "Activated"


def test_what_was_not_researched_is_said(opened: Open) -> None:
    panel = opened(AT.but(words="autauga"))
    assert text(panel, 0, "limits") == "not researched"
    assert "documented examples" in panel.caution.text()


def test_a_filter_that_leaves_nothing_says_what_to_do(opened: Open) -> None:
    panel = opened(AT.but(words="zzz"))
    assert panel.none.isVisible()
    assert panel.entry() is panel.field


def test_the_file_holds_the_rows_in_sight(opened: Open) -> None:
    panel = opened(AT.but(words="cook illinois"))
    lines = panel.data("csv").decode("utf-8").splitlines()
    assert lines[-1].startswith("17031,Cook County,IL,2013-01,month,")
