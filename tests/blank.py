"""Pages that only say what they look at, for tests of what surrounds a page."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from explorer.content.library import Library
from explorer.reader.lens import Lens
from explorer.ui.commands import Command
from explorer.ui.divider import Divider
from explorer.ui.page import Page
from explorer.ui.paint import Look
from explorer.ui.session import Session
from explorer.window import Entry


class Blank(Page):
    """A page with a field, two parts beside each other, and a command on the key T."""

    name: ClassVar[str] = "blank"
    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("twin", "Show as &table", lambda page: page.turned.append(page), "view", ("T",)),
    )

    def __init__(self, library: Library, session: Session, look: Look) -> None:
        super().__init__(library, session, look)
        self.turned: list[Any] = []
        self.looks: list[Look] = []
        self.field = QLineEdit()
        self.field.setAccessibleName("Words")
        self.parts = Divider("blank-parts", Qt.Orientation.Horizontal)
        self.parts.addWidget(QWidget())
        self.parts.addWidget(QWidget())
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.parts, 1)

    def title(self) -> str:
        return "A blank page"

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        self.update()

    def restyle(self, look: Look) -> None:
        self.looks.append(look)
        super().restyle(look)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        painter = QPainter(self)
        painter.setFont(self.look.font())
        painter.drawText(40, 120, self.session.lens.link())
        painter.end()


def make_blank(entry: Entry, library: Library, session: Session, look: Look) -> Page:
    """A blank page in the place of any page."""
    return Blank(library, session, look)
