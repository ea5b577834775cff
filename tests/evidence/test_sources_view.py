"""The source browser as a reader uses it: filter, sort, choose, follow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.content.library import Library
from explorer.content.typeset import typographic
from explorer.evidence.sources import COLUMNS, Filter
from explorer.evidence.view.page import SHARE, EvidenceView
from explorer.evidence.view.sources import SourcesPanel
from explorer.evidence.view.sourcetext import CARD, CITE
from explorer.reader.lens import Lens
from explorer.reader.theme import load_theme
from explorer.ui.divider import Divider
from explorer.ui.paint import Look
from explorer.ui.session import Session

DESK = {"desk": "sources"}
GAO = "source:gao-12-708"


@pytest.fixture
def panel(bundled: Library, qtbot: QtBot) -> SourcesPanel:
    session = Session(Lens(page="evidence", options=DESK))
    divider = Divider("sources-divider", Qt.Orientation.Horizontal, share=SHARE)
    look = Look(load_theme("light"), 1.0)
    made = SourcesPanel(bundled, session, look, None, divider)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    session.moved.connect(made.show_lens)
    made.resize(1200, 700)
    made.show_lens(session.lens, None)
    made.show()
    return made


def shown(panel: SourcesPanel) -> list[str]:
    """The references in the table, from the top."""
    return [row.ref for row in panel.table.sources.rows]


def test_all_sources_are_listed_at_first_by_title(panel: SourcesPanel) -> None:
    assert len(shown(panel)) == len(panel.library.sources)
    assert panel.filters.told.text() == f"All {len(panel.library.sources)} sources"
    assert not panel.filters.clear.isEnabled()


def test_a_choice_of_a_filter_goes_into_the_link_and_back(
    panel: SourcesPanel, qtbot: QtBot
) -> None:
    box = panel.filters.boxes["kind"]
    at = box.findData("court")
    box.setCurrentIndex(at)
    box.activated.emit(at)
    assert panel.session.lens.option("kind") == "court"
    assert {row.source.kind for row in panel.table.sources.rows} == {"court"}
    assert panel.filters.clear.isEnabled()
    panel.session.back()
    assert len(shown(panel)) == len(panel.library.sources)
    assert box.currentIndex() == 0


def test_words_filter_once_the_reader_pauses(panel: SourcesPanel, qtbot: QtBot) -> None:
    QTest.keyClicks(panel.filters.field, "galarza")
    with qtbot.waitSignal(panel.session.moved):
        pass
    assert panel.session.lens.option("find") == "galarza"
    assert "source:galarza-2014" in shown(panel)
    assert len(shown(panel)) < 10


def test_clearing_keeps_the_page_and_the_chosen_source(panel: SourcesPanel) -> None:
    lens = panel.session.lens.with_option("kind", "news").with_option("find", "ice")
    panel.session.go(lens.but(item=GAO))
    panel.filters.clear.click()
    assert not any(Filter.of(panel.session.lens))
    assert panel.session.lens.item == GAO
    assert panel.session.lens.option("desk") == "sources"


def test_nothing_that_fits_is_said(panel: SourcesPanel) -> None:
    panel.session.go(panel.session.lens.with_option("find", "zzzz"))
    assert panel.none.isVisible()
    assert not panel.table.isVisible()
    assert panel.entry() is panel.filters.field


def test_a_head_sorts_and_again_turns_round_and_the_link_keeps_it(panel: SourcesPanel) -> None:
    rests = COLUMNS.index("rests")
    panel.table.horizontalHeader().sectionClicked.emit(rests)
    assert panel.session.lens.option("sort") == "-rests"
    found = [row.rests for row in panel.table.sources.rows]
    assert found == sorted(found, reverse=True)
    panel.table.horizontalHeader().sectionClicked.emit(rests)
    assert panel.session.lens.option("sort") == "rests"
    assert [row.rests for row in panel.table.sources.rows] == found[::-1]


def test_a_sort_that_no_column_has_is_by_title(panel: SourcesPanel) -> None:
    panel.session.go(panel.session.lens.with_option("sort", "boats"))
    assert panel.table.sources.column == "title"


def test_the_arrow_keys_choose_and_a_run_of_them_is_one_step_back(
    panel: SourcesPanel, qtbot: QtBot
) -> None:
    panel.session.look(item=shown(panel)[0])
    for _ in range(3):
        QTest.keyClick(panel.table, Qt.Key.Key_Down)
    assert panel.session.lens.item == shown(panel)[3]
    panel.session.back()
    assert panel.session.lens.item == shown(panel)[0]


def test_a_chosen_source_says_all_about_itself(panel: SourcesPanel, bundled: Library) -> None:
    panel.session.look(item=GAO)
    text = panel.text.toPlainText()
    assert "GAO-12-708. U.S. Government Accountability Office, July 2012." in text
    assert "only the opening of the page (highlights); a copy at docslib.org" in text
    assert f"rest on it: {len(bundled.supports('gao-12-708'))}" in text
    assert panel.table.sources.rows[panel.table.currentIndex().row()].ref == GAO


def test_a_disagreement_names_the_other_sources(panel: SourcesPanel) -> None:
    row = next(row for row in panel.rows if row.conflicts)
    panel.session.look(item=row.ref)
    text = panel.text.toPlainText()
    assert "Where sources disagree" in text
    assert row.conflicts[0].topic in text


def test_an_address_is_shown_before_it_is_opened_and_a_copy_only_named(
    panel: SourcesPanel, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    panel.session.look(item=GAO)
    address = panel.library.sources["gao-12-708"].url
    assert address in panel.text.toPlainText().replace("\N{ZERO WIDTH SPACE}", "")
    with qtbot.waitSignal(panel.session.said) as said:
        panel.text.anchorClicked.emit(QUrl(address))
    assert address in said.args[0]
    assert opened == [address]
    copied = next(name for name, one in panel.library.sources.items() if one.copy and one.url)
    panel.session.look(item=f"source:{copied}")
    assert panel.library.sources[copied].url not in panel.text.toHtml()
    assert "which is not linked" in panel.text.toPlainText()


def test_the_links_of_a_source_lead_to_its_card_its_citation_and_what_rests_on_it(
    panel: SourcesPanel, qtbot: QtBot
) -> None:
    panel.session.look(item=GAO)
    with qtbot.waitSignal(panel.session.wanted) as asked:
        panel.text.opened.emit(CITE)
    assert asked.args == ["cite"]
    panel.text.opened.emit("claim:sc-gao-74")
    assert panel.session.lens.item == "claim:sc-gao-74"
    assert panel.session.lens.page == "evidence"
    assert panel.session.lens.option("desk") == ""
    panel.session.back()
    panel.text.opened.emit(CARD)
    assert (panel.session.lens.page, panel.session.lens.item) == ("explore", GAO)
    panel.text.opened.emit("event:2011-moa-termination")
    assert panel.session.lens.item == "event:2011-moa-termination"


def test_a_long_list_of_what_rests_on_a_source_opens_in_full(panel: SourcesPanel) -> None:
    row = max(panel.rows, key=lambda row: row.rests)
    group, refs = max(row.supports.items(), key=lambda found: len(found[1]))
    panel.session.look(item=row.ref)
    before = panel.text.toHtml().count("<a ")
    panel.text.anchorClicked.emit(QUrl(f"all:{group}"))
    assert panel.text.toHtml().count("<a ") >= len(refs) > before


def test_the_source_stands_beside_the_list_or_beneath_it(panel: SourcesPanel) -> None:
    panel.resize(1500, 700)
    assert panel.divider.orientation() == Qt.Orientation.Horizontal
    panel.resize(900, 700)
    assert panel.divider.orientation() == Qt.Orientation.Vertical


@pytest.mark.parametrize("width", [1000, 1250, 1500])
def test_every_column_but_the_publisher_can_be_read_whole(panel: SourcesPanel, width: int) -> None:
    panel.resize(width, 700)
    assert panel.table.horizontalScrollBar().maximum() == 0


def test_in_a_low_window_the_choices_fold_behind_a_button(panel: SourcesPanel) -> None:
    box = panel.filters.boxes["kind"]
    assert box.isVisible()
    panel.resize(1200, 300)
    assert not box.isVisible()
    panel.filters.fold.click()
    assert box.isVisible()
    assert box.height() >= box.minimumSizeHint().height()
    assert not panel.table.isVisible()
    panel.resize(1200, 700)
    assert panel.table.isVisible()
    panel.resize(1200, 300)
    panel.filters.fold.click()
    assert panel.table.isVisible()
    panel.filters.fold.click()
    panel.session.go(panel.session.lens.with_option("kind", "news").with_option("year", "2013"))
    assert panel.filters.fold.text() == "Filters (2)"


def test_every_part_has_a_name_for_a_screen_reader(panel: SourcesPanel) -> None:
    parts = [panel.table, panel.text, panel.filters.field, *panel.filters.boxes.values()]
    assert all(part.accessibleName() for part in parts)


def test_the_first_source_is_told_of_until_one_is_chosen(panel: SourcesPanel) -> None:
    first = panel.table.sources.rows[0]
    assert panel.session.lens.item == ""
    assert panel.shown() == first.ref
    assert panel.table.currentIndex().row() == 0
    assert panel.text.toPlainText().startswith(typographic(first.source.title))
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    assert panel.session.lens.item == shown(panel)[1]
    assert panel.shown() == shown(panel)[1]


def test_a_filter_without_a_chosen_source_tells_of_its_first(panel: SourcesPanel) -> None:
    panel.session.go(panel.session.lens.with_option("kind", "court"))
    first = panel.table.sources.rows[0]
    assert first.source.kind == "court"
    assert panel.text.toPlainText().startswith(typographic(first.source.title))


def test_the_page_has_its_divider_from_the_start_so_that_it_is_remembered(
    bundled: Library, qtbot: QtBot
) -> None:
    session = Session(Lens(page="evidence"))
    page = EvidenceView(bundled, session, Look(load_theme("light")))
    qtbot.addWidget(page)
    (divider,) = page.findChildren(Divider)
    divider.restore("0.4")
    page.resize(1600, 800)
    page.show()
    session.go(Lens(page="evidence", options=DESK))
    part = page.part("sources")
    assert isinstance(part, SourcesPanel)
    assert part.divider is divider
    qtbot.waitUntil(lambda: divider.sizes()[0] > 100)
    assert divider.sizes()[0] == pytest.approx(0.4 * sum(divider.sizes()), abs=2)


def test_a_card_is_opened_of_the_source_that_is_told_of(panel: SourcesPanel) -> None:
    panel.text.opened.emit(CARD)
    assert panel.session.lens.page == "explore"
    assert panel.session.lens.item == panel.table.sources.rows[0].ref
