"""The source browser: every document that the program rests on, filtered, sorted and opened."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from explorer.content.library import Library
from explorer.evidence.sources import COLUMNS, Filter, Row, listed, rows
from explorer.evidence.view.page import SHARE
from explorer.evidence.view.sourcefilters import Filters
from explorer.evidence.view.sourcetable import SourceTable
from explorer.evidence.view.sourcetext import CARD, CITE, SourceText
from explorer.evidence.view.sourcewords import tr
from explorer.reader.dossier import dossier
from explorer.reader.lens import Lens
from explorer.ui.divider import Divider
from explorer.ui.paint import Look
from explorer.ui.session import Session

LOW: Final = 26  # lines: below that the lists of choices fold away
ON_THE_DESK: Final = ("claim", "series", "question")


class SourcesPanel(QWidget):
    """Filters, the table of sources, and the chosen one in full.

    The filters, the order and the chosen source are those of the lens, so a link restores them.
    """

    def __init__(
        self, library: Library, session: Session, look: Look, parent: QWidget, divider: Divider
    ) -> None:
        super().__init__(parent)
        self.divider = divider
        self.library, self.session, self.look = library, session, look
        self.rows: tuple[Row, ...] = rows(library)
        self._by_ref = {row.ref: row for row in self.rows}
        self._lens = session.lens
        self._told: str | None = None  # the source in the text
        self.filters = Filters(self)
        self.table = SourceTable(self)
        self.text = SourceText(library, look, self)
        self.none = QLabel(wordWrap=True)
        self._build()
        self.restyle(look)

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Show the sources that the lens asks for, and the one that it names."""
        self._lens = new
        wanted = Filter.of(new)
        if old is None or wanted != Filter.of(old):
            left = listed(self.rows, wanted)
            self.table.show_rows(left, new.item)
            self.filters.show_filter(wanted, self.rows, len(left))
            self._lists.setCurrentWidget(self.table if left else self.none)
        if old is None or new.option("sort") != old.option("sort"):
            self.table.arrange(*order_of(new))
        self._show_source()

    def set_stage(self, is_on: bool) -> None:
        """Leave out the filters, or bring them back."""
        self.filters.setHidden(is_on)

    def shown(self) -> str:
        """The source that is told of: the chosen one, else the first of the list."""
        listed = self.table.sources.rows
        chosen = self._lens.item in self._by_ref or not listed
        return self._lens.item if chosen else listed[0].ref

    def _show_source(self) -> None:
        ref = self.shown()
        self.table.show_ref(ref)
        if ref != self._told:
            self._told = ref
            self.text.show_row(self._by_ref.get(ref), self.look)

    def restyle(self, look: Look) -> None:
        """Take another theme or text size."""
        self.look = look
        self._box.setSpacing(look.space(2))
        self.filters.restyle(look)
        self.table.restyle(look)
        self.none.setFont(look.font("body"))
        self.divider.scale = look.scale
        self._told = None
        self._show_source()
        self._arrange()

    def entry(self) -> QWidget:
        """What has the keyboard first: the table, or the filters where nothing is listed."""
        return self.table if self.table.sources.rows else self.filters.field

    def describe(self) -> str:
        """How many sources are listed, and the chosen one."""
        return "\n".join(filter(None, (self.filters.told.text(), self.text.toPlainText())))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Source beside the list where there is room, else beneath it."""
        super().resizeEvent(event)
        self._arrange()

    # ---------------------------------------------------------------------------- its parts

    def _build(self) -> None:
        self._lists = QStackedWidget(self)
        self._lists.addWidget(self.table)
        self._lists.addWidget(self.none)
        self.none.setText(tr("No source fits these filters. Clear a filter to see more."))
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.divider.addWidget(self._lists)
        self.divider.addWidget(self.text)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.filters)
        self._box.addWidget(self.divider, 1)
        self._box.addStretch(0)
        self.filters.changed.connect(self._filter)
        self.filters.cleared.connect(self._clear)
        self.filters.covering.connect(self.divider.setHidden)
        self.table.chosen.connect(lambda ref: self.session.nudge(item=ref))
        self.table.arranged.connect(self._sort)
        self.text.opened.connect(self._open)

    def _arrange(self) -> None:
        line = self.look.font("body").pixelSize() * 1.4
        wide = self.width() * SHARE > self.table.needed() + 3 * line
        across = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.divider.orientation() != across:
            self.divider.setOrientation(across)
            self.divider.divide()
        self.filters.fit(self.height() < LOW * line)
        least = round(line * 3)
        self.table.setMinimumHeight(least)
        self.text.setMinimumHeight(least)

    # ------------------------------------------------------------------------ what is asked for

    def _filter(self, name: str, value: str) -> None:
        if value != self._lens.option(name):
            self.session.go(self.session.lens.with_option(name, value))

    def _clear(self) -> None:
        lens = self.session.lens
        for name in Filter._fields:
            lens = lens.with_option(name, "")
        self.session.go(lens)

    def _sort(self, column: str, down: bool) -> None:
        value = f"{'-' if down else ''}{column}"
        plain = "" if value == "title" else value
        self.session.go(self.session.lens.with_option("sort", plain))

    def _open(self, target: str) -> None:
        """Open what a link in the text names: a record, the citation, or a shown address."""
        lens = self.session.lens
        if target == CITE:
            self.session.wanted.emit("cite")
        elif target == CARD:
            self.session.go(lens.but(page="explore", item=self.shown()))
        elif target.startswith(("http:", "https:")):
            self.session.said.emit(tr("Opening in your browser: {0}").format(target))
            QDesktopServices.openUrl(QUrl(target))
        elif target.startswith("source:"):
            self.session.look(item=target)
        elif target.partition(":")[0] in ON_THE_DESK:
            self.session.go(dossier(lens.with_option("desk", ""), target))
        else:
            self.session.look(page="explore", item=target)


def order_of(lens: Lens) -> tuple[str, bool]:
    """The column that a lens sorts by, and whether from the largest down."""
    value = lens.option("sort")
    column = value.removeprefix("-")
    return (column, value.startswith("-")) if column in COLUMNS else ("title", False)
