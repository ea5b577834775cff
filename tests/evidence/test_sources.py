"""Which sources are listed, what rests on each, what was read, and which disagree."""

from __future__ import annotations

import pytest

from explorer.content.library import Library
from explorer.content.model import Source
from explorer.evidence.sources import (
    COLUMNS,
    GROUPS,
    OPTIONS,
    READ,
    Filter,
    Row,
    counts,
    listed,
    others_in,
    read_kind,
    rows,
    sort_key,
)
from explorer.reader.lens import Lens


def source(**fields: object) -> Source:
    """A source with a title and what a test adds."""
    given: dict[str, object] = {"id": "x", "type": "report", "kind": "research", "title": "Boats"}
    return Source(**{**given, **fields})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def all_rows(bundled: Library) -> tuple[Row, ...]:
    return rows(bundled)


def test_every_source_is_listed_once_with_all_that_rests_on_it(
    bundled: Library, all_rows: tuple[Row, ...]
) -> None:
    assert [row.source.id for row in all_rows] == list(bundled.sources)
    for row in all_rows:
        resting = [ref for refs in row.supports.values() for ref in refs]
        assert sorted(resting) == sorted(bundled.supports(row.source.id))
        assert row.rests == len(resting)


def test_every_kind_of_record_that_rests_on_a_source_has_a_group(
    all_rows: tuple[Row, ...],
) -> None:
    assert not [row.source.id for row in all_rows if "other" in row.supports]
    assert {group for row in all_rows for group in row.supports} == set(GROUPS)


def test_the_filters_of_a_link_leave_only_what_they_ask_for(all_rows: tuple[Row, ...]) -> None:
    lens = Lens.read("evidence?x.desk=sources&x.kind=news&x.year=2013&x.supports=places")
    left = listed(all_rows, Filter.of(lens))
    assert left
    for row in left:
        assert (row.source.kind, row.year) == ("news", "2013")
        assert row.supports["places"]
    assert len(left) < len(listed(all_rows, Filter(kind="news", year="2013")))


def test_a_lens_without_filters_lists_everything(all_rows: tuple[Row, ...]) -> None:
    assert listed(all_rows, Filter.of(Lens(page="evidence"))) == all_rows


def test_every_filter_and_the_order_can_stand_in_a_link() -> None:
    for name in OPTIONS:
        assert Lens.read(f"evidence?x.{name}=a").option(name) == "a"
    assert set(Filter._fields) < set(OPTIONS)


def test_words_are_looked_for_in_titles_authors_and_publishers(all_rows: tuple[Row, ...]) -> None:
    found = {row.source.id for row in listed(all_rows, Filter(find="rosenblum interior"))}
    assert found == {"crs-r42057"}
    assert "crs-r42057" in {row.source.id for row in listed(all_rows, Filter(find="RESEARCH Serv"))}


def test_sources_without_a_date_can_be_asked_for(all_rows: tuple[Row, ...]) -> None:
    left = listed(all_rows, Filter(year="none"))
    assert left
    assert not any(row.source.issued for row in left)


@pytest.mark.parametrize("name", ["kind", "publisher", "year", "supports", "read", "disputed"])
def test_the_number_beside_a_choice_is_what_it_would_leave(
    all_rows: tuple[Row, ...], name: str
) -> None:
    wanted = Filter(kind="research") if name != "kind" else Filter(disputed="yes")
    for value, number in counts(all_rows, wanted, name).items():
        if value:
            assert len(listed(all_rows, wanted._replace(**{name: value}))) == number


def test_a_source_in_a_disagreement_names_those_who_say_otherwise(
    bundled: Library, all_rows: tuple[Row, ...]
) -> None:
    disputed = [row for row in all_rows if row.conflicts]
    assert disputed
    for row in disputed:
        for conflict in row.conflicts:
            sides = [side for side in conflict.sides if row.source.id in side.sources]
            assert sides
            others = others_in(conflict, row.source.id)
            assert row.source.id not in others
            assert set(others) <= set(bundled.sources)
    assert any(others_in(conflict, row.source.id) for row in disputed for conflict in row.conflicts)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("the whole article", "whole"),
        ("the whole archived spreadsheet (832 entries)", "archived"),
        ("only the opening of the page (summary)", "part"),
        ("an excerpt from the middle of the article", "part"),
        ("not the document itself; one entry as compiled by others", "second-hand"),
        ("no copy of it was kept; it is cited by name only", "not-kept"),
        ("the page; how much of it was not recorded", "unrecorded"),
        ("", "unrecorded"),
    ],
)
def test_what_was_read_is_told_by_the_words_of_the_record(said: str, kind: str) -> None:
    assert read_kind(source(verified_in=said)) == kind


def test_a_source_read_through_another_is_second_hand() -> None:
    assert read_kind(source(note="It was read as quoted by ProCon.org.")) == "second-hand"
    assert read_kind(source(note="Appendix 1 was also read as compiled by others.")) == "unrecorded"


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_sorts_all_sources(all_rows: tuple[Row, ...], column: str) -> None:
    keys = [sort_key(row, column) for row in sorted(all_rows, key=lambda r: sort_key(r, column))]
    assert keys == sorted(keys)
    assert len(set(keys)) > 1


def test_titles_are_sorted_without_their_article_and_marks(bundled: Library) -> None:
    assert sort_key(Row(source(title="“The Boats"), "", "", {}, "part", ()), "title") == ("boats",)


def test_all_kinds_of_reading_occur_and_are_known(all_rows: tuple[Row, ...]) -> None:
    assert {row.read for row in all_rows} == set(READ)
