"""How the map is painted: the colors of steps, borders, and the signs of the layers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QTransform

from explorer.places.layers import AgreementMark, LimitMark
from explorer.places.spread import UNDATED
from explorer.places.view.paths import Outlines, role_of, together
from explorer.ui.paint import Look

SIGN: Final = 5.0  # half the size of a sign, in pixels at 100 %
FINE: Final = 0.5  # pixels of a county's border
STATE: Final = 1.0  # of a state's; wider lines take Qt a hundred times as long


def paint_ground(
    painter: QPainter,
    map: Outlines,
    steps: Mapping[str, int],
    look: Look,
    seen: QRectF,
    is_fine: bool = True,
) -> None:
    """Fill every county that is in sight and draw the borders; the painter is in map units.

    Without *is_fine* only the borders are smooth: they cover the edges of what is filled, and
    it takes half the time. One by one is faster than all counties of a step as one path.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, is_fine)
    near = {id: step for id, step in steps.items() if _is_near(map, id, seen)}
    for id, step in near.items():
        _fill(painter, map.counties[id], step, look)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if len(near) == len(map.counties):
        _draw_borders(painter, map, map.county_borders, look)
    else:
        paint_borders(painter, map, near, look)


def repaint(painter: QPainter, map: Outlines, changed: Mapping[str, int], look: Look) -> None:
    """Paint anew only the counties whose step changed, and the borders around them."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    known = {id: step for id, step in changed.items() if id in map.counties}
    for id, step in known.items():
        _fill(painter, map.counties[id], step, look)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_borders(painter, map, known, look)


def paint_borders(painter: QPainter, map: Outlines, ids: Iterable[str], look: Look) -> None:
    """The borders of counties, fine, and of their states over them."""
    _draw_borders(painter, map, together(map.counties[id] for id in ids), look)


def _draw_borders(painter: QPainter, map: Outlines, fine: QPainterPath, look: Look) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_thin(look, "panel", FINE))
    painter.drawPath(fine)
    painter.setPen(_thin(look, "map-border", STATE))
    painter.drawPath(map.borders)


def paint_limits(
    painter: QPainter, map: Outlines, marks: Iterable[LimitMark], look: Look, scale: float
) -> None:
    """A diamond where a limit is documented, and a bold outline where it holds for a state."""
    for mark in marks:
        if mark.is_whole_state:
            dash = Qt.PenStyle.DashLine if mark.is_by_adoption else Qt.PenStyle.SolidLine
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("text"), 2.6 / scale, dash))
            painter.drawPath(map.states[mark.fips])
        elif mark.fips in map.counties:
            kind = "limit-by-adoption" if mark.is_by_adoption else "limit"
            paint_sign(painter, kind, map.center(mark.fips), look, scale)


def paint_agreements(
    painter: QPainter, map: Outlines, marks: Iterable[AgreementMark], look: Look, scale: float
) -> None:
    """A round sign where an agreement is known, an open one where its standing is unknown."""
    below = QPointF(0, SIGN * 0.8 * look.scale / scale)
    for mark in marks:
        if mark.fips in map.counties:
            kind = "agreement" if mark.state == "known" else "agreement-unknown"
            paint_sign(painter, kind, map.center(mark.fips) + below, look, scale)


def paint_sign(painter: QPainter, kind: str, at: QPointF, look: Look, scale: float = 1.0) -> None:
    """One sign of a layer, as large on screen at every scale; the legend has the same."""
    size = SIGN * look.scale / scale
    solid = kind in ("limit", "agreement", "state")
    round_ = kind.startswith("agreement")
    dash = Qt.PenStyle.DotLine if round_ else Qt.PenStyle.DashLine
    width = 1.2 if round_ else 2.6 if kind.startswith("state") else 1.6
    pen = QPen(look.color("text"), width / scale, Qt.PenStyle.SolidLine if solid else dash)
    painter.setPen(pen)
    painter.setBrush(look.brush("series-2" if kind == "agreement" else "panel"))
    if round_:
        painter.drawEllipse(at, size * 0.8, size * 0.8)
    elif kind.startswith("state"):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(at.x() - 1.4 * size, at.y() - size, 2.8 * size, 2 * size))
    else:
        painter.drawPath(_diamond(at, size))


def paint_ring(painter: QPainter, map: Outlines, fips: str, look: Look, scale: float) -> None:
    """The outline of the chosen county, in two lines so that it stands out on any ground."""
    path = map.counties.get(fips)
    if path is None:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for role, width in (("panel", 5.0), ("moment", 2.4)):
        painter.setPen(QPen(look.color(role), width * look.line_scale / scale))
        painter.drawPath(path)


def fill_brush(step: int, look: Look, scale: float = 1.0) -> QBrush:
    """What fills a county of a step; hatched without a date in the source."""
    if step != UNDATED:
        return look.brush(role_of(step))
    brush = look.hatch(role_of(step))
    brush.setTransform(QTransform.fromScale(1 / scale, 1 / scale))
    return brush


def _fill(painter: QPainter, path: QPainterPath, step: int, look: Look) -> None:
    if step == UNDATED:
        painter.fillPath(path, look.brush("panel"))
    painter.fillPath(path, fill_brush(step, look, painter.transform().m11()))


def _thin(look: Look, role: str, width: float) -> QPen:
    pen = QPen(look.color(role), width)
    pen.setCosmetic(True)
    return pen


def _is_near(map: Outlines, id: str, seen: QRectF) -> bool:
    return id in map.boxes and map.boxes[id].intersects(seen)


def _diamond(center: QPointF, size: float) -> QPainterPath:
    path = QPainterPath(center + QPointF(0, -size))
    for x, y in ((size, 0), (0, size), (-size, 0)):
        path.lineTo(center + QPointF(x, y))
    path.closeSubpath()
    return path
