"""Tours in files: the bundled ones, the reader's own and any other, and what is wrong with one."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from explorer.content.library import Library
from explorer.present import edit, linked, store
from tests.small import FILES

ID = "down-the-river"
TEXT = FILES[f"tours/{ID}.toml"]


def put(file: Path, text: str = TEXT) -> Path:
    """A tour in a file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_a_bundled_tour_is_found_by_its_id_or_reference(library: Library) -> None:
    assert store.open_tour(ID, library) is library.tours[ID]
    assert store.open_tour(f"tour:{ID}", library) is library.tours[ID]


def test_an_own_tour_is_found_by_its_id_and_any_other_by_its_file(
    library: Library, tmp_path: Path
) -> None:
    put(store.folder() / "mine.toml")
    assert store.open_tour("mine", library).steps == library.tours[ID].steps
    assert store.open_tour(str(put(tmp_path / "lent.toml")), library).id == "lent"


def test_the_own_tours_are_those_of_the_readers_folder(library: Library) -> None:
    assert store.own_tours() == ()
    put(store.folder() / "mine.toml")
    put(store.folder() / "broken.toml", "title = ")
    (mine,) = store.own_tours()
    assert mine.id == "mine"
    assert store.is_own(mine, library)
    assert not store.is_own(library.tours[ID], library)


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ("title =", "title =\n", ("line 2", "not TOML")),
        ("minutes = 5", 'minutes = "5"', ("minutes",)),
        ("headline =", "headlin =", ("steps", "headline")),
        ("event:2008-river-check", "event:2008-river-chek", ("steps[0].look", "river-check")),
        ('sources = ["gazette-2008"]', 'sources = ["gazette"]', ("sources", "gazette-2008")),
    ],
)
def test_a_file_that_cannot_be_shown_is_told_in_one_line(
    library: Library, tmp_path: Path, old: str, new: str, parts: tuple[str, ...]
) -> None:
    assert old in TEXT
    file = put(tmp_path / "lent.toml", TEXT.replace(old, new))
    with pytest.raises(store.TourError) as told:
        store.open_tour(str(file), library)
    assert "\n" not in str(told.value)
    for part in (str(file), *parts):
        assert part in str(told.value)


@pytest.mark.parametrize(
    ("text", "part"),
    [("down-the-rive", ID), ("no/such.toml", "no file"), ("../mine", "no file")],
)
def test_a_tour_that_is_not_there_is_told_with_the_nearest(
    library: Library, text: str, part: str
) -> None:
    with pytest.raises(store.TourError, match=part):
        store.open_tour(text, library)


def test_bytes_that_are_no_text_and_lists_too_deep_are_told(tmp_path: Path) -> None:
    file = tmp_path / "lent.toml"
    for data, part in ((b"\xff\xfe", "UTF-8"), (b"a = " + b"[" * 100_000, "deep")):
        file.write_bytes(data)
        with pytest.raises(store.TourError, match=part):
            store.read_tour(file)


# ------------------------------------------------------------------------------- own tours


def mine(title: str = "Mine", id: str = "mine") -> edit.Draft:
    return edit.add(edit.begun(id, title), edit.step_of("charts", "One"))


def test_a_kept_tour_is_read_back_and_shown_everywhere(library: Library) -> None:
    store.keep(mine())
    assert store.open_tour("mine", library) == mine().tour
    assert store.own_tours() == (mine().tour,)
    assert store.read_tour(store.file_of("mine")).draft().tour == mine().tour


def test_an_id_is_made_of_the_title_and_taken_once(library: Library) -> None:
    assert store.free_id("Down the river", library) == f"{ID}-2"
    store.keep(mine())
    assert store.free_id("Mine!", library) == "mine-2"
    assert store.free_id("…", library) == "tour"
    assert store.is_plain(store.free_id("x" * 500 + "/../é", library))


def test_the_version_before_is_kept_once_for_each_time_of_writing() -> None:
    store.keep(mine("First"))
    store.keep(mine("Second"), keeps_old=True)
    store.keep(mine("Third"))
    before = store.file_of("mine").with_name("mine.toml.bak")
    assert 'title = "First"' in before.read_text(encoding="utf-8")


def test_a_removed_tour_can_be_brought_back(library: Library) -> None:
    store.keep(mine())
    gone = store.remove("mine")
    assert store.own_tours() == ()
    store.restore(gone, "mine")
    assert store.own_tours() == (mine().tour,)


def test_a_broken_tour_is_set_aside_with_line_and_reason() -> None:
    put(store.folder() / "mine.toml", 'title = "Mine"\nsteps = \n')
    (broken,) = store.set_broken_aside()
    assert (broken.id, broken.is_mended) == ("mine", False)
    assert "line 2" in broken.reason
    assert broken.aside.read_text(encoding="utf-8").startswith("title")
    assert store.set_broken_aside() == ()


def test_the_version_before_takes_the_place_of_a_broken_tour() -> None:
    store.keep(mine("First"))
    store.keep(mine("Second"), keeps_old=True)
    store.file_of("mine").write_bytes(b"\0\0\0")
    (broken,) = store.set_broken_aside()
    assert broken.is_mended
    assert [tour.title for tour in store.own_tours()] == ["First"]


def test_a_tour_that_cannot_be_written_stays_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    store.keep(mine("First"))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        store.keep(mine("Second"))
    assert [tour.title for tour in store.own_tours()] == ["First"]
    assert [file.name for file in store.folder().iterdir()] == ["mine.toml"]


KILLED = """
import sys
from explorer.present import edit, store
number = 0
print("begun", flush=True)
while True:
    number += 1
    text = f"{number} " * 4000
    step = edit.step_of("charts", text)
    store.keep(edit.tell(edit.add(edit.begun("mine", "Mine"), step), "summary", text))
"""


@pytest.mark.parametrize("after", [0.02, 0.05, 0.11, 0.2])
def test_a_tour_is_whole_after_the_program_was_killed_while_it_saved(after: float) -> None:
    store.keep(mine())
    program = subprocess.Popen([sys.executable, "-c", KILLED], stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    assert program.stdout.readline() == "begun\n"
    with suppress(subprocess.TimeoutExpired):
        program.wait(after)
    program.kill()
    program.wait()
    program.stdout.close()
    (kept,) = store.own_tours()
    assert kept == mine().tour or kept.summary == kept.steps[0].headline


# ---------------------------------------------------------------------------- files elsewhere


def test_a_file_that_is_opened_becomes_an_own_tour_that_goes_along_with_it(
    library: Library, tmp_path: Path
) -> None:
    file = put(tmp_path / "lent.toml")
    draft = linked.open_file(file, library)
    assert [tour.id for tour in store.own_tours()] == ["lent"]
    assert linked.standing(draft) == "same"
    assert linked.open_file(file, library).tour == draft.tour
    assert len(store.own_tours()) == 1


def test_who_changed_is_told_and_nothing_is_lost(library: Library, tmp_path: Path) -> None:
    file = put(tmp_path / "lent.toml")
    draft = linked.open_file(file, library)
    mine = edit.write(draft, "text", "Mine.")
    assert linked.standing(mine) == "mine"
    put(file, "# new\n" + TEXT.replace("Boats are checked", "Ships are checked"))
    assert linked.standing(draft) == "theirs"
    assert linked.standing(mine) == "both"
    taken = linked.take(mine)
    assert taken.step is not None
    assert taken.step.text == "Ships are checked for the first time."
    assert taken.toml().startswith("# new\n")
    assert linked.standing(taken) == "same"
    file.unlink()
    assert linked.standing(taken) == "gone"


def test_what_stood_in_a_file_stays_beside_it_when_it_is_saved_to(
    library: Library, tmp_path: Path
) -> None:
    file = put(tmp_path / "lent.toml")
    draft = edit.write(linked.open_file(file, library), "text", "Mine.")
    linked.save(draft, file)
    assert linked.standing(draft) == "same"
    assert store.open_tour(str(file), library).steps == draft.tour.steps
    before = file.with_name("lent.toml.bak")
    assert before.read_text(encoding="utf-8") == TEXT
    linked.let_go("lent")
    assert linked.file_of("lent") is None


def test_a_list_of_files_that_cannot_be_read_is_as_none(library: Library, tmp_path: Path) -> None:
    linked.open_file(put(tmp_path / "lent.toml"), library)
    (store.folder() / linked.NAME).write_text("{", encoding="utf-8")
    assert linked.file_of("lent") is None
    assert linked.open_file(tmp_path / "lent.toml", library).tour.id == "lent-2"
