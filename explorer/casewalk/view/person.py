"""The person, the place and the date: chosen, or built from facts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final, TypeVar

from PySide6.QtCore import QDate, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QCompleter,
    QDateEdit,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.casewalk import places, told
from explorer.casewalk.person import FIRST, GROUPS, Person, choices, doubts, is_before, specials
from explorer.casewalk.view import facts, words
from explorer.casewalk.view.choice import Choice, Number
from explorer.casewalk.view.sheet import Button, field_height, ink, text_label
from explorer.content.library import Library
from explorer.content.model import Place, Profile
from explorer.ui.paint import Look

W = TypeVar("W", bound=QWidget)
STARTS: Final = {"age": 18, "final_order_year": 2000}  # where counting begins, by fact


class PlaceBox(QLineEdit):
    """A place by its name; the list shows the names that hold what is typed."""

    chosen = Signal(str)  # the id of a place

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self._library = library
        self._place: Place | None = None
        names = QStringListModel(list(places.named(library)), self)
        completer = QCompleter(names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.setPlaceholderText(words.tr("Police, jail, county or state"))
        completer.activated.connect(self._take)
        self.returnPressed.connect(lambda: self._take(self.text()))

    def show_place(self, place: Place) -> None:
        """Show the place that is looked at."""
        self._place = place
        self.setText(places.name_of(self._library, place))
        self.setCursorPosition(0)
        self.setToolTip(place.note or self.text())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's spelling
        """Typing replaces the name."""
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's spelling
        """What is no place gives way to the one that is looked at."""
        super().focusOutEvent(event)
        popup = self.completer().popup()
        if self._place is not None and not (popup and popup.isVisible()):
            self.show_place(self._place)

    def _take(self, text: str) -> None:
        found = places.find(self._library, text)
        if found is not None:
            self.chosen.emit(found.id)


class PersonPanel(QWidget):
    """Everything that a walk starts from; what is changed here is told, and kept nowhere."""

    profile_chosen = Signal(str)
    fact_set = Signal(str, str)
    place_chosen = Signal(str)
    day_chosen = Signal(object)
    case_loaded = Signal(str)
    as_written = Signal()
    link_asked = Signal()
    rule_opened = Signal(str)

    def __init__(self, library: Library, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._library = library
        self.look = look
        self._labels: list[QLabel] = []
        self.fields: dict[str, Choice | Number] = {}
        self.folds: dict[str, tuple[QPushButton, QFrame]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._build()
        self._column.addStretch(1)

    def _build(self) -> None:
        self.heading = self._add(text_label(self))
        self.heading.setText(words.tr("The person"))
        self.profile = Choice(self)
        self.profile.offer(self._profiles())
        self.profile.picked.connect(self.profile_chosen)
        self._field(words.tr("A made-up person, or a reported case"), self.profile)
        self.summary = self._add(text_label(self))
        self.place = PlaceBox(self._library, self)
        self.place.chosen.connect(self.place_chosen)
        self._field(words.tr("Where"), self.place)
        self.place_note = self._add(text_label(self))
        self.day = QDateEdit(self)
        self.day.setDisplayFormat("MMMM d, yyyy")
        self.day.setKeyboardTracking(False)
        self.day.dateChanged.connect(lambda day: self.day_chosen.emit(day.toPython()))
        self._field(words.tr("When"), self.day)
        self.same = self._add(text_label(self))
        self.same.setText(words.tr(words.SAME_FACTS))
        self.own = self._button(self._own_words(), lambda: self.case_loaded.emit(self._shown.id))
        self.changed = self._add(text_label(self))
        self.doubt = self._add(text_label(self))
        self.back = self._button(words.tr("Back to the person as written"), self.as_written.emit)
        self.link = self._button(words.tr("Copy link with this person"), self.link_asked.emit)
        for name in FIRST:
            self._fact(name, self._column, self)
        for group in GROUPS:
            self._fold(group)
        for case in told.reported(self._library):
            self._case_button(case)

    def _own_words(self) -> str:
        return words.tr("This person’s own place and date")

    def _profiles(self) -> dict[str, str]:
        every = (*told.hypothetical(self._library), *told.reported(self._library))
        return {one.id: one.title for one in every}

    def _add(self, widget: W) -> W:
        self._column.addWidget(widget)
        return widget

    def _button(self, text: str, run: Callable[[], object]) -> QPushButton:
        button = Button(text, self)
        button.clicked.connect(lambda: run())
        return self._add(button)

    def _case_button(self, case: Profile) -> None:
        text = words.tr("Load the {0}").format(case.title)
        self._button(text, lambda: self.case_loaded.emit(case.id)).setObjectName(case.id)

    def _field(
        self,
        text: str,
        field: QWidget,
        column: QVBoxLayout | None = None,
        home: QWidget | None = None,
    ) -> None:
        label = text_label(home or self)
        label.setText(text)
        label.setBuddy(field)
        field.setAccessibleName(text)
        self._labels.append(label)
        into = column or self._column
        into.addWidget(label)
        into.addWidget(field)

    def _fact(self, name: str, column: QVBoxLayout, home: QWidget) -> None:
        attribute = self._library.attributes[name]
        values = choices(attribute)
        field: Choice | Number
        if values:
            field = Choice(home)
            field.offer({value: facts.value(name, value) for value in values})
        else:
            special = {value: facts.value(name, value) for value in specials(attribute)}
            field = Number(special, STARTS.get(name, 0), home)
        field.picked.connect(lambda value: self.fact_set.emit(name, value))
        self.fields[name] = field
        self._field(facts.question(name), field, column, home)
        self._labels[-1].setToolTip(attribute.meaning)

    def _fold(self, group: str) -> None:
        button = Button(facts.group(group), self)
        button.setCheckable(True)
        inside = QFrame(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        for name in GROUPS[group]:
            self._fact(name, column, inside)
        inside.hide()
        button.toggled.connect(inside.setVisible)
        self._column.addWidget(button)
        self._column.addWidget(inside)
        self.folds[group] = (button, inside)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """As wide as what it scrolls in: words are shortened or take more lines."""
        return QSize(80, super().minimumSizeHint().height())

    # -------------------------------------------------------------------------- what is shown

    def restyle(self, look: Look) -> None:
        """Take another look."""
        self.look = look
        self._column.setSpacing(look.space("xs"))
        ink(self.heading, look, "text", look.font("lead", bold=True))
        ink(self.summary, look, "text-quiet", look.font("small"))
        ink(self.place_note, look, "text-quiet", look.font("small"))
        ink(self.same, look, "text", look.font("small"))
        ink(self.changed, look, "text-quiet", look.font("small"))
        ink(self.doubt, look, "text", look.font("small"))
        for label in self._labels:
            ink(label, look, "text-quiet", look.font("small", bold=True))
        for field in (*self.fields.values(), self.profile, self.place, self.day):
            field.setFont(look.font("body"))
            field.setMinimumHeight(field_height(look))
        for button in self.findChildren(QPushButton):
            button.setFont(look.font("small"))
        for fold, inside in self.folds.values():
            fold.setFont(look.font("small", bold=True))
            column = inside.layout()
            if column is not None:
                column.setSpacing(look.space("xs"))

    def show_person(self, person: Person) -> None:
        """Show the facts of a person, what was changed, and what does not go together."""
        profile = self._library.profiles[person.profile]
        self._shown = profile
        self.profile.show_value(person.profile)
        self.summary.setText(profile.summary)
        for name, field in self.fields.items():
            field.show_value(person.facts[name])
        changes = words.listed(facts.fact(name, person.facts[name]) for name in person.changed)
        self.changed.setText(words.tr("Changed by you: {0}").format(changes) if changes else "")
        wrong = [rule.text for rule in doubts(self._library, person)]
        lines = [words.tr("These facts do not go together:"), *(f"\N{BULLET} {w}" for w in wrong)]
        self.doubt.setText("\n".join(lines) if wrong else "")
        self.changed.setVisible(bool(changes))
        self.doubt.setVisible(bool(wrong))
        for button in (self.back, self.link):
            button.setVisible(person.is_built)

    def show_where(self, place: Place, day: date, years: tuple[date, date]) -> None:
        """Show place and date, and offer those of the person where they are others."""
        self.place.show_place(place)
        self.place_note.setText(place.note)
        self.place_note.setVisible(bool(place.note))
        blocked = self.day.blockSignals(True)
        self.day.setDateRange(_qdate(years[0]), _qdate(years[1]))
        self.day.setDate(_qdate(day))
        self.day.blockSignals(blocked)
        own = self._shown
        self.same.setVisible(is_before(own, day))
        begins = own.arrest_date
        other = own.place_id != place.id or (
            begins is not None and not begins.first <= day <= begins.last
        )
        if begins is not None:
            self.own.setToolTip(
                words.tr("{0}: {1}, {2}").format(self._own_words(), own.place, words.when(begins))
            )
        self.own.setVisible(other and begins is not None)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
