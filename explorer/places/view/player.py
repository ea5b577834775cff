"""Playing the map: from month to month of the county list."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QObject

from explorer.content.library import Library
from explorer.places.months import following, span
from explorer.reader.lens import Lens
from explorer.ui.paint import reduced_motion
from explorer.ui.playing import Playing
from explorer.ui.session import Session

PACES: Final = (0.5, 1.0, 2.0)  # seconds a month


class Player(Playing):
    """Goes through the months; from the first one where the last is over."""

    def __init__(self, library: Library, session: Session, parent: QObject) -> None:
        super().__init__(session, PACES[2 if reduced_motion() else 0], parent)
        self._library = library

    def toggle(self) -> None:
        """Start, or stop; at the end of the list start anew."""
        first, last = span(self._library)
        if not self.is_playing() and self._session.lens.moment >= last:
            self._session.look(moment=first)
        super().toggle()

    def following(self, lens: Lens) -> dict[str, Any]:
        """The end of the next month."""
        upcoming = following(self._library, lens.moment)
        return {"moment": upcoming} if upcoming else {}
