"""The tour editor as a reader uses it: click or key in, the own tour out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from explorer.content import cite
from explorer.content.library import Library
from explorer.content.model import TourStep
from explorer.present import edit, store
from explorer.present.view.dock import EditorDock
from explorer.present.view.editor import TourEditor
from explorer.reader.lens import Lens
from explorer.window import MainWindow
from tests.harness.keys import can_be_reached, named, round_trip, unseen
from tests.harness.overlaps import faults
from tests.harness.tree import nameless, tree
from tests.harness.window import opened, put, settle

ID = "whole-story"
EVENT = "event:2011-moa-termination"
VIEW = Lens(item=EVENT)
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def window(
    qapp: QApplication, bundled: Library, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    """The program with the real library, in use."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SECURE_COMMUNITIES_DATA", str(tmp_path_factory.mktemp("reader")))
        with opened(bundled, active=True) as made:
            yield made


@pytest.fixture
def dock(window: MainWindow) -> Iterator[EditorDock]:
    """The editor beside the page, with no tour open."""
    put(window, VIEW, (1440, 900))
    found = window.editor()
    found.come()
    settle()
    yield found
    found.editor.desk.close()
    found.editor.show_tour(ID)
    found.leave()
    window.messages.dismiss()
    settle()


@pytest.fixture
def editor(dock: EditorDock) -> TourEditor:
    """The editor with a copy of a bundled tour."""
    dock.editor.show_tour(ID)
    dock.editor.copy_button.click()
    settle()
    return dock.editor


def steps(editor: TourEditor) -> tuple[TourStep, ...]:
    """The steps as they are stored."""
    assert editor.desk.keep()
    return store.read_tour(store.file_of(editor.desk.id)).tour.steps


def headlines(editor: TourEditor) -> list[str]:
    return [step.headline for step in steps(editor)]


def shown(editor: TourEditor) -> list[str]:
    return [editor.steps.item(row).text() for row in range(editor.steps.count())]


def type_into(field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, CTRL)
    composed = QInputMethodEvent()  # as keyboards send what stands on no key
    composed.setCommitString(text)
    QApplication.sendEvent(field, composed)


def mended(editor: TourEditor) -> list[str]:
    return [editor.wanted.item(row).text() for row in range(editor.wanted.count())]


# ------------------------------------------------------------------------------- which tour


def test_a_bundled_tour_is_read_and_its_copy_is_written_on(
    dock: EditorDock, bundled: Library
) -> None:
    editor = dock.editor
    editor.show_tour(ID)
    assert editor.read.count() == len(bundled.tours[ID].steps)
    assert editor.desk.draft is None
    editor.copy_button.click()
    assert store.is_own(store.own_tours()[0], bundled)
    assert steps(editor) == bundled.tours[ID].steps
    assert editor.tours.currentText().endswith("(yours)")


def test_own_tours_stand_first_and_those_of_the_program_are_named_so(
    editor: TourEditor, bundled: Library
) -> None:
    names = [editor.tours.itemText(row) for row in range(editor.tours.count())]
    assert [name.endswith("(yours)") for name in names].count(True) == 1
    assert names[0].endswith("(yours)")
    assert sum(name.endswith("(included)") for name in names) == len(bundled.tours)


def test_an_own_tour_is_in_the_menu_as_long_as_it_is_there(
    window: MainWindow, editor: TourEditor
) -> None:
    action = window.action(f"present-tour:{editor.desk.id}")
    assert action.text().endswith("(yours)")
    assert action in window.actions()
    id = action.objectName()
    editor.delete_tour()
    assert id not in [command.id for command in window.all_commands()]


def test_a_deleted_tour_comes_back_from_its_message(window: MainWindow, editor: TourEditor) -> None:
    before = headlines(editor)
    editor.delete_tour()
    assert store.own_tours() == ()
    window.messages._action.click()
    assert headlines(editor) == before


# ------------------------------------------------------------------------------------ steps


def test_the_present_view_becomes_the_step_after_the_one_in_view(
    window: MainWindow, editor: TourEditor, bundled: Library
) -> None:
    count = editor.steps.count()
    window.action("add-view").trigger()
    assert editor.steps.currentRow() == 1
    new = steps(editor)[1]
    assert len(steps(editor)) == count + 1
    assert Lens.read(new.look).item == EVENT
    assert new.headline == bundled.name(EVENT)
    assert new.sources == cite.sources_behind(bundled, EVENT)


def test_the_first_view_that_is_added_begins_a_tour(window: MainWindow, dock: EditorDock) -> None:
    dock.leave()
    window.page("explore").setFocus()
    window.action("add-view").trigger()
    settle()
    assert dock.isVisible()
    assert len(steps(dock.editor)) == 1
    assert not dock.has_keyboard()


def test_a_described_person_stays_out_of_a_tour(window: MainWindow, editor: TourEditor) -> None:
    person = Lens(page="casewalk").with_option("person", "prints=yes")
    window.session.go(person)
    editor.add.click()
    assert Lens.read(steps(editor)[1].look).option("person") == ""
    assert "person" in window.messages.told[-2].text


@pytest.mark.parametrize(("key", "order"), [(Qt.Key.Key_Down, [1, 0]), (Qt.Key.Key_Up, [0, 1])])
def test_a_step_moves_by_key_and_stays_in_view(
    editor: TourEditor, key: Qt.Key, order: list[int]
) -> None:
    before = headlines(editor)
    editor.steps.setFocus()
    QTest.keyClick(editor.steps, key, ALT)
    assert headlines(editor)[:2] == [before[place] for place in order]
    assert editor.steps.currentRow() == order[0]


def test_a_step_is_dragged_between_two_others(editor: TourEditor) -> None:
    before = headlines(editor)
    place = editor.steps.visualItemRect(editor.steps.item(2))
    at = QPointF(place.center() + QPoint(0, place.height() // 2 - 1))
    data = editor.steps.mimeData([editor.steps.item(0)])
    event = OwnDrop(at, data, editor.steps)
    editor.steps.dropEvent(event)
    assert headlines(editor)[:3] == [before[1], before[2], before[0]]
    assert len(shown(editor)) == len(before)


class OwnDrop(QDropEvent):
    """A drop that comes from the list itself."""

    def __init__(self, at: QPointF, data: QMimeData, source: QWidget) -> None:
        super().__init__(
            at,
            Qt.DropAction.MoveAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        self._source = source

    def source(self) -> QWidget:
        return self._source


def test_a_step_is_deleted_by_key_and_comes_back_by_undo(editor: TourEditor) -> None:
    before = headlines(editor)
    editor.steps.setFocus()
    QTest.keyClick(editor.steps, Qt.Key.Key_Delete)
    assert headlines(editor) == before[1:]
    QTest.keyClick(editor.steps, Qt.Key.Key_Z, CTRL)
    assert headlines(editor) == before
    QTest.keyClick(editor.steps, Qt.Key.Key_Z, CTRL | SHIFT)
    assert headlines(editor) == before[1:]


def test_go_there_shows_the_step_and_take_the_view_changes_it(
    window: MainWindow, editor: TourEditor
) -> None:
    editor.form.take.click()
    assert Lens.read(steps(editor)[0].look).item == EVENT
    editor.desk.look_at(1)
    editor.form.go.click()
    assert window.session.lens == Lens.read(steps(editor)[1].look)


def test_what_a_step_shows_stands_in_words(editor: TourEditor, bundled: Library) -> None:
    editor.form.take.click()
    words = editor.form.view.text()
    assert bundled.name(EVENT) in words
    assert "August 5, 2011" in words
    assert "event:" not in words


# ----------------------------------------------------------------------------------- fields


def test_what_is_typed_is_in_the_tour_and_one_undo_takes_the_field_back(
    editor: TourEditor,
) -> None:
    before = steps(editor)[0]
    type_into(editor.form.headline, "A new beginning")
    type_into(editor.form.text, "It’s “new”.")
    assert (steps(editor)[0].headline, steps(editor)[0].text) == ("A new beginning", "It’s “new”.")
    assert shown(editor)[0].startswith("1. A new beginning")
    QTest.keyClick(editor.form.text, Qt.Key.Key_Z, CTRL)
    assert steps(editor)[0].headline == "A new beginning"
    assert editor.form.text.toPlainText() != "It’s “new”."
    for _ in range(4):
        editor.undo_button.click()
    assert steps(editor)[0] == before
    assert not editor.undo_button.isEnabled()


def test_the_cursor_stays_where_one_types(editor: TourEditor) -> None:
    field = editor.form.headline
    type_into(field, "ac")
    QTest.keyClick(field, Qt.Key.Key_Left)
    QTest.keyClicks(field, "b")
    QTest.keyClicks(field, "b")
    assert steps(editor)[0].headline == "abbc"


def test_a_question_with_choices_and_its_right_one(editor: TourEditor) -> None:
    form = editor.form
    while form.has_question.isChecked():
        editor.desk.look_at(editor.steps.currentRow() + 1)
    at = editor.steps.currentRow()
    form.has_question.click()
    type_into(form.question, "Who decides?")
    form.choices.setPlainText("The county\nThe state")
    form.answer.choice.setCurrentIndex(2)
    form.answer.choice.activated.emit(2)
    type_into(form.why, "The law says so.")
    asked = steps(editor)[at].question
    assert asked is not None
    assert (asked.text, asked.choices) == ("Who decides?", ("The county", "The state"))
    assert (asked.answer, asked.why) == ("The state", "The law says so.")
    assert not mended(editor)
    form.has_question.click()
    assert steps(editor)[at].question is None


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # offscreen only
def test_a_source_is_found_by_words_and_taken_out_by_key(editor: TourEditor) -> None:
    field = editor.form.sources
    before = steps(editor)[0].sources
    QTest.keyClicks(field.seek, "johnson memo")
    QTest.keyClick(field.seek, Qt.Key.Key_Return)
    (new,) = set(steps(editor)[0].sources) - set(before)
    assert "Johnson" in field.words(new)
    assert field.seek.text() == ""
    field.list.setCurrentRow(len(before))
    QTest.keyClick(field.list, Qt.Key.Key_Delete)
    assert steps(editor)[0].sources == before


def test_the_sources_behind_the_view_are_offered(editor: TourEditor, bundled: Library) -> None:
    editor.form.take.click()
    field = editor.form.sources
    words = {action.text() for action in field.behind.menu().actions()}
    sources = cite.sources_behind(bundled, EVENT)
    assert words == {field.words(id).replace("&", "&&") for id in sources}
    field.behind.menu().actions()[0].trigger()
    assert sources[0] in steps(editor)[0].sources


def test_what_the_tour_says_of_itself(editor: TourEditor) -> None:
    editor.tabs.setCurrentIndex(1)
    form = editor.about_form
    type_into(form.title, "My story")
    form.minutes.setValue(25)
    assert editor.desk.keep()
    tour = store.read_tour(store.file_of(editor.desk.id)).tour
    assert (tour.title, tour.minutes) == ("My story", 25)
    assert editor.tours.currentText() == "My story (yours)"


# ------------------------------------------------------------------------------- what it wants


def test_what_is_to_be_mended_is_told_and_leads_to_its_field(editor: TourEditor) -> None:
    assert not editor.wanted_part.isVisible()
    type_into(editor.form.headline, " ")
    assert mended(editor) == ["Step 1, headline: Give the step a headline."]
    editor.desk.look_at(2)
    editor.wanted.setFocus()
    editor.wanted.setCurrentRow(0)
    QTest.keyClick(editor.wanted, Qt.Key.Key_Return)
    assert editor.steps.currentRow() == 0
    assert editor.form.headline.hasFocus()


def test_a_tour_that_cannot_be_shown_is_not_presented(
    window: MainWindow, editor: TourEditor
) -> None:
    asked: list[str] = []
    editor.presenting.connect(asked.append)
    editor.desk.look_at(1)
    editor.present.click()
    assert asked == [f"tour:{editor.desk.id}@2"]
    editor.desk.do(lambda draft: edit.write(draft, "sources", ("no-such-source",)))
    editor.present.click()
    assert len(asked) == 1
    assert "no-such-source" in window.messages.text()


# ------------------------------------------------------------------------------------- files


def test_a_tour_is_saved_to_a_file_and_its_changes_come_back(
    window: MainWindow,
    editor: TourEditor,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "lent.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    editor.steps.setFocus()
    QTest.keyClick(editor.steps, Qt.Key.Key_S, CTRL)
    assert store.read_tour(file).tour.steps == steps(editor)
    assert "lent.toml" in editor.standing.text()
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(steps(editor)[0].headline, "Another one"), encoding="utf-8")
    editor.desk.look_at_files()
    assert editor.form.headline.text() == "Another one"
    assert "lent.toml" in window.messages.text()


def test_where_both_changed_two_buttons_decide(
    editor: TourEditor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "lent.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    editor.filing.save_as()
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(steps(editor)[0].headline, "Theirs"), encoding="utf-8")
    type_into(editor.form.headline, "Mine")
    editor.desk.look_at_files()
    assert editor.conflict.isVisible()
    assert "lent.toml" in editor.conflict_text.text()
    editor.mine.click()
    assert not editor.conflict.isVisible()
    assert "Mine" in file.read_text(encoding="utf-8")
    assert "Theirs" in file.with_name("lent.toml.bak").read_text(encoding="utf-8")


def test_a_file_that_is_no_tour_is_refused_with_line_and_reason(
    window: MainWindow, editor: TourEditor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "lent.toml"
    file.write_text("title = \nsteps\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    id = editor.desk.id
    editor.filing.open_file()
    assert "line 1" in window.messages.text()
    assert editor.desk.id == id


def test_a_broken_own_tour_is_told_when_the_editor_opens(
    window: MainWindow, dock: EditorDock
) -> None:
    dock.leave()
    store.folder().mkdir(parents=True, exist_ok=True)
    store.file_of("mine").write_text("title = \nsteps\n", encoding="utf-8")
    dock.come()
    assert "line 1" in window.messages.text()
    assert not store.file_of("mine").exists()


# ------------------------------------------------------------------------- keys and reading


def test_the_key_goes_to_the_editor_and_back(window: MainWindow, dock: EditorDock) -> None:
    assert dock.has_keyboard()
    window.action("edit-tours").trigger()
    assert not dock.has_keyboard()
    assert dock.isVisible()
    window.action("edit-tours").trigger()
    assert dock.has_keyboard()


def test_escape_closes_a_message_first_and_then_leads_to_the_page(
    window: MainWindow, dock: EditorDock, editor: TourEditor
) -> None:
    editor.add.click()
    editor.form.headline.setFocus()
    assert window.messages.text()
    QTest.keyClick(editor.form.headline, Qt.Key.Key_Escape)
    assert not window.messages.text()
    assert dock.has_keyboard()
    QTest.keyClick(editor.form.headline, Qt.Key.Key_Escape)
    assert not dock.has_keyboard()
    assert dock.isVisible()


def test_every_control_has_a_name(editor: TourEditor) -> None:
    for tab in (0, 1):
        editor.tabs.setCurrentIndex(tab)
        if not editor.form.has_question.isChecked():
            editor.form.has_question.click()
        settle()
        assert nameless(tree(editor)) == []


def test_tab_visits_every_control_of_the_editor(window: MainWindow, editor: TourEditor) -> None:
    if not editor.form.has_question.isChecked():
        editor.form.has_question.click()
    settle()
    stops = round_trip(window, editor.steps)
    visited = [stop.widget for stop in stops]
    inside = [widget for widget in can_be_reached(window) if editor.isAncestorOf(widget)]
    assert [named(widget) for widget in inside if widget not in visited] == []
    own = [stop for stop in stops if editor.isAncestorOf(stop.widget)]
    assert [str(stop) for stop in own if not stop.in_sight] == []
    assert [str(stop) for stop in unseen(stops) if editor.isAncestorOf(stop.widget)] == []


SIZES = ((1024, 768), (1280, 720), (1920, 1080))
LOOKS = [("light", scale, size) for scale in (100, 150, 200, 300) for size in SIZES]
LOOKS += [(theme, 100, SIZES[1]) for theme in ("dark", "contrast", "projector")]


@pytest.mark.parametrize(
    ("theme", "scale", "size"), LOOKS, ids=lambda part: str(part).replace(", ", "x")
)
def test_every_text_of_the_editor_can_be_read(
    bundled: Library, theme: str, scale: int, size: tuple[int, int], tmp_path: Path
) -> None:
    with opened(bundled, theme, scale) as window:
        put(window, VIEW, size)
        dock = window.editor()
        dock.come()
        editor = dock.editor
        editor.show_tour(ID)
        settle()
        seen = dock if dock.isFloating() else window
        assert [str(fault) for fault in faults(seen)] == []
        editor.copy_tour()
        editor.add_view()
        editor.form.has_question.click()
        for tab in (0, 1):
            editor.tabs.setCurrentIndex(tab)
            settle()
            assert [str(fault) for fault in faults(seen)] == []
        editor.tabs.setCurrentIndex(0)
        editor.fields.verticalScrollBar().setValue(10_000)
        settle()
        assert [str(fault) for fault in faults(seen)] == []
