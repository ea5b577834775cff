"""Tours in files: the bundled ones, the reader's own and any other, and what is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.content.library import Library
from explorer.present import store
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
