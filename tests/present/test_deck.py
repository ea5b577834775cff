"""The PowerPoint file, read back."""

from __future__ import annotations

import importlib.util
import io
import zlib
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.lang import MSO_LANGUAGE_ID

from explorer.content.library import Library
from explorer.present import deck
from explorer.present.paper import WrongPaper, paper
from explorer.present.paperfigures import Shot
from tests.present.test_html import words


def png() -> bytes:
    """A white picture of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)

    head = (1).to_bytes(4) * 2 + bytes((8, 2, 0, 0, 0))
    body = zlib.compress(b"\0\xff\xff\xff")
    marks = b"\x89PNG\r\n\x1a\n"
    return marks + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def read(library: Library, what: str) -> Any:
    document = paper(library, what, words, "pptx")
    shot = Shot(png(), (1176, 470), "Timeline with the first check.", "")
    shots = {stop.number: shot for stop in document.stops}
    return Presentation(io.BytesIO(deck.deck(document, words, shots)))


def texts(slide: Any) -> str:
    frames = (shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    return "\n".join(frames)


def notes(slide: Any) -> str:
    return str(slide.notes_slide.notes_text_frame.text)


def test_slides_are_wide_and_each_has_a_title(library: Library) -> None:
    show = read(library, "down-the-river")
    assert show.slide_width / show.slide_height == pytest.approx(16 / 9)
    assert [slide.shapes.title.text for slide in show.slides] == [
        "Down the river",
        "The first check",
        "When did the check begin?",
        "The town's rule",
        "Sources",
    ]


def test_pictures_have_alternative_text_and_keep_their_proportions(library: Library) -> None:
    show = read(library, "down-the-river")
    pictures = [shape for slide in show.slides for shape in slide.shapes if shape.shape_type == 13]
    assert len(pictures) == 2
    for picture in pictures:
        assert picture._element.nvPicPr.cNvPr.get("descr") == "Timeline with the first check."
        assert picture.width / picture.height == pytest.approx(1176 / 470, rel=0.01)
        assert picture.left >= 0
        assert picture.left + picture.width <= show.slide_width
        assert picture.top + picture.height <= show.slide_height


def test_notes_hold_what_the_speaker_says_and_sources_in_full(bundled: Library) -> None:
    document = paper(bundled, "opt-out", words, "pptx")
    show = read(bundled, "opt-out")
    by_title = {slide.shapes.title.text: slide for slide in show.slides}
    for stop in document.stops:
        slide = by_title[stop.headline]
        assert stop.text in texts(slide)
        assert notes(slide).startswith(stop.notes)
        for number in stop.sources:
            assert document.references[number - 1] in notes(slide)
            assert document.names[number - 1] in texts(slide)
        assert stop.link in notes(slide)


def test_a_question_has_a_slide_and_its_answer_stands_in_the_notes(library: Library) -> None:
    slide = read(library, "down-the-river").slides[2]
    assert "A  2008" in texts(slide)
    assert "The gazette gives October 27, 2008." not in texts(slide)
    assert "The gazette gives October 27, 2008." in notes(slide)


def test_no_placeholder_is_left_empty(bundled: Library) -> None:
    for slide in read(bundled, "whole-story").slides:
        assert all(shape.text_frame.text for shape in slide.placeholders)


def test_every_text_says_its_language(library: Library) -> None:
    for slide in read(library, "down-the-river").slides:
        frames = [shape.text_frame for shape in slide.shapes if shape.has_text_frame]
        runs = [run for frame in frames for one in frame.paragraphs for run in one.runs]
        assert {run.font.language_id for run in runs} == {MSO_LANGUAGE_ID.ENGLISH_US}


def test_all_sources_are_listed_at_the_end(bundled: Library) -> None:
    document = paper(bundled, "whole-story", words, "pptx")
    show = read(bundled, "whole-story")
    told = "\n".join(texts(s) for s in show.slides if s.shapes.title.text == "Sources")
    assert all(reference in told for reference in document.references)


def test_the_file_says_what_it_is(library: Library) -> None:
    core = read(library, "down-the-river").core_properties
    assert (core.title, core.language) == ("Down the river", "en-US")
    assert library.version in core.keywords


def test_without_its_part_one_line_says_what_to_install(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    assert not deck.is_installed()
    with pytest.raises(WrongPaper, match=r"pip install .*\[pptx\]") as caught:
        deck.deck(paper(library, "down-the-river", words, "pptx"), words, {})
    assert "\n" not in str(caught.value)
