"""The charts page as a reader uses it: choose, click, key, table, source and back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from explorer.charts.view.page import ChartsView
from explorer.content.library import Library
from explorer.reader.lens import Lens
from explorer.reader.theme import load_theme, theme_names
from explorer.ui.paint import Look
from explorer.ui.session import Session

ICE = "ice-removals/ice-total"
DHS = "dhs-removals-returns"


def open_page(
    bundled: Library, qtbot: QtBot, link: str = "charts", theme: str = "light", scale: float = 1.0
) -> ChartsView:
    page = ChartsView(bundled, Session(Lens.read(link)), Look(load_theme(theme), scale))
    qtbot.addWidget(page)
    page.resize(1280, 670)
    page.show()
    return page


def at(page: ChartsView, key: str) -> QPointF:
    """Where a mark stands in the plot widget."""
    spot = next(spot for spot in page.plot.spots() if spot.key == key)
    place = page.plot.mapFromScene(page.plot._box.mapViewToScene(spot.at))
    return QPointF(place)


def click(page: ChartsView, qtbot: QtBot, point: QPointF) -> None:
    qtbot.mouseClick(page.plot.viewport(), Qt.MouseButton.LeftButton, pos=point.toPoint())


def test_the_page_opens_with_the_first_chart(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot)
    assert page.headline.text() == "From fiscal 2011 to 2020, removals outnumbered returns"
    assert page.subline.text().startswith("Removals and returns by all of DHS")
    assert page.session.lens.item == ""


def test_the_ringed_figure_is_what_the_page_tells_of(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, "charts?item=chart:ice-removals&moment=2011-08-05")
    assert page.told_figure() == f"{ICE}@2011"
    page.acts.choose(f"{ICE}@2012")
    assert page.told_figure() == f"{ICE}@2012"
    page.session.look(item="table:activation", options={})
    assert page.told_figure() == ""


def test_a_click_on_a_mark_chooses_its_figure(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, "charts?item=chart:ice-removals")
    click(page, qtbot, at(page, f"{ICE}@2012"))
    assert page.session.lens.option("point") == f"{ICE}@2012"
    text = page.figure.toPlainText()
    assert "409,849" in text
    assert "October 2011 to September 2012" in text
    assert "University of Washington Center for Human Rights" in text
    assert "confidence high" in text


def test_a_click_on_nothing_changes_nothing(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, "charts?item=chart:ice-removals")
    with qtbot.assertNotEmitted(page.session.moved):
        click(page, qtbot, at(page, f"{ICE}@2005") + QPointF(0, 80))


def test_arrow_keys_walk_along_a_line_and_across_lines(bundled: Library, qtbot: QtBot) -> None:
    link = f"charts?item=chart:dhs-removals-and-returns&x.point={DHS}/returns-preferred@2010"
    page = open_page(bundled, qtbot, link)
    keys = (
        (Qt.Key.Key_Right, "returns-preferred@2011"),
        (Qt.Key.Key_Down, "removals-preferred@2011"),
    )
    for key, expected in keys:
        qtbot.keyClick(page.plot, key)
        assert page.session.lens.option("point") == f"{DHS}/{expected}"
    qtbot.keyClick(page.plot, Qt.Key.Key_End)
    assert page.session.lens.option("point") == f"{DHS}/removals-preferred@2021"
    assert "89,191" in page.figure.toPlainText()


def test_bars_are_chosen_by_clicking_into_them(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, "charts?item=chart:frequent-convictions-2013")
    key = "composition-offenses/trac-top-conviction-driving-under-influence@2013"
    click(page, qtbot, at(page, key) + QPointF(-20, 0))
    assert page.session.lens.option("point") == key
    qtbot.keyClick(page.plot, Qt.Key.Key_Down)
    assert page.session.lens.option("point").endswith("traffic-offense@2013")


def test_the_words_of_a_source_stay_with_its_number(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, f"charts?item=chart:ice-removals&x.point={ICE}@2010")
    assert "more than 392,000" in page.figure.toPlainText()
    assert "a lower bound" in page.figure.toPlainText()


def test_one_action_opens_the_source_and_one_returns(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, f"charts?item=chart:ice-removals&x.point={ICE}@2012")
    assert 'href="source:uwchr-concat-log"' in page.figure.toHtml()
    page.figure.anchorClicked.emit(QUrl("source:uwchr-concat-log"))
    assert page.session.lens.item == "source:uwchr-concat-log"
    assert page.headline.text().startswith("Removals by ICE")
    assert "What was read" in page.figure.toPlainText() or "Address" in page.figure.toPlainText()
    page.figure.anchorClicked.emit(QUrl("back:"))
    assert page.session.lens.item == "chart:ice-removals"
    assert page.session.lens.option("point") == f"{ICE}@2012"
    assert "409,849" in page.figure.toPlainText()


def test_the_link_of_an_open_source_restores_chart_and_source(
    bundled: Library, qtbot: QtBot
) -> None:
    page = open_page(bundled, qtbot, "charts?item=source:trac-370&x.chart=chart:detainers")
    assert page.headline.text().startswith("Detainers")
    assert "Immigration Detainers Decline" in page.figure.toPlainText()


def test_other_editions_and_conflicts_stand_beside_the_figure(
    bundled: Library, qtbot: QtBot
) -> None:
    key = "detainers-trac-and-estimates/detainers-issued-trac511@2012"
    page = open_page(bundled, qtbot, f"charts?item=chart:detainers&x.point={key}")
    text = page.figure.toPlainText()
    said, otherwise = text.split("Said differently")
    assert said.startswith("This figure\n276,181")
    assert "273,982 Detainers issued (TRAC, 2014 edition)" in otherwise
    assert "Definition" in text
    assert "Sources disagree" in text


def test_the_same_number_from_another_source_is_not_said_differently(
    bundled: Library, qtbot: QtBot
) -> None:
    key = "dhs-removals-returns/removals-preferred@2008"
    series = "series:dhs-removals-returns/removals-preferred"
    page = open_page(bundled, qtbot, f"charts?item={series}&x.point={key}")
    text = page.figure.toPlainText()
    before, _, also = text.partition("Also published by")
    assert also.strip().startswith("359,795 Removals, DHS-wide (Yearbook 2013)")
    assert "359,795" not in before.partition("Said differently")[2]


def test_t_shows_the_figures_as_a_table_and_back(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, "charts?item=chart:ice-removals")
    command = next(one for one in page.COMMANDS if one.id == "table-twin")
    assert command.keys == ("T",)
    command.run(page)
    assert page.session.lens.option("view") == "table"
    assert page.stack.currentWidget() is page.twin
    command.run(page)
    assert page.stack.currentWidget() is page.plot


@pytest.mark.parametrize(
    "chart", ["ice-removals", "detainers", "arrests-by-method", "offenses-2013"]
)
def test_table_and_plot_show_the_same_figures(bundled: Library, qtbot: QtBot, chart: str) -> None:
    page = open_page(bundled, qtbot, f"charts?item=chart:{chart}&x.view=table")
    rows = {mark.key for _, mark in page.twin.figures.rows}
    assert rows == {spot.key for spot in page.plot.spots()}


def test_a_row_of_the_table_chooses_its_figure(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, "charts?item=chart:ice-removals&x.view=table")
    model = page.twin.model()
    row = next(r for r in range(model.rowCount()) if model.index(r, 2).data() == "59,011")
    page.twin.setCurrentIndex(model.index(row, 1))
    assert page.session.lens.option("point") == f"{ICE}@2021"
    assert "59,011" in page.figure.toPlainText()


def test_values_are_sorted_as_numbers(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, "charts?item=chart:ice-removals&x.view=table")
    page.twin.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    model = page.twin.model()
    assert [model.index(r, 2).data() for r in range(2)] == ["59,011", "71,688"]


def test_every_series_can_be_chosen(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot)
    refs = page.chooser.refs()
    assert {f"series:{name}" for name in bundled.series} <= set(refs)
    assert {f"chart:{name}" for name in bundled.charts} <= set(refs)


def test_the_chart_follows_the_arrow_keys_through_the_list(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot)
    first, *others = page.chooser.refs()
    page.chooser.show_ref(first)
    tree = page.chooser.tree
    tree.setFocus()
    with qtbot.waitSignal(page.chooser.rested) as rested:
        qtbot.keyClick(tree, Qt.Key.Key_Down)
        qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert rested.args == [others[1]], "rows that are only passed are not opened"
    assert page.session.lens.item == page.ref == others[1]
    with qtbot.waitSignal(page.chooser.rested):
        qtbot.keyClick(tree, Qt.Key.Key_Down)
    page.session.back()
    assert page.session.lens == Lens.read("charts"), "one way through the list is one step"


def test_a_chart_marked_in_the_list_by_another_choice_is_not_opened(
    bundled: Library, qtbot: QtBot
) -> None:
    page = open_page(bundled, qtbot)
    page.chooser.tree.setFocus()
    with qtbot.assertNotEmitted(page.chooser.rested, wait=300):
        page.chooser.show_ref(page.chooser.refs()[3])


def test_the_search_keeps_series_that_hold_every_word(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot)
    page.chooser.box.setText("maricopa identified")
    shown = page.chooser.shown()
    assert "series:program-287g/identified-maricopa-county-sheriff" in shown
    assert not any(ref.startswith("chart:") for ref in shown)
    qtbot.keyClick(page.chooser.box, Qt.Key.Key_Return)
    assert page.session.lens.item == shown[0]
    page.chooser.box.clear()
    assert len(page.chooser.shown()) == len(page.chooser.refs())


def test_every_series_opens_with_its_definition(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot)
    for series in list(bundled.series.values())[::7]:
        page.acts.open_ref(f"series:{series.id}")
        assert page.headline.text() == series.title
        assert " ".join(series.definition.split()) in " ".join(page.figure.toPlainText().split())


def test_the_moment_is_a_line_that_follows_the_lens(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, "charts?item=chart:ice-removals&moment=2010-06-01")
    for day in ("2010-06-01", "2014-01-01"):
        page.session.look(moment=date.fromisoformat(day))
        assert page.plot.strip.moment_x == page.plot.x_of(date.fromisoformat(day))
    page.session.look(moment=date(1990, 1, 1))
    assert page.plot.strip.moment_x is None


def test_an_event_opens_what_measures_it(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, "charts?item=program:sc")
    assert page.drawing is not None
    assert page.drawing.ref == "chart:activated-jurisdictions"
    assert page.session.lens.item == "program:sc"


def test_axes_have_whole_years_and_full_numbers(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, "charts?item=chart:dhs-removals-and-returns")
    ticks = [
        [label for _, label in page.plot.plotItem.getAxis(name)._tickLevels[0]]
        for name in ("bottom", "left")
    ]
    assert all(label.isdigit() and len(label) == 4 for label in ticks[0])
    assert ticks[1][0] == "0"
    assert ticks[1][-1] == "2,000,000"


def test_shares_stand_on_an_axis_to_100_percent(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, "charts?item=series:ice-removals/ice-criminal-share")
    labels = [label for _, label in page.plot.plotItem.getAxis("left")._tickLevels[0]]
    assert (labels[0], labels[-1]) == ("0%", "100%")


def test_the_description_says_the_course_and_the_figure(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, f"charts?item=chart:ice-removals&x.point={ICE}@2012")
    said = page.describe()
    assert "195,066 in fiscal 2005" in said
    assert "409,849" in said
    assert page.plot.accessibleDescription() in said


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_theme_and_text_size_draws_without_a_warning(
    bundled: Library, qtbot: QtBot, theme: str, scale: float
) -> None:
    page = open_page(bundled, qtbot, "charts?item=chart:detainers", theme, scale)
    for link in (
        "chart:arrests-by-method",
        "chart:offenses-2013",
        "series:polls/uic-2012-feel-less-safe",
    ):
        page.acts.open_ref(link)
    page.restyle(Look(load_theme("dark"), 1.5))
    assert page.drawing is not None
    assert page.headline.text() == page.drawing.title


def test_words_never_lie_over_the_plot_in_a_small_window(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, "charts?item=chart:interior-and-border", scale=2.0)
    page.resize(QSize(1024, 640))
    qtbot.waitUntil(lambda: page.list_button.isVisible())
    page.layout().activate()
    below = page.summary.geometry().top()
    assert page.stack.geometry().bottom() <= below
    assert page.summary.geometry().bottom() <= page.remarks.geometry().top()


def test_a_narrow_page_folds_its_list_away_and_opens_it_again(
    bundled: Library, qtbot: QtBot
) -> None:
    page = open_page(bundled, qtbot)
    assert page.chooser.isVisible()
    page.resize(900, 640)
    assert not page.chooser.isVisible()
    page.list_button.click()
    assert page.chooser.isVisible()
    page.acts.open_ref("chart:detainers")
    assert not page.chooser.isVisible()


@pytest.mark.parametrize("link", ["chart:ice-removals", "chart:offenses-2013"])
def test_a_picture_has_the_chart_its_words_and_its_sources(
    bundled: Library, qtbot: QtBot, link: str
) -> None:
    page = open_page(bundled, qtbot, f"charts?item={link}")
    image = QImage(1000, 640, QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    page.paint_chart(painter, QRectF(0, 0, 1000, 640))
    painter.end()
    thirds = [
        {image.pixel(x, y) for x in range(0, 1000, 3) for y in range(top, top + 200, 3)}
        for top in (0, 200, 420)
    ]
    assert all(len(colors) > 5 for colors in thirds)
    assert QColor("magenta").rgb() not in set().union(*thirds)
    assert page.look.color("series-1").rgb() in {
        image.pixel(x, y) for x in range(1000) for y in range(100, 560, 2)
    }


def test_claims_that_use_the_figure_stand_with_their_rivals(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, f"charts?item=chart:ice-removals&x.point={ICE}@2013")
    text = page.figure.toPlainText()
    assert bundled.claims["ice-59"].text in text.split("Claims that use it")[1]
    assert "12%, TRAC, Syracuse University" in text.split("Said differently")[1]
    rival = next(one for one in bundled.claims["ice-59"].rivals if one.claim == "trac-12")
    assert rival.why in text, "the reason why they differ stands beside it"
    page.figure.anchorClicked.emit(QUrl("claim:trac-12"))
    assert (page.session.lens.page, page.session.lens.item) == ("explore", "claim:trac-12")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("size", [(984, 640), (1240, 590), (1880, 950)])
def test_both_axes_keep_their_labels_at_every_text_size(
    bundled: Library, qtbot: QtBot, size: tuple[int, int], scale: float
) -> None:
    page = open_page(bundled, qtbot, scale=scale)
    page.resize(*size)
    for name in ("ice-removals", "activated-jurisdictions", "dhs-removals-and-returns"):
        page.acts.open_ref(f"chart:{name}")
        page.plot.grab()  # lays the labels out
        (left, right), _ = page.plot._box.viewRange()
        (years,) = page.plot.plotItem.getAxis("bottom")._tickLevels
        (values,) = page.plot.plotItem.getAxis("left")._tickLevels
        assert [year for at, year in years if left <= at <= right], (name, years)
        assert len(values) >= 2, name
        axis = page.plot.plotItem.getAxis("bottom").sceneBoundingRect()
        assert axis.bottom() <= page.plot.height() + 1, name
        line = QFontMetricsF(page.look.font("small")).height()
        assert axis.height() >= line, name


def test_the_year_axis_is_in_sight_at_200_percent_on_a_small_screen(
    bundled: Library, qtbot: QtBot
) -> None:
    page = open_page(bundled, qtbot, "charts?item=chart:ice-removals", scale=2.0)
    page.resize(1004, 660)
    page.plot.grab()
    bottom = page.plot.mapTo(page, page.plot.rect().bottomLeft()).y()
    assert bottom <= page.height()
