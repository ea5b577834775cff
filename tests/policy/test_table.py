"""A decision table answers with its rule, or says what it depends on."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from explorer.content.decisions import DEFER
from explorer.content.when import UNKNOWN, attributes, parse
from explorer.policy.table import OPEN, ask, ask_all, ask_in_walk, ask_through, settled
from tests.policy.persons import known_person, person, real, rule, table

POLICIES = st.sampled_from(sorted(real().policies))
ATTRIBUTES = st.sampled_from(sorted(real().attributes))


@given(POLICIES, person())
def test_every_table_gives_every_person_exactly_one_answer(
    name: str, facts: dict[str, str]
) -> None:
    policy = real().policies[name]
    answer = ask(policy, facts)
    known = set(real().outcomes)
    assert answer.rules
    assert answer.outcome in known or answer.outcome.startswith(DEFER)
    if answer.is_open:
        assert answer.depends_on
        assert all(facts[fact] in ("", UNKNOWN) for fact in answer.depends_on)
    else:
        assert len(answer.rules) == 1
        assert answer.branches == answer.depends_on == ()
    if answer.outcome == OPEN:
        assert len(answer.branches) > 1


@given(POLICIES, known_person())
def test_where_all_is_known_the_first_rule_that_is_true_decides(
    name: str, facts: dict[str, str]
) -> None:
    full = {fact: value or "3" for fact, value in facts.items()}
    policy = real().policies[name]
    first = next(
        one for one in policy.rules if all(test.holds(full) is True for test in parse(one.when))
    )
    assert ask(policy, full).rules == (first,)


@given(POLICIES, person(), ATTRIBUTES, st.data())
def test_a_fact_that_no_rule_up_to_the_deciding_one_asks_for_changes_nothing(
    name: str, facts: dict[str, str], attribute: str, data: st.DataObject
) -> None:
    policy = real().policies[name]
    answer = ask(policy, facts)
    last = answer.rules[-1].order
    asked = {fact for one in policy.rules[:last] for fact in attributes(parse(one.when))}
    assume(attribute not in asked)
    other = data.draw(person())[attribute]
    again = ask(policy, {**facts, attribute: other})
    assert (again.outcome, again.notification, again.rules) == (
        answer.outcome,
        answer.notification,
        answer.rules,
    )


@given(POLICIES, person(), ATTRIBUTES)
def test_to_forget_a_fact_leaves_the_answer_or_opens_it(
    name: str, facts: dict[str, str], attribute: str
) -> None:
    policy, forgotten = real().policies[name], {**facts, attribute: UNKNOWN}
    for before, after in (
        (ask(policy, facts), ask(policy, forgotten)),
        (
            ask_in_walk(policy, facts, real().policies),
            ask_in_walk(policy, forgotten, real().policies),
        ),
    ):
        assert after.outcome in (before.outcome, OPEN)
        assert after.notification in (before.notification, OPEN)


def test_open_rules_that_say_the_same_leave_the_true_rule_as_the_answer() -> None:
    same = table(rule(1, "gang=database", "hold"), rule(2, "*", "hold"))
    answer = ask(same, {})
    assert (answer.outcome, answer.rule_id, answer.depends_on) == ("hold", "T.02", ())


def test_holding_and_telling_are_judged_apart() -> None:
    mixed = table(
        rule(1, "gang=database", "may_hold", "required"),
        rule(2, "age<=17", "hold", "required"),
        rule(3, "*", "no_hold", "required"),
    )
    answer = ask(mixed, {"age": "30"})
    assert (answer.outcome, answer.notification) == (OPEN, "required")
    assert answer.branches == ("may_hold", "no_hold")
    assert answer.rule_id == "T.01|T.03"
    assert answer.depends_on == ("gang",)
    told = table(rule(1, "gang=database", "hold", "barred"), rule(2, "*", "hold", "allowed"))
    assert (ask(told, {}).outcome, ask(told, {}).notification) == ("hold", OPEN)


def test_an_answer_names_the_facts_that_decided_and_those_that_ruled_others_out() -> None:
    policy = table(
        rule(1, "gang=conviction & age>=18", "hold"),
        rule(2, "prior_level=none & age<=40", "no_hold"),
        rule(3, "*", "hold"),
    )
    answer = ask(policy, {"gang": "none", "age": "30", "prior_level": "none"})
    assert answer.facts == {"prior_level": "none", "age": "30"}
    assert answer.ruled_out == {"gang": "none"}


def test_an_unverified_rule_answers_by_itself_and_says_so() -> None:
    policy = table(rule(1, "*", "hold", unverified="yes"))
    assert ask(policy, {}).outcome == "hold"
    assert ask(policy, {}).unverified == "yes"


def test_an_unverified_rule_decides_nothing_in_a_walk() -> None:
    policy = table(rule(1, "age<=40", "hold", unverified="yes"), rule(2, "*", "no_hold"))
    answer = ask_in_walk(policy, {"age": "30"}, {})
    assert answer.outcome == OPEN
    assert answer.branches == ("hold", "no_hold")
    assert [one.id for one in answer.doubted] == ["T.01"]
    assert answer.depends_on == ()
    assert ask_in_walk(policy, {"age": "50"}, {}).outcome == "no_hold"


def test_an_unverified_rule_that_makes_no_difference_is_passed() -> None:
    policy = table(rule(1, "*", "hold", unverified="yes"), rule(2, "*", "hold"))
    answer = ask_in_walk(policy, {}, {})
    assert (answer.outcome, answer.rule_id, answer.unverified) == ("hold", "T.02", "no")
    assert answer.doubted == ()


def test_nothing_but_unverified_rules_leaves_a_walk_open() -> None:
    answer = ask_in_walk(table(rule(1, "*", "hold", unverified="yes")), {}, {})
    assert (answer.outcome, answer.branches) == (OPEN, ("hold",))


def test_what_only_notice_rests_on_is_marked_so() -> None:
    policy = table(rule(1, "*", "no_hold", "barred", unverified="notification"))
    answer = ask_in_walk(policy, {}, {})
    assert (answer.outcome, answer.notification) == ("no_hold", "barred")
    assert answer.unverified == "notification"


FIRST = table(rule(1, "age<=17", "no_hold"), rule(2, "*", "defer:SECOND"), name="FIRST")
SECOND = table(rule(1, "gang=none", "no_hold"), rule(2, "*", "hold"), name="SECOND")
BOTH = {"FIRST": FIRST, "SECOND": SECOND}


def test_a_table_by_itself_shows_where_it_points() -> None:
    alone = ask(FIRST, {"age": "30", "gang": "none"})
    assert (alone.outcome, alone.leads_to) == ("defer:SECOND", ())
    through = ask_through(FIRST, {"age": "30", "gang": "database"}, BOTH)
    assert (through.outcome, settled(through).outcome) == ("defer:SECOND", "hold")
    assert settled(alone) is alone


def test_a_walk_follows_a_deferral() -> None:
    answer = ask_in_walk(FIRST, {"age": "30", "gang": "database"}, BOTH)
    assert (answer.outcome, [policy.id for policy in answer.policies]) == (
        "hold",
        ["FIRST", "SECOND"],
    )
    assert [one.outcome for one in answer.speaking] == ["hold"]


def test_a_deferral_that_only_may_come_still_counts() -> None:
    agreeing = ask_in_walk(FIRST, {"gang": "none"}, BOTH)
    assert agreeing.outcome == "no_hold"
    differing = ask_in_walk(FIRST, {"gang": "database"}, BOTH)
    assert (differing.outcome, differing.depends_on) == (OPEN, ("age",))
    assert differing.branches == ("no_hold", "hold")
    doubly = ask_in_walk(FIRST, {}, BOTH)
    assert doubly.depends_on == ("age", "gang")
    assert doubly.branches == ("no_hold", "hold")


def test_all_tables_answer_for_one_person_and_the_labeled_comparisons_are_marked() -> None:
    answers = ask_all(real().policies, real().profiles["P02"].facts)
    assert [answer.policy.id for answer in answers] == list(real().policies)
    compared = {answer.policy.id for answer in answers if answer.is_comparison}
    assert compared == {"COMPLY_ALL", "WARRANT_ONLY_2014"}


def test_a_hold_on_a_judges_warrant_is_told_from_one_on_the_detainer() -> None:
    policy = real().policies["KING_2014"]
    assert ask(policy, {"judicial_warrant": "yes"}).on_warrant
    assert not ask(policy, {"judicial_warrant": "no"}).on_warrant


def test_an_answer_is_as_sure_as_its_weakest_rule() -> None:
    policy = table(rule(1, "age<=17", "hold", confidence="low"), rule(2, "*", "no_hold"))
    assert ask(policy, {}).confidence == "low"
    assert ask(policy, {"age": "30"}).confidence == "high"
    assert ask(policy, {}).sources == ("source-1", "source-2")
