"""Sources as notes and references."""

from __future__ import annotations

import json
import re

import pytest

from explorer import NAME, SUBTITLE, __version__
from explorer.content import cite, styles
from explorer.content.csljson import item as csl_item
from explorer.content.dates import When
from explorer.content.library import Library, UnknownRecord
from explorer.content.model import Name, Source
from explorer.content.works import work_of
from explorer.reader.lens import Lens

EVENT = "event:2011-moa-termination"


def source(**fields: object) -> Source:
    """A source with a title and what a test adds."""
    given: dict[str, object] = {"id": "x", "type": "report", "kind": "research", "title": "Boats"}
    return Source(**{**given, **fields})  # type: ignore[arg-type]


def test_an_article_stands_in_quotation_marks_with_author_place_and_date(library: Library) -> None:
    gazette = library.sources["gazette-2008"]
    assert cite.footnote(gazette) == (
        "Jo Waters, “A Check on the River,” The Gazette, October 28, 2008."
    )
    assert cite.reference(gazette) == (
        "Waters, Jo. “A Check on the River.” The Gazette, October 28, 2008."
        " https://example.org/gazette"
    )
    assert cite.short(gazette) == "Waters, 2008"


def test_a_report_of_a_body_and_a_person_with_a_question_as_title(library: Library) -> None:
    study = library.sources["study-2016"]
    assert cite.footnote(study) == "Study Group and Kim Reed, What Became of the Boats? (May 2016)."
    assert cite.reference(study) == (
        "Study Group and Kim Reed. What Became of the Boats? May 2016. https://example.org/study"
    )


def test_a_case_is_cited_by_its_name_and_year(library: Library) -> None:
    case = library.sources["court-2010"]
    assert cite.reference(case) == "Fisher v. River Office (2010)."
    assert cite.short(case) == "Fisher v. River Office, 2010"


def test_a_question_inside_quotation_marks_takes_no_second_mark() -> None:
    article = source(type="webpage", title="Whose “boats”?", issued=When("2010"))
    assert cite.footnote(article) == "“Whose ‘Boats’?” 2010."
    assert cite.reference(article) == "“Whose ‘Boats’?” 2010."


def test_a_missing_date_is_said() -> None:
    assert cite.reference(source()) == "Boats. n.d."
    assert cite.short(source()) == "Boats"


def test_the_address_can_be_left_to_who_shows_the_reference(library: Library) -> None:
    gazette = library.sources["gazette-2008"]
    shown = cite.reference(gazette, address=False)
    assert shown == "Waters, Jo. “A Check on the River.” The Gazette, October 28, 2008."


@pytest.mark.parametrize(
    ("count", "shown"), [(1, "A A"), (2, "A A and B B"), (3, "A A et al."), (4, "A A et al.")]
)
def test_a_note_names_two_authors_and_tells_more_by_the_first(count: int, shown: str) -> None:
    names = tuple(Name(family=letter, given=letter) for letter in "ABCD"[:count])
    assert cite.footnote(source(author=names, issued=When("2010"))) == f"{shown}, Boats (2010)."


def test_many_authors_are_short_in_a_chip() -> None:
    names = tuple(Name(family=letter) for letter in "ABC")
    assert cite.short(source(author=names, issued=When("2010"))) == "A and others, 2010"


def test_plain_text_says_what_was_read_and_where() -> None:
    text = cite.plain(source(verified_in="page 3", section="Table 2", issued=When("2010-05")))
    assert text == "Boats. May 2010. Table 2. Read: page 3."


# ---------------------------------------------------------------------------- what is on screen


def test_an_event_is_cited_by_the_program_and_its_sources(bundled: Library) -> None:
    made = cite.of(bundled, EVENT)
    program, *sources = made.works
    assert program.title == bundled.name(EVENT)
    assert program.link == f"explore?item={EVENT}"
    assert [work.id for work in sources] == list(bundled.sources_of(EVENT))


def test_a_source_is_cited_alone(bundled: Library) -> None:
    assert [work.id for work in cite.of(bundled, "source:gao-12-708").works] == ["gao-12-708"]


def test_a_figure_is_cited_with_the_place_in_its_source(bundled: Library) -> None:
    placed = next(
        figure
        for table in bundled.tables
        for figure in bundled.table(table)
        if bundled.sources[figure.source].section and figure.fiscal_year and not figure.date
    )
    place = bundled.sources[placed.source].section
    made = cite.of(bundled, f"series:{placed.series}@{placed.period or placed.fiscal_year}")
    for style in styles.STYLES:
        assert place in made.notes(style)[1]


def test_one_figure_of_a_series_is_cited_with_its_own_source(bundled: Library) -> None:
    figure = next(one for one in bundled.table("ice-removals") if one.fiscal_year and not one.date)
    ref = f"series:{figure.series}@{figure.fiscal_year}"
    program, source = cite.of(bundled, ref).works
    assert source.id == figure.source
    assert program.title.endswith(f"fiscal year {figure.fiscal_year}")
    assert program.link == f"charts?item=series:{figure.series}&x.point={ref[7:]}"


def test_every_figure_is_cited_by_the_name_that_links_have_for_it(bundled: Library) -> None:
    for series in bundled.series:
        keys, figures = bundled.figure_keys(series), bundled.figures(series)
        assert tuple(cite.figure_of(bundled, key) for key in keys) == figures
        for key in keys:
            work = cite.of(bundled, f"series:{key}").works[0]
            assert Lens.read(work.link).option("point") == key


@pytest.mark.parametrize("again", ["two", "2", "0", "²"])
def test_a_further_figure_of_a_year_is_named_by_a_number_that_there_is(
    bundled: Library, again: str
) -> None:
    figure = next(one for one in bundled.table("ice-removals") if one.fiscal_year and not one.date)
    with pytest.raises(UnknownRecord, match="There is no figure"):
        cite.figure_of(bundled, f"{figure.series}@{figure.fiscal_year}~{again}")


def test_a_figure_that_is_not_there_is_told_with_those_that_are(bundled: Library) -> None:
    figure = bundled.table("ice-removals")[0]
    with pytest.raises(UnknownRecord, match="There is no figure '1066'"):
        cite.of(bundled, f"series:{figure.series}@1066")
    with pytest.raises(UnknownRecord, match="no 'series:nothing/here'"):
        cite.of(bundled, "series:nothing/here@2012")


def test_a_chart_is_cited_with_the_sources_of_all_its_series(bundled: Library) -> None:
    for name, chart in bundled.charts.items():
        cited = {work.id for work in cite.of(bundled, f"chart:{name}").works}
        for plotted in chart.series:
            assert set(bundled.sources_of(f"series:{plotted.series}")) <= cited


@pytest.mark.parametrize("style", styles.STYLES)
def test_a_view_is_cited_with_its_versions_and_the_link_that_restores_it(
    bundled: Library, style: str
) -> None:
    link = "timeline?moment=2012-01-01&x.lanes=courts"
    text = cite.of_view(bundled, "Timeline", link).text(style)
    assert text.endswith(f" {link}\n")
    for part in (NAME, __version__, f"content {bundled.version}", "researched to"):
        assert part in text


def test_the_whole_program_is_cited_with_its_subtitle(bundled: Library) -> None:
    text = cite.of_view(bundled, "", "").text("chicago")
    assert text.startswith(f"{NAME}: {SUBTITLE}, version {__version__}, content ")


def test_every_record_can_be_cited_in_every_way(bundled: Library) -> None:
    for kind in ("event", "program", "claim", "chart", "series", "term", "quote", "policy"):
        for name in bundled.records(kind):
            made = cite.of(bundled, f"{kind}:{name}")
            assert made.works
            for way in cite.KINDS:
                assert made.text(way).strip()


def test_csl_json_is_read_back_with_names_dates_and_types(bundled: Library) -> None:
    made = [work_of(bundled.sources[name]) for name in ("crs-r42057", "galarza-2014", "gao-12-708")]
    report, case, body = json.loads(styles.exported(made, "csl-json"))
    assert report["author"][0] == {"family": "Rosenblum", "given": "Marc R."}
    assert report["issued"] == {"date-parts": [[2012, 12, 20]]}
    assert report["number"] == "R42057"
    assert (case["title"], case["volume"], case["page"]) == ("Galarza v. Szalczyk", "745", "634")
    assert body["author"] == [{"literal": "U.S. Government Accountability Office"}]


def test_csl_json_says_about_when_and_the_ends_of_a_span() -> None:
    about = csl_item(work_of(source(issued=When("2008~"))))
    assert about["issued"] == {"date-parts": [[2008]], "circa": True}
    span = csl_item(work_of(source(issued=When("2026-08/2026-09"))))
    assert span["issued"] == {"date-parts": [[2026, 8], [2026, 9]]}
    season = csl_item(work_of(source(issued=When("2013-21"))))
    assert season["issued"] == {"date-parts": [[2013]], "season": 1}
    assert "issued" not in csl_item(work_of(source()))


def test_bibtex_braces_bodies_and_escapes_what_it_reads_as_its_own() -> None:
    made = source(
        title="50% of Boats & #1",
        author=(Name(literal="River & Weir"), Name(family="Edwards Jr.", given="James R.")),
        issued=When("2012-05-03"),
        url="https://example.org/a_b",
    )
    assert styles.exported([work_of(made)], "bibtex") == (
        "@techreport{x,\n"
        "  author = {{River \\& Weir} and Edwards, Jr., James R.},\n"
        "  title = {{50\\% of Boats \\& \\#1}},\n"
        "  year = {2012},\n"
        "  month = may,\n"
        "  url = {https://example.org/a_b}\n"
        "}\n"
    )


def test_keys_for_reference_managers_are_plain_and_unlike(bundled: Library) -> None:
    keys = [work_of(source).id for source in bundled.sources.values()]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"[\w.:-]+", key) for key in keys)


def test_ris_has_one_line_a_name_and_ends_each_work() -> None:
    made = source(author=(Name(family="Reed", given="Kim"),), issued=When("2012-05"))
    assert styles.exported([work_of(made)], "ris") == (
        "TY  - RPRT\nAU  - Reed, Kim\nTI  - Boats\nPY  - 2012\nDA  - 2012/05/\nER  - \n"
    )
