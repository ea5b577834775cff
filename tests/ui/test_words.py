"""Every word of the screen can be collected for translators."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

import explorer

FILES = sorted(Path(explorer.__file__).parent.rglob("*.py"))
PLACE = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}  # of the text among the arguments


def marked(file: Path) -> Iterator[tuple[ast.Call, ast.expr]]:
    """The calls in a file that mark a text for translation, with that text."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            at = PLACE.get(name, len(node.args))
            drawing = name == "translate" and not isinstance(node.args[0], ast.Constant)
            if at < len(node.args) and not drawing:
                yield node, node.args[at]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(FILES[0].parent)))
def test_no_text_for_translators_is_put_together_before_it_is_translated(file: Path) -> None:
    put_together = (ast.JoinedStr, ast.BinOp)
    wrong = [call.lineno for call, text in marked(file) if isinstance(text, put_together)]
    assert wrong == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(FILES[0].parent)))
def test_no_text_is_named_before_it_is_translated_without_being_marked(file: Path) -> None:
    wrong = [
        text
        for function in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        for text in named_in(function) & translated_in(function)
    ]
    assert wrong == []


def named_in(function: ast.FunctionDef) -> set[str]:
    """The names that a function gives to plain texts."""
    assigned = (node for node in ast.walk(function) if isinstance(node, ast.Assign))
    plain = (node for node in assigned if is_plain_text(node.value))
    return {name.id for node in plain for name in node.targets if isinstance(name, ast.Name)}


def translated_in(function: ast.FunctionDef) -> set[str]:
    """The names whose texts a function has translated."""
    calls = (node for node in ast.walk(function) if isinstance(node, ast.Call))
    named = (
        (call, call.func.id if isinstance(call.func, ast.Name) else call.func.attr)
        for call in calls
        if isinstance(call.func, ast.Name | ast.Attribute)
    )
    texts = (call.args[at] for call, name in named if (at := PLACE.get(name, 99)) < len(call.args))
    return {text.id for text in texts if isinstance(text, ast.Name)}


def is_plain_text(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value != ""


def test_the_tool_of_qt_collects_every_text(tmp_path: Path) -> None:
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    if not tool.exists():
        pytest.skip("pyside6-lupdate is not installed beside this Python")
    found = tmp_path / "ui.ts"
    subprocess.run([tool, *FILES, "-ts", found], check=True, capture_output=True)
    collected = {source.text for source in ElementTree.parse(found).iter("source")}
    texts = {
        text.value
        for file in FILES
        for _, text in marked(file)
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
    }
    assert len(texts) > 500
    assert sorted(texts - collected) == [], "a text inside an f-string is not found"
