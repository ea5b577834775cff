"""Words on a plot: none lies over another or is cut off, and the pointer tells what has no room."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.charts.view.canvas import Canvas
from explorer.charts.view.ink import mark_scale
from explorer.charts.view.page import ChartsView
from explorer.content.library import Library
from tests.charts.test_charts_view import at, open_page

LOOKS = [("light", 1.0), ("projector", 1.0), ("light", 2.0), ("light", 3.0)]
EDGE = 4  # pixels around the letters of a name that Qt leaves free
SIZES = [(1280, 660), (1920, 1020)]


def boxes(plot: Canvas) -> dict[str, QRectF]:
    """Where words stand on a plot, in pixels: events, the moment, names of lines, reasons."""
    found = {f"event {ref}": box for ref, box in plot.strip._boxes}
    flag = plot.strip._moment_flag
    if flag.isVisible():
        found["moment"] = flag.sceneBoundingRect()
    for name in plot.ink.names:
        if name.item.isVisible():
            box = name.item.sceneBoundingRect()
            found[f"name {name.item.toPlainText()}"] = box.adjusted(EDGE, EDGE, -EDGE, -EDGE)
    for number, slip in enumerate(plot._reasons.slips):
        if slip.isVisible():
            found[f"reason {number}"] = slip.sceneBoundingRect()
    return {name: box.adjusted(2, 2, -2, -2) for name, box in found.items()}


def faults(page: ChartsView) -> list[str]:
    """The words that lie over others or beyond the plot."""
    told = []
    for pane in page.panes():
        found = boxes(pane.plot)
        for (one, a), (other, b) in combinations(found.items(), 2):
            if a.intersects(b):
                told.append(f"{page.ref}: {one} over {other}")
        whole = QRectF(pane.plot.rect())
        told += [f"{page.ref}: {one} cut" for one, box in found.items() if not whole.contains(box)]
    return told


@pytest.mark.parametrize(("theme", "scale"), LOOKS)
@pytest.mark.parametrize("size", SIZES)
def test_words_on_a_plot_are_neither_cut_nor_over_one_another(
    bundled: Library, qtbot: QtBot, theme: str, scale: float, size: tuple[int, int]
) -> None:
    page = open_page(bundled, qtbot, "charts", theme=theme, scale=scale)
    page.resize(*size)
    found: list[str] = []
    for name in bundled.charts:
        page.session.look(item=f"chart:{name}", page="charts")
        QApplication.processEvents()
        found += faults(page)
    assert not found


@pytest.mark.parametrize(("theme", "scale"), LOOKS)
def test_no_reason_of_a_broken_line_hides_a_figure(
    bundled: Library, qtbot: QtBot, theme: str, scale: float
) -> None:
    page = open_page(bundled, qtbot, "charts", theme=theme, scale=scale)
    shown = 0
    for ref in ("chart:ice-removals", "chart:dhs-removals-and-returns", "chart:detainers"):
        page.session.look(item=ref, page="charts")
        QApplication.processEvents()
        reach = 8 * mark_scale(page.look)
        for slip in page.plot._reasons.slips:
            box = slip.sceneBoundingRect().adjusted(-reach, -reach, reach, reach)
            shown += slip.isVisible()
            hidden = [one.key for one in page.plot.spots() if box.contains(at(page, one.key))]
            assert not slip.isVisible() or not hidden
    assert shown or scale > 1


@pytest.mark.parametrize("ref", ["chart:ice-removals", "chart:dhs-removals-and-returns"])
def test_figures_have_nearly_half_of_a_page_with_large_text(
    bundled: Library, qtbot: QtBot, ref: str
) -> None:
    page = open_page(bundled, qtbot, f"charts?item={ref}", theme="projector", scale=2.0)
    page.resize(1280, 566)
    QApplication.processEvents()
    assert page.plot.area().height() >= 0.45 * page.height()


def test_the_pointer_on_an_event_tells_its_day_and_whole_title(
    bundled: Library, qtbot: QtBot
) -> None:
    page = open_page(bundled, qtbot, "charts?item=chart:activated-jurisdictions")
    flag = next(flag for flag in page.plot.strip.flags if not flag.text)
    event = next(one for one in page.events() if f"event:{one.id}" == flag.ref)
    place = QPointF(flag.x, page.plot.area().top() + 4)
    none = Qt.KeyboardModifier.NoModifier
    button = Qt.MouseButton.NoButton
    page.plot.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, place, place, button, button, none))
    tip = page.plot._cursor.tip
    assert tip.isVisible()
    assert tip.toPlainText().endswith(f": {event.title}")
    page.plot.leaveEvent(QEvent(QEvent.Type.Leave))
    assert not tip.isVisible()


def test_a_shortened_reason_of_a_broken_line_is_told_in_full_where_it_stands(
    bundled: Library, qtbot: QtBot
) -> None:
    link = "charts?item=chart:dhs-removals-and-returns&x.second=chart:ice-removals"
    page = open_page(bundled, qtbot, link)
    assert page.second is not None
    for plot in (page.plot, page.second.plot):
        told = [slip.toolTip() for slip in plot._reasons.slips]
        assert told == [split.why for split in plot.ink.splits] != []


def test_before_an_audience_the_slip_is_brief_and_waits_for_the_pointer(
    bundled: Library, qtbot: QtBot
) -> None:
    page = open_page(bundled, qtbot, "charts?item=chart:ice-removals")
    page.set_stage(True)
    with qtbot.waitActive(page):
        page.activateWindow()
    page.plot.setFocus()
    tip = page.plot._cursor.tip
    assert not tip.isVisible()
    page.plot._hover("ice-removals/ice-total@2012")
    assert tip.isVisible()
    assert "409,849" in tip.toPlainText()
    assert "University of Washington" in tip.toPlainText()
    assert "confidence" not in tip.toPlainText()
    page.set_stage(False)
    page.plot._hover("")
    assert "confidence" in tip.toPlainText()
