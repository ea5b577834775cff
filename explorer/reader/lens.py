"""What the reader is looking at, as one value and as a link."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, quote, urlencode

import msgspec

from explorer.content.dates import When, day_of

if TYPE_CHECKING:
    from explorer.content.library import Library

PAGES: Final = ("explore", "timeline", "pipeline", "casewalk", "charts", "places", "evidence")
AMERICAN: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")  # a date as people write it
DAY: Final = re.compile(r"\d{4}-\d{2}(-\d{2})?")
START: Final = date(2011, 8, 5)
OPTIONS: Final = (  # what the pages keep in a link besides, as x.detail=full
    *("detail", "pipeline", "timeline"),  # which form of a picture, or its table
    *("path", "trace", "groups", "counts"),  # the diagram: lit, followed, folded, counted
    *("lanes", "significance", "program", "actor", "where", "fold", "order", "bars", "strip"),
    *("chart", "point", "view"),
    *("change", "second", "guess"),  # a chart: changed, beside another, drawn first
    *("walk", "step", "beside", "person"),  # the case walk
    *("places", "layers", "near", "state", "only"),  # the map: its form, what lies on it, zoomed to
    "lives",  # the counties that are compared over time
    *("kind", "publisher", "year", "supports", "read", "disputed", "find", "sort"),  # sources
    *("desk", "meaning"),  # the evidence page: questions or sources, and what a word means
)
DRAWN: Final = ("chart", "series", "table")  # kinds that x.chart can name
REFERENCES: Final = {  # parts that name a record, and the kind that a bare id there means
    "item": "",
    "place": "place:",
    "place2": "place:",
    "policy": "policy:",
    "profile": "profile:",
}


class LinkError(ValueError):
    """A link that cannot be read; the message is one plain line with the nearest right word."""


class NoRecordError(LinkError):
    """A link names a record that the library does not hold."""


class Lens(msgspec.Struct, frozen=True):
    """One moment and one selection: page, date, item, span and what else the reader chose.

    >>> Lens.read("explore?item=event:2011-moa-termination&moment=2011-08-05").item
    'event:2011-moa-termination'
    """

    page: str = "explore"
    moment: date = START
    item: str = ""  # a reference such as event:2013-ca-trust-signed
    moment2: date | None = None  # a second moment, to compare
    place: str = ""
    place2: str = ""
    start: date | None = None  # span of the time axis; None: all of it
    end: date | None = None
    policy: str = ""
    profile: str = ""
    words: str = ""  # what is searched for or filtered by
    options: Mapping[str, str] = msgspec.field(default_factory=dict)  # a page's own few options

    def __post_init__(self) -> None:
        if self.page not in PAGES:
            raise LinkError(f"there is no page {self.page!r}{nearest(self.page, PAGES)}")
        if self.start and self.end and self.end < self.start:
            raise LinkError(f"the span ends ({self.end}) before it starts ({self.start})")

    def __hash__(self) -> int:
        return hash(self.link())

    def but(self, **changes: Any) -> Lens:
        """This lens with some things changed."""
        return msgspec.structs.replace(self, **changes)

    def option(self, name: str, default: str = "") -> str:
        """One of the page's own options."""
        return self.options.get(name, default)

    def with_option(self, name: str, value: str) -> Lens:
        """This lens with one page option set, or dropped when *value* is empty."""
        kept = {key: old for key, old in self.options.items() if key != name}
        return self.but(options={**kept, name: value} if value else kept)

    def link(self) -> str:
        """The lens as a link that :meth:`read` turns back into the same lens."""
        pairs = [(name, _written(getattr(self, name))) for name in _NAMES]
        shown = [(name, text) for name, text in pairs if text != _DEFAULTS[name]]
        shown += [(f"x.{name}", value) for name, value in sorted(self.options.items())]
        query = urlencode(shown, quote_via=quote, safe=":/,@")
        return f"{self.page}?{query}" if query else self.page

    @classmethod
    def read(cls, link: str) -> Lens:
        """The lens that a link describes; :class:`LinkError` names the part that is wrong."""
        page, _, query = link.strip().partition("?")
        values: dict[str, Any] = {"page": page or "explore"}
        options: dict[str, str] = {}
        for name, text in parse_qsl(query, keep_blank_values=True):
            if name.startswith("x."):
                options[_option(name[2:])] = text
            elif name in _NAMES:
                values[name] = _read(name, text)
            else:
                raise LinkError(f"a link has no part {name!r}{nearest(name, _NAMES)}")
        return cls(**values, options=options)


_NAMES: Final = tuple(n for n in Lens.__struct_fields__ if n not in ("page", "options"))


def _written(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)


_DEFAULTS: Final = {name: _written(getattr(Lens(), name)) for name in _NAMES}


def _read(name: str, text: str) -> date | str | None:
    if name == "moment" or (name in ("moment2", "start", "end") and text):
        return _day(name, text)
    return None if name in ("moment2", "start", "end") else text


def _option(name: str) -> str:
    if name not in OPTIONS:
        raise LinkError(f"a link has no option 'x.{name}'{nearest(name, OPTIONS)}")
    return name


def _day(name: str, text: str) -> date:
    """A day for the axis: ``end`` takes the last day that the text can mean, the rest the first."""
    try:
        if american := AMERICAN.fullmatch(text):
            month, day, year = map(int, american.groups())
            return date(year, month, day)
        when = When(text)
        return when.last if name == "end" else (day_of(text) if len(text) > 7 else when.first)
    except ValueError as error:
        if DAY.fullmatch(text):
            raise LinkError(f"{text} is not a day of the calendar") from error
        raise LinkError(f"{name}={text} is not a date such as 2011-08-05 or 2011") from error


def refuse_unknown(lens: Lens, library: Library) -> None:
    """A :class:`LinkError` for a lens that names a record that the library does not hold."""
    for part, kind in REFERENCES.items():
        value = getattr(lens, part)
        if value and not library.has(value) and not library.has(kind + value):
            raise _unknown(value if value.startswith(kind) else kind + value, library)
    for chart in filter(None, (lens.option("chart"), lens.option("second"))):
        if not library.has(chart):
            raise _unknown(chart if ":" in chart else f"chart:{chart}", library)
        if chart.partition(":")[0] not in DRAWN:
            raise LinkError(f"{chart!r} is not a chart, a series or a table")


def _unknown(ref: str, library: Library) -> LinkError:
    from explorer.content.library import REFERABLE  # only where something is wrong

    kind, _, name = ref.partition(":")
    told = f"{kind} {name!r}" if kind in REFERABLE else repr(ref)
    near = library.nearest(ref) or _closest(kind, name, library)
    return NoRecordError(f"there is no {told}{near}")


def _closest(kind: str, name: str, library: Library) -> str:
    """The record of a kind that is written most like a name, however little."""
    import difflib  # only where something is wrong

    from explorer.content.library import KINDS

    known = list(library.records(kind)) if name and kind in KINDS else []
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.0)
    return f"; did you mean '{kind}:{close[0]}'?" if close else ""


def nearest(word: str, known: Iterable[str], tell_known: bool = True) -> str:
    """The end of a message about a wrong word: the nearest right one, else what is known.

    >>> nearest("chart", ["explore", "charts"])
    "; did you mean 'charts'?"
    """
    import difflib  # only where something is wrong

    names = list(known)
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.5)
    if close:
        return f"; did you mean {close[0]!r}?"
    shown = ", ".join(names[:12])
    return f"; known are: {shown}" if shown and tell_known else ""
