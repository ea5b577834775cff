"""Boxes have a place of their own, lines keep clear of them, and no label is cut."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from explorer.content.library import Library
from explorer.pipeline.layout import (
    ELLIPSIS,
    Layout,
    Measure,
    Plan,
    Rect,
    broken,
    full,
    lay_out,
    overview,
    shortened,
)

PANES = [(1280, 330), (1000, 340), (1500, 520), (1900, 820), (400, 220)]
SCALES = [1.0, 1.5, 2.0, 3.0]
PIXELS = {"label": 14, "note": 12, "lane": 12}


def measured(scale: float) -> Measure:
    """Text of about the width of a common sans serif."""

    def measure(text: str, size: str) -> tuple[float, float]:
        return len(text) * PIXELS[size] * scale * 0.52, PIXELS[size] * scale * 1.22

    return measure


def in_pane(plan: Plan, pane: tuple[int, int], scale: float) -> Layout:
    return lay_out(plan, *pane, measured(scale), [" ".join(band.lanes) for band in plan.bands])


@pytest.fixture(scope="module", params=["overview", "full"])
def plan(request: pytest.FixtureRequest, bundled: Library) -> Plan:
    return overview(bundled) if request.param == "overview" else full(bundled)


@pytest.fixture(params=PANES, ids=str)
def pane(request: pytest.FixtureRequest) -> tuple[int, int]:
    size: tuple[int, int] = request.param
    return size


@pytest.fixture(params=SCALES, ids=lambda scale: f"{scale:.0%}")
def scale(request: pytest.FixtureRequest) -> float:
    number: float = request.param
    return number


def test_boxes_do_not_overlap(plan: Plan, pane: tuple[int, int], scale: float) -> None:
    boxes = in_pane(plan, pane, scale).boxes
    for (one, a), (other, b) in combinations(boxes.items(), 2):
        assert not a.rect.meets(b.rect, gap=4), (one, other)


def test_boxes_stand_inside_the_layout(plan: Plan, pane: tuple[int, int], scale: float) -> None:
    layout = in_pane(plan, pane, scale)
    for name, box in layout.boxes.items():
        assert box.rect.x >= 0, name
        assert box.rect.y >= 0, name
        assert box.rect.right <= layout.width, name
        assert box.rect.bottom <= layout.height, name


def test_no_line_crosses_a_foreign_box(plan: Plan, pane: tuple[int, int], scale: float) -> None:
    layout = in_pane(plan, pane, scale)
    for name, points in layout.lines.items():
        own = (plan.lines[name].source, plan.lines[name].target)
        for (ax, ay), (bx, by) in pairwise(points):
            leg = Rect(min(ax, bx), min(ay, by), abs(ax - bx), abs(ay - by))
            for box, placed in layout.boxes.items():
                assert box in own or not placed.rect.meets(leg), (name, box)


def test_a_line_runs_from_side_to_side_at_right_angles(
    plan: Plan, pane: tuple[int, int], scale: float
) -> None:
    layout = in_pane(plan, pane, scale)
    for name, points in layout.lines.items():
        for (ax, ay), (bx, by) in pairwise(points):
            assert ax == bx or ay == by, name
        line = plan.lines[name]
        for (x, y), box in ((points[0], line.source), (points[-1], line.target)):
            rect = layout.boxes[box].rect
            on_side = x in (rect.x, rect.right) and rect.y <= y <= rect.bottom
            on_edge = y in (rect.y, rect.bottom) and rect.x <= x <= rect.right
            assert on_side or on_edge, (name, box)


def test_lines_do_not_run_on_one_another(plan: Plan) -> None:
    lines = in_pane(plan, (1900, 820), 1.0).lines
    legs = [(name, leg) for name, points in lines.items() for leg in pairwise(points)]
    for (one, a), (other, b) in combinations(legs, 2):
        if one == other:
            continue
        for axis in (0, 1):
            if a[0][axis] == a[1][axis] == b[0][axis] == b[1][axis]:
                low, high = sorted((a[0][1 - axis], a[1][1 - axis]))
                first, last = sorted((b[0][1 - axis], b[1][1 - axis]))
                assert high <= first or last <= low, (one, other)


def test_every_label_is_whole_and_fits_its_box(
    plan: Plan, pane: tuple[int, int], scale: float
) -> None:
    measure = measured(scale)
    for name, box in in_pane(plan, pane, scale).boxes.items():
        assert not any(line.endswith(ELLIPSIS) for line in box.label), name
        assert "".join(box.label).replace(" ", "") == plan.spots[name].short.replace(" ", "")
        texts = [(line, "label") for line in box.label] + [(line, "note") for line in box.note]
        assert max(measure(*text)[0] for text in texts) <= box.rect.w, name
        assert sum(measure(*text)[1] for text in texts) <= box.rect.h, name


def test_a_second_text_is_whole_or_left_out(
    plan: Plan, pane: tuple[int, int], scale: float
) -> None:
    for name, box in in_pane(plan, pane, scale).boxes.items():
        said = "".join(box.note).replace(" ", "")
        assert said in ("", plan.spots[name].note.replace(" ", "")), name


def test_what_is_left_out_is_marked_so_that_a_tip_tells_all(
    plan: Plan, pane: tuple[int, int], scale: float
) -> None:
    for name, box in in_pane(plan, pane, scale).boxes.items():
        note = plan.spots[name].note
        whole = "".join(box.note).replace(" ", "") == note.replace(" ", "")
        assert box.cut == (not whole), name


def test_the_overview_fits_a_pane_of_the_first_page_at_plain_text_size(bundled: Library) -> None:
    for width, height in [(1000, 340), (1280, 420), (1900, 820)]:
        layout = in_pane(overview(bundled), (width, height), 1.0)
        assert layout.width <= width + 1
        assert layout.height <= height + 1
        assert sum(box.cut for box in layout.boxes.values()) <= 2


def test_the_second_text_goes_before_a_label_is_touched(bundled: Library) -> None:
    small = in_pane(overview(bundled), (700, 240), 1.0)
    assert all(box.label and not box.note for box in small.boxes.values())


def test_a_box_stands_for_each_step_once(plan: Plan, bundled: Library) -> None:
    members = [node for spot in plan.spots.values() for node in spot.members]
    assert sorted(members) == sorted(bundled.nodes)


def test_every_arrow_is_on_a_line_or_inside_a_box(plan: Plan, bundled: Library) -> None:
    for edge in bundled.edges:
        assert (plan.line_of(edge) != "") != (edge in plan.inside), edge


def test_rows_hold_the_lanes_in_the_order_of_who_acts(plan: Plan) -> None:
    assert plan.bands[0].first == 0
    for before, after in pairwise(plan.bands):
        assert after.first == before.last + 1


def test_a_click_finds_the_box_or_the_line_under_it(plan: Plan) -> None:
    layout = in_pane(plan, (1900, 820), 1.0)
    for name, box in layout.boxes.items():
        assert layout.box_at(box.rect.x + 5, box.rect.y + 5) == name
    for name, points in layout.lines.items():
        (ax, ay), (bx, by) = max(
            pairwise(points),
            key=lambda leg: abs(leg[0][0] - leg[1][0]) + abs(leg[0][1] - leg[1][1]),
        )
        near = layout.line_at(ax * 0.5 + bx * 0.5, ay * 0.5 + by * 0.5, 1.0)
        assert near == name or plan.lines[near]
    assert layout.line_at(-500, -500, 4) == ""


def test_text_breaks_at_spaces_and_after_hyphens() -> None:
    measure = measured(1.0)
    wide = measure("287(g) task-", "note")[0] + 1
    assert broken("287(g) task-force model", wide, 3, measure, "note") == (
        ("287(g) task-", "force model"),
        False,
    )


def test_text_that_does_not_fit_ends_in_an_ellipsis() -> None:
    def count(text: str, size: str) -> tuple[float, float]:
        return len(text), 1

    assert shortened("Immigration court", 8, count, "note") == "Immigra…"
    assert shortened("Court", 8, count, "note") == "Court"
