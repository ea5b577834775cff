"""With tables wrong or missing, the window opens, says so, and every page works."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer import app, paths
from explorer.charts import specs, tables
from explorer.content.compiled import open_library
from explorer.content.library import Library
from explorer.reader.lens import Lens
from explorer.reader.settings import Settings
from explorer.window import NAMES
from tests.small import edit

SPOILED = ("detainers", "sc-activated-jurisdictions", "program-287g-totals")


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The real content with files missing, a column misnamed, a wrong number and a wrong unit."""
    folder = tmp_path_factory.mktemp("spoiled")
    shutil.copytree(paths.resources() / "content", folder / "content")
    shutil.copy(paths.resources() / "datapackage.json", folder)
    for name in SPOILED:
        (folder / "content" / "series" / f"{name}.csv").unlink()
    (folder / "content" / "places" / "limits.csv").unlink()
    edit(folder / "content", "series/ice-removals.csv", "period,value,unit", "period,amount,unit")
    edit(
        folder / "content",
        "series/appropriations.csv",
        "287g-budget,2006,,,5,",
        "287g-budget,2006,,,five,",
    )
    edit(folder / "content", "series/polls.csv", "2014-02-27,,9,percent", "2014-02-27,,9,apples")
    return open_library(folder / "content")


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    """Leaves the application as it was."""
    sheet, palette, font = qapp.styleSheet(), qapp.palette(), qapp.font()
    yield
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def program(spoiled: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> app.Program:
    monkeypatch.setattr(app, "HEAVY", ())
    made = app.Program(spoiled, Settings())
    made.tell_gaps(spoiled.problems)
    qtbot.addWidget(made.window)
    with qtbot.waitSignal(made.painted):
        made.show()
    return made


def test_the_message_names_file_row_column_and_reason(program: app.Program) -> None:
    (message,) = program.window.messages.told
    first = program.library.problems[0]
    for part in (first.file, first.record, first.field, first.what_to_do):
        assert part in message.text
    assert "check" in message.text


def test_every_page_opens(program: app.Program) -> None:
    for name in NAMES:
        program.session.go(Lens(page=name))
        page = program.window.page(name)
        page.draw()
        assert page.describe()


def test_every_chart_series_and_table_opens(program: app.Program) -> None:
    refs = [f"chart:{name}" for name in program.library.charts]
    refs += [f"series:{name}" for name in program.library.series]
    refs += list(tables.refs(program.library))
    for ref in refs:
        program.session.go(Lens.read(f"charts?item={ref}"))
        assert program.window.page("charts").shown() == ref


def test_charts_with_all_their_figures_are_as_before(spoiled: Library, bundled: Library) -> None:
    for name in ("dhs-removals-and-returns", "arrests-by-method", "frequent-convictions-2013"):
        whole = specs.drawing(bundled, f"chart:{name}")
        assert specs.drawing(spoiled, f"chart:{name}").marks == whole.marks
    assert specs.drawing(spoiled, "chart:ice-removals").marks == ()
