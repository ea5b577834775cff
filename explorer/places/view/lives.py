"""Two to six counties over time: when connected, limits, agreements, on one axis."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QCompleter,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.content.library import Library
from explorer.content.model import Agreement, Limit
from explorer.places import lives
from explorer.places.growth import LAST
from explorer.places.listing import Filter, keep, rows
from explorer.places.lives import FEWEST, MOST, Life, Span
from explorer.places.view import listwords as words
from explorer.places.view.files import SaveButton
from explorer.places.view.listwords import tr
from explorer.places.view.picture import Entry, Frame, PictureList, PicturePanel, sources_line
from explorer.reader.lens import Lens
from explorer.ui.paint import Look, elide, shape_path
from explorer.ui.session import Session

GUTTER: Final = 0.42  # share of the width for words
LEAST: Final = 50  # letters that words need beside the bars
SHOWN: Final = 12  # suggestions


class LivesPanel(PicturePanel):
    """Counties one below the other; each line opens what it tells of."""

    def __init__(
        self, library: Library, session: Session, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(library, session, look, parent)
        self.found: tuple[Life, ...] = ()
        self.head, self.note = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.field = QLineEdit(clearButtonEnabled=True)
        self.add, self.remove = QPushButton(tr("Add")), QPushButton(tr("Remove"))
        self.keep = SaveButton(self, self)
        self.picture = PictureList(self)
        self.frame = Frame(self.picture, self)
        self._staged = False
        self._build()
        self._style()

    def title(self) -> str:
        """What the view is called."""
        return tr("Places over time")

    def lead(self) -> str:
        """Which counties are compared."""
        return "; ".join(f"{one.row.name}, {one.row.in_state}" for one in self.found)

    def meaning(self) -> str:
        """What a line means and what it does not."""
        return tr(
            "Filled: what a source shows; hatched: not known. The county list ends in January 2013. "
            "Limits are documented examples: a filled sign stands at the day in force, an open one at "
            "the adoption; the broken line says that no end was read. Agreements are known until "
            "the last evidence. No line = not researched."
        )

    def foot(self) -> str:
        """What is meant, and the sources."""
        named = [source for one in self.found for source in one.row.sources]
        return f"{self.meaning()} {sources_line(self, named)}"

    def file_name(self) -> str:
        """What its files are called."""
        return "places-over-time"

    def csv(self) -> str:
        """All that is recorded of the counties."""
        title = f"{self.title()}: {self.lead()}"
        return lives.csv_of(self.library, self.found, title, self.session.lens.link())

    def describe(self) -> str:
        """Every line in words."""
        told = [entry.name for entry in self.picture.things.entries]
        return "\n".join((f"{self.title()}: {self.lead()}", *told, self.foot()))

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Show the counties that the link compares."""
        codes = lives.chosen(self.library, new)
        if old is None or codes != tuple(one.row.fips for one in self.found):
            self.found = lives.lives(self.library, codes)
            self.picture.things.show(_entries(self.found))
            text = tr("{0} counties; up to {1} can be compared")
            self.head.setText(text.format(len(self.found), MOST))
            self._fit()
        self.remove.setEnabled(len(self.found) > FEWEST)
        self.picture.set_current(new.item or self.picture.current())
        self.picture.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Lines as high as the width asks for."""
        super().resizeEvent(event)
        self._fit()

    def entry(self) -> QWidget:
        """What has the keyboard first."""
        return self.picture

    def set_stage(self, is_on: bool) -> None:
        """Leave the picture alone before an audience."""
        self._staged = is_on
        self._fit()

    def restyle(self, look: Look) -> None:
        """Take another theme or text size."""
        self.look = look
        self._style()
        super().restyle(look)

    # ---------------------------------------------------------------------------- its parts

    def _build(self) -> None:
        self._grid = QGridLayout()
        parts = (self.field, self.add, self.remove, self.keep)
        for at, part in enumerate(parts):
            self._grid.addWidget(part, 0, at)
        self._grid.setColumnStretch(0, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._grid)
        self._column.addWidget(self.head)
        self._column.addWidget(self.frame, 1)
        self._column.addWidget(self.note)
        self.field.setPlaceholderText(tr("Add a county, such as Cook County, Illinois"))
        self.field.setToolTip(self.field.placeholderText())
        self.field.setAccessibleName(tr("Add a county to compare"))
        self.field.setProperty("role", "search")
        names = [f"{row.name}, {row.in_state}" for row in rows(self.library)]
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(SHOWN)
        self.field.setCompleter(completer)
        self.field.returnPressed.connect(self._add)
        for button, act in ((self.add, self._add), (self.remove, self._remove)):
            button.setAutoDefault(False)
            button.clicked.connect(act)
        self.add.setAccessibleName(tr("Add this county"))
        self.remove.setToolTip(tr("Remove the county of the line with the keyboard"))
        self.picture.setAccessibleName(self.title())
        self.picture.chosen.connect(lambda ref: self.session.look(item=ref))
        self.note.setText(self.meaning())

    def _style(self) -> None:
        self._column.setSpacing(self.look.space("s"))
        self.head.setFont(self.look.font("body", bold=True))
        self.note.setFont(self.look.font("caption"))
        self._fit()

    def _fit(self) -> None:
        self.frame.need(round(_height(self.found, self.look, self.width())))
        self.note.setHidden(self._staged or self.is_low())
        self.head.setHidden(self.is_tiny())
        for part in (self.field, self.add, self.remove, self.keep):
            part.setHidden(self._staged or self.is_tiny())
        self.head.setToolTip(self.meaning() if self.is_low() else "")

    def _add(self) -> None:
        """Add the county that is typed, where the words name one."""
        text = " ".join(self.field.text().split())
        left = keep(rows(self.library), Filter(text)) if text else ()
        named = [row for row in left if f"{row.name}, {row.in_state}".casefold() == text.casefold()]
        if not (named or len(left) == 1):
            self.session.warned.emit(_unclear(text, len(left)))
            return
        codes = [one.row.fips for one in self.found]
        self.field.clear()
        value = lives.with_one(codes, (named or left)[0].fips)
        self.session.go(self.session.lens.with_option("lives", value))

    def _remove(self) -> None:
        """Take away the county whose line has the keyboard."""
        if len(self.found) <= FEWEST:
            return
        codes = [one.row.fips for one in self.found]
        at = max(0, self.picture.currentIndex().row())
        owners = [one.row.fips for one in self.found for _ in one.spans]
        value = lives.without(codes, owners[at])
        self.session.go(self.session.lens.with_option("lives", value))

    # ------------------------------------------------------------------------------ drawing

    def boxes(self, area: QRectF) -> Sequence[QRectF]:
        """Where each line stands."""
        return [line.box for line in _lines(self.found, area, self.look)]

    def draw_in(self, painter: QPainter, area: QRectF) -> None:
        """Every county with its lines, below the axis of time."""
        first, last = lives.axis(self.found)
        narrow = _is_narrow(self.look, area.width())
        left = area.left() + (12 if narrow else area.width() * GUTTER)
        plot = QRectF(left, area.top(), area.right() - left - 12, area.height())
        scale = _Scale(plot, first, last)
        self._axis(painter, scale, area)
        owner = ""
        for line in _lines(self.found, area, self.look):
            if line.life.row.fips != owner:
                owner = line.life.row.fips
                self._name(painter, line, area)
            self._line(painter, scale, line)

    def _axis(self, painter: QPainter, scale: _Scale, area: QRectF) -> None:
        metrics = QFontMetricsF(self.look.font("small", tabular=True))
        bottom = min(area.bottom(), area.top() + _height(self.found, self.look, area.width()))
        top = area.top() + metrics.height() * 1.2
        painter.setFont(self.look.font("small", tabular=True))
        taken = scale.plot.left() - metrics.height()
        for year in range(scale.first.year, scale.last.year + 1):
            x = scale.x(date(year, 1, 1))
            wide = metrics.horizontalAdvance(str(year))
            if x - wide / 2 < taken or x + wide / 2 > area.right():
                continue
            taken = x + wide / 2 + metrics.height() / 2
            painter.setPen(self.look.pen("grid", 1.0))
            painter.drawLine(QLineF(x, top, x, bottom))
            painter.setPen(self.look.color("text-quiet"))
            painter.drawText(QPointF(x - wide / 2, area.top() + metrics.ascent()), str(year))
        moment = self.session.lens.moment
        if scale.first <= moment <= scale.last:
            painter.setPen(self.look.pen("moment", "line", (4, 3)))
            painter.drawLine(QLineF(scale.x(moment), top, scale.x(moment), bottom))

    def _name(self, painter: QPainter, line: _Line, area: QRectF) -> None:
        font = self.look.font("body", bold=True)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self.look.color("text"))
        text = f"{line.life.row.name}, {line.life.row.in_state}"
        y = line.box.top() - metrics.height() * 0.35
        painter.drawText(QPointF(area.left() + 8, y), text)

    def _line(self, painter: QPainter, scale: _Scale, line: _Line) -> None:
        font = self.look.font("small")
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self.look.color("text"))
        narrow = _is_narrow(self.look, line.box.width())
        room = line.box.width() - 24 if narrow else scale.plot.left() - line.box.left() - 24
        high = line.box.height() / 2 if narrow else line.box.height()
        y = line.box.top() + high / 2 + metrics.capHeight() / 2
        text = elide(_words(line.life, line.span), font, room)
        painter.drawText(QPointF(line.box.left() + 12, y), text)
        self._span(painter, scale, line)

    def _span(self, painter: QPainter, scale: _Scale, line: _Line) -> None:
        span, y, high = line.span, line.box.center().y(), line.box.height() * 0.5
        if _is_narrow(self.look, line.box.width()):
            y, high = line.box.top() + line.box.height() * 0.72, high / 2
        edge = self.look.pen("text", 1.2)
        painter.setPen(edge)
        if span.kind == "activation":
            self._activation(painter, scale, span, y, high)
        elif span.kind == "limit" and span.start is not None:
            x = scale.x(max(span.start, scale.first))
            painter.setPen(self.look.pen("lane-states-and-localities", "line", (4, 3)))
            painter.drawLine(QLineF(x, y, scale.plot.right(), y))
            painter.setPen(self.look.pen("lane-states-and-localities", "bold"))
            is_open = span.by_adoption
            painter.setBrush(self.look.brush("panel" if is_open else "lane-states-and-localities"))
            painter.drawPath(shape_path("diamond", QPointF(x, y), high * 1.2))
        elif span.kind == "agreement" and span.start is not None and span.until is not None:
            x, end = scale.x(span.start), scale.x(span.until)
            rest = QRectF(end, y - high / 2, scale.plot.right() - end, high)
            painter.fillRect(rest, self.look.hatch("not-researched"))
            painter.setPen(edge)
            painter.setBrush(self.look.brush("series-4"))
            painter.drawRect(QRectF(x, y - high / 2, max(4.0, end - x), high))

    def _activation(
        self, painter: QPainter, scale: _Scale, span: Span, y: float, high: float
    ) -> None:
        """From its month on; without a date an open bar up to the bound."""
        if span.start is None:
            assert span.until is not None
            box = QRectF(
                scale.plot.left(), y - high / 2, scale.x(span.until) - scale.plot.left(), high
            )
            painter.fillRect(box, self.look.hatch("map-no-date"))
            return
        x, end = scale.x(span.start), scale.x(LAST)
        rest = QRectF(end, y - high / 2, scale.plot.right() - end, high)
        painter.fillRect(rest, self.look.hatch("not-researched"))
        painter.setBrush(self.look.brush("accent"))
        painter.drawRect(QRectF(x, y - high / 2, max(6.0, end - x), high))


class _Line(NamedTuple):
    life: Life
    span: Span
    box: QRectF


class _Scale(NamedTuple):
    plot: QRectF
    first: date
    last: date

    def x(self, day: date) -> float:
        """Where a day lies."""
        part = (day - self.first) / max(timedelta(1), self.last - self.first)
        return self.plot.left() + self.plot.width() * part


def _is_narrow(look: Look, width: float) -> bool:
    """Whether words have no room beside the bars, and stand above them."""
    return width * GUTTER < LEAST * QFontMetricsF(look.font("small")).averageCharWidth()


def _steps(look: Look, width: float) -> tuple[float, float, float]:
    """The heights of a name, of a line, and of the axis."""
    name = QFontMetricsF(look.font("body", bold=True)).height() * 1.6
    line = QFontMetricsF(look.font("small")).height() * 1.45
    return name, line * (1 + _is_narrow(look, width)), line * 1.2


def _height(found: Sequence[Life], look: Look, width: float) -> float:
    name, line, axis = _steps(look, width)
    return sum(name + line * len(one.spans) for one in found) + axis


def _lines(found: Sequence[Life], area: QRectF, look: Look) -> list[_Line]:
    """Every line in its place, closer together where the area is too low for all."""
    name, line, axis = _steps(look, area.width())
    part = min(1.0, area.height() / max(1.0, _height(found, look, area.width())))
    y, lines = area.top() + axis * part, []
    for one in found:
        y += name * part
        for span in one.spans:
            lines.append(_Line(one, span, QRectF(area.left(), y, area.width(), line * part)))
            y += line * part
    return lines


def _entries(found: Sequence[Life]) -> list[Entry]:
    return [
        Entry(span.ref, f"{one.row.name}, {one.row.in_state}: {_words(one, span)}")
        for one in found
        for span in one.spans
    ]


def _words(life: Life, span: Span) -> str:
    """What a line tells."""
    if isinstance(span.record, Limit):
        return tr("Limit: {0}").format(words.limit(span.record, life.row))
    if isinstance(span.record, Agreement):
        return tr("287(g): {0}").format(words.agreement(span.record))
    if life.row.activated is None:
        return words.activated(life.row)
    return tr("Activated {0}").format(words.activated(life.row))


def _unclear(text: str, many: int) -> str:
    if not text:
        return tr("Type the name of a county, then press Enter.")
    if not many:
        return tr("No county is called “{0}”. Check the spelling or add the state.").format(text)
    told = tr("“{0}” fits {1} counties. Add the state, as in “Cook County, Illinois”.")
    return told.format(text, words.number(many))
