"""A chart as a picture that can be read away from the program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QTextDocument
from PySide6.QtWidgets import QWidget

from explorer.charts import rows
from explorer.charts.specs import Drawing
from explorer.charts.view.plot import Plot
from explorer.charts.view.words import tr
from explorer.content.library import Library
from explorer.ui.paint import Look

WIDTH = 1000  # pixels at 100 % text
PLOT = 460  # the height of one plot


@dataclass(frozen=True)
class Drawn:
    """A chart to print: what is drawn, and what stands over it."""

    drawing: Drawing
    title: str
    subline: str
    plot: Plot  # the one on screen: what is chosen there is chosen in print


@dataclass(frozen=True)
class _Text:
    text: str
    size: str
    bold: bool = False
    role: str = "text-quiet"


@dataclass
class Print:
    """A picture of one or two charts with title, unit, words, definition, source, version, link."""

    library: Library
    look: Look
    charts: Sequence[Drawn]
    texts: Sequence[str]  # caption and remarks
    link: str
    _foot: list[_Text] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._foot = [_Text(self.texts[0], "body", role="text")] if self.texts[0] else []
        self._foot += [_Text(text, "small") for text in self.texts[1:] if text]
        self._foot += [
            _Text(text, "small") for text in caption(self.library, self.charts, self.link)
        ]

    def size(self) -> QSize:
        """The size that the picture needs."""
        edge = self.look.space("l")
        width = round(WIDTH * self.look.scale)
        inner = width - 2 * edge
        height = sum(self._height(text, inner) for chart in self.charts for text in head(chart))
        height += sum(self._height(text, inner) for text in self._foot)
        plots = len(self.charts) * (round(PLOT * self.look.scale) + edge)
        return QSize(width, round(height) + plots + 3 * edge)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw it; plots take what the words leave."""
        painter.save()
        painter.fillRect(rect, self.look.color("panel"))
        painter.translate(rect.topLeft())
        edge = float(self.look.space("l"))
        width = rect.width() - 2 * edge
        words = sum(self._height(text, width) for chart in self.charts for text in head(chart))
        foot = sum(self._height(text, width) for text in self._foot)
        room = (rect.height() - words - foot - 3 * edge) / len(self.charts) - edge
        top = edge
        for chart in self.charts:
            for text in head(chart):
                top += self._write(painter, text, QPointF(edge, top), width)
            self._plot(painter, chart, QRectF(edge, top + edge / 2, width, max(room, 60.0)))
            top += max(room, 60.0) + edge
        for text in self._foot:
            top += self._write(painter, text, QPointF(edge, top), width)
        painter.restore()

    def _plot(self, painter: QPainter, chart: Drawn, place: QRectF) -> None:
        plot = Plot(self.look, lambda _: "")
        plot.resize(round(place.width()), round(place.height()))
        plot.grab()  # lays the scene out without a window
        plot.take_after(chart.plot)
        plot.grab()
        plot.thicken(painter.transform().m11())
        painter.save()
        painter.translate(place.topLeft())
        QWidget.render(plot, painter, QPoint())
        painter.restore()
        plot.close()

    def _document(self, text: _Text, width: float) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(2)
        document.setDefaultFont(self.look.font(text.size, bold=text.bold))
        document.setDefaultStyleSheet(f"p {{ color: {self.look.color(text.role).name()} }}")
        document.setHtml(f"<p>{escape(text.text)}</p>")
        document.setTextWidth(width)
        return document

    def _height(self, text: _Text, width: float) -> float:
        return float(self._document(text, width).size().height()) if text.text else 0.0

    def _write(self, painter: QPainter, text: _Text, at: QPointF, width: float) -> float:
        if not text.text:
            return 0.0
        document = self._document(text, width)
        painter.save()
        painter.translate(at)
        document.drawContents(painter)
        painter.restore()
        return float(document.size().height())


def head(chart: Drawn) -> tuple[_Text, _Text]:
    """Title and unit."""
    return _Text(chart.title, "title", bold=True, role="text"), _Text(chart.subline, "body")


def caption(library: Library, charts: Sequence[Drawn], link: str) -> list[str]:
    """Definition, sources, version and link, each as a line."""
    found = [rows.caption(library, chart.drawing, link) for chart in charts]
    definitions = dict.fromkeys(one for told in found for one in told.definitions)
    lines = [tr("Definition ({0}): {1}").format(*one) for one in definitions]
    sources = dict.fromkeys(source for told in found for source in told.sources)
    lines.append(tr("Sources: {0}.").format("; ".join(sources)))
    first = found[0]
    lines.append(
        tr("Secure Communities Explorer, content {0}, researched to {1}. {2}. Link: {3}").format(
            first.version, first.researched, first.license, first.link
        )
    )
    return lines
