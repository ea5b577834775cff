"""A followed way reaches all that lines in use lead to, and names where it ends."""

from __future__ import annotations

from datetime import date

import pytest

from explorer.content.library import Library
from explorer.pipeline.layout import Plan, full, overview
from explorer.pipeline.lit import WAYS, Lit, Way, followed, in_use, walked
from explorer.pipeline.moment import moment_on

DAYS = [date(2003, 1, 1), date(2007, 1, 1), date(2011, 8, 5), date(2014, 12, 1), date(2018, 1, 1)]


@pytest.fixture(scope="module", params=["overview", "full"])
def plan(request: pytest.FixtureRequest, bundled: Library) -> Plan:
    return overview(bundled) if request.param == "overview" else full(bundled)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_followed_way_is_closed_under_the_lines_in_use(
    plan: Plan, bundled: Library, day: date, way: Way
) -> None:
    moment = moment_on(bundled, day)
    for start in plan.spots:
        lit = followed(plan, moment, start, way)
        assert lit is not None
        for name in lit.spots:
            for line in in_use(plan, moment, name, way):
                assert line.id in lit.lines
                assert {line.source, line.target} <= lit.spots


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_end_of_a_followed_way_is_named_once(plan: Plan, bundled: Library, day: date) -> None:
    moment = moment_on(bundled, day)
    for start in plan.spots:
        lit = followed(plan, moment, start, "forward")
        assert lit is not None
        ends = {name for name in lit.spots if not in_use(plan, moment, name, "forward")}
        assert ends == set(lit.outs) | set(lit.stuck)
        assert not set(lit.outs) & set(lit.stuck)


def test_back_from_where_forward_leads_comes_the_start(plan: Plan, bundled: Library) -> None:
    moment = moment_on(bundled, date(2014, 12, 1))
    for start in plan.spots:
        ahead = followed(plan, moment, start, "forward")
        assert ahead is not None
        for name in ahead.spots:
            behind = followed(plan, moment, name, "back")
            assert behind is not None
            assert start in behind.spots


def test_a_line_that_is_off_is_never_followed(bundled: Library) -> None:
    plan = full(bundled)
    early = followed(plan, moment_on(bundled, date(2003, 1, 1)), "fbi_check", "forward")
    late = followed(plan, moment_on(bundled, date(2014, 12, 1)), "fbi_check", "forward")
    assert isinstance(early, Lit)
    assert isinstance(late, Lit)
    assert "ident_check" not in early.spots
    assert "ident_check" in late.spots


def test_a_box_that_no_line_in_use_leaves_is_a_dead_end(bundled: Library) -> None:
    plan = full(bundled)
    moment = moment_on(bundled, date(2003, 1, 1))
    lit = followed(plan, moment, "ident_check", "forward")
    assert lit is not None
    assert lit.stuck == ("ident_check",)
    assert lit.spots == {"ident_check"}


def test_the_end_of_the_path_is_no_dead_end(bundled: Library) -> None:
    lit = followed(full(bundled), moment_on(bundled, date(2014, 12, 1)), "booking", "forward")
    assert lit is not None
    assert "removal" in lit.outs
    assert "removal" not in lit.stuck


def test_a_walked_way_lights_its_lines_and_their_boxes(plan: Plan) -> None:
    lit = walked(plan, ["e05", "e06", "e07"])
    assert lit is not None
    for edge in ("e05", "e06", "e07"):
        line = plan.line_of(edge)
        if line:
            assert line in lit.lines
            assert {plan.lines[line].source, plan.lines[line].target} <= lit.spots
        else:
            assert plan.inside[edge] in lit.spots


def test_no_known_arrow_lights_nothing(plan: Plan, bundled: Library) -> None:
    assert walked(plan, ["nothing"]) is None
    assert walked(plan, []) is None
    assert followed(plan, moment_on(bundled, date(2014, 1, 1)), "nowhere", "back") is None
