"""The list that a "+n" opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from explorer.timeline.items import Mark
from explorer.timeline.view import words
from explorer.timeline.view.board import role_of
from explorer.timeline.view.overlay import Overlay
from explorer.ui.paint import Look, shape_path

_REF = int(Qt.ItemDataRole.UserRole)


class Popup(Overlay):
    """Dates and titles to choose from; Enter or a click chooses, Esc closes."""

    chosen = Signal(str)

    def __init__(self, look: Look, marks: Sequence[Mark], parent: QWidget) -> None:
        super().__init__(look, parent)
        self.list = QListWidget(self)
        self.list.setAccessibleName(words.gathered(len(marks)))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFont(look.font("small"))
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        for mark in marks:
            item = QListWidgetItem(_shape(look, mark.lane), self._text(mark))
            item.setData(_REF, mark.ref)
            item.setToolTip(words.event_name(mark))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        box = QVBoxLayout(self)
        inset = look.space(1)
        box.setContentsMargins(inset, inset, inset, inset)
        box.addWidget(self.list)
        self._fit(look)

    def _text(self, mark: Mark) -> str:
        return f"{words.brief(mark.when)}   {mark.title}"

    def _fit(self, look: Look) -> None:
        window, edge = self.below, 2 * look.space(2)
        width = self.list.sizeHintForColumn(0) + edge + look.space(6)
        height = self.list.sizeHintForRow(0) * min(self.list.count(), 12) + edge
        self.resize(
            min(width, round(window.width() * 0.8)), min(height, round(window.height() * 0.7))
        )

    def open_below(self, at: QPoint, row: float) -> None:
        """Open below the "+n" whose lower left corner is given, or above it."""
        self.open_at(at, round(row) + 2)
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def put_away(self) -> None:
        """Close for good: the next "+n" has its own list."""
        super().put_away()
        self.deleteLater()

    def _choose(self, item: QListWidgetItem) -> None:
        ref = str(item.data(_REF))
        self.put_away()
        self.chosen.emit(ref)


def _shape(look: Look, lane: str) -> QIcon:
    role, size = role_of(lane), round(14 * look.scale)
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    center = pixmap.rect().toRectF().center()
    painter.fillPath(shape_path(look.shape(role), center, size * 0.7), look.color(role))
    painter.end()
    return QIcon(pixmap)
