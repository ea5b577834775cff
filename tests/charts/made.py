"""Made-up figures, series and drawings for the tests of charts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from explorer.charts import specs
from explorer.charts.specs import Drawing, Track
from explorer.content.dates import When
from explorer.content.model import Break, Figure, Series

QUALIFIERS = ("exact", "about", "nearly", "more_than", "at_least", "at_most", "computed")


def figure(value: float = 1.0, **more: Any) -> Figure:
    """A figure with everything that it must have."""
    fields: dict[str, Any] = {
        "series": "t/s",
        "value": value,
        "unit": "people",
        "qualifier": "exact",
        "source": "a",
        "confidence": "high",
    }
    return Figure(**(fields | more))


def years(values: dict[int, float], **more: Any) -> list[Figure]:
    """Figures of fiscal years."""
    return [figure(value, fiscal_year=year, **more) for year, value in values.items()]


def series(name: str = "t/s", breaks: Sequence[str] = (), **more: Any) -> Series:
    """A series, with breaks at some dates."""
    fields: dict[str, Any] = {
        "id": name,
        "table": name.partition("/")[0],
        "name": name.partition("/")[2],
        "title": f"Title of {name}",
        "unit": "people",
        "definition": "What is counted.",
        "period": "fiscal year",
        "breaks": tuple(Break(at=When(at), why=f"Changed in {at}.") for at in breaks),
    }
    return Series(**(fields | more))


def track(found: Sequence[Figure], of: Series | None = None, label: str = "") -> Track:
    """A track of figures, cut into runs as on a chart."""
    own = of or series()
    marks = specs.marks(found)
    return Track(
        series=own,
        label=label or own.title,
        marks=marks,
        runs=specs.runs(marks, own.breaks),
        breaks=tuple(item for item in own.breaks if specs.splits(item, marks)),
    )


def drawing(*tracks: Track, **more: Any) -> Drawing:
    """A line chart of some tracks."""
    fields: dict[str, Any] = {
        "ref": "chart:made",
        "title": "Made up",
        "subtitle": "",
        "note": "",
        "kind": "line",
        "unit": "people",
        "tracks": tracks,
    }
    return Drawing(**(fields | more))


values = st.integers(0, 10**7).map(lambda number: number / 10)


@st.composite
def tracks(draw: st.DrawFn, name: str = "t/s", exact: bool = False) -> Track:
    """Any track: gaps, breaks, qualifiers, two units, parts of years, zero and repeated values."""
    spans = draw(st.lists(st.integers(1990, 2024), min_size=1, max_size=14, unique=True))
    found = []
    for year in sorted(spans):
        more: dict[str, Any] = {"series": name, "fiscal_year": year}
        if not exact:
            more["qualifier"] = draw(st.sampled_from(QUALIFIERS))
            more["unit"] = draw(st.sampled_from(("people", "people", "people", "boats")))
            if draw(st.integers(0, 9)) == 0:
                more["period"] = f"{year - 1}-11/{year}-03"
        found.append(figure(draw(values), **more))
    cuts = draw(st.lists(st.integers(1990, 2024).map(str), max_size=2, unique=True))
    return track(found, series(name, cuts))


@st.composite
def several(draw: st.DrawFn, least: int = 1, most: int = 3, exact: bool = False) -> list[Track]:
    """Some tracks, each of a series of its own."""
    count = draw(st.integers(least, most))
    return [draw(tracks(f"t/{number}", exact)) for number in range(count)]
