"""Files in resources/content -> Library."""

from __future__ import annotations

import csv
import difflib
import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import msgspec

from explorer import paths
from explorer.content.dates import When
from explorer.content.library import KINDS, Library, kebab
from explorer.content.model import (
    About,
    Activation,
    Agreement,
    Figure,
    Limit,
    Part,
    Record,
    Table,
    Undated,
)

FOLDERS: Final[Mapping[str, str]] = MappingProxyType(
    {"events": "event", "claims": "claim", "charts": "chart"}
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

ROWS: Final[Mapping[str, type[Part]]] = MappingProxyType(
    {"activation": Activation, "undated": Undated, "agreements": Agreement, "limits": Limit}
)
"""The tables of ``places/``, and what one row of each is."""

PACKAGE: Final = "datapackage.json"
YES: Final = {"yes": True, "true": True, "no": False, "false": False}


@dataclass(frozen=True)
class Problem:
    """Trouble in the content: where it is, what rule it breaks and what to do about it."""

    file: str
    record: str
    field: str
    rule: str
    what_to_do: str

    def __str__(self) -> str:
        where = " ".join(part for part in (self.record, self.field) if part)
        return f"{self.file}: {where + ': ' if where else ''}{self.what_to_do} [{self.rule}]"


class LoadError(ValueError):
    """The content cannot be read; :attr:`problems` has every reason."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        shown = "\n".join(str(problem) for problem in problems[:5])
        more = f"\n... and {len(problems) - 5} more" if len(problems) > 5 else ""
        super().__init__(shown + more)
        self.problems = tuple(problems)


@dataclass
class Contents:
    """What was read from a folder: the shelves of a library, and what a check needs."""

    about: About = field(default_factory=lambda: About(version="", researched=""))
    kinds: dict[str, dict[str, Record]] = field(
        default_factory=lambda: {kind: {} for kind in KINDS}
    )
    tables: dict[str, tuple[Figure, ...]] = field(default_factory=dict)
    lists: dict[str, tuple[Part, ...]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)  # references of records that cannot be read
    package: dict[str, Any] = field(default_factory=dict)  # the data package as written
    headers: dict[str, tuple[str, ...]] = field(default_factory=dict)  # CSV file -> columns

    def records(self, kind: str) -> Mapping[str, Record]:
        """All records of a kind by id."""
        return self.kinds[kind]

    def figures(self, table: str) -> Sequence[Figure]:
        """The rows of one table of series."""
        return self.tables.get(table, ())

    def rows(self, name: str) -> Sequence[Part]:
        """The rows of one table of places."""
        return self.lists.get(name, ())


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
                self.contents.lists[name] = tuple(self._read_csv(path, row_type))
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
                advice = f"No such file is known{_nearest(path.name, known)}."
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
                advice = f"{key!r} is not known here{_nearest(key, kinds)}."
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
        """The record, or None after reporting every unknown key and the first other trouble."""
        while True:
            try:
                return msgspec.convert(raw, cls, dec_hook=read_date)
            except msgspec.ValidationError as error:
                message, at = _split(str(error))
                unknown = _UNKNOWN.search(message)
                if unknown is None:
                    rule, advice = _advice(message)
                    self._report(file, record, at, rule, advice)
                    return None
                key, inside = unknown[1], _type_at(cls, at)
                advice = f"There is no key {key!r} here{_nearest(key, _keys(inside))}."
                where = f"{at}.{key}" if at else key
                self._report(file, record, where, "unknown-key", advice)
                raw = _without(raw, _STEP.findall(at), key)

    # -------------------------------------------------------------------------------- CSV

    def _read_figures(self, path: Path) -> None:
        rows = self._read_csv(path, Figure)
        named = (msgspec.structs.replace(row, series=f"{path.stem}/{row.series}") for row in rows)
        self.contents.tables[path.stem] = tuple(named)

    def _read_csv(self, path: Path, row_type: type[Any]) -> list[Any]:
        file = self._name(path)
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            advice = f"The file cannot be read as UTF-8 text: {error}."
            self._report(file, "", "", "unreadable", advice)
            return []
        lines = csv.reader(text.splitlines(keepends=True))
        header = next(lines, [])
        self.contents.headers[file] = tuple(header)
        if not self._header_fits(file, header, row_type):
            return []
        cells = _Cells(row_type)
        found = (
            self._row(file, number, header, line, cells) for number, line in enumerate(lines, 2)
        )
        return [row for row in found if row is not None]

    def _header_fits(self, file: str, header: Sequence[str], row_type: type[Any]) -> bool:
        columns = row_type.__struct_encode_fields__
        for name in header:
            if name not in columns:
                advice = f"There is no column {name!r}{_nearest(name, columns)}."
                self._report(file, "row 1", name, "unknown-column", advice)
        missing = [name for name in _required(row_type) if name not in header]
        for name in missing:
            self._report(file, "row 1", name, "missing-column", f"Add the column {name!r}.")
        return not missing and all(name in columns for name in header)

    def _row(
        self, file: str, number: int, header: Sequence[str], line: Sequence[str], cells: _Cells
    ) -> Any:
        if not line:
            return None
        if len(line) != len(header):
            advice = f"The row has {len(line)} cells, the header {len(header)}; quote commas."
            self._report(file, f"row {number}", "", "wrong-width", advice)
            return None
        written = {name: cell.strip() for name, cell in zip(header, line, strict=True)}
        try:
            return cells.row(written)
        except msgspec.ValidationError:
            for column, rule, advice in cells.faults(written):
                self._report(file, f"row {number}", column, rule, advice)
            return None

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


class _Cells:
    """Turns the cells of a row into values by the types of the record's fields."""

    def __init__(self, row_type: type[Any]) -> None:
        self.row_type = row_type
        self.types = get_type_hints(row_type)
        self.lists = {name for name, kind in self.types.items() if get_origin(kind) is tuple}
        self.flags = {name for name, kind in self.types.items() if kind is bool}
        self.required = set(_required(row_type))

    def row(self, written: Mapping[str, str]) -> Any:
        """The record of a row; empty cells take the default."""
        filled = {name: self._value(name, cell) for name, cell in written.items() if cell}
        return msgspec.convert(filled, self.row_type, strict=False, dec_hook=read_date)

    def faults(self, written: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
        """Column, rule and advice for each cell that is wrong."""
        for name, cell in written.items():
            if not cell:
                if name in self.required:
                    yield name, "empty-cell", "The cell is empty; fill it in."
                continue
            try:
                kind = self.types[name]
                msgspec.convert(self._value(name, cell), kind, strict=False, dec_hook=read_date)
            except msgspec.ValidationError as error:
                rule, advice = _advice(_split(str(error))[0])
                yield name, rule, f"{cell!r}: {advice}"

    def _value(self, name: str, cell: str) -> Any:
        if name in self.lists:
            return [part.strip() for part in re.split(r"[|;]", cell) if part.strip()]
        return YES.get(cell, cell) if name in self.flags else cell


# ------------------------------------------------------------------------- dates and messages

_UNKNOWN: Final = re.compile(r"unknown field `(.+?)`")
_STEP: Final = re.compile(r"[\w-]+|\[[\d.]+\]")
_MISSING: Final = re.compile(r"missing required field `(.+?)`")


def read_date(cls: type[Any], value: Any) -> Any:
    """Turns the text of a date into a :class:`When`, for msgspec."""
    if cls is not When:
        raise NotImplementedError(f"no reader for {cls}")
    if isinstance(value, date):
        return When(value.isoformat()[:10])
    if not isinstance(value, str):
        raise ValueError(f'{value!r} is not a date in quotes such as "2008-10" or "2008"')
    return When(value)


def write_date(value: Any) -> Any:
    """Turns a :class:`When` into its text, for msgspec."""
    if isinstance(value, When):
        return value.text
    raise NotImplementedError(f"no writer for {type(value)}")


def _split(message: str) -> tuple[str, str]:
    """What msgspec says, and the field that it speaks of."""
    text, _, at = message.partition(" - at `")
    return text, at.removesuffix("`").removeprefix("$").removeprefix(".")


def _advice(message: str) -> tuple[str, str]:
    """The rule that a message of msgspec is about, and what to do."""
    missing = _MISSING.search(message)
    if missing:
        return "missing-key", f"Add the key {missing[1]!r}."
    if "Invalid enum value" in message:
        return "unknown-value", f"{message}; use one of the words that the model lists."
    if "is not a date" in message or "calendar" in message or "ends before" in message:
        return "bad-date", f"{message}."
    if "Expected" in message and ("`float" in message or "`int" in message):
        return "bad-number", f"{message}."
    return "wrong-type", f"{message}."


def _nearest(word: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"; did you mean {close[0]!r}?" if close else f"; known are {', '.join(known)}"


def _keys(cls: type[Any]) -> tuple[str, ...]:
    return tuple(name for name in getattr(cls, "__struct_encode_fields__", ()) if name != "id")


def _required(cls: type[Any]) -> tuple[str, ...]:
    return tuple(field.encode_name for field in msgspec.structs.fields(cls) if field.required)


def _type_at(cls: type[Any], at: str) -> type[Any]:
    """The type of the part that a path such as ``links[0]`` leads to."""
    for step in _STEP.findall(at):
        if not step.startswith("["):
            names = dict(zip(cls.__struct_encode_fields__, cls.__struct_fields__, strict=True))
            cls = _struct_in(get_type_hints(cls)[names[step]])
    return cls


def _struct_in(kind: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return kind
    if get_origin(kind) in (tuple, dict, Union, UnionType):
        return next((found for arg in get_args(kind) if (found := _struct_in(arg))), None)
    return None


def _without(raw: Any, steps: Sequence[str], key: str) -> Any:
    """The same record without a key at the end of a path, so that the next trouble can be found."""
    if not steps:
        return {name: value for name, value in raw.items() if name != key}
    step, rest = steps[0], steps[1:]
    if step == "[...]":  # msgspec does not say which entry of a map
        return {name: _without(value, rest, key) for name, value in raw.items()}
    if step.startswith("["):
        number = int(step[1:-1])
        return [*raw[:number], _without(raw[number], rest, key), *raw[number + 1 :]]
    return {**raw, step: _without(raw[step], rest, key)}


def _has(folder: Path) -> bool:
    return (folder / PACKAGE).is_file()


def _by_date(item: tuple[str, Any]) -> tuple[When, str]:
    return item[1].date, item[0]
