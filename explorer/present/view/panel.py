"""The parts of the tour editor, and how they show a draft."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
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
from explorer.present.edit import Draft, History
from explorer.present.view.aboutform import AboutForm
from explorer.present.view.editwords import told
from explorer.present.view.fields import Choice, Keys, bold
from explorer.present.view.stepform import StepForm
from explorer.present.view.steplist import StepList
from explorer.present.wants import Want

if TYPE_CHECKING:
    from explorer.ui.paint import Look

ID: Final = Qt.ItemDataRole.UserRole
WANTED_ROWS: Final = 3
FORM_LINES: Final = 9  # of the fields that are in sight at least


class Panel(QWidget):
    """Which tour, its steps, the fields of the step in view, and what is still to be mended."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self.keys = Keys(self)
        self._build()

    # ------------------------------------------------------------------------------ its parts

    def _build(self) -> None:
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
        self.fields = Fields(self.form)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.add)
        column.addWidget(self.steps, 2)
        column.addLayout(_row(self.up, self.down, self.twice, self.out))
        column.addWidget(self.fields, 5)
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

    # ----------------------------------------------------------------------------------- show

    def show_reading(self, tour: Tour | None) -> None:
        """Show a tour of the program, or how to begin one's own."""
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

    def show_steps(self, draft: Draft) -> None:
        """Show the steps of a draft, and the fields of the one in view."""
        lines = []
        for number, step in enumerate(draft.tour.steps, start=1):
            name = step.headline.strip() or self.tr("Without a headline")
            text = self.tr("{0}. {1}").format(number, name)
            text = self.tr("{0} (question)").format(text) if step.question else text
            lines.append((text, text))
        self.steps.show_steps(lines, draft.at)
        self.fields.setVisible(draft.step is not None)
        if draft.step is not None:
            self.form.show_step(draft.step)

    def show_wants(self, found: Sequence[Want]) -> None:
        """Show what is still to be mended, where there is something."""
        count = self.tr("One thing to mend") if len(found) == 1 else self.tr("{0} things to mend")
        count = count.format(len(found))
        self.wanted_label.setText(count)
        self.wanted.setAccessibleName(count)
        self.wanted_part.setVisible(bool(found))
        if [self.wanted.item(row).data(ID) for row in range(self.wanted.count())] != list(found):
            self.wanted.clear()
            for want in found:
                self._add_want(want)

    def _add_want(self, want: Want) -> None:
        item = QListWidgetItem(told(want), self.wanted)
        item.setToolTip(told(want))
        item.setData(ID, want)

    def show_field(self, want: Want) -> None:
        """Give the keyboard to the field where something is to be mended."""
        if want.step < 0:
            is_title = want.field == "title"
            self.tabs.setCurrentIndex(int(is_title))
            (self.about_form.title if is_title else self.add).setFocus()
            return
        self.tabs.setCurrentIndex(0)
        field = self.form.field(want.field)
        field.setFocus()
        self.fields.ensureWidgetVisible(field)

    def enable(self, history: History | None) -> None:
        """Have the buttons in use that do something now."""
        draft = history.now if history else None
        count, at = (len(draft.tour.steps), draft.at) if draft else (0, 0)
        self.up.setEnabled(at > 0)
        self.down.setEnabled(at + 1 < count)
        for part in (self.twice, self.out, self.present):
            part.setEnabled(count > 0)
        self.undo_button.setEnabled(bool(history and history.past))
        self.redo_button.setEnabled(bool(history and history.future))

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


class Fields(QScrollArea):
    """Fields of which some are in sight at least."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = inside
        self.setWidget(inside)
        for part in (self.viewport(), inside):  # what lies under the fields is seen
            part.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """Some lines high; the fields grow where there is room."""
        return QSize(super().sizeHint().width(), self.fontMetrics().height() * FORM_LINES)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """Some lines high, and as wide as the fields have to be beside the bar."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._inside.minimumSizeHint().width() + bar, self.sizeHint().height())


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        row.addWidget(part)
    return row
