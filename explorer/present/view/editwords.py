"""The words of the tour editor: what a step shows, what a tour still wants, and where."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from explorer.content.dates import When, say
from explorer.content.library import Library
from explorer.present.wants import Want
from explorer.reader.lens import Lens, LinkError
from explorer.ui.words import QT_TRANSLATE_NOOP

PAGES: Final = {
    "explore": QT_TRANSLATE_NOOP("TourEditor", "Explore"),
    "timeline": QT_TRANSLATE_NOOP("TourEditor", "Timeline"),
    "pipeline": QT_TRANSLATE_NOOP("TourEditor", "Pipeline"),
    "casewalk": QT_TRANSLATE_NOOP("TourEditor", "Case walk"),
    "charts": QT_TRANSLATE_NOOP("TourEditor", "Charts"),
    "places": QT_TRANSLATE_NOOP("TourEditor", "Places"),
    "evidence": QT_TRANSLATE_NOOP("TourEditor", "Evidence"),
}
FIELDS: Final = {
    "title": QT_TRANSLATE_NOOP("TourEditor", "title"),
    "steps": QT_TRANSLATE_NOOP("TourEditor", "steps"),
    "look": QT_TRANSLATE_NOOP("TourEditor", "view"),
    "headline": QT_TRANSLATE_NOOP("TourEditor", "headline"),
    "text": QT_TRANSLATE_NOOP("TourEditor", "text"),
    "sources": QT_TRANSLATE_NOOP("TourEditor", "sources"),
    "question.text": QT_TRANSLATE_NOOP("TourEditor", "question"),
    "question.choices": QT_TRANSLATE_NOOP("TourEditor", "choices"),
    "question.answer": QT_TRANSLATE_NOOP("TourEditor", "answer"),
    "question.sources": QT_TRANSLATE_NOOP("TourEditor", "sources of the answer"),
}
RULES: Final = {
    "tour-without-steps": QT_TRANSLATE_NOOP(
        "TourEditor", "There is no step yet. Look at something and choose “Add this view”."
    ),
    "no-title": QT_TRANSLATE_NOOP("TourEditor", "Give the tour a title."),
    "wrong-link": QT_TRANSLATE_NOOP(
        "TourEditor", "The view cannot be shown: {0} Choose “Take the present view”."
    ),
    "loose-source": QT_TRANSLATE_NOOP("TourEditor", "{0} Remove it, or choose another."),
    "answer-is-no-choice": QT_TRANSLATE_NOOP("TourEditor", "Choose which of the choices is right."),
    "no-headline": QT_TRANSLATE_NOOP("TourEditor", "Give the step a headline."),
    "no-sources": QT_TRANSLATE_NOOP("TourEditor", "Name at least one source for what is said."),
    "no-question": QT_TRANSLATE_NOOP("TourEditor", "Write the question, or take it out."),
    "too-few-choices": QT_TRANSLATE_NOOP(
        "TourEditor", "Write two choices or more, one on each line, or none for an open question."
    ),
    "same-choices": QT_TRANSLATE_NOOP("TourEditor", "Two choices are the same."),
    "no-answer": QT_TRANSLATE_NOOP("TourEditor", "Write what a full answer holds."),
}


def told(want: Want) -> str:
    """One thing to mend: where it is, and what to do."""
    advice = (
        QCoreApplication.translate("TourEditor", RULES[want.rule])
        if want.rule in RULES
        else want.advice
    )
    words = advice.format(want.advice.replace("?.", "?"))
    if want.step < 0:
        return words
    field = QCoreApplication.translate("TourEditor", FIELDS.get(want.field, want.field))
    return QCoreApplication.translate("TourEditor", "Step {0}, {1}: {2}").format(
        want.step + 1, field, words
    )


def in_words(link: str, library: Library) -> str:
    """What a step shows: the page, the item and the day; what is wrong, if it cannot be shown."""
    try:
        lens = Lens.read(link)
    except LinkError as error:
        return QCoreApplication.translate("TourEditor", "This view cannot be shown: {0}").format(
            error
        )
    parts = [QCoreApplication.translate("TourEditor", PAGES.get(lens.page, lens.page))]
    for ref in dict.fromkeys((lens.item, _drawn(lens), lens.profile, lens.policy, lens.place)):
        if ref and library.has(ref):
            parts.append(library.name(ref))
    day = say(When(lens.moment.isoformat()))
    parts.append(QCoreApplication.translate("TourEditor", "as of {0}").format(day))
    return " · ".join(parts)


def _drawn(lens: Lens) -> str:
    name = lens.option("chart")
    return name if ":" in name else f"chart:{name}" if name else ""
