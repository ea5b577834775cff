"""What an audience sees of the evidence: everything at once, since nobody can scroll."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QUrl
from pytestqt.qtbot import QtBot

from explorer.content.library import Library
from explorer.evidence.view.desk import QuestionsPanel
from explorer.evidence.view.page import EvidenceView
from explorer.evidence.view.papers import Desk
from explorer.evidence.view.prose import Prose
from explorer.evidence.view.question import QuestionDesk
from explorer.evidence.view.staged import PART, Layout, StagedAnswers, parted
from explorer.evidence.view.words import figure
from explorer.present.view.stage import LEAST, stage_look
from explorer.reader.lens import Lens
from explorer.reader.theme import load_theme
from explorer.ui.session import Session

SIZES = ((1280, 720), (1920, 1080))
SHARES = (0.65, 0.45)  # of the window's height that the pane has


def staged(library: Library, qtbot: QtBot, size: tuple[int, int], share: float) -> EvidenceView:
    """The page before an audience, as large as it is in a window of that size."""
    look = stage_look(load_theme("projector"), *size)
    session = Session(Lens(page="evidence", item="question:voluntary"))
    view = EvidenceView(library, session, look)
    qtbot.addWidget(view)
    view.set_stage(True)
    view.resize(round(size[0] * 0.93), round(size[1] * share))
    view.show()
    return view


def panel(view: EvidenceView) -> QuestionsPanel:
    """The questions part."""
    part = view.part("")
    assert isinstance(part, QuestionsPanel)
    return part


def desk_at(view: EvidenceView, item: str) -> Desk:
    """The desk of an item, once it is laid out."""
    view.session.look(item=item)
    desk = panel(view).desk
    assert desk is not None
    return desk


def answers_of(desk: Desk) -> StagedAnswers:
    """The answers of a question."""
    assert isinstance(desk, QuestionDesk)
    assert isinstance(desk.answers, StagedAnswers)
    return desk.answers


def is_seen(view: EvidenceView, desk: Desk) -> bool:
    """Whether all papers in view and all answers on them lie whole inside the window."""
    low = [
        paper.mapTo(view, QPoint()).y() + paper.height()
        for paper in desk.papers
        if paper.isVisible()
    ]
    answers = getattr(desk, "answers", None)
    shown = [cell for _, cell in answers.cells if cell.isVisible()] if answers else []
    low += [cell.mapTo(view, QPoint()).y() + cell.height() for cell in shown]
    whole = all(cell.document().size().height() <= cell.height() + 1 for cell in shown)
    return bool(low) and max(low) <= view.height() and whole


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_that_an_audience_is_shown_is_cut(
    bundled: Library, qtbot: QtBot, size: tuple[int, int], share: float
) -> None:
    view = staged(bundled, qtbot, size, share)
    items = [f"question:{name}" for name in bundled.questions]
    for item in (*items, "claim:ice-59", "claim:trac-12", "series:ice-removals/ice-total"):
        desk = desk_at(view, item)
        qtbot.waitUntil(lambda desk=desk: is_seen(view, desk))  # type: ignore[misc]
        assert not panel(view).area.verticalScrollBar().isVisible()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_all_seven_answers_about_convictions_are_seen_at_once(
    bundled: Library, qtbot: QtBot, size: tuple[int, int]
) -> None:
    view = staged(bundled, qtbot, size, SHARES[0])
    desk = desk_at(view, "question:serious-convictions")
    answers = answers_of(desk)
    qtbot.waitUntil(lambda: is_seen(view, desk))
    assert answers.layout.parts == 1
    assert [cell.isVisible() for _, cell in answers.cells] == [True] * 7
    for answer, cell in answers.cells:
        assert figure(answer) in cell.toPlainText()
    least = LEAST * size[1] / 1080
    assert answers.look.font(answers.layout.sizes[1]).pixelSize() >= round(least)


def test_answers_that_do_not_fit_are_shown_in_even_parts_that_lead_to_each_other(
    bundled: Library, qtbot: QtBot
) -> None:
    view = staged(bundled, qtbot, SIZES[0], SHARES[1])
    answers = answers_of(desk_at(view, "question:convictions-found"))
    qtbot.waitUntil(lambda: answers.layout.parts == 2)
    first = [cell.isVisible() for _, cell in answers.cells]
    assert first == [True] * 4 + [False] * 4
    assert "1 of 2" in answers.turner.toPlainText()
    answers.turner.anchorClicked.emit(QUrl(f"{PART}1"))
    assert [cell.isVisible() for _, cell in answers.cells] == [not shown for shown in first]
    assert "2 of 2" in answers.turner.toPlainText()


def test_every_answer_is_in_one_part() -> None:
    for count in range(1, 12):
        for parts in range(1, count + 1):
            found = parted(count, parts)
            assert [at for start, end in found for at in range(start, end)] == list(range(count))
            sizes = [end - start for start, end in found]
            assert max(sizes) - min(sizes) <= 1


def test_few_answers_keep_the_large_type(bundled: Library, qtbot: QtBot) -> None:
    view = staged(bundled, qtbot, SIZES[0], SHARES[0])
    answers = answers_of(desk_at(view, "question:arrests-by-group"))
    qtbot.waitUntil(lambda: answers.layout == Layout(2))


def test_reasons_under_a_meaning_are_seen_whole(bundled: Library, qtbot: QtBot) -> None:
    view = staged(bundled, qtbot, SIZES[1], SHARES[0])
    desk = desk_at(view, "question:serious-convictions")
    view.session.look(options={"meaning": "trac"})
    qtbot.waitUntil(lambda: is_seen(view, desk))
    assert "Cannot be compared" in desk.plain()


def test_both_positions_stand_under_a_question_without_figures(
    bundled: Library, qtbot: QtBot
) -> None:
    view = staged(bundled, qtbot, SIZES[0], SHARES[0])
    question = bundled.questions["voluntary"]
    told = desk_at(view, "question:voluntary").papers[0]
    text = told.findChildren(Prose)[0].toPlainText()
    assert question.side_a.text in text
    assert question.side_b.text in text
