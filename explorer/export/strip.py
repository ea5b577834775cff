"""What stands under a picture that leaves the program: caption, sources, versions, link."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from explorer.content import cite
from explorer.content.library import Library
from explorer.export.postertitles import wrapped
from explorer.reader.lens import Lens

CAPTION: Final = 260  # letters of a caption; what is longer ends with a whole sentence before
_END: Final = re.compile(r"(?<=\w{3}[.!?])\s+(?=[A-Z0-9“])")


class Strip(NamedTuple):
    """What a picture shows, on what it rests, and the link that restores it."""

    title: str
    about: str  # in full, for the file's own description
    sources: tuple[str, ...]  # ids
    version: str
    researched: str
    link: str

    @property
    def caption(self) -> str:
        """The title and the first sentences of what is seen."""
        return f"{self.title}. {opening(self.about, CAPTION)}".strip()


def strip_of(library: Library, title: str, about: str, ref: str, lens: Lens) -> Strip:
    """The strip of a page that shows a record, or what a lens shows where there is none."""
    return Strip(
        title,
        about,
        sources_of(library, ref, lens),
        library.version,
        library.researched,
        lens.link(),
    )


def sources_of(library: Library, ref: str, lens: Lens) -> tuple[str, ...]:
    """The sources behind a view: of its record, its policy or place; else of its periods or years."""
    refs = [one for one in (ref, lens.policy, lens.place, lens.place2) if one and library.has(one)]
    found = [source for one in refs for source in cite.sources_behind(library, one)]
    if not found:
        found = [s for one in _in_view(library, lens) for s in library.sources_of(one)]
    return tuple(dict.fromkeys(found))


def _in_view(library: Library, lens: Lens) -> list[str]:
    """The period of the moment for the pipeline; the events of the years for a timeline."""
    if lens.page in ("pipeline", "casewalk"):
        eras = [era for era in library.eras.values() if era.start.first <= lens.moment]
        return [
            f"era:{era.id}"
            for era in eras
            if era.end is None or lens.moment <= era.end.last or era is eras[-1]
        ]
    if lens.page not in ("timeline", "explore"):
        return []
    events = sorted(library.events.values(), key=lambda event: -event.significance)
    return [
        f"event:{event.id}"
        for event in events
        if (lens.start is None or event.date.last >= lens.start)
        and (lens.end is None or event.date.first <= lens.end)
    ]


def opening(text: str, most: int) -> str:
    """The first whole sentences of a text, not longer than *most*; at least the first.

    >>> opening("A boat came. It left again. Nobody saw it.", 30)
    'A boat came. It left again.'
    """
    sentences = _END.split(" ".join(text.split()))
    said = sentences[0]
    for sentence in sentences[1:]:
        if len(said) + 1 + len(sentence) > most:
            break
        said = f"{said} {sentence}"
    return said


def source_lines(
    heading: str,
    notes: Sequence[str],
    width: float,
    most: int,
    measure: Callable[[str], float],
    more: Callable[[int], str],
) -> list[str]:
    """As many notes as fit into *most* lines; the last words say how many are not there.

    >>> boats = ["one boat", "two boats", "six boats"]
    >>> source_lines("Sources:", boats, 32, 1, len, lambda n: f"and {n} more")
    ['Sources: one boat; and 2 more']
    """
    best = wrapped(f"{heading} {more(len(notes))}", width, measure)
    for count in range(1, len(notes) + 1):
        left = len(notes) - count
        parts = [note.rstrip(".") for note in notes[:count]] + ([more(left)] if left else [])
        lines = wrapped(f"{heading} {'; '.join(parts)}", width, measure)
        if len(lines) > most + 1:
            break
        if len(lines) <= most:
            best = lines
    return best


def description(library: Library, strip: Strip, colophon: str) -> str:
    """All of it in full, for the part of a file that programs and screen readers find."""
    sources = [cite.reference(library.sources[name]) for name in strip.sources]
    return "\n".join(filter(None, (strip.about, *sources, colophon, strip.link)))
