"""What a tour that is being written still wants: what cannot be shown, and what an audience misses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from explorer.content.library import Library
from explorer.content.model import Ask, Tour, TourStep
from explorer.present.store import slips

_PLACE: Final = re.compile(r"steps\[(\d+)\]\.?(.*)")


class Want(msgspec.Struct, frozen=True):
    """One thing to mend: in which step and field, by what rule; *advice* where the rule is not all."""

    step: int  # from 0; -1 for the tour itself
    field: str  # "headline", "question.answer", ...
    rule: str
    advice: str = ""


def wants(tour: Tour, library: Library) -> Iterator[Want]:
    """Everything to mend, step by step; what keeps a step from being shown comes first in it."""
    found = [*_stopped(tour, library), *_missed(tour)]
    return iter(sorted(found, key=lambda want: want.step))


def can_be_shown(tour: Tour, library: Library) -> bool:
    """Whether nothing keeps the tour from being presented."""
    return next(slips(tour, library), None) is None


def _stopped(tour: Tour, library: Library) -> Iterator[Want]:
    for slip in slips(tour, library):
        place = _PLACE.fullmatch(slip.field)
        step, field = (int(place[1]), place[2]) if place else (-1, slip.field)
        yield Want(step, field, slip.rule, slip.what_to_do)


def _missed(tour: Tour) -> Iterator[Want]:
    if not tour.title.strip():
        yield Want(-1, "title", "no-title")
    for number, step in enumerate(tour.steps):
        for field, rule in _missed_in(step):
            yield Want(number, field, rule)


def _missed_in(step: TourStep) -> Iterator[tuple[str, str]]:
    if not step.headline.strip():
        yield "headline", "no-headline"
    if not step.sources:
        yield "sources", "no-sources"
    if step.question is not None:
        yield from _missed_of(step.question)


def _missed_of(asked: Ask) -> Iterator[tuple[str, str]]:
    if not asked.text.strip():
        yield "question.text", "no-question"
    if len(asked.choices) == 1 or any(not choice.strip() for choice in asked.choices):
        yield "question.choices", "too-few-choices"
    if len(set(asked.choices)) < len(asked.choices):
        yield "question.choices", "same-choices"
    if not asked.answer.strip() and not asked.choices:
        yield "question.answer", "no-answer"
