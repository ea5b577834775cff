"""The researched chronology is all here: every event, program, quotation and source."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from explorer.content import mentions
from explorer.content.library import Library
from explorer.content.model import LANES

RESOURCES = Path(__file__).parents[2] / "resources"
ROW = re.compile(r"^\| *(?P<list>[\w/.]+) *\| *(?P<there>[\d,]+) *\| *(?P<here>[\d,]+) *\|", re.M)
LISTS: dict[str, Callable[[Library], int]] = {
    "chronology/events.csv": lambda all: len(all.events),
    "chronology/links.csv": lambda all: sum(len(event.links) for event in all.events.values()),
    "chronology/event_edges.csv": lambda all: sum(len(e.changes) for e in all.events.values()),
    "chronology/event_series.csv": lambda all: (
        sum(len(event.measures) for event in all.events.values())
        + sum(len(program.measures) for program in all.programs.values())
    ),
    "chronology/programs.csv": lambda all: len(all.programs),
    "chronology/phases.csv": lambda all: sum(len(p.phases) for p in all.programs.values()),
    "chronology/administrations.csv": lambda all: len(all.administrations),
    "chronology/conflicts.csv": lambda all: len(all.conflicts),
    "chronology/quotes.csv": lambda all: len(all.quotes),
    "chronology/viewpoints.md": lambda all: len(all.viewpoints),
    "chronology/questions.csv": lambda all: len(all.questions),
    "chronology/glossary.csv": lambda all: len(all.terms),
    "chronology/words.csv": lambda all: len(all.words),
    "chronology/sources.csv": lambda all: _listed(all, "chronology"),
    "pipeline/sources.csv": lambda all: _listed(all, "pipeline"),
    "series/sources.csv": lambda all: _listed(all, "series"),
    "series2/sources.csv": lambda all: _listed(all, "series2"),
}


def _listed(library: Library, name: str) -> int:
    """How many ids of a research list stand in the sources, each document's old ids included."""
    old = chain.from_iterable(source.formerly for source in library.sources.values())
    return sum(id.startswith(f"{name}:") for id in old)


@pytest.fixture(scope="module")
def counts() -> dict[str, tuple[int, int]]:
    """For each research list: its rows there and here, as resources/README.md says."""
    found = ROW.finditer((RESOURCES / "README.md").read_text(encoding="utf-8"))
    number = str.maketrans("", "", ",")
    return {
        row["list"]: (int(row["there"].translate(number)), int(row["here"].translate(number)))
        for row in found
    }


@pytest.fixture(scope="module")
def facts() -> list[dict[str, str]]:
    path = RESOURCES / "content" / "audit" / "article-facts.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", LISTS)
def test_as_many_rows_are_here_as_the_readme_says(
    bundled: Library, counts: dict[str, tuple[int, int]], name: str
) -> None:
    assert LISTS[name](bundled) == counts[name][1]


@pytest.mark.parametrize("name", LISTS)
def test_no_row_of_the_chronology_was_left_out(
    counts: dict[str, tuple[int, int]], name: str
) -> None:
    there, here = counts[name]
    assert here >= there


def test_every_event_is_dated_as_precisely_as_it_was_read(bundled: Library) -> None:
    precisions = Counter(event.date.precision for event in bundled.events.values())
    assert precisions == {"day": 91, "month": 5, "year": 4}
    assert sum(event.end is not None for event in bundled.events.values()) == 16


def test_every_lane_has_events_and_every_event_a_place(bundled: Library) -> None:
    assert {event.lane for event in bundled.events.values()} == set(LANES)
    assert all(event.places for event in bundled.events.values())


def test_twenty_events_carry_a_ten_minute_talk_and_change_the_pipeline(bundled: Library) -> None:
    weights = Counter(event.significance for event in bundled.events.values())
    assert weights[3] == 20
    assert all(e.changes for e in bundled.events.values() if e.significance == 3)


def test_events_keep_their_fields(bundled: Library) -> None:
    signed = bundled.events["2013-ca-trust-signed"]
    assert (signed.date.first, signed.lane, signed.significance, signed.confidence) == (
        date(2013, 10, 5),
        "states and localities",
        3,
        "high",
    )
    assert signed.actors == ("Jerry Brown", "Tom Ammiano", "Stan Sniff", "John McMahon")
    assert signed.programs == ("ca-trust", "detainer-limits")
    assert [(link.id, link.type, link.to) for link in signed.links] == [
        ("l039", "responds_to", "2012-trust-act-veto"),
        ("l078", "reported_in", "2014-vox-explainer"),
    ]
    assert bundled.events["2010-ndlon-foia"].end is not None


def test_links_never_say_that_one_event_caused_another(bundled: Library) -> None:
    types = Counter(link.type for event in bundled.events.values() for link in event.links)
    assert set(types) == {
        "amends",
        "ends",
        "implements",
        "replaces",
        "reported_in",
        "responds_to",
        "rules_on",
        "same_case",
    }


def test_what_changed_in_a_state_or_a_locality_names_it(bundled: Library) -> None:
    local = [event for event in bundled.events.values() if event.lane == "states and localities"]
    nameless = [
        (event.id, change.what)
        for event in local
        for change in event.changes
        if not any(_names(bundled, place, change.what) for place in event.places)
    ]
    assert len(local) > 20
    assert not nameless


def _names(library: Library, place: str, text: str) -> bool:
    """Whether a text has the name of a place, with or without its state."""
    return library.name(f"place:{place}").partition(",")[0] in text


def test_phases_keep_intervals_and_approximate_days(bundled: Library) -> None:
    phases = {(id, p.phase): p.date for id, prog in bundled.programs.items() for p in prog.phases}
    assert phases["sc", "expansion"].text == "2008-10/2013-01"
    assert phases["pep", "first use"].text == "2015-07-02~"
    assert bundled.programs["cap"].start.text == "1988"
    assert {id for id, program in bundled.programs.items() if program.end is None} == {
        "cap",
        "287g",
        "ncic",
        "interop",
        "detainer-limits",
        "ca-trust",
        "287g-2025",
    }


def test_an_office_holder_without_known_end_is_explained(bundled: Library) -> None:
    open_ended = [a for a in bundled.administrations.values() if a.end is None]
    assert len(open_ended) == 7
    assert all(holder.note for holder in open_ended)


def test_quotations_are_short_and_have_a_speaker(bundled: Library) -> None:
    stances = Counter(quote.stance for quote in bundled.quotes.values())
    assert stances == {
        "supporter": 14,
        "critic": 13,
        "federal position": 6,
        "reform": 6,
        "affected person": 1,
    }
    assert all(q.speaker and len(q.text.split()) <= 25 for q in bundled.quotes.values())
    assert sum("the original was not seen" in quote.note for quote in bundled.quotes.values()) == 3


def test_both_sides_have_their_arguments(bundled: Library) -> None:
    sides = Counter(view.side for view in bundled.viewpoints.values())
    assert sides == {"for cooperation": 8, "for limits": 7, "between": 4}
    assert all(view.sources for view in bundled.viewpoints.values())


def test_opposing_answers_are_of_similar_length(bundled: Library) -> None:
    for question in bundled.questions.values():
        for measure in (len, lambda text: len(text.split())):
            short, long = sorted(measure(s.text) for s in (question.side_a, question.side_b))
            assert long <= 1.5 * short, question.id


def test_definitions_are_short_and_contested_terms_say_by_whom(bundled: Library) -> None:
    for term in bundled.terms.values():
        assert len(term.definition.split()) <= 45, term.id
        assert not term.contested or term.contested_by, term.id


def test_loaded_words_lean_both_ways_alike(bundled: Library) -> None:
    leans = Counter(word.leans for word in bundled.words.values())
    assert leans == {"favors enforcement": 18, "favors limits": 18, "both": 8}


def test_every_conflict_touches_something_and_has_two_sides(bundled: Library) -> None:
    for conflict in bundled.conflicts.values():
        assert conflict.about, conflict.id
        assert len(conflict.sides) >= 2, conflict.id
        assert all(side.sources or side.said_by for side in conflict.sides), conflict.id
        assert all(bundled.has(ref) for ref in conflict.about), conflict.id


@pytest.mark.parametrize(
    ("ref", "conflict"),
    [
        ("event:2014-miranda-olivares", "oregon-ruling-date"),
        ("policy:COOK_2011", "cook-county-order"),
        ("series:ice-removals/interior", "interior-removals-2014"),
        ("claim:warren-citizens", "warren-citizens"),
        ("node:ivf_hit", "ncic-error-rate"),
        ("table:activation", "county-list-against-published-counts"),
        ("form:i-247n", "pep-start"),
    ],
)
def test_a_conflict_is_found_from_what_it_touches(
    bundled: Library, ref: str, conflict: str
) -> None:
    assert conflict in {found.id for found in bundled.conflicts_about(ref)}


def test_every_dated_fact_of_the_articles_points_at_an_event(
    bundled: Library, counts: dict[str, tuple[int, int]], facts: list[dict[str, str]]
) -> None:
    assert len(facts) == counts["chronology/seed_facts.csv"][1]
    for row in facts:
        assert bundled.sources[row["source"]].supplied
        assert all(id in bundled.events for id in row["event"].split(";") if id), row


def test_one_record_stands_for_each_document(bundled: Library) -> None:
    old = list(chain.from_iterable(source.formerly for source in bundled.sources.values()))
    assert len(old) == len(set(old))
    addresses = Counter(
        re.sub(r"^https?://(www\.)?", "", source.url).rstrip("/").lower()
        for source in bundled.sources.values()
        if source.url and source.type != "dataset" and "github.com" not in source.url
    )
    twice = {address for address, number in addresses.items() if number > 1}
    assert twice == {"ice.gov/removal-statistics"}  # one address, two years


def test_the_five_articles_are_one_record_each(bundled: Library) -> None:
    supplied = {id: s.formerly for id, s in bundled.sources.items() if s.supplied}
    assert set(supplied) == {"tnr-2015", "msnbc-2014", "huffpost-2010", "vox-2014", "mpi-2015"}
    assert supplied["tnr-2015"] == ("chronology:tnr_2015", "pipeline:S000", "series:tnr_2015")


def test_every_source_is_used_or_kept_for_a_reason(bundled: Library) -> None:
    used = {id for id in bundled.sources if bundled.supports(id)}
    assert len(used) > 525
    assert all(source.formerly for id, source in bundled.sources.items() if id not in used)


def test_texts_write_days_the_american_way(bundled: Library) -> None:
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    wrong = re.compile(rf"\b\d{{1,2}} ({months})\b|\b\d{{4}}-\d\d-\d\d\b")
    shelves = (bundled.events, bundled.programs, bundled.conflicts, bundled.terms)
    for record in chain.from_iterable(shelf.values() for shelf in shelves):
        for field, text in mentions.texts(record):
            assert not wrong.search(text), (record.id, field, text)
