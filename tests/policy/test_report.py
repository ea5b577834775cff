"""What the command line prints of answers, walks and holds."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest

from explorer.policy import plain
from explorer.policy.clock import hold
from explorer.policy.question import under
from explorer.policy.report import (
    CAUTION,
    FINAL,
    NOTES,
    answer_lines,
    answer_object,
    hold_lines,
    hold_object,
    reason,
    walk_lines,
    walk_object,
)
from explorer.policy.rules import Rulebook
from explorer.policy.steps import Walk
from explorer.policy.table import ask, ask_in_walk, ask_through
from explorer.policy.walk import walk
from tests.policy.persons import real, rule, table

BOOK = Rulebook(real())


def walked(profile: str, place: str, day: str) -> Walk:
    """A profile in a place on a day."""
    facts = real().profiles[profile].facts
    return walk(BOOK, facts, BOOK.place(place), date.fromisoformat(day))


def test_plain_lines_have_words_for_every_code_and_keep_it_in_brackets() -> None:
    rules = [rule for policy in real().policies.values() for rule in policy.rules]
    codes = {word for rule in rules for word in (rule.outcome.partition(":")[0], rule.notification)}
    codes |= {ending.partition("=")[0] for ending in FINAL}
    assert codes <= set(plain.WORDS)
    assert not [text for text in plain.WORDS.values() if "_" in text]
    lines = list(walk_lines(walked("P06", "county:06075", "2014-06-02")))
    assert "not held [not_held]" in lines[0]
    assert "Connected? connected [activated]" in lines
    says = "San Francisco ordinance 204-13 [SF_12I_2013] says no hold [no_hold]: "
    assert any(line.strip().startswith(says) for line in lines)


def test_the_object_of_a_walk_keeps_the_codes() -> None:
    said = walk_object(walked("P06", "county:06075", "2014-06-02"))
    assert said["final"] == "not_held"
    assert said["reasons"]["jail_outcome"].startswith("SF_12I_2013 says no_hold: Release when")


def test_every_answer_is_an_object_with_reason_sources_and_what_it_depends_on() -> None:
    facts = real().profiles["C01"].facts
    objects = under(real(), facts, "all").data
    assert [one["policy"] for one in objects] == list(real().policies)
    for one in json.loads(json.dumps(objects)):
        assert one["reason"]
        assert one["rule"]
        assert set(one["sources"]) <= set(real().sources)
        assert bool(one["depends_on"]) == ("open" in (one["outcome"], one["ice_notification"]))
    changes = {one["policy"]: one["nearest_change"] for one in objects}
    assert changes["LAPD_2014"][0] == {
        "changes": {"judicial_warrant": "yes"},
        "about": ["request"],
        "outcome": "hold",
        "ice_notification": "not_addressed",
        "rule": "LAPD_2014.01",
    }


def test_a_deferral_shows_what_it_leads_to() -> None:
    policy = real().policies["ICE_TRAFFIC_2012"]
    answer = ask_through(policy, real().profiles["P06"].facts, real().policies)
    said = answer_object(answer)
    assert said["outcome"] == "defer:MORTON_2010"
    assert [other["outcome"] for other in said["leads_to"]] == ["request_hold"]
    says = "[MORTON_2010]: asks for a hold [request_hold]"
    assert any(says in line for line in answer_lines(answer))


def test_an_open_answer_gives_every_branch_with_its_words() -> None:
    policy = table(rule(1, "gang=database", "hold"), rule(2, "*", "no_hold"))
    assert reason(ask(policy, {})) == "Depends on gang. [hold] Rule 1. [no_hold] Rule 2."
    unread = table(rule(1, "*", "hold", unverified="yes"), rule(2, "*", "no_hold"))
    said = reason(ask_in_walk(unread, {}, {}))
    assert said.startswith("No text confirms T.01, so it does not decide by itself. [hold]")


@pytest.mark.parametrize(
    ("mark", "says"), [("yes", "The rule was not"), ("notification", "The part about telling ICE")]
)
def test_an_answer_that_no_text_confirms_says_so(mark: str, says: str) -> None:
    policy = table(rule(1, "*", "hold", "barred", unverified=mark))
    assert any(says in line for line in answer_lines(ask(policy, {})))
    assert answer_object(ask(policy, {}))["unverified"] == mark


def test_an_answer_in_lines_names_the_change_that_would_have_changed_it() -> None:
    lines = under(real(), real().profiles["P06"].facts, "SF_12I_2013").lines
    charge = "present charge [arrest_level] as “felony violent”"
    judge = "magistrate found probable cause on the present felony charge [magistrate_pc] as “yes”"
    assert (
        f"    With {charge} and {judge} it would be may hold [may_hold], rule SF_12I_2013.01."
        in (lines)
    )
    assert lines[-1] == CAUTION


def test_a_comparison_is_labeled() -> None:
    answer = ask(real().policies["COMPLY_ALL"], {})
    assert answer_object(answer)["comparison"] is True
    says = "Jail that follows every detainer [COMPLY_ALL] (comparison only): hold [hold]"
    assert next(answer_lines(answer)).startswith(says)


def test_a_walk_gives_reason_and_sources_for_each_part_of_the_chain() -> None:
    found = walked("P07", "county:06075", "2014-06-02")
    said = json.loads(json.dumps(walk_object(found)))
    chain = found.chain()
    assert {name: said[name] for name in chain} == chain
    for part in ("reasons", "sources"):
        assert set(said[part]) == set(chain)
        assert all(said[part].values())
    assert "June 2010" in said["reasons"]["activation"]
    assert "from May 29, 2014" in said["reasons"]["jail_policies"]
    assert said["caution"] == CAUTION


def test_a_walk_in_lines_says_what_came_after_its_end() -> None:
    found = walked("P01", "agency:lapd", "2014-04-11")
    lines = list(walk_lines(found))
    says = f"on 2014-04-11: not identified [not_identified]. {FINAL['not_identified']}"
    assert lines[0] == f"{found.place.name} {says}"
    assert [line for line in lines if "(had it come to that)" in line] == [
        "ICE: no request [no_request] (had it come to that)",
        "Jail: no hold [no_hold]; telling ICE: not addressed [not_addressed] (had it come to that)",
    ]
    assert lines[-1] == CAUTION


@pytest.mark.parametrize(
    ("profile", "place", "day", "says"),
    [
        ("P06", "county:41005", "2014-06-01", "Clackamas County: sheriff policy (April 2014)."),
        ("P04", "county:02020", "2012-05-01", "connected by January 2013 at the latest"),
        ("P04", "city:hempstead-ny", "2014-05-01", NOTES["activation-unknown"]),
        ("P08", "agency:hartford-police", "2015-02-10", NOTES["transition"]),
        ("P06", "county:53033", "2013-12-15", NOTES["uncertain-days"]),
        ("P06", "county:53033", "2000-01-01", NOTES["out-of-range"]),
    ],
)
def test_what_must_be_said_beside_an_outcome_is_said(
    profile: str, place: str, day: str, says: str
) -> None:
    assert any(says in line for line in walk_lines(walked(profile, place, day)))


@pytest.mark.parametrize(
    ("profile", "place", "day", "final", "says"),
    [
        ("P05", "county:17031", "2013-05-10", "not_held", "bars telling ICE"),
        ("P04", "county:06019", "2014-06-06", "not_held", "no rule in force speaks of telling"),
        ("P07", "agency:lapd", "2011-08-05", "not_researched", "may or may not have been followed"),
        ("P07", "agency:lapd", "1999-01-01", "not_researched", "outside the researched range"),
    ],
)
def test_the_final_sentence_agrees_with_what_the_jail_may_tell_ice(
    profile: str, place: str, day: str, final: str, says: str
) -> None:
    found = walked(profile, place, day)
    assert found.final == final
    assert says in next(walk_lines(found))


def test_there_is_a_sentence_for_every_final_word_and_notification() -> None:
    notices = ("barred", "contested", "required", "allowed", "not_addressed")
    # A rule that requires telling makes it a notice only; one that bars it makes that impossible.
    wanted = {f"not_held={notice}" for notice in notices} - {"not_held=required"}
    wanted |= {f"notify_only={notice}" for notice in notices} - {"notify_only=barred"}
    assert wanted == {key for key in FINAL if key.startswith(("not_held", "notify_only"))}


def test_every_final_word_and_every_note_has_words() -> None:
    finals, notes = set(), set()
    for profile in real().profiles:
        for place in ("county:06075", "agency:hartford-police", "county:02020", "county:53033"):
            for day in ("2000-01-01", "2002-06-01", "2010-05-05", "2014-09-10", "2015-03-20"):
                found = walked(profile, place, day)
                finals.add(found.ending)
                notes.update(note for step in found.steps for note in step.notes)
    assert finals <= set(FINAL)
    assert notes <= set(NOTES)
    assert len(finals) > 5


def test_a_hold_says_how_each_day_was_counted() -> None:
    counted = hold(datetime.fromisoformat("2013-11-27T12:30"))
    said = hold_object(counted)
    assert (said["ends_at"], said["rule"]) == ("2013-12-02T12:30", "excluding")
    assert said["days"][1] == {
        "date": "2013-11-28",
        "hours": 0.0,
        "why": "holiday",
        "holiday": "Thanksgiving Day",
    }
    assert list(hold_lines(counted)) == [
        "ends at 2013-12-02T12:30",
        "    Wednesday, 2013-11-27: 11 h 30 min",
        "    Thursday, 2013-11-28: not counted (Thanksgiving Day)",
        "    Friday, 2013-11-29: 24 h",
        "    Saturday, 2013-11-30: not counted (weekend)",
        "    Sunday, 2013-12-01: not counted (weekend)",
        "    Monday, 2013-12-02: 12 h 30 min",
    ]
