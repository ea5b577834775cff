"""The question to the room shows what its step holds."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.content.model import Ask
from explorer.present.view.question import QuestionBox


def test_no_choice_is_lost_however_many_there_are(qtbot: QtBot) -> None:
    choices = tuple(f"Choice {number}" for number in range(1, 13))
    room = QWidget()
    qtbot.addWidget(room)
    box = QuestionBox(room)
    box.show_ask(Ask(text="Which?", choices=choices, answer="Choice 12", sources=()), 2)
    assert tuple(choice.words for choice in box.choices) == choices
    assert box.choices[-1].letter == "L"
