"""Library -> problems: loose ids, figures without source, one-sided claims."""

from __future__ import annotations

from pathlib import Path


def run(folder: Path | None = None, as_json: bool = False) -> int:
    """Print every problem of a folder of content; 0 without any, 1 with, 2 for no such folder."""
    raise NotImplementedError
