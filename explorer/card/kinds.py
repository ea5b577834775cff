"""What each kind of record adds to its card."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from explorer.card.card import Line, Notes, Section, Spark
from explorer.content import model
from explorer.content.dates import When, fiscal_year
from explorer.content.library import Library


def sections_of(library: Library, kind: str, record: Any, notes: Notes) -> list[Section]:
    """The filled sections of a record's own; a kind without a shape of its own shows its fields."""
    kinds = Kinds(library, notes)
    build: Callable[[Any], list[Section]] = getattr(kinds, kind, kinds.fields)
    return [section for section in build(record) if section.lines or section.spark]


class Kinds:
    """One method for each kind: a record in, the sections of its card out."""

    def __init__(self, library: Library, notes: Notes) -> None:
        self.library = library
        self.notes = notes

    def _refs(self, kind: str, ids: Iterable[str], lead: str = "") -> tuple[Line, ...]:
        """Lines that open records, by name."""
        refs = (f"{kind}:{one}" for one in ids)
        return tuple(Line(self.library.name(ref), ref, lead) for ref in refs)

    def _measures(self, measures: Sequence[model.Measure]) -> list[Section]:
        """The series that measure an item, the first that can be drawn as a small picture."""
        lines = tuple(
            Line(self.library.name(measure.by), measure.by, measure.relation, measure.caution)
            for measure in measures
        )
        spark = next(
            filter(None, (spark_of(self.library, measure.by) for measure in measures)), None
        )
        return [Section("measured-by", lines, "spark" if spark else "list", spark)] if lines else []

    def event(self, event: model.Event) -> list[Section]:
        changes = tuple(
            Line(
                change.what,
                change.target,
                change.change,
                self.library.name(change.target),
                self.notes.number(change.sources),
            )
            for change in event.changes
        )
        return [
            Section("changed-in-pipeline", changes),
            Section("links", self._links(event)),
            *self._measures(event.measures),
            Section("lane-neighbors", self._neighbors(event)),
            Section("people-and-places", self._who(event), "fields"),
        ]

    def _links(self, event: model.Event) -> tuple[Line, ...]:
        """What this event does to others, then what others do to it, each with its ground."""
        ways = (("", self.library.links_from(event.id)), ("by:", self.library.links_to(event.id)))
        return tuple(
            Line(
                other.title,
                f"event:{other.id}",
                way + link.type,
                link.basis,
                self.notes.number(link.sources),
                other.date,
            )
            for way, linked in ways
            for other, link in linked
        )

    def _neighbors(self, event: model.Event) -> tuple[Line, ...]:
        """The event before and the event after in the same lane: an order, not a cause."""
        lane = self.library.in_lane(event.lane)
        here = next(index for index, other in enumerate(lane) if other.id == event.id)
        ways = (("before", here - 1), ("after", here + 1))
        return tuple(
            Line(lane[index].title, f"event:{lane[index].id}", way, date=lane[index].date)
            for way, index in ways
            if 0 <= index < len(lane)
        )

    def _who(self, event: model.Event) -> tuple[Line, ...]:
        actors = tuple(Line(actor, lead="actors") for actor in event.actors)
        return (
            *actors,
            *self._refs("place", event.places, "places"),
            *self._refs("program", event.programs, "programs"),
        )

    def program(self, program: model.Program) -> list[Section]:
        phases = tuple(
            Line(
                phase.phase,
                f"event:{phase.event}" if phase.event else "",
                note=phase.note,
                notes=self.notes.number(phase.sources),
                date=phase.date,
            )
            for phase in program.phases
        )
        events = [event for event in self.library.events.values() if program.id in event.programs]
        return [
            *_texts(program, "how_it_works", "legal_basis", "what_changed"),
            Section("phases", phases),
            *self._measures(program.measures),
            Section("events", _dated(events)),
            Section("details", (Line(program.administration, lead="administration"),), "fields"),
        ]

    def source(self, source: model.Source) -> list[Section]:
        by = ", ".join(
            filter(None, (name.literal or f"{name.given} {name.family}" for name in source.author))
        )
        values = {
            "author": by,
            "publisher": source.container_title or source.publisher,
            "address": source.url,
            "part": source.section,
            "kind-detail": source.kind_detail,
            "what-was-read": source.verified_in,
            "read-at": source.read_at,
            "note": source.note,
        }
        supported = self.library.supports(source.id)
        return [
            Section(
                "details",
                tuple(Line(text, lead=name) for name, text in values.items() if text),
                "fields",
            ),
            Section("rests-on-this", tuple(Line(self.library.name(ref), ref) for ref in supported)),
        ]

    def claim(self, claim: model.Claim) -> list[Section]:
        figure = claim.figure or ("" if claim.value is None else f"{claim.value:,g}")
        values = {
            "figure": f"{figure} {claim.unit}".strip(),
            "qualifier": "" if claim.qualifier == "exact" else claim.qualifier,
            "who-says": claim.speaker,
            "period": claim.period,
            "counted": claim.numerator,
            "counted-value": claim.numerator_value,
            "out-of": claim.denominator,
            "out-of-value": claim.denominator_value,
            "population": claim.population,
            "border-cases": claim.border_cases,
            "scale": claim.scale,
            "check": claim.check,
        }
        rivals = tuple(
            Line(
                self.library.name(f"claim:{rival.claim}"),
                f"claim:{rival.claim}",
                "|".join(rival.reason),
                rival.why,
            )
            for rival in claim.rivals
        )
        asked = [
            question.id
            for question in self.library.questions.values()
            if claim.id in question.claims
        ]
        return [
            Section(
                "details",
                tuple(Line(text, lead=name) for name, text in values.items() if text),
                "fields",
            ),
            *_texts(claim, "differs"),
            Section("rivals", rivals),
            Section("questions", self._refs("question", asked)),
        ]

    def quote(self, quote: model.Quote) -> list[Section]:
        lines = (Line(quote.speaker, lead="speaker"), Line(quote.role, lead="role"))
        return [Section("details", lines, "fields"), *_texts(quote, "context", "note")]

    def conflict(self, conflict: model.Conflict) -> list[Section]:
        sides = tuple(
            Line(side.claim, note=side.said_by, notes=self.notes.number(side.sources))
            for side in conflict.sides
        )
        about = tuple(Line(self.library.name(ref), ref) for ref in conflict.about)
        return [Section("versions", sides), Section("touches", about)]

    def question(self, question: model.Question) -> list[Section]:
        sides = tuple(
            Line(side.text, lead=side.view, notes=self.notes.number(side.sources))
            for side in (question.side_a, question.side_b)
        )
        return [
            Section("answers", sides),
            Section("claims", self._refs("claim", question.claims)),
            Section("not-known", (Line(question.unknown),), "text"),
        ]

    def term(self, term: model.Term) -> list[Section]:
        values = {"since": term.since, "until": term.until}
        return [
            *_texts(term, "contested_by"),
            Section(
                "details",
                tuple(Line(text, lead=name) for name, text in values.items() if text),
                "fields",
            ),
        ]

    def node(self, node: model.Node) -> list[Section]:
        ways = (("leads-to", "to", "from_"), ("comes-from", "from_", "to"))
        arrows = tuple(
            Line(
                self.library.name(f"node:{getattr(edge, far)}"),
                f"node:{getattr(edge, far)}",
                way,
                edge.label,
            )
            for way, far, near in ways
            for edge in self.library.edges.values()
            if getattr(edge, near) == node.id
        )
        values = {"who-acts": node.actor, "system": node.system, "unverified": node.unverified}
        return [
            Section(
                "details",
                tuple(Line(text, lead=name) for name, text in values.items() if text),
                "fields",
            ),
            Section("arrows", arrows),
        ]

    def edge(self, edge: model.Edge) -> list[Section]:
        ends = (("from", edge.from_), ("to", edge.to))
        lines = tuple(
            Line(self.library.name(f"node:{one}"), f"node:{one}", way) for way, one in ends
        )
        states = tuple(
            Line(era.label, f"era:{era.id}", status.status, status.note)
            for era in self.library.eras.values()
            if (status := era.edges.get(edge.id))
        )
        return [
            *_texts(edge, "condition", "unverified"),
            Section("arrows", lines),
            Section("eras", states),
        ]

    def era(self, era: model.Era) -> list[Section]:
        return [
            *_texts(era, "what_changed", "note"),
            Section("details", (Line(era.short_dates, lead="dates"),), "fields"),
        ]

    def box(self, box: model.Box | model.Group) -> list[Section]:
        return [Section("members", self._refs("node", box.members))]

    def policy(self, policy: model.Policy) -> list[Section]:
        rules = tuple(
            Line(
                rule.text,
                f"rule:{rule.id}",
                rule.outcome,
                rule.authority,
                self.notes.number(rule.sources),
            )
            for rule in policy.rules
        )
        roles = tuple(
            Line(
                ", ".join(self.library.name(f"place:{place}") for place in role.scope),
                lead=role.role,
                note=role.note,
                date=role.in_force_from,
            )
            for role in policy.roles
        )
        values = {"jurisdiction": policy.jurisdiction, "decider": policy.decider}
        return [
            Section(
                "details",
                tuple(Line(text, lead=name) for name, text in values.items() if text),
                "fields",
            ),
            Section("in-force", roles),
            Section("rules", rules),
        ]

    def series(self, series: model.Series) -> list[Section]:
        values = {
            "unit": series.unit,
            "counts": series.counts,
            "edition": series.edition,
            "period": series.period,
        }
        figures = self.library.figures(series.id)
        for figure in figures:
            self.notes.number([figure.source])
        spark = spark_of(self.library, f"series:{series.id}")
        return [
            Section("figures", (), "spark", spark) if spark else Section("figures"),
            Section(
                "details",
                tuple(Line(text, lead=name) for name, text in values.items() if text),
                "fields",
            ),
            *_texts(series, "caution", "stands_for"),
        ]

    def place(self, place: model.Place) -> list[Section]:
        here = set(place.fips) if place.kind != "state" else set()
        connected = tuple(
            Line(row.jurisdiction, lead="activated", date=row.activated_on)
            for row in self.library.activations()
            if row.fips in here
        )
        undated = tuple(
            Line(
                row.why,
                lead="no-later-than",
                date=row.active_no_later_than,
                notes=self.notes.number(row.sources),
            )
            for row in self.library.undated()
            if row.fips in here
        )
        limits = tuple(
            Line(
                limit.limits,
                lead=limit.instrument,
                note=limit.caveat,
                notes=self.notes.number(limit.sources),
                date=limit.in_force_from or limit.adopted_on,
            )
            for limit in self.library.limits()
            if place.id in limit.scope or (limit.fips and limit.fips in here)
        )
        signed = tuple(
            Line(
                row.agency,
                lead=row.model,
                note=row.note,
                notes=self.notes.number(row.sources),
                date=row.signed_on,
            )
            for row in self.library.agreements()
            if row.fips and row.fips in here
        )
        events = [event for event in self.library.events.values() if place.id in event.places]
        return [
            Section("activation", (*connected, *undated)),
            Section("limits", limits),
            Section("agreements", signed),
            Section("events", _dated(events)),
            Section("within", self._refs("place", place.within)),
            *_texts(place, "note"),
        ]

    def fields(self, record: Any) -> list[Section]:
        """Every filled field of a record that has no card of its own shape."""
        names = [name for name in record.__struct_fields__ if name not in _SAID]
        lines = [
            Line(text, lead=name.rstrip("_").replace("_", "-"))
            for name in names
            if (text := _plain(getattr(record, name)))
        ]
        return [Section("details", tuple(lines), "fields")]

    group = box


def _texts(record: Any, *names: str) -> tuple[Section, ...]:
    """One section of running text for each named field that is filled."""
    return tuple(
        Section(name.replace("_", "-"), (Line(str(getattr(record, name))),), "text")
        for name in names
        if getattr(record, name, "")
    )


def spark_of(library: Library, ref: str) -> Spark | None:
    """The small picture of a series with at least four dated values, else None."""
    kind, _, series = ref.partition(":")
    if kind != "series" or not library.has(ref):
        return None
    figures = library.figures(series)
    points = sorted((place, figure.value) for figure in figures if (place := _place(figure)))
    if len(points) < 4 or len({figure.unit for figure in figures}) > 1:
        return None
    return Spark(ref, figures[0].unit, tuple(points))


def _place(figure: model.Figure) -> int:
    """Where a value lies on the time axis, as a day's ordinal; 0 where it has no date."""
    if figure.date is not None:
        return figure.date.middle.toordinal()
    if figure.fiscal_year is not None:
        first, last = fiscal_year(figure.fiscal_year)
        return (first + (last - first) / 2).toordinal()
    return 0


def _dated(events: Iterable[model.Event]) -> tuple[Line, ...]:
    return tuple(Line(event.title, f"event:{event.id}", date=event.date) for event in events)


_SAID = {"id", "title", "name", "term", "date", "end", "start", "summary", "definition", "sources"}
_SAID |= {"description", "confidence", "lane", "kind", "text", "meaning", "resolution", "label"}


def _plain(value: object) -> str:
    """A field as one line of text; parts of a record are left to cards of their own."""
    if isinstance(value, When):
        return value.text
    if isinstance(value, tuple):
        return "; ".join(filter(None, (_plain(one) for one in value)))
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_plain(one)}" for key, one in value.items())
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, model.Part):
        names = value.__struct_fields__
        return " · ".join(
            filter(None, (_plain(getattr(value, name)) for name in names if name != "sources"))
        )
    return "" if value is None else str(value)
