"""The reader's bookmarks and notes on screen: one notebook that all panes share."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from explorer import paths
from explorer.reader.notebook import Bookmark, Notebook, NotebookError, read, write


class Shelf(QObject):
    """Holds the notebook, and stores every change at once."""

    changed = Signal(str)  # the reference whose bookmark or note changed

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file
        self.trouble = ""  # what went wrong with the file, for the reader; empty if nothing
        self.set_aside: Path | None = None
        try:
            self.notebook = read(file)
        except NotebookError as error:
            self.notebook, self.set_aside, self.trouble = Notebook(), error.aside, error.reason

    def bookmarks(self) -> tuple[Bookmark, ...]:
        """All bookmarks, the newest first."""
        kept = sorted(self.notebook.bookmarks.values(), key=lambda mark: mark.made)
        return tuple(reversed(kept))

    def has_bookmark(self, ref: str) -> bool:
        """Whether the reader kept this record."""
        return self.notebook.has_bookmark(ref)

    def note(self, ref: str) -> str:
        """What the reader wrote about a record."""
        return self.notebook.note(ref)

    def set_bookmark(self, ref: str, link: str, kept: bool) -> bool:
        """Keep a record or let it go; False if it could not be stored, and ``trouble`` says why."""
        book = self.notebook
        return self._store(
            ref, book.with_bookmark(ref, link) if kept else book.without_bookmark(ref)
        )

    def set_note(self, ref: str, text: str) -> bool:
        """Store a note; False if it could not be stored, and ``trouble`` says why."""
        if text == self.note(ref):
            return True
        return self._store(ref, self.notebook.with_note(ref, text))

    def _store(self, ref: str, notebook: Notebook) -> bool:
        self.notebook = notebook  # kept for this run even where it cannot be written
        try:
            write(self.file, notebook)
        except OSError as error:
            self.trouble = error.strerror or str(error)
            return False
        self.trouble = ""
        self.changed.emit(ref)
        return True


@cache
def _shelf(file: Path) -> Shelf:
    return Shelf(file)


def shelf() -> Shelf:
    """The one notebook of this reader; read when it is first asked for."""
    return _shelf(paths.data_dir() / "notebook.json")
