"""States, curves, years and counties over time on screen: keys, words, pictures, files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.content.library import Library
from explorer.places.view.beside import state_of
from explorer.places.view.curves import TOTALS, CurvesPanel
from explorer.places.view.lives import LivesPanel
from explorer.places.view.multiples import MultiplesPanel
from explorer.places.view.picture import PicturePanel
from explorer.places.view.states import StatesPanel
from explorer.reader.lens import Lens
from explorer.reader.theme import load_theme
from explorer.ui.paint import Look
from explorer.ui.session import Session

P = TypeVar("P", bound=PicturePanel)
Open = Callable[..., PicturePanel]
AT = Lens(page="places", moment=date(2011, 1, 31))
ALL = (StatesPanel, CurvesPanel, MultiplesPanel, LivesPanel)


@pytest.fixture
def opened(qtbot: QtBot, bundled: Library, session: Session) -> Callable[..., object]:
    def make(kind: type[P], lens: Lens = AT, width: int = 1400, scale: float = 1.0) -> P:
        session.go(lens)
        panel = kind(bundled, session, Look(load_theme("light"), scale))
        qtbot.addWidget(panel)
        panel.resize(width, 800)
        panel.show()
        return panel

    return make


@pytest.mark.parametrize("kind", ALL)
def test_everything_drawn_is_a_thing_of_the_list_with_words_and_a_place(
    opened: Open, kind: type[PicturePanel]
) -> None:
    panel = opened(kind)
    boxes = panel.boxes(panel.picture.area())
    assert len(boxes) == len(panel.picture.things.entries) > 0
    assert all(entry.name for entry in panel.picture.things.entries)
    assert all(panel.picture.area().intersects(box) for box in boxes)


@pytest.mark.parametrize("kind", ALL)
@pytest.mark.parametrize("form", ["png", "svg", "csv"])
def test_every_view_makes_its_files(opened: Open, kind: type[PicturePanel], form: str) -> None:
    data = opened(kind).data(form)
    if form == "png":
        picture = QImage.fromData(data)
        colors = {picture.pixel(x, y) for x in range(0, 2000, 40) for y in range(0, 1200, 40)}
        assert len(colors) > 3
    else:
        assert b"not mean that the county asked for it" in data or form == "svg"
        assert len(data) > 1000


@pytest.mark.parametrize("kind", [StatesPanel, CurvesPanel])
def test_a_table_of_exact_counts_stands_beside(opened: Open, kind: type[PicturePanel]) -> None:
    panel = opened(kind)
    assert isinstance(panel, StatesPanel | CurvesPanel)
    assert panel.table.isVisible()
    assert panel.table.states.rowCount() == 51


def test_where_both_have_no_room_a_button_turns_to_the_table(opened: Open) -> None:
    panel = opened(StatesPanel, width=600)
    assert isinstance(panel, StatesPanel)
    assert (panel.picture.isVisible(), panel.table.isVisible()) == (True, False)
    panel.turn.click()
    assert (panel.picture.isVisible(), panel.table.isVisible()) == (False, True)


def test_a_key_goes_through_the_states_and_enter_chooses(opened: Open, session: Session) -> None:
    panel = opened(StatesPanel, AT.but(item="place:state:TX"))
    panel.picture.setFocus()
    assert panel.picture.current() == "place:state:TX"
    QTest.keyClick(panel.picture, Qt.Key.Key_Right)
    assert session.lens.item == "place:state:TX"
    QTest.keyClick(panel.picture, Qt.Key.Key_Return)
    assert session.lens.item == "place:state:UT"


def test_a_state_is_chosen_by_its_outline(opened: Open) -> None:
    panel = opened(StatesPanel)
    area = panel.picture.area()
    rows = [entry.ref for entry in panel.picture.things.entries]
    texas = panel.boxes(area)[rows.index("place:state:TX")]
    assert rows[panel.at(texas.center(), area)] == "place:state:TX"
    assert panel.at(QPointF(area.left() + 1, area.top() + 1), area) == -1


def test_no_number_of_a_state_lies_on_another(opened: Open) -> None:
    panel = opened(StatesPanel)
    assert isinstance(panel, StatesPanel)
    drawing = panel._drawing(QRectF(0, 0, 1300, 800))
    boxes = [drawing.around(state, spot) for state, spot in drawing.inside.items()]
    boxes += [drawing.beside(state) for state in drawing.apart]
    assert len(boxes) == 51
    inside = [box.adjusted(1, 2, -1, -2) for box in boxes]
    hits = [(a, b) for i, a in enumerate(inside) for b in inside[:i] if a.intersects(b)]
    assert hits == []


def test_a_state_without_dates_is_not_told_as_none(opened: Open) -> None:
    panel = opened(StatesPanel)
    told = {entry.ref: entry.name for entry in panel.picture.things.entries}
    assert told["place:state:AK"].startswith("Alaska: no dates in the source")
    assert "254 of 254" in told["place:state:TX"]


def test_a_county_stands_for_its_state(bundled: Library) -> None:
    assert state_of(bundled, Lens(item="place:county:17031")) == "place:state:IL"
    assert state_of(bundled, Lens(place="place:state:TX")) == "place:state:TX"
    assert state_of(bundled, Lens(item="event:2011-moa-termination")) == ""


def test_published_totals_open_what_they_count(opened: Open, session: Session) -> None:
    panel = opened(CurvesPanel)
    area = panel.picture.area()
    refs = [entry.ref for entry in panel.picture.things.entries]
    at = len(refs) - 1
    assert refs[at] == TOTALS
    assert panel.at(panel.boxes(area)[at].center(), area) == at
    assert "3,181" in panel.picture.things.entries[at].name
    panel.picture.chosen.emit(TOTALS)
    assert session.lens.item == TOTALS


def test_the_day_tells_the_list_and_the_published_total_apart(opened: Open) -> None:
    panel = opened(CurvesPanel, AT.but(moment=date(2011, 8, 5)))
    assert "1,462 counties by the list" in panel.lead()
    assert "1,508" in panel.lead()


def test_before_the_first_total_none_is_claimed(opened: Open) -> None:
    panel = opened(CurvesPanel, AT.but(moment=date(2008, 10, 15)))
    assert "no total had been published" in panel.lead()


def test_a_year_names_its_last_published_total_with_the_date_of_it(opened: Open) -> None:
    told = [entry.name for entry in opened(MultiplesPanel).picture.things.entries]
    assert "1,508 jurisdictions, August 5, 2011" in told[3]
    assert "no total" in told[4]


def test_enter_on_a_year_goes_to_its_end(opened: Open, session: Session) -> None:
    panel = opened(MultiplesPanel)
    panel.picture.setFocus()
    QTest.keyClick(panel.picture, Qt.Key.Key_Home)
    QTest.keyClick(panel.picture, Qt.Key.Key_Return)
    assert session.lens.moment == date(2008, 12, 31)


def test_a_county_is_added_by_name_and_removed_again(opened: Open, session: Session) -> None:
    panel = opened(LivesPanel, AT.but(options={"lives": "17031,48201"}))
    assert isinstance(panel, LivesPanel)
    panel.field.setText("santa clara county, california")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert session.lens.option("lives") == "17031,48201,06085"
    panel.picture.set_current("place:county:48201")
    panel.remove.click()
    assert session.lens.option("lives") == "17031,06085"
    assert not panel.remove.isEnabled()


def test_a_name_that_fits_several_counties_is_not_guessed(
    opened: Open, session: Session, qtbot: QtBot
) -> None:
    panel = opened(LivesPanel, AT.but(options={"lives": "17031,48201"}))
    assert isinstance(panel, LivesPanel)
    panel.field.setText("washington")
    with qtbot.waitSignal(session.warned) as warned:
        panel.add.click()
    assert "Add the state" in str(warned.args)
    assert session.lens.option("lives") == "17031,48201"


@pytest.mark.parametrize("kind", ALL)
def test_large_text_leaves_every_thing_in_the_picture(
    opened: Open, kind: type[PicturePanel]
) -> None:
    panel = opened(kind, scale=2.0)
    area = panel.picture.area()
    boxes = panel.boxes(area)
    assert len(boxes) == len(panel.picture.things.entries) > 1
    assert all(area.adjusted(-2, -2, 2, 2).contains(box.center()) for box in boxes)
