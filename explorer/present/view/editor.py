"""The tour editor: a panel beside the pages, in which the reader's own tours are written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListWidgetItem, QWidget

from explorer.content.library import Library
from explorer.content.model import Tour
from explorer.present import edit, store
from explorer.present.view.desk import Desk
from explorer.present.view.editwords import told
from explorer.present.view.filing import Filing, Say
from explorer.present.view.panel import ID, Panel
from explorer.present.view.stepform import sources_behind
from explorer.present.wants import can_be_shown, wants
from explorer.reader.lens import Lens, LinkError, refuse_unknown
from explorer.ui.messages import wrong_link
from explorer.ui.page import Page
from explorer.ui.session import Session

if TYPE_CHECKING:
    from explorer.ui.paint import Look


class TourEditor(Panel):
    """Does to a tour what the reader asks for, and shows it."""

    presenting = Signal(str)  # "tour:ID@STEP"
    tours_changed = Signal()
    left = Signal()  # the reader goes back to the page
    closed = Signal()

    def __init__(
        self,
        library: Library,
        session: Session,
        look: Look,
        page: Callable[[], Page],  # what the program shows
        say: Say,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(library, parent)
        self.setObjectName("tour-editor")
        self.setAccessibleName(self.tr("Tours"))
        self.session = session
        self.page, self._say = page, say
        self._bundled: Tour | None = None  # a tour of the program that is looked at
        self.desk = Desk(library, self)
        self.filing = Filing(self.desk, say, self)
        self._connect()
        self._commands = self._make_commands()
        self.restyle(look)
        self._fill_tours()
        self._show()

    def _connect(self) -> None:
        desk, form = self.desk, self.form
        desk.opened.connect(self._opened)
        desk.changed.connect(self._show)
        desk.kept.connect(self._show_standing)
        desk.tours_changed.connect(self._fill_tours)
        desk.tours_changed.connect(self.tours_changed)
        desk.conflict_changed.connect(self._show_conflict)
        desk.reloaded.connect(self.filing.tell_reloaded)
        desk.unread.connect(self.session.warned)
        self.filing.warned.connect(self.session.warned)
        self.filing.saved.connect(self._show_standing)
        self.filing.undecided.connect(self.theirs.setFocus)
        self.tours.activated.connect(self._choose)
        self.close_button.clicked.connect(self.closed)
        self.copy_button.clicked.connect(self.copy_tour)
        self.new_button.clicked.connect(self.new_tour)
        self.open_button.clicked.connect(self.filing.open_file)
        self.theirs.clicked.connect(self.filing.take_theirs)
        self.mine.clicked.connect(self.filing.replace_theirs)
        self.add.clicked.connect(self.add_view)
        self.steps.opened.connect(desk.look_at)
        self.steps.moved.connect(lambda old, new: desk.do(lambda d: edit.move(d, old, new)))
        self.steps.removed.connect(self._delete_step)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.twice.clicked.connect(lambda: desk.do(edit.copy))
        self.out.clicked.connect(self._delete_step)
        form.wrote.connect(self._write)
        form.asked.connect(self._write_question)
        form.question_wanted.connect(lambda on: desk.do(lambda d: edit.ask(d, on)))
        form.go_wanted.connect(self._go)
        form.view_wanted.connect(self._take_view)
        self.about_form.told.connect(self._tell)
        self.wanted.itemActivated.connect(self._mend)
        self.wanted.itemClicked.connect(self._mend)
        self.keys.undone.connect(desk.undo)
        self.keys.redone.connect(desk.redo)
        self.undo_button.clicked.connect(desk.undo)
        self.redo_button.clicked.connect(desk.redo)
        self.present.clicked.connect(self._present)

    def _make_commands(self) -> dict[str, QAction]:
        """What the menu of the tour offers; its keys work wherever the keyboard is in the panel."""
        made = {}
        for words, keys, act in (
            (self.tr("&New tour"), "Ctrl+N", self.new_tour),
            (self.tr("Make a &copy"), "", self.copy_tour),
            (self.tr("&Open a file…"), "Ctrl+O", self.filing.open_file),
            (self.tr("Save to the &file"), "Ctrl+S", self.filing.save_file),
            (self.tr("Save to a&nother file…"), "Ctrl+Shift+S", self.filing.save_as),
            (self.tr("&Delete this tour"), "", self.delete_tour),
        ):
            action = self.menu.addAction(words)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown here, heard below
            action.triggered.connect(act)
            made[act.__name__] = action
        return made

    # ---------------------------------------------------------------------------------- keys

    def event(self, event: QEvent) -> bool:
        """Keys of the panel come before those of the window and the pages.

        Escape does not: it closes a message first.
        """
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self._comes_first(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Do what a key of the panel stands for."""
        act = self._meant(event)
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def _comes_first(self, event: QKeyEvent) -> bool:
        return event.key() != Qt.Key.Key_Escape and self._meant(event) is not None

    def _meant(self, event: QKeyEvent) -> Callable[[], object] | None:
        pressed = QKeySequence(event.keyCombination())
        for action in self._commands.values():
            if not action.shortcut().isEmpty() and action.shortcut() == pressed:
                return action.trigger
        own: dict[str, Callable[[], object]] = {
            "Ctrl+Z": self.desk.undo,
            "Ctrl+Shift+Z": self.desk.redo,
            "Ctrl+Y": self.desk.redo,
            "Ctrl+PgUp": lambda: self._look_by(-1),
            "Ctrl+PgDown": lambda: self._look_by(1),
            "Esc": self.left.emit,
        }
        return own.get(pressed.toString(QKeySequence.SequenceFormat.PortableText))

    def _look_by(self, step: int) -> None:
        if self.desk.draft is not None:
            self.desk.look_at(self.desk.draft.at + step)

    # --------------------------------------------------------------------------- which tour

    def _fill_tours(self) -> None:
        """Own tours first, then those of the program."""
        own = {tour.id: tour for tour in store.own_tours()}
        if self.desk.draft is not None:
            own[self.desk.id] = self.desk.draft.tour
        with QSignalBlocker(self.tours):
            self.tours.clear()
            for tour in sorted(own.values(), key=lambda one: (one.title.casefold(), one.id)):
                self.tours.addItem(self._named(tour), tour.id)
            if own:
                self.tours.insertSeparator(self.tours.count())
            for tour in sorted(self.library.tours.values(), key=lambda one: one.order):
                self.tours.addItem(self.tr("{0} (included)").format(tour.title), tour.id)
            shown = self.desk.id or (self._bundled.id if self._bundled else "")
            self.tours.setPlaceholderText(self.tr("Choose a tour"))
            self.tours.setCurrentIndex(self.tours.findData(shown) if shown else -1)

    def _named(self, tour: Tour) -> str:
        return self.tr("{0} (yours)").format(tour.title.strip() or self.tr("Without a title"))

    def _choose(self, _: int) -> None:
        self.show_tour(str(self.tours.currentData()))

    def show_tour(self, id: str) -> None:
        """Write on an own tour, or read one of the program."""
        self._bundled = self.library.tours.get(id)
        if self._bundled is not None:
            self.desk.close()
            return
        self.filing.attempt(lambda: self.desk.open(id))

    def _opened(self) -> None:
        if self.desk.draft is not None:
            self._bundled = None
        self.tabs.setCurrentIndex(0)
        self._fill_tours()

    def new_tour(self) -> None:
        """Begin a tour of one's own."""
        self.desk.begin(self.tr("My tour"))
        self.tabs.setCurrentIndex(1)
        self.about_form.title.setFocus()
        self.about_form.title.selectAll()

    def copy_tour(self) -> None:
        """Write on a copy of the tour in view."""
        tour = self._bundled or (self.desk.draft.tour if self.desk.draft else None)
        if tour is not None:
            title = self.tr("{0}, my copy").format(tour.title)
            self.filing.attempt(lambda: self.desk.begin_copy(tour, title))
            self.steps.setFocus()

    def delete_tour(self) -> None:
        """Take the tour away; the note has a button that brings it back."""
        if self.desk.draft is None:
            return
        title = self.desk.draft.tour.title
        try:
            bring_back = self.desk.remove()
        except OSError as error:
            self.filing.warn(error)
            return
        self._say(self.tr("“{0}” was deleted.").format(title), self.tr("Bring it back"), bring_back)

    # ---------------------------------------------------------------------------------- acts

    def add_view(self) -> None:
        """Add what the page shows as a step, after the one in view."""
        if self.desk.draft is None:
            self.desk.begin(self.tr("My tour"))
        link, name, sources = self._present_view()
        self.desk.do(lambda draft: edit.add(draft, edit.step_of(link, name, sources)))
        self.tabs.setCurrentIndex(0)
        self._say(
            self.tr("Step {0} shows this view.").format(self.steps.currentRow() + 1), "", None
        )

    def _take_view(self) -> None:
        link, _, _ = self._present_view()
        self.desk.do(lambda draft: edit.write(draft, "look", link))

    def _present_view(self) -> tuple[str, str, tuple[str, ...]]:
        """The link, the name and the sources of what the page shows; a built person stays out."""
        lens, page = self.session.lens, self.page()
        if lens.option("person"):
            lens = lens.with_option("person", "")
            self._say(self.tr("A person that you described is not kept in a tour."), "", None)
        shown = page.shown() or lens.item
        name = self.library.name(shown) if shown and self.library.has(shown) else page.title()
        return lens.link(), name, sources_behind(self.library, (lens.item or shown,))

    def _go(self) -> None:
        """Show in the program what the step shows."""
        step = self.desk.draft.step if self.desk.draft else None
        if step is None:
            return
        try:
            lens = Lens.read(step.look)
            refuse_unknown(lens, self.library)
        except LinkError as error:
            self.session.warned.emit(wrong_link(error))
        else:
            self.session.go(lens)

    def _move(self, by: int) -> None:
        self.desk.do(lambda draft: edit.move(draft, draft.at, draft.at + by))

    def _delete_step(self) -> None:
        step = self.desk.draft.step if self.desk.draft else None
        if step is not None:
            self.desk.do(edit.delete)
            told = self.tr("“{0}” was deleted.").format(step.headline)
            self._say(told, self.tr("Undo"), self.desk.undo)

    def _write(self, field: str, value: str | tuple[str, ...]) -> None:
        run = self._run(field) if isinstance(value, str) else ""
        self.desk.do(lambda draft: edit.write(draft, field, value), run)

    def _write_question(self, field: str, value: str | tuple[str, ...]) -> None:
        run = "" if field == "sources" else self._run(f"question.{field}")
        self.desk.do(lambda draft: edit.question(draft, field, value), run)

    def _tell(self, field: str, value: str | int) -> None:
        self.desk.do(lambda draft: edit.tell(draft, field, value), field)

    def _run(self, field: str) -> str:
        return f"{self.desk.draft.at}.{field}" if self.desk.draft else field

    def _present(self) -> None:
        """Present from the step in view; what keeps the tour from being shown is told."""
        draft = self.desk.draft
        if draft is None or not self.desk.keep():
            return
        if can_be_shown(draft.tour, self.library):
            self.presenting.emit(f"tour:{draft.tour.id}@{draft.at + 1}")
        else:
            self.session.warned.emit(told(next(wants(draft.tour, self.library))))

    def _mend(self, item: QListWidgetItem) -> None:
        """Go to the field where something is to be mended."""
        want = item.data(ID)
        if want.step >= 0:
            self.desk.look_at(want.step)
        self.show_field(want)

    # ---------------------------------------------------------------------------------- show

    def _show(self) -> None:
        """Show the draft, or what can be read instead."""
        draft = self.desk.draft
        self.parts.setCurrentIndex(0 if draft is None else 1)
        if draft is None:
            self.show_reading(self._bundled)
        else:
            self.about_form.show_tour(draft.tour)
            self.show_steps(draft)
            self.show_wants(list(wants(draft.tour, self.library)))
            self._show_standing()
        self.enable(self.desk.history)
        for name in ("save_file", "save_as", "delete_tour"):
            self._commands[name].setEnabled(draft is not None)
        self._commands["copy_tour"].setEnabled(draft is not None or self._bundled is not None)

    def _show_standing(self) -> None:
        """Whether the tour is stored, and which file it goes along with."""
        if self.desk.draft is None:
            return
        if self.desk.trouble:
            text = self.tr("Not saved: {0}. It is tried again.").format(self.desk.trouble)
        elif self.desk.is_kept():
            text = self.tr("Saved in your tours.")
        else:
            text = self.tr("Saving…")
        if self.desk.file is not None:
            text += " " + self.tr("Goes along with {0}.").format(self.desk.file.name)
        self.standing.setText(text)

    def _show_conflict(self) -> None:
        name = self.desk.file.name if self.desk.file else ""
        self.conflict_text.setText(
            self.tr(
                "{0} was changed by another program, and you changed the tour here. Taking the file"
                " can be undone; replacing it keeps a copy beside it."
            ).format(name)
        )
        self.conflict.setVisible(self.desk.has_conflict)

    def come(self) -> None:
        """Take the keyboard: at the steps, or where a tour is chosen."""
        (self.steps if self.desk.draft is not None else self.tours).setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's spelling
        """Nothing waits to be stored while the panel is out of sight."""
        self.desk.keep()
        super().hideEvent(event)
