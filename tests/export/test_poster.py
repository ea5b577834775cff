"""The poster: main events whole, nothing overlaps or is cut, sources numbered, what is left out told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.content import cite
from explorer.content.library import Library
from explorer.export.papers import PAPERS, Paper, usual
from explorer.export.poster import Poster, lay_out
from explorer.export.posterbook import Tiled, Wish, book, link_of, part
from explorer.export.posteritems import WrongSpan, items
from explorer.export.postershapes import Drawing, Text, Words
from explorer.export.postersources import Columns
from explorer.export.postertitles import Forms, Shelf, Wanted, wrapped
from explorer.export.tiles import EDGE, OVERLAP, OnePage, tiled

WORDS = Words(
    title=lambda start, end: f"A title of some length, {start}–{end}",
    subtitle="The name of the program",
    terms="President",
    eras="Periods",
    programs="Programs and laws",
    lane=lambda name: name.capitalize(),
    when=lambda when, end: f"{when.text} to {end.text}" if end else when.text,
    month=lambda year, month: f"{year}-{month:02}",
    lasting=lambda first, last: f"{first}–{last or ''}",
    shown=lambda shown, total: f"{total - shown} of {total} left out",
    nothing="No event",
    legend_mark="main event",
    legend_small="other event",
    legend_span="known only to the month",
    legend_bar="goes on",
    legend_numbers="numbers name sources",
    sources="Sources.",
    behind_bars=lambda named: f"Behind bars: {named}.",
    more="On the sheets that follow.",
    about=("Version 1, researched to 2026. History for learning, not legal advice.",),
    see=lambda link: f"Again: {link}",
    continued=lambda number, count: f"Sources, sheet {number} of {count}",
)
TILED = Tiled(
    lambda tile, page, count, sheet: f"{tile}, {page} of {count}, {sheet}", "Together", ("1. Cut.",)
)
SLACK = 1e-6


def measure(text: str, weight: int) -> float:
    """Widths like those of the program's own letters."""
    wide = sum(0.3 if letter in "iljtfr.,;: ()" else 0.62 for letter in text)
    return wide * (1.06 if weight >= 600 else 1.0)


def poster_of(
    library: Library,
    paper: str,
    start: int | None = None,
    end: int | None = None,
    lanes: Sequence[str] = (),
) -> Poster:
    made = lay_out(library, items(library, start, end, lanes), PAPERS[paper], WORDS, measure, "a")
    assert made is not None
    return made


def overlapping(texts: Sequence[Text]) -> Iterator[tuple[Text, Text]]:
    """Pairs of words that touch; letters are lower than their lines."""
    for one, other in combinations(texts, 2):
        inner = 0.12 * min(one.size, other.size)
        if (
            one.x < other.x + other.width - SLACK
            and other.x < one.x + one.width - SLACK
            and one.y + inner < other.y + other.height - inner
            and other.y + inner < one.y + one.height - inner
        ):
            yield one, other


def check(drawing: Drawing, paper: Paper) -> None:
    """No words touch each other or a mark, and all are on the sheet, in their full width."""
    assert list(overlapping(drawing.texts)) == []
    for text in drawing.texts:
        assert text.width == pytest.approx(measure(text.text, text.weight) * text.size)
        assert text.x > 0, text
        assert text.x + text.width < paper.width, text
        assert text.y > 0, text
        assert text.y + text.height < paper.height, text
        for mark in drawing.marks:
            is_beside = (
                text.x > mark.x + mark.size * 0.9
                or text.x + text.width < mark.x - mark.size * 0.9
                or text.y + text.height < mark.y - mark.size * 0.6
                or text.y > mark.y + mark.size * 0.6
            )
            assert is_beside, (text, mark)


def said(drawing: Drawing) -> str:
    return " ".join(text.text for text in drawing.texts)


@pytest.mark.parametrize("paper", PAPERS)
def test_on_every_paper_nothing_overlaps_or_is_cut(bundled: Library, paper: str) -> None:
    made = poster_of(bundled, paper)
    check(made.drawing, made.paper)
    assert f"{made.total - len(made.shown)} of {made.total} left out" in said(made.drawing)


@pytest.mark.parametrize("paper", PAPERS)
def test_every_main_event_is_there_with_its_full_title(bundled: Library, paper: str) -> None:
    made = poster_of(bundled, paper)
    main = {f"event:{e.id}": e for e in bundled.events.values() if e.significance == 3}
    assert main.keys() <= {event.ref for event in made.shown}
    words = said(made.drawing)
    for event in made.shown:
        assert all(word in words for word in event.title.split())
    assert "…" not in words


def test_larger_paper_has_more_events_and_a1_all(bundled: Library) -> None:
    counts = [len(poster_of(bundled, paper).shown) for paper in ("a4", "a3", "a2", "a1")]
    assert counts == sorted(set(counts)), counts
    assert counts[-1] == len(bundled.events)


def test_letters_are_large_enough_to_read(bundled: Library) -> None:
    points = {paper: poster_of(bundled, paper).size / 25.4 * 72 for paper in PAPERS}
    assert min(points.values()) >= 6.5, points


SPANS = st.tuples(st.integers(1986, 2025), st.integers(0, 39)).map(
    lambda pair: (pair[0], min(2025, pair[0] + pair[1]))
)


@settings(max_examples=25, deadline=None)
@given(
    paper=st.sampled_from(sorted(PAPERS)),
    span=SPANS,
    lanes=st.lists(st.sampled_from(["courts", "Congress", "federal policy"]), unique=True),
)
def test_nothing_overlaps_for_any_paper_years_and_rows(
    bundled: Library, paper: str, span: tuple[int, int], lanes: list[str]
) -> None:
    made = poster_of(bundled, paper, *span, lanes)
    check(made.drawing, made.paper)
    found = items(bundled, *span, lanes)
    main = {event.ref for event in found.events if event.weight == 3}
    assert main <= {event.ref for event in made.shown}
    assert made.total == len(found.events)


def test_a_span_has_its_own_events_only(bundled: Library) -> None:
    found = items(bundled, 2011, 2012)
    first, last = date(2011, 1, 1).toordinal(), date(2013, 1, 1).toordinal()
    assert found.events
    assert all(first <= event.day < last for event in found.events)
    assert len(found.events) < len(bundled.events)


@pytest.mark.parametrize(
    ("start", "end", "lanes", "reason"),
    [
        (2012, 2011, (), "before it begins"),
        (2050, 2060, (), "covers 1986 to 2025"),
        (None, None, ("court",), "there is no lane 'court'"),
        (1, 2025, (), "between 1900 and 2100"),
    ],
)
def test_years_and_rows_that_do_not_exist_are_refused(
    bundled: Library, start: int | None, end: int | None, lanes: Sequence[str], reason: str
) -> None:
    with pytest.raises(WrongSpan, match=reason):
        items(bundled, start, end, lanes)


def test_a_small_library_has_a_poster_too(library: Library) -> None:
    made = poster_of(library, "a4")
    check(made.drawing, made.paper)
    assert len(made.shown) == len(library.events)
    assert made.in_full


def test_numbers_on_the_poster_are_those_of_the_list(bundled: Library) -> None:
    made = poster_of(bundled, "a1")
    assert made.in_full
    first = made.shown[0]
    assert made.sources[: len(first.sources)] == first.sources
    named = {source for event in made.shown for source in event.sources}
    named |= {s for program in bundled.programs.values() for s in program.sources}
    assert named <= set(made.sources)
    words = "".join(text.text for text in made.drawing.texts).replace(" ", "")
    for source in made.sources:
        assert cite.footnote(bundled.sources[source]).replace(" ", "") in words


def test_sources_that_have_no_room_follow_on_sheets_in_full(bundled: Library) -> None:
    made = book(bundled, Wish("a4"), WORDS, TILED, measure)
    assert made is not None
    assert not made.poster.in_full
    sheets = [page.drawing for page in made.pages[1:]]
    words = "".join(t.text for sheet in sheets for t in sheet.texts).replace(" ", "")
    for sheet in sheets:
        check(sheet, made.paper)
    for source in made.poster.sources:
        assert cite.reference(bundled.sources[source]).replace(" ", "") in words
    counts = [len(sheet.texts) for sheet in sheets]
    assert min(counts) > max(counts) / 2, "no sheet is nearly empty"


def test_a_poster_can_be_given_up_on_the_way(bundled: Library) -> None:
    assert book(bundled, Wish("a1"), WORDS, TILED, measure, lambda: False) is None


def test_the_link_of_a_poster_shows_the_same_years_and_rows(bundled: Library) -> None:
    link = link_of(items(bundled, 2010, 2014, ("courts", "Congress")))
    assert link == "timeline?start=2010-01-01&end=2014-12-31&x.lanes=courts,Congress"
    made = book(bundled, Wish("a4", "", 2010, 2014), WORDS, TILED, measure)
    assert made is not None
    assert all(
        made.link in "".join(t.text for t in p.drawing.texts).replace("Again: ", "")
        for p in made.pages
    )


# ------------------------------------------------------------------------------------ tiles

LARGE = [("a3", "a4"), ("a2", "a4"), ("a1", "a4"), ("tabloid", "letter"), ("a1", "letter")]


@pytest.mark.parametrize(("sheet", "page"), LARGE)
def test_tiles_cover_the_sheet_and_share_a_strip(sheet: str, page: str) -> None:
    cut = tiled(PAPERS[sheet], PAPERS[page])
    across = sorted({(tile.x, tile.x + tile.width) for tile in cut.tiles})
    down = sorted({(tile.y, tile.y + tile.height) for tile in cut.tiles})
    for parts, whole in ((across, PAPERS[sheet].width), (down, PAPERS[sheet].height)):
        assert parts[0][0] == 0
        assert parts[-1][1] == pytest.approx(max(whole, parts[0][1]))
        for (_, end), (start, _) in pairwise(parts):
            assert end - start >= OVERLAP - SLACK
    assert len({tile.name for tile in cut.tiles}) == len(cut.tiles) == cut.rows * cut.columns


def test_a_sheet_that_fits_the_page_is_not_cut() -> None:
    with pytest.raises(OnePage, match="choose a larger paper"):
        tiled(PAPERS["a4"], PAPERS["letter"])
    with pytest.raises(OnePage):
        tiled(PAPERS["legal"], PAPERS["letter"])


def test_every_word_of_a_cut_poster_is_on_some_page(bundled: Library) -> None:
    made = book(bundled, Wish("a3", "a4"), WORDS, TILED, measure)
    assert made is not None
    pages = [page for page in made.pages if page.tile is not None]
    assert len(pages) == 4
    shown = {text for page in pages if page.tile for text in part(page.part, page.tile).texts}  # type: ignore[arg-type]
    assert shown == set(made.poster.drawing.texts)
    for page in pages:
        assert page.tile is not None
        assert len(page.drawing.lines) >= 8, "marks to cut along"
        for line in page.drawing.lines:
            inside = (
                EDGE < line.x1 < EDGE + page.tile.width and EDGE < line.y1 < EDGE + page.tile.height
            )
            assert not inside, "marks stay in the white edge"


def test_the_first_page_of_a_cut_poster_is_the_plan(bundled: Library) -> None:
    made = book(bundled, Wish("a2", "letter"), WORDS, TILED, measure)
    assert made is not None
    plan, tiles = made.pages[0], [page.tile for page in made.pages if page.tile]
    names = [text.text for text in plan.drawing.texts]
    assert [f"{tile.name} · {number}" for number, tile in enumerate(tiles, 2)] == names[
        -len(tiles) :
    ]
    check(plan.drawing, made.paper)


# ------------------------------------------------------------------------------------ parts

TITLES = st.lists(st.text("abc de", min_size=1, max_size=60).filter(str.strip), max_size=14)


@settings(max_examples=60, deadline=None)
@given(titles=TITLES, days=st.lists(st.floats(0, 200), min_size=14, max_size=14))
def test_titles_on_a_shelf_are_whole_and_apart(titles: list[str], days: list[float]) -> None:
    forms = Forms(lambda text, _: len(text) * 0.5)
    shelf = Shelf(0.0, 200.0, 2.0, 2.5)
    wanted = [
        Wanted(str(n), day - 1, day + 1, 8.0, forms.of(title, 400))
        for n, (title, day) in enumerate(zip(titles, sorted(days), strict=False))
    ]
    if not shelf.fill(wanted, 1000.0):
        return
    assert len(shelf.spots) == len(wanted)
    for spot in shelf.spots:
        assert spot.words >= 0
        assert spot.words + spot.width <= 200
        assert " ".join(spot.form.lines).split() == " ".join(titles[int(spot.ref)].split()).split()
    for one, other in combinations(shelf.spots, 2):
        assert (
            one.right <= other.left
            or other.right <= one.left
            or one.bottom <= other.top + 0.02
            or other.bottom <= one.top + 0.02
        )


@given(st.text("ab ./-", max_size=80), st.integers(1, 30))
def test_wrapped_lines_keep_every_letter_and_fit(text: str, width: int) -> None:
    lines = wrapped(text, width, len)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(len(line) <= width for line in lines)


@given(st.lists(st.integers(1, 200), min_size=1, max_size=60), st.integers(1, 6))
def test_columns_hold_every_entry_in_their_fewest_lines(lengths: list[int], across: int) -> None:
    columns = Columns(0.0, 40.0 * across, across, 1.0)
    entries = [columns.entry(n, "a " * length, len) for n, length in enumerate(lengths, 1)]
    lines = columns.fewest_lines(entries)
    _, done = columns.draw(entries, lines, len)
    assert done == len(entries)
    if lines > 1:
        assert columns.draw(entries, lines - 1, len)[1] < len(entries)


def test_the_usual_paper_is_letter_in_north_america_and_a4_elsewhere() -> None:
    assert [usual(code) for code in ("US", "ca", "MX", "PH")] == ["letter"] * 4
    assert [usual(code) for code in ("DE", "GB", "BR", "")] == ["a4"] * 4
