"""How blocks of text are measured and drawn on paper."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from explorer.present.paperflow import RULE, Placed
from explorer.present.papertext import Block
from explorer.ui.paint import FAMILY, Look

UNIT: Final = 10.0  # text is laid out ten times as large: so small type keeps its exact widths
SIZES: Final = {  # points
    "title": 20.0,
    "lead": 11.0,
    "heading": 12.5,
    "body": 10.0,
    "small": 8.5,
    "quiet": 7.5,
    "note": 9.0,
    "rule": 9.0,
    "slide-title": 30.0,
    "slide-text": 17.0,
    "slide-small": 12.0,
    "slide-source": 11.5,
}
BOLD: Final = ("title", "heading", "slide-title")
QUIET: Final = ("quiet", "slide-small")
INDENT: Final = 20.0
BULLET: Final = 12.0
BOX: Final = 9.0  # of a choice


def font(size: float, is_bold: bool = False) -> QFont:
    """The program's font with so many points, in the units of a layout."""
    made = QFont(FAMILY)
    made.setStyleHint(QFont.StyleHint.SansSerif)
    made.setPixelSize(round(size * UNIT))
    made.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@lru_cache(maxsize=4096)
def lines(text: str, size: float, is_bold: bool, width: float, lead: int = 0) -> QTextLayout:
    """A text broken into lines of a width in points; its first *lead* letters are bold."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text.replace("\n", "\N{LINE SEPARATOR}"), font(size, is_bold))
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    if lead:
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = 0, lead, strong
        layout.setFormats([part])
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width * UNIT, 1.0))
        line.setPosition(QPointF(0, top))
        top += line.height() * 1.08
    layout.endLayout()
    return layout


def height(layout: QTextLayout) -> float:
    """How high a layout is, in points."""
    if not layout.lineCount():
        return 0.0
    last = layout.lineAt(layout.lineCount() - 1)
    return (last.y() + last.height()) / UNIT


def measure(block: Block, width: float, scale: float) -> float:
    """How high a block is at a width, in points."""
    if block.style == "rule":
        return RULE
    high = height(_layout(block, width, scale)) if block.text else 0.0
    return max(high, BOX + 3 if block.box else 0.0) + block.lines * RULE


def draw(painter: QPainter, one: Placed, look: Look) -> None:
    """Draw a block in its place; the painter's units are points."""
    block = one.block
    if block.style == "rule":
        _names(painter, one, look)
        return
    left = one.left + _indent(block)
    ink = look.color("text-quiet" if block.style in QUIET else "text")
    layout = _layout(block, one.width, one.scale)
    if block.label.strip() and not _runs_in(block):
        size, bold = SIZES[block.style] * one.scale, block.is_bold or block.style in BOLD
        write(painter, lines(block.label, size, bold, INDENT * 2), one.left, one.top, ink)
    if block.box:
        _box(painter, QRectF(left, one.top + 1.5, BOX, BOX), block.box == "ticked", look)
        left += BOX + 7
    write(painter, layout, left, one.top, ink)
    top = one.top + (height(layout) if block.text else 0.0)
    painter.setPen(QPen(look.color("text-quiet"), 0.5))
    for number in range(1, block.lines + 1):
        painter.drawLine(
            QLineF(left, top + number * RULE, one.left + one.width, top + number * RULE)
        )


def write(painter: QPainter, layout: QTextLayout, left: float, top: float, ink: QColor) -> None:
    """Draw a layout; the painter's units are points."""
    painter.save()
    painter.translate(left, top)
    painter.scale(1 / UNIT, 1 / UNIT)
    painter.setPen(ink)
    layout.draw(painter, QPointF(0, 0))
    painter.restore()


def _layout(block: Block, width: float, scale: float) -> QTextLayout:
    room = width - _indent(block) - (BOX + 7 if block.box else 0.0)
    runs_in = _runs_in(block)
    text = f"{block.label} {block.text}" if runs_in else block.text
    bold = block.is_bold or block.style in BOLD
    size = SIZES[block.style] * scale
    return lines(text, size, bold, room, len(block.label) if runs_in else 0)


def _runs_in(block: Block) -> bool:
    """Whether a label begins its text; others hang to the left of it."""
    return block.label.endswith(":")


def _indent(block: Block) -> float:
    if not block.label or block.style == "note":
        return 0.0
    if block.label == "•":
        return BULLET
    return (
        INDENT + 4 if block.style == "small" else INDENT + 12 if "slide" in block.style else INDENT
    )


def _box(painter: QPainter, rect: QRectF, is_ticked: bool, look: Look) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color("text"), 0.8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)
    if is_ticked:
        painter.setPen(QPen(look.color("text"), 1.6))
        middle = QPointF(rect.x() + rect.width() * 0.4, rect.bottom() - 2)
        painter.drawLine(QPointF(rect.x() + 2, rect.center().y()), middle)
        painter.drawLine(middle, QPointF(rect.right() - 1.5, rect.y() + 2))
    painter.restore()


def _names(painter: QPainter, one: Placed, look: Look) -> None:
    """Lines for name, class and date."""
    names = one.block.text.split("\t")
    shares = (0.5, 0.25, 0.25) if len(names) == 3 else (1 / len(names),) * len(names)
    left, base = one.left, one.top + one.height - 6
    for name, share in zip(names, shares, strict=True):
        layout = lines(name, SIZES["rule"], False, 100)
        write(painter, layout, left, base - height(layout) + 2, look.color("text-quiet"))
        start = left + layout.lineAt(0).naturalTextWidth() / UNIT + 6
        painter.setPen(QPen(look.color("text-quiet"), 0.5))
        painter.drawLine(QLineF(start, base, left + share * one.width - 10, base))
        left += share * one.width
