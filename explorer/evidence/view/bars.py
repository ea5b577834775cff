"""The numbers of an answer as bars from zero, on a scale that says where it ends."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.evidence.compare import Answer, Bar, Scale
from explorer.evidence.view import words
from explorer.evidence.view.prose import letters
from explorer.evidence.view.words import tr
from explorer.ui.paint import Look


class BarView(QWidget):
    """The numbers of one answer as bars; the scale under them ends at the number on its right.

    What nobody published, such as the rest of a whole, is not drawn.
    """

    def __init__(self, answer: Answer, scale: Scale, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.answer, self.look = answer, look
        self.top = scale.top if answer.is_share else _round_up(scale.top)
        self.apart = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            tr("Bar: {0}, on a scale from 0 to {1}").format(
                words.figure(answer), self._amount(self.top)
            )
        )

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """Room for each number, its label and the scale."""
        return QSize(
            letters(self.look, 20), round(self._rows() + self.look.space(1)) + 2 + self._above()
        )

    def set_apart(self, apart: bool) -> None:
        """Draw the bars as an outline, where they cannot be compared."""
        self.apart = apart
        self.update()

    @property
    def is_hatched(self) -> bool:
        """Whether the number is not exact: about, under, more than, or a range."""
        return self.answer.qualifier != "exact" or any(
            bar.low is not None for bar in self.answer.bars
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw bars, then the scale."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(0, self._above())
            self._paint_scale(painter)
            top = 0.0
            for bar in self.answer.bars:
                top = self._paint_bar(painter, bar, top)
        finally:  # a painter that outlives an error takes the program with it
            painter.end()

    def _paint_bar(self, painter: QPainter, bar: Bar, top: float) -> float:
        look = self.look
        if bar.label:
            painter.setFont(look.font("small"))
            painter.setPen(look.color("text"))
            label = f"{self._amount(bar.value)} {bar.label}"
            metrics = QFontMetricsF(look.font("small"))
            room = self.width() - 4.0
            shown = metrics.elidedText(label, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(2, top + metrics.ascent()), shown)
            top += metrics.height()
        left, right = self._x(bar.low or 0), self._x(bar.value)
        box = QRectF(left, top + 1, max(right - left, 2), self._thick())
        painter.setPen(look.pen("ghost" if self.apart else "accent", "line"))
        if self.apart:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setBrush(look.hatch("accent") if self.is_hatched else look.brush("accent"))
        painter.drawRoundedRect(box, 2, 2)
        return top + self._thick() + look.space(1)

    def _paint_scale(self, painter: QPainter) -> None:
        look, bottom = self.look, self._rows()
        painter.setPen(look.pen("control-border", "hair"))
        painter.drawLine(QPointF(self._x(0), bottom), QPointF(self._x(self.top), bottom))
        for part in (0.0, 0.5, 1.0):
            x = self._x(self.top * part)
            painter.drawLine(QPointF(x, bottom - 3), QPointF(x, bottom + 3))
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("text-quiet"))
        metrics = QFontMetricsF(look.font("caption"))
        baseline = bottom + 3 - metrics.descent()
        painter.drawText(QPointF(self._x(self.top) + look.space(1), baseline), self._end())

    def _above(self) -> int:
        return self.contentsMargins().top()

    def _end(self) -> str:
        return self._amount(self.top)

    def _amount(self, value: float) -> str:
        shown = words.number(value)
        return tr("{0}%").format(shown) if self.answer.is_share else shown

    def _x(self, value: float) -> float:
        metrics = QFontMetricsF(self.look.font("caption"))
        room = self.width() - 4 - self.look.space(1) - metrics.horizontalAdvance(self._end())
        return 2 + room * min(value / (self.top or 1), 1)

    def _rows(self) -> float:
        bars = self.answer.bars
        line = QFontMetricsF(self.look.font("small")).height()
        labels = sum(bool(bar.label) for bar in bars)
        return len(bars) * (self._thick() + self.look.space(1)) + labels * line

    def _thick(self) -> float:
        return 12 * (1 + (self.look.scale - 1) / 2)


def _round_up(value: float) -> float:
    """The next round number, as the end of a scale.

    >>> _round_up(409849), _round_up(77000), _round_up(0)
    (500000.0, 80000.0, 0.0)
    """
    if value <= 0:
        return 0.0
    step = 10.0 ** (len(str(int(value))) - 1)
    return float(-(-value // step) * step)
