"""Published answers to one question: what each counted, and which of them share a scale."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from explorer.content.dates import When
from explorer.content.library import Library
from explorer.content.model import Claim, Figure, Question, Rival

SHARE_OF: Final = "share of "  # how a series names its whole, where its unit does not
NO_EFFECT: Final = "effect"  # the unit of a finding that there was none
CHANGE: Final = "percent change"
ROWS: Final = (
    *("counts", "out-of", "period", "where", "definition", "border", "worked-out", "care"),
)
"""What the answers are compared by, row by row."""
TOLD: Final = ("counts", "out-of", "period", "definition", "border", "worked-out")
"""The rows that say why two answers can differ."""
UNTOLD: Final = "not given"  # how claims write that no whole was published

_NUMBER: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ASIDE: Final = re.compile(r"\s*\([^)]*\)")


@dataclass(frozen=True)
class Bar:
    """One number of an answer, as long as its value; ``low`` where a range was published."""

    value: float
    low: float | None = None
    label: str = ""


@dataclass(frozen=True)
class Answer:
    """One published answer: the figure, what it counts out of what, when, and who says so."""

    target: str  # claim:ID, or series:TABLE/NAME@WHEN
    text: str
    figure: str  # as written, where it is not one plain number
    value: float | None
    qualifier: str
    unit: str
    counts: str
    counts_value: str
    out_of: str
    out_of_value: str
    period: str  # in words; empty where a date or fiscal year says it
    when: When | None
    fiscal_year: int | None
    where: str
    definition: str
    border: str
    worked_out: str
    care: str
    speaker: str
    sources: tuple[str, ...]
    confidence: str

    @property
    def is_share(self) -> bool:
        """Whether the figure is a percentage of a whole."""
        return self.unit.startswith("percent") and not self.is_change

    @property
    def is_change(self) -> bool:
        """Whether the figure says by how many percent something rose or fell."""
        return self.unit == CHANGE

    @property
    def has_no_number(self) -> bool:
        """Whether the answer is a finding that nothing was measured, which no bar can show."""
        return self.unit == NO_EFFECT or not self.bars

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The numbers of the figure: two for “41 and 20”, a range for “67 to 75”."""
        return _bars(self)

    @property
    def whole(self) -> tuple[str, ...]:
        """What tells whether another answer has the same unit and the same whole.

        Published sizes of the whole decide where both have one: the same words may stand for
        another year, and other words for the same records.
        """
        unit = "percent" if self.is_share else self.unit
        if not self.is_share:
            return (unit, "series", self.target.partition("@")[0])
        size = _NUMBER.search(self.out_of_value)
        when = self.period or str(self.fiscal_year or (self.when.text if self.when else ""))
        if size:
            return (unit, size[0], when)
        return (unit, self.out_of or self.target, when)

    def cell(self, row: str) -> str:
        """What stands in a row of the comparison; dates and plain yes or no are left to the view."""
        return {
            "counts": _with(self.counts, self.counts_value),
            "out-of": _with(self.out_of, self.out_of_value),
            "period": self.period,
            "where": self.where,
            "definition": self.definition,
            "border": self.border,
            "worked-out": self.worked_out,
            "care": self.care,
        }[row]

    def states(self, row: str) -> bool:
        """Whether something stands in a row of the comparison."""
        if row == "period":
            return bool(self.period or self.when or self.fiscal_year)
        return self.cell(row) not in ("", UNTOLD)


@dataclass(frozen=True)
class Scale:
    """Answers whose bars may be compared by eye: the same unit and the same whole."""

    answers: tuple[Answer, ...]
    top: float  # what the longest bar could be: 100 for shares

    @property
    def is_shared(self) -> bool:
        """Whether there is anything to compare by eye."""
        return len(self.answers) > 1


@dataclass(frozen=True)
class Pair:
    """Two answers that differ, and why: kinds of reason, and a sentence."""

    one: Answer
    other: Answer
    reasons: tuple[str, ...]
    why: str


def answers(library: Library, question: Question) -> tuple[Answer, ...]:
    """Every published answer to a question: its claims, then its figures."""
    claims = (library.claims[name] for name in question.claims)
    rows = ((row.key, library.figure(row.key)) for row in question.figures)
    return (
        *map(of_claim, claims),
        *(of_figure(library, key, figure) for key, figure in rows if figure is not None),
    )


def of_claim(claim: Claim) -> Answer:
    """A claim as an answer."""
    return Answer(
        target=f"claim:{claim.id}",
        text=claim.text,
        figure=claim.figure,
        value=claim.value,
        qualifier=claim.qualifier,
        unit=claim.unit,
        counts=claim.numerator,
        counts_value="" if claim.numerator_value in claim.numerator else claim.numerator_value,
        out_of=claim.denominator,
        out_of_value=claim.denominator_value,
        period=claim.period,
        when=None,
        fiscal_year=None,
        where=claim.population,
        definition=claim.scale,
        border=claim.border_cases,
        worked_out=claim.check,
        care=claim.differs,
        speaker=claim.speaker,
        sources=claim.sources,
        confidence=claim.confidence,
    )


def of_figure(library: Library, key: str, figure: Figure) -> Answer:
    """A row of a series as an answer; who says it is its source."""
    series = library.series[figure.series]
    unit, _, whole = figure.unit.partition(" of ")
    is_share = unit == "percent"
    counts = series.counts or series.title
    if is_share and counts.startswith(SHARE_OF):  # which names the whole, not what is counted
        whole = whole or counts.removeprefix(SHARE_OF)
        counts = series.title
    if counts.casefold() in series.title.casefold():  # “agencies”, of which the title says which
        counts = series.title
    return Answer(
        target=f"series:{key}",
        text=series.title,
        figure="",
        value=figure.value,
        qualifier=figure.qualifier,
        unit=unit if is_share else figure.unit,
        counts=counts,
        counts_value="",
        out_of=whole if is_share else "",
        out_of_value="",
        period="",
        when=figure.date or (When(figure.period) if figure.period else None),
        fiscal_year=None if figure.date or figure.period else figure.fiscal_year,
        where="",
        definition=series.definition,
        border="",
        worked_out=series.edition,
        care=" ".join(text for text in (figure.note, series.caution) if text),
        speaker=library.name(f"source:{figure.source}") if figure.source else "",
        sources=(figure.source,),
        confidence=figure.confidence,
    )


def scales(found: Sequence[Answer]) -> tuple[Scale, ...]:
    """The answers by unit and whole: those that share both first, then those that stand apart.

    Shares of different wholes never stand on one scale, nor do counts of different things.
    """
    groups: dict[tuple[str, ...], list[Answer]] = {}
    for answer in found:
        groups.setdefault(answer.whole, []).append(answer)
    made = [Scale(tuple(group), _top(group)) for group in groups.values()]
    return tuple(sorted(made, key=lambda scale: -len(scale.answers)))


def rows(found: Sequence[Answer]) -> tuple[str, ...]:
    """The rows of the comparison that at least one answer fills."""
    return tuple(row for row in ROWS if any(answer.states(row) for answer in found))


def alike(
    found: Sequence[Answer], cell: Callable[[Answer], str]
) -> tuple[tuple[str, tuple[Answer, ...]], ...]:
    """The answers by what stands in one of their cells: each text once, with those that have it."""
    groups: dict[str, list[Answer]] = {}
    for answer in found:
        groups.setdefault(cell(answer), []).append(answer)
    return tuple((text, tuple(group)) for text, group in groups.items())


def differing(
    one: Answer, other: Answer, cell: Callable[[Answer, str], str]
) -> tuple[tuple[str, str, str], ...]:
    """Where two answers state something else: the row, and what stands in it for each.

    Facts only: a row that either leaves empty is no difference, since nobody stated one.
    """
    found = []
    for row in TOLD:
        if row == "worked-out":  # how it is checked, not what it says
            continue
        stated = one.states(row) and other.states(row)
        mine, theirs = cell(one, row), cell(other, row)
        if stated and mine.casefold() != theirs.casefold():
            found.append((row, mine, theirs))
    return tuple(found)


def pairs(library: Library, found: Sequence[Answer]) -> tuple[Pair, ...]:
    """Every two answers of which the content says why they differ, each pair once."""
    by_target = {answer.target: answer for answer in found}
    made: dict[frozenset[str], Pair] = {}
    for answer in found:
        for rival in rivals(library, answer):
            other = by_target.get(f"claim:{rival.claim}")
            if other is not None:
                both = frozenset({answer.target, other.target})
                made.setdefault(both, Pair(answer, other, rival.reason, rival.why))
    return tuple(made.values())


def rivals(library: Library, answer: Answer) -> tuple[Rival, ...]:
    """The claims that answer the same question differently, and why."""
    kind, _, name = answer.target.partition(":")
    return library.claims[name].rivals if kind == "claim" else ()


def why_apart(
    library: Library, question: Question, meaning: str, found: Iterable[Answer]
) -> dict[str, str]:
    """For a meaning of the key word: why each answer that counts otherwise cannot be compared.

    Empty where no meaning is chosen. The reason is that of the pair of rivals, else the meaning's
    own; an answer that has neither is named with no reason.
    """
    chosen = next((one for one in question.meanings if one.id == meaning), None)
    if chosen is None:
        return {}
    told = {f"claim:{apart.claim}": apart.why for apart in chosen.apart}
    for name in chosen.claims:
        for rival in library.claims[name].rivals:
            told.setdefault(f"claim:{rival.claim}", rival.why)
    fitting = {f"claim:{name}" for name in chosen.claims}
    return {
        answer.target: told.get(answer.target, "")
        for answer in found
        if answer.target not in fitting
    }


def _bars(answer: Answer) -> tuple[Bar, ...]:
    if answer.unit == NO_EFFECT:
        return ()
    numbers = [float(text.replace(",", "")) for text in _NUMBER.findall(answer.figure)]
    if " to " in answer.figure and len(numbers) == 2 and numbers[0] < numbers[1]:
        return (Bar(numbers[1], numbers[0]),)  # “59 to 41” is a vote, and no range
    if " and " in answer.figure and len(numbers) > 1:
        labels = [_ASIDE.sub("", part).strip() for part in answer.counts.split(";")]
        if len(labels) != len(numbers):
            labels = [""] * len(numbers)
        return tuple(Bar(n, label=label) for n, label in zip(numbers, labels, strict=True))
    return () if answer.value is None else (Bar(answer.value),)


def _top(group: Sequence[Answer]) -> float:
    if group[0].is_share:
        return 100.0
    return max((bar.value for answer in group for bar in answer.bars), default=0.0)


def _with(text: str, value: str) -> str:
    """A text with its number in brackets; what stands in brackets inside the number says it again."""
    if not text or not value or value in text:
        return text or value
    return f"{text} ({_ASIDE.sub('', value).strip() or value})"
