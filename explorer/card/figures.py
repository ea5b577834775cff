"""Cards of numbers: series, tables, charts, and counts by stage."""

from __future__ import annotations

from functools import partial

import msgspec

from explorer.card.card import Line, Section
from explorer.card.lines import (
    Desk,
    amount,
    capital,
    fields,
    number,
    refs,
    spark_of,
    texts,
    without_ids,
)
from explorer.content import model
from explorer.content.library import Library
from explorer.reader.dossier import MARK

MANY = 12  # rows of a series that fit on a card
AMOUNTS = {
    "count": "amount-count",
    "approx count": "amount-about",
    "lower bound": "amount-at-least",
}


def series(desk: Desk, series: model.Series) -> list[Section]:
    """The values, as a small picture or a short table; what is counted, and with what caution."""
    figures = desk.library.figures(series.id)
    for figure in figures:
        desk.notes.number([figure.source])
    spark = spark_of(desk.library, f"series:{series.id}")
    values = {
        "unit": "" if series.units else series.unit,
        "counts": series.counts,
        "edition": Line(series.edition) if series.edition else "",
        "period": Line(ids=(f"period-{series.period}",)),
    }
    instead = without_ids(desk.library, series.stands_for)
    return [
        Section("figures", (), "spark", spark) if spark else _values(desk, figures),
        fields(values),
        *texts(series, "caution"),
        Section("stands-for", (Line(instead),) if instead else (), "text"),
        Section("breaks", tuple(Line(cut.why, date=cut.at) for cut in series.breaks)),
        Section("charts", refs(desk, "chart", charts_of(desk.library, {series.id}))),
        Section("in-table", refs(desk, "table", (series.table,))),
    ]


def _values(desk: Desk, figures: tuple[model.Figure, ...]) -> Section:
    """The first rows of a series that has no picture."""
    keys = desk.library.figure_keys(figures[0].series) if figures else ()
    lines = tuple(map(partial(_value, desk), figures[:MANY], keys))
    return Section("figures", lines, "table", columns=("for-period", "figure"))


def _value(desk: Desk, figure: model.Figure, key: str) -> Line:
    when = Line(figure.period, date=None if figure.period else figure.date)
    if figure.fiscal_year is not None:
        when = Line(str(figure.fiscal_year), ids=("fiscal-year",))
    value = Line(
        amount(figure.value, figure.unit),
        f"{MARK}series:{key}",
        ids=(f"is-{figure.qualifier}",) if figure.qualifier != "exact" else (),
        note=figure.note,
        notes=desk.notes.number([figure.source]),
    )
    return Line(when.text, date=when.date, ids=when.ids, cells=(value,))


def table(desk: Desk, table: model.Table) -> list[Section]:
    """The series of a table."""
    return [Section("series-in-it", refs(desk, "series", table.series))]


def chart(desk: Desk, chart: model.Chart) -> list[Section]:
    """Which series the chart draws, and what to know of it."""
    drawn = refs(desk, "series", (plotted.series for plotted in chart.series))
    return [*texts(chart, "note"), Section("series-in-it", drawn)]


def funnel(desk: Desk, funnel: model.Funnel) -> list[Section]:
    """Counts by stage, and how many went from one stage to the next."""
    kind = funnel.stages[0].kind
    stages = tuple(_stage(desk, stage, kind) for stage in funnel.stages)
    flows = tuple(
        Line(
            f"{capital(flow.from_)} → {flow.to}",
            cells=(_flow(desk, flow, kind),),
        )
        for flow in funnel.flows
    )
    return [
        Section("stages", stages, "table", None, "stages:caution", ("stage", "number")),
        fields({"figures-are": kind}),
        Section("flows", flows, "table", columns=("from-to", "number")),
    ]


def _flow(desk: Desk, flow: model.Flow, usual: str) -> Line:
    marks = desk.notes.number(flow.sources)
    return Line(number(flow.value), note=_other(flow.kind, usual), notes=marks)


def _other(kind: str, usual: str) -> str:
    """What kind of figure it is, where that is not what the heading says."""
    return "" if kind == usual else capital(kind)


def _stage(desk: Desk, stage: model.Stage, usual: str) -> Line:
    ids = (AMOUNTS[stage.unit],) if stage.unit in AMOUNTS else ()
    words = number(stage.value) if ids else amount(stage.value, stage.unit)
    value = Line(
        words, ids=ids, note=_other(stage.kind, usual), notes=desk.notes.number(stage.sources)
    )
    ref = f"node:{stage.node}" if stage.node else ""
    return Line(stage.stage, ref, note=stage.note, cells=(value,))


def along(desk: Desk, edge: str) -> Section:
    """The published counts of what passes along an arrow, or that there is none."""
    lines = tuple(
        msgspec.structs.replace(
            _stage(desk, stage, stage.kind), ref=f"funnel:{funnel.id}", note=funnel.scope
        )
        for funnel in desk.library.funnels.values()
        for stage in funnel.stages
        if edge in stage.edges
    )
    if not lines:
        return Section("counted-along", (Line(ids=("no-figure",)),))
    return Section("counted-along", lines, "table", None, "stages:caution", ("stage", "number"))


def charts_of(library: Library, series: set[str]) -> tuple[str, ...]:
    """The ids of the charts that draw one of some series."""
    return tuple(
        chart.id
        for chart in library.charts.values()
        if any(plotted.series in series for plotted in chart.series)
    )
