"""What is handed out: every text in its form, and no answer where none may be."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest

from explorer.content.library import Library
from explorer.content.model import Ask, TourStep
from explorer.present.paper import (
    FORMS,
    OF_KIND,
    Form,
    Paper,
    WrongPaper,
    paper,
    ref_of,
    told_before,
)
from explorer.present.paperfigures import tables
from explorer.present.papertext import tasks


def words(name: str) -> str:
    return {"out-of": "{0} of {1}"}.get(name, f"{name} {{0}}" if name.startswith("is-") else name)


def everything(library: Library) -> list[str]:
    return [
        *library.tours,
        *(f"lesson:{name}" for name in library.lessons),
        *(f"guide:{name}" for name in library.guides),
    ]


def asks(library: Library, what: str) -> list[Ask]:
    if what.startswith("lesson:"):
        return list(library.lessons[what.removeprefix("lesson:")].questions)
    return [step.question for step in library.tours[what].steps if step.question]


def told(made: Paper) -> str:
    return msgspec.json.encode(made).decode()


def test_everything_comes_in_every_form_of_its_kind(bundled: Library) -> None:
    for what in everything(bundled):
        kind = what.partition(":")[0] if ":" in what else "tour"
        for form in OF_KIND[kind]:
            made = paper(bundled, what, words, form)
            assert made.title, (what, form)
            assert made.edition.version == bundled.version
            cited = [one.sources for one in made.stops] + [one.sources for one in made.tasks]
            numbers = {number for sources in cited for number in sources}
            assert numbers == set(range(1, len(made.references) + 1)), (what, form)


def test_a_worksheet_holds_no_answer_and_its_key_holds_all(bundled: Library) -> None:
    sheets = [what for what in everything(bundled) if not what.startswith("guide:")]
    assert len(sheets) >= 10
    for what in sheets:
        bare, key = (paper(bundled, what, words, form) for form in ("worksheet", "key"))
        assert bare.tasks
        assert not bare.has_key
        assert not bare.stops
        assert not bare.sections
        for ask in asks(bundled, what):
            open_answer = ask.answer if not ask.choices else ""
            for secret in filter(None, (open_answer, ask.why)):
                quoted = msgspec.json.encode(secret).decode()
                assert quoted not in told(bare), what
                assert quoted in told(key), what
        assert not any(choice.is_right for task in bare.tasks for choice in task.choices)
        for task in key.tasks:
            assert sum(choice.is_right for choice in task.choices) == bool(task.choices)


def test_a_slide_show_on_paper_holds_no_answer(library: Library) -> None:
    assert not paper(library, "down-the-river", words, "slides").has_key


def test_steps_keep_order_texts_date_and_link(library: Library) -> None:
    first, second = paper(library, "down-the-river", words, "handout").stops
    assert (first.number, first.of, first.headline) == (1, 2, "The first check")
    assert first.date == "October 27, 2008"
    assert first.link == "timeline?moment=2008-10-27&item=event:2008-river-check"
    assert second.date == "June 1, 2009", "a diagram is about its moment"
    assert first.notes == "Ask who saw it."


def test_sources_are_numbered_by_first_use_and_given_in_full(library: Library) -> None:
    made = paper(library, "down-the-river", words, "handout")
    assert [stop.sources for stop in made.stops] == [(1,), (2,)]
    assert len(made.references) == 2
    assert made.named((2, 1)) == f"{made.names[1]} [2]; {made.names[0]} [1]"


def test_the_parts_of_a_lesson_follow_the_clock(bundled: Library) -> None:
    for name, lesson in bundled.lessons.items():
        made = paper(bundled, f"lesson:{name}", words, "handout")
        timed = [section.minutes for section in made.sections if section.minutes]
        assert timed[0][0] == 0
        assert all(one[1] == two[0] for one, two in pairwise(timed))
        assert timed[-1][1] == lesson.minutes


@pytest.mark.parametrize(
    ("what", "form", "says"),
    [
        (
            "down-the-rivr",
            "html",
            "there is no tour 'down-the-rivr'; did you mean 'down-the-river'?",
        ),
        ("lesson:one-huor", "html", "no lesson 'one-huor'; did you mean 'lesson:one-hour'?"),
        (
            "tuor:down-the-river",
            "html",
            "nothing called 'tuor:down-the-river' to hand out; did you",
        ),
        ("guide:in-class", "slides", "a guide has no form 'slides'; known are: handout, html"),
        ("lesson:one-hour", "pptx", "a lesson has no form 'pptx'"),
    ],
)
def test_a_wrong_name_or_form_is_told_with_the_nearest_right_one(
    library: Library, what: str, form: Form, says: str
) -> None:
    with pytest.raises(WrongPaper) as caught:
        ref_of(library, what, form)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_every_form_has_a_kind_that_offers_it() -> None:
    assert {form for forms in OF_KIND.values() for form in forms} == set(FORMS)


def test_published_figures_stand_side_by_side_with_both_views(bundled: Library) -> None:
    stop = paper(bundled, "whole-story", words, "handout").stops[13]
    figures, sides = tables(bundled, stop.lens, words)
    question = bundled.questions["serious-convictions"]
    assert len(figures.rows) == len(question.claims) + len(question.figures)
    assert {row[1] for row in sides.rows} == {question.side_a.text, question.side_b.text}
    assert question.unknown in sides.remark
    assert tuple(r[0] for r in figures.rows if r[0] in ("59%", "82%")) == ("59%", "82%")


def test_a_figure_on_paper_stands_beside_every_rival_with_the_reason(bundled: Library) -> None:
    stop = next(
        one
        for one in paper(bundled, "reading-the-numbers", words, "handout").stops
        if one.lens.item == "claim:ice-59"
    )
    (table,) = tables(bundled, stop.lens, words)
    rivals = bundled.claims["ice-59"].rivals
    assert [row[-1] for row in table.rows[1:]] == [rival.why for rival in rivals]


def test_every_question_of_a_tour_stands_under_its_day_and_what_its_step_tells(
    bundled: Library,
) -> None:
    for name, tour in bundled.tours.items():
        made = paper(bundled, name, words, "worksheet")
        for task, group in zip(made.tasks, list(tasks(made, words))[1:], strict=True):
            texts = [block.text for block in group.blocks]
            asked = texts.index(task.text)
            assert task.date in texts[0]
            assert (task.about in texts[:asked]) is bool(task.about)
            assert tour.steps[task.step - 1].text.startswith(task.about)
    story = paper(bundled, "whole-story", words, "worksheet").tasks
    assert (story[2].date, story[2].about[:22]) == ("August 5, 2011", "ICE Director John Mort")
    assert (story[0].date, story[0].about) == ("October 29, 2008", "")


def test_what_stands_over_a_question_does_not_give_its_answer_away() -> None:
    boat = "A wooden boat"
    ask = Ask(text="What floats?", choices=(boat, "A stone"), answer=boat, sources=())

    def over(text: str) -> str:
        blank = TourStep(headline="H", text=text, notes="", look="", question=ask, sources=())
        return told_before(blank)

    assert over("The river is wide. Boats of wood float.") == "The river is wide."
    assert over("A boat of wood was wooden in those days.") == ""


def test_no_two_sources_on_paper_look_the_same(bundled: Library) -> None:
    for what in everything(bundled):
        for form in OF_KIND[what.partition(":")[0] if ":" in what else "tour"]:
            names = paper(bundled, what, words, form).names
            assert len(set(names)) == len(names), (what, form)
