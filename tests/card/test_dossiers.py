"""A statistic on a card opens its dossier in one action, and Back leads back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCharFormat, QTextDocument
from pytestqt.qtbot import QtBot

from explorer.card.view.page import CardView
from explorer.content.library import Library
from explorer.reader.dossier import MARK, dossier
from explorer.reader.lens import Lens, refuse_unknown
from explorer.reader.theme import load_theme
from explorer.ui import statistics
from explorer.ui.paint import Look
from explorer.ui.session import Session

EVENT = "event:2010-texas-all-counties"
FIGURE = "series:sc-activated-jurisdictions/activated-jurisdictions@2010-08~"
CLAIM = "claim:ice-tens-of-thousands"


@pytest.fixture
def card(qtbot: QtBot, bundled: Library, session: Session) -> CardView:
    session.go(Lens(item=EVENT))
    view = CardView(bundled, session, Look(load_theme("light")))
    qtbot.addWidget(view)
    view.resize(400, 600)
    view.show()
    return view


def links(document: QTextDocument) -> Iterator[tuple[str, QTextCharFormat]]:
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            style = pieces.fragment().charFormat()
            if style.anchorHref():
                yield style.anchorHref(), style
            pieces += 1
        block = block.next()


def test_a_statistic_has_a_dotted_line_and_says_what_it_opens(card: CardView) -> None:
    found = dict(links(card.text.document()))
    for target in (FIGURE, CLAIM):
        style = found[MARK + target]
        assert style.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine
        assert style.toolTip() == statistics.tip()


def test_other_links_have_no_dotted_line(card: CardView) -> None:
    dotted = QTextCharFormat.UnderlineStyle.DotLine
    others = [style for link, style in links(card.text.document()) if not link.startswith(MARK)]
    assert others
    assert all(style.underlineStyle() != dotted for style in others)


@pytest.mark.parametrize("target", [FIGURE, CLAIM])
def test_following_a_statistic_opens_its_dossier_and_back_returns(
    card: CardView, bundled: Library, target: str
) -> None:
    before = card.session.lens
    card.text.anchorClicked.emit(QUrl(MARK + target))
    after = card.session.lens
    assert after == dossier(before, target)
    assert (after.page, after.item) == ("evidence", target.partition("@")[0])
    refuse_unknown(after, bundled)
    card.session.back()
    assert card.session.lens == before


def test_a_figure_is_named_as_charts_name_it() -> None:
    assert dossier(Lens(), FIGURE).option("point") == FIGURE.removeprefix("series:")
    assert dossier(Lens(), CLAIM).option("point") == ""


def test_a_link_of_a_dossier_reads_back() -> None:
    for target in (FIGURE, CLAIM):
        lens = dossier(Lens(), target)
        assert Lens.read(lens.link()) == lens


def test_the_figure_of_a_claim_and_of_a_series_open_their_dossier(card: CardView) -> None:
    for item, target in (
        ("claim:sc-79", "claim:sc-79"),
        (
            "series:appropriations/secure-communities",
            "series:appropriations/secure-communities@2009",
        ),
    ):
        card.session.look(item=item)
        assert MARK + target in dict(links(card.text.document()))


def test_a_text_of_another_page_can_show_its_statistics_too(bundled: Library) -> None:
    text = bundled.programs["287g-2025"].what_changed
    document = QTextDocument()
    document.setHtml(statistics.linked(bundled, text, "#000000"))
    statistics.dot(document)
    assert document.toPlainText() == text
    assert [link for link, _ in links(document)] == [
        f"{MARK}claim:287g-135-partners",
        f"{MARK}claim:287g-1000-partners",
    ]


def test_a_dossier_is_shown_though_the_sources_were_open() -> None:
    lens = Lens(page="evidence", options={"desk": "sources", "detail": "full"})
    assert dossier(lens, CLAIM).options == {"detail": "full"}
