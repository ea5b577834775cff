"""One person under every policy, and over time."""

from __future__ import annotations

from datetime import date, timedelta

from explorer.casewalk import compare
from explorer.content.library import Library
from explorer.policy.history import by_final, over_time
from explorer.policy.rules import Rulebook
from explorer.policy.table import OPEN


def test_every_policy_answers_once_and_comparisons_come_last(bundled: Library) -> None:
    rows = compare.rows(bundled, bundled.profiles["P02"].facts)
    assert sorted(row.policy for row in rows) == sorted(bundled.policies)
    apart = [row.is_comparison for row in rows]
    assert apart == sorted(apart)
    assert {row.policy for row in rows if row.is_comparison} == {
        "COMPLY_ALL",
        "WARRANT_ONLY_2014",
    }


def test_policies_stand_by_decider_and_in_order_of_time(bundled: Library) -> None:
    rows = [r for r in compare.rows(bundled, bundled.profiles["P02"].facts) if not r.is_comparison]
    places = [(compare.DECIDERS.index(row.answer.policy.decider), row.first_day) for row in rows]
    assert places == sorted(places)


def test_a_row_says_what_a_deferral_leads_to(bundled: Library) -> None:
    every = [row for p in bundled.profiles.values() for row in compare.rows(bundled, p.facts)]
    deferred = [row for row in every if row.answer.outcome.startswith("defer:")]
    assert deferred
    assert all(not row.outcome.startswith("defer:") for row in deferred)
    assert all(row.notification == row.said.notification for row in every)
    assert all(row.name for row in every)


def test_every_outcome_of_a_table_has_a_group_with_a_color(bundled: Library) -> None:
    for policy in bundled.policies.values():
        for rule in policy.rules:
            assert compare.group_of(bundled, rule.outcome) in compare.GROUPS, rule.id


def test_what_is_not_researched_has_no_group(bundled: Library) -> None:
    assert compare.group_of(bundled, "not_researched") == ""
    assert compare.group_of(bundled, "no_written_rule") == ""
    assert compare.group_of(bundled, OPEN) == "open"
    assert compare.group_of(bundled, "barred") == "no hold"


def test_groups_sort_as_they_are_listed_and_others_last() -> None:
    ranks = [compare.rank(group) for group in (*compare.GROUPS, "")]
    assert ranks == sorted(ranks)


def test_each_researched_day_lies_in_one_stretch(bundled: Library) -> None:
    book = Rulebook(bundled)
    place = book.place("county:06075")
    stretches = by_final(over_time(book, bundled.profiles["P07"].facts, place))
    for number, stretch in enumerate(stretches):
        assert compare.number_on(stretches, stretch.first) == number
        assert compare.number_on(stretches, stretch.last) == number
    assert compare.number_on(stretches, stretches[0].first - timedelta(days=1)) == -1
    assert compare.number_on(stretches, date(2025, 1, 1)) == -1
