"""A source as a footnote, a full reference, or plain text."""

from __future__ import annotations

from typing import Final

from explorer.content.dates import say
from explorer.content.library import short_title
from explorer.content.model import Name, Source

INSIDE: Final = frozenset(
    {
        "article-newspaper",
        "article-magazine",
        "article-journal",
        "post-weblog",
        "webpage",
        "chapter",
        "entry-encyclopedia",
        "broadcast",
        "speech",
        "interview",
    }
)
"""Types whose title is that of a piece inside something larger, and so stands in quotation marks."""


def short(source: Source) -> str:
    """Who and when, for a chip or a row: ``Khimm, 2015``."""
    return short_title(source)


def footnote(source: Source) -> str:
    """A source as it stands in a note: author, title, where it appeared, date.

    >>> footnote(Source(id="x", type="report", kind="research", title="Boats", publisher="Weir"))
    'Boats, Weir, n.d.'
    """
    names = _listed([_given_first(name) for name in source.author])
    parts = [names, _title(source, ","), *_published(source), _place(source)]
    return _sentence(_joined([part for part in parts if part]))


def reference(source: Source) -> str:
    """A source as it stands in a list of references, with its address."""
    first = [_family_first(name) for name in source.author[:1]]
    names = _listed(first + [_given_first(name) for name in source.author[1:]])
    published = ", ".join(part for part in _published(source) if part)
    parts = [names, _title(source, "."), published, _place(source)]
    text = " ".join(_sentence(part) for part in parts if part)
    return f"{text} {source.url}" if source.url else text


def plain(source: Source) -> str:
    """A reference with what was really read of it, for text that stands alone."""
    read = f" Read: {source.verified_in}." if source.verified_in else ""
    return reference(source) + read


def _title(source: Source, stop: str) -> str:
    """The title, in quotation marks where it is that of a piece inside something larger."""
    title = source.title.strip()
    if source.type not in INSIDE:
        return title
    inner = title.replace("“", "‘").replace("”", "’")
    return f"“{inner}”" if inner.endswith(("?", "!", ".")) else f"“{inner}{stop}”"


def _published(source: Source) -> tuple[str, ...]:
    """Where it appeared, by whom, and when; each once."""
    authors = {name.literal for name in source.author}
    places = dict.fromkeys((source.container_title, source.publisher))
    shown = [place for place in places if place and place not in authors]
    return (*shown, say(source.issued) if source.issued else "n.d.")


def _place(source: Source) -> str:
    return source.section


def _given_first(name: Name) -> str:
    return name.literal or f"{name.given} {name.family}".strip()


def _family_first(name: Name) -> str:
    return name.literal or ", ".join(part for part in (name.family, name.given) if part)


def _listed(names: list[str]) -> str:
    """Names in a row: two with "and", more than three by the first."""
    if len(names) > 3:
        return f"{names[0]} and others"
    if len(names) < 3:
        return " and ".join(names)
    return f"{names[0]}, {names[1]}, and {names[2]}"


def _joined(parts: list[str]) -> str:
    """Parts with commas between them, save after a title that brings its own mark."""
    text = ""
    for part in parts:
        between = " " if text.endswith((",”", "?”", "!”", ".”")) else ", "
        text = f"{text}{between}{part}" if text else part
    return text


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!", ".”", "?”", "!”")) else f"{text}."
