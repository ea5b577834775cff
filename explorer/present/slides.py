"""A talk: lenses in order, with speaker notes; and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from explorer.content.library import Library
from explorer.content.model import Ask, Tour, TourStep
from explorer.content.slips import Problem
from explorer.reader.lens import Lens, LinkError, refuse_unknown


class Slide(msgspec.Struct, frozen=True):
    """One step of a talk, ready to show."""

    number: int  # from 1
    of: int
    lens: Lens
    step: TourStep


def waits(slide: Slide, part: int) -> bool:
    """Whether a question was asked, and its answer is not shown yet."""
    return slide.step.question is not None and part == 1


def seen(slide: Slide, part: int) -> Lens:
    """What is looked at in a part of a step.

    While its question waits for an answer the diagram has nothing chosen: what it says of a chosen
    item may be the answer.
    """
    asks = waits(slide, part) and slide.lens.page == "pipeline"
    return slide.lens.but(item="") if asks else slide.lens


def slides(tour: Tour) -> tuple[Slide, ...]:
    """The steps of a tour with their lenses; :class:`LinkError` names a link that is wrong."""
    count = len(tour.steps)
    return tuple(
        Slide(number, count, Lens.read(step.look), step)
        for number, step in enumerate(tour.steps, start=1)
    )


def nearest_step(tours: Iterable[Tour], lens: Lens) -> tuple[Tour, int] | None:
    """The tour and the step, from 1, whose lens is nearest to what is looked at; None for none.

    The item counts most; without one, page and day have to be the same. Of equals the first wins.
    """
    found: tuple[int, Tour, int] | None = None
    for tour in tours:
        for slide in slides(tour):
            likeness = _likeness(slide.lens, lens)
            if likeness and (found is None or likeness > found[0]):
                found = (likeness, tour, slide.number)
    return found and found[1:]


def _likeness(one: Lens, other: Lens) -> int:
    """How alike two lenses are; 0 for those that show something else."""
    same_item = one.item == other.item
    same_page, same_day = one.page == other.page, one.moment == other.moment
    if not same_item or not (one.item or (same_page and same_day)):
        return 0
    return 4 + 2 * same_page + same_day


def lone(title: str, text: str, lens: Lens, sources: tuple[str, ...]) -> Tour:
    """A talk of one step: what is looked at."""
    step = TourStep(look=lens.link(), headline=title, text=text, notes="", sources=sources)
    return Tour(id="", title=title, audience="", minutes=0, summary="", steps=(step,))


def problems(library: Library) -> list[Problem]:
    """What is wrong with the tours: links that cannot be read, keys outside the choices."""
    return [slip for tour in library.tours.values() for slip in problems_of(tour, library)]


def problems_of(tour: Tour, library: Library) -> Iterator[Problem]:
    """What is wrong with one tour, by the field of the step."""
    file = f"tours/{tour.id}.toml"
    if not tour.steps:
        yield Problem(file, tour.id, "steps", "tour-without-steps", "Add a step under [[steps]].")
    for number, step in enumerate(tour.steps):
        at = f"steps[{number}]"
        try:
            refuse_unknown(Lens.read(step.look), library)
        except LinkError as error:
            yield Problem(file, tour.id, f"{at}.look", "wrong-link", f"{error}.")
        if step.question is not None:
            yield from _asked(file, tour.id, f"{at}.question", step.question)


def _asked(file: str, record: str, at: str, ask: Ask) -> Iterator[Problem]:
    if ask.choices and ask.answer not in ask.choices:
        advice = "Write the answer exactly as one of the choices."
        yield Problem(file, record, f"{at}.answer", "answer-is-no-choice", advice)
