"""The forms that the page of places takes: the map, its table, smaller maps, states."""

from __future__ import annotations

import importlib
from typing import Final

import msgspec
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from explorer.content.library import Library
from explorer.reader.lens import Lens
from explorer.ui.page import Page
from explorer.ui.paint import Look
from explorer.ui.session import Session
from explorer.ui.words import QT_TRANSLATE_NOOP


class Form(msgspec.Struct, frozen=True):
    """One form: its name in a link, where it is made, its word, and what stands around it.

    What is made is a :class:`Page` of ``(library, session, look, parent)``.
    """

    name: str  # x.places=table; the map is the form of a link that names none
    factory: str
    words: str
    has_legend: bool = False  # whether the page's legend and layers belong beside it
    has_strip: bool = True  # whether the strip of time belongs under it

    def text(self) -> str:
        """The word in the reader's language."""
        return QCoreApplication.translate("Places", self.words)

    def make(self, library: Library, session: Session, look: Look, parent: QWidget) -> Page:
        """The form as a part of the page."""
        module, _, name = self.factory.partition(":")
        made: Page = getattr(importlib.import_module(module), name)(library, session, look, parent)
        return made


FORMS: Final = (
    Form(
        "map",
        "explorer.places.view.mapform:MapForm",
        QT_TRANSLATE_NOOP("Places", "Map"),
        has_legend=True,
    ),
    Form(
        "table",
        "explorer.places.view.list:ListPanel",
        QT_TRANSLATE_NOOP("Places", "Table"),
        has_strip=False,
    ),
    Form(
        "multiples",
        "explorer.places.view.multiples:MultiplesPanel",
        QT_TRANSLATE_NOOP("Places", "Years"),
        has_strip=False,
    ),
    Form(
        "states",
        "explorer.places.view.states:StatesPanel",
        QT_TRANSLATE_NOOP("Places", "States"),
    ),
    Form(
        "curves",
        "explorer.places.view.curves:CurvesPanel",
        QT_TRANSLATE_NOOP("Places", "Curves"),
        has_strip=False,
    ),
    Form(
        "lives",
        "explorer.places.view.lives:LivesPanel",
        QT_TRANSLATE_NOOP("Places", "Compare"),
        has_strip=False,
    ),
)


def form_of(lens: Lens) -> Form:
    """The form that a lens asks for; the map where it asks for none that there is."""
    wanted = lens.option("places")
    return next((form for form in FORMS if form.name == wanted), FORMS[0])
