"""The nearest change is a consistent person who differs by one or two facts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.content.model import Policy
from explorer.policy.change import Changes, Turn
from explorer.policy.person import broken
from explorer.policy.table import OPEN, ask_in_walk, ask_through, settled
from tests.policy.persons import real

CHANGES = Changes(real())
RULES = tuple(real().profile_rules.values())


def turns(profile: str, policy: str, **facts: str) -> tuple[Turn, ...]:
    """The nearest changes of a profile under a table."""
    return CHANGES.nearest(real().policies[policy], {**real().profiles[profile].facts, **facts})


def said(found: tuple[Turn, ...]) -> list[tuple[dict[str, str], str]]:
    """What would have to be, and what the answer would be."""
    return [({c.attribute: c.value for c in t.changes}, t.answer.outcome) for t in found]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(real().profiles)), st.sampled_from(sorted(real().policies)))
def test_a_proposed_person_is_consistent_and_gets_another_certain_answer(
    profile: str, name: str
) -> None:
    policy: Policy = real().policies[name]
    facts = real().profiles[profile].facts
    now = settled(ask_through(policy, facts, real().policies)).outcome
    for turn in turns(profile, name):
        assert 1 <= len(turn.changes) <= 2
        person = {**facts, **{change.attribute: change.value for change in turn.changes}}
        assert all(facts.get(change.attribute, "") == change.was for change in turn.changes)
        assert broken(RULES, person) == ()
        again = ask_in_walk(policy, person, real().policies)
        assert again == turn.answer
        assert again.outcome not in (now, OPEN)


def test_facts_about_the_person_or_the_case_come_before_the_paper_and_the_place() -> None:
    found = turns("P06", "NYC_NYPD_2014")
    assert said(found)[0] == ({"terror_match": "yes"}, "may_hold")
    assert [turn.of_person for turn in found] == [True, True, False]
    assert said(found)[-1] == ({"judicial_warrant": "yes"}, "may_hold")


def test_where_one_fact_is_enough_no_pair_is_proposed() -> None:
    assert all(len(turn.changes) == 1 for turn in turns("P02", "MORTON_DETAINER_2012"))


def test_a_second_fact_mends_what_the_first_would_break() -> None:
    assert ({"removable": "no", "pc_basis": "none"}, "no_request") in said(
        turns("P02", "FED_PRE2010")
    )


def test_two_facts_that_only_together_make_a_difference_are_found() -> None:
    pair = {"arrest_level": "felony_violent", "magistrate_pc": "yes"}
    assert (pair, "may_hold") in said(turns("P06", "SF_12I_2013"))


@pytest.mark.parametrize("policy", ["SANTA_CLARA_2011", "COMPLY_ALL"])
def test_where_more_than_two_facts_would_have_to_change_nothing_is_proposed(policy: str) -> None:
    assert turns("P02", policy) == ()


def test_an_open_answer_has_no_nearest_change() -> None:
    assert turns("C01", "MORTON_DETAINER_2012") == ()


def test_to_learn_an_unknown_fact_is_no_change_of_it() -> None:
    for turn in turns("P06", "MORTON_DETAINER_2012", fraud="unknown", final_order="unknown"):
        assert not {"fraud", "final_order"} & {change.attribute for change in turn.changes}


def test_an_unverified_rule_is_never_what_a_change_leads_to() -> None:
    assert ({"entry_after_2014": "yes"}, "may_request") not in said(turns("P02", "PEP_2015"))


def test_the_answer_behind_a_deferral_counts() -> None:
    found = turns("P02", "ICE_TRAFFIC_2012")
    assert ({"public_risk": "yes"}, "request_hold") in said(found)
    assert "public_risk" in CHANGES.reads(real().policies["ICE_TRAFFIC_2012"])
