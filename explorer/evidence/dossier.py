"""All that stands behind one figure: its rivals, the sources that disagree, where it is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from explorer.content import mentions
from explorer.content.library import KINDS, Library
from explorer.content.model import Conflict, Event, Program
from explorer.evidence.chosen import targets
from explorer.evidence.compare import Answer, Pair, answers, of_claim, of_figure, rivals
from explorer.evidence.period import is_same_time

UNTOLD = ("claim", "question", "source", "word", "official_name")
"""Kinds that are no place where a figure is used, or are named apart."""


@dataclass(frozen=True)
class Dossier:
    """One figure with everything that a reader may ask of it."""

    answer: Answer
    pairs: tuple[Pair, ...]  # what others published instead, with the reason
    counted: tuple[Pair, ...]  # the same time in another series, which counts otherwise
    editions: tuple[Answer, ...]  # the same thing in another edition, with another number
    also: tuple[Answer, ...]  # the same number, published by another source
    beside: tuple[Answer, ...]  # other answers to the same questions, with no reason told
    conflicts: tuple[Conflict, ...]
    questions: tuple[str, ...]
    charts: tuple[str, ...]
    used: tuple[str, ...]  # references of what it measures, and of the texts that state it


def dossier(library: Library, answer: Answer) -> Dossier:
    """Everything about one figure."""
    record = answer.target.partition("@")[0]
    asked = [one for one in library.questions.values() if answer.target in targets(one)]
    pairs = tuple(
        Pair(answer, of_claim(library.claims[rival.claim]), rival.reason, rival.why)
        for rival in rivals(library, answer)
    )
    editions = tuple(_editions(library, answer))
    counted = tuple(_counted(library, answer, {one.target for one in editions}))
    named = (*pairs, *counted)
    told = {answer.target, *(pair.other.target for pair in named)}
    told |= {one.target for one in editions}
    others = {one.target: one for question in asked for one in answers(library, question)}
    return Dossier(
        answer=answer,
        pairs=pairs,
        counted=counted,
        editions=tuple(one for one in editions if one.value != answer.value),
        also=tuple(one for one in editions if is_also(answer, one)),
        conflicts=tuple(_conflicts(library, record)),
        beside=tuple(
            one
            for target, one in others.items()
            if target not in told and is_same_time(answer, one)
        ),
        questions=tuple(one.id for one in asked),
        charts=tuple(
            chart.id
            for chart in library.charts.values()
            if any(f"series:{plotted.series}" == record for plotted in chart.series)
        ),
        used=tuple(
            dict.fromkeys((*library.measures_of(record), *_stating(library, answer.target)))
        ),
    )


def is_also(answer: Answer, other: Answer) -> bool:
    """Whether another source published the very same number."""
    return other.value == answer.value and other.sources != answer.sources


def _counted(library: Library, answer: Answer, editions: set[str]) -> Iterator[Pair]:
    """The same time in series that measure the same record or are in one conflict with this one.

    Only series of the same unit, and only where what they count, or its definition, differs: that
    is the reason.
    """
    name, at, when = answer.target.partition(":")[2].partition("@")
    for other in sorted(_linked(library, name)) if at else ():
        figure = library.figure(f"{other}@{when}")
        if figure is None or _thing(library, other) != _thing(library, name):
            continue
        found = of_figure(library, f"{other}@{when}", figure)
        reasons = tuple(
            reason
            for reason, mine, theirs in (
                ("numerator", answer.counts, found.counts),
                ("definition", answer.definition, found.definition),
            )
            if mine.casefold() != theirs.casefold()
        )
        if reasons and found.target not in editions and found.value != answer.value:
            yield Pair(answer, found, reasons, "")


def _linked(library: Library, name: str) -> set[str]:
    """The series that measure what a series measures, or that a conflict names beside it."""
    holders: list[Event | Program] = [*library.events.values(), *library.programs.values()]
    named = [[measure.by for measure in holder.measures] for holder in holders]
    named += [list(conflict.about) for conflict in library.conflicts_about(f"series:{name}")]
    groups = [
        {ref.removeprefix("series:") for ref in refs if ref.startswith("series:")} for refs in named
    ]
    return {one for group in groups if name in group for one in group} - {name}


def _thing(library: Library, name: str) -> str:
    """What a series is a number of, in one word: removals, for all that count removals."""
    return library.series[name].unit.partition(" ")[0]


def _editions(library: Library, answer: Answer) -> Iterator[Answer]:
    """Figures of the same period in a series that stands for this one, or that it stands for."""
    name, at, when = answer.target.partition(":")[2].partition("@")
    if not at:
        return
    own = library.series[name].stands_for.partition(" ")[0]
    others = [
        series.id
        for series in library.series.values()
        if series.id == own or series.stands_for.partition(" ")[0] == name
    ]
    for other in others:
        figure = library.figure(f"{other}@{when}")
        if figure is not None:
            yield of_figure(library, f"{other}@{when}", figure)


def _conflicts(library: Library, record: str) -> Iterator[Conflict]:
    """The conflicts that touch a claim, or a series or its whole table."""
    refs = [record]
    if record.startswith("series:"):
        refs.append(f"table:{record.removeprefix('series:').partition('/')[0]}")
    found = {one.id: one for ref in refs for one in library.conflicts_about(ref)}
    yield from found.values()


def _stating(library: Library, target: str) -> tuple[str, ...]:
    """The records in whose texts the figure is stated."""
    return _stated(library).get(target, ())


@lru_cache(maxsize=1)
def _stated(library: Library) -> Mapping[str, tuple[str, ...]]:
    """For every statistic in a text: the records that state it; found once, since all are read."""
    found: dict[str, dict[str, None]] = {}
    for kind in KINDS:
        if kind not in UNTOLD:
            for record in library.records(kind).values():
                for _, text in mentions.texts(record):
                    for statistic in library.statistics(text):
                        found.setdefault(statistic.target, {})[library.ref(record)] = None
    return {target: tuple(refs) for target, refs in found.items()}
