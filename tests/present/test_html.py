"""The page that stands alone: its structure, its words, and that it calls for nothing else."""

from __future__ import annotations

from html.parser import HTMLParser

import msgspec
import pytest

from explorer.content.library import Library
from explorer.present import html
from explorer.present.paper import Form, paper
from explorer.present.paperfigures import Shot, Table

PNG = b"\x89PNG not really"
VOID = {"meta", "img", "br", "link", "input"}


def words(name: str) -> str:
    told = {
        "for": "For: {0}",
        "minutes": "{0} minutes",
        "source": "Sources: {0}",
        "sources": "Sources",
        "link": "View: {0}",
        "made": "Content {0}, researched to {1}. {2}",
        "question": "Question:",
        "notes": "For the speaker:",
        "part": "{0} ({1} to {2})",
    }
    return told.get(name, name)


class Seen(HTMLParser):
    """What a page is made of; a tag that is closed wrongly fails the test."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.headings: list[tuple[str, str]] = []
        self.text = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag in ("h1", "h2", "h3"):
            self.headings.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("h1", "h2", "h3"):
            tag, before = self.headings[-1]
            self.headings[-1] = tag, before + data
        if self.open and self.open[-1] != "style":
            self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def shots(count: int) -> dict[int, Shot]:
    table = Table("Rows", ("When", "What"), (("2008", "The check <1>"),), "Not known: more")
    shot = Shot(PNG, (960, 540), "Timeline & more.", "All that is seen.", (table,))
    return {number: shot for number in range(1, count + 1)}


def made(library: Library, what: str, form: Form = "html", notes: bool = False) -> Seen:
    document = paper(library, what, words, form)
    return Seen(html.page(document, words, shots(len(document.stops)), notes))


def test_headings_stand_in_order(library: Library) -> None:
    assert made(library, "down-the-river").headings == [
        ("h1", "Down the river"),
        ("h2", "1. The first check"),
        ("h3", "Question: When did the check begin?"),
        ("h2", "2. The town's rule"),
        ("h2", "Sources"),
    ]
    assert made(library, "lesson:one-hour").headings == [
        ("h1", "One hour on the river"),
        ("h2", "materials"),
        ("h2", "Start (0 to 10)"),
        ("h2", "dimensions"),
        ("h2", "questions"),
        ("h3", "Question: Who wrote the rule?"),
        ("h2", "Sources"),
    ]


def test_it_has_a_language_a_title_and_marks_for_its_parts(library: Library) -> None:
    page = made(library, "down-the-river")
    assert page.all("html") == [{"lang": "en"}]
    assert [tag for tag, _ in page.tags if tag in ("header", "nav", "main", "footer")] == [
        *("header", "nav", "main", "footer")
    ]
    names = {attributes.get("id") for _, attributes in page.tags}
    for section in page.all("section"):
        assert section["aria-labelledby"] in names


def test_every_picture_has_words_and_a_table(library: Library) -> None:
    page = made(library, "down-the-river")
    pictures = page.all("img")
    assert len(pictures) == 2
    for picture in pictures:
        assert picture["alt"] == "Timeline & more."
        assert str(picture["src"]).startswith("data:image/png;base64,")
    assert len(page.all("table")) == 2
    assert [cell["scope"] for cell in page.all("th")] == ["col", "col", "row"] * 2
    assert page.text.count("All that is seen.") == 2
    assert "The check <1>" in page.text


def test_figures_are_a_table_at_once(library: Library) -> None:
    document = paper(library, "down-the-river", words, "html")
    bare = {number: msgspec.structs.replace(one, told="") for number, one in shots(2).items()}
    page = Seen(html.page(document, words, bare))
    assert page.all("img") == []
    assert len(page.all("table")) == 2


def test_nothing_is_called_from_elsewhere_and_no_script_is_needed(bundled: Library) -> None:
    for what in (*bundled.tours, *(f"lesson:{name}" for name in bundled.lessons)):
        page = made(bundled, what)
        assert not {"script", "link", "iframe", "object"} & {tag for tag, _ in page.tags}
        names = {attributes.get("id") for _, attributes in page.tags}
        for _, attributes in page.tags:
            assert str(attributes.get("src") or "data:").startswith("data:")
            target = str(attributes.get("href") or "#")
            assert target.startswith("#")
            assert target == "#" or target[1:] in names
        found = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
        assert len(found) == len(set(found)), what


def test_every_step_comes_with_headline_text_sources_and_link(bundled: Library) -> None:
    for name, tour in bundled.tours.items():
        page = made(bundled, name)
        document = paper(bundled, name, words, "html")
        for stop, step in zip(document.stops, tour.steps, strict=True):
            assert ("h2", f"{stop.number}. {step.headline}") in page.headings
            assert step.text in page.text
            assert f"View: {stop.link}" in page.text
        for number, reference in enumerate(document.references, 1):
            assert reference in page.text
            assert {"id": f"source-{number}"} in page.all("li")
        assert f"Content {bundled.version}, researched to" in page.text


@pytest.mark.parametrize("notes", [True, False])
def test_notes_of_the_speaker_are_there_only_when_asked_for(library: Library, notes: bool) -> None:
    page = made(library, "down-the-river", notes=notes)
    assert ("Ask who saw it." in page.text) is notes


def test_an_answer_is_behind_a_disclosure(library: Library) -> None:
    page = made(library, "down-the-river")
    assert page.text.index("show-answer") < page.text.index("A: 2008")
    assert len(page.all("details")) == 1 + 2 * 2


def test_it_prints_without_its_list_of_links() -> None:
    assert "@media print" in html.STYLE
    assert "nav, .skip, details.rows { display: none }" in html.STYLE
