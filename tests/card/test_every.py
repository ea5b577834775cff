"""Every card of the bundled library reads as a text for people."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from html import unescape

import pytest

from explorer.card.card import Card, Line
from explorer.card.facts import card_of
from explorer.card.html import Setter, Style
from explorer.card.kinds import WRITERS
from explorer.card.names import Names
from explorer.card.view.person import FACTS
from explorer.card.view.words import PASSIVE, WORDS, word
from explorer.content.dates import say
from explorer.content.library import KINDS, Library
from explorer.reader.dossier import MARK

DAY = date(2011, 8, 5)
ID = re.compile(r"[a-z]+(?:[-:=_][\w=]+)+")  # shaped as an id, not as words
RAW = re.compile(
    r"\w+_\w+|\||\b\d{4}-\d\d-\d\d\b|\d{4,}\.0\b|^(?:None|Yes|No|Unknown)$|\{0\}|valid-(?:from|to)\b"
    r"|asks-for|short-(?:label|dates)|bond-posted|open-at-first|effective-from"
)


def every_ref(library: Library) -> Iterator[str]:
    """Every record that can be opened, and every county."""
    for kind in KINDS:
        yield from (f"{kind}:{name}" for name in library.records(kind))
    yield from (f"rule:{rule.id}" for table in library.policies.values() for rule in table.rules)
    yield from (library.ref(row) for row in (*library.agreements(), *library.limits()))
    yield from (f"place:{name}" for name in library.counties)


@pytest.fixture(scope="module")
def cards(bundled: Library) -> dict[str, Card]:
    return {ref: card_of(bundled, ref, DAY) for ref in every_ref(bundled)}


def lines(card: Card) -> Iterator[Line]:
    for section in card.sections:
        for line in section.lines:
            yield from (line, *line.cells)


def written(library: Library, card: Card) -> list[str]:
    """The card line by line, without its list of sources, whose titles are not ours."""
    colors: dict[str, str] = defaultdict(lambda: "#000")
    sizes: dict[str, float] = defaultdict(lambda: 14.0)
    setter = Setter(Style(colors, sizes, 4), word, say, str, Names({}), library.statistics)
    text = re.sub(r"</(?:p|tr|td)>", "\n", setter.page(card))
    plain = unescape(re.sub(r"<[^>]*>", "", text)).replace("\xa0", " ")
    return [line.strip() for line in plain.split("\nSources\n")[0].splitlines()]


def test_every_kind_has_a_writer() -> None:
    assert set(WRITERS) == {*KINDS, "rule", "agreement", "limit"}


def test_everything_that_has_a_name_has_a_card(cards: dict[str, Card]) -> None:
    for ref, card in cards.items():
        assert card.title.strip(), ref
        assert card.summary or card.sections, f"{ref} is empty"


def test_no_card_shows_an_id_a_code_or_a_machine_date(
    bundled: Library, cards: dict[str, Card]
) -> None:
    found = [
        (ref, line)
        for ref, card in cards.items()
        if card.kind != "source"
        for line in written(bundled, card)
        if RAW.search(line)
    ]
    assert not found


def test_every_id_of_a_card_has_words(bundled: Library, cards: dict[str, Card]) -> None:
    known = {*WORDS, *FACTS, *(f"by:{link}" for link in PASSIVE)}
    asked: set[str] = set()
    for card in cards.values():
        asked |= {card.tag if card.kind != "event" else "event"}
        asked |= {part.id for part in card.sections} | {part.caution for part in card.sections}
        asked |= {column for part in card.sections for column in part.columns}
        for line in lines(card):
            asked |= {*line.ids, *(lead for lead in line.lead.split("|") if ID.fullmatch(lead))}
    assert asked - {""} <= known


def opens(library: Library, ref: str) -> bool:
    """Whether a link opens a record, or a statistic its claim or figure."""
    if ref.startswith(MARK):
        return library.statistic(ref.removeprefix(MARK)) is not None
    return library.has(ref)


def test_every_link_on_a_card_opens_something(bundled: Library, cards: dict[str, Card]) -> None:
    missing = [
        (ref, line.ref)
        for ref, card in cards.items()
        for line in lines(card)
        if line.ref and not line.ref.startswith("http") and not opens(bundled, line.ref)
    ]
    assert not missing


def test_every_source_of_a_card_is_in_the_library(bundled: Library, cards: dict[str, Card]) -> None:
    for ref, card in cards.items():
        assert set(card.sources) <= set(bundled.sources), ref
        marks = {mark for line in lines(card) for mark in line.notes}
        assert marks <= set(range(1, len(card.sources) + 1)), ref


def test_no_card_says_its_title_twice(cards: dict[str, Card]) -> None:
    for ref, card in cards.items():
        assert not card.summary or card.summary.text != card.title, ref
