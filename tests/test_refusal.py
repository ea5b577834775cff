"""A Qt that would end the process is refused with a plain sentence."""

from __future__ import annotations

import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

from explorer import __main__ as program


@pytest.mark.parametrize(
    ("qt", "python", "refused"),
    [
        ("6.12.0", (3, 11, 7), True),
        ("6.12.0", (3, 12, 0), False),
        ("6.11.3", (3, 11, 7), False),
        ("", (3, 11, 7), False),
    ],
)
def test_only_the_broken_pair_is_refused(qt: str, python: tuple[int, ...], refused: bool) -> None:
    assert (program.refusal(qt, python) is not None) is refused


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="no version is refused there")
def test_the_version_of_qt_is_found_without_loading_it() -> None:
    assert program._qt() == version("PySide6-Essentials")


def _broken(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    reached: list[list[str]] = []
    monkeypatch.setattr(program, "_qt", lambda: "6.12.0")
    monkeypatch.setattr(sys, "version_info", (3, 11, 7))
    monkeypatch.setattr(program, "main", lambda arguments: reached.append(arguments) or 0)
    return reached


@pytest.mark.parametrize("arguments", [[], ["open", "explore"], ["export", "all", "--out", "x"]])
def test_a_window_or_a_picture_is_refused(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reached = _broken(monkeypatch)
    assert program.run(arguments) == 1
    assert "6.12.0" in capsys.readouterr().err
    assert reached == []


@pytest.mark.parametrize("arguments", [["check"], ["search", "detainer"], ["--version"]])
def test_what_needs_no_qt_runs_all_the_same(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reached = _broken(monkeypatch)
    assert program.run(arguments) == 0
    assert reached == [arguments]


def test_the_installed_command_passes_the_same_gate() -> None:
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["scripts"] == {"secure-communities-explorer": "explorer.__main__:run"}
