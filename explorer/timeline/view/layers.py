"""Pictures of what rests while something else moves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEngine, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from explorer.timeline.view.board import Scene
from explorer.timeline.view.drawing import Drawing

Draw = Callable[[QPainter, Scene], None]


class Layers:
    """Ground and titles of a drawing: kept as pictures while the view rests, else drawn anew.

    Into a vector file they are always drawn, as lines and letters.
    """

    def __init__(self, view: QAbstractScrollArea) -> None:
        self._view = view  # asked for its viewport each time: what was kept may not be valid later
        self._kept: tuple[object, QPixmap, QPixmap] | None = None
        self._painted: object = None  # what the last picture showed
        self._rests = False

    def forget(self) -> None:
        """Keep nothing of what was drawn."""
        self._kept = None

    def begin(self, drawing: Drawing, scene: Scene) -> None:
        """Compare what is to be painted now with what was painted last."""
        key = self._key(drawing, scene)
        self._rests, self._painted = key == self._painted, key

    def ground(self, painter: QPainter, drawing: Drawing, scene: Scene) -> None:
        """Paint what lies below the playhead."""
        self._layer(painter, drawing, scene, 0)

    def top(self, painter: QPainter, drawing: Drawing, scene: Scene) -> None:
        """Paint what lies above the playhead."""
        self._layer(painter, drawing, scene, 1)

    def _layer(self, painter: QPainter, drawing: Drawing, scene: Scene, number: int) -> None:
        if self._rests and painter.paintEngine().type() == QPaintEngine.Type.Raster:
            painter.drawPixmap(0, 0, self._pictures(drawing, scene)[number])
        else:
            (drawing.ground, drawing.top)[number](painter, scene)

    @property
    def _viewport(self) -> QWidget:
        return self._view.viewport()

    def _key(self, drawing: Drawing, scene: Scene) -> object:
        ratio = self._viewport.devicePixelRatioF()
        chosen = drawing.sheet.chosen
        return scene.view, scene.scroll, self._viewport.size(), ratio, id(drawing), chosen

    def _pictures(self, drawing: Drawing, scene: Scene) -> tuple[QPixmap, QPixmap]:
        key = self._key(drawing, scene)
        if self._kept is None or self._kept[0] != key:
            ground, top = self._picture(drawing.ground, scene), self._picture(drawing.top, scene)
            self._kept = (key, ground, top)
        return self._kept[1], self._kept[2]

    def _picture(self, draw: Draw, scene: Scene) -> QPixmap:
        ratio = self._viewport.devicePixelRatioF()
        picture = QPixmap(self._viewport.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw(painter, scene)
        painter.end()
        return picture
