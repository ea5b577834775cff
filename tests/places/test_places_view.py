"""The page of places: what it shows of a day, and where the reader gets from it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.card.view.page import CardView
from explorer.casewalk.view.page import CaseWalkView
from explorer.content.library import Library
from explorer.places import chosen
from explorer.places.months import end, following, span
from explorer.places.spread import NOT_YET, UNDATED
from explorer.places.view import mapwords as words
from explorer.places.view.finder import names
from explorer.places.view.mapform import MapForm
from explorer.places.view.page import PlacesView
from explorer.reader.lens import Lens
from explorer.reader.theme import load_theme
from explorer.ui.paint import Look
from explorer.ui.session import Session


@pytest.fixture
def page(qtbot: QtBot, bundled: Library) -> PlacesView:
    session, look = Session(Lens(page="places", moment=date(2011, 8, 5))), Look(load_theme("light"))
    card = CardView(bundled, session, look)
    made = PlacesView(bundled, session, look, {"card": card})
    qtbot.addWidget(made)
    made.resize(1400, 820)
    made.show()
    return made


def the_map(page: PlacesView) -> MapForm:
    found = page.forms["map"]
    assert isinstance(found, MapForm)
    return found


def counts(page: PlacesView) -> str:
    return page.sides.counts.toPlainText().replace("\N{NO-BREAK SPACE}", " ")


def test_the_national_figure_is_the_published_one_and_the_lists_own_stands_apart(
    page: PlacesView,
) -> None:
    assert "1,508" in counts(page)
    assert "County list: 1,462 counties by the end of August 2011; 41 more" in counts(page)
    page.session.look(moment=date(2008, 10, 31))
    assert "No total had been published by this day." in counts(page)


def test_the_figure_opens_its_source_and_the_reason_of_the_difference(page: PlacesView) -> None:
    html = page.sides.counts.toHtml()
    for target in ("source:fierce-moa", words.DIFFERENCE):
        assert target in html
        assert page.library.has(target)
        page.sides.counts.anchorClicked.emit(QUrl(target))
        assert page.session.lens.item == target


def test_before_and_after_the_list_are_told_in_words(page: PlacesView) -> None:
    page.session.look(moment=date(2007, 3, 1))
    assert "Before the first county was connected" in page.headline.text()
    assert "Harris County, Texas" in page.subline.text()
    page.session.look(moment=date(2015, 3, 1))
    assert page.headline.text() == "Where fingerprints were checked by January 2013"
    assert "does not say what came after" in page.subline.text()


def test_layers_are_off_until_the_reader_lays_them_on_the_map(page: PlacesView) -> None:
    page.session.look(moment=date(2014, 6, 1))
    canvas = the_map(page).canvas
    assert canvas is not None
    assert not canvas.limits
    assert not canvas.agreements
    page.sides.legend.layers["limits"].click()
    assert page.session.lens.option("layers") == "limits"
    assert canvas.limits
    assert not canvas.agreements
    said = page.sides.legend.meanings["limits"]
    assert said.isVisibleTo(page)
    assert "unmarked = not researched" in said.text()


def test_a_county_without_a_date_is_never_one_that_was_not_activated(page: PlacesView) -> None:
    canvas = the_map(page).canvas
    assert canvas is not None
    assert canvas.steps["02013"] == UNDATED
    assert words.step(page.library, UNDATED) != words.step(page.library, NOT_YET)
    assert "not a county that was never activated" in page.sides.legend.undated.text()


def test_a_click_on_the_map_opens_the_card_of_the_place(page: PlacesView, qtbot: QtBot) -> None:
    canvas = the_map(page).canvas
    assert canvas is not None
    at = canvas.transform().map(canvas.map.center("48301")).toPoint()
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.session.lens.item == "place:county:48301"
    assert canvas.ring == "48301"
    assert "Loving County" in page.panes["card"].describe()


def test_a_place_is_found_by_name_and_taken_into_the_case_walk(
    page: PlacesView, qtbot: QtBot
) -> None:
    page.find_place()
    page.finder.setText("cook county, ill")
    QTest.keyClick(page.finder, Qt.Key.Key_Return)
    assert page.session.lens.item == "place:county:17031"
    page.sides.walk.click()
    assert page.session.lens.page == "casewalk"
    assert page.session.lens.place == "place:county:17031"
    assert page.session.lens.moment == date(2011, 8, 5)


def test_a_name_of_no_place_is_said_to_be_none(page: PlacesView, qtbot: QtBot) -> None:
    page.find_place()
    page.finder.setText("Atlantis")
    with qtbot.waitSignal(page.session.warned) as told:
        QTest.keyClick(page.finder, Qt.Key.Key_Return)
    assert "Atlantis" in told.args[0]
    assert page.session.lens.item == ""


def test_every_name_in_the_field_leads_to_a_place(bundled: Library) -> None:
    found = names(bundled)
    assert len(found) >= len(bundled.counties)
    assert all(bundled.has(ref) for ref in found.values())


def test_the_place_of_the_case_walk_is_marked_and_offers_its_card(page: PlacesView) -> None:
    page.session.look(place="place:county:06037", item="")
    canvas = the_map(page).canvas
    assert canvas is not None
    assert canvas.ring == "06037"
    page.sides.here.click()
    assert page.session.lens.item == "place:county:06037"


def test_playing_goes_through_every_month_and_ends_with_the_list(bundled: Library) -> None:
    first, last = span(bundled)
    day, months = date(2000, 1, 1), 0
    while (upcoming := following(bundled, day)) is not None:
        assert upcoming == end(upcoming) > day
        day, months = upcoming, months + 1
    assert (first, day) == (date(2008, 10, 1), last)
    assert months == 52


def test_play_starts_anew_when_the_list_is_over(page: PlacesView) -> None:
    page.session.look(moment=date(2014, 1, 1))
    page.toggle_play()
    assert page.player.is_playing()
    assert page.session.lens.moment == date(2008, 10, 31)
    page.toggle_play()
    assert not page.player.is_playing()


def test_keys_on_the_strip_move_by_months(page: PlacesView, qtbot: QtBot) -> None:
    QTest.keyClick(page.strip, Qt.Key.Key_Right)
    assert page.session.lens.moment == date(2011, 9, 5)
    QTest.keyClick(page.strip, Qt.Key.Key_PageUp)
    assert page.session.lens.moment == date(2010, 9, 5)
    QTest.keyClick(page.strip, Qt.Key.Key_End)
    assert page.session.lens.moment == date(2013, 1, 31)


def test_every_published_total_on_the_strip_is_spoken_with_its_source(page: PlacesView) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [
        str(page.strip.totals.index(row).data(role)) for row in range(page.strip.totals.rowCount())
    ]
    assert any(text.startswith("August 5, 2011: 1,508 jurisdictions, published (") for text in said)
    assert len(said) == len(page.strip.totals.figures) > 15


def test_an_audience_sees_the_map_without_controls(page: PlacesView) -> None:
    page.set_stage(True)
    for part in (page.finder, page.play, page.sides.walk, *page._tabs.values()):
        assert not part.isVisibleTo(page)
    assert page.stack.isVisibleTo(page)
    page.set_stage(False)
    assert page.finder.isVisibleTo(page)
    assert page._turns.isVisibleTo(page)
    assert page.foot.isVisibleTo(page)


def test_an_audience_sees_map_legend_and_counts_at_once_whatever_the_screen(
    page: PlacesView,
) -> None:
    page.resize(700, 500)
    page.set_stage(True)
    sides = page.sides
    for part in (page.stack, sides.counts, sides.legend.heading):
        assert part.isVisibleTo(page)
    for away in (page.switch, page.foot, sides.legend.meaning):
        assert not away.isVisibleTo(page)
    page.session.look(moment=date(2010, 9, 28))
    assert "County list" in sides.counts.toPlainText()
    assert "href" not in sides.counts.toHtml()


def test_narrow_windows_show_map_and_legend_in_turn(page: PlacesView) -> None:
    page.resize(700, 800)
    assert page.main.isVisibleTo(page)
    assert not page.sides.isVisibleTo(page)
    page.switch.choose("about")
    assert page.sides.isVisibleTo(page)
    assert not page.main.isVisibleTo(page)


def test_the_figures_of_the_map_say_that_limits_are_examples(page: PlacesView) -> None:
    text = the_map(page).csv()
    assert "documented examples; unmarked = not researched" in text
    assert "17031,Cook County,IL,2013-01" in text


def test_the_description_has_counts_meaning_and_layers(page: PlacesView) -> None:
    page.session.go(chosen.with_layer(page.session.lens, "limits", True))
    said = page.describe()
    for part in ("1,508 jurisdictions", "not yet: 1,640", "no date in the source: 41"):
        assert part in said
    assert "does not mean that the county asked for it" in said
    assert "unmarked = not researched" in said


def test_the_place_of_a_walk_is_shown_on_the_map(qtbot: QtBot, bundled: Library) -> None:
    session = Session(Lens(page="casewalk", place="place:county:06037", moment=date(2014, 4, 11)))
    page = CaseWalkView(bundled, session, Look(load_theme("light")))
    qtbot.addWidget(page)
    page.show()
    page.show_place()
    assert (session.lens.page, session.lens.place) == ("places", "place:county:06037")
    assert session.lens.moment == date(2014, 4, 11)
