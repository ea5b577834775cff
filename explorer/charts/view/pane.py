"""One chart with its title, its unit, and its plot or table."""

from __future__ import annotations

from datetime import date
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.charts.specs import Drawing, Mark
from explorer.charts.view import changes, sentences, slips, words
from explorer.charts.view.parts import Stack, ink, text_label
from explorer.charts.view.plot import Plot
from explorer.charts.view.table import Twin
from explorer.content.library import Library
from explorer.ui.paint import Look
from explorer.ui.widgets import ReadingText

SIGNS = ("●", "■", "▲", "◆", "⬢")
HEAD_LINES = 5  # of definition and source above a table, before they scroll


class Pane(QWidget):
    """Draws a chart; a mark or a row chooses its figure."""

    chosen = Signal(str)
    walked = Signal(str)  # with the arrow keys
    worded = Signal()  # the words of another chart stand, its plot is not drawn yet

    def __init__(self, library: Library, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._library, self.look = library, look
        self.drawing: Drawing | None = None
        self._table_of: Drawing | None = None  # what the table shows; filled when it is seen
        self.headline, self.subline, self.legend = (text_label(self) for _ in range(3))
        self.plot = Plot(look, self._tell, self)
        self.twin = Twin(library, self)
        self.about = ReadingText(look, self)
        self.about.setAccessibleName(words.tr("Definition and source"))
        self.nothing = text_label(self)  # in place of a plot without figures
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.stack = Stack(self)
        self.stack.addWidget(self.plot)
        self.stack.addWidget(self.twin)
        self.stack.addWidget(self.nothing)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.headline, self.subline, self.legend, self.about):
            self.column.addWidget(widget)
        self.column.addWidget(self.stack, 1)
        self.plot.chosen.connect(self.chosen)
        self.plot.walked.connect(self.walked)
        self.twin.chosen.connect(self.walked)
        self.plot.arranged.connect(self.set_legend)

    def restyle(self, look: Look, large: bool, cramped: bool = False) -> None:
        """Take a look, with a large or a small title; *cramped* puts the unit under the plot."""
        self.look = look
        self.column.removeWidget(self.subline)
        self.column.insertWidget(self.column.count() if cramped else 1, self.subline)
        self.column.setSpacing(look.space("s"))
        self.headline.setFont(look.font("title" if large else "lead", bold=True))
        self.subline.setFont(look.font("body"))
        self.legend.setFont(look.font("small"))
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.about.look = look
        self.nothing.setFont(look.font("body"))
        texts = (self.headline, self.legend, self.nothing)
        roles = ((self.subline, "text-quiet"), *((text, "text") for text in texts))
        for label, role in roles:
            ink(label, look, role)

    def show_drawing(
        self, drawing: Drawing, moment: date, like: Drawing | None = None, title: str = ""
    ) -> None:
        """Show a chart; *like* gives the axes, and *title* stands in for one that says too much."""
        self.drawing = drawing
        title = title or changes.headline(self._library, drawing)
        self.headline.setText(title or drawing.title)
        self.subline.setText(self._unit_line(drawing))
        self.worded.emit()
        self.plot.show_drawing(drawing, self.look, moment, like)
        self.plot.setAccessibleName(title or drawing.title)
        self.plot.setAccessibleDescription(
            self.subline.text() if like else sentences.summary(drawing)
        )
        self.nothing.setText("" if drawing.marks else sentences.summary(drawing))
        self._table_of = None
        self.set_legend()

    def _unit_line(self, drawing: Drawing) -> str:
        if not drawing.changes:
            return words.unit_line(drawing)
        made = changes.unit(self._library, drawing)
        if drawing.changes[0].id == "log":
            return f"{words.unit_line(drawing)} {made}."
        counted = words.capital(drawing.subtitle or drawing.title)
        line = words.tr("{0}. {1}.").format(counted, made)
        kept = changes.published(self._library, drawing)
        return f"{kept} {line}" if kept else line

    def _about(self, drawing: Drawing) -> str:
        """Definition and sources, as the head of the table."""
        from explorer.charts import rows  # only where a table is shown

        told = rows.caption(self._library, drawing)
        several = len(told.definitions) > 1
        parts = [
            (
                words.tr("Definition ({0})").format(label) if several else words.tr("Definition"),
                text,
            )
            for label, text in told.definitions
        ]
        parts.append((words.tr("Sources"), "; ".join(told.sources)))
        font = self.look.font("small")
        style = (
            f"font-family:{font.family()}; font-size:{font.pixelSize()}px; "
            f"color:{self.look.color('text').name()}"
        )
        html = "".join(f"<p><b>{escape(head)}:</b> {escape(text)}</p>" for head, text in parts)
        return f'<div style="{style}">{html}</div>'

    def show_table(self, as_table: bool) -> None:
        """Show the table with its head, or the plot; without figures the sentence alone."""
        is_empty = self.drawing is not None and not self.drawing.marks
        as_table = as_table and not is_empty
        if as_table:
            self._fill_table()
        shown = self.nothing if is_empty else self.twin if as_table else self.plot
        self.stack.setCurrentWidget(shown)
        self.about.setVisible(as_table)
        self.set_legend()

    def _fill_table(self) -> None:
        if self.drawing is None or self._table_of is self.drawing:
            return
        self._table_of = self.drawing
        self.twin.show_drawing(self.drawing, self.look)
        self.twin.show_key(self.plot.key)
        self.about.setHtml(self._about(self.drawing))
        line = self.look.font("small").pixelSize() * 1.4
        self.about.document().setTextWidth(self.width())
        wanted = round(self.about.document().size().height()) + 4
        self.about.setFixedHeight(min(round(line * HEAD_LINES), wanted))

    def show_key(self, key: str, mark: Mark | None) -> None:
        """Ring a figure, or mark the same time where the figure is on another chart."""
        self.plot.show_key(key, mark)
        if self._table_of is self.drawing:
            self.twin.show_key(key)

    def set_legend(self) -> None:
        """Names above the plot where they do not fit beside the lines."""
        drawing = self.drawing
        show = (
            drawing is not None
            and self.stack.currentWidget() is self.plot
            and self.plot.needs_legend()
        )
        if drawing is not None and show:
            parts = [
                f'<span style="color:{self.plot.color(i).name()}">{SIGNS[i % 5]} '
                f"{escape(track.label)}</span>"
                for i, track in enumerate(drawing.tracks)
            ]
            self.legend.setText("&nbsp;&nbsp; ".join(parts))
        self.legend.setVisible(bool(show))

    def _tell(self, mark: Mark) -> str:
        assert self.drawing is not None
        brief = self.plot.is_staged
        return slips.html(self._library, self.drawing, mark, self.look, brief)
