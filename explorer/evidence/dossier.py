"""All that stands behind one figure: its rivals, the sources that disagree, where it is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from explorer.content import mentions
from explorer.content.library import KINDS, Library
from explorer.content.model import Conflict
from explorer.evidence.chosen import targets
from explorer.evidence.compare import Answer, Pair, answers, of_claim, of_figure, rivals

UNTOLD = ("claim", "question", "source", "word", "official_name")
"""Kinds that are no place where a figure is used, or are named apart."""


@dataclass(frozen=True)
class Dossier:
    """One figure with everything that a reader may ask of it."""

    answer: Answer
    pairs: tuple[Pair, ...]  # what others published instead, with the reason
    editions: tuple[Answer, ...]  # the same thing in another edition
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
    told = {answer.target, *(pair.other.target for pair in pairs)}
    others = {one.target: one for question in asked for one in answers(library, question)}
    return Dossier(
        answer=answer,
        pairs=pairs,
        editions=tuple(_editions(library, answer)),
        conflicts=tuple(_conflicts(library, record)),
        beside=tuple(one for target, one in others.items() if target not in told),
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
