"""Every step of every tour, as it stands before an audience and a speaker."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from explorer.app import make_pane
from explorer.content.library import Library
from explorer.pipeline.view.board import Board
from explorer.present.talk import Spot, Talk, begin, parts, press
from explorer.present.view.audience import PANE, AudienceWindow
from explorer.present.view.presenter import themes
from explorer.present.view.speaker import SpeakerWindow
from explorer.present.view.stage import HIGH, LEAST, NARROWEST
from tests.harness.overlaps import faults
from tests.harness.texts import texts
from tests.harness.window import settle

SIZES = ((1280, 720), (1920, 1080), (1024, 768))
SPEAKERS = ((1024, 768), (1366, 768), (1920, 1080), (3840, 2160))
pytestmark = pytest.mark.usefixtures("dressed")


def places(talk: Talk) -> Iterator[Talk]:
    """The talk at every step, at its question, at its answer."""
    for number, slide in enumerate(talk.slides):
        for part in range(parts(slide)):
            yield msgspec.structs.replace(talk, here=Spot(number, part))


def audience(library: Library, qtbot: QtBot, size: tuple[int, int]) -> AudienceWindow:
    """The audience's window at a size, laid out as on a screen."""
    window = AudienceWindow(
        library, lambda name, session, look: make_pane(library, name, session, look), themes()[0]
    )
    qtbot.addWidget(window)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.setMinimumSize(1, 1)
    window.resize(*size)
    window.show()
    window.settle()
    return window


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_the_back_row_can_read_every_step(
    bundled: Library, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window = audience(bundled, qtbot, size)
    least = LEAST * min(size[1], size[0] / NARROWEST) / HIGH
    assert least >= 18
    wrong: list[str] = []
    for tour in bundled.tours.values():
        for talk in places(begin(tour)):
            window.show_talk(talk)
            settle()
            where = f"{tour.id} {talk.here.step + 1}, part {talk.here.part}"
            shown = texts(window)
            assert len(shown) > 5, where
            small = {text.words for text in shown if text.size < least - 1}
            wrong += [f"{where}: {words!r} is too small" for words in small]
            # An audience has no mouse: what a plot shortens is told by the speaker.
            found = [fault for fault in faults(window) if fault.rule != "no tooltip"]
            wrong += [f"{where}: {fault}" for fault in found]
            beside = window.stage.y() == window.question.y() and window.question.isVisible()
            if not beside and window.stage.height() < PANE * size[1]:
                wrong.append(f"{where}: the pane has {window.stage.height()} pixels")
            assert (window.width(), window.height()) == size
    assert not wrong, "\n".join(wrong)


def test_two_diagrams_stand_whole_on_a_usual_projector(bundled: Library, qtbot: QtBot) -> None:
    window = audience(bundled, qtbot, (1920, 1080))
    compared = 0
    for tour in bundled.tours.values():
        for talk in places(begin(tour)):
            if talk.slide.lens.moment2 is None or talk.here.part:
                continue
            window.show_talk(talk)
            settle()
            boards = [one for one in window.stage.pane.findChildren(Board) if one.isVisible()]
            assert len(boards) == 2
            assert [one.verticalScrollBar().maximum() for one in boards] == [0, 0], tour.id
            compared += 1
    assert compared


def test_an_audience_sees_no_controls(bundled: Library, qtbot: QtBot) -> None:
    window = audience(bundled, qtbot, (1280, 720))
    pages = set()
    for tour in bundled.tours.values():
        for talk in places(begin(tour)):
            window.show_talk(talk)
            settle()
            pages.add(window.stage.pane.name)
            for kind in (QAbstractButton, QLineEdit, QComboBox):
                seen = [part for part in window.findChildren(kind) if part.isVisible()]
                names = [f"{part.accessibleName()} {type(part).__name__}" for part in seen]
                assert names == [], f"{tour.id} {talk.here}"
    assert pages == {"timeline", "pipeline", "charts", "evidence", "casewalk", "places"}


def test_the_answer_is_marked_by_word_and_letter(bundled: Library, qtbot: QtBot) -> None:
    window = audience(bundled, qtbot, (1280, 720))
    for tour in bundled.tours.values():
        for talk in places(begin(tour)):
            ask = talk.slide.step.question
            if ask is None or talk.here.part != 2:
                continue
            window.show_talk(talk)
            if ask.choices:
                (marked,) = [one for one in window.question.choices if "Answer" in one.mark.text()]
                assert marked.words == ask.answer
                assert marked.mark.text().startswith("ABCDEFGH"[ask.choices.index(ask.answer)])
            else:
                assert window.question.answer.text().startswith("Answer: ")


def test_sources_stand_on_one_line_each_once(bundled: Library, qtbot: QtBot) -> None:
    window = audience(bundled, qtbot, (1024, 768))
    more = 0
    for tour in bundled.tours.values():
        for talk in places(begin(tour)):
            window.show_talk(talk)
            settle()
            line = window.source.text()
            metrics = window.source.fontMetrics()
            assert metrics.horizontalAdvance(line) <= window.source.width()
            shown = line.partition(": ")[2].partition(" and ")[0].split("; ")
            assert len(shown) == len(set(shown))
            more += " more" in line
    assert more


@pytest.mark.parametrize("size", SPEAKERS, ids=lambda size: "x".join(map(str, size)))
def test_the_speaker_can_read_everything(
    bundled: Library, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window = SpeakerWindow(bundled, themes()[1])
    qtbot.addWidget(window)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(*size)
    window.show()
    window.settle()
    wrong = []
    for tour in bundled.tours.values():
        for talk in places(begin(tour)):
            for key in ("", "B", "F", "G", "Escape"):
                window.show_talk(press(talk, key))
                settle()
                wrong += [f"{tour.id} {talk.here} {key}: {fault}" for fault in faults(window)]
            break
    assert (window.width(), window.height()) == size
    assert not wrong, "\n".join(map(str, wrong))


def test_the_speakers_words_stand_out_from_their_ground(bundled: Library, qtbot: QtBot) -> None:
    window = SpeakerWindow(bundled, themes()[1])
    qtbot.addWidget(window)
    window.show()
    window.settle()
    window.begin()
    window.show_talk(begin(bundled.tours["whole-story"]))
    settle()
    for part in (window.notes, window.next_step, window.elapsed, window.steps):
        picture = part.grab().toImage()
        shades = [
            picture.pixelColor(x, y).lightness()
            for x in range(0, picture.width(), 2)
            for y in range(0, picture.height(), 2)
        ]
        assert max(shades) - min(shades) > 100, part.objectName() or type(part).__name__
        assert min(shades) < 60
