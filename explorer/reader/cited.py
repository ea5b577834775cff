"""What a lens shows, as citations: a figure, a record with its sources, the view itself."""

from __future__ import annotations

from contextlib import suppress
from typing import Final, NamedTuple

from explorer.content import cite
from explorer.content.cite import Citation
from explorer.content.library import Library, UnknownRecord
from explorer.reader.lens import Lens

PAGES: Final = {"casewalk": "Case walk"}
"""Pages whose name in a citation is not the one in links."""


class Offer(NamedTuple):
    """One thing that can be cited, and what kind of thing it is."""

    kind: str  # figure, record, source or view
    citation: Citation


def offers(
    library: Library, lens: Lens, page: str, shown: str = "", figure: str = ""
) -> tuple[Offer, ...]:
    """All that can be cited of what a lens shows, the narrowest first; the view always.

    *page* is the page's name on screen and *shown* what the page shows where no item is chosen;
    *figure* is what it tells of where the reader chose none.
    """
    link = lens.link()
    found = []
    figure = lens.option("point") or figure
    if "@" in figure:
        with suppress(UnknownRecord):
            at = lens.but(item=lens.item or shown).with_option("point", figure)
            found.append(Offer("figure", cite.of(library, f"series:{figure}", at.link())))
    for ref in dict.fromkeys((lens.item, shown)):
        if ref and library.has(ref):
            kind = "source" if ref.startswith("source:") else "record"
            found.append(Offer(kind, cite.of(library, ref, link)))
    return (*found, Offer("view", cite.of_view(library, view_title(library, lens, page), link)))


def view_title(library: Library, lens: Lens, page: str) -> str:
    """The page, and what stands open on it: ``Timeline: ICE ends all state agreements``."""
    ref = lens.item or lens.option("chart")
    if ref and library.has(ref):
        return f"{page}: {library.name(ref)}"
    return page


def cited(library: Library, text: str) -> Citation:
    """What a reference (``event:…``, ``series:…@2013``) or a link names.

    A reference that names nothing raises ``UnknownRecord``, a link that cannot be read ``LinkError``.
    """
    kind = text.partition("?")[0].partition(":")[0]
    if ":" in text.partition("?")[0] and kind:
        return cite.of(library, text)
    lens = Lens.read(text)
    return offers(library, lens, PAGES.get(lens.page, lens.page.capitalize()))[0].citation
