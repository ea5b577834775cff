"""A lens is one value, and a link restores all of it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

import explorer
from explorer.content.library import Library
from explorer.reader.lens import OPTIONS, PAGES, Lens, LinkError, nearest, refuse_unknown

FULL = Lens(
    page="charts",
    moment=date(2014, 11, 20),
    item="series:ice-removals/interior",
    moment2=date(2010, 1, 1),
    place="county:06037",
    place2="state:CA",
    start=date(2008, 1, 1),
    end=date(2015, 12, 31),
    policy="TRUST_CA_2014",
    profile="P02",
    words="“hold” & release?",
    options={"detail": "full", "actor": "100 % & more"},
)


def test_a_link_restores_every_part_of_a_lens() -> None:
    assert Lens.read(FULL.link()) == FULL


def test_a_figure_stays_readable_in_a_link() -> None:
    lens = Lens(page="charts", options={"point": "ice-removals/ice-total@2012"})
    assert lens.link() == "charts?x.point=ice-removals/ice-total@2012"
    assert Lens.read(lens.link()) == lens == Lens.read(lens.link().replace("@", "%40"))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_alone_is_a_link(page: str) -> None:
    assert Lens.read(page) == Lens(page=page)
    assert Lens(page=page).link() == page


def test_what_stands_at_its_default_is_left_out_of_the_link() -> None:
    assert Lens(item="term:detainer").link() == "explore?item=term:detainer"


def test_an_empty_link_is_the_first_page() -> None:
    assert Lens.read("") == Lens()


def test_a_year_alone_spans_from_its_first_to_its_last_day() -> None:
    lens = Lens.read("timeline?start=2009&end=2011")
    assert (lens.start, lens.end) == (date(2009, 1, 1), date(2011, 12, 31))


def test_a_moment_in_a_link_may_be_a_month_and_is_its_first_day() -> None:
    assert Lens.read("pipeline?moment=2010-06").moment == date(2010, 6, 1)


@pytest.mark.parametrize("text", ["08/05/2011", "8/5/2011", "2011-08-05"])
def test_a_moment_may_be_written_month_first_with_slashes(text: str) -> None:
    assert Lens.read(f"pipeline?moment={text}").moment == date(2011, 8, 5)


def test_every_option_that_a_page_keeps_in_a_link_is_declared() -> None:
    used = re.compile(r"\b(?:with_)?option\(\s*\"(\w+)\"")
    code = [file.read_text("utf-8") for file in Path(explorer.__file__).parent.rglob("*.py")]
    found = {name for text in code for name in used.findall(text)}
    assert found, "no option is used at all"
    assert found <= set(OPTIONS)


@pytest.mark.parametrize(
    ("link", "says"),
    [
        ("exploer", "there is no page 'exploer'; did you mean 'explore'?"),
        ("explore?itme=x", "a link has no part 'itme'; did you mean 'item'?"),
        ("explore?moment=soon", "moment=soon is not a date"),
        ("explore?moment=2011-13-45", "2011-13-45 is not a day of the calendar"),
        ("explore?moment=", "moment= is not a date"),
        ("explore?moment=13/05/2011", "moment=13/05/2011 is not a date"),
        ("explore?x.detial=full", "a link has no option 'x.detial'; did you mean 'detail'?"),
        ("explore?start=2011&end=2009", "ends (2009-12-31) before it starts (2011-01-01)"),
    ],
)
def test_a_wrong_link_names_its_wrong_part(link: str, says: str) -> None:
    with pytest.raises(LinkError) as caught:
        Lens.read(link)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("link", "says"),
    [
        ("charts?item=chart:nonsense", "there is no chart 'nonsense'"),
        ("charts?x.chart=nonsense", "there is no chart 'nonsense'"),
        ("charts?x.chart=series:nonsense", "there is no series 'nonsense'"),
        ("charts?x.chart=event:2008-river-check", "is not a chart, a series or a table"),
        ("explore?policy=zzz", "there is no policy 'zzz'"),
        ("explore?item=nonsense", "there is no 'nonsense'"),
    ],
)
def test_a_link_to_nothing_says_in_words_what_there_is_not(
    library: Library, link: str, says: str
) -> None:
    with pytest.raises(LinkError) as caught:
        refuse_unknown(Lens.read(link), library)
    assert says in str(caught.value)


def test_equal_lenses_have_equal_hashes_and_unequal_ones_differ() -> None:
    assert len({FULL, Lens.read(FULL.link()), Lens()}) == 2


def test_an_option_set_to_nothing_is_dropped() -> None:
    lens = Lens().with_option("detail", "full")
    assert lens.option("detail") == "full"
    assert lens.with_option("detail", "") == Lens()
    assert lens.option("other", "as usual") == "as usual"


def test_a_word_close_to_none_gets_the_list_of_known_ones() -> None:
    assert nearest("zzz", ["explore", "charts"]) == "; known are: explore, charts"
    assert nearest("zzz", []) == ""
