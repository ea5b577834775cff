"""One small map a year, for paper and projector: how the check spread, at one look."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from explorer.content.dates import say
from explorer.content.library import Library
from explorer.places.grid import YEARS, cells, multiples_csv, published_at, standings
from explorer.places.growth import list_sources
from explorer.places.spread import NOT_YET, STEPS, UNDATED, Standing
from explorer.places.view import mapwords
from explorer.places.view.files import SaveButton
from explorer.places.view.ink import fill_brush
from explorer.places.view.listwords import number, tr
from explorer.places.view.paths import outlines
from explorer.places.view.picture import Entry, Frame, PictureList, PicturePanel, sources_line
from explorer.reader.lens import Lens
from explorer.ui.paint import Look
from explorer.ui.session import Session

LINES = 16  # of height that six maps need


class MultiplesPanel(PicturePanel):
    """Six maps with one legend; a click or Enter goes to the end of that year."""

    def __init__(
        self, library: Library, session: Session, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(library, session, look, parent)
        self.standings: tuple[Standing, ...] = standings(library)
        self.picture = PictureList(self)
        self.frame = Frame(self.picture, self)
        self.head, self.note = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.keep = SaveButton(self, self)
        self._pixmaps: dict[tuple[object, ...], QPixmap] = {}
        self._staged = False
        self._build()
        self._style()

    def title(self) -> str:
        """What the view is called."""
        return tr("Counties activated, year by year")

    def lead(self) -> str:
        """What each map shows."""
        return tr("Counties activated by the end of each year, by the county list")

    def meaning(self) -> str:
        """What a color means and does not."""
        return f"{mapwords.meaning()} {mapwords.no_date()}"

    def foot(self) -> str:
        """What is meant, and the sources."""
        return f"{self.meaning()} {sources_line(self, list_sources(self.library))}"

    def file_name(self) -> str:
        """What its files are called."""
        return "counties-by-year"

    def csv(self) -> str:
        """Every county at the end of each year."""
        return multiples_csv(self.library, self.title(), self.session.lens.link())

    def describe(self) -> str:
        """Every year in words."""
        told = [entry.name for entry in self.picture.things.entries]
        return "\n".join((self.title(), *told, self.foot()))

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Give the keyboard to the year of the moment."""
        if old is None:
            found = [Entry(f"{s.day.year}", self._sentence(s)) for s in self.standings]
            self.picture.things.show(found)
        self.picture.set_current(year_of(new.moment))

    def entry(self) -> QWidget:
        """What has the keyboard first."""
        return self.picture

    def set_stage(self, is_on: bool) -> None:
        """Leave the maps alone before an audience."""
        self._staged = is_on
        self._fold()

    def restyle(self, look: Look) -> None:
        """Take another theme or text size."""
        self.look = look
        self._pixmaps.clear()
        self._style()
        super().restyle(look)

    def _build(self) -> None:
        bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        bar.addWidget(self.head, 1)
        bar.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(bar)
        self._column.addWidget(self.frame, 1)
        self._column.addWidget(self.note)
        self.head.setText(self.lead())
        self.note.setText(self.meaning())
        self.picture.setAccessibleName(self.title())
        self.picture.chosen.connect(self._go)

    def _style(self) -> None:
        self._column.setSpacing(self.look.space("s"))
        self.head.setFont(self.look.font("body", bold=True))
        self.note.setFont(self.look.font("caption"))
        self.frame.need(round(self._line() * LINES))
        self._fold()

    def _fold(self) -> None:
        """The note is a tip where there is little height, and nothing before an audience."""
        self.note.setHidden(self._staged or self.is_low())
        self.head.setHidden(self.is_tiny())
        self.keep.setHidden(self._staged or self.is_tiny())
        self.head.setToolTip(self.meaning() if self.is_low() else "")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Leave the height to the maps."""
        super().resizeEvent(event)
        self._fold()

    def _go(self, year: str) -> None:
        day = next(day for day in YEARS if f"{day.year}" == year)
        self.session.look(moment=day)

    def _sentence(self, one: Standing) -> str:
        text = tr(
            "End of {0}: {1} counties activated; {2} not yet; {3} with no date in the source."
        )
        counts = number(one.count.counted), number(one.counties(NOT_YET)), number(one.count.undated)
        told = text.format(one.day.year, *counts)
        total = published_at(self.library, one.day)
        if total is None or total.date is None:
            none = tr("The sources give no total for that year.")
            return f"{told} {none}"
        text = tr("Last published total of that year: {0}, {1}.")
        return f"{told} {text.format(mapwords.published(total), say(total.date))}"

    # ------------------------------------------------------------------------------ drawing

    def boxes(self, area: QRectF) -> Sequence[QRectF]:
        """Where each year stands."""
        box = outlines().box
        room = area.adjusted(4, 4, -4, -self._legend_height(area))
        found = cells(
            len(YEARS), room.width(), room.height(), box.width() / box.height(), self._line()
        )
        return [QRectF(room.x() + c.x, room.y() + c.y, c.width, c.height) for c in found]

    def draw_in(self, painter: QPainter, area: QRectF) -> None:
        """Six maps, each with its year and count above, and the legend below."""
        is_screen = isinstance(painter.device(), QWidget)
        for one, box in zip(self.standings, self.boxes(area), strict=True):
            self._name(painter, one, box)
            room = box.adjusted(4, self._line(), -4, -4)
            if is_screen:
                painter.drawPixmap(room.topLeft(), self._pixmap(one, room))
            else:
                self._map(painter, one, room)
        self._legend(painter, area)

    def _line(self) -> float:
        return QFontMetricsF(self.look.font("body", bold=True)).height() * 1.15

    def _name(self, painter: QPainter, one: Standing, box: QRectF) -> None:
        font = self.look.font("body", bold=True)
        metrics = QFontMetricsF(font)
        y = box.top() + metrics.ascent()
        painter.setFont(font)
        painter.setPen(self.look.color("text"))
        year = f"{one.day.year}"
        painter.drawText(QPointF(box.left() + 6, y), year)
        x = box.left() + 6 + metrics.horizontalAdvance(f"{year}  ")
        small = self.look.font("small")
        counted = number(one.count.counted)
        words = tr("{0} counties").format(counted)
        is_wide = x + QFontMetricsF(small).horizontalAdvance(words) <= box.right()
        painter.setFont(small)
        painter.setPen(self.look.color("text-quiet"))
        painter.drawText(QPointF(x, y), words if is_wide else counted)

    def _pixmap(self, one: Standing, room: QRectF) -> QPixmap:
        """The map of a year as large as its place, painted once."""
        fine = self.devicePixelRatioF()
        size = (room.size() * fine).toSize()
        key = (one.day, size.width(), size.height())
        if key not in self._pixmaps:
            if len(self._pixmaps) >= 2 * len(YEARS):
                self._pixmaps.clear()
            pixmap = QPixmap(size)
            pixmap.fill(Qt.GlobalColor.transparent)
            pixmap.setDevicePixelRatio(fine)
            painter = QPainter(pixmap)
            try:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._map(painter, one, QRectF(0, 0, room.width(), room.height()))
            finally:
                painter.end()
            self._pixmaps[key] = pixmap
        return self._pixmaps[key]

    def _map(self, painter: QPainter, one: Standing, room: QRectF) -> None:
        map = outlines()
        scale = min(room.width() / map.box.width(), room.height() / map.box.height())
        if scale <= 0:
            return
        painter.save()
        painter.translate(room.left(), room.top())
        painter.translate((room.width() - map.box.width() * scale) / 2, 0)
        painter.scale(scale, scale)
        painter.translate(-map.box.left(), -map.box.top())
        for step, path in map.by_step(one.steps).items():
            if step == UNDATED:
                painter.fillPath(path, self.look.brush("panel"))
            painter.fillPath(path, fill_brush(step, self.look, scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = self.look.pen("map-border", 0.8)
        pen.setWidthF(0.8 * self.look.line_scale / scale)
        painter.setPen(pen)
        painter.drawPath(map.borders)
        painter.restore()

    def _keys(self, width: float) -> list[list[tuple[int, str, float]]]:
        """The steps of the legend in as many lines as they need: step, words, width."""
        metrics = QFontMetricsF(self.look.font("small"))
        lines: list[list[tuple[int, str, float]]] = [[]]
        x = 0.0
        for step in (*range(len(STEPS)), NOT_YET, UNDATED):
            words = mapwords.step(self.library, step)
            wide = metrics.height() * 1.8 + metrics.horizontalAdvance(words)
            if x + wide > width and lines[-1]:
                lines.append([])
                x = 0.0
            lines[-1].append((step, words, wide))
            x += wide
        return lines

    def _legend_height(self, area: QRectF) -> float:
        metrics = QFontMetricsF(self.look.font("small"))
        return len(self._keys(area.width() - 12)) * metrics.height() * 1.25 + 6

    def _legend(self, painter: QPainter, area: QRectF) -> None:
        metrics = QFontMetricsF(self.look.font("small"))
        side = metrics.height() * 0.8
        y = area.bottom() - self._legend_height(area) + 2
        painter.setFont(self.look.font("small"))
        for line in self._keys(area.width() - 12):
            x = area.left() + 6
            for step, words, wide in line:
                swatch = QRectF(x, y + metrics.height() * 0.1, side * 1.2, side)
                painter.setPen(self.look.pen("map-border", 1.0))
                painter.setBrush(fill_brush(step, self.look))
                painter.drawRect(swatch)
                painter.setPen(self.look.color("text"))
                painter.drawText(QPointF(swatch.right() + side * 0.4, y + metrics.ascent()), words)
                x += wide
            y += metrics.height() * 1.25


def year_of(day: date) -> str:
    """The year of the map that shows a day."""
    return f"{min(YEARS[-1].year, max(YEARS[0].year, day.year))}"
