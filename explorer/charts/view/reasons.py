"""Why lines are broken, written beside them where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from explorer.charts.view import slips, words
from explorer.charts.view.cursor import Slip
from explorer.charts.view.ink import mark_scale
from explorer.ui.paint import Look

# Letters of a reason beside a broken line, and its pixels at 100 % text, tried one after another.
WHY: Final = ((90, 150), (90, 220), (60, 110), (60, 200), (40, 90), (40, 160))
OVER_GRID: Final = 1.0
CLEAR: Final = 10.0  # pixels at 100 % marks that stay free around each figure


class Reasons:
    """Writes into a plot why its lines are broken; where there is no room, the pointer tells."""

    def __init__(self, scene: Any) -> None:
        self._scene = scene
        self.slips: list[Slip] = []
        self._texts: Sequence[str] = ()

    def write(self, texts: Sequence[str], look: Look) -> None:
        """Take other reasons, in a look."""
        for slip in self.slips:
            self._scene.removeItem(slip)
        self._texts, self._look = texts, look
        self.slips = [Slip(2) for _ in texts]
        for slip, text in zip(self.slips, texts, strict=True):
            slip.setToolTip(text)
            slip.ground = look.color("panel")
            slip.setZValue(OVER_GRID)
            slip.setFont(look.font("caption"))
            self._scene.addItem(slip)

    def place(
        self, days: Sequence[float], area: QRectF, taken: Sequence[QPointF], boxes: list[QRectF]
    ) -> None:
        """Put each beside its line at one of *days* (pixels), where neither points nor boxes are."""
        for slip, text, x in zip(self.slips, self._texts, days, strict=True):
            slip.hide()
            for letters, width in WHY:
                slip.write(
                    words.quiet(slips.shortened(text, letters), self._look),
                    width * self._look.scale,
                )
                place = self._free(slip.boundingRect(), x, area, taken, boxes)
                if place is not None:
                    slip.setPos(place.topLeft())
                    slip.show()
                    boxes.append(place)
                    break

    def _free(
        self,
        size: QRectF,
        x: float,
        area: QRectF,
        taken: Sequence[QPointF],
        boxes: Sequence[QRectF],
    ) -> QRectF | None:
        step = QFontMetricsF(self._look.font("caption")).height() / 2
        clear = CLEAR * mark_scale(self._look)
        for left in (x + 4, x - 4 - size.width()):
            top = area.bottom() - size.height() - 2
            while top >= area.top():
                place = QRectF(left, top, size.width(), size.height())
                around = place.adjusted(-clear, -clear, clear, clear)
                free = area.contains(place) and not any(around.contains(point) for point in taken)
                if free and not any(place.intersects(box) for box in boxes):
                    return place
                top -= step
        return None
