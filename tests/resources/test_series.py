"""Series, claims and places are all here, add up as their sources do, and explain themselves."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from explorer.content.library import Library

RESOURCES = Path(__file__).parents[2] / "resources"
LOADED = ("alien", "deport", "sanctuary", "crackdown", "undocumented")

ROWS = {
    "appropriations": 70,
    "composition-offenses": 42,
    "detainers": 30,
    "dhs-removals-returns": 311,
    "ice-encounters-arrests": 51,
    "ice-removals": 75,  # one of them is what the words of CIS imply for 2011
    "local-costs-and-cooperation": 13,
    "polls": 16,
    "program-287g": 77,
    "sc-activated-jurisdictions": 30,
    "secure-communities-stats": 45,
    "unauthorized-population": 18,
    "detainers-trac-and-estimates": 224,
    "ice-arrests-by-method": 173,
    "ice-monthly": 533,
    "program-287g-totals": 445,
    "sc-activated-monthly": 157,
}


def yearly(library: Library, series: str) -> dict[int, float]:
    return {row.fiscal_year: row.value for row in library.figures(series) if row.fiscal_year}


def test_every_researched_row_is_here(bundled: Library) -> None:
    assert {name: len(bundled.table(name)) for name in ROWS} == ROWS
    assert len(bundled.series) == 265
    assert len(bundled.claims) == 69  # 25 researched, and those that other texts give


def test_every_series_has_rows_and_every_row_a_series(bundled: Library) -> None:
    of_rows = {row.series for table in ROWS for row in bundled.table(table)}
    assert of_rows == set(bundled.series)


def test_every_series_says_what_it_counts_and_defines_it(bundled: Library) -> None:
    for series in bundled.series.values():
        assert "" not in (series.title, series.counts, series.unit), series.id
        assert re.fullmatch(r"(?s).{40,}[.]", series.definition), series.id


def test_every_figure_has_a_period_and_a_known_source(bundled: Library) -> None:
    for table in ROWS:
        for row in bundled.table(table):
            assert row.fiscal_year or row.date or row.period, row
            assert row.source in bundled.sources, row


def test_rows_carry_the_unit_of_their_series(bundled: Library) -> None:
    mixed = {
        row.series
        for table in ROWS
        for row in bundled.table(table)
        if row.unit != bundled.series[row.series].unit
    }
    assert mixed == {"local-costs-and-cooperation/localities-limiting-cooperation"}


def test_no_period_of_a_series_is_given_twice_by_one_source(bundled: Library) -> None:
    keys = Counter(
        (row.series, row.fiscal_year, row.date, row.period, row.source, row.note)
        for table in ROWS
        for row in bundled.table(table)
    )
    assert [key for key, times in keys.items() if times > 1] == []


def test_a_series_that_does_not_stand_names_one_that_does(bundled: Library) -> None:
    pointers = {s.id: s.stands_for for s in bundled.series.values() if s.stands_for}
    assert len(pointers) == 20
    for name, words in pointers.items():
        named = re.match(r"[\w-]+/[\w-]+", words)
        assert named is not None, words
        assert named[0] in set(bundled.series) - {name}, words


def test_ice_removals_of_2013_and_2014_add_up(bundled: Library) -> None:
    total, interior, border, convicted, none = (
        yearly(bundled, f"ice-removals/{name}")
        for name in ("ice-total", "interior", "border", "ice-criminal", "ice-noncriminal")
    )
    for year in (2013, 2014):
        assert interior[year] + border[year] == total[year]
        assert convicted[year] + none[year] == total[year]
    assert total[2012] == 409_849


def test_editions_of_the_dhs_yearbook_differ_after_2008(bundled: Library) -> None:
    early = yearly(bundled, "dhs-removals-returns/removals-yb2013")
    late = yearly(bundled, "dhs-removals-returns/removals-yb2021")
    assert [early[year] == late[year] for year in (2006, 2007, 2008)] == [True] * 3
    assert (late[2009], early[2009]) == (379_739, 391_597)
    preferred = yearly(bundled, "dhs-removals-returns/removals-preferred")
    assert preferred == {year: (late if year > 2005 else early)[year] for year in range(1990, 2022)}


def test_national_sums_of_287g_match_the_yearly_sums(bundled: Library) -> None:
    for kind, total in (("identified", 268_065), ("removed", 175_104)):
        years = yearly(bundled, f"program-287g-totals/287g-{kind}-national")
        assert sum(years.values()) == total
        assert bundled.figures(f"program-287g-totals/287g-{kind}-national-total")[0].value == total
    arizona = yearly(bundled, "program-287g/identified-arizona-dept-of-corrections")
    assert sum(arizona.values()) == 17_247


def test_the_first_seven_jurisdictions_are_dated_as_the_county_list_shows(
    bundled: Library,
) -> None:
    rows = {row.value: row for row in bundled.figures(_ACTIVATED)}
    assert [str(rows[value].date) for value in (7, 574)] == ["When('2008-11')", "When('2010-08~')"]
    assert (rows[658].date, rows[659].date) != (None, None)
    assert rows[658].qualifier == "exact"


_ACTIVATED = "sc-activated-jurisdictions/activated-jurisdictions"


# ------------------------------------------------------------------------------------- claims


def test_disputed_claims_are_those_with_a_rival(bundled: Library) -> None:
    for claim in bundled.claims.values():
        assert claim.disputed == bool(claim.rivals), claim.id
    assert sum(claim.disputed for claim in bundled.claims.values()) == 32


def test_rivals_name_each_other_for_the_same_reason(bundled: Library) -> None:
    pairs = {
        (claim.id, rival.claim): (rival.reason, rival.why)
        for claim in bundled.claims.values()
        for rival in claim.rivals
    }
    assert len(pairs) == 56
    assert all(pairs[(b, a)] == said for (a, b), said in pairs.items())
    assert all(reason and why.endswith(".") for reason, why in pairs.values())


def test_a_range_is_not_turned_into_a_number(bundled: Library) -> None:
    claim = bundled.claims["aic-cap-two-thirds"]
    assert (claim.value, claim.figure, claim.qualifier) == (None, "67 to 75", "between")
    assert bundled.claims["trac-never-majority"].qualifier == "less_than"


def test_claims_are_worded_as_the_house_words_them(bundled: Library) -> None:
    own = [
        text
        for claim in bundled.claims.values()
        for text in (claim.text, claim.numerator, claim.denominator, claim.population)
    ]
    plain = [re.sub("“.*?”|Criminal Alien Program", "", text).lower() for text in own]
    assert [text for text in plain for word in LOADED if word in text] == []


# ------------------------------------------------------------------------------------- places


def test_every_county_is_dated_or_named_as_undated(bundled: Library) -> None:
    dated = {row.fips for row in bundled.activations()}
    undated = {row.fips for row in bundled.undated()}
    shapes = json.loads((RESOURCES / "content/places/counties.topo.json").read_text("utf-8"))
    drawn = {shape["id"] for shape in shapes["objects"]["counties"]["geometries"]}
    assert (len(dated), len(undated), len(drawn)) == (3102, 41, 3142)
    assert dated & undated == set()
    assert (dated | undated) - drawn == {"51515"}  # Bedford city, merged in 2013
    assert drawn <= dated | undated
    assert [row.fips for row in bundled.activations() if not row.in_map_2017] == ["51515"]


@pytest.mark.parametrize(
    ("day", "counties", "states"),
    [
        (date(2008, 10, 31), 1, 1),
        (date(2008, 12, 31), 14, 5),
        (date(2010, 8, 31), 567, None),
        (date(2010, 9, 30), 649, 31),
        (date(2010, 10, 31), 736, 33),
        (date(2011, 3, 31), 1134, None),
        (date(2011, 7, 31), 1456, None),
        (date(2013, 1, 31), 3102, None),
    ],
)
def test_counties_active_at_a_month_end_are_as_checked(
    bundled: Library, day: date, counties: int, states: int | None
) -> None:
    active = [row for row in bundled.activations() if row.activated_on.last <= day]
    assert len(active) == counties
    assert states in (None, len({row.state for row in active}))


def test_activation_by_month_agrees_with_the_county_list(bundled: Library) -> None:
    running = bundled.figures("sc-activated-monthly/sc-activated-counties-derived")
    for row in running:
        assert row.date is not None
        last = row.date.last
        assert row.value == sum(a.activated_on.last <= last for a in bundled.activations())


def test_one_county_has_its_day_and_its_own_source(bundled: Library) -> None:
    days = [row for row in bundled.activations() if row.activated_on.precision == "day"]
    assert [(row.state, row.activated_on.text) for row in days] == [("DC", "2012-06-05")]
    assert {row.source for row in bundled.activations()} - {days[0].source} == {
        "sc-activation-dates-hhadah"
    }


def test_agreements_are_counted_as_their_lists_count_them(bundled: Library) -> None:
    by_list = Counter(row.series for row in bundled.agreements())
    assert by_list == {"2002-2017": 106, "2025 snapshot": 832}
    late = [row for row in bundled.agreements() if row.series == "2025 snapshot"]
    assert Counter(row.model for row in late) == {
        "task force": 415,
        "warrant service officer": 300,
        "jail": 117,
    }
    assert len({row.state for row in late}) == 40
    signed = Counter(row.signed_on.first.year if row.signed_on else None for row in late)
    assert (signed[2019], signed[2020], signed[2025], signed[None]) == (45, 90, 694, 3)
    assert all(row.ended_on is None for row in bundled.agreements())


def test_limits_keep_what_is_known_of_their_dates(bundled: Library) -> None:
    limits = bundled.limits()
    assert len(limits) == 46
    assert {row.coverage for row in limits} == {"documented example"}
    dates = {(row.jurisdiction, row.kind): row for row in limits}
    los_angeles = dates[("Los Angeles County", "county")].in_force_from
    assert los_angeles is not None
    assert los_angeles.open_start
    new_york = dates[("New York City", "city")]
    assert new_york.modelled_by == ("NYC_2014", "NYC_NYPD_2014")
    assert [str(new_york.adopted_on), str(new_york.counts_from)] == [
        "When('2014-11-14')",
        "When('2014-12-14')",
    ]


def test_a_limit_counts_from_its_force_or_else_its_adoption(bundled: Library) -> None:
    for row in bundled.limits():
        assert row.counts_from == (row.in_force_from or row.adopted_on), row.jurisdiction
