"""All records by id, and the links between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, Protocol, TypeVar, cast

from explorer.content import mentions
from explorer.content.dates import When
from explorer.content.marks import Statistic, statistics_in
from explorer.content.model import (
    About,
    Activation,
    Administration,
    Agreement,
    Attribute,
    Box,
    Change,
    Chart,
    Claim,
    Conflict,
    Edge,
    EdgeStatus,
    Era,
    Event,
    Figure,
    Form,
    Funnel,
    Group,
    Guide,
    Lesson,
    Limit,
    Link,
    Measure,
    Node,
    OfficialName,
    Outcome,
    Part,
    Place,
    Policy,
    Profile,
    ProfileRule,
    Program,
    Question,
    Quote,
    Record,
    Rule,
    Series,
    Source,
    Status,
    Table,
    Term,
    Tour,
    Undated,
    Viewpoint,
    Walk,
    Word,
)

if TYPE_CHECKING:
    from explorer.content.slips import Problem

KINDS: Final[Mapping[str, type[Record]]] = MappingProxyType(
    {
        "event": Event,
        "program": Program,
        "administration": Administration,
        "conflict": Conflict,
        "quote": Quote,
        "viewpoint": Viewpoint,
        "question": Question,
        "term": Term,
        "word": Word,
        "official_name": OfficialName,
        "claim": Claim,
        "chart": Chart,
        "node": Node,
        "edge": Edge,
        "era": Era,
        "form": Form,
        "box": Box,
        "group": Group,
        "funnel": Funnel,
        "attribute": Attribute,
        "outcome": Outcome,
        "policy": Policy,
        "profile": Profile,
        "profile_rule": ProfileRule,
        "walk": Walk,
        "place": Place,
        "source": Source,
        "series": Series,
        "table": Table,
        "tour": Tour,
        "lesson": Lesson,
        "guide": Guide,
    }
)
"""Every kind of record that stands in a file of its own or in a list, in the order of the files."""

ROWS: Final[Mapping[str, type[Part]]] = MappingProxyType(
    {"activation": Activation, "undated": Undated, "agreements": Agreement, "limits": Limit}
)
"""The tables of places, and what one row of each is."""

REFERABLE: Final = (*KINDS, "rule", "agreement", "limit")
Research = Literal["researched", "outlook", "not researched"]

R = TypeVar("R", bound=Record)


class UnknownRecord(LookupError):  # noqa: N818
    """A reference that names nothing; the message gives the nearest one that does."""


class Arrow(Part, frozen=True, kw_only=True):
    """How an arrow of the pipeline stands on a day."""

    status: Status
    note: str = ""
    overlay_note: str = ""  # what local limits add, where they say something of their own
    overlay: Status | None = None  # how local limits make it stand, where that is otherwise
    begins: When | None = None  # the day is before this start inside the era, or inside its span
    partly: bool = False  # it stands so in some places only


class Shelves(Protocol):
    """Where a library takes its records from: files just read, or the compiled file."""

    about: About
    problems: tuple[Problem, ...]  # rows and tables that were set aside

    @property
    def statistics(self) -> Mapping[str, tuple[Statistic, ...]]:
        """The statistics that are marked in texts, by the text as :func:`marks.text_key` has it."""

    def records(self, kind: str) -> Mapping[str, Record]:
        """All records of one of the :data:`KINDS`, by id and in order."""

    def figures(self, table: str) -> Sequence[Figure]:
        """The rows of one table of series."""

    def rows(self, name: str) -> Sequence[Part]:
        """The rows of ``activation``, ``undated``, ``agreements`` or ``limits``."""


class _Shelf(Generic[R]):
    """All records of one kind, asked for when first used."""

    def __init__(self, kind: str) -> None:
        self._kind = kind

    def __get__(self, library: Library, owner: type[Library]) -> Mapping[str, R]:
        return cast(Mapping[str, R], library.records(self._kind))


class Library:
    """What happened and how we know: every record by id, and what each has to do with others."""

    events = _Shelf[Event]("event")
    programs = _Shelf[Program]("program")
    administrations = _Shelf[Administration]("administration")
    conflicts = _Shelf[Conflict]("conflict")
    quotes = _Shelf[Quote]("quote")
    viewpoints = _Shelf[Viewpoint]("viewpoint")
    questions = _Shelf[Question]("question")
    terms = _Shelf[Term]("term")
    words = _Shelf[Word]("word")
    official_names = _Shelf[OfficialName]("official_name")
    claims = _Shelf[Claim]("claim")
    charts = _Shelf[Chart]("chart")
    nodes = _Shelf[Node]("node")
    edges = _Shelf[Edge]("edge")
    eras = _Shelf[Era]("era")
    forms = _Shelf[Form]("form")
    boxes = _Shelf[Box]("box")
    groups = _Shelf[Group]("group")
    funnels = _Shelf[Funnel]("funnel")
    attributes = _Shelf[Attribute]("attribute")
    outcomes = _Shelf[Outcome]("outcome")
    policies = _Shelf[Policy]("policy")
    profiles = _Shelf[Profile]("profile")
    profile_rules = _Shelf[ProfileRule]("profile_rule")
    walks = _Shelf[Walk]("walk")
    places = _Shelf[Place]("place")
    sources = _Shelf[Source]("source")
    series = _Shelf[Series]("series")
    tables = _Shelf[Table]("table")
    tours = _Shelf[Tour]("tour")
    lessons = _Shelf[Lesson]("lesson")
    guides = _Shelf[Guide]("guide")

    def __init__(self, shelves: Shelves) -> None:
        self._shelves = shelves

    # ------------------------------------------------------------------ records by reference

    @property
    def about(self) -> About:
        """Title, version and date of research of the content."""
        return self._shelves.about

    @property
    def version(self) -> str:
        """The version of the content."""
        return self.about.version

    @property
    def researched(self) -> str:
        """Up to when the content was researched."""
        return self.about.researched

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The rows and tables that the library does without, since they could not be read."""
        return self._shelves.problems

    def records(self, kind: str) -> Mapping[str, Record]:
        """All records of a kind by id, in order; events are sorted by date."""
        return self._shelves.records(kind)

    def find(self, ref: str) -> Record | Part:
        """The record that *ref* (``kind:id``) names, else :class:`UnknownRecord`.

        ``place:county:FIPS`` also finds the counties of the activation files.
        """
        kind, _, name = ref.partition(":")
        found = self._look_up(kind, name)
        if found is None:
            raise UnknownRecord(f"There is no {ref!r}{self.nearest(ref)}")
        return found

    def has(self, ref: str) -> bool:
        """Whether *ref* names something."""
        kind, _, name = ref.partition(":")
        return self._look_up(kind, name) is not None

    def ref(self, record: Record | Part) -> str:
        """The reference ``kind:id`` of a record."""
        if isinstance(record, Record):
            return f"{self.kind_of(record)}:{record.id}"
        return self._row_refs[id(record)]

    def kind_of(self, record: Record | Part) -> str:
        """The kind of a record, as in its reference."""
        if isinstance(record, Record):
            return _KIND_OF[type(record)]
        return "limit" if isinstance(record, Limit) else "agreement"

    def name(self, ref: str) -> str:
        """What to call the record on screen: its title, label, term or short citation."""
        record = self.find(ref)
        if isinstance(record, Edge):
            return record.label or f"{record.from_} - {record.to}"
        if isinstance(record, Source):
            return short_title(record)
        if isinstance(record, Limit):
            return f"{record.jurisdiction}, {record.state}"
        if isinstance(record, Agreement):
            return f"{record.agency}, {record.state}"
        return str(getattr(record, NAME_FIELD[self.kind_of(record)])) or ref

    def _look_up(self, kind: str, name: str) -> Record | Part | None:
        if kind in KINDS:
            found = self.records(kind).get(name)
            return found or (self._counties.get(name) if kind == "place" else None)
        if kind == "rule":
            return self._rules.get(name)
        if kind in ("agreement", "limit"):
            return self._rows_by_ref.get(f"{kind}:{name}")
        return None

    def nearest(self, ref: str) -> str:
        """``; did you mean 'event:…'?`` for a reference that names nothing, where one is near."""
        kind, colon, name = ref.partition(":")
        kind, name = (kind, name) if colon else ("", kind)
        if kind not in REFERABLE:
            holders = [known for known in REFERABLE if self.has(f"{known}:{name}")]
            if holders:
                return f"; did you mean '{holders[0]}:{name}'?"
            kind = next(iter(_like(kind, REFERABLE)), "")
        near = self._nearest_id(kind, name) if kind else ""
        return f"; did you mean '{kind}:{near}'?" if near else ""

    def _nearest_id(self, kind: str, name: str) -> str:
        """The id that begins as *name* does, else the one that is written most like it."""
        ids = list(self._ids(kind))
        begun = [one for one in ids if name and one.startswith(name)]
        return next(iter(begun or _like(name, ids)), "")

    def _ids(self, kind: str) -> Iterator[str]:
        if kind in KINDS:
            yield from self.records(kind)
        elif kind == "rule":
            yield from self._rules
        else:
            yield from (ref.partition(":")[2] for ref in self._rows_by_ref if ref.startswith(kind))

    @cached_property
    def _rules(self) -> dict[str, Rule]:
        return {rule.id: rule for policy in self.policies.values() for rule in policy.rules}

    @cached_property
    def _counties(self) -> dict[str, Place]:
        """The counties of the activation files, as places within their state."""
        rows = [(row.fips, row.state, row.jurisdiction) for row in self.activations()]
        rows += [(row.fips, row.state, row.jurisdiction) for row in self.undated()]
        return {
            f"county:{fips}": Place(
                id=f"county:{fips}",
                name=self._with_state(name, state),
                kind="county",
                state=state,
                fips=(fips,),
                within=(f"state:{state}", "nation:US"),
            )
            for fips, state, name in rows
        }

    def _with_state(self, name: str, state: str) -> str:
        """``Wayne County, Michigan``: many states have a county of the same name."""
        place = self.places.get(f"state:{state}")
        bare = name.partition(" (")[0]
        return f"{bare}, {place.name}" if place else name

    @cached_property
    def counties(self) -> Mapping[str, Place]:
        """Every county by id: those that the content names and those of the activation files."""
        named = {key: place for key, place in self.places.items() if place.kind == "county"}
        return MappingProxyType({**self._counties, **named})

    @cached_property
    def _rows_by_ref(self) -> dict[str, Part]:
        named: dict[str, Part] = {}
        for kind, rows in (("agreement", self.agreements()), ("limit", self.limits())):
            for row in rows:
                ref = f"{kind}:{row_id(row)}"
                while ref in named:
                    ref += "-again"
                named[ref] = row
        return named

    @cached_property
    def _row_refs(self) -> dict[int, str]:
        return {id(row): ref for ref, row in self._rows_by_ref.items()}

    # ------------------------------------------------------------------------ time and lanes

    def in_lane(self, lane: str) -> tuple[Event, ...]:
        """The events of a lane of the timeline, by date."""
        return self._lanes.get(lane, ())

    @cached_property
    def _lanes(self) -> dict[str, tuple[Event, ...]]:
        return _grouped((event.lane, event) for event in self.events.values())

    def links_from(self, event_id: str) -> tuple[tuple[Event, Link], ...]:
        """What an event does to others, as sources state it: the other event and the link."""
        event = self.events.get(event_id)
        links = event.links if event else ()
        return tuple((self.events[link.to], link) for link in links if link.to in self.events)

    def links_to(self, event_id: str) -> tuple[tuple[Event, Link], ...]:
        """What other events do to this one: the other event and its link."""
        return self._links_to.get(event_id, ())

    @cached_property
    def _links_to(self) -> dict[str, tuple[tuple[Event, Link], ...]]:
        return _grouped(
            (link.to, (event, link)) for event in self.events.values() for link in event.links
        )

    def changes_at(self, ref: str) -> tuple[tuple[Event, Change], ...]:
        """What events changed at a ``node:`` or ``edge:``, by date."""
        return self._changes_at.get(ref, ())

    @cached_property
    def _changes_at(self) -> dict[str, tuple[tuple[Event, Change], ...]]:
        return _grouped(
            (change.target, (event, change))
            for event in self.events.values()
            for change in event.changes
        )

    def era_on(self, day: date) -> Era | None:
        """The era of the pipeline on a day, overlays left out; None outside all of them."""
        return next((era for era in self._plain_eras if _in_era(era, day)), None)

    def overlays_on(self, day: date) -> tuple[Era, ...]:
        """The eras that run on top of the others on a day."""
        if self.era_on(day) is None:
            return ()
        return tuple(era for era in self.eras.values() if era.overlay and _in_era(era, day))

    def nearest_era(self, day: date) -> Era:
        """The era of the day, or the one that is closest to it."""
        return min(self._plain_eras, key=lambda era: _distance(era, day))

    def is_researched(self, day: date) -> Research:
        """Whether the pipeline of that day was researched, is an outlook, or neither."""
        era = self.era_on(day)
        return era.research if era else "not researched"

    @cached_property
    def _plain_eras(self) -> tuple[Era, ...]:
        return tuple(era for era in self.eras.values() if not era.overlay)

    def edge_status(self, edge_id: str, day: date) -> Arrow:
        """How an arrow stands on a day; off where no era is researched."""
        era = self.era_on(day)
        if era is None:
            return Arrow(status="off")
        here = era.edges.get(edge_id, EdgeStatus(status="off"))
        begun = here.begins is None or day >= here.begins.first
        status: Status = here.status if begun else "off"
        over = [era.edges[edge_id] for era in self.overlays_on(day) if edge_id in era.edges]
        differing = (one.status for one in over if one.status not in ("off", status))
        return Arrow(
            status=status,
            note=here.note,
            overlay_note=" ".join(one.note for one in over if one.note),
            overlay=next(differing, None),
            begins=here.begins if here.begins and day <= here.begins.last else None,
            partly=here.everywhere is not None and day < here.everywhere.last,
        )

    # ----------------------------------------------------------------- claims, measures, sources

    def conflicts_about(self, ref: str) -> tuple[Conflict, ...]:
        """The conflicts of sources that touch a record."""
        return self._conflicts_about.get(ref, ())

    @cached_property
    def _conflicts_about(self) -> dict[str, tuple[Conflict, ...]]:
        return _grouped(
            (ref, conflict) for conflict in self.conflicts.values() for ref in conflict.about
        )

    def measured_by(self, ref: str) -> tuple[Measure, ...]:
        """What measures an event or a program, and with what caution."""
        record = self.find(ref)
        return record.measures if isinstance(record, Event | Program) else ()

    def measures_of(self, ref: str) -> tuple[str, ...]:
        """The events and programs that a series, claim or table measures.

        A table stands for its series too: what names the table is named for each series in it.
        """
        named = self._measures_of.get(ref, ())
        if ref.startswith("series:"):
            table, _, _ = ref.removeprefix("series:").partition("/")
            named += self._measures_of.get(f"table:{table}", ())
        return tuple(dict.fromkeys(named))

    @cached_property
    def _measures_of(self) -> dict[str, tuple[str, ...]]:
        holders: list[Event | Program] = [*self.events.values(), *self.programs.values()]
        return _grouped((m.by, self.ref(holder)) for holder in holders for m in holder.measures)

    def supports(self, source_id: str) -> tuple[str, ...]:
        """The references of everything that rests on a source."""
        return self._supports.get(source_id, ())

    @cached_property
    def _supports(self) -> dict[str, tuple[str, ...]]:
        pairs = [
            (name, self.ref(record))
            for kind in KINDS
            if kind not in ("source", "table")
            for record in self.records(kind).values()
            for name in mentions.sources(record)
        ]
        pairs += [
            (figure.source, f"series:{figure.series}")
            for table in self.tables
            for figure in self.table(table)
        ]
        pairs += [
            (name, ref) for ref, row in self._rows_by_ref.items() for name in mentions.sources(row)
        ]
        for table, rows in (("activation", self.activations()), ("undated", self.undated())):
            pairs += [(name, f"table:{table}") for row in rows for name in mentions.sources(row)]
        return _grouped(dict.fromkeys(pairs))

    def sources_of(self, ref: str) -> tuple[str, ...]:
        """The ids of all sources that a record rests on, its parts and figures included."""
        record = self.find(ref)
        named = list(mentions.sources(record))
        if isinstance(record, Series):
            named += [figure.source for figure in self.figures(record.id)]
        if isinstance(record, Table):
            named += [figure.source for figure in self.table(record.id)]
        return tuple(dict.fromkeys(named))

    def known_since(self, ref: str, moment: date) -> When | None:
        """The date of the earliest source, where all sources appeared only after *moment*.

        None as well where a source carries no date, since then we cannot say so.
        """
        found = [self.sources.get(name) for name in self.sources_of(ref)]
        dates = [source.issued for source in found if source is not None and source.issued]
        if not dates or len(dates) < len(found):
            return None
        earliest = min(dates)
        return earliest if earliest.first > moment else None

    # ------------------------------------------------------------------------------ figures

    def figures(self, series_id: str) -> tuple[Figure, ...]:
        """The rows of one series (``ice-removals/interior``), in the order of its file."""
        table, _, _ = series_id.partition("/")
        return self._by_series(table).get(series_id, ())

    def table(self, table_id: str) -> tuple[Figure, ...]:
        """All rows of a table of series; each figure's ``series`` is the full series id."""
        return tuple(self._shelves.figures(table_id))

    def figure(self, key: str) -> Figure | None:
        """The figure that ``TABLE/NAME@WHEN`` names; ``~2`` at its end for the second of a day."""
        series, _, written = key.partition("@")
        when, mark, again = written.rpartition("~")
        when, place = (when, int(again)) if mark and again.isdecimal() else (written, 1)
        found = [row for row in self.figures(series) if figure_when(row) == when]
        return found[place - 1] if 0 < place <= len(found) else None

    def figure_keys(self, series_id: str) -> tuple[str, ...]:
        """What links call the figures of a series, in the order of :meth:`figures`."""
        seen: Counter[str] = Counter()
        keys = []
        for row in self.figures(series_id):
            key = f"{row.series}@{figure_when(row)}"
            seen[key] += 1
            keys.append(key if seen[key] == 1 else f"{key}~{seen[key]}")
        return tuple(keys)

    def statistics(self, text: str) -> tuple[Statistic, ...]:
        """The statistics of a text of the content, in order: from where, to where, and whose."""
        return statistics_in(text, self._shelves.statistics)

    def statistic(self, target: str) -> Claim | Figure | None:
        """The claim (``claim:ID``) or figure (``series:TABLE/NAME@WHEN``) that a mark names."""
        kind, _, name = target.partition(":")
        return self.claims.get(name) if kind == "claim" else self.figure(name)

    def _by_series(self, table: str) -> dict[str, tuple[Figure, ...]]:
        if table not in self._figures:
            self._figures[table] = _grouped((row.series, row) for row in self.table(table))
        return self._figures[table]

    @cached_property
    def _figures(self) -> dict[str, dict[str, tuple[Figure, ...]]]:
        return {}

    def activations(self) -> tuple[Activation, ...]:
        """The month in which each county was connected to Secure Communities."""
        return cast(tuple[Activation, ...], self._shelves.rows("activation"))

    def undated(self) -> tuple[Undated, ...]:
        """Counties without an activation date in the source, with an upper bound."""
        return cast(tuple[Undated, ...], self._shelves.rows("undated"))

    def agreements(self) -> tuple[Agreement, ...]:
        """The 287(g) agreements."""
        return cast(tuple[Agreement, ...], self._shelves.rows("agreements"))

    def limits(self) -> tuple[Limit, ...]:
        """Documented limits on detainers: examples, never a census."""
        return cast(tuple[Limit, ...], self._shelves.rows("limits"))


NAME_FIELD: Final[Mapping[str, str]] = MappingProxyType(
    {
        "event": "title",
        "program": "name",
        "administration": "name",
        "conflict": "topic",
        "quote": "text",
        "viewpoint": "title",
        "question": "question",
        "term": "term",
        "word": "word",
        "official_name": "name",
        "claim": "text",
        "chart": "title",
        "node": "label",
        "era": "label",
        "form": "form",
        "box": "label",
        "group": "label",
        "funnel": "scope",
        "attribute": "meaning",
        "outcome": "meaning",
        "policy": "name",
        "profile": "title",
        "profile_rule": "text",
        "walk": "title",
        "place": "name",
        "series": "title",
        "table": "title",
        "tour": "title",
        "lesson": "title",
        "guide": "title",
        "rule": "text",
    }
)
"""Which field names a record on screen; edges, sources and rows of tables are put together."""

_KIND_OF: Final[dict[type[Record], str]] = {cls: kind for kind, cls in KINDS.items()}
_KIND_OF[Rule] = "rule"


def figure_when(figure: Figure) -> str:
    """When a figure lies, as links write it: a date, a fiscal year or a period."""
    if figure.date is not None:
        return figure.date.text
    whole = figure.fiscal_year is not None and not figure.period
    return str(figure.fiscal_year) if whole else figure.period


def short_title(source: Source) -> str:
    """A source in a few words: who, and when; its title where nobody is named."""
    names = [name.family or name.literal for name in source.author]
    who = " and ".join(names[:2]) if len(names) < 3 else f"{names[0]} and others"
    who = who or source.container_title or source.publisher or source.title_short or source.title
    return f"{who}, {source.issued.first.year}" if source.issued else who


def row_id(row: Agreement | Limit) -> str:
    """A readable id for a row of a table of places: state, name and first date."""
    if isinstance(row, Limit):
        words, day = f"{row.state} {row.jurisdiction}", row.counts_from or row.adopted_on
    else:
        words, day = f"{row.state} {row.agency} {row.model}", row.signed_on
    return kebab(f"{words} {day.text if day else ''}")


def kebab(text: str) -> str:
    """A text as an id: small letters and digits, joined by hyphens.

    >>> kebab("Alien Criminal Apprehension Program")
    'alien-criminal-apprehension-program'
    """
    return "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def _in_era(era: Era, day: date) -> bool:
    return era.start.first <= day and (era.end is None or day <= era.end.last)


def _distance(era: Era, day: date) -> int:
    if _in_era(era, day):
        return 0
    last = era.end.last if era.end else date.max
    return min(abs((era.start.first - day).days), abs((last - day).days))


def _like(name: str, known: Sequence[str]) -> list[str]:
    """The known name that is written most like another one, if any is."""
    import difflib  # only a slip needs it

    return difflib.get_close_matches(name, known, n=1, cutoff=0.5)


T = TypeVar("T")


def _grouped(pairs: Any) -> dict[str, tuple[T, ...]]:
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
