"""Library -> problems: loose ids, figures without source, one-sided claims."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from explorer import paths
from explorer.content import balance, decisions, statistics
from explorer.content.dates import When
from explorer.content.library import KINDS, Library
from explorer.content.load import PACKAGE, Contents, Problem, file_of, read
from explorer.content.mentions import mentions
from explorer.content.model import Claim, Era, Event, Figure, Flow, Part, Record, Series, Stage
from explorer.content.slips import required
from explorer.content.wording import Wording, is_lopsided, lengths

KEBAB: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
KEBAB_KINDS: Final = (
    *("event", "program", "administration", "conflict", "quote", "viewpoint", "question"),
    *("term", "word", "claim", "chart", "source", "table", "tour", "lesson", "guide"),
)
ENDS: Final = (
    ("start", "end"),
    ("date", "end"),
    ("valid_from", "valid_to"),
    ("effective_from", "effective_to"),
    ("in_force_from", "in_force_to"),
    ("in_force_from", "from_uncertain_until"),
    ("to_uncertain_from", "in_force_to"),
    ("signed_on", "ended_on"),
)
SPOKEN: Final = {"quote": "quote-without-speaker", "claim": "claim-without-speaker"}


def check(target: Library | Path) -> list[Problem]:
    """Every problem of a library, or of a folder with all that cannot be read in it."""
    if isinstance(target, Library):
        return sorted(_all(target, frozenset()), key=_place)
    contents, problems = read(target)
    problems += _all(Library(contents), contents.broken)
    problems += _package(target, contents)
    lists, unread = statistics.read_lists(target)
    problems += [*unread, *statistics.problems(Library(contents), lists, contents.broken)]
    return sorted(problems, key=_place)


def run(
    folder: Path | None = None,
    as_json: bool = False,
    further: Callable[[Library], list[Problem]] = lambda _: [],
) -> int:
    """Print every problem of a folder of content; 0 without any, 1 with, 2 for no such folder.

    *further* finds what only a layer above the content can see, such as links that do not open.
    """
    folder = folder or paths.resources() / "content"
    if (folder / "content").is_dir() and not (folder / "about.toml").exists():
        folder = folder / "content"
    if not folder.is_dir():
        print(f"There is no folder {folder}; name one that holds about.toml.", file=sys.stderr)
        return 2
    problems = sorted([*check(folder), *further(Library(read(folder)[0]))], key=_place)
    if as_json:
        print(json.dumps(msgspec.to_builtins(problems), ensure_ascii=False, indent=2))
        return 1 if problems else 0
    for problem in problems:
        print(problem)
    files = len({problem.file for problem in problems})
    print(f"{len(problems)} problems in {files} files." if problems else "No problems.")
    return 1 if problems else 0


def _place(problem: Problem) -> tuple[str, str, str, str]:
    return problem.file, problem.record, problem.field, problem.rule


# ----------------------------------------------------------------------------- all the rules


def _all(library: Library, broken: frozenset[str] | set[str]) -> Iterator[Problem]:
    wording = Wording(library.words.values(), library.official_names.values())
    for kind in KINDS:
        for record in library.records(kind).values():
            ref = f"{kind}:{record.id}"
            yield from _record(library, ref, record, broken)
            yield from _worded(wording, file_of(ref), record.id, record)
    for file, where, row in _rows(library):
        yield from _dangling(library, file, where, row, broken)
        yield from _whole(file, where, row)
        yield from _worded(wording, file, where, row)
    yield from _figures(library)
    yield from _boxes(library)
    yield from _eras(library)
    yield from _tables(library)
    yield from _questions(library)


def _record(
    library: Library, ref: str, record: Record, broken: frozenset[str] | set[str]
) -> Iterator[Problem]:
    kind, file = ref.partition(":")[0], file_of(ref)
    yield from _dangling(library, file, record.id, record, broken)
    yield from _whole(file, record.id, record)
    yield from _named(kind, file, record)
    if isinstance(record, Claim):
        yield from _claim(library, file, record)
    if kind in SPOKEN and not getattr(record, "speaker", "").strip():
        yield Problem(file, record.id, "speaker", SPOKEN[kind], "Say who said it.")
    if kind == "conflict" and not getattr(record, "about", ()):
        advice = "Name in 'about' every event, figure, rule or place that it touches."
        yield Problem(file, record.id, "about", "conflict-touches-nothing", advice)


def _dangling(
    library: Library, file: str, where: str, part: Record | Part, broken: frozenset[str] | set[str]
) -> Iterator[Problem]:
    """References that name nothing; what could not be read is not reported twice."""
    for mention in mentions(part):
        if mention.ref not in broken and not library.has(mention.ref):
            near = library.nearest(mention.ref)
            advice = f"There is no {mention.ref!r}{near}"
            yield Problem(file, where, mention.field, "dangling-reference", advice)


def _named(kind: str, file: str, record: Record) -> Iterator[Problem]:
    """Ids that do not follow the rule of their kind."""
    pieces = record.id.split("/") if kind == "series" else [record.id]
    kebab = all(KEBAB.fullmatch(piece) for piece in pieces)
    if (kind in KEBAB_KINDS or kind == "series") and not kebab:
        advice = "Write the id in small letters and digits, joined by single hyphens."
        yield Problem(file, record.id, "id", "id-not-kebab", advice)
    if isinstance(record, Series) and not record.id.startswith(f"{record.table}/"):
        advice = f"Begin the id with its table: '{record.table}/...'."
        yield Problem(file, record.id, "id", "series-outside-its-table", advice)
    if isinstance(record, Event) and not record.id.startswith(f"{record.date.first.year}-"):
        advice = f"Begin the name of the file with the year, '{record.date.first.year}-'."
        yield Problem(file, record.id, "date", "event-not-named-by-its-year", advice)


def _claim(library: Library, file: str, claim: Claim) -> Iterator[Problem]:
    for field in ("unit", "period", "numerator"):
        if not getattr(claim, field).strip():
            name = "definition" if field == "numerator" else field
            advice = (
                f"Say in {field!r} what the number is; write 'not stated' where it is not known."
            )
            yield Problem(file, claim.id, field, f"figure-without-{name}", advice)
    if claim.disputed and not claim.rivals:
        advice = "Name the claim that rivals it under [[rivals]], and why they differ."
        yield Problem(file, claim.id, "rivals", "disputed-without-rival", advice)
    for number, rival in enumerate(claim.rivals):
        other = library.claims.get(rival.claim)
        if other is not None and claim.id not in [back.claim for back in other.rivals]:
            advice = f"{rival.claim} does not name this claim as its rival; add it there."
            yield Problem(file, claim.id, f"rivals[{number}]", "one-sided-rival", advice)


# ------------------------------------------------------------------- rules for every record


def _whole(file: str, where: str, part: Any, at: str = "") -> Iterator[Problem]:
    """Facts without a source and spans that end before they start, in a record and its parts."""
    yield from _sourced(file, where, part, at)
    for first, last in ENDS:
        start, end = getattr(part, first, None), getattr(part, last, None)
        if isinstance(start, When) and isinstance(end, When) and end.last < start.first:
            advice = f"It ends ({end.text}) before it starts ({start.text})."
            yield Problem(file, where, f"{at}{last}", "end-before-start", advice)
    for name, written in zip(part.__struct_fields__, part.__struct_encode_fields__, strict=True):
        value = getattr(part, name)
        if isinstance(value, msgspec.Struct):
            yield from _whole(file, where, value, f"{at}{written}.")
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, msgspec.Struct):
                    yield from _whole(file, where, item, f"{at}{written}[{number}].")


def _sourced(file: str, where: str, part: Any, at: str) -> Iterator[Problem]:
    admitted = getattr(part, "unverified", "no") not in ("", "no")
    if "sources" in required(type(part)) and not part.sources and not admitted:
        figure = isinstance(part, Claim | Stage | Flow)
        rule = "figure-without-source" if figure else "fact-without-source"
        advice = "Name its source, or say in 'unverified' what was not read."
        yield Problem(file, where, f"{at}sources", rule, advice)


def _worded(wording: Wording, file: str, where: str, part: Record | Part) -> Iterator[Problem]:
    for field, found, word in wording.loaded(part):
        advice = f"{found!r} {_lean(word.leans)}; write {word.house_term!r}, or quote a speaker."
        yield Problem(file, where, field, "loaded-word", advice)


def _lean(leans: str) -> str:
    return "is loaded" if leans == "both" else f"leans ({leans})"


# ------------------------------------------------------------------------- rules of a kind


def _rows(library: Library) -> Iterator[tuple[str, str, Part]]:
    """Rows of the tables of places: file, row as in a spreadsheet, record."""
    tables: dict[str, tuple[Part, ...]] = {
        "activation": library.activations(),
        "undated": library.undated(),
        "agreements": library.agreements(),
        "limits": library.limits(),
    }
    for name, rows in tables.items():
        for number, row in enumerate(rows, start=2):
            yield f"places/{name}.csv", f"row {number}", row


def _figures(library: Library) -> Iterator[Problem]:
    for table in library.tables:
        for number, figure in enumerate(library.table(table), start=2):
            yield from _figure(library, f"series/{table}.csv", f"row {number}", figure)
    for series in library.series.values():
        if not series.definition.strip():
            advice = "Say in 'definition' what is counted, and what is not."
            yield Problem(
                "series.toml", series.id, "definition", "figure-without-definition", advice
            )
        if not library.figures(series.id):
            advice = f"No row of series/{series.table}.csv belongs to it; remove it or add rows."
            yield Problem("series.toml", series.id, "", "series-without-figures", advice)


def _figure(library: Library, file: str, where: str, figure: Figure) -> Iterator[Problem]:
    series = library.series.get(figure.series)
    if series is None:
        advice = f"series.toml does not define {figure.series!r}; add it with its definition."
        yield Problem(file, where, "series", "figure-without-definition", advice)
        return
    if not library.has(f"source:{figure.source}"):
        advice = f"There is no source {figure.source!r}{library.nearest(f'source:{figure.source}')}"
        yield Problem(file, where, "source", "dangling-reference", advice)
    if figure.unit not in (series.units or (series.unit,)):
        advice = f"The unit is {figure.unit!r}, but that of the series {series.unit!r}."
        yield Problem(file, where, "unit", "unit-differs", advice)
    if figure.fiscal_year is None and figure.date is None and not figure.period:
        advice = "Give a fiscal year, a date or a period."
        yield Problem(file, where, "period", "figure-without-period", advice)
    elif not _fits(figure, series):
        advice = f"The series counts by {series.period}; this row does not."
        yield Problem(file, where, "period", "period-differs", advice)


def _fits(figure: Figure, series: Series) -> bool:
    return {
        "fiscal year": figure.fiscal_year is not None,
        "month": figure.date is not None and figure.date.precision in ("month", "day"),
        "date": figure.date is not None,
        "period": figure.period != "",
        "mixed": True,
    }[series.period]


def _boxes(library: Library) -> Iterator[Problem]:
    """The overview holds every node once; a node folds into one group at most."""
    for kind, need in (("box", 1), ("group", 0)):
        found = Counter(
            member
            for holder in library.records(kind).values()
            for member in holder.members  # type: ignore[attr-defined]
        )
        if not found and not library.records(kind):
            continue
        for node in library.nodes:
            if found[node] > 1 or found[node] < need:
                advice = f"It is a member of {found[node]} records [[{kind}]]; it must be in one."
                yield Problem("pipeline.toml", node, "", f"{kind}-coverage", advice)


def _eras(library: Library) -> Iterator[Problem]:
    before: Era | None = None
    for era in library.eras.values():
        for edge in library.edges:
            if edge not in era.edges:
                advice = f"Say how the arrow {edge!r} stands in this era."
                yield Problem("pipeline.toml", era.id, "edges", "era-without-arrow", advice)
        if era.overlay:
            continue
        if before is not None and (before.end is None or era.start.first <= before.end.last):
            advice = f"It starts before era {before.id!r} has ended."
            yield Problem("pipeline.toml", era.id, "start", "eras-overlap", advice)
        before = era


def _tables(library: Library) -> Iterator[Problem]:
    attributes = library.attributes
    for fault in decisions.faults(library.policies, attributes, tuple(library.outcomes)):
        yield Problem("rules.toml", *fault)
    for profile in library.profiles.values():
        for fault in decisions.fact_faults(profile, attributes):
            yield Problem("profiles.toml", *fault)
    for rule in library.profile_rules.values():
        for field, text in (("if", rule.if_), ("then", rule.then)):
            for broken, advice in decisions.condition_faults(text, attributes, consistent=True):
                yield Problem("profiles.toml", rule.id, field, broken, advice)


def _questions(library: Library) -> Iterator[Problem]:
    for question in library.questions.values():
        if is_lopsided(question):
            short, long = sorted(lengths(question))
            advice = f"One side has {long} words, the other {short}: at most half as many more."
            yield Problem("questions.toml", question.id, "side_a", "positions-unequal", advice)
        for field, rule, advice in balance.faults(library, question):
            yield Problem("questions.toml", question.id, field, rule, advice)


# ------------------------------------------------------------------------- the data package


def _package(folder: Path, contents: Contents) -> Iterator[Problem]:
    """Where the data package and the CSV files do not tell the same."""
    if not contents.package:
        return
    home = folder.parent if (folder.parent / PACKAGE).is_file() else folder
    declared = {
        str(entry.get("path", "")): entry for entry in contents.package.get("resources", ())
    }
    for path, entry in declared.items():
        if not (home / path).is_file():
            advice = f"There is no file {path!r}; remove the entry or add the file."
            yield Problem(PACKAGE, str(entry.get("name", path)), "path", "missing-table", advice)
        elif path.endswith(".csv"):
            yield from _columns(home / path, entry)
    for name in contents.headers:
        if (folder / name).relative_to(home).as_posix() not in declared:
            yield Problem(PACKAGE, name, "resources", "undeclared-table", f"Declare {name!r}.")


def _columns(path: Path, entry: dict[str, Any]) -> Iterator[Problem]:
    fields = entry.get("schema", {}).get("fields", ())
    expected = [str(field.get("name")) for field in fields]
    with path.open(encoding="utf-8-sig", newline="") as file:
        found = next(csv.reader(file), [])
    if found != expected:
        advice = f"The columns are {', '.join(found)}; the schema lists {', '.join(expected)}."
        yield Problem(
            PACKAGE, str(entry.get("name", path.name)), "schema", "columns-differ", advice
        )
