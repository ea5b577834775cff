"""The charts page: what can be plotted, the plot or its table, and what a figure means."""

from __future__ import annotations

from html import escape
from typing import ClassVar

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextDocument
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.charts import specs, tables
from explorer.charts.specs import Drawing
from explorer.charts.tables import Listing
from explorer.charts.view import words
from explorer.charts.view.chooser import Chooser
from explorer.charts.view.figure import BACK, FigurePanel
from explorer.charts.view.plot import Plot
from explorer.charts.view.records import Records
from explorer.charts.view.table import Twin
from explorer.content.library import Library
from explorer.reader.lens import Lens
from explorer.ui.commands import Command
from explorer.ui.page import Page
from explorer.ui.paint import Look, panel
from explorer.ui.session import Session
from explorer.ui.words import QT_TRANSLATE_NOOP

NARROW = 1060  # pixels at 100 % text: below, the list folds away and the figure goes under the plot
_ANY = 16_777_215  # Qt's “no limit”
ON_THIS_PAGE = ("chart", "series", "table", "source")


class Sheet(QFrame):
    """A rounded sheet of paper that holds one part of the page."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.column = QVBoxLayout(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the paper."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            panel(painter, QRectF(self.rect()), self.look)
        finally:  # a painter that outlives an error takes the program with it
            painter.end()


class Stack(QStackedWidget):
    """Plot or table: asks for no more than the least that it must have, and takes what is left."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """The least size."""
        return QSize(320, self.minimumHeight())


def _scrolled(inside: QWidget, parent: QWidget) -> QScrollArea:
    """A part of the page that scrolls when text is large and the window small."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    for widget in (area, inside, area.viewport()):
        widget.setAutoFillBackground(False)
    return area


class ChartsView(Page):
    """Every chart and series as a plot or a table, every table of the content as a whole.

    The chosen figure or row is explained beside it. The item of the lens is what is shown; the options ``point`` (a figure), ``view=table``
    and, while a source is open, ``chart`` belong to this page.
    """

    name = "charts"
    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            id="table-twin",
            words=QT_TRANSLATE_NOOP("Command", "As a &table"),
            run=lambda page: page.toggle_table(),
            menu="view",
            keys=("T",),
            checked=lambda page: page.session.lens.option("view") == "table",
        ),
    )

    def __init__(
        self, library: Library, session: Session, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(library, session, look, parent)
        self.drawing: Drawing | None = None  # the chart or series in view
        self.listing: Listing | None = None  # or the table
        self._narrow: bool | None = None
        self._list_open = False
        self._build()
        self._set_look()
        self.chooser.chosen.connect(self.open_ref)
        self.chooser.rested.connect(self._pass)
        self.plot.chosen.connect(self._choose)
        self.plot.arranged.connect(self._set_legend)
        self.twin.chosen.connect(self._choose)
        self.records.chosen.connect(self._choose)
        self.figure.opened.connect(self._follow_link)
        self.begin_at(self.plot)

    def title(self) -> str:
        """The page's name on screen."""
        return self.tr("Charts")

    # ------------------------------------------------------------------------------ its parts

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._sheets = [Sheet(self.look, self) for _ in range(3)]
        left, middle, right = self._sheets
        self.chooser = Chooser(self.library, left)
        left.column.addWidget(self.chooser)
        self._build_middle(middle)
        self.figure = FigurePanel(self.library, self.look, right)
        right.column.addWidget(self.figure)
        inside = QWidget(self)
        self._inner = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.addWidget(middle, 1)
        self._inner.addWidget(right)
        self._scroll = _scrolled(inside, self)
        self._row.addWidget(left)
        self._row.addWidget(self._scroll, 1)

    def _build_middle(self, middle: Sheet) -> None:
        self.list_button = QToolButton(middle)
        self.list_button.setText(self.tr("Charts and series"))
        self.list_button.setCheckable(True)
        self.list_button.toggled.connect(self._open_list)
        self.headline = self._label(middle)
        self.subline = self._label(middle)
        self.legend = self._label(middle)
        self.plot = Plot(self.look, middle)
        self.twin = Twin(self.library, middle)
        self.stack = Stack(middle)
        self.stack.addWidget(self.plot)
        self.stack.addWidget(self.twin)
        self.records = Records(self.library, middle)
        self.stack.addWidget(self.records)
        self.summary = self._label(middle)
        self.remarks = self._label(middle)
        self.table_button = QToolButton(middle)
        self.table_button.setCheckable(True)
        self.table_button.clicked.connect(self.toggle_table)
        buttons = QHBoxLayout()
        buttons.addWidget(self.table_button)
        buttons.addStretch(1)
        for widget in (self.list_button, self.headline, self.subline, self.legend):
            middle.column.addWidget(widget)
        middle.column.addWidget(self.stack, 1)
        middle.column.addWidget(self.summary)
        middle.column.addWidget(self.remarks)
        middle.column.addLayout(buttons)

    def _label(self, parent: QWidget) -> QLabel:
        label = QLabel(parent)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
        return label

    def _set_look(self) -> None:
        look = self.look
        space = look.space("m")
        self._row.setContentsMargins(space, space, space, space)
        self._row.setSpacing(space)
        self._inner.setSpacing(space)
        for sheet in self._sheets:
            sheet.look = look
            sheet.column.setContentsMargins(6, 6, 6, 6)
        edge = look.space("l")
        self._sheets[1].column.setContentsMargins(edge, edge, edge, edge)
        self._sheets[1].column.setSpacing(look.space("s"))
        self.subline.setFont(look.font("body"))
        self.summary.setFont(look.font("body"))
        self.remarks.setFont(look.font("small"))
        self.legend.setFont(look.font("small"))
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        for label, role in (
            (self.headline, "text"),
            (self.subline, "text-quiet"),
            (self.summary, "text"),
            (self.remarks, "text-quiet"),
            (self.legend, "text"),
        ):
            palette = label.palette()
            palette.setColor(palette.ColorRole.WindowText, look.color(role))
            label.setPalette(palette)
        self.table_button.setFont(look.font("small"))
        self.list_button.setFont(look.font("small"))
        self.chooser.restyle(look)

    # -------------------------------------------------------------------------------- the lens

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Draw another chart, ring another figure or move the moment, as the lens differs."""
        ref = self.ref_of(new)
        if ref.startswith("table:"):
            self._show_table(ref, new)
            return
        if old is None or self.drawing is None or self.drawing.ref != ref:
            self._show_drawing(specs.drawing(self.library, ref), new)
        elif new.moment != old.moment:
            self.plot.show_moment(new.moment)
        self._show_key(new)
        self._show_view(new)

    @property
    def ref(self) -> str:
        """The chart, series or table in view."""
        shown = self.drawing or self.listing
        return shown.ref if shown else ""

    def shown(self) -> str:
        """The chart, series or table that is shown, whatever the item is."""
        self.draw()
        return self.ref

    def ref_of(self, lens: Lens) -> str:
        """The chart or series that a lens means: its item, else the one kept, else the first."""
        kept = lens.option("chart")
        found = specs.chosen(self.library, lens.item)
        if not found and kept and self.library.has(kept):
            found = specs.chosen(self.library, kept)
        if not found and not lens.item:
            found = self.ref
        return found or f"chart:{specs.curated(self.library)[0].id}"

    def _show_table(self, ref: str, lens: Lens) -> None:
        """Show all rows of a table, one of them in full beside it."""
        if self.listing is None or self.listing.ref != ref:
            self.drawing = None
            self.listing = tables.listing(self.library, ref.partition(":")[2])
            self.headline.setText(self.listing.title)
            self.subline.setText(words.table_line(self.listing))
            self.summary.setText("")
            self.remarks.setText("")
            self.records.show_listing(self.listing, self.look)
            self.chooser.show_ref(ref)
        self.records.show_key(lens.option("point"))
        if not self._show_source(lens) and self.listing.rows:
            row = self.listing.rows[self.records.number(lens.option("point"))]
            self.figure.show_row(self.listing, row, self.look)
        self.stack.setCurrentWidget(self.records)
        self.begin_at(self.records)
        self.table_button.hide()
        self._set_legend()

    def _show_source(self, lens: Lens) -> bool:
        """Show the source that is open, if one is."""
        kind, _, name = lens.item.partition(":")
        is_source = kind == "source" and name in self.library.sources
        if is_source:
            self.figure.show_source(self.library.sources[name], self.look)
        return is_source

    def _show_drawing(self, drawing: Drawing, lens: Lens) -> None:
        self.drawing, self.listing = drawing, None
        self.headline.setText(drawing.title)
        self.subline.setText(words.unit_line(drawing))
        self.summary.setText(words.summary(drawing))
        lines = (drawing.note, words.breaks(drawing), words.key_line(drawing))
        self.remarks.setText(" ".join(line for line in lines if line))
        self.plot.show_drawing(drawing, self.look, lens.moment)
        self.plot.setAccessibleName(drawing.title)
        self.plot.setAccessibleDescription(words.summary(drawing))
        self.twin.show_drawing(drawing, self.look)
        self.chooser.show_ref(drawing.ref)
        self._set_legend()

    def _show_key(self, lens: Lens) -> None:
        assert self.drawing is not None
        mark = self.drawing.mark(lens.option("point")) or self._default_mark(lens)
        self.plot.show_key(mark.key if mark else "")
        self.twin.show_key(mark.key if mark else "")
        if not self._show_source(lens):
            self.figure.show_figure(self.drawing, mark, self.look)

    def _default_mark(self, lens: Lens) -> specs.Mark | None:
        """The highest figure of the first track; the last one that the moment covers, if any."""
        assert self.drawing is not None
        if not self.drawing.marks:
            return None
        first = self.drawing.tracks[0].marks or self.drawing.marks
        covering = [mark for mark in first if mark.start <= lens.moment <= mark.end]
        return covering[-1] if covering else max(first, key=lambda mark: mark.figure.value)

    def _show_view(self, lens: Lens) -> None:
        as_table = lens.option("view") == "table"
        self.stack.setCurrentWidget(self.twin if as_table else self.plot)
        self.begin_at(self.twin if as_table else self.plot)
        self.table_button.show()
        self.table_button.setChecked(as_table)
        self.table_button.setText(self.tr("As a plot  T") if as_table else self.tr("As a table  T"))
        self._set_legend()

    def _set_legend(self) -> None:
        """Names above the plot where they do not fit beside the lines."""
        drawing = self.drawing
        show = (
            drawing is not None
            and self.stack.currentWidget() is self.plot
            and self.plot.needs_legend()
        )
        if drawing is not None and show:
            signs = ("●", "■", "▲", "◆", "⬢")
            parts = [
                f'<span style="color:{self.plot.color(i).name()}">{signs[i % 5]} {track.label}</span>'
                for i, track in enumerate(drawing.tracks)
            ]
            self.legend.setText("&nbsp;&nbsp; ".join(parts))
        self.legend.setVisible(bool(show))

    # ------------------------------------------------------------------------ what readers do

    def open_ref(self, ref: str) -> None:
        """Look at a chart or series; its own figure is chosen anew."""
        self.session.go(self._with_ref(ref))
        self._open_list(False)

    def _pass(self, ref: str) -> None:
        """Look at a chart on the way through the list, which stays open."""
        lens = self._with_ref(ref)
        self.session.nudge(item=lens.item, options=lens.options)

    def _with_ref(self, ref: str) -> Lens:
        lens = self.session.lens
        kept = {k: v for k, v in lens.options.items() if k not in ("point", "chart")}
        return lens.but(item=ref, options=kept)

    def toggle_table(self) -> None:
        """Change between plot and table."""
        lens = self.session.lens
        value = "" if lens.option("view") == "table" else "table"
        self.session.go(lens.with_option("view", value))

    def _choose(self, key: str) -> None:
        """Choose a figure or row; a source that was open gives way to it."""
        lens = self.session.lens.with_option("point", key).with_option("chart", "")
        self.session.go(lens.but(item=self.ref))

    def _follow_link(self, ref: str) -> None:
        kind = ref.partition(":")[0]
        lens = self.session.lens
        if ref == BACK:
            self.session.go(lens.with_option("chart", "").but(item=self.ref))
        elif kind == "source":
            self.session.go(lens.with_option("chart", self.ref).but(item=ref))
        elif kind in ON_THIS_PAGE:
            self.open_ref(ref)
        else:
            self.session.look(item=ref, page="explore", options={})

    def describe(self) -> str:
        """The chart in sentences, with the chosen figure."""
        self.draw()
        if not self.ref:
            return self.title()
        parts = (
            self.headline.text() + ".",
            self.subline.text(),
            self.summary.text(),
            self.remarks.text(),
        )
        return " ".join(part for part in parts if part) + "\n" + self.figure.toPlainText()

    # ---------------------------------------------------------------------------- look and room

    def restyle(self, look: Look) -> None:
        """Take another look and draw again."""
        self.look = look
        self.drawing = self.listing = None
        self._set_look()
        self._arrange()
        super().restyle(look)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Fold the list away where the page is narrow."""
        super().resizeEvent(event)
        self._arrange()
        self._set_legend()

    def _open_list(self, opened: bool) -> None:
        self._list_open = opened
        self._arrange()

    def _arrange(self) -> None:
        scale = self.look.scale
        narrow = self.width() < NARROW * scale
        left, _, right = self._sheets
        wide_list = min(round(250 * scale), round(self.width() * 0.45))
        left.setFixedWidth(wide_list)
        left.setVisible(not narrow or self._list_open)
        self.list_button.setVisible(narrow)
        self.headline.setFont(self.look.font("lead" if narrow else "title", bold=True))
        self.list_button.setChecked(self._list_open)
        ways = QBoxLayout.Direction
        self._inner.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        if narrow:
            right.setMinimumWidth(0)
            right.setMaximumWidth(_ANY)
            right.setFixedHeight(round(self.height() * 0.45))
        else:
            right.setMinimumHeight(0)
            right.setMaximumHeight(_ANY)
            right.setFixedWidth(round(300 * scale))
        self.stack.setMinimumHeight(round(min(240 * scale, self.height() * 0.55)))

    # --------------------------------------------------------------------------------- pictures

    def paint_chart(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the chart alone, with its title, unit, words, sources and version."""
        self.draw()
        if self.drawing is None:
            self.paint(painter, rect)
            return
        painter.save()
        painter.fillRect(rect, self.look.color("panel"))
        painter.translate(rect.topLeft())
        edge = self.look.space("l")
        width = rect.width() - 2 * edge
        top = float(edge)
        head = (
            (self.drawing.title, "title", True, "text"),
            (self.subline.text(), "body", False, "text-quiet"),
        )
        for text, size, bold, role in head:
            top += self._write(painter, text, size, bold, role, QPointF(edge, top), width)
        foot = self._foot_texts()
        heights = [self._height(text, "small", width) for text in foot]
        height = rect.height() - top - sum(heights) - 2 * edge
        self._paint_plot(painter, QRectF(edge, top + edge / 2, width, max(height, 60)))
        top = rect.height() - edge - sum(heights)
        for text, step in zip(foot, heights, strict=True):
            self._write(painter, text, "small", False, "text-quiet", QPointF(edge, top), width)
            top += step
        painter.restore()

    def _foot_texts(self) -> list[str]:
        assert self.drawing is not None
        names = dict.fromkeys(mark.figure.source for mark in self.drawing.marks)
        cited = [self.library.name(f"source:{name}") for name in list(names)[:4]]
        more = [self.tr("and others")] if len(names) > 4 else []
        source = self.tr("Sources: {0}.").format("; ".join(cited + more))
        version = self.tr("Secure Communities Explorer, content {0}.").format(self.library.version)
        return [self.summary.text(), self.remarks.text(), f"{source} {version}"]

    def _paint_plot(self, painter: QPainter, place: QRectF) -> None:
        assert self.drawing is not None
        plot = Plot(self.look)
        plot.resize(round(place.width()), round(place.height()))
        plot.grab()  # lays the scene out without a window
        plot.show_drawing(self.drawing, self.look, self.session.lens.moment)
        plot.grab()
        plot.show_key(self.plot.key)
        painter.save()
        painter.translate(place.topLeft())
        QWidget.render(plot, painter, QPoint())
        painter.restore()
        plot.close()

    def _document(self, text: str, size: str, bold: bool, role: str, width: float) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(2)
        document.setDefaultFont(self.look.font(size, bold=bold))
        document.setDefaultStyleSheet(f"p {{ color: {self.look.color(role).name()} }}")
        document.setHtml(f"<p>{escape(text)}</p>")
        document.setTextWidth(width)
        return document

    def _height(self, text: str, size: str, width: float) -> float:
        return self._document(text, size, False, "text", width).size().height() if text else 0.0

    def _write(
        self,
        painter: QPainter,
        text: str,
        size: str,
        bold: bool,
        role: str,
        at: QPointF,
        width: float,
    ) -> float:
        if not text:
            return 0.0
        document = self._document(text, size, bold, role, width)
        painter.save()
        painter.translate(at)
        document.drawContents(painter)
        painter.restore()
        return float(document.size().height())
