"""A tour while it is written: each act gives a new draft, and each can be undone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

import msgspec

from explorer.content.marks import Statistic, plain, text_key
from explorer.content.model import Ask, Tour, TourStep
from explorer.present.toml import Comment, Statistics, written

MOST: Final = 200  # acts that can be undone
NEW: Final = -1  # the origin of a step that stands in no file yet


class Draft(msgspec.Struct, frozen=True):
    """A tour that is being written, with what its file holds besides."""

    tour: Tour
    statistics: Statistics = msgspec.field(default_factory=dict)  # marked in its texts
    comments: tuple[Comment, ...] = ()  # of the file
    origins: tuple[int, ...] = ()  # which step of the file each step was
    at: int = 0  # the step in view

    @property
    def step(self) -> TourStep | None:
        """The step in view; None where there is none."""
        return self.tour.steps[self.at] if 0 <= self.at < len(self.tour.steps) else None

    def toml(self) -> str:
        """The draft as its file."""
        return written(self.tour, self.statistics, self.comments, self.origins)


def draft(tour: Tour, known: Statistics | None = None, comments: tuple[Comment, ...] = ()) -> Draft:
    """A draft of a tour; of the statistics that are *known* it keeps those in its texts."""
    begun = Draft(tour, known or {}, comments, tuple(range(len(tour.steps))))
    return _but(begun)


def begun(id: str, title: str) -> Draft:
    """A tour without a step yet."""
    return draft(Tour(id=id, title=title, audience="", minutes=10, summary="", steps=()))


def step_of(link: str, headline: str, sources: tuple[str, ...] = ()) -> TourStep:
    """A step that shows a view and says nothing yet."""
    return TourStep(look=link, headline=cleaned(headline), text="", notes="", sources=sources)


# ------------------------------------------------------------------------------------- acts


def add(draft: Draft, step: TourStep, at: int | None = None) -> Draft:
    """The step stands after the one in view, or at a place, and is in view."""
    count = len(draft.tour.steps)
    place = min(draft.at + 1, count) if at is None else max(0, min(at, count))
    return _stepped(
        draft, _put(draft.tour.steps, place, step), _put(draft.origins, place, NEW), place
    )


def copy(draft: Draft) -> Draft:
    """The step in view stands twice."""
    return draft if draft.step is None else add(draft, draft.step)


def move(draft: Draft, start: int, end: int) -> Draft:
    """The step at *start* stands at *end*, counted after it was taken out."""
    steps, origins = draft.tour.steps, draft.origins
    if not (0 <= start < len(steps) and 0 <= end < len(steps)) or start == end:
        return draft
    rest = _put(_without(steps, start), end, steps[start])
    return _stepped(draft, rest, _put(_without(origins, start), end, origins[start]), end)


def delete(draft: Draft) -> Draft:
    """The step in view is gone; the next one is in view."""
    if draft.step is None:
        return draft
    steps = _without(draft.tour.steps, draft.at)
    place = min(draft.at, max(len(steps) - 1, 0))
    return _stepped(draft, steps, _without(draft.origins, draft.at), place)


def tell(draft: Draft, field: str, value: str | int) -> Draft:
    """Title, audience, minutes or summary of the tour are others."""
    new, found = _read(draft, getattr(draft.tour, field), value)
    return _but(draft, tour=_replaced(draft.tour, field, new), found=found)


def write(draft: Draft, field: str, value: str | tuple[str, ...]) -> Draft:
    """A field of the step in view holds something else."""
    step = draft.step
    if step is None:
        return draft
    new, found = _read(draft, getattr(step, field), value)
    return _with_step(draft, _replaced(step, field, new), found)


def ask(draft: Draft, is_asked: bool = True) -> Draft:
    """The step in view has a question, or none."""
    step = draft.step
    if step is None or (step.question is not None) == is_asked:
        return draft
    new = Ask(text="", answer="", sources=step.sources) if is_asked else None
    return _with_step(draft, _replaced(step, "question", new))


def question(draft: Draft, field: str, value: str | tuple[str, ...]) -> Draft:
    """A field of the question of the step in view holds something else.

    An answer goes along with the choice that it is.
    """
    step = draft.step
    if step is None or step.question is None:
        return draft
    asked = step.question
    new, found = _read(draft, getattr(asked, field), value)
    changed = _replaced(asked, field, new)
    if field == "choices":
        changed = _replaced(changed, "answer", _along(asked, changed.choices))
    return _with_step(draft, _replaced(step, "question", changed), found)


def look_at(draft: Draft, at: int) -> Draft:
    """Another step is in view; nothing is changed."""
    return msgspec.structs.replace(draft, at=max(0, min(at, len(draft.tour.steps) - 1)))


def renamed(draft: Draft, id: str) -> Draft:
    """The same tour under another id."""
    return msgspec.structs.replace(draft, tour=_replaced(draft.tour, "id", id))


def cleaned(text: str) -> str:
    """A text that can be written in any file: no half of a character stands alone.

    >>> cleaned("a" + chr(0xD800))
    'a?'
    """
    return text.encode("utf-8", "replace").decode("utf-8")


def _along(asked: Ask, choices: tuple[str, ...]) -> str:
    if asked.answer in asked.choices and len(choices) == len(asked.choices):
        return choices[asked.choices.index(asked.answer)]
    return asked.answer


def _put(items: tuple[Any, ...], at: int, item: object) -> tuple[Any, ...]:
    return (*items[:at], item, *items[at:])


def _without(items: tuple[Any, ...], at: int) -> tuple[Any, ...]:
    return (*items[:at], *items[at + 1 :])


def _replaced(part: Any, field: str, value: object) -> Any:
    return msgspec.structs.replace(part, **{field: value})


def _stepped(draft: Draft, steps: tuple[TourStep, ...], origins: tuple[int, ...], at: int) -> Draft:
    tour = _replaced(draft.tour, "steps", steps)
    return _but(draft, tour=tour, origins=origins, at=at)


def _with_step(draft: Draft, step: TourStep, found: Statistics | None = None) -> Draft:
    steps = _put(_without(draft.tour.steps, draft.at), draft.at, step)
    return _but(draft, tour=_replaced(draft.tour, "steps", steps), found=found)


def _but(draft: Draft, found: Statistics | None = None, **changes: Any) -> Draft:
    """The draft with some things changed, and the statistics that its texts still hold."""
    changed = msgspec.structs.replace(draft, **changes)
    known = {**draft.statistics, **(found or {})}
    if known:
        keys = set(map(text_key, texts(changed.tour)))
        known = {key: marks for key, marks in known.items() if key in keys and marks}
    return msgspec.structs.replace(changed, statistics=known)


# ------------------------------------------------------------------------ texts and their marks


def texts(tour: Tour) -> Iterator[str]:
    """All texts of a tour that are read by people."""
    yield from (tour.title, tour.audience, tour.summary)
    for step in tour.steps:
        yield from (step.headline, step.text, step.notes)
        if step.question is not None:
            asked = step.question
            yield from (asked.text, *asked.choices, asked.answer, asked.why)


def _read(draft: Draft, old: Any, new: Any) -> tuple[Any, dict[str, tuple[Statistic, ...]]]:
    """A value as it is kept, and the statistics that are marked in it."""
    if isinstance(new, int):
        return new, {}
    if isinstance(new, str):
        text, marks = _text(draft, old, new)
        return text, {text_key(text): marks}
    befores = old if len(old) == len(new) else [""] * len(new)
    read = [_text(draft, before, one) for before, one in zip(befores, new, strict=True)]
    return tuple(text for text, _ in read), {text_key(text): marks for text, marks in read}


def _text(draft: Draft, old: str, new: str) -> tuple[str, tuple[Statistic, ...]]:
    text, typed = plain(cleaned(new))
    if text == old and not typed:
        return text, draft.statistics.get(text_key(text), ())
    kept = carried(old, text, draft.statistics.get(text_key(old), ()))
    free = (one for one in kept if not any(_meet(one, other) for other in typed))
    return text, tuple(sorted((*typed, *free)))


def carried(old: str, new: str, marks: tuple[Statistic, ...]) -> tuple[Statistic, ...]:
    """The statistics of a text whose words still stand in it, in order, after it was changed.

    >>> carried("Half left.", "In 2009 Half left.", (Statistic(0, 4, "claim:half"),))
    (Statistic(start=8, end=12, target='claim:half'),)
    """
    kept, at = [], 0
    for start, end, target in marks:
        words = rf"(?<!\w){re.escape(old[start:end])}(?!\w)"
        found = re.compile(words).search(new, at)
        if found is not None:
            kept.append(Statistic(found.start(), found.end(), target))
            at = found.end()
    return tuple(kept)


def _meet(one: Statistic, other: Statistic) -> bool:
    return one.start < other.end and other.start < one.end


# ------------------------------------------------------------------------------ undo and redo


class History(msgspec.Struct, frozen=True):
    """The draft as it is, as it was, and as it was before it was undone."""

    now: Draft
    past: tuple[Draft, ...] = ()
    future: tuple[Draft, ...] = ()
    run: str = ""  # what is being typed in: further letters there are the same act


def done(history: History, draft: Draft, run: str = "") -> History:
    """One more act; letters typed in a row in one field, named by *run*, are one."""
    if same(draft, history.now):
        return msgspec.structs.replace(history, now=draft)
    if run and run == history.run and history.past:
        return History(draft, history.past, (), run)
    return History(draft, (*history.past, history.now)[-MOST:], (), run)


def undone(history: History) -> History:
    """The draft before the last act; the same where there is none."""
    if not history.past:
        return history
    return History(history.past[-1], history.past[:-1], (history.now, *history.future))


def redone(history: History) -> History:
    """The last act that was undone is done again."""
    if not history.future:
        return history
    return History(history.future[0], (*history.past, history.now), history.future[1:])


def same(one: Draft, other: Draft) -> bool:
    """Whether two drafts are one, whichever step is in view."""
    return bool(_replaced(one, "at", 0) == _replaced(other, "at", 0))


def marks_of(known: Callable[[str], tuple[Statistic, ...]], tour: Tour) -> Statistics:
    """The statistics in the texts of a tour, where *known* finds those of one text."""
    return {text_key(text): marks for text in texts(tour) if (marks := known(text))}
