"""The painted map: what is pointed at, chosen, moved and spoken."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.content.library import Library
from explorer.places.layers import agreements_on, limits_on
from explorer.places.spread import standing
from explorer.places.view.canvas import Canvas, neighbor
from explorer.places.view.paths import outlines
from explorer.places.view.places import Places
from explorer.reader.theme import load_theme
from explorer.ui.paint import Look


@pytest.fixture
def whole(qtbot: QtBot) -> QWidget:
    found = QWidget()
    qtbot.addWidget(found)
    return found


@pytest.fixture
def canvas(whole: QWidget, bundled: Library) -> Canvas:
    made = Canvas(outlines(), Places(bundled, whole), Look(load_theme("light")), whole)
    made.resize(1000, 640)
    whole.show()
    made.show_day(standing(bundled, date(2011, 8, 5)).steps, (), ())
    return made


def test_a_click_chooses_the_county_under_it(canvas: Canvas, qtbot: QtBot) -> None:
    at = canvas.transform().map(canvas.map.center("06071")).toPoint()
    with qtbot.waitSignal(canvas.chosen) as told:
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args == ["06071"]


def test_a_drag_moves_the_map_and_chooses_nothing(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.zoom_by(3)
    before = QPointF(canvas.center)
    told: list[str] = []
    canvas.chosen.connect(told.append)
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(500, 300))
    QTest.mouseMove(canvas.viewport(), QPoint(440, 300))
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(440, 300))
    assert canvas.center.x() > before.x()
    assert told == []


def test_zooming_keeps_the_point_under_the_pointer(canvas: Canvas) -> None:
    at = QPointF(300, 400)
    before = canvas.transform().inverted()[0].map(at)
    canvas.zoom_by(2, at)
    after = canvas.transform().inverted()[0].map(at)
    assert (before - after).manhattanLength() < 0.01


def test_the_map_cannot_be_lost(canvas: Canvas) -> None:
    canvas.zoom_by(4)
    for _ in range(50):
        canvas.pan_by(900, 900)
    assert canvas.map.box.contains(canvas.center)
    canvas.zoom_by(0.001)
    assert canvas.zoom == 1
    assert canvas.center == canvas.map.box.center()


def test_arrow_keys_go_to_the_neighbor_that_way(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.show_ring("48201")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up):
        before = canvas.map.center("48201")
        QTest.keyClick(canvas, key)
        there = canvas.map.center(canvas.places.fips(canvas.currentIndex().row()))
        way = there - before
        assert way.x() > 0 if key == Qt.Key.Key_Right else way.y() < 0
        canvas.show_ring("48201")
    with qtbot.waitSignal(canvas.chosen) as told:
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert told.args == ["48201"]


def test_no_county_is_its_own_neighbor() -> None:
    map = outlines()
    for fips in ("17031", "02013", "12087", "53033"):
        for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            assert neighbor(map, fips, x, y) != fips


def test_another_day_paints_what_a_fresh_map_would(canvas: Canvas, bundled: Library) -> None:
    canvas.sharpen()
    for day in (date(2012, 6, 1), date(2009, 1, 1)):
        canvas.show_day(standing(bundled, day).steps, (), ())
        stepped = canvas.grab().toImage()
        canvas.sharpen()
        fresh = canvas.grab().toImage()
        for fips in ("48201", "17031", "06037", "04013", "06071"):
            at = canvas.transform().map(canvas.map.center(fips)).toPoint()
            assert stepped.pixelColor(at) == fresh.pixelColor(at), (fips, day)


def test_layers_change_the_picture(canvas: Canvas, bundled: Library) -> None:
    day = date(2014, 6, 1)
    steps = standing(bundled, day).steps
    canvas.show_day(steps, (), ())
    plain = canvas.grab().toImage()
    canvas.show_day(steps, limits_on(bundled, day), ())
    limited = canvas.grab().toImage()
    canvas.show_day(steps, (), agreements_on(bundled, day))
    agreed = canvas.grab().toImage()
    assert plain != limited
    assert plain != agreed


def test_a_county_says_when_it_was_connected_and_what_limits_are_documented(
    bundled: Library, whole: QWidget
) -> None:
    places = Places(bundled, whole)
    cook = places.row_of("17031")
    places.show_day(date(2011, 8, 5))
    assert "not yet; activated later, January 2013" in places.sentence(cook)
    assert "limit" not in places.sentence(cook)
    places.show_day(date(2013, 6, 1))
    assert places.sentence(cook).startswith("Cook County, Illinois; activated January 2013")
    assert "documented limit: Cook County, September 7, 2011" in places.sentence(cook)
    assert "no date in the source" in places.sentence(places.row_of("02013"))
