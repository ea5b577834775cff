"""The curated charts say what is seen, and what they say is true by their figures."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from explorer.charts import change, specs
from explorer.content.check import check
from explorer.content.library import Library
from explorer.content.model import Chart
from tests.small import edit

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
ASKED = (  # what a reader can expect to find as a chart, and the chart that shows it
    "dhs-removals-and-returns",
    "ice-removals",
    "with-and-without-conviction",
    "interior-and-border",
    "interior-2006-to-2015",
    "activated-jurisdictions",
    "detainers",
    "agreements-287g",
    "people-287g",
    "arrests-by-method",
    "secure-communities-by-level",
    "offenses-2013",
    "frequent-convictions-2013",
    "appropriations",
    "places-limiting-detainers",
)


class Values:
    """The figures of the content by series and year or day."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def of(self, series: str) -> dict[str, float]:
        return {m.name: m.figure.value for m in specs.marks(self.library.figures(series))}

    def at(self, series: str, when: str) -> float:
        return self.of(series)[when]


ICE = "ice-removals"
DHS = "dhs-removals-returns"
TRAC = "composition-offenses/trac-most-serious-conviction"
TOP = "composition-offenses/trac-top-conviction"
TRAC511 = "detainers-trac-and-estimates/detainers-issued-trac511"
EST = "detainers-trac-and-estimates/detainers-issued-est"
SC = "sc-activated-jurisdictions/activated-jurisdictions"
LEVEL = "secure-communities-stats"
PLACES = "local-costs-and-cooperation/localities-limiting-cooperation"
AGREED = "program-287g/agreements-in-force"
PEOPLE = "program-287g-totals/287g-identified-national"
METHOD = "ice-arrests-by-method/arrests"
MONEY = "appropriations"


def _outnumber(v: Values) -> bool:
    removals, returns = v.of(f"{DHS}/removals-preferred"), v.of(f"{DHS}/returns-preferred")
    more = {int(year) for year in removals if removals[year] > returns[year]}
    return more == set(range(2011, 2021))


def _highest(series: str, year: str) -> Callable[[Values], bool]:
    return lambda v: max(v.of(series), key=v.of(series).__getitem__) == year


def _conviction(v: Values) -> bool:
    some, none = v.of(f"{ICE}/ice-criminal"), v.of(f"{ICE}/ice-noncriminal")
    return set(none) == {"2013", "2014"} and all(some[y] > none[y] for y in none)


def _border(v: Values) -> bool:
    border, interior = v.of(f"{ICE}/border"), v.of(f"{ICE}/interior")
    both = set(border) & set(interior)
    return len(both) > 5 and all(border[year] > interior[year] for year in both)


def _falls(values: list[float]) -> bool:
    return all(one > other for one, other in pairwise(values))


def _detainers(v: Values) -> bool:
    for series in (TRAC511, EST):
        found = [v.at(series, str(year)) for year in range(2012, 2018)]
        if not (_falls(found[:5]) and found[5] > found[4]):
            return False
    return True


def _money(v: Values) -> bool:
    names = ("fugitive-operations", "criminal-alien-program", "alternatives-to-detention")
    years = [str(year) for year in range(2005, 2011)]
    rose = [_falls([-v.at(f"{MONEY}/{n}", y) for y in years]) for n in names]
    fourth = v.of(f"{MONEY}/secure-communities")
    return all(rose) and fourth["2009"] < fourth["2008"]


def _most_local(v: Values) -> bool:
    ways = ("state-incarceration", "federal-incarceration")
    others = [v.at(f"{METHOD}-cap-{way}", "2012") for way in ways]
    others.append(v.at(f"{METHOD}-all-other-methods", "2012"))
    return v.at(f"{METHOD}-cap-local-incarceration", "2012") > max(others)


def _frequent(v: Values) -> bool:
    chart = v.library.charts["frequent-convictions-2013"]
    sizes = {one.series: v.at(one.series, "2013") for one in chart.series}
    first = sorted(sizes, key=lambda name: -sizes[name])[:2]
    return first == [f"{TOP}-illegal-entry", f"{TOP}-driving-under-influence"]


def _groups(v: Values) -> bool:
    level, traffic = f"{TRAC}-serious-trac-level-1-group", f"{TRAC}-traffic-incl-dui"
    violation = v.at(f"{TRAC}-immigration-violation", "2013")
    return violation > max(v.at(level, "2013"), v.at(traffic, "2013"))


TITLES: dict[str, tuple[str, Callable[[Values], bool]]] = {
    "dhs-removals-and-returns": (
        "From fiscal 2011 to 2020, removals outnumbered returns",
        _outnumber,
    ),
    "ice-removals": (
        "Removals by ICE were highest in fiscal 2012",
        _highest(f"{ICE}/ice-total", "2012"),
    ),
    "with-and-without-conviction": (
        "In fiscal 2013 and 2014, more people removed by ICE had a conviction than had none",
        _conviction,
    ),
    "interior-and-border": (
        "In every year with both figures, border removals by ICE outnumbered interior removals",
        _border,
    ),
    "interior-2006-to-2015": (
        "For fiscal 2011, MPI gives about 188,000 interior removals; the words of CIS imply more "
        "than 208,000",
        lambda v: (
            v.at(f"{ICE}/interior", "2011") == 188_000
            and v.at(f"{ICE}/interior-cis", "2011") == 208_000
            and 3 * v.at(f"{ICE}/interior", "2015") > 208_000
        ),
    ),
    "activated-jurisdictions": (
        "Secure Communities grew from 7 jurisdictions in late 2008 to all 3,181 in January 2013",
        lambda v: (v.at(SC, "2008-11"), v.at(SC, "2013-01")) == (7, 3181),
    ),
    "detainers": ("Detainers fell from fiscal 2012 to 2016 and rose in 2017", _detainers),
    "agreements-287g": (
        "Published counts of 287(g) agreements: 73 in October 2009, 32 in January 2016, 78 in "
        "September 2018",
        lambda v: [v.at(AGREED, day) for day in ("2009-10", "2016-01", "2018-09")] == [73, 32, 78],
    ),
    "people-287g": (
        "People identified under 287(g) were most numerous in fiscal 2009",
        _highest(PEOPLE, "2009"),
    ),
    "arrests-by-method": (
        "In fiscal 2012, more ICE arrests came from local jails than from any other method",
        _most_local,
    ),
    "secure-communities-by-level": (
        "By June 2010, 9,831 of 46,929 people removed through Secure Communities were in Level 1",
        lambda v: (
            v.at(f"{LEVEL}/removed-level1-cumulative", "2010-06-30") == 9_831
            and v.at(f"{LEVEL}/removed-cumulative", "2010-06-30") == 46_929
        ),
    ),
    "offenses-2013": (
        "In fiscal 2013, the group with an immigration violation was larger than those with a "
        "traffic offense or in Level 1",
        _groups,
    ),
    "frequent-convictions-2013": (
        "Among the convictions listed here, illegal entry and driving under the influence were "
        "the most frequent",
        _frequent,
    ),
    "appropriations": (
        "Money for three of four ICE programs rose every year from fiscal 2005 to 2010",
        _money,
    ),
    "places-limiting-detainers": (
        "Over 100, more than 140, more than 360: counts of different things",
        lambda v: list(v.of(PLACES).values()) == [100, 140, 360],
    ),
}


def texts(chart: Chart) -> tuple[str, ...]:
    return chart.title, chart.subtitle, chart.note


def test_the_charts_that_a_reader_expects_are_here(bundled: Library) -> None:
    assert tuple(chart.id for chart in specs.curated(bundled)) == ASKED


@pytest.mark.parametrize("name", ASKED)
def test_the_title_is_true_by_the_figures(bundled: Library, name: str) -> None:
    title, holds = TITLES[name]
    assert bundled.charts[name].title == title
    assert holds(Values(bundled))


@pytest.mark.parametrize("name", ASKED)
def test_a_chart_says_unit_definition_and_fiscal_year(bundled: Library, name: str) -> None:
    drawing = specs.drawing(bundled, f"chart:{name}")
    assert drawing.unit
    for track in drawing.tracks:
        assert track.series.definition, track.label
    if drawing.has_fiscal_years and drawing.kind != "categories":
        assert "by fiscal year (October to September)" in drawing.subtitle


@pytest.mark.parametrize("name", ASKED)
def test_a_number_that_a_chart_states_is_the_figure_that_it_opens(
    bundled: Library, name: str
) -> None:
    values = Values(bundled)
    for text in texts(bundled.charts[name]):
        marked = {text[start:end] for start, end, _ in bundled.statistics(text)}
        for written in re.findall(r"\d+,\d{3}", text):
            assert any(written in stretch for stretch in marked), written
        for start, end, target in bundled.statistics(text):
            kind, _, rest = target.partition(":")
            number = NUMBER.search(text[start:end])
            if kind == "series":
                assert number is not None, text[start:end]
                series, _, when = rest.partition("@")
                assert float(number[0].replace(",", "")) == values.at(series, when), target
            else:
                assert rest in bundled.claims


def test_the_claims_named_by_charts_say_what_the_charts_say(bundled: Library) -> None:
    parts = Values(bundled).of
    whole = parts(f"{LEVEL}/removed-cumulative")["2010-06-30"]
    level1 = parts(f"{LEVEL}/removed-level1-cumulative")["2010-06-30"]
    none = parts(f"{LEVEL}/removed-noncriminal-cumulative")["2010-06-30"]
    assert round((whole - level1) / whole * 100) == bundled.claims["sc-79"].value == 79
    assert round(none / whole * 100) == bundled.claims["sc-26"].value == 26


def test_years_in_the_texts_of_a_chart_lie_in_its_span_or_name_a_limit(bundled: Library) -> None:
    for chart in specs.curated(bundled):
        first, last = specs.span(specs.drawing(bundled, f"chart:{chart.id}"))
        for year in re.findall(r"\b(?:19|20)\d\d\b", chart.title):
            assert first.year <= int(year) <= last.year, chart.id


# ------------------------------------------------------------------------------- never together


def all_drawings(library: Library) -> list[specs.Drawing]:
    refs = [f"chart:{name}" for name in library.charts]
    refs += [f"series:{name}" for name in library.series]
    return [specs.drawing(library, ref) for ref in refs]


def test_no_line_joins_two_series_two_units_or_two_ways_of_counting(bundled: Library) -> None:
    lines = 0
    for drawing in all_drawings(bundled):
        for track in drawing.tracks:
            for run in track.runs:
                assert {mark.figure.series for mark in run} == {track.series.id}
                assert len({mark.figure.unit for mark in run}) == 1
                for one, other in pairwise(run):
                    lines += 1
                    assert not specs.broken(one, other, track.series.breaks)
                    assert (other.start - one.end).days == 1, (track.series.id, one.name)
    assert lines > 500


def test_no_run_of_the_dhs_series_holds_two_editions(bundled: Library) -> None:
    drawing = specs.drawing(bundled, "chart:dhs-removals-and-returns")
    for track in drawing.tracks:
        assert [len({mark.figure.source for mark in run}) for run in track.runs] == [1, 1]


def test_totals_that_others_quote_are_not_joined_to_counted_records(bundled: Library) -> None:
    (track,) = specs.drawing(bundled, "chart:ice-removals").tracks
    years = [[mark.figure.fiscal_year for mark in run] for run in track.runs]
    assert years == [list(range(2005, 2023)), [2023, 2024]]


def test_editions_of_one_thing_are_series_of_their_own(bundled: Library) -> None:
    """Within a series no two rows of one period come from two editions of one publisher."""
    for series in bundled.series.values():
        if series.period == "fiscal year":
            found = specs.marks(bundled.figures(series.id))
            names = [mark.name for mark in found if mark.span == "fiscal year"]
            assert len(names) == len(set(names)), series.id


def test_dhs_and_ice_counts_never_share_a_chart(bundled: Library) -> None:
    for chart in specs.curated(bundled):
        tables = {one.series.partition("/")[0] for one in chart.series}
        assert not {"dhs-removals-returns", "ice-removals"} <= tables, chart.id
        divided = {name.partition("/")[0] for name in (chart.whole, *chart.per)}
        assert "dhs-removals-returns" not in divided or tables == {"dhs-removals-returns"}


def test_published_totals_and_the_county_file_stand_side_by_side(bundled: Library) -> None:
    chart = bundled.charts["activated-jurisdictions"]
    assert [one.series.partition("/")[0] for one in chart.series] == [
        "sc-activated-jurisdictions",
        "sc-activated-monthly",
    ]
    assert specs.drawing(bundled, f"chart:{chart.id}").table == "table:activation"


def test_places_that_limit_detainers_are_points_beside_a_dated_list(bundled: Library) -> None:
    drawing = specs.drawing(bundled, "chart:places-limiting-detainers")
    assert drawing.kind == "points"
    (track,) = drawing.tracks
    assert [len(run) for run in track.runs] == [1, 1, 1]
    assert len({mark.figure.unit for mark in track.marks}) == 3
    assert drawing.table == "table:limits"


def test_the_conflict_about_interior_removals_is_told_where_they_are_drawn(
    bundled: Library,
) -> None:
    drawing = specs.drawing(bundled, "chart:interior-2006-to-2015")
    found = {
        conflict.id
        for track in drawing.tracks
        for conflict in bundled.conflicts_about(f"series:{track.series.id}")
    }
    assert {"interior-removals-2011", "two-figures-of-188000"} <= found
    interior, cis = drawing.tracks
    assert [mark.name for mark in interior.marks] == ["2006", "2011", "2013", "2014", "2015"]
    assert [mark.name for mark in cis.marks] == ["2011", "2014"]
    assert interior.breaks


# --------------------------------------------------------------------------- totals of the charts


@pytest.mark.parametrize("line", ['whole = "boats/none"', 'per = ["boats/none"]', 'table = "none"'])
def test_a_total_a_denominator_and_a_list_that_are_not_there_are_problems(
    small: Path, line: str
) -> None:
    edit(small, "charts/boats.toml", 'kind = "line"', f'kind = "line"\n{line}')
    field = line.partition(" ")[0]
    found = [one for one in check(small) if one.rule == "dangling-reference"]
    assert [(one.file, one.field.partition("[")[0]) for one in found] == [
        ("charts/boats.toml", field)
    ]


@pytest.mark.parametrize("name", ASKED)
def test_parts_of_a_named_total_are_not_more_than_it(bundled: Library, name: str) -> None:
    drawing = specs.drawing(bundled, f"chart:{name}")
    if drawing.whole:
        shared = change.share(bundled, drawing)
        assert isinstance(shared, specs.Drawing), shared


def test_shares_of_arrests_agree_with_the_shares_that_the_source_shows(bundled: Library) -> None:
    shared = change.share(bundled, specs.drawing(bundled, "chart:arrests-by-method"))
    assert isinstance(shared, specs.Drawing)
    for track in shared.tracks:
        name = track.series.id.replace("/arrests-", "/arrests-share-")
        shown = Values(bundled).of(name)
        assert len(track.marks) == 11
        for mark in track.marks:
            assert mark.value == pytest.approx(shown[mark.name], abs=0.25), mark.key


def test_convictions_as_shares_are_those_that_the_content_computed(bundled: Library) -> None:
    shared = change.share(bundled, specs.drawing(bundled, "chart:with-and-without-conviction"))
    assert isinstance(shared, specs.Drawing)
    computed = Values(bundled).of(f"{ICE}/ice-criminal-share")
    for mark in shared.tracks[0].marks:
        assert mark.value == computed[mark.name]
    assert [mark.name for mark in shared.changes[0].left_out] == ["2010"]  # “more than 392,000”
