"""A series as a small line beside the text."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPainterPath

from explorer.card.card import Spark
from explorer.ui.paint import Look

HEIGHT = 64  # logical pixels at 100 % text


def picture(spark: Spark, width: int, moment: date, look: Look, ratio: float) -> QImage:
    """The series as a picture of *width* logical pixels, with the moment as a thin rule."""
    size = QSize(width, round(HEIGHT * look.scale))
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _Drawing(spark, look, QRectF(0, 0, size.width(), size.height())).draw(painter, moment)
    painter.end()
    return image


class _Drawing:
    """Where everything of one small line goes."""

    def __init__(self, spark: Spark, look: Look, box: QRectF) -> None:
        self.spark = spark
        self.look = look
        self.font = look.font("caption")
        below = QFontMetricsF(self.font).height()
        self.box = box.adjusted(4, 6, -4, -below - 2)
        days = [day for day, _ in spark.points]
        self.first, self.last = days[0], days[-1]
        self.top = max(value for _, value in spark.points) or 1.0

    def x_of(self, day: int) -> float:
        """Where a day lies from left to right."""
        return self.box.left() + self.box.width() * (day - self.first) / max(
            1, self.last - self.first
        )

    def draw(self, painter: QPainter, moment: date) -> None:
        """The base line, a dot for each published value, the line between them, the years."""
        look, box = self.look, self.box
        painter.setPen(look.pen("grid"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        dots = [
            QPointF(self.x_of(day), box.bottom() - box.height() * value / self.top)
            for day, value in self.spark.points
        ]
        path = QPainterPath(dots[0])
        for dot in dots[1:]:
            path.lineTo(dot)
        painter.setPen(look.pen("series-1", "line"))
        painter.drawPath(path)
        painter.setBrush(look.brush("series-1"))
        for dot in dots if len(dots) <= 30 else ():
            painter.drawEllipse(dot, 2, 2)
        if self.first <= moment.toordinal() <= self.last:
            x = self.x_of(moment.toordinal())
            painter.setPen(look.pen("moment"))
            painter.drawLine(QPointF(x, 0), QPointF(x, box.bottom()))
        self._years(painter)

    def _years(self, painter: QPainter) -> None:
        painter.setFont(self.font)
        painter.setPen(self.look.color("text-quiet"))
        years = [str(date.fromordinal(day).year) for day in (self.first, self.last)]
        row = QRectF(self.box.left(), self.box.bottom() + 2, self.box.width(), 100)
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft, years[0])
        painter.drawText(row, Qt.AlignmentFlag.AlignRight, years[1])
