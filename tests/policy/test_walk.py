"""A walk asks what stood in a place on a day, and says what ended it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.content.library import UnknownRecord
from explorer.content.model import Place, Policy
from explorer.content.when import UNKNOWN
from explorer.policy.rules import Rulebook
from explorer.policy.steps import Walk
from explorer.policy.table import OPEN
from explorer.policy.walk import walk
from tests.policy.persons import person, real, rule, standing_table, with_tables

BOOK = Rulebook(real())
PLACES = sorted({*real().places, *real().counties})
NOTICE = {"pc_basis": "none"}  # from July 2015 on ICE then asks for notice only
DAYS = st.dates(date(2001, 12, 1), date(2021, 1, 20))


def walked(profile: str, place: str, day: str, **facts: str) -> Walk:
    """A profile, with some facts changed, in a place on a day."""
    changed = {**real().profiles[profile].facts, **facts}
    return walk(BOOK, changed, BOOK.place(place), date.fromisoformat(day))


def made(*tables: Policy) -> Walk:
    """Anybody's walk under made-up tables, on a day of 2014."""
    book = Rulebook(with_tables(*tables))
    return walk(book, {}, book.place("county:48201"), date(2014, 1, 1))


@given(person(), st.sampled_from(PLACES), DAYS)
def test_every_stage_is_always_answered(facts: dict[str, str], place: str, day: date) -> None:
    chain = walk(BOOK, facts, BOOK.place(place), day).chain()
    assert all(chain[name] for name in chain if name not in ("ice_policy", "jail_policies"))


@given(person(), st.sampled_from(PLACES), DAYS, st.sampled_from(sorted(real().attributes)))
def test_to_forget_a_fact_leaves_the_walk_or_opens_it(
    facts: dict[str, str], place: str, day: date, attribute: str
) -> None:
    before = walk(BOOK, facts, BOOK.place(place), day)
    after = walk(BOOK, {**facts, attribute: UNKNOWN}, BOOK.place(place), day)
    assert after.final in (before.final, OPEN)
    assert after.request.outcome in (before.request.outcome, OPEN)
    assert after.jail.outcome in (before.jail.outcome, OPEN)
    assert after.jail.notification in (before.jail.notification, OPEN)


@given(person(), st.sampled_from(PLACES), DAYS)
def test_a_comparison_is_never_part_of_a_walk(facts: dict[str, str], place: str, day: date) -> None:
    found = walk(BOOK, facts, BOOK.place(place), day)
    asked = {v.standing.policy.id for step in found.steps for v in (*step.voices, *step.beside)}
    assert not asked & {"COMPLY_ALL", "WARRANT_ONLY_2014"}


@given(person(), st.sampled_from(PLACES), DAYS)
def test_no_unverified_rule_decides_a_walk_alone(
    facts: dict[str, str], place: str, day: date
) -> None:
    found = walk(BOOK, facts, BOOK.place(place), day)
    for voice in (voice for step in found.steps for voice in step.voices):
        if voice.answer.unverified == "yes":
            assert voice.answer.outcome == OPEN


@pytest.mark.parametrize("day", ["2001-11-30", "2021-01-21", "1990-01-01", "2025-06-01"])
def test_outside_the_range_nothing_is_answered(day: str) -> None:
    found = walked("P06", "county:06075", day)
    answers = {value for name, value in found.chain().items() if "polic" not in name}
    assert answers == {"not_researched"}
    assert found.ends_at == "range"
    assert found.after_end == ()


def test_what_follows_the_end_of_a_walk_is_named() -> None:
    assert walked("P01", "agency:lapd", "2014-04-11").after_end == ("request", "jail")
    assert walked("P02", "agency:lapd", "2014-04-11").after_end == ("jail",)
    assert walked("P06", "county:53033", "2014-02-14").after_end == ()


def test_a_place_that_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownRecord, match="did you mean"):
        BOOK.place("county:0607")


# --------------------------------------------------------------------- activation and ident


@pytest.mark.parametrize(
    ("place", "day", "status"),
    [
        ("county:17031", "2012-12-31", "not_activated"),
        ("county:17031", "2013-01-01", "unknown"),  # a month without a day
        ("county:17031", "2013-01-31", "unknown"),
        ("county:17031", "2013-02-01", "activated"),
        ("county:02020", "2013-01-30", "unknown"),  # an upper bound only
        ("county:02020", "2013-01-31", "activated"),
        ("county:02020", "2008-09-30", "not_activated"),  # before the check existed
        ("state:CA", "2012-01-01", "unknown"),  # no county, no date
        ("state:CA", "2008-09-30", "not_activated"),
        ("city:hempstead-ny", "2012-01-01", "unknown"),
    ],
)
def test_what_is_not_known_of_an_activation_stays_unknown(
    place: str, day: str, status: str
) -> None:
    assert walked("P06", place, day).activation.outcome == status


def test_a_county_in_neither_file_is_unknown_and_so_is_a_place_whose_counties_differ() -> None:
    unlisted = Place(id="county:99999", name="Weir County", kind="county", fips=("99999",))
    facts, day = real().profiles["P06"].facts, date(2012, 1, 1)
    assert walk(BOOK, facts, unlisted, day).activation.outcome == "unknown"
    differing = Place(id="agency:weir", name="Weir", kind="agency", fips=("17031", "06037"))
    found = walk(BOOK, facts, differing, day).activation
    assert [county.status for county in found.counties] == ["not_activated", "activated"]
    assert found.outcome == "unknown"


def test_a_place_with_an_unknown_activation_is_open_unless_there_are_no_prints() -> None:
    known = walked("P06", "county:17031", "2013-01-15").ident
    assert (known.outcome, known.notes) == (OPEN, ("activation-unknown",))
    assert walked("P01", "county:17031", "2013-01-15").ident.outcome == "no_match"


def test_a_hit_on_the_name_takes_the_place_of_a_match() -> None:
    found = walked("P08", "agency:hartford-police", "2010-01-05")
    assert found.activation.outcome == "not_activated"
    assert found.ident.outcome == "ivf_hit"
    assert found.ident.notes == ("if-name-run",)
    assert found.final == "not_researched"  # the walk went on


def test_a_hit_in_the_days_when_the_file_may_not_have_existed_is_open() -> None:
    found = walked("P08", "agency:hartford-police", "2002-05-05").ident
    assert (found.outcome, found.notes) == (OPEN, ("uncertain-days", "if-name-run"))
    assert walked("P08", "agency:hartford-police", "2001-12-02").ident.outcome == "not_checked"
    assert walked("P08", "agency:hartford-police", "2003-01-01").ident.outcome == "ivf_hit"


def test_an_open_check_of_the_name_leaves_it_open_and_says_on_what() -> None:
    found = walked("C01", "agency:baldwin-park-police", "2014-04-11").ident
    assert (found.outcome, found.depends_on) == (OPEN, ("ident_record", "final_order"))
    by_name = walked("P01", "agency:lapd", "2014-04-11", final_order="unknown").ident
    assert (by_name.outcome, by_name.depends_on) == (OPEN, ("final_order",))


# ------------------------------------------------------------------------- request and jail


def test_a_newer_ranking_that_does_not_name_the_person_leaves_the_request_open() -> None:
    before, during, after = (
        walked("P08", "agency:hartford-police", day)
        for day in ("2015-01-04", "2015-01-05", "2015-07-02")
    )
    assert [w.request.outcome for w in (before, during, after)] == [
        *("request_hold", OPEN, "no_request")
    ]
    assert during.request.notes == ("transition",)
    named = walked("P06", "agency:hartford-police", "2015-01-05").request
    assert (named.outcome, named.notes) == ("request_hold", ())


def test_a_ranking_that_is_open_leaves_the_request_open_and_names_the_fact() -> None:
    found = walked("P08", "agency:hartford-police", "2015-03-01", terror_match="unknown").request
    assert (found.outcome, found.depends_on) == (OPEN, ("terror_match",))


def test_a_ranking_that_is_shown_beside_decides_nothing_else() -> None:
    found = walked("P02", "agency:lapd", "2015-03-01")
    assert found.request.outcome == "no_request"
    assert [voice.standing.policy.id for voice in found.request.beside] == ["JOHNSON_2014"]


def test_days_between_two_request_rules_have_no_written_rule() -> None:
    found = walked("P06", "county:48201", "2017-03-01")
    assert (found.request.outcome, found.ice_policy) == ("no_written_rule", "")
    assert "no-rule" in found.request.notes


def test_an_unverified_rule_is_named_beside_the_open_request() -> None:
    found = walked("P11", "county:32003", "2016-03-04").request
    assert found.notes == ("unverified",)
    assert [rule.id for rule in found.deciding[0].answer.doubted] == ["PEP_2015.18"]
    assert found.confidence == "medium"


def test_the_strictest_table_decides_and_all_are_shown() -> None:
    found = walked("P07", "county:06075", "2014-06-02").jail
    assert found.policies == ("SF_12I_2013", "SF_SHERIFF_2014", "TRUST_CA_2014")
    assert [voice.standing.policy.id for voice in found.deciding] == ["SF_SHERIFF_2014"]


def test_of_two_tables_that_do_not_refuse_the_one_that_only_allows_is_the_stricter() -> None:
    found = walked("P07", "county:06085", "2014-06-02", reimbursement_agreement="yes").jail
    assert {voice.answer.outcome for voice in found.voices} == {"hold", "may_hold"}
    assert (found.outcome, found.notification) == ("may_hold", "allowed")


def test_telling_follows_the_first_of_barred_contested_required_allowed() -> None:
    told = ("barred", "contested", "required", "allowed", "not_addressed")
    for first, second in pairwise(told):
        tables = [
            standing_table(name, "holds", "2010-01-01", rule(1, "*", "hold", name))
            for name in (second, first)
        ]
        assert made(*tables).jail.notification == first


def test_the_latest_of_two_request_rules_decides() -> None:
    found = made(
        standing_table("NEW", "requests", "2011-01-01", rule(1, "*", "no_request")),
        standing_table("OLD", "requests", "2010-01-01", rule(1, "*", "request_hold")),
    )
    assert (found.ice_policy, found.request.outcome) == ("NEW", "no_request")


@pytest.mark.parametrize(
    ("since", "outcome"), [("2010-01-01", "request_hold"), ("2012-01-01", OPEN)]
)
def test_only_a_ranking_that_is_newer_than_the_request_rule_opens_it(
    since: str, outcome: str
) -> None:
    found = made(
        standing_table("ASK", "requests", "2011-01-01", rule(1, "*", "request_hold")),
        standing_table("RANK", "ranks", since, rule(1, "*", "not_priority")),
    )
    assert found.request.outcome == outcome


def test_one_table_that_says_no_settles_it_though_another_is_open() -> None:
    found = walked("C02", "county:06075", "2015-03-27").jail
    assert OPEN in {voice.answer.outcome for voice in found.voices}
    assert (found.outcome, found.notification) == ("no_hold", "barred")


def test_one_open_table_leaves_a_hold_open() -> None:
    found = walked("C02", "county:06019", "2014-06-06")
    assert (found.jail.outcome, found.final) == (OPEN, OPEN)
    assert found.jail.depends_on == ("trust_felony", "wobbler_5y", "fed_agg_felony")


def test_an_open_notice_leaves_it_open_what_comes_of_a_refused_hold() -> None:
    found = walked("P06", "county:06075", "2015-03-27", judicial_warrant="unknown")
    assert (found.jail.outcome, found.jail.notification, found.final) == ("no_hold", OPEN, OPEN)
    assert found.jail.depends_on == ("judicial_warrant",)
    both = walked("P02", "agency:nyc-doc", "2014-02-20", final_order="unknown").jail
    assert (both.outcome, both.notification) == (OPEN, OPEN)


def test_a_limit_without_a_table_is_said_and_not_guessed() -> None:
    found = walked("P06", "county:41005", "2014-04-01")
    assert (found.jail.outcome, found.final) == ("limit_not_modelled", "not_researched")
    assert [limit.jurisdiction for limit in found.jail.limits] == ["Clackamas County"]
    assert "limit" in found.jail.notes
    assert walked("P06", "county:41005", "2014-03-31").jail.outcome == "no_written_rule"


def test_a_table_that_says_no_stands_beside_a_limit_without_a_table() -> None:
    refused = walked("P02", "county:06001", "2014-06-01").jail
    assert (refused.outcome, refused.notification) == ("no_hold", "not_addressed")
    assert "limit" in refused.notes
    allowed = walked("P06", "county:06001", "2014-06-01")
    assert (allowed.jail.outcome, allowed.final) == ("limit_not_modelled", "not_researched")


def test_a_hold_on_a_warrant_is_said_to_rest_on_it() -> None:
    found = walked("P06", "county:53033", "2015-01-02", judicial_warrant="yes")
    assert (found.final, found.jail.notes) == ("held_possible", ("warrant",))


def test_notice_that_no_text_confirms_is_said_beside() -> None:
    found = walked("P02", "county:06085", "2012-01-01")
    assert found.jail.notification == "barred"
    assert "unverified-notification" in found.jail.notes


def test_on_uncertain_days_only_an_answer_that_holds_either_way_stands() -> None:
    either = walked("P06", "county:53033", "2013-12-15")
    assert (either.jail.outcome, either.final) == (OPEN, OPEN)
    assert "uncertain-days" in either.jail.notes
    one_of_two = walked("P06", "county:53033", "2014-09-15").jail
    assert (one_of_two.outcome, one_of_two.notification) == (OPEN, "not_addressed")
    same = walked("P02", "county:53033", "2014-09-15").jail
    assert same.outcome == "no_hold"


def test_the_rules_of_a_city_do_not_bind_the_county_nor_the_reverse() -> None:
    assert walked("P06", "county:06037", "2014-08-01").jail.policies == ("TRUST_CA_2014",)
    assert walked("P06", "agency:chicago-police", "2014-08-01").jail.policies == ()


@pytest.mark.parametrize(
    ("profile", "place", "day", "facts", "final"),
    [
        ("P04", "agency:nyc-doc", "2016-03-01", NOTICE, "not_held"),
        ("P04", "agency:hartford-police", "2016-03-01", NOTICE, "notify_only"),
        ("P04", "county:06019", "2016-03-01", NOTICE, "notify_only"),
        ("P04", "county:48201", "2016-03-01", NOTICE, "not_researched"),
        ("P12", "county:06019", "2014-06-06", {}, "no_request"),
        ("P04", "county:06019", "2014-06-06", {}, "not_held"),
        ("P06", "county:06019", "2014-06-06", {}, "held_possible"),
        ("P04", "county:06075", "2015-08-01", NOTICE, "not_held"),
        ("P04", "county:06075", "2015-08-01", {**NOTICE, "judicial_warrant": UNKNOWN}, OPEN),
    ],
)
def test_the_final_word_is_the_first_that_fits(
    profile: str, place: str, day: str, facts: dict[str, str], final: str
) -> None:
    assert walked(profile, place, day, **facts).final == final


def test_each_step_names_its_sources_and_the_rows_that_it_rests_on() -> None:
    found = walked("P06", "county:41005", "2014-06-01")
    assert found.activation.sources == ("sc-activation-dates-hhadah",)
    assert set(found.jail.limits[0].sources) <= set(found.jail.sources)
    assert "detainer-memo-2012" in found.request.sources
    assert walked("P04", "county:15003", "2010-05-01").activation.sources
    assert all(name in real().sources for step in found.steps for name in step.sources)
