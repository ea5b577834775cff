"""What stands under a picture that leaves the program: caption, sources, versions, link."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from explorer.content import cite
from explorer.content.library import Library
from explorer.content.mentions import sources
from explorer.export.postertitles import wrapped
from explorer.reader.lens import Lens

CAPTION: Final = 520  # letters of a caption; a paragraph that does not fit stays out as a whole
ENDS: Final = (".", "?", "!", "”")  # of a sentence
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
        """The title, and the paragraphs of what is seen that fit as a whole."""
        return f"{self.title}. {opening(self.about, CAPTION)}".strip()


def strip_of(
    library: Library, title: str, about: str, ref: str, lens: Lens, first: Sequence[str] = ()
) -> Strip:
    """The strip of a page that shows a record, or what a lens shows where there is none.

    Sources that the page itself knows of come *first*.
    """
    return Strip(
        title,
        about,
        tuple(dict.fromkeys((*first, *sources_of(library, ref, lens)))),
        library.version,
        library.researched,
        lens.link(),
    )


def sources_of(library: Library, ref: str, lens: Lens) -> tuple[str, ...]:
    """The sources behind a view: of its record, policy and places, and of what lies around them.

    On the map the county list comes first: it is what the picture rests on, whatever is chosen.
    """
    refs = [one for one in (ref, lens.policy, lens.place, lens.place2) if one and library.has(one)]
    chosen = [source for one in refs for source in cite.sources_behind(library, one)]
    around = list(_around(library, lens))
    found = [*around, *chosen] if lens.page == "places" else [*chosen, *around]
    return tuple(name for name in dict.fromkeys(found) if name in library.sources)


def _around(library: Library, lens: Lens) -> Iterator[str]:
    """Of a map its list, of the pipeline the period of the moment, of a timeline its years."""
    if lens.page == "places":
        for row in (*library.activations(), *library.undated()):
            yield from sources(row)
    elif lens.page in ("pipeline", "casewalk") or (lens.page == "explore" and not lens.item):
        for era in library.eras.values():
            begun = era.start.first <= lens.moment
            if begun and (era.end is None or lens.moment <= era.end.last):
                yield from era.sources
    if lens.page == "timeline" or (lens.page == "explore" and not lens.item):
        events = sorted(library.events.values(), key=lambda event: -event.significance)
        for event in events:
            if (lens.start is None or event.date.last >= lens.start) and (
                lens.end is None or event.date.first <= lens.end
            ):
                yield from event.sources


def opening(text: str, most: int) -> str:
    """The first paragraphs of a text that fit into *most* letters, each whole or not at all.

    Half of a paragraph can say the opposite of the whole. Where even the first is too long, its
    first sentence stands alone. What follows an empty line tells of more than the view itself.

    >>> opening("A boat came. It left again.\\nNobody saw it.", 30)
    'A boat came. It left again.'
    """
    view = text.strip().partition("\n\n")[0]
    first, *others = [" ".join(line.split()) for line in view.splitlines()] or [""]
    if len(first) > most:
        return _END.split(first)[0]
    said = [first]
    for paragraph in others:
        if len(" ".join((*said, paragraph))) > most:
            break
        said.append(paragraph)
    while len(said) > 1 and not said[-1].endswith(ENDS):  # the head of what did not fit
        said.pop()
    return " ".join(said)


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
