"""What a talk is made of, and what is wrong with one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from explorer.content.library import Library
from explorer.content.load import load
from explorer.present.slides import problems, slides
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
