"""What a card says."""

from __future__ import annotations

from datetime import date

import pytest

from explorer.card.card import Card, Section
from explorer.card.facts import card_of
from explorer.card.lines import spark_of
from explorer.card.rules import FOLLOWS
from explorer.content.dates import When
from explorer.content.library import Library, UnknownRecord
from explorer.content.model import Limit

DAY = date(2012, 1, 1)


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
    assert [(line.ref, line.lead) for line in rivals] == [
        ("claim:third-of-boats", "reason-denominator")
    ]
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


def test_links_with_one_ground_say_it_once(bundled: Library) -> None:
    for event in bundled.events:
        links = [s for s in card_of(bundled, f"event:{event}", DAY).sections if s.id == "links"]
        said = [(line.lead, line.note, line.notes) for s in links for line in s.lines if line.note]
        assert len(said) == len(set(said)), event


def test_an_arrow_that_never_changes_says_so_once(bundled: Library) -> None:
    eras = section(card_of(bundled, "edge:e01", DAY), "eras").lines
    assert [(line.lead, line.ids) for line in eras] == [("state-on", ("every-period",))]


def test_an_arrow_says_how_it_stands_on_the_day_in_view(bundled: Library) -> None:
    before, after = date(2008, 1, 1), date(2012, 1, 1)
    states = [
        section(card_of(bundled, "edge:e10", day), "on-this-day").lines[0].ids
        for day in (before, after, date(1990, 1, 1))
    ]
    assert states == [("state-off",), ("state-partial",), ("state-unknown",)]
    assert section(card_of(bundled, "edge:e10", date(2013, 2, 1)), "on-this-day").lines[0].ids == (
        "state-on",
    )


def test_an_arrow_tells_its_published_counts_or_that_there_is_none(bundled: Library) -> None:
    counted = section(card_of(bundled, "edge:e10", DAY), "counted-along")
    assert [line.ref for line in counted.lines] == ["funnel:SC_NAT_2011", "funnel:SC_CA_2011"]
    assert all(line.cells[0].notes for line in counted.lines)
    none = section(card_of(bundled, "edge:e01", DAY), "counted-along")
    assert none.lines[0].ids == ("no-figure",)


def test_a_box_tells_what_happens_who_acts_and_its_state(bundled: Library) -> None:
    card = card_of(bundled, "box:ov_request", date(2011, 8, 5))
    happens = section(card, "happens").lines
    assert all(line.note and line.ref.startswith("node:") for line in happens)
    assert section(card, "who-acts").lines
    leads = {line.lead for line in section(card, "on-this-day").lines}
    assert leads == {"state-on", "state-off"}
    assert card.sources
    assert card.of_moment


def test_the_detainer_lists_the_versions_of_its_form(bundled: Library) -> None:
    forms = [line.ref for line in section(card_of(bundled, "node:form_hold", DAY), "forms").lines]
    assert "form:i-247a" in forms
    assert "form:i-247n" not in forms


def test_a_walk_is_told_in_numbered_steps_that_open_step_and_table(bundled: Library) -> None:
    for walk in bundled.walks.values():
        card = card_of(bundled, f"walk:{walk.id}", DAY)
        steps = section(card, "steps")
        assert card.title == walk.title
        assert steps.shape == "steps"
        assert len(steps.lines) == len(walk.steps)
        for line, step in zip(steps.lines, walk.steps, strict=True):
            opened = [f"node:{step.node}", *([f"policy:{step.policy}"] if step.policy else [])]
            assert [cell.ref for cell in line.cells] == opened


def test_a_funnel_warns_that_stages_are_not_one_group(bundled: Library) -> None:
    stages = section(card_of(bundled, "funnel:SC_NAT_2011", DAY), "stages")
    assert stages.caution == "stages:caution"
    assert stages.lines[0].cells[0].text == "7,225,393"


def test_a_person_shows_what_decides_and_folds_what_is_absent(bundled: Library) -> None:
    card = card_of(bundled, "profile:P01", DAY)
    told = [line.ids for line in section(card, "facts-case").lines]
    assert told == [
        ("fact-arrest_level=traffic",),
        ("fact-charge_status=charged",),
        ("fact-bond_posted=yes",),
    ]
    absent = section(card, "absent").lines
    assert len(absent) == 1
    assert "no-prior_level" in absent[0].ids
    assert "no-felony_count" not in absent[0].ids


def test_no_fact_of_a_person_is_lost_or_invented(bundled: Library) -> None:
    for profile in bundled.profiles.values():
        card = card_of(bundled, f"profile:{profile.id}", DAY)
        said = {id for s in card.sections for line in s.lines for id in line.ids}
        said = {id.partition("-")[2].partition("=")[0] for id in said}
        implied = FOLLOWS if profile.facts.get("prior_level") == "none" else frozenset()
        assert said <= set(profile.facts), profile.id
        assert set(profile.facts) - said <= implied, profile.id


def test_a_source_stands_under_its_own_title(bundled: Library) -> None:
    source = bundled.sources["nilc-morton-letter"]
    card = card_of(bundled, "source:nilc-morton-letter", DAY)
    assert card.title == source.title
    assert card.summary
    assert source.title.strip(".") in card.summary.text
    assert [line.ref for line in section(card, "address").lines] == [source.url]


def test_a_copy_that_was_read_is_named_and_never_linked(bundled: Library) -> None:
    for source in bundled.sources.values():
        for part in card_of(bundled, f"source:{source.id}", DAY).sections:
            for line in part.lines:
                assert not line.ref.startswith("http") or line.ref == source.url


def test_an_agency_is_not_given_what_the_county_signed(bundled: Library) -> None:
    card = card_of(bundled, "place:agency:lapd", DAY)
    assert "agreements" not in [part.id for part in card.sections]
    for line in section(card, "limits").lines:
        assert "agency:lapd" in limit_at(bundled, line.ref).scope


def test_a_limit_of_a_city_bears_its_name_on_the_card_of_the_county(bundled: Library) -> None:
    lines = section(card_of(bundled, "place:county:17031", DAY), "limits").lines
    named = {limit_at(bundled, line.ref).jurisdiction: line.text for line in lines}
    assert set(named) == {"Cook County", "Chicago"}
    assert named["Chicago"].startswith("Chicago: ")
    assert not named["Cook County"].startswith("Cook County")


def limit_at(library: Library, ref: str) -> Limit:
    found = library.find(ref)
    assert isinstance(found, Limit)
    return found


def test_a_date_is_never_finer_than_its_policy_gives_it(bundled: Library) -> None:
    role = section(card_of(bundled, "policy:IDENT_CHECK", DAY), "in-force").lines[0]
    assert role.date == When("2008-10/..")


def test_who_held_an_office_was_known_at_the_time(bundled: Library) -> None:
    card = card_of(bundled, "administration:president-ronald-reagan", date(1986, 1, 1))
    assert card.known_since is None
