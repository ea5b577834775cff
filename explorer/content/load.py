"""Files in resources/content -> Library."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import msgspec

from explorer import paths
from explorer.content.dates import When
from explorer.content.library import KINDS, Library, kebab
from explorer.content.library import ROWS as ROWS
from explorer.content.marks import Statistic, taken_out
from explorer.content.model import (
    About,
    Figure,
    Part,
    Record,
    Table,
)
from explorer.content.rows import read_rows
from explorer.content.slips import LoadError as LoadError
from explorer.content.slips import Problem as Problem
from explorer.content.slips import convert, nearest

FOLDERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "events": "event",
        "claims": "claim",
        "charts": "chart",
        "tours": "tour",
        "lessons": "lesson",
        "guides": "guide",
    }
)
"""Folders with one record a file; the file's name is the record's id."""

FILES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "programs.toml": ("program",),
        "administrations.toml": ("administration",),
        "conflicts.toml": ("conflict",),
        "quotes.toml": ("quote",),
        "viewpoints.toml": ("viewpoint",),
        "questions.toml": ("question",),
        "glossary.toml": ("term",),
        "words.toml": ("word", "official_name"),
        "pipeline.toml": ("node", "edge", "era", "form", "box", "group"),
        "funnels.toml": ("funnel",),
        "rules.toml": ("attribute", "outcome", "policy"),
        "profiles.toml": ("profile", "profile_rule", "walk"),
        "places.toml": ("place",),
        "sources.toml": ("source",),
        "series.toml": ("series",),
    }
)
"""Files with lists of records, and the kinds that stand in each: ``[[node]]``, ``[[edge]]`` ..."""

PACKAGE: Final = "datapackage.json"
WHERE: Final = {kind: file for file, kinds in FILES.items() for kind in kinds}
HOMES: Final = {kind: folder for folder, kind in FOLDERS.items()}


@dataclass
class Contents:
    """What was read from a folder: the shelves of a library, and what a check needs."""

    about: About = field(default_factory=lambda: About(version="", researched=""))
    kinds: dict[str, dict[str, Record]] = field(
        default_factory=lambda: {kind: {} for kind in KINDS}
    )
    tables: dict[str, tuple[Figure, ...]] = field(default_factory=dict)
    lists: dict[str, tuple[Part, ...]] = field(default_factory=dict)
    statistics: dict[str, tuple[Statistic, ...]] = field(default_factory=dict)  # by text
    broken: set[str] = field(default_factory=set)  # references of records that cannot be read
    package: dict[str, Any] = field(default_factory=dict)  # the data package as written
    headers: dict[str, tuple[str, ...]] = field(default_factory=dict)  # CSV file -> columns
    numbers: dict[str, tuple[int, ...]] = field(default_factory=dict)  # table -> rows in the file
    problems: tuple[Problem, ...] = ()  # what the program does without

    def records(self, kind: str) -> Mapping[str, Record]:
        """All records of a kind by id."""
        return self.kinds[kind]

    def figures(self, table: str) -> Sequence[Figure]:
        """The rows of one table of series."""
        return self.tables.get(table, ())

    def rows(self, name: str) -> Sequence[Part]:
        """The rows of one table of places."""
        return self.lists.get(name, ())


def file_of(ref: str) -> str:
    """The file, inside the folder of content, in which a record stands."""
    kind, _, name = ref.partition(":")
    if kind in HOMES:
        return f"{HOMES[kind]}/{name}.toml"
    if kind == "table":
        return f"places/{name}.csv" if name in ROWS else f"series/{name}.csv"
    return WHERE["policy" if kind == "rule" else kind]


def load(folder: Path | None = None) -> Library:
    """The library that the TOML and CSV files of *folder* hold; the bundled one by default.

    Everything that cannot be read is gathered into one :class:`LoadError`.
    """
    contents, problems = read(folder or paths.resources() / "content")
    if problems:
        raise LoadError(problems)
    return Library(contents)


def read(folder: Path) -> tuple[Contents, list[Problem]]:
    """All that can be read of *folder*, and a problem for each thing that cannot."""
    reader = _Reader(folder)
    reader.read()
    return reader.contents, reader.problems


class _Reader:
    """Reads one folder record by record and goes on after each problem."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.contents = Contents()
        self.problems: list[Problem] = []

    def read(self) -> None:
        self._read_about()
        self._refuse_strangers()
        for name in FOLDERS:
            for path in sorted((self.folder / name).glob("*.toml")):
                self._read_single(path, FOLDERS[name])
        for name in FILES:
            if (self.folder / name).is_file():
                self._read_lists(self.folder / name, FILES[name])
        for path in sorted((self.folder / "series").glob("*.csv")):
            self._read_figures(path)
        for name, row_type in ROWS.items():
            if (self.folder / "places" / f"{name}.csv").is_file():
                path = self.folder / "places" / f"{name}.csv"
                self.contents.lists[name] = tuple(map(self._plain, self._read_rows(path, row_type)))
        self._read_package()
        events = self.contents.kinds["event"]
        self.contents.kinds["event"] = dict(sorted(events.items(), key=_by_date))

    # ------------------------------------------------------------------------------- TOML

    def _read_about(self) -> None:
        path = self.folder / "about.toml"
        if not path.is_file():
            self._report("about.toml", "", "", "missing-file", "Add about.toml with a version.")
            return
        about = self._convert(self._toml(path), About, "about.toml", "")
        if about is not None:
            self.contents.about = about

    def _refuse_strangers(self) -> None:
        known = [*FILES, "about.toml"]
        for path in sorted(self.folder.glob("*.toml")):
            if path.name not in known:
                advice = f"No such file is known{nearest(path.name, known)}."
                self._report(path.name, "", "", "unknown-file", advice)

    def _read_single(self, path: Path, kind: str) -> None:
        raw = self._toml(path)
        if raw is None:
            self.contents.broken.add(f"{kind}:{path.stem}")
            return
        if "id" in raw:
            advice = "Leave the id out: the name of the file is the id."
            self._report(self._name(path), path.stem, "id", "unknown-key", advice)
        self._keep(kind, {**raw, "id": path.stem}, path, 0)

    def _read_lists(self, path: Path, kinds: tuple[str, ...]) -> None:
        for key, records in (self._toml(path) or {}).items():
            if key not in kinds:
                advice = f"{key!r} is not known here{nearest(key, kinds)}."
                self._report(self._name(path), "", key, "unknown-key", advice)
            elif not isinstance(records, list):
                advice = f"Write each record under [[{key}]], with two brackets."
                self._report(self._name(path), "", key, "wrong-type", advice)
            else:
                for number, raw in enumerate(records, start=1):
                    self._keep(key, raw, path, number)

    def _keep(self, kind: str, raw: Any, path: Path, number: int) -> None:
        file = self._name(path)
        if kind == "official_name" and isinstance(raw, dict):
            raw = {"id": kebab(str(raw.get("name", ""))), **raw}  # nobody refers to one
        named = raw.get("id") if isinstance(raw, dict) else None
        raw = taken_out(raw, self.contents.statistics)
        record = self._convert(raw, KINDS[kind], file, str(named or f"{kind}[{number}]"))
        if record is None:
            self.contents.broken.add(f"{kind}:{named}")
            return
        if record.id in self.contents.kinds[kind]:
            advice = f"Another {kind} has this id; give each its own."
            self._report(file, record.id, "id", "duplicate-id", advice)
            return
        self.contents.kinds[kind][record.id] = record

    def _toml(self, path: Path) -> dict[str, Any] | None:
        try:
            return tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"line (\d+)", str(error))
            where = f"line {line[1]}" if line else ""
            advice = f"This is not TOML: {error}."
            self._report(self._name(path), "", where, "toml-syntax", advice)
        except (OSError, UnicodeDecodeError) as error:
            advice = f"The file cannot be read as UTF-8 text: {error}."
            self._report(self._name(path), "", "", "unreadable", advice)
        return None

    def _convert(self, raw: Any, cls: type[Any], file: str, record: str) -> Any:
        found, problems = convert(raw, cls, file, record)
        self.problems += problems
        return found

    # -------------------------------------------------------------------------------- CSV

    def _read_figures(self, path: Path) -> None:
        rows = self._read_rows(path, Figure)
        named = (msgspec.structs.replace(row, series=f"{path.stem}/{row.series}") for row in rows)
        self.contents.tables[path.stem] = tuple(named)

    def _plain(self, row: Any) -> Any:
        """A row whose texts are plain; the statistics of its texts are kept."""
        written = {
            name: value
            for name in row.__struct_fields__
            if isinstance(value := getattr(row, name), str) and "](" in value
        }
        plain = taken_out(written, self.contents.statistics)
        return msgspec.structs.replace(row, **plain) if plain else row

    def _read_rows(self, path: Path, row_type: type[Any]) -> list[Any]:
        file = self._name(path)
        read = read_rows(path, file, row_type)
        self.contents.headers[file] = read.header
        self.contents.numbers[path.stem] = tuple(read.numbers)
        self.problems += read.problems
        return read.rows

    # --------------------------------------------------------------------- the data package

    def _read_package(self) -> None:
        """Tables from the data package; where there is none, from the names of the files."""
        path = next((p / PACKAGE for p in (self.folder.parent, self.folder) if _has(p)), None)
        if path is not None:
            try:
                self.contents.package = json.loads(path.read_text(encoding="utf-8"))
            except (OSError, ValueError) as error:
                advice = f"The data package is not JSON: {error}."
                self._report(PACKAGE, "", "", "json-syntax", advice)
        resources = self.contents.package.get("resources", ())
        declared = {Path(str(entry.get("path", ""))).stem: entry for entry in resources}
        series: dict[str, list[str]] = {}
        for name in self.contents.kinds["series"]:
            series.setdefault(name.partition("/")[0], []).append(name)
        for file in self.contents.headers:
            stem = Path(file).stem
            entry = declared.get(stem, {})
            table = Table(
                id=stem,
                title=str(entry.get("title", stem)),
                description=str(entry.get("description", "")),
                path=file,
                series=tuple(series.get(stem, ())),
            )
            self.contents.kinds["table"][stem] = table

    def _name(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()

    def _report(self, file: str, record: str, field: str, rule: str, advice: str) -> None:
        self.problems.append(Problem(file, record, field, rule, advice))


def _has(folder: Path) -> bool:
    return (folder / PACKAGE).is_file()


def _by_date(item: tuple[str, Any]) -> tuple[When, str]:
    return item[1].date, item[0]
