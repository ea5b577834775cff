"""The pictures on paper: a page of the program without its controls, or a table of figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import msgspec
from PySide6.QtCore import QCoreApplication, QEventLoop, QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)

from explorer.content.library import Library
from explorer.present.paper import Stop
from explorer.present.paperfigures import Shot, Table, tables
from explorer.present.paperrows import usual_height
from explorer.present.view.printtables import SCALES, draw_tables, narrowed, tall
from explorer.present.view.printwords import words
from explorer.present.view.stage import MakePane, Stage
from explorer.reader.lens import Lens
from explorer.reader.theme import Theme, load_theme
from explorer.ui.page import Page
from explorer.ui.paint import Look
from explorer.ui.picture import png, raster
from explorer.ui.twin import TableTwin

AS_TABLE: Final[Mapping[str, tuple[str, str]]] = {  # the option that turns a page to its table
    "timeline": ("timeline", "table"),
    "explore": ("timeline", "table"),
    "pipeline": ("pipeline", "table"),
    "charts": ("view", "table"),
    "casewalk": ("walk", "table"),
    "places": ("places", "table"),
}
WIDE: Final = 880  # pixels of a page's picture over the width of the paper
NARROW: Final = 620  # where two stand beside each other
LARGE: Final = 740  # on a slide, which is looked at from afar
HALF: Final = 300.0  # points: narrower pictures are such
ROOMY: Final = 1.5  # times as many for pages that need room around what they draw
LESS_ROOMY: Final = 1.12  # where they are small
WITH_TEXT: Final = ("charts",)
SLIDES: Final = 700.0  # points: wider ones are on slides
FAR: Final = 2.0  # the most on a slide
LEAST: Final = 0.3  # height of a picture by its width
LEAST_ROOMY: Final = (0.6, 0.42)  # narrow, and wide
LEAST_FAR: Final = 0.18
FINE: Final = 1.6  # pixels to a point; lines of charts keep their pixels, and so grow thinner
ALT: Final = 280  # letters of what stands in for a picture


def paper_theme() -> Theme:
    """The light theme on white: no ink for the ground."""
    light = load_theme("light")
    return msgspec.structs.replace(light, colors={**light.colors, "window": light.color("panel")})


class Pictures:
    """Draws what steps show; the pages that it needs are made once, on no screen."""

    def __init__(self, library: Library, make_pane: MakePane, look: Look) -> None:
        self.library, self.look = library, look
        self.stage = Stage(make_pane, look)
        self.stage.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.stage.setPalette(look.palette())
        self.stage.setStyleSheet(look.stylesheet())

    def close(self) -> None:
        """Let the pages go."""
        self.stage.close()
        self.stage.deleteLater()

    # ------------------------------------------------------------------------------ drawing

    def draw(self, painter: QPainter, rect: QRectF, stop: Stop) -> None:
        """Draw what a step shows; the painter's units are points."""
        found = self._tables_on(stop, rect.width())
        if found:
            most = FAR if rect.width() > SLIDES else SCALES[0]
            draw_tables(painter, rect, found, self.look, most)
            return
        width = _pixels(rect.width(), stop)
        pane = self._pane(stop.lens, QSize(width, round(width * rect.height() / rect.width())))
        scale = rect.width() / pane.width()
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(scale, scale)
        painter.setClipRect(QRectF(pane.rect()))
        pane.paint(painter, QRectF(pane.rect()))
        painter.restore()
        painter.setPen(QPen(self.look.color("panel-border"), 0.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)

    def least(self, stop: Stop, width: float) -> float:
        """The least height at which what a step shows can be read at a width, in points."""
        found = self._tables_on(stop, width)
        if width > SLIDES:
            return LEAST_FAR * width
        if found:
            return tall(found, width, SCALES[1])
        return (LEAST_ROOMY[width >= HALF] if stop.lens.page in WITH_TEXT else LEAST) * width

    def tallest(self, stop: Stop, width: float) -> float:
        """The most height that what a step shows has a use for, in points."""
        found = self._tables_on(stop, width)
        return tall(found, width, SCALES[0]) if found else usual_height(stop, width)

    def _tables_on(self, stop: Stop, width: float) -> Sequence[Table]:
        """The tables of a step; a slide holds but one of them."""
        found = tables(self.library, stop.lens, words)
        if width < HALF:
            return [narrowed(table) for table in found]
        return found[:1] if width > SLIDES else found

    def _pane(self, lens: Lens, size: QSize) -> Page:
        """The page of a lens, laid out at a size."""
        self.stage.resize(size)
        self.stage.show()
        self.stage.show_lens(lens)
        settle()
        pane = self.stage.pane
        if trim(pane):
            settle()
        return pane

    # ----------------------------------------------------------------------- for other files

    def shot(self, stop: Stop, size: QSize) -> Shot:
        """What a step shows as a picture of pixels, with all of it in words."""
        found = tables(self.library, stop.lens, words)

        def paint(painter: QPainter, rect: QRectF) -> None:
            painter.fillRect(rect, self.look.color("window"))
            painter.scale(FINE, FINE)
            self.draw(painter, QRectF(1, 1, size.width() - 2, size.height() - 2), stop)

        image = raster(paint, size * FINE, stop.headline)
        told = "" if found else self._told(stop)
        kind = words("picture").format(words(f"picture-{stop.lens.page}"), stop.headline)
        alt = f"{kind} {in_words(found)}" if found else short(f"{kind} {told}")
        shown = found or tuple(self._tables(stop))
        return Shot(png(image), (size.width(), size.height()), alt, told, shown)

    def _told(self, stop: Stop) -> str:
        self.stage.show_lens(stop.lens)
        return self.stage.describe()

    def _tables(self, stop: Stop) -> Iterator[Table]:
        """The table that stands in for the picture in the program."""
        if stop.lens.page not in AS_TABLE:
            return
        self.stage.show_lens(stop.lens.with_option(*AS_TABLE[stop.lens.page]))
        settle()
        for twin in self.stage.pane.findChildren(TableTwin):
            if twin.isVisible():
                yield read(twin, words("rows").format(stop.number))
                return


def _pixels(width: float, stop: Stop) -> int:
    """How wide a page is laid out for a picture of so many points."""
    has_text = stop.lens.page in WITH_TEXT
    if width > SLIDES:
        return round(LARGE * ROOMY) if has_text else LARGE
    if width < HALF:
        return round(NARROW * LESS_ROOMY) if has_text else NARROW
    return WIDE


def settle() -> None:
    """Let layouts come to rest."""
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def trim(pane: QWidget) -> bool:
    """Leave out what nobody can press on paper, and text that would be cut; whether any was."""
    found: list[QWidget] = [*pane.findChildren(QAbstractButton), *pane.findChildren(QTabBar)]
    gone = [part for part in found if part.isVisible()]
    for area in pane.findChildren(QAbstractScrollArea):
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if isinstance(area, QTextEdit) and area.isVisible() and area.verticalScrollBar().maximum():
            gone.append(area)
    for part in gone:
        part.hide()
    return bool(gone)


def read(twin: TableTwin, title: str) -> Table:
    """The rows of a table as it is sorted, columns without a heading left out."""
    model, root = twin.sorted, QModelIndex()
    across = Qt.Orientation.Horizontal
    named = [
        (column, str(model.headerData(column, across) or ""))
        for column in range(model.columnCount(root))
        if not twin.isColumnHidden(column)
    ]
    columns = [(column, name) for column, name in named if name]
    rows = tuple(
        tuple(str(model.data(model.index(row, column)) or "") for column, _ in columns)
        for row in range(model.rowCount(root))
    )
    return Table(title, tuple(name for _, name in columns), rows)


def in_words(found: Sequence[Table]) -> str:
    """Tables as sentences, a row in each."""
    rows = (", ".join(filter(None, row)) for table in found for row in table.rows)
    return " ".join(row if row.endswith(".") else f"{row}." for row in rows)


def short(text: str, most: int = ALT) -> str:
    """The first sentences of a text, as many as a screen reader should read at once.

    >>> short("One. Two. Three.", 10)
    'One. Two.'
    """
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    end = flat.rfind(". ", 0, most)
    return flat[: end + 1] if end > 0 else flat[: flat.rfind(" ", 0, most)] + "…"
