"""Messages stay out of the way, and the unexpected is shown once and survived."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from explorer.ui.messages import MessageBar, Unexpected


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    made = MessageBar()
    qtbot.addWidget(made)
    return made


def button(bar: MessageBar) -> QPushButton:
    return bar.findChild(QPushButton)


def test_there_is_no_bar_without_a_message(bar: MessageBar) -> None:
    assert bar.isHidden()
    assert bar.text() == ""


def test_a_message_without_an_action_has_no_button_for_one(bar: MessageBar) -> None:
    bar.say("Saved.")
    assert bar.text() == "Saved."
    assert button(bar).isHidden()


def test_the_button_acts_once_and_takes_the_message_away(bar: MessageBar, qtbot: QtBot) -> None:
    done: list[str] = []
    bar.say("Closed.", "Open again", lambda: done.append("opened"))
    assert button(bar).text() == "Open again"
    qtbot.mouseClick(button(bar), Qt.MouseButton.LeftButton)
    assert done == ["opened"]
    assert bar.text() == ""


def test_an_action_may_say_the_next_message(bar: MessageBar, qtbot: QtBot) -> None:
    bar.say("First.", "Go on", lambda: bar.say("Second."))
    qtbot.mouseClick(button(bar), Qt.MouseButton.LeftButton)
    assert bar.text() == "Second."


def test_the_cross_and_escape_close_the_message(bar: MessageBar, qtbot: QtBot) -> None:
    bar.say("One.")
    qtbot.mouseClick(bar.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert bar.text() == ""
    bar.say("Two.")
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar, Qt.Key.Key_Escape)


@pytest.fixture
def unexpected(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Unexpected:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    return Unexpected(lambda: "Program 1", tmp_path / "explorer.log")


def fail(words: str) -> None:
    raise RuntimeError(words)


def catch(unexpected: Unexpected, words: str) -> None:
    try:
        fail(words)
    except RuntimeError as error:
        unexpected.catch(type(error), error, error.__traceback__)


def test_the_dialog_has_version_traceback_and_log_and_copies_them(
    unexpected: Unexpected, qtbot: QtBot
) -> None:
    catch(unexpected, "broken")
    dialog = unexpected.dialog
    assert dialog is not None
    qtbot.addWidget(dialog)
    assert dialog.isVisible()
    assert not dialog.isModal()
    report = dialog.report()
    assert report.startswith("Program 1\n")
    assert "in fail" in report
    assert "RuntimeError: broken" in report
    dialog.copy()
    assert QGuiApplication.clipboard().text() == report


def test_the_same_mistake_is_shown_once(unexpected: Unexpected, qtbot: QtBot) -> None:
    for _ in range(3):
        catch(unexpected, "broken")
    dialog = unexpected.dialog
    assert dialog is not None
    qtbot.addWidget(dialog)
    assert dialog.report().count("RuntimeError: broken") == 1
    dialog.close()
    catch(unexpected, "broken")
    assert not dialog.isVisible()


def test_another_mistake_is_added_to_the_open_dialog(unexpected: Unexpected, qtbot: QtBot) -> None:
    catch(unexpected, "first")
    dialog = unexpected.dialog
    assert dialog is not None
    qtbot.addWidget(dialog)
    catch(unexpected, "second")
    assert unexpected.dialog is dialog
    assert "RuntimeError: second" in dialog.report()


def test_a_mistake_in_another_thread_is_shown_in_the_window(
    unexpected: Unexpected, qtbot: QtBot
) -> None:
    unexpected.install()
    thread = threading.Thread(target=fail, args=("elsewhere",))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: unexpected.dialog is not None)
    assert unexpected.dialog is not None
    qtbot.addWidget(unexpected.dialog)
    assert "RuntimeError: elsewhere" in unexpected.dialog.report()
