"""Statistics in texts: written as ``[74 percent](claim:sc-gao-74)``, read as plain text and marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

TARGETS: Final = ("claim", "series")
"""What a statistic may open: a claim, or a figure of a series (``series:TABLE/NAME@WHEN``)."""

MOST_SEAMS: Final = 12  # at which a text is looked through for others
# Patterns as text: they are made when first used, not before the first window.
_SEAM: Final = r"(?<=[.?!]) | · |; |: "
_MARK: Final = r"\[([^\[\]]+)\]\(((?:claim|series):[^()\s]+)\)"


class Statistic(NamedTuple):
    """A stretch of a text that is a statistic, and the claim or figure that it comes from."""

    start: int
    end: int
    target: str


def plain(text: str) -> tuple[str, tuple[Statistic, ...]]:
    """A text without its markup, and where its statistics stand in it.

    >>> plain("GAO counted [74 percent](claim:sc-gao-74).")
    ('GAO counted 74 percent.', (Statistic(start=12, end=22, target='claim:sc-gao-74'),))
    """
    if "](" not in text:
        return text, ()
    pieces: list[str] = []
    found: list[Statistic] = []
    at = length = 0
    for match in re.finditer(_MARK, text):
        pieces += [text[at : match.start()], match[1]]
        length += match.start() - at
        found.append(Statistic(length, length + len(match[1]), match[2]))
        length += len(match[1])
        at = match.end()
    return "".join([*pieces, text[at:]]), tuple(found)


def written(text: str, statistics: tuple[Statistic, ...]) -> str:
    """The text with its markup, as it stands in the file: the way back from :func:`plain`.

    >>> written(*plain("[Half](claim:trac-half) of them."))
    '[Half](claim:trac-half) of them.'
    """
    for start, end, target in reversed(statistics):
        text = f"{text[:start]}[{text[start:end]}]({target}){text[end:]}"
    return text


def taken_out(raw: Any, into: dict[str, tuple[Statistic, ...]]) -> Any:
    """A record as it was read, with plain texts; the statistics of each text go *into* the map."""
    if isinstance(raw, str):
        text, found = plain(raw)
        if found:
            into[text_key(text)] = found
        return text
    if isinstance(raw, dict):
        return {name: taken_out(value, into) for name, value in raw.items()}
    if isinstance(raw, list):
        return [taken_out(value, into) for value in raw]
    return raw


def statistics_in(text: str, known: Mapping[str, tuple[Statistic, ...]]) -> tuple[Statistic, ...]:
    """The statistics of a text, or of each known text that a view has set beside others in it.

    >>> known = {"half of them.": (Statistic(0, 4, "claim:half"),)}
    >>> statistics_in("Since 2009. Half of them.", known)
    (Statistic(start=12, end=16, target='claim:half'),)
    """
    whole = known.get(text_key(text))
    return whole if whole is not None else tuple(_inside(text, known))


def _inside(text: str, known: Mapping[str, tuple[Statistic, ...]]) -> Iterator[Statistic]:
    """The statistics of the longest known texts between the ends of sentences."""
    seams = [match.span() for match in re.finditer(_SEAM, text)][:MOST_SEAMS]
    ends = [*(start for start, _ in seams), len(text)] if seams else []
    at = 0
    for start in (0, *(end for _, end in seams)):
        for end in reversed(ends):
            found = known.get(text_key(text[start:end])) if at <= start < end else None
            if found is not None:
                yield from (
                    Statistic(one.start + start, one.end + start, one.target) for one in found
                )
                at = end
                break


def text_key(text: str) -> str:
    """What a text is known by: views may begin it with a large letter.

    >>> text_key("Half of them") == text_key("half of them")
    True
    """
    return text[:1].lower() + text[1:]
