"""The data package describes every table as it stands, and frictionless accepts it."""

from __future__ import annotations

import importlib.util
import json
import shutil
from pathlib import Path
from types import ModuleType

import pytest

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    path = RESOURCES.parent / "packaging" / "datapackage.py"
    spec = importlib.util.spec_from_file_location("datapackage_tool", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def errors(package: Path) -> list[list[object]]:
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(package))
    found: list[list[object]] = report.flatten(["type", "rowNumber", "fieldName"])
    return found


def test_the_data_package_is_current(tool: ModuleType) -> None:
    written = (RESOURCES / "datapackage.json").read_text(encoding="utf-8")
    assert written == tool.text(tool.describe()), "run python packaging/datapackage.py"


def test_every_table_is_described_in_words(tool: ModuleType) -> None:
    package = json.loads((RESOURCES / "datapackage.json").read_text(encoding="utf-8"))
    described = {entry["path"]: entry for entry in package["resources"]}
    tables = (RESOURCES / "content").rglob("*.csv")
    assert {path.relative_to(RESOURCES).as_posix() for path in tables} <= set(described)
    for path, entry in described.items():
        assert entry["description"], path
        assert entry["title"] != Path(path).stem, path


def test_columns_with_fixed_words_give_them_as_a_constraint_too() -> None:
    package = json.loads((RESOURCES / "datapackage.json").read_text(encoding="utf-8"))
    fields = [
        f for entry in package["resources"] for f in entry.get("schema", {}).get("fields", ())
    ]
    worded = [field for field in fields if "categories" in field]
    assert len(worded) > 40
    assert all(field["constraints"]["enum"] == field["categories"] for field in worded)


def test_the_package_is_valid() -> None:
    assert errors(RESOURCES / "datapackage.json") == []


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        (",exact,", ",exactly,", "qualifier"),
        (",409849,", ",many,", "value"),
        (",uwchr-concat-log,", ",nobody,", "source"),
        ("interior,2006,", "interior,200six,", "fiscal_year"),
        ("\nborder,", "\nfrontier,", "series"),
    ],
)
def test_a_wrong_cell_is_found(tmp_path: Path, old: str, new: str, column: str) -> None:
    package = json.loads((RESOURCES / "datapackage.json").read_text(encoding="utf-8"))
    entry = next(e for e in package["resources"] if e["name"] == "ice-removals")
    (tmp_path / entry["path"]).parent.mkdir(parents=True)
    shutil.copy(RESOURCES / entry["path"], tmp_path / entry["path"])
    table = tmp_path / entry["path"]
    text = table.read_text(encoding="utf-8")
    assert old in text
    table.write_text(text.replace(old, new, 1), encoding="utf-8")
    (tmp_path / "datapackage.json").write_text(json.dumps({**package, "resources": [entry]}))
    assert [found[2] for found in errors(tmp_path / "datapackage.json")] == [column]
