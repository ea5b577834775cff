"""The questions of the content, and the desk of the one that is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from explorer.content.library import Library
from explorer.reader.lens import Lens
from explorer.ui.paint import Look
from explorer.ui.session import Session


class QuestionsPanel(QWidget):
    """The list of questions and the desk."""

    def __init__(self, library: Library, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.library, self.session, self.look = library, session, look

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Show the question or the figure that the lens asks for."""

    def restyle(self, look: Look) -> None:
        """Take another theme or text size."""
        self.look = look
