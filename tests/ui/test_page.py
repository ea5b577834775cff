"""A page draws what the session looks at, and paints itself anywhere."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from explorer.reader.lens import Lens
from explorer.ui.page import Page
from explorer.ui.session import Session


class RedPage(Page):
    """A page that notes what it was asked to draw, and is red."""

    name: ClassVar[str] = "explore"

    def __init__(self, session: Session) -> None:
        nothing: Any = None
        super().__init__(nothing, session, nothing)
        self.drawn: list[tuple[Lens, Lens | None]] = []

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        self.drawn.append((new, old))

    def paintEvent(self, event: object) -> None:  # noqa: N802 - Qt's spelling
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("red"))
        painter.end()


@pytest.fixture
def where(qtbot: QtBot) -> Session:
    return Session()


@pytest.fixture
def page(where: Session, qtbot: QtBot) -> RedPage:
    made = RedPage(where)
    qtbot.addWidget(made)
    return made


def test_a_page_draws_everything_on_first_sight(page: RedPage, where: Session) -> None:
    assert page.drawn == []
    page.show()
    assert page.drawn == [(where.lens, None)]


def test_a_visible_page_follows_each_move(page: RedPage, where: Session) -> None:
    page.show()
    before = where.lens
    where.look(item="a")
    assert page.drawn[1:] == [(where.lens, before)]


def test_a_hidden_page_catches_up_once_when_it_is_seen_again(page: RedPage, where: Session) -> None:
    page.show()
    before = where.lens
    page.hide()
    where.look(item="a")
    where.look(item="b")
    assert len(page.drawn) == 1
    page.show()
    assert page.drawn[1:] == [(where.lens, before)]


def test_seeing_a_page_again_without_a_move_draws_nothing(page: RedPage) -> None:
    page.show()
    page.hide()
    page.show()
    assert len(page.drawn) == 1


def test_another_look_draws_everything_again(page: RedPage, where: Session) -> None:
    page.show()
    other: Any = object()
    page.restyle(other)
    assert page.look is other
    assert page.drawn[1:] == [(where.lens, None)]


def test_a_hidden_page_takes_another_look_without_drawing(page: RedPage, where: Session) -> None:
    other: Any = object()
    page.restyle(other)
    assert page.look is other
    assert page.drawn == []
    page.show()
    assert page.drawn == [(where.lens, None)]


@pytest.mark.parametrize(
    ("rect", "painted"),
    [
        (QRectF(20, 10, 100, 50), QRect(20, 10, 100, 50)),  # the page's own size, moved
        (QRectF(0, 0, 200, 100), QRect(0, 0, 200, 100)),  # twice the size
        (QRectF(0, 0, 200, 50), QRect(50, 0, 100, 50)),  # wider: kept whole and centered
    ],
)
def test_a_page_is_painted_into_the_rectangle_that_is_given(
    page: RedPage, rect: QRectF, painted: QRect
) -> None:
    page.resize(100, 50)
    image = QImage(240, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    page.paint(painter, rect)
    painter.end()
    assert page.drawn, "a page that was never shown is drawn before it is painted"
    red = QColor("red")
    assert image.pixelColor(painted.topLeft()) == red
    assert image.pixelColor(painted.bottomRight()) == red
    for corner in (painted.topLeft() - QPoint(1, 1), painted.bottomRight() + QPoint(1, 1)):
        if image.rect().contains(corner):
            assert image.pixelColor(corner) != red
