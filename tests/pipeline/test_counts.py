"""Published counts share one scale, and what is not accounted for is a number of its own."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from explorer.content.library import Library
from explorer.pipeline.counts import MOST, Bar, cuts
from explorer.pipeline.layout import full, overview


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
    on = found.on(overview(bundled))
    assert percent not in [bar for bars in (*on.lines.values(), *on.spots.values()) for bar in bars]


def test_every_number_of_a_cut_is_shown_with_its_sources(bundled: Library) -> None:
    for funnel in bundled.funnels.values():
        found = cuts(bundled, [funnel.id])
        assert found is not None
        shown = [bar.value for bar in found.bars]
        for stage in funnel.stages:
            assert stage.value in shown
        assert all(bar.sources for bar in found.bars)


def values(bars: Iterable[Bar]) -> list[float]:
    return [bar.value for bar in bars]


def test_what_passes_along_one_line_stands_on_it_and_all_else_at_its_box(bundled: Library) -> None:
    found = cuts(bundled, ["SC_NAT_2011", "SC_CA_2011"])
    assert found is not None
    nine = found.on(overview(bundled))
    assert {name: values(bars) for name, bars in nine.lines.items()} == {
        "ov_fbi>ov_dhs": [7225393, 1785488],
        "ov_case>ov_removal": [101741, 38828],
    }
    assert values(nine.spots["ov_case"]) == [197302, 95561, 78407, 39579]
    all_steps = found.on(full(bundled))  # there two lines lead to a removal, and nobody parted them
    assert set(all_steps.lines) == {"e10"}
    assert values(all_steps.spots["removal"]) == [101741, 38828]


def test_what_is_not_accounted_for_stands_where_the_path_was_counted_last(bundled: Library) -> None:
    found = cuts(bundled, ["SC_NAT_2009"])
    assert found is not None
    nine = found.on(overview(bundled))
    assert values(nine.lines["ov_dhs>ov_lookup"]) == [82890]
    assert values(nine.lines["ov_request>ov_jail"]) == [16631]
    assert [(bar.kind, bar.value) for bar in nine.spots["ov_lookup"]] == [("rest", 66259)]


def test_counts_of_two_years_are_two_numbers(bundled: Library) -> None:
    found = cuts(bundled, ["MPI_INT"])
    assert found is not None
    assert values(found.on(overview(bundled)).lines["ov_case>ov_removal"]) == [75000, 188000]


def test_a_count_after_its_share_is_still_shown(bundled: Library) -> None:
    found = cuts(bundled, ["NCIC_0204"])
    assert found is not None
    assert values(found.on(full(bundled)).lines["e04"]) == [9000]
    assert values(found.on(overview(bundled)).spots["ov_stop"]) == [9000]


def test_no_known_name_shows_no_cut(bundled: Library) -> None:
    assert cuts(bundled, ["nothing"]) is None
