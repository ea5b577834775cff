"""Steps and arrows in place: where each box stands, where each line runs, and what fits in.

A :class:`Plan` holds what never depends on a size: the grid, the routes, the bands. A
:class:`Layout` is a plan in a pane of some width and height, with text of some size. Neither
knows the date, so a box never moves when the moment does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import groupby, pairwise
from typing import Final, Literal, NamedTuple

import msgspec

from explorer.content.library import Library
from explorer.pipeline.routes import Leg, Point, Route, cell, route

Measure = Callable[[str, str], tuple[float, float]]
"""Width and height of one line of text at a size: ``label``, ``note`` or ``lane``."""

ELLIPSIS: Final = "…"
LANES: Final = ("local", "state", "fbi", "ice", "court", "outcome")
_BAND: Final = {"dhs": "ice", "exit": "outcome"}  # lanes that share a band with another
_LINES: Final = (5, 4, 3, 2, 1)  # in a box: so many lines if there is room
_LABEL_LINES: Final = 2
_FEW: Final = 2  # so many boxes of the overview may go without their second text
_WIDEST: Final = 11.0  # a box is at most so many line heights wide
_BREAK: Final = re.compile(r"(?<=[-/])|\s+")


class Rect(NamedTuple):
    """A box on the diagram."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right side."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower side."""
        return self.y + self.h

    def meets(self, other: Rect, gap: float = 0.0) -> bool:
        """Whether the two overlap or come nearer than *gap*."""
        return (
            self.x < other.right + gap
            and other.x < self.right + gap
            and self.y < other.bottom + gap
            and other.y < self.bottom + gap
        )


class Spot(msgspec.Struct, frozen=True):
    """A box to be placed: a step of the full diagram or a box of the overview."""

    id: str
    label: str
    short: str
    lane: str
    column: float
    row: float
    members: tuple[str, ...]  # the steps that it stands for
    group: str = ""  # the folded group that it stands for

    @property
    def note(self) -> str:
        """The quiet second text: the full label, where it says more than the short one."""
        return self.label if self.label.casefold() != self.short.casefold() else ""


class Line(msgspec.Struct, frozen=True):
    """A line to be drawn: one arrow, or all arrows between two boxes of the overview."""

    id: str
    source: str
    target: str
    members: tuple[str, ...]  # the arrows that it stands for


class Band(msgspec.Struct, frozen=True):
    """Rows in which the same actors act."""

    lanes: tuple[str, ...]
    first: int
    last: int


class Plan(msgspec.Struct, frozen=True, dict=True):
    """A diagram without a size."""

    kind: Literal["overview", "full"]
    spots: Mapping[str, Spot]
    lines: Mapping[str, Line]
    routes: tuple[Route, ...]
    bands: tuple[Band, ...]
    columns: int
    rows: int
    inside: Mapping[str, str]  # arrow -> the box that holds both of its ends
    base: Plan | None = None  # the plan with every group open, where this one has some folded

    def spot_of(self, node: str) -> str:
        """The box in which a step stands."""
        return self._spots[node]

    def line_of(self, edge: str) -> str:
        """The line on which an arrow runs; empty where both of its ends are in one box."""
        return self._lines.get(edge, "")

    @cached_property
    def _spots(self) -> Mapping[str, str]:
        return {node: spot.id for spot in self.spots.values() for node in spot.members}

    @cached_property
    def _lines(self) -> Mapping[str, str]:
        return {edge: line.id for line in self.lines.values() for edge in line.members}

    def leaving(self, spot: str) -> tuple[Line, ...]:
        """The lines out of a box, from the top down."""
        found = [line for line in self.lines.values() if line.source == spot]
        return tuple(sorted(found, key=lambda line: self._at(line.target)))

    def entering(self, spot: str) -> tuple[Line, ...]:
        """The lines into a box, from the top down."""
        found = [line for line in self.lines.values() if line.target == spot]
        return tuple(sorted(found, key=lambda line: self._at(line.source)))

    def _at(self, spot: str) -> tuple[float, float]:
        return self.spots[spot].row, self.spots[spot].column


def overview(library: Library) -> Plan:
    """The nine boxes for projection and for a small pane."""
    spots = [
        Spot(b.id, b.label, b.short_label, b.lane, b.col or 0, b.row or 0, b.members)
        for b in sorted(library.boxes.values(), key=lambda box: box.order)
    ]
    return _plan("overview", library, spots)


def full(library: Library) -> Plan:
    """All steps and arrows."""
    spots = [
        Spot(n.id, n.label, n.short_label, n.lane, n.col or 0, n.row or 0, (n.id,))
        for n in sorted(library.nodes.values(), key=lambda node: (node.layer, node.row or 0))
    ]
    return _plan("full", library, spots)


def _plan(kind: Literal["overview", "full"], library: Library, spots: Sequence[Spot]) -> Plan:
    home = {node: spot.id for spot in spots for node in spot.members}
    members: dict[tuple[str, str, str], list[str]] = {}
    inside: dict[str, str] = {}
    for edge in library.edges.values():
        source, target = home[edge.from_], home[edge.to]
        if source == target:
            inside[edge.id] = source
        else:
            name = edge.id if kind == "full" else f"{source}>{target}"
            members.setdefault((name, source, target), []).append(edge.id)
    lines = {key[0]: Line(*key, tuple(edges)) for key, edges in members.items()}
    by_id = {spot.id: spot for spot in spots}
    columns = int(max(spot.column for spot in spots)) + 1
    rows = int(max(spot.row for spot in spots)) + 1
    bands = _bands(spots)
    routes = _routes(by_id, lines, bands, (2 * columns, 2 * rows), _laid(kind, library))
    return Plan(kind, by_id, lines, routes, bands, columns, rows, inside)


def _laid(kind: str, library: Library) -> dict[str, Sequence[Point]]:
    if kind == "overview":
        return {}
    edges = library.edges.values()
    return {edge.id: [cell(*point) for point in edge.via] for edge in edges if edge.via}


def _bands(spots: Iterable[Spot]) -> tuple[Band, ...]:
    def lanes(row: list[Spot]) -> tuple[str, ...]:
        found = {_BAND.get(spot.lane, spot.lane) for spot in row}
        return tuple(lane for lane in LANES if lane in found)

    ordered = sorted(spots, key=lambda spot: spot.row)
    by_row = [(int(row), lanes(list(group))) for row, group in groupby(ordered, lambda s: s.row)]
    bands = []
    for names, group in groupby(by_row, lambda pair: pair[1]):
        numbers = [row for row, _ in group]
        bands.append(Band(names, numbers[0], numbers[-1]))
    return tuple(bands)


def _routes(
    spots: Mapping[str, Spot],
    lines: Mapping[str, Line],
    bands: Iterable[Band],
    size: Point,
    laid: Mapping[str, Sequence[Point]],
) -> tuple[Route, ...]:
    at = {spot.id: cell(spot.column, spot.row) for spot in spots.values()}
    names = {cell(0, band.first) for band in bands}  # kept free for the name of the lane
    ends = {line.id: (at[line.source], at[line.target]) for line in lines.values()}
    return route(ends, names | set(at.values()), size, laid)


# ------------------------------------------------------------------------------ in a pane


class Placed(msgspec.Struct, frozen=True):
    """A box with its text broken into the lines that fit."""

    rect: Rect
    label: tuple[str, ...]
    note: tuple[str, ...] = ()
    cut: bool = False  # something is shortened or left out: the tooltip has all of it


class NamedBand(msgspec.Struct, frozen=True):
    """A band and the lines of its name."""

    rect: Rect
    name: tuple[str, ...]
    at: tuple[float, float]  # left and top of the name
    cut: bool = False


class Layout(msgspec.Struct, frozen=True):
    """A plan in a pane; larger than the pane only where its text would not fit otherwise."""

    width: float
    height: float
    boxes: Mapping[str, Placed]
    lines: Mapping[str, tuple[tuple[float, float], ...]]
    bands: tuple[NamedBand, ...]
    line_height: float = 0.0

    def box_at(self, x: float, y: float) -> str:
        """The box at a point, or nothing."""
        point = Rect(x, y, 0.001, 0.001)
        return next((name for name, box in self.boxes.items() if box.rect.meets(point)), "")

    def line_at(self, x: float, y: float, reach: float) -> str:
        """The line that passes nearest to a point within *reach*, or nothing."""
        near = {name: _distance(points, x, y) for name, points in self.lines.items()}
        best = min(near, key=lambda name: near[name], default="")
        return best if best and near[best] <= reach else ""


def lay_out(
    plan: Plan, width: float, height: float, measure: Measure, names: Sequence[str]
) -> Layout:
    """Place a plan in a pane; *names* are the words for its bands, in their order.

    Where the room is short, the quiet second text is left out, never shortened; a label is then
    broken into two lines. Where even that would cut a label, the layout is larger than the pane.
    """
    line = measure("x", "note")[1]
    gap = min(9.0, max(5.0, 0.42 * line))
    columns = _Axis(plan, upright=True, gap=gap, arrow=min(20.0, 1.1 * line))
    rows = _Axis(plan, upright=False, gap=gap, arrow=min(16.0, 0.9 * line))
    rows.channels[0] = max(rows.channels[0], measure("x", "lane")[1] + 0.5 * line)
    pad = 0.45 * line
    longest = max(_longest_word(spot.short, measure, "label") for spot in plan.spots.values())
    columns.settle(width, longest + 2 * pad + 1, _WIDEST * line)
    box_width = columns.box
    texts, needed = _fit(plan, box_width - 2 * pad, rows.room(height) - 0.8 * pad, measure)
    rows.settle(height, needed + 0.8 * pad, needed + 1.6 * pad)
    boxes = {
        spot.id: Placed(
            Rect(
                columns.middle(2 * spot.column + 1) - box_width / 2,
                rows.middle(2 * spot.row + 1) - rows.box / 2,
                box_width,
                rows.box,
            ),
            *texts[spot.id],
        )
        for spot in plan.spots.values()
    }
    lines = {one.line: _points(one, plan, boxes, columns, rows) for one in plan.routes}
    bands = _named_bands(plan, columns, rows, measure, names, pad)
    return Layout(columns.total, rows.total, boxes, lines, bands, line)


class _Axis:
    """Columns or rows with the channels between them, along one direction."""

    def __init__(self, plan: Plan, upright: bool, gap: float, arrow: float) -> None:
        self.count = plan.columns if upright else plan.rows
        self.gap = gap
        self.box = 0.0
        self.total = 0.0
        self._upright = upright
        tracks = [0] * (self.count + 1)
        for one in plan.routes:
            for leg in one.legs:
                if leg.upright == upright and leg.at % 2 == 0:
                    tracks[leg.at // 2] = max(tracks[leg.at // 2], leg.tracks)
        inner = range(1, self.count)
        self.channels = [
            max((many + 1) * gap if many else 0.0, arrow + gap if i in inner else 2 * gap)
            for i, many in enumerate(tracks)
        ]
        self._starts: list[float] = []

    def room(self, total: float) -> float:
        """How large a box can be at most."""
        return (total - sum(self.channels)) / self.count

    def settle(self, total: float, least: float, most: float) -> None:
        """Give the boxes a size between two bounds, and what is left over to the channels."""
        self.box = max(least, min(most, self.room(total)))
        spare = max(0.0, total - sum(self.channels) - self.box * self.count)
        share = spare / max(1, self.count)
        for index in range(self.count + 1):
            outer = index in (0, self.count)
            self.channels[index] += share / 2 if outer else share
        self._starts = [0.0]
        for index in range(self.count):
            self._starts.append(self._starts[-1] + self.channels[index] + self.box)
        self.total = self._starts[-1] + self.channels[-1]

    def middle(self, at: float) -> float:
        """The middle of a channel (even) or of a column or row (odd)."""
        index = int(at // 2)
        start = self._starts[index]
        if at % 2:
            return start + self.channels[index] + self.box / 2
        return start + self.channels[index] / 2

    def place(self, leg: Leg, side: float) -> float:
        """Where a leg runs: beside its neighbors, and on a box never beyond its *side*."""
        spread = min(1.8 * self.gap, (side - 8) / leg.tracks) if leg.at % 2 else self.gap
        return self.middle(leg.at) + (leg.track - (leg.tracks - 1) / 2) * spread


def _points(
    one: Route, plan: Plan, boxes: Mapping[str, Placed], columns: _Axis, rows: _Axis
) -> tuple[tuple[float, float], ...]:
    """The corners of a line, from the side of one box to the side of the other."""
    places = [
        columns.place(leg, columns.box) if leg.upright else rows.place(leg, rows.box)
        for leg in one.legs
    ]
    line = plan.lines[one.line]
    first, last = one.legs[0], one.legs[-1]
    points = [_at_side(boxes[line.source].rect, first, places[0], first.end > first.start)]
    for (leg, place), (_, after) in pairwise(zip(one.legs, places, strict=True)):
        points.append((place, after) if leg.upright else (after, place))
    points.append(_at_side(boxes[line.target].rect, last, places[-1], last.end < last.start))
    return tuple(points)


def _at_side(rect: Rect, leg: Leg, place: float, far: bool) -> tuple[float, float]:
    if leg.upright:
        return place, rect.bottom if far else rect.y
    return (rect.right if far else rect.x), place


def _named_bands(
    plan: Plan,
    columns: _Axis,
    rows: _Axis,
    measure: Measure,
    names: Sequence[str],
    pad: float,
) -> tuple[NamedBand, ...]:
    height = measure("x", "lane")[1]
    taken = {(spot.column, spot.row) for spot in plan.spots.values()}
    bands = []
    for index, (band, name) in enumerate(zip(plan.bands, names, strict=True)):
        top = rows.middle(2 * band.first) if index else 0.0
        last = index + 1 == len(plan.bands)
        bottom = rows.total if last else rows.middle(2 * band.last + 2)
        free = (0, band.first) not in taken
        wide = columns.channels[0] + columns.box if free else columns.total / 2
        left = columns.channels[0]
        room = wide - left
        most = max(1, int((bottom - top) / height)) if free else 1
        lines, cut = broken(name, room, most, measure, "lane")
        middle = rows.middle(2 * band.first + 1) - height * len(lines) / 2
        highest = min(top + pad / 2, bottom - height * len(lines))
        at = (left, max(highest, middle) if free else top + 0.4 * pad)
        bands.append(NamedBand(Rect(0, top, columns.total, bottom - top), lines, at, cut))
    return tuple(bands)


# ------------------------------------------------------------------------------------ text

Text = tuple[tuple[str, ...], tuple[str, ...], bool]


def _fit(
    plan: Plan, width: float, height: float, measure: Measure
) -> tuple[dict[str, Text], float]:
    """The text of every box, all with as many lines as have room in each of them."""
    texts: dict[str, Text] = {}
    for most in _LINES:
        tried = {spot.id: _text(spot, width, most, measure) for spot in plan.spots.values()}
        if texts and any(text[0][-1].endswith(ELLIPSIS) for text in tried.values()):
            break  # rather larger than the pane than without its labels
        texts = tried if plan.kind == "full" else _alike(tried)
        needed = max(_height(text, measure) for text in texts.values())
        if needed <= height:
            break
    return texts, needed


def _alike(texts: Mapping[str, Text]) -> dict[str, Text]:
    """The same texts, without the second one of any box where too many would have none."""
    if sum(cut for _, _, cut in texts.values()) <= _FEW:
        return dict(texts)
    return {name: (label, (), cut or bool(note)) for name, (label, note, cut) in texts.items()}


def _text(spot: Spot, width: float, most: int, measure: Measure) -> Text:
    label, cut = broken(spot.short, width, min(most, _LABEL_LINES), measure, "label")
    if not spot.note or most <= max(len(label), _LABEL_LINES - 1):
        return label, (), cut or bool(spot.note)
    note, left_out = broken(spot.note, width, most - len(label), measure, "note")
    return label, () if left_out else note, cut or left_out


def _height(text: Text, measure: Measure) -> float:
    return len(text[0]) * measure("x", "label")[1] + len(text[1]) * measure("x", "note")[1]


def _longest_word(text: str, measure: Measure, size: str) -> float:
    return max(measure(word, size)[0] for word in _BREAK.split(text) if word)


def broken(
    text: str, width: float, most: int, measure: Measure, size: str
) -> tuple[tuple[str, ...], bool]:
    """The text in at most so many lines, and whether it had to be shortened.

    >>> broken("State and FBI check", 9, 2, lambda text, size: (len(text), 1), "note")
    (('State and', 'FBI check'), False)
    >>> broken("State and FBI check", 9, 1, lambda text, size: (len(text), 1), "note")
    (('State an…',), True)
    """
    lines = _wrapped(text, width, measure, size)
    kept = lines[:most]
    cut = len(lines) > most
    if cut:
        kept[-1] = re.sub(r"(?<=[-/]) ", "", " ".join(lines[most - 1 :]))
    fitted = [shortened(part, width, measure, size) for part in kept]
    return tuple(fitted), cut or fitted != kept


def _wrapped(text: str, width: float, measure: Measure, size: str) -> list[str]:
    lines = [""]
    for word in re.findall(r"[^\s/-]+[/-]?|[/-]|\s+", text):
        if not word.strip():
            lines[-1] += " " if lines[-1] else ""
        elif not lines[-1] or measure(lines[-1] + word, size)[0] <= width:
            lines[-1] += word
        else:
            lines[-1] = lines[-1].rstrip()
            lines.append(word)
    return [part.strip() for part in lines if part.strip()]


def shortened(text: str, width: float, measure: Measure, size: str) -> str:
    """The text, or as much of it as fits with an ellipsis."""
    if measure(text, size)[0] <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle].rstrip() + ELLIPSIS, size)[0] <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS


def _distance(points: Sequence[tuple[float, float]], x: float, y: float) -> float:
    """How far a point is from a line of straight parts."""
    return min(
        max(0.0, min(ax, bx) - x, x - max(ax, bx)) + max(0.0, min(ay, by) - y, y - max(ay, by))
        for (ax, ay), (bx, by) in pairwise(points)
    )
