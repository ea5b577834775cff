"""Tours and files: open, save, what another program changed, and what stands in the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from explorer.present import store
from explorer.present.store import TourError
from explorer.present.view.desk import Desk

Say = Callable[[str, str, Callable[[], object] | None], object]
"""Shows a note: its text, the words of a button, and what that does."""


class Filing(QObject):
    """Asks where files are, and tells what became of them."""

    warned = Signal(str)
    undecided = Signal()  # both changed: the reader has to decide first
    saved = Signal()

    def __init__(self, desk: Desk, say: Say, window: QWidget) -> None:
        super().__init__(window)
        self.desk, self._say, self._window = desk, say, window

    def open_file(self) -> None:
        """Ask for the file of a tour and write on it."""
        kinds = self.tr("Tours (*.toml)")
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a tour"), str(self._folder()), kinds
        )
        if chosen:
            self.attempt(lambda: self.desk.open_file(Path(chosen)))

    def save_file(self) -> None:
        """Save to the file that the tour goes along with, or ask for one."""
        if self.desk.draft is None:
            return
        if self.desk.file is None:
            self.save_as()
        elif self.desk.has_conflict:
            self.undecided.emit()
        else:
            self.save(self.desk.file)

    def save_as(self) -> None:
        """Ask for a file and save the tour to it."""
        if self.desk.draft is None:
            return
        name = str(self._folder() / f"{self.desk.id}{store.ENDING}")
        kinds = self.tr("Tours (*.toml)")
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save the tour"), name, kinds)
        if chosen:
            file = Path(chosen)
            self.save(file if file.suffix else file.with_suffix(store.ENDING))

    def save(self, file: Path) -> None:
        """Save the tour to a file, and say so."""
        if self.attempt(lambda: self.desk.save(file)):
            self._say(self.tr("Saved as {0}").format(file), "", None)
            self.saved.emit()

    def _folder(self) -> Path:
        return self.desk.file.parent if self.desk.file else Path.home()

    def take_theirs(self) -> None:
        """Where both changed: what the file holds."""
        self.attempt(self.desk.take_theirs)

    def replace_theirs(self) -> None:
        """Where both changed: what was written here."""
        if self.desk.file is not None:
            self.save(self.desk.file)

    def tell_reloaded(self, name: str) -> None:
        """Say that a file was taken anew."""
        told = self.tr("{0} was changed by another program and is shown anew.").format(name)
        self._say(told, self.tr("Undo"), self.desk.undo)

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something with files; what stands in the way is told."""
        try:
            act()
        except (TourError, OSError) as error:
            self.warn(error)
            return False
        return True

    def warn(self, error: Exception) -> None:
        """Say what stands in the way, and what to do."""
        if isinstance(error, OSError):
            text = self.tr("{0} could not be written: {1}. Choose another folder.")
            where = error.filename or store.folder()
            self.warned.emit(text.format(where, error.strerror or error))
        else:
            self.warned.emit(str(error))

    def tell_broken(self) -> None:
        """Set own tours aside that cannot be read, and say so."""
        for broken in store.set_broken_aside():
            text = self.tr("The tour “{0}” could not be read ({1}). Its file is now {2}.")
            if broken.is_mended:
                text += " " + self.tr("The version before it is shown in its place.")
            self.warned.emit(text.format(broken.id, broken.reason, broken.aside))
            self.desk.tours_changed.emit()
