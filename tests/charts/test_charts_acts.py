"""What readers do with a chart: copy, save, compare, change, draw, follow events and the moment."""

from __future__ import annotations

import csv
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from explorer.charts.guess import Task
from explorer.charts.view import acts
from explorer.charts.view.outputs import Outputs
from explorer.charts.view.page import ChartsView
from explorer.content.library import Library
from explorer.reader.lens import PAGES, Lens
from tests.charts.test_charts_view import at, click, open_page

ICE = "ice-removals/ice-total"
CHART = "charts?item=chart:ice-removals"
COOK = "event:2011-cook-county"


def drag(page: ChartsView, qtbot: QtBot, start: QPoint, end: QPoint) -> None:
    where = page.plot.viewport()
    qtbot.mousePress(where, Qt.MouseButton.LeftButton, pos=start)
    page.plot.mouseMoveEvent(_moved(end))
    qtbot.mouseRelease(where, Qt.MouseButton.LeftButton, pos=end)


def _moved(to: QPoint):  # type: ignore[no-untyped-def]
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return QMouseEvent(QEvent.Type.MouseMove, QPointF(to), QPointF(to), left, left, none)


# ------------------------------------------------------------------------------ copies, files


def test_copy_puts_picture_and_figures_on_the_clipboard(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, CHART)
    page.acts.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    lines = data.text().splitlines()
    assert len(lines) == 1 + len(page.plot.spots())
    assert "409849" in data.text()
    assert all(line.count("\t") == lines[0].count("\t") for line in lines)
    page.acts.copy("figures")
    assert not QGuiApplication.clipboard().mimeData().hasImage()


def test_a_saved_csv_has_figures_sources_definition_and_link(
    bundled: Library, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(bundled, qtbot, CHART)
    file = tmp_path / "figures.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    page.acts.save("csv")
    text = file.read_text(encoding="utf-8")
    assert bundled.version in text
    assert page.session.lens.link() in text
    rows = list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
    assert len(rows) == len(page.plot.spots())


@pytest.mark.parametrize("form", ["svg", "png"])
def test_a_saved_picture_says_what_it_shows_and_where_it_comes_from(
    bundled: Library, qtbot: QtBot, form: str
) -> None:
    page = open_page(bundled, qtbot, CHART)
    shown = page.print_of()
    assert shown is not None
    data = Outputs(page.session, page).data(shown, form)
    if form == "png":
        image = QImage.fromData(data)
        assert image.size() == shown.size() * 2
        assert page.session.lens.link() in image.text("Description")
        return
    words = " ".join(ET.fromstring(data).itertext())
    for said in (
        "Removals by ICE",
        "Definition",
        "Sources:",
        bundled.version,
        "chart:ice-removals",
    ):
        assert said in words.replace("\n", " "), said
    assert b"<image" not in data, "lines and letters, no pixels"


# ------------------------------------------------------------------------------------ compare


def test_a_second_chart_stands_on_the_same_time_axis(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, CHART)
    page.acts.compare("chart:dhs-removals-and-returns")
    assert page.session.lens.option("second") == "chart:dhs-removals-and-returns"
    assert page.second is not None
    QApplication.processEvents()  # layouts
    upper, lower = (pane.plot for pane in page.panes())
    assert upper.days() == lower.days()
    for day in (date(1995, 1, 1), date(2020, 1, 1)):
        assert upper.x_of(day) == pytest.approx(lower.x_of(day), abs=1.0)
    page.session.back()
    assert len(page.panes()) == 1


def test_a_figure_of_the_second_chart_is_chosen_and_its_time_shown_in_both(
    bundled: Library, qtbot: QtBot
) -> None:
    page = open_page(bundled, qtbot, f"{CHART}&x.second=chart:detainers")
    key = "detainers-trac-and-estimates/detainers-issued-trac511@2012"
    assert page.second is not None
    page.second.chosen.emit(key)
    assert page.session.lens.item == "chart:ice-removals", "the chart above stays"
    assert "276,181" in page.figure.toPlainText()
    QApplication.processEvents()  # layouts
    upper, lower = (pane.plot._cursor.band for pane in page.panes())
    assert upper.isVisible()
    assert upper.rect().left() == pytest.approx(lower.rect().left(), abs=1.0)
    assert upper.rect().width() == pytest.approx(lower.rect().width(), abs=1.0)


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_charts_that_cannot_stand_together_say_why(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, CHART)
    opened = page.acts.open_compare()
    assert opened is not None
    by_text = {button.text(): button for button in opened.buttons}
    refused = by_text["Offenses, fiscal 2013"]
    assert not refused.isEnabled()
    assert "no time axis" in refused.accessibleDescription()
    by_text["Detainers issued"].click()
    assert page.session.lens.option("second") == "chart:detainers"


def test_a_link_to_two_charts_without_a_common_axis_shows_the_first(
    bundled: Library, qtbot: QtBot
) -> None:
    page = open_page(bundled, qtbot, f"{CHART}&x.second=chart:offenses-2013")
    assert len(page.panes()) == 1


# ------------------------------------------------------------------------------------- change


def test_an_index_is_computed_and_says_from_what(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, f"{CHART}&x.change=index:2012&x.point={ICE}@2011")
    assert "Index, fiscal 2012 = 100" in page.subline.text()
    text = page.figure.toPlainText()
    assert "96.8" in text
    assert "396,906 and 409,849" in text
    assert "left out: fiscal 2023" in page.remarks.text()
    page.session.go(page.session.lens.with_option("change", ""))
    assert "396,906" in page.figure.toPlainText().splitlines()[1]


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_refused_changes_stay_in_sight_with_the_reason(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, "charts?item=chart:offenses-2013")
    opened = page.acts.open_change()
    assert opened is not None
    refused = [button for button in opened.buttons if not button.isEnabled()]
    assert refused
    assert all("not possible, because" in button.accessibleDescription() for button in refused)
    opened.close()


def test_every_chart_says_for_every_change_whether_it_can_be_made(
    bundled: Library, qtbot: QtBot
) -> None:
    page = open_page(bundled, qtbot)
    for name in bundled.charts:
        for how in ("index", "share", "rate", "log"):
            page.session.go(Lens.read(f"charts?item=chart:{name}&x.change={how}"))
            assert page.drawing is not None
            changed = [made.id for made in page.drawing.changes]
            assert changed == [how] or "not possible, because" in page.remarks.text(), (name, how)
            assert "{" not in page.remarks.text()


def test_a_log_axis_goes_in_powers_of_ten(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, "charts?item=chart:activated-jurisdictions&x.change=log")
    (values,) = page.plot.plotItem.getAxis("left")._tickLevels
    assert [text for _, text in values][:2] == ["1", "10"]
    low, high = (y for y, text in values if text in ("10", "1,000"))
    assert high - low == pytest.approx(2)


# ------------------------------------------------------------------------------ draw it first


def begin(page: ChartsView) -> Task:
    page.acts.draw_on()
    assert page.is_drawing()
    assert isinstance(page.task, Task)
    return page.task


def test_what_is_to_be_drawn_is_told_nowhere(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, CHART)
    task = begin(page)
    said = page.describe() + page.plot.accessibleDescription() + page.plot.accessibleName()
    page.acts.toggle_table()
    said += page.pane.about.toPlainText().split("Sources")[0]
    cells = {mark.key for _, mark in page.twin.figures.rows}
    for mark in task.asked:
        assert f"{mark.value:,.0f}" not in said
        assert mark.key not in cells
    assert not page.plot.events


def test_a_line_is_drawn_with_keys_and_compared_in_words(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, CHART)
    task = begin(page)
    for _ in range(4):
        qtbot.keyClick(page.plot, Qt.Key.Key_Up)
    qtbot.keyClick(page.plot, Qt.Key.Key_Right)
    qtbot.keyClick(page.plot, Qt.Key.Key_Down)
    drawn = page.drawn["chart:ice-removals"]
    assert list(drawn) == [mark.key for mark in task.asked[:2]]
    assert drawn[task.asked[0].key] > task.given[-1].value
    assert drawn[task.asked[1].key] < drawn[task.asked[0].key]
    qtbot.keyClick(page.plot, Qt.Key.Key_Return)
    assert page.session.lens.option("guess") == "shown"
    assert "you drew" in page.told.text()
    assert len(page.plot.spots()) > len(task.given) + 2, "all figures are there"
    page.acts.draw_on()
    assert page.session.lens.option("guess") == ""
    assert not page.told.isVisible()


def test_a_stroke_of_the_mouse_draws_all_that_it_passes(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, CHART)
    task = begin(page)
    area = page.plot.area()
    first, last = (page.plot.x_of(mark.start) + 8 for mark in (task.asked[0], task.asked[-1]))
    y = round(area.center().y())
    drag(page, qtbot, QPoint(round(first), y), QPoint(round(last), y))
    drawn = page.drawn["chart:ice-removals"]
    assert set(drawn) == {mark.key for mark in task.asked}
    assert len(set(drawn.values())) == 1, "a level stroke"


def test_charts_without_a_line_say_why_none_can_be_drawn(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, "charts?item=chart:offenses-2013&x.guess=draw")
    assert not page.is_drawing()
    assert not page.toolbar.draw.isEnabled()
    assert "no line" in page.toolbar.draw.accessibleDescription()


# ------------------------------------------------------------------------- events, the moment


def test_an_event_mark_shows_its_event_and_leads_to_its_card(
    bundled: Library, qtbot: QtBot
) -> None:
    page = open_page(bundled, qtbot, "charts?item=chart:interior-and-border")
    ref, box = page.plot.strip._boxes[0]
    click(page, qtbot, box.center())
    event = bundled.events[ref.partition(":")[2]]
    assert page.session.lens.item == ref
    assert page.ref == "chart:interior-and-border", "the chart stays"
    assert event.title in page.figure.toPlainText()
    page.figure.anchorClicked.emit(QUrl(ref))
    assert (page.session.lens.page, page.session.lens.item) == ("explore", ref)


def test_an_event_chosen_elsewhere_is_marked_on_the_chart(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, "charts?item=chart:interior-and-border")
    page.acts.choose_event(COOK)
    assert page.plot.chosen_event == COOK
    assert COOK in {mark.ref for mark in page.plot.strip.flags}
    page.figure.anchorClicked.emit(QUrl("back:"))
    assert page.session.lens.item == "chart:interior-and-border"


def test_all_marked_events_stand_in_words_beside_the_chart(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, "charts?item=chart:interior-and-border")
    html = page.figure.toHtml()
    assert page.plot.events
    assert all(f'href="event:{event.id}"' in html for event in page.plot.events)


@pytest.mark.parametrize("size", [(984, 640), (1240, 590), (1880, 950)])
def test_no_label_of_an_event_lies_on_another(
    bundled: Library, qtbot: QtBot, size: tuple[int, int]
) -> None:
    page = open_page(bundled, qtbot)
    page.resize(*size)
    for name in bundled.charts:
        page.acts.open_ref(f"chart:{name}")
        page.plot.grab()
        boxes = [box for _, box in page.plot.strip._boxes]
        for at_, one in enumerate(boxes):
            assert not any(one.intersects(other) for other in boxes[at_ + 1 :]), name
            assert one.bottom() <= page.plot.area().top() + 2, name


def test_the_moment_is_dragged_along_the_axis(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, f"{CHART}&moment=2010-06-01")
    x = page.plot.strip.moment_x
    assert x is not None
    to = date(2015, 6, 1)
    flag = page.plot.strip._moment_flag.sceneBoundingRect().center()
    drag(page, qtbot, flag.toPoint(), QPoint(round(page.plot.x_of(to)), round(flag.y())))
    assert abs((page.session.lens.moment - to).days) < 30
    page.session.back()
    assert page.session.lens.moment == date(2010, 6, 1), "one drag is one step"


# --------------------------------------------------------------------------------- one figure


def test_a_slip_tells_value_period_definition_source_and_confidence(
    bundled: Library, qtbot: QtBot
) -> None:
    page = open_page(bundled, qtbot, CHART)
    page.plot._hover(f"{ICE}@2010")
    told = page.plot._cursor.tip.toPlainText()
    for said in ("more than 392,000", "fiscal 2010", "a lower bound", "removals", "confidence"):
        assert said in told, said
    assert page.plot._cursor.tip.isVisible()
    page.plot._hover("")
    assert not page.plot._cursor.tip.isVisible()


def test_a_figure_walked_to_is_said_aloud_in_a_sentence(
    bundled: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(bundled, qtbot, f"{CHART}&x.point={ICE}@2011")
    said: list[str] = []
    monkeypatch.setattr(acts, "announce", lambda _, text: said.append(text))
    qtbot.keyClick(page.plot, Qt.Key.Key_Right)
    assert said[0].startswith("409,849, fiscal 2012, as published.")
    assert "confidence high" in said[0]
    qtbot.keyClick(page.plot, Qt.Key.Key_Right)
    page.session.back()
    assert page.session.lens.option("point") == f"{ICE}@2011", "a walk is one step"


def test_the_slip_stays_inside_the_plot_for_every_mark(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot)
    for name in bundled.charts:
        page.acts.open_ref(f"chart:{name}")
        page.plot.grab()
        for spot in page.plot.spots()[::5]:
            page.plot._hover(spot.key)
            box = page.plot._cursor.tip.sceneBoundingRect()
            assert page.plot.rect().adjusted(-1, -1, 1, 1).contains(box.toRect()), spot.key


@pytest.mark.skipif("evidence" not in PAGES, reason="there is no page of evidence")
def test_rival_claims_lead_to_their_dossier(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, f"{CHART}&x.point={ICE}@2013")
    page.figure.anchorClicked.emit(QUrl("dossier:claim:ice-59"))
    assert (page.session.lens.page, page.session.lens.item) == ("evidence", "claim:ice-59")


def test_the_head_of_a_table_has_its_definition_and_sources(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, f"{CHART}&x.view=table")
    head = page.pane.about.toPlainText()
    assert page.pane.about.isVisible()
    assert bundled.series[ICE].definition.split(".")[0] in head
    assert "Sources:" in head
    assert page.headline.isVisible()
    assert page.subline.text().startswith("Removals and returns carried out by ICE")


def test_breaks_stand_with_their_reason_beside_the_line(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, "charts?item=chart:interior-and-border")
    QApplication.processEvents()
    shown = [slip for slip in page.plot._reasons.slips if slip.isVisible()]
    assert len(shown) == len(page.plot.ink.splits) > 0
    taken = [page.plot.place_of(spot.key) for spot in page.plot.spots()]
    for slip in shown:
        box = slip.sceneBoundingRect()
        assert not any(box.contains(point) for point in taken if point is not None)


def test_marks_are_hit_where_they_are_drawn(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, CHART)
    for spot in page.plot.spots():
        assert page.plot.nearest(at(page, spot.key)) == spot.key


# ------------------------------------------------------------------------------ colors of files


@pytest.mark.parametrize(("theme", "darkest"), [("light", False), ("dark", True)])
def test_a_saved_picture_is_for_paper_and_as_seen_only_where_asked_for(
    bundled: Library,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    theme: str,
    darkest: bool,
) -> None:
    page = open_page(bundled, qtbot, CHART, theme=theme)
    file = tmp_path / "chart.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    page.acts.save("png")
    assert QImage(str(file)).pixelColor(2, 2).lightness() > 240
    page.acts.save("png", as_seen=True)
    assert (QImage(str(file)).pixelColor(2, 2).lightness() < 80) is darkest


@pytest.mark.parametrize(("theme", "count"), [("light", 3), ("dark", 5)])
def test_the_colors_on_screen_are_offered_where_they_differ_from_paper(
    bundled: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, theme: str, count: int
) -> None:
    page = open_page(bundled, qtbot, CHART, theme=theme)
    offered: list[str] = []
    monkeypatch.setattr(
        page.toolbar, "open_menu", lambda _, entries: offered.extend(text for text, _ in entries)
    )
    page.acts.open_save()
    assert len(offered) == count
    assert sum("on screen" in text for text in offered) == count - 3


def test_a_plot_with_the_keyboard_and_no_figure_of_its_own_chosen_is_framed(
    bundled: Library, qtbot: QtBot
) -> None:
    link = "charts?item=chart:dhs-removals-and-returns&x.second=chart:ice-removals"
    page = open_page(bundled, qtbot, link)
    assert page.second is not None
    with qtbot.waitActive(page):
        page.activateWindow()
    page.plot.setFocus()
    upper, lower = page.plot._cursor.edge, page.second.plot._cursor.edge
    assert not upper.isVisible()
    page.second.plot.setFocus()
    assert lower.isVisible()
    qtbot.keyClick(page.second.plot, Qt.Key.Key_Right)
    assert page.second.plot.key.startswith("ice-removals/")
    assert not lower.isVisible()
