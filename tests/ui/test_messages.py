"""Messages stay out of the way, and the unexpected is shown once and survived."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from explorer.content.library import Library
from explorer.reader.lens import Lens, LinkError, refuse_unknown
from explorer.ui import messages
from explorer.ui.messages import MessageBar, Unexpected, wrong_link


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[MessageBar]:
    host = QWidget()  # never shown, so that nothing has the keyboard
    qtbot.addWidget(host)
    yield MessageBar(host)
    host.close()


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


def test_a_note_goes_by_itself_and_trouble_does_not(
    bar: MessageBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "LEAST_TIME", 1)
    monkeypatch.setattr(messages, "TIME_A_LETTER", 0)
    with qtbot.waitSignal(bar.closed):
        bar.say("Link copied.")
    with qtbot.assertNotEmitted(bar.closed, wait=50):
        bar.warn("It could not be stored.")
    bar.pass_on()
    assert bar.text() == "It could not be stored."


def test_a_refusal_waits_for_the_next_move(
    bar: MessageBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "LEAST_TIME", 1)
    monkeypatch.setattr(messages, "TIME_A_LETTER", 0)
    with qtbot.assertNotEmitted(bar.closed, wait=50):
        bar.refuse("There is no such page.")
    bar.pass_on()
    assert bar.text() == ""


def test_a_note_after_trouble_goes_again(bar: MessageBar) -> None:
    bar.warn("Broken.")
    bar.say("Mended.")
    bar.pass_on()
    assert bar.text() == ""


def test_what_was_said_is_kept_but_not_without_end(bar: MessageBar) -> None:
    for number in range(messages.KEPT + 5):
        bar.say(f"Number {number}")
    assert len(bar.told) == messages.KEPT
    assert bar.told[-1].text == f"Number {messages.KEPT + 4}"


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


@pytest.mark.parametrize("name", ["nothing-here", "2011-zzz", "x"])
def test_a_link_to_no_record_names_the_nearest_and_another_way(library: Library, name: str) -> None:
    with pytest.raises(LinkError) as caught:
        refuse_unknown(Lens(item=f"event:{name}"), library)
    told = wrong_link(caught.value)
    near = told.partition("did you mean '")[2].partition("'")[0]
    assert library.has(near)
    assert near.startswith("event:")
    assert told.endswith("You can also look for it by its name: press Ctrl+K.")


def test_only_where_a_record_is_missing_its_name_is_asked_for() -> None:
    with pytest.raises(LinkError) as caught:
        Lens.read("explore?moment=x")
    assert "Ctrl+K" not in wrong_link(caught.value)
