"""Wherever a page sets a text of the content, the statistics in it open their dossier."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser, QWidget

from explorer.content.library import Library
from explorer.content.marks import Statistic
from explorer.content.statistics import every_text
from explorer.reader.dossier import MARK
from explorer.reader.lens import Lens
from explorer.window import MainWindow
from tests.harness.views import VIEWS
from tests.harness.window import opened, put

ROOT: Final = Path(__file__).parents[1]
SIZE: Final = (1440, 900)
TRANSLATES: Final = ("tr", "translate", "QT_TRANSLATE_NOOP")
FIGURE: Final = re.compile(r"\d{1,3}(?:,\d{3})+|\d percent|\b(?:[mb]illion|thousand|dozen)s?\b")
MORE: Final = {  # items whose texts state many statistics
    f"{page} with {item}": Lens(page=page, item=item)
    for page in ("explore", "charts", "evidence")
    for item in (
        "event:2012-fy2012-record",
        "event:2015-mpi-count",
        "program:sc",
        "conflict:county-list-against-published-counts",
        "claim:sc-79",
        "question:serious-convictions",
        "series:sc-activated-jurisdictions/activated-jurisdictions",
        "chart:activated-jurisdictions",
    )
} | {
    "case walk with a dispute": Lens(
        page="casewalk", policy="policy:NCIC_IVF_2002", item="policy:NCIC_IVF_2002"
    )
}
EVERY: Final = {**VIEWS, **MORE}


@pytest.fixture(scope="module")
def window(
    qapp: QApplication, bundled: Library, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    """The program with the real library, in use."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SECURE_COMMUNITIES_DATA", str(tmp_path_factory.mktemp("reader")))
        with opened(bundled, active=True) as made:
            yield made


@pytest.fixture(scope="module")
def marked(bundled: Library) -> dict[str, tuple[Statistic, ...]]:
    """Every text that states a statistic."""
    found = {text.text: bundled.statistics(text.text) for text in every_text(bundled)}
    return {text: statistics for text, statistics in found.items() if statistics}


def browsers(window: QWidget) -> Iterator[QTextBrowser]:
    yield from (text for text in window.findChildren(QTextBrowser) if text.isVisible())


def anchor(text: QTextBrowser, at: int) -> str:
    """What the letter at a place of a text opens."""
    cursor = QTextCursor(text.document())
    cursor.setPosition(at + 1)
    return cursor.charFormat().anchorHref()


@pytest.mark.parametrize("view", EVERY)
def test_every_statistic_of_a_text_on_a_page_can_be_opened(
    window: MainWindow, marked: dict[str, tuple[Statistic, ...]], view: str
) -> None:
    put(window, EVERY[view], SIZE)
    dead = []
    for text in browsers(window):
        shown = text.toPlainText()
        for told, statistics in marked.items():
            place = shown.find(told)
            if place < 0:
                continue
            dead += [
                (told[one.start : one.end], told[:60])
                for one in statistics
                if not anchor(text, place + one.start)
            ]
    assert not dead


@pytest.mark.parametrize("view", EVERY)
def test_every_link_of_a_statistic_opens_a_claim_or_a_figure(
    window: MainWindow, bundled: Library, view: str
) -> None:
    put(window, EVERY[view], SIZE)
    for text in browsers(window):
        block = text.document().begin()
        while block.isValid():
            pieces = block.begin()
            while not pieces.atEnd():
                link = pieces.fragment().charFormat().anchorHref()
                if link.startswith(MARK):
                    assert bundled.statistic(link.removeprefix(MARK)) is not None, link
                pieces += 1
            block = block.next()


@pytest.mark.parametrize("view", EVERY)
def test_no_page_shows_the_markup_of_a_statistic(window: MainWindow, view: str) -> None:
    put(window, EVERY[view], SIZE)
    said = [window.page(window.session.lens.page).describe()]
    said += [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    said += [text.toPlainText() for text in browsers(window)]
    assert not [words for words in said if "](" in words]


def interface_words() -> Iterator[tuple[str, str]]:
    """Every sentence of the interface, with its file."""
    for path in sorted((ROOT / "explorer").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in TRANSLATES:
                for word in node.args:
                    if isinstance(word, ast.Constant) and isinstance(word.value, str):
                        yield path.name, word.value


def test_the_interface_itself_states_no_statistic() -> None:
    words = list(interface_words())
    assert len(words) > 1000
    assert not [(file, text) for file, text in words if FIGURE.search(text)]


def test_cards_and_the_desk_do_state_statistics(
    window: MainWindow, marked: dict[str, tuple[Statistic, ...]]
) -> None:
    for view in (
        "explore with event:2012-fy2012-record",
        "evidence with question:serious-convictions",
    ):
        put(window, EVERY[view], SIZE)
        shown = "\n".join(text.toPlainText() for text in browsers(window))
        assert any(told in shown for told in marked), view
