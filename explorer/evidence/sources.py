"""Which sources there are, what rests on each, what of it was read, and which disagree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from explorer.content.library import Library, short_title
from explorer.content.model import Conflict, Source
from explorer.content.works import work_of
from explorer.reader.lens import Lens

Read = Literal["whole", "part", "archived", "second-hand", "not-kept", "unrecorded"]
READ: Final[tuple[Read, ...]] = (
    "whole",
    "part",
    "archived",
    "second-hand",
    "not-kept",
    "unrecorded",
)
"""What was really read of a source, from all of it to not recorded."""

GROUPS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "events": ("event", "program", "administration"),
        "claims": ("claim", "conflict", "question", "quote", "viewpoint"),
        "figures": ("series", "table", "funnel", "chart"),
        "rules": ("policy", "rule", "profile", "walk"),
        "steps": ("node", "edge", "era", "form"),
        "places": ("place", "agreement", "limit"),
        "words": ("term",),
        "teaching": ("tour", "lesson"),
    }
)
"""What a source can support, and the kinds of records that are meant."""

OPTIONS: Final = ("kind", "publisher", "year", "supports", "read", "disputed", "find", "sort")
COLUMNS: Final = ("title", "by", "kind", "year", "rests", "read", "disputed")
NO_YEAR: Final = "none"
_READ_BY: Final[tuple[tuple[str, Read], ...]] = (
    (r"^no copy of it was kept", "not-kept"),
    (r"^not the document itself", "second-hand"),
    (r"archived|^a copy, as compiled", "archived"),
    (r"^the whole", "whole"),
    (r"how much of it was not recorded", "unrecorded"),
    (r".", "part"),
)
_QUOTED: Final = re.compile(r"(?<!also )read as (?:quoted|compiled)|\bOnly an extract")


class Row(NamedTuple):
    """One source as the browser lists it."""

    source: Source
    by: str  # who published it, cleaned of remarks
    year: str  # empty where it has no date
    supports: Mapping[str, tuple[str, ...]]  # group -> references of what rests on it
    read: Read
    conflicts: tuple[Conflict, ...]

    @property
    def ref(self) -> str:
        """The reference of the source."""
        return f"source:{self.source.id}"

    @property
    def rests(self) -> int:
        """How many records rest on it."""
        return sum(map(len, self.supports.values()))


class Filter(NamedTuple):
    """Which sources are listed; what is empty asks for nothing."""

    kind: str = ""
    publisher: str = ""
    year: str = ""
    supports: str = ""
    read: str = ""
    disputed: str = ""  # yes or no
    find: str = ""

    @classmethod
    def of(cls, lens: Lens) -> Filter:
        """The filter that a lens holds."""
        return cls(*(lens.option(name) for name in cls._fields))

    def fits(self, row: Row) -> bool:
        """Whether a source is asked for."""
        wanted = self.find.casefold().split()
        about = _words_of(row) if wanted else ""
        return (
            self.kind in ("", row.source.kind)
            and self.publisher in ("", row.by)
            and self.year in ("", row.year or NO_YEAR)
            and (not self.supports or bool(row.supports.get(self.supports)))
            and self.read in ("", row.read)
            and self.disputed in ("", "yes" if row.conflicts else "no")
            and all(word in about for word in wanted)
        )


def rows(library: Library) -> tuple[Row, ...]:
    """Every source with what rests on it, in the order of the content."""
    disputed = _conflicts_by_source(library)
    return tuple(
        Row(
            source,
            publisher_of(source),
            str(source.issued.first.year) if source.issued else "",
            supports(library, source.id),
            read_kind(source),
            disputed.get(name, ()),
        )
        for name, source in library.sources.items()
    )


def listed(all_rows: Iterable[Row], wanted: Filter) -> tuple[Row, ...]:
    """The sources that a filter asks for."""
    return tuple(row for row in all_rows if wanted.fits(row))


def counts(all_rows: Iterable[Row], wanted: Filter, name: str) -> dict[str, int]:
    """How many sources each choice of one filter would leave, the others standing as they are."""
    others = wanted._replace(**{name: ""})
    found: Counter[str] = Counter()
    for row in all_rows:
        if others.fits(row):
            found.update(_VALUES[name](row))
    return dict(found)


def supports(library: Library, source_id: str) -> dict[str, tuple[str, ...]]:
    """What rests on a source, sorted into groups; a group with nothing is left out."""
    refs = library.supports(source_id)
    known = {kind for kinds in GROUPS.values() for kind in kinds}
    found = {
        group: tuple(ref for ref in refs if ref.partition(":")[0] in kinds)
        for group, kinds in GROUPS.items()
    }
    found["other"] = tuple(ref for ref in refs if ref.partition(":")[0] not in known)
    return {group: refs for group, refs in found.items() if refs}


def publisher_of(source: Source) -> str:
    """Who brought it out: the publisher or, for a piece in a paper, the paper."""
    work = work_of(source)
    return work.container or work.publisher or _cleaned(source.publisher)


def read_kind(source: Source) -> Read:
    """What sort of reading the record tells of, from its own words.

    >>> read_kind(Source(id="x", type="report", kind="news", title="X", verified_in="page 3"))
    'part'
    """
    if _QUOTED.search(source.note):
        return "second-hand"
    for pattern, kind in _READ_BY:
        if re.search(pattern, source.verified_in):
            return kind
    return "unrecorded"


def others_in(conflict: Conflict, source_id: str) -> tuple[str, ...]:
    """The sources that give another version of a disputed fact than this one does."""
    mine = [side for side in conflict.sides if source_id in side.sources]
    named = (name for side in conflict.sides if side not in mine for name in side.sources)
    return tuple(name for name in dict.fromkeys(named) if name != source_id)


def sort_key(row: Row, column: str) -> tuple[object, ...]:
    """What a column is sorted by; the title breaks ties."""
    title = _bare(row.source.title)
    keys: dict[str, tuple[object, ...]] = {
        "title": (),
        "by": (row.by.casefold() or "\uffff",),
        "kind": (row.source.kind,),
        "year": (row.source.issued.first.isoformat() if row.source.issued else "",),
        "rests": (row.rests,),
        "read": (READ.index(row.read),),
        "disputed": (len(row.conflicts),),
    }
    return (*keys[column], title)


def _conflicts_by_source(library: Library) -> dict[str, tuple[Conflict, ...]]:
    found: dict[str, dict[str, Conflict]] = {}
    for conflict in library.conflicts.values():
        for side in conflict.sides:
            for name in side.sources:
                found.setdefault(name, {})[conflict.id] = conflict
    return {name: tuple(conflicts.values()) for name, conflicts in found.items()}


def _cleaned(name: str) -> str:
    return "" if "not recorded" in name else name


def _bare(title: str) -> str:
    """A title as it is sorted: without marks and articles before its first word."""
    return re.sub(r"^(?:the|a|an) ", "", title.casefold().lstrip("“‘\"'[("))


def _words_of(row: Row) -> str:
    source = row.source
    names = " ".join(f"{name.given} {name.family} {name.literal}" for name in source.author)
    parts = (source.title, names, row.by, short_title(source), source.kind_detail, source.id)
    return " ".join(parts).casefold()


_VALUES: Final[Mapping[str, Callable[[Row], Iterable[str]]]] = MappingProxyType(
    {
        "kind": lambda row: (row.source.kind,),
        "publisher": lambda row: (row.by,),
        "year": lambda row: (row.year or NO_YEAR,),
        "supports": lambda row: tuple(row.supports),
        "read": lambda row: (row.read,),
        "disputed": lambda row: ("yes" if row.conflicts else "no",),
    }
)
