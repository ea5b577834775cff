"""What the timeline says: names of lanes, dates in words, sentences."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QLocale

from explorer.content.dates import DateNames, When, say
from explorer.content.model import Figure
from explorer.timeline.items import Bar, Contents, Mark, Term
from explorer.timeline.strip import Strip, Value
from explorer.timeline.ticks import Tick


def lane(name: str) -> str:
    """The name of a lane on screen."""
    return {
        "federal program": QCoreApplication.translate("Timeline", "Programs"),
        "federal policy": QCoreApplication.translate("Timeline", "Federal policy"),
        "states and localities": QCoreApplication.translate("Timeline", "States and localities"),
        "courts": QCoreApplication.translate("Timeline", "Courts"),
        "Congress": QCoreApplication.translate("Timeline", "Congress"),
        "public debate": QCoreApplication.translate("Timeline", "Public debate"),
    }.get(name, name)


def link(kind: str) -> str:
    """What one event does to another."""
    return {
        "amends": QCoreApplication.translate("Timeline", "amends"),
        "replaces": QCoreApplication.translate("Timeline", "replaces"),
        "rules_on": QCoreApplication.translate("Timeline", "rules on"),
        "responds_to": QCoreApplication.translate("Timeline", "responds to"),
        "implements": QCoreApplication.translate("Timeline", "implements"),
        "ends": QCoreApplication.translate("Timeline", "ends"),
        "reported_in": QCoreApplication.translate("Timeline", "reported in"),
        "same_case": QCoreApplication.translate("Timeline", "same case as"),
    }[kind]


@lru_cache(maxsize=8)
def _names(language: str, form: QLocale.FormatType) -> DateNames:
    """The words around dates in the program's language, gathered once."""
    locale = QLocale(language)
    return DateNames(
        [locale.standaloneMonthName(month, form).rstrip(".") for month in range(1, 13)],
        seasons=(
            QCoreApplication.translate("Timeline", "spring"),
            QCoreApplication.translate("Timeline", "summer"),
            QCoreApplication.translate("Timeline", "fall"),
            QCoreApplication.translate("Timeline", "winter"),
        ),
        day=QCoreApplication.translate("Timeline", "{month} {day}, {year}"),
        month=QCoreApplication.translate("Timeline", "{month} {year}"),
        season=QCoreApplication.translate("Timeline", "{season} {year}"),
        decade=QCoreApplication.translate("Timeline", "the {year}s"),
        about=QCoreApplication.translate("Timeline", "about {date}"),
        between=QCoreApplication.translate("Timeline", "{first} to {last}"),
        since=QCoreApplication.translate("Timeline", "since {date}"),
        until=QCoreApplication.translate("Timeline", "until {date}"),
    )


def spoken(when: When) -> str:
    """A date in full words, no finer than it is known."""
    return say(when, _names(QLocale().name(), QLocale.FormatType.LongFormat))


def brief(when: When) -> str:
    """A date in short words, no finer than it is known."""
    return say(when, _names(QLocale().name(), QLocale.FormatType.ShortFormat))


def day_words(day: date) -> str:
    """One exact day, with the month cut short."""
    return brief(When(day.isoformat()))


def month_words(day: date) -> str:
    """The month of a day, cut short."""
    return brief(When(f"{day.year:04d}-{day.month:02d}"))


def continues() -> str:
    """What stands at the open end of a bar."""
    return QCoreApplication.translate("Timeline", "continues")


def tick(mark: Tick) -> str:
    """The label of a tick."""
    if mark.names == "year":
        return str(mark.day.year)
    if mark.names == "day":
        return str(mark.day.day)
    return QLocale().standaloneMonthName(mark.day.month, QLocale.FormatType.ShortFormat)


def event_name(mark: Mark) -> str:
    """What a screen reader says of an event: its date and title."""
    pattern = QCoreApplication.translate("Timeline", "{date}: {title}")
    return pattern.format(date=spoken(mark.when), title=mark.title)


def bar_name(bar: Bar) -> str:
    """What a screen reader says of a program: its name and span."""
    return QCoreApplication.translate("Timeline", "{name}, {span}").format(
        name=bar.name, span=bar_span(bar)
    )


def term_name(term: Term) -> str:
    """What a screen reader says of a term of office."""
    start = day_words(date.fromordinal(int(term.first)))
    pattern = QCoreApplication.translate("Timeline", "Administration of {name}, from {start}")
    return pattern.format(name=term.name, start=start)


def lane_words(name: str) -> str:
    """Where an event stands, for a screen reader."""
    pattern = QCoreApplication.translate("Timeline", "Lane: {lane}")
    return pattern.format(lane=lane(name))


def gathered(number: int) -> str:
    """What a "+n" holds."""
    if number == 1:
        return QCoreApplication.translate("Timeline", "1 event")
    return QCoreApplication.translate("Timeline", "%n events", None, number)


def pace(seconds: int) -> str:
    """How long each event stays while playing."""
    return QCoreApplication.translate("Timeline", "%n seconds for each event", None, seconds)


def bar_span(bar: Bar) -> str:
    """From when to when a program ran."""
    if bar.end is None:
        pattern = QCoreApplication.translate("Timeline", "{start}, continues")
        return pattern.format(start=brief(bar.start))
    pattern = QCoreApplication.translate("Timeline", "{start} to {end}")
    return pattern.format(start=brief(bar.start), end=brief(bar.end))


def importance(weight: int) -> str:
    """How important an event is for the story, in a word."""
    return {
        3: QCoreApplication.translate("Timeline", "main"),
        2: QCoreApplication.translate("Timeline", "normal"),
        1: QCoreApplication.translate("Timeline", "detail"),
    }.get(weight, "")


def bar_tip(bar: Bar) -> str:
    """A program, its span, and the phases of its life."""
    return "\n".join([bar_name(bar), *(f"{brief(turn.when)}: {turn.phase}" for turn in bar.turns)])


def value(figure: Figure) -> str:
    """A number as it was published: exact, or with the word that qualifies it."""
    number = figure.value
    locale = QLocale() if QLocale().language() != QLocale.Language.C else QLocale("en_US")
    text = locale.toString(number, "f", 0 if number == int(number) else 1)
    pattern = {
        "about": QCoreApplication.translate("Timeline", "about {number}"),
        "nearly": QCoreApplication.translate("Timeline", "nearly {number}"),
        "more_than": QCoreApplication.translate("Timeline", "more than {number}"),
        "at_least": QCoreApplication.translate("Timeline", "at least {number}"),
        "at_most": QCoreApplication.translate("Timeline", "at most {number}"),
        "computed": QCoreApplication.translate("Timeline", "{number}, computed"),
    }.get(figure.qualifier, "{number}")
    return pattern.format(number=text)


def value_when(figure: Figure) -> str:
    """A number and what day or fiscal year it is for."""
    if figure.date is not None:
        when = brief(figure.date)
    else:
        pattern = QCoreApplication.translate("Timeline", "fiscal {year}")
        when = pattern.format(year=figure.fiscal_year)
    return f"{value(figure)} · {when}"


def strip_tip(strip: Strip, now: Value | None) -> str:
    """A series, its unit, and the figure that is known at the moment."""
    lines = [f"{strip.title} ({strip.unit})"]
    if now is not None:
        lines.append(value_when(now.figure))
    return "\n".join(lines)


def count(shown: int, all_of_them: int) -> str:
    """How many events pass the filter."""
    return QCoreApplication.translate("Timeline", "{shown} of {all} events").format(
        shown=shown, all=all_of_them
    )


def more(number: int) -> str:
    """How many bars are not shown."""
    return QCoreApplication.translate("Timeline", "+%n more", None, number)


def describe(contents: Contents, first: date, last: date, moment: date) -> str:
    """The view in a few sentences."""
    low, high = first.toordinal(), last.toordinal() + 1
    seen = [mark for mark in contents.marks if low <= mark.day < high]
    opening = QCoreApplication.translate(
        "Timeline", "Timeline from {first} to {last}; the moment is {moment}."
    ).format(first=day_words(first), last=day_words(last), moment=day_words(moment))
    number = QCoreApplication.translate("Timeline", "In view: {count}.")
    number = number.format(count=gathered(len(seen)))
    great = [event_name(mark) for mark in seen if mark.weight == 3][:20]
    return " ".join([opening, number, *(f"{name}." for name in great)])
