"""What the evidence desk shows for an item: which question, and whether the dossier of a figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from explorer.content import mentions
from explorer.content.library import Library
from explorer.content.model import Question
from explorer.evidence.compare import Answer, of_claim, of_figure
from explorer.evidence.missing import Missing, missing, nearest_figure
from explorer.reader.lens import Lens


@dataclass(frozen=True)
class Chosen:
    """The question in view, and the answer whose dossier is open, if one is."""

    question: str
    answer: Answer | None = None
    missing: Missing | None = None  # what the link asks for and is not there


def chosen(library: Library, lens: Lens) -> Chosen:
    """What the lens asks for: a question, a figure, or the question nearest to another item."""
    kind, _, name = lens.item.partition(":")
    answer = _answer(library, lens, kind, name)
    found = next(_questions(library, lens.item, answer), "")
    return Chosen(found or next(iter(library.questions), ""), answer, missing(library, lens))


def _answer(library: Library, lens: Lens, kind: str, name: str) -> Answer | None:
    """The figure that is open: a claim, or the chosen or last row of a series."""
    if kind == "claim" and name in library.claims:
        return of_claim(library.claims[name])
    key = lens.option("point")
    if not kind:
        kind, name = "series", key.partition("@")[0]
    if kind != "series" or name not in library.series:
        return None
    if key.startswith(f"{name}@") and library.figure(key) is None:
        key = nearest_figure(library, key)
    figure = library.figure(key) if key.startswith(f"{name}@") else None
    if figure is not None:
        return of_figure(library, key, figure)
    keys, figures = library.figure_keys(name), library.figures(name)
    return of_figure(library, keys[-1], figures[-1]) if figures else None


def _questions(library: Library, item: str, answer: Answer | None) -> Iterator[str]:
    """The questions that an item belongs to, the nearest first."""
    kind, _, name = item.partition(":")
    if kind == "question" and name in library.questions:
        yield name
    measured = {measure.by for measure in library.measured_by(item)} if library.has(item) else set()
    for question in library.questions.values():
        near = (
            answer is not None and answer.target in targets(question),
            kind in ("quote", "viewpoint") and name in _voices(question),
            not measured.isdisjoint(targets(question)),
            kind == "source" and name in mentions.sources(question),
        )
        if any(near):
            yield question.id


def targets(question: Question) -> tuple[str, ...]:
    """The claims and rows of series that answer a question, as links write them."""
    rows = (f"series:{row.key}" for row in question.figures)
    return (*(f"claim:{claim}" for claim in question.claims), *rows)


def _voices(question: Question) -> frozenset[str]:
    """The quotations and viewpoints that a question names."""
    sides = (question.side_a, question.side_b)
    named = (name for side in sides for name in (*side.quotes, *side.viewpoints))
    return frozenset({*named, *question.between})
