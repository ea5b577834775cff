"""The small form that says which events are shown."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.content.library import Library
from explorer.content.model import LANES
from explorer.timeline.filter import Filter
from explorer.timeline.view import words
from explorer.timeline.view.overlay import Overlay
from explorer.ui.paint import Look


class FilterBox(Overlay):
    """Words, lanes, importance, program, place and actor; each change is told at once."""

    changed = Signal(object)  # a Filter

    def __init__(self, library: Library, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.words = QLineEdit(placeholderText=self.tr("In title, summary or names"))
        self.words.setClearButtonEnabled(True)
        self.lanes = {lane: QCheckBox(words.lane(lane)) for lane in LANES}
        self.level, self.program, self.place, self.actor = (QComboBox() for _ in range(4))
        self.clear = QPushButton(self.tr("Show all events"))
        self._fill(library)
        self._lay_out()
        self._connect()
        self.restyle(look)

    def _fill(self, library: Library) -> None:
        self.level.addItem(self.tr("all"), "")
        self.level.addItem(self.tr("normal and main"), "2")
        self.level.addItem(self.tr("main events only"), "3")
        everything = self.tr("all")
        for box in (self.program, self.place, self.actor):
            box.addItem(everything, "")
            box.setMinimumContentsLength(28)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        for program in library.programs.values():
            self.program.addItem(program.name, program.id)
        events = library.events.values()
        places = {place for event in events for place in event.places}
        named = sorted((library.name(f"place:{place}"), place) for place in places)
        for name, place in named:
            self.place.addItem(name, place)
        for actor in sorted({actor for event in events for actor in event.actors}):
            self.actor.addItem(actor, actor)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Words"), self.words)
        form.addRow(self.tr("&Importance"), self.level)
        form.addRow(self.tr("&Program"), self.program)
        form.addRow(self.tr("P&lace"), self.place)
        form.addRow(self.tr("&Actor"), self.actor)
        lanes = QVBoxLayout()
        for check in self.lanes.values():
            lanes.addWidget(check)
        form.addRow(self.tr("Lanes"), lanes)
        self._box = QVBoxLayout(self)
        self._box.addLayout(form)
        self._box.addWidget(self.clear)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._tell)
        for box in (self.level, self.program, self.place, self.actor):
            box.currentIndexChanged.connect(self._tell)
        for check in self.lanes.values():
            check.toggled.connect(self._tell)
        self.clear.clicked.connect(lambda: self.changed.emit(Filter()))

    def restyle(self, look: Look) -> None:
        """Take another look."""
        self.look = look
        self.setFont(look.font("small"))
        inset = look.space(3)
        self._box.setContentsMargins(inset, inset, inset, inset)

    def show_filter(self, wanted: Filter) -> None:
        """Show what is filtered by, without telling it again."""
        parts = (
            (self.level, str(wanted.significance) if wanted.significance > 1 else ""),
            (self.program, wanted.program),
            (self.place, wanted.place.removeprefix("place:")),
            (self.actor, wanted.actor),
        )
        for box, value in parts:
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(value)))
        if self.words.text().split() != wanted.words.split():
            with QSignalBlocker(self.words):
                self.words.setText(wanted.words)
        for lane, check in self.lanes.items():
            with QSignalBlocker(check):
                check.setChecked(not wanted.lanes or lane in wanted.lanes)

    def filter(self) -> Filter:
        """What the form says."""
        lanes = tuple(lane for lane, check in self.lanes.items() if check.isChecked())
        return Filter(
            self.words.text(),
            () if len(lanes) in (0, len(self.lanes)) else lanes,
            int(self.level.currentData() or 1),
            str(self.program.currentData()),
            str(self.place.currentData()),
            str(self.actor.currentData()),
        )

    def _tell(self) -> None:
        self.changed.emit(self.filter())

    def open_above(self, at: QPoint, above: int) -> None:
        """Open with its right edge at a point of the screen, above it."""
        self.adjustSize()
        self.open_at(at - QPoint(self.width(), -10_000), 10_000 + above)
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)
