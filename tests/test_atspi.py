"""What a screen reader on the desktop really gets, asked over AT-SPI from outside."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from explorer import NAME
from explorer.app import settings_file
from explorer.content.library import Library
from explorer.reader.settings import Settings, write

LINK: Final = "explore?item=event:2011-moa-termination&moment=2011-08-05"
DENSE: Final = "timeline?item=event:2011-moa-termination&start=2010-01-01&end=2015-12-31"
PLACES: Final = "places?x.places=table&words=Cook%20Illinois"
SCREEN: Final = (1600, 1000)
PATIENCE: Final = 40.0  # seconds for the program to show its page; it takes two or three
SYSTEM_PYTHON: Final = "/usr/bin/python3"
OUTSIDE: Final = Path(__file__).parent / "harness" / "outside.py"

Tree = dict[str, Any]


def missing() -> str:
    """What this machine lacks for the test; empty where all is there."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI is there on Linux only"
    for program in ("Xvfb", "openbox", "dbus-run-session"):
        if shutil.which(program) is None:
            return f"{program} is not installed"
    if not Path("/usr/libexec/at-spi-bus-launcher").exists():
        return "at-spi2-core is not installed"
    if not Path(SYSTEM_PYTHON).exists():
        return f"{SYSTEM_PYTHON} is not there"
    asked = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True)
    return "" if asked.returncode == 0 else "python3-pyatspi is not installed"


pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "all is there")


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A screen in memory, with a number that nobody else uses."""
    reading, writing = os.pipe()
    size = f"{SCREEN[0]}x{SCREEN[1]}x24"
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture(scope="module")
def desktop(display: str, tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The tree of the running program at its first page."""
    return seen_from_outside(LINK, display, tmp_path_factory.mktemp("outside"))


@pytest.fixture(scope="module")
def dense(display: str, tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The tree of the running program at the timeline's dense years."""
    return seen_from_outside(DENSE, display, tmp_path_factory.mktemp("dense"))


@pytest.fixture(scope="module")
def places(display: str, tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The tree of the running program at the list of places, narrowed to one name."""
    return seen_from_outside(PLACES, display, tmp_path_factory.mktemp("places"))


def seen_from_outside(link: str, display: str, folder: Path) -> Tree:
    """Start the program at a link and ask the desktop what it tells."""
    surroundings = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "SECURE_COMMUNITIES_DATA": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
    }
    folder.chmod(0o700)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SECURE_COMMUNITIES_DATA", str(folder))
        write(settings_file(), Settings(theme="light", welcome=False))
    program = [sys.executable, "-m", "explorer", "open", link]
    command = ["dbus-run-session", "--", SYSTEM_PYTHON, str(OUTSIDE), str(PATIENCE), *program]
    done = subprocess.run(
        command, env=surroundings, capture_output=True, text=True, timeout=2 * PATIENCE
    )
    assert done.returncode == 0, done.stderr[-4000:]
    tree = json.loads(done.stdout.splitlines()[-1])  # services of the bus print there as well
    (folder / "tree.json").write_text(json.dumps(tree, indent=1), encoding="utf-8")
    assert isinstance(tree, dict)
    return tree


def walk(tree: Tree) -> Iterator[Tree]:
    yield tree
    for inner in tree["inside"]:
        yield from walk(inner)


def find(tree: Tree, wanted: Callable[[Tree], bool]) -> Tree:
    """The first part that is *wanted*; where there is none, what there is instead."""
    for node in walk(tree):
        if wanted(node):
            return node
    told = "\n".join(f"{node['role']}: {node['name']}" for node in walk(tree) if node["name"])
    raise AssertionError(f"not in the tree:\n{told[:6000]}")


def named(role: str, name: str) -> Callable[[Tree], bool]:
    return lambda node: node["role"] == role and node["name"] == name


def is_on_screen(node: Tree) -> bool:
    if node["place"] is None:
        return False
    x, y, width, height = (int(number) for number in node["place"])
    has_extent = width > 0 and height > 0
    return has_extent and -width < x < SCREEN[0] and -height < y < SCREEN[1]


def shown_items(view: Tree) -> list[Tree]:
    return [item for item in view["inside"] if "showing" in item["states"]]


def test_the_window_is_found_by_its_name(desktop: Tree) -> None:
    window = find(desktop, lambda node: node["role"] in ("frame", "window"))
    assert window["name"].startswith(NAME)
    assert is_on_screen(window)


@pytest.mark.parametrize("page", ["Explore", "Timeline", "Pipeline", "Charts"])
def test_every_page_has_a_tab_on_screen(desktop: Tree, page: str) -> None:
    roles = ("check box", "toggle button", "radio button", "page tab")
    tab = find(desktop, lambda node: node["role"] in roles and node["name"] == page)
    assert is_on_screen(tab)


def test_the_search_box_can_be_typed_into(desktop: Tree) -> None:
    box = find(desktop, named("text", "Search"))
    assert is_on_screen(box)
    assert {"editable", "focusable", "enabled"} <= set(box["states"])


def test_the_timeline_lists_its_events_with_date_and_place(desktop: Tree) -> None:
    items = shown_items(find(desktop, named("list", "Timeline")))
    assert any(item["name"].startswith("August 5, 2011: ") for item in items)
    astray = [item["name"] for item in items if not item["name"] or not is_on_screen(item)]
    assert astray == []


def test_the_timeline_of_dense_years_tells_every_event_in_sight(
    dense: Tree, bundled: Library
) -> None:
    items = shown_items(find(dense, named("list", "Timeline")))
    told = {item["name"]: item for item in items}
    due = [e for e in bundled.events.values() if 2010 < e.date.first.year < 2015]
    missed = [e.title for e in due if not any(name.endswith(e.title) for name in told)]
    assert len(due) > 40
    assert missed == []
    assert all(is_on_screen(item) for item in items)


def test_the_pipeline_lists_its_steps_with_where_they_lead(desktop: Tree) -> None:
    items = shown_items(find(desktop, named("list", "Pipeline")))
    assert len(items) == 9
    assert any(
        item["name"].startswith("FBI check") and "DHS check" in item["name"] for item in items
    )
    astray = [item["name"] for item in items if not item["name"] or not is_on_screen(item)]
    assert astray == []


def test_the_card_can_be_read(desktop: Tree) -> None:
    card = find(desktop, lambda node: node["name"] == "Card" and bool(node["text"]))
    assert "August 5, 2011" in card["text"]
    assert is_on_screen(card)


def test_cook_county_is_heard_with_its_activation_and_its_limits(places: Tree) -> None:
    table = find(places, named("table", "Places"))
    cell = next(node for node in walk(table) if node["name"].startswith("Cook County, Illinois."))
    assert "Activated January 2013." in cell["name"]
    assert "county ordinance, adopted Sep 7, 2011" in cell["name"]
    assert is_on_screen(cell)


def test_places_can_be_found_by_typing(places: Tree) -> None:
    field = find(places, named("text", "Find places by name or state"))
    assert field["text"] == "Cook Illinois"
    assert {"editable", "focusable"} <= set(field["states"])
