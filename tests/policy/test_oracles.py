"""The answers worked out by hand, row by row and column by column."""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path

import pytest

from explorer.content.library import Library
from explorer.policy.clock import federal_holidays, hold
from explorer.policy.rules import Rulebook
from explorer.policy.steps import Walk
from explorer.policy.table import ask, once
from explorer.policy.walk import walk

ORACLES = Path(__file__).parent / "oracles"
CHECK = "visually-2011"  # how the automatic check worked; named for every walk in the range
CHAIN = (
    *("activation", "ident", "ice_policy", "ice_outcome"),
    *("jail_policies", "jail_outcome", "ice_notification", "final"),
)


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one oracle."""
    with (ORACLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


COMPUTED = (
    *("expected_outcome", "ice_notification", "rule_id", "source_ids", "depends_on", "branches"),
)
CAREFUL = {  # where the row is less sure of the pair than its rules are of themselves
    ("P04", "PEP_2015"),
    ("P06", "SF_12I_2013"),
    ("P06", "SF_SHERIFF_2015"),
    ("P10", "TRUST_CA_2014"),
    ("C01", "TRUST_CT_2013"),
}
OUTCOMES, WALKS, CLOCKS = (
    rows("expected_outcomes"),
    rows("expected_walks"),
    rows("hold_clock_tests"),
)


@pytest.fixture(scope="module")
def book(bundled: Library) -> Rulebook:
    return Rulebook(bundled)


def test_the_oracles_are_whole() -> None:
    assert (len(OUTCOMES), len(WALKS), len(CLOCKS)) == (103, 30, 5)


@pytest.mark.parametrize("row", OUTCOMES, ids=lambda r: f"{r['profile_id']}-{r['policy_id']}")
def test_a_table_answers_as_worked_out_by_hand(row: dict[str, str], bundled: Library) -> None:
    answer = ask(bundled.policies[row["policy_id"]], bundled.profiles[row["profile_id"]].facts)
    assert {
        "expected_outcome": answer.outcome,
        "ice_notification": answer.notification,
        "rule_id": answer.rule_id,
        "source_ids": "|".join(answer.sources),
        "depends_on": "|".join(answer.depends_on),
        "branches": "|".join(answer.branches),
    } == {name: row[name] for name in row if name in COMPUTED}
    assert row["confidence"] == (
        "medium" if (row["profile_id"], row["policy_id"]) in CAREFUL else answer.confidence
    )


def reason_to_stand(found: Walk) -> tuple[str, ...]:
    """The sources that say which tables were in force: of the request, and at the jail."""
    voices = (*found.request.voices, *found.jail.voices)
    return once(name for voice in voices for name in voice.standing.role.sources)


@pytest.mark.parametrize("row", WALKS, ids=lambda r: f"{r['profile_id']}-{r['place']}-{r['date']}")
def test_a_walk_ends_as_worked_out_by_hand(row: dict[str, str], book: Rulebook) -> None:
    facts = book.library.profiles[row["profile_id"]].facts
    found = walk(book, facts, book.place(row["place"]), date.fromisoformat(row["date"]))
    assert found.chain() == {name: row[name] for name in CHAIN}
    named = row["source_ids"].split("|") if row["source_ids"] else []
    check = [] if found.ends_at == "range" else [CHECK]
    assert named == [*reason_to_stand(found), *check]


@pytest.mark.parametrize("row", CLOCKS, ids=lambda r: r["case_id"])
def test_a_hold_ends_as_counted_by_hand(row: dict[str, str]) -> None:
    rule = "flat" if row["rule"] == "flat" else "excluding"
    counted = hold(datetime.fromisoformat(row["eligible_for_release_at"]), rule)
    assert counted.ends == datetime.fromisoformat(row["hold_ends_at"])
    between = federal_holidays(counted.starts.date(), counted.ends.date())
    assert [str(day) for day in between] == row["holidays"].split("|") * bool(row["holidays"])
