"""The versions of what is running: program, content, Python and libraries."""

from __future__ import annotations

import platform
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from explorer import NAME, __version__
from explorer.paths import resources

LIBRARIES: Final = (
    ("Qt for Python", "PySide6-Essentials"),
    ("pyqtgraph", "pyqtgraph"),
    ("pandas", "pandas"),
)


def versions() -> tuple[tuple[str, str], ...]:
    """Name and version of each part; nothing heavy is imported for it.

    >>> [name for name, _ in versions()][1:3]
    ['content', 'Python']
    """
    return (
        (NAME, __version__),
        ("content", content_version(resources() / "content")),
        ("Python", platform.python_version()),
        *((name, _installed(package)) for name, package in LIBRARIES),
    )


def content_version(folder: Path) -> str:
    """The content's version and the date to which it was researched."""
    try:
        about = tomllib.loads((folder / "about.toml").read_text(encoding="utf-8"))
        return f"{about['version']} (researched to {about['researched']})"
    except (OSError, ValueError, KeyError):
        return "unknown"


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
