"""The timeline is used by pointer, keys and screen reader, and follows the lens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.content.dates import When
from explorer.content.library import Library
from explorer.reader.lens import Lens
from explorer.reader.theme import load_theme, theme_names
from explorer.timeline.arrangement import turned_over
from explorer.timeline.facts import first_sentence
from explorer.timeline.items import Contents, Mark, middle
from explorer.timeline.seen import Lane, Seen, SeenCluster
from explorer.timeline.view import canvas as canvas_module
from explorer.timeline.view.board import Scene
from explorer.timeline.view.drawing import Drawing
from explorer.timeline.view.page import TimelineView
from explorer.timeline.view.popup import Popup
from explorer.timeline.view.tips import tip_at
from explorer.ui.paint import Look
from explorer.ui.session import FRAME, Session
from tests.harness.texts import texts

ENDS = "event:2011-moa-termination"
ILLINOIS = "event:2011-illinois-withdraws"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def look(qapp: object) -> Look:
    return Look(load_theme("light"))


@pytest.fixture
def page(
    bundled: Library, session: Session, look: Look, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> TimelineView:
    monkeypatch.setattr(canvas_module, "reduced_motion", lambda: True)
    session.go(Lens(page="timeline", item=ENDS))
    page = TimelineView(bundled, session, look)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    return page


def rect(page: TimelineView, ref: str) -> QRect:
    canvas = page.canvas
    return canvas.visualRect(canvas.items.index(canvas.items.rows[ref]))


def press(page: TimelineView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.canvas, key)


def click(page: TimelineView, at: QPoint) -> None:
    QTest.mouseClick(page.canvas.viewport(), LEFT, pos=at)


def spoken(page: TimelineView, ref: str) -> str:
    index = page.canvas.items.index(page.canvas.items.rows[ref])
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def years(page: TimelineView) -> tuple[date | None, date | None]:
    lens = page.session.lens
    return lens.start, lens.end


# ------------------------------------------------------------------------------ pointer


def test_a_click_on_a_title_looks_at_the_event_and_its_day(page: TimelineView) -> None:
    click(page, rect(page, ILLINOIS).center())
    assert page.session.lens.item == ILLINOIS
    assert page.session.lens.moment == date(2011, 5, 4)


def test_a_click_on_a_program_looks_at_it_and_keeps_the_moment(page: TimelineView) -> None:
    moment = page.session.lens.moment
    found = rect(page, "program:sc")
    click(page, QPoint(found.left() + 40, found.center().y()))
    assert page.session.lens.item == "program:sc"
    assert page.session.lens.moment == moment


def test_a_click_on_the_axis_sets_the_moment(page: TimelineView) -> None:
    drawing = page.canvas.drawing
    assert drawing is not None
    x = drawing.gutter + page.canvas.view.x(date(2005, 3, 10).toordinal() + 0.5)
    click(page, QPoint(round(x), page.canvas.viewport().height() - 6))
    assert abs((page.session.lens.moment - date(2005, 3, 10)).days) < 8
    assert page.session.can_go_back()


def test_dragging_the_playhead_moves_the_moment_and_leaves_one_step(page: TimelineView) -> None:
    drawing, viewport = page.canvas.drawing, page.canvas.viewport()
    assert drawing is not None
    start = drawing.time.pill_rect(page.canvas.scene()).center().toPoint()
    before = len(page.session.trail())
    QTest.mousePress(viewport, LEFT, pos=start)
    QTest.mouseMove(viewport, start + QPoint(-40, 0))
    QTest.mouseMove(viewport, start + QPoint(-80, 0))
    QTest.mouseRelease(viewport, LEFT, pos=start + QPoint(-80, 0))
    assert page.session.lens.moment < date(2011, 1, 1)
    assert len(page.session.trail()) == before + 1


def test_dragging_the_ground_moves_the_years_and_leaves_no_trail(page: TimelineView) -> None:
    viewport = page.canvas.viewport()
    before, trail = page.canvas.view, len(page.session.trail())
    at = QPoint(viewport.width() // 2, 6)  # on the band of terms nothing is held
    at = next(
        QPoint(x, y)
        for y in range(30, viewport.height() - 40, 7)
        for x in range(300, 1200, 60)
        if page.canvas.pointer.grip_at(QPointF(x, y)) == "view"
    )
    QTest.mousePress(viewport, LEFT, pos=at)
    QTest.mouseMove(viewport, at + QPoint(120, 0))
    QTest.mouseRelease(viewport, LEFT, pos=at + QPoint(120, 0))
    assert page.canvas.view.left < before.left
    assert page.canvas.view.scale == before.scale
    assert len(page.session.trail()) == trail


def test_the_wheel_zooms_where_the_pointer_is(page: TimelineView) -> None:
    canvas = page.canvas
    assert canvas.drawing is not None
    x = 600.0
    day = canvas.view.day(x - canvas.drawing.gutter)
    turn = QWheelEvent(
        QPointF(x, 200), canvas.viewport().mapToGlobal(QPointF(x, 200)), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    before = canvas.view.scale
    QApplication.sendEvent(canvas.viewport(), turn)
    assert canvas.view.scale > before
    assert canvas.view.day(x - canvas.drawing.gutter) == pytest.approx(day)


def test_a_count_opens_a_list_and_its_rows_choose(page: TimelineView, qtbot: QtBot) -> None:
    page.resize(1280, 330)
    drawing = page.canvas.drawing
    assert drawing is not None
    page.canvas.fit()
    clusters = [
        (lane, cluster)
        for lane in drawing.sheet.lanes
        for cluster in drawing.sheet.clusters(lane, page.canvas.view)
        if len(cluster.marks) > 1
    ]
    lane, cluster = clusters[0]
    at = drawing.titles.cluster_rect(cluster, lane).center() + QPointF(drawing.gutter, 0)
    click(page, at.toPoint())
    popup = page.findChild(Popup)
    assert popup is not None
    assert popup.list.count() == len(cluster.marks)
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    assert page.session.lens.item == drawing.contents.marks[cluster.marks[0]].ref


def test_a_click_on_a_lane_name_folds_the_lane_and_opens_it_again(page: TimelineView) -> None:
    drawing = page.canvas.drawing
    assert drawing is not None
    lane = drawing.lane_named("courts")
    click(page, QPoint(20, round(lane.top + lane.height / 2)))
    assert page.session.lens.option("fold") == "courts"
    assert page.canvas.drawing is not None
    assert page.canvas.drawing.lane_named("courts").folded
    lane = page.canvas.drawing.lane_named("courts")
    click(page, QPoint(20, round(lane.top + lane.height / 2)))
    assert page.session.lens.option("fold") == ""


def test_what_the_pointer_rests_on_is_told_in_full(page: TimelineView) -> None:
    tip = tip_at(page.canvas, QPointF(rect(page, ENDS).center()))
    date_and_title, sentence = tip.split("\n")
    assert date_and_title == spoken(page, ENDS)
    day, sentence = sentence.split(" · ")
    assert day == "Aug 5, 2011"
    assert page.library.events["2011-moa-termination"].summary.startswith(sentence)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("month", range(1, 13, 2))
def test_no_word_is_cut_at_the_edges_of_the_window(
    bundled: Library, session: Session, qtbot: QtBot, scale: float, month: int
) -> None:
    session.go(Lens(page="timeline", start=date(2010, month, 1), end=date(2013, month, 1)))
    page = TimelineView(bundled, session, Look(load_theme("light"), scale))
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    made = page.canvas.drawing.contents  # type: ignore[union-attr]
    titles = [mark.title for mark in made.marks] + [bar.name for bar in made.bars]
    shown = [
        text
        for text in texts(page)
        if any(text.words.strip("…") in title for title in titles) and len(text.words) > 8
    ]
    assert shown
    for text in shown:
        left = text.clipped.boundingRect()
        assert left.width() >= text.ink.toRect().width() - 2, text.words


# --------------------------------------------------------------------------------- keys


def test_arrows_explore_and_only_enter_looks(page: TimelineView) -> None:
    press(page, Qt.Key.Key_Right)
    assert page.session.lens.item == ENDS
    found = page.canvas.current_ref()
    assert found not in ("", ENDS)
    page.canvas.zoom(6)  # close enough to stand alone
    press(page, Qt.Key.Key_Return)
    assert page.session.lens.item == found


def test_down_leads_into_the_next_lane_near_the_same_day(page: TimelineView) -> None:
    press(page, Qt.Key.Key_Down)
    index = page.canvas.currentIndex()
    mark = page.canvas.items.entries[index.row()]
    assert mark.kind == "event"
    assert page.library.events[mark.ref.partition(":")[2]].lane == "states and localities"
    assert abs(mark.day - date(2011, 8, 5).toordinal()) < 60


def test_an_item_out_of_sight_comes_into_sight_when_the_keyboard_reaches_it(
    page: TimelineView,
) -> None:
    page.session.look(start=date(2011, 7, 1), end=date(2011, 8, 31))
    for _ in range(5):
        press(page, Qt.Key.Key_Right)
    assert page.canvas.viewport().rect().intersects(rect(page, page.canvas.current_ref()))


def test_plus_comes_closer_and_the_fit_key_shows_all_years(
    page: TimelineView, qtbot: QtBot
) -> None:
    before = page.canvas.view.scale
    press(page, Qt.Key.Key_Plus)
    assert page.canvas.view.scale > before
    press(page, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: years(page) == (date(1986, 1, 1), date(2025, 12, 31)))


def test_the_page_keys_move_by_most_of_the_view(page: TimelineView) -> None:
    left = page.canvas.view.left
    press(page, Qt.Key.Key_PageDown)
    assert page.canvas.view.left > left
    press(page, Qt.Key.Key_Home)
    assert page.canvas.view.left == pytest.approx(page.canvas.drawing.sheet.start)  # type: ignore[union-attr]


# ----------------------------------------------------------------------------- the lens


def test_the_years_of_the_lens_are_shown(page: TimelineView) -> None:
    page.session.look(start=date(2010, 1, 1), end=date(2012, 12, 31))
    view = page.canvas.view
    assert view.day(0) == pytest.approx(date(2010, 1, 1).toordinal(), abs=1)
    assert view.right == pytest.approx(date(2013, 1, 1).toordinal(), abs=1)


def test_a_chosen_item_comes_into_sight(page: TimelineView) -> None:
    page.session.look(start=date(2013, 1, 1), end=date(2013, 12, 31))
    page.session.look(item="event:1996-iirira")
    assert page.canvas.viewport().rect().intersects(rect(page, "event:1996-iirira"))


def test_the_years_of_a_link_stay_though_its_item_is_elsewhere(
    bundled: Library, look: Look, qtbot: QtBot
) -> None:
    start, end = date(2013, 1, 1), date(2013, 12, 31)
    page = TimelineView(bundled, Session(Lens(item=ENDS, start=start, end=end)), look)
    qtbot.addWidget(page)
    page.show()
    for width in (900, 1300):
        page.resize(width, 500)
        QApplication.processEvents()
        assert page.canvas.target().left == pytest.approx(start.toordinal(), abs=2)


@pytest.mark.parametrize("moment", [date(1986, 11, 6), date(2025, 1, 20)])
def test_a_link_without_years_shows_its_moment(
    bundled: Library, look: Look, qtbot: QtBot, moment: date
) -> None:
    page = TimelineView(bundled, Session(Lens(moment=moment)), look)
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    view = page.canvas.target()
    assert view.left < moment.toordinal() < view.right
    assert str(moment.year) in page.describe()


def test_the_moment_comes_into_sight_with_an_item_of_another_time(page: TimelineView) -> None:
    page.session.look(start=date(2010, 1, 1), end=date(2012, 12, 31))
    page.session.look(moment=date(2025, 1, 20), item="event:1996-iirira")
    assert page.canvas.target().left < date(2025, 1, 20).toordinal() < page.canvas.target().right


def test_back_brings_the_earlier_years_back(page: TimelineView) -> None:
    page.session.look(start=date(2010, 1, 1), end=date(2012, 12, 31))
    page.session.look(start=date(1990, 1, 1), end=date(1999, 12, 31))
    page.session.back()
    assert page.canvas.view.left == pytest.approx(date(2010, 1, 1).toordinal(), abs=1)


def test_the_view_follows_a_moment_that_leaves_it(page: TimelineView) -> None:
    page.session.look(start=date(2010, 1, 1), end=date(2012, 12, 31))
    page.session.look(moment=date(1996, 9, 30))
    day = date(1996, 9, 30).toordinal()
    assert page.canvas.view.left < day < page.canvas.view.right


def test_a_filter_shows_its_count_and_one_press_clears_it(page: TimelineView) -> None:
    page.session.look(words="detainer")
    assert page.tools.count.isVisible()
    assert page.tools.count.text().startswith(str(len(page.canvas.drawing.contents.marks)))  # type: ignore[union-attr]
    assert page.canvas.items.rowCount() < 100
    page.tools.count.click()
    assert page.session.lens.words == ""
    assert not page.tools.count.isVisible()


def test_the_filter_form_and_the_lens_say_the_same(page: TimelineView) -> None:
    page.open_filter()
    box = page.filter_box
    assert box is not None
    box.level.setCurrentIndex(2)
    box.lanes["courts"].setChecked(False)
    lens = page.session.lens
    assert lens.option("significance") == "3"
    assert "courts" not in lens.option("lanes").split(",")
    page.clear_filter()
    assert box.level.currentIndex() == 0
    assert box.lanes["courts"].isChecked()
    box.put_away()
    assert not box.isVisible()


def test_the_links_of_the_chosen_event_come_from_the_content(page: TimelineView) -> None:
    name = ENDS.partition(":")[2]
    expected = len(page.library.links_from(name)) + len(page.library.links_to(name))
    assert len(page.canvas.links) == expected
    page.session.look(item="program:sc")
    assert page.canvas.links == ()


def test_playing_goes_from_event_to_event(page: TimelineView, qtbot: QtBot) -> None:
    page.player.step()
    qtbot.waitUntil(lambda: page.session.lens.item != ENDS)
    first = page.session.lens
    page.player.step()
    qtbot.waitUntil(lambda: page.session.lens.item != first.item)
    assert date(2011, 8, 5) < first.moment <= page.session.lens.moment


@pytest.mark.parametrize(
    "choice",
    [
        lambda session: session.look(item="program:pep"),
        lambda session: session.look(page="pipeline"),
        lambda session: session.look(item=session.lens.item),
        lambda session: session.pass_by(moment=date(1999, 1, 1)),
        lambda session: session.back(),
    ],
)
def test_playing_stops_when_the_reader_chooses_anything(
    page: TimelineView, qtbot: QtBot, choice: Callable[[Session], None]
) -> None:
    turns: list[bool] = []
    page.player.turned.connect(lambda: turns.append(page.is_playing()))
    page.toggle_play()
    page.player.step()
    qtbot.wait(3 * FRAME)
    assert page.is_playing()
    choice(page.session)
    qtbot.wait(3 * FRAME)
    assert not page.is_playing()
    assert turns == [True, False]


def test_playing_goes_on_while_the_years_move(page: TimelineView, qtbot: QtBot) -> None:
    page.toggle_play()
    page.canvas.zoom(1)
    qtbot.wait(3 * FRAME)
    page.player.step()
    qtbot.wait(3 * FRAME)
    assert page.is_playing()
    page.toggle_play()


def test_a_small_page_shows_the_programs_of_the_moment(page: TimelineView) -> None:
    page.resize(1000, 330)
    QApplication.processEvents()
    page.session.look(moment=date(2018, 3, 1))
    assert "program:sc-restored" in page.canvas.items.rows
    assert "program:pep" not in page.canvas.items.rows
    assert page.canvas.current_ref() == ENDS
    page.session.look(moment=date(2015, 8, 1))
    assert "program:pep" in page.canvas.items.rows


def test_a_lane_moves_up_and_back(page: TimelineView) -> None:
    page.lanes.move("courts", -1)
    names = [lane.name for lane in page.canvas.drawing.sheet.lanes]  # type: ignore[union-attr]
    assert names.index("courts") == names.index("states and localities") - 1
    page.lanes.move("courts", 1)
    assert page.session.lens.option("order") == ""


def test_the_lane_of_the_item_with_the_keyboard_folds(page: TimelineView) -> None:
    press(page, Qt.Key.Key_Down)
    page.lanes.fold(page.lanes.current())
    assert page.session.lens.option("fold") == "states and localities"


def test_the_years_of_a_program_can_fill_the_view(page: TimelineView) -> None:
    page.session.look(item="program:sc")
    page.fit_item()
    view = page.canvas.view
    first, last = (date(2008, 3, 28).toordinal(), date(2014, 11, 20).toordinal())
    assert view.left < first
    assert last < view.right
    assert view.right - view.left < 1.3 * (last - first)


def test_the_years_of_the_era_can_fill_the_view(page: TimelineView) -> None:
    page.fit_era()
    era = page.library.era_on(page.session.lens.moment)
    assert era is not None
    assert page.canvas.view.left < era.start.first.toordinal() + 1
    assert era.end is None or era.end.last.toordinal() < page.canvas.view.right


def test_the_strip_shows_what_is_chosen_and_can_be_taken_away(page: TimelineView) -> None:
    drawing = page.canvas.drawing
    assert drawing is not None
    assert drawing.strip is not None  # a high page has one from the start
    page.show_series("series:ice-removals/ice-total")
    assert page.canvas.drawing.strip.ref == "series:ice-removals/ice-total"  # type: ignore[union-attr]
    page.show_series("none")
    assert page.canvas.drawing.strip is None  # type: ignore[union-attr]


def test_a_click_on_the_strip_opens_its_series(page: TimelineView) -> None:
    drawing = page.canvas.drawing
    assert drawing is not None
    click(page, QPoint(400, round(drawing.series.rect().center().y())))
    assert page.session.lens.item == drawing.strip.ref  # type: ignore[union-attr]


def test_a_sentence_does_not_end_after_an_abbreviation(page: TimelineView) -> None:
    for event in page.library.events.values():
        sentence = first_sentence(page.library, f"event:{event.id}")
        assert event.summary.startswith(sentence)
        assert not sentence.endswith((" v.", "U.S.", " Gov."))


def test_the_moment_of_a_month_is_its_middle(page: TimelineView) -> None:
    page.choose("event:2010-commentary" if page.library.has("event:2010-commentary") else ENDS)
    imprecise = next(e for e in page.library.events.values() if e.date.precision == "month")
    page.choose(f"event:{imprecise.id}")
    assert page.session.lens.moment == imprecise.date.middle


# -------------------------------------------------------------------------------- twin


def test_the_table_has_the_same_events_and_the_same_choice(page: TimelineView) -> None:
    page.toggle_table()
    assert page.twin.isVisible()
    rows = page.twin.sorted
    assert rows.rowCount() == len(page.library.events)
    chosen = page.twin.currentIndex().siblingAtColumn(1).data()
    assert chosen == page.library.events["2011-moa-termination"].title
    page.toggle_table()
    assert page.canvas.isVisible()


def test_the_table_opens_at_the_date_of_the_moment(page: TimelineView) -> None:
    page.session.look(item="", moment=date(2017, 3, 1))
    page.toggle_table()
    shown = page.twin.viewport().rect()
    dates = [mark.when.first for mark in page.twin.events.marks]
    last = max(row for row, day in enumerate(dates) if day <= date(2017, 3, 1))
    assert shown.contains(page.twin.visualRect(page.twin.sorted.index(last, 0)).center())
    assert not page.twin.selectedIndexes()


def test_the_words_of_the_importance_are_explained(page: TimelineView) -> None:
    page.toggle_table()
    tips = [
        str(
            page.twin.sorted.headerData(
                column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
            )
        )
        for column in range(6)
    ]
    assert all(word in tips[3] for word in ("Main:", "Normal:", "Detail:"))
    assert "Main:" not in tips[2]


def test_the_table_is_sorted_by_key_by_the_column_of_the_keyboard(page: TimelineView) -> None:
    page.toggle_table()
    twin = page.twin
    chosen = twin.currentIndex().siblingAtColumn(1).data()
    twin.setCurrentIndex(twin.currentIndex().siblingAtColumn(3))
    found = []
    for _ in range(2):
        QTest.keyClick(twin, Qt.Key.Key_S)
        rows = range(twin.sorted.rowCount())
        found.append([twin.sorted.index(row, 3).data() for row in rows])
    ranks = {"detail": 1, "normal": 2, "main": 3}
    assert found[0] == sorted(found[0], key=ranks.__getitem__)
    assert found[1] == sorted(found[1], key=ranks.__getitem__, reverse=True)
    assert twin.currentIndex().siblingAtColumn(1).data() == chosen


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_the_down_key_opens_the_menu_of_a_tool(page: TimelineView, qtbot: QtBot) -> None:
    menu = page.tools.play.menu()
    opened = []
    menu.aboutToShow.connect(lambda: opened.append([act.text() for act in menu.actions()]))
    QTimer.singleShot(0, menu.close)
    QTest.keyClick(page.tools.play, Qt.Key.Key_Down)
    assert len(opened) == 1
    assert opened[0][0] == "2 seconds for each event"


def test_the_table_is_sorted_by_date_and_not_by_its_words(page: TimelineView) -> None:
    page.toggle_table()
    events = sorted(page.library.events.values(), key=lambda event: event.date)
    rows = page.twin.sorted
    assert rows.index(0, 1).data() == events[0].title
    assert rows.index(rows.rowCount() - 1, 1).data() == events[-1].title


def test_enter_in_the_table_looks_at_the_row(page: TimelineView) -> None:
    page.toggle_table()
    page.twin.selectRow(3)
    QTest.keyClick(page.twin, Qt.Key.Key_Return)
    title = page.twin.sorted.index(3, 1).data()
    assert page.library.name(page.session.lens.item) == title


# ------------------------------------------------------------------------ reader, paper


def test_a_screen_reader_finds_every_event_with_date_title_and_place(page: TimelineView) -> None:
    page.canvas.fit()
    tree = QAccessible.queryAccessibleInterface(page.canvas)
    names = {}
    for number in range(tree.childCount()):
        child = tree.child(number)
        names[child.text(QAccessible.Text.Name)] = child.rect()
    whole = QRect(page.canvas.viewport().mapToGlobal(QPoint(0, 0)), page.canvas.viewport().size())
    for event in page.library.events.values():
        name = spoken(page, f"event:{event.id}")
        assert event.title in name
        assert str(event.date.first.year) in name
        assert whole.intersects(names[name])


def test_an_imprecise_date_is_spoken_as_far_as_it_is_known(page: TimelineView) -> None:
    assert spoken(page, "event:1988-irp-acap").startswith("1988:")


def test_it_says_what_is_in_view(page: TimelineView) -> None:
    page.session.look(start=date(2011, 1, 1), end=date(2011, 12, 31))
    text = page.describe()
    assert "Jan 1, 2011" in text
    assert page.library.events["2011-moa-termination"].title in text


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_it_can_be_painted_in_every_theme_at_every_size(
    bundled: Library, session: Session, qtbot: QtBot, theme: str, scale: float
) -> None:
    session.go(Lens(page="timeline", item=ENDS))
    page = TimelineView(bundled, session, Look(load_theme(theme), scale))
    qtbot.addWidget(page)
    for width, height in ((640, 200), (1024, 768), (1920, 1080)):
        image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        page.paint(painter, QRectF(image.rect()))
        painter.end()
        colors = {image.pixel(x, y) for x in range(0, width, 9) for y in range(0, height, 9)}
        assert len(colors) > 10


def dated(edtf: str, weight: int) -> Mark:
    when = When(edtf)
    first, last = float(when.first.toordinal()), float(when.last.toordinal() + 1)
    title = "A title that is long enough for a row"
    return Mark(edtf, "courts", middle(when), first, last, last, weight, title, when)


def test_the_width_of_a_date_shows_below_a_mark_without_title(look: Look) -> None:
    days = ("2011-05-20", "2011-06-01", "2011-06", "2011-07-01")
    marks = tuple(dated(day, 1 if day == "2011-06" else 3) for day in days)
    made = Contents(marks, (), (), date(2011, 1, 1), date(2011, 12, 31))
    drawing = Drawing(made, look, 1100, 180)
    view = drawing.sheet.everything()
    lane = drawing.lane_named("courts")
    (single,) = drawing.sheet.clusters(lane, view)
    assert single.marks == (2,)
    image = QImage(1100, 180, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    drawing.ground(painter, Scene(view, date(2011, 1, 1)))
    drawing.top(painter, Scene(view, date(2011, 1, 1)))
    painter.end()
    y = round(single.top + drawing.sheet.sizes.metrics.row - 1.5)
    x = round(drawing.gutter + view.x(marks[2].first + 21))
    assert image.pixelColor(x, y) != drawing.colors["panel"]
    assert image.pixelColor(x, y - 8) == drawing.colors["panel"]


def test_a_chosen_event_of_a_folded_lane_is_named_on_the_axis(page: TimelineView) -> None:
    drawing = page.canvas.drawing
    assert drawing is not None
    mark = next(mark for mark in drawing.contents.marks if mark.ref == ENDS)
    assert mark.title[:10] not in drawing.time.pill_text(page.canvas.scene())
    page.session.go(turned_over(page.session.lens, mark.lane))
    drawing = page.canvas.drawing
    assert drawing is not None
    assert mark.title[:10] in drawing.time.pill_text(page.canvas.scene())


# ------------------------------------------------------------------------- edges of the span


@pytest.mark.parametrize("first", range(1988, 2020, 3))
def test_only_events_of_the_span_have_words_in_it_and_none_loses_its_beginning(
    page: TimelineView, first: int
) -> None:
    page.session.go(Lens(page="timeline", start=date(first, 6, 1), end=date(first + 5, 6, 1)))
    drawing, view = page.canvas.drawing, page.canvas.view
    assert drawing is not None
    found = [seen for lane in drawing.sheet.lanes for seen in drawing.sheet.titles(lane, view)]
    for seen in found:
        said, rect = drawing.titles.words(seen), drawing.titles.rect(seen)
        title = drawing.contents.marks[seen.mark].title
        assert title.startswith(said.removesuffix("…"))
        if not 0 <= seen.x <= view.width:
            assert said == ""
            assert drawing.titles.details(seen)[0] == ""
            assert rect.width() <= 2 * drawing.sheet.sizes.metrics.mark + 0.01
    assert any(drawing.titles.words(seen) for seen in found)


# ------------------------------------------------------------------------- the chosen event


@pytest.mark.parametrize("size", [(1280, 720), (1000, 400), (900, 300)])
def test_the_chosen_event_is_never_hidden_in_a_number(
    page: TimelineView, size: tuple[int, int]
) -> None:
    page.resize(*size)
    drawing, canvas = page.canvas.drawing, page.canvas
    assert drawing is not None
    gathered = 0
    for place, mark in enumerate(drawing.contents.marks):
        drawing.sheet.choose("")
        gathered += isinstance(drawing.sheet.spot(place, canvas.view), SeenCluster)
        page.session.look(item=mark.ref)
        sheet, view = canvas.drawing.sheet, canvas.view  # type: ignore[union-attr]
        if not 0 <= view.x(mark.day) <= view.width:
            continue
        spot = sheet.spot(place, view)
        assert isinstance(spot, Seen)
        assert spot.x == view.x(mark.day)
        lane = next(lane for lane in sheet.lanes if lane.name == mark.lane)
        _stand_clear(spot, sheet.titles(lane, view), sheet.clusters(lane, view), lane, drawing)
    assert gathered > 10  # without being chosen they were hidden


def _stand_clear(
    spot: Seen, titles: list[Seen], clusters: list[SeenCluster], lane: Lane, drawing: Drawing
) -> None:
    """Nothing in its row touches the words or the mark of an event, and none is lost."""
    for other in titles:
        if other.mark != spot.mark and other.slot.row == spot.slot.row:
            assert other.left >= spot.right or other.right <= spot.left
    if spot.slot.row == lane.rows - 1:
        for one in clusters:
            half = one.cluster.half
            assert one.x - half >= spot.right or one.x + half <= spot.left
    told = [seen.mark for seen in titles] + [mark for one in clusters for mark in one.marks]
    assert len(told) == len(set(told))


def test_no_event_is_lost_when_one_of_a_number_is_chosen(page: TimelineView) -> None:
    canvas, drawing = page.canvas, page.canvas.drawing
    assert drawing is not None
    canvas.set_view(drawing.sheet.everything())
    sheet, every = drawing.sheet, range(len(drawing.contents.marks))

    def told() -> list[int]:
        lanes, view = sheet.lanes, canvas.view
        found = [seen.mark for lane in lanes for seen in sheet.titles(lane, view)]
        return found + [m for lane in lanes for c in sheet.clusters(lane, view) for m in c.marks]

    for mark in drawing.contents.marks:
        sheet.choose(mark.ref)
        assert sorted(told()) == list(every)
