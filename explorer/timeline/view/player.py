"""Playing: the moment moves by itself, from event to event."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from explorer.reader.lens import Lens
from explorer.timeline.items import Contents, Mark
from explorer.timeline.view.toolbar import PACES
from explorer.ui.playing import Playing
from explorer.ui.session import Session


class Player(Playing):
    """Steps through the events that are shown."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(session, PACES[1], parent)
        self._marks: tuple[Mark, ...] = ()

    def show_contents(self, contents: Contents) -> None:
        """Step through other events."""
        self._marks = contents.marks

    def following(self, lens: Lens) -> dict[str, Any]:
        """The next event after the one that is looked at, and its moment."""
        upcoming = following(self._marks, lens)
        return {} if upcoming is None else {"item": upcoming.ref, "moment": upcoming.when.middle}


def following(marks: tuple[Mark, ...], lens: Lens) -> Mark | None:
    """The event after the chosen one; where the moment is another, the next one from it on."""
    place = next((place for place, mark in enumerate(marks) if mark.ref == lens.item), -1)
    if place >= 0 and marks[place].when.middle == lens.moment:
        return marks[place + 1] if place + 1 < len(marks) else None
    day = lens.moment.toordinal() + 0.5
    return next((mark for mark in marks if mark.day >= day), None)
