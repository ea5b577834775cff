"""When a 48-hour hold ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, Literal

Rule = Literal["excluding", "flat"]
RULES: Final[tuple[Rule, ...]] = ("excluding", "flat")
HOURS: Final = timedelta(hours=48)
YEARS: Final = (1986, 2100)  # the years for which the calendar is asked
_SPAN: Final = timedelta(days=31)  # more than any run of weekends and holidays
_DAY: Final = timedelta(days=1)

Holidays = Callable[[date, date], Mapping[date, str]]


class ClockError(ValueError):
    """A time that the clock cannot count from; the message says which can be."""


@dataclass(frozen=True)
class Day:
    """One day of the small calendar: how much of it counts, or why none does."""

    day: date
    counted: timedelta
    why: Literal["counted", "Saturday", "Sunday", "holiday"] = "counted"
    holiday: str = ""  # its name


@dataclass(frozen=True)
class Hold:
    """When a hold ends, counted day by day."""

    starts: datetime
    ends: datetime
    rule: Rule
    days: tuple[Day, ...]


def federal_holidays(first: date, last: date) -> Mapping[date, str]:
    """The federal holidays between two days, on the day on which they are observed."""
    from pandas import Series
    from pandas.tseries.holiday import USFederalHolidayCalendar

    found = USFederalHolidayCalendar().holidays(first, last, return_name=True)
    assert isinstance(found, Series)
    return {datetime.fromisoformat(str(day)).date(): str(name) for day, name in found.items()}


def hold(starts: datetime, rule: Rule = "excluding", holidays: Holidays = federal_holidays) -> Hold:
    """When 48 hours end that begin at the time when a person could be released.

    ``excluding`` skips Saturdays, Sundays and federal holidays from midnight to midnight;
    ``flat`` counts every hour. Times are those of the clock on the wall.
    """
    if not YEARS[0] <= starts.year <= YEARS[1] or starts.tzinfo is not None:
        low, high = YEARS
        raise ClockError(f"a hold begins at a local time in the years {low} to {high}")
    free = holidays(starts.date(), (starts + _SPAN).date()) if rule == "excluding" else {}
    days: list[Day] = []
    at, left = starts, HOURS
    while left:
        midnight = datetime.combine(at.date() + _DAY, time())
        counts = rule == "flat" or _why(at.date(), free) == "counted"
        counted = min(left, midnight - at) if counts else timedelta()
        days.append(_day(at.date(), counted, {} if rule == "flat" else free, counts))
        at, left = (at + counted if counted == left else midnight), left - counted
    return Hold(starts, at, rule, tuple(days))


def _why(
    day: date, free: Mapping[date, str]
) -> Literal["counted", "Saturday", "Sunday", "holiday"]:
    if day.weekday() == 5:
        return "Saturday"
    if day.weekday() == 6:
        return "Sunday"
    return "holiday" if day in free else "counted"


def _day(day: date, counted: timedelta, free: Mapping[date, str], counts: bool) -> Day:
    return Day(day, counted, "counted" if counts else _why(day, free), free.get(day, ""))
