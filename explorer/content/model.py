"""Event, Program, Rule, Claim, Figure, Source, Place: frozen records.

Every record has an ``id`` that is unique within its kind. Where a field can name a record of any
kind it holds a *reference*, ``kind:id`` (``event:2013-ca-trust-signed``, ``node:detainer``,
``place:county:06075``, ``series:ice-removals/interior``). Fields named after one kind
(``sources``, ``programs``) hold plain ids of that kind. All texts are in plain US English.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from explorer.content.dates import When

Confidence = Literal["high", "medium", "low"]
Lane = Literal[
    "federal program",
    "federal policy",
    "states and localities",
    "courts",
    "Congress",
    "public debate",
]
LANES: tuple[Lane, ...] = (
    "federal program",
    "federal policy",
    "states and localities",
    "courts",
    "Congress",
    "public debate",
)
LinkType = Literal[
    "amends",
    "replaces",
    "rules_on",
    "responds_to",
    "implements",
    "ends",
    "reported_in",
    "same_case",
]
Status = Literal["on", "conditional", "partial", "off"]


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that stands inside a record and has no id that others name."""


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that can be named, opened and linked to."""

    id: str


class About(Part, frozen=True, kw_only=True):
    """What this content is: its version, and up to when it was researched."""

    version: str
    researched: str
    title: str = ""
    subtitle: str = ""
    summary: str = ""
    license: str = ""
    authors: tuple[str, ...] = ()
    note: str = ""
    start: str = ""  # the link that a new reader sees first


# ---------------------------------------------------------------------------------- sources


class Name(Part, frozen=True, kw_only=True):
    """A person or body, with the field names of CSL-JSON."""

    family: str = ""
    given: str = ""
    literal: str = ""


SourceKind = Literal[
    "statute",
    "court",
    "agency data",
    "agency document",
    "research",
    "news",
    "commentary",
    "advocacy",
    "reference",
]


class Source(
    Record,
    frozen=True,
    kw_only=True,
    rename={"container_title": "container-title", "url": "URL", "title_short": "title-short"},
):
    """One real document, with CSL-JSON field names and what of it was really read."""

    type: str  # a CSL type: report, article-newspaper, legal_case, legislation, webpage ...
    kind: SourceKind
    kind_detail: str = ""
    title: str
    title_short: str = ""
    author: tuple[Name, ...] = ()
    publisher: str = ""
    container_title: str = ""
    issued: When | None = None
    url: str = ""
    copy: bool = False  # the address is a third party's copy: named in words, not linked
    read_at: str = ""  # the page or file whose stored text was read, where it is another one
    section: str = ""  # where in the document
    verified_in: str = ""  # what was really read
    confidence: Confidence | None = None
    note: str = ""
    supplied: bool = False  # one of the five articles that the project started from
    formerly: tuple[str, ...] = ()  # ids in the research lists that were merged into this one


# --------------------------------------------------------------------------------- timeline


class Link(Part, frozen=True, kw_only=True):
    """What one event does to another, as a source states it; never a cause of our own."""

    id: str
    type: LinkType
    to: str  # event id
    basis: str
    sources: tuple[str, ...]


class Change(Part, frozen=True, kw_only=True):
    """What an event changed at one step or arrow of the pipeline."""

    target: str  # node:… or edge:…
    change: str
    what: str
    confidence: Confidence
    sources: tuple[str, ...]


class Measure(Part, frozen=True, kw_only=True):
    """A series, claim or table that measures an event or program, and with what caution."""

    by: str  # series:…, claim:… or table:…
    relation: Literal["measures", "background", "rival claim", "loose"]
    caution: str = ""


class Event(Record, frozen=True, kw_only=True):
    """Something that happened, dated as its source dates it."""

    title: str
    date: When
    end: When | None = None  # closes a run of related steps told together
    lane: Lane
    summary: str
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()  # place ids
    programs: tuple[str, ...] = ()
    significance: Literal[1, 2, 3]
    sources: tuple[str, ...]
    confidence: Confidence
    links: tuple[Link, ...] = ()
    changes: tuple[Change, ...] = ()
    measures: tuple[Measure, ...] = ()


class Phase(Part, frozen=True, kw_only=True):
    """A stretch or moment in the life of a program."""

    phase: str
    date: When
    event: str = ""
    note: str = ""
    sources: tuple[str, ...]


class Program(Record, frozen=True, kw_only=True):
    """A program, kind of agreement, doctrine, dispute or law, drawn as a bar."""

    name: str
    short_name: str
    kind: str
    start: When
    end: When | None = None  # None: still running, or no end date was read
    administration: str
    summary: str
    how_it_works: str
    legal_basis: str
    what_changed: str
    sources: tuple[str, ...]
    confidence: Confidence
    phases: tuple[Phase, ...] = ()
    measures: tuple[Measure, ...] = ()


class Administration(Record, frozen=True, kw_only=True):
    """Who held an office, for a neutral band without party."""

    office: str
    name: str
    status: str
    start: When
    end: When | None = None
    confidence: Confidence
    note: str = ""
    sources: tuple[str, ...]


# ---------------------------------------------------------------------- claims and conflicts


class Rival(Part, frozen=True, kw_only=True):
    """A claim that answers the same question differently, and why."""

    claim: str
    reason: tuple[
        Literal[
            "definition", "denominator", "numerator", "period", "unit", "method", "error", "unknown"
        ],
        ...,
    ]
    why: str


class Claim(Record, frozen=True, kw_only=True):
    """A number that somebody published: what was counted, out of what, by whom."""

    topic: str
    text: str
    value: float | None = None
    qualifier: str = "exact"
    unit: str
    figure: str = ""  # the figure as written, where it is not one plain number
    speaker: str
    period: str
    population: str
    numerator: str
    numerator_value: str = ""
    denominator: str
    denominator_value: str = ""
    border_cases: str = ""
    scale: str = ""  # the grouping by severity that was used
    sources: tuple[str, ...]
    check: str = ""
    differs: str = ""
    confidence: Confidence
    disputed: bool = False
    rivals: tuple[Rival, ...] = ()


class Side(Part, frozen=True, kw_only=True):
    """One version of a disputed fact, and who gives it."""

    claim: str
    sources: tuple[str, ...] = ()
    said_by: str = ""  # where no source record was kept


class Conflict(Record, frozen=True, kw_only=True):
    """Sources that disagree, what they touch, and what the program shows."""

    topic: str
    about: tuple[str, ...]  # references: event:…, series:…, policy:…, node:…, place:…, claim:…
    sides: tuple[Side, ...]
    resolution: str


class Quote(Record, frozen=True, kw_only=True):
    """A short quotation, word for word."""

    speaker: str
    role: str
    text: str
    source: str
    stance: Literal["supporter", "critic", "federal position", "reform", "affected person"]
    date: When
    context: str
    note: str = ""


class Viewpoint(Record, frozen=True, kw_only=True):
    """An argument, attributed to those who made it."""

    side: Literal["for cooperation", "for limits", "between"]
    order: int
    title: str
    text: str
    sources: tuple[str, ...]


class Position(Part, frozen=True, kw_only=True):
    """One side's answer to a question of the evidence desk."""

    view: str
    text: str
    sources: tuple[str, ...]
    quotes: tuple[str, ...] = ()  # as many as the other side, at most three
    viewpoints: tuple[str, ...] = ()  # its arguments; one stands in where it has no quotation


class Row(Part, frozen=True, kw_only=True):
    """One row of a series, named by its date, fiscal year or period."""

    series: str
    at: str

    @property
    def key(self) -> str:
        """Its name in a link: ``TABLE/NAME@WHEN``."""
        return f"{self.series}@{self.at}"


class Apart(Part, frozen=True, kw_only=True):
    """An answer that cannot be compared under a meaning, and why."""

    claim: str
    why: str


class Meaning(Part, frozen=True, kw_only=True):
    """What the key word of a question means to one who counts, and which claims count so."""

    id: str
    by: str  # who counts so, in a word or two
    text: str
    claims: tuple[str, ...]
    apart: tuple[Apart, ...] = ()  # where no pair of rivals gives the reason


class Question(Record, frozen=True, kw_only=True):
    """A neutral question with two answers of similar length and what is not known."""

    question: str
    claims: tuple[str, ...] = ()
    figures: tuple[Row, ...] = ()  # published figures that answer it too
    side_a: Position
    side_b: Position
    between: tuple[str, ...] = ()  # viewpoints between the two sides
    has_figures: bool
    figures_in: tuple[str, ...] = ()  # series or claim tables
    unknown: str
    word: str = ""  # the word that those who count take differently
    meanings: tuple[Meaning, ...] = ()
    ask: tuple[str, ...] = ()  # questions to a class


class Term(Record, frozen=True, kw_only=True):
    """A word of the field, defined plainly, with who contests it."""

    term: str
    definition: str
    contested: bool = False
    contested_by: str = ""
    since: str = ""
    until: str = ""
    sources: tuple[str, ...] = ()


class Word(Record, frozen=True, kw_only=True):
    """A loaded word that our own text does not use outside quotations and official names."""

    word: str
    leans: str
    reason: str
    house_term: str
    exempt_in: str
    forms: tuple[
        str, ...
    ] = ()  # what is looked for in our texts ("raid*": any ending); empty: word
    allowed: tuple[str, ...] = ()  # phrases in which it has its plain or legal meaning


class OfficialName(Record, frozen=True, kw_only=True):
    """A name, title or legal term that our texts may use though it holds a loaded word."""

    name: str
    why: str = ""


# --------------------------------------------------------------------------------- pipeline


class Node(Record, frozen=True, kw_only=True):
    """A stage, document, decision, outcome or exit of the pipeline."""

    label: str
    short_label: str
    layer: int
    lane: Literal["local", "state", "fbi", "dhs", "ice", "court", "outcome", "exit"]
    actor: str = ""  # exits have none
    system: str = ""
    kind: str
    description: str
    sources: tuple[str, ...]
    confidence: Confidence
    unverified: str = ""  # the part that was not read; empty: all of it was
    col: float | None = None  # hand-placed in the full diagram
    row: float | None = None


class Edge(Record, frozen=True, kw_only=True):
    """A step from node to node."""

    from_: str = msgspec.field(name="from")
    to: str
    label: str
    condition: str = ""
    kind: Literal["flow", "data", "decision", "exit"]
    sources: tuple[str, ...]
    confidence: Confidence
    unverified: str = ""
    via: tuple[tuple[float, float], ...] = ()  # way-points of a hand-laid route


class EdgeStatus(Part, frozen=True, kw_only=True):
    """Whether an arrow exists in an era."""

    status: Status
    begins: When | None = None  # the status begins inside the era; before it the arrow is off
    everywhere: When | None = None  # up to its last day the status holds in some places only
    note: str = ""


class FormerName(Part, frozen=True, kw_only=True):
    """What an agency was called before another took over its work."""

    name: str  # as labels have it
    was: str  # as they have it for days up to the last one of *until*
    until: When
    note: str
    sources: tuple[str, ...]


class Era(Record, frozen=True, kw_only=True):
    """A period of the pipeline, both ends included."""

    label: str
    short_dates: str
    start: When
    end: When | None = None
    overlay: bool = False
    summary: str
    what_changed: str
    note: str = ""
    sources: tuple[str, ...]
    confidence: Confidence
    research: Literal["researched", "outlook"]
    names: tuple[FormerName, ...] = ()
    edges: dict[str, EdgeStatus]


class Form(Record, frozen=True, kw_only=True):
    """A version of the detainer form I-247."""

    form: str
    valid_from: When | None = None
    valid_to: When | None = None
    asks_for: str
    basis: str
    time_limit: str
    note: str = ""
    sources: tuple[str, ...]
    confidence: Confidence
    unverified: str = ""


class Box(Record, frozen=True, kw_only=True):
    """A box of the fixed overview; together they hold every node once."""

    label: str
    short_label: str
    order: int
    lane: str
    members: tuple[str, ...]
    col: float | None = None
    row: float | None = None


class Group(Record, frozen=True, kw_only=True):
    """Nodes that fold together in the full diagram."""

    label: str
    short_label: str
    lane: str
    order: int
    members: tuple[str, ...]
    open_at_first: bool
    note: str = ""


class Stage(Part, frozen=True, kw_only=True):
    """One counted stage of a funnel."""

    order: int
    stage: str
    node: str = ""
    edges: tuple[str, ...] = ()  # arrows along which all that is counted passes; none: at the step
    value: float
    unit: str
    kind: str
    start: When | None = None  # only where the stages of a funnel have periods of their own
    end: When | None = None
    note: str = ""
    sources: tuple[str, ...]
    confidence: Confidence


class Flow(Part, frozen=True, kw_only=True):
    """How many went from one stage of a funnel to another."""

    from_: str = msgspec.field(name="from")
    to: str
    value: float
    kind: str
    sources: tuple[str, ...]


class Funnel(Record, frozen=True, kw_only=True):
    """Published counts by stage for one period; not one group followed through."""

    scope: str
    start: When | None = None  # None: the source names no first day
    end: When
    stages: tuple[Stage, ...]
    flows: tuple[Flow, ...] = ()


# ------------------------------------------------------------------------------------ rules


class Attribute(Record, frozen=True, kw_only=True):
    """A fact about a person, case, request or place that rules ask for."""

    values: str
    meaning: str
    about: Literal["person", "case", "request", "place"]


class Outcome(Record, frozen=True, kw_only=True):
    """What an outcome word means."""

    group: str
    layer: str
    meaning: str


class Rule(Record, frozen=True, kw_only=True):
    """One row of a decision table; the first row that fits decides."""

    order: int
    when: str
    outcome: str
    notification: str
    label: str = ""
    text: str
    authority: str
    sources: tuple[str, ...]
    confidence: Confidence
    unverified: Literal["no", "yes", "notification"] = "no"
    effective_from: When | None = None  # only where it differs from the table's
    effective_to: When | None = None


class Role(Part, frozen=True, kw_only=True):
    """What a table does in a walk, where, and from when to when."""

    role: str
    scope_level: str
    scope: tuple[str, ...]  # place ids
    in_force_from: When | None = None
    from_uncertain_until: When | None = None
    in_force_to: When | None = None
    to_uncertain_from: When | None = None
    supersedes: str = ""
    adopted_on: When | None = None
    note: str = ""
    sources: tuple[str, ...]
    confidence: Confidence


class Policy(Record, frozen=True, kw_only=True):
    """A decision table: a law, memo, ordinance or practice as ordered rules."""

    name: str
    level: str
    jurisdiction: str
    decider: str
    effective_from: When | None = None
    effective_to: When | None = None
    rules: tuple[Rule, ...]
    roles: tuple[Role, ...] = ()


class ProfileRule(Record, frozen=True, kw_only=True):
    """An implication that a consistent person keeps."""

    if_: str = msgspec.field(name="if")
    then: str
    text: str


class Profile(Record, frozen=True, kw_only=True):
    """A hypothetical person, or a publicly reported case, with a value for every attribute."""

    kind: str
    tier: str
    title: str
    place: str  # as worded
    place_id: str
    arrest_date: When | None = None
    summary: str
    facts: dict[str, str]
    sources: tuple[str, ...] = ()
    note: str = ""


class WalkStep(Part, frozen=True, kw_only=True):
    """One told step of an authored walk."""

    step: int
    era: str
    node: str
    edge: str = ""
    when: str = ""  # a date or a condition in words
    text: str
    policy: str = ""
    sources: tuple[str, ...] = ()
    confidence: Confidence


class Walk(Record, frozen=True, kw_only=True):
    """A told walk through the pipeline."""

    title: str = ""
    profile: str = ""  # the person who is walked, where there is one
    steps: tuple[WalkStep, ...]


# ----------------------------------------------------------------------- places and figures


class Place(Record, frozen=True, kw_only=True):
    """A nation, state, county or city that the content names."""

    name: str
    kind: str
    state: str = ""
    fips: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    note: str = ""


class Activation(Part, frozen=True, kw_only=True):
    """When a county's jail was connected."""

    fips: str
    state: str
    jurisdiction: str
    activated_on: When
    in_map_2017: bool
    source: str


class Undated(Part, frozen=True, kw_only=True):
    """A county with no activation date in the source, and an upper bound."""

    fips: str
    state: str
    jurisdiction: str
    active_no_later_than: When
    why: str
    sources: tuple[str, ...] = ()


class Agreement(Part, frozen=True, kw_only=True):
    """A 287(g) agreement."""

    series: str
    state: str
    agency: str
    level: str
    fips: str = ""
    county: str = ""
    model: str = ""
    signed_on: When | None = None
    later_signings: tuple[When, ...] = ()
    ended_on: When | None = None
    last_evidence_on: When | None = None
    status: str
    sources: tuple[str, ...]
    confidence: Confidence
    note: str = ""


class Limit(Part, frozen=True, kw_only=True):
    """A documented limit on detainers; an example, never a census."""

    state: str
    jurisdiction: str
    kind: str
    fips: str = ""
    adopted_on: When | None = None
    in_force_from: When | None = None
    instrument: str
    limits: str
    caveat: str = ""
    coverage: str
    sources: tuple[str, ...]
    confidence: Confidence
    counts_from: When | None = None
    scope: tuple[str, ...] = ()  # place ids that it binds
    modelled_by: tuple[str, ...] = ()  # policy ids, in turn; empty: no decision table
    note: str = ""


class Break(Part, frozen=True, kw_only=True):
    """Where a series changes edition or method: no line is drawn across it."""

    at: When  # the first fiscal year or date of the new one
    why: str


class Series(Record, frozen=True, kw_only=True):
    """What one series counts; the numbers stand in ``series/<table>.csv``."""

    table: str
    name: str  # the value of the column "series"
    title: str
    unit: str
    units: tuple[str, ...] = ()  # those of the rows, where each source counts another unit
    definition: str
    counts: str = ""  # what is counted, in a few words
    period: Literal["fiscal year", "month", "date", "period", "mixed"]
    edition: str = ""  # whose edition; editions never share a line
    caution: str = ""
    stands_for: str = ""  # where another series of the same thing stands: its id and why
    breaks: tuple[Break, ...] = ()


class Figure(Part, frozen=True, kw_only=True):
    """One row of a series: a value with its period, qualifier and source."""

    series: str
    fiscal_year: int | None = None
    date: When | None = None
    period: str = ""
    value: float
    unit: str
    qualifier: Literal["exact", "about", "nearly", "more_than", "at_least", "at_most", "computed"]
    source: str
    confidence: Confidence
    note: str = ""


class Table(Record, frozen=True, kw_only=True):
    """A CSV file of the data package: what one row is, and which series it holds."""

    title: str
    description: str = ""
    path: str
    series: tuple[str, ...] = ()  # ids of its series, for tables of series


class Plotted(Part, frozen=True, kw_only=True):
    """A series on a chart, with the words beside its line."""

    series: str
    label: str


class Chart(Record, frozen=True, kw_only=True):
    """A curated chart: which series, how drawn, what to say."""

    title: str  # a headline that says what is seen
    short_title: str = ""  # its name in a list
    subtitle: str
    kind: Literal["line", "bar", "points", "stacked"]
    series: tuple[Plotted, ...]
    order: int = 100
    note: str = ""
    start: When | None = None
    end: When | None = None
    whole: str = ""  # the series of the total that all of its series are parts of
    per: tuple[str, ...] = ()  # series by which its figures can be divided
    table: str = ""  # the table of places that lists what is counted


# --------------------------------------------------------------------------- teaching and talks


class Ask(Part, frozen=True, kw_only=True):
    """A question to a class or a reader; without choices it is an open one."""

    text: str
    choices: tuple[str, ...] = ()
    answer: str  # the key: one of the choices, or what a full answer holds
    why: str = ""  # what explains the answer
    sources: tuple[str, ...]


class TourStep(Part, frozen=True, kw_only=True):
    """One step of a tour: where to look, and what is said there."""

    look: str  # a link: page, moment, item, span and what else is in view
    headline: str
    text: str  # one or two sentences for the audience
    notes: str  # for the speaker alone
    question: Ask | None = None
    sources: tuple[str, ...]


class Tour(Record, frozen=True, kw_only=True):
    """A talk through the content, for a speaker, a reader alone, and paper."""

    title: str
    audience: str
    minutes: int
    summary: str
    order: int = 0
    steps: tuple[TourStep, ...]


class LessonPart(Part, frozen=True, kw_only=True):
    """A stretch of a lesson: how long, and what teacher and students do."""

    minutes: int
    title: str
    text: str


class Lesson(Record, frozen=True, kw_only=True):
    """A lesson plan: aim, parts with their timing, questions with a key, materials."""

    title: str
    audience: str
    minutes: int
    aim: str
    tour: str
    order: int = 0
    materials: tuple[str, ...]  # what to bring, and what the program makes
    dimensions: tuple[str, ...]  # of the C3 framework, each with how the lesson meets it
    parts: tuple[LessonPart, ...]
    questions: tuple[Ask, ...]


class GuideSection(Part, frozen=True, kw_only=True):
    """One heading of a guide, and its text."""

    title: str
    text: str


class Guide(Record, frozen=True, kw_only=True):
    """A page of advice for teachers."""

    title: str
    audience: str
    sections: tuple[GuideSection, ...]
