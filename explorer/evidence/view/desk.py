"""The questions of the content, and the desk of the one that is chosen."""

from __future__ import annotations

from html import escape
from typing import Final

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from explorer.content.library import Library
from explorer.evidence.chosen import Chosen, chosen
from explorer.evidence.missing import Missing
from explorer.evidence.view import words
from explorer.evidence.view.dossier import DossierDesk
from explorer.evidence.view.papers import Desk
from explorer.evidence.view.prose import Paper, Writer, letters
from explorer.evidence.view.question import QuestionDesk
from explorer.evidence.view.questionlist import QuestionList
from explorer.evidence.view.whole import paint_whole
from explorer.evidence.view.words import tr
from explorer.reader.dossier import dossier
from explorer.reader.lens import Lens
from explorer.ui.paint import Look
from explorer.ui.session import Session
from explorer.ui.statistics import follow
from explorer.ui.widgets import viewport_of

NARROW: Final = 170  # letters: below, the list folds away, so that two columns have room
LIST: Final = 25  # letters that the list is wide
MOST_KEPT: Final = 8  # desks that one can go back to as they were
ID: Final = Qt.ItemDataRole.UserRole
PAGES: Final = {"chart": "charts", "series": "charts", "table": "charts"}


class StageArea(QScrollArea):
    """Holds a desk before an audience: with no scroll bar, since nobody can move one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Let the desk fill what is seen of it."""
        super().resizeEvent(event)
        desk = self.widget()
        if isinstance(desk, Desk):
            desk.fit_room(viewport_of(self).height())


class QuestionsPanel(QWidget):
    """The list of questions beside the desk of one question, or of one figure."""

    def __init__(self, library: Library, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.library, self.session, self.look = library, session, look
        self.desk: Desk | None = None
        self._areas: dict[Chosen, QScrollArea] = {}  # those seen last, the latest at the end
        self._chosen: Chosen | None = None
        self._narrow: bool | None = None
        self._is_stage = False  # whether an audience looks, which has no use for controls
        self._build()
        self._set_look()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._bring_into_sight)

    def entry(self) -> QWidget:
        """The part that the keyboard begins at."""
        return self.list if self.list.isVisibleTo(self) else self.next_button

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Show the question or the figure that the lens asks for."""
        found = chosen(self.library, new)
        if old is None or found != self._chosen or self.desk is None:
            self._chosen = found
            self._show(found)
        if isinstance(self.desk, QuestionDesk):
            self.desk.show_meaning(new.option("meaning"))

    def restyle(self, look: Look) -> None:
        """Take another theme or text size."""
        self.look = look
        self._set_look()
        self._narrow = None
        self._arrange()
        self._drop()
        if self._chosen is not None:
            self._show(self._chosen)
            if isinstance(self.desk, QuestionDesk):
                self.desk.show_meaning(self.session.lens.option("meaning"))

    def set_stage(self, is_on: bool) -> None:
        """Show only the desk, with large answers; or bring back the list of questions."""
        if is_on != self._is_stage:
            self._is_stage = is_on
            self.restyle(self.look)

    def plain(self) -> str:
        """All that the desk says, as plain text."""
        return self.desk.plain() if self.desk else ""

    def paint(self, painter: QPainter, rect: QRectF) -> bool:
        """Draw the whole desk into *rect*, unless its text would come out too small; whether so."""
        if self._chosen is None:
            return False
        desk = self._desk(self._chosen)
        if isinstance(desk, QuestionDesk):
            desk.show_meaning(self.session.lens.option("meaning"))
        done = paint_whole(desk, painter, rect)
        desk.deleteLater()
        return done

    # ------------------------------------------------------------------------------ its parts

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._paper = Paper(self.look, self)
        self.list = QuestionList(self._paper)
        self.list.setAccessibleName(self.tr("Questions"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        for question in self.library.questions.values():
            count = len(question.claims) + len(question.figures)
            item = QListWidgetItem(f"{question.question}\n{words.counted(count)}", self.list)
            item.setData(ID, question.id)
        self.list.currentItemChanged.connect(self._choose)
        self.list.itemActivated.connect(self._close_list)
        self.list.itemClicked.connect(self._close_list)
        self._paper.column.addWidget(self.list)
        self._build_desk()
        self._row.addWidget(self._paper)
        self._row.addWidget(self.stack, 1)

    def _build_desk(self) -> None:
        self.tools = QWidget(self)  # which the page puts into its own row
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(0, 0, 0, 0)
        self.list_button = QToolButton(self.tools)
        self.list_button.setText(self.tr("All questions"))
        self.list_button.setCheckable(True)
        self.list_button.toggled.connect(self._arrange)
        self.list_button.clicked.connect(self._begin)
        self.previous_button = self._step("previous", self.tr("Previous question"), -1)
        self.next_button = self._step("next", self.tr("Next question"), 1)
        for button in (self.list_button, self.previous_button, self.next_button):
            row.addWidget(button)
        self.stack = QStackedWidget(self)

    def _step(self, icon: str, name: str, by: int) -> QToolButton:
        button = QToolButton(self.tools)
        button.setProperty("icon-name", icon)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self._go_on(by))
        return button

    def _set_look(self) -> None:
        look = self.look
        self._row.setSpacing(look.space("m"))
        self._paper.look = look
        self.list.setFont(look.font("body"))
        self.list.setSpacing(look.space("xs"))
        self.list.fit()
        self.list_button.setFont(look.font("small"))
        size = round(18 * look.scale)
        for button in (self.previous_button, self.next_button):
            button.setIcon(look.icon(str(button.property("icon-name")), size=18))
            button.setIconSize(QSize(size, size))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Fold the list away where there is no room for it."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self, *_: object) -> None:
        narrow = self._narrow = self.width() < letters(self.look, NARROW)
        self.list_button.setVisible(narrow)
        self.tools.setVisible(not self._is_stage)
        is_open = not self._is_stage and (not narrow or self.list_button.isChecked())
        self._paper.setVisible(is_open)
        self._paper.setMaximumWidth(letters(self.look, LIST) if not narrow else 16_777_215)
        self._paper.setMinimumWidth(0 if narrow else letters(self.look, LIST))
        self.stack.setVisible(not narrow or not is_open)

    # -------------------------------------------------------------------------- what is shown

    def _show(self, found: Chosen) -> None:
        had_focus = self.desk is not None and self.desk.isAncestorOf(self.focusWidget() or self)
        self.area = self._kept(found)
        self.stack.setCurrentWidget(self.area)
        desk = self.area.widget()
        self.desk = desk if isinstance(desk, Desk) else None
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(list(self.library.questions).index(found.question))
        if had_focus:
            self.entry().setFocus(Qt.FocusReason.OtherFocusReason)

    def _kept(self, found: Chosen) -> QScrollArea:
        """A desk that was left shortly before, as it was left; or a new one."""
        area = self._areas.pop(found, None) or self._area(found)
        self._areas[found] = area
        for old in list(self._areas)[:-MOST_KEPT]:
            self._let_go(self._areas.pop(old))
        return area

    def _area(self, found: Chosen) -> QScrollArea:
        """A new desk that can be scrolled."""
        area = StageArea(self.stack) if self._is_stage else QScrollArea(self.stack)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        viewport_of(area).setAutoFillBackground(False)
        desk = self._desk(found)
        desk.opened.connect(self.open_ref)
        area.resize(self.stack.size())
        width = self.stack.width()
        if self._is_stage:
            desk.room = self.stack.height()
        else:
            width -= area.verticalScrollBar().sizeHint().width()
        desk.resize(
            desk.size_for(width)
        )  # laid out once, at the width that it will most likely have
        area.setWidget(desk)
        desk.setAutoFillBackground(False)
        self.stack.addWidget(area)
        return area

    def _let_go(self, area: QScrollArea) -> None:
        self.stack.removeWidget(area)
        area.deleteLater()

    def _drop(self) -> None:
        """Let all desks go, since they were made for another look."""
        self.desk = None
        for area in self._areas.values():
            self._let_go(area)
        self._areas.clear()

    def _bring_into_sight(self, _: QWidget | None, new: QWidget | None) -> None:
        """Scroll to a part that the keyboard comes to from outside of the desk."""
        inside = new is not None and self.desk is not None and self.desk.isAncestorOf(new)
        if inside and new is not None and new.visibleRegion().isEmpty():
            self.area.ensureWidgetVisible(new)

    def _desk(self, found: Chosen) -> Desk:
        desk = self._made(found)
        if found.missing is not None and not self._is_stage:
            told = missing_told(self.library, found.missing, desk.writer)
            desk.add_note(self.tr("Not found"), told)
        return desk

    def _made(self, found: Chosen) -> Desk:
        if found.answer is not None:
            return DossierDesk(
                self.library, found.answer, found.question, self.look, is_stage=self._is_stage
            )
        question = self.library.questions[found.question]
        desk = QuestionDesk(self.library, question, self.look, is_stage=self._is_stage)
        desk.meant.connect(self._mean)
        return desk

    # ------------------------------------------------------------------------ what readers do

    def open_ref(self, ref: str) -> None:
        """Open what a link names: a figure here, a source in its browser, the rest on its page."""
        lens = self.session.lens
        kind = ref.partition(":")[0]
        if follow(self.session, ref):
            return
        if kind == "claim" or (kind == "series" and "@" in ref):
            self.session.go(dossier(lens, ref))
        elif kind == "source":
            self.session.go(lens.with_option("desk", "sources").but(item=ref))
        elif kind == "question":
            self.session.go(lens.with_option("point", "").but(item=ref))
        else:
            self.session.go(
                lens.with_option("point", "").but(item=ref, page=PAGES.get(kind, "explore"))
            )

    def _choose(self, item: QListWidgetItem | None, _: QListWidgetItem | None = None) -> None:
        if item is not None:
            lens = self.session.lens.with_option("point", "").with_option("meaning", "")
            self.session.nudge(item=f"question:{item.data(ID)}", options=lens.options)

    def _begin(self) -> None:
        """Go on in the list, once it was opened."""
        if self.list_button.isChecked():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_list(self, item: QListWidgetItem) -> None:
        had_focus = self.list.hasFocus()
        self.list_button.setChecked(False)
        self._choose(item)
        if had_focus and not self.list.isVisible():
            self.entry().setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self, by: int) -> None:
        self.list_button.setChecked(False)
        row = (self.list.currentRow() + by) % self.list.count()
        self._choose(self.list.item(row))

    def _mean(self, meaning: str) -> None:
        self.session.go(self.session.lens.with_option("meaning", meaning))


def missing_told(library: Library, missing: Missing, writer: Writer) -> str:
    """That a link names something that is not there, with what is nearest."""
    none = tr("There is no “{0}” here.").format(missing.name)
    if not missing.near:
        other = tr("Nothing has a name like it. Another question is shown instead.")
        return writer.line(" ".join((none, other)), "body", bold=True)
    name, _, when = missing.near.partition("@")
    shown = words.capital(library.name(name))
    shown = tr("{0}, {1}").format(shown, when) if when else shown
    parts = (escape(none), escape(tr("The nearest is:")), writer.link(missing.near, shown))
    html = " ".join(parts)
    return writer.line(html, "body", bold=True, plain=False)
