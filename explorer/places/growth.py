"""How many counties were connected by month: every state, the nation, and published totals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

import msgspec

from explorer.content import tidy
from explorer.content.dates import When
from explorer.content.library import Library
from explorer.content.model import Figure
from explorer.places.listing import states
from explorer.places.spread import PUBLISHED, curve, shares

FIRST: Final = date(2008, 10, 1)  # what the curves begin and end with
LAST: Final = date(2013, 1, 31)
LEVELS: Final = 5  # shades of a share: under 20, 40, 60, 80 percent, and from there to all
FIELDS: Final = (
    *("state", "name", "day", "counties_activated", "counties", "share_at_least"),
    *("counties_without_date", "first_activated_on", "last_activated_on", "source"),
)
CURVE_FIELDS: Final = ("line", "name", "month", "counties_activated", "kind", "source")
MEANING: Final = (
    "Activated: fingerprints taken at the county’s jail are checked against immigration records. "
    "It does not mean that the county asked for it.",
    "The county list has no date for 41 counties and for no territory, so its sums are lower than "
    "the totals that were published. Counties without a date stand in the whole of a share and "
    "not in its part: such a share is “at least”.",
)


class StateRow(msgspec.Struct, frozen=True):
    """How one state stood on a day, and from when to when its counties were connected."""

    state: str  # two letters
    name: str
    active: int
    counties: int
    undated: int
    first: When | None  # None: no county of it has a date
    last: When | None

    @property
    def ref(self) -> str:
        """The reference of the state."""
        return f"place:state:{self.state}"

    @property
    def percent(self) -> int:
        """Whole percent connected, never rounded up: 100 are all of its counties."""
        return 100 * self.active // self.counties

    @property
    def level(self) -> int:
        """From 0, none, to :data:`LEVELS`, 80 percent and more."""
        return 0 if self.active == 0 else min(LEVELS, 1 + LEVELS * self.active // self.counties)

    @property
    def has_no_dates(self) -> bool:
        """Whether nothing at all is known by date, as in Alaska and Hawaii."""
        return self.undated == self.counties


class Line(msgspec.Struct, frozen=True):
    """The curve of a state, or of the nation, by the county list: sums at the ends of months."""

    state: str  # "" for the nation
    name: str
    points: tuple[tuple[date, int], ...]  # the first day of each month, and the sum in its course

    @property
    def total(self) -> int:
        """What it ends with."""
        return self.points[-1][1]

    @property
    def ref(self) -> str:
        """The reference of the place."""
        return f"place:state:{self.state}" if self.state else "place:nation:US"

    def at(self, day: date) -> int:
        """The sum on a day."""
        return max((total for month, total in self.points if month <= day), default=0)


def state_rows(library: Library, day: date) -> tuple[StateRow, ...]:
    """All states and the District of Columbia on a day, by name."""
    names, spans = states(library), _spans(library)
    return tuple(
        StateRow(
            share.state,
            names[share.state],
            share.active,
            share.counties,
            share.undated,
            *spans.get(share.state, (None, None)),
        )
        for share in sorted(shares(library, day), key=lambda share: names[share.state])
    )


def _spans(library: Library) -> dict[str, tuple[When, When]]:
    found: dict[str, list[When]] = {}
    for row in library.activations():
        found.setdefault(row.state, []).append(row.activated_on)
    return {state: (min(dates), max(dates)) for state, dates in found.items()}


def nation(library: Library) -> Line:
    """The curve of the whole county list."""
    return Line("", library.name("place:nation:US"), curve(library))


def lines(library: Library) -> tuple[Line, ...]:
    """The curve of every state that has dates, by name."""
    found = ((state, name, curve(library, state)) for state, name in states(library).items())
    return tuple(Line(state, name, points) for state, name, points in found if points)


def published(library: Library) -> tuple[tuple[date, Figure], ...]:
    """The totals that were published, each at the last day that its date can mean."""
    dated = ((figure.date, figure) for figure in library.figures(PUBLISHED))
    return tuple(sorted((when.last, figure) for when, figure in dated if when is not None))


def spread_out(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Heights for labels near those wanted, in the same order and a gap apart.

    >>> spread_out([10, 12, 40], 10, 0, 100)
    [6.0, 16.0, 40.0]
    """
    groups: list[tuple[float, int]] = []  # the middle of a group of labels, and how many
    for height in wanted:
        middle, many = float(height), 1
        while groups and middle - groups[-1][0] < gap * (many + groups[-1][1]) / 2:
            before, some = groups.pop()
            middle = (middle * many + before * some) / (many + some)
            many += some
        groups.append((middle, many))
    found = [m + gap * (at - (many - 1) / 2) for m, many in groups for at in range(many)]
    for at in range(len(found)):
        found[at] = max(found[at], low + gap * at)
    for at in range(1, len(found) + 1):
        found[-at] = min(found[-at], high - gap * (at - 1))
    return found


def states_csv(library: Library, day: date, title: str, link: str = "") -> str:
    """Every state on a day as a tidy file."""
    sources = list_sources(library)
    lines_above = [*tidy.about(library, title, link), *MEANING, *tidy.cited(library, sources)]
    rows = (
        (
            *(row.state, row.name, day.isoformat(), str(row.active), str(row.counties)),
            "" if row.has_no_dates else f"{row.active / row.counties:.4f}",
            str(row.undated),
            *("" if when is None else when.text for when in (row.first, row.last)),
            ";".join(sources),
        )
        for row in state_rows(library, day)
    )
    return tidy.as_csv(lines_above, FIELDS, rows)


def curves_csv(library: Library, title: str, link: str = "") -> str:
    """All curves by month, and the published totals, as a tidy file."""
    sources, totals = list_sources(library), [figure for _, figure in published(library)]
    above = [*tidy.about(library, title, link), *MEANING]
    above += tidy.cited(library, [*sources, *(figure.source for figure in totals)])
    rows = [
        (line.state or "US", line.name, f"{month:%Y-%m}", str(total), "county list", sources[0])
        for line in (nation(library), *lines(library))
        for month, total in line.points
    ]
    rows += [
        (
            *("US", library.name("place:nation:US"), figure.date.text if figure.date else ""),
            *(tidy.number(figure.value), "published total", figure.source),
        )
        for figure in totals
    ]
    return tidy.as_csv(above, CURVE_FIELDS, rows)


def list_sources(library: Library) -> tuple[str, ...]:
    """The sources of the county list, each once."""
    named = [row.source for row in library.activations()]
    named += [source for gap in library.undated() for source in gap.sources]
    return tuple(dict.fromkeys(named))
