"""At the edges of a view a title stands where more of it can be read, clear of its neighbors."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.timeline.items import Contents
from explorer.timeline.seen import Seen, View
from explorer.timeline.sheet import Sheet
from tests.timeline.test_sheet import FIRST, SIZES, made_up, mark, sizes

YEARS = (date(1986, 1, 1), date(2025, 12, 31))


def visible(seen: Seen, view: View) -> float:
    return min(seen.right, view.width) - max(seen.left, 0.0)


def some_view(
    made: Contents, size: tuple[int, int, float], closer: float, along: float
) -> tuple[Sheet, View]:
    sheet = Sheet(made, sizes(*size))
    scale = sheet.base * (sheet.closest / sheet.base) ** closer
    return sheet, sheet.view(sheet.start + along * (sheet.end - sheet.start), scale)


def unturned(seen: Seen) -> Seen:
    left, right = seen.x - seen.slot.before, seen.x + seen.slot.after
    return seen._replace(left=left, right=right, turned=False)


@settings(max_examples=300, deadline=None)
@given(made_up(), SIZES, st.floats(0, 1), st.floats(0, 1))
def test_titles_turn_only_where_an_edge_cuts_them_and_more_of_them_shows(
    made: Contents, size: tuple[int, int, float], closer: float, along: float
) -> None:
    sheet, view = some_view(made, size, closer, along)
    for lane in sheet.lanes:
        for seen in sheet.titles(lane, view):
            before = unturned(seen)
            is_cut = before.left < 0 or before.right > view.width
            if seen.turned:
                assert is_cut
                assert 0 <= seen.x <= view.width
                assert visible(seen, view) > visible(before, view)
                assert visible(seen, view) <= seen.right - seen.left + 1e-6
            else:
                assert (seen.left, seen.right) == (before.left, before.right)


@settings(max_examples=300, deadline=None)
@given(made_up(), SIZES, st.floats(0, 1), st.floats(0, 1))
def test_details_have_no_room_where_the_next_title_stands(
    made: Contents, size: tuple[int, int, float], closer: float, along: float
) -> None:
    sheet, view = some_view(made, size, closer, along)
    for lane in sheet.lanes:
        rows: dict[float, list[Seen]] = {}
        for seen in sheet.titles(lane, view):
            rows.setdefault(seen.top, []).append(seen)
        for row in rows.values():
            for one, other in pairwise(row):
                assert not one.room or one.right + one.room <= other.left + 1e-4


def test_a_title_cut_at_the_right_turns_to_the_left_wherever_it_is_asked_for() -> None:
    day = FIRST + 5000
    made = Contents(
        (mark(day, "courts", 3, "A title that is cut by the right edge"),), (), (), *YEARS
    )
    sheet = Sheet(made, sizes())
    scale = sheet.base * 4
    view = sheet.view(day - (sheet.sizes.width - 40) / scale, scale)
    lane = next(lane for lane in sheet.lanes if lane.name == "courts")
    (seen,) = sheet.titles(lane, view)
    assert seen.turned
    assert seen.leftward
    assert sheet.spot(0, view) == seen
