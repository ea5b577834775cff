"""Finding records by their words."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.content.library import Library
from explorer.content.load import load
from explorer.search.index import FIELDS, Index, Query
from tests.small import edit


@pytest.fixture(scope="module")
def index(library: Library) -> Index:
    """The index of the small library."""
    return Index.build(library)


def refs(index: Index, query: str) -> list[str]:
    """The references that a query finds, in order."""
    return [hit.ref for hit in index.find(query)]


def test_a_record_is_found_by_its_name_before_those_that_only_mention_it(index: Index) -> None:
    assert refs(index, "river check ")[0] in ("program:river-check", "term:river-check")
    assert "event:2008-river-check" in refs(index, "river check ")


def test_other_forms_of_a_word_fit_too(index: Index) -> None:
    assert "event:2010-court-ruling" in refs(index, "ruled ")
    assert "event:2011-act-debated" in refs(index, "debates ")


def test_the_last_word_fits_by_its_beginning_until_a_space_follows(index: Index) -> None:
    assert "event:2011-act-debated" in refs(index, "deb")
    assert refs(index, "deb ") == []


def test_every_word_must_fit_where_any_record_has_them_all(index: Index) -> None:
    found = refs(index, "court waiting ")
    assert found == ["event:2010-court-ruling"]


def test_some_words_are_enough_where_no_record_has_them_all(index: Index) -> None:
    assert refs(index, "zebra debated ") == ["event:2011-act-debated"]


def test_a_phrase_must_stand_as_it_is(index: Index) -> None:
    assert refs(index, '"waiting day"') == ["event:2010-court-ruling"]
    assert refs(index, "“waiting day”") == ["event:2010-court-ruling"]
    assert refs(index, '"day waiting"') == []


def test_filters_narrow_what_is_found(index: Index) -> None:
    assert {ref.partition(":")[0] for ref in refs(index, "check kind:event")} == {"event"}
    assert refs(index, "kind:events lane:courts") == ["event:2010-court-ruling"]
    assert refs(index, "lane:public-debate") == ["event:2012-papers-write"]
    assert refs(index, "kind:event lane:Congress 2012..") == []


def test_years_take_everything_that_reaches_into_them(index: Index) -> None:
    assert refs(index, "kind:event 2009..2010") == [
        "event:2009-town-rule",
        "event:2010-court-ruling",
    ]
    assert refs(index, "kind:event ..2008") == ["event:2008-river-check"]
    assert refs(index, "kind:era 2015..") == ["era:o", "era:c"]
    assert "program:river-check" in refs(index, "kind:program 2012..2013")


def test_filters_alone_list_by_date(index: Index) -> None:
    assert len(refs(index, "kind:event")) == 6
    assert refs(index, "kind:event")[0] == "event:2008-river-check"


def test_a_kind_that_does_not_exist_finds_nothing(index: Index) -> None:
    assert refs(index, "check kind:ship") == []


@pytest.mark.parametrize("query", ["", "   ", '""', "…", "kind:", ".."])
def test_nothing_is_found_where_nothing_was_asked(index: Index, query: str) -> None:
    assert index.find(query) == []


def test_no_more_than_the_limit_is_found(index: Index) -> None:
    assert len(index.find("check", limit=2)) == 2


def test_the_marks_of_a_snippet_cover_the_words(index: Index) -> None:
    (hit,) = index.find("waiting kind:event")
    assert hit.title == "A court rules on the waiting day"
    (hit,) = index.find("request kind:event")
    assert [hit.snippet[left:right] for left, right in hit.marks] == ["request", "request"]


def test_a_long_text_is_cut_around_the_word_at_the_ends_of_words(small: Path) -> None:
    words = " ".join(f"word{number}" for number in range(200))
    edit(small, "events/2009-town-rule.toml", "The town of Weir", f"{words} needle {words}")
    (hit,) = Index.build(load(small)).find("needle")
    assert hit.snippet.startswith("… word")
    assert hit.snippet.endswith(" …")
    ((left, right),) = hit.marks
    assert hit.snippet[left:right] == "needle"
    assert all(word in f"{words} needle" for word in hit.snippet.split() if word != "…")
    assert len(hit.snippet) < 200


def test_accents_make_no_difference(small: Path) -> None:
    edit(small, "places.toml", "Northland", "Peñaland")
    index = Index.build(load(small))
    assert refs(index, "penaland") == refs(index, "peñaland") == ["place:nation:NL"]


def test_a_slip_of_the_pen_is_answered_with_the_nearest_word(index: Index) -> None:
    assert index.suggest("rivver check") == "river check"
    assert index.suggest("river check") == ""
    assert index.suggest("zzzzzzz") == ""


def test_counties_of_the_activation_files_are_found(index: Index) -> None:
    assert refs(index, "brook county")[0] == "place:county:99003"


def test_a_place_that_is_told_of_comes_before_counties_of_its_name(bundled: Library) -> None:
    found = [hit for hit in Index.build(bundled).find("Cook County", 20) if hit.kind == "place"]
    assert [hit.title for hit in found][:2] == ["Cook County, Illinois", "Cook County, Georgia"]
    assert found[0].score > found[1].score


def test_a_county_with_a_limit_or_an_agreement_comes_before_its_namesakes(
    bundled: Library,
) -> None:
    rows = (*bundled.limits(), *bundled.agreements())
    told = {f"county:{row.fips}" for row in rows} | set(bundled.places)
    bare = {id: place.name.partition(",")[0] for id, place in bundled.counties.items()}
    others = {bare[id] for id in set(bare) - told}
    named = sorted(id for id in set(bare) & told - set(bundled.places) if bare[id] in others)
    index = Index.build(bundled)
    assert len(named) > 5
    for place in named[:5]:
        first, *_ = index.find(f"{bare[place]} kind:place ")
        assert first.ref.removeprefix("place:") in told, bare[place]


def test_an_event_tells_of_a_county(small: Path) -> None:
    before = Index.build(load(small)).find("brook county", 1)[0]
    file = "events/2008-river-check.toml"
    edit(small, file, 'places = ["state:NL"]', 'places = ["state:NL", "county:99003"]')
    after = Index.build(load(small)).find("brook county", 1)[0]
    assert before.ref == after.ref == "place:county:99003"
    assert after.score > before.score


def test_the_second_line_of_a_county_is_its_state_by_name(bundled: Library) -> None:
    index = Index.build(bundled)
    (hit,) = index.find("cook county ga kind:place ")
    assert (hit.title, hit.snippet) == ("Cook County, Georgia", "Georgia")
    assert index.find("california", 1)[0].snippet == ""


def test_a_table_of_rules_is_found_by_the_words_of_its_rules(index: Index) -> None:
    assert "policy:WEIR_2009" in refs(index, "third check ")


def test_authors_are_found(index: Index) -> None:
    assert refs(index, "waters ") == ["source:gazette-2008"]
    assert "source:study-2016" in refs(index, "study group ")


def test_a_query_is_taken_apart() -> None:
    query = Query.read('Kind:Event lane:public-debate "two words" one 2010..')
    assert query == Query(["one"], [["two", "words"]], {"event"}, {"public debate"}, (2010, 9999))


def test_the_same_question_has_the_same_answer(index: Index, library: Library) -> None:
    for query in ("check", "river", "kind:source", "boats papers"):
        assert index.find(query) == Index.build(library).find(query)


def test_every_real_record_with_a_name_is_found_by_it(bundled: Library) -> None:
    index = Index.build(bundled)
    for kind in FIELDS:
        for record in bundled.records(kind).values():
            ref = f"{kind}:{record.id}"
            name = bundled.name(ref) if kind not in ("quote", "source") else record.id
            found = index.find(f"{name} kind:{kind} ", limit=60)
            assert ref in [hit.ref for hit in found], ref


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("secure communities", "program:sc"),
        ("king county", "policy:KING_2013"),
        ("king county", "place:county:53033"),
        ("detainer", "term:detainer"),
        ("morton memo", "event:2010-morton-priorities"),
        ("arizona v. united states", "event:2012-arizona-v-us"),
        ("trust act", "term:trust-act"),
    ],
)
def test_readers_find_what_they_mean_among_the_first_three(
    bundled: Library, query: str, wanted: str
) -> None:
    assert wanted in [hit.ref for hit in Index.build(bundled).find(query, 3)]


@pytest.mark.parametrize(
    "words", ["activated jurisdictions", "ICE removals", "removals and returns", "detainers"]
)
def test_a_chart_comes_before_bare_series_of_the_same_name(bundled: Library, words: str) -> None:
    kinds = [hit.kind for hit in Index.build(bundled).find(words, 40)]
    assert "chart" in kinds
    assert "series" in kinds
    assert kinds.index("chart") < kinds.index("series")
