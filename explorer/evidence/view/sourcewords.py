"""The words of the source browser."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from explorer.evidence.sources import NO_YEAR
from explorer.ui.words import QT_TRANSLATE_NOOP

HEADS: Final = {
    "title": QT_TRANSLATE_NOOP("Sources", "Title"),
    "by": QT_TRANSLATE_NOOP("Sources", "Published by"),
    "kind": QT_TRANSLATE_NOOP("Sources", "Kind"),
    "year": QT_TRANSLATE_NOOP("Sources", "Year"),
    "rests": QT_TRANSLATE_NOOP("Sources", "Rests on it"),
    "read": QT_TRANSLATE_NOOP("Sources", "What was read"),
    "disputed": QT_TRANSLATE_NOOP("Sources", "Disagrees"),
}
HEAD_TIPS: Final = {
    "rests": QT_TRANSLATE_NOOP("Sources", "How many records of this program rest on the source"),
    "read": QT_TRANSLATE_NOOP("Sources", "What of the source was really read for this program"),
    "disputed": QT_TRANSLATE_NOOP("Sources", "In how many recorded disagreements of sources it is"),
}
KINDS: Final = {
    "statute": QT_TRANSLATE_NOOP("Sources", "law or rule"),
    "court": QT_TRANSLATE_NOOP("Sources", "court"),
    "agency data": QT_TRANSLATE_NOOP("Sources", "agency data"),
    "agency document": QT_TRANSLATE_NOOP("Sources", "agency document"),
    "research": QT_TRANSLATE_NOOP("Sources", "research"),
    "news": QT_TRANSLATE_NOOP("Sources", "news"),
    "commentary": QT_TRANSLATE_NOOP("Sources", "commentary"),
    "advocacy": QT_TRANSLATE_NOOP("Sources", "advocacy"),
    "reference": QT_TRANSLATE_NOOP("Sources", "reference"),
}
READ: Final = {
    "whole": QT_TRANSLATE_NOOP("Sources", "all of it"),
    "part": QT_TRANSLATE_NOOP("Sources", "a part"),
    "archived": QT_TRANSLATE_NOOP("Sources", "an archived copy"),
    "second-hand": QT_TRANSLATE_NOOP("Sources", "as quoted by others"),
    "not-kept": QT_TRANSLATE_NOOP("Sources", "no copy kept"),
    "unrecorded": QT_TRANSLATE_NOOP("Sources", "not recorded"),
}
SUPPORTS: Final = {
    "events": QT_TRANSLATE_NOOP("Sources", "events and programs"),
    "claims": QT_TRANSLATE_NOOP("Sources", "claims and quotations"),
    "figures": QT_TRANSLATE_NOOP("Sources", "series of figures"),
    "rules": QT_TRANSLATE_NOOP("Sources", "rules and cases"),
    "steps": QT_TRANSLATE_NOOP("Sources", "steps of the pipeline"),
    "places": QT_TRANSLATE_NOOP("Sources", "places"),
    "words": QT_TRANSLATE_NOOP("Sources", "terms"),
    "teaching": QT_TRANSLATE_NOOP("Sources", "tours and lessons"),
    "other": QT_TRANSLATE_NOOP("Sources", "other records"),
}
DISPUTED: Final = {
    "yes": QT_TRANSLATE_NOOP("Sources", "in a disagreement"),
    "no": QT_TRANSLATE_NOOP("Sources", "in none"),
}
ANY: Final = {
    "kind": QT_TRANSLATE_NOOP("Sources", "Any kind"),
    "publisher": QT_TRANSLATE_NOOP("Sources", "Any publisher"),
    "year": QT_TRANSLATE_NOOP("Sources", "Any year"),
    "supports": QT_TRANSLATE_NOOP("Sources", "Supports anything"),
    "read": QT_TRANSLATE_NOOP("Sources", "However it was read"),
    "disputed": QT_TRANSLATE_NOOP("Sources", "Disagreeing or not"),
}
FILTERS: Final = {
    "kind": QT_TRANSLATE_NOOP("Sources", "Kind of source"),
    "publisher": QT_TRANSLATE_NOOP("Sources", "Publisher"),
    "year": QT_TRANSLATE_NOOP("Sources", "Year of publication"),
    "supports": QT_TRANSLATE_NOOP("Sources", "What it supports"),
    "read": QT_TRANSLATE_NOOP("Sources", "What of it was read"),
    "disputed": QT_TRANSLATE_NOOP("Sources", "Disagreement with other sources"),
}
NO_PUBLISHER: Final = QT_TRANSLATE_NOOP("Sources", "no publisher recorded")
UNDATED: Final = QT_TRANSLATE_NOOP("Sources", "no date")
_WORDS: Final = {"kind": KINDS, "supports": SUPPORTS, "read": READ, "disputed": DISPUTED}


def tr(text: str) -> str:
    """A text in the reader's language."""
    return QCoreApplication.translate("Sources", text)


def value(name: str, text: str) -> str:
    """A choice of a filter in words."""
    if name in _WORDS:
        return tr(_WORDS[name].get(text, text))
    if name == "year" and text == NO_YEAR:
        return tr(UNDATED)
    return text or tr(NO_PUBLISHER)
