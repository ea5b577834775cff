"""What a talk is made of, and what is wrong with one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from explorer.content.library import Library
from explorer.content.load import load
from explorer.present.slides import lone, nearest_step, problems, seen, slides
from explorer.reader.lens import Lens
from tests.small import edit

TOUR = "tours/down-the-river.toml"


def test_a_slide_is_a_lens_with_its_step(library: Library) -> None:
    first, second = slides(library.tours["down-the-river"])
    assert (first.number, first.of, first.lens.page) == (1, 2, "timeline")
    assert first.lens.item == "event:2008-river-check"
    assert second.lens.moment == date(2009, 6, 1)
    assert second.step.headline == "The town's rule"


def test_the_tours_of_a_clean_library_have_no_problem(library: Library) -> None:
    assert problems(library) == []


@pytest.mark.parametrize(
    ("old", "new", "field", "part"),
    [
        ("item=event:2008-river-check", "item=event:2008-river-chek", "look", "river-check"),
        ('"pipeline?', '"pipelin?', "look", "pipeline"),
        ('answer = "2008"', 'answer = "2010"', "question.answer", "choices"),
    ],
)
def test_a_step_that_cannot_be_shown_is_a_problem(
    small: Path, old: str, new: str, field: str, part: str
) -> None:
    edit(small, TOUR, old, new)
    (found,) = problems(load(small))
    assert found.file == TOUR
    assert found.field.endswith(field)
    assert part in found.what_to_do


def test_the_bundled_tours_can_be_shown(bundled: Library) -> None:
    assert problems(bundled) == []


def test_the_step_nearest_to_what_is_looked_at_has_its_item(library: Library) -> None:
    tours = library.tours.values()
    tour = library.tours["down-the-river"]
    assert nearest_step(tours, Lens(item="event:2008-river-check")) == (tour, 1)
    assert nearest_step(tours, Lens(page="pipeline", moment=date(2009, 6, 1))) == (tour, 2)
    assert nearest_step(tours, Lens(page="timeline", moment=date(2009, 6, 1))) is None
    assert nearest_step(tours, Lens(item="event:2009-town-rule")) is None


def test_every_bundled_step_is_nearest_to_itself_or_to_its_twin(bundled: Library) -> None:
    for tour in bundled.tours.values():
        for slide in slides(tour):
            found = nearest_step([tour], slide.lens)
            assert found is not None
            nearest = slides(found[0])[found[1] - 1].lens
            assert (nearest.item, nearest.page) == (slide.lens.item, slide.lens.page)


def test_what_is_looked_at_can_be_a_talk_of_one_step(library: Library) -> None:
    lens = Lens(page="pipeline", moment=date(2009, 6, 1))
    (slide,) = slides(lone("The path", "As of June.", lens, ("river-letter",)))
    assert (slide.lens, slide.step.headline, slide.of) == (lens, "The path", 1)


def test_the_diagram_does_not_answer_while_a_question_is_open(bundled: Library) -> None:
    tour = bundled.tours["whole-story"]
    asking = [one for one in slides(tour) if one.step.question and one.lens.page == "pipeline"]
    assert asking
    for slide in asking:
        assert [bool(seen(slide, part).item) for part in (0, 1, 2)] == [True, False, True]
    told = next(one for one in slides(tour) if not one.step.question)
    assert seen(told, 0) is told.lens
