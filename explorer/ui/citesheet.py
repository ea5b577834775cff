"""The sheet that cites what is on screen: in a style to read and copy, or for a reference manager."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QSignalBlocker
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QPushButton,
    QSizePolicy,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from explorer.content import typeset
from explorer.content.cite import Citation
from explorer.paths import write_whole
from explorer.reader.cited import Offer
from explorer.ui.choices import STYLE_WORDS, Choices
from explorer.ui.words import QT_TRANSLATE_NOOP

KIND_WORDS: Final = {
    "figure": QT_TRANSLATE_NOOP("Cite", "This figure, with its source: {0}"),
    "record": QT_TRANSLATE_NOOP("Cite", "With its sources: {0}"),
    "source": QT_TRANSLATE_NOOP("Cite", "This source: {0}"),
    "view": QT_TRANSLATE_NOOP("Cite", "This view of the program: {0}"),
}
SAVED_AS: Final = {
    ".txt": ("", QT_TRANSLATE_NOOP("Cite", "Text in the style shown (*.txt)")),
    ".bib": ("bibtex", QT_TRANSLATE_NOOP("Cite", "BibTeX (*.bib)")),
    ".json": ("csl-json", QT_TRANSLATE_NOOP("Cite", "CSL-JSON (*.json)")),
    ".ris": ("ris", QT_TRANSLATE_NOOP("Cite", "RIS (*.ris)")),
}
WIDTH, HEIGHT = 42, 32  # of the sheet, in heights of a line


class CiteSheet(QDialog):
    """What to cite, in which style, and the citation; it never blocks the window.

    *make* gives what can be cited of the view; the sheet goes along when the view changes.
    """

    def __init__(
        self,
        make: Callable[[], Sequence[Offer]],
        choices: Choices,
        say: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("cite-sheet")
        self.setWindowTitle(self.tr("Cite"))
        self.setModal(False)
        self._make, self._choices, self._say = make, choices, say
        self._offers: tuple[Offer, ...] = ()
        self.what, self.style_box = QComboBox(), QComboBox()
        self.text = QTextBrowser()
        self._build()
        self._fit(parent)
        self.refresh()
        self.text.setFocus()

    @property
    def citation(self) -> Citation:
        """What the sheet cites now."""
        return self._offers[max(0, self.what.currentIndex())].citation

    @property
    def style_name(self) -> str:
        """The style that is chosen: chicago, apa or mla."""
        return str(self.style_box.currentData())

    def follow(self, *_: object) -> None:
        """Go along with the view while the sheet is open."""
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Take what can be cited of the view as it is now; the same kind stays chosen.

        A figure that is chosen where none was is what is cited.
        """
        kind = self._offers[self.what.currentIndex()].kind if self._offers else ""
        had_figure = any(offer.kind == "figure" for offer in self._offers)
        self._offers = tuple(self._make())
        kinds = [offer.kind for offer in self._offers]
        if "figure" in kinds and not had_figure:
            kind = "figure"
        with QSignalBlocker(self.what):
            self.what.clear()
            for offer in self._offers:
                words = QCoreApplication.translate("Cite", KIND_WORDS[offer.kind])
                self.what.addItem(words.format(offer.citation.title))
            self.what.setCurrentIndex(kinds.index(kind) if kind in kinds else 0)
        self._show()

    def copy(self) -> None:
        """Copy the list of works, with italics where the other program takes them."""
        data = QMimeData()
        data.setText(self.citation.text(self.style_name))
        data.setHtml(self.citation.html(self.style_name))
        QGuiApplication.clipboard().setMimeData(data)
        self._say(self.tr("Citation copied."))

    def copy_as(self, form: str) -> None:
        """Copy the works in a format for reference managers."""
        QGuiApplication.clipboard().setText(self.citation.text(form))
        self._say(self.tr("Citation copied."))

    def ask_and_save(self) -> None:
        """Ask where to keep the citation, and in which format; keep it there."""
        kinds = ";;".join(
            QCoreApplication.translate("Cite", words) for _, words in SAVED_AS.values()
        )
        start = str(Path.home() / self.tr("citation.txt"))
        chosen, kind = QFileDialog.getSaveFileName(self, self.tr("Save citation"), start, kinds)
        if chosen:
            file = Path(chosen)
            wanted = next((end for end in SAVED_AS if f"*{end}" in kind), ".txt")
            right = file.suffix if file.suffix in SAVED_AS else wanted
            named = file if file.suffix else file.with_suffix(right)
            self._say(self.save(named, SAVED_AS[right][0] or self.style_name))

    def save(self, file: Path, kind: str) -> str:
        """Keep the citation in a file, and what there is to say about it."""
        try:
            write_whole(file, self.citation.text(kind).encode())
            file.chmod(0o644)  # made to be handed on
        except OSError as error:
            told = self.tr("{0} could not be written: {1}. Choose another folder.")
            return told.format(file, error.strerror or error)
        return self.tr("Saved as {0}").format(file)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's spelling
        """Set the text anew in the colors of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_offers"):
            self._show()

    # ---------------------------------------------------------------------------- its parts

    def _build(self) -> None:
        rows = QFormLayout()
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for label, box in ((self.tr("&What"), self.what), (self.tr("&Style"), self.style_box)):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(12)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            rows.addRow(label, box)
        self.what.setAccessibleName(self.tr("What to cite"))
        self.style_box.setAccessibleName(self.tr("Style of the citation"))
        for name, words in STYLE_WORDS.items():
            self.style_box.addItem(QCoreApplication.translate("Settings", words), name)
        chosen = self._choices.settings.citation_style
        self.style_box.setCurrentIndex(max(0, self.style_box.findData(chosen)))
        self.what.currentIndexChanged.connect(self._show)
        self.style_box.currentIndexChanged.connect(self._choose_style)
        self.text.setAccessibleName(self.tr("Citation"))
        self.text.setOpenLinks(False)
        column = QVBoxLayout(self)
        column.addLayout(rows)
        column.addWidget(self.text, 1)
        column.addWidget(self._buttons())
        self._place_buttons()

    def _buttons(self) -> QWidget:
        self.buttons: dict[str, QPushButton] = {}
        for name, words, act in (
            ("copy", self.tr("&Copy"), self.copy),
            ("bibtex", self.tr("Copy as &BibTeX"), lambda: self.copy_as("bibtex")),
            ("csl-json", self.tr("Copy as CSL-&JSON"), lambda: self.copy_as("csl-json")),
            ("save", self.tr("Sa&ve…"), self.ask_and_save),
            ("close", self.tr("C&lose"), self.close),
        ):
            button = QPushButton(words, self)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            self.buttons[name] = button
        self.buttons["copy"].setDefault(True)
        row = QWidget(self)
        row.setMinimumWidth(1)  # in a narrower sheet the buttons take more rows
        self._grid = QGridLayout(row)
        self._grid.setContentsMargins(0, 0, 0, 0)
        return row

    def _place_buttons(self) -> None:
        """One row of buttons, or as many as the width asks for."""
        gap = self._grid.horizontalSpacing()
        width = self.contentsRect().width() - 2 * gap
        widths = [button.sizeHint().width() + gap for button in self.buttons.values()]
        fits = sum(widths) <= width
        columns = len(widths) if fits else max(1, min(3, width // max(widths)))
        for at, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, at // columns, at % columns)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Place the buttons anew."""
        super().resizeEvent(event)
        self._place_buttons()

    def _fit(self, parent: QWidget) -> None:
        line = self.fontMetrics().height()
        room = parent.size() * 0.9
        self.resize(min(line * WIDTH, room.width()), min(line * HEIGHT, room.height()))

    def _choose_style(self, _: int) -> None:
        self._choices.choose(citation_style=self.style_name)
        self._show()

    def _show(self, *_: object) -> None:
        """Set the list of works, what was read of each, and how each is named in the text."""
        citation, style = self.citation, self.style_name
        self.what.setToolTip(self.what.currentText())
        self.style_box.setToolTip(self.style_box.currentText())
        title = self.tr("Footnotes") if style == "chicago" else self.tr("In the text")
        heads = {
            "chicago": self.tr("Bibliography"),
            "apa": self.tr("References"),
            "mla": self.tr("Works cited"),
        }
        notes = "".join(f"<p>{typeset.html(note)}</p>" for note in citation.notes(style))
        listed = "".join(
            f"<p>{typeset.html(entry)}{self._read(work.note)}</p>"
            for work, entry in citation.listing(style)
        )
        margin = self.fontMetrics().height() * 0.75
        self.text.setHtml(f"<h4>{escape(heads[style])}</h4>{listed}<h4>{escape(title)}</h4>{notes}")
        self.text.document().setDocumentMargin(margin)

    def _read(self, what: str) -> str:
        """What was really read of a source: said here, and no part of the citation."""
        if not what:
            return ""
        quiet = self.palette().placeholderText().color().name()
        words = escape(self.tr("Read for this program: {0}").format(what))
        return f'<br><span style="color:{quiet}">{words}</span>'
