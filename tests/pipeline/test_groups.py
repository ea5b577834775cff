"""Groups fold inside the room of their members, and no other box moves."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from explorer.content.library import Library
from explorer.pipeline.groups import around, clusters, fold_layout, folded, open_groups
from explorer.pipeline.layout import ELLIPSIS, Layout, Measure, Plan, Rect, full, lay_out

SCALES = [1.0, 1.5, 2.0, 3.0]
PANES = [(1280, 330), (1900, 820), (400, 220)]
PIXELS = {"label": 14, "note": 12, "lane": 12}


def measured(scale: float) -> Measure:
    """Text of about the width of a common sans serif."""

    def measure(text: str, size: str) -> tuple[float, float]:
        return len(text) * PIXELS[size] * scale * 0.52, PIXELS[size] * scale * 1.22

    return measure


@pytest.fixture(scope="module")
def whole(bundled: Library) -> Plan:
    return full(bundled)


def choices(library: Library) -> list[frozenset[str]]:
    """All open, all folded, as at first, and each group folded alone."""
    names = frozenset(library.groups)
    alone = [names - {name} for name in library.groups]
    return [names, frozenset(), open_groups(library, ()), *alone]


def laid(plan: Plan, whole: Plan, pane: tuple[int, int], scale: float) -> tuple[Layout, Layout]:
    measure = measured(scale)
    base = lay_out(whole, *pane, measure, [" ".join(band.lanes) for band in whole.bands])
    return base, fold_layout(plan, base, measure) if plan.base else base


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("pane", PANES, ids=str)
def test_no_box_moves_when_a_group_opens_or_folds(
    bundled: Library, whole: Plan, pane: tuple[int, int], scale: float
) -> None:
    for shown in choices(bundled):
        plan = folded(bundled, whole, shown)
        base, layout = laid(plan, whole, pane, scale)
        assert (layout.width, layout.height) == (base.width, base.height)
        for name, box in layout.boxes.items():
            members = plan.spots[name].members
            room = around([base.boxes[member].rect for member in members])
            assert tuple(box.rect) == pytest.approx(tuple(room)), name


@pytest.mark.parametrize("scale", SCALES)
def test_a_folded_diagram_has_no_overlap_no_crossing_and_no_cut_label(
    bundled: Library, whole: Plan, scale: float
) -> None:
    for shown in choices(bundled):
        plan = folded(bundled, whole, shown)
        _, layout = laid(plan, whole, (1900, 820), scale)
        for (one, a), (other, b) in combinations(layout.boxes.items(), 2):
            assert not a.rect.meets(b.rect), (one, other)
        for name, points in layout.lines.items():
            own = (plan.lines[name].source, plan.lines[name].target)
            for (ax, ay), (bx, by) in pairwise(points):
                assert ax == bx or ay == by, name
                leg = Rect(min(ax, bx), min(ay, by), abs(ax - bx), abs(ay - by))
                for box, placed in layout.boxes.items():
                    assert box in own or not placed.rect.meets(leg), (name, box)
        for name, one_box in layout.boxes.items():
            assert not any(line.endswith(ELLIPSIS) for line in one_box.label), name


def test_a_line_ends_at_the_side_of_a_folded_box(bundled: Library, whole: Plan) -> None:
    plan = folded(bundled, whole, frozenset())
    _, layout = laid(plan, whole, (1900, 820), 1.0)
    for name, points in layout.lines.items():
        line = plan.lines[name]
        for (x, y), box in ((points[0], line.source), (points[-1], line.target)):
            rect = layout.boxes[box].rect
            on_side = x in (rect.x, rect.right) and rect.y <= y <= rect.bottom
            on_edge = y in (rect.y, rect.bottom) and rect.x <= x <= rect.right
            assert on_side or on_edge, (name, box)


def test_every_step_and_arrow_keeps_its_place_in_a_folded_plan(
    bundled: Library, whole: Plan
) -> None:
    for shown in choices(bundled):
        plan = folded(bundled, whole, shown)
        members = [node for spot in plan.spots.values() for node in spot.members]
        assert sorted(members) == sorted(bundled.nodes)
        for edge in bundled.edges:
            assert (plan.line_of(edge) != "") != (edge in plan.inside), edge


def test_every_group_that_has_neighbors_can_fold(bundled: Library, whole: Plan) -> None:
    found = {cluster.group for cluster in clusters(bundled, whole)}
    assert {"gr_name", "gr_prints", "gr_lookup", "gr_forms", "gr_fast", "gr_court"} <= found


def test_groups_stand_at_first_as_the_content_has_them(bundled: Library) -> None:
    at_first = {name for name, group in bundled.groups.items() if group.open_at_first}
    assert open_groups(bundled, ()) == at_first
    assert open_groups(bundled, ("gr_forms",)) == at_first - {"gr_forms"}
    assert open_groups(bundled, ("gr_court",)) == at_first | {"gr_court"}
