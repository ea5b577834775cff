"""The researched pipeline, its rules, persons and places are all here and fit together."""

from __future__ import annotations

import csv
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from explorer.content.dates import When
from explorer.content.library import Library
from explorer.content.model import Policy

ORACLES = Path(__file__).parents[1] / "policy" / "oracles"
CONDITION = re.compile(r"(?P<attribute>\w+)(?:!=|<=|>=|=| in )(?P<values>[\w|]+)")


def oracle(name: str) -> list[dict[str, str]]:
    with (ORACLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        ("nodes", 42),
        ("edges", 59),
        ("boxes", 9),
        ("groups", 9),
        ("eras", 9),
        ("forms", 8),
        ("funnels", 13),
        ("attributes", 34),
        ("outcomes", 18),
        ("policies", 25),
        ("profile_rules", 32),
        ("profiles", 14),
        ("walks", 3),
    ],
)
def test_every_researched_record_is_here(bundled: Library, kind: str, count: int) -> None:
    assert len(getattr(bundled, kind)) == count


def test_every_researched_part_of_a_record_is_here(bundled: Library) -> None:
    parts = {
        "arrows of eras": sum(len(era.edges) for era in bundled.eras.values()),
        "stages": sum(len(funnel.stages) for funnel in bundled.funnels.values()),
        "flows": sum(len(funnel.flows) for funnel in bundled.funnels.values()),
        "rules": sum(len(policy.rules) for policy in bundled.policies.values()),
        "roles": sum(len(policy.roles) for policy in bundled.policies.values()),
        "steps": sum(len(walk.steps) for walk in bundled.walks.values()),
    }
    assert parts == {
        "arrows of eras": 531,
        "stages": 36,
        "flows": 14,
        "rules": 142,
        "roles": 26,
        "steps": 35,
    }


def test_every_arrow_joins_two_steps(bundled: Library) -> None:
    for edge in bundled.edges.values():
        assert {edge.from_, edge.to} <= set(bundled.nodes), edge.id


def test_every_era_says_how_every_arrow_stands(bundled: Library) -> None:
    for era in bundled.eras.values():
        assert set(era.edges) == set(bundled.edges), era.id


def test_the_eras_follow_one_another_without_a_gap(bundled: Library) -> None:
    plain = [era for era in bundled.eras.values() if not era.overlay]
    for before, after in pairwise(plain):
        assert before.end is not None
        assert (after.start.first - before.end.last).days == 1, (before.id, after.id)


def test_the_overview_holds_every_step_once(bundled: Library) -> None:
    members = [node for box in bundled.boxes.values() for node in box.members]
    assert sorted(members) == sorted(bundled.nodes)


def test_a_step_folds_into_one_group_at_most(bundled: Library) -> None:
    members = [node for group in bundled.groups.values() for node in group.members]
    assert len(members) == len(set(members))
    assert set(members) <= set(bundled.nodes)


def test_every_step_and_box_has_a_place_of_its_own(bundled: Library) -> None:
    for records in (bundled.nodes.values(), bundled.boxes.values()):
        places = [(record.col, record.row) for record in records]
        assert None not in {part for place in places for part in place}
        assert len(places) == len(set(places))


def test_every_table_ends_with_a_rule_for_everybody(bundled: Library) -> None:
    for policy in bundled.policies.values():
        assert [rule.order for rule in policy.rules] == list(range(1, len(policy.rules) + 1))
        assert [rule.when for rule in policy.rules].index("*") == len(policy.rules) - 1, policy.id


def test_rules_ask_only_for_attributes_and_give_only_outcomes_that_are_defined(
    bundled: Library,
) -> None:
    for policy in bundled.policies.values():
        for rule in policy.rules:
            for condition in rule.when.split(" & ") if rule.when != "*" else []:
                match = CONDITION.fullmatch(condition)
                assert match, (rule.id, condition)
                assert match["attribute"] in bundled.attributes, rule.id
            word, _, other = rule.outcome.partition(":")
            assert word in bundled.outcomes, rule.id
            assert not other or other in bundled.policies, rule.id


def test_a_table_is_never_deferred_to_in_a_circle(bundled: Library) -> None:
    def follow(policy: Policy, seen: tuple[str, ...]) -> None:
        assert policy.id not in seen
        for rule in policy.rules:
            _, _, other = rule.outcome.partition(":")
            if other:
                follow(bundled.policies[other], (*seen, policy.id))

    for policy in bundled.policies.values():
        follow(policy, ())


def test_places_named_by_rules_and_persons_exist(bundled: Library) -> None:
    named = {p for policy in bundled.policies.values() for r in policy.roles for p in r.scope}
    named |= {profile.place_id for profile in bundled.profiles.values()}
    named |= {wider for place in bundled.places.values() for wider in place.within}
    assert named <= set(bundled.places)


def test_a_person_has_no_fact_that_no_attribute_defines(bundled: Library) -> None:
    for profile in bundled.profiles.values():
        assert set(profile.facts) <= set(bundled.attributes), profile.id
        assert "" not in profile.facts.values(), profile.id


def test_told_walks_step_on_what_exists(bundled: Library) -> None:
    for walk in bundled.walks.values():
        assert [step.step for step in walk.steps] == list(range(1, len(walk.steps) + 1))
        for step in walk.steps:
            assert step.node in bundled.nodes
            assert not step.edge or step.edge in bundled.edges
            assert step.era == "*" or step.era in bundled.eras
            assert not step.policy or step.policy in bundled.policies


def test_screen_texts_write_dates_as_in_the_us_and_name_no_file(bundled: Library) -> None:
    for era in bundled.eras.values():
        for text in (
            era.summary,
            era.what_changed,
            era.note,
            *(s.note for s in era.edges.values()),
        ):
            assert not re.search(r"\d{4}-\d{2}-\d{2}|\.csv|README", text), era.id
    for walk in bundled.walks.values():
        for step in walk.steps:
            assert not re.search(r"\d{4}-\d{2}", step.when + step.text), (walk.id, step.step)


@pytest.mark.parametrize(
    ("name", "count"),
    [("expected_outcomes", 103), ("expected_walks", 30), ("hold_clock_tests", 5)],
)
def test_every_hand_written_expectation_is_here(name: str, count: int) -> None:
    assert len(oracle(name)) == count


def test_hand_written_expectations_name_persons_policies_and_sources_that_exist(
    bundled: Library,
) -> None:
    for row in oracle("expected_outcomes"):
        assert row["profile_id"] in bundled.profiles
        policy = bundled.policies[row["policy_id"]]
        assert set(row["rule_id"].split("|")) <= {rule.id for rule in policy.rules}, row
        assert set(row["source_ids"].split("|")) <= set(bundled.sources), row
    for row in oracle("expected_walks"):
        assert row["profile_id"] in bundled.profiles
        assert bundled.has(f"place:{row['place']}")
        assert isinstance(When(row["date"]).first, date)
        assert set(filter(None, row["source_ids"].split("|"))) <= set(bundled.sources), row
