"""The compiled file: quick to open, never wrong, never in the way."""

from __future__ import annotations

import os
import zlib
from pathlib import Path

import pytest

from explorer import paths
from explorer.content import compiled
from explorer.content import load as files
from explorer.content.compiled import build, fingerprint, open_library
from explorer.content.library import KINDS, Library
from explorer.content.load import Contents, LoadError, Problem, load
from explorer.content.statistics import every_text
from tests.small import edit


def same(first: Library, second: Library) -> bool:
    """Whether two libraries hold the same records and rows, and the same statistics in texts."""
    return (
        first.about == second.about
        and all(
            list(first.records(kind).items()) == list(second.records(kind).items())
            for kind in KINDS
        )
        and all(first.table(name) == second.table(name) for name in first.tables)
        and first.activations() == second.activations()
        and first.undated() == second.undated()
        and first.agreements() == second.agreements()
        and first.limits() == second.limits()
        and all(
            first.statistics(text.text) == second.statistics(text.text)
            for text in every_text(second)
        )
    )


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders whose TOML and CSV were read."""
    seen: list[Path] = []
    read = files.read

    def watched(folder: Path) -> tuple[Contents, list[Problem]]:
        seen.append(folder)
        return read(folder)

    monkeypatch.setattr(files, "read", watched)
    return seen


def kept() -> Path:
    """The compiled file in the cache, of which there is one."""
    (found,) = paths.cache_dir().glob("*.bin")
    return found


def test_the_first_start_keeps_a_compiled_file_and_the_next_reads_nothing_else(
    small: Path, reads: list[Path]
) -> None:
    assert same(open_library(small), load(small))
    reads.clear()
    assert same(open_library(small), load(small))
    assert reads == [small]  # by load itself


def test_a_changed_file_is_seen(small: Path, reads: list[Path]) -> None:
    open_library(small)
    edit(small, "places.toml", "Northland", "Southland")
    assert open_library(small).places["nation:NL"].name == "Southland"
    assert reads == [small, small]


def test_a_file_changed_without_changing_its_size_is_seen(small: Path) -> None:
    before = fingerprint(small)
    path = small / "places.toml"
    os.utime(path, ns=(1, 1))
    assert fingerprint(small) != before


def test_a_new_file_is_seen(small: Path) -> None:
    before = fingerprint(small)
    (small / "events" / "2013-more.toml").write_text("", encoding="utf-8")
    assert fingerprint(small) != before


@pytest.mark.parametrize("damage", [b"", b"nothing of ours", b"explorer content 3\n"])
def test_a_file_that_is_not_ours_is_passed_over(small: Path, damage: bytes) -> None:
    open_library(small)
    kept().write_bytes(damage)
    assert same(open_library(small), load(small))


@pytest.mark.parametrize("at", [25, 40, 400, 4000, -3])
def test_one_wrong_byte_is_found(small: Path, reads: list[Path], at: int) -> None:
    open_library(small)
    data = bytearray(kept().read_bytes())
    data[at] ^= 0xFF
    kept().write_bytes(bytes(data))
    assert same(open_library(small), load(small))
    assert len(reads) == 3


def test_a_section_that_no_longer_fits_the_model_is_read_from_the_files(
    small: Path, reads: list[Path]
) -> None:
    open_library(small)
    contents = files.read(small)[0]
    contents.kinds["term"] = dict(contents.kinds["word"])
    kept().write_bytes(compiled.encode(contents, fingerprint(small)))
    reads.clear()
    library = open_library(small)
    assert len(library.events) == 6
    assert reads == []
    assert list(library.terms) == ["river-check"]
    assert reads == [small]


def test_a_source_that_no_longer_fits_the_model_is_read_from_the_files(
    small: Path, reads: list[Path]
) -> None:
    whole = open_library(small)
    contents = files.read(small)[0]
    word = next(iter(contents.kinds["word"].values()))
    contents.kinds["source"] = dict.fromkeys(contents.kinds["source"], word)
    kept().write_bytes(compiled.encode(contents, fingerprint(small)))
    reads.clear()
    library = open_library(small)
    assert list(library.sources) == list(whole.sources)
    assert reads == []
    assert list(library.sources.values()) == list(whole.sources.values())
    assert reads == [small]


def test_a_file_that_is_cut_short_is_found(small: Path, reads: list[Path]) -> None:
    open_library(small)
    kept().write_bytes(kept().read_bytes()[:-200])
    assert same(open_library(small), load(small))


def test_a_file_that_goes_away_while_it_is_used_is_no_trouble(small: Path) -> None:
    open_library(small)
    library = open_library(small)
    kept().unlink()
    assert same(library, load(small))


def test_a_header_that_is_whole_but_of_another_form_is_passed_over(small: Path) -> None:
    open_library(small)
    frame = len(compiled.MAGIC)
    header = b"\x93\x01\x02\x03"
    check = (len(header)).to_bytes(4, "little") + zlib.crc32(header).to_bytes(4, "little")
    kept().write_bytes(kept().read_bytes()[:frame] + check + header)
    assert same(open_library(small), load(small))


def test_a_cache_that_cannot_be_written_is_no_trouble(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> Path:
        return small / "about.toml" / "cache"

    monkeypatch.setattr(paths, "cache_dir", refuse)
    assert same(open_library(small), load(small))


def test_nothing_half_written_is_left_where_the_end_of_writing_fails(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError("no")

    monkeypatch.setattr(Path, "replace", refuse)
    open_library(small)
    assert list(paths.cache_dir().iterdir()) == []


def test_content_with_problems_is_not_compiled(small: Path) -> None:
    edit(small, "places.toml", "kind =", "knd =")
    with pytest.raises(LoadError):
        open_library(small)
    with pytest.raises(LoadError):
        build(small.parent / "content.bin", small)
    assert not paths.cache_dir().exists()


def test_the_shipped_file_is_used_though_the_files_were_copied_later(
    small: Path, reads: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "resources", lambda: small.parent)
    build(small.parent / "compiled" / "content.bin")
    for path in small.rglob("*"):
        os.utime(path, ns=(1, 1))
    reads.clear()
    assert open_library().version == "1"
    assert reads == []
    assert not paths.cache_dir().exists()


def test_a_shipped_file_that_is_out_of_date_is_passed_over(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "resources", lambda: small.parent)
    build(small.parent / "compiled" / "content.bin")
    edit(small, "places.toml", "Northland", "The Northland")
    assert open_library().places["nation:NL"].name == "The Northland"
    assert kept().exists()


def test_the_real_library_is_the_same_compiled(bundled: Library, tmp_path: Path) -> None:
    build(tmp_path / "content.bin")
    folder = paths.resources() / "content"
    mark = fingerprint(folder, times=False)
    shelves = compiled.Compiled(tmp_path / "content.bin", mark, folder)
    assert same(Library(shelves), bundled)
