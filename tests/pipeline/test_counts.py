"""Published counts share one scale, and what is not accounted for is a number of its own."""

from __future__ import annotations

import pytest

from explorer.content.library import Library
from explorer.pipeline.counts import MOST, cuts


def test_two_cuts_share_one_scale(bundled: Library) -> None:
    both = cuts(bundled, ["SC_NAT_2011", "SC_CA_2011"])
    alone = cuts(bundled, ["SC_CA_2011"])
    assert both is not None
    assert alone is not None
    assert both.most == max(bar.value for bar in both.bars if bar.is_count)
    for bar in both.bars:
        if bar.is_count:
            assert both.share(bar) == pytest.approx(bar.value / both.most)
    state = next(bar for bar in both.bars if bar.cut == "SC_CA_2011")
    assert both.share(state) < alone.share(state) == 1.0


def test_of_three_cuts_the_first_two_are_shown(bundled: Library) -> None:
    found = cuts(bundled, list(bundled.funnels)[:3])
    assert found is not None
    assert len(found.funnels) == MOST


def test_the_rest_and_those_who_went_on_make_up_their_stage(bundled: Library) -> None:
    seen = 0
    for funnel in bundled.funnels.values():
        found = cuts(bundled, [funnel.id])
        assert found is not None
        totals: dict[str, float] = {}
        for flow in funnel.flows:
            totals[flow.from_] = totals.get(flow.from_, 0) + flow.value
        for bar in found.bars:
            if bar.kind == "rest":
                flow = next(flow for flow in funnel.flows if flow.to == bar.text)
                onward = totals[flow.from_] - bar.value
                assert onward in {stage.value for stage in funnel.stages}
                assert totals[flow.from_] in {stage.value for stage in funnel.stages}
                seen += 1
    assert seen >= 5


def test_a_share_has_no_width(bundled: Library) -> None:
    found = cuts(bundled, ["GAO_2012"])
    assert found is not None
    percent = next(bar for bar in found.bars if bar.unit.startswith("percent"))
    assert found.share(percent) == 0
    assert not found.at([percent.node]) or found.at([percent.node])[0] is not percent


def test_every_number_of_a_cut_is_shown_with_its_sources(bundled: Library) -> None:
    for funnel in bundled.funnels.values():
        found = cuts(bundled, [funnel.id])
        assert found is not None
        shown = [bar.value for bar in found.bars]
        for stage in funnel.stages:
            assert stage.value in shown
        assert all(bar.sources for bar in found.bars)


def test_a_box_has_the_first_count_of_each_cut_at_its_steps(bundled: Library) -> None:
    found = cuts(bundled, ["SC_NAT_2011", "SC_CA_2011"])
    assert found is not None
    assert [bar.value for bar in found.at(["removal"])] == [101741, 38828]
    assert found.at(["sib"]) == ()


def test_no_known_name_shows_no_cut(bundled: Library) -> None:
    assert cuts(bundled, ["nothing"]) is None
