"""The dialog for a poster: paper, pages, years and lanes, with a picture of what comes out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from explorer.content.library import Library
from explorer.content.model import LANES
from explorer.export.papers import PAPERS
from explorer.export.posterbook import Book, Wish, book
from explorer.export.posteritems import WrongSpan, years
from explorer.export.tiles import OnePage
from explorer.export.view.poster import draw_page, measure, pdf
from explorer.export.view.posterwords import lane, poster_words, tiled_words
from explorer.export.view.printing import preview_book, usual_paper
from explorer.export.view.work import Progress
from explorer.ui.picture import save_and_tell

SOON: Final = 150  # milliseconds after the last change before the picture is made anew


class PosterDialog(QDialog):
    """Asks for paper, pages, years and lanes; shows the poster; saves or prints it."""

    def __init__(
        self,
        library: Library,
        span: tuple[int, int] | None,
        say: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.library, self._say = library, say
        self.book: Book | None = None
        self.setWindowTitle(self.tr("Timeline poster"))
        self.setModal(False)
        self._words = poster_words(library)
        self._timer = QTimer(self, singleShot=True, interval=SOON)
        self._timer.timeout.connect(self.refresh)
        self._make_fields(span)
        self._lay_out()
        self.show_nothing(self.tr("Laying out the poster…"))
        self._timer.start()

    def _make_fields(self, span: tuple[int, int] | None) -> None:
        first, last = years(self.library)
        start, end = span or (first, last)
        self.papers = QComboBox()
        for id, paper in PAPERS.items():
            self.papers.addItem(paper.name, id)
        self.papers.setCurrentIndex(self.papers.findData(usual_paper()))
        self.pages = QComboBox()
        self.pages.addItem(self.tr("On one sheet"), "")
        self.pages.addItem(self.tr("Cut over pages of A4"), "a4")
        self.pages.addItem(self.tr("Cut over pages of Letter"), "letter")
        self.start, self.end = QSpinBox(), QSpinBox()
        for box, value in ((self.start, start), (self.end, end)):
            box.setRange(first, last)
            box.setValue(max(first, min(last, value)))
            box.valueChanged.connect(lambda: self._timer.start())
        self.lanes = QListWidget()
        for name in LANES:
            item = QListWidgetItem(lane(name), self.lanes)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setCheckState(Qt.CheckState.Checked)
        self.lanes.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.lanes.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.lanes.itemChanged.connect(lambda: self._timer.start())
        for combo in (self.papers, self.pages):
            combo.currentIndexChanged.connect(lambda: self._timer.start())

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Paper"), self.papers)
        form.addRow(self.tr("Pa&ges"), self.pages)
        form.addRow(self.tr("&First year"), self.start)
        form.addRow(self.tr("&Last year"), self.end)
        form.addRow(self.tr("&Rows"), self.lanes)
        for widget, name in (
            (self.papers, self.tr("Paper")),
            (self.pages, self.tr("Pages")),
            (self.start, self.tr("First year")),
            (self.end, self.tr("Last year")),
            (self.lanes, self.tr("Rows of events")),
        ):
            widget.setAccessibleName(name)
        self.told = QLabel(wordWrap=True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.told.setAccessibleName(self.tr("What the poster holds"))
        self.preview = Preview(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.save_button = self.buttons.addButton(self.tr("&Save as PDF…"), role)
        self.print_button = self.buttons.addButton(self.tr("Pr&int…"), role)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.ask)
        self.print_button.clicked.connect(self.print)
        self.buttons.rejected.connect(self.reject)
        fields = QVBoxLayout()
        fields.addLayout(form)
        fields.addWidget(self.told)
        fields.addStretch(1)
        shown = QGroupBox(self.tr("Preview"))
        QVBoxLayout(shown).addWidget(self.preview)
        both = QHBoxLayout()
        both.addLayout(fields)
        both.addWidget(shown, 1)
        column = QVBoxLayout(self)
        column.addLayout(both, 1)
        column.addWidget(self.buttons)
        self.resize(960, 560)

    def wish(self) -> Wish:
        """What is asked for."""
        items = [self.lanes.item(row) for row in range(self.lanes.count())]
        chosen = [
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        ]
        return Wish(
            self.papers.currentData(),
            self.pages.currentData(),
            self.start.value(),
            self.end.value(),
            tuple(chosen),
        )

    def refresh(self) -> None:
        """Make the poster that is asked for, and show it or say why there is none."""
        self._timer.stop()
        wish = self.wish()
        if not wish.lanes:
            self.show_nothing(self.tr("Choose at least one row."))
        elif wish.start is not None and wish.end is not None and wish.end < wish.start:
            self.show_nothing(self.tr("The first year must not be after the last."))
        else:
            self._make(wish)

    def show_nothing(self, why: str) -> None:
        """Show no poster, but why there is none."""
        self._take(None, why)

    def _take(self, made: Book | None, told: str) -> None:
        self.book = made
        self.told.setText(told)
        self.preview.show_book(made)
        for button in (self.save_button, self.print_button):
            button.setEnabled(made is not None)

    def _make(self, wish: Wish) -> None:
        progress = Progress(self.tr("Laying out the poster…"), self)
        try:
            made = book(self.library, wish, self._words, tiled_words(), measure, progress)
        except OnePage:
            self.show_nothing(
                self.tr("This paper is not larger than the pages. Choose a larger paper.")
            )
        except WrongSpan as error:
            self.show_nothing(str(error))
        else:
            canceled = self.tr("Canceled. Change a choice to try again.")
            self._take(made, self._summary(made) if made else canceled)
        finally:
            progress.close()

    def _summary(self, made: Book) -> str:
        poster = made.poster
        text = self.tr("{0} of {1} events, letters of {2} points, {3} pages.")
        size = f"{poster.size / 25.4 * 72:.1f}"
        return text.format(len(poster.shown), poster.total, size, len(made.pages))

    def ask(self) -> None:
        """Ask for a file, and write the PDF there."""
        name = str(Path.home() / f"timeline-poster-{self.papers.currentData()}.pdf")
        kinds = self.tr("PDF (*.pdf)")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as"), name, kinds)
        if chosen:
            file = Path(chosen)
            self.keep(file if file.suffix else file.with_suffix(".pdf"))

    def keep(self, file: Path) -> None:
        """Write the PDF, unless it is canceled on the way, and say how it went."""
        self._catch_up()
        if self.book is None:
            return
        progress = Progress(self.tr("Drawing the pages…"), self)
        try:
            data = pdf(self.book, self._words, progress)
        finally:
            progress.close()
        self._say(save_and_tell(data, file) if data else self.tr("Canceled; nothing was written."))

    def print(self) -> None:
        """Show the pages as they will be printed, and print them from there."""
        self._catch_up()
        if self.book is not None:
            preview_book(self.book, self._words, self._say, self)

    def _catch_up(self) -> None:
        """Take a change that the picture does not show yet."""
        if self._timer.isActive():
            self.refresh()


class Preview(QWidget):
    """The first page of a poster, small; of a cut one the plan with all pages."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._book: Book | None = None
        self.setMinimumSize(QSize(360, 260))
        self.setAccessibleName(self.tr("Preview of the poster"))

    def show_book(self, made: Book | None) -> None:
        """Show another poster, or none."""
        self._book = made
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the page on white, as large as fits."""
        if self._book is None:
            return
        paper = self._book.paper
        scale = min(self.width() / paper.width, self.height() / paper.height)
        painter = QPainter(self)
        try:
            painter.translate(
                (self.width() - paper.width * scale) / 2,
                (self.height() - paper.height * scale) / 2,
            )
            painter.scale(scale, scale)
            painter.setClipRect(QRectF(0, 0, paper.width, paper.height))
            painter.fillRect(QRectF(0, 0, paper.width, paper.height), Qt.GlobalColor.white)
            draw_page(painter, self._book.pages[0])
        finally:
            painter.end()
