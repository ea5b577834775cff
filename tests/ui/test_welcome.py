"""The three places to start from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.content.library import Library
from explorer.reader.lens import Lens, refuse_unknown
from explorer.reader.theme import load_theme
from explorer.ui.paint import Look
from explorer.ui.welcome import STARTS, Welcome


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(1280, 720)
    widget.show()
    return widget


@pytest.mark.parametrize("start", STARTS, ids=lambda start: start.icon)
def test_every_door_leads_somewhere(start: object, bundled: Library) -> None:
    refuse_unknown(Lens.read(start.link), bundled)  # type: ignore[attr-defined]


def test_a_door_says_its_link_and_the_sheet_goes(qtbot: QtBot, host: QWidget) -> None:
    welcome = Welcome(Look(load_theme("light")), host)
    welcome.show()
    with qtbot.waitSignals([welcome.chosen, welcome.closed]):
        qtbot.mouseClick(welcome.doors[1], Qt.MouseButton.LeftButton)
    assert not welcome.isVisible()


def test_escape_puts_the_sheet_away(qtbot: QtBot, host: QWidget) -> None:
    welcome = Welcome(Look(load_theme("light")), host)
    welcome.show()
    with qtbot.waitSignal(welcome.closed), qtbot.assertNotEmitted(welcome.chosen):
        qtbot.keyClick(welcome.doors[0], Qt.Key.Key_Escape)


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
@pytest.mark.parametrize("size", [(1024, 700), (1920, 1000)])
def test_the_sheet_stays_inside_its_window(
    host: QWidget, scale: float, size: tuple[int, int]
) -> None:
    host.resize(*size)
    welcome = Welcome(Look(load_theme("dark"), scale), host)
    assert host.rect().contains(welcome.geometry())


def test_every_door_has_a_name_and_a_description(host: QWidget) -> None:
    for door in Welcome(Look(load_theme("light")), host).doors:
        assert door.accessibleName()
        assert door.accessibleDescription()
