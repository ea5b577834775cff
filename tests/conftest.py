"""What every test can ask for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from explorer.content.library import Library
from explorer.content.load import load
from tests import small as small_library

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from explorer.ui.session import Session


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The reader's folders, redirected to a temporary one."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("SECURE_COMMUNITIES_DATA", str(folder))
    return folder


@pytest.fixture
def session(qapp: object) -> Session:
    """A fresh session."""
    from explorer.ui.session import Session

    return Session()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder with the small made-up library, to be changed by the test."""
    return small_library.write(tmp_path / "content")


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A small made-up library of six events and four sources."""
    return load(small_library.write(tmp_path_factory.mktemp("small") / "content"))


@pytest.fixture(scope="session")
def bundled() -> Library:
    """The real library, loaded once."""
    return load()
