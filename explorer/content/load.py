"""Files in resources/content -> Library."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from explorer.content.library import Library


@dataclass(frozen=True)
class Problem:
    """Trouble in the content: where it is, what rule it breaks and what to do about it."""

    file: str
    record: str
    field: str
    rule: str
    what_to_do: str


class LoadError(ValueError):
    """The content cannot be read; :attr:`problems` has every reason."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def load(folder: Path | None = None) -> Library:
    """The library that the TOML and CSV files of *folder* hold; the bundled one by default."""
    raise NotImplementedError
