"""The evidence page as a reader uses it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from explorer.content import balance
from explorer.content.library import Library
from explorer.evidence.compare import pairs, scales
from explorer.evidence.view.answers import AnswerBlock, AnswersView
from explorer.evidence.view.bars import BarView
from explorer.evidence.view.desk import QuestionsPanel
from explorer.evidence.view.differ import DifferTable
from explorer.evidence.view.dossier import DossierDesk
from explorer.evidence.view.page import EvidenceView
from explorer.evidence.view.prose import Prose, Writer
from explorer.evidence.view.question import QuestionDesk, told_pairs
from explorer.evidence.view.staged import StagedAnswers
from explorer.evidence.view.words import cell, figure
from explorer.reader.dossier import dossier
from explorer.reader.lens import Lens
from explorer.reader.theme import load_theme
from explorer.ui.paint import Look
from explorer.ui.session import Session

PARTIES = ("lane", "actor", "outcome", "changed", "conflict")  # roles that carry a meaning


@pytest.fixture
def page(bundled: Library, qtbot: QtBot) -> EvidenceView:
    """The page at a question with figures, meanings and quotations."""
    session = Session(Lens(page="evidence", item="question:serious-convictions"))
    view = EvidenceView(bundled, session, Look(load_theme("light")))
    qtbot.addWidget(view)
    view.resize(1280, 760)
    view.show()
    qtbot.waitUntil(lambda: panel(view).area.verticalScrollBar().maximum() > 1000)
    return view


def panel(page: EvidenceView) -> QuestionsPanel:
    """The questions part."""
    part = page.part("")
    assert isinstance(part, QuestionsPanel)
    return part


def question_desk(page: EvidenceView) -> QuestionDesk:
    """The desk of the question in view."""
    desk = panel(page).desk
    assert isinstance(desk, QuestionDesk)
    return desk


def blocks(page: EvidenceView) -> list[AnswerBlock]:
    """The answers of the question in view."""
    answers = question_desk(page).answers
    assert isinstance(answers, AnswersView)
    return answers.blocks


def prose(page: EvidenceView, words: str) -> Prose:
    """The text that holds some words."""
    desk = panel(page).desk
    assert desk is not None
    return next(one for one in desk.findChildren(Prose) if words in one.toPlainText())


def test_every_answer_stands_with_its_figure_source_and_confidence(page: EvidenceView) -> None:
    desk = question_desk(page)
    assert len(blocks(page)) == 7
    for block in blocks(page):
        text = block.text.toPlainText()
        assert "confidence" in text
        assert "Sources:" in text
    assert "about 12%" in desk.plain()
    assert "Out of all ICE removals and returns (368,644)" in desk.plain()


def test_the_list_is_walked_by_key_and_one_step_back_leaves_it(page: EvidenceView) -> None:
    QTest.keyClick(panel(page).list, Qt.Key.Key_Down)
    QTest.keyClick(panel(page).list, Qt.Key.Key_Down)
    assert page.session.lens.item == "question:share-of-removals"
    assert "What share of removals" in panel(page).plain()
    page.session.back()
    assert page.session.lens.item == "question:serious-convictions"


def test_a_statistic_opens_its_dossier_in_one_step_and_back_returns(page: EvidenceView) -> None:
    before = page.session.lens
    prose(page, "about 12%").anchorClicked.emit(QUrl("claim:trac-12"))
    assert isinstance(panel(page).desk, DossierDesk)
    assert "All about one figure" in panel(page).plain()
    page.session.back()
    assert page.session.lens == before
    assert isinstance(panel(page).desk, QuestionDesk)


def test_the_dossier_of_a_figure_of_a_series_says_period_and_source(page: EvidenceView) -> None:
    target = "series:secure-communities-stats/sc-share-of-ice-removals@2011"
    page.session.go(dossier(page.session.lens, target))
    told = panel(page).plain()
    for words in ("about 20%", "Fiscal 2011", "Sources", "Where it is used", "Definition"):
        assert words in told


def test_the_question_of_a_dossier_is_one_click_away(page: EvidenceView) -> None:
    page.session.look(item="claim:mpi-three-quarters")
    desk = panel(page).desk
    assert isinstance(desk, DossierDesk)
    desk.back.click()
    assert page.session.lens.item == "question:share-of-removals"


def test_a_source_opens_among_the_sources(page: EvidenceView) -> None:
    panel(page).open_ref("source:trac-349")
    assert page.session.lens.option("desk") == "sources"
    assert page.session.lens.item == "source:trac-349"


def test_a_figure_is_shown_on_the_desk_even_from_among_the_sources(page: EvidenceView) -> None:
    page.session.look(item="claim:trac-12", options={"desk": "sources"})
    assert page.stack.currentWidget() is panel(page)


def test_a_meaning_greys_out_what_counts_otherwise_and_says_why(page: EvidenceView) -> None:
    desk = question_desk(page)
    desk.buttons["trac"].click()
    assert page.session.lens.option("meaning") == "trac"
    apart = {b.answer.target for b in blocks(page) if b.bar and b.bar.apart}
    assert apart == {b.answer.target for b in blocks(page)} - {"claim:trac-12"}
    assert "Cannot be compared: Counts people with no conviction" in desk.plain()
    desk.buttons[""].click()
    assert "Cannot be compared" not in desk.plain()


def test_a_meaning_is_left_behind_with_its_question(page: EvidenceView) -> None:
    question_desk(page).buttons["trac"].click()
    QTest.keyClick(panel(page).list, Qt.Key.Key_Down)
    assert page.session.lens.option("meaning") == ""


@pytest.mark.parametrize("question", ["voluntary", "section-1373", "arrests-in-jails"])
def test_a_question_without_figures_says_so(page: EvidenceView, question: str) -> None:
    page.session.look(item=f"question:{question}")
    desk = question_desk(page)
    assert "No figures" in desk.plain()
    assert desk.answers is None
    assert desk.table is None


def test_every_question_shows_sides_quotations_and_what_is_not_known(page: EvidenceView) -> None:
    for question in page.library.questions.values():
        page.session.look(item=f"question:{question.id}")
        told = panel(page).plain()
        assert question.unknown in told
        assert all(text in told for text in question.ask)
        for side in (question.side_a, question.side_b):
            assert side.text in told
        for spoken in balance.spoken(page.library, question):
            for one in spoken:
                assert one.text in told


def test_few_answers_stand_in_a_table_with_a_column_for_each(
    page: EvidenceView, qtbot: QtBot
) -> None:
    page.resize(1900, 900)
    page.session.look(item="question:arrests-by-group")
    desk = question_desk(page)
    table = desk.table
    assert table is not None
    assert table.isVisible()
    assert desk.groups is not None
    assert not desk.groups.isVisible()
    assert table.columnCount() == len(desk.found)
    names = [table.verticalHeaderItem(row).text() for row in range(table.rowCount())]
    assert names[:4] == ["Figure", "Who says it", "Counts", "Out of"]
    assert "Border cases" in names
    qtbot.waitUntil(lambda: table.verticalScrollBar().maximum() == 0)
    assert table.horizontalScrollBar().maximum() == 0


def test_many_answers_stand_by_what_they_have_in_common(page: EvidenceView) -> None:
    desk = question_desk(page)
    assert desk.table is None
    assert desk.groups is not None
    told = desk.groups.toPlainText()
    for words in ("Out of", "Period", "“Serious” means", "Border cases"):
        assert words in told
    after = told.partition("All ICE removals (368,644)")[2].partition("Interior")[0]
    assert "41% and 20%" in after
    assert "59%, ICE" in after
    assert "82%" not in after


def test_a_count_in_millions_is_never_told_without_them(page: EvidenceView) -> None:
    page.session.look(item="question:places-with-limits")
    groups = question_desk(page).groups
    assert groups is not None
    assert "at least 5.9 million people, Rosenblum" in groups.toPlainText()


def test_answers_and_why_they_differ_are_both_in_the_first_view(page: EvidenceView) -> None:
    desk = question_desk(page)
    assert desk.groups is not None
    first = blocks(page)[0]
    for part in (first, desk.groups):
        assert part.mapTo(panel(page), QPoint()).y() < page.height() // 2
    assert desk.groups.mapTo(desk, QPoint()).x() > first.mapTo(desk, first.rect().topRight()).x()


def test_tab_goes_down_the_left_column_and_then_the_right(page: EvidenceView) -> None:
    desk = question_desk(page)
    found: list[QPoint] = []
    start: QWidget = desk.papers[0].findChildren(QTextBrowser)[0]
    part: QWidget | None = start.nextInFocusChain()
    while part is not None and part is not start:
        is_reached = part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        if is_reached and desk.isAncestorOf(part):
            found.append(part.mapTo(desk, QPoint()))
        part = part.nextInFocusChain()
    assert len(found) > 10
    middle = desk.width() // 2
    turns = [one.x() > middle for one in found]
    assert turns == sorted(turns)
    for half in (False, True):
        heights = [one.y() for one, right in zip(found, turns, strict=True) if right is half]
        assert heights == sorted(heights)


def test_bars_of_one_whole_are_drawn_equally_wide(page: EvidenceView) -> None:
    desk = question_desk(page)
    for scale in scales(desk.found):
        targets = {answer.target for answer in scale.answers}
        bars = [bar for bar in desk.findChildren(BarView) if bar.answer.target in targets]
        assert len({(bar.width(), bar.top) for bar in bars}) == 1


def test_nothing_is_painted_where_nobody_published_a_figure(page: EvidenceView) -> None:
    bar = next(
        one
        for one in question_desk(page).findChildren(BarView)
        if one.answer.target == "claim:ice-59"
    )
    image = bar.grab().toImage()
    y = 6
    inked = [x for x in range(image.width()) if image.pixelColor(x, y) == page.look.color("accent")]
    assert max(inked) == pytest.approx(bar._x(59), abs=3)
    assert bar._x(59) == pytest.approx(2 + (bar._x(100) - 2) * 0.59)


def test_no_color_tells_a_side(page: EvidenceView) -> None:
    desk = question_desk(page)
    told = {page.look.color(role).name() for role in page.look.roles if role.startswith(PARTIES)}
    own = {page.look.color(role).name() for role in ("text", "text-quiet", "link")}
    for one in desk.findChildren(Prose):
        assert not any(color in one.toHtml() for color in told - own)


def cut(page: EvidenceView) -> list[str]:
    """The texts that are taller than their place."""
    texts = question_desk(page).findChildren(QTextBrowser)
    return [
        one.accessibleName()
        for one in texts
        if one.isVisible() and one.document().size().height() > one.height() + 1
    ]


@pytest.mark.parametrize("width", [1024, 1280, 1600])
def test_no_text_is_cut(page: EvidenceView, qtbot: QtBot, width: int) -> None:
    page.resize(width, 760)
    qtbot.waitUntil(lambda: not cut(page))


def test_a_narrow_page_folds_the_list_away_and_opens_it_again(page: EvidenceView) -> None:
    page.resize(800, 700)
    part = panel(page)
    assert not part.list.isVisibleTo(page)
    part.list_button.click()
    assert part.list.isVisibleTo(page)
    part.list.itemClicked.emit(part.list.item(4))
    assert page.session.lens.item == "question:voluntary"
    assert not part.list.isVisibleTo(page)
    part.next_button.click()
    assert page.session.lens.item == "question:section-1373"


def painted(page: EvidenceView, width: int, height: int) -> QImage:
    """The page drawn into a picture."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff00ff"))
    painter = QPainter(image)
    page.paint(painter, QRectF(0, 0, width, height))
    painter.end()
    return image


def test_a_large_picture_holds_the_whole_desk(page: EvidenceView) -> None:
    """What a window would have to scroll to is in it as well."""
    before = panel(page).desk.size()  # type: ignore[union-attr]
    image = painted(page, 3000, 1700)
    paper = page.look.color("panel")
    inked = [x for x in range(0, 3000, 4) if image.pixelColor(x, 40) == paper]
    assert max(inked) - min(inked) > 1500  # several columns
    assert panel(page).desk.size() == before  # type: ignore[union-attr]


def test_a_picture_too_small_for_the_whole_desk_shows_what_the_window_shows(
    page: EvidenceView,
) -> None:
    shown = painted(page, page.width(), page.height())
    port = panel(page).area
    corner = port.mapTo(page, QPoint(port.width() // 4, port.height() // 2))
    box = (corner.x(), corner.y(), 200, 100)
    assert shown.copy(*box) == page.grab().toImage().convertToFormat(shown.format()).copy(*box)


def test_an_audience_sees_large_answers_and_no_controls(bundled: Library, qtbot: QtBot) -> None:
    session = Session(Lens(page="evidence", item="question:share-of-removals"))
    view = EvidenceView(bundled, session, Look(load_theme("light"), 2.25, most=8.0))
    qtbot.addWidget(view)
    view.set_stage(True)
    view.resize(1790, 560)
    view.show()
    assert not [one for one in view.findChildren(QAbstractButton) if one.isVisible()]
    assert not panel(view).list.isVisible()
    answers = question_desk(view).answers
    assert isinstance(answers, StagedAnswers)
    assert len(answers.cells) == 6

    def bottom() -> int:
        return max(one.mapTo(view, one.rect().bottomLeft()).y() for _, one in answers.cells)

    qtbot.waitUntil(lambda: 300 < bottom() <= view.height())
    for answer, shown in answers.cells:
        assert figure(answer) in shown.toPlainText()
        assert cell(answer, "counts") in shown.toPlainText()


def test_the_controls_come_back_after_the_talk(page: EvidenceView) -> None:
    page.set_stage(True)
    page.set_stage(False)
    assert page._buttons["sources"].isVisible()
    assert panel(page).next_button.isVisible()
    assert not isinstance(question_desk(page).answers, StagedAnswers)


def test_what_is_spoken_holds_the_question_and_its_answers(page: EvidenceView) -> None:
    told = page.describe()
    assert "How many of those removed had serious convictions?" in told
    assert "82%" in told


def test_another_look_keeps_question_and_meaning(page: EvidenceView) -> None:
    page.session.look(options={"meaning": "nyt"})
    page.restyle(Look(load_theme("dark"), 2.0))
    desk = question_desk(page)
    assert desk.buttons["nyt"].isChecked()
    assert "Cannot be compared" in desk.plain()


def test_the_switch_turns_to_the_sources_and_back(page: EvidenceView) -> None:
    page._buttons["sources"].click()
    assert page.session.lens.option("desk") == "sources"
    page._buttons[""].click()
    assert page.stack.currentWidget() is panel(page)


def test_scrolling_keys_in_a_text_scroll_the_desk(page: EvidenceView) -> None:
    text = prose(page, "How many of those removed")
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_PageDown)
    assert panel(page).area.verticalScrollBar().value() > 0
    assert text.mapTo(panel(page), QPoint()).y() < 100


def test_going_back_finds_the_place_that_was_left(page: EvidenceView) -> None:
    bar = panel(page).area.verticalScrollBar()
    bar.setValue(700)
    panel(page).open_ref("claim:trac-12")
    assert panel(page).area.verticalScrollBar().value() == 0
    page.session.back()
    assert panel(page).area.verticalScrollBar() is bar
    assert bar.value() == 700


def test_the_folded_list_has_the_keyboard_while_it_is_open(
    page: EvidenceView, qtbot: QtBot
) -> None:
    part = panel(page)
    page.activateWindow()
    part.list_button.click()
    qtbot.waitUntil(part.list.hasFocus)
    QTest.keyClick(part.list, Qt.Key.Key_Down)
    assert part.list.isVisible()
    QTest.keyClick(part.list, Qt.Key.Key_Return)
    assert not part.list.isVisible()
    assert part.next_button.hasFocus()
    assert page.session.lens.item == "question:convictions-found"


def test_a_step_to_the_next_question_closes_the_list(page: EvidenceView) -> None:
    part = panel(page)
    part.list_button.click()
    part.next_button.click()
    assert not part.list.isVisible()
    assert part.stack.isVisible()


def test_what_is_not_found_is_said_with_a_link_to_the_nearest(page: EvidenceView) -> None:
    page.session.look(item="question:volontary")
    told = prose(page, "There is no “question:volontary” here")
    assert "The nearest is: Was Secure Communities voluntary?" in told.toPlainText()
    told.anchorClicked.emit(QUrl("question:voluntary"))
    assert page.session.lens.item == "question:voluntary"
    assert "There is no" not in panel(page).plain()


def test_meanings_stand_in_one_row_or_else_in_one_box(page: EvidenceView) -> None:
    desk = question_desk(page)
    assert len({button.y() for button in desk.buttons.values()}) == 1
    assert desk.buttons["trac"].isVisible()
    assert not desk.choice.isVisible()
    page.restyle(Look(load_theme("light"), 2.0))
    row = question_desk(page).buttons.values()
    assert {(button.isVisible(), button.y()) for button in row} == {(True, next(iter(row)).y())}
    page.restyle(Look(load_theme("light"), 3.0))
    page.resize(720, 700)
    desk = question_desk(page)
    assert desk.choice.isVisible()
    assert not desk.buttons["trac"].isVisible()
    desk.choice.activated.emit(desk.choice.findData("trac"))
    assert page.session.lens.option("meaning") == "trac"
    assert "Cannot be compared" in desk.plain()
    page.session.look(options={})
    assert desk.choice.currentIndex() == 0


def test_no_sentence_of_why_figures_differ_is_told_twice(page: EvidenceView) -> None:
    for question in page.library.questions.values():
        page.session.look(item=f"question:{question.id}")
        groups = question_desk(page).groups
        if groups is not None:
            told = re.findall(r"[A-Z][^.\n]{30,}\.(?=\s)", groups.toPlainText() + "\n")
            assert len(told) == len(set(told)), question.id
    page.session.look(item="question:places-with-limits")
    groups = question_desk(page).groups
    assert groups is not None
    assert groups.toPlainText().count("States, counties and cities sum to 362.") == 1


def test_pairs_that_differ_for_one_reason_tell_it_once(page: EvidenceView) -> None:
    (first, second, *_) = pairs(page.library, question_desk(page).found)
    writer = Writer(page.look)
    html = told_pairs([first, replace(second, why=first.why)], writer)
    assert html.count(writer.told(first.why)) == 1
    assert html.count("against") >= 2


def test_a_definition_that_answers_share_stands_once_in_their_table(page: EvidenceView) -> None:
    page.session.look(item="question:four-hundred-thousand")
    desk = question_desk(page)
    table = DifferTable(desk.found, "", page.look, desk)
    names = [table.verticalHeaderItem(at).text() for at in range(table.rowCount())]
    items = [table.item(names.index("Definition"), at) for at in range(table.columnCount())]
    told = [item.text() for item in items if item is not None]
    assert len(told) == len(desk.found)
    assert told[0].startswith("ICE counts what ICE carried out")
    assert set(told[1:]) == {f"The same as for {figure(desk.found[0])}"}
