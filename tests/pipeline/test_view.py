"""The diagram is used by pointer, keys and screen reader, and follows the lens."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.content.library import Library
from explorer.pipeline.view import words
from explorer.pipeline.view.drawing import Drawing
from explorer.pipeline.view.page import PipelineView, sought
from explorer.pipeline.view.ribbons import LEAST
from explorer.reader.lens import Lens
from explorer.reader.theme import load_theme, theme_names
from explorer.ui.paint import Look
from explorer.ui.session import Session


@pytest.fixture
def look(qapp: object) -> Look:
    return Look(load_theme("light"))


@pytest.fixture
def page(bundled: Library, session: Session, look: Look, qtbot: QtBot) -> PipelineView:
    session.go(Lens(page="pipeline", moment=date(2011, 8, 5)))
    page = PipelineView(bundled, session, look)
    qtbot.addWidget(page)
    page.resize(1280, 420)
    page.show()
    return page


def middle(page: PipelineView, name: str) -> QPoint:
    index = page.diagram.steps.index(page.diagram.steps.names.index(name))
    return page.diagram.visualRect(index).center()


def spoken(page: PipelineView, name: str) -> str:
    """What a screen reader says of a box."""
    steps = page.diagram.steps
    return str(steps.index(steps.names.index(name)).data(Qt.ItemDataRole.AccessibleTextRole))


def current(page: PipelineView) -> str:
    return page.diagram.current_name()


def test_a_click_on_a_box_looks_at_it(page: PipelineView, qtbot: QtBot) -> None:
    QTest.mouseClick(
        page.diagram.viewport(), Qt.MouseButton.LeftButton, pos=middle(page, "ov_jail")
    )
    assert page.session.lens.item == "box:ov_jail"


def test_a_click_on_a_box_of_the_full_diagram_looks_at_the_step(
    page: PipelineView, qtbot: QtBot
) -> None:
    page.toggle_detail()
    QTest.mouseClick(
        page.diagram.viewport(), Qt.MouseButton.LeftButton, pos=middle(page, "booking")
    )
    assert page.session.lens.item == "node:booking"


def test_a_click_on_a_line_looks_at_its_arrow(page: PipelineView, qtbot: QtBot) -> None:
    start, end = middle(page, "ov_fbi"), middle(page, "ov_dhs")
    between = QPoint((start.x() + end.x()) // 2, (start.y() + end.y()) // 2)
    QTest.mouseClick(page.diagram.viewport(), Qt.MouseButton.LeftButton, pos=between)
    assert page.session.lens.item == "edge:e10"


def test_a_click_on_nothing_changes_nothing(page: PipelineView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.session.moved):
        QTest.mouseClick(page.diagram.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))


def test_arrow_keys_follow_the_path_and_enter_chooses(page: PipelineView, qtbot: QtBot) -> None:
    page.diagram.set_current("ov_dhs")
    QTest.keyClick(page.diagram, Qt.Key.Key_Right)
    assert current(page) == "ov_lookup"
    QTest.keyClick(page.diagram, Qt.Key.Key_Right)
    assert current(page) == "ov_request"
    QTest.keyClick(page.diagram, Qt.Key.Key_Up)
    assert current(page) == "ov_jail"
    QTest.keyClick(page.diagram, Qt.Key.Key_Left)
    assert current(page) in {"ov_request", "ov_booking"}
    QTest.keyClick(page.diagram, Qt.Key.Key_Return)
    assert page.session.lens.item == f"box:{current(page)}"


def test_every_box_can_be_reached_by_arrow_keys(page: PipelineView) -> None:
    page.toggle_detail()
    view = page.diagram
    actions = [
        view.CursorAction.MoveRight,
        view.CursorAction.MoveLeft,
        view.CursorAction.MoveUp,
        view.CursorAction.MoveDown,
        view.CursorAction.MoveNext,
        view.CursorAction.MovePrevious,
    ]
    reached, waiting = {"stop"}, ["stop"]
    while waiting:
        here = waiting.pop()
        for action in actions:
            view.set_current(here)
            index = view.moveCursor(action, Qt.KeyboardModifier.NoModifier)
            there = view.steps.names[index.row()]
            if there not in reached:
                reached.add(there)
                waiting.append(there)
    assert reached == set(view.steps.names)


def test_a_screen_reader_hears_the_boxes_and_where_they_lead(page: PipelineView) -> None:
    view = QAccessible.queryAccessibleInterface(page.diagram)
    assert view.role() == QAccessible.Role.List
    assert view.childCount() == 9
    assert "Leads to: DHS check (in use in some places only)" in spoken(page, "ov_fbi").replace(
        "Booking (in use), ", ""
    )


def test_another_moment_changes_what_a_screen_reader_hears(page: PipelineView) -> None:
    before = spoken(page, "ov_dhs")
    page.session.look(moment=date(2005, 1, 1))
    assert spoken(page, "ov_dhs") != before
    assert "Not part of the path on this date." in spoken(page, "ov_dhs")


@pytest.mark.parametrize("detail", ["", "full"])
def test_a_box_never_moves_between_dates(page: PipelineView, detail: str) -> None:
    page.session.go(page.session.lens.with_option("detail", detail))

    def places() -> list[QRect]:
        steps = page.diagram.steps
        return [page.diagram.visualRect(steps.index(row)) for row in range(len(steps.names))]

    first = places()
    for era in page.library.eras.values():
        page.session.look(moment=era.start.first)
        assert places() == first, era.id


def test_the_title_has_the_date_and_the_era(page: PipelineView) -> None:
    text = page.describe()
    assert "August 5, 2011: from fingerprint to removal" in text
    assert "Secure Communities without agreements (2011–2012)" in text


def test_a_date_that_was_not_researched_says_so(page: PipelineView) -> None:
    page.session.look(moment=date(2024, 1, 1))
    assert "Not researched for this date" in page.describe()
    page.session.look(moment=date(2019, 1, 1))
    assert "Secure Communities restored (to January 20, 2021; outlook" in page.describe()
    assert words.period(page.state(page.session.lens).moment).endswith("(outlook)")


def test_what_changed_is_listed_in_words(page: PipelineView) -> None:
    assert "Changed since “Secure Communities by agreement”" in page.describe()
    now, before = (
        "in use in some places only",
        "in some places only, and there it depends on a rule",
    )
    assert f"{now} (before: {before} or agreement)" in page.describe()


def test_a_chosen_event_says_beside_the_line_what_it_changed(page: PipelineView) -> None:
    page.session.look(item="event:2011-moa-termination")
    drawing, state = page.diagram.drawing, page.diagram.shown
    assert drawing is not None
    assert state is not None
    beside = [c for c in drawing.captions(state, page.library) if c.role == "changed"]
    assert [" ".join(caption.lines) for caption in beside] == [state.mark.changes[0].what]


@pytest.mark.parametrize("size", [(930, 350), (1280, 420), (1880, 900)])
def test_what_an_event_changed_is_tied_to_its_line(
    page: PipelineView, look: Look, size: tuple[int, int]
) -> None:
    state = page.state(page.session.lens.but(item="event:2011-moa-termination"))
    drawing = Drawing(page.plan(page.session.lens), look, *size)
    (tag,) = (c for c in drawing.captions(state, page.library) if c.role == "changed")
    assert tag.thread is not None
    (start, end) = tag.thread
    assert start[0] == end[0] or start[1] == end[1]
    assert drawing.layout.line_at(*end, 0.5) in state.mark.lines
    assert tag.rect.adjusted(-1, -1, 1, 1).contains(QPointF(*start))


def test_a_line_that_changed_from_the_period_before_has_its_mark_on_it(
    page: PipelineView, look: Look
) -> None:
    state = page.state(page.session.lens.but(moment=date(2014, 12, 1)))
    drawing = Drawing(page.plan(page.session.lens), look, 1240, 360)
    marks = {c.about: c for c in drawing.captions(state, page.library) if c.role == "period"}
    changed = {n for n, line in drawing.plan.lines.items() if state.moment.line_changed(line)}
    assert set(marks) == changed
    assert changed
    for name, mark in marks.items():
        middle = mark.rect.center()
        reach = drawing.mark_size / 2 + 2
        assert drawing.layout.line_at(middle.x(), middle.y(), reach), name


def test_the_mark_of_an_event_and_of_a_period_have_two_colors(page: PipelineView) -> None:
    lens = page.session.lens.but(moment=date(2014, 12, 1))
    period = page.state(lens)
    event = page.state(page.session.lens.but(item="event:2011-moa-termination"))
    drawing = page.diagram.drawing
    assert drawing is not None
    by_period = next(n for n, ln in drawing.plan.lines.items() if period.moment.line_changed(ln))
    by_event = next(iter(event.mark.lines))
    colors = drawing.line_color(by_period, period), drawing.line_color(by_event, event)
    assert colors == (page.look.color("changed"), page.look.color("accent"))


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
@pytest.mark.parametrize("size", [(480, 400), (960, 520), (1440, 420)])
@pytest.mark.parametrize("day", [date(1990, 1, 1), date(2024, 9, 30)])
def test_that_a_date_was_not_researched_is_never_cut(
    page: PipelineView, size: tuple[int, int], scale: float, day: date
) -> None:
    look = Look(load_theme("light"), scale)
    drawing = Drawing(page.plan(page.session.lens), look, *size, notices=page.diagram.notices)
    moment = page.state(page.session.lens.but(moment=day)).moment
    title, beside, under = drawing.title_words(moment)
    assert title in (words.day(day), words.short_day(day))
    assert " ".join([beside, *under]).strip() == words.era(moment)
    assert drawing.head_rect.bottom() <= drawing.body.top()


def test_the_date_comes_first_and_the_period_yields_before_it(
    page: PipelineView, look: Look
) -> None:
    moment = page.state(page.session.lens).moment
    for width in range(200, 1500, 50):
        drawing = Drawing(page.plan(page.session.lens), look, width, 400)
        title, beside, _ = drawing.title_words(moment)
        assert title.startswith(("August 5, 2011", "Aug 5, 2011"))
        if beside:
            assert title == words.title(moment)


def test_a_line_that_is_no_longer_in_use_shows_that_it_changed(
    page: PipelineView, look: Look
) -> None:
    state = page.state(page.session.lens.but(moment=date(2018, 1, 1)))
    drawing = Drawing(page.plan(Lens(options={"detail": "full"})), look, 1900, 1000)
    moment = state.moment
    lines = drawing.plan.lines.items()
    gone = [n for n, one in lines if moment.line_status(one) == "off" and moment.line_changed(one)]
    never = [
        n for n, one in lines if moment.line_status(one) == "off" and not moment.line_changed(one)
    ]
    assert gone
    assert never
    assert {drawing.line_color(name, state).name() for name in gone} == {
        look.color("changed").name()
    }
    assert look.color("changed").name() not in {
        drawing.line_color(name, state).name() for name in never
    }


@pytest.mark.parametrize("width", [500, 800, 1100, 1500])
def test_words_below_end_with_a_whole_sentence_where_one_has_room(
    page: PipelineView, look: Look, width: int
) -> None:
    drawing = Drawing(page.plan(page.session.lens), look, width, 360)
    for era in page.library.eras.values():
        state = page.state(page.session.lens.but(moment=era.start.first))
        lines, cut = drawing.words_below(state, page.library)
        text = " ".join(lines)
        said = words.belows(state.moment, state.mark, page.library)
        assert cut == (text not in said)
        assert text.endswith((".", ";")) or (text.endswith("…") and ". " not in text)


def test_on_a_projector_no_text_of_the_overview_is_smaller_than_18_pixels(
    page: PipelineView,
) -> None:
    drawing = Drawing(page.plan(page.session.lens), Look(load_theme("projector")), 1280, 640)
    assert min(font.pixelSize() for font in drawing.fonts.values()) >= 18
    assert drawing.layout.width <= 1281


def test_all_steps_can_be_seen_at_once(page: PipelineView) -> None:
    page.toggle_fit()
    bars = page.diagram.horizontalScrollBar(), page.diagram.verticalScrollBar()
    assert page.plan(page.session.lens).kind == "full"
    assert [bar.maximum() for bar in bars] == [0, 0]
    page.toggle_fit()
    assert page.session.lens.option("detail") == "full"
    assert bars[0].maximum() > 0


def test_lines_that_local_limits_bear_on_say_so(page: PipelineView, look: Look) -> None:
    state = page.state(page.session.lens.but(moment=date(2014, 12, 1)))
    drawing = Drawing(page.plan(Lens(options={"detail": "full"})), look, 1900, 1000)
    about = {c.about for c in drawing.captions(state, page.library) if c.role == "local"}
    limited = {name for name, edge in state.moment.edges.items() if edge.local}
    assert about
    assert about <= limited


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("detail", ["", "full"])
def test_words_beside_lines_touch_no_box_and_no_foreign_line(
    bundled: Library, session: Session, detail: str, scale: float, qtbot: QtBot
) -> None:
    look = Look(load_theme("light"), scale)
    page = PipelineView(bundled, session, look)
    qtbot.addWidget(page)
    lens = Lens(page="pipeline").with_option("detail", detail)
    drawing = Drawing(page.plan(lens), look, 1500, 700)
    found = 0
    for event in bundled.events.values():
        state = page.state(lens.but(moment=event.date.first, item=f"event:{event.id}"))
        captions = drawing.captions(state, bundled)
        found += len(captions)
        for number, caption in enumerate(captions):
            for box in drawing.layout.boxes.values():
                assert not caption.rect.intersects(QRectF(*box.rect))
            for other in captions[number + 1 :]:
                assert not caption.rect.intersects(other.rect)
    assert found


def test_a_tip_tells_all_that_a_box_leaves_out(page: PipelineView) -> None:
    page.toggle_detail()
    tip = page.diagram.tip_at(middle(page, "booking"))
    node = page.library.nodes["booking"]
    assert node.label in tip
    assert node.description in tip


def test_the_table_has_every_arrow_and_follows_the_moment(page: PipelineView) -> None:
    page.toggle_table()
    model = page.twin.model()
    assert model.rowCount() == len(page.library.edges)
    row = next(n for n, edge in enumerate(page.twin.arrows.edges) if edge.id == "e10")
    assert model.index(row, 3).data() == "in use in some places only"
    page.session.look(moment=date(2007, 1, 1))
    assert model.index(row, 3).data() == "not in use"


@pytest.mark.parametrize("scale", [1.0, 1.5, 3.0])
def test_the_table_keeps_its_heads_and_words_whole(
    bundled: Library, session: Session, scale: float, qtbot: QtBot
) -> None:
    session.go(Lens(page="pipeline", moment=date(2024, 1, 1), options={"pipeline": "table"}))
    page = PipelineView(bundled, session, Look(load_theme("light"), scale))
    qtbot.addWidget(page)
    page.resize(980, 500)
    page.show()
    head, cells = page.twin.horizontalHeader().fontMetrics(), page.twin.fontMetrics()
    model = page.twin.model()
    for column in range(model.columnCount()):
        room = page.twin.columnWidth(column)
        assert head.horizontalAdvance(model.headerData(column, Qt.Orientation.Horizontal)) < room
        for row in range(model.rowCount()):
            for word in model.index(row, column).data().split():
                assert cells.horizontalAdvance(word) < room, word
    QApplication.processEvents()  # lays the heading out
    heading = page._heading
    assert "Not researched for this date" in heading.text()
    assert heading.heightForWidth(heading.width()) <= heading.height()
    hidden = not page._corner.isVisible()
    assert hidden or not heading.geometry().intersects(page._corner.geometry())


def test_a_row_of_the_table_can_be_chosen(page: PipelineView, qtbot: QtBot) -> None:
    page.toggle_table()
    rect = page.twin.visualRect(page.twin.model().index(2, 0))
    QTest.mouseClick(page.twin.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert page.session.lens.item == f"edge:{page.twin.arrows.edges[2].id}"


def test_the_same_key_goes_back_to_the_diagram(page: PipelineView) -> None:
    page.toggle_table()
    assert page.twin.isVisible()
    page.toggle_table()
    assert page.diagram.isVisible()


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("detail", ["", "full"])
def test_every_theme_paints_the_diagram_into_a_picture(
    bundled: Library, session: Session, theme: str, detail: str, qtbot: QtBot
) -> None:
    look = Look(load_theme(theme), 2.0)
    session.go(Lens(page="pipeline").with_option("detail", detail))
    page = PipelineView(bundled, session, look)
    qtbot.addWidget(page)
    image = QImage(900, 500, QImage.Format.Format_ARGB32)
    image.fill(look.color("panel"))
    painter = QPainter(image)
    page.paint(painter, QRectF(0, 0, 900, 500))
    painter.end()
    colors = {image.pixel(x, y) for x in range(0, 900, 3) for y in range(0, 500, 3)}
    assert len(colors) > 8


def test_a_drawing_that_is_too_large_for_a_picture_is_drawn_smaller(
    page: PipelineView, look: Look
) -> None:
    page.toggle_detail()
    image = QImage(700, 300, QImage.Format.Format_ARGB32)
    ground = look.color("panel")
    image.fill(ground)
    painter = QPainter(image)
    page.paint(painter, QRectF(0, 0, 700, 300))
    painter.end()
    right = {image.pixel(x, y) for x in range(620, 690) for y in range(150, 270)}
    assert len(right) > 4  # the end of the path is in the picture


def test_a_scrolled_diagram_brings_the_box_with_the_keyboard_in_sight(
    page: PipelineView,
) -> None:
    page.toggle_detail()
    page.resize(500, 300)
    page.diagram.set_current("removal")
    body = page.diagram.drawing.body.toAlignedRect() if page.diagram.drawing else None
    index = page.diagram.currentIndex()
    assert body is not None
    assert body.contains(page.diagram.visualRect(index))


def test_the_buttons_in_the_corner_do_what_the_keys_do(page: PipelineView) -> None:
    page.detail_button.click()
    assert page.session.lens.option("detail") == "full"
    assert page.detail_button.isChecked()
    page.table_button.click()
    assert page.session.lens.option("pipeline") == "table"
    page.table_button.click()
    page.detail_button.click()
    assert not page.session.lens.options


def test_the_title_keeps_clear_of_the_buttons(page: PipelineView) -> None:
    drawing = page.diagram.drawing
    assert drawing is not None
    assert drawing.title_rect.right() <= page.detail_button.mapTo(page, QPoint(0, 0)).x()


def test_a_narrow_pane_leaves_the_buttons_out(page: PipelineView) -> None:
    page.resize(320, 300)
    assert not page.detail_button.isVisible()
    assert page.diagram.reserved == 0


# ------------------------------------------------------------ follow, cursor, groups, compare


def press(page: PipelineView, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(page.diagram, key, held or Qt.KeyboardModifier.NoModifier)


SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_shift_with_an_arrow_follows_the_path_and_escape_ends_it(page: PipelineView) -> None:
    page.diagram.set_current("ov_dhs")
    press(page, Qt.Key.Key_Right, SHIFT)
    assert page.session.lens.option("trace") == "forward:ov_dhs"
    state = page.diagram.shown
    assert state is not None
    assert state.lit is not None
    assert state.is_lit("ov_removal")
    assert not state.is_lit("ov_stop")
    press(page, Qt.Key.Key_Left, SHIFT)
    state = page.diagram.shown
    assert state is not None
    assert state.is_lit("ov_fbi")
    assert not state.is_lit("ov_removal")
    press(page, Qt.Key.Key_Escape)
    assert page.session.lens.option("trace") == ""
    assert page.diagram.shown is not None
    assert page.diagram.shown.lit is None


def test_what_is_followed_and_its_dead_ends_are_said_in_words(page: PipelineView) -> None:
    page.session.look(moment=date(2003, 1, 1))
    page.toggle_detail()
    page.trace("forward", "ident_check")
    assert "Dead ends, where no line in use leads on: IDENT check." in page.describe()
    page.trace("forward", "booking")
    assert "The path may end at:" in page.describe()


def test_a_followed_step_is_found_again_in_the_other_diagram(page: PipelineView) -> None:
    page.trace("forward", "ov_dhs")
    page.toggle_detail()
    assert page.diagram.shown is not None
    assert page.diagram.shown.lit is not None
    assert page.diagram.shown.lit.start == "ident_check"


def test_full_stop_and_comma_aim_at_lines_and_right_follows_the_aimed_one(
    page: PipelineView,
) -> None:
    page.diagram.set_current("ov_booking")
    said = [page.diagram.aim_next(forward=True) for _ in range(3)]
    assert said[0].startswith("From Booking to ")
    assert "1 of 3 ways on." in said[0]
    assert "2 of 3 ways on." in said[1]
    assert len(set(said)) == 3
    target = said[2].removeprefix("From Booking to ").partition(":")[0]
    press(page, Qt.Key.Key_Right)
    plan = page.plan(page.session.lens)
    assert plan.spots[current(page)].short == target
    press(page, Qt.Key.Key_Backspace)
    assert current(page) == "ov_booking"
    press(page, Qt.Key.Key_Comma)
    aimed = page.diagram._aimed()
    assert aimed is not None
    assert aimed.target == "ov_booking"


def test_a_box_that_nothing_leaves_says_so(page: PipelineView) -> None:
    page.diagram.set_current("ov_removal")
    assert page.diagram.aim_next(forward=True) == "No way leads on from Removal."


def test_enter_on_a_folded_group_opens_it_and_a_key_folds_it_again(page: PipelineView) -> None:
    page.toggle_detail()
    assert "gr_lookup" in page.diagram.steps.names
    page.diagram.set_current("gr_lookup")
    press(page, Qt.Key.Key_Return)
    assert page.session.lens.item == "group:gr_lookup"
    assert "lesc" in page.diagram.steps.names
    assert current(page) == "iaq"
    page.turn_current_group()
    assert current(page) == "gr_lookup"


def test_a_click_on_its_sign_opens_a_group(page: PipelineView) -> None:
    page.toggle_detail()
    drawing = page.diagram.drawing
    assert drawing is not None
    sign = next(one for one in drawing.signs if one.group == "gr_name")
    at = (drawing.body.topLeft() + sign.rect.center()).toPoint()
    QTest.mouseClick(page.diagram.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert "ncic_query" in page.diagram.steps.names


def test_all_groups_open_and_fold_at_once(page: PipelineView) -> None:
    page.toggle_detail()
    page.turn_all_groups()
    assert set(page.diagram.steps.names) == set(page.library.nodes)
    page.turn_all_groups()
    assert len(page.diagram.steps.names) < len(page.library.nodes)


@pytest.mark.parametrize("size", [(1280, 700), (1281, 701), (640, 900)])
@pytest.mark.parametrize("detail", ["", "full"])
def test_two_sides_have_every_box_in_the_same_place(
    page: PipelineView, detail: str, size: tuple[int, int]
) -> None:
    page.resize(*size)
    page.session.go(page.session.lens.with_option("detail", detail))
    for second in (date(2005, 1, 1), date(2014, 12, 1), date(1995, 1, 1)):
        page.session.look(moment2=second)
        QApplication.processEvents()
        one, other = page.diagram.drawing, page.sides.other.drawing
        assert one is not None
        assert other is not None
        assert one.layout.boxes == other.layout.boxes
        assert one.body == other.body


def test_a_key_begins_to_compare_and_ends_it(page: PipelineView) -> None:
    page.toggle_compare()
    assert page.session.lens.moment2 == date(2011, 8, 4)
    assert page.sides.isVisible()
    page.move_second(-12)
    assert page.session.lens.moment2 == date(2010, 8, 4)
    page.toggle_compare()
    assert page.session.lens.moment2 is None
    assert page.diagram.isVisible()
    assert not page.sides.isVisible()


def test_what_differs_between_two_dates_is_listed_and_can_be_chosen(page: PipelineView) -> None:
    page.resize(1280, 700)
    page.session.look(moment2=date(2014, 12, 1))
    rows = page.sides.differences.rowCount()
    moment, second = (
        page.state(page.session.lens).moment,
        page.scene.second_state(page.session.lens),
    )
    assert rows == len(moment.changed()) == len(second.moment.changed())
    assert rows > 0
    page.sides.list.activated.emit(page.sides.differences.index(0))
    assert page.session.lens.item.startswith("edge:")


def test_what_differs_is_told_in_the_names_on_the_boxes_and_no_form_by_its_code_alone(
    page: PipelineView,
) -> None:
    def difference(name: str) -> str:
        return next(t for ref, t in page.sides.differences.found if ref == f"edge:{name}")

    page.session.look(moment=date(2007, 1, 1), moment2=date(2015, 12, 10))
    assert "FBI check → DHS check: " in difference("e10")
    assert "→ Request for voluntary transfer (form I-247X): " in difference("e20")
    page.session.look(options={"detail": "full"})
    assert "FBI criminal-history check → DHS biometric check: " in difference("e10")
    assert "ICE field office decision → Request for voluntary transfer" in difference("e20")


def test_a_date_that_was_not_researched_is_not_compared(page: PipelineView) -> None:
    page.session.look(moment2=date(1990, 1, 1))
    assert page.sides.differences.rowCount() == 0
    assert "was not researched" in page.sides.summary.text()


def test_the_table_has_a_column_for_each_of_two_sides(page: PipelineView) -> None:
    page.session.look(moment2=date(2007, 1, 1))
    page.toggle_table()
    model = page.twin.model()
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert heads[3:5] == ["August 5, 2011", "January 1, 2007"]
    row = next(n for n, edge in enumerate(page.twin.arrows.edges) if edge.id == "e10")
    assert model.index(row, 3).data() == "in use in some places only"
    assert model.index(row, 4).data() == "not in use"


def test_a_place_is_in_the_title_and_its_rules_are_said(page: PipelineView) -> None:
    page.session.look(moment=date(2014, 12, 1), place="place:county:06075")
    text = page.describe()
    assert "December 1, 2014, San Francisco County, California" in text
    assert "California TRUST Act (since January 1, 2014)" in text
    drawing, state = page.diagram.drawing, page.diagram.shown
    assert drawing is not None
    assert state is not None
    local = {c.about for c in drawing.captions(state, page.library) if c.role == "local"}
    assert local == {"ov_jail"}
    assert page.place_button.isVisible()
    page.place_button.click()
    assert page.session.lens.place == ""


def test_a_place_without_a_limit_in_the_sources_says_so(page: PipelineView) -> None:
    page.session.look(moment=date(2014, 12, 1), place="place:county:48201")
    assert "The sources name no local limit on holding" in page.describe()


def test_two_places_are_compared_by_their_rules(page: PipelineView) -> None:
    page.session.look(
        moment=date(2014, 12, 1), place="place:county:06075", place2="place:county:17031"
    )
    texts = [text for _, text in page.sides.differences.found]
    assert any("Cook County, Illinois: Rule on holding" in text for text in texts)
    assert any("California TRUST Act" in text for text in texts)


def test_counts_say_what_they_do_not_follow_and_lead_to_their_sources(page: PipelineView) -> None:
    page.resize(1280, 720)
    page.toggle_counts()
    assert "does not follow one group of people" in page.counts.caution.text()
    model = page.counts.table.numbers
    texts = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert any(text.startswith("Not accounted for, by subtraction: ") for text in texts)
    page.counts.table.activated.emit(model.index(0, 0))
    assert page.session.lens.item.startswith("funnel:")
    page.toggle_counts()
    assert not page.counts.isVisible()


def test_the_number_of_what_passes_along_a_line_stands_at_the_line(page: PipelineView) -> None:
    page.session.go(page.session.lens.with_option("counts", "SC_NAT_2011"))
    drawing, state = page.diagram.drawing, page.diagram.shown
    assert drawing is not None
    assert state is not None
    found = {c.about: c.lines for c in drawing.captions(state, page.library) if c.role == "count"}
    assert found["ov_fbi>ov_dhs"] == ("7,225,393",)
    assert found["ov_case>ov_removal"] == ("101,741",)


@pytest.mark.parametrize("detail", ["", "full"])
def test_no_box_moves_with_a_place_a_followed_way_or_a_walked_one(
    page: PipelineView, detail: str
) -> None:
    page.session.go(page.session.lens.with_option("detail", detail))
    drawing = page.diagram.drawing
    lens = page.session.lens.but(place="place:county:06075")
    for changed in (
        lens,
        lens.with_option("trace", "back:ov_removal"),
        lens.with_option("path", "e05,e06,e07"),
    ):
        page.session.go(changed)
        assert page.diagram.drawing is not None
        assert drawing is not None
        assert page.diagram.drawing.layout.boxes == drawing.layout.boxes


def test_a_walked_way_is_lit_from_a_link_or_by_the_page_that_walks(page: PipelineView) -> None:
    page.session.go(page.session.lens.with_option("path", "e05,e06"))
    assert page.diagram.shown is not None
    assert page.diagram.shown.is_lit("ov_booking")
    assert not page.diagram.shown.is_lit("ov_removal")
    assert "Lit: the way of this walk" in page.describe()
    page.session.go(page.session.lens.with_option("path", ""))
    page.light(["e49"])
    assert page.diagram.shown.is_lit("ov_removal")
    page.light([])
    assert page.diagram.shown.lit is None


def test_a_folded_group_is_heard_as_one_and_its_sign_has_a_tip(page: PipelineView) -> None:
    page.toggle_detail()
    assert "A folded group, steps inside: 3. Enter opens it." in spoken(page, "gr_lookup")
    drawing = page.diagram.drawing
    assert drawing is not None
    sign = next(one for one in drawing.signs if one.group == "gr_lookup")
    at = (drawing.body.topLeft() + sign.rect.center()).toPoint()
    assert page.diagram.tip_at(at).startswith(page.library.groups["gr_lookup"].label)


def test_a_picture_of_two_dates_has_both_sides(page: PipelineView, look: Look) -> None:
    page.session.look(moment2=date(2003, 1, 1))
    image = QImage(1600, 400, QImage.Format.Format_ARGB32)
    image.fill(look.color("panel"))
    painter = QPainter(image)
    page.paint(painter, QRectF(0, 0, 1600, 400))
    painter.end()
    one, other = image.copy(0, 0, 800, 400), image.copy(800, 0, 800, 400)
    assert one != other
    for side in (one, other):
        colors = {side.pixel(x, y) for x in range(0, 800, 3) for y in range(0, 400, 3)}
        assert len(colors) > 8


@pytest.mark.parametrize("options", [{}, {"trace": "forward:ov_dhs"}, {"counts": "SC_NAT_2011"}])
def test_on_a_projector_no_state_of_the_overview_has_smaller_text(
    page: PipelineView, options: dict[str, str]
) -> None:
    lens = page.session.lens.but(options=options, place="place:county:06075")
    drawing = Drawing(page.plan(lens), Look(load_theme("projector")), 1280, 640)
    state = page.state(lens)
    assert min(font.pixelSize() for font in drawing.fonts.values()) >= 18
    for caption in drawing.captions(state, page.library):
        for line in caption.lines:
            assert drawing.measure(line, "note")[0] <= caption.rect.width() + 1, line


def test_a_link_with_unknown_parts_shows_the_plain_diagram(page: PipelineView) -> None:
    options = {"counts": "NOTHING", "trace": "forward:nowhere", "groups": "x", "path": "e999"}
    page.session.go(page.session.lens.but(options=options))
    assert page.diagram.isVisible()
    assert page.diagram.shown is not None
    assert page.diagram.shown.lit is None
    assert page.diagram.shown.cuts is None
    assert not page.diagram.quiet


@pytest.mark.parametrize("theme", ["light", "projector"])
@pytest.mark.parametrize("size", [(1280, 420), (900, 300)])
def test_numbers_and_widths_of_counts_never_lie_on_each_other(
    page: PipelineView, theme: str, size: tuple[int, int]
) -> None:
    lens = page.session.lens.with_option("counts", "SC_NAT_2011,SC_CA_2011")
    drawing = Drawing(page.plan(lens), Look(load_theme(theme)), *size, quiet=True)
    state = page.state(lens)
    assert state.cuts is not None
    numbers = [c.rect for c in drawing.captions(state, page.library) if c.role == "count"]
    assert numbers
    found = drawing.counted(state.cuts)
    assert len(numbers) == len(found.ribbons) + len(found.blocks) == 10
    for number in numbers:
        assert not any(number.intersects(width) for width in found.areas())
        assert not any(number is not one and number.intersects(one) for one in numbers)


@pytest.mark.parametrize("detail", ["", "full"])
def test_every_width_of_two_cuts_is_its_number_on_one_scale(
    page: PipelineView, detail: str
) -> None:
    lens = page.session.lens.with_option("counts", "SC_NAT_2011,SC_NAT_2009")
    lens = lens.with_option("detail", detail)
    drawing = Drawing(page.plan(lens), page.look, 1880, 900, quiet=True)
    state = page.state(lens)
    assert state.cuts is not None
    found = drawing.counted(state.cuts)
    scale = max(one.wide for one in found.ribbons) / state.cuts.most
    for one in found.ribbons:
        assert one.wide == pytest.approx(max(LEAST, scale * one.bar.value))
    for block in found.blocks:
        sides = (block.rect.width(), block.rect.height())
        assert pytest.approx(max(LEAST, scale * block.bar.value)) in sides
    assert found.too_small == (scale * 16631 < LEAST)


@pytest.mark.parametrize("cut", ["SC_NAT_2011", "SC_NAT_2009", "TRAC_DET", "MPI_2014"])
def test_every_count_of_a_cut_is_beside_its_width_on_a_small_projector(
    page: PipelineView, cut: str
) -> None:
    lens = page.session.lens.with_option("counts", cut)
    drawing = Drawing(page.plan(lens), Look(load_theme("projector")), 1238, 330, quiet=True)
    state = page.state(lens)
    assert state.cuts is not None
    found = drawing.counted(state.cuts)
    shown = [c.bar for c in drawing.captions(state, page.library) if c.bar is not None]
    drawn = [one.bar for one in found.ribbons] + [one.bar for one in found.blocks]
    assert drawn
    assert {id(bar) for bar in shown} == {id(bar) for bar in drawn}


def test_a_number_leads_to_its_source_by_a_click(page: PipelineView) -> None:
    page.resize(1280, 700)
    page.session.go(page.session.lens.with_option("counts", "SC_NAT_2009"))
    drawing, state = page.diagram.drawing, page.diagram.shown
    assert drawing is not None
    assert state is not None
    caption = next(c for c in drawing.captions(state, page.library) if c.bar is not None)
    point = (caption.rect.center() + drawing.body.topLeft()).toPoint()
    assert "Each number counts events of one period." in page.diagram.tip_at(point)
    QTest.mouseClick(page.diagram.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert page.session.lens.item == "funnel:SC_NAT_2009"


def test_the_table_says_which_arrows_have_no_published_figure(page: PipelineView) -> None:
    page.session.go(page.session.lens.with_option("counts", "SC_NAT_2011"))
    page.toggle_table()
    model = page.twin.model()
    said = {edge.id: model.index(row, 6).data() for row, edge in enumerate(page.twin.arrows.edges)}
    assert said["e10"].startswith("7,225,393 (")
    assert said["e49"].startswith("101,741, together with “Departure”")
    assert said["e12"] == "no published figure"
    assert "It does not follow one group of people" in page._heading.text()
    page.toggle_counts()
    assert page.twin.model().columnCount() == 6


def test_numbers_of_another_time_say_so(page: PipelineView) -> None:
    page.session.go(page.session.lens.with_option("counts", "SC_NAT_2011"))
    assert "another time than the date shown, August 5, 2011" in page.counts.caution.text()
    page.session.look(moment=date(2010, 8, 5))
    assert "another time" not in page.counts.caution.text()


def test_the_table_sorts_by_its_heads_and_begins_in_the_order_of_the_path(
    page: PipelineView,
) -> None:
    page.toggle_table()
    model = page.twin.model()
    assert model.index(0, 0).data() == "Police stop or street encounter"
    page.twin.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    column = [model.index(row, 1).data() for row in range(model.rowCount())]
    assert column == sorted(column)
    page.twin.clicked.emit(model.index(0, 1))
    chosen = page.library.edges[page.session.lens.item.removeprefix("edge:")]
    assert page.library.nodes[chosen.to].label == column[0]


def test_two_overviews_fit_a_small_projector_without_scrolling(
    bundled: Library, session: Session, qtbot: QtBot
) -> None:
    session.go(Lens(page="pipeline", moment=date(2008, 12, 15), moment2=date(2012, 12, 1)))
    page = PipelineView(bundled, session, Look(load_theme("projector")))
    qtbot.addWidget(page)
    page.resize(1240, 630)
    page.show()
    QApplication.processEvents()
    assert page.sides.area.verticalScrollBar().maximum() == 0
    for diagram in (page.diagram, page.sides.other):
        assert diagram.verticalScrollBar().maximum() == 0
        assert diagram.horizontalScrollBar().maximum() == 0


def test_all_steps_open_where_something_changed_and_say_how_to_fit_them(
    bundled: Library, session: Session, qtbot: QtBot
) -> None:
    session.go(Lens(page="pipeline", moment=date(2014, 12, 1), options={"detail": "full"}))
    page = PipelineView(bundled, session, Look(load_theme("light")))
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    QApplication.processEvents()
    drawing, state = page.diagram.drawing, page.diagram.shown
    assert drawing is not None
    assert state is not None
    assert "Shift+D" in " ".join(drawing.words_below(state, bundled)[0])
    body = drawing.body.toAlignedRect()
    target = sought(page.plan(session.lens), state)[-1]
    row = page.diagram.steps.names.index(target)
    assert body.contains(page.diagram.visualRect(page.diagram.steps.index(row)).center())
    page.toggle_fit()
    drawing = page.diagram.drawing
    assert drawing is not None
    assert "Shift+D" not in " ".join(drawing.words_below(page.state(session.lens), bundled)[0])


def test_before_march_2003_boxes_speak_of_the_agency_of_the_day(page: PipelineView) -> None:
    page.session.look(moment=date(2002, 6, 1))
    assert "INS looks the person up" in spoken(page, "ov_lookup")
    assert "INS is the Immigration and Naturalization Service" in page.describe()
    page.session.look(moment=date(2004, 6, 1))
    assert "ICE looks the person up" in spoken(page, "ov_lookup")
    assert "INS" not in page.describe()


def test_comparing_and_counting_go_where_there_is_room(
    bundled: Library, session: Session, qtbot: QtBot
) -> None:
    page = PipelineView(bundled, session, Look(load_theme("light")))
    qtbot.addWidget(page)
    page.show()
    for begin in (page.toggle_compare, page.toggle_counts):
        session.go(Lens(page="explore", moment=date(2011, 8, 5)))
        begin()
        assert session.lens.page == "pipeline"
        session.back()
        assert session.lens.page == "explore"
