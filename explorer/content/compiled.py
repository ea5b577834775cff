"""The library as one file that opens at once, rebuilt when the content changes.

The file begins with a line that names its form, and a header: the fingerprint of the content, and
where each section stands with its check sum. A section holds one kind of record, or one table; it
is read and decoded when first asked for.
"""

from __future__ import annotations

import os
import struct
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import msgspec

from explorer import __version__, paths
from explorer.content.dates import When
from explorer.content.library import KINDS, ROWS, Library, Shelves
from explorer.content.marks import Statistic
from explorer.content.model import About, Figure, Part, Record

if TYPE_CHECKING:
    from explorer.content.slips import Problem

MAGIC: Final = b"explorer content 4\n"
NAME: Final = "content.bin"
FOLDERS: Final = (  # of the content, whose files make its fingerprint
    *("", "events", "claims", "charts", "series", "places"),
    *("tours", "lessons", "guides"),
)
ONE_BY_ONE: Final = frozenset({"source"})  # kinds of which a picture needs a few of hundreds
_FRAME: Final = struct.Struct("<II")  # length and check sum of the header


_Statistics = dict[str, tuple[Statistic, ...]]


class CompiledError(ValueError):
    """The compiled file is damaged, of another form, or older than the content."""


class _Header(msgspec.Struct):
    fingerprint: str
    about: About
    sections: dict[str, tuple[int, int, int]]  # name -> start, length and check sum


def open_library(folder: Path | None = None) -> Library:
    """The library of *folder* (the bundled one by default), compiled where that is up to date.

    Damage to the compiled file costs time, never an answer: the TOML and CSV are read instead.
    """
    folder = folder or paths.resources() / "content"
    for path, mark in _places(folder):
        with suppress(OSError, CompiledError):
            return Library(Compiled(path, mark, folder))
    return Library(_read_and_keep(folder))


def build(target: Path, folder: Path | None = None) -> None:
    """Write the compiled file that a package ships; its fingerprint holds names and sizes."""
    from explorer.content.load import LoadError, read

    folder = folder or paths.resources() / "content"
    contents, problems = read(folder)
    if problems:
        raise LoadError(problems)
    paths.write_whole(target, encode(contents, fingerprint(folder, times=False)))


def fingerprint(folder: Path, *, times: bool = True) -> str:
    """A mark that changes with any content file: names and sizes, and when they were written."""
    marks = [f"{__version__} {MAGIC!r}"]
    for name in FOLDERS:
        for entry in _listed(folder / name):
            found = entry.stat()
            when = f" {found.st_mtime_ns}" if times else ""
            marks.append(f"{name}/{entry.name} {found.st_size}{when}")
    package = folder.parent / "datapackage.json"
    if package.is_file():
        marks.append(f"{package.stat().st_size}{package.stat().st_mtime_ns if times else ''}")
    return f"{zlib.crc32(chr(10).join(marks).encode()):08x}-{len(marks)}"


def encode(contents: Any, mark: str) -> bytes:
    """The compiled file of what was read from a folder."""
    encoder = msgspec.msgpack.Encoder(enc_hook=_text)
    kinds = {kind: contents.records(kind) for kind in KINDS}
    sections = {
        kind: encoder.encode(dict(found) if kind in ONE_BY_ONE else list(found.values()))
        for kind, found in kinds.items()
    }
    sections |= {name: encoder.encode(list(contents.rows(name))) for name in ROWS}
    for table, figures in contents.tables.items():
        sections[f"figures {table}"] = encoder.encode(list(figures))
    sections["statistics"] = encoder.encode(contents.statistics)
    places, start = {}, 0
    for name, data in sections.items():
        places[name] = (start, len(data), zlib.crc32(data))
        start += len(data)
    header = encoder.encode(_Header(mark, contents.about, places))
    frame = _FRAME.pack(len(header), zlib.crc32(header))
    return b"".join([MAGIC, frame, header, *sections.values()])


class Compiled:
    """The shelves of a compiled file; each is decoded when first asked for."""

    problems: tuple[Problem, ...] = ()  # nothing is compiled that has any

    def __init__(self, path: Path, mark: str, folder: Path) -> None:
        self._header, self._start = _opened(path)
        if self._header.fingerprint != mark:
            raise CompiledError("The content has changed since it was compiled.")
        self.about = self._header.about
        self._path, self._folder = path, folder
        self._kinds: dict[str, Mapping[str, Record]] = {}
        self._lists: dict[str, tuple[Any, ...]] = {}

    def records(self, kind: str) -> Mapping[str, Record]:
        """All records of a kind by id."""
        if kind in self._kinds:
            return self._kinds[kind]
        if kind in ONE_BY_ONE:
            self._kinds[kind] = self._one_by_one(kind)
        else:
            found = self._decode(kind, KINDS[kind], lambda shelves: shelves.records(kind).values())
            self._kinds[kind] = {record.id: record for record in found}
        return self._kinds[kind]

    def _one_by_one(self, kind: str) -> Mapping[str, Record]:
        try:
            raw = msgspec.msgpack.decode(self._section(kind), type=dict[str, msgspec.Raw])
        except (OSError, CompiledError, msgspec.DecodeError):
            return self._files.records(kind)
        return _Records(raw, KINDS[kind], lambda name: self._files.records(kind)[name])

    @cached_property
    def statistics(self) -> Mapping[str, tuple[Statistic, ...]]:
        """The statistics that are marked in texts, by text."""
        try:
            return msgspec.msgpack.decode(self._section("statistics"), type=_Statistics)
        except (OSError, CompiledError, msgspec.DecodeError):
            return self._files.statistics

    def figures(self, table: str) -> Sequence[Figure]:
        """The rows of one table of series."""
        name = f"figures {table}"
        if name not in self._header.sections:
            return ()
        if name not in self._lists:
            self._lists[name] = self._decode(name, Figure, lambda shelves: shelves.figures(table))
        return self._lists[name]

    def rows(self, name: str) -> Sequence[Part]:
        """The rows of one table of places."""
        if name not in self._lists:
            self._lists[name] = self._decode(name, ROWS[name], lambda shelves: shelves.rows(name))
        return self._lists[name]

    def _decode(
        self, name: str, cls: type[Any], instead: Callable[[Shelves], Any]
    ) -> tuple[Any, ...]:
        """The records of a section; where it does not fit the model any more, from the files."""
        try:
            many: Any = tuple.__class_getitem__((cls, ...))
            decoder = msgspec.msgpack.Decoder(many, dec_hook=_date)
            return cast(tuple[Any, ...], decoder.decode(self._section(name)))
        except (OSError, CompiledError, msgspec.DecodeError):
            return tuple(instead(self._files))

    @cached_property
    def _files(self) -> Shelves:
        """What stands in the files themselves, for a section that cannot be read."""
        return _read_and_keep(self._folder)

    def _section(self, name: str) -> bytes:
        if name not in self._header.sections:
            raise CompiledError(f"The compiled file has no section {name!r}.")
        start, length, check = self._header.sections[name]
        with self._path.open("rb") as file:
            file.seek(self._start + start)
            data = file.read(length)
        if zlib.crc32(data) != check:
            raise CompiledError("The compiled file is damaged.")
        return data


class _Records(Mapping[str, Record]):
    """Records by id and in order; each is decoded when first asked for."""

    def __init__(
        self,
        raw: Mapping[str, msgspec.Raw],
        cls: type[Record],
        instead: Callable[[str], Record],
    ) -> None:
        self._raw, self._instead = raw, instead
        self._decoder = msgspec.msgpack.Decoder(cls, dec_hook=_date)
        self._decoded: dict[str, Record] = {}

    def __getitem__(self, name: str) -> Record:
        if name not in self._decoded:
            try:
                self._decoded[name] = self._decoder.decode(self._raw[name])
            except msgspec.DecodeError:  # it does not fit the model any more
                self._decoded[name] = self._instead(name)
        return self._decoded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)


def _opened(path: Path) -> tuple[_Header, int]:
    """The header of a compiled file, and where its sections begin."""
    with path.open("rb") as file:
        begin = file.read(len(MAGIC) + _FRAME.size)
        if not begin.startswith(MAGIC) or len(begin) < len(MAGIC) + _FRAME.size:
            raise CompiledError("This is not a compiled file of this version.")
        length, check = _FRAME.unpack_from(begin, len(MAGIC))
        data = file.read(length)
    if zlib.crc32(data) != check:
        raise CompiledError("The compiled file is damaged.")
    try:
        return msgspec.msgpack.decode(data, type=_Header), len(begin) + length
    except msgspec.DecodeError as error:
        raise CompiledError("The compiled file has another form.") from error


def _places(folder: Path) -> list[tuple[Path, str]]:
    """Where a compiled file may lie, and the fingerprint that it must have there."""
    kept = (_kept(folder), fingerprint(folder))
    if folder != paths.resources() / "content":
        return [kept]
    shipped = folder.parent / "compiled" / NAME
    if not shipped.is_file():
        return [kept]
    return [(shipped, fingerprint(folder, times=False)), kept]


def _kept(folder: Path) -> Path:
    """The compiled file in the reader's cache; one for each folder of content."""
    return paths.cache_dir() / f"content-{zlib.crc32(str(folder.resolve()).encode()):08x}.bin"


def _read_and_keep(folder: Path) -> Shelves:
    """What the files say, kept in compiled form for the next start where that can be written.

    Content with gaps is not kept, so that every start tells of them until they are mended.
    """
    from explorer.content.gaps import bear
    from explorer.content.load import read

    mark = fingerprint(folder)
    contents, problems = read(folder)
    contents.problems = bear(contents, problems)
    if not contents.problems:
        with suppress(OSError):
            paths.write_whole(_kept(folder), encode(contents, mark))
    return contents


def _listed(folder: Path) -> list[os.DirEntry[str]]:
    """The content files of a folder, by name."""
    if not folder.is_dir():
        return []
    with os.scandir(folder) as entries:
        files = [entry for entry in entries if entry.name.endswith((".toml", ".csv"))]
    return sorted(files, key=lambda entry: entry.name)


def _date(cls: type[Any], value: Any) -> Any:
    return cls(sys.intern(value)) if cls is When else value


def _text(value: Any) -> Any:
    if isinstance(value, When):
        return value.text
    raise NotImplementedError(f"no writer for {type(value)}")
