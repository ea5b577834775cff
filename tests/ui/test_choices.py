"""Settings chosen while the program runs."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from explorer.reader.settings import Settings
from explorer.ui.choices import Choices


@pytest.fixture
def choices(qtbot: QtBot) -> Choices:
    return Choices(Settings(theme="dark"))


def test_choosing_tells_the_new_and_the_old_settings(choices: Choices, qtbot: QtBot) -> None:
    with qtbot.waitSignal(choices.changed) as told:
        choices.choose(theme="light")
    assert told.args == [Settings(theme="light"), Settings(theme="dark")]


def test_choosing_the_same_is_silent(choices: Choices, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choices.changed):
        choices.choose(theme="dark")


def test_the_size_of_a_pane_is_remembered_in_silence(choices: Choices, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choices.changed):
        choices.keep_layout("window", "abc")
    assert choices.settings.layout == {"window": "abc"}


@pytest.mark.parametrize(
    ("start", "steps", "end"),
    [(100, 1, 110), (100, -1, 100), (300, 1, 300), (290, 1, 300), (115, 1, 120), (115, -1, 100)],
)
def test_text_grows_and_shrinks_in_steps_within_its_range(start: int, steps: int, end: int) -> None:
    choices = Choices(Settings(text_scale=start))
    choices.scale_by(steps)
    assert choices.settings.text_scale == end
