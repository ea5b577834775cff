"""What stands over a changed chart, in place of a title that speaks of the published figures."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from explorer.charts import specs
from explorer.charts.view import words
from explorer.content.library import Library
from tests.charts.test_charts_view import open_page

RATE = "rate:appropriations/detention-and-removal"


@pytest.mark.parametrize(
    ("chart", "how", "headline"),
    [
        ("ice-removals", "index:2005", "Removals by ICE, index: fiscal 2005 = 100"),
        (
            "with-and-without-conviction",
            "share",
            "With and without a conviction, share: percent of “Removals by ICE”",
        ),
        ("ice-removals", RATE, "Removals by ICE, rate: divided by “Detention and removal budget”"),
        (
            "ice-removals",
            f"{RATE},log",
            "Removals by ICE, rate: divided by “Detention and removal budget”, on a log axis",
        ),
    ],
)
def test_computed_values_get_a_headline_by_rule_and_keep_their_title_beneath(
    bundled: Library, qtbot: QtBot, chart: str, how: str, headline: str
) -> None:
    page = open_page(bundled, qtbot, f"charts?item=chart:{chart}&x.change={how}")
    assert page.headline.text() == headline
    assert f"“{bundled.charts[chart].title}.”" in page.subline.text()
    assert page.plot.accessibleName() == headline
    shown = page.print_of()
    assert shown is not None
    assert shown.charts[0].title == headline


def test_a_log_axis_keeps_the_title_since_the_figures_are_the_published_ones(
    bundled: Library, qtbot: QtBot
) -> None:
    page = open_page(bundled, qtbot, "charts?item=chart:ice-removals&x.change=log")
    assert page.headline.text() == bundled.charts["ice-removals"].title


def test_the_chart_below_says_too_that_it_is_changed(bundled: Library, qtbot: QtBot) -> None:
    link = "charts?item=chart:dhs-removals-and-returns&x.second=chart:ice-removals"
    page = open_page(bundled, qtbot, f"{link}&x.change=index:2012")
    assert page.second is not None
    assert page.second.headline.text() == "Removals by ICE, index: fiscal 2012 = 100"


def test_a_changed_series_names_itself_once(bundled: Library, qtbot: QtBot) -> None:
    link = "charts?item=series:ice-removals/ice-total&x.change=index:2005"
    page = open_page(bundled, qtbot, link)
    assert page.headline.text() == "Removals by ICE, index: fiscal 2005 = 100"
    assert "Title over" not in page.subline.text()


def test_a_chart_none_of_whose_figures_could_be_read_says_so_alone(
    bundled: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Library, "figures", lambda *_: ())
    page = open_page(bundled, qtbot, "charts?item=chart:ice-removals")
    assert page.pane.nothing.isVisible()
    assert page.pane.nothing.text() == "No figures of this chart could be read."
    assert not page.plot.isVisible()
    assert not page.toolbar.isVisible()
    assert page.print_of() is None
    assert page.describe().count("No figures of this chart could be read.") == 1
    page.acts.toggle_table()
    assert page.pane.nothing.isVisible()


def test_a_unit_is_told_once(bundled: Library) -> None:
    def line(ref: str) -> str:
        return words.unit_line(specs.drawing(bundled, ref))

    ice = "Removals and returns carried out by ICE, by fiscal year (October to September)."
    assert line("chart:ice-removals") == ice
    for ref in ("chart:detainers", "chart:appropriations", "chart:dhs-removals-and-returns"):
        assert "Unit:" not in line(ref), ref
    for ref in ("chart:places-limiting-detainers", "series:appropriations/ice-total"):
        assert "Unit:" in line(ref), ref
