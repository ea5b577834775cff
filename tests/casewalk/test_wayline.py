"""The line of boxes that stands for the diagram before an audience."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from explorer.casewalk.view.page import CaseWalkView
from explorer.content.library import Library
from explorer.pipeline.view.page import PipelineView
from explorer.present.view.stage import stage_look
from explorer.reader.lens import Lens
from explorer.reader.theme import load_theme
from explorer.ui.paint import Look
from explorer.ui.session import Session


@pytest.fixture
def page(bundled: Library, session: Session, qtbot: QtBot) -> CaseWalkView:
    session.go(
        Lens(
            page="casewalk",
            profile="profile:P04",
            place="place:county:06019",
            moment=date(2014, 6, 6),
        )
    )
    look = Look(load_theme("light"))
    page = CaseWalkView(bundled, session, look, {"pipeline": PipelineView(bundled, session, look)})
    qtbot.addWidget(page)
    page.show()
    return page


def test_an_audience_without_room_for_the_diagram_sees_the_way_in_a_line(
    page: CaseWalkView,
) -> None:
    page.set_stage(True)
    page.restyle(stage_look(load_theme("projector"), 1920, 1080))
    page.resize(1792, 640)
    page.draw()
    way = page.arrangement.way
    assert way.isVisible()
    assert not page.arrangement.below.isVisible()
    assert [name for name, is_reached in way.boxes if not is_reached] == ["Case", "Removal"]
    assert "Jail answer" in way.accessibleName()


def test_boxes_of_the_line_stay_apart_and_inside(page: CaseWalkView) -> None:
    page.set_stage(True)
    page.restyle(stage_look(load_theme("projector"), 1024, 768))
    page.resize(940, 460)
    page.draw()
    way = page.arrangement.way
    way.resize(900, way.sizeHint().height())
    places = way.places()
    assert places[0].left() >= 0
    assert places[-1].right() <= way.width()
    assert all(one.right() < other.left() for one, other in pairwise(places))


def test_a_reader_has_the_diagram_and_not_the_line(page: CaseWalkView) -> None:
    page.set_stage(True)
    page.set_stage(False)
    page.resize(1440, 900)
    assert not page.arrangement.way.isVisible()
