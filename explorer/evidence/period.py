"""Whether two figures are about the same time."""

from __future__ import annotations

import re
from typing import Final

from explorer.evidence.compare import Answer

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT: Final = re.compile(r"((?:19|20)\d\d)[-–](\d\d)(?!\d)")


def years(answer: Answer) -> tuple[int, int] | None:
    """The first and the last year that a figure covers, as far as its period names any."""
    if answer.fiscal_year:
        return answer.fiscal_year, answer.fiscal_year
    if answer.when:
        return answer.when.first.year, answer.when.last.year
    written = _SHORT.sub(lambda found: f"{found[1]} {found[1][:2]}{found[2]}", answer.period)
    found = [int(year) for year in _YEAR.findall(written)]
    return (min(found), max(found)) if found else None


def is_same_time(one: Answer, other: Answer) -> bool:
    """Whether two figures can answer one question: of one date, or of years that overlap.

    False where either names no year.
    """
    if one.when and other.when and not (one.when.is_interval or other.when.is_interval):
        return one.when.first <= other.when.last and other.when.first <= one.when.last
    mine, theirs = years(one), years(other)
    return bool(mine and theirs and mine[0] <= theirs[1] and theirs[0] <= mine[1])
