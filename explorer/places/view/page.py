"""The page of places: a form of the map, what it means, the chosen place, the strip of time."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from explorer.content.library import Library
from explorer.places.view.forms import Form, form_of
from explorer.reader.lens import Lens
from explorer.ui.page import Page
from explorer.ui.paint import Look
from explorer.ui.session import Session


class PlacesView(Page):
    """Where fingerprints were checked on the day of the lens, in the form of ``x.places``."""

    name = "places"

    def __init__(
        self,
        library: Library,
        session: Session,
        look: Look,
        panes: Mapping[str, Page] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(library, session, look, parent)
        self.panes = dict(panes or {})
        self.forms: dict[str, Page] = {}
        self.stack = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.addWidget(self.stack, 1)

    def title(self) -> str:
        """The page's name on screen."""
        return self.tr("Places")

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Turn to the form that the lens asks for; it follows the session by itself."""
        shown = self.form(form_of(new))
        self.stack.setCurrentWidget(shown)
        self.begin_at(shown)

    def form(self, wanted: Form) -> Page:
        """One of the forms, made when it is first asked for."""
        if wanted.name not in self.forms:
            made = wanted.make(self.library, self.session, self.look, self.stack)
            self.forms[wanted.name] = made
            self.stack.addWidget(made)
        return self.forms[wanted.name]
