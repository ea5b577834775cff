"""What is still to be mended in a tour, by step and field."""

from __future__ import annotations

import pytest

from explorer.content.library import Library
from explorer.present import edit
from explorer.present.wants import Want, can_be_shown, wants

ID = "down-the-river"


@pytest.fixture
def river(library: Library) -> edit.Draft:
    return edit.draft(library.tours[ID])


def found(draft: edit.Draft, library: Library) -> list[tuple[int, str, str]]:
    return [(want.step, want.field, want.rule) for want in wants(draft.tour, library)]


def test_a_good_tour_wants_nothing(bundled: Library, library: Library) -> None:
    for content in (bundled, library):
        for tour in content.tours.values():
            assert list(wants(tour, content)) == []
            assert can_be_shown(tour, content)


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [("headline", " ", "no-headline"), ("sources", (), "no-sources")],
)
def test_what_an_audience_misses_is_told_but_can_be_shown(
    river: edit.Draft, library: Library, field: str, value: str, rule: str
) -> None:
    new = edit.write(edit.look_at(river, 1), field, value)
    assert found(new, library) == [(1, field, rule)]
    assert can_be_shown(new.tour, library)


@pytest.mark.parametrize(
    ("field", "value", "rules"),
    [
        ("text", "", ["no-question"]),
        ("choices", ("2008",), ["too-few-choices"]),
        ("choices", ("2008", ""), ["too-few-choices"]),
        ("choices", ("2008", "2008"), ["same-choices"]),
        ("answer", "2010", ["answer-is-no-choice"]),
        ("sources", ("gazette-208",), ["loose-source"]),
    ],
)
def test_a_question_wants_its_parts(
    river: edit.Draft, library: Library, field: str, value: object, rules: list[str]
) -> None:
    new = edit.question(river, field, value)  # type: ignore[arg-type]
    assert found(new, library) == [(0, f"question.{field}", rule) for rule in rules]


def test_an_open_question_wants_an_answer(river: edit.Draft, library: Library) -> None:
    asked = edit.ask(edit.look_at(river, 1))
    rules = [rule for _, _, rule in found(asked, library)]
    assert rules == ["no-question", "no-answer"]


def test_what_cannot_be_shown_has_the_nearest_right_word(
    river: edit.Draft, library: Library
) -> None:
    new = edit.write(river, "look", "timeline?item=event:2008-river-chek")
    (want,) = wants(new.tour, library)
    assert (want.step, want.field, want.rule) == (0, "look", "wrong-link")
    assert "event:2008-river-check" in want.advice
    assert not can_be_shown(new.tour, library)


def test_a_tour_without_title_or_steps_wants_both(library: Library) -> None:
    assert list(wants(edit.begun("mine", "").tour, library)) == [
        Want(-1, "steps", "tour-without-steps", "Add a step under [[steps]]."),
        Want(-1, "title", "no-title"),
    ]
