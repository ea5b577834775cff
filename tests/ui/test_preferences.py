"""The form of settings has all of them, and what is chosen there holds at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from explorer import paths
from explorer.reader.settings import FORM, Settings
from explorer.ui import preferences
from explorer.ui.choices import Choices
from explorer.ui.preferences import Preferences


@pytest.fixture
def choices() -> Choices:
    return Choices(Settings())


@pytest.fixture
def form(choices: Choices, qtbot: QtBot) -> Preferences:
    host = QWidget()
    host.resize(800, 600)
    qtbot.addWidget(host)
    made = Preferences(choices, host)
    made.host = host  # type: ignore[attr-defined]  # or it would be gone, and the form with it
    return made


def test_every_setting_has_a_control_with_name_and_help(form: Preferences) -> None:
    assert list(form.controls) == [setting.name for setting in FORM]
    for setting in FORM:
        control = form.controls[setting.name]
        assert control.accessibleName() == setting.metadata["label"]
        assert control.accessibleDescription() == setting.metadata["help"]


def test_a_choice_holds_at_once(form: Preferences, choices: Choices) -> None:
    theme, size, welcome = (form.controls[name] for name in ("theme", "text_scale", "welcome"))
    assert isinstance(theme, QComboBox)
    assert isinstance(size, QSpinBox)
    assert isinstance(welcome, QCheckBox)
    theme.setCurrentIndex(theme.findText("High contrast"))
    size.setValue(150)
    welcome.setChecked(False)
    chosen = choices.settings
    assert (chosen.theme, chosen.text_scale, chosen.welcome) == ("contrast", 150, False)


def test_the_form_follows_what_is_chosen_elsewhere(form: Preferences, choices: Choices) -> None:
    choices.scale_by(2)
    size = form.controls["text_scale"]
    assert isinstance(size, QSpinBox)
    assert size.value() == 120


def test_languages_are_those_that_are_there(form: Preferences) -> None:
    box = form.controls["language"]
    assert isinstance(box, QComboBox)
    assert [box.itemData(at) for at in range(box.count())][:2] == ["", "en"]


def test_the_readers_folders_are_told_and_can_be_opened(
    form: Preferences, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {label.accessibleName() for label in form.findChildren(QLabel)}
    assert {str(paths.config_dir()), str(paths.data_dir()), str(paths.log_dir())} <= told
    opened: list[Path] = []
    monkeypatch.setattr(preferences, "open_folder", opened.append)
    buttons = [b for b in form.findChildren(QPushButton) if b.text() == "Open folder"]
    for button in buttons:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened == [paths.config_dir(), paths.data_dir(), paths.log_dir()]
