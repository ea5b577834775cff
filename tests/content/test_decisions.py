"""Which rules of a decision table can ever decide."""

from __future__ import annotations

from itertools import product
from random import Random

from explorer.content import when
from explorer.content.decisions import first_true
from explorer.content.library import Library
from explorer.content.model import Attribute


def attribute(name: str, values: str) -> Attribute:
    """An attribute of a person."""
    return Attribute(id=name, values=values, meaning=name, about="person")


ATTRIBUTES = {
    "known": attribute("known", "yes|no"),
    "found": attribute("found", "yes|no|unknown"),
    "gang": attribute("gang", "none|list|proven"),
    "age": attribute("age", "integer"),
    "years": attribute("years", "integer or empty"),
}
DOMAINS = {
    "known": ["yes", "no"],
    "found": ["yes", "no", "unknown"],
    "gang": ["none", "list", "proven"],
    "age": [str(age) for age in range(-1, 8)],
    "years": [*(str(years) for years in range(-1, 8)), ""],
}


def reached(*rules: str) -> list[bool]:
    """For each condition, whether it can be the first true one."""
    return first_true([when.parse(rule) for rule in rules], ATTRIBUTES)


def test_a_rule_that_an_earlier_one_covers_is_not_reached() -> None:
    assert reached("age<=5", "age<=3", "*") == [True, False, True]
    assert reached("age<=3", "age<=5", "*") == [True, True, True]


def test_several_earlier_rules_can_cover_one_together() -> None:
    assert reached("known=yes & age<=5", "known=no", "age<=3", "*") == [True, True, False, True]


def test_the_catch_all_is_not_reached_where_all_values_are_taken() -> None:
    assert reached("known=yes", "known=no", "*") == [True, True, False]
    assert reached("gang=none", "gang!=none", "*") == [True, True, False]
    assert reached("age<=3", "age>=4", "*") == [True, True, False]


def test_an_unknown_or_empty_fact_reaches_the_catch_all() -> None:
    assert reached("found=yes", "found=no", "*") == [True, True, True]
    assert reached("years<=3", "years>=4", "*") == [True, True, True]


def test_a_rule_that_contradicts_itself_is_not_reached() -> None:
    assert reached("age<=3 & age>=4", "*") == [False, True]


def test_the_search_agrees_with_trying_every_person() -> None:
    chance = Random(7)
    tests = [
        *("known=yes", "known=no", "known!=yes", "found=yes", "found!=no", "gang in none|list"),
        *("gang=proven", "gang!=none", "age<=2", "age>=3", "age<=5", "years>=1", "years<=4"),
    ]
    people = [dict(zip(DOMAINS, facts, strict=True)) for facts in product(*DOMAINS.values())]
    missed = 0
    for _ in range(60):
        rules = [" & ".join(chance.sample(tests, chance.randint(1, 2))) for _ in range(5)] + ["*"]
        conditions = [when.parse(rule) for rule in rules]
        decided = set()
        for facts in people:
            answers = (when.holds(condition, facts) for condition in conditions)
            decided.add(next(number for number, answer in enumerate(answers) if answer))
        expected = [number in decided for number in range(len(rules))]
        assert first_true(conditions, ATTRIBUTES) == expected, rules
        missed += expected.count(False)
    assert missed > 10  # the trial had tables with rules that nobody reaches


def test_the_real_tables_need_an_unknown_fact_for_one_rule(bundled: Library) -> None:
    policy = bundled.policies["IDENT_CHECK"]
    conditions = [when.parse(rule.when) for rule in policy.rules]
    assert all(first_true(conditions, bundled.attributes))
    known = attribute("ident_record", "yes|no")
    assert first_true(conditions, {**bundled.attributes, "ident_record": known})[-1] is False
