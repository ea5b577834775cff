"""Starting: settings, look, place, log, and what is loaded in idle time."""

from __future__ import annotations

import importlib
import logging
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMargins, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from explorer import app, paths
from explorer.content.library import Library
from explorer.reader.lens import Lens
from explorer.reader.settings import Settings, read
from explorer.reader.theme import load_theme
from explorer.ui.choices import Choices
from explorer.ui.commands import doubles, without_mark
from explorer.ui.paint import Look
from explorer.ui.session import Session
from explorer.window import NAMES, PAGES, MainWindow
from tests.accessible import CONTROLS, nameless, tree
from tests.blank import Blank, make_blank

Starter = Callable[..., app.Program]


@pytest.fixture
def start(library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Starter:
    """Starts a program with blank pages on the small library."""
    monkeypatch.setattr(app, "make_page", make_blank)
    monkeypatch.setattr(app, "HEAVY", ())

    def started(settings: Settings | None = None, lens: Lens | None = None) -> app.Program:
        program = app.Program(library, settings or Settings(), lens)
        qtbot.addWidget(program.window)
        with qtbot.waitSignal(program.painted):
            program.show()
        return program

    return started


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    """Leaves the application as it was."""
    sheet, palette, font = qapp.styleSheet(), qapp.palette(), qapp.font()
    yield
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


def test_every_page_and_pane_of_the_window_is_there() -> None:
    for entry in PAGES:
        for factory in (entry.factory, *(pane for _, pane in entry.panes)):
            module, _, name = factory.partition(":")
            assert hasattr(importlib.import_module(module), name), factory


def test_the_program_opens_where_the_reader_left_it(start: Starter) -> None:
    program = start(Settings(last_link="timeline?item=event:2008-river-check"))
    assert program.session.lens == Lens(page="timeline", item="event:2008-river-check")


@pytest.mark.parametrize("link", ["nowhere", "explore?item=event:gone", "explore?moment=x"])
def test_a_last_place_that_is_gone_means_the_first_page(start: Starter, link: str) -> None:
    assert start(Settings(last_link=link)).session.lens == Lens()


def test_a_link_comes_before_the_last_place(start: Starter) -> None:
    lens = Lens(page="charts")
    assert start(Settings(last_link="timeline"), lens).session.lens == lens


def test_the_theme_and_text_size_change_every_page_and_are_stored(start: Starter) -> None:
    program = start(Settings(theme="light"))
    page = program.window.page("explore")
    program.choices.choose(theme="dark", text_scale=150)
    assert page.look is program.look
    assert program.look.theme.name == "dark"
    assert program.look.text_scale >= 1.5
    assert QApplication.font().pixelSize() == program.look.font().pixelSize()
    stored, bad = read(app.settings_file())
    assert (stored.theme, stored.text_scale, bad) == ("dark", 150, ())


def test_a_held_key_changes_the_text_size_in_few_steps(start: Starter, qtbot: QtBot) -> None:
    program = start(Settings(theme="light"))
    page = program.window.page("explore")
    assert isinstance(page, Blank)
    page.looks.clear()
    for _ in range(8):
        program.choices.scale_by(1)
    assert len(page.looks) == 1, "the first step shows at once"
    qtbot.waitUntil(lambda: len(page.looks) == 2)
    assert program.choices.settings.text_scale == 180
    assert page.looks[-1].scale >= 1.8
    stored, _ = read(app.settings_file())
    assert stored.text_scale == 180


ROOM = QRect(100, 0, 1000, 700)
FRAME = QMargins(2, 30, 2, 2)


@pytest.mark.parametrize(
    "place",
    [
        QRect(0, 0, 1440, 900),
        QRect(102, 30, 996, 668),
        QRect(-3000, 200, 800, 600),
        QRect(5000, 5000, 300, 300),
        QRect(900, 690, 500, 100),
    ],
)
def test_a_window_and_its_frame_are_always_on_the_screen(place: QRect) -> None:
    found = app.within(place, ROOM, FRAME)
    assert ROOM.contains(found.marginsAdded(FRAME))
    assert found.size() == place.size().boundedTo(ROOM.marginsRemoved(FRAME).size())


def test_a_window_that_is_on_the_screen_stays_where_it_is() -> None:
    place = QRect(300, 100, 500, 400)
    assert app.within(place, ROOM, FRAME) == place


def test_the_first_window_is_not_larger_than_the_screen(start: Starter) -> None:
    window = start().window
    assert window.screen().availableGeometry().contains(window.frameGeometry())


def test_a_window_comes_back_from_a_screen_that_is_gone(start: Starter) -> None:
    first = start().window
    first.setGeometry(9000, 9000, 640, 500)
    first.close()
    stored, _ = read(app.settings_file())
    second = start(stored).window
    assert second.screen().availableGeometry().contains(second.frameGeometry())


def test_the_system_theme_is_followed_only_when_asked(
    start: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start(Settings(theme="system"))
    monkeypatch.setattr(app, "system_theme", lambda: "dark")
    program.system_changed()
    assert program.look.theme.name == "dark"
    assert program.window.page("explore").look is program.look
    program.choices.choose(theme="projector")
    program.system_changed()
    assert program.look.theme.name == "projector"


def test_the_style_sheet_follows_the_first_picture(
    start: Starter, qapp: QApplication, qtbot: QtBot
) -> None:
    qapp.setStyleSheet("")
    program = start()
    assert qapp.styleSheet() == ""
    qtbot.waitUntil(lambda: qapp.styleSheet() == program.look.stylesheet())


def test_bad_stored_settings_are_said_in_the_window(start: Starter) -> None:
    file = app.settings_file()
    file.parent.mkdir(parents=True)
    file.write_text("[explorer]\ntheme = drak\n")
    settings, bad = read(file)
    program = start(settings)
    program.tell_bad_values(bad)
    said = program.window.messages.text()
    assert "theme = drak" in said
    assert "light" in said


def test_a_folder_in_which_nothing_can_be_kept_is_told_once_with_what_helps(
    start: Starter, tmp_path: Path
) -> None:
    program = start()
    program.tell_unkept()
    assert not program.window.messages.told
    app.settings_file().parent.rmdir()
    app.settings_file().parent.write_text("in the way")
    program.tell_unkept()
    program.choices.choose(theme="dark")
    (message,) = program.window.messages.told
    assert "Nothing will be kept" in message.text
    assert str(app.settings_file().parent) in message.text
    assert "--data-dir" in message.text


def test_settings_that_cannot_be_stored_are_said_in_the_window(start: Starter) -> None:
    program = start()
    app.settings_file().parent.parent.mkdir(parents=True, exist_ok=True)
    app.settings_file().parent.write_text("in the way")
    program.choices.choose(theme="dark")
    assert "could not be stored" in program.window.messages.text()


def test_closing_stores_the_place_and_the_window(start: Starter) -> None:
    program = start()
    program.session.look(page="charts")
    program.window.close()
    stored, _ = read(app.settings_file())
    assert stored.last_link == "charts"
    assert stored.layout["window"]


def test_the_log_is_kept_in_small_files(home: Path) -> None:
    logger = logging.getLogger("explorer")
    before = list(logger.handlers)
    file = paths.log_dir() / "explorer.log"
    app.keep_log(file)
    for handler in [h for h in logger.handlers if h not in before]:
        handler.flush()
        logger.removeHandler(handler)
        handler.close()
    assert "started" in file.read_text()
    assert home in file.parents


def test_no_log_folder_means_no_log_and_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    app.keep_log(tmp_path / "file" / "explorer.log")


def test_a_report_of_the_unexpected_names_every_version(start: Starter) -> None:
    program = start()
    program.unexpected.catch(RuntimeError, RuntimeError("broken"), None)
    dialog = program.unexpected.dialog
    assert dialog is not None
    for part in ("Secure Communities Explorer 0", "Python 3", "pandas", "offscreen", "broken"):
        assert part in dialog.report()


def test_modules_are_loaded_beside_the_running_window(qtbot: QtBot) -> None:
    sys.modules.pop("colorsys", None)
    preload = app.Preload(("no_such_module_at_all", "colorsys"))
    with qtbot.waitSignal(preload.done):
        preload.start()
    assert "colorsys" in sys.modules


def test_nothing_heavy_is_loaded_when_the_window_is_first_painted() -> None:
    code = (
        "import sys\n"
        "from explorer import app\n"
        "from explorer.reader.settings import Settings\n"
        "application = app.make_application()\n"
        "program = app.Program(app.open_library(), Settings())\n"
        "def report():\n"
        "    heavy = ('pandas', 'numpy', 'pyqtgraph', 'logging.handlers', 'snowballstemmer')\n"
        "    print([name for name in heavy if name in sys.modules])\n"
        "    application.exit()\n"
        "program.painted.connect(report)\n"
        "program.window.show()\n"
        "application.exec()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "[]\n"), done.stderr


@pytest.fixture
def real(bundled: Library, qtbot: QtBot) -> MainWindow:
    """The window with its real pages on the real content, every page opened once."""
    session, look = Session(), Look(load_theme("light"))
    window = MainWindow(
        bundled,
        session,
        look,
        Choices(),
        lambda entry: app.make_page(entry, bundled, session, look),
    )
    qtbot.addWidget(window)
    for name in NAMES:
        window.page(name)
    return window


def test_no_two_commands_of_the_real_pages_have_one_key(real: MainWindow) -> None:
    assert doubles(real.all_commands()) == []


def test_every_command_of_the_real_pages_stands_in_a_menu_once(real: MainWindow) -> None:
    shown: list[str] = []

    def gather(menu: QMenu) -> None:
        for action in menu.actions():
            inner = action.menu()
            if isinstance(inner, QMenu):
                gather(inner)
            elif not action.isSeparator():
                shown.append(action.objectName())

    for top in real.menuBar().actions():
        inner = top.menu()
        assert isinstance(inner, QMenu)
        gather(inner)
    assert sorted(shown) == sorted({command.id for command in real.all_commands()})


NAMES_OF_THEIR_OWN = {"Explore", "Timeline", "Pipeline", "Charts", "CSV"}


def test_commands_are_written_in_sentence_case(real: MainWindow) -> None:
    tours = {f"present-tour:{name}" for name in real.library.tours}  # titles are the content's
    for command in (one for one in real.all_commands() if one.id not in tours):
        words = without_mark(command.text()).split()
        assert not words[0][0].islower(), command.id
        later = [word for word in words[1:] if word not in NAMES_OF_THEIR_OWN]
        assert [word for word in later if word[0].isupper()] == [], command.id


def test_commands_of_the_timeline_say_so(real: MainWindow) -> None:
    theirs = [one for one in real.all_commands() if one.id.startswith("timeline-")]
    assert theirs
    assert [one.id for one in theirs if "timeline" not in one.plain().casefold()] == []


def test_keys_of_one_menu_bar_are_told_apart(real: MainWindow) -> None:
    marks = [re.findall("&(.)", top.text()) for top in real.menuBar().actions()]
    assert sorted({mark for (mark,) in marks}) == sorted(mark for (mark,) in marks)


@pytest.mark.parametrize("page", NAMES)
def test_every_control_in_sight_has_a_name_for_a_screen_reader(
    real: MainWindow, qtbot: QtBot, page: str
) -> None:
    with qtbot.waitExposed(real):
        real.show()
    real.session.look(page=page, item=next(f"event:{id}" for id in real.library.events))
    QApplication.processEvents()
    seen = list(tree(real))
    assert len([one for one in seen if one.role in CONTROLS]) > 8
    assert nameless(real) == []


# ------------------------------------------------------------------------- places to start from


def greeted(program: app.Program) -> bool:
    """Whether the places to start from lie over the window."""
    QTest.qWait(20)
    sheet = program.window.findChild(QWidget, "welcome")
    return isinstance(sheet, QWidget) and sheet.isVisible()


def test_a_reader_who_asks_for_nothing_is_shown_where_to_start(start: Starter) -> None:
    assert greeted(start())
    assert not greeted(start(Settings(welcome=False)))


def test_a_view_that_was_asked_for_is_not_covered(start: Starter) -> None:
    assert not greeted(start(lens=Lens(page="timeline")))


def test_a_presentation_from_the_start_is_not_covered(
    library: Library, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(app, "make_page", make_blank)
    monkeypatch.setattr(app, "HEAVY", ())
    monkeypatch.setattr(app, "open_library", lambda: library)
    program = app.launch(greet=False)
    qtbot.addWidget(program.window)
    assert not greeted(program)


@pytest.mark.parametrize("id", ["present", "search", "page-charts", "month-forward", "shortcuts"])
def test_any_command_puts_the_places_to_start_from_away(
    start: Starter, monkeypatch: pytest.MonkeyPatch, id: str
) -> None:
    program = start()
    assert greeted(program)
    monkeypatch.setattr(program.presenter, "ask", str)  # takes the words, does nothing
    program.window.action(id).trigger()
    assert not greeted(program)


def test_a_presentation_that_a_button_starts_puts_them_away_too(
    start: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start()
    assert greeted(program)
    monkeypatch.setattr(program.presenter, "ask", str)  # takes the words, does nothing
    program.window.presenting.emit("here")
    assert not greeted(program)


def test_they_never_lie_under_another_dialog(start: Starter) -> None:
    program = start()
    program.window.close_welcome()
    program.window.open_shortcuts()
    program.window.offer_welcome()
    assert not greeted(program)
