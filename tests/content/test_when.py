"""Conditions of decision tables."""

from __future__ import annotations

import pytest

from explorer.content import when


@pytest.mark.parametrize(
    ("text", "facts", "expected"),
    [
        ("*", {}, True),
        ("removable=yes", {"removable": "yes"}, True),
        ("removable=yes", {"removable": "no"}, False),
        ("removable=yes", {"removable": "unknown"}, None),
        ("removable!=yes", {"removable": "unknown"}, None),
        ("removable!=yes", {"removable": "no"}, True),
        ("removable!=yes", {"removable": "yes"}, False),
        ("gang in database|conviction", {"gang": "conviction"}, True),
        ("gang in database|conviction", {"gang": "none"}, False),
        ("gang in database|conviction", {}, None),
        ("age<=20", {"age": "20"}, True),
        ("age<=20", {"age": "21"}, False),
        ("age>=20", {"age": "20"}, True),
        ("age>=20", {"age": ""}, None),
        ("age>=9", {"age": "10"}, True),
    ],
)
def test_a_test_is_true_false_or_open(
    text: str, facts: dict[str, str], expected: bool | None
) -> None:
    assert when.holds(when.parse(text), facts) is expected


def test_one_false_part_settles_a_conjunction_with_an_open_one() -> None:
    condition = when.parse("prior_years<=5 & prior_level=felony")
    assert when.holds(condition, {"prior_level": "none", "prior_years": ""}) is False
    assert when.holds(condition, {"prior_level": "felony", "prior_years": ""}) is None
    assert when.holds(condition, {"prior_level": "felony", "prior_years": "5"}) is True


def test_only_open_attributes_are_named_and_each_once() -> None:
    condition = when.parse("age<=20 & gang=none & prior_years<=5 & prior_years>=1")
    facts = {"age": "19", "gang": "unknown"}
    assert when.attributes(condition) == ("age", "gang", "prior_years")
    assert when.open_attributes(condition, facts) == ("gang", "prior_years")


def test_empty_can_be_asked_for() -> None:
    condition = when.parse("prior_years=empty")
    assert when.holds(condition, {"prior_years": ""}) is True
    assert when.holds(condition, {"prior_years": "3"}) is False
    assert when.holds(condition, {"prior_years": "unknown"}) is None


def test_an_attribute_can_be_compared_with_another() -> None:
    condition = when.parse("release_years<=prior_years")
    assert when.attributes(condition) == ("release_years", "prior_years")
    assert when.holds(condition, {"release_years": "2", "prior_years": "3"}) is True
    assert when.holds(condition, {"release_years": "4", "prior_years": "3"}) is False
    assert when.holds(condition, {"release_years": "4", "prior_years": ""}) is None
    assert when.open_attributes(condition, {"release_years": "4"}) == ("prior_years",)


@pytest.mark.parametrize(
    "text", ["", "age<20", "age>20", "age", "a=b or c=d", "age<=", "=x", "a in"]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(when.WhenError):
        when.parse(text)


def test_a_fact_that_is_no_number_is_refused_where_one_is_compared() -> None:
    with pytest.raises(when.WhenError, match="age"):
        when.holds(when.parse("age<=20"), {"age": "young"})
