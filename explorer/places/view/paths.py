"""Outlines as Qt paths, made once, and the color that each county has on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from explorer.places.regions import Atlas, Region, open_atlas
from explorer.places.spread import NOT_YET, STEPS, UNDATED


class Outlines:
    """Paths of all counties and states in the units of the map."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        left, top, right, bottom = atlas.box
        self.box = QRectF(left, top, right - left, bottom - top)
        self.counties = {id: _path(region) for id, region in atlas.counties.items()}
        self.states = {id: _path(region) for id, region in atlas.states.items()}
        self.boxes = {id: path.boundingRect() for id, path in self.counties.items()}
        self.borders = together(self.states.values())

    @cached_property
    def county_borders(self) -> QPainterPath:
        """The outlines of all counties."""
        return together(self.counties.values())

    def center(self, fips: str) -> QPointF:
        """Where the sign of a county stands; of a state by its two digits."""
        regions = self.atlas.counties if len(fips) > 2 else self.atlas.states
        return QPointF(*regions[fips].center)

    def by_step(self, steps: Mapping[str, int]) -> dict[int, QPainterPath]:
        """One path for each step of a day, of all counties that belong to it."""
        found: dict[int, list[QPainterPath]] = {}
        for id, path in self.counties.items():
            found.setdefault(steps.get(id, NOT_YET), []).append(path)
        return {step: together(paths) for step, paths in found.items()}


_outlines: list[Outlines] = []


def outlines() -> Outlines:
    """The bundled map, decoded when it is first asked for and kept; may raise a ``MapError``."""
    if not _outlines:
        _outlines.append(Outlines(open_atlas()))
    return _outlines[0]


def together(paths: Iterable[QPainterPath]) -> QPainterPath:
    """Several paths as one."""
    whole = QPainterPath()
    for path in paths:
        whole.addPath(path)
    return whole


def role_of(step: int) -> str:
    """The color of a step: the earliest is the strongest."""
    if step == NOT_YET:
        return "map-land"
    if step == UNDATED:
        return "map-no-date"
    return f"map-step-{len(STEPS) - step}"


def _path(region: Region) -> QPainterPath:
    path = QPainterPath()
    for ring in region.rings:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in ring]))
        path.closeSubpath()
    return path
