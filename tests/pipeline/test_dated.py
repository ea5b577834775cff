"""What is said of a period never speaks of what came after the moment."""

from __future__ import annotations

from datetime import date

import pytest

from explorer.content.library import Library
from explorer.pipeline.dated import until
from explorer.pipeline.moment import moment_on
from explorer.pipeline.view import words

DAY = date(2011, 8, 5)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Consent is not needed. From April 27, 2012 cases wait.", "Consent is not needed."),
        ("An order is given; forms follow on June 12, 2015.", "An order is given."),
        ("Three forms (one came late in 2011) replace it.", "Three forms replace it."),
        ("Begun in 2008. Changed in August 2011.", "Begun in 2008. Changed in August 2011."),
        ("Changed in September 2011.", ""),
        ("No date at all; and none here.", "No date at all; and none here."),
    ],
)
def test_sentences_that_name_a_later_date_are_left_out(text: str, left: str) -> None:
    assert until(text, DAY) == left


def test_what_a_period_changed_names_no_later_date_on_any_first_day(bundled: Library) -> None:
    for era in bundled.eras.values():
        if not era.overlay:
            moment = moment_on(bundled, era.start.first)
            said = words.changed(moment)
            before = moment.before.label if moment.before else ""
            told = said.replace(before, "")
            assert until(told, moment.day) == told
            assert until(era.what_changed, date(2030, 1, 1)) == era.what_changed
