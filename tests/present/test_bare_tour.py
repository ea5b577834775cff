"""An own tour is handed out with all that it says, and without labels that have nothing behind them."""

from __future__ import annotations

import io
import re

import pytest
from pptx import Presentation

from explorer.content.library import Library
from explorer.content.model import Ask, Tour, TourStep
from explorer.present import deck, html
from explorer.present.paper import Form, Paper, Wish, tour_paper
from explorer.present.paperpages import sheets
from tests.present.test_html import words
from tests.present.test_paperpages import measure

ASK = Ask(text="When?", answer="In 2009.", sources=())
STEP = TourStep(look="timeline", headline="The town", text="", notes="", sources=(), question=ASK)
BARE = Tour(id="mine", title="Mine", audience="", minutes=0, summary="", steps=(STEP,))


def made(library: Library, form: Form) -> Paper:
    return tour_paper(library, BARE, form)


def on_paper(library: Library, form: Form) -> str:
    pages = sheets(made(library, form), Wish("mine", form, notes=True), words, measure)
    return "\n".join(placed.block.text for page in pages for placed in page.placed)


def on_a_web_page(library: Library) -> str:
    return re.sub("<[^>]*>", "\n", html.page(made(library, "html"), words, {}))


def on_slides(library: Library) -> str:
    show = Presentation(io.BytesIO(deck.deck(made(library, "pptx"), words, {})))
    frames = [
        shape.text_frame.text
        for slide in show.slides
        for shape in slide.shapes
        if shape.has_text_frame
    ]
    frames += [slide.notes_slide.notes_text_frame.text for slide in show.slides]
    return "\n".join(frames)


@pytest.mark.parametrize("form", ["slides", "handout", "worksheet", "key"])
def test_no_label_stands_alone_on_paper(library: Library, form: Form) -> None:
    assert_no_bare_labels(on_paper(library, form))


def test_no_label_stands_alone_on_a_web_page_or_slide(library: Library) -> None:
    assert_no_bare_labels(on_a_web_page(library))
    assert_no_bare_labels(on_slides(library))


def assert_no_bare_labels(text: str) -> None:
    assert "Mine" in text or "The town" in text
    assert re.findall(r"^(?:For:|.*Sources:?|0 minutes)\s*$", text, re.MULTILINE) == []


def test_no_choice_is_lost_however_many_there_are(library: Library) -> None:
    choices = tuple(f"Choice {number}" for number in range(1, 13))
    ask = Ask(text="Which?", choices=choices, answer="Choice 12", sources=())
    step = TourStep(look="timeline", headline="One", text="", notes="", sources=(), question=ask)
    tour = Tour(id="mine", title="Mine", audience="", minutes=0, summary="", steps=(step,))
    (task,) = tour_paper(library, tour, "key").tasks
    assert tuple(one.text for one in task.choices) == choices
    assert [one.letter for one in task.choices if one.is_right] == ["L"]
