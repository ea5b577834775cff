"""Own tours stand wherever the bundled ones do: presented, handed out, and on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer import app, cli
from explorer.app import Program
from explorer.content.library import Library
from explorer.content.model import Tour
from explorer.present import edit, store
from explorer.present.view.printdialog import HandOut
from explorer.reader.lens import Lens
from explorer.reader.settings import Settings

ID = "down-the-river"


@pytest.fixture
def mine(library: Library) -> Tour:
    """An own tour of three steps, kept."""
    draft = edit.copy(edit.renamed(edit.draft(library.tours[ID]), "mine"))
    draft = edit.tell(draft, "title", "My river")
    store.keep(draft)
    return draft.tour


@pytest.fixture
def program(qtbot: QtBot, library: Library, mine: Tour) -> Iterator[Program]:
    found = Program(library, Settings(welcome=False), Lens(page="timeline"))
    qtbot.addWidget(found.window)
    found.window.show()
    found.window.show_own_tours()
    yield found
    if found.presenter.show is not None:
        found.presenter.show.end()


def test_the_menu_presents_an_own_tour_and_f5_does_so_again(program: Program) -> None:
    program.window.action("present-tour:mine").trigger()
    for _ in range(2):
        show = program.presenter.show
        assert show is not None
        assert show.talk is not None
        assert show.talk.title == "My river"
        show.end()
        program.window.action("present").trigger()


def test_the_editor_presents_from_the_step_in_view(program: Program) -> None:
    editor = program.window.editor().editor
    editor.show_tour("mine")
    editor.desk.look_at(2)
    editor.present.click()
    show = program.presenter.show
    assert show is not None
    assert show.talk is not None
    assert show.talk.slide.number == 3


def test_the_chooser_offers_own_tours_marked_as_such(program: Program) -> None:
    program.window.action("present-choose").trigger()
    chooser = program.presenter.chooser
    assert chooser is not None
    lines = [chooser.list.item(row).text() for row in range(chooser.list.count())]
    assert ["yours" in line for line in lines] == [False, True]
    chooser.list.setCurrentRow(1)
    chooser.accept()
    assert program.presenter.show is not None


def test_a_tour_that_went_while_it_could_be_chosen_is_told(program: Program) -> None:
    program.window.action("present-choose").trigger()
    chooser = program.presenter.chooser
    assert chooser is not None
    chooser.list.setCurrentRow(1)
    store.remove("mine")
    chooser.accept()
    assert program.presenter.show is None
    assert "there is no tour 'tour:mine'" in program.window.messages.text()


def test_an_own_tour_that_is_gone_or_broken_is_told_and_not_started(program: Program) -> None:
    store.file_of("mine").write_text("title = \nsteps\n", encoding="utf-8")
    program.window.action("present-tour:mine").trigger()
    assert program.presenter.show is None
    assert "line 1" in program.window.messages.text()


def test_an_own_tour_can_be_handed_out(program: Program, library: Library) -> None:
    sheet = HandOut(
        library,
        lambda name, session, look: app.make_pane(library, name, session, look),
        program.window.messages.say,
        program.window,
        "tour:mine",
    )
    assert sheet.choices.what.currentText() == "My river (yours)"
    sheet.close()


# ------------------------------------------------------------------------- on the command line


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Tour]:
    """What the command line presents."""
    found: list[Tour] = []

    def present(tour: Tour, *_: object) -> int:
        found.append(tour)
        return 0

    monkeypatch.setattr(app, "present", present)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return found


def kept(folder: Path, bundled: Library) -> Path:
    file = folder / "lent.toml"
    tour = bundled.tours["opt-out"]
    file.write_text(edit.draft(tour).toml(), encoding="utf-8")
    return file


def test_a_file_is_presented(asked: list[Tour], tmp_path: Path, bundled: Library) -> None:
    file = kept(tmp_path, bundled)
    assert cli.main(["present", str(file), "--step", "2"]) == cli.WELL
    assert asked[0].steps == bundled.tours["opt-out"].steps
    assert cli.main(["present", str(file), "--step", "99"]) == cli.WRONG_USE


def test_a_file_that_cannot_be_shown_is_refused_in_one_line(
    asked: list[Tour], tmp_path: Path, bundled: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    file = kept(tmp_path, bundled)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("timeline?", "timelin?", 1), encoding="utf-8")
    assert cli.main(["present", str(file)]) == cli.WRONG_USE
    error = capsys.readouterr().err
    assert "steps[0].look" in error
    assert "did you mean 'timeline'" in error
    assert "?." not in error
    assert error.count("\n") == 1
    assert asked == []
