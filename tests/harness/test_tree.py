"""The tools for screen readers and keys find what is wrong, and nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QStringListModel, Qt
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.harness.keys import can_be_reached, round_trip, unseen
from tests.harness.tree import comes_before, misplaced, nameless, out_of_order, shown, tree


@pytest.fixture
def sheet(qtbot: QtBot) -> QWidget:
    """A window with a column for what a test looks at."""
    QAccessible.setActive(True)
    made = QWidget()
    made.resize(400, 300)
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def show(qtbot: QtBot, sheet: QWidget, *parts: QWidget) -> None:
    layout = sheet.layout()
    assert layout is not None
    for part in parts:
        layout.addWidget(part)
    with qtbot.waitExposed(sheet):
        sheet.show()
    sheet.activateWindow()


def test_a_button_without_words_is_nameless(qtbot: QtBot, sheet: QWidget) -> None:
    show(qtbot, sheet, QPushButton("Words"), QPushButton(), QLabel())
    assert [node.role.name for node in nameless(tree(sheet))] == ["Button"]


def test_a_name_for_screen_readers_is_a_name(qtbot: QtBot, sheet: QWidget) -> None:
    field = QLineEdit()
    field.setAccessibleName("Search")
    show(qtbot, sheet, field)
    assert nameless(tree(sheet)) == []


def test_hidden_controls_need_no_name(qtbot: QtBot, sheet: QWidget) -> None:
    button = QPushButton()
    show(qtbot, sheet, button)
    button.hide()
    assert nameless(tree(sheet)) == []


class Odd(QListView):
    """A list that says of its second item that it stands nowhere."""

    def visualRect(self, index: object) -> QRect:  # noqa: N802 - Qt's spelling
        return QRect(0, 0, -5 if index.row() else 50, 10)  # type: ignore[attr-defined]


def test_an_item_without_extent_is_misplaced(qtbot: QtBot, sheet: QWidget) -> None:
    view = Odd()
    view.setModel(QStringListModel(["first", "second"], view))
    show(qtbot, sheet, view)
    assert [item.name for item in misplaced(tree(view))] == ["second"]


def test_an_item_without_name_is_misplaced(qtbot: QtBot, sheet: QWidget) -> None:
    view = QListView()
    view.setModel(QStringListModel(["first", ""], view))
    show(qtbot, sheet, view)
    assert len(misplaced(tree(view))) == 1


def test_a_part_above_comes_first(qtbot: QtBot, sheet: QWidget) -> None:
    upper, lower = QPushButton("upper"), QPushButton("lower")
    show(qtbot, sheet, upper, lower)
    parts = [node for node in shown(tree(sheet)) if node.role == QAccessible.Role.Button]
    assert out_of_order(parts) == []
    assert len(out_of_order(parts[::-1])) == 1


def test_a_part_at_the_right_comes_later_even_if_it_begins_higher() -> None:
    left, right = QRect(0, 20, 50, 50), QRect(60, 0, 50, 50)
    assert comes_before(left, right)
    assert not comes_before(right, left)


# ------------------------------------------------------------------------------- the keys


def test_a_trip_visits_each_control_once(qtbot: QtBot, sheet: QWidget) -> None:
    buttons = [QPushButton(word) for word in ("one", "two", "three")]
    show(qtbot, sheet, *buttons)
    stops = round_trip(sheet, buttons[0])
    assert [stop.widget for stop in stops] == buttons == list(can_be_reached(sheet))
    assert unseen(stops) == []


def test_a_control_that_keeps_the_focus_is_found(qtbot: QtBot, sheet: QWidget) -> None:
    button, table = QPushButton("before"), QTableWidget(2, 2)
    show(qtbot, sheet, button, table)
    with pytest.raises(AssertionError, match="never comes back"):
        round_trip(sheet, button)


class Blind(QPushButton):
    """A button that looks the same with and without the focus."""

    def __init__(self) -> None:
        super().__init__("blind")
        self.setAutoDefault(False)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's spelling
        self.setStyleSheet("border: 0; outline: 0")
        super().focusInEvent(event)


def test_a_focus_that_cannot_be_seen_is_found(qtbot: QtBot, sheet: QWidget) -> None:
    plain, blind = QLineEdit("plain"), Blind()
    blind.setStyleSheet("border: 0; outline: 0")
    show(qtbot, sheet, plain, blind)
    plain.setFocus(Qt.FocusReason.TabFocusReason)
    assert [stop.widget for stop in unseen(round_trip(sheet, plain))] == [blind]
