"""The choices of what to hand out: what, in which form, on which paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from explorer.content.library import Library
from explorer.content.model import Tour
from explorer.present import deck
from explorer.present.paper import FORMS, OF_KIND, PER_PAGE, Form, Wish
from explorer.ui.words import QT_TRANSLATE_NOOP

FORM_WORDS: Final = {
    "slides": QT_TRANSLATE_NOOP("HandOut", "Slides (PDF)"),
    "handout": QT_TRANSLATE_NOOP("HandOut", "Handout (PDF)"),
    "worksheet": QT_TRANSLATE_NOOP("HandOut", "Worksheet (PDF)"),
    "key": QT_TRANSLATE_NOOP("HandOut", "Worksheet with key (PDF)"),
    "pptx": QT_TRANSLATE_NOOP("HandOut", "PowerPoint presentation"),
    "html": QT_TRANSLATE_NOOP("HandOut", "Web page in one file (HTML)"),
}
ON_PAPER: Final = ("slides", "handout", "worksheet", "key")


def usual_paper(locale: QLocale) -> str:
    """The paper of a country: Letter in the United States and where else it is used, or A4."""
    if locale.language() == QLocale.Language.C:  # no country is known: ours
        return "letter"
    letter = ("US", "CA", "MX", "PH", "CL", "CO", "VE", "PR", "GT", "CR", "PA", "DO", "SV")
    return "letter" if QLocale.territoryToCode(locale.territory()) in letter else "a4"


class Choices(QWidget):
    """What is wanted, as boxes; :attr:`changed` tells of every choice."""

    changed = Signal()

    def __init__(
        self, library: Library, own: Mapping[str, Tour], what: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.library, self._own = library, own
        self._build()
        self._fill(what)
        self._choose()

    def _build(self) -> None:
        self.what, self.form = QComboBox(), QComboBox()
        self.paper, self.per_page = QComboBox(), QComboBox()
        self.notes = QCheckBox(self.tr("With the speaker’s &notes and answers"))
        for box in (self.what, self.form, self.paper, self.per_page):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(18)
            box.currentIndexChanged.connect(self._choose)
        self.notes.toggled.connect(self._choose)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self.tr("&What"), self.what)
        form.addRow(self.tr("&Form"), self.form)
        form.addRow(self.tr("&Paper"), self.paper)
        form.addRow(self.tr("Steps on a pa&ge"), self.per_page)
        form.addRow(self.notes)

    def _fill(self, what: str) -> None:
        for words, paper in ((self.tr("Letter"), "letter"), (self.tr("A4"), "a4")):
            self.paper.addItem(words, paper)
        self.paper.setCurrentIndex(self.paper.findData(usual_paper(QLocale.system())))
        for number in PER_PAGE:
            self.per_page.addItem(self.locale().toString(number), number)
        self.per_page.setCurrentIndex(1)
        tours = sorted(self.library.tours.values(), key=lambda one: one.order)
        lessons = sorted(self.library.lessons.values(), key=lambda one: one.order)
        for tour in tours:
            self.what.addItem(tour.title, f"tour:{tour.id}")
        for ref, tour in self._own.items():
            self.what.addItem(self.tr("{0} (yours)").format(tour.title), ref)
        for lesson in lessons:
            words = self.tr("Lesson: {0}").format(lesson.title)
            self.what.addItem(words, f"lesson:{lesson.id}")
        for guide in self.library.guides.values():
            self.what.addItem(self.tr("Guide: {0}").format(guide.title), f"guide:{guide.id}")
        self.what.setCurrentIndex(max(0, self.what.findData(what)))

    def wish(self) -> Wish:
        """What is chosen."""
        return Wish(
            str(self.what.currentData() or ""),
            self.form.currentData() or "handout",
            self.paper.currentData() or "letter",
            self.per_page.currentData() or 2,
            self.notes.isChecked() and self.notes.isEnabled(),
        )

    def _choose(self) -> None:
        """Offer what goes with what is chosen, and say that it is another."""
        self._offer_forms()
        wish = self.wish()
        steps = wish.what.startswith("tour:")
        self.per_page.setEnabled(steps and wish.form == "handout")
        self.notes.setEnabled(steps and wish.form in ("handout", "html"))
        self.paper.setEnabled(wish.form in ("handout", "worksheet", "key"))
        self.what.setToolTip(self.what.currentText())
        self.changed.emit()

    def _offer_forms(self) -> None:
        """The forms of what is chosen; PowerPoint stays in the list where its part is missing."""
        kind = str(self.what.currentData() or "tour").partition(":")[0]
        offered = OF_KIND.get(kind, FORMS)
        if [self.form.itemData(row) for row in range(self.form.count())] == [*offered]:
            return
        before = self.form.currentData()
        self.form.blockSignals(True)
        self.form.clear()
        for name in offered:
            self.form.addItem(form_words(name), name)
        model = self.form.model()
        row = self.form.findData("pptx")
        if row >= 0 and not deck.is_installed() and isinstance(model, QStandardItemModel):
            item: QStandardItem = model.item(row)
            item.setEnabled(False)
            item.setText(self.tr("{0} (not installed)").format(form_words("pptx")))
            item.setToolTip(self.tr("To have it, type: {0}").format(deck.INSTALL))
        self.form.setCurrentIndex(max(0, self.form.findData(before or "handout")))
        self.form.blockSignals(False)

    def about(self) -> str:
        """What the chosen form is good for."""
        return {
            "slides": self.tr("One step on each page, wide as a screen, then the sources."),
            "handout": self.tr("Pictures, texts and sources to read on paper."),
            "worksheet": self.tr("The questions, with room to write. It holds no answers."),
            "key": self.tr("The questions with their answers, for the teacher."),
            "pptx": self.tr("One step on each slide; notes and sources are below it."),
            "html": self.tr(
                "For every browser, also on phones, and for screen readers: what the pictures "
                "show is there in words and tables. Notes are in it only when you choose so."
            ),
        }[self.wish().form]


def form_words(form: Form) -> str:
    """The name of a form."""
    return QCoreApplication.translate("HandOut", FORM_WORDS[form])
