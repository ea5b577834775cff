"""The field in which a place is looked for by its name or its state."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from explorer.content.library import Library
from explorer.places.view import mapwords as words
from explorer.ui.paint import Look

ROWS = 12  # of the list under the field


class Finder(QLineEdit):
    """Offers every county, state and city whose name holds what was typed; Enter takes one."""

    found = Signal(str)  # the reference of a place
    missed = Signal(str)  # what was typed and names no place

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self._library = library
        self._refs: Mapping[str, str] = {}
        self.setProperty("role", "search")
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(words.tr("Find a place"))
        self.setAccessibleName(words.tr("Find a place"))
        self.setToolTip(words.tr("Find a county, city or state by its name (F)"))
        self.returnPressed.connect(self._take_typed)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's spelling
        """Have the names ready before the first letter."""
        self._prepare()
        super().focusInEvent(event)

    def _prepare(self) -> None:
        if self._refs:
            return
        self._refs = names(self._library)
        completer = QCompleter(self)
        completer.setModel(QStringListModel(list(self._refs), completer))
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(ROWS)
        completer.activated.connect(self._take)
        self.setCompleter(completer)

    def restyle(self, look: Look) -> None:
        """Take another look."""
        self.setFont(look.font("small"))
        self.setMinimumWidth(round(190 * look.scale))

    def _take_typed(self) -> None:
        """The place that was typed whole, else the first that holds what was typed."""
        self._prepare()
        wanted = self.text().strip().casefold()
        if not wanted:
            return
        exact = (name for name in self._refs if name.casefold() == wanted)
        begins = (name for name in self._refs if name.casefold().startswith(wanted))
        holds = (name for name in self._refs if wanted in name.casefold())
        name = next(exact, None) or next(begins, None) or next(holds, None)
        if name is None:
            self.missed.emit(self.text().strip())
        else:
            self._take(name)

    def _take(self, name: str) -> None:
        if name in self._refs:
            self.setText(name)
            self.found.emit(self._refs[name])


def names(library: Library) -> Mapping[str, str]:
    """Every state, county and city by its name, and what it is referred to as."""
    kinds = ("state", "county", "city")
    found = {
        place.name: f"place:{place.id}" for place in library.places.values() if place.kind in kinds
    }
    for place in sorted(library.counties.values(), key=lambda place: place.name):
        found.setdefault(place.name, f"place:{place.id}")
    return found
