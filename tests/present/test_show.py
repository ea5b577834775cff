"""A presentation from its first key to its last."""

from __future__ import annotations

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
