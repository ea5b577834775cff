"""A long desk is cut between its papers only."""

from __future__ import annotations

import pytest

from explorer.evidence.columns import columns


@pytest.mark.parametrize("count", [1, 2, 3, 5, 9])
def test_columns_cover_the_desk_once_and_are_cut_where_they_may(count: int) -> None:
    cuts = [40, 90, 300, 320, 500, 700]
    found = columns(cuts, count)
    assert len(found) <= count
    assert [top for top, _ in found] == [0, *(bottom for _, bottom in found[:-1])]
    assert found[-1][1] == 700
    assert {bottom for _, bottom in found} <= set(cuts)


def test_the_longest_column_is_as_short_as_it_can_be() -> None:
    assert columns([100, 200, 300, 400], 2) == [(0, 200), (200, 400)]
    assert columns([300, 400], 3) == [(0, 300), (300, 400)]
