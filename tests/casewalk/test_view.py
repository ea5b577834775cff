"""The page answers at once, follows the session, and keeps a built person to itself."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from explorer.card.view.page import CardView
from explorer.casewalk.compare import FINALS
from explorer.casewalk.view import facts, supposed, words
from explorer.casewalk.view.arrangement import PARTS
from explorer.casewalk.view.cells import SUPPOSED
from explorer.casewalk.view.chip import paint_chip, shape_of
from explorer.casewalk.view.choice import Number
from explorer.casewalk.view.detail import MORE
from explorer.casewalk.view.others import NOTHING, OTHERS, TOLD
from explorer.casewalk.view.page import CaseWalkView
from explorer.content.library import Library
from explorer.pipeline.view.page import PipelineView
from explorer.policy.report import FINAL
from explorer.reader.lens import Lens
from explorer.reader.theme import load_theme, theme_names
from explorer.ui.page import Page
from explorer.ui.paint import Look
from explorer.ui.session import Session

APRIL = date(2014, 4, 11)
LAPD = "place:agency:lapd"


@pytest.fixture
def look(qapp: object) -> Look:
    return Look(load_theme("light"))


@pytest.fixture
def page(bundled: Library, session: Session, look: Look, qtbot: QtBot) -> CaseWalkView:
    session.go(Lens(page="casewalk", profile="profile:P02", place=LAPD, moment=APRIL))
    panes: Mapping[str, Page] = {
        "pipeline": PipelineView(bundled, session, look),
        "card": CardView(bundled, session, look),
    }
    page = CaseWalkView(bundled, session, look, panes)
    qtbot.addWidget(page)
    page.resize(1440, 820)
    page.show()
    qtbot.waitExposed(page)
    return page


def answer(page: CaseWalkView) -> str:
    return page.what.answer.text()


def outcomes(page: CaseWalkView) -> dict[str, str]:
    return {one.id: one.outcome for one in page.stops}


def pick(page: CaseWalkView, name: str, value: str) -> None:
    """Choose a value as a reader does."""
    field = page.person.fields[name]
    field.show_value(value)
    field.picked.emit(value)


# ------------------------------------------------------------------------- the walk answers


def test_the_walk_answers_at_once(page: CaseWalkView) -> None:
    assert answer(page) == "No request"
    assert page.what.steps.current().id == "request"  # type: ignore[union-attr]
    assert "Morton" in page.what.detail.toPlainText()


def test_another_profile_gets_its_own_answer(page: CaseWalkView) -> None:
    page.person.profile.picked.emit("P01")
    assert page.session.lens.profile == "profile:P01"
    assert answer(page) == "Not identified"


def test_a_chosen_person_is_walked_at_home_in_one_step_of_the_trail(page: CaseWalkView) -> None:
    before, trail = page.session.lens, len(page.session.trail())
    page.person.profile.picked.emit("P06")
    lens = page.session.lens
    assert (lens.place, lens.moment) == ("place:county:53033", date(2014, 2, 14))
    assert len(page.session.trail()) == trail + 1
    assert page.person.same.isHidden()
    page.session.back()
    assert page.session.lens == before


def test_before_the_persons_own_date_it_is_said_that_the_facts_stay(page: CaseWalkView) -> None:
    says = "The person’s facts stay the same on any date."
    page.person.profile.picked.emit("P06")
    for day, is_said in ((date(2014, 2, 13), True), (date(2014, 2, 14), False)):
        page.session.look(moment=day)
        assert page.person.same.text() == says
        assert page.person.same.isHidden() != is_said
        assert (says in page.what.sentence.text()) == is_said
        assert (says in page.describe()) == is_said


def test_another_place_and_date_get_another_answer(page: CaseWalkView) -> None:
    page.session.look(profile="profile:P07", place="place:county:06075")
    assert answer(page) == "Hold possible"
    page.session.look(moment=date(2014, 6, 10))
    assert answer(page) == "Not held"


def test_a_place_is_chosen_by_its_name(page: CaseWalkView) -> None:
    box = page.person.place
    box.setText("cook county")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert page.session.lens.place == "place:county:17031"
    assert box.text() == "Cook County, Illinois"


def test_a_name_that_is_no_place_changes_nothing(page: CaseWalkView) -> None:
    before = page.session.lens
    page.person.place.setText("Atlantis")
    QTest.keyClick(page.person.place, Qt.Key.Key_Return)
    assert page.session.lens == before


def test_the_date_of_the_page_is_the_moment(page: CaseWalkView) -> None:
    page.person.day.setDate(page.person.day.date().addDays(100))
    assert page.session.lens.moment == date(2014, 7, 20)
    page.session.look(moment=date(2012, 5, 2))
    assert page.person.day.date().toPython() == date(2012, 5, 2)


def test_a_day_outside_the_years_is_said_to_be_not_researched(page: CaseWalkView) -> None:
    page.session.look(moment=date(1995, 1, 1))
    assert answer(page) == "Not researched"
    assert outcomes(page)["request"] == "not_researched"


def test_without_a_place_the_person_is_walked_at_home(page: CaseWalkView) -> None:
    page.session.look(place="", profile="profile:P05")
    assert page.walk().place.id == "county:17031"


def test_the_first_person_is_one_whose_walk_has_an_answer(
    bundled: Library, session: Session, look: Look, qtbot: QtBot
) -> None:
    session.go(Lens(page="casewalk"))
    page = CaseWalkView(bundled, session, look)
    qtbot.addWidget(page)
    page.show()
    assert page.walk().final not in ("open", "not_researched")
    first = page.whom.person(session.lens).profile
    assert page.walk().facts == page.whom.person(session.lens).facts
    session.look(moment=APRIL)
    assert page.whom.person(session.lens).profile == first


def test_where_there_is_no_answer_the_persons_own_place_and_date_are_offered(
    page: CaseWalkView,
) -> None:
    assert page.what.own.isHidden()
    page.session.look(moment=date(2011, 8, 5))
    assert page.what.own.isVisible()
    assert "April 11, 2014" in page.what.own.text()
    QTest.mouseClick(page.what.own, Qt.MouseButton.LeftButton)
    assert page.session.lens.moment == APRIL
    assert page.what.own.isHidden()


def test_the_cases_load_with_their_own_place_and_date_and_what_is_told(
    page: CaseWalkView,
) -> None:
    button = page.person.findChild(QPushButton, "C02")
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    lens = page.session.lens
    assert (lens.profile, lens.place) == ("profile:C02", "place:county:06075")
    assert lens.moment == date(2015, 3, 26)
    assert page.side.stack.currentWidget() is page.side.tale
    blocks = page.side.tale.toPlainText().split("\n")
    told = next(block for block in blocks if "serious criminal" in block)
    assert "Rosenblum" in told
    assert "acquitted" in told


def test_as_told_is_offered_only_where_something_is_told(page: CaseWalkView) -> None:
    assert "told" in page.side.turns.names()
    page.session.look(profile="profile:P05", options={"beside": "told"})
    assert "told" not in page.side.turns.names()
    assert page.side.stack.currentWidget() is page.side.parts["others"]


# --------------------------------------------------------------------------------- the steps


def test_arrow_keys_go_from_step_to_step(page: CaseWalkView) -> None:
    QTest.keyClick(page.what.steps, Qt.Key.Key_Down)
    assert page.session.lens.option("step") == "jail"
    assert "TRUST" in page.what.detail.toPlainText()
    QTest.keyClick(page.what.steps, Qt.Key.Key_Left)
    assert page.session.lens.option("step") == "request"
    QTest.keyClick(page.what.steps, Qt.Key.Key_Right)
    assert page.session.lens.option("step") == "jail"


def test_what_follows_the_end_is_told_as_supposed(page: CaseWalkView) -> None:
    said = page.what.steps.stops.index(4).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("The jail decides. Would not hold. Had a detainer come: the jail would")
    said = page.what.steps.stops.index(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("Settled here.")


def test_no_step_after_the_end_is_told_as_if_it_happened(page: CaseWalkView) -> None:
    page.session.look(
        profile="profile:P06", place="place:county:17031", moment=date(2011, 10, 15), options={}
    )
    late = [one for one in page.stops if one.after]
    assert [one.id for one in late] == ["request", "jail", "notice"]
    for one in late:
        page.session.look(options={"step": one.id})
        told = page.what.detail.toPlainText()
        assert told.startswith(words.supposing(one))
        assert words.came_out(one).startswith("Would") or one.outcome not in supposed.OUTCOMES
        assert "would" in words.saying(one) or one.outcome == "not_addressed"
    page.toggle_table()
    table = page.table.twin.model_
    assert [bool(table.index(row, 1).data(SUPPOSED)) for row in range(6)] == [False] * 3 + [
        True
    ] * 3
    assert table.index(4, 1).data() == words.came_out(page.stops[4])


def test_every_step_that_can_come_after_the_end_has_its_sentence() -> None:
    after = ("request=", "jail=", "notice=")
    assert {key for key in words.SAYINGS if key.startswith(after)} == set(supposed.SAYINGS)
    assert set(supposed.OUTCOMES) <= set(words.OUTCOMES)


def test_a_supposed_outcome_is_drawn_in_outline(qapp: object, look: Look) -> None:
    def fill(is_supposed: bool) -> set[int]:
        picture = QImage(200, 40, QImage.Format.Format_ARGB32)
        picture.fill(0)
        painter = QPainter(picture)
        at = QPointF(0, 0)
        box = paint_chip(painter, at, "Hold", "hold", look, "hold", is_supposed).toRect()
        painter.end()
        return {picture.pixel(x, y) for x in range(box.width()) for y in range(box.height())}

    ground = look.color("outcome-hold").rgba()
    assert ground in fill(False)
    assert ground not in fill(True)


def test_where_prints_are_not_checked_the_check_of_the_name_is_named(page: CaseWalkView) -> None:
    page.session.look(
        profile="profile:P06",
        place="place:county:17031",
        moment=date(2011, 10, 15),
        options={"step": "ident"},
    )
    one = page.stops[2]
    assert words.came_out(one) == "Prints not checked"
    assert "a check of the name finds no record" in words.saying(one)
    assert "No record" in page.what.detail.toPlainText()


def test_a_step_names_rule_authority_sources_and_how_sure(page: CaseWalkView) -> None:
    page.complete()
    text = page.what.detail.toPlainText()
    for label in ("Deciding rule", "Authority", "Sources", "How sure", "nearest change"):
        assert label in text


def test_a_rule_that_no_text_confirms_is_said_to_be_unverified(page: CaseWalkView) -> None:
    page.session.look(policy="policy:SANTA_CLARA_2011")
    assert "Unverified" in page.side.about_policy.toPlainText()


def test_how_sure_a_rule_is_never_claims_a_text_that_was_not_read(
    page: CaseWalkView, bundled: Library
) -> None:
    page.session.look(policy="policy:KING_2013", profile="profile:P06")
    text = page.side.about_policy.toPlainText()
    assert "the ordinance text was not read" in text
    assert "high confidence: read in the rule itself or in a clear report of it" in text
    every = [rule for policy in bundled.policies.values() for rule in policy.rules]
    unread = [rule for rule in every if rule.unverified == "yes"]
    assert unread
    for rule in unread:
        assert "read" not in words.confidence(rule.confidence, rule.unverified)


def test_a_source_opens_its_card_beside_the_walk(page: CaseWalkView) -> None:
    html = page.what.detail.toHtml()
    ref = html.split('href="source:')[1].split('"')[0]
    page.what.detail.anchorClicked.emit(QUrl(f"source:{ref}"))
    assert page.session.lens.item == f"source:{ref}"
    assert page.session.lens.page == "casewalk"
    assert page.side.stack.currentWidget() is page.panes["card"]


def test_every_link_of_the_page_opens_something(page: CaseWalkView, bundled: Library) -> None:
    for profile in ("P02", "C01", "C02", "P08"):
        for stop in ("activation", "ident", "request", "jail", "notice"):
            page.session.look(profile=f"profile:{profile}", options={"step": stop})
            text = page.what.detail.toHtml() + page.side.tale.toHtml()
            for part in text.split('href="')[1:]:
                ref = part.split('"')[0]
                assert ref == MORE or bundled.has(ref)


def test_a_rule_is_told_by_its_own_text_and_a_long_list_is_shown_in_full_when_asked(
    page: CaseWalkView,
) -> None:
    text = page.what.detail.toPlainText()
    assert "Deciding rule: No condition met: no detainer." in text
    assert "Officer finds an unacceptable risk" not in text
    assert "more" in text
    page.what.detail.anchorClicked.emit(QUrl(MORE))
    assert "Officer finds an unacceptable risk" in page.what.detail.toPlainText()


@pytest.mark.parametrize("size", [(1440, 820), (1920, 1000)])
def test_every_step_is_in_sight_where_the_height_allows(
    page: CaseWalkView, size: tuple[int, int]
) -> None:
    page.resize(*size)
    page.session.look(moment=date(2014, 6, 1))
    QApplication.processEvents()
    assert page.arrangement.below.isVisible()
    steps = page.what.steps
    last = steps.visualRect(steps.stops.index(steps.stops.rowCount() - 1))
    assert steps.verticalScrollBar().maximum() == 0
    assert steps.viewport().rect().contains(last)


@pytest.mark.parametrize("size", [(1280, 647), (1280, 669), (1440, 770), (1920, 1000)])
def test_walk_other_rules_dates_and_diagram_are_in_sight_together(
    page: CaseWalkView, size: tuple[int, int]
) -> None:
    page.resize(*size)
    page.session.look(profile="profile:P07", place="place:county:06075")
    QApplication.processEvents()
    assert page.arrangement.area.verticalScrollBar().maximum() == 0
    pane = page.panes["pipeline"]
    assert isinstance(pane, PipelineView)
    for part in (page.what.steps, page.side.others, page.band.strip, pane.diagram):
        assert part.isVisible()
        assert page.rect().contains(part.rect().translated(part.mapTo(page, QPoint())))
    assert pane.diagram.verticalScrollBar().maximum() == 0
    assert page.what.steps.verticalScrollBar().maximum() == 0


def test_in_a_low_page_only_the_current_step_has_its_sentence(page: CaseWalkView) -> None:
    def heights() -> list[int]:
        steps = page.what.steps
        return [steps.visualRect(steps.stops.index(row)).height() for row in range(6)]

    page.resize(1280, 647)
    QApplication.processEvents()
    assert page.what.steps.is_folded
    assert heights().index(max(heights())) == page.what.steps.currentIndex().row()
    QTest.keyClick(page.what.steps, Qt.Key.Key_Home)
    assert heights().index(max(heights())) == 0
    page.resize(1920, 1000)
    QApplication.processEvents()
    assert not page.what.steps.is_folded


def test_no_step_moves_the_text_below_the_steps(page: CaseWalkView) -> None:
    page.resize(1280, 647)
    tops = set()
    for one in page.stops:
        page.session.look(options={"step": one.id})
        QApplication.processEvents()
        tops.add(page.what.detail.y())
    assert len(tops) == 1


def test_where_the_steps_have_no_room_they_scroll_and_not_the_page(page: CaseWalkView) -> None:
    page.resize(1280, 647)
    page.session.look(moment=date(2011, 8, 5))
    page.what.steps.fit(130)
    QApplication.processEvents()
    assert page.what.steps.verticalScrollBar().maximum() > 0
    assert page.arrangement.area.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("width", [1280, 1440, 1920])
def test_the_columns_of_the_other_rules_fit_the_width(page: CaseWalkView, width: int) -> None:
    page.resize(width, 950)
    QApplication.processEvents()
    assert page.side.others.isVisible()
    assert page.side.others.horizontalScrollBar().maximum() == 0


def test_the_nearest_change_comes_by_itself(page: CaseWalkView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "would have been" in page.what.detail.toPlainText())
    page.session.look(policy="policy:COOK_2011")
    qtbot.waitUntil(lambda: "judge" in page.side.about_policy.toPlainText().casefold())


def test_the_end_of_a_walk_agrees_with_what_is_said_of_telling_ice(page: CaseWalkView) -> None:
    page.session.look(profile="profile:P05", place="place:county:17031", moment=date(2013, 5, 10))
    assert outcomes(page)["notice"] == "barred"
    assert "bars telling ICE" in page.what.sentence.text()


def test_every_end_of_a_walk_has_the_same_sentences_as_the_command_line() -> None:
    assert set(words.ENDINGS) == set(FINAL)
    assert {key.partition("=")[0] for key in words.ENDINGS} == set(words.FINALS)


def test_our_own_voice_follows_detainers_and_does_not_honor_them(bundled: Library) -> None:
    ours = [*words.ENDINGS.values(), *words.SAYINGS.values(), *FINAL.values()]
    ours += [f"{one.title} {one.summary}" for one in bundled.events.values()]
    ours += [f"{one.name} {rule.text}" for one in bundled.policies.values() for rule in one.rules]
    ours += [f"{one.instrument} {one.limits}" for one in bundled.limits()]
    assert "followed" in words.ENDINGS["not_researched=no_written_rule"]
    assert not [text for text in ours if "honor" in text.casefold()]


def test_a_jail_without_a_written_rule_may_or_may_not_have_followed_the_request(
    page: CaseWalkView,
) -> None:
    page.session.look(moment=date(2011, 8, 5))
    assert answer(page) == "Not researched"
    assert "may or may not have been followed" in page.what.sentence.text()


# ------------------------------------------------------------------------------- other rules


def test_that_telling_ice_is_no_matter_of_a_rule_is_said_once_above_the_table(
    page: CaseWalkView,
) -> None:
    assert "Only rules for jails say whether ICE may be told" in page.side.others_intro.text()
    others = page.side.others
    index = others.model_.index(others.model_.row_of("MORTON_2010"), TOLD)
    assert index.data() == NOTHING
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == words.outcome("n/a")
    told = others.model_.index(others.model_.row_of("COOK_2011"), TOLD)
    assert told.data() == words.outcome("barred")
    assert not others.isColumnHidden(TOLD)
    silent = [row for row in others.model_.rows if row and row.notification == "n/a"]
    others.show_rows(silent, "", page.look)
    assert others.isColumnHidden(TOLD)


def test_a_row_of_the_table_chooses_its_policy(page: CaseWalkView) -> None:
    row = page.side.others.model_.row_of("COOK_2011")
    page.side.others.setCurrentIndex(page.side.others.model_.index(row, 0))
    assert page.session.lens.policy == "policy:COOK_2011"
    assert "Cook County" in page.side.about_policy.toPlainText()


def test_comparisons_stand_apart_however_the_table_is_sorted(page: CaseWalkView) -> None:
    model = page.side.others.model_
    for column in range(len(OTHERS)):
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            page.side.others.sortByColumn(column, order)
            apart = model.rows.index(None)
            assert "comparison" in model.index(apart, 0).data()
            assert all(row and row.is_comparison for row in model.rows[apart + 1 :])
            assert all(row and not row.is_comparison for row in model.rows[:apart])
            cells = [str(model.index(row, column).data()) for row in range(apart)]
            shown = [cell.partition("\n")[0] for cell in cells]  # without the mark below it
            if column != 1:
                down = order == Qt.SortOrder.DescendingOrder
                assert shown == sorted(shown, key=str.casefold, reverse=down)


def test_the_table_is_sorted_by_key(page: CaseWalkView) -> None:
    others, model = page.side.others, page.side.others.model_
    others.setCurrentIndex(model.index(3, 0))
    chosen = page.session.lens.policy
    QTest.keyClick(others, Qt.Key.Key_S)
    apart = model.rows.index(None)
    names = [row.name for row in model.rows[:apart] if row]
    assert names == sorted(names, key=str.casefold)
    QTest.keyClick(others, Qt.Key.Key_S)
    assert [row.name for row in model.rows[:apart] if row] == names[::-1]
    assert page.session.lens.policy == chosen
    row = others.chosen_row()
    assert row is not None
    assert f"policy:{row.policy}" == chosen


def test_what_stood_in_the_place_on_the_day_is_marked(page: CaseWalkView) -> None:
    def marked() -> set[str]:
        model = page.side.others.model_
        return {
            row.policy
            for number, row in enumerate(model.rows)
            if row and "\nIn force here" in str(model.index(number, 0).data())
        }

    assert marked() >= {"TRUST_CA_2014", "MORTON_DETAINER_2012"}
    assert "LAPD_2014" not in marked()
    page.session.look(moment=date(2014, 8, 1))
    assert "LAPD_2014" in marked()


def test_of_the_rules_in_force_it_is_said_which_decides(page: CaseWalkView) -> None:
    page.session.look(moment=date(2014, 6, 1))
    model = page.side.others.model_

    def name(policy: str) -> str:
        return str(model.index(model.row_of(policy), 0).data())

    assert name("MORTON_DETAINER_2012").endswith("In force here: decides")
    assert name("MORTON_2010").endswith("In force here: only ranks cases")
    assert name("TRUST_CA_2014").endswith("In force here: not reached")


def test_a_cell_of_the_other_rules_has_its_lines_or_stands_in_full_below(
    page: CaseWalkView,
) -> None:
    page.resize(1280, 647)
    QApplication.processEvents()
    others, model = page.side.others, page.side.others.model_
    for number, row in enumerate(model.rows):
        if row is None:
            continue
        index = model.index(number, 3)
        text = str(index.data())
        assert index.data(Qt.ItemDataRole.ToolTipRole) == text
        if others.rowHeight(number) < others.sizeHintForRow(number):
            page.session.look(policy=f"policy:{row.policy}")
            assert text in page.side.about_policy.toPlainText()


def test_the_line_above_the_comparisons_cannot_be_chosen(page: CaseWalkView) -> None:
    row = page.side.others.model_.rows.index(None)
    flags = page.side.others.model_.index(row, 0).flags()
    assert not flags & Qt.ItemFlag.ItemIsSelectable


# ------------------------------------------------------------------------------- the diagram


def lit(page: CaseWalkView) -> set[str]:
    pane = page.panes["pipeline"]
    assert isinstance(pane, PipelineView)
    found = pane.state(page.session.lens).lit
    return set(found.spots) if found else set()


def test_the_way_of_the_walk_is_lit_in_the_diagram(page: CaseWalkView) -> None:
    page.session.look(profile="profile:P07", place="place:county:06075")
    assert "ov_jail" in lit(page)
    page.session.look(profile="profile:P01")
    assert "ov_dhs" in lit(page)
    assert "ov_jail" not in lit(page)
    page.session.look(moment=date(1995, 1, 1))
    assert lit(page) == set()


def test_the_lit_way_ends_at_the_look_up_where_ice_makes_no_request(page: CaseWalkView) -> None:
    page.session.look(moment=date(2014, 6, 1))
    assert answer(page) == "No request"
    assert "ov_lookup" in lit(page)
    assert "ov_request" not in lit(page)
    page.session.look(options={"detail": "full"})
    assert "x_no_action" in lit(page)


def test_the_way_of_a_built_person_is_in_no_link(page: CaseWalkView) -> None:
    before = lit(page)
    pick(page, "arrest_level", "misdemeanour_listed")
    assert lit(page) != before
    assert "path" not in page.session.lens.options


# --------------------------------------------------------------------------------- over time


def test_the_strip_goes_from_outcome_to_outcome_by_key(page: CaseWalkView) -> None:
    page.session.look(profile="profile:P07", place="place:county:06075", options={"beside": "time"})
    current = page.band.strip.current()
    assert current is not None
    assert current.final == "held_possible"
    QTest.keyClick(page.band.strip, Qt.Key.Key_Right)
    assert page.session.lens.moment == date(2014, 5, 29)
    assert answer(page) == "Not held"
    QTest.keyClick(page.band.strip, Qt.Key.Key_Home)
    assert page.session.lens.moment == date(2001, 12, 1)


def test_a_click_on_the_strip_goes_to_that_day(page: CaseWalkView) -> None:
    page.session.look(options={"beside": "time"})
    at = QPoint(round(page.band.strip.x_of(date(2016, 7, 1))), page.band.strip.height() // 3)
    QTest.mouseClick(page.band.strip.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert abs((page.session.lens.moment - date(2016, 7, 1)).days) < 20


def test_page_keys_move_the_strip_by_a_year_within_the_researched_years(
    page: CaseWalkView,
) -> None:
    QTest.keyClick(page.band.strip, Qt.Key.Key_PageDown)
    assert page.session.lens.moment == date(2015, 4, 11)
    for _ in range(10):
        QTest.keyClick(page.band.strip, Qt.Key.Key_PageDown)
    assert page.session.lens.moment == page.band.strip.stretches.things[-1].last


def test_from_a_day_outside_the_years_the_strip_leads_back_to_the_nearest(
    page: CaseWalkView,
) -> None:
    things = page.band.strip.stretches.things
    page.session.look(moment=date(2024, 1, 1))
    assert "outside the years" in page.band.words.text()
    QTest.keyClick(page.band.strip, Qt.Key.Key_Left)
    assert page.session.lens.moment == things[-1].first
    page.session.look(moment=date(1995, 1, 1))
    QTest.keyClick(page.band.strip, Qt.Key.Key_Right)
    assert page.session.lens.moment == things[0].first


def test_drawing_along_the_strip_leaves_one_step_in_the_trail(page: CaseWalkView) -> None:
    strip, many = page.band.strip, len(page.session.trail())
    for day in (date(2013, 1, 1), date(2015, 1, 1), date(2016, 7, 1)):
        strip.passed.emit(day)
    assert len(page.session.trail()) == many
    strip.ended.emit()
    assert page.session.lens.moment == date(2016, 7, 1)
    assert len(page.session.trail()) == many + 1
    QTest.mouseClick(
        strip.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(round(strip.x_of(date(2014, 6, 1))), 8),
    )
    assert page.session.lens.moment.year == 2014


def test_the_band_says_the_dates_and_the_outcome_of_the_day(page: CaseWalkView) -> None:
    page.session.look(profile="profile:P07", place="place:county:06075")
    assert page.band.words.text() == "Over time: November 8, 2013 to May 28, 2014: Hold possible"


def test_every_stretch_is_spoken_and_has_its_place(page: CaseWalkView) -> None:
    page.session.look(options={"beside": "time"})
    model = page.band.strip.stretches
    for row, one in enumerate(model.things):
        said = model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
        assert words.day(one.first) in said
        assert words.final(one.final) in said
        rect = page.band.strip.visualRect(model.index(row))
        assert not rect.isEmpty()
        assert page.band.strip.indexAt(rect.center()).row() == row
    assert len(page.side.days.toHtml().split('href="day:')) == len(model.things) + 1


def test_ends_without_a_hold_differ_in_shape_and_the_other_ways_to_ice_are_named(
    page: CaseWalkView,
) -> None:
    ends = ("not_held", "no_request", "not_identified", "held_possible", "notify_only")
    assert len({shape_of(FINALS[one], one) for one in ends}) == len(ends)
    page.session.look(options={"beside": "time"})
    assert "jail interview" in page.side.days.toPlainText()


# --------------------------------------------------------------------------------- the clock


def test_the_hold_clock_counts_on_a_small_calendar(page: CaseWalkView) -> None:
    page.session.look(options={"beside": "hold"})
    assert "Tuesday, April 15, 2014" in page.side.hold.ends.text()
    told = [
        page.side.hold.calendar.model().index(row, column).data()
        for row in range(page.side.hold.calendar.rowCount())
        for column in range(7)
    ]
    assert "12\n0 h" in told
    page.side.hold.rule.picked.emit("flat")
    assert "Sunday, April 13, 2014" in page.side.hold.ends.text()


def test_a_hold_that_ends_at_midnight_ends_with_a_day(page: CaseWalkView) -> None:
    page.session.look(moment=date(2014, 4, 13), options={"beside": "hold"})
    assert "If the jail holds" in page.side.hold.ends.text()
    assert "midnight at the end of Tuesday, April 15, 2014" in page.side.hold.ends.text()


# ----------------------------------------------------------------------------- a built person


def test_a_changed_fact_changes_the_answer(page: CaseWalkView) -> None:
    pick(page, "arrest_level", "misdemeanour_listed")
    assert page.walk().request.outcome == "request_hold"
    assert "Misdemeanor on the federal list" in page.person.changed.text()
    assert answer(page) == "Not held"


def test_a_fact_can_be_made_unknown(page: CaseWalkView) -> None:
    pick(page, "prior_removal", "unknown")
    assert answer(page) == "Not settled"
    assert facts.question("prior_removal") in page.what.detail.toPlainText()


def test_a_number_can_be_typed_or_not_known(page: CaseWalkView) -> None:
    age = page.person.fields["age"]
    age.show_value("unknown")
    assert isinstance(age, Number)
    assert age.value() == -1
    age.stepBy(1)
    assert page.whom.person(page.session.lens).facts["age"] == "18"
    age.stepBy(-1)
    assert page.whom.person(page.session.lens).facts["age"] == "unknown"


def test_facts_that_do_not_go_together_are_named(page: CaseWalkView) -> None:
    pick(page, "ident_record", "no")
    assert "No prints on file, no match as a basis." in page.person.doubt.text()
    assert "No prints on file" in page.what.sentence.text()
    assert "No prints on file" in page.describe()


def test_a_built_person_is_in_no_link_trail_setting_or_log(
    page: CaseWalkView, home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before, trail = page.session.lens, page.session.trail()
    with caplog.at_level(logging.DEBUG):
        pick(page, "gang", "conviction")
        pick(page, "age", "77")
    assert page.session.lens == before
    assert page.session.trail() == trail
    page.session.look(moment=date(2014, 5, 1))
    links = [lens.link() for lens in (*page.session.trail(), page.session.lens)]
    assert not any("gang" in link or "77" in link for link in links)
    assert caplog.text == ""
    assert [file for file in home.rglob("*") if file.is_file()] == []


def test_a_built_person_stays_while_place_and_date_change(page: CaseWalkView) -> None:
    pick(page, "age", "77")
    page.session.look(place="place:county:17031", moment=date(2012, 5, 2))
    assert page.whom.person(page.session.lens).facts["age"] == "77"


def test_another_profile_or_the_way_back_ends_a_built_person(page: CaseWalkView) -> None:
    pick(page, "age", "77")
    QTest.mouseClick(page.person.back, Qt.MouseButton.LeftButton)
    assert not page.whom.person(page.session.lens).is_built
    assert page.person.back.isHidden()
    pick(page, "age", "77")
    page.person.profile.picked.emit("P03")
    assert not page.whom.person(page.session.lens).is_built


def test_a_link_holds_the_person_only_where_it_was_asked_for(page: CaseWalkView) -> None:
    pick(page, "age", "77")
    QTest.mouseClick(page.person.link, Qt.MouseButton.LeftButton)
    link = QGuiApplication.clipboard().text()
    assert "x.person=age.77" in link
    assert "77" not in page.session.lens.link()
    page.person.profile.picked.emit("P03")
    page.session.go(Lens.read(link))
    assert page.whom.person(page.session.lens).facts["age"] == "77"
    assert page.person.fields["age"].value_of() == "77"  # type: ignore[union-attr]


def test_a_person_from_a_link_leaves_the_link_once_it_is_changed(page: CaseWalkView) -> None:
    page.session.go(Lens.read("casewalk?profile=profile:P02&x.person=age.77"))
    pick(page, "gang", "database")
    assert "person" not in page.session.lens.options
    found = page.whom.person(page.session.lens).facts
    assert (found["age"], found["gang"]) == ("77", "database")


# ------------------------------------------------------------------------------ the page itself


def test_the_caution_is_always_in_sight(page: CaseWalkView) -> None:
    for size in ((1440, 820), (1000, 640), (700, 500)):
        page.resize(*size)
        for part in PARTS:
            page.session.look(options={"beside": part})
            assert page.arrangement.caution.isVisible()
            assert page.rect().contains(page.arrangement.caution.geometry())
    assert "Written rules are not practice." in page.arrangement.caution.text()
    assert "do not enter real people" in page.arrangement.caution.text()


def test_on_a_narrow_page_one_part_is_shown_at_a_time(page: CaseWalkView) -> None:
    page.resize(900, 700)
    assert page.arrangement.turns.isVisible()
    for part in PARTS:
        page.arrangement.turns.chosen.emit(part)
        seen = [name for name, sheet in page.arrangement.sheets.items() if sheet.isVisible()]
        assert seen == [part if part in ("person", "walk") else "beside"]


def test_the_walk_has_a_table_as_its_twin(page: CaseWalkView) -> None:
    page.toggle_table()
    model = page.table.twin.model_
    heads = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert heads == [words.stop(one.id) for one in page.stops]
    assert page.table.twin.isVisible()
    assert not page.what.steps.isVisible()
    page.table.twin.show_row(1)
    assert page.session.lens.option("step") == "activation"
    page.toggle_table()
    assert page.what.steps.isVisible()


def test_the_page_describes_the_walk_in_sentences(page: CaseWalkView) -> None:
    told = page.describe()
    assert told.startswith("Unlicensed driver who overstayed a visa. Los Angeles city police")
    for part in ("April 11, 2014", "No request", "The jail decides", words.CAUTION):
        assert part in told
    assert "Is the jail connected? Connected." in told
    assert not any(twice in told for twice in ("?.", ":.", "..", "!."))


@pytest.mark.parametrize("theme", theme_names())
def test_every_theme_and_text_size_can_be_painted(page: CaseWalkView, theme: str) -> None:
    for scale in (1.0, 3.0):
        page.restyle(Look(load_theme(theme), scale))
        picture = QImage(1440, 820, QImage.Format.Format_ARGB32)
        picture.fill(0)
        painter = QPainter(picture)
        page.paint(painter, page.rect().toRectF())
        painter.end()
        colors = {picture.pixel(x, y) for x in range(0, 1440, 40) for y in range(0, 820, 20)}
        assert len(colors) > 3


def test_every_fact_has_words_for_each_of_its_values(bundled: Library) -> None:
    from explorer.casewalk.person import choices

    for attribute in bundled.attributes.values():
        assert attribute.id in facts.QUESTIONS
        for value in choices(attribute):
            assert facts.value(attribute.id, value) != value


def test_every_outcome_has_words(bundled: Library) -> None:
    used = {r.outcome.partition(":")[0] for p in bundled.policies.values() for r in p.rules}
    used |= {rule.notification for p in bundled.policies.values() for rule in p.rules}
    assert used <= set(words.OUTCOMES)


def test_a_new_answer_is_announced(page: CaseWalkView, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("explorer.casewalk.view.page.announce", lambda _, text: said.append(text))
    pick(page, "ident_record", "unknown")
    assert len(said) == 1
    assert "Not settled" in said[0]
    page.session.look(options={"step": "jail"})
    assert len(said) == 1


def test_a_screen_reader_hears_each_step(page: CaseWalkView) -> None:
    face = QAccessible.queryAccessibleInterface(page.what.steps)
    names = [face.child(n).text(QAccessible.Text.Name) for n in range(face.childCount())]
    assert [name for name in names if name.startswith("ICE decides. No request")]
