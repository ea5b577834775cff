"""Reading the files of a library, and what is said about those that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.content.check import check
from explorer.content.dates import When
from explorer.content.load import LoadError, Problem, load, read
from tests.small import add, edit


def problem(folder: Path) -> Problem:
    """The one problem of a folder."""
    problems = read(folder)[1]
    assert len(problems) == 1, problems
    return problems[0]


def test_the_small_library_loads(small: Path) -> None:
    library = load(small)
    assert library.version == "1"
    assert len(library.events) == 6
    assert len(library.sources) == 4


def test_the_file_name_is_the_id_of_an_event(small: Path) -> None:
    assert load(small).events["2009-town-rule"].date == When("2009-05")


def test_an_id_inside_an_event_file_is_a_problem(small: Path) -> None:
    edit(small, "events/2009-town-rule.toml", "title =", 'id = "other"\ntitle =')
    assert problem(small).rule == "unknown-key"


def test_a_wrong_key_is_named_with_the_nearest_right_one(small: Path) -> None:
    edit(small, "events/2009-town-rule.toml", "summary =", "sumary =")
    unknown, missing = read(small)[1]
    assert unknown.field == "sumary"
    assert "'summary'" in unknown.what_to_do
    assert missing.rule == "missing-key"
    assert "'summary'" in missing.what_to_do


def test_all_wrong_keys_of_a_record_are_named_also_inside_its_parts(small: Path) -> None:
    edit(small, "events/2009-town-rule.toml", "title =", 'colour = "red"\ntitle =')
    edit(small, "events/2009-town-rule.toml", 'basis = "', 'why = "x"\nbasis = "')
    assert [(p.rule, p.field) for p in read(small)[1]] == [
        ("unknown-key", "colour"),
        ("unknown-key", "links[0].why"),
    ]


def test_a_wrong_key_in_the_arrows_of_an_era_is_named(small: Path) -> None:
    edit(small, "pipeline.toml", 'begins = "2008-10-27"', 'since = "2008-10-27"')
    found = problem(small)
    assert (found.record, found.rule, found.field) == ("b", "unknown-key", "edges[...].since")


def test_a_wrong_value_does_not_hide_another_in_the_same_file(small: Path) -> None:
    edit(small, "pipeline.toml", 'lane = "local"', 'lane = "moon"')
    edit(small, "pipeline.toml", "layer = 2", 'layer = "two"')
    found = {(p.record, p.field): p.rule for p in read(small)[1]}
    assert found == {("harbor", "lane"): "unknown-value", ("office", "layer"): "bad-number"}


def test_a_word_that_is_not_allowed_is_answered_with_those_that_are(small: Path) -> None:
    edit(small, "events/2009-town-rule.toml", 'type = "responds_to"', 'type = "respond_to"')
    assert "did you mean 'responds_to'" in problem(small).what_to_do
    edit(small, "events/2009-town-rule.toml", 'type = "respond_to"', 'type = "x"')
    assert "known are amends, replaces" in problem(small).what_to_do


def test_a_word_that_is_not_allowed_in_a_table_is_answered_too(small: Path) -> None:
    edit(small, "series/boats.csv", "about", "abuot")
    found = problem(small)
    assert (found.record, found.field, found.rule) == ("row 3", "qualifier", "unknown-value")
    assert "did you mean 'about'" in found.what_to_do


def test_a_list_that_the_file_does_not_hold_is_a_problem(small: Path) -> None:
    add(small, "programs.toml", '[[programm]]\nid = "x"')
    found = problem(small)
    assert (found.field, found.rule) == ("programm", "unknown-key")
    assert "'program'" in found.what_to_do


def test_single_brackets_where_a_list_is_meant_are_a_problem(small: Path) -> None:
    edit(small, "glossary.toml", "[[term]]", "[term]")
    assert problem(small).rule == "wrong-type"


def test_a_file_with_a_wrong_name_is_a_problem(small: Path) -> None:
    (small / "glosary.toml").write_text("", encoding="utf-8")
    found = problem(small)
    assert found.rule == "unknown-file"
    assert "'glossary.toml'" in found.what_to_do


def test_a_slip_in_the_toml_is_reported_with_its_line(small: Path) -> None:
    edit(small, "places.toml", 'name = "Northland"', "name = Northland")
    found = problem(small)
    assert (found.file, found.rule, found.field) == ("places.toml", "toml-syntax", "line 3")


def test_a_file_that_is_no_text_is_a_problem(small: Path) -> None:
    (small / "quotes.toml").write_bytes(b"\xff\xfe")
    assert problem(small).rule == "unreadable"


def test_a_folder_without_about_is_a_problem(small: Path) -> None:
    (small / "about.toml").unlink()
    assert problem(small).rule == "missing-file"


def test_the_same_id_twice_is_a_problem(small: Path) -> None:
    edit(small, "places.toml", 'id = "state:NL"', 'id = "nation:NL"')
    found = problem(small)
    assert (found.record, found.rule) == ("nation:NL", "duplicate-id")


@pytest.mark.parametrize("date", ['"2009-13"', '"May 2009"', "2009", '"2009-02-30"'])
def test_a_wrong_date_is_a_problem(small: Path, date: str) -> None:
    edit(small, "events/2009-town-rule.toml", 'date = "2009-05"', f"date = {date}")
    found = problem(small)
    assert (found.field, found.rule) == ("date", "bad-date")


def test_a_date_of_toml_itself_is_read_too(small: Path) -> None:
    edit(small, "events/2009-town-rule.toml", 'date = "2009-05"', "date = 2009-05-04")
    assert load(small).events["2009-town-rule"].date == When("2009-05-04")


def test_a_wrong_date_in_a_table_is_reported_with_row_and_column(small: Path) -> None:
    edit(small, "places/activation.csv", "2009-01-05", "5 January")
    found = problem(small)
    assert found.file == "places/activation.csv"
    assert (found.record, found.field, found.rule) == ("row 3", "activated_on", "bad-date")


def test_every_wrong_cell_of_a_row_is_reported(small: Path) -> None:
    edit(small, "series/boats.csv", "checked,2009,,,120,boats,exact", "checked,x,,,many,,exact")
    assert [(p.record, p.field, p.rule) for p in read(small)[1]] == [
        ("row 2", "fiscal_year", "bad-number"),
        ("row 2", "value", "bad-number"),
        ("row 2", "unit", "empty-cell"),
    ]


def test_a_missing_and_an_unknown_column_are_reported(small: Path) -> None:
    edit(small, "series/boats.csv", "value,unit", "valeu,unit")
    unknown, missing = read(small)[1]
    assert (unknown.rule, unknown.field) == ("unknown-column", "valeu")
    assert "'value'" in unknown.what_to_do
    assert (missing.rule, missing.field) == ("missing-column", "value")


def test_a_row_with_too_many_cells_is_reported(small: Path) -> None:
    edit(small, "series/boats.csv", '"counted later, by the study"', "counted later, by the study")
    assert problem(small).rule == "wrong-width"


def test_cells_hold_lists_flags_and_dates(small: Path) -> None:
    library = load(small)
    assert library.agreements()[0].sources == ("gazette-2008", "study-2016")
    assert [row.in_map_2017 for row in library.activations()] == [True, False]
    assert library.undated()[0].active_no_later_than == When("2013-01")
    assert library.limits()[0].scope == ("agency:weir",)


def test_figures_carry_the_full_id_of_their_series(small: Path) -> None:
    first, second = load(small).figures("boats/checked")
    assert (first.series, first.value, first.fiscal_year) == ("boats/checked", 120, 2009)
    assert (second.qualifier, second.note) == ("about", "counted later, by the study")


def test_tables_take_title_and_description_from_the_data_package(small: Path) -> None:
    package = '{"resources": [{"path": "content/series/boats.csv", "title": "Boats of a year"}]}'
    (small.parent / "datapackage.json").write_text(package, encoding="utf-8")
    library = load(small)
    assert library.tables["boats"].title == "Boats of a year"
    assert library.tables["boats"].series == ("boats/checked",)
    assert library.tables["limits"].title == "limits"


def test_a_data_package_that_is_no_json_is_a_problem(small: Path) -> None:
    (small.parent / "datapackage.json").write_text("{", encoding="utf-8")
    assert problem(small).rule == "json-syntax"


def test_a_failed_load_tells_of_every_problem(small: Path) -> None:
    edit(small, "places.toml", 'id = "state:NL"', 'id = "nation:NL"')
    (small / "about.toml").unlink()
    with pytest.raises(LoadError, match=r"places\.toml") as caught:
        load(small)
    assert len(caught.value.problems) == 2


def test_a_tour_keeps_its_steps_in_the_order_of_the_file(small: Path) -> None:
    tour = load(small).tours["down-the-river"]
    assert [step.headline for step in tour.steps] == ["The first check", "The town's rule"]
    assert tour.steps[0].question is not None
    assert tour.steps[1].question is None


def test_a_lesson_names_its_tour(small: Path) -> None:
    edit(small, "lessons/one-hour.toml", 'tour = "down', 'tour = "up')
    assert [p.rule for p in check(small)] == ["dangling-reference"]
