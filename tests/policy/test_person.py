"""A person's facts are checked word by word, and kept consistent."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.policy.person import WrongWord, broken, load, read, words
from tests.policy.persons import real

ATTRIBUTES = real().attributes
RULES = tuple(real().profile_rules.values())


def test_what_is_not_given_is_unknown() -> None:
    facts = read({"age": 30, "gang": "none", "prior_years": ""}, ATTRIBUTES)
    assert set(facts) == set(ATTRIBUTES)
    assert (facts["age"], facts["gang"], facts["prior_years"]) == ("30", "none", "")
    assert {facts[name] for name in facts if name not in ("age", "gang", "prior_years")} == {
        "unknown"
    }


@pytest.mark.parametrize(
    ("given", "says", "known"),
    [
        ({"agee": "30"}, "there is no attribute 'agee'", "age"),
        ({"gang": "databse"}, "'databse' is not a value of gang", "database"),
        ({"age": "young"}, "takes a whole number", None),
        ({"age": -1}, "takes a whole number", None),
        ({"age": 2.5}, "takes a whole number", None),
        ({"terror_match": True}, "True is not a value of terror_match", "yes"),
        ({"gang": None}, "None is not a value of gang", "unknown"),
        ({"gang": ["none"]}, "is not a value of gang", "none"),
    ],
)
def test_a_wrong_fact_is_refused_with_the_right_ones(
    given: dict[str, object], says: str, known: str | None
) -> None:
    with pytest.raises(WrongWord, match=says) as refused:
        read(given, ATTRIBUTES)
    assert known is None or known in refused.value.known


def test_the_values_of_an_attribute_leave_the_unknown_out() -> None:
    assert words(ATTRIBUTES["ident_record"]) == ("yes", "no")
    assert words(ATTRIBUTES["age"]) == ()


@pytest.mark.parametrize("profile", sorted(real().profiles))
def test_every_profile_is_consistent(profile: str) -> None:
    assert broken(RULES, real().profiles[profile].facts) == ()


def test_a_person_who_breaks_a_rule_is_told_which() -> None:
    facts = {**real().profiles["P02"].facts, "felony_count": "1"}
    assert [rule.id for rule in broken(RULES, facts)] == ["PR02", "PR05"]
    unknown = {**facts, "prior_level": "unknown"}
    assert broken(RULES, unknown) == ()


def test_facts_are_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "person.json"
    file.write_text('{"age": 17, "gang": "none"}')
    assert load(file, ATTRIBUTES) == read({"age": "17", "gang": "none"}, ATTRIBUTES)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ('["age"]', "one object of attribute: value"),
        ('{"age": "young"}', "takes a whole number"),
    ],
)
def test_a_file_that_holds_no_facts_is_refused(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "person.json"
    file.write_text(text)
    with pytest.raises(WrongWord, match=says):
        load(file, ATTRIBUTES)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongWord, match="cannot be read"):
        load(tmp_path, ATTRIBUTES)
