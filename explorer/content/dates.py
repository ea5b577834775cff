"""Dates known to the day, the month or only the year; spans; ticks.

The grammar is a subset of EDTF (the Extended Date/Time Format): ``2008-10-27``, ``2008-10``,
``2008``, ``2013-21`` (spring 2013), ``199X``, a trailing ``~`` (about) or ``?`` (uncertain), and
intervals ``2009/2011``, ``2002-07-02/..`` (goes on), ``../2005`` (there by 2005; when it
began was not read), ``/2005`` (ended in 2005; when it began was not read).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache, total_ordering
from typing import NamedTuple

PRECISIONS = ("day", "month", "season", "year", "decade")
_FORM = re.compile(
    r"(?P<year>\d{4}|\d{3}X)(?:-(?P<month>\d{2}))?(?:-(?P<day>\d{2}))?(?P<mark>[~?%]?)"
)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


class DateError(ValueError):
    """A date that the grammar above does not know; the message says what was read."""


@total_ordering
class When:
    """A point or span of time with no more precision than its source gave.

    ``first`` and ``last`` are the earliest and latest day it can mean. An interval that is open
    at an end has ``open_start`` or ``open_end`` set, and the day of the known end on both sides.

    >>> When("2008-10").first, When("2008-10").last
    (datetime.date(2008, 10, 1), datetime.date(2008, 10, 31))
    """

    __slots__ = ("approximate", "first", "last", "open_end", "open_start", "precision", "text")

    text: str
    first: date
    last: date
    precision: str
    approximate: bool
    open_start: bool
    open_end: bool

    def __init__(self, text: str) -> None:
        self.text = text
        left, slash, right = text.partition("/")
        self.open_start, self.open_end = (
            slash != "" and left in ("..", ""),
            slash != "" and right == "..",
        )
        known = [_point(part, text) for part in (left, right) if part not in ("", "..")]
        if not known or (slash and right == ""):
            raise DateError(
                f"{text!r} is not a date such as 2008-10-27, 2008-10, 2008 or 2009/2011"
            )
        self.first, self.last = known[0].first, known[-1].last
        if self.last < self.first:
            raise DateError(f"{text!r} ends before it starts")
        self.precision = max((point.precision for point in known), key=PRECISIONS.index)
        self.approximate = any(point.approximate for point in known)

    @property
    def is_interval(self) -> bool:
        """Whether the text names two ends."""
        return "/" in self.text

    @property
    def middle(self) -> date:
        """The day halfway between the earliest and the latest: where a mark is drawn."""
        return self.first + (self.last - self.first) / 2

    def covers(self, day: date) -> bool:
        """Whether *day* can lie in this span, open ends included."""
        return (self.open_start or self.first <= day) and (self.open_end or day <= self.last)

    def __repr__(self) -> str:
        return f"When({self.text!r})"

    def __hash__(self) -> int:
        return hash(self.text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, When) and self.text == other.text

    def __lt__(self, other: When) -> bool:
        return (self.first, self.last, self.text) < (other.first, other.last, other.text)


class _Point(NamedTuple):
    first: date
    last: date
    precision: str
    approximate: bool


@lru_cache(maxsize=4096)
def _point(part: str, whole: str) -> _Point:
    """One end of a date, as the first and last day that it can mean."""
    match = _FORM.fullmatch(part)
    if match is None:
        raise DateError(f"{whole!r} is not a date such as 2008-10-27, 2008-10, 2008 or 2009/2011")
    mark = match["mark"] != ""
    try:
        first, last, precision = _days(match["year"], match["month"], match["day"])
    except ValueError as error:
        raise DateError(f"{whole!r} is not a day of the calendar") from error
    return _Point(first, last, precision, mark)


def _days(year: str, month: str | None, day: str | None) -> tuple[date, date, str]:
    if year.endswith("X"):
        if month:
            raise ValueError("a decade has no month")
        return date(int(year[:3]) * 10, 1, 1), date(int(year[:3]) * 10 + 9, 12, 31), "decade"
    number = int(year)
    if month is None:
        return date(number, 1, 1), date(number, 12, 31), "year"
    if int(month) in _SEASONS and day is None:
        start, end = _SEASONS[int(month)]
        later = number + (end < start)
        return date(number, start, 1), date(later, end, _length(later, end)), "season"
    if day is None:
        last = date(number, int(month), _length(number, int(month)))
        return last.replace(day=1), last, "month"
    only = date(number, int(month), int(day))
    return only, only, "day"


class DateNames(NamedTuple):
    """The words that a language puts around dates; the screen passes its own."""

    months: Sequence[str]
    seasons: Sequence[str] = ("spring", "summer", "fall", "winter")
    day: str = "{month} {day}, {year}"
    month: str = "{month} {year}"
    season: str = "{season} {year}"
    decade: str = "the {year}s"
    about: str = "about {date}"
    between: str = "{first} to {last}"
    since: str = "since {date}"
    until: str = "until {date}"
    by: str = "by {date}"  # there by then; when it began was not read


ENGLISH = DateNames(
    (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    )
)
SHORT = DateNames(
    ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
)


def say(when: When, names: DateNames = ENGLISH) -> str:
    """The date in words, at the precision that is known and never finer.

    >>> say(When("2008-10")), say(When("2011-06-01~")), say(When("2002-07-02/.."))
    ('October 2008', 'about June 1, 2011', 'since July 2, 2002')
    """
    left, slash, right = when.text.partition("/")
    if not slash:
        return _say_point(left, names)
    if when.open_end:
        return names.since.format(date=_say_point(left, names))
    if when.open_start:
        words = names.by if left == ".." else names.until
        return words.format(date=_say_point(right, names))
    return names.between.format(first=_say_point(left, names), last=_say_point(right, names))


def _say_point(part: str, names: DateNames) -> str:
    bare = part.rstrip("~?%")
    point = _point(bare, part)
    year, month = point.first.year, names.months[point.first.month - 1]
    words = {
        "day": names.day.format(month=month, day=point.first.day, year=year),
        "month": names.month.format(month=month, year=year),
        "season": names.season.format(season=names.seasons[_season(bare)], year=year),
        "year": str(year),
        "decade": names.decade.format(year=year),
    }[point.precision]
    return words if bare == part else names.about.format(date=words)


def _season(bare: str) -> int:
    return int(bare[5:7]) - 21 if len(bare) == 7 and int(bare[5:7]) in _SEASONS else 0


def day_of(text: str) -> date:
    """The exact day written as ``YYYY-MM-DD``; anything else is a :class:`DateError`."""
    when = When(text)
    if when.precision != "day" or when.is_interval or when.approximate:
        raise DateError(f"{text!r} is not one exact day such as 2011-08-05")
    return when.first


def add_months(day: date, months: int) -> date:
    """The same day some months on; the last of the month where that day does not exist.

    >>> add_months(date(2011, 1, 31), 1)
    datetime.date(2011, 2, 28)
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, _length(year, month + 1)))


def _length(year: int, month: int) -> int:
    """How long a month is; the standard library's own calendar takes a millisecond to load."""
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days


def fiscal_year(year: int) -> tuple[date, date]:
    """First and last day of a US federal fiscal year (July to June before 1976).

    >>> fiscal_year(2010)
    (datetime.date(2009, 10, 1), datetime.date(2010, 9, 30))
    """
    if year < 1976:
        return date(year - 1, 7, 1), date(year, 6, 30)
    if year == 1976:
        return date(1975, 7, 1), date(1976, 9, 30)
    return date(year - 1, 10, 1), date(year, 9, 30)
