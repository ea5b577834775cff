"""What the audience sees."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.content.library import Library
from explorer.pipeline.view.page import PipelineView
from explorer.present.talk import begin, press
from explorer.present.view.audience import AudienceWindow
from explorer.present.view.stage import stage_look
from explorer.reader.theme import BASE_SIZE, SIZES, load_theme
from explorer.timeline.view.page import TimelineView
from explorer.ui.page import Page
from explorer.ui.paint import Look
from explorer.ui.session import Session

KINDS = {"timeline": TimelineView, "pipeline": PipelineView}


@pytest.fixture
def window(qtbot: QtBot, library: Library) -> AudienceWindow:
    def pane(name: str, session: Session, look: Look) -> Page:
        return KINDS[name](library, session, look)

    found = AudienceWindow(library, pane, load_theme("projector"))
    qtbot.addWidget(found)
    found.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    found.show()
    return found


def test_a_step_shows_headline_text_source_and_its_pane(
    window: AudienceWindow, library: Library
) -> None:
    window.show_talk(begin(library.tours["down-the-river"]))
    assert window.headline.text() == "The first check"
    assert window.number.text() == "1 / 2"
    assert window.source.text().startswith("Source:")
    assert window.stage.pane.name == "timeline"
    assert window.stage.session.lens.item == "event:2008-river-check"


def test_question_and_answer_come_one_after_the_other(
    window: AudienceWindow, library: Library
) -> None:
    talk = begin(library.tours["down-the-river"])
    shown = []
    for _ in range(3):
        window.show_talk(talk)
        box = window.question
        shown.append((box.isVisible(), box.isVisible() and box.answer.isVisible()))
        talk = press(talk, "PageDown")
    assert shown == [(False, False), (True, False), (True, True)]


def test_a_cover_hides_everything_and_shows_it_again(
    window: AudienceWindow, library: Library
) -> None:
    talk = begin(library.tours["down-the-river"])
    window.show_talk(press(talk, "B"))
    assert window.cover.isVisible()
    assert window.grab().toImage().pixelColor(20, 20).lightness() == 0
    window.show_talk(talk)
    assert not window.cover.isVisible()


def test_what_is_chosen_in_the_pane_is_told_and_the_talk_comes_back(
    window: AudienceWindow, library: Library, qtbot: QtBot
) -> None:
    window.show_talk(begin(library.tours["down-the-river"]))
    with qtbot.waitSignal(window.wandered) as told:
        window.stage.session.look(item="event:2009-town-rule")
    assert told.args[0].item == "event:2009-town-rule"
    window.show_again()
    assert window.stage.session.lens.item == "event:2008-river-check"


@pytest.mark.parametrize(
    ("size", "least"),
    [
        ((1280, 720), 18),
        ((1920, 1080), 27),
        ((3840, 2160), 54),
        ((1024, 768), 18),
        ((1600, 1200), 27),
    ],
)
def test_no_text_is_smaller_than_the_back_row_can_read(size: tuple[int, int], least: int) -> None:
    look = stage_look(load_theme("projector"), *size)
    assert round(BASE_SIZE * min(SIZES.values()) * look.scale) >= least


def test_no_words_under_the_diagram_answer_an_open_question(
    window: AudienceWindow, library: Library
) -> None:
    tour = library.tours["down-the-river"]
    asking = msgspec.structs.replace(tour.steps[1], question=tour.steps[0].question)
    talk = begin(msgspec.structs.replace(tour, steps=(asking,)))
    hushed = []
    for _ in range(3):
        window.show_talk(talk)
        pane = window.stage.pane
        assert isinstance(pane, PipelineView)
        hushed.append(pane._is_hushed)
        talk = press(talk, "PageDown")
    assert hushed == [False, True, False]


def test_a_small_window_shows_the_same_picture_smaller() -> None:
    large, small = (
        stage_look(load_theme("projector"), *size) for size in ((1920, 1080), (720, 405))
    )
    assert small.scale / large.scale == pytest.approx(405 / 1080)
