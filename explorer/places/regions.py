"""Outlines of counties and states, and which of them lies at a point."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import msgspec

from explorer import paths

Point = tuple[float, float]
Ring = tuple[Point, ...]
FILE: Final = "content/places/counties.topo.json"
CELL: Final = 25.0  # side of a cell of the grid in which a point is looked up


class MapError(ValueError):
    """The file of outlines cannot be used; the message says where and why, and what to do."""


class Region(msgspec.Struct, frozen=True):
    """A county or state: its code, its name, its outlines in units of the map."""

    id: str  # FIPS code: five digits of a county, two of a state
    name: str
    rings: tuple[Ring, ...]  # closed by nature: the last point joins the first

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        xs = [x for ring in self.rings for x, _ in ring]
        ys = [y for ring in self.rings for _, y in ring]
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def center(self) -> Point:
        """The middle of its largest part, for a sign."""
        return _middle(max(self.rings, key=lambda ring: abs(_area(ring))))

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside; holes are outside.

        >>> square = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0))
        >>> hole = ((1.0, 1.0), (3.0, 1.0), (3.0, 3.0), (1.0, 3.0))
        >>> town = Region("1", "Town", (square, hole))
        >>> town.holds(0.5, 2), town.holds(2, 2), town.holds(5, 2)
        (True, False, False)
        """
        return sum(_crosses(ring, x, y) for ring in self.rings) % 2 == 1


class Atlas:
    """All outlines of the map, on a canvas whose size is :attr:`box`; y points down."""

    def __init__(self, counties: Sequence[Region], states: Sequence[Region]) -> None:
        self.counties: Mapping[str, Region] = {region.id: region for region in counties}
        self.states: Mapping[str, Region] = {region.id: region for region in states}

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of all that is drawn."""
        boxes = [region.box for region in self.states.values()]
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)

    def at(self, x: float, y: float) -> str:
        """The code of the county at a point; "" outside of all."""
        cell = int(x // CELL), int(y // CELL)
        return next((id for id in self._grid.get(cell, ()) if self.counties[id].holds(x, y)), "")

    @cached_property
    def _grid(self) -> dict[tuple[int, int], list[str]]:
        """Cell of the canvas -> counties that may reach into it."""
        grid: dict[tuple[int, int], list[str]] = {}
        for id, region in self.counties.items():
            for cell in _cells(region.box):
                grid.setdefault(cell, []).append(id)
        return grid


def open_atlas(file: Path | None = None) -> Atlas:
    """The bundled map, or that of a TopoJSON file; a :class:`MapError` where it is damaged."""
    file = file or paths.resources() / FILE
    try:
        topology = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise MapError(f"{file.name} cannot be read ({error.strerror}). {ADVICE}") from error
    except ValueError as error:
        raise MapError(f"{file.name} is not JSON ({error}). {ADVICE}") from error
    try:
        return Atlas(tuple(_regions(topology, "counties")), tuple(_regions(topology, "states")))
    except (AttributeError, KeyError, TypeError, IndexError, ValueError) as error:
        why = f"{type(error).__name__}: {error}"
        raise MapError(f"{file.name} is not a map of counties and states ({why}). {ADVICE}") from (
            error
        )


ADVICE: Final = "Install the program again, or put back the file that came with it."


def _regions(topology: Mapping[str, Any], name: str) -> Iterator[Region]:
    """The regions of one object of a TopoJSON topology."""
    arcs = _arcs(topology)
    for geometry in topology["objects"][name]["geometries"]:
        shapes = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = tuple(_ring(arcs, indexes) for shape in shapes for indexes in shape)
        yield Region(str(geometry["id"]), str(geometry["properties"]["name"]), rings)


def _arcs(topology: Mapping[str, Any]) -> list[list[Point]]:
    """Lines between two meeting points: the file holds steps from one point to the next."""
    (wide, high), (left, top) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for steps in topology["arcs"]:
        x = y = 0
        line = []
        for step in steps:
            x += step[0]
            y += step[1]
            line.append((x * wide + left, y * high + top))
        found.append(line)
    return found


def _ring(arcs: Sequence[Sequence[Point]], indexes: Sequence[int]) -> Ring:
    """Lines joined to an outline; a negative index ~i is line i backwards."""
    points: list[Point] = []
    for index in indexes:
        line = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(line[1:] if points else line)
    return tuple(points[:-1])


def _crosses(ring: Ring, x: float, y: float) -> int:
    """How many sides of an outline a line from the point to the right crosses."""
    count = 0
    for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            count += 1
    return count


def _area(ring: Ring) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise((*ring, ring[0]))) / 2


def _middle(ring: Ring) -> Point:
    """The center of gravity of an outline; the mean of its points where it has no area."""
    area = _area(ring)
    if abs(area) < 1e-9:
        return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)
    x = y = 0.0
    for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])):
        part = x1 * y2 - x2 * y1
        x += (x1 + x2) * part
        y += (y1 + y2) * part
    return x / (6 * area), y / (6 * area)


def _cells(box: tuple[float, float, float, float]) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = (int(side // CELL) for side in box)
    for column in range(left, right + 1):
        yield from ((column, row) for row in range(top, bottom + 1))
