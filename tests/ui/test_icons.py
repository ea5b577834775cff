"""Shapes of icons, drawn once and kept for the next start."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.paths import cache_dir
from explorer.ui import icons


@pytest.fixture(autouse=True)
def _fresh(home: Path, qtbot: QtBot) -> Iterator[None]:
    """Each test is a first start, and leaves nothing to the next."""
    start()
    yield
    start()


def start() -> None:
    """Forget what this process knows, as a new start does."""
    icons.shape.cache_clear()
    icons._kept.cache_clear()
    icons._used.clear()


def keep() -> None:
    """Keep the shapes, and wait until they are written."""
    thread = icons.keep()
    assert thread is not None
    thread.join()


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the icons that were drawn, not read."""
    names: list[str] = []
    draw = icons._drawn

    def watched(name: str, pixels: int) -> bytes:
        names.append(name)
        return draw(name, pixels)

    monkeypatch.setattr(icons, "_drawn", watched)
    return names


@pytest.mark.parametrize("pixels", [20, 33, 40])
def test_a_kept_shape_is_the_drawn_one(drawn: list[str], pixels: int) -> None:
    first = icons.shape("search", pixels).toImage()
    keep()
    start()
    assert icons.shape("search", pixels).toImage() == first
    assert drawn == ["search"]


def test_a_changed_icon_is_drawn_anew(
    drawn: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "search.svg"
    file.write_bytes((icons._folder() / "search.svg").read_bytes())
    monkeypatch.setattr(icons, "_folder", lambda: tmp_path)
    icons.shape("search", 40)
    keep()
    os.utime(file, (1, 1))
    start()
    icons.shape("search", 40)
    assert drawn == ["search", "search"]


@pytest.mark.parametrize("damage", [b"", b"not ours", b"\x82\xa4mark\xa1x\xa6shapes\x80"])
def test_a_damaged_file_is_passed_over(drawn: list[str], damage: bytes) -> None:
    cache_dir().mkdir(parents=True, exist_ok=True)
    (cache_dir() / icons.NAME).write_bytes(damage)
    assert not icons.shape("search", 40).isNull()
    assert drawn == ["search"]


def test_what_is_kept_already_is_not_written_again() -> None:
    icons.shape("search", 40)
    keep()
    start()
    icons.shape("search", 40)
    assert icons.keep() is None
    start()
    icons.shape("close", 40)
    keep()
    start()
    assert set(icons._kept()) == {("search", 40), ("close", 40)}


def test_what_is_kept_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(icons, "MOST", 1)
    icons.shape("search", 40)
    keep()
    start()
    icons.shape("close", 40)
    keep()
    start()
    assert set(icons._kept()) == {("close", 40)}


def test_a_folder_that_cannot_be_written_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(icons, "write_whole", refuse)
    icons.shape("search", 40)
    keep()
    assert not (cache_dir() / icons.NAME).exists()
