"""One series under the lanes: figures as published, nothing between them."""

from __future__ import annotations

from datetime import date

import pytest

from explorer.content.library import Library
from explorer.timeline.strip import choices, first_choice, known_at, values

ACTIVATED = "series:sc-activated-jurisdictions/activated-jurisdictions"
REMOVALS = "series:ice-removals/ice-total"


def test_every_value_is_a_published_figure(bundled: Library) -> None:
    for ref in (ACTIVATED, REMOVALS):
        figures = bundled.figures(ref.removeprefix("series:"))
        assert {one.figure for one in values(bundled, ref)} <= set(figures)


def test_values_stand_in_order_of_time(bundled: Library) -> None:
    days = [one.first for one in values(bundled, ACTIVATED)]
    assert days == sorted(days)


def test_between_two_figures_the_earlier_one_is_known(bundled: Library) -> None:
    found = values(bundled, ACTIVATED)
    one, other = found[2], found[3]
    between = date.fromordinal(int((one.last + other.first) / 2))
    assert known_at(found, between) == one


def test_before_the_first_figure_nothing_is_known(bundled: Library) -> None:
    assert known_at(values(bundled, ACTIVATED), date(2005, 1, 1)) is None


def test_a_count_over_a_year_is_known_only_within_it(bundled: Library) -> None:
    found = values(bundled, REMOVALS)
    last = found[-1]
    assert known_at(found, date.fromordinal(int(last.first) + 10)) == last
    assert known_at(found, date(2100, 1, 1)) is None


def test_an_unknown_series_has_no_values(bundled: Library) -> None:
    assert values(bundled, "series:none/of-these") == ()


def test_what_can_be_chosen_has_figures_and_a_title(bundled: Library) -> None:
    found = choices(bundled)
    assert first_choice(bundled) in {choice.ref for choice in found}
    for choice in found:
        assert choice.title
        assert len(values(bundled, choice.ref)) >= 3


@pytest.mark.parametrize("ref", ["", "series:"])
def test_no_series_is_no_strip(bundled: Library, ref: str) -> None:
    assert values(bundled, ref) == ()
