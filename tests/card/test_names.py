"""Names inside a text."""

from __future__ import annotations

from explorer.card.names import Names, Run
from explorer.content.library import Library
from explorer.content.marks import Statistic

NAMES = Names(
    {"detainer": "term:detainer", "ICE detainer": "term:ice-detainer", "PEP": "program:pep"}
)


def refs(text: str, own: str = "") -> list[str]:
    return [run.ref for run in NAMES.runs(text, own) if run.ref]


def test_the_longest_name_wins() -> None:
    assert refs("an ICE detainer") == ["term:ice-detainer"]


def test_a_name_is_linked_at_its_first_mention_only() -> None:
    assert refs("a detainer and another detainer") == ["term:detainer"]


def test_a_plural_is_the_same_name() -> None:
    assert NAMES.runs("Detainers") == (Run("Detainers", "term:detainer"),)


def test_a_part_of_a_word_is_no_name() -> None:
    assert refs("PEPPER") == []


def test_a_card_never_links_to_itself() -> None:
    assert refs("PEP", own="program:pep") == []


def test_the_text_stays_as_it_is() -> None:
    text = "PEP asked with an ICE detainer."
    assert "".join(run.text for run in NAMES.runs(text)) == text


def test_no_names_leave_one_plain_run() -> None:
    assert Names({}).runs("words") == (Run("words"),)


def test_bundled_texts_open_programs_and_terms(bundled: Library) -> None:
    names = Names.of(bundled)
    event = next(e for e in bundled.events.values() if "Secure Communities" in e.summary)
    assert any(run.ref.startswith(("program:", "term:")) for run in names.runs(event.summary))


def test_places_open_with_and_without_their_state(bundled: Library) -> None:
    names = Names.of(bundled)
    for text in ("Cook County, Illinois", "Cook County", "in Cook County’s jail"):
        assert [run.ref for run in names.runs(text) if run.ref] == ["place:county:17031"], text


def test_a_short_name_that_two_places_share_opens_neither(bundled: Library) -> None:
    told = [place.name.partition(", ")[0] for place in bundled.places.values()]
    shared = {name for name in told if told.count(name) > 1}
    names = Names.of(bundled)
    whole = {place.name for place in bundled.places.values()}
    for name in shared - whole:
        assert not [run for run in names.runs(name) if run.ref.startswith("place:")], name


def test_a_name_in_brackets_or_with_a_number_is_found() -> None:
    names = Names({"LESC": "term:lesc", "287(g) agreements": "program:287g"})
    found = [run.ref for run in names.runs("The center (LESC) and 287(g) agreements.") if run.ref]
    assert found == ["term:lesc", "program:287g"]


def test_a_statistic_is_a_link_of_its_own_and_names_inside_it_are_not() -> None:
    text = "The River Office counted 12 detainers; a detainer is a form."
    start = text.index("12")
    runs = NAMES.runs(text, statistics=[Statistic(start, start + 12, "claim:a-dozen")])
    assert "".join(run.text for run in runs) == text
    assert [(run.text, run.ref) for run in runs if run.ref][-2:] == [
        ("12 detainers", "statistic:claim:a-dozen"),
        ("detainer", "term:detainer"),
    ]
