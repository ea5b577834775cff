"""Links, first sentences and days of items come from the content alone."""

from __future__ import annotations

from explorer.content.library import Library
from explorer.timeline.facts import first_sentence, links_of, span_of
from explorer.timeline.items import contents


def test_links_join_events_that_are_both_shown(bundled: Library) -> None:
    made = contents(bundled)
    for event in bundled.events.values():
        ref = f"event:{event.id}"
        for one, other, kind in links_of(bundled, made, ref):
            assert ref in (made.marks[one].ref, made.marks[other].ref)
            start = bundled.events[made.marks[one].ref.partition(":")[2]]
            ends = {(link.type, f"event:{link.to}") for link in start.links}
            assert (kind, made.marks[other].ref) in ends


def test_links_to_events_that_are_not_shown_are_left_out(bundled: Library) -> None:
    made = contents(bundled)
    alone = tuple(mark for mark in made.marks if mark.ref == "event:2011-moa-termination")
    assert links_of(bundled, made._replace(marks=alone), "event:2011-moa-termination") == ()
    assert links_of(bundled, made, "program:sc") == ()


def test_an_unknown_item_has_no_sentence_and_no_days(bundled: Library) -> None:
    assert first_sentence(bundled, "event:nonsense") == ""
    assert span_of(contents(bundled), "event:nonsense") is None


def test_the_days_of_everything_shown_are_known(bundled: Library) -> None:
    made = contents(bundled)
    for item in (*made.marks, *made.bars, *made.terms):
        span = span_of(made, item.ref)
        assert span is not None
        assert span[0] == item.first <= span[1]
