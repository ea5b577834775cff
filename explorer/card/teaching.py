"""Cards of what is taught with: tours, lesson plans, guides."""

from __future__ import annotations

from explorer.card.card import Line, Section
from explorer.card.lines import Desk, fields, refs
from explorer.content import model


def tour(desk: Desk, tour: model.Tour) -> list[Section]:
    """For whom, how long, and each step with its sources."""
    lessons = [one.id for one in desk.library.lessons.values() if one.tour == tour.id]
    steps = tuple(
        Line(step.headline, note=step.text, notes=desk.notes.number(step.sources))
        for step in tour.steps
    )
    return [
        fields({"audience": tour.audience, "minutes": str(tour.minutes)}),
        Section("steps", steps, "steps"),
        Section("lessons", refs(desk, "lesson", lessons)),
    ]


def lesson(desk: Desk, lesson: model.Lesson) -> list[Section]:
    """Aim, tour, parts with their minutes, questions, materials, dimensions."""
    parts = tuple(Line(part.title, lead=str(part.minutes), note=part.text) for part in lesson.parts)
    asked = tuple(
        Line(one.text, note=one.answer, notes=desk.notes.number(one.sources))
        for one in lesson.questions
    )
    return [
        fields({"audience": lesson.audience, "minutes": str(lesson.minutes)}),
        Section("aim", (Line(lesson.aim),), "text"),
        Section("with-tour", refs(desk, "tour", (lesson.tour,))),
        Section("parts", parts, "named"),
        Section("class-questions", asked),
        Section("materials", tuple(Line(text) for text in lesson.materials)),
        Section("dimensions", tuple(Line(text) for text in lesson.dimensions)),
    ]


def guide(_: Desk, guide: model.Guide) -> list[Section]:
    """For whom it is, and its sections one after the other."""
    texts = tuple(Line(part.title, note=part.text) for part in guide.sections)
    return [fields({"audience": guide.audience}), Section("guide", texts)]
