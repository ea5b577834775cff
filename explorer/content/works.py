"""A source, or a view of the program, as a work that can be cited in any style."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal
from urllib.parse import urlsplit

import msgspec

from explorer.content.dates import When
from explorer.content.model import Name, Source
from explorer.content.typeset import typographic

Form = Literal[
    "case",
    "law",
    "report",
    "journal",
    "news",
    "post",
    "web",
    "entry",
    "paper",
    "talk",
    "interview",
    "broadcast",
    "dataset",
    "view",
]
FORMS: Final[Mapping[str, Form]] = MappingProxyType(
    {
        "legal_case": "case",
        "legislation": "law",
        "bill": "law",
        "regulation": "law",
        "report": "report",
        "chapter": "report",
        "hearing": "report",
        "book": "report",
        "article-journal": "journal",
        "article-newspaper": "news",
        "article-magazine": "news",
        "post-weblog": "post",
        "post": "post",
        "webpage": "web",
        "entry-encyclopedia": "entry",
        "document": "paper",
        "speech": "talk",
        "interview": "interview",
        "broadcast": "broadcast",
        "dataset": "dataset",
    }
)
"""How a CSL type is cited; what is not listed is cited as a web page."""

AGENCIES: Final = ("Associated Press",)
"""News agencies: they write, and a newspaper prints."""

SUFFIX: Final = r"(?P<name>.+?),? (?P<suffix>Jr\.|Sr\.|II|III|IV)"
NUMBER: Final = r"(?P<title>.+?)(?:,? \((?P<a>[^()]+)\)|, (?P<b>R\d{5}|Report \d{2}-\d{2}))"
NUMBERED: Final = r"GAO-\d{2}-\d+|OIG-\d{2}-\d+|RL?\d{5}|Report \d{2}-\d{2}|TRAC report \d+"
JOURNAL: Final = r"(?P<name>.*?[^\d\s])(?: (?P<volume>\d+)(?:\((?P<issue>[\d-]+)\))?)?(?P<soon> \(forthcoming\))?"
ABOUT_SOURCE: Final = (
    r", (?:quoting|citing|summarizing|on|read through) .+| \([^()]*\)$|, A Law Corporation$"
)
GENRES: Final = (  # a word of what a source is called, and what styles call the genre
    ("data file", "Data set"),
    ("memo", "Memorandum"),
    ("letter", "Letter"),
    ("agreement text", "Memorandum of agreement"),
    ("form", "Form"),
    ("testimony", "Testimony"),
    ("statement", "Statement"),
    ("hearing", "Hearing"),
    ("interview", "Interview"),
    ("transcript", "Transcript"),
    ("release", "Press release"),
    ("infographic", "Infographic"),
)


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """What a style needs to know of a work; whatever is not recorded is empty, never guessed."""

    id: str
    type: str  # the CSL type
    form: Form
    title: str
    described: bool = False  # the title is a description, not the document's own
    authors: tuple[Name, ...] = ()
    role: Literal["", "host", "interviewer"] = ""  # of the authors, where they did not write
    container: str = ""
    volume: str = ""
    issue: str = ""
    forthcoming: bool = False
    number: str = ""
    genre: str = ""
    publisher: str = ""
    via: str = ""  # where it was found, where that is part of what was cited
    issued: When | None = None
    url: str = ""
    place: str = ""  # where in the work
    version: str = ""
    link: str = ""  # what restores a view of the program
    note: str = ""  # what of it was read

    @property
    def body(self) -> str:
        """The publisher, where it is not also the author."""
        return "" if self.publisher in {name.literal for name in self.authors} else self.publisher


def work_of(source: Source) -> Work:
    """A source as a work; what its record says in words of one field is taken apart.

    >>> work_of(Source(id="x", type="report", kind="research", title="Boats (GAO-12-3)")).number
    'GAO-12-3'
    """
    form = FORMS.get(source.type, "web")
    title, number = _numbered(source.title) if form == "report" else (source.title.strip(), "")
    container, via = _container(source, form)
    named, volume, issue, soon = (
        _volume(container) if form == "journal" else (container, "", "", "")
    )
    agency, named = _agency(named)
    authors, role = _authors(source, form)
    publisher = "" if form == "journal" and not source.container_title else _publisher(source)
    return Work(
        id=source.id,
        type=source.type,
        form=form,
        title=title,
        described="our description" in source.note,
        authors=authors or agency,
        role=role,
        container=named,
        volume=volume,
        issue=issue,
        forthcoming=bool(soon),
        number=number,
        genre=_genre(source, form),
        publisher=_without_author(publisher, authors),
        via=via,
        issued=source.issued,
        url="" if source.copy else source.url,
        place=source.section,
        note=read_of(source),
    )


def read_of(source: Source) -> str:
    """What was really read of a source, and in which copy; empty where that was not recorded."""
    places = dict.fromkeys((source.read_at, source.url if source.copy else ""))
    hosts = dict.fromkeys(_host(place) for place in places if place.startswith("http"))
    told = [place for place in places if place and not place.startswith("http")]
    copy = f"a copy at {' and '.join(hosts)}" if hosts else ""
    return "; ".join(part for part in (source.verified_in, copy, *told) if part)


def split_suffix(family: str) -> tuple[str, str]:
    """A family name and what follows it.

    >>> split_suffix("Smith Jr."), split_suffix("St. John")
    (('Smith', 'Jr.'), ('St. John', ''))
    """
    match = re.fullmatch(SUFFIX, family)
    return (match["name"], match["suffix"]) if match else (family, "")


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _numbered(title: str) -> tuple[str, str]:
    """A title, and the number of the report where it stands at the end."""
    match = re.fullmatch(NUMBER, title.strip())
    number = (match["a"] or match["b"]) if match else ""
    if match and re.fullmatch(NUMBERED, number):
        return match["title"], number
    return title.strip(), ""


def _container(source: Source, form: Form) -> tuple[str, str]:
    """Where it appeared, and through whom it was read."""
    periodical = form in ("journal", "post", "entry")
    name = source.container_title or (source.publisher if periodical else "")
    named, _, via = name.partition(" via ")
    return _clean(typographic(named)), via


def _clean(name: str) -> str:
    """A name without remarks about it; ``13(2)`` and ``(forthcoming)`` are none."""
    if re.search(r"\d\([\d-]+\)$|\(forthcoming\)$", name):
        return name
    return re.sub(ABOUT_SOURCE, "", name).strip()


def _volume(container: str) -> tuple[str, str, str, str]:
    match = re.fullmatch(JOURNAL, container)
    if match is None:
        return container, "", "", ""
    return match["name"], match["volume"] or "", match["issue"] or "", match["soon"] or ""


def _agency(container: str) -> tuple[tuple[Name, ...], str]:
    """A news agency that the name of a newspaper holds as well, and the newspaper."""
    for agency in AGENCIES:
        for before, after in ((f"{agency} in ", ""), (f"{agency} / ", ""), ("", f" / {agency}")):
            if container.startswith(before) and container.endswith(after) and container != agency:
                paper = container.removeprefix(before).removesuffix(after)
                if paper != container:
                    return (Name(literal=agency),), paper
    return (), container


def _authors(
    source: Source, form: Form
) -> tuple[tuple[Name, ...], Literal["", "host", "interviewer"]]:
    """Who wrote it. A judge or a president who signed is no author of a legal item."""
    if form in ("case", "law"):
        return (), ""
    if "The host is " in source.note:
        return source.author, "host"
    if "The interviewer is " in source.note:
        return source.author, "interviewer"
    cleaned = tuple(
        Name(literal=_clean(typographic(name.literal))) if name.literal else name
        for name in source.author
    )
    return cleaned, ""


def _publisher(source: Source) -> str:
    name = source.publisher
    if "not recorded" in name or (source.container_title and " at " in name):
        return ""  # nobody is named, or only where it was read
    return _clean(typographic(name.partition(" via ")[0]))


def _without_author(publisher: str, authors: tuple[Name, ...]) -> str:
    """``Syracuse University`` of ``TRAC, Syracuse University`` where TRAC is the author."""
    for name in authors:
        if name.literal and publisher.startswith(f"{name.literal}, "):
            return publisher.removeprefix(f"{name.literal}, ")
    return publisher


def _genre(source: Source, form: Form) -> str:
    """What kind of paper, page or speech it is, in the words of the styles."""
    if form == "dataset":
        return "Data set"
    if form not in ("paper", "web", "talk", "interview", "broadcast") and source.type != "hearing":
        return ""
    told = source.kind_detail
    return next((genre for word, genre in GENRES if word in told), "")
