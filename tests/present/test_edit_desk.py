"""What tours are written on: every change is stored by itself, and another program's is taken."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.content.library import Library
from explorer.present import edit, store
from explorer.present.view.desk import Desk
from tests.small import FILES

ID = "down-the-river"
TEXT = FILES[f"tours/{ID}.toml"]


@pytest.fixture
def desk(library: Library, qtbot: QtBot) -> Desk:
    return Desk(library)


def texts(id: str) -> list[str]:
    return [step.text for step in store.read_tour(store.file_of(id)).tour.steps]


def write(desk: Desk, text: str) -> None:
    desk.do(lambda draft: edit.write(draft, "text", text), "text")


def put(file: Path, text: str = TEXT) -> Path:
    file.write_text(text, encoding="utf-8")
    return file


def test_a_change_is_stored_by_itself(desk: Desk, library: Library, qtbot: QtBot) -> None:
    desk.begin_copy(library.tours[ID], "My river")
    assert desk.id == "my-river"
    with qtbot.waitSignal(desk.kept):
        write(desk, "Mine.")
        assert not desk.is_kept()
    assert desk.is_kept()
    assert texts("my-river") == ["Mine.", "A town writes its own rule."]


def test_the_bundled_tour_stays_as_it_is(desk: Desk, library: Library) -> None:
    desk.begin_copy(library.tours[ID], library.tours[ID].title)
    write(desk, "Mine.")
    desk.keep()
    assert desk.id == f"{ID}-2"
    assert library.tours[ID].steps[0].text == "Boats are checked for the first time."


def test_what_was_done_can_be_undone_after_another_tour_was_open(
    desk: Desk, library: Library
) -> None:
    desk.begin_copy(library.tours[ID], "One")
    write(desk, "Mine.")
    desk.begin("Two")
    desk.open("one")
    desk.undo()
    desk.keep()
    assert texts("one")[0] == "Boats are checked for the first time."
    desk.redo()
    desk.keep()
    assert texts("one")[0] == "Mine."


def test_the_version_before_this_time_of_writing_stays_beside(desk: Desk, library: Library) -> None:
    put_own = store.file_of("mine")
    put_own.parent.mkdir(parents=True)
    put(put_own)
    desk.open("mine")
    for text in ("One.", "Two."):
        write(desk, text)
        desk.keep()
    before = put_own.with_name("mine.toml.bak").read_text(encoding="utf-8")
    assert before == TEXT


def test_what_cannot_be_stored_is_told_and_stored_later(
    desk: Desk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.begin_copy(library.tours[ID], "Mine")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        write(desk, "Mine.")
        assert not desk.keep()
    assert "space" in desk.trouble
    assert not desk.is_kept()
    assert desk.keep()
    assert texts("mine")[0] == "Mine."


def test_what_could_not_be_stored_is_still_there_after_another_tour_was_open(
    desk: Desk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.begin("Other")
    desk.begin_copy(library.tours[ID], "Mine")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        write(desk, "Mine.")
        desk.open("other")
    desk.open("mine")
    assert desk.keep()
    assert texts("mine")[0] == "Mine."


def test_a_tour_that_was_removed_can_be_brought_back(desk: Desk) -> None:
    desk.begin("Mine")
    bring_back = desk.remove()
    assert (desk.id, store.own_tours()) == ("", ())
    bring_back()
    assert (desk.id, len(store.own_tours())) == ("mine", 1)


# --------------------------------------------------------------------------- other programs


def test_an_opened_file_is_taken_again_when_it_is_changed_and_that_can_be_undone(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    file = put(tmp_path / "lent.toml")
    desk.open_file(file)
    with qtbot.waitSignal(desk.reloaded) as told:
        put(file, TEXT.replace("Boats are", "Ships are"))
    assert told.args == ["lent.toml"]
    assert texts("lent")[0] == "Ships are checked for the first time."
    desk.undo()
    desk.keep()
    assert texts("lent")[0] == "Boats are checked for the first time."


def test_a_file_that_is_replaced_whole_is_noticed_again_and_again(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    file = put(tmp_path / "lent.toml")
    desk.open_file(file)
    for word in ("Ships", "Rafts"):
        with qtbot.waitSignal(desk.reloaded):
            put(tmp_path / "new", TEXT.replace("Boats are", f"{word} are")).replace(file)
        assert texts("lent")[0].startswith(word)


def test_where_both_changed_the_reader_decides_and_neither_is_lost(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    file = put(tmp_path / "lent.toml")
    desk.open_file(file)
    write(desk, "Mine.")
    with qtbot.waitSignal(desk.conflict_changed):
        put(file, TEXT.replace("Boats are", "Ships are"))
    assert desk.has_conflict
    desk.keep()
    assert texts("lent")[0] == "Mine."
    desk.take_theirs()
    assert texts("lent")[0] == "Ships are checked for the first time."
    assert not desk.has_conflict
    before = store.file_of("lent").with_name("lent.toml.bak").read_text(encoding="utf-8")
    assert "Mine." in before
    desk.undo()
    desk.keep()
    assert texts("lent")[0] == "Mine."
    desk.save(file)
    assert "Mine." in file.read_text(encoding="utf-8")
    assert "Ships" in file.with_name("lent.toml.bak").read_text(encoding="utf-8")


def test_a_changed_file_that_cannot_be_read_is_told_and_the_draft_stays(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    file = put(tmp_path / "lent.toml")
    desk.open_file(file)
    with qtbot.waitSignal(desk.unread) as told:
        put(file, "title = \nsteps = []\n")
    assert "line 1" in told.args[0]
    assert texts("lent")[0] == "Boats are checked for the first time."


def test_an_own_tour_that_another_program_changed_is_taken(desk: Desk, qtbot: QtBot) -> None:
    file = store.file_of("mine")
    file.parent.mkdir(parents=True)
    desk.open_file(put(file))
    assert desk.id == "mine"
    with qtbot.waitSignal(desk.reloaded):
        put(file, TEXT.replace("Boats are", "Ships are"))
    assert desk.draft is not None
    assert desk.draft.tour.steps[0].text.startswith("Ships")
