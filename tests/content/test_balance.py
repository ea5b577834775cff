"""Both sides of a question get the same room."""

from __future__ import annotations

import msgspec

from explorer.content import balance
from explorer.content.library import Library
from explorer.content.model import Position, Question, Row


def question(library: Library, a: Position, b: Position, **changes: object) -> Question:
    """The question of the small library with other sides."""
    first = next(iter(library.questions.values()))
    return msgspec.structs.replace(first, side_a=a, side_b=b, **changes)


def side(quotes: tuple[str, ...] = (), viewpoints: tuple[str, ...] = ()) -> Position:
    """A side that says something and is quoted so."""
    return Position(view="a view", text="Words.", sources=(), quotes=quotes, viewpoints=viewpoints)


QUOTED = side(("miller-a-request",), ())
ARGUED = side((), ("trust-in-harbors",))


def test_a_side_without_a_quotation_is_heard_with_its_attributed_argument(
    library: Library,
) -> None:
    asked = question(library, QUOTED, ARGUED)
    a, b = balance.spoken(library, asked)
    assert [one.id for one in a] == ["miller-a-request"]
    assert [one.id for one in b] == ["trust-in-harbors"]
    assert not list(balance.faults(library, asked))


def test_an_argument_that_stands_for_a_quotation_is_not_told_twice(library: Library) -> None:
    assert balance.argued(library, question(library, QUOTED, ARGUED)) == ((), ())


def test_nobody_is_quoted_where_only_one_side_could_be_heard(library: Library) -> None:
    asked = question(library, QUOTED, side())
    assert balance.spoken(library, asked) == ((), ())
    assert [fault.rule for fault in balance.faults(library, asked)] == ["quotes-unequal"]


def test_arguments_come_in_equal_numbers(library: Library) -> None:
    asked = question(library, side((), ("order-on-the-river",)), side())
    assert balance.argued(library, asked) == ((), ())
    assert [fault.rule for fault in balance.faults(library, asked)] == ["arguments-unequal"]


def test_at_most_three_are_quoted_on_a_side(library: Library) -> None:
    four = side(("miller-a-request",) * 4)
    asked = question(library, four, four)
    assert [len(one) for one in balance.spoken(library, asked)] == [3, 3]
    assert [fault.rule for fault in balance.faults(library, asked)] == ["quotes-unequal"]


def test_a_row_that_its_series_does_not_have_is_a_fault(library: Library) -> None:
    asked = question(library, side(), side(), figures=(Row(series="boats/checked", at="1066"),))
    assert [fault.rule for fault in balance.faults(library, asked)] == ["loose-figure"]


def test_the_sides_of_every_question_are_quoted_and_argued_alike(bundled: Library) -> None:
    for asked in bundled.questions.values():
        a, b = balance.spoken(bundled, asked)
        assert len(a) == len(b) <= balance.MOST_QUOTES, asked.id
        for_a, for_b = balance.argued(bundled, asked)
        assert len(for_a) == len(for_b), asked.id
        assert balance.are_alike(balance.length(for_a), balance.length(for_b)), asked.id
        assert not list(balance.faults(bundled, asked)), asked.id
