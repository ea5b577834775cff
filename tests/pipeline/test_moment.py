"""The path follows the date, says what differs, and stops where research stopped."""

from __future__ import annotations

from datetime import date

import pytest

from explorer.content.library import Library
from explorer.pipeline.layout import Plan, full, overview
from explorer.pipeline.moment import mark, moment_on, place_of


@pytest.fixture(scope="module")
def nine(bundled: Library) -> Plan:
    return overview(bundled)


@pytest.fixture(scope="module")
def all_steps(bundled: Library) -> Plan:
    return full(bundled)


def test_an_arrow_that_holds_in_some_places_only_is_partial_until_it_holds_in_all(
    bundled: Library,
) -> None:
    days = (date(2008, 9, 30), date(2008, 12, 15), date(2011, 8, 5), date(2013, 1, 30))
    found = [moment_on(bundled, day).edges["e10"] for day in (*days, date(2013, 2, 1))]
    assert [one.status for one in found] == ["off", "partial", "partial", "partial", "on"]
    assert [one.there for one in found] == [None, "conditional", "on", "on", None]


def test_agencies_have_the_names_of_the_day(bundled: Library) -> None:
    before, after = (moment_on(bundled, day) for day in (date(2003, 2, 28), date(2003, 3, 1)))
    assert before.called("ICE custody, not SERVICE") == "INS custody, not SERVICE"
    assert after.called("ICE custody") == "ICE custody"
    assert moment_on(bundled, date(1995, 1, 1)).names == before.names


def test_what_differs_from_the_era_before_is_named(bundled: Library) -> None:
    assert moment_on(bundled, date(2011, 8, 5)).changed() == ("e10",)
    assert set(moment_on(bundled, date(2013, 1, 1)).changed()) == {"e18", "e55", "e56"}


def test_the_first_era_differs_from_nothing(bundled: Library) -> None:
    moment = moment_on(bundled, date(2003, 1, 1))
    assert moment.before is None
    assert moment.changed() == ()
    assert moment.nodes_before is None


def test_a_state_that_begins_inside_an_era_is_off_until_then(bundled: Library) -> None:
    assert moment_on(bundled, date(2007, 12, 31)).edges["e26"].status == "off"
    assert moment_on(bundled, date(2008, 6, 1)).edges["e26"].status == "partial"


def test_a_step_exists_when_one_of_its_arrows_is_not_off(bundled: Library) -> None:
    assert "ident_check" not in moment_on(bundled, date(2007, 1, 1)).nodes
    assert "ident_check" in moment_on(bundled, date(2009, 1, 1)).nodes


@pytest.mark.parametrize(
    ("day", "era", "research"),
    [
        (date(1990, 1, 1), "a", "not researched"),
        (date(2011, 8, 5), "d1", "researched"),
        (date(2018, 1, 1), "g", "outlook"),
        (date(2025, 1, 1), "g", "not researched"),
    ],
)
def test_outside_the_research_the_nearest_era_is_shown_and_said_to_be_that(
    bundled: Library, day: date, era: str, research: str
) -> None:
    moment = moment_on(bundled, day)
    assert (moment.era.id, moment.research) == (era, research)
    assert any(standing.status != "off" for standing in moment.edges.values())


def test_local_limits_run_on_top_from_september_2011(bundled: Library) -> None:
    assert moment_on(bundled, date(2011, 9, 6)).limits == ()
    moment = moment_on(bundled, date(2012, 1, 1))
    assert [era.id for era in moment.limits] == ["e"]
    assert moment.edges["e24"].local != ""


def test_a_line_of_the_overview_is_as_full_as_its_fullest_arrow(
    bundled: Library, nine: Plan
) -> None:
    line = nine.lines[nine.line_of("e19")] if nine.line_of("e19") else None
    assert line is None  # both ends are in one box
    jail = nine.lines[nine.line_of("e21")]
    assert set(jail.members) == {"e21", "e22", "e23"}
    assert moment_on(bundled, date(2012, 1, 1)).line_status(jail) == "on"


def test_a_change_inside_a_box_of_the_overview_marks_the_box(bundled: Library, nine: Plan) -> None:
    moment = moment_on(bundled, date(2013, 1, 1))
    assert moment.spot_changed(nine.spots["ov_request"], nine)
    assert not moment.spot_changed(nine.spots["ov_fbi"], nine)


def test_a_step_that_comes_is_marked_in_the_full_diagram(bundled: Library, all_steps: Plan) -> None:
    moment = moment_on(bundled, date(2015, 8, 1))
    assert moment.spot_changed(all_steps.spots["form_notify"], all_steps)
    assert not moment.spot_changed(all_steps.spots["stop"], all_steps)


def test_a_chosen_step_arrow_or_box_is_marked(
    bundled: Library, nine: Plan, all_steps: Plan
) -> None:
    assert mark(bundled, all_steps, "node:booking").spots == {"booking"}
    assert mark(bundled, all_steps, "edge:e10").lines == {"e10"}
    assert mark(bundled, nine, "node:booking").spots == {"ov_booking"}
    assert mark(bundled, nine, "edge:e18").spots == {"ov_request"}
    assert mark(bundled, nine, "box:ov_fbi").spots == {"ov_fbi"}
    assert mark(bundled, all_steps, "box:ov_fbi").spots == {"sib", "fbi_check"}


@pytest.mark.parametrize("item", ["", "term:detainer", "node:nothing", "event:nothing", "box:x"])
def test_an_item_that_is_no_part_of_the_path_marks_nothing(
    bundled: Library, nine: Plan, item: str
) -> None:
    found = mark(bundled, nine, item)
    assert (found.spots, found.lines, found.changes) == (frozenset(), frozenset(), ())


def test_an_event_marks_what_it_changed(bundled: Library, all_steps: Plan) -> None:
    found = mark(bundled, all_steps, "event:2011-moa-termination")
    assert found.lines == {"e10"}
    assert found.changes[0].what


def test_every_change_of_every_event_has_a_place_on_both_diagrams(
    bundled: Library, nine: Plan, all_steps: Plan
) -> None:
    for event in bundled.events.values():
        for change in event.changes:
            for plan in (nine, all_steps):
                assert any(place_of(plan, change.target)), (event.id, change.target)
