"""What the build adds to a wheel."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

from explorer.content import compiled
from explorer.content.library import Library

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def hook() -> Any:
    """The build hook, as hatchling makes it."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "packaging/hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.CompiledContent(str(ROOT), {}, None, None, "", "wheel")


def test_a_wheel_ships_the_compiled_content(hook: Any, bundled: Library) -> None:
    data: dict[str, Any] = {"force_include": {}}
    before = list(sys.path)
    hook.initialize("standard", data)
    ((made, place),) = data["force_include"].items()
    assert place == "explorer/resources/compiled/content.bin"
    folder = ROOT / "resources" / "content"
    mark = compiled.fingerprint(folder, times=False)
    shipped = Library(compiled.Compiled(Path(made), mark, folder))
    assert dict(shipped.events) == dict(bundled.events)
    assert sys.path == before
    hook.finalize("standard", data, "")
    assert not Path(made).exists()


def test_an_editable_install_reads_the_files(hook: Any) -> None:
    data: dict[str, Any] = {"force_include": {}}
    hook.initialize("editable", data)
    hook.finalize("editable", data, "")
    assert data == {"force_include": {}}
