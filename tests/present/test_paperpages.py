"""Where blocks stand on pages: nothing overlaps, nothing is cut, nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec
import pytest

from explorer.content.library import Library
from explorer.present.paper import Paper, Stop, Wish, paper
from explorer.present.paperflow import Place, Sheet, flow, room
from explorer.present.paperpages import PAPERS, sheets
from explorer.present.paperrows import SLIDE
from explorer.present.papertext import Block, Group
from explorer.reader.lens import Lens


def words(name: str) -> str:
    return {"source": "Sources: {0}", "link": "Link: {0}", "part": "{0} {1}-{2}"}.get(name, name)


def measure(block: Block, width: float, scale: float) -> float:
    """A letter is as wide as it is high: 6 points; a picture needs a third of its width."""
    if block.stop:
        return width * 0.3
    letters = max(1, int(width / (6 * scale)))
    return (len(block.text) // letters + 1) * 12 * scale + block.lines * 22


def made(steps: int, notes: int = 0) -> Paper:
    stops = tuple(
        Stop(
            number=number,
            of=steps,
            lens=Lens(page="timeline"),
            headline=f"Headline {number}.",
            text="Some words of text. " * 6,
            notes="A long note. " * notes,
            date="May 1, 2010",
            sources=(1,),
        )
        for number in range(1, steps + 1)
    )
    empty = paper_of_nothing()
    return msgspec.structs.replace(empty, stops=stops, references=("Full.",), names=("Short",))


def paper_of_nothing() -> Paper:
    from explorer.present.paper import Edition

    return Paper(
        ref="tour:made",
        title="A tour",
        audience="All",
        minutes=5,
        summary="What it is about.",
        link="timeline",
        edition=Edition("1", "May 2020", "CC"),
    )


def assert_well_set(pages: Sequence[Sheet]) -> None:
    for sheet in pages:
        assert sheet.placed, "no empty page"
        width, height = sheet.size
        for one in sheet.placed:
            assert one.left >= 20
            assert one.left + one.width <= width - 20
            assert one.top >= 20
            assert one.bottom <= height - 20, one.block
            assert one.height > 0
        for number, one in enumerate(sheet.placed):
            for other in sheet.placed[number + 1 :]:
                apart = one.bottom <= other.top + 0.01 or other.bottom <= one.top + 0.01
                beside = one.left + one.width <= other.left or other.left + other.width <= one.left
                assert apart or beside, (one.block, other.block)


@pytest.mark.parametrize("size", ["a4", "letter"])
@pytest.mark.parametrize("per_page", [1, 2, 4])
@pytest.mark.parametrize("notes", [0, 20, 60, 900])
def test_steps_stand_on_their_pages_whole_and_once(size: str, per_page: int, notes: int) -> None:
    tour = made(9, notes)
    pages = sheets(tour, Wish("made", "handout", size, per_page, notes=True), words, measure)
    assert_well_set(pages)
    assert {sheet.size for sheet in pages} == {PAPERS[size]}
    placed = [one.block for sheet in pages for one in sheet.placed]
    pictures = [block.stop for block in placed if block.stop]
    assert pictures == list(range(1, 10))
    for stop in tour.stops:
        assert sum(block.text == stop.headline and not block.stop for block in placed) == 1
    told = " ".join(block.text for block in placed if block.style == "note")
    assert told.count("A long note.") == 9 * notes
    assert sum("Sources: Short [1]" in block.text for block in placed) == 9
    assert sum(block.text == "Full." for block in placed) == 1


@pytest.mark.parametrize(("per_page", "pages"), [(1, 8), (2, 4), (4, 2)])
def test_a_page_holds_as_many_steps_as_were_wished_for(per_page: int, pages: int) -> None:
    wish = Wish("made", "handout", "letter", per_page)
    found = sheets(made(8), wish, words, measure)
    pictures = [sum(bool(one.block.stop) for one in sheet.placed) for sheet in found]
    assert [count for count in pictures if count] == [per_page] * pages
    assert pictures[-1] == 0, "the sources come last"


def test_slides_have_one_step_each_and_then_the_sources() -> None:
    found = sheets(made(5), Wish("made", "slides"), words, measure)
    assert [sum(bool(one.block.stop) for one in sheet.placed) for sheet in found] == [1] * 5 + [0]
    assert {sheet.size for sheet in found} == {SLIDE}
    assert SLIDE[0] / SLIDE[1] == 16 / 9
    assert_well_set(found)


def test_every_bundled_document_is_well_set_in_every_form(bundled: Library) -> None:
    for what in (*bundled.tours, *(f"lesson:{name}" for name in bundled.lessons)):
        for form in ("handout", "worksheet", "key", "slides"):
            if form == "slides" and what.startswith("lesson:"):
                continue
            document = paper(bundled, what, words, form)
            assert_well_set(sheets(document, Wish(what, form, notes=True), words, measure))


def test_the_guide_for_teachers_is_one_page(bundled: Library) -> None:
    document = paper(bundled, "guide:teaching-a-contested-subject", words, "handout")

    def narrow(block: Block, width: float, scale: float) -> float:
        letters = int(width / (4.9 * scale))
        return (len(block.text) // letters + 1) * 13 * scale

    found = sheets(document, Wish("guide:x", "handout"), words, narrow)
    assert len(found) == 1
    assert_well_set(found)


def test_a_heading_goes_with_what_follows_it() -> None:
    groups = [
        Group((Block("body", "x"), Block("body", "y"))),
        Group((Block("heading", "h"),), with_next=True),
        Group((Block("body", "z"),)),
    ]
    pages = flow(groups, Place(0, 0, 100, 62), lambda *_: 12.0)
    assert [[one.block.text for one in page] for page in pages] == [["x", "y"], ["h", "z"]]


def test_a_question_is_never_parted_from_its_choices_or_its_lines(bundled: Library) -> None:
    for what in bundled.tours:
        document = paper(bundled, what, words, "worksheet")
        found = sheets(document, Wish(what, "worksheet"), words, measure)
        for sheet in found:
            first = sheet.placed[0].block
            assert not first.box, what
            assert not first.lines, what


def test_a_worksheet_gives_room_to_write_and_a_key_does_not(library: Library) -> None:
    for form, lines in (("worksheet", True), ("key", False)):
        document = paper(library, "lesson:one-hour", words, form)  # type: ignore[arg-type]
        wish = Wish("lesson:one-hour", form)  # type: ignore[arg-type]
        found = sheets(document, wish, words, measure)
        assert any(one.block.lines for one in found[0].placed) is lines
        assert any("name" in one.block.text for one in found[0].placed) is lines


def test_choices_are_boxes_and_only_a_key_ticks_one(library: Library) -> None:
    for form, boxes in (("worksheet", ["open", "open"]), ("key", ["ticked", "open"])):
        document = paper(library, "down-the-river", words, form)  # type: ignore[arg-type]
        found = sheets(document, Wish("down-the-river", form), words, measure)  # type: ignore[arg-type]
        assert [one.block.box for one in found[0].placed if one.block.box] == boxes


def test_a_page_with_room_left_has_lines_for_notes() -> None:
    found = sheets(made(1), Wish("made", "handout", "a4", 1), words, measure)
    last = found[0].placed[-1]
    assert last.block.text == "own-notes"
    assert last.block.lines >= 4
    assert_well_set(found)


def test_pages_follow_another_paper_that_a_printer_has() -> None:
    size = (500.0, 700.0)
    found = sheets(made(4), Wish("made", "handout"), words, measure, size)
    assert {sheet.size for sheet in found} == {size}
    assert room(size).width < 500


def test_blocks_of_a_page_go_downwards(library: Library) -> None:
    document = paper(library, "lesson:one-hour", words, "handout")
    for sheet in sheets(document, Wish("lesson:one-hour", "handout"), words, measure):
        assert all(one.bottom <= two.top + 0.01 for one, two in pairwise(sheet.placed))
