"""The card of a step tells from the content who decides there, by what, and who is told."""

from __future__ import annotations

from datetime import date

import pytest

from explorer.card.card import Line
from explorer.card.facts import card_of
from explorer.card.step import ANSWERS
from explorer.content.library import Library

DAY = date(2014, 12, 1)


def lines(library: Library, node: str, section: str, day: date = DAY) -> tuple[Line, ...]:
    card = card_of(library, f"node:{node}", day)
    return next((one.lines for one in card.sections if one.id == section), ())


def test_a_step_names_the_tables_that_are_asked_there_on_the_day(bundled: Library) -> None:
    found = {line.ref for line in lines(bundled, "local_policy", "step-authority")}
    assert {"policy:COOK_2011", "policy:TRUST_CA_2014"} <= found
    for ref in found:
        policy = bundled.policies[ref.removeprefix("policy:")]
        assert policy.decider == "jail"
    early = {
        line.ref for line in lines(bundled, "local_policy", "step-authority", date(2010, 1, 1))
    }
    assert "policy:COOK_2011" not in early


def test_every_role_of_a_table_is_asked_at_a_step_of_the_content(bundled: Library) -> None:
    assert set(ANSWERS.values()) <= set(bundled.nodes)
    roles = {role.role for policy in bundled.policies.values() for role in policy.roles}
    assert set(ANSWERS) <= roles


def test_a_day_that_was_not_researched_names_no_authority(bundled: Library) -> None:
    assert lines(bundled, "local_policy", "step-authority", date(1995, 1, 1)) == ()
    ways = lines(bundled, "local_policy", "decided", date(1995, 1, 1))
    assert {line.lead for line in ways} == {"state-unknown"}


@pytest.mark.parametrize(
    ("section", "kind"), [("recorded", "data"), ("can-end", "exit"), ("decided", "decision")]
)
def test_every_arrow_out_of_a_step_is_told_for_what_it_is(
    bundled: Library, section: str, kind: str
) -> None:
    seen = 0
    for node in bundled.nodes:
        found = {line.ref for line in lines(bundled, node, section)}
        wanted = {
            f"edge:{edge.id}"
            for edge in bundled.edges.values()
            if edge.from_ == node and edge.kind == kind
        }
        assert wanted <= found
        seen += len(wanted)
    assert seen


def test_a_way_out_is_told_with_its_standard_and_its_sources(bundled: Library) -> None:
    for line in lines(bundled, "ero_decision", "decided"):
        edge = bundled.edges[line.ref.removeprefix("edge:")]
        assert line.note == edge.condition
        assert bool(line.notes) == bool(edge.sources)


def test_what_is_recorded_names_who_gets_it(bundled: Library) -> None:
    (line,) = (one for one in lines(bundled, "booking", "recorded") if one.ref == "edge:e07")
    assert bundled.nodes["sib"].actor in line.note


def test_the_detainer_has_all_versions_of_the_form_that_ask_for_a_hold(bundled: Library) -> None:
    forms = {line.ref for line in lines(bundled, "form_hold", "forms")}
    holds = {f"form:{form.id}" for form in bundled.forms.values() if "old up to" in form.asks_for}
    assert forms == holds


def test_the_events_that_changed_a_step_stand_in_their_order(bundled: Library) -> None:
    found = lines(bundled, "ident_check", "arrows-changed-by")
    days = [line.date.first for line in found if line.date]
    assert len(days) == len(found) > 0
    assert days == sorted(days)
