"""Each rule of the check: a small library that breaks it, and it alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from explorer.content import check as checking
from explorer.content.check import check, run
from explorer.content.library import Library
from explorer.content.load import Problem, load
from tests.small import add, edit


def problem(folder: Path) -> Problem:
    """The one problem of a folder."""
    problems = check(folder)
    assert len(problems) == 1, "\n".join(map(str, problems))
    return problems[0]


def rules(folder: Path) -> list[str]:
    """The rules that a folder breaks, in order of file and record."""
    return [found.rule for found in check(folder)]


def test_the_small_library_has_no_problem(small: Path, library: Library) -> None:
    assert check(small) == []
    assert check(library) == []


def test_the_bundled_content_has_no_problem(bundled: Library) -> None:
    assert "\n".join(map(str, check(bundled))) == ""
    assert run() == 0


def test_what_cannot_be_read_is_reported_with_the_rest(small: Path) -> None:
    edit(small, "events/2009-town-rule.toml", "title =", 'tilte = "x"\ntitle =')
    edit(small, "quotes.toml", 'speaker = "A. Miller"', 'speaker = ""')
    assert rules(small) == ["unknown-key", "quote-without-speaker"]


def test_what_names_a_record_that_cannot_be_read_is_not_reported_too(small: Path) -> None:
    edit(small, "events/2008-river-check.toml", 'lane = "federal program"', 'lane = "moon"')
    assert rules(small) == ["unknown-value"]


# ------------------------------------------------------------------------------------ sources


def test_a_claim_without_source_is_a_problem(small: Path) -> None:
    edit(small, "claims/half-of-boats.toml", 'sources = ["gazette-2008"]', "sources = []")
    found = problem(small)
    assert (found.file, found.rule) == ("claims/half-of-boats.toml", "figure-without-source")


def test_a_stage_of_a_funnel_without_source_is_a_problem(small: Path) -> None:
    edit(small, "funnels.toml", 'sources = ["gazette-2008"]', "sources = []")
    found = problem(small)
    assert (found.field, found.rule) == ("stages[0].sources", "figure-without-source")


def test_an_event_or_a_part_of_it_without_source_is_a_problem(small: Path) -> None:
    edit(small, "events/2012-papers-write.toml", 'sources = ["gazette-2008"]', "sources = []")
    edit(
        small,
        "programs.toml",
        'sources = ["gazette-2008"]\n\n[[program.m',
        "sources = []\n\n[[program.m",
    )
    assert [(p.field, p.rule) for p in check(small)] == [
        ("sources", "fact-without-source"),
        ("phases[0].sources", "fact-without-source"),
    ]


def test_what_says_that_it_was_not_verified_may_be_without_source(small: Path) -> None:
    name = "pipeline.toml"
    edit(small, name, 'sources = ["court-2010"]\nconfidence', "sources = []\nconfidence")
    assert rules(small) == ["fact-without-source"]
    edit(small, name, "sources = []", 'sources = []\nunverified = "the whole"')
    assert rules(small) == []


def test_a_figure_without_source_is_a_problem(small: Path) -> None:
    edit(small, "series/boats.csv", "exact,gazette-2008", "exact,")
    found = problem(small)
    assert (found.record, found.field, found.rule) == ("row 2", "source", "empty-cell")


def test_a_figure_without_unit_is_a_problem(small: Path) -> None:
    edit(small, "series/boats.csv", "120,boats", "120,")
    assert problem(small).field == "unit"


def test_a_figure_without_period_is_a_problem(small: Path) -> None:
    edit(small, "series/boats.csv", "checked,2009", "checked,")
    found = problem(small)
    assert (found.record, found.rule) == ("row 2", "figure-without-period")


def test_a_figure_whose_series_is_not_defined_is_a_problem(small: Path) -> None:
    add(small, "series/boats.csv", "sunk,2009,,,1,boats,exact,gazette-2008,high,")
    found = problem(small)
    assert (found.record, found.rule) == ("row 4", "figure-without-definition")


def test_a_series_without_definition_is_a_problem(small: Path) -> None:
    edit(small, "series.toml", "Boats whose papers were copied in a harbor.", " ")
    assert problem(small).rule == "figure-without-definition"


def test_a_series_without_figures_is_a_problem(small: Path) -> None:
    path = small / "series" / "boats.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0], encoding="utf-8")
    assert problem(small).rule == "series-without-figures"


@pytest.mark.parametrize("field", ["unit", "period", "numerator"])
def test_a_claim_says_its_unit_its_period_and_what_was_counted(small: Path, field: str) -> None:
    path = small / "claims" / "half-of-boats.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    changed = [f'{field} = ""' if line.startswith(f"{field} =") else line for line in lines]
    path.write_text("\n".join(changed), encoding="utf-8")
    found = problem(small)
    assert found.field == field
    assert found.rule.startswith("figure-without-")


def test_the_unit_of_a_figure_is_that_of_its_series(small: Path) -> None:
    edit(small, "series/boats.csv", "95,boats", "95,ships")
    assert problem(small).rule == "unit-differs"
    edit(small, "series.toml", 'unit = "boats"', 'unit = "vessels"\nunits = ["boats", "ships"]')
    assert rules(small) == []


@pytest.mark.parametrize(
    ("period", "fits"),
    [("fiscal year", True), ("mixed", True), ("month", False), ("date", False), ("period", False)],
)
def test_the_period_of_a_figure_is_of_the_kind_of_its_series(
    small: Path, period: str, fits: bool
) -> None:
    edit(small, "series.toml", 'period = "fiscal year"', f'period = "{period}"')
    assert rules(small) == ([] if fits else ["period-differs", "period-differs"])


# ------------------------------------------------------------------------ claims and speakers


def test_a_quotation_without_speaker_is_a_problem(small: Path) -> None:
    edit(small, "quotes.toml", 'speaker = "A. Miller"', 'speaker = " "')
    assert problem(small).rule == "quote-without-speaker"


def test_a_claim_without_speaker_is_a_problem(small: Path) -> None:
    edit(small, "claims/half-of-boats.toml", 'speaker = "River Office"', 'speaker = ""')
    assert problem(small).rule == "claim-without-speaker"


def test_a_disputed_claim_without_its_rival_is_a_problem(small: Path) -> None:
    for path in (small / "claims").iterdir():
        text = path.read_text(encoding="utf-8")
        path.write_text(text.partition("[[rivals]]")[0], encoding="utf-8")
    assert rules(small) == ["disputed-without-rival", "disputed-without-rival"]


def test_a_rival_that_does_not_name_the_claim_back_is_a_problem(small: Path) -> None:
    path = small / "claims" / "third-of-boats.toml"
    text = path.read_text(encoding="utf-8").partition("[[rivals]]")[0]
    path.write_text(text.replace("disputed = true", "disputed = false"), encoding="utf-8")
    found = problem(small)
    assert (found.record, found.rule) == ("half-of-boats", "one-sided-rival")


def test_a_conflict_that_touches_nothing_is_a_problem(small: Path) -> None:
    about = 'about = ["event:2014-check-ends", "series:boats/checked"]'
    edit(small, "conflicts.toml", about, "about = []")
    assert problem(small).rule == "conflict-touches-nothing"


def test_positions_of_unequal_length_are_a_problem(small: Path) -> None:
    edit(small, "questions.toml", ", counted once each.", " of those it counted.")
    assert rules(small) == []  # six words against four
    edit(small, "questions.toml", " of those it counted.", " of all those it counted.")
    assert problem(small).rule == "positions-unequal"


# ------------------------------------------------------------------------------- loose ends


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("events/2009-town-rule.toml", 'to = "2008-river-check"', 'to = "2008-river-chek"'),
        ("events/2009-town-rule.toml", '"agency:weir"', '"agency:wier"'),
        ("events/2010-court-ruling.toml", '"river-check"', '"rivercheck"'),
        ("events/2014-check-ends.toml", '"edge:e02"', '"edge:e03"'),
        ("events/2008-river-check.toml", '"series:boats/checked"', '"series:boats/chcked"'),
        ("claims/half-of-boats.toml", '"third-of-boats"', '"fourth-of-boats"'),
        ("programs.toml", 'event = "2008-river-check"', 'event = "2008-river"'),
        ("conflicts.toml", '"event:2014-check-ends"', '"event:2014-check-end"'),
        ("conflicts.toml", 'sources = ["study-2016"]', 'sources = ["study-2015"]'),
        ("questions.toml", '"table:boats"', '"table:ships"'),
        ("pipeline.toml", 'to = "office"', 'to = "ofice"'),
        ("profiles.toml", 'era = "b"', 'era = "z"'),
        ("profiles.toml", 'policy = "WEIR_2009"', 'policy = "WEIR_2010"'),
        ("profiles.toml", 'place_id = "agency:weir"', 'place_id = "agency:wier"'),
        ("places.toml", 'within = ["state:NL"]', 'within = ["state:XX"]'),
        ("places/limits.csv", "WEIR_2009,", "WEIR_2010,"),
        ("places/undated.csv", "study-2016", "study-2017"),
        ("charts/boats.toml", '"boats/checked"', '"boats/chekced"'),
        ("series/boats.csv", "exact,gazette-2008", "exact,gazette-2009"),
        ("rules.toml", 'scope = ["agency:weir"]', 'scope = ["agency:wier"]'),
    ],
)
def test_a_dangling_id_is_a_problem_wherever_it_stands(
    small: Path, name: str, old: str, new: str
) -> None:
    edit(small, name, old, new)
    if name == "claims/half-of-boats.toml":
        path = small / "claims" / "third-of-boats.toml"
        text = path.read_text(encoding="utf-8").replace("disputed = true", "disputed = false")
        path.write_text(text.partition("[[rivals]]")[0], encoding="utf-8")
    found = problem(small)
    assert (found.file, found.rule) == (name, "dangling-reference")


def test_a_dangling_id_is_reported_with_the_nearest_right_one(small: Path) -> None:
    edit(small, "events/2009-town-rule.toml", 'to = "2008-river-check"', 'to = "2008-river-chek"')
    found = problem(small)
    assert found.field == "links[0].to"
    assert "did you mean 'event:2008-river-check'" in found.what_to_do


def test_a_told_walk_may_stand_in_every_era(small: Path) -> None:
    edit(small, "profiles.toml", 'era = "b"', 'era = "*"')
    assert rules(small) == []


@pytest.mark.parametrize("bad", ["The_Act", "the--act", "the-act-", "theAct"])
def test_an_id_that_is_not_kebab_case_is_a_problem(small: Path, bad: str) -> None:
    edit(small, "administrations.toml", 'id = "first"', f'id = "{bad}"')
    assert problem(small).rule == "id-not-kebab"


def test_a_series_stands_in_its_table(small: Path) -> None:
    edit(small, "series.toml", 'table = "boats"', 'table = "limits"')
    assert problem(small).rule == "series-outside-its-table"


def test_the_file_of_an_event_begins_with_its_year(small: Path) -> None:
    edit(small, "events/2012-papers-write.toml", 'date = "2012-03-01~"', 'date = "2011-12"')
    assert problem(small).rule == "event-not-named-by-its-year"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("events/2012-papers-write.toml", 'end = "2012-06"', 'end = "2012-02"'),
        ("programs.toml", 'end = "2014-11-20"', 'end = "2008-10-26"'),
        ("pipeline.toml", 'valid_to = "2014-11"', 'valid_to = "2008-09"'),
        (
            "rules.toml",
            'in_force_from = "2009-05-04"',
            'in_force_from = "2009-05-04"\nin_force_to = "2009-05-03"',
        ),
        ("places/agreements.csv", "2009-03-01,,", "2009-03-01,2009-02,"),
    ],
)
def test_an_end_before_its_start_is_a_problem(small: Path, name: str, old: str, new: str) -> None:
    edit(small, name, old, new)
    assert problem(small).rule == "end-before-start"


def test_an_end_as_vague_as_its_start_is_none(small: Path) -> None:
    edit(small, "events/2012-papers-write.toml", 'end = "2012-06"', 'end = "2012"')
    assert rules(small) == []


# ---------------------------------------------------------------------------------- wording


def test_a_loaded_word_is_a_problem_with_the_word_to_use(small: Path) -> None:
    edit(
        small, "events/2009-town-rule.toml", "The town of Weir", "Against Pirates the town of Weir"
    )
    found = problem(small)
    assert (found.field, found.rule) == ("summary", "loaded-word")
    assert "'boater without papers'" in found.what_to_do


def test_a_loaded_word_in_a_part_of_a_record_or_in_a_table_is_found_too(small: Path) -> None:
    edit(small, "events/2009-town-rule.toml", "The rule names", "The pirate rule names")
    edit(small, "places/limits.csv", "boats go after", "pirates go after")
    assert [(p.file, p.field) for p in check(small)] == [
        ("events/2009-town-rule.toml", "links[0].basis"),
        ("places/limits.csv", "limits"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Weir speaks of “pirates” here.",
        'Weir speaks of "pirates" here.',
        "Boats wait in Pirate Bay Harbor.",
        "A piratelike look is another word.",
    ],
)
def test_quotations_and_official_names_may_hold_a_loaded_word(small: Path, text: str) -> None:
    summary = "Two readings of the act are held."
    quoted = text.replace('"', '\\"')
    edit(small, "events/2011-act-debated.toml", summary, quoted)
    assert rules(small) == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("quotes.toml", "We ask, and harbors", "We ask, and pirates"),
        ("sources.toml", "A Check on the River", "Pirates on the River"),
        ("glossary.toml", 'term = "River check"', 'term = "Pirate"'),
        ("places/activation.csv", "Brook County", "Pirate County"),
    ],
)
def test_what_is_not_our_own_text_may_hold_a_loaded_word(
    small: Path, name: str, old: str, new: str
) -> None:
    edit(small, name, old, new)
    assert rules(small) == []


def test_the_rest_of_a_quotation_record_is_our_own_text(small: Path) -> None:
    edit(small, "quotes.toml", "Answer to a question", "Answer to a pirate")
    assert problem(small).field == "context"


def test_a_word_says_which_forms_are_looked_for_and_where_it_is_plain(small: Path) -> None:
    edit(small, "words.toml", 'word = "pirate"', 'word = "pirate"\nforms = ["sea rob*"]')
    summary = "Two readings of the act are held."
    edit(small, "events/2011-act-debated.toml", summary, "Pirates are sea-robbers.")
    assert problem(small).what_to_do.startswith("'sea-robbers'")
    edit(small, "words.toml", "forms =", 'allowed = ["sea robbers act"]\nforms =')
    edit(small, "events/2011-act-debated.toml", "Pirates are sea-robbers", "The Sea Robbers Act")
    assert rules(small) == []


# ---------------------------------------------------------------------------- decision tables


def test_a_table_without_catch_all_is_a_problem(small: Path) -> None:
    edit(small, "rules.toml", 'when = "*"', 'when = "papers=yes"')
    found = problem(small)
    assert (found.record, found.rule) == ("WEIR_2009", "no-catch-all")


def test_a_rule_after_the_catch_all_is_a_problem(small: Path) -> None:
    edit(small, "rules.toml", 'when = "papers=no & checks>=2"', 'when = "*"')
    found = problem(small)
    assert (found.record, found.rule) == ("WEIR_2009.02", "unreachable-rule")


def test_an_unknown_attribute_is_a_problem(small: Path) -> None:
    edit(small, "rules.toml", "papers=no & checks", "papers=no & chekcs")
    assert problem(small).rule == "unknown-attribute"


@pytest.mark.parametrize(
    "when", ["papers=maybe", "papers=unknown", "papers>=2", "checks=many", "papers in no|perhaps"]
)
def test_an_unknown_value_is_a_problem(small: Path, when: str) -> None:
    edit(small, "rules.toml", "papers=no & checks>=2", when)
    assert problem(small).rule == "unknown-value"


@pytest.mark.parametrize(
    "when", ["papers<2", "papers=no or checks>=2", "checks<=checks", "checks=empty"]
)
def test_a_condition_outside_the_grammar_is_a_problem(small: Path, when: str) -> None:
    edit(small, "rules.toml", "papers=no & checks>=2", when)
    assert problem(small).rule == "bad-condition"


def test_what_consistent_persons_keep_may_ask_for_empty_and_compare(small: Path) -> None:
    edit(small, "profiles.toml", 'then = "checks=empty"', 'then = "checks<=checks"')
    assert rules(small) == []
    edit(small, "profiles.toml", 'if = "papers=yes"', 'if = "paper=yes"')
    found = problem(small)
    assert (found.record, found.field, found.rule) == ("PR01", "if", "unknown-attribute")


def test_a_fact_that_is_no_value_is_a_problem(small: Path) -> None:
    edit(small, "profiles.toml", 'papers = "no"', 'papers = "perhaps"')
    found = problem(small)
    assert (found.record, found.field, found.rule) == ("P01", "facts.papers", "unknown-value")


def test_a_fact_under_an_unknown_attribute_is_a_problem(small: Path) -> None:
    edit(small, "profiles.toml", 'papers = "no"', 'paper = "no"')
    assert problem(small).rule == "dangling-reference"


def test_an_outcome_that_nobody_defined_is_a_problem(small: Path) -> None:
    edit(small, "rules.toml", 'outcome = "go"', 'outcome = "leave"')
    assert problem(small).rule == "unknown-outcome"


def test_rules_are_numbered_as_they_stand(small: Path) -> None:
    edit(small, "rules.toml", "order = 2", "order = 3")
    assert problem(small).rule == "rule-order"


def test_tables_that_defer_in_a_ring_are_a_problem(small: Path) -> None:
    edit(small, "rules.toml", 'outcome = "go"', 'outcome = "defer:WEIR_2009"')
    found = problem(small)
    assert found.rule == "deferral-cycle"
    assert "WEIR_2009 -> WEIR_2009" in found.what_to_do


def test_a_deferral_to_no_table_is_a_problem(small: Path) -> None:
    edit(small, "rules.toml", 'outcome = "go"', 'outcome = "defer:WEIR_1999"')
    assert problem(small).rule == "dangling-reference"


# --------------------------------------------------------------------------------- pipeline


def test_a_node_outside_the_overview_is_a_problem(small: Path) -> None:
    edit(small, "pipeline.toml", 'members = ["harbor", "copy"]', 'members = ["harbor"]')
    found = problem(small)
    assert (found.record, found.rule) == ("copy", "box-coverage")


def test_a_node_twice_in_the_overview_is_a_problem(small: Path) -> None:
    edit(small, "pipeline.toml", 'members = ["office"]', 'members = ["office", "copy"]')
    assert problem(small).rule == "box-coverage"


def test_a_node_in_two_groups_is_a_problem(small: Path) -> None:
    edit(small, "pipeline.toml", 'members = ["copy"]', 'members = ["copy", "copy"]')
    assert problem(small).rule == "group-coverage"


def test_an_era_says_of_every_arrow_how_it_stands(small: Path) -> None:
    edit(small, "pipeline.toml", 'e01 = { status = "on" }\n', "")
    found = problem(small)
    assert (found.record, found.rule) == ("a", "era-without-arrow")


def test_eras_do_not_overlap_but_an_overlay_may(small: Path) -> None:
    edit(small, "pipeline.toml", 'end = "2008-09"', 'end = "2008-10"')
    found = problem(small)
    assert (found.record, found.rule) == ("b", "eras-overlap")


# ------------------------------------------------------------------------------ data package


def package(folder: Path, columns: str, *more: str) -> None:
    """Write a data package that declares all tables, ``boats`` with *columns*."""
    header = (folder / "places" / "{}.csv").as_posix()
    resources = [
        {
            "name": name,
            "path": f"content/places/{name}.csv",
            "schema": {"fields": [{"name": cell} for cell in first_line(header.format(name))]},
        }
        for name in ("activation", "undated", "agreements", "limits")
    ]
    boats = {"fields": [{"name": name} for name in columns.split(",")]}
    resources.append({"name": "boats", "path": "content/series/boats.csv", "schema": boats})
    resources += [{"name": path, "path": path} for path in more]
    text = json.dumps({"resources": resources})
    (folder.parent / "datapackage.json").write_text(text, encoding="utf-8")


def first_line(path: str) -> list[str]:
    """The columns of a CSV file."""
    return Path(path).read_text(encoding="utf-8").splitlines()[0].split(",")


def columns(folder: Path) -> str:
    """The header of the table of boats."""
    return ",".join(first_line((folder / "series" / "boats.csv").as_posix()))


def test_a_package_that_tells_the_same_as_the_files_is_fine(small: Path) -> None:
    package(small, columns(small))
    assert rules(small) == []


def test_columns_that_differ_from_the_package_are_a_problem(small: Path) -> None:
    package(small, columns(small).replace("unit", "units"))
    found = problem(small)
    assert (found.file, found.record, found.rule) == ("datapackage.json", "boats", "columns-differ")


def test_a_table_that_the_package_names_but_nobody_has_is_a_problem(small: Path) -> None:
    package(small, columns(small), "content/series/ships.csv")
    assert problem(small).rule == "missing-table"


def test_a_table_that_the_package_does_not_name_is_a_problem(small: Path) -> None:
    package(small, columns(small))
    rows = f"{columns(small)}\n"
    (small / "series" / "ships.csv").write_text(rows, encoding="utf-8")
    assert problem(small).rule == "undeclared-table"


# ------------------------------------------------------------------------------ as a command


def test_the_command_prints_every_problem_and_fails(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(small, "quotes.toml", 'speaker = "A. Miller"', 'speaker = ""')
    edit(small, "rules.toml", 'outcome = "go"', 'outcome = "leave"')
    assert run(small) == 1
    first, second, last = capsys.readouterr().out.splitlines()
    assert first == (
        "quotes.toml: miller-a-request speaker: Say who said it. [quote-without-speaker]"
    )
    assert second.startswith("rules.toml: WEIR_2009.02 outcome: ")
    assert last == "2 problems in 2 files."


def test_the_command_says_that_all_is_well(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(small) == 0
    assert capsys.readouterr().out == "No problems.\n"


def test_the_command_writes_json(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(small, "quotes.toml", 'speaker = "A. Miller"', 'speaker = ""')
    assert run(small, as_json=True) == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "file": "quotes.toml",
            "record": "miller-a-request",
            "field": "speaker",
            "rule": "quote-without-speaker",
            "what_to_do": "Say who said it.",
        }
    ]


def test_without_problems_the_json_is_an_empty_list(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(small, as_json=True) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_folder_that_is_not_there_is_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path / "nowhere") == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "nowhere" in captured.err


def test_the_folder_above_the_content_will_do(small: Path) -> None:
    assert run(small.parent) == 0


def test_every_record_knows_its_file(library: Library, small: Path) -> None:
    for ref in ("event:2009-town-rule", "term:river-check", "table:limits", "table:boats"):
        assert library.has(ref)
        assert (small / checking.file_of(ref)).is_file()
    assert checking.file_of("rule:WEIR_2009.01") == "rules.toml"


def test_a_library_from_elsewhere_is_checked_without_its_files(small: Path) -> None:
    edit(small, "conflicts.toml", '"event:2014-check-ends"', '"event:2014-check-end"')
    assert [found.rule for found in check(load(small))] == ["dangling-reference"]
