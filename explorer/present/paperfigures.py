"""The published figures behind a step on evidence, as a table that fits on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from explorer.content import cite
from explorer.content.dates import When, say
from explorer.content.library import Library
from explorer.content.model import Claim, Figure, Question
from explorer.present.paper import Words
from explorer.reader.lens import Lens

COLUMNS: Final = ("figure", "counts", "period", "speaker")
NO_EFFECT: Final = "effect"
SIDES: Final = ("side", "position")
UNTOLD: Final = "not given"
_DIGITS: Final = re.compile(r"\d[\d,.]*")


class Table(msgspec.Struct, frozen=True):
    """Rows under headings, with what they are."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    remark: str = ""


class Shot(msgspec.Struct, frozen=True):
    """The picture of a step for files that hold no vectors, and all that it shows, in words."""

    png: bytes
    size: tuple[int, int]
    alt: str  # in a sentence
    told: str  # in full
    tables: tuple[Table, ...] = ()


def tables(library: Library, lens: Lens, words: Words) -> tuple[Table, ...]:
    """What an evidence step shows: every published answer beside its rivals, and both sides."""
    found = library.find(lens.item) if library.has(lens.item) else None
    if isinstance(found, Claim):
        return (_claim(library, found, words),)
    if isinstance(found, Question):
        return tuple(_question(library, found, words))
    return ()


def _question(library: Library, question: Question, words: Words) -> Iterator[Table]:
    heads = tuple(map(words, COLUMNS))
    claims = [library.claims[name] for name in question.claims]
    rows = [_row(claim, words) for claim in claims]
    rows += [
        _figure_row(library, cite.figure_of(library, row.key), words) for row in question.figures
    ]
    if rows:
        yield Table(question.question, heads, tuple(rows))
    sides = (question.side_a, question.side_b)
    told = tuple((_capital(side.view), side.text) for side in sides)
    title = words("sides") if rows else question.question
    yield Table(title, tuple(map(words, SIDES)), told, f"{words('unknown')} {question.unknown}")


def _claim(library: Library, claim: Claim, words: Words) -> Table:
    """A claim and those that answer the same otherwise, each with the reason."""
    rivals = [(library.claims[one.claim], one.why) for one in claim.rivals]
    rows = [(*_row(claim, words), "")]
    rows += [(*_row(rival, words), why) for rival, why in rivals]
    heads = (*map(words, COLUMNS), words("differs"))
    if not rivals:
        return Table(claim.text, heads[:-1], tuple(row[:-1] for row in rows))
    return Table(claim.text, heads, tuple(rows))


def _row(claim: Claim, words: Words) -> tuple[str, ...]:
    counts = claim.numerator
    if claim.denominator and claim.denominator != UNTOLD:
        counts = words("out-of").format(counts, claim.denominator)
    return (_amount(claim, words), _capital(counts), _capital(claim.period), claim.speaker)


def _figure_row(library: Library, figure: Figure, words: Words) -> tuple[str, ...]:
    series = library.series[figure.series]
    when = _said_date(figure.period) or (say(figure.date) if figure.date else "")
    if not when and figure.fiscal_year:
        when = words("fiscal").format(figure.fiscal_year)
    amount = _said(_number(figure.value), figure.unit, figure.qualifier, words)
    source = cite.short(library.sources[figure.source])
    return amount, _capital(library.name(f"series:{series.id}")), _capital(when), source


def _amount(claim: Claim, words: Words) -> str:
    """A figure as published, with what its source says of it."""
    if claim.unit == NO_EFFECT:
        return words("no-effect")
    if claim.figure:
        return _said(claim.figure, claim.unit, "exact", words)
    if claim.value is None:
        return words("no-figure")
    return _said(_number(claim.value), claim.unit, claim.qualifier, words)


def _said(number: str, unit: str, qualifier: str, words: Words) -> str:
    amount = f"{number} {unit}"
    if unit.startswith("percent"):
        amount = _DIGITS.sub(r"\g<0>%", number) if " and " in number else f"{number}%"
    return amount if qualifier == "exact" else words(f"is-{qualifier}").format(amount)


def _number(value: float) -> str:
    """A number with all its digits.

    >>> _number(1234567.0), _number(20.6)
    ('1,234,567', '20.6')
    """
    return f"{value:,.10f}".rstrip("0").rstrip(".")


def _said_date(period: str) -> str:
    """A period in words, where it is written as dates."""
    try:
        return say(When(period)) if period else ""
    except ValueError:
        return period


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
