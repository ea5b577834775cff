"""What every test can ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.content.library import Library
from explorer.content.load import load
from tests import small as small_library


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
