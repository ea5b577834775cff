"""The plain half runs without Qt."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "explorer"
BLOCKED = ("PySide6", "shiboken6", "pyqtgraph")
HEAVY = ("pandas", "numpy", "pyqtgraph")


def modules() -> list[str]:
    """Every module of the program, found by walking the tree."""
    found = []
    for file in sorted(PACKAGE.rglob("*.py")):
        parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
        found.append(".".join(part for part in parts if part != "__init__"))
    return found


def may_use_qt(module: str) -> bool:
    parts = module.split(".")
    return "view" in parts or parts[1:2] in (["ui"], ["app"], ["window"], ["__main__"])


def run(code: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=PACKAGE.parent)


def test_the_tree_has_a_plain_half() -> None:
    assert len([module for module in modules() if not may_use_qt(module)]) > 20


def test_the_plain_half_runs_without_qt() -> None:
    plain = [module for module in modules() if not may_use_qt(module)]
    code = (
        "import importlib, sys\n"
        f"for name in {BLOCKED!r}: sys.modules[name] = None\n"
        f"for name in {plain!r}: importlib.import_module(name)\n"
    )
    done = run(code)
    assert done.returncode == 0, done.stderr


def test_importing_the_plain_half_loads_nothing_heavy() -> None:
    plain = [module for module in modules() if not may_use_qt(module)]
    code = (
        "import importlib, sys\n"
        f"for name in {plain!r}: importlib.import_module(name)\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    done = run(code)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("module", ["explorer.window", "explorer.app"])
def test_the_shell_loads_nothing_heavy(module: str) -> None:
    done = run(f"import sys, {module}\nprint([n for n in {HEAVY!r} if n in sys.modules])")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


def test_package_files_hold_a_docstring_and_nothing_else() -> None:
    for file in PACKAGE.rglob("__init__.py"):
        if file.parent != PACKAGE:
            lines = file.read_text(encoding="utf-8").strip().splitlines()
            assert len(lines) == 1, file
            assert lines[0].startswith('"""'), file
