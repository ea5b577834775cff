"""Series as data frames."""

from __future__ import annotations

import subprocess
import sys

from explorer.content.library import Library
from explorer.content.tables import COLUMNS, series_frame, table_frame


def test_a_series_is_a_frame_with_its_unit_and_definition(bundled: Library) -> None:
    frame = series_frame(bundled, "ice-removals/ice-total")
    assert tuple(frame.columns) == COLUMNS
    assert frame.attrs["unit"] == "removals and returns by ICE"
    assert frame.attrs["definition"].startswith("ICE counts")
    row = frame[frame.fiscal_year == 2012].iloc[0]
    assert (row.value, row.source) == (409_849, "uwchr-concat-log")
    assert [row.start.isoformat(), row.end.isoformat()] == [
        "2011-10-01T00:00:00",
        "2012-09-30T00:00:00",
    ]


def test_rows_stand_in_order_of_time(bundled: Library) -> None:
    frame = series_frame(bundled, "ice-encounters-arrests/ero-administrative-arrests")
    assert list(frame.fiscal_year)[:2] == [2009, 2012]
    assert frame.start.is_monotonic_increasing


def test_every_table_is_a_frame_with_all_its_rows(bundled: Library) -> None:
    for name in {series.table for series in bundled.series.values()}:
        frame = table_frame(bundled, name)
        assert len(frame) == len(bundled.table(name))
        assert not frame.start.isna().any()
        assert frame.attrs["title"] == bundled.tables[name].title


def test_importing_the_module_does_not_load_pandas() -> None:
    code = "import sys, explorer.content.tables; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
