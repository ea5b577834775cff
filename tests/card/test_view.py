"""The card on screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from explorer.card.view.fit import fit
from explorer.card.view.page import CardView
from explorer.content.library import Library
from explorer.reader.lens import Lens
from explorer.reader.notebook import read
from explorer.reader.theme import load_theme
from explorer.ui.paint import Look
from explorer.ui.session import Session

CHECK = "event:2008-river-check"


@pytest.fixture
def card(qtbot: QtBot, library: Library, session: Session) -> CardView:
    session.go(Lens(item=CHECK))
    view = CardView(library, session, Look(load_theme("light")))
    qtbot.addWidget(view)
    view.resize(340, 600)
    view.show()
    return view


def test_the_card_shows_the_item_of_the_lens(card: CardView) -> None:
    assert "The river check begins" in card.describe()
    assert "October 27, 2008" in card.describe()


def test_a_link_in_the_card_moves_the_session(card: CardView) -> None:
    card.text.anchorClicked.emit(QUrl("event:2010-court-ruling"))
    assert card.session.lens.item == "event:2010-court-ruling"
    assert "A court rules" in card.describe()


def test_a_footnote_opens_its_source(card: CardView) -> None:
    card.text.anchorClicked.emit(QUrl("note:1"))
    assert card.session.lens.item == "source:gazette-2008"


def test_an_unknown_item_is_said_in_words(card: CardView) -> None:
    card.session.look(item="event:nothing")
    assert "event:nothing" in card.describe()


def test_a_bookmark_and_a_note_are_stored_at_once(card: CardView, home: Path) -> None:
    card.actions_row.keep.click()
    card.actions_row.note.click()
    card.actions_row.text.setPlainText("ask the class")
    card.session.look(item="event:2009-town-rule")
    stored = read(home / "data" / "notebook.json")
    assert stored.has_bookmark(CHECK)
    assert stored.note(CHECK) == "ask the class"
    assert not card.actions_row.keep.isChecked()


def test_a_note_comes_back_with_its_item(card: CardView) -> None:
    card.actions_row.note.click()
    card.actions_row.text.setPlainText("ask")
    card.session.look(item="event:2009-town-rule")
    assert card.actions_row.text.toPlainText() == ""
    card.session.back()
    assert card.actions_row.text.toPlainText() == "ask"


def test_what_cannot_be_stored_is_said_and_kept(card: CardView, qtbot: QtBot, home: Path) -> None:
    (home / "data").write_text("a file where the folder should be")
    with qtbot.waitSignal(card.session.warned) as said:
        card.actions_row.keep.click()
    assert "could not be stored" in said.args[0]


def test_the_button_asks_the_window_to_cite_the_card(card: CardView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.session.wanted) as asked:
        card.actions_row.cite.click()
    assert asked.args == ["cite"]


def test_another_look_sets_the_card_again(card: CardView) -> None:
    before = card.text.document().defaultFont().pixelSize()
    card.restyle(Look(load_theme("dark"), 2.0))
    assert card.text.document().defaultFont().pixelSize() == 2 * before


def test_every_button_of_the_card_has_a_name(card: CardView) -> None:
    row = card.actions_row
    for button in (row.keep, row.note, row.cite, row.link):
        assert button.accessibleName()
        assert button.toolTip()


def test_a_narrow_card_keeps_the_words_of_its_title_whole() -> None:
    look = Look(load_theme("light"), 2.0)
    assert fit(look, 300, "Rule", "Communities-and-agreements").title < 1
    assert fit(look, 300, "Rule", "a b c").title == 1


def test_a_long_chip_shrinks_and_a_short_one_does_not() -> None:
    look = Look(load_theme("light"), 2.0)
    assert fit(look, 300, "Publicly reported case", "A").chip < 1
    assert fit(look, 300, "Rule", "A").chip == 1


def test_labels_stand_above_values_where_two_columns_have_no_room() -> None:
    assert fit(Look(load_theme("light"), 2.0), 340, "Rule", "A").stacked
    assert not fit(Look(load_theme("light"), 1.0), 340, "Rule", "A").stacked


def test_a_question_or_claim_opens_in_evidence_and_an_event_does_not(card: CardView) -> None:
    assert not card.actions_row.weigh.isVisibleTo(card)
    card.session.look(item="question:papers-on-board")
    assert card.actions_row.weigh.isVisibleTo(card)
    card.actions_row.weigh.click()
    assert card.session.lens.page == "evidence"
    assert card.session.lens.item == "question:papers-on-board"
