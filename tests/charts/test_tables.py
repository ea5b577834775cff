"""Every row of every table of the content can be seen in the program."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from pytestqt.qtbot import QtBot

from explorer.charts import tables
from explorer.charts.view import records
from explorer.charts.view.page import ChartsView
from explorer.content.library import Library
from explorer.reader.lens import Lens
from explorer.reader.theme import load_theme
from explorer.ui.paint import Look
from explorer.ui.session import Session

FILES = Path(__file__).parents[2] / "resources" / "content"


def open_page(bundled: Library, qtbot: QtBot, link: str) -> ChartsView:
    page = ChartsView(bundled, Session(Lens.read(link)), Look(load_theme("light")))
    qtbot.addWidget(page)
    page.resize(1280, 670)
    page.show()
    return page


def written(bundled: Library, name: str) -> list[dict[str, str]]:
    """The rows as they stand in the file of a table."""
    with (FILES / bundled.tables[name].path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_row_of_every_table_is_shown(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, "charts")
    listed = [ref for ref in page.chooser.refs() if ref.startswith("table:")]
    files = {*FILES.glob("series/*.csv"), *FILES.glob("places/*.csv")}
    assert {FILES / bundled.tables[ref.partition(":")[2]].path for ref in listed} == files
    for ref in listed:
        page.acts.open_ref(ref)
        rows = written(bundled, ref.partition(":")[2])
        assert page.stack.currentWidget() is page.records
        assert page.records.model().rowCount() == len(rows), ref
        assert page.records.isVisible()
        assert f"{len(rows):,} rows" in page.subline.text()


@pytest.mark.parametrize(
    ("name", "many"),
    [("agreements", 938), ("limits", 46), ("activation", 3102), ("undated", 41)],
)
def test_tables_of_places_hold_what_their_files_hold(
    bundled: Library, name: str, many: int
) -> None:
    found = tables.listing(bundled, name)
    rows = written(bundled, name)
    assert len(found.rows) == len(rows) == many
    used = {field for row in rows for field, value in row.items() if value}
    assert used <= set(found.columns)


def test_rows_without_a_date_are_shown_with_their_period(bundled: Library) -> None:
    shown = 0
    for name in bundled.tables:
        for row in tables.listing(bundled, name).rows:
            period = getattr(row, "period", "")
            if period and getattr(row, "date", "") is None:
                assert records.cell(bundled, row, "period") == period
                shown += 1
    assert shown


def test_every_row_names_a_source_that_can_be_opened_or_says_why_it_stands(
    bundled: Library,
) -> None:
    for name in bundled.tables:
        found = tables.listing(bundled, name)
        for row in found.rows:
            assert found.sources_of(row) or getattr(row, "why", ""), (name, row)
            assert set(found.sources_of(row)) <= set(bundled.sources)


def test_every_column_has_words(bundled: Library) -> None:
    for name in bundled.tables:
        for column in tables.listing(bundled, name).columns:
            assert column in records.COLUMNS


def test_a_table_is_sorted_by_a_column_and_numbers_by_size(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, "charts?item=table:appropriations")
    assert page.records.rows.listing is not None
    column = page.records.rows.listing.columns.index("value")
    page.records.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    model = page.records.model()
    values = [model.index(row, column).data(records.SORT) for row in range(model.rowCount())]
    assert values == sorted(values)
    assert len(set(values)) > 10


def test_a_row_is_told_in_full_and_its_source_is_one_action_away(
    bundled: Library, qtbot: QtBot
) -> None:
    page = open_page(bundled, qtbot, "charts?item=table:agreements&x.point=2")
    text = page.figure.toPlainText()
    assert "Etowah County Sheriff" in text
    assert 'href="source:crs-rl32270-2009"' in page.figure.toHtml()
    page.figure.anchorClicked.emit(QUrl("source:crs-rl32270-2009"))
    assert page.session.lens.item == "source:crs-rl32270-2009"
    assert page.stack.currentWidget() is page.records
    page.figure.anchorClicked.emit(QUrl("back:"))
    assert page.session.lens.item == "table:agreements"
    assert "Etowah County Sheriff" in page.figure.toPlainText()


def test_a_row_is_chosen_by_key_also_after_sorting(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, "charts?item=table:limits")
    page.records.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    index = page.records.model().index(3, 0)
    page.records.setCurrentIndex(index)
    row = int(page.session.lens.option("point")) - 1
    assert written(bundled, "limits")[row]["state"] == index.data()
    assert written(bundled, "limits")[row]["jurisdiction"] in page.figure.toPlainText()


def test_the_page_says_what_it_shows(bundled: Library, qtbot: QtBot) -> None:
    page = open_page(bundled, qtbot, "charts")
    assert page.shown() == "chart:dhs-removals-and-returns"
    page.acts.open_ref("table:polls")
    assert page.shown() == "table:polls"
    assert "Opinion surveys" in page.describe()
    page.session.look(item="program:sc")
    assert page.shown() == "chart:activated-jurisdictions"
    assert page.plot.isVisible()
    assert page.toolbar.table.isVisible()
