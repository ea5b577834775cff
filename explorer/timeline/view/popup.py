"""The list that a "+n" opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from explorer.timeline.items import Mark
from explorer.timeline.view import words
from explorer.timeline.view.drawing import role_of
from explorer.ui.paint import Look, shape_path

_REF = int(Qt.ItemDataRole.UserRole)


class Popup(QFrame):
    """Dates and titles to choose from; Enter or a click chooses, Esc closes."""

    chosen = Signal(str)

    def __init__(self, look: Look, marks: Sequence[Mark], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
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
        screen = QGuiApplication.primaryScreen().availableGeometry()
        frame = 2 * look.space(2)
        width = self.list.sizeHintForColumn(0) + frame + look.space(6)
        height = self.list.sizeHintForRow(0) * min(self.list.count(), 12) + frame
        self.resize(
            min(width, round(screen.width() * 0.7)), min(height, round(screen.height() * 0.6))
        )

    def open_at(self, at: QPoint) -> None:
        """Open below a point, or above where there is no room."""
        screen = QGuiApplication.primaryScreen().availableGeometry()
        left = min(max(at.x(), screen.left()), screen.right() - self.width())
        top = at.y() + 2
        if top + self.height() > screen.bottom():
            top = max(screen.top(), at.y() - self.height() - 26)
        self.move(left, top)
        self.show()
        self.list.setFocus()

    def _choose(self, item: QListWidgetItem) -> None:
        ref = str(item.data(_REF))
        self.close()
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
