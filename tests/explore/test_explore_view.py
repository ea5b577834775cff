"""The first page: what is seen beside what, and what the reader's hand leaves behind."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from explorer.content.library import Library
from explorer.explore.view import ExploreView
from explorer.reader.lens import Lens
from explorer.reader.theme import load_theme
from explorer.ui.page import Page
from explorer.ui.paint import Look
from explorer.ui.session import Session

EVENT = "event:2008-river-check"
WIDE, NARROW, SMALL = (1440, 800), (1024, 690), (700, 420)
Make = Callable[..., ExploreView]


class Pane(Page):
    """A pane with one field that takes the keyboard."""

    def __init__(self, name: str, library: Library, session: Session, look: Look) -> None:
        super().__init__(library, session, look)
        self.pane = name
        self.field = QLineEdit()
        self.setFocusProxy(self.field)
        QVBoxLayout(self).addWidget(self.field)

    def title(self) -> str:
        return self.pane.title()

    def show_lens(self, new: Lens, old: Lens | None) -> None: ...


@pytest.fixture
def make(library: Library, qtbot: QtBot) -> Make:
    """Makes the page in a window of its own."""

    def made(size: tuple[int, int], lens: Lens | None = None, scale: float = 1.0) -> ExploreView:
        session, look = Session(lens or Lens()), Look(load_theme("light"), scale)
        panes = {n: Pane(n, library, session, look) for n in ("pipeline", "timeline", "card")}
        page = ExploreView(library, session, look, panes)
        qtbot.addWidget(page)
        page.setMinimumSize(1, 1)
        page.resize(*size)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        return page

    return made


def seen(page: ExploreView) -> list[str]:
    return [name for name, sheet in page.panels.items() if sheet.isVisible()]


def field(page: ExploreView, pane: str) -> QLineEdit:
    found = page.panes[pane]
    assert isinstance(found, Pane)
    return found.field


def overlap(page: ExploreView) -> list[tuple[str, str]]:
    """Panels that lie over each other."""
    shown = [(name, page.panels[name]) for name in seen(page)]
    places = [(n, p.rect().translated(p.mapTo(page, p.rect().topLeft()))) for n, p in shown]
    return [(a, b) for a, one in places for b, other in places if a < b and one.intersects(other)]


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_an_open_card_covers_no_other_pane(make: Make, size: tuple[int, int]) -> None:
    page = make(size, Lens(item=EVENT))
    page.open_drawer()
    assert seen(page) == ["pipeline", "timeline", "card"]
    assert overlap(page) == []


def test_the_card_is_put_away_by_escape_and_comes_with_a_choice(make: Make, qtbot: QtBot) -> None:
    page = make(NARROW, Lens(item=EVENT))
    width = page.panels["timeline"].width()
    field(page, "card").setFocus()
    qtbot.keyClick(field(page, "card"), Qt.Key.Key_Escape)
    assert seen(page) == ["pipeline", "timeline"]
    assert field(page, "pipeline").hasFocus()
    assert page.panels["timeline"].width() > width
    page.session.look(item="event:2010-hill-vote")
    assert seen(page) == ["pipeline", "timeline", "card"]


def test_without_room_one_pane_is_shown_and_tabs_turn_to_the_others(
    make: Make, qtbot: QtBot
) -> None:
    page = make(SMALL)
    assert seen(page) == ["pipeline"]
    page.switch.setFocus()
    qtbot.keyClick(page.switch, Qt.Key.Key_Right)
    assert seen(page) == ["timeline"]
    qtbot.keyClick(page.switch, Qt.Key.Key_Right)
    assert seen(page) == ["card"]


def test_a_choice_turns_to_the_card_and_escape_back(make: Make, qtbot: QtBot) -> None:
    page = make(SMALL)
    page.switch.choose("timeline")
    field(page, "timeline").setFocus()
    page.session.look(item=EVENT)
    assert seen(page) == ["card"]
    assert field(page, "card").hasFocus()
    qtbot.keyClick(field(page, "card"), Qt.Key.Key_Escape)
    assert seen(page) == ["timeline"]
    assert field(page, "timeline").hasFocus()


def test_a_page_that_is_asked_for_is_not_hidden_behind_its_card(make: Make) -> None:
    page = make(SMALL, Lens(item=EVENT))
    page.switch.choose("card")
    page.session.look(page="timeline")
    assert seen(page) == ["timeline"]


def test_items_passed_by_while_playing_leave_the_timeline_in_sight(make: Make) -> None:
    page = make(SMALL)
    page.switch.choose("timeline")
    page.session.pass_by(item=EVENT)
    assert seen(page) == ["timeline"]


def test_the_timeline_can_fill_the_page(make: Make) -> None:
    page = make(WIDE, Lens(page="timeline"))
    assert seen(page) == ["timeline"]
    page.session.look(item=EVENT)
    assert seen(page) == ["timeline", "card"]
    page.session.look(page="explore")
    assert seen(page) == ["pipeline", "timeline", "card"]
    assert overlap(page) == []


def test_larger_text_changes_the_arrangement_at_once(make: Make) -> None:
    page = make(NARROW, Lens(item=EVENT))
    assert len(seen(page)) == 3
    page.restyle(Look(load_theme("light"), 2.0))
    assert len(seen(page)) == 1
    page.restyle(Look(load_theme("light"), 1.0))
    assert len(seen(page)) == 3


@pytest.mark.parametrize(("size", "name"), [(WIDE, "upper"), (WIDE, "rows"), (NARROW, "sides")])
def test_how_the_page_is_divided_is_the_same_after_a_restart(
    make: Make, size: tuple[int, int], name: str
) -> None:
    first = make(size, Lens(item=EVENT))
    divider = getattr(first, name)
    one, other = divider.sizes()
    divider.moveSplitter(one - 60, 1)
    left = divider.sizes()
    assert left != [one, other]
    second = make(size, Lens(item=EVENT))
    getattr(second, name).restore(divider.kept())
    assert getattr(second, name).sizes() == left


def test_the_card_keeps_its_width_when_it_is_put_away_and_opened(make: Make) -> None:
    page = make(NARROW, Lens(item=EVENT))
    page.sides.moveSplitter(page.sides.sizes()[0] - 50, 1)
    width = page.panels["card"].width()
    page.close_drawer()
    page.open_drawer()
    assert page.panels["card"].width() == width


def test_the_pane_whose_turn_it_is_is_the_same_after_a_restart(make: Make) -> None:
    first = make(SMALL)
    first.switch.choose("timeline")
    second = make(SMALL)
    second.switch.restore(first.switch.kept())
    assert seen(second) == ["timeline"]


def test_the_button_of_a_card_that_is_put_away_says_so_in_a_word(make: Make) -> None:
    page = make(NARROW, Lens(item=EVENT))
    button = page.findChild(QToolButton)
    assert isinstance(button, QToolButton)
    page.close_drawer()
    assert button.text() == "Card"
    assert button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextUnderIcon
    assert button.fontMetrics().horizontalAdvance("Card") < button.width()
    assert button.geometry().left() >= page.panels["timeline"].geometry().right()
    page.open_drawer()
    assert button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
