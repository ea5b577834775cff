"""A source as a footnote, a full reference, or plain text; and whatever the program shows, cited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final
from urllib.parse import quote

import msgspec

from explorer import NAME, SUBTITLE, __version__
from explorer.content import chicago, styles
from explorer.content.capitals import Usage, usage
from explorer.content.dates import When, say
from explorer.content.library import KINDS as RECORDS
from explorer.content.library import Library, UnknownRecord, figure_when, short_title
from explorer.content.model import Chart, Figure, Name, Source
from explorer.content.styles import FORMATS, STYLES
from explorer.content.typeset import html
from explorer.content.typeset import plain as without_marks
from explorer.content.works import Work, read_of, work_of

KINDS: Final = (*STYLES, *FORMATS)
SUFFIXES: Final = {"bibtex": ".bib", "csl-json": ".json", "ris": ".ris"}


class Citation(msgspec.Struct, frozen=True):
    """What is cited, in words, and the works to name: the program's entry, then the sources."""

    title: str
    works: tuple[Work, ...]
    known: Usage = Usage()  # which capitals APA may take away

    def listing(self, style: str) -> tuple[tuple[Work, str], ...]:
        """The works by the alphabet, each with its entry; marks are around its italics."""
        return styles.listing(self.works, style, self.known)

    def entries(self, style: str) -> tuple[str, ...]:
        """The entries of :meth:`listing` alone."""
        return tuple(entry for _, entry in self.listing(style))

    def notes(self, style: str) -> tuple[str, ...]:
        """How each work is named where it is used: a footnote, or words in parentheses."""
        return styles.notes(self.works, style)

    def text(self, kind: str) -> str:
        """The list of works in a style, one a line, or the whole in a format for programs."""
        if kind in FORMATS:
            return styles.exported(self.works, kind)
        return without_marks("\n".join(self.entries(kind))) + "\n"

    def html(self, style: str) -> str:
        """The list of works in a style, with its italics."""
        return "".join(f"<p>{html(entry)}</p>" for entry in self.entries(style))


# ----------------------------------------------------------------------------------- one source


def short(source: Source) -> str:
    """Who and when, for a chip or a row: ``Khimm, 2015``."""
    return short_title(source)


def footnote(source: Source) -> str:
    """A source as it stands in a note: author, title, where it appeared, date; no address.

    >>> footnote(Source(id="x", type="report", kind="research", title="Boats", publisher="Weir"))
    'Boats (Weir, n.d.).'
    """
    return without_marks(chicago.note(msgspec.structs.replace(work_of(source), url="")))


def reference(source: Source, address: bool = True) -> str:
    """A source as it stands in a list of references; with its *address*, where it has one."""
    work = msgspec.structs.replace(work_of(source), url="")
    text = " ".join(filter(None, (without_marks(chicago.entry(work)), _place(source))))
    return f"{text} {source.url}" if address and source.url else text


def plain(source: Source) -> str:
    """A reference with what was really read of it, for text that stands alone."""
    read = read_of(source)
    return reference(source) + (f" Read: {read}." if read else "")


def _place(source: Source) -> str:
    return f"{source.section.rstrip('.')}." if source.section else ""


# ---------------------------------------------------------------------------- what is on screen


def of(library: Library, ref: str, link: str = "") -> Citation:
    """A record with the program's entry and its sources; a source alone.

    A figure is ``series:<id>@<when>``, as in ``series:ice-removals/interior@2013``; its source is
    cited with the place in it. Unknown references raise the library's own ``UnknownRecord``.
    """
    known = usage_of(library)
    if ref.startswith("source:"):
        source = library.find(ref)
        assert isinstance(source, Source)
        return Citation(short_title(source), (work_of(source),), known)
    if ref.startswith("series:") and "@" in ref:
        return _figure(library, ref, link or _link_to(ref), known)
    title = library.name(ref)
    program = program_work(library, title, link or f"explore?item={ref}")
    sources = _works(library, sources_behind(library, ref))
    return Citation(title, (program, *sources), known)


def of_view(library: Library, title: str, link: str) -> Citation:
    """A view of the program, with the link that restores it."""
    return Citation(title, (program_work(library, title, link),), usage_of(library))


def program_work(library: Library, title: str, link: str) -> Work:
    """The program as a work, or the part of it with that title."""
    content = f"content {library.version}, researched to {_said(library.researched)}"
    year = re.match(r"\d{4}", library.version)
    return Work(
        id=_key(link) if link else "secure-communities-explorer",
        type="software",
        form="view",
        title=title,
        authors=tuple(Name(literal=name) for name in library.about.authors),
        container=NAME if title else f"{NAME}: {SUBTITLE}",
        version=f"version {__version__}, {content}",
        issued=When(year[0]) if year else None,
        link=link,
    )


def sources_behind(library: Library, ref: str) -> tuple[str, ...]:
    """The sources of a record; of a chart those of all its series."""
    record = library.find(ref)
    refs = [ref]
    if isinstance(record, Chart):
        refs += [f"series:{plotted.series.removeprefix('series:')}" for plotted in record.series]
    found = (name for one in refs for name in library.sources_of(one))
    return tuple(dict.fromkeys(found))


def figure_of(library: Library, name: str) -> Figure:
    """The figure that ``<series>@<when>`` names, else the library's ``UnknownRecord``."""
    figure = library.figure(name)
    if figure is None:
        series, _, when = name.partition("@")
        known = ", ".join(dict.fromkeys(map(figure_when, library.figures(series))))
        reason = f"There is no figure {when!r} in 'series:{series}'"
        raise UnknownRecord(f"{reason}; it has {known}" if known else reason)
    return figure


@lru_cache(maxsize=2)
def usage_of(library: Library) -> Usage:
    """How the content's own texts write, sources and lists of words left out."""
    kinds = (kind for kind in RECORDS if kind not in ("source", "word", "official_name"))
    records = (record for kind in kinds for record in library.records(kind).values())
    known = usage("\n".join(text for record in records for text in _texts(record)))
    return known._replace(names=known.names | _bodies(library))


def _bodies(library: Library) -> frozenset[str]:
    """The names of several words that authors and publishers have."""
    sources = library.sources.values()
    named = [name.literal for source in sources for name in source.author]
    named += [name for source in sources for name in (source.publisher, source.container_title)]
    bare = (name.removeprefix("U.S. ") for name in named)
    return frozenset(name for name in bare if " " in name)


def _texts(value: object) -> Iterator[str]:
    """Every text of several words in a record."""
    if isinstance(value, str):
        if " " in value:
            yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)


def _figure(library: Library, ref: str, link: str, known: Usage) -> Citation:
    name = ref.removeprefix("series:")
    if not library.has(ref.partition("@")[0]):
        library.find(ref.partition("@")[0])  # which says what is near
    figure = figure_of(library, name)
    title = f"{library.name(f'series:{figure.series}')}, {_period(figure)}"
    sources = _works(library, [figure.source])
    return Citation(title, (program_work(library, title, link), *sources), known)


def _link_to(ref: str) -> str:
    """The link that shows the chart of a figure with the figure chosen.

    >>> _link_to("series:boats/all@2012")
    'charts?item=series:boats/all&x.point=boats/all@2012'
    """
    point = quote(ref.removeprefix("series:"), safe=":/,@")
    return f"charts?item={ref.partition('@')[0]}&x.point={point}"


def _works(library: Library, names: Iterable[str]) -> tuple[Work, ...]:
    found = (library.sources.get(name) for name in names)
    return tuple(work_of(source) for source in found if source is not None)


def _period(figure: Figure) -> str:
    if figure.fiscal_year is not None and not figure.period and figure.date is None:
        return f"fiscal year {figure.fiscal_year}"
    return _said(figure_when(figure))


def _said(text: str) -> str:
    try:
        return say(When(text))
    except ValueError:
        return text


def _key(link: str) -> str:
    """A key for reference managers: letters, digits and hyphens."""
    words = re.sub(r"[^a-z0-9]+", "-", link.lower()).strip("-")
    return f"explorer-{words}"[:60].rstrip("-")
