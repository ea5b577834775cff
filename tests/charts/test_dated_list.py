"""From a chart that counts places to their dated list in one action, and back."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from explorer.charts.view.page import ChartsView
from explorer.content.library import Library
from tests.charts.test_charts_view import open_page

LISTS = {
    "places-limiting-detainers": "table:limits",
    "activated-jurisdictions": "table:activation",
    "agreements-287g": "table:agreements",
}


@pytest.mark.parametrize("chart", LISTS)
def test_one_button_leads_from_a_count_of_places_to_their_list_and_back(
    bundled: Library, qtbot: QtBot, chart: str
) -> None:
    page = open_page(bundled, qtbot, f"charts?item=chart:{chart}")
    button = page.toolbar.dated
    assert button.isVisible()
    assert button.text() == "The dated list"
    button.click()
    assert page.session.lens.item == LISTS[chart]
    assert page.listing is not None
    assert page.listing.rows
    shown = [button.text() for button in page.toolbar.buttons() if button.isVisible()]
    assert shown == ["The chart"]
    button.click()
    assert page.session.lens.item == f"chart:{chart}"
    assert page.drawing is not None
    assert page.toolbar.copy.isVisible()


def test_a_command_does_the_same(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, "charts?item=chart:places-limiting-detainers")
    command = next(one for one in ChartsView.COMMANDS if one.id == "chart-dated-list")
    assert command.enabled(page)
    command.run(page)
    assert page.session.lens.item == "table:limits"


@pytest.mark.parametrize("item", ["chart:ice-removals", "table:polls"])
def test_other_charts_and_tables_have_no_such_button(
    bundled: Library, qtbot: QtBot, item: str
) -> None:
    page = open_page(bundled, qtbot, f"charts?item={item}")
    command = next(one for one in ChartsView.COMMANDS if one.id == "chart-dated-list")
    assert not page.toolbar.dated.isVisible()
    assert not command.enabled(page)
