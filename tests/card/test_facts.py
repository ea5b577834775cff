"""What a card says."""

from __future__ import annotations

from datetime import date

import pytest

from explorer.card.card import Card, Section
from explorer.card.facts import card_of
from explorer.card.kinds import spark_of
from explorer.content.library import Library, UnknownRecord

DAY = date(2012, 1, 1)
BARE = [
    "attribute",
    "group",
    "term",
    "word",
    "edge",
    "node",
    "box",
]  # kinds whose text may be one field


def section(card: Card, name: str) -> Section:
    return next(section for section in card.sections if section.id == name)


def test_an_event_card_says_what_changed_and_who_says_so(library: Library) -> None:
    card = card_of(library, "event:2008-river-check", DAY)
    change = section(card, "changed-in-pipeline").lines[0]
    assert card.title == "The river check begins"
    assert change.text == "The harbor sends a copy of each paper to the River Office."
    assert change.ref == "edge:e02"
    assert [card.sources[number - 1] for number in change.notes] == ["gazette-2008"]


def test_a_link_is_told_from_both_ends_with_its_ground(library: Library) -> None:
    ruling = section(card_of(library, "event:2010-court-ruling", DAY), "links").lines
    check = section(card_of(library, "event:2008-river-check", DAY), "links").lines
    assert [(line.lead, line.ref) for line in ruling] == [("rules_on", "event:2008-river-check")]
    assert ("by:rules_on", "event:2010-court-ruling") in [(line.lead, line.ref) for line in check]
    assert ruling[0].note == "The opinion is about the check."


def test_sources_are_numbered_in_the_order_in_which_they_are_needed(library: Library) -> None:
    card = card_of(library, "event:2010-court-ruling", DAY)
    assert card.summary is not None
    assert card.summary.notes == (1, 2)
    assert card.sources == ("court-2010", "study-2016")


def test_a_conflict_is_shown_on_what_it_touches(library: Library) -> None:
    for ref in ("event:2014-check-ends", "series:boats/checked"):
        lines = section(card_of(library, ref, DAY), "sources-differ").lines
        assert [line.ref for line in lines] == ["conflict:day-of-the-end"]


def test_a_claim_names_its_rivals_and_why_they_differ(library: Library) -> None:
    rivals = section(card_of(library, "claim:half-of-boats", DAY), "rivals").lines
    assert [(line.ref, line.lead) for line in rivals] == [("claim:third-of-boats", "denominator")]
    assert rivals[0].note


def test_what_was_published_later_is_known_since_then(library: Library) -> None:
    then = card_of(library, "event:2014-check-ends", date(2014, 12, 1))
    later = card_of(library, "event:2014-check-ends", date(2017, 1, 1))
    assert then.known_since is not None
    assert later.known_since is None


def test_a_series_of_three_points_has_no_picture(library: Library) -> None:
    assert spark_of(library, "series:no/such") is None


def test_an_unknown_item_is_refused_with_the_nearest_name(library: Library) -> None:
    with pytest.raises(UnknownRecord, match="2008-river-check"):
        card_of(library, "event:2008-river-chek", DAY)


def test_everything_that_has_a_name_has_a_card(bundled: Library) -> None:
    for kind in bundled_kinds(bundled):
        for name in bundled.records(kind):
            card = card_of(bundled, f"{kind}:{name}", date(2011, 8, 5))
            assert card.title, f"{kind}:{name}"
            assert card.summary or card.sections or kind in BARE, f"{kind}:{name} is empty"


def test_every_link_on_a_card_opens_something(bundled: Library) -> None:
    for kind in ("event", "program", "claim", "conflict", "policy", "question"):
        for name in bundled.records(kind):
            card = card_of(bundled, f"{kind}:{name}", date(2011, 8, 5))
            for line in (line for section in card.sections for line in section.lines):
                assert not line.ref or bundled.has(line.ref), f"{kind}:{name} -> {line.ref}"


def bundled_kinds(library: Library) -> list[str]:
    kinds = "event program administration conflict quote viewpoint question term word claim chart"
    kinds += " node edge era form box group funnel attribute outcome policy profile walk place"
    return f"{kinds} source series".split()
