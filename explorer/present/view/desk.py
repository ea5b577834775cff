"""What the reader's tours are written on: the open draft, its acts, its file, and its keeping."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, QTimer, Signal

from explorer.content.library import Library
from explorer.content.model import Tour
from explorer.present import edit, linked, store
from explorer.present.edit import Draft, History

KEPT_AFTER: Final = 400  # milliseconds after a change
AGAIN_AFTER: Final = 5000  # milliseconds after it could not be stored
LOOKED_AFTER: Final = 150  # milliseconds after a file changed, when its writer has come to an end


class Desk(QObject):
    """Holds the tour that is being written, and stores every change by itself."""

    opened = Signal()  # another tour, or none, is open
    changed = Signal()  # the draft or the step in view is another
    kept = Signal()  # the draft was stored, or could not be: :attr:`trouble` says why
    tours_changed = Signal()  # a tour came, went, or has another title
    reloaded = Signal(str)  # the file was changed by another program, and was taken
    conflict_changed = Signal()
    unread = Signal(str)  # why a changed file cannot be taken

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self.history: History | None = None
        self.trouble = ""  # why the draft is not stored; empty if it is
        self.has_conflict = False  # it was changed here and in its file
        self._histories: dict[str, History] = {}
        self._stored: dict[str, str] = {}  # what the files of own tours hold, as far as known
        self._unstored: set[str] = set()  # own tours that could not be stored
        self._waits = False  # the draft is not stored yet
        self._begun: set[str] = set()  # own tours that were stored since the program started
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.keep)
        self._watcher = QFileSystemWatcher(self)
        self._looking = QTimer(self, singleShot=True, interval=LOOKED_AFTER)
        self._looking.timeout.connect(self.look_at_files)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.keep)
        self._watcher.fileChanged.connect(lambda _: self._looking.start())
        self._watcher.directoryChanged.connect(lambda _: self._looking.start())

    # --------------------------------------------------------------------------- what is open

    @property
    def draft(self) -> Draft | None:
        """The tour that is being written; None where none is open."""
        return self.history.now if self.history else None

    @property
    def id(self) -> str:
        """The id of the open tour; empty where none is open."""
        return self.history.now.tour.id if self.history else ""

    @property
    def file(self) -> Path | None:
        """The file elsewhere that the open tour goes along with."""
        found = linked.file_of(self.id) if self.id else None
        return Path(found.path) if found else None

    def is_kept(self) -> bool:
        """Whether everything is stored."""
        return not self._waits

    def open(self, id: str) -> None:
        """Write on an own tour; a :class:`store.TourError` says why it cannot be read."""
        if id == self.id:
            return
        opened = store.read_tour(store.file_of(id))
        self.keep()
        known = self._histories.get(id)
        if known is None:
            known = History(opened.draft())
        elif opened.text != self._stored.get(id):  # changed by another program: can be undone
            known = edit.done(known, opened.draft())
        self._stored[id] = opened.text
        self._begin(known)
        if id in self._unstored:
            self._store_soon()

    def open_file(self, path: Path) -> None:
        """Write on the tour of a file; a :class:`store.TourError` or OSError says why not."""
        self.keep()
        if path.expanduser().resolve().parent == store.folder().resolve():
            self.open(path.stem)
            return
        draft = linked.open_file(path, self.library)
        self._known(draft)
        self._begin(self._histories.get(draft.tour.id) or History(draft))
        self.tours_changed.emit()
        self.look_at_files()

    def begin(self, title: str) -> None:
        """Write a new tour."""
        self._add(edit.begun(store.free_id(title, self.library), title))

    def begin_copy(self, tour: Tour, title: str) -> None:
        """Write on a copy of a tour, bundled or own."""
        self.keep()
        if store.is_own(tour, self.library):
            whole = store.read_tour(store.file_of(tour.id)).draft()
        else:
            whole = edit.draft(tour, edit.marks_of(self.library.statistics, tour))
        copied = edit.renamed(whole, store.free_id(title, self.library))
        self._add(edit.tell(edit.tell(copied, "title", title), "order", 0))

    def _add(self, draft: Draft) -> None:
        self.keep()
        self._begin(History(draft))
        self._waits = True
        self.keep()
        self.tours_changed.emit()

    def _begin(self, history: History) -> None:
        if self.history is not None:
            self._histories[self.id] = self.history
        self.history = history
        self.trouble, self.has_conflict, self._waits = "", False, False
        self._watch()
        self.opened.emit()
        self.changed.emit()
        self.conflict_changed.emit()

    def close(self) -> None:
        """Write on none."""
        self.keep()
        if self.history is not None:
            self._histories[self.id] = self.history
        self.history = None
        self._watch()
        self.opened.emit()
        self.changed.emit()

    def remove(self) -> Callable[[], None]:
        """Take the open tour away; what brings it back."""
        self.keep()
        id = self.id
        gone = store.remove(id)
        self.history = None
        self._histories.pop(id, None)
        self._watch()
        self.opened.emit()
        self.changed.emit()
        self.tours_changed.emit()

        def bring_back() -> None:
            store.restore(gone, id)
            self.open(id)
            self.tours_changed.emit()

        return bring_back

    # ----------------------------------------------------------------------------------- acts

    def do(self, act: Callable[[Draft], Draft], run: str = "") -> None:
        """Do an act of :mod:`explorer.present.edit` to the draft; it is stored soon."""
        if self.history is not None:
            self._take(edit.done(self.history, act(self.history.now), run))

    def undo(self) -> None:
        """Take the last act back."""
        if self.history is not None:
            self._take(edit.undone(self.history))

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.history is not None:
            self._take(edit.redone(self.history))

    def look_at(self, step: int) -> None:
        """Have another step in view."""
        self.do(lambda draft: edit.look_at(draft, step))

    def _take(self, new: History) -> None:
        old, self.history = self.history, new
        if old is None or new.now is old.now:
            return
        if not edit.same(new.now, old.now):
            self._store_soon()
            if new.now.tour.title != old.now.tour.title:
                self.tours_changed.emit()
            if self.trouble:
                self.kept.emit()
        self.changed.emit()

    # -------------------------------------------------------------------------------- keeping

    def keep(self) -> bool:
        """Store what is not stored yet; whether all of it is, else :attr:`trouble` says why."""
        draft = self.draft
        self._timer.stop()
        if draft is None or not self._waits:
            return True
        try:
            store.keep(draft, keeps_old=self._is_strange(draft.tour.id))
        except OSError as error:
            self.trouble = error.strerror or str(error)
            self._unstored.add(draft.tour.id)
            self._timer.start(AGAIN_AFTER)
        else:
            self.trouble, self._waits = "", False
            self._unstored.discard(draft.tour.id)
            self._known(draft)
            self._watch()
        self.kept.emit()
        return not self.trouble

    def _store_soon(self) -> None:
        self._waits = True
        if not self._timer.isActive():
            self._timer.start(KEPT_AFTER)

    def _is_strange(self, id: str) -> bool:
        """Whether the file holds what was not written here: it is kept beside the new one."""
        is_first = id not in self._begun
        self._begun.add(id)
        return is_first or _text(store.file_of(id)) != self._stored.get(id)

    def _known(self, draft: Draft) -> None:
        self._stored[draft.tour.id] = draft.toml()

    # ---------------------------------------------------------------------- files elsewhere

    def save(self, path: Path) -> None:
        """Save the tour to a file and go along with it; an OSError says why it cannot be."""
        self.keep()
        if self.draft is not None:
            linked.save(self.draft, path)
            self._set_conflict(False)
            self._watch()

    def take_theirs(self) -> None:
        """What the file holds takes the place of the draft; it can be undone."""
        if self.history is not None:
            self.keep()
            taken = linked.take(self.history.now)
            self._begun.discard(self.id)  # what was written here stays beside it, too
            self._take(edit.done(self.history, taken))
            self.keep()
            self._set_conflict(False)

    def look_at_files(self) -> None:
        """Take what another program changed; where both changed, the reader decides."""
        draft = self.draft
        if draft is None:
            return
        self._watch()
        try:
            self._look_at_own(draft)
            standing = linked.standing(draft)
            if standing == "theirs" and self.file is not None:
                name = self.file.name
                self.take_theirs()
                self.reloaded.emit(name)
        except (store.TourError, OSError) as error:
            self.unread.emit(str(error))
            return
        self._set_conflict(standing == "both")

    def _look_at_own(self, draft: Draft) -> None:
        """The own tour's file was written by another program: taken, unless a change waits here."""
        file = store.file_of(draft.tour.id)
        text = _text(file)
        if text is None or text == self._stored.get(draft.tour.id) or not self.is_kept():
            return
        opened = store.read_tour(file)
        self._stored[draft.tour.id] = opened.text
        new = edit.look_at(opened.draft(), draft.at)
        if self.history is not None and new.toml() != draft.toml():
            self.history = edit.done(self.history, new)
            self.changed.emit()
            self.tours_changed.emit()
            self.reloaded.emit(file.name)

    def _set_conflict(self, has_conflict: bool) -> None:
        if has_conflict != self.has_conflict:
            self.has_conflict = has_conflict
            self.conflict_changed.emit()

    def _watch(self) -> None:
        """Watch the files of the open tour, and their folders: programs write files anew."""
        wanted: set[str] = set()
        for file in (store.file_of(self.id) if self.id else None, self.file):
            wanted |= {str(path) for path in ((file, file.parent) if file else ()) if path.exists()}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if watched - wanted:
            self._watcher.removePaths(sorted(watched - wanted))
        if wanted - watched:
            self._watcher.addPaths(sorted(wanted - watched))


def _text(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None
