"""Every page can be read by a screen reader and gone through with the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsView, QListView, QTableView, QWidget

from explorer.content.library import Library
from explorer.reader.lens import Lens
from explorer.ui.page import Page
from explorer.window import MainWindow
from tests.harness.keys import Stop, can_be_reached, named, round_trip, unseen
from tests.harness.tree import Node, comes_before, misplaced, nameless, out_of_order, shown, tree
from tests.harness.views import VIEWS
from tests.harness.window import opened, put, settle

SIZES: Final = ((1024, 768), (1440, 900))
views = pytest.mark.parametrize("view", VIEWS)
sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture(scope="module")
def window(
    qapp: QApplication, bundled: Library, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    """The program with the real library, in use."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SECURE_COMMUNITIES_DATA", str(tmp_path_factory.mktemp("reader")))
        with opened(bundled, active=True) as made:
            yield made


def lines(found: object) -> str:
    return "\n" + "\n".join(str(part) for part in found)  # type: ignore[attr-defined]


def panes(window: MainWindow) -> list[Node]:
    """The page's panes in sight, or the page itself where it has none, in the order of the tree."""
    page = window.page(window.session.lens.page)
    found = [node for node in shown(tree(page)) if isinstance(node.object, Page)]
    return found[1:] or found


# ------------------------------------------------------------------------------- the tree


@sizes
@views
def test_every_control_has_a_name(window: MainWindow, view: str, size: tuple[int, int]) -> None:
    put(window, VIEWS[view], size)
    found = nameless(tree(window))
    assert not found, lines(found)


@views
def test_every_window_part_is_named_once_in_its_row(window: MainWindow, view: str) -> None:
    put(window, VIEWS[view], SIZES[1])
    for node in shown(tree(window)):
        names = [
            part.name
            for part in node.inside
            if part.shown and part.role in (QAccessible.Role.Button, QAccessible.Role.CheckBox)
        ]
        assert len(names) == len(set(names)), names


@sizes
@views
def test_items_of_a_painted_view_have_names_and_places(
    window: MainWindow, view: str, size: tuple[int, int]
) -> None:
    put(window, VIEWS[view], size)
    lists = [node for node in shown(tree(window)) if isinstance(node.object, QListView)]
    for node in lists:
        assert any(item.shown for item in node.inside), f"{node} shows no items"
        found = misplaced(node)
        assert not found, lines(found)


@pytest.mark.parametrize("page", ["explore", "timeline", "pipeline"])
def test_a_page_shows_its_items_to_a_screen_reader(window: MainWindow, page: str) -> None:
    put(window, Lens(page=page), SIZES[1])
    inside = tree(window.page(page)).walk()
    assert any(isinstance(node.object, QListView) and node.shown for node in inside)


def test_a_chart_has_a_name_a_summary_and_a_table(window: MainWindow) -> None:
    chart = Lens(page="charts", item="chart:ice-removals")  # without one the last stays in view
    put(window, chart, SIZES[1])
    plots = [node for node in shown(tree(window)) if isinstance(node.object, QGraphicsView)]
    assert plots
    for plot in plots:
        assert plot.name.strip(), str(plot)
        assert plot.about.strip(), str(plot)
    put(window, chart.with_option("view", "table"), SIZES[1])
    tables = [node for node in shown(tree(window)) if isinstance(node.object, QTableView)]
    assert tables
    assert all(any(cell.name for cell in table.inside) for table in tables)


@sizes
@views
def test_the_tree_is_in_reading_order(window: MainWindow, view: str, size: tuple[int, int]) -> None:
    put(window, VIEWS[view], size)
    bar, page = tree(window.bar), tree(window.page(window.session.lens.page))
    assert comes_before(bar.rect, page.rect)
    parts = [node for node in bar.inside if node.shown]
    for found in (out_of_order(parts), out_of_order(panes(window))):
        assert not found, "".join(f"\n{one}\n  before {other}" for one, other in found)


# ------------------------------------------------------------------------------- the keys


class Trips:
    """The ways that Tab goes through a view, each gone once."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self._known: dict[tuple[str, tuple[int, int]], list[Stop] | AssertionError] = {}

    def through(self, view: str, size: tuple[int, int]) -> list[Stop]:
        """The stops in a view; the failure again, if Tab did not come back."""
        if (view, size) not in self._known:
            put(self.window, VIEWS[view], size)
            try:
                self._known[view, size] = round_trip(self.window, self.window.search)
            except AssertionError as error:
                self._known[view, size] = error
        found = self._known[view, size]
        if isinstance(found, AssertionError):
            raise found
        put(self.window, VIEWS[view], size)
        return found


@pytest.fixture(scope="module")
def trips(window: MainWindow) -> Trips:
    """The ways through the window."""
    return Trips(window)


@sizes
@views
def test_tab_visits_every_control_and_comes_back(
    window: MainWindow, trips: Trips, view: str, size: tuple[int, int]
) -> None:
    stops = trips.through(view, size)
    visited = [stop.widget for stop in stops]
    missed = [named(widget) for widget in can_be_reached(window) if widget not in visited]
    assert not missed, lines(missed)
    assert len(visited) == len(set(visited)), "a control is visited twice"


@sizes
@views
def test_what_has_the_focus_is_in_sight_and_looks_so(
    trips: Trips, view: str, size: tuple[int, int], tmp_path: Path
) -> None:
    stops = trips.through(view, size)
    hidden = [stop for stop in stops if not stop.in_sight]
    assert not hidden, lines(hidden)
    plain = unseen(stops)
    for number, stop in enumerate(plain):
        stop.picture.save(str(tmp_path / f"{number}.png"))
    assert not plain, f"{lines(plain)}\nas seen in {tmp_path}"


@sizes
@views
def test_tab_goes_through_the_panes_in_reading_order(
    trips: Trips, view: str, size: tuple[int, int]
) -> None:
    order: list[QWidget] = []
    for stop in trips.through(view, size):
        pane = pane_of(stop.widget)
        if pane is not None and (not order or order[-1] is not pane):
            order.append(pane)
    assert len(order) == len(set(order)), f"Tab comes back to a pane: {order}"
    found = out_of_order([tree(pane) for pane in order])
    assert not found, "".join(f"\n{one}\n  before {other}" for one, other in found)


def pane_of(widget: QWidget) -> Page | None:
    part: QWidget | None = widget
    while part is not None and not isinstance(part, Page):
        part = part.parentWidget()
    return part


def test_the_first_sheet_can_be_gone_through(window: MainWindow) -> None:
    put(window, Lens(), SIZES[1])
    window.show_welcome()
    settle()
    sheet = window.findChild(QWidget, "welcome")
    assert isinstance(sheet, QWidget)
    assert nameless(tree(sheet)) == []
    focus = QApplication.focusWidget()
    assert focus is not None
    assert sheet.isAncestorOf(focus)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    settle()
    assert window.findChild(QWidget, "welcome") is None


def test_the_arrow_keys_move_through_the_items_of_a_view(window: MainWindow) -> None:
    put(window, Lens(page="pipeline"), SIZES[1])
    view = next(found for found in window.findChildren(QListView) if found.isVisible())
    view.setFocus()
    seen = {view.currentIndex().row()}
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        QTest.keyClick(view, key)
        seen.add(view.currentIndex().row())
    assert len(seen) > 2
