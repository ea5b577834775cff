"""Series as data frames, each with its unit and source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from explorer.content.dates import When, fiscal_year
from explorer.content.library import Library
from explorer.content.model import Figure

if TYPE_CHECKING:
    import pandas as pd

COLUMNS: Final = (
    "series",
    "fiscal_year",
    "date",
    "period",
    "start",
    "end",
    "value",
    "unit",
    "qualifier",
    "source",
    "confidence",
    "note",
)


def series_frame(library: Library, series: str) -> pd.DataFrame:
    """The rows of one series in order of time; ``attrs`` has its title, unit and definition."""
    frame = _frame(library.figures(series))
    record = library.series[series]
    frame.attrs = {
        "title": record.title,
        "unit": record.unit,
        "definition": record.definition,
        "edition": record.edition,
        "caution": record.caution,
    }
    return frame


def table_frame(library: Library, table: str) -> pd.DataFrame:
    """All rows of one table of series, in order of series and time."""
    frame = _frame(library.table(table))
    frame.attrs = {"title": library.tables[table].title}
    return frame


def _frame(figures: Sequence[Figure]) -> pd.DataFrame:
    import pandas as pd

    frame = pd.DataFrame([_row(figure) for figure in figures], columns=list(COLUMNS))
    frame["fiscal_year"] = frame["fiscal_year"].astype("Int64")
    for name in ("start", "end"):
        frame[name] = pd.to_datetime(frame[name]).astype("datetime64[s]")
    return frame.sort_values(["series", "start", "end"], kind="stable", ignore_index=True)


def _row(figure: Figure) -> dict[str, Any]:
    when = stretch(figure)
    return {
        "series": figure.series,
        "fiscal_year": figure.fiscal_year,
        "date": figure.date.text if figure.date else "",
        "period": figure.period,
        "start": when[0],
        "end": when[1],
        "value": figure.value,
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "source": figure.source,
        "confidence": figure.confidence,
        "note": figure.note,
    }


def stretch(figure: Figure) -> tuple[Any, Any]:
    """First and last day of what a figure is dated to: its date, else its period, else its year."""
    if figure.date is not None:
        return figure.date.first, figure.date.last
    if figure.period:
        when = When(figure.period)
        return when.first, when.last
    return fiscal_year(figure.fiscal_year or 0)
