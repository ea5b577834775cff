"""Fonts survive a change of place."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QStackedWidget
from pytestqt.qtbot import QtBot

from explorer.charts.view.page import ChartsView
from explorer.content.library import Library
from explorer.reader.lens import Lens
from explorer.reader.theme import load_theme
from explorer.ui.paint import Look
from explorer.ui.session import Session


def test_a_headline_stays_large_when_its_page_is_put_into_the_window(
    qtbot: QtBot, qapp: QApplication, bundled: Library
) -> None:
    look = Look(load_theme("light"))
    before = qapp.styleSheet()
    qapp.setStyleSheet(look.stylesheet())
    try:
        page = ChartsView(bundled, Session(Lens(page="charts")), look)
        stack = QStackedWidget()
        qtbot.addWidget(stack)
        stack.addWidget(page)
        stack.resize(1280, 700)
        stack.show()
        assert page.headline.font().pixelSize() == look.font("title").pixelSize()
    finally:
        qapp.setStyleSheet(before)
