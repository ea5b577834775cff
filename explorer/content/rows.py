"""The rows of a CSV file, checked column by column."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, get_args, get_origin, get_type_hints

import msgspec

from explorer.content.slips import Problem, advice, nearest, read_date, required, split

YES: Final = {"yes": True, "true": True, "no": False, "false": False}
_SEPARATOR: Final = re.compile(r"[|;]")


@dataclass
class Rows:
    """What was read from a CSV file: its columns, its rows, and what is wrong with others."""

    header: tuple[str, ...] = ()
    rows: list[Any] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)  # where each row stands in the file
    problems: list[Problem] = field(default_factory=list)


def read_rows(path: Path, file: str, row_type: type[Any]) -> Rows:
    """The rows of *path* as records of *row_type*; *file* is its name in what is reported."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        what = f"The file cannot be read as UTF-8 text: {error}."
        return Rows(problems=[Problem(file, "", "", "unreadable", what)])
    lines = csv.reader(text.splitlines(keepends=True))
    read = Rows(header=tuple(next(lines, [])))
    read.problems += _header(file, read.header, row_type)
    if not read.problems:
        cells = _Cells(row_type)
        for number, line in enumerate(lines, start=2):
            if line:
                _add(read, file, number, line, cells)
    return read


def _header(file: str, header: Sequence[str], row_type: type[Any]) -> Iterator[Problem]:
    columns = row_type.__struct_encode_fields__
    for name in header:
        if name not in columns:
            what = f"There is no column {name!r}{nearest(name, columns)}."
            yield Problem(file, "row 1", name, "unknown-column", what)
    for name in required(row_type):
        if name not in header:
            yield Problem(file, "row 1", name, "missing-column", f"Add the column {name!r}.")


def _add(read: Rows, file: str, number: int, line: Sequence[str], cells: _Cells) -> None:
    where = f"row {number}"
    if len(line) != len(read.header):
        what = f"The row has {len(line)} cells, the header {len(read.header)}; quote commas."
        read.problems.append(Problem(file, where, "", "wrong-width", what))
        return
    written = {name: cell.strip() for name, cell in zip(read.header, line, strict=True)}
    try:
        read.rows.append(cells.row(written))
        read.numbers.append(number)
    except msgspec.ValidationError:
        read.problems += [Problem(file, where, *fault) for fault in cells.faults(written)]


class _Cells:
    """Turns the cells of a row into values by the types of the record's fields."""

    def __init__(self, row_type: type[Any]) -> None:
        self.row_type = row_type
        self.types = get_type_hints(row_type)
        self.lists = {name for name, kind in self.types.items() if get_origin(kind) is tuple}
        self.flags = {name for name, kind in self.types.items() if kind is bool}
        self.required = set(required(row_type))

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
                rule, what = advice(split(str(error))[0], get_args(kind))
                yield name, rule, f"{cell!r}: {what}"

    def _value(self, name: str, cell: str) -> Any:
        if name in self.lists:
            return [part.strip() for part in _SEPARATOR.split(cell) if part.strip()]
        return YES.get(cell, cell) if name in self.flags else cell
