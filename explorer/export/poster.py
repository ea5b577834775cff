"""The timeline as a poster: what stands where on a sheet, as large as the sheet allows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from explorer.content import cite
from explorer.content.library import Library
from explorer.export import posterbands as bands
from explorer.export.papers import Paper
from explorer.export.posterfoot import foot_of
from explorer.export.posteritems import MAIN, Happening, Items, Stretch
from explorer.export.postershapes import LEADING, Box, Drawing, Line, Mark, Text, Words
from explorer.export.postersources import Columns, Entry, cited, numbered
from explorer.export.postertitles import Forms, Measure, Shelf, Spot, Wanted, wrapped

USUAL: Final = 2.5  # millimeters of a title's letters on A4: about 7 points
SHORT_SIDE: Final = 210.0  # of the paper that USUAL is for
GROWTH: Final = 0.4  # how letters grow with the sheet: a larger one holds more as well
LARGER: Final = (1.6, 1.45, 1.3, 1.2, 1.1, 1.0, 0.92, 0.85)  # while every event fits
SMALLER: Final = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.6, 0.5)  # until the main events fit
MARGIN: Final = 0.035  # of the shorter side
WEIGHTS: Final = {3: 600, 2: 500, 1: 400}
MARKS: Final = {3: 0.46, 2: 0.36, 1: 0.3}  # half a mark, in units of the size
NOTES: Final = 0.26  # the share of a sheet that sources may take in full
SMALLEST: Final = 1.8  # millimeters of the letters of small print


class Poster(NamedTuple):
    """A poster ready to be drawn, and what is on it."""

    paper: Paper
    margin: float
    size: float  # of the titles, in millimeters
    drawing: Drawing
    shown: tuple[Happening, ...]
    total: int
    sources: tuple[str, ...]  # in the order of their numbers
    in_full: bool  # they stand on the poster; else on sheets of their own


def lay_out(
    library: Library,
    found: Items,
    paper: Paper,
    words: Words,
    measure: Measure,
    link: str,
    go_on: Callable[[], bool] = lambda: True,
) -> Poster | None:
    """The poster with the largest type that takes every event; else the main ones, and more.

    Main events always have their full titles: the type gets smaller until they fit. *go_on* is
    asked before each attempt; None if it says no.
    """
    forms = Forms(measure)
    usual = USUAL * (paper.height / SHORT_SIDE) ** GROWTH
    for scale in LARGER:
        if not go_on():
            return None
        tried = _Try(library, found, paper, words, forms, usual * scale, link)
        if tried.fill_whole():
            return tried.finish()
    for scale in SMALLER:
        if not go_on():
            return None
        tried = _Try(library, found, paper, words, forms, usual * scale, link)
        if tried.fill():
            return tried.finish()
    return tried.finish()


class _Try:
    """One attempt to fill a sheet with type of a size."""

    def __init__(
        self,
        library: Library,
        found: Items,
        paper: Paper,
        words: Words,
        forms: Forms,
        size: float,
        link: str,
    ) -> None:
        self.library, self.found, self.paper, self.words = library, found, paper, words
        self.forms, self.size = forms, size
        self.margin = paper.height * MARGIN
        self.line = size * LEADING
        self.names = self._names()
        left = self.margin + self._gutter()
        first, last = found.days
        self.axis = bands.Axis(left, paper.width - self.margin, first, last + 1, size, forms.width)
        self.head = self._head()
        self.band = self._bands()
        self.shelves = {lane: Shelf(left, self.axis.right, size, self.line) for lane in found.lanes}
        self.kept: list[Happening] = []
        everything = {s for event in found.events for s in event.sources}
        self._digits = "888" if len(everything | set(self._bar_sources())) > 99 else "88"
        self._choose_print()
        more = () if self.in_full else (words.more,)
        about = (*more, *words.about, words.see(link))
        self.foot = foot_of(words, self.band.keys, about, self._inner, size, self.wide)

    # ------------------------------------------------------------------------- measures

    def wide(self, text: str, size: float, weight: int = 400) -> float:
        """The width of a text of a size."""
        return self.forms.width(text, weight) * size

    @property
    def _inner(self) -> tuple[float, float]:
        return self.margin, self.paper.width - self.margin

    def _names(self) -> dict[str, tuple[str, ...]]:
        """What stands before the lanes and bands, in two lines at most."""
        texts = {lane: self.words.lane(lane) for lane in self.found.lanes}
        texts |= {
            "": self.words.terms,
            "eras": self.words.eras,
            "programs": self.words.programs,
        }
        named = {}
        for key, text in texts.items():
            forms = self.forms.of(text, 600)
            named[key] = forms[min(1, len(forms) - 1)].lines
        return named

    def _gutter(self) -> float:
        lines = (line for lines in self.names.values() for line in lines)
        return max(self.wide(line, self.size, 600) for line in lines) + 2.6 * self.size

    def _bar_sources(self) -> Iterable[str]:
        for stretches in (self.found.programs, self.found.eras, self.found.terms):
            for stretch in stretches:
                yield from stretch.sources

    def _choose_print(self) -> None:
        """Sources stand on the sheet where they take a fair share of it, else on others."""
        left, right = self._inner
        size = max(SMALLEST, self.size * 0.5)
        self.columns = Columns(left, right - left, round((right - left) / (48 * size)), size)
        self._known: dict[str, Entry] = {}
        everything = [s for event in self.found.events for s in event.sources]
        names = dict.fromkeys((*everything, *self._bar_sources()))
        lines = self.columns.fewest_lines([self._entry(0, name) for name in names])
        self.in_full = lines * size * LEADING <= NOTES * self.paper.height

    def _entry(self, number: int, source: str) -> Entry:
        if source not in self._known:
            text = cite.footnote(self.library.sources[source])
            self._known[source] = self.columns.entry(0, text, self._plain_width)
        return self._known[source]._replace(number=str(number))

    def _plain_width(self, text: str) -> float:
        return self.forms.width(text, 400)

    # --------------------------------------------------------------------- fixed parts

    def _head(self) -> tuple[Drawing, float]:
        left, right = self._inner
        title = self.words.title(self.found.start, self.found.end)
        size = min(self.size * 2.4, (right - left) / self.wide(title, 1.0, 700))
        wide = self.wide(title, size, 700)
        texts = [Text(left, 0, wide, title, size, 700)]
        sub, sub_size = self.words.subtitle, self.size * 1.1
        sub_wide = self.wide(sub, sub_size)
        beside = wide + sub_wide + 2 * self.size <= right - left
        y = (size - sub_size) * 0.98 if beside else size * LEADING
        texts.append(
            Text(
                right - sub_wide if beside else left, y, sub_wide, sub, sub_size, 400, "text-quiet"
            )
        )
        height = size * LEADING + (0 if beside else sub_size * LEADING) + 0.4 * self.size
        return Drawing(texts=tuple(texts)), height

    def _bands(self) -> _Bands:
        """Terms, periods, years and programs, one under the other."""
        axis, gap = self.axis, self.size * 0.35
        drawing, top = Drawing(), 0.0
        terms, height = bands.terms(axis, self.found.terms)
        if self.found.terms:
            drawing = drawing.and_(terms.down(top), self._name("", top, height))
            top += height + gap
        eras, height, keys = bands.eras(axis, self.found.eras)
        if self.found.eras:
            drawing = drawing.and_(eras.down(top), self._name("eras", top, height))
            top += height + gap
        marks, height = bands.years(axis, self.words)
        drawing = drawing.and_(bands.year_row(axis, marks).down(top))
        start, top = top + height, top + height + gap
        bars, height = bands.programs(axis, self.found.programs, self.words)
        if self.found.programs:
            least = self.line * len(self.names["programs"])
            height = max(height, least)
            drawing = drawing.and_(bars.down(top), self._name("programs", top, least))
            top += height + gap
        return _Bands(drawing, top, keys, marks, start)

    def _name(self, key: str, top: float, height: float) -> Drawing:
        lines = self.names[key]
        y = top + max(0.0, (height - len(lines) * self.line) / 2)
        return Drawing(texts=tuple(self._name_lines(lines, y, self.margin)))

    def _name_lines(self, lines: Sequence[str], top: float, left: float) -> Iterable[Text]:
        for number, text in enumerate(lines):
            wide = self.wide(text, self.size, 600)
            yield Text(left, top + number * self.line, wide, text, self.size, 600)

    # -------------------------------------------------------------------------- filling

    @property
    def _pad(self) -> float:
        return self.size * 0.8  # of a lane, above and below together

    def _lane_height(self, lane: str) -> float:
        least = len(self.names[lane]) * self.line
        return max(self.shelves[lane].height, least) + self._pad

    def _room(self) -> float:
        """What is left of the sheet, with the sources of what is kept."""
        lanes = sum(map(self._lane_height, self.found.lanes))
        _, years = self.band.drawing, self.line  # the years once more below the lanes
        used = self.head[1] + self.band.height + lanes + years + self.foot.height
        return self.paper.height - 2 * self.margin - used - self._sources_height(self.kept)

    def _sources_height(self, events: Sequence[Happening]) -> float:
        if not self.in_full:
            return 0.0
        size = self.columns.size * LEADING
        return (self.columns.fewest_lines(self._entries(events)) + 3) * size + self._behind_height

    @cached_property
    def _behind_height(self) -> float:
        """The lines that name the sources of bars and bands, at most."""
        numbers = dict.fromkeys(self._bar_sources(), 100)
        longest = self._behind(numbers)
        left, right = self._inner
        total = self.wide(longest, self.columns.size) * (3 if len(numbers) < 3 else 1)
        more = self.wide(f"{self._digits}, ", self.columns.size) * len(list(self._bar_sources()))
        return ((total + more) // (0.9 * (right - left)) + 1) * self.columns.size * LEADING

    def _behind(self, numbers: Mapping[str, int]) -> str:
        """The numbers of the sources behind bars and bands, in words."""
        return behind_bars(self.found, self.words, numbers)

    def _stretches(self) -> tuple[Stretch, ...]:
        return (*self.found.programs, *self.found.eras, *self.found.terms)

    def _numbers(self, events: Sequence[Happening]) -> dict[str, int]:
        in_time = sorted(events, key=lambda event: event.day)
        bars = [s.sources for s in self._stretches()]
        return numbered([*(event.sources for event in in_time), *bars])

    def _entries(self, events: Sequence[Happening]) -> list[Entry]:
        return [self._entry(n, source) for source, n in self._numbers(events).items()]

    def fill_whole(self) -> bool:
        """Place every event; whether there is room for all."""
        return self._shelve(self.found.events)

    def fill(self) -> bool:
        """Place the main events, then others by rank; whether all main ones have a place."""
        main = [event for event in self.found.events if event.weight >= MAIN]
        if not self._shelve(main):
            return False
        others = [event for event in self.found.events if event.weight < MAIN]
        for event in sorted(others, key=lambda event: (event.rank, event.day)):
            self._place(event)
        return True

    def _shelve(self, events: Sequence[Happening]) -> bool:
        """Place events that are in order of time, lane by lane; whether the sheet holds them."""
        self.kept = list(events)
        for lane, shelf in self.shelves.items():
            wanted = [self._wanted(event) for event in events if event.lane == lane]
            most = self._lane_height(lane) - self._pad + self._room()
            if wanted and not shelf.fill(wanted, most):
                return False
        return self._room() >= 0

    def _place(self, event: Happening) -> bool:
        shelf, height = self.shelves[event.lane], self._lane_height(event.lane)
        self.kept.append(event)
        room = self._room()
        spot = shelf.find(self._wanted(event), height + room - self._pad) if room >= 0 else None
        if spot is None:
            self.kept.pop()
            return False
        shelf.put(spot)
        return True

    def _wanted(self, event: Happening) -> Wanted:
        mark = MARKS[event.weight] * self.size * 1.3
        x = self.axis.x(event.day)
        numbers = ", ".join([self._digits] * len(event.sources))
        date = self.words.when(event.date, event.end)
        head = self.wide(date, self.size * 0.82, 500) + self.wide(numbers, self.size * 0.66)
        return Wanted(
            event.ref,
            min(x - mark, self.axis.x(event.first)),
            max(x + mark, self.axis.x(event.last)),
            head + 0.6 * self.size,
            self.forms.of(event.title, WEIGHTS[event.weight]),
        )

    # -------------------------------------------------------------------------- drawing

    def finish(self) -> Poster:
        """Everything in its place; room that is left is shared out among the lanes."""
        more = max(self._room(), 0.0) / max(len(self.found.lanes), 1)
        numbers = self._numbers(self.kept)
        top = self.margin
        drawing = self.head[0].down(top)
        top += self.head[1]
        drawing = drawing.and_(self.band.drawing.down(top))
        start = top + self.band.start
        top += self.band.height
        for place, lane in enumerate(self.found.lanes):
            height = self._lane_height(lane) + more
            drawing = drawing.and_(self._lane(lane, place, top, height, more, numbers))
            top += height
        lines = bands.grid(self.band.marks, start, top, self.size)
        drawing = Drawing(drawing.boxes, (*lines.lines, *drawing.lines), *drawing[2:])
        drawing = drawing.and_(bands.year_row(self.axis, self.band.marks).down(top))
        return self._with_foot(drawing, top + self.line, numbers)

    def _with_foot(self, drawing: Drawing, top: float, numbers: Mapping[str, int]) -> Poster:
        shown, total = len(self.kept), len(self.found.events)
        foot = self.foot.draw(self.words.shown(shown, total))
        drawing = drawing.and_(foot.down(top))
        top += self.foot.height
        if self.in_full:
            drawing = drawing.and_(self._sources(numbers).down(top))
        in_time = tuple(sorted(self.kept, key=lambda event: event.day))
        return Poster(
            self.paper,
            self.margin,
            self.size,
            drawing,
            in_time,
            total,
            tuple(numbers),
            self.in_full,
        )

    def _sources(self, numbers: Mapping[str, int]) -> Drawing:
        """The list of sources, with the numbers that belong to bars and bands before it."""
        size, (left, right) = self.columns.size, self._inner
        text = f"{self.words.sources} {self._behind(numbers)}"
        lines = wrapped(text, right - left, lambda one: self.wide(one, size))
        texts = (
            Text(left, n * size * LEADING, self.wide(line, size), line, size)
            for n, line in enumerate(lines)
        )
        entries = self._entries(self.kept)
        most = self.columns.fewest_lines(entries)
        listing, _ = self.columns.draw(entries, most, self._plain_width)
        down = (len(lines) + 0.4) * size * LEADING
        return Drawing(texts=tuple(texts)).and_(listing.down(down))

    def _lane(
        self,
        lane: str,
        place: int,
        top: float,
        height: float,
        more: float,
        numbers: Mapping[str, int],
    ) -> Drawing:
        left, right = self._inner
        role = "lane-" + lane.lower().replace(" ", "-")
        ground = "panel-sunk" if place % 2 == 0 else "panel"
        box = Box(left, top, right - left, height, ground)
        edge = Line(left, top, right, top, "grid", self.size * 0.06)
        inner = top + (self._pad + more) / 2
        mark = Mark(left + 0.8 * self.size, inner + self.line / 2, self.size * 0.46, role)
        name = self._name_lines(self.names[lane], inner, left + 1.7 * self.size)
        drawing = Drawing((box,), (edge,), (mark,), tuple(name))
        events = {event.ref: event for event in self.kept if event.lane == lane}
        if not events:
            wide = self.wide(self.words.nothing, self.size)
            x = self.axis.left + 0.4 * self.size
            said = Text(x, inner, wide, self.words.nothing, self.size, 400, "text-quiet")
            return drawing.and_(Drawing(texts=(said,)))
        spots = (
            self._spot(spot, events[spot.ref], role, inner, numbers)
            for spot in self.shelves[lane].spots
        )
        return drawing.and_(*spots)

    def _spot(
        self, spot: Spot, event: Happening, role: str, top: float, numbers: Mapping[str, int]
    ) -> Drawing:
        size, axis = self.size, self.axis
        y = top + spot.top
        x, middle = axis.x(event.day), y + self.line / 2
        first, last = axis.x(event.first), axis.x(event.last)
        half = MARKS[event.weight] * size
        span = Line(first, middle, last, middle, role, size * 0.16)
        lines = (span,) if last - first > 2 * half else ()
        date = self.words.when(event.date, event.end)
        refs = cited(event.sources, numbers)
        parts = [(date, size * 0.82, 500, "text-quiet"), (refs, size * 0.66, 400, "text-quiet")]
        wide = sum(self.wide(*part[:3]) for part in parts) + 0.5 * size
        at = spot.words + (spot.width - wide if spot.is_before else 0.0)
        texts = []
        for text, letters, weight, ink in parts:
            down = (size - letters) * 0.95
            texts.append(
                Text(at, y + down, self.wide(text, letters, weight), text, letters, weight, ink)
            )
            at += texts[-1].width + 0.5 * size
        for number, text in enumerate(spot.form.lines, 1):
            weight = WEIGHTS[event.weight]
            wide = self.wide(text, size, weight)
            at = spot.words + (spot.width - wide if spot.is_before else 0.0)
            texts.append(Text(at, y + number * self.line, wide, text, size, weight))
        return Drawing((), lines, (Mark(x, middle, half, role),), tuple(texts))


def behind_bars(found: Items, words: Words, numbers: Mapping[str, int]) -> str:
    """The numbers of the sources of programs, periods and terms of office, in a sentence."""
    named = [
        f"{one.short or one.name} {cited(one.sources, numbers)}"
        for one in (*found.programs, *found.eras)
    ]
    if found.terms:
        sources = [source for term in found.terms for source in term.sources]
        named.append(f"{words.terms} {cited(sources, numbers)}")
    return words.behind_bars("; ".join(named)) if named else ""


class _Bands(NamedTuple):
    """The bands above the lanes, their height, and what else is needed of them."""

    drawing: Drawing
    height: float
    keys: tuple[str, ...]  # periods that are named by a letter
    marks: tuple[tuple[float, str], ...]
    start: float  # where the lines of the years begin
