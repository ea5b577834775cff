"""The person of a walk: every fact is asked once, and a link gives back what was built."""

from __future__ import annotations

import pytest

from explorer.casewalk import person
from explorer.casewalk.person import UNKNOWN
from explorer.content.library import Library


def test_every_fact_is_asked_exactly_once(bundled: Library) -> None:
    asked = list(person.all_asked())
    assert sorted(asked) == sorted(bundled.attributes)


def test_not_known_can_be_chosen_for_every_fact(bundled: Library) -> None:
    for attribute in bundled.attributes.values():
        offered = (*person.choices(attribute), *person.specials(attribute))
        assert offered.count(UNKNOWN) == 1, attribute.id


def test_a_number_that_may_be_empty_offers_nothing_at_all_too(bundled: Library) -> None:
    assert person.specials(bundled.attributes["prior_years"]) == (UNKNOWN, "")
    assert person.specials(bundled.attributes["age"]) == (UNKNOWN,)
    assert person.specials(bundled.attributes["gang"]) == ()


def test_a_profile_has_a_value_for_every_fact(bundled: Library) -> None:
    for profile in bundled.profiles:
        found = person.of_profile(bundled, profile)
        assert set(found.facts) == set(bundled.attributes)
        assert not found.is_built


def test_a_changed_fact_makes_a_built_person_and_changing_it_back_does_not(
    bundled: Library,
) -> None:
    plain = person.of_profile(bundled, "P02")
    built = plain.but(bundled, "age", "17")
    assert built.changed == ("age",)
    assert built.is_built
    assert built.but(bundled, "age", plain.facts["age"]) == plain


def test_facts_that_do_not_go_together_are_named_by_their_rule(bundled: Library) -> None:
    built = person.of_profile(bundled, "P02").but(bundled, "ident_record", "no")
    (rule,) = person.doubts(bundled, built)
    assert set(person.named_by(rule)) == {"ident_record", "pc_basis"}
    assert person.doubts(bundled, person.of_profile(bundled, "P02")) == ()


@pytest.mark.parametrize(
    "changes",
    [{}, {"age": "17"}, {"prior_years": "", "gang": "unknown"}, {"final_order_year": "2008"}],
)
def test_a_link_gives_back_the_person_that_was_built(
    bundled: Library, changes: dict[str, str]
) -> None:
    facts = {**person.of_profile(bundled, "P04").facts, **changes}
    built = person.built(bundled, "P04", facts)
    assert person.read_back(bundled, "P04", person.written(built)) == built


@pytest.mark.parametrize("text", ["", "height.9", "age.old", "age", "gang.,", "....", "age.-3"])
def test_what_cannot_be_read_in_a_link_is_passed_over(bundled: Library, text: str) -> None:
    found = person.read_back(bundled, "P02", text)
    assert found.facts["age"] == person.of_profile(bundled, "P02").facts["age"]
