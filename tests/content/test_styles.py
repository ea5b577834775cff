"""Citations as Chicago, APA and MLA have them, against strings that were checked by hand."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest

from explorer.content import apa, styles
from explorer.content.capitals import Usage, headline, like_a_sentence
from explorer.content.dates import When
from explorer.content.library import Library
from explorer.content.model import Name, Source
from explorer.content.typeset import OFF, ON, american, british, html, typographic, year_first
from explorer.content.works import Work, read_of, work_of

FILE = Path(__file__).with_name("citations.toml")
CITED: list[dict[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["citation"]
KNOWN = Usage(
    frozenset(
        [
            "announces",
            "are",
            "became",
            "better",
            "boats",
            "by",
            "catch",
            "checks",
            "counts",
            "crews",
            "data",
            "evidence",
            "explained",
            "fell",
            "figures",
            "first",
            "flux",
            "for",
            "gauge",
            "gauges",
            "half",
            "increased",
            "limits",
            "local",
            "lower",
            "needed",
            "new",
            "on",
            "results",
            "review",
            "river",
            "rules",
            "searched",
            "searches",
            "the",
            "weirs",
            "what",
            "whose",
        ]
    ),
    frozenset({"River Office"}),
)
SHOWN = [(style, f"{style}{end}") for style in styles.STYLES for end in ("", "-in-text")]


def source_of(fields: dict[str, Any]) -> Source:
    """A made-up source of the file."""
    return msgspec.convert({"id": "x", **fields}, Source, dec_hook=lambda _, text: When(text))


def work(**fields: Any) -> Work:
    """A work with a title and what a test adds."""
    given = {"id": "x", "type": "report", "form": "report", "title": "Boats"}
    return Work(**{**given, **fields})


def starred(text: str) -> str:
    """A citation with stars around its italics."""
    return text.replace(ON, "*").replace(OFF, "*")


@pytest.mark.parametrize("cited", CITED, ids=[cited["what"] for cited in CITED])
def test_a_work_is_cited_as_the_manuals_have_it(cited: dict[str, Any]) -> None:
    made = work_of(source_of(cited["source"]))
    got = {}
    for style, name in SHOWN:
        in_text = name.endswith("-in-text")
        text = styles.in_text(made, style) if in_text else styles.entry(made, style, KNOWN)
        got[name] = starred(text)
    assert got == cited["expected"]


def test_the_checked_citations_cover_every_form_that_sources_have(bundled: Library) -> None:
    covered = {work_of(source_of(cited["source"])).form for cited in CITED}
    assert {work_of(source).form for source in bundled.sources.values()} <= covered


@pytest.mark.parametrize("style", styles.STYLES)
def test_every_real_source_is_cited_without_doubled_marks(bundled: Library, style: str) -> None:
    for source in bundled.sources.values():
        made = work_of(source)
        for text in (styles.entry(made, style), styles.in_text(made, style)):
            shown = text.replace(f" {source.url}.", "").replace(source.url or "-", "")
            for fault in (",,", "?.", "”.", " ,", "None", "()", "“”", f"{ON}{OFF}", ". ."):
                assert fault not in shown, (source.id, style, text)
            assert shown.count(ON) == shown.count(OFF)


def test_nothing_is_cited_that_a_record_does_not_say() -> None:
    bare = work_of(source_of({"type": "webpage", "kind": "news", "title": "Boats"}))
    assert styles.entry(bare, "chicago") == "“Boats.” N.d."
    assert starred(styles.entry(bare, "apa")) == "*Boats*. (n.d.)."
    assert styles.entry(bare, "mla") == "“Boats.”"


def test_an_unrecorded_publisher_is_not_named() -> None:
    made = work_of(
        source_of(
            {
                "type": "report",
                "kind": "news",
                "title": "Boats",
                "publisher": "Publisher not recorded here",
            }
        )
    )
    assert made.publisher == ""


def test_what_was_read_names_the_copy_and_cites_no_address_of_it() -> None:
    copied = source_of(
        {
            "type": "document",
            "kind": "news",
            "title": "Boats",
            "URL": "https://www.copies.example.org/1",
            "copy": True,
            "verified_in": "only the opening of the page",
        }
    )
    assert work_of(copied).url == ""
    assert read_of(copied) == "only the opening of the page; a copy at copies.example.org"


def test_where_else_it_was_read_is_told_in_the_words_of_the_record() -> None:
    kept = {"type": "dataset", "kind": "research", "title": "Boats", "URL": "https://example.org"}
    assert read_of(source_of({**kept, "read_at": "the project’s archive, page 3"})) == (
        "the project’s archive, page 3"
    )
    assert read_of(source_of(kept)) == ""


def test_more_than_twenty_authors_are_cut_in_the_middle() -> None:
    names = tuple(Name(family=f"N{at}", given="A") for at in range(22))
    text = apa.entry(work(authors=names))
    assert "N18, A., . . . N21, A. (n.d.)." in text
    assert "N19" not in text


def by(*names: str, **fields: Any) -> Work:
    """A report of people or bodies."""
    return work(authors=tuple(Name(literal=name) for name in names), **fields)


def test_a_list_stands_by_the_alphabet_without_marks_and_articles() -> None:
    made = [
        by("Weir", id="a", title="Boats"),
        work(id="b", form="web", type="webpage", title="The Crews"),
        by("Ash", id="c", title="Zebra mussels"),
    ]
    for style in styles.STYLES:
        assert [one.id for one, _ in styles.listing(made, style)] == ["c", "b", "a"]
        assert len(styles.notes(made, style)) == 3


def test_apa_tells_works_of_one_author_and_year_apart_by_letters() -> None:
    made = [
        by("TRAC", id="a", title="Weirs", issued=When("2013-09")),
        by("TRAC", id="b", title="Boats", issued=When("2013-02")),
        by("TRAC", id="c", title="Crews", issued=When("2014")),
        by("TRAC", id="d", title="Undated weirs"),
        by("TRAC", id="e", title="Undated boats"),
        by("TRAC", id="f", form="web", title="A day", issued=When("2013-05-02"), place="Table 1"),
    ]
    listed = [starred(text) for _, text in styles.listing(made, "apa")]
    assert listed == [
        "TRAC. (2013a). *Boats*.",
        "TRAC. (2013b). *Weirs*.",
        "TRAC. (2013c, May 2). *A day*.",
        "TRAC. (2014). *Crews*.",
        "TRAC. (n.d.-a). *Undated boats*.",
        "TRAC. (n.d.-b). *Undated weirs*.",
    ]
    assert styles.notes(made, "apa")[0] == "(TRAC, 2013b)"
    assert styles.notes(made, "apa")[5] == "(TRAC, 2013c, Table 1)"


def test_mla_puts_hyphens_for_an_author_named_just_before() -> None:
    made = [
        by("TRAC", id="a", title="Weirs"),
        by("TRAC", id="b", title="Boats"),
        by("TRAC", "Ash", id="c", title="Crews"),
    ]
    listed = [starred(text) for _, text in styles.listing(made, "mla")]
    assert listed == ["TRAC and Ash. *Crews*.", "TRAC. *Boats*.", "---. *Weirs*."]
    assert not any("---" in text for _, text in styles.listing(made, "chicago"))


def test_italics_become_marks_of_html_and_the_rest_is_escaped() -> None:
    assert html(f"{ON}Boats & <b>{OFF}") == "<i>Boats &amp; &lt;b&gt;</i>"


@pytest.mark.parametrize(
    ("text", "chicago", "mla", "apa_date"),
    [
        ("2008-10-28", "October 28, 2008", "28 Oct. 2008", "2008, October 28"),
        ("2008-10", "October 2008", "Oct. 2008", "2008, October"),
        ("2008", "2008", "2008", "2008"),
        ("2008~", "ca. 2008", "circa 2008", "ca. 2008"),
        ("199X", "1990s", "1990s", "1990s"),
        ("2013-21", "Spring 2013", "Spring 2013", "2013, Spring"),
        ("2009/2011", "2009–2011", "2009–2011", "2009–2011"),
        ("2014-04-30/2014-05-01", "April 30–May 1, 2014", "30 Apr.–1 May 2014", None),
        ("2026-08/2026-09", "August–September 2026", "Aug.–Sept. 2026", "2026, August–September"),
    ],
)
def test_dates_are_no_finer_than_they_are_known(
    text: str, chicago: str, mla: str, apa_date: str | None
) -> None:
    when = When(text)
    assert (american(when), british(when)) == (chicago, mla)
    assert year_first(when) == (apa_date or "2014, April 30–May 1")


def test_straight_marks_become_printed_ones() -> None:
    assert typographic("DHS's \"Secure\" list: 'Boats'") == "DHS’s “Secure” list: ‘Boats’"


def test_a_headline_has_capitals_on_all_but_small_words() -> None:
    assert headline("what is a detainer?") == "What Is a Detainer?"
    assert headline("Appendix A: the rules of us-atlas") == "Appendix A: The Rules of us-atlas"
    assert headline("Impact Of New Laws") == "Impact of New Laws"


def test_a_capital_is_taken_only_from_a_word_that_is_known_to_be_small() -> None:
    known = Usage(frozenset({"boats", "searched", "act"}), frozenset({"River Office"}))
    assert like_a_sentence("Few Boats Searched Near Weir", known) == "Few boats searched Near Weir"
    assert like_a_sentence("River Office: Boats Searched", known) == "River Office: Boats searched"
    assert like_a_sentence("Clean Rivers Act Searched", known) == "Clean Rivers Act searched"
    assert like_a_sentence("Fisher v. Boats Searched", known) == "Fisher v. Boats Searched"
