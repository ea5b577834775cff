"""A few counties on one axis: what is compared, and what is never invented."""

from __future__ import annotations

from datetime import date

from explorer.content import tidy
from explorer.content.library import Library
from explorer.places.lives import axis, chosen, csv_of, lives, with_one, without
from explorer.reader.lens import Lens

COOK, HARRIS, ETOWAH, ANCHORAGE = "17031", "48201", "01055", "02020"


def test_a_link_names_the_counties_that_are_compared(bundled: Library) -> None:
    lens = Lens(page="places", options={"lives": f"{COOK},{HARRIS},99999,{COOK}"})
    assert chosen(bundled, lens) == (COOK, HARRIS)


def test_without_a_choice_the_place_in_hand_stands_first(bundled: Library) -> None:
    found = chosen(bundled, Lens(page="places", item="place:county:06075"))
    assert found[0] == "06075"
    assert len(found) == 2


def test_at_most_six_are_compared_and_the_oldest_gives_way() -> None:
    codes = ["1", "2", "3", "4", "5", "6"]
    assert with_one(codes, "7") == "2,3,4,5,6,7"
    assert with_one(codes, "2") == "1,3,4,5,6,2"
    assert without(codes, "3") == "1,2,4,5,6"


def test_cook_county_limited_detainers_before_it_was_connected(bundled: Library) -> None:
    (cook,) = lives(bundled, [COOK])
    starts = {span.kind: span.start for span in reversed(cook.spans)}
    assert starts["activation"] == date(2013, 1, 1)
    assert starts["limit"] == date(2011, 9, 7)
    limit = next(span for span in cook.spans if span.kind == "limit")
    assert limit.by_adoption
    assert limit.until is None


def test_an_agreement_is_known_until_its_last_evidence_and_has_no_end(bundled: Library) -> None:
    (etowah,) = lives(bundled, [ETOWAH])
    first = next(span for span in etowah.spans if span.kind == "agreement")
    assert (first.start, first.until) == (date(2008, 7, 8), date(2017, 8, 1))


def test_a_county_without_a_date_has_no_start(bundled: Library) -> None:
    (anchorage,) = lives(bundled, [ANCHORAGE])
    assert anchorage.spans[0].start is None
    assert anchorage.spans[0].until == date(2013, 1, 31)


def test_the_axis_holds_all_that_is_drawn(bundled: Library) -> None:
    found = lives(bundled, [COOK, HARRIS, ETOWAH])
    first, last = axis(found)
    days = [d for life in found for s in life.spans for d in (s.start, s.until) if d]
    assert first <= min(days)
    assert max(days) < last


def test_every_span_opens_something(bundled: Library) -> None:
    found = lives(bundled, [COOK, HARRIS, ETOWAH, ANCHORAGE])
    assert all(life.spans for life in found)
    assert all(bundled.has(span.ref) for life in found for span in life.spans)


def test_the_file_gives_no_end_and_no_date_that_was_not_read(bundled: Library) -> None:
    text = csv_of(bundled, lives(bundled, [COOK, ETOWAH, ANCHORAGE]), "Compared")
    cells = tidy.read(text)
    anchorage = next(row for row in cells if row["fips"] == ANCHORAGE)
    assert anchorage["from"] == ""
    agreement = next(row for row in cells if row["kind"] == "agreement")
    assert agreement["after_that"] == "not known"
    assert "documented examples; unmarked = not researched" in text
