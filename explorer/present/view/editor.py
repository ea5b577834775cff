"""The tour editor: a panel beside the pages, in which the reader's own tours are written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.content.library import Library
from explorer.content.model import Tour
from explorer.present import edit, store
from explorer.present.store import TourError
from explorer.present.view.aboutform import AboutForm
from explorer.present.view.desk import Desk
from explorer.present.view.editwords import told
from explorer.present.view.fields import Choice, Keys, bold
from explorer.present.view.stepform import StepForm, sources_behind
from explorer.present.view.steplist import StepList
from explorer.present.wants import Want, can_be_shown, wants
from explorer.reader.lens import Lens, LinkError, refuse_unknown
from explorer.ui.messages import wrong_link
from explorer.ui.page import Page
from explorer.ui.session import Session

if TYPE_CHECKING:
    from explorer.ui.paint import Look

ID: Final = Qt.ItemDataRole.UserRole
WANTED_ROWS: Final = 3
FORM_LINES: Final = 9  # of the fields that are in sight at least

Say = Callable[[str, str, Callable[[], object] | None], object]


class TourEditor(QWidget):
    """Which tour, its steps, the fields of the step in view, and what is still to be mended."""

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
        say: Say,  # a note, the words of a button, and what it does
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("tour-editor")
        self.setAccessibleName(self.tr("Tours"))
        self.library, self.session = library, session
        self.page, self._say = page, say
        self._bundled: Tour | None = None  # a tour of the program that is looked at
        self.desk = Desk(library, self)
        self.keys = Keys(self)
        self._build(look)
        self._connect()
        self._commands = self._make_commands()
        self.restyle(look)
        self._fill_tours()
        self._show()

    # ------------------------------------------------------------------------------ its parts

    def _build(self, look: Look) -> None:
        self.tours = Choice(self.tr("Tour"))
        self.more = QPushButton(self.tr("More"))
        self.more.setAccessibleName(self.tr("What can be done with the tour"))
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self.parts = QStackedWidget()
        self.parts.addWidget(self._build_reading())
        self.parts.addWidget(self._build_writing())
        inside = QWidget()
        inside.setProperty("role", "panel")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(inside)
        self._column.addLayout(self._build_head())
        self._column.addLayout(_row(self.tours, self.more))
        self._column.addWidget(self._build_conflict())
        self._column.addWidget(self.parts, 1)
        self._scroll = Fields(inside)
        whole = QVBoxLayout(self)
        self._whole = whole
        whole.addWidget(self._scroll)

    def _build_head(self) -> QHBoxLayout:
        self.heading = bold(QLabel(self.tr("Tours")))
        self.close_button = QToolButton()
        self.close_button.setText("×")
        self.close_button.setAutoRaise(True)
        self.close_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.close_button.setAccessibleName(self.tr("Close the tour editor"))
        self.close_button.setToolTip(self.tr("Close the tour editor"))
        row = _row(self.heading)
        row.addStretch(1)
        row.addWidget(self.close_button)
        return row

    def _build_conflict(self) -> QWidget:
        """What asks whose changes to take, where both changed."""
        self.conflict = QFrame()
        self.conflict.setProperty("role", "panel")
        self.conflict_text = QLabel()
        self.conflict_text.setWordWrap(True)
        self.theirs = QPushButton(self.tr("Take the file"))
        self.mine = QPushButton(self.tr("Replace the file by mine"))
        column = QVBoxLayout(self.conflict)
        column.addWidget(self.conflict_text)
        column.addWidget(self.theirs)
        column.addWidget(self.mine)
        self.conflict.hide()
        return self.conflict

    def _build_reading(self) -> QWidget:
        """A tour of the program, which is read; or the way to begin one."""
        part = QWidget()
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.read = QListWidget()
        self.read.setProperty("role", "field")
        self.read.setWordWrap(True)
        self.read.setAccessibleName(self.tr("Steps of the tour"))
        self.copy_button = QPushButton(self.tr("Make a copy to change"))
        self.new_button = QPushButton(self.tr("New tour"))
        self.open_button = QPushButton(self.tr("Open a file…"))
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.about)
        column.addWidget(self.read, 1)
        column.addWidget(self.copy_button)
        column.addLayout(_row(self.new_button, self.open_button))
        column.addStretch()
        return part

    def _build_writing(self) -> QWidget:
        part = QWidget()
        self.tabs = QTabBar()
        self.tabs.setProperty("role", "switch")
        self.tabs.setAccessibleName(self.tr("Part of the tour"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for words in (self.tr("Steps"), self.tr("About the tour")):
            self.tabs.addTab(words)
        self.about_form = AboutForm(self.keys)
        self.sheets = QStackedWidget()
        self.sheets.addWidget(self._build_steps())
        self.sheets.addWidget(Fields(self.about_form))
        self.tabs.currentChanged.connect(self.sheets.setCurrentIndex)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        column.addWidget(self.sheets, 1)
        column.addWidget(self._build_wants())
        column.addLayout(self._build_foot())
        return part

    def _build_steps(self) -> QWidget:
        part = QWidget()
        self.add = QPushButton(self.tr("Add this view"))
        self.add.setProperty("role", "primary")
        self.add.setToolTip(self.tr("Add what the page shows as a step (Ctrl+Shift+A)"))
        hint = self.tr("Alt+Up and Alt+Down move a step, Delete takes it out.")
        self.steps = StepList(self.tr("Steps"), hint)
        self.keys.watch(self.steps)
        self.up, self.down = QPushButton(self.tr("Up")), QPushButton(self.tr("Down"))
        self.twice, self.out = QPushButton(self.tr("Duplicate")), QPushButton(self.tr("Delete"))
        for button, words in (
            (self.up, self.tr("Move the step up (Alt+Up)")),
            (self.down, self.tr("Move the step down (Alt+Down)")),
            (self.twice, self.tr("Duplicate the step")),
            (self.out, self.tr("Delete the step")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words.partition(" (")[0])
        self.form = StepForm(self.library, self.keys)
        self._fields = Fields(self.form)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.add)
        column.addWidget(self.steps, 2)
        column.addLayout(_row(self.up, self.down, self.twice, self.out))
        column.addWidget(self._fields, 5)
        return part

    def _build_wants(self) -> QWidget:
        self.wanted_part = QWidget()
        self.wanted_label = bold(QLabel())
        self.wanted = QListWidget()
        self.wanted.setProperty("role", "field")
        self.wanted.setWordWrap(True)
        self.wanted.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.wanted.setAccessibleDescription(self.tr("Enter goes to the field."))
        self.wanted_label.setBuddy(self.wanted)
        column = QVBoxLayout(self.wanted_part)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.wanted_label)
        column.addWidget(self.wanted)
        return self.wanted_part

    def _build_foot(self) -> QVBoxLayout:
        self.undo_button, self.redo_button = (
            QPushButton(self.tr("Undo")),
            QPushButton(self.tr("Redo")),
        )
        self.present = QPushButton(self.tr("Present from here"))
        self.standing = QLabel()
        self.standing.setWordWrap(True)
        self.standing.setProperty("hint", True)
        foot = QVBoxLayout()
        foot.addLayout(_row(self.undo_button, self.redo_button, self.present))
        foot.addWidget(self.standing)
        return foot

    def _connect(self) -> None:
        desk, form = self.desk, self.form
        desk.opened.connect(self._opened)
        desk.changed.connect(self._show)
        desk.kept.connect(self._show_standing)
        desk.tours_changed.connect(self._fill_tours)
        desk.tours_changed.connect(self.tours_changed)
        desk.conflict_changed.connect(self._show_conflict)
        desk.reloaded.connect(self._tell_reloaded)
        desk.unread.connect(self.session.warned)
        self.tours.activated.connect(self._choose)
        self.close_button.clicked.connect(self.closed)
        self.copy_button.clicked.connect(self.copy_tour)
        self.new_button.clicked.connect(self.new_tour)
        self.open_button.clicked.connect(self.open_file)
        self.theirs.clicked.connect(self._take_theirs)
        self.mine.clicked.connect(self._replace_theirs)
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
            (self.tr("&Open a file…"), "Ctrl+O", self.open_file),
            (self.tr("Save to the &file"), "Ctrl+S", self.save_file),
            (self.tr("Save to a&nother file…"), "Ctrl+Shift+S", self.save_as),
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
        """Keys of the panel come before those of the window and the pages."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self._meant(event):
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
                self.tours.addItem(self.tr("{0} (bundled)").format(tour.title), tour.id)
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
        self._try(lambda: self.desk.open(id))

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
            self._try(lambda: self.desk.begin_copy(tour, title))
            self.steps.setFocus()

    def delete_tour(self) -> None:
        """Take the tour away; the note has a button that brings it back."""
        if self.desk.draft is None:
            return
        title = self.desk.draft.tour.title
        try:
            bring_back = self.desk.remove()
        except OSError as error:
            self._warn(error)
            return
        self._say(self.tr("“{0}” was deleted.").format(title), self.tr("Bring it back"), bring_back)

    # --------------------------------------------------------------------------------- files

    def open_file(self) -> None:
        """Ask for the file of a tour and write on it."""
        kinds = self.tr("Tours (*.toml)")
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a tour"), str(self._folder()), kinds
        )
        if chosen:
            self._try(lambda: self.desk.open_file(Path(chosen)))

    def save_file(self) -> None:
        """Save to the file that the tour goes along with, or ask for one."""
        if self.desk.draft is None:
            return
        if self.desk.file is None:
            self.save_as()
        elif self.desk.has_conflict:
            self._show_conflict()
            self.theirs.setFocus()
        else:
            self._save(self.desk.file)

    def save_as(self) -> None:
        """Ask for a file and save the tour to it."""
        if self.desk.draft is None:
            return
        name = str(self._folder() / f"{self.desk.id}{store.ENDING}")
        kinds = self.tr("Tours (*.toml)")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the tour"), name, kinds)
        if chosen:
            file = Path(chosen)
            self._save(file if file.suffix else file.with_suffix(store.ENDING))

    def _save(self, file: Path) -> None:
        if self._try(lambda: self.desk.save(file)):
            self._say(self.tr("Saved as {0}").format(file), "", None)
            self._show_standing()

    def _folder(self) -> Path:
        return self.desk.file.parent if self.desk.file else Path.home()

    def _take_theirs(self) -> None:
        self._try(self.desk.take_theirs)

    def _replace_theirs(self) -> None:
        if self.desk.file is not None:
            self._save(self.desk.file)

    def _tell_reloaded(self, name: str) -> None:
        told = self.tr("{0} was changed by another program and is shown anew.").format(name)
        self._say(told, self.tr("Undo"), self.desk.undo)

    def _try(self, act: Callable[[], object]) -> bool:
        """Do something with files; what stands in the way is told."""
        try:
            act()
        except (TourError, OSError) as error:
            self._warn(error)
            return False
        return True

    def _warn(self, error: Exception) -> None:
        if isinstance(error, OSError):
            text = self.tr("{0} could not be written: {1}. Choose another folder.")
            where = error.filename or store.folder()
            self.session.warned.emit(text.format(where, error.strerror or error))
        else:
            self.session.warned.emit(str(error))

    def tell_broken(self) -> None:
        """Set own tours aside that cannot be read, and say so."""
        for broken in store.set_broken_aside():
            text = self.tr("The tour “{0}” could not be read ({1}). Its file is now {2}.")
            if broken.is_mended:
                text += " " + self.tr("The version before it is shown in its place.")
            self.session.warned.emit(text.format(broken.id, broken.reason, broken.aside))
            self._fill_tours()

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
        if want.step < 0:
            self.tabs.setCurrentIndex(1 if want.field == "title" else 0)
            (self.about_form.title if want.field == "title" else self.add).setFocus()
            return
        self.tabs.setCurrentIndex(0)
        self.desk.look_at(want.step)
        field = self.form.field(want.field)
        field.setFocus()
        self._fields.ensureWidgetVisible(field)

    # ---------------------------------------------------------------------------------- show

    def _show(self) -> None:
        """Show the draft, or what can be read instead."""
        draft = self.desk.draft
        self.parts.setCurrentIndex(0 if draft is None else 1)
        if draft is None:
            self._show_reading()
        else:
            self.about_form.show_tour(draft.tour)
            self._show_steps(draft)
            self._show_wants(draft.tour)
            self._show_standing()
        self._enable()

    def _show_reading(self) -> None:
        tour = self._bundled
        self.copy_button.setVisible(tour is not None)
        self.read.setVisible(tour is not None)
        self.read.clear()
        if tour is None:
            self.about.setText(
                self.tr(
                    "Write a tour of your own: look at something in the program, add it as a step,"
                    " and say what you want to say. Everything is saved by itself.\n\n"
                    "Or choose a tour above to read it, and make a copy to change."
                )
            )
            return
        self.about.setText(f"{tour.summary}\n{tour.audience}")
        for number, step in enumerate(tour.steps, start=1):
            self.read.addItem(self.tr("{0}. {1}").format(number, step.headline))
        self.read.setCurrentRow(0)

    def _show_steps(self, draft: edit.Draft) -> None:
        lines = []
        for number, step in enumerate(draft.tour.steps, start=1):
            name = step.headline.strip() or self.tr("Without a headline")
            text = self.tr("{0}. {1}").format(number, name)
            text = self.tr("{0} (question)").format(text) if step.question else text
            lines.append((text, text))
        self.steps.show_steps(lines, draft.at)
        self._fields.setVisible(draft.step is not None)
        if draft.step is not None:
            self.form.show_step(draft.step)

    def _show_wants(self, tour: Tour) -> None:
        found = list(wants(tour, self.library))
        count = QCoreApplication.translate("TourEditor", "%n things to mend", "", len(found))
        self.wanted_label.setText(count)
        self.wanted.setAccessibleName(count)
        self.wanted_part.setVisible(bool(found))
        if [self.wanted.item(row).data(ID) for row in range(self.wanted.count())] != found:
            self.wanted.clear()
            for want in found:
                self._add_want(want)

    def _add_want(self, want: Want) -> None:
        item = QListWidgetItem(told(want), self.wanted)
        item.setToolTip(told(want))
        item.setData(ID, want)

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

    def _enable(self) -> None:
        draft, history = self.desk.draft, self.desk.history
        is_written, at = draft is not None, draft.at if draft else 0
        count = len(draft.tour.steps) if draft else 0
        self.up.setEnabled(at > 0)
        self.down.setEnabled(at + 1 < count)
        for part in (self.twice, self.out, self.present):
            part.setEnabled(count > 0)
        self.undo_button.setEnabled(bool(history and history.past))
        self.redo_button.setEnabled(bool(history and history.future))
        for name in ("save_file", "save_as", "delete_tour"):
            self._commands[name].setEnabled(is_written)
        self._commands["copy_tour"].setEnabled(is_written or self._bundled is not None)

    # ------------------------------------------------------------------------- look and life

    def restyle(self, look: Look) -> None:
        """Take another theme or text size."""
        gap = look.space(2)
        self._whole.setContentsMargins(0, gap, gap, gap)
        self._column.setContentsMargins(gap, gap, gap, gap)
        for label in self.findChildren(QLabel):
            if label.property("hint"):
                quiet = label.palette()
                quiet.setColor(QPalette.ColorRole.WindowText, look.color("text-quiet"))
                label.setPalette(quiet)
                label.setFont(look.font("caption"))
        self.heading.setFont(look.font("lead", bold=True))
        line = self.fontMetrics().height()
        self.wanted.setFixedHeight(line * WANTED_ROWS + 2 * gap)

    def come(self) -> None:
        """Take the keyboard: at the steps, or where a tour is chosen."""
        (self.steps if self.desk.draft is not None else self.tours).setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's spelling
        """Nothing waits to be stored while the panel is out of sight."""
        self.desk.keep()
        super().hideEvent(event)


class Fields(QScrollArea):
    """Fields of which some are in sight at least."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        for part in (self.viewport(), inside):  # what lies under the fields is seen
            part.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """Some lines high; the fields grow where there is room."""
        return QSize(super().sizeHint().width(), self.fontMetrics().height() * FORM_LINES)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """Some lines high, and as wide as the fields have to be beside the bar."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self.widget().minimumSizeHint().width() + bar, self.sizeHint().height())


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        row.addWidget(part)
    return row
