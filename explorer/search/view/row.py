"""One line of the results, and what the kinds of records are called in it."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from explorer.reader.lens import Lens
from explorer.ui.commands import Command
from explorer.ui.words import QT_TRANSLATE_NOOP

KIND_WORDS: Final = {
    "event": QT_TRANSLATE_NOOP("Search", "Event"),
    "program": QT_TRANSLATE_NOOP("Search", "Program"),
    "administration": QT_TRANSLATE_NOOP("Search", "Administration"),
    "conflict": QT_TRANSLATE_NOOP("Search", "Sources disagree"),
    "quote": QT_TRANSLATE_NOOP("Search", "Quotation"),
    "viewpoint": QT_TRANSLATE_NOOP("Search", "Viewpoint"),
    "question": QT_TRANSLATE_NOOP("Search", "Question"),
    "term": QT_TRANSLATE_NOOP("Search", "Term"),
    "word": QT_TRANSLATE_NOOP("Search", "Word"),
    "claim": QT_TRANSLATE_NOOP("Search", "Published figure"),
    "chart": QT_TRANSLATE_NOOP("Search", "Chart"),
    "node": QT_TRANSLATE_NOOP("Search", "Pipeline step"),
    "edge": QT_TRANSLATE_NOOP("Search", "Pipeline arrow"),
    "era": QT_TRANSLATE_NOOP("Search", "Pipeline period"),
    "form": QT_TRANSLATE_NOOP("Search", "Detainer form"),
    "box": QT_TRANSLATE_NOOP("Search", "Pipeline stage"),
    "group": QT_TRANSLATE_NOOP("Search", "Pipeline group"),
    "funnel": QT_TRANSLATE_NOOP("Search", "Counts by stage"),
    "attribute": QT_TRANSLATE_NOOP("Search", "Fact that rules ask for"),
    "outcome": QT_TRANSLATE_NOOP("Search", "Outcome"),
    "policy": QT_TRANSLATE_NOOP("Search", "Policy"),
    "rule": QT_TRANSLATE_NOOP("Search", "Rule"),
    "profile": QT_TRANSLATE_NOOP("Search", "Profile"),
    "walk": QT_TRANSLATE_NOOP("Search", "Case walk"),
    "place": QT_TRANSLATE_NOOP("Search", "Place"),
    "source": QT_TRANSLATE_NOOP("Search", "Source"),
    "series": QT_TRANSLATE_NOOP("Search", "Series"),
    "table": QT_TRANSLATE_NOOP("Search", "Table"),
    "tour": QT_TRANSLATE_NOOP("Search", "Tour"),
    "lesson": QT_TRANSLATE_NOOP("Search", "Lesson plan"),
    "guide": QT_TRANSLATE_NOOP("Search", "For teachers"),
}


def kind_word(kind: str) -> str:
    """What a kind of record is called on screen."""
    return QCoreApplication.translate("Search", KIND_WORDS.get(kind, kind))


class Row(NamedTuple):
    """One line of the results: a record, a command, or a sentence that cannot be chosen."""

    title: str
    aside: str = ""  # the kind of a record, the keys of a command
    snippet: str = ""
    ref: str = ""
    command: Command | None = None
    words: str = ""  # other words to look for
    lens: Lens | None = None
    is_wrong: bool = False  # the title says what is wrong with a link

    @property
    def can_be_chosen(self) -> bool:
        """Whether Enter does something on it."""
        return bool(self.ref or self.words or self.command or self.lens)
