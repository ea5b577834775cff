"""A presentation from its first key to its last."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from explorer.present.view.show import Show


def test_one_talk_moves_both_windows(show: Show) -> None:
    for _ in range(3):
        show.press("PageDown")
    assert show.audience.headline.text() == "The town's rule"
    assert show.speaker.steps.currentRow() == 1
    assert show.speaker.notes.text() == "Compare with the first step."


def test_a_frozen_audience_keeps_its_step_while_the_speaker_goes_on(show: Show) -> None:
    show.press("F")
    show.press("End")
    assert show.audience.headline.text() == "The first check"
    assert "Frozen" in show.speaker.status.text()
    show.press("F")
    assert show.audience.headline.text() == "The town's rule"


def test_black_is_told_to_the_speaker(show: Show) -> None:
    show.press("B")
    assert show.audience.cover.isVisible()
    assert "black" in show.speaker.status.text()


def test_a_second_escape_ends_the_talk_and_closes_both_windows(show: Show, qtbot: QtBot) -> None:
    show.press("Escape")
    assert "Esc once more" in show.speaker.status.text()
    with qtbot.waitSignal(show.ended):
        show.press("Escape")
    assert not show.audience.isVisible()
    assert not show.speaker.isVisible()


def test_a_step_is_found_by_a_word(show: Show) -> None:
    show.speaker.jump.setText("rule")
    show.speaker.jump.returnPressed.emit()
    assert show.audience.number.text() == "2 / 2"
    show.speaker.jump.setText("nowhere")
    show.speaker.jump.returnPressed.emit()
    assert "nowhere" in show.speaker.status.text()


def test_the_notes_can_be_made_larger_within_reason(show: Show) -> None:
    for _ in range(40):
        show.speaker.resize_notes(3)
    assert show.speaker.notes.font().pixelSize() == 56


def test_a_part_drawn_on_the_small_picture_fills_the_audiences_screen(
    show: Show, qtbot: QtBot
) -> None:
    mirror = show.speaker.mirror
    mirror.show_picture(show.audience.grab())
    place = mirror.picture_place().toRect()
    begun, ended = place.topLeft(), place.center()
    QTest.mousePress(mirror, Qt.MouseButton.LeftButton, pos=begun)
    QTest.mouseMove(mirror, ended)
    QTest.mouseRelease(mirror, Qt.MouseButton.LeftButton, pos=ended)
    assert show.audience.closeup.isVisible()
    part = show.audience.closeup.part
    assert (part.left(), part.top()) == pytest.approx((0, 0), abs=0.01)
    assert part.width() == pytest.approx(0.5, abs=0.02)
    show.press("Shift+Right")
    assert show.audience.closeup.part.left() > 0
    show.press("PageDown")
    assert not show.audience.closeup.isVisible()


def test_enlarging_by_key_begins_at_the_chosen_item(show: Show) -> None:
    show.press("Z")
    center = show.audience.closeup.part.center()
    assert show.audience.closeup.part.width() == pytest.approx(0.5)
    assert 0.25 <= center.y() <= 0.75
    show.press("Z")
    assert not show.audience.closeup.isVisible()


def test_the_spotlight_moves_by_mouse_and_by_key_and_stays_on_the_screen(show: Show) -> None:
    show.press("L")
    show.speaker.mirror.pointed.emit(QPointF(0.9, 0.2))
    assert show.audience.spotlight.at == QPointF(0.9, 0.2)
    for _ in range(9):
        show.press("Shift+Right")
    assert show.audience.spotlight.at.x() == 1.0
    show.press("Escape")
    assert not show.audience.spotlight.isVisible()


def test_a_click_on_a_step_of_the_overview_goes_there(show: Show) -> None:
    show.press("G")
    QTest.mouseClick(show.audience.overview.cells[1], Qt.MouseButton.LeftButton)
    assert show.audience.number.text() == "2 / 2"
    assert not show.audience.overview.isVisible()


def test_the_question_comes_next_and_the_step_after_it_is_told_too(show: Show) -> None:
    asks = show.talk.slide.step.question if show.talk else None
    assert asks is not None
    speaker = show.speaker
    assert (speaker.next_date.text(), speaker.next_step.text()) == ("The question", asks.text)
    assert speaker.after.text().startswith("Then: Step 2")
    show.press("PageDown")
    assert (speaker.next_date.text(), speaker.next_step.text()) == ("The answer", asks.answer)
    show.press("PageDown")
    assert speaker.next_date.text().startswith("Step 2")
    assert speaker.next_step.text() == "The town's rule"
    assert speaker.after.isHidden()


def test_the_speaker_is_told_what_the_audience_has_before_it(show: Show) -> None:
    seen = show.speaker.seen
    assert "step 1 of 2" in seen.text()
    show.press("F")
    show.press("End")
    assert "step 1 of 2" in seen.text()
    show.press("B")
    assert "black" in seen.text()


def test_large_text_puts_the_steps_under_the_next_one(show: Show) -> None:
    speaker = show.speaker
    speaker.resize(1366, 768)
    speaker.settle()
    assert speaker.way.mapTo(speaker, QPoint()).x() < speaker.mirror.mapTo(speaker, QPoint()).x()
    speaker.text_scale = 2.0
    speaker.settle()
    speaker._row.activate()
    way, card = (part.mapTo(speaker, QPoint()) for part in (speaker.way, speaker.card))
    assert abs(way.x() - card.x()) < 3
    assert way.y() > card.y()
    assert not speaker.title.isVisible()
    speaker.text_scale = 1.0
    speaker.settle()
    speaker._row.activate()
    assert speaker.way.mapTo(speaker, QPoint()).x() < speaker.mirror.mapTo(speaker, QPoint()).x()


def test_the_step_in_view_is_in_sight_in_the_list(show: Show) -> None:
    speaker = show.speaker
    speaker.resize(900, 500)
    speaker.text_scale = 2.0
    speaker.settle()
    show.press("End")
    speaker._row.activate()
    steps = speaker.steps
    assert steps.viewport().rect().intersects(steps.visualItemRect(steps.currentItem()))


@pytest.mark.qt_log_ignore("grabbing the keyboard")  # by a menu, where there is no screen
def test_every_source_of_the_step_opens_its_card_by_key_or_click(show: Show, qtbot: QtBot) -> None:
    ids = show.speaker.sources_shown()
    assert ids
    show.press("C")
    menu = show.menu
    assert menu is not None
    assert len(menu.actions()) == len(ids)
    with qtbot.waitSignal(show.source_chosen) as told:
        menu.actions()[-1].trigger()
    assert told.args == [ids[-1]]
    menu.close()
    with qtbot.waitSignal(show.source_chosen) as told:
        show.speaker.sources.linkActivated.emit(ids[0])
    assert told.args == [ids[0]]


def test_page_down_goes_on_even_where_a_part_of_the_pane_took_the_keyboard(
    show: Show, qtbot: QtBot
) -> None:
    show.press("End")
    show.press("Home")
    text = QPlainTextEdit("line\n" * 200, show.audience.stage.pane)
    text.show()
    show.audience.activateWindow()
    qtbot.waitUntil(show.audience.isActiveWindow)
    text.setFocus()
    assert not text.hasFocus()
    QTest.keyClick(QApplication.focusWidget() or show.audience, Qt.Key.Key_PageDown)
    assert text.verticalScrollBar().value() == 0
    assert show.talk is not None
    assert show.talk.here.part == 1
