"""Writing a tour: every act, what goes along with it, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.content.library import Library
from explorer.content.marks import Statistic
from explorer.content.model import Tour
from explorer.present import edit

ID = "down-the-river"


@pytest.fixture
def river(library: Library) -> edit.Draft:
    return edit.draft(library.tours[ID])


def headlines(draft: edit.Draft) -> list[str]:
    return [step.headline for step in draft.tour.steps]


def test_a_step_is_added_after_the_one_in_view_and_is_in_view(river: edit.Draft) -> None:
    new = edit.add(river, edit.step_of("charts", "Boats", ("gazette-2008",)))
    assert headlines(new) == ["The first check", "Boats", "The town's rule"]
    assert new.step is not None
    assert (new.step.headline, new.step.sources, new.at) == ("Boats", ("gazette-2008",), 1)
    assert headlines(river) == ["The first check", "The town's rule"]


def test_the_first_step_of_a_new_tour_stands_alone() -> None:
    new = edit.add(edit.begun("mine", "Mine"), edit.step_of("charts", "Boats"))
    assert (headlines(new), new.at) == (["Boats"], 0)


def test_a_moved_step_stays_in_view_and_one_that_cannot_move_stays(river: edit.Draft) -> None:
    new = edit.move(river, 0, 1)
    assert (headlines(new), new.at) == (["The town's rule", "The first check"], 1)
    assert edit.move(river, 0, 2) is river
    assert edit.move(river, -1, 0) is river


def test_after_a_deleted_step_the_next_is_in_view_or_the_last(river: edit.Draft) -> None:
    assert headlines(edit.delete(river)) == ["The town's rule"]
    last = edit.delete(edit.look_at(river, 1))
    assert (headlines(last), last.at) == (["The first check"], 0)
    none = edit.delete(last)
    assert (none.step, edit.delete(none), edit.ask(none)) == (None, none, none)


def test_texts_change_in_the_step_in_view_alone(river: edit.Draft) -> None:
    new = edit.write(edit.look_at(river, 1), "notes", "Ask “who?”")
    assert new.tour.steps[1].notes == "Ask “who?”"
    assert new.tour.steps[0] == river.tour.steps[0]
    assert edit.tell(new, "minutes", 7).tour.minutes == 7


def test_the_answer_goes_along_with_its_choice(river: edit.Draft) -> None:
    asked = edit.question(river, "choices", ("In 2008", "2009"))
    assert asked.step is not None
    assert asked.step.question is not None
    assert asked.step.question.answer == "In 2008"
    fewer = edit.question(asked, "choices", ("2009",))
    assert fewer.step is not None
    assert fewer.step.question is not None
    assert fewer.step.question.answer == "In 2008"


def test_a_question_comes_with_the_sources_of_its_step_and_goes(river: edit.Draft) -> None:
    asked = edit.ask(edit.look_at(river, 1))
    assert asked.step is not None
    assert asked.step.question is not None
    assert asked.step.question.sources == ("weir-rule-2009",)
    assert edit.ask(asked, False).tour == river.tour


def test_half_a_character_never_enters_a_draft(river: edit.Draft) -> None:
    new = edit.write(river, "text", "a" + chr(0xD800))
    assert new.step is not None
    new.toml().encode("utf-8")
    assert new.step.text == "a?"


# ------------------------------------------------------------------------ statistics in texts

HALF = Statistic(0, 4, "claim:half-of-boats")


def marked(river: edit.Draft, text: str = "[Half](claim:half-of-boats) had papers.") -> edit.Draft:
    return edit.write(river, "text", text)


def test_a_statistic_typed_with_its_claim_is_kept_beside_the_plain_text(river: edit.Draft) -> None:
    new = marked(river)
    assert new.step is not None
    assert new.step.text == "Half had papers."
    assert new.statistics == {"half had papers.": (HALF,)}
    assert '"[Half](claim:half-of-boats) had papers."' in new.toml()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2009 Half had papers.", "In 2009 [Half](claim:half-of-boats) had papers."),
        ("Halfway there.", "Halfway there."),
        ("None had.", "None had."),
    ],
)
def test_a_statistic_stays_with_its_words(river: edit.Draft, text: str, expected: str) -> None:
    assert f'"{expected}"' in edit.write(marked(river), "text", text).toml()


def test_a_copy_keeps_the_statistics_of_a_bundled_tour(bundled: Library) -> None:
    tour = bundled.tours["reading-the-numbers"]
    copied = edit.draft(tour, edit.marks_of(bundled.statistics, tour))
    assert "[59 percent](claim:ice-59) with a conviction" in copied.toml()


# --------------------------------------------------------------------------- undo and redo


def test_an_act_is_undone_and_done_again(river: edit.Draft) -> None:
    history = edit.done(edit.History(river), edit.delete(river))
    back = edit.undone(history)
    assert back.now == river
    assert edit.redone(back).now == history.now
    assert edit.undone(back) == back
    assert edit.redone(history) == history


def test_letters_typed_in_a_row_are_one_act_and_another_field_begins_a_new_one(
    river: edit.Draft,
) -> None:
    history = edit.History(river)
    for text in ("A", "Ab", "Abc"):
        history = edit.done(history, edit.write(history.now, "text", text), "0.text")
    history = edit.done(history, edit.write(history.now, "notes", "N"), "0.notes")
    once = edit.undone(history)
    assert once.now.step is not None
    assert once.now.step.text == "Abc"
    assert edit.undone(once).now == river


def test_looking_at_another_step_is_no_act(river: edit.Draft) -> None:
    history = edit.done(edit.History(river), edit.look_at(river, 1))
    assert (history.past, history.now.at) == ((), 1)


def test_only_the_last_acts_are_kept(river: edit.Draft) -> None:
    history = edit.History(river)
    for number in range(edit.MOST + 5):
        history = edit.done(history, edit.tell(history.now, "minutes", number + 100))
    assert len(history.past) == edit.MOST


ACTS = st.one_of(
    st.tuples(st.just("add"), st.integers(-1, 4), st.text(max_size=4)),
    st.tuples(st.just("move"), st.integers(-1, 4), st.integers(-1, 4)),
    st.tuples(st.just("delete"), st.integers(0, 4), st.just(0)),
    st.tuples(st.just("write"), st.integers(0, 4), st.text(max_size=4)),
)


def act(draft: edit.Draft, kind: str, at: int, what: object) -> edit.Draft:
    if kind == "add":
        return edit.add(draft, edit.step_of("charts", str(what)), at)
    if kind == "move":
        return edit.move(draft, at, int(str(what)))
    seen = edit.look_at(draft, at)
    return edit.delete(seen) if kind == "delete" else edit.write(seen, "headline", str(what))


@given(st.lists(ACTS, max_size=12))
def test_whatever_was_done_can_be_undone_to_the_beginning_and_done_again(
    acts: list[tuple[str, int, object]],
) -> None:
    begun = edit.begun("mine", "Mine")
    history = edit.History(begun)
    for one in acts:
        history = edit.done(history, act(history.now, *one))
        assert len(history.now.origins) == len(history.now.tour.steps)
    end = history.now.tour
    count = len(history.past)
    for _ in range(count):
        history = edit.undone(history)
    assert history.now.tour == begun.tour
    for _ in range(count):
        history = edit.redone(history)
    assert history.now.tour == end
    assert isinstance(end, Tour)
