"""Answers share a scale only where their unit and their whole are the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from explorer.content.library import Library
from explorer.evidence import compare
from explorer.evidence.compare import (
    Answer,
    alike,
    answers,
    differing,
    pairs,
    rows,
    scales,
    why_apart,
)

SHARE = "secure-communities-stats/sc-share-of-ice-removals"


@pytest.fixture
def share(library: Library) -> Answer:
    """A share of 400 boats checked in 2009."""
    return replace(
        answers(library, next(iter(library.questions.values())))[0],
        unit="percent",
        out_of="boats checked",
        out_of_value="400",
        period="2009",
    )


def groups(*found: Answer) -> list[list[str]]:
    """The targets that stand together."""
    return [[answer.target for answer in scale.answers] for scale in scales(found)]


def test_shares_of_the_same_published_whole_share_a_scale(share: Answer) -> None:
    other = replace(share, target="claim:b", out_of="all checks of boats")
    assert groups(share, other) == [[share.target, "claim:b"]]


@pytest.mark.parametrize(
    "changed",
    [{"out_of_value": "401"}, {"unit": "boats"}, {"period": "2010"}],
    ids=["another whole", "another unit", "another year"],
)
def test_what_has_another_whole_unit_or_year_stands_apart(
    share: Answer, changed: dict[str, str]
) -> None:
    assert len(groups(share, replace(share, target="claim:b", **changed))) == 2  # type: ignore[arg-type]


def test_wholes_of_no_published_size_agree_only_word_for_word_and_year_for_year(
    share: Answer,
) -> None:
    bare = replace(share, out_of_value="")
    assert len(groups(bare, replace(bare, target="claim:b"))) == 1
    assert len(groups(bare, replace(bare, target="claim:b", out_of="boats"))) == 2
    assert len(groups(bare, replace(bare, target="claim:b", period="2010"))) == 2


def test_answers_with_no_whole_never_share_a_scale(share: Answer) -> None:
    bare = replace(share, out_of="", out_of_value="")
    assert len(groups(bare, replace(bare, target="claim:b"))) == 2


def test_those_that_share_a_scale_stand_before_those_that_stand_apart(share: Answer) -> None:
    alone = replace(share, target="claim:alone", period="1999")
    other = replace(share, target="claim:b")
    assert groups(alone, share, other) == [[share.target, "claim:b"], ["claim:alone"]]


def test_only_published_numbers_get_a_bar(share: Answer) -> None:
    """The rest of a whole is nobody's figure."""
    assert [bar.value for bar in replace(share, value=12.0).bars] == [12.0]


def test_a_range_is_one_bar_and_two_figures_are_two(share: Answer) -> None:
    between = replace(share, figure="67 to 75", value=None)
    assert [(bar.low, bar.value) for bar in between.bars] == [(67, 75)]
    vote = replace(share, figure="59 to 41", value=59.0)
    assert [(bar.low, bar.value) for bar in vote.bars] == [(None, 59)]
    both = replace(share, figure="41 and 20", counts="no paper (151); forged paper")
    assert [(bar.value, bar.label) for bar in both.bars] == [
        (41, "no paper"),
        (20, "forged paper"),
    ]


def test_a_finding_of_no_effect_has_no_bar(share: Answer) -> None:
    assert replace(share, unit="effect", value=0.0).has_no_number


def test_every_pair_of_rivals_is_told_once(bundled: Library) -> None:
    question = bundled.questions["serious-convictions"]
    found = pairs(bundled, answers(bundled, question))
    both = [frozenset({pair.one.target, pair.other.target}) for pair in found]
    assert len(both) == len(set(both)) >= 7
    assert all(pair.reasons and pair.why for pair in found)


def test_the_three_shares_of_the_same_removals_share_a_scale(bundled: Library) -> None:
    first, second, *apart = scales(answers(bundled, bundled.questions["serious-convictions"]))
    assert [one.target for one in first.answers] == [
        "claim:trac-12",
        "claim:ice-41-none",
        "claim:ice-59",
    ]
    assert [one.target for one in second.answers] == ["claim:sc-79", "claim:sc-26"]
    assert {one.answers[0].target for one in apart} == {"claim:nyt-serious", "claim:ice-82"}


def test_places_counted_in_other_units_never_share_a_scale(bundled: Library) -> None:
    found = scales(answers(bundled, bundled.questions["places-with-limits"]))
    assert not any(scale.is_shared for scale in found)


def test_a_row_that_no_answer_fills_is_left_out(bundled: Library) -> None:
    assert rows(answers(bundled, bundled.questions["voluntary"])) == ()
    assert "border" in rows(answers(bundled, bundled.questions["serious-convictions"]))
    assert "border" not in rows(answers(bundled, bundled.questions["four-hundred-thousand"]))


def test_under_every_meaning_what_counts_otherwise_has_a_reason(bundled: Library) -> None:
    asked = [one for one in bundled.questions.values() if one.meanings]
    assert asked
    for question in asked:
        found = answers(bundled, question)
        for meaning in question.meanings:
            told = why_apart(bundled, question, meaning.id, found)
            assert set(told) | {f"claim:{name}" for name in meaning.claims} == {
                answer.target for answer in found
            }
            assert all(told.values()), (question.id, meaning.id)


def test_without_a_meaning_nothing_is_set_apart(bundled: Library) -> None:
    question = bundled.questions["serious-convictions"]
    assert why_apart(bundled, question, "", answers(bundled, question)) == {}
    assert why_apart(bundled, question, "no-such", answers(bundled, question)) == {}


def test_every_answer_says_what_when_and_who(bundled: Library) -> None:
    for question in bundled.questions.values():
        found = answers(bundled, question)
        assert bool(found) == question.has_figures, question.id
        for answer in found:
            assert answer.counts, answer.target
            assert answer.speaker, answer.target
            assert answer.sources, answer.target
            assert answer.period or answer.when or answer.fiscal_year, answer.target
            assert answer.unit == compare.NO_EFFECT or answer.bars, answer.target


def test_only_what_both_state_is_told_as_a_difference(bundled: Library) -> None:
    question = bundled.questions["share-of-removals"]
    found = {answer.target: answer for answer in answers(bundled, question)}
    never, early = found["claim:trac-never-majority"], found[f"series:{SHARE}@2009"]
    told = differing(never, early, lambda answer, row: answer.cell(row) or str(answer.fiscal_year))
    rows = {row for row, _, _ in told}
    assert "period" in rows
    assert "out-of" not in rows  # all ICE removals, for both
    for row, mine, theirs in told:
        assert never.states(row)
        assert early.states(row)
        assert mine != theirs


def test_answers_with_the_same_cell_stand_together(bundled: Library) -> None:
    found = answers(bundled, bundled.questions["serious-convictions"])
    groups = dict(alike(found, lambda answer: answer.period))
    assert {answer.target for answer in groups["October 2008 to June 2010"]} == {
        "claim:sc-79",
        "claim:sc-26",
    }
    assert sum(map(len, groups.values())) == len(found)


def test_a_share_of_a_series_says_what_is_counted_and_not_only_of_what(bundled: Library) -> None:
    found = answers(bundled, bundled.questions["convictions-found"])
    (share,) = [one for one in found if one.target.startswith("series:") and one.is_share]
    assert share.counts == "Removed, no arrest charge on record"
    assert share.out_of == "Secure Communities removals"


def test_a_number_that_is_published_in_two_wordings_is_told_in_one(bundled: Library) -> None:
    (asked,) = [
        answer
        for answer in answers(bundled, bundled.questions["serious-convictions"])
        if answer.target == "claim:nyt-serious"
    ]
    assert asked.cell("out-of").endswith("took office (about 1.97 million)")


def test_no_number_in_brackets_holds_brackets(bundled: Library) -> None:
    told = [
        answer.cell(row)
        for question in bundled.questions.values()
        for answer in answers(bundled, question)
        for row in ("counts", "out-of")
    ]
    assert told
    assert not [text for text in told if "))" in text]
