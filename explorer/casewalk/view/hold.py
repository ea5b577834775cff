"""When a hold of 48 hours ends, on a small calendar."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final, cast

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDateTimeEdit,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explorer.casewalk.view import words
from explorer.casewalk.view.choice import Choice
from explorer.casewalk.view.sheet import field_height, ink, text_label
from explorer.policy.clock import RULES, YEARS, Day, Hold, Rule, hold
from explorer.ui.paint import Look
from explorer.ui.words import QT_TRANSLATE_NOOP

RELEASE: Final = time(15)  # of the day, until another is chosen
WORDS: Final = {
    "excluding": QT_TRANSLATE_NOOP("CaseWalk", "Without weekends and holidays"),
    "flat": QT_TRANSLATE_NOOP("CaseWalk", "48 hours, every hour counted"),
}
ABOUT: Final = {
    "excluding": QT_TRANSLATE_NOOP(
        "CaseWalk",
        "The rule of 8 CFR 287.7(d): Saturdays, Sundays and federal holidays are not counted. "
        "They are skipped here from midnight to midnight.",
    ),
    "flat": QT_TRANSLATE_NOOP(
        "CaseWalk", "One reading of the later forms: every hour counts, weekends too."
    ),
}
WHY: Final = {
    "Saturday": QT_TRANSLATE_NOOP("CaseWalk", "Saturday, not counted"),
    "Sunday": QT_TRANSLATE_NOOP("CaseWalk", "Sunday, not counted"),
    "holiday": QT_TRANSLATE_NOOP("CaseWalk", "{0}, not counted"),
}


class HoldPanel(QWidget):
    """A time of release and a way of counting; the end, and how each day was counted."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.found: Hold | None = None
        self.intro, self.when_label, self.rule_label, self.ends, self.about = (
            text_label(self) for _ in range(5)
        )
        self.intro.setText(
            words.tr(
                "A detainer asks a jail to hold a person for up to 48 hours past release. "
                "The clock counts as if the jail holds; whether it may is told under “What happens”."
            )
        )
        self.when_label.setText(words.tr("The person could be released"))
        self.rule_label.setText(words.tr("How the hours are counted"))
        self.when = QDateTimeEdit(self)
        self.when.setDisplayFormat("MMM d, yyyy h:mm AP")
        self.when.setMinimumDate(QDate(YEARS[0], 1, 1))
        self.when.setMaximumDate(QDate(YEARS[1], 12, 1))
        self.when.setKeyboardTracking(False)
        self.when.setAccessibleName(self.when_label.text())
        self.rule = Choice(self)
        self.rule.setAccessibleName(self.rule_label.text())
        self.rule.offer({rule: words.tr(WORDS[rule]) for rule in RULES})
        self.calendar = self._make_calendar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.intro, self.when_label, self.when, self.rule_label, self.rule):
            column.addWidget(part)
        for found in (self.ends, self.calendar, self.about):
            column.addWidget(found)
        column.addStretch(1)
        self.when.dateTimeChanged.connect(lambda _: self.count())
        self.rule.picked.connect(self._pick)

    def _make_calendar(self) -> QTableWidget:
        table = QTableWidget(0, 7, self)
        names = [
            QLocale().standaloneDayName(day, QLocale.FormatType.ShortFormat)
            for day in (7, 1, 2, 3, 4, 5, 6)
        ]
        table.setHorizontalHeaderLabels(names)
        table.verticalHeader().hide()
        table.setAccessibleName(words.tr("Days of the hold"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setFrameShape(QTableWidget.Shape.NoFrame)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        return table

    def restyle(self, look: Look) -> None:
        """Take another look."""
        self.look = look
        column = cast(QVBoxLayout, self.layout())
        column.setSpacing(look.space("s"))
        for label, role in (
            (self.intro, "text"),
            (self.when_label, "text-quiet"),
            (self.rule_label, "text-quiet"),
            (self.about, "text-quiet"),
        ):
            ink(label, look, role, look.font("small"))
        ink(self.ends, look, "text", look.font("body", bold=True))
        for part in (self.when, self.rule):
            part.setFont(look.font("body"))
            part.setMinimumHeight(field_height(look))
        self.calendar.setFont(look.font("small"))
        self.calendar.horizontalHeader().setFont(look.font("small", bold=True))
        if self.found is not None:
            self._fill(self.found)

    def show_day(self, day: date) -> None:
        """Begin at an afternoon of a day, and count."""
        at = datetime.combine(day, RELEASE)
        blocked = self.when.blockSignals(True)
        self.when.setDateTime(QDateTime(at.year, at.month, at.day, at.hour, at.minute, 0))
        self.when.blockSignals(blocked)
        self.count()

    def _pick(self, rule: str) -> None:
        self.rule.show_value(rule)
        self.count()

    def count(self) -> None:
        """Count from the chosen time, in the chosen way."""
        at = cast(datetime, self.when.dateTime().toPython())
        rule = cast(Rule, self.rule.value())
        self.found = hold(at.replace(second=0, microsecond=0), rule)
        self.ends.setText(
            words.tr("If the jail holds, the hold ends {0}.").format(_moment(self.found.ends))
        )
        self.about.setText(f"{words.tr(ABOUT[rule])} {self.describe()}")
        self._fill(self.found)

    def describe(self) -> str:
        """How each day was counted, in sentences."""
        days = self.found.days if self.found else ()
        return " ".join(f"{words.day(day.day)}: {_counted(day)}." for day in days)

    def _fill(self, found: Hold) -> None:
        first = found.days[0].day
        sunday = first - timedelta(days=(first.weekday() + 1) % 7)
        weeks = ((found.ends.date() - sunday).days // 7) + 1
        by_day = {day.day: day for day in found.days}
        self.calendar.setRowCount(weeks)
        for number in range(weeks * 7):
            day = sunday + timedelta(days=number)
            item = self._cell(day, by_day.get(day))
            self.calendar.setItem(number // 7, number % 7, item)
        height = round(self.calendar.fontMetrics().height() * 2 + self.look.space(2))
        for week in range(weeks):
            self.calendar.setRowHeight(week, height)
        head = self.calendar.horizontalHeader().sizeHint().height()
        self.calendar.setFixedHeight(head + weeks * height + 2)

    def _cell(self, day: date, counted: Day | None) -> QTableWidgetItem:
        item = QTableWidgetItem(str(day.day))
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        if counted is None:
            item.setForeground(self.look.brush("text-quiet"))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words.day(day))
            return item
        item.setText(f"{day.day}\n{_hours(counted)}")
        told = f"{words.day(day)}: {_counted(counted)}"
        item.setToolTip(told)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
        is_counted = counted.why == "counted"
        item.setBackground(self.look.brush("accent-soft" if is_counted else "panel-sunk"))
        item.setForeground(self.look.brush("text"))
        return item


def _hours(day: Day) -> str:
    minutes = day.counted // timedelta(minutes=1)
    hours = f"{minutes // 60}:{minutes % 60:02d}" if minutes % 60 else str(minutes // 60)
    return words.tr("{0} h").format(hours)


def _counted(day: Day) -> str:
    if day.why == "counted":
        return words.tr("{0} counted").format(_hours(day))
    return words.tr(WHY[day.why]).format(day.holiday)


def _moment(at: datetime) -> str:
    """A day and an hour in words; midnight belongs to the day that it ends."""
    if at.time() == time.min:
        eve = at.date() - timedelta(days=1)
        name = QLocale().standaloneDayName(eve.isoweekday())
        return words.tr("at midnight at the end of {0}, {1}").format(name, words.day(eve))
    name = QLocale().standaloneDayName(at.isoweekday())
    hour = QLocale().toString(
        QDateTime(at.year, at.month, at.day, at.hour, at.minute, 0).time(), "h:mm AP"
    )
    return words.tr("{0}, {1}, at {2}").format(name, words.day(at.date()), hour)
