"""Every statistic in a text opens the claim or figure that it comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.content import marks, statistics
from explorer.content.check import check
from explorer.content.library import Library
from explorer.content.load import load
from explorer.content.marks import Statistic, plain, written
from explorer.content.mentions import texts
from explorer.content.model import Claim
from explorer.content.numbers import OWN, STATISTIC, numbers
from explorer.content.statistics import every_text
from tests.small import add, edit

RESOURCES = Path(__file__).parents[2] / "resources"
SUMMARY = "Boats on the river are checked for the first time."
EVENT = "events/2008-river-check.toml"


def rules(folder: Path) -> list[str]:
    return [problem.rule for problem in check(folder)]


def summary(folder: Path, text: str) -> None:
    edit(folder, EVENT, SUMMARY, text)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.kind) for one in numbers(text)]


# --------------------------------------------------------------------------------- markup


def test_a_text_is_plain_and_its_statistics_stand_beside_it(small: Path) -> None:
    summary(
        small, "In 2009 [half](claim:half-of-boats) had papers; [120](series:boats/checked@2009)."
    )
    library = load(small)
    text = library.events["2008-river-check"].summary
    assert text == "In 2009 half had papers; 120."
    found = library.statistics(text)
    assert [(text[one.start : one.end], one.target) for one in found] == [
        ("half", "claim:half-of-boats"),
        ("120", "series:boats/checked@2009"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "No number.",
        "[Half](claim:a-b) of them.",
        "From [7](series:a/b@2008-11) to [3,181](series:a/b@2013-01), “[sic]” (about).",
        "[a](claim:a)[b](claim:b)",
    ],
)
def test_marking_a_plain_text_gives_back_what_was_written(text: str) -> None:
    assert written(*plain(text)) == text
    assert "](" not in plain(text)[0]


def test_brackets_that_are_no_markup_stay() -> None:
    assert plain("He said “[it] ended” (in 2009).") == ("He said “[it] ended” (in 2009).", ())


def test_a_text_is_known_with_a_large_first_letter_too(small: Path) -> None:
    summary(small, "[half](claim:half-of-boats) had papers.")
    assert load(small).statistics("Half had papers.") == (Statistic(0, 4, "claim:half-of-boats"),)


def test_a_cell_of_a_table_may_mark_a_statistic(small: Path) -> None:
    path = small / "places" / "undated.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("no date in", "no date for [half](claim:half-of-boats) in"), encoding="utf-8"
    )
    library = load(small)
    why = library.undated()[0].why
    assert "](" not in why
    assert library.statistics(why)[0].target == "claim:half-of-boats"


# -------------------------------------------------------------------------------- the rules


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ICE counted 1,508 jurisdictions", [("1,508", STATISTIC)]),
        ("about 74 percent", [("74", STATISTIC)]),
        ("$26 million a year", [("$26", STATISTIC), ("million", STATISTIC)]),
        ("about three quarters", [("three", STATISTIC), ("quarters", STATISTIC)]),
        ("fewer than one in five", [("one in five", STATISTIC)]),
        ("fiscal 2013 and 82 percent", [("2013", "date"), ("82", STATISTIC)]),
        ("in 2009 59 percent", [("2009", "date"), ("59", STATISTIC)]),
        ("October 2009", [("2009", "date")]),
        ("August 5, 2011", [("5", "date"), ("2011", "date")]),
        ("fiscal 2006 to 2010", [("2006", "date"), ("2010", "date")]),
        ("in 2002-04", [("2002", "date"), ("04", "date")]),
        ("a hold of 48 hours", [("48", "duration")]),
        ("on 30 days’ notice", [("30", "duration")]),
        ("under 287(g)", [("287", "name")]),
        ("form I-247D", [("247", "name")]),
        ("a Level 2 or 3 conviction", [("2", "name"), ("3", "name")]),
        ("8 U.S.C. 1373", [("8", "citation"), ("1373", "citation")]),
        ("Executive Order 13768", [("13768", "citation")]),
        ("SB 1070", [("1070", "citation")]),
        ("the 32-year-old", [("32", "age")]),
        ("Gang participation at 16 or older", [("16", "age")]),
        ("two memos", [("two", "enumeration")]),
        ("by 241 to 179", [("241", "vote"), ("179", "vote")]),
        ("by roughly 59 to 41 percent", [("59", STATISTIC), ("41", STATISTIC)]),
        ("three or more misdemeanor convictions", [("three", "rule")]),
        ("a third-party list", []),
    ],
)
def test_what_a_number_is_shows_in_the_words_around_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert kinds(text) == expected


# -------------------------------------------------------------------------------- the check


def test_an_unmarked_statistic_is_a_problem_with_the_next_step(small: Path) -> None:
    summary(small, "In 2008 some 120 boats are checked.")
    (problem,) = check(small)
    assert (problem.file, problem.record, problem.field) == (EVENT, "2008-river-check", "summary")
    assert problem.rule == "unmarked-statistic"
    assert "'120'" in problem.what_to_do
    assert "[...](claim:ID)" in problem.what_to_do


@pytest.mark.parametrize(
    "target", ["claim:half-of-bots", "series:boats/checked@1999", "series:boats/nothing@2009"]
)
def test_a_mark_that_names_nothing_is_a_problem(small: Path, target: str) -> None:
    summary(small, f"Some [120 boats]({target}) are checked.")
    (problem,) = check(small)
    assert problem.rule == "dangling-statistic"
    assert target in problem.what_to_do


def test_the_nearest_claim_is_named(small: Path) -> None:
    summary(small, "Some [half](claim:half-of-bots) are checked.")
    assert "claim:half-of-boats" in check(small)[0].what_to_do


def test_the_nearest_figure_of_a_series_is_named(small: Path) -> None:
    summary(small, "Some [120 boats](series:boats/checked@2019) are checked.")
    assert check(small)[0].what_to_do.endswith("@2019'; did you mean '2010'?")


def test_a_table_without_rows_is_reported_once(small: Path) -> None:
    summary(small, "Some [120 boats](series:boats/checked@2009) are checked.")
    header = (small / "series" / "boats.csv").read_text(encoding="utf-8").splitlines()[0]
    (small / "series" / "boats.csv").write_text(f"{header}\n", encoding="utf-8")
    assert rules(small) == ["series-without-figures"]


@pytest.mark.parametrize("target", ["event:2008-river-check", "clam:all-boats"])
def test_markup_of_another_kind_is_a_problem(small: Path, target: str) -> None:
    summary(small, f"[Boats]({target}) are checked.")
    assert rules(small) == ["markup-not-read"]


def test_a_listed_number_needs_no_mark(small: Path) -> None:
    summary(small, "The office has 12 windows.")
    assert rules(small) == ["unmarked-statistic"]
    row = "event:2008-river-check,summary,12 windows,enumeration,Parts of one house.\n"
    add(small, "audit/numbers.csv", f"ref,field,phrase,kind,reason\n{row}")
    assert rules(small) == []


def test_a_list_that_no_longer_fits_its_text_is_a_problem(small: Path) -> None:
    row = "event:2008-river-check,summary,12 windows,enumeration,Parts of one house.\n"
    add(small, "audit/numbers.csv", f"ref,field,phrase,kind,reason\n{row}")
    assert rules(small) == ["listed-number-not-found"]


def test_a_listed_number_is_of_a_known_kind(small: Path) -> None:
    summary(small, "The office has 12 windows.")
    row = "event:2008-river-check,summary,12 windows,window,Parts of one house.\n"
    add(small, "audit/numbers.csv", f"ref,field,phrase,kind,reason\n{row}")
    assert rules(small) == ["unknown-value"]


def test_a_list_without_a_column_is_a_problem(small: Path) -> None:
    add(small, "audit/numbers.csv", "ref,field,phrase,kind\n")
    assert rules(small) == ["missing-column"]


# ------------------------------------------------------------------- all the texts there are


def test_no_text_shows_its_markup(bundled: Library) -> None:
    shown = [
        (kind, record.id, field)
        for kind in ("event", "program", "claim", "conflict", "question", "chart", "node", "era")
        for record in bundled.records(kind).values()
        for field, text in texts(record)
        if "](" in text
    ]
    assert shown == []


def test_every_statistic_opens_a_source_a_unit_a_period_and_a_definition(bundled: Library) -> None:
    opened = 0
    for text in every_text(bundled):
        for statistic in bundled.statistics(text.text):
            found = bundled.statistic(statistic.target)
            assert found is not None, (text.ref, text.field, statistic)
            said: tuple[object, ...]
            if isinstance(found, Claim):
                said = (found.sources, found.unit, found.period, found.numerator)
                sources = found.sources
            else:
                series = bundled.series[found.series]
                when = found.date or found.fiscal_year or found.period
                said = (found.source, found.unit, when, series.definition)
                sources = (found.source,)
            assert all(said), (text.ref, text.field, statistic)
            assert all(source in bundled.sources for source in sources)
            opened += 1
    assert opened > 300


def test_every_number_that_people_read_is_a_marked_statistic_or_something_else(
    bundled: Library,
) -> None:
    lists, unread = statistics.read_lists(RESOURCES / "content")
    assert unread == []
    assert list(map(str, statistics.problems(bundled, lists))) == []


def test_records_that_are_their_own_dossier_say_where_they_come_from(bundled: Library) -> None:
    own = {text.ref.partition(":")[0] for text in every_text(bundled) if text.kind == OWN}
    assert own == {"claim", "series", "funnel", "table"}
    for funnel in bundled.funnels.values():
        assert all(stage.sources and stage.unit and stage.stage for stage in funnel.stages)


def test_a_text_says_the_same_statistics_wherever_it_stands() -> None:
    """Texts are known by their words: no two records may mark the same words differently."""
    found: dict[str, tuple[Statistic, ...]] = {}
    for path in sorted((RESOURCES / "content").rglob("*.toml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            _, equals, value = line.partition(' = "')
            text, here = plain(value.rstrip('"')) if equals else ("", ())
            if here:
                assert found.setdefault(marks.text_key(text), here) == here, (path.name, text)
    assert len(found) > 100
