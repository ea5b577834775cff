"""Which rules stood in a place on a day, and what may have applied where that is not known."""

from __future__ import annotations

from datetime import date

from explorer.content.library import Library
from explorer.content.model import Role
from explorer.policy.rules import Rulebook, Standing, checks_prints, readings
from explorer.policy.walk import walk
from tests.policy.persons import real, rule, table

BOOK = Rulebook(real())


def standing(name: str, *, certain: bool, supersedes: str = "") -> Standing:
    """A made-up table that stood somewhere."""
    role = Role(
        role="holds",
        scope_level="city",
        scope=("agency:weir",),
        supersedes=supersedes,
        sources=("act",),
        confidence="high",
    )
    return Standing(table(rule(1, "*", "hold"), name=name), role, certain)


def names(*standings: Standing) -> set[frozenset[str]]:
    """The ids of each set of tables that may have applied."""
    return {frozenset(one.policy.id for one in chosen) for chosen in readings(standings)}


def test_tables_that_surely_stood_are_in_every_reading() -> None:
    sure = standing("A", certain=True)
    assert names() == {frozenset()}
    assert names(sure) == {frozenset("A")}
    assert names(sure, standing("B", certain=False)) == {frozenset("A"), frozenset("AB")}


def test_of_two_uncertain_tables_in_succession_one_applied() -> None:
    new, old = standing("B", certain=False, supersedes="A"), standing("A", certain=False)
    assert names(new, old) == names(old, new) == {frozenset("A"), frozenset("B")}
    third = standing("C", certain=False)
    assert names(old, new, third) == {frozenset(both) for both in ("A", "B", "AC", "BC")}


def test_two_uncertain_tables_without_succession_are_each_with_or_without() -> None:
    one, other = standing("A", certain=False), standing("B", certain=False)
    assert names(one, other) == {frozenset(), frozenset("A"), frozenset("B"), frozenset("AB")}


def test_a_rule_of_the_state_reaches_its_counties_and_no_others() -> None:
    day = date(2014, 6, 1)
    for place, tables in (
        ("county:06019", ["TRUST_CA_2014"]),
        ("state:CA", ["TRUST_CA_2014"]),
        ("county:48201", []),
        ("nation:US", []),
    ):
        found = BOOK.in_force("holds", BOOK.place(place), day)
        assert [one.policy.id for one in found] == tables


def test_a_table_stands_from_its_first_day_to_its_last() -> None:
    place = BOOK.place("agency:nyc-doc")
    for day, tables in (
        (date(2012, 3, 20), []),
        (date(2012, 3, 21), ["NYC_2011"]),
        (date(2013, 7, 15), ["NYC_2011"]),
        (date(2013, 7, 16), ["NYC_2013"]),
    ):
        assert [s.policy.id for s in BOOK.in_force("holds", place, day)] == tables


def test_only_the_uncertain_days_at_the_ends_are_uncertain() -> None:
    place = BOOK.place("county:53033")
    for day, certain in (
        (date(2013, 12, 10), False),
        (date(2013, 12, 31), False),
        (date(2014, 1, 1), True),
        (date(2014, 9, 4), True),
        (date(2014, 9, 5), False),
    ):
        stood = {s.policy.id: s.certain for s in BOOK.in_force("holds", place, day)}
        assert stood["KING_2013"] == certain


def test_only_a_table_that_can_match_checks_prints() -> None:
    checking = [name for name, policy in real().policies.items() if checks_prints(policy)]
    assert checking == ["IDENT_CHECK"]


def test_a_limit_that_a_table_models_is_not_listed_again() -> None:
    assert BOOK.limits(BOOK.place("county:17031"), date(2014, 1, 1)) == ()
    found = BOOK.limits(BOOK.place("county:11001"), date(2014, 1, 1))
    assert [limit.jurisdiction for limit in found] == ["District of Columbia"]


def test_a_library_of_other_rules_is_walked_without_guessing(library: Library) -> None:
    book = Rulebook(library)
    found = walk(book, library.profiles["P01"].facts, book.place("agency:weir"), date(2010, 4, 11))
    assert found.jail.policies == ("WEIR_2009",)
    assert found.jail.outcome == "open"  # its words are not those of a walk
    assert found.ident.outcome == "not_checked"
    assert book.in_force("holds", book.place("agency:weir"), date(2009, 5, 3)) == ()
