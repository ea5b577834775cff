"""The window: pages, menus, keys, and room that gives way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QAccessible, QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from explorer import NAME
from explorer.casewalk.view.page import CaseWalkView
from explorer.charts.view.page import ChartsView
from explorer.content.library import Library
from explorer.places.view.page import PlacesView
from explorer.reader.lens import PAGES as LINK_PAGES
from explorer.reader.lens import Lens
from explorer.reader.settings import Settings
from explorer.reader.theme import load_theme
from explorer.ui.choices import Choices
from explorer.ui.citesheet import CiteSheet
from explorer.ui.commands import doubles
from explorer.ui.paint import Look
from explorer.ui.session import Session
from explorer.ui.sheets import Sheet
from explorer.ui.shelf import shelf
from explorer.window import COMMANDS, NAMES, MainWindow
from tests.blank import Blank, make_blank

EVENT = "event:2008-river-check"


def build(library: Library, settings: Settings | None = None, scale: float = 1.0) -> MainWindow:
    look, session = Look(load_theme("light"), scale), Session()
    choices = Choices(settings)
    window = MainWindow(
        library, session, look, choices, lambda entry: make_blank(entry, library, session, look)
    )
    window.resize(1280, 800)
    return window


@pytest.fixture
def window(library: Library, qtbot: QtBot) -> MainWindow:
    made = build(library)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.page("explore").setFocus()
    return made


def blank(window: MainWindow, name: str = "explore") -> Blank:
    page = window.page(name)
    assert isinstance(page, Blank)
    return page


def shown_actions(menu: QMenu) -> Iterator[QAction]:
    """Every action that a menu shows, submenus included."""
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from shown_actions(inner)
        elif not action.isSeparator():
            yield action


def menu_actions(window: MainWindow) -> list[QAction]:
    menus = [action.menu() for action in window.menuBar().actions()]
    return [shown for menu in menus if isinstance(menu, QMenu) for shown in shown_actions(menu)]


# ------------------------------------------------------------------------------------ pages


def test_every_page_of_a_link_is_a_page_of_the_window() -> None:
    assert sorted(NAMES) == sorted(LINK_PAGES)


def test_the_title_names_the_program_and_its_subject(window: MainWindow) -> None:
    assert window.windowTitle() == (f"{NAME} — Federal-local immigration enforcement, 1986–2025")


def test_a_page_is_made_when_it_is_first_opened(window: MainWindow) -> None:
    assert len(window.pages()) == 1
    window.session.look(page="charts")
    assert len(window.pages()) == 2
    assert window.page("charts").isVisible()
    assert not window.page("explore").isVisible()


def test_pages_that_share_a_factory_are_one_page(window: MainWindow) -> None:
    window.session.look(page="timeline")
    assert window.page("timeline") is window.page("explore")
    assert window.page("timeline").isVisible()


def test_tabs_follow_the_lens_and_lead_it(window: MainWindow, qtbot: QtBot) -> None:
    window.session.look(page="charts")
    assert [name for name, tab in window.bar.tabs.items() if tab.isChecked()] == ["charts"]
    qtbot.mouseClick(window.bar.tabs["pipeline"], Qt.MouseButton.LeftButton)
    assert window.session.lens.page == "pipeline"


# --------------------------------------------------------------------------------- commands


def test_no_two_commands_have_one_key(window: MainWindow) -> None:
    assert doubles(window.all_commands()) == []


def test_every_command_stands_in_a_menu_once(window: MainWindow) -> None:
    ids = [action.objectName() for action in menu_actions(window)]
    assert sorted(ids) == sorted({command.id for command in window.all_commands()})


def test_every_command_has_words(window: MainWindow) -> None:
    for action in menu_actions(window):
        assert action.text().strip("&"), action.objectName()


@pytest.mark.parametrize(("number", "page"), list(enumerate(NAMES, 1)))
def test_control_and_a_number_open_a_page(
    window: MainWindow, qtbot: QtBot, number: int, page: str
) -> None:
    window.session.look(page="charts" if page != "charts" else "explore")
    qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    assert window.session.lens.page == page


@pytest.mark.parametrize(
    ("key", "modifier", "day"),
    [
        (Qt.Key.Key_BracketLeft, Qt.KeyboardModifier.NoModifier, date(2011, 7, 5)),
        (Qt.Key.Key_BracketRight, Qt.KeyboardModifier.NoModifier, date(2011, 9, 5)),
        (Qt.Key.Key_BraceLeft, Qt.KeyboardModifier.ShiftModifier, date(2010, 8, 5)),
        (Qt.Key.Key_BraceRight, Qt.KeyboardModifier.ShiftModifier, date(2012, 8, 5)),
        (Qt.Key.Key_BracketLeft, Qt.KeyboardModifier.ShiftModifier, date(2010, 8, 5)),
    ],
)
def test_brackets_move_the_moment(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, day: date
) -> None:
    qtbot.keyClick(window, key, modifier)
    assert window.session.lens.moment == day


def test_the_moment_stays_within_the_years_of_the_events(window: MainWindow) -> None:
    for _ in range(30):
        window.move_moment(12)
    assert window.session.lens.moment == date(2014, 12, 31)
    for _ in range(30):
        window.move_moment(-12)
    assert window.session.lens.moment == date(2008, 1, 1)


def test_single_letters_do_not_act_while_typing(window: MainWindow, qtbot: QtBot) -> None:
    page = blank(window)
    page.field.setFocus()
    qtbot.keyClicks(page.field, "T[]?{}")
    assert page.field.text() == "T[]?{}"
    assert page.turned == []
    assert window.session.lens == Lens()
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_T)
    assert page.turned == [page]


def test_a_command_of_two_pages_acts_on_the_one_in_sight(window: MainWindow, qtbot: QtBot) -> None:
    window.session.look(page="charts")
    qtbot.keyClick(window, Qt.Key.Key_T)
    assert blank(window, "charts").turned
    assert not blank(window, "explore").turned


def test_back_and_forward_are_possible_only_when_they_lead_somewhere(
    window: MainWindow, qtbot: QtBot
) -> None:
    back, forward = window.action("back"), window.action("forward")
    assert not back.isEnabled()
    window.session.look(item="term:x")
    assert back.isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.session.lens == Lens()
    assert (back.isEnabled(), forward.isEnabled()) == (False, True)


def test_the_link_is_copied_and_said(window: MainWindow, qtbot: QtBot) -> None:
    window.session.look(item="term:x")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_C, both)
    assert QGuiApplication.clipboard().text() == "explore?item=term:x"
    assert "explore?item=term:x" in window.messages.text()


@pytest.mark.parametrize(
    ("key", "scale"),
    [(Qt.Key.Key_Plus, 160), (Qt.Key.Key_Equal, 160), (Qt.Key.Key_Minus, 140), (Qt.Key.Key_0, 100)],
)
def test_control_with_plus_minus_and_zero_change_the_text_size(
    library: Library, qtbot: QtBot, key: Qt.Key, scale: int
) -> None:
    window = build(library, Settings(text_scale=150))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert window.choices.settings.text_scale == scale


def test_a_theme_is_chosen_from_the_menu_and_marked(window: MainWindow) -> None:
    window.action("theme-projector").trigger()
    assert window.choices.settings.theme == "projector"
    marked = [
        name
        for name in ("system", "light", "projector")
        if window.action(f"theme-{name}").isChecked()
    ]
    assert marked == ["projector"]


def test_full_screen_and_back(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


@pytest.mark.parametrize(
    ("id", "says"),
    [("shortcuts", "Ctrl+K or Ctrl+F"), ("help", "The pages"), ("about", "How to cite")],
)
def test_help_opens_beside_the_window(window: MainWindow, id: str, says: str) -> None:
    window.action(id).trigger()
    (sheet,) = window._sheets
    assert sheet.isVisible()
    assert not sheet.isModal()
    assert says in sheet.text.toPlainText()


def test_the_figure_that_a_chart_tells_of_is_what_is_cited_first(
    bundled: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, figure = build(bundled), "ice-removals/ice-total@2012"
    qtbot.addWidget(window)
    window.show()
    monkeypatch.setattr(window.page("charts"), "told_figure", lambda: figure)
    window.session.look(item="event:2011-moa-termination")
    window.action("cite").trigger()
    (sheet,) = window._sheets
    assert isinstance(sheet, CiteSheet)
    window.session.look(page="charts", item="chart:ice-removals")
    assert sheet._offers[sheet.what.currentIndex()].kind == "figure"
    assert f"x.point={figure}" in sheet.citation.text("chicago")


def test_what_is_chosen_can_be_cited_with_its_sources_or_as_a_view(window: MainWindow) -> None:
    window.session.look(item=EVENT)
    window.action("cite").trigger()
    (sheet,) = window._sheets
    assert isinstance(sheet, CiteSheet)
    assert not sheet.isModal()
    assert [offer.kind for offer in sheet._offers] == ["record", "view"]
    sheet.copy()
    text = QGuiApplication.clipboard().text()
    assert f"explore?item={EVENT}" in text
    assert len(text.splitlines()) == 1 + len(window.library.sources_of(EVENT))


def test_the_citation_goes_along_with_the_view_and_keeps_its_kind(window: MainWindow) -> None:
    window.session.look(item=EVENT)
    window.action("cite").trigger()
    (sheet,) = window._sheets
    assert isinstance(sheet, CiteSheet)
    sheet.what.setCurrentIndex(1)
    window.session.look(page="timeline")
    assert sheet.citation.works[0].link.startswith("timeline?")
    assert len(sheet.citation.works) == 1


def test_a_built_person_is_in_no_citation(window: MainWindow) -> None:
    window.session.look(item=EVENT, options={"person": "secret"})
    window.action("cite").trigger()
    (sheet,) = window._sheets
    assert isinstance(sheet, CiteSheet)
    links = [offer.citation.works[0].link for offer in sheet._offers]
    assert links
    assert not any("secret" in link for link in links)


def test_the_style_of_citations_is_remembered(window: MainWindow) -> None:
    window.session.look(item=EVENT)
    window.action("cite").trigger()
    (sheet,) = window._sheets
    assert isinstance(sheet, CiteSheet)
    assert "Bibliography" in sheet.text.toPlainText()
    sheet.style_box.setCurrentIndex(2)
    assert window.choices.settings.citation_style == "mla"
    assert "Works cited" in sheet.text.toPlainText()
    window.action("cite").trigger()
    (again,) = window._sheets
    assert isinstance(again, CiteSheet)
    assert again.style_name == "mla"


def test_a_citation_is_saved_whole_or_the_reason_is_told(
    window: MainWindow, tmp_path: Path
) -> None:
    window.session.look(item=EVENT)
    window.action("cite").trigger()
    (sheet,) = window._sheets
    assert isinstance(sheet, CiteSheet)
    file = tmp_path / "boats.bib"
    assert sheet.save(file, "bibtex") == f"Saved as {file}"
    assert file.read_text().startswith("@misc{")
    (tmp_path / "taken").write_text("a file")
    told = sheet.save(tmp_path / "taken" / "boats.bib", "bibtex")
    assert "could not be written" in told
    assert told.endswith("Choose another folder.")


@pytest.mark.parametrize(
    ("chosen", "kind", "written", "begins"),
    [
        ("a.txt", "Text in the style shown (*.txt)", "a.txt", "“"),
        ("a", "BibTeX (*.bib)", "a.bib", "@misc{"),
        ("a.ris", "Text in the style shown (*.txt)", "a.ris", "TY  - "),
        ("a", "CSL-JSON (*.json)", "a.json", "["),
    ],
)
def test_a_citation_is_saved_in_the_format_that_its_name_or_the_dialog_says(
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    chosen: str,
    kind: str,
    written: str,
    begins: str,
) -> None:
    window.session.look(item=EVENT)
    window.action("cite").trigger()
    (sheet,) = window._sheets
    assert isinstance(sheet, CiteSheet)
    answer = (str(tmp_path / chosen), kind)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    sheet.ask_and_save()
    assert (tmp_path / written).read_text().startswith(begins)
    assert window.messages.text() == f"Saved as {tmp_path / written}"


def test_a_citation_is_copied_for_a_reference_manager(window: MainWindow) -> None:
    window.session.look(item=EVENT)
    window.action("cite").trigger()
    (sheet,) = window._sheets
    assert isinstance(sheet, CiteSheet)
    sheet.buttons["bibtex"].click()
    assert QGuiApplication.clipboard().text().startswith("@misc{")
    sheet.buttons["csl-json"].click()
    assert QGuiApplication.clipboard().text().startswith("[")
    sheet.buttons["copy"].click()
    assert "<i>" in QGuiApplication.clipboard().mimeData().html()
    sheet.buttons["close"].click()
    assert not sheet.isVisible()


def test_the_shortcut_sheet_names_every_command_that_has_keys(window: MainWindow) -> None:
    window.open_shortcuts()
    text = window._sheets[0].text.toPlainText()
    for command in window.all_commands():
        assert (command.plain() in text) == bool(command.keys) or not command.keys
        assert command.spoken_keys() in text


def test_the_shortcut_sheet_names_the_keys_of_pages_that_were_not_opened(
    window: MainWindow,
) -> None:
    window.open_shortcuts()
    text = window._sheets[0].text.toPlainText()
    opened = {command.id for command in window.all_commands()}
    for page in (PlacesView, CaseWalkView, ChartsView):
        assert any(command.id not in opened for command in page.COMMANDS)
        assert [one.id for one in page.COMMANDS if one.keys and one.plain() not in text] == []
    assert "In the tour editor" in text


# ------------------------------------------------------------------------------ look and room


def test_another_look_reaches_every_open_page(window: MainWindow) -> None:
    window.session.look(page="charts")
    dark = Look(load_theme("dark"), 1.5)
    window.restyle(dark)
    for page in window.pages():
        assert page.look is dark


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("size", [QSize(1024, 768), QSize(1280, 720), QSize(1920, 1080)])
def test_the_bar_fits_every_width_and_text_size(
    library: Library, qtbot: QtBot, size: QSize, scale: float
) -> None:
    window = build(library, scale=scale)
    qtbot.addWidget(window)
    window.setMinimumSize(1, 1)
    window.resize(size)
    with qtbot.waitExposed(window):
        window.show()
    right = window.bar.rect().right()
    parts = [
        p
        for p in window.bar.findChildren(QAbstractButton) + window.bar.findChildren(QLineEdit)
        if p.isVisible()
    ]
    for part in parts:
        assert part.geometry().right() <= right, part.text()
    spans = sorted((part.x(), part.geometry().right()) for part in parts)
    for (_, end), (start, _) in pairwise(spans):
        assert end < start, "two parts of the bar overlap"
    for button in parts:
        if isinstance(button, QAbstractButton):
            assert button.width() >= button.sizeHint().width(), "a word is cut"


def test_pages_are_reached_by_a_menu_where_tabs_have_no_room(window: MainWindow) -> None:
    window.setMinimumSize(1, 1)
    window.resize(420, 500)
    assert not any(tab.isVisible() for tab in window.bar.tabs.values())
    menu = window.bar.page_menu.menu()
    menu.actions()[NAMES.index("charts")].trigger()
    assert window.session.lens.page == "charts"
    assert window.bar.page_menu.text().startswith("Charts")


def test_a_divided_page_is_divided_again_as_the_reader_left_it(
    library: Library, qtbot: QtBot
) -> None:
    first = build(library)
    qtbot.addWidget(first)
    with qtbot.waitExposed(first):
        first.show()
    parts = blank(first).parts
    parts.setSizes([300, 900])
    parts.splitterMoved.emit(300, 1)
    left = parts.sizes()
    second = build(library, first.choices.settings)
    qtbot.addWidget(second)
    with qtbot.waitExposed(second):
        second.show()
    assert blank(second).parts.sizes() == left


def test_closing_remembers_the_window_and_the_place(window: MainWindow) -> None:
    window.session.look(item="term:x")
    window.close()
    assert window.choices.settings.last_link == "explore?item=term:x"
    assert window.choices.settings.layout["window"]


@pytest.mark.parametrize("part", ["field", "tab"])
def test_the_side_buttons_of_a_mouse_go_back_and_forward(window: MainWindow, part: str) -> None:
    window.session.look(item="term:x")
    below = blank(window).field if part == "field" else window.bar.tabs["charts"]
    at = below.mapTo(window, below.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.BackButton, pos=at)
    assert window.session.lens == Lens()
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.ForwardButton, pos=at)
    assert window.session.lens.item == "term:x"


# ---------------------------------------------------------------------------------- messages


def test_a_note_goes_with_the_next_move_and_can_be_read_again(window: MainWindow) -> None:
    window.copy_link()
    assert "Link copied" in window.messages.text()
    window.session.look(page="charts")
    assert window.messages.text() == ""
    window.action("messages").trigger()
    sheet = window.findChild(Sheet, "messages-sheet")
    assert sheet is not None
    assert "Link copied: explore" in sheet.text.toPlainText()


def test_trouble_stays_until_it_is_closed(window: MainWindow, qtbot: QtBot) -> None:
    window.session.warned.emit("It could not be stored.")
    window.session.look(page="charts")
    assert window.messages.text() == "It could not be stored."
    qtbot.keyClick(window.page("charts"), Qt.Key.Key_Escape)
    assert window.messages.text() == ""


def test_a_refused_link_is_told_until_another_move_works(window: MainWindow) -> None:
    window.open_link("nowhere")
    window.open_link("neverwhere")
    assert "neverwhere" in window.messages.text()
    window.session.look(page="charts")
    assert window.messages.text() == ""
    window.open_link("nowhere")
    window.open_link("charts")
    assert window.messages.text() == ""


def test_a_message_moves_nothing_and_lies_over_the_bottom(window: MainWindow) -> None:
    page = window.page("explore")
    before = page.size()
    window.copy_link()
    QGuiApplication.processEvents()
    assert page.size() == before
    bar, whole = window.messages, window.centralWidget()
    assert bar.geometry().bottom() == whole.rect().bottom()
    window.resize(900, 600)
    QGuiApplication.processEvents()
    assert bar.geometry().bottom() == whole.rect().bottom()
    assert bar.width() == whole.width()


def test_a_message_never_lies_over_what_has_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page("explore")
    low, high = QLineEdit(page), QLineEdit(page)
    low.move(0, page.height() - low.height())
    for field in (low, high):
        field.show()
    window.open_link("nowhere")
    for field in (low, high, low):
        field.setFocus()
        bar = window.messages
        place = QRect(field.mapTo(window.centralWidget(), QPoint()), field.size())
        assert not bar.geometry().intersects(place)
        assert bar.y() >= window.bar.geometry().bottom()


# ----------------------------------------------------------------------------- accessibility


def test_every_control_in_the_bar_has_a_name_for_a_screen_reader(window: MainWindow) -> None:
    controls = window.bar.findChildren(QAbstractButton) + window.bar.findChildren(QLineEdit)
    assert len(controls) >= 7
    for control in controls:
        interface = QAccessible.queryAccessibleInterface(control)
        assert interface.text(QAccessible.Text.Name), control


def test_tab_goes_through_the_bar_from_left_to_right(window: MainWindow, qtbot: QtBot) -> None:
    window.session.look(item="term:x")
    window.session.back()
    window.session.look(item="term:y")
    first = window.bar.tabs["explore"]
    first.setFocus()
    seen = []
    while window.bar.isAncestorOf(window.focusWidget()):
        seen.append(window.focusWidget().accessibleName())
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert seen == ["Explore", "Back", "Search", "Present"]


def test_arrow_keys_go_from_tab_to_tab(window: MainWindow, qtbot: QtBot) -> None:
    window.bar.tabs["explore"].setFocus()
    qtbot.keyClick(window.bar.tabs["explore"], Qt.Key.Key_Right)
    assert window.focusWidget() is window.bar.tabs["timeline"]
    assert window.bar.tabs[window.session.lens.page].isChecked()
    qtbot.keyClick(window.bar.tabs["timeline"], Qt.Key.Key_Space)
    assert window.session.lens.page == "timeline"


def test_the_keyboard_goes_along_to_the_tab_of_the_page_shown(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.bar.tabs["explore"].setFocus()
    qtbot.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    name = window.session.lens.page
    assert name != "explore"
    assert window.focusWidget() is window.bar.tabs[name]
    window.page(name).setFocus()
    window.session.look(page="explore")
    assert window.focusWidget() not in window.bar.tabs.values()


def test_every_command_is_one_of_the_table() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)


def test_bookmarks_and_notes_open_the_view_in_which_they_were_kept(window: MainWindow) -> None:
    window.session.look(item="event:2010-court-ruling")
    shelf().set_bookmark("event:2008-river-check", "timeline?item=event:2008-river-check", True)
    shelf().set_note("event:2009-town-rule", "ask the class")
    window.action("notebook").trigger()
    (sheet,) = window._sheets
    assert "The river check begins" in sheet.text.toPlainText()
    assert "ask the class" in sheet.text.toPlainText()
    sheet.text.anchorClicked.emit(QUrl("timeline?item=event:2008-river-check"))
    assert window.session.lens.item == "event:2008-river-check"


def test_a_link_to_what_is_gone_is_said_in_the_bar(window: MainWindow) -> None:
    before = window.session.lens
    window.open_link("explore?item=event:2008-river-chek")
    assert window.session.lens == before
    assert "2008-river-check" in window.messages.text()
