"""No text lies on another, is cut off or shortened without its full words, on any page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import product
from pathlib import Path
from typing import Any, Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsView,
    QListView,
    QMenu,
    QTableView,
    QTextEdit,
    QWidget,
)

from explorer.content.library import Library
from explorer.reader.lens import Lens
from explorer.window import MainWindow
from tests.harness.overlaps import Fault, faults
from tests.harness.texts import texts
from tests.harness.views import VIEWS
from tests.harness.window import opened, put, settle

SCALES: Final = (100, 150, 200, 300)
SIZES: Final = ((1024, 768), (1280, 720), (1920, 1080), (3840, 2160))
SHEETS: Final = ("help", "shortcuts", "about", "notebook", "messages", "preferences", "cite")


class Windows:
    """One window at a time, made anew when another look is asked for."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._look: tuple[str, int] | None = None
        self._open = ExitStack()

    def at(self, scale: int, theme: str = "light") -> MainWindow:
        """The window with texts of a size, in per cent."""
        if self._look != (theme, scale):
            self.close()
            self._look = (theme, scale)
            self._window = self._open.enter_context(opened(self._library, theme, scale))
        return self._window

    def close(self) -> None:
        """Close the window and put the look of the application back."""
        self._open.close()
        self._look = None


@pytest.fixture(scope="module")
def windows(
    qapp: QApplication, bundled: Library, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Windows]:
    """Windows of the program, with the real library."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SECURE_COMMUNITIES_DATA", str(tmp_path_factory.mktemp("reader")))
        made = Windows(bundled)
        yield made
        made.close()


def every(*parts: Iterable[Any]) -> pytest.MarkDecorator:
    """A test for every text size and each combination of what else is listed."""
    names = ("scale", "size", "view")[: 1 + len(parts)]
    rows = list(product(SCALES, *parts))
    ids = ["-".join(_id(value) for value in row) for row in rows]
    return pytest.mark.parametrize(names, rows, ids=ids)


def _id(value: Any) -> str:
    return f"{value[0]}x{value[1]}" if isinstance(value, tuple) else str(value)


def refuse(found: list[Fault], window: QWidget, folder: Path) -> None:
    """Fail with all faults in words; a picture has a frame around each."""
    if not found:
        return
    picture = window.grab()
    painter = QPainter(picture)
    painter.setPen(QColor("red"))
    for fault in found:
        painter.drawRect(fault.box.adjusted(-2, -2, 2, 2))
    painter.end()
    file = folder / "faults.png"
    picture.save(str(file))
    told = "\n".join(f"  {fault}" for fault in found)
    pytest.fail(f"{len(found)} faults, framed in {file}:\n{told}", pytrace=False)


@every(SIZES, VIEWS)
def test_every_text_of_a_page_can_be_read(
    windows: Windows, scale: int, size: tuple[int, int], view: str, tmp_path: Path
) -> None:
    window = windows.at(scale)
    put(window, VIEWS[view], size)
    refuse(faults(window), window, tmp_path)


@pytest.mark.parametrize("view", VIEWS)
def test_the_words_of_every_painted_view_are_heard(windows: Windows, view: str) -> None:
    """A view that keeps its words as pixels would pass every test unheard."""
    window = windows.at(100)
    put(window, VIEWS[view], SIZES[2])
    heard = [text.widget for text in texts(window)]
    kinds = (QListView, QGraphicsView, QTableView, QTextEdit)
    shown = [found for kind in kinds for found in window.findChildren(kind) if found.isVisible()]
    painted = [found for found in shown if not found.visibleRegion().isEmpty()]  # not scrolled away
    assert painted
    assert [found for found in painted if found.viewport() not in heard] == []


@every(SIZES)
def test_search_results_can_be_read(
    windows: Windows, scale: int, size: tuple[int, int], tmp_path: Path
) -> None:
    window = windows.at(scale)
    put(window, Lens(), size)
    window.search.open("detainer")
    settle()
    results = window.findChild(QListView, "search-results")
    assert isinstance(results, QListView)
    assert results.viewport() in [text.widget for text in texts(window)]
    try:
        refuse(faults(window), window, tmp_path)
    finally:
        QTest.keyClick(window.search, Qt.Key.Key_Escape)
        QTest.keyClick(window.search, Qt.Key.Key_Escape)
        settle()


@every(SIZES)
def test_a_message_can_be_read(
    windows: Windows, scale: int, size: tuple[int, int], tmp_path: Path
) -> None:
    window = windows.at(scale)
    put(window, Lens(), size)
    window.copy_link()
    settle()
    refuse(faults(window), window, tmp_path)
    window.messages.dismiss()


@every(SIZES)
def test_the_first_sheet_can_be_read(
    windows: Windows, scale: int, size: tuple[int, int], tmp_path: Path
) -> None:
    window = windows.at(scale)
    put(window, Lens(), size)
    window.show_welcome()
    settle()
    sheet = window.findChild(QWidget, "welcome")
    assert isinstance(sheet, QWidget)
    try:
        refuse(faults(window), window, tmp_path)
    finally:
        QTest.keyClick(sheet, Qt.Key.Key_Escape)
        settle()


@every()
def test_menus_can_be_read(windows: Windows, scale: int, tmp_path: Path) -> None:
    window = windows.at(scale)
    put(window, Lens(), SIZES[1])
    for action in window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        menu.resize(menu.sizeHint())
        refuse(faults(menu), menu, tmp_path)


@every([SIZES[0]], SHEETS)
def test_sheets_can_be_read(
    windows: Windows, scale: int, size: tuple[int, int], view: str, tmp_path: Path
) -> None:
    window = windows.at(scale)
    put(window, Lens(), size)
    before = set(QApplication.topLevelWidgets())
    window.action(view).trigger()
    settle()
    (shown,) = (
        found
        for found in QApplication.topLevelWidgets()
        if found not in before and found.isVisible() and not found.inherits("QTipLabel")
    )
    try:
        refuse(faults(shown), shown, tmp_path)
    finally:
        shown.close()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("theme", ["dark", "contrast", "projector"])
def test_every_text_can_be_read_in_other_themes(
    windows: Windows, theme: str, view: str, tmp_path: Path
) -> None:
    window = windows.at(100, theme)
    put(window, VIEWS[view], (1280, 720))
    refuse(faults(window), window, tmp_path)
