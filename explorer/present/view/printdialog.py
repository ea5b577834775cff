"""The dialog for handing out: what, in which form, on which paper; with the pages beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.content.library import Library
from explorer.content.model import Tour
from explorer.present.paper import SUFFIXES, Wish
from explorer.present.store import all_tours, is_own
from explorer.present.view.printchoices import ON_PAPER, Choices
from explorer.present.view.printing import Printing
from explorer.present.view.printpreview import Preview
from explorer.present.view.stage import MakePane
from explorer.ui.picture import save_and_tell

DOTS: Final = 300  # to the inch of paper: as fine as lines of one dot can still be seen
SIZES: Final = {"letter": QPageSize.PageSizeId.Letter, "a4": QPageSize.PageSizeId.A4}
HEAVIER: Final = 1.1  # how much wider heavy letters are than the usual ones
SOON: Final = 150  # milliseconds after a choice, the pages follow


class HandOut(QDialog):
    """Makes paper and files of a tour, a lesson or the guide; never blocks the program."""

    def __init__(
        self,
        library: Library,
        make_pane: MakePane,
        say: Callable[[str], None],
        parent: QWidget | None = None,
        what: str = "",
        own: Tour | None = None,
    ) -> None:
        super().__init__(parent)
        self.library, self._make_pane, self._say = library, make_pane, say
        own_tours = (tour for tour in all_tours(library) if is_own(tour, library))
        self._own = {f"tour:{tour.id}": tour for tour in (*((own,) if own else ()), *own_tours)}
        self._printing: Printing | None = None  # what is being made
        self._work: Iterator[tuple[int, int]] | None = None
        self._done: Callable[[Printing], None] | None = None
        self._is_busy = False
        self.setObjectName("hand-out")
        self.setWindowTitle(self.tr("Hand out"))
        self.setModal(False)
        self._ticks = QTimer(self, interval=0)
        self._ticks.timeout.connect(self._go_on)
        self._changed = QTimer(self, interval=SOON, singleShot=True)
        self._changed.timeout.connect(self._show_pages)
        self._build(what)
        self._choose()
        line = self.fontMetrics().height()
        room = parent.size() * 0.92 if parent is not None else self.sizeHint() * 3
        self.resize(min(line * 66, room.width()), min(line * 44, room.height()))
        self.choices.what.setFocus()

    # ------------------------------------------------------------------------------ its parts

    def _build(self, what: str) -> None:
        row = QHBoxLayout(self)
        column = QVBoxLayout()
        self.choices = Choices(self.library, self._own, what, self)
        self.choices.changed.connect(self._choose)
        column.addWidget(self.choices)
        self.told = QLabel(wordWrap=True)
        column.addWidget(self.told)
        column.addStretch(1)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Progress"))
        self.cancel_button = QPushButton(self.tr("&Stop"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.stop)
        column.addWidget(self.progress)
        column.addWidget(self.cancel_button)
        column.addWidget(self._buttons())
        self.preview = Preview(self)
        row.addLayout(column, 2)
        row.addWidget(self.preview, 3)
        self._show_work(False)

    def wish(self) -> Wish:
        """What is chosen."""
        return self.choices.wish()

    def _choose(self) -> None:
        """Tell of the form that is chosen, and show its pages soon."""
        self.print_button.setEnabled(self.wish().form in ON_PAPER)
        self.told.setText(self.choices.about())
        self._changed.start()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.save_button = buttons.addButton(
            self.tr("&Save as…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.print_button = buttons.addButton(
            self.tr("P&rint…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        for button in (buttons.button(QDialogButtonBox.StandardButton.Close), self.print_button):
            button.setAutoDefault(False)
        self.save_button.setDefault(True)
        self.save_button.ensurePolished()  # the letters of a default button are heavier
        self.save_button.setMinimumWidth(round(self.save_button.sizeHint().width() * HEAVIER))
        self.save_button.clicked.connect(self.ask_where)
        self.print_button.clicked.connect(self.ask_printer)
        buttons.rejected.connect(self.close)
        return buttons

    # ------------------------------------------------------------------------------ its pages

    def _show_pages(self) -> None:
        if self._done is not None:
            return  # a file is being made
        if self._is_busy:
            self._changed.start()
            return
        self._drop()
        wish = self.wish()
        self.preview.clear()
        if wish.form not in ON_PAPER:
            self.preview.tell(self.tr("This form has no pages. Save it to look at it."))
            return
        self._printing = self._new(wish)
        self._work = self.preview.pages_of(self._printing)
        self._ticks.start()

    def _new(self, wish: Wish) -> Printing:
        return Printing(self.library, self._make_pane, wish, self._own.get(wish.what))

    def _go_on(self) -> None:
        """Make the next piece of what is being made."""
        if self._work is None or self._is_busy:  # a piece lets layouts settle, and timers run
            return
        self._is_busy = True
        try:
            step = next(self._work, None)
        except Exception:  # half a file is none
            self.stop()
            raise
        finally:
            self._is_busy = False
        if step is None:
            self._ticks.stop()
            self._finish()
        else:
            self.progress.setRange(0, step[1])
            self.progress.setValue(step[0])

    def _finish(self) -> None:
        printing, done = self._printing, self._done
        self._done = None
        self._show_work(False)
        if printing is not None and done is not None:
            done(printing)
        self._drop()

    def stop(self) -> None:
        """Make nothing further; nothing is written."""
        was_file = self._done is not None
        self._done = None
        self._drop()
        self._show_work(False)
        if was_file:
            self._tell(self.tr("Stopped. Nothing was written."))

    def _drop(self) -> None:
        self._ticks.stop()
        work, self._work = self._work, None
        if work is not None:
            work.close()  # type: ignore[attr-defined] # every one is a generator
        if self._printing is not None:
            self._printing.close()
            self._printing = None

    # ------------------------------------------------------------------------ files and printers

    def ask_where(self) -> None:
        """Ask for a file, and make it."""
        wish = self.wish()
        suffix = SUFFIXES[wish.form]
        name = f"{wish.what.partition(':')[2]}-{wish.form}{suffix}"
        kinds = f"{suffix[1:].upper()} (*{suffix})"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as"), str(Path.home() / name), kinds
        )
        if chosen:
            file = Path(chosen)
            self.save(file if file.suffix else file.with_suffix(suffix))

    def save(self, file: Path) -> None:
        """Make a file piece by piece; it is written whole, once all of it is there."""
        self._drop()
        printing = self._new(self.wish())
        self._begin(
            printing, printing.pieces(), lambda made: self._tell(save_and_tell(made.data, file))
        )

    def ask_printer(self) -> None:
        """Ask for a printer, and print."""
        if not QPrinterInfo.availablePrinterNames():
            self._tell(self.tr("No printer is set up. Save it as PDF and print that elsewhere."))
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.choices.what.currentText())
        printer.setPageSize(QPageSize(SIZES[self.wish().paper]))
        if self.wish().form == "slides":
            printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_on(printer))
        QDialog.open(dialog)

    def print_on(self, printer: QPrinter) -> None:
        """Print on the paper that the printer has."""
        self._drop()
        printer.setFullPage(True)
        printer.setResolution(DOTS)
        printing = self._new(self.wish())
        page = printer.pageLayout().fullRectPoints()
        pages = printing.sheets((float(page.width()), float(page.height())))
        told = self.tr("Sent to the printer {0}").format(printer.printerName())
        self._begin(printing, printing.print_on(printer, pages, False), lambda _: self._tell(told))

    def _begin(
        self,
        printing: Printing,
        work: Iterator[tuple[int, int]],
        done: Callable[[Printing], None],
    ) -> None:
        self._printing, self._work, self._done = printing, work, done
        self._show_work(True)
        self._ticks.start()

    def _show_work(self, is_on: bool) -> None:
        """Show how far it is, with the way to stop it; the choices wait meanwhile."""
        self.progress.setValue(0)
        self.progress.setVisible(is_on)
        self.cancel_button.setVisible(is_on)
        self.save_button.setEnabled(not is_on)
        self.print_button.setEnabled(not is_on and self.wish().form in ON_PAPER)
        self.choices.setEnabled(not is_on)
        if is_on:
            self.cancel_button.setFocus()

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self._say(text)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's spelling
        """Make nothing further."""
        self.end()
        super().closeEvent(event)

    def reject(self) -> None:
        """Escape stops what is being made; a second time it closes."""
        if self._done is not None:
            self.stop()
            return
        self.end()
        super().reject()

    def end(self) -> None:
        """Let go of everything."""
        self._changed.stop()
        self._done = None
        self._drop()
