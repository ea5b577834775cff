"""The list of places with its filters: find a county by name and hear what is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.content.library import Library
from explorer.places.listing import COLUMNS, ONLY, Filter, csv_of, keep, rows, states
from explorer.places.view.files import Panel, SaveButton
from explorer.places.view.listwords import number, tr
from explorer.places.view.table import PlacesTable
from explorer.reader.lens import Lens
from explorer.ui.paint import Look
from explorer.ui.session import Session

TYPING = 200  # milliseconds after the last key
ROWS = 5  # that the table shows at least, its heads among them
LETTERS = 16  # of a list of choices
PLAIN = "state"  # the order that a link does not name


class ListPanel(Panel):
    """A field, two lists of choices and the table; the filter and the order are the lens's."""

    FORMS = ("csv",)

    def __init__(
        self, library: Library, session: Session, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(library, session, look, parent)
        self.field = QLineEdit(clearButtonEnabled=True)
        self.within, self.only = QComboBox(), QComboBox()
        self.told, self.caution = QLabel(), QLabel(wordWrap=True)
        self.table = PlacesTable(self)
        self.none = QLabel(wordWrap=True)
        self.keep = SaveButton(self, self)
        self._typing = QTimer(self, interval=TYPING, singleShot=True)
        self._staged = False
        self._build()
        self._fill()
        self._style()

    def title(self) -> str:
        """What the list is called."""
        return tr("All places")

    def show_lens(self, new: Lens, old: Lens | None) -> None:
        """Show the places that the lens asks for, and go to the one that it names."""
        wanted = Filter.of(new)
        if old is None or wanted != Filter.of(old):
            self._show_rows(wanted, new.moment)
        elif new.moment != old.moment:
            self.table.places.show_moment(new.moment)
        order = order_of(new)
        if old is None or order != order_of(old):
            self.table.arrange(*order)
        self.table.set_current(chosen(new) or self.table.current())

    def describe(self) -> str:
        """How many places are listed, and the one with the keyboard."""
        index = self.table.currentIndex().siblingAtColumn(0)
        row = index.data(Qt.ItemDataRole.AccessibleTextRole) if index.isValid() else ""
        return "\n".join(filter(None, (self.told.text(), row, self.caution.text())))

    def entry(self) -> QWidget:
        """What has the keyboard first: the table, or the field where nothing is listed."""
        return self.table if self.table.places.rows else self.field

    def restyle(self, look: Look) -> None:
        """Take another theme or text size."""
        self.look = look
        self._style()
        super().restyle(look)

    def set_stage(self, is_on: bool) -> None:
        """Leave out the filters, or bring them back."""
        self._staged = is_on
        self._fold()

    def csv(self) -> str:
        """The listed places with their sources."""
        title = f"{self.title()}: {self.told.text()}"
        return csv_of(self.library, self.table.places.rows, title, self.session.lens.link())

    def file_name(self) -> str:
        """What the file is called."""
        return "places"

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's spelling
        """Place the filters anew."""
        super().resizeEvent(event)
        self._place()
        self._fold()

    # ---------------------------------------------------------------------------- its parts

    def _build(self) -> None:
        self._bar = QWidget(self)
        self._bar.setMinimumWidth(1)  # in a narrower place its parts take more rows
        self._grid = QGridLayout(self._bar)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._lists = QStackedWidget(self)
        self._lists.addWidget(self.table)
        self._lists.addWidget(self.none)
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner = QWidget(self)
        self._box = QVBoxLayout(inner)
        for part, stretch in ((self._bar, 0), (self._lists, 1), (self.caution, 0)):
            self._box.addWidget(part, stretch)
        frame = QScrollArea(self)  # scrolled where large text leaves the table too few rows
        frame.setWidget(inner)
        frame.setWidgetResizable(True)
        frame.setFrameShape(QScrollArea.Shape.NoFrame)
        frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frame.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        frame.setMinimumSize(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
        self._typing.timeout.connect(self._found)
        self.field.textEdited.connect(lambda _: self._typing.start())
        self.field.editingFinished.connect(self._found)
        self.within.activated.connect(lambda _: self._take("state", self.within))
        self.only.activated.connect(lambda _: self._take("only", self.only))
        self.table.chosen.connect(lambda ref: self.session.look(item=ref))
        self.table.arranged.connect(self._sort)

    def _fill(self) -> None:
        self.field.setPlaceholderText(tr("Find a county or state"))
        self.field.setToolTip(self.field.placeholderText())
        self.field.setProperty("role", "search")
        self.field.setAccessibleName(tr("Find places by name or state"))
        for button in self.field.findChildren(QToolButton):  # Qt's own, which has no name
            button.setAccessibleName(tr("Clear the words"))
        self.within.setAccessibleName(tr("Places of one state"))
        self.only.setAccessibleName(tr("Places with something recorded"))
        self.within.addItem(tr("All states"), "")
        for letters, name in states(self.library).items():
            self.within.addItem(name, letters)
        self.only.addItem(tr("All places"), "")
        for name, text in zip(ONLY, self._choices(), strict=True):
            self.only.addItem(text, name)
        for box in (self.within, self.only):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(LETTERS)
            box.setMaxVisibleItems(20)
        self.none.setText(tr("No place fits this filter. Clear the words or choose all states."))
        self.caution.setText(
            tr(
                "Limits are documented examples; a place without one was not researched. "
                "“Activated” means that fingerprints were checked, not that the county asked for it."
            )
        )

    def _choices(self) -> Sequence[str]:
        return tr("With documented limits"), tr("With agreements"), tr("No date in the source")

    def _style(self) -> None:
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(self.look.space("s"))
        self._grid.setSpacing(self.look.space("s"))
        self.table.restyle(self.look)
        self.table.setMinimumHeight(ROWS * self.table.verticalHeader().defaultSectionSize())
        self.none.setFont(self.look.font())
        self.told.setFont(self.look.font("small"))
        self.caution.setFont(self.look.font("small"))
        self._place()

    def _fold(self) -> None:
        """What the list means is a tip where there is little height."""
        self.caution.setHidden(self.is_low())
        for part in (self.within, self.only, self.keep):
            part.setHidden(self._staged or self.is_tiny())
        self.told.setHidden(self.is_tiny())
        self.field.setHidden(self._staged)
        self.told.setToolTip(self.caution.text() if self.is_low() else "")

    def _place(self) -> None:
        """All in one row where there is room; else the field has a row to itself."""
        parts: list[QWidget] = [self.field, self.within, self.only, self.told, self.keep]
        needed = sum(part.sizeHint().width() for part in parts) + 4 * self._grid.spacing()
        columns = 5 if needed <= self.width() else 2
        for at, part in enumerate(parts):
            spot = (0, at) if columns == 5 else _SPOTS[at]
            self._grid.addWidget(part, *spot)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if columns == 5 else 1)

    # ------------------------------------------------------------------------ what is asked for

    def _show_rows(self, wanted: Filter, moment: date) -> None:
        self._typing.stop()
        every = rows(self.library)
        left = keep(every, wanted)
        self.table.show_rows(left, moment)
        self._lists.setCurrentWidget(self.table if left else self.none)
        text = tr("{0} of {1} places") if len(left) < len(every) else tr("All {1} places")
        self.told.setText(text.format(number(len(left)), number(len(every))))
        if self.field.text().strip() != wanted.words:
            self.field.setText(wanted.words)
        for box, value in ((self.within, wanted.state), (self.only, wanted.only)):
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(value)))

    def _found(self) -> None:
        self._typing.stop()
        words = " ".join(self.field.text().split())
        if words != self.session.lens.words:
            self.session.nudge(words=words)

    def _take(self, name: str, box: QComboBox) -> None:
        self.session.go(self.session.lens.with_option(name, str(box.currentData() or "")))

    def _sort(self, column: str, down: bool) -> None:
        value = f"{'-' if down else ''}{column}"
        self.session.go(self.session.lens.with_option("sort", "" if value == PLAIN else value))


_SPOTS = ((0, 0, 1, 2), (1, 0), (1, 1), (2, 0), (2, 1))


def order_of(lens: Lens) -> tuple[str, bool]:
    """The column that a lens sorts by, and whether from the last up."""
    value = lens.option("sort")
    column = value.removeprefix("-")
    return (column, value.startswith("-")) if column in COLUMNS else (PLAIN, False)


def chosen(lens: Lens) -> str:
    """The county that a lens names: the chosen item, else the place in use."""
    for ref in (lens.item, lens.place):
        bare = ref if ref.startswith("place:") else f"place:{ref}"
        if bare.startswith("place:county:"):
            return bare
    return ""
