"""An outcome as a chip: a shape and a word on the color of its group."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.ui.paint import Look, shape_path

SHAPES: Final = {  # what goes with the color of a group; nothing: an empty ring
    "hold": "square",
    "no hold": "circle",
    "notify only": "triangle-up",
    "priority": "diamond",
    "continue": "hexagon",
    "see other policy": "triangle-down",
}

OWN_SHAPES: Final = {  # ends of a walk in one color that must be told apart
    "no_request": "triangle-down",
    "not_identified": "diamond",
}


def shape_of(group: str, word: str = "") -> str:
    """The shape of an outcome: that of its group, unless it has its own; nothing for a ring."""
    return OWN_SHAPES.get(word) or SHAPES.get(group, "")


def font_of(look: Look) -> QFont:
    """The letters of a chip."""
    return look.font("caption", bold=True)


def chip_size(text: str, look: Look) -> QSize:
    """The room that a chip takes."""
    metrics = QFontMetricsF(font_of(look))
    mark = metrics.capHeight() * 1.3
    width = look.space(2) * 2 + mark + look.space(1) + metrics.horizontalAdvance(text)
    return QSize(round(width + 1), round(metrics.height() + look.space(1)))


def paint_chip(
    painter: QPainter,
    at: QPointF,
    text: str,
    group: str,
    look: Look,
    word: str = "",
    is_supposed: bool = False,
) -> QRectF:
    """Draw an outcome with its left top at *at*, in outline if supposed; the ground is returned."""
    size = chip_size(text, look)
    metrics = QFontMetricsF(font_of(look))
    box = QRectF(at.x(), at.y(), size.width(), size.height())
    mark = metrics.capHeight() * 1.1
    known = not is_supposed and (group in SHAPES or group == "open")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if known:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.brush(f"outcome-{group.replace(' ', '-')}"))
    else:
        painter.setPen(look.pen("control-border"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    round_ = box.height() / 2
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), round_, round_)
    ink = "on-chip" if known else "text"
    center = QPointF(box.left() + look.space(2) + mark / 2, box.center().y())
    shape = shape_of(group, word)
    if shape:
        painter.setBrush(look.brush(ink))
        painter.drawPath(shape_path(shape, center, mark))
    else:
        painter.setPen(look.pen(ink, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(center, mark / 2 - 1, mark / 2 - 1)
    painter.setPen(look.color(ink))
    painter.setFont(font_of(look))
    left = look.space(2) + metrics.capHeight() * 1.3 + look.space(1)
    painter.drawText(
        box.adjusted(left, 0, 0, 0),
        int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
        text,
    )
    painter.restore()
    return box


class Chip(QWidget):
    """A chip that stands by itself."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._text, self._group, self._word = look, "", "", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_outcome(self, text: str, group: str, look: Look, word: str = "") -> None:
        """Show another outcome."""
        self._look, self._text, self._group, self._word = look, text, group, word
        self.setAccessibleName(text)
        self.setFixedSize(self.sizeHint())
        self.update()

    def text(self) -> str:
        """The word on the chip."""
        return self._text

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """What the word takes."""
        return chip_size(self._text, self._look)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw it."""
        painter = QPainter(self)
        paint_chip(painter, QPointF(0, 0), self._text, self._group, self._look, self._word)
        painter.end()
