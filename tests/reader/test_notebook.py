"""Bookmarks and notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.reader.notebook import Notebook, NotebookError, read, write


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "new" / "notebook.json"
    book = Notebook().with_bookmark("event:a", "explore?item=event:a").with_note("term:b", "ask")
    write(file, book)
    assert read(file) == book
    assert read(file).has_bookmark("event:a")


def test_a_missing_file_is_an_empty_notebook(tmp_path: Path) -> None:
    assert read(tmp_path / "none.json") == Notebook()


def test_a_blank_note_is_taken_out() -> None:
    assert Notebook().with_note("a", "x").with_note("a", "  ") == Notebook()


def test_a_bookmark_can_be_taken_out() -> None:
    assert Notebook().with_bookmark("a", "l").without_bookmark("a") == Notebook()


@pytest.mark.parametrize(
    "broken", [b"{", b'{"schema": 99}', b'{"notes": [{"ref": 1}]}', b"\xff\xfe", b'{"other": 1}']
)
def test_a_broken_file_is_set_aside_and_kept_whole(tmp_path: Path, broken: bytes) -> None:
    file = tmp_path / "notebook.json"
    file.write_bytes(broken)
    with pytest.raises(NotebookError) as caught:
        read(file)
    assert caught.value.aside.read_bytes() == broken
    assert not file.exists()
    assert read(file) == Notebook()


def test_the_version_before_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "notebook.json"
    write(file, Notebook().with_note("a", "first"))
    before = file.read_bytes()
    write(file, Notebook().with_note("a", "second"))
    assert (tmp_path / "notebook.json.bak").read_bytes() == before


def test_a_write_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "notebook.json"
    write(file, Notebook().with_note("a", "first"))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write(file, Notebook().with_note("a", "second"))
    assert read(file).note("a") == "first"
    assert [path.name for path in tmp_path.glob("*") if path.is_file()] == ["notebook.json"]
