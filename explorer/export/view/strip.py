"""A picture with a strip below it: what it shows, on what it rests, how to see it again."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from explorer import NAME, __version__
from explorer.content import cite
from explorer.content.dates import When, say
from explorer.content.library import Library
from explorer.export.postertitles import wrapped
from explorer.export.strip import Strip, description, source_lines
from explorer.ui.paint import Look
from explorer.ui.picture import Paint

MOST_SOURCES: Final = 3  # lines
MOST_SCALE: Final = 1.25  # of the text size: larger text would leave no room for the picture


class _Row(NamedTuple):
    text: str
    font: QFont
    role: str


def colophon(library: Library) -> str:
    """Version, day of research, license, and what the picture is not."""
    text = QCoreApplication.translate(
        "Export",
        "{0} {1}, content {2}, researched to {3}. History for learning, not legal advice. {4}",
    )
    researched = say(When(library.researched))
    license = library.about.license
    return text.format(NAME, __version__, library.version, researched, license).strip()


def told(library: Library, strip: Strip) -> str:
    """What the file says of itself in words."""
    return description(library, strip, colophon(library))


class Shot(NamedTuple):
    """What a window shows and how it is drawn, with what is to be said of it."""

    paint: Paint
    library: Library
    strip: Strip
    look: Look

    @property
    def title(self) -> str:
        """The program and the page."""
        return f"{NAME}: {self.strip.title}"

    def told(self) -> str:
        """What the file says of itself in words."""
        return told(self.library, self.strip)

    def framed(self, width: int) -> Framed:
        """The picture with its strip."""
        return Framed(self.paint, width, self.library, self.strip, self.look)


class Framed:
    """A picture of a width with its strip; *paint* draws what is above it."""

    def __init__(
        self, paint: Paint, width: int, library: Library, strip: Strip, look: Look
    ) -> None:
        self._paint, self._width, self._look = paint, width, look
        self._edge = look.space("m")
        self._rows = self._made(library, strip)

    @property
    def strip_height(self) -> int:
        """The height that the strip needs."""
        return round(sum(map(self._height, self._rows)) + 2 * self._edge)

    def size(self, above: QSize) -> QSize:
        """The size of the whole with a picture of a size above the strip."""
        return QSize(above.width(), above.height() + self.strip_height)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the picture and the strip into *rect*."""
        scale = rect.width() / self._width
        strip = self.strip_height * scale
        above = QRectF(rect.x(), rect.y(), rect.width(), rect.height() - strip)
        painter.save()
        painter.setClipRect(above)
        self._paint(painter, above)
        painter.restore()
        painter.save()
        painter.translate(above.bottomLeft())
        painter.scale(scale, scale)
        self._draw(painter)
        painter.restore()

    def _draw(self, painter: QPainter) -> None:
        look = self._look
        painter.fillRect(QRectF(0, 0, self._width, self.strip_height), look.color("panel"))
        painter.fillRect(QRectF(0, 0, self._width, look.line_scale), look.color("panel-border"))
        top = float(self._edge)
        for row in self._rows:
            metrics = QFontMetricsF(row.font)
            painter.setFont(row.font)
            painter.setPen(look.color(row.role))
            painter.drawText(QPointF(self._edge, top + metrics.ascent()), row.text)
            top += self._height(row)

    def _height(self, row: _Row) -> float:
        return QFontMetricsF(row.font).height() * 1.1

    def _made(self, library: Library, strip: Strip) -> list[_Row]:
        scale = min(self._look.scale, MOST_SCALE)
        small = Look(self._look.theme, scale)
        bold, plain = small.font("caption", bold=True), small.font("caption")
        width = self._width - 2 * self._edge
        rows = [
            _Row(text, bold, "text")
            for text in wrapped(strip.caption, width, QFontMetricsF(bold).horizontalAdvance)
        ]
        measure = QFontMetricsF(plain).horizontalAdvance
        notes = [cite.footnote(library.sources[name]) for name in strip.sources]
        heading = QCoreApplication.translate("Export", "Sources:")
        lines = source_lines(heading, notes, width, MOST_SOURCES, measure, _more) if notes else []
        lines += wrapped(colophon(library), width, measure)
        link = QCoreApplication.translate("Export", "See it again: {0}").format(strip.link)
        lines += wrapped(link, width, measure)
        return rows + [_Row(text, plain, "text-quiet") for text in lines]


def _more(count: int) -> str:
    text = QCoreApplication.translate("Export", "%n more, named in the program", "", count)
    return text
