"""Describe every CSV of the content in resources/datapackage.json (Data Package v2).

``python packaging/datapackage.py`` writes the file anew from the record types, ``series.toml``
and the tables themselves. Titles and descriptions of tables are kept as somebody wrote them.
"""

from __future__ import annotations

import csv
import json
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from explorer.content.dates import When  # noqa: E402
from explorer.content.load import ROWS  # noqa: E402
from explorer.content.model import Figure  # noqa: E402

RESOURCES: Final = ROOT / "resources"
POINT: Final = r"\d{4}(-\d{2}(-\d{2})?)?~?"
DATE: Final = rf"(\.\./)?{POINT}(/({POINT}|\.\.))?"
PATTERNS: Final = {"fips": r"\d{5}", "state": r"[A-Z]{2}", "period": DATE}
CC_BY: Final = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0 International",
}
ISC: Final = {
    "name": "ISC",
    "path": "https://spdx.org/licenses/ISC.html",
    "title": "ISC License; shapes by the US Census Bureau, public domain",
}
MEANING: Final = {
    "series": "Name of the series; with the table it is the id in series.toml, which defines it.",
    "fiscal_year": "US federal fiscal year: 2010 is October 2009 to September 2010.",
    "date": "Day, month or year of the value, as known (EDTF: 2011-08-05, 2011-08, 2010-08~).",
    "period": "Stretch that the value covers (EDTF interval: 2008-10/2010-06).",
    "value": "The value as published or, where the qualifier says so, as computed.",
    "unit": "Unit of the value.",
    "qualifier": "How the source words the value: exact, about, more_than ...; computed by us.",
    "source": "Id of the source in sources.toml.",
    "sources": "Ids of the sources in sources.toml, separated by semicolons.",
    "confidence": "high: primary source; medium: restated by others; low: tertiary or inferred.",
    "note": "What else must be known to read the row.",
    "fips": "County code of the Census, five digits as text; leading zeros count.",
    "state": "Two-letter code of the state; DC included.",
    "activated_on": "Month, or day where known, in which the county's prints began to be checked.",
    "in_map_2017": "Whether the county exists in the shapes of 2017.",
    "active_no_later_than": "An upper bound, not a date of activation.",
    "signed_on": "Day of the first signing.",
    "later_signings": "Days of renewals, separated by semicolons.",
    "ended_on": "Always empty: no source gave exact ends.",
    "last_evidence_on": "Last day on which a source shows the agreement alive; not an end.",
    "adopted_on": "Passage, signing or announcement; ../2014-06-01 is no later than that day.",
    "in_force_from": "First day in force; empty where it was not read.",
    "counts_from": "From when the limit counts: in force, else adopted.",
    "scope": "Ids of the places that it binds, separated by semicolons.",
    "modelled_by": "Ids of the decision tables that model it, separated by semicolons.",
    "coverage": "Reminder that the table is a sample, not a census.",
}


def describe(resources: Path = RESOURCES) -> dict[str, Any]:
    """The descriptor of the data package as it should stand now."""
    content = resources / "content"
    about = _toml(content / "about.toml")
    names = _names(content)
    written = _written(resources)
    paths = [*sorted((content / "series").glob("*.csv")), *sorted((content / "places").glob("*"))]
    paths += sorted((content / "audit").glob("*.csv"))
    tables = [_resource(path, resources, names, written.get(path.stem, {})) for path in paths]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "secure-communities-explorer",
        "title": "Secure Communities Explorer: the tables",
        "description": "Federal-local immigration enforcement in the United States, 1986-2025: "
        "national series, counties, agreements and limits, each row with its source. The sources "
        "stand in content/sources.toml and the definitions of the series in content/series.toml; "
        "both are TOML, so the columns that name them list the known ids instead of a foreign key.",
        "version": str(about.get("version", "")),
        "licenses": [CC_BY],
        "resources": tables,
    }


def _names(content: Path) -> dict[str, dict[str, Any]]:
    """Sources and series by id."""
    return {
        kind: {entry["id"]: entry for entry in _toml(content / file).get(kind, ())}
        for kind, file in (("source", "sources.toml"), ("series", "series.toml"))
    }


def _written(resources: Path) -> dict[str, dict[str, Any]]:
    path = resources / "datapackage.json"
    entries = json.loads(path.read_text(encoding="utf-8"))["resources"] if path.is_file() else ()
    return {Path(entry["path"]).stem: entry for entry in entries}


def _resource(
    path: Path, resources: Path, names: Mapping[str, Mapping[str, Any]], old: Mapping[str, Any]
) -> dict[str, Any]:
    """One file of the package, with the words that it already has."""
    entry = {
        "name": path.stem.partition(".")[0],
        "path": path.relative_to(resources).as_posix(),
        "title": old.get("title", path.stem),
        "description": old.get("description", ""),
    }
    if path.suffix != ".csv":
        return entry | {
            "type": "json",
            "format": "json",
            "mediatype": "application/topo+json",
            "encoding": "utf-8",
            "sources": old.get("sources", []),
            "licenses": [ISC],
        }
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    entry |= {"type": "table", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
    entry["schema"] = _schema(path, rows, names)
    entry["sources"] = [_source(names["source"][name]) for name in _used(rows, names["source"])]
    entry["licenses"] = [CC_BY]
    return entry


def _schema(
    path: Path, rows: Sequence[Mapping[str, str]], names: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    row_type = Figure if path.parent.name == "series" else ROWS.get(path.stem)
    hints = get_type_hints(row_type) if row_type else {}
    columns = list(rows[0])
    fields = [_field(name, hints.get(name, str)) for name in columns]
    for field in fields:
        allowed = _allowed(field["name"], path, rows, names)
        if allowed:
            field["constraints"] = field.get("constraints", {}) | {"enum": allowed}
            field["categories"] = allowed
    schema: dict[str, Any] = {"fieldsMatch": "equal", "fields": fields, "missingValues": [""]}
    if row_type is not None:
        required = {f.name for f in _fields(row_type) if f.required}
        for field in fields:
            if field["name"] in required:
                field["constraints"] = {"required": True} | field.get("constraints", {})
    if path.parent.name == "series":
        schema["uniqueKeys"] = [["series", "fiscal_year", "date", "period", "source", "note"]]
    elif "fips" in columns and path.stem in ("activation", "undated"):
        schema["primaryKey"] = ["fips"]
    elif path.stem == "limits":
        schema["uniqueKeys"] = [["state", "jurisdiction", "kind", "counts_from"]]
    return schema


def _fields(row_type: Any) -> Any:
    import msgspec

    return msgspec.structs.fields(row_type)


def _field(name: str, kind: Any) -> dict[str, Any]:
    """A column by the type of the record's field."""
    kinds = [arg for arg in get_args(kind) if arg is not type(None)] or [kind]
    field: dict[str, Any] = {"name": name, "type": "string"}
    if get_origin(kind) is Literal:
        field["categories"] = list(get_args(kind))
        field["constraints"] = {"enum": list(get_args(kind))}
    elif kind is bool:
        field |= {"type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]}
    elif int in kinds:
        field["type"] = "integer"
    elif float in kinds:
        field["type"] = "number"
    elif get_origin(kind) is tuple and When in kinds:
        field["constraints"] = {"pattern": rf"{DATE}(;{DATE})*"}
    elif When in kinds:
        field["constraints"] = {"pattern": DATE}
    elif name in PATTERNS:
        field["constraints"] = {"pattern": PATTERNS[name]}
    if name in MEANING:
        field["description"] = MEANING[name]
    return field


def _allowed(
    name: str, path: Path, rows: Sequence[Mapping[str, str]], names: Mapping[str, Mapping[str, Any]]
) -> list[str]:
    """The ids that a column may hold, where they stand in another file."""
    if name == "source" and path.parent.name != "audit":
        return _used(rows, names["source"])
    if name == "series" and path.parent.name == "series":
        table = f"{path.stem}/"
        return [key.removeprefix(table) for key in names["series"] if key.startswith(table)]
    return []


def _used(rows: Sequence[Mapping[str, str]], sources: Mapping[str, Any]) -> list[str]:
    """The known sources that the rows name, in order of the alphabet."""
    cells = (row.get("source", "") + ";" + row.get("sources", "") for row in rows)
    return sorted({name for cell in cells for name in cell.split(";")} & set(sources))


def _source(entry: Mapping[str, Any]) -> dict[str, str]:
    found = {"title": entry["title"], "path": entry.get("URL", "")}
    return {key: value for key, value in found.items() if value}


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def text(descriptor: Mapping[str, Any]) -> str:
    """The descriptor as it is written to the file."""
    return json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Write the file; say how many tables it describes."""
    descriptor = describe()
    (RESOURCES / "datapackage.json").write_text(text(descriptor), encoding="utf-8")
    print(f"resources/datapackage.json describes {len(descriptor['resources'])} files")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
