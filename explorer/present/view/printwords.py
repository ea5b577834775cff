"""The words that stand on paper beside those of the content."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from explorer.ui.words import QT_TRANSLATE_NOOP

WORDS: Final = {
    "for": QT_TRANSLATE_NOOP("Paper", "For: {0}"),
    "minutes": QT_TRANSLATE_NOOP("Paper", "{0} minutes"),
    "notes": QT_TRANSLATE_NOOP("Paper", "For the speaker:"),
    "question": QT_TRANSLATE_NOOP("Paper", "Question:"),
    "questions": QT_TRANSLATE_NOOP("Paper", "Questions, with a key"),
    "answer": QT_TRANSLATE_NOOP("Paper", "Answer:"),
    "why": QT_TRANSLATE_NOOP("Paper", "Why:"),
    "because": QT_TRANSLATE_NOOP("Paper", "Give a reason:"),
    "step": QT_TRANSLATE_NOOP("Paper", "Step {0}"),
    "steps": QT_TRANSLATE_NOOP("Paper", "Steps"),
    "own-notes": QT_TRANSLATE_NOOP("Paper", "Your notes"),
    "name": QT_TRANSLATE_NOOP("Paper", "Name\tClass\tDate"),
    "part": QT_TRANSLATE_NOOP("Paper", "{0} (minutes {1} to {2})"),
    "materials": QT_TRANSLATE_NOOP("Paper", "What you need"),
    "dimensions": QT_TRANSLATE_NOOP("Paper", "C3 framework"),
    "source": QT_TRANSLATE_NOOP("Paper", "Sources: {0}"),
    "sources": QT_TRANSLATE_NOOP("Paper", "Sources"),
    "link": QT_TRANSLATE_NOOP("Paper", "View in the program: {0}"),
    "history": QT_TRANSLATE_NOOP(
        "Paper", "History for learning: not legal advice, and not today’s law."
    ),
    "made": QT_TRANSLATE_NOOP(
        "Paper",
        "Made with Secure Communities Explorer, content {0}, researched to {1}. {2}",
    ),
    "footer": QT_TRANSLATE_NOOP(
        "Paper", "Secure Communities Explorer · content {0}, researched to {1}"
    ),
    "page": QT_TRANSLATE_NOOP("Paper", "{0} of {1}"),
    "slides": QT_TRANSLATE_NOOP("Paper", "Slides"),
    "handout": QT_TRANSLATE_NOOP("Paper", "Handout"),
    "worksheet": QT_TRANSLATE_NOOP("Paper", "Worksheet"),
    "key": QT_TRANSLATE_NOOP("Paper", "Worksheet with key"),
    "pptx": QT_TRANSLATE_NOOP("Paper", "Presentation"),
    "html": QT_TRANSLATE_NOOP("Paper", "Web page"),
    "picture": QT_TRANSLATE_NOOP("Paper", "{0} for the step “{1}”."),
    "picture-timeline": QT_TRANSLATE_NOOP("Paper", "Timeline"),
    "picture-pipeline": QT_TRANSLATE_NOOP("Paper", "Diagram of the path from arrest to removal"),
    "picture-charts": QT_TRANSLATE_NOOP("Paper", "Chart"),
    "picture-casewalk": QT_TRANSLATE_NOOP("Paper", "Steps of a case under the rules"),
    "picture-evidence": QT_TRANSLATE_NOOP("Paper", "Table of published figures and positions"),
    "picture-places": QT_TRANSLATE_NOOP("Paper", "Map"),
    "picture-explore": QT_TRANSLATE_NOOP("Paper", "Timeline"),
    "told": QT_TRANSLATE_NOOP("Paper", "What the picture shows, in words"),
    "table": QT_TRANSLATE_NOOP("Paper", "What the picture shows, as a table"),
    "rows": QT_TRANSLATE_NOOP("Paper", "What the picture of step {0} shows"),
    "show-answer": QT_TRANSLATE_NOOP("Paper", "Show the answer"),
    "figure": QT_TRANSLATE_NOOP("Paper", "Figure"),
    "counts": QT_TRANSLATE_NOOP("Paper", "What is counted"),
    "period": QT_TRANSLATE_NOOP("Paper", "Period"),
    "speaker": QT_TRANSLATE_NOOP("Paper", "Who says so"),
    "differs": QT_TRANSLATE_NOOP("Paper", "Why it differs"),
    "side": QT_TRANSLATE_NOOP("Paper", "View"),
    "position": QT_TRANSLATE_NOOP("Paper", "What it stresses"),
    "sides": QT_TRANSLATE_NOOP("Paper", "What each side says"),
    "unknown": QT_TRANSLATE_NOOP("Paper", "Not known:"),
    "out-of": QT_TRANSLATE_NOOP("Paper", "{0}, out of {1}"),
    "fiscal": QT_TRANSLATE_NOOP("Paper", "fiscal {0}"),
    "no-effect": QT_TRANSLATE_NOOP("Paper", "no effect measured"),
    "no-figure": QT_TRANSLATE_NOOP("Paper", "no figure"),
    "is-about": QT_TRANSLATE_NOOP("Paper", "about {0}"),
    "is-nearly": QT_TRANSLATE_NOOP("Paper", "nearly {0}"),
    "is-more_than": QT_TRANSLATE_NOOP("Paper", "more than {0}"),
    "is-less_than": QT_TRANSLATE_NOOP("Paper", "less than {0}"),
    "is-at_least": QT_TRANSLATE_NOOP("Paper", "at least {0}"),
    "is-at_most": QT_TRANSLATE_NOOP("Paper", "at most {0}"),
    "is-between": QT_TRANSLATE_NOOP("Paper", "{0}"),
    "is-computed": QT_TRANSLATE_NOOP("Paper", "{0} (computed, not published as such)"),
}


def words(name: str) -> str:
    """The words of an id in the reader's language."""
    return QCoreApplication.translate("Paper", WORDS[name])
