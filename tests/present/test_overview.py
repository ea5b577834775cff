"""All steps at once: headlines first, and pictures as soon as there is time for them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from explorer.content.library import Library
from explorer.present.slides import slides
from explorer.present.talk import begin
from explorer.present.view.overview import Cell
from explorer.present.view.pictures import Pictures
from explorer.present.view.show import Show
from explorer.present.view.stage import MakePane
from explorer.reader.theme import load_theme


def _cell(show: Show, number: int) -> Cell:
    show.audience.resize(1280, 720)
    show.audience.overview.grid.activate()
    cell = show.audience.overview.cells[number - 1]
    cell.column.activate()
    return cell


def test_the_headline_has_the_place_until_there_is_a_picture(show: Show) -> None:
    show.press("G")
    cell = _cell(show, 1)
    assert not cell.picture.isVisible()
    alone = cell.headline.height()
    show.pictures.make_one()
    cell = _cell(show, 1)
    assert cell.picture.isVisible()
    assert cell.picture.height() > cell.headline.height()
    assert cell.headline.height() < alone
    assert cell.headline.text() == "1  The first check"
    assert cell.picture.geometry().bottom() <= cell.headline.geometry().top()


def test_pictures_made_before_the_grid_is_opened_are_in_it(show: Show) -> None:
    show.pictures.make_one()
    show.press("G")
    for window in (show.audience, show.speaker):
        assert window.overview.cells[0].picture.isVisible()
        assert not window.overview.cells[1].picture.isVisible()


def test_making_pictures_leaves_the_step_that_was_got_ready(show: Show) -> None:
    show.prepare()
    before, slots = show.audience.stage.pane, len(show.audience.stage._slots)
    show.pictures.make_one()
    assert show.audience.stage.pane is before
    assert len(show.audience.stage._slots) == slots


def test_steps_that_come_next_have_their_pictures_first_and_each_one_once(
    qtbot: QtBot, library: Library, pane: MakePane
) -> None:
    made: list[int] = []
    keeper = QObject()
    pictures = Pictures(pane, load_theme("projector"), keeper)
    pictures.made.connect(lambda number, _: made.append(number))
    found = slides(library.tours["down-the-river"])
    pictures.begin(found, 2)
    for _ in range(4):
        pictures.make_one()
    assert made == [2, 1]


def test_an_ended_talk_makes_no_more_pictures(show: Show) -> None:
    made: list[QPixmap] = []
    show.pictures.made.connect(lambda _, picture: made.append(picture))
    show.end()
    show.pictures.make_one()
    assert not made


def test_another_tour_begins_without_the_pictures_of_the_last(show: Show, library: Library) -> None:
    show.pictures.make_one()
    show.audience.overview.forget()
    talk = begin(library.tours["down-the-river"])
    show.audience.overview.show_choice(talk.slides, 0, show.audience.look)
    assert not show.audience.overview.cells[0].picture.isVisible()
