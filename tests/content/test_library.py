"""What a library answers about its records and the links between them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from explorer.content.dates import When
from explorer.content.library import KINDS, Library, UnknownRecord
from explorer.content.load import load
from explorer.content.mentions import mentions, texts
from explorer.content.model import Limit, Place, Rule
from tests.small import edit


def test_events_come_by_date(library: Library) -> None:
    days = [event.date.first for event in library.events.values()]
    assert days == sorted(days)
    assert len(days) == 6


def test_a_reference_finds_its_record_and_back(library: Library) -> None:
    for kind in KINDS:
        for record in library.records(kind).values():
            ref = library.ref(record)
            assert ref == f"{kind}:{record.id}"
            assert library.find(ref) is record
            assert library.name(ref)


def test_a_wrong_reference_names_the_nearest_right_one(library: Library) -> None:
    with pytest.raises(UnknownRecord, match="did you mean 'event:2009-town-rule'"):
        library.find("event:2009-town-rules")
    with pytest.raises(UnknownRecord, match="did you mean 'program:river-check'"):
        library.find("programm:river-check")
    with pytest.raises(UnknownRecord, match="'nonsense'"):
        library.find("nonsense")
    with pytest.raises(UnknownRecord, match=r"did you mean 'rule:WEIR_2009\.02'"):
        library.find("rule:WEIR_2009.2")
    with pytest.raises(UnknownRecord, match="did you mean 'limit:nl-weir-2009-05'"):
        library.find("limit:nl-weir-2009")
    assert not library.has("event:2009-town-rules")


def test_a_rule_is_found_through_its_table(library: Library) -> None:
    rule = library.find("rule:WEIR_2009.02")
    assert isinstance(rule, Rule)
    assert library.ref(rule) == "rule:WEIR_2009.02"
    assert library.name("rule:WEIR_2009.02") == "Any other boat may go."


def test_every_county_of_the_activation_files_is_a_place(library: Library) -> None:
    dated, undated = library.find("place:county:99003"), library.find("place:county:99005")
    assert isinstance(dated, Place)
    assert (dated.name, dated.within) == ("Brook County, North State", ("state:NL", "nation:US"))
    assert library.name("place:county:99005") == "Lake County, North State"
    assert set(library.counties) == {"county:99001", "county:99003", "county:99005"}
    assert undated is library.find("place:county:99005")


def test_limits_and_agreements_have_references(library: Library) -> None:
    (limit,) = library.limits()
    ref = library.ref(limit)
    assert ref == "limit:nl-weir-2009-05"
    assert isinstance(library.find(ref), Limit)
    assert library.name(ref) == "Weir, NL"
    (agreement,) = library.agreements()
    assert library.find(library.ref(agreement)) is agreement
    assert library.name(library.ref(agreement)) == "Weir Harbor Office, NL"


def test_two_limits_of_one_place_and_day_keep_apart(small: Path) -> None:
    row = "NL,Weir,city,2009-05,agency:weir,,memo,more,documented example,weir-rule-2009,high\n"
    path = small / "places" / "limits.csv"
    path.write_text(path.read_text(encoding="utf-8") + row, encoding="utf-8")
    library = load(small)
    assert len({library.ref(limit) for limit in library.limits()}) == 2


def test_links_are_told_from_both_ends(library: Library) -> None:
    ((to, link),) = library.links_from("2009-town-rule")
    assert (to.id, link.type) == ("2008-river-check", "responds_to")
    assert [(event.id, link.type) for event, link in library.links_to("2008-river-check")] == [
        ("2009-town-rule", "responds_to"),
        ("2010-court-ruling", "rules_on"),
        ("2014-check-ends", "ends"),
    ]
    assert library.links_to("2009-town-rule") == ()


def test_a_lane_holds_its_events(library: Library) -> None:
    assert [event.id for event in library.in_lane("courts")] == ["2010-court-ruling"]
    assert library.in_lane("nowhere") == ()


def test_an_arrow_knows_the_events_that_changed_it(library: Library) -> None:
    changes = library.changes_at("edge:e02")
    assert [(event.id, change.change) for event, change in changes] == [
        ("2008-river-check", "adds"),
        ("2014-check-ends", "ends"),
    ]
    assert library.changes_at("edge:e01") == ()


def test_a_conflict_is_known_to_everything_that_it_touches(library: Library) -> None:
    (conflict,) = library.conflicts_about("event:2014-check-ends")
    assert library.conflicts_about("series:boats/checked") == (conflict,)
    assert library.conflicts_about("event:2009-town-rule") == ()


def test_a_series_knows_what_it_measures_also_through_its_table(library: Library) -> None:
    assert library.measures_of("series:boats/checked") == (
        "event:2008-river-check",
        "program:river-check",
    )
    assert library.measures_of("table:boats") == ("program:river-check",)
    (measure,) = library.measured_by("event:2008-river-check")
    assert measure.by == "series:boats/checked"
    assert library.measured_by("source:court-2010") == ()


def test_a_source_knows_what_rests_on_it(library: Library) -> None:
    assert set(library.supports("court-2010")) == {"event:2010-court-ruling", "node:office"}
    resting = library.supports("weir-rule-2009")
    assert "limit:nl-weir-2009-05" in resting
    assert "policy:WEIR_2009" in resting
    assert len(resting) == len(set(resting))
    assert "table:activation" in library.supports("gazette-2008")
    assert library.supports("nobody") == ()


def test_the_sources_of_a_series_are_those_of_its_figures(library: Library) -> None:
    assert library.sources_of("series:boats/checked") == ("gazette-2008", "study-2016")
    assert library.sources_of("table:boats") == ("gazette-2008", "study-2016")


@pytest.mark.parametrize(
    ("day", "era", "research"),
    [
        (date(2001, 12, 31), None, "not researched"),
        (date(2002, 1, 1), "a", "researched"),
        (date(2008, 9, 30), "a", "researched"),
        (date(2008, 10, 1), "b", "researched"),
        (date(2014, 11, 20), "c", "outlook"),
        (date(2016, 12, 31), "c", "outlook"),
        (date(2017, 1, 1), None, "not researched"),
    ],
)
def test_both_ends_of_an_era_belong_to_it(
    library: Library, day: date, era: str | None, research: str
) -> None:
    found = library.era_on(day)
    assert (found.id if found else None) == era
    assert library.is_researched(day) == research


def test_the_nearest_era_is_told_for_any_day(library: Library) -> None:
    assert library.nearest_era(date(1990, 1, 1)).id == "a"
    assert library.nearest_era(date(2010, 1, 1)).id == "b"
    assert library.nearest_era(date(2030, 1, 1)).id == "c"


def test_an_overlay_runs_on_top_where_anything_is_researched(library: Library) -> None:
    assert library.overlays_on(date(2009, 4, 30)) == ()
    assert [era.id for era in library.overlays_on(date(2009, 5, 1))] == ["o"]
    assert library.overlays_on(date(2017, 1, 1)) == ()


def test_an_arrow_that_begins_inside_an_era_is_off_before(library: Library) -> None:
    assert library.edge_status("e02", date(2008, 10, 26)).status == "off"
    on_the_day = library.edge_status("e02", date(2008, 10, 27))
    assert on_the_day.status == "conditional"
    assert on_the_day.note == "Where the harbor agreed."
    assert on_the_day.overlay_note == ""


def test_an_overlay_adds_its_note_to_an_arrow(library: Library) -> None:
    arrow = library.edge_status("e02", date(2010, 1, 1))
    assert arrow.status == "conditional"
    assert arrow.overlay_note == "Weir lets boats go after a day."
    assert library.edge_status("e01", date(2010, 1, 1)).overlay_note == ""


def test_an_overlay_tells_how_an_arrow_stands_where_that_is_otherwise(small: Path) -> None:
    note = 'e02 = { status = "conditional", note = "Weir'
    edit(small, "pipeline.toml", note, note.replace("conditional", "partial"))
    library = load(small)
    arrow = library.edge_status("e02", date(2010, 1, 1))
    assert (arrow.status, arrow.overlay) == ("conditional", "partial")
    assert library.edge_status("e01", date(2010, 1, 1)).overlay is None
    assert library.edge_status("e02", date(2009, 1, 1)).overlay is None


def test_an_arrow_is_off_where_nothing_is_researched(library: Library) -> None:
    assert library.edge_status("e01", date(1999, 1, 1)).status == "off"
    assert library.edge_status("e99", date(2010, 1, 1)).status == "off"


def test_a_start_known_only_by_its_month_is_marked_inside_that_month(small: Path) -> None:
    edit(small, "pipeline.toml", 'begins = "2008-10-27"', 'begins = "2008-11"')
    library = load(small)
    assert library.edge_status("e02", date(2008, 10, 31)).status == "off"
    inside = library.edge_status("e02", date(2008, 11, 15))
    assert (inside.status, inside.begins) == ("conditional", When("2008-11"))
    assert library.edge_status("e02", date(2008, 12, 1)).begins is None


def test_what_all_sources_told_only_later_is_known_since_the_first_of_them(
    library: Library,
) -> None:
    ref = "event:2014-check-ends"
    assert library.known_since(ref, date(2014, 11, 20)) == When("2016-05")
    assert library.known_since(ref, date(2016, 5, 1)) is None
    assert library.known_since("event:2010-court-ruling", date(2009, 1, 1)) == When("2010")


def test_without_the_date_of_a_source_nothing_is_said_of_hindsight(small: Path) -> None:
    edit(small, "sources.toml", 'issued = "2016-05"\n', "")
    assert load(small).known_since("event:2014-check-ends", date(2014, 11, 20)) is None


def test_no_figures_stand_under_an_unknown_series(library: Library) -> None:
    assert library.figures("boats/sunk") == ()
    assert library.figures("ships/checked") == ()
    assert library.table("ships") == ()


def test_a_record_tells_whom_it_names(library: Library) -> None:
    event = library.events["2009-town-rule"]
    assert ("links[0].to", "event:2008-river-check") in list(mentions(event))
    assert ("places", "place:agency:weir") in list(mentions(event))
    era = library.eras["b"]
    assert ("edges", "edge:e02") in list(mentions(era))


def test_the_texts_of_a_record_leave_out_ids_and_references(library: Library) -> None:
    found = dict(texts(library.events["2009-town-rule"]))
    assert found["summary"] == "The town of Weir lets boats go after a day."
    assert found["links[0].basis"] == "The rule names the check in its first line."
    assert not {"id", "places", "sources[0]", "links[0].to"} & set(found)
    assert dict(texts(library.eras["b"]))["edges.e02.note"] == "Where the harbor agreed."


def test_a_county_is_named_with_its_state(bundled: Library) -> None:
    assert bundled.name("place:county:26163") == "Wayne County, Michigan"
    assert bundled.name("place:county:02020") == "Anchorage, Alaska"


def test_every_county_lies_in_a_state_that_can_be_opened(bundled: Library) -> None:
    for county in bundled.counties.values():
        assert all(bundled.has(f"place:{wider}") for wider in county.within), county.id
