"""What the program does without: rows and tables that cannot be read or do not fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from explorer.content.slips import LoadError, Problem, nearest

if TYPE_CHECKING:
    from explorer.content.load import Contents
    from explorer.content.model import Figure, Series


def bear(contents: Contents, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Every problem that the program can run with, once what is wrong was set aside.

    A wrong row or a missing table leaves a gap in the figures; anything else that cannot be read
    is a :class:`LoadError`.
    """
    if any(not problem.file.endswith(".csv") for problem in problems):
        raise LoadError(problems)
    unfit = [problem for table in contents.tables for problem in _set_aside(contents, table)]
    return (*problems, *unfit, *_missing(contents))


def _set_aside(contents: Contents, table: str) -> list[Problem]:
    """Take the rows of a table away that do not fit their series; say which and why."""
    kept, found = [], []
    numbers = contents.numbers.get(table, ())
    for number, figure in zip(numbers, contents.tables[table], strict=True):
        unfit = list(_unfit(contents, figure, f"series/{table}.csv", f"row {number}"))
        found += unfit
        kept += [] if unfit else [figure]
    contents.tables[table] = tuple(kept)
    return found


def _unfit(contents: Contents, figure: Figure, file: str, where: str) -> Iterator[Problem]:
    series = _series(contents).get(figure.series)
    if series is None:
        what = f"series.toml does not define {figure.series!r}; add it with its definition."
        yield Problem(file, where, "series", "figure-without-definition", what)
    elif figure.unit not in (series.units or (series.unit,)):
        what = f"The unit is {figure.unit!r}, but that of the series {series.unit!r}."
        yield Problem(file, where, "unit", "unit-differs", what)
    sources = contents.records("source")
    if figure.source not in sources:
        what = f"There is no source {figure.source!r}{nearest(figure.source, list(sources))}."
        yield Problem(file, where, "source", "dangling-reference", what)


def _missing(contents: Contents) -> Iterator[Problem]:
    """The tables that series or the data package name, and that have no file."""
    series: dict[str, int] = {}
    for record in _series(contents).values():
        series[record.table] = series.get(record.table, 0) + 1
    for table, count in series.items():
        if table not in contents.tables:
            what = f"The file is missing, so {count} series have no figures; put it back."
            yield Problem(f"series/{table}.csv", "", "", "missing-file", what)
    for entry in contents.package.get("resources", ()):
        folder, _, name = str(entry.get("path", "")).removeprefix("content/").partition("/")
        if (
            folder == "places"
            and name.endswith(".csv")
            and f"places/{name}" not in contents.headers
        ):
            yield Problem(
                f"places/{name}", "", "", "missing-file", "The file is missing; put it back."
            )


def _series(contents: Contents) -> Mapping[str, Series]:
    return cast("Mapping[str, Series]", contents.records("series"))
