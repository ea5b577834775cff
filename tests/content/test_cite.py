"""Sources as notes and references."""

from __future__ import annotations

import pytest

from explorer.content import cite
from explorer.content.dates import When
from explorer.content.library import Library
from explorer.content.model import Name, Source


def source(**fields: object) -> Source:
    """A source with a title and what a test adds."""
    given: dict[str, object] = {"id": "x", "type": "report", "kind": "research", "title": "Boats"}
    return Source(**{**given, **fields})  # type: ignore[arg-type]


def test_an_article_stands_in_quotation_marks_with_author_place_and_date(library: Library) -> None:
    gazette = library.sources["gazette-2008"]
    assert cite.footnote(gazette) == (
        "Jo Waters, “A Check on the River,” The Gazette, October 28, 2008."
    )
    assert cite.reference(gazette) == (
        "Waters, Jo. “A Check on the River.” The Gazette, October 28, 2008."
        " https://example.org/gazette"
    )
    assert cite.short(gazette) == "Waters, 2008"


def test_a_report_of_a_body_and_a_person_with_a_question_as_title(library: Library) -> None:
    study = library.sources["study-2016"]
    assert cite.footnote(study) == (
        "Study Group and Kim Reed, What Became of the Boats?, May 2016."
    )
    assert cite.reference(study) == (
        "Study Group and Kim Reed. What Became of the Boats? May 2016. https://example.org/study"
    )


def test_a_case_without_author_begins_with_its_name(library: Library) -> None:
    case = library.sources["court-2010"]
    assert cite.reference(case) == "Fisher v. River Office. 2010."
    assert cite.short(case) == "Fisher v. River Office, 2010"


def test_a_question_inside_quotation_marks_takes_no_second_mark() -> None:
    article = source(type="webpage", title="Whose “boats”?", issued=When("2010"))
    assert cite.footnote(article) == "“Whose ‘boats’?” 2010."
    assert cite.reference(article) == "“Whose ‘boats’?” 2010."


def test_a_missing_date_is_said() -> None:
    assert cite.reference(source()) == "Boats. n.d."
    assert cite.short(source()) == "Boats"


def test_a_body_that_is_author_and_publisher_is_named_once() -> None:
    twice = source(author=(Name(literal="River Office"),), publisher="River Office")
    assert cite.reference(twice) == "River Office. Boats. n.d."


@pytest.mark.parametrize(
    ("count", "shown"),
    [(1, "A A"), (2, "A A and B B"), (3, "A A, B B, and C C"), (4, "A A and others")],
)
def test_more_than_three_authors_are_told_by_the_first(count: int, shown: str) -> None:
    names = tuple(Name(family=letter, given=letter) for letter in "ABCD"[:count])
    assert cite.footnote(source(author=names, issued=When("2010"))) == f"{shown}, Boats, 2010."


def test_many_authors_are_short_in_a_chip() -> None:
    names = tuple(Name(family=letter) for letter in "ABC")
    assert cite.short(source(author=names, issued=When("2010"))) == "A and others, 2010"


def test_plain_text_says_what_was_read_and_where() -> None:
    text = cite.plain(source(verified_in="page 3", section="Table 2", issued=When("2010-05")))
    assert text == "Boats. May 2010. Table 2. Read: page 3."


def test_every_real_source_can_be_cited_without_doubled_marks(bundled: Library) -> None:
    for one in bundled.sources.values():
        for text in (cite.footnote(one), cite.reference(one)):
            assert text
            assert ",," not in text
            assert "?." not in text
            assert "None" not in text
